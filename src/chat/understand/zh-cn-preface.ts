/** What is said before a text and is no part of it. In plain text. */

/** 不是同一件事，…; 这是两码事，… */
export const NOT_THE_SAME_BUT =
  /^(?:这|那)?(?:个|件)?(?:(?:跟|和|与)(?:刚才|那个|那件|上面|它|前面)的?)?(?:不是?|不算)(?:同?一)(?:件|个|码|回)(?:事情?|诉求|问题)?[的啊呀吧了哈]?[\s,，。.!！:：;；]+(?=\S)|^(?:这|那)?(?:个|件)?(?:是)?(?:两|另|另外)一?(?:码|回)事[的啊呀吧了哈]?[\s,，。.!！:：;；]+(?=\S)/u;

const PARTED = "[\\s,，。.!！:：;；~～]";
/**
 * 跟2号那个是两回事, 和路灯的事没关系: of which one a text is not, in a clause of its own, wherever it stands. It names that one, or points at it.
 */
export const IS_NOT_OF = new RegExp(
  `(?<=^|${PARTED})(?:(?:这|那|我们?)(?:个|件|事|说的|报的)*)?(?:跟|和|与|同)(?<other>[^,，。;；!！?？]{1,14}?)(?:其实|应该|完全|真的|可|根本|并|都|也){0,2}(?:(?:不是?|不算)(?:同?一)(?:件|个|码|回)(?:事情?|诉求|问题)?|(?:就?是)?(?:两|另外?一?)(?:件|码|回)事情?|(?:没|无|冇)(?:有|得)?(?:任何|啥|什么)?关系?|不(?:搭界|相干|一样))[的了啊呀吧哈呢哦嘞]{0,2}(?=$|${PARTED})`,
  "u",
);

/** 不是2号那个, 别跟2号搞混了: the same of a number. */
export const IS_NOT_OF_NUMBER = new RegExp(
  `(?<=^|${PARTED})(?:不是|不属于|不算|(?:别|莫|不要)(?:跟|和|与))(?<other>#?\\d{1,6}(?:号|(?=那))的?(?:那)?(?:个|件|条)?(?:事情?|问题|诉求)?)(?:(?:搞|弄|混)混?(?:到?一起|淆)?)?[了的啊呀吧哈呢哦嘞]{0,2}(?=$|${PARTED})`,
  "u",
);

/** 跟它, 和刚才那个: that one is pointed at, and not named. */
export const POINTS_AT_IT = /^(?:它|这|那|上|刚才|刚刚|前面|之前|原来)[\s\S]{0,3}$/u;

/** 改成：…: the text in place of another. */
export const PUT_IN_PLACE = /^(?:不(?:对|是)[\s,，]*)?(?:内容)?(?:改|换|更正)(?:成|为)\s*[:：]\s*(?=\S)/u;

/** 改成水管已换新，明天中午恢复: the same of a text of an official, which has no colon before it. */
export const PUT_IN_PLACE_AT_LENGTH =
  /^(?:不(?:对|是)[\s,，]*)?(?:内容|答复)?(?:改|更正)(?:成|为)[\s,，]*(?=[^\s,，][\s\S]{7})/u;

/** 改成…, 那就写：…: the same where a text was shown that is not to go out as it is. */
export const PUT_IN_ITS_PLACE =
  /^(?:不(?:对|是|要)?[\s,，]*)?(?:那|就|请|还是|内容|答复)*(?:改|换|更正|写|说)(?:成|为|[:：])[\s:：,，]*(?=\S)/u;

/** 谢谢，…: what may be thanks, and ends with a mark or a space. */
export const THANKS_BEFORE = /^([^,，。.!！~～;；\s]{1,12})[\s,，。.!！~～;；]+(?=\S)/u;

/** 两件事：7…，9…; 替局长报一下：4…: before the number of the first issue. */
export const TELLS_BEFORE_NUMBERS =
  /^[^,，。;；:：\d]{0,10}(?:(?:[两几三四五六]|[2-9])[个件条点](?:事(?:情|儿)?|情况|诉求)?|(?:报|说|汇报|回|通报|更新|同步)(?:告)?(?:一?[下声]|几句|个事)|汇报|汇总|统一说)(?:情况|进度)?[^,，。;；:：\d]{0,4}[:：]\s*(?=#?\d)/u;
