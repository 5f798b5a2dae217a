import { anyOf } from "./any-of.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { clausesOf } from "./zh-cn-pieces.ts";

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
/** A number to call, or of a paper (报关单号 5301202611): told by itself it belongs to what was said before. */
export const TELLS_A_NUMBER = anyOf(
  PHONE,
  "^(?:联系)?(?:电话|手机)(?:号码?)?[\\s:：是]*\\d{3}",
  "^(?:[^,，。;；\\d]{0,8}号码?[\\s:：是为]*)?[a-z]{0,4}\\d[\\da-z-]{5,30}[\\s。.!！]*$",
);

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

/** 监控拍到了; 抓了个现行; 查到是隔壁厂的车: what was seen or found out of it. */
export const TELLS_WHAT_WAS_FOUND = anyOf(
  "(?:监控|摄像头?|探头|记录仪|录像|视频|手机|保安|门卫|目击)[^,，。;；?？]{0,8}(?:拍|录|照|看|存|抓|显示|逮)",
  "(?:拍|录|抓|查|找|看|认|问|捡|逮|翻|测|发现|截|留|拿|调|等)(?:到|出来?|下来?|见|着|住|清楚?)(?:了|的|是|他|她|人|有|个)",
  "(?:证据|线索|车牌|现行|人脸|录像|监控|录音|截图)[^,，。;；?？]{0,6}(?:有|在|留|是|到|清)",
);

/** 围墙边也积水: the same, somewhere else. */
export const TELLS_OF_ANOTHER = /也|同样|别处|另一/u;

const LEAD = "(?:(?:不(?:是|对)?(?:补充)?|嗯{1,3}|好的?|行|对|是的?|可以|那|哦|噢|算了|哎呀?|唉)[\\s,，。]*){0,3}";
const END = "[\\s。.!！~～了的啊吧呀哈呢]*$";
const NEW_ONE = "(?:一?[件个条])?(?:新的?)?(?:诉求|单子?|事情?|问题)?";

/** 新诉求; 不是补充，是另一件事; 嗯 单独报: what was shown as an addition is raised by itself. */
export const IS_ANOTHER_MATTER = anyOf(
  `^${LEAD}(?:这(?:个|件|条)?)?(?:就?是|作为|当作?|按|提)?(?:(?:一?[件个条])?新(?:的?(?:诉求|事情?|问题)|的(?:一?[件个条](?:诉求|事情?|问题)?)?)|另外?一?(?:件|个|回|条)(?:诉求|事情?|问题)?|另外的(?:诉求|事情?|问题)?|别的(?:诉求|事情?|问题)|两(?:件|码|回)事)(?:来?(?:提交?|报|登记|办))?${END}`,
  `^${LEAD}(?:[就请要想先再]|还是|我们?|你们?|给我|帮我|麻烦|把?(?:这|它)(?:个|件|条|事)?){0,4}(?:单独|单另|另外|另行|分开|分别|各自|独立|重新|再)(?:再|来|去|作为|开|起|立|算)?${NEW_ONE}(?:提交?|填报?|上报|报|登记|反映|立案?|办|弄|记|算|写|处理)(?:一?下)?${NEW_ONE}(?:上去|进去)?${END}`,
  `^${LEAD}(?:单独|单另|分开|分别)${END}`,
);

/** 治安的事, 属于人社方面的: of what kind it is, and no more. */
const OF_A_KIND =
  /^(?:就?是|属于|算|关于)?[^,，。]{1,8}(?:的事情?|方面的?(?:事情?|问题)?|类的?|的问题)[\s。.!！~～了的啊吧呀哈呢]*$/u;

/** 新的，治安的事; 新的，是另外的事: that it is another matter, with what is told beside it of its kind; null: more is said, or something else. */
export function anotherMatterSaid(plain: string): readonly string[] | null {
  const clauses = clausesOf(plain).map((one) => one.trim());
  const rest = clauses.filter((one) => !IS_ANOTHER_MATTER.test(one));
  return rest.length < clauses.length && rest.every((one) => OF_A_KIND.test(one)) ? rest : null;
}

