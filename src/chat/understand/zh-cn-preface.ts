/** What is said before a text and is no part of it. In plain text. */

/** 不是同一件事，…; 这是两码事，… */
export const NOT_THE_SAME_BUT =
  /^(?:这|那)?(?:个|件)?(?:(?:跟|和|与)(?:刚才|那个|那件|上面|它|前面)的?)?(?:不是?|不算)(?:同?一)(?:件|个|码|回)(?:事情?|诉求|问题)?[的啊呀吧了哈]?[\s,，。.!！:：;；]+(?=\S)|^(?:这|那)?(?:个|件)?(?:是)?(?:两|另|另外)一?(?:码|回)事[的啊呀吧了哈]?[\s,，。.!！:：;；]+(?=\S)/u;

/** 改成：…: the text in place of another. */
export const PUT_IN_PLACE = /^(?:不(?:对|是)[\s,，]*)?(?:内容)?(?:改|换|更正)(?:成|为)\s*[:：]\s*(?=\S)/u;

/** 改成…, 那就写：…: the same where a text was shown that is not to go out as it is. */
export const PUT_IN_ITS_PLACE =
  /^(?:不(?:对|是|要)?[\s,，]*)?(?:那|就|请|还是|内容|答复)*(?:改|换|更正|写|说)(?:成|为|[:：])[\s:：,，]*(?=\S)/u;

/** 谢谢，…: what may be thanks, and ends with a mark or a space. */
export const THANKS_BEFORE = /^([^,，。.!！~～;；\s]{1,12})[\s,，。.!！~～;；]+(?=\S)/u;

/** 两件事：7…，9…; 替局长报一下：4…: before the number of the first issue. */
export const TELLS_BEFORE_NUMBERS =
  /^[^,，。;；:：\d]{0,10}(?:(?:[两几三四五六]|[2-9])[个件条点](?:事(?:情|儿)?|情况|诉求)?|(?:报|说|汇报|回|通报|更新|同步)(?:告)?(?:一?[下声]|几句|个事)|汇报|汇总|统一说)(?:情况|进度)?[^,，。;；:：\d]{0,4}[:：]\s*(?=#?\d)/u;
