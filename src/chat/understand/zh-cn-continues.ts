import { anyOf } from "./any-of.ts";
import { asksSomething } from "./zh-cn-asks.ts";

/** How somebody goes on about what he has just said. In plain text. */

const NOW = "^(?:目前|现在|到现在|刚刚|刚才|这会儿|眼下)(?!(?:可以|能)?(?:了|好了?|没事|解决))";
/** 现在水都流到配电箱里了: how the same goes on, whatever else it touches by now. */
export const TELLS_HOW_IT_GOES_ON = new RegExp(NOW, "u");

/** 补充一下, 忘了说, 另外说一下刚才那个, 就是在…: it says itself that it goes on. */
export const SAYS_IT_GOES_ON = anyOf(
  "^(?:对了[\\s,，]*)?(?:另外|还有)?(?:再)?(?:补充|补(?:一)?[句点下条]|更正|纠正)",
  "^(?:对了[\\s,，]*)?(?:另外|还有)?[\\s,，]*(?:再|还)?(?:说|讲|补)(?:一?[下句])?(?:刚才|刚刚|前面|上面|之前)",
  "^(?:哦|噢|啊|对了|那个)?[\\s,，]*(?:忘了?(?:记)?(?:说|讲|写|提)|漏(?:了)?(?:说|讲|写)|刚才?(?:忘|没|漏|还)?(?:说|讲|写|提|发|报)|刚才那[个件条]|再(?:说|讲|补充)|还(?:要|想|得)(?:说|讲|补充))",
  "^上面(?:说|讲|提|写)?的?|^(?:就是|主要)(?:我|这|那|上面|刚才|因为|在)",
);

/** 另外…, 还有就是…, 现在四车间也停了, 具体位置在…, 这是现场照片 */
export const GOES_ON_SAYING = anyOf(
  "^(?:对了[\\s,，]*)?(?:另外|还有|此外|外加|再(?:有|就是|一个|者))",
  "^(?:而且|并且|同时)",
  NOW,
  "^(?:具体|详细|准确)?的?(?:位置|地点|地址|时间|情况|原因|联系人|联系方式|联系电话|电话|手机号?|单元|楼层|型号|编号|数量|面积|人数)(?:是|在|为|如下|[:：\\d\\s])",
  "^(?:这|上面|前面|刚才)(?:个|张|些|发)?的?(?:就?是)?[^,，。?？]{0,12}(?:图片?|照片|相片|视频|截图|附件|现场|样子|情况)[\\s。!！了的啊]*$|^(?:附|见)(?:上|图|件)",
);

/** 她现在躲在门卫室: who was spoken of before. */
export const OF_WHO_WAS_TOLD = /^(?:现在|刚才|刚刚|目前|但是?|可是?)?(?:[她他]们?|那(?:个)?(?:人|男的?|女的?))/u;

/** 领导好, before it. */
export const GREETS = /^(?:各位|尊敬的)?(?:领导|老师|同志|大家|你|您)们?(?:您|你)?好[\s,，。!！]*/u;

/** 还有一件事, 另外有个问题, 再反映一个: whoever says so begins another matter. */
export const BEGINS_ANOTHER =
  /^(?:对了|哦对了?|哦|噢)?[\s,，。!！]*(?:还|另外?|再|此)外?[\s,，]*还?(?:有|想|要)?再?(?:说|讲|提|报|问|反映|反馈|咨询)?[一两几]?下?(?:[件个条桩]|样)(?:(?:小|别的|其他|新)?的?(?:事情?儿?|问题|诉求|困难|建议|意见)|(?=\s*(?:[,，:：。]|$)))[\s,，:：。]*(?:就?是)?[\s,，:：]*/u;

/** 对了, 另外问下: something else may follow, or more of the same. */
export const TURNS_TO_MORE = /^(?:哦|噢|嗯)?[\s,，]*(?:对了|另外|还有|此外|顺便|再(?:有|就是|者))/u;

/** 不是这件，是1号: pictures are another issue's. */
export const NOT_THIS_BUT = /^不(?:是|对)?[^\d#＃]{0,8}[#＃]?\s*(\d{1,6})\s*号?(?:那件|那个|的)?[\s。!！吧啊了哈]*$/u;

const PHONE = "(?<!\\d)(?:1[3-9]\\d[\\s-]?\\d{4}[\\s-]?\\d{4}|0\\d{2,3}[\\s-]?\\d{7,8}|[2-9]\\d{6,7})(?!\\d)";
/** A number to call: told by itself it belongs to what was said before. */
export const TELLS_A_NUMBER = anyOf(PHONE, "^(?:联系)?(?:电话|手机)(?:号码?)?[\\s:：是]*\\d{3}");

/** Whether a number is told, and none is asked for. */
export function tellsANumber(plain: string): boolean {
  return TELLS_A_NUMBER.test(plain) && !asksSomething(plain);
}

/** 电话13812345678，找老何; 有事打0746-1234567: whom to call, and hardly anything else. */
export const TELLS_A_CONTACT = anyOf(
  `^(?:[^,，。;；]{0,8}(?:联系|找|打|拨)[^,，。;；]{0,8}[\\s,，:：]*)?(?:[^,，。;；\\d]{0,6}(?:电话|手机)(?:号码?)?[\\s:：是]*)?${PHONE}[\\s,，。;；]*(?:[^,，。;；]{0,8}(?:找|联系|是|叫|就行|即可|就好|可以)[^,，。;；]{0,6}|\\p{Script=Han}{2,4})?[\\s。!！]*$`,
  "^(?:现场|这边|我们?|厂里)?的?联系人[\\s:：是]*\\p{Script=Han}{2,6}[\\s。!！]*$",
);

/** 窗口说要等领导签字 */
export const TELLS_WHAT_WAS_SAID = /[说讲](?:要|是|等|没|不|可以|让|过)/u;

/** 围墙边也积水: the same, somewhere else. */
export const TELLS_OF_ANOTHER = /也|同样|别处|另一/u;

/** 新诉求; 不是补充，是另一件事: what was shown as an addition is raised by itself. */
export const IS_ANOTHER_MATTER =
  /^(?:不(?:是|对)?(?:补充)?[\s,，]*)?(?:这(?:个|件|条)?)?(?:是|作为|当作?|按|提)?(?:(?:一?[件个条])?新(?:的?(?:诉求|事情?|问题)|的)|另外?一?(?:件|个|回|条)(?:诉求|事情?|问题)?|别的(?:诉求|事情?|问题)|两(?:件|码|回)事)(?:来?(?:提交?|报|登记|办))?[\s。!！了的啊吧]*$/u;

/** 不是，是另一件事: it begins with a no. */
export const DENIES_FIRST = /^不/u;

/** 写错了，是三辆: what was said last is put right. */
export const CORRECTS_A_WORD =
  /(?:写|说|讲|打|填|报|标|弄|搞|记|少)(?:错|漏|反|少)|更正|应该?是|其实是|不是[^,，。]{1,8}是/u;

/** 补充下 …, 再加一句 */
export const ADDS_A_WORD = /(?:补充?|加|说|讲)(?:一|几|上)?(?:下|点|句|些|条)/u;