/** 我说的是被偷，不是停电那件; 跟公交没关系; 电缆被偷是新的一件事: what was shown is of another issue than he means. */
export const DENIES_THE_ISSUE = anyOf(
  "不是(?:说|讲|指|问|关于|之前|上次)?[^,，。;；\\d]{0,10}(?:那|这|上)一?(?:件|个|回|次|条|码)(?:事情?|诉求|问题)?[了的啊呀哈]?(?=$|[\\s,，。!！])",
  "不是(?:说|讲|指|问)?[^,，。;；\\d]{1,10}的(?:事情?|问题)[了的啊呀哈]?(?=$|[\\s,，。!！])",
  "(?:跟|和|与)[^,，。;；\\d]{1,10}(?:没|无|不)(?:有|得)?(?:任何|半点|啥|什么|相)?(?:关系|干|关|搭)",
  "(?:是|算)(?:一?[件个])?(?:新的?|另外?的?|别的|(?:单独|独立|分开)的?)(?:一?(?:件|个|回|码))?(?:事情?|诉求|问题)",
);
/** 我说的是…: what stands before what he means. */
export const SAYS_WHAT_HE_MEANS = /^(?:不(?:是|对)[\s,，]*)*(?:我们?)?(?:说|讲|指|问|报)的?(?:就?是)[\s,，:：]*/u;

/** 报; 提上去; 都报: said to what is shown as an addition, it raises it. */
export const RAISES_IT =
  /^(?:嗯{1,3}|好的?|行|对|是的?|那|就|请|帮我|给我|我们?|[要想也先]|把?(?:这|它)(?:个|件|条)?|[\s,，。]){0,5}(?:(?:[两二三四五几\d]个?件?|全部?)?都)?(?:提交?|上报|报|提(?:个|一个)?诉求)(?:一?[个件条下])?(?:诉求)?(?:上去)?[\s。.!！~～了啊吧呀哈呢]*$/u;

/** 不是，是另一件事: it begins with a no. */
export const DENIES_FIRST = /^不/u;

/** 写错了，是三辆: what was said last is put right. */
export const CORRECTS_A_WORD =
  /(?:写|说|讲|打|填|报|标|弄|搞|记|少)(?:错|漏|反|少)|更正|应该?是|其实是|不是[^,，。]{1,8}是/u;

/** 补充下 …, 再加一句 */
export const ADDS_A_WORD = /(?:补充?|加|说|讲)(?:一|几|上)?(?:下|点|句|些|条)/u;

const LATER =
  "(?:今天|明天|后天|上午|中午|下午|晚上|今晚|晚点|回头|稍后|待会|过会|月底|月初|年底|[下这本]周[一二三四五六日天]?|周[一二三四五六日]|过(?:两|几)天|\\d{1,2}[号日]|等[^,，。]{1,10}(?:了|后|好|回来|出来)|出来了?|拿到了?|做好了?|弄好了?)";
/** 监测报告下周才出得来, 下午发你们, 先缓缓行不: what was asked for comes later. */
export const COMES_LATER = anyOf(
  `${LATER}[^,，。]{0,8}(?:才|再|就|能|马上|给|发|补|交|送|出|报|传|提供)[^,，。]{0,6}(?:得来|来|出|发|给|补|交|送|报|传|提供|齐|你们?|您|上)`,
  `${LATER}(?:才|再|就)?(?:能)?(?:给|发|补|交|送|传)(?:你们?|您|上|过)?[\\s。!！]*$`,
  "(?:先)?缓(?:一?缓|几天|两天)|(?:再)?(?:宽限|宽)(?:几|两|一)天|(?:还)?(?:没|未)(?:出来|拿到|做好|弄好|齐|批下来)[^。]{0,12}(?:马上|就|再)(?:发|给|补|交|送|报)",
  "^(?:这个)?(?:我)?(?:得|要|先)(?:去)?(?:问|找|等)(?:一?下|问)?[^,，。]{1,8}(?:再)?[\\s。!！]*$",
);
