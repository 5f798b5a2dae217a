import { anyOf } from "./any-of.ts";
import { clausesOf } from "./zh-cn-pieces.ts";
import { ASKS_THE_COMPANY } from "./zh-cn-work.ts";

/** For whom an official says something: the company, or the departments alone. In plain text. */

/** In place of its name. */
export const A_COMPANY = "企业";

/** The company, or somebody of it, as officials call them. */
const THEM =
  "(?:(?:那|这|这边|那边|该|涉事|相关)?(?:个|家)?(?:企业|公司|厂)(?:里|方|家|那边|的人|负责人|联系人|联络员)?|对方|贵司|他们?|她们?|人家|客户|业主|报修人|申请人|反映人|联系人|联络员|老板|负责人|\\p{Script=Han}{1,3}(?:总|经理|厂长|部长|老板|女士|先生))(?:那边|那头|本人)?";
const A_BIT = "(?:一?[声下句]|一下子|[吧哈啊了呗]|说|讲|就行|即可|就好|为盼|谢谢)*";
/** That somebody is to hear of it. */
const TELLING = anyOf(
  `(?:告诉|转告|告知|转达|知会|通知)${A_BIT}(?:给|到)?${THEM}`,
  `(?<![已经刚])(?:转告|转达|带个话|捎个话)${A_BIT}$`,
  `(?:可以|麻烦|请|帮我?|帮忙)(?:也|就|直接|先)?(?:告诉|告知|知会)${A_BIT}$`,
  `(?:跟|和|给|向|同|与|对|替我跟)${THEM}(?:也|先|都|再|去|好好)?(?:说|讲|通(?:个|一)?气|打(?:个|声)?招呼|回(?:个|句)?话|回复|反馈|解释|交代|交待|带个?话|捎个?话|吱|提|透个?[底话]|报)`,
  `^(?:请|麻烦|可以|能|就|直接|先){0,2}(?:答复|回复|回)(?:给|一?下)?${THEM}(?:了|吧|一?[下声]|即可)*$`,
  "(?:(?:[那这]|这边)?(?:几|[两二三四五六七八九十]|\\d{1,2})(?:家|户)|各家)(?:企业|公司)?(?:统一|一起|一并|分别|也|都|先|给){0,3}(?:回|答|说|讲)复?(?:一?[下声]|个?[话信]|一遍)",
  `(?:让|叫|请|给|使|好让)${THEM}(?:也|先|都)?(?:知道|晓得|放心|了解|知晓|知悉|心里有(?:个)?[数底]|有个?[数底]|看到|看得到|看见)`,
  `${THEM}(?:也)?(?:可以|能)(?:知道|看到?|看见|晓得)|(?:对|给)(?:企业|厂里|对方|外)(?:公开|看)`,
);
/** Before that: it is not to be so. */
const IS_NOT_TO =
  "(?:别|莫|勿|甭|(?<![能可要该用好])不(?:要|用|能|必|可|许|准|宜|得|便|想|该|应该?|方便|急着|忙)?|暂(?:时|且)?不|没必要|免得|避免|防止)[^,，。;；!！?？]{0,3}";
const SAYING = "(?:说|讲|提|透|露|讲|解释|回|公开|看|通气|通个气|打招呼|反馈|答复|声张)";
const KEEPS = anyOf(
  "内部(?:掌握|说|讲|沟通|备|消息|情况|先|用|知)|记(?:一?下|录|一笔|上)|备(?:个|一下)?(?:注|忘|案一下)|(?:别|不要|勿|莫|先不)[^,，。]{0,4}(?:外传|答复企业|回复企业|告诉企业|给企业看|公开|发给企业|往外说|对外)|仅供?(?:内部|参考)|留个底",
  `${IS_NOT_TO}(?:(?:跟|和|给|向|同|与|对)(?:${THEM}|外)[^,，。;；!！?？]{0,4}${SAYING}|(?:让|叫|给)${THEM}[^,，。;；!！?？]{0,4}(?:知|晓|看|了解|听)|(?:告诉|通知|转告|告知|知会|答复|回复|反馈给?|发给)(?:一下)?(?:给)?(?:${THEM}|外))`,
  "(?:别|莫|勿|甭|不(?:要|用|能|必|可|许|准|宜|得|便)?)(?:对外|外)(?:传|讲|说|露|泄|公开)|(?:别|莫|勿|甭|不(?:要|能|可|许|准|宜|得|便)|先不|暂不)(?:透露|声张|公开|往外(?:说|讲|传)|说出去|讲出去|传出去)",
  `${THEM}(?:(?:先|暂时|暂|目前|现在|眼下){1,2}(?:还)?(?:别|不)(?:要|用|能|必|可|宜|便|该)?|(?:就)?(?:别|不要|不用|不必|不宜|不该))(?:让|给|对)?(?:他们?)?(?:看|知|晓|说|讲|告诉|通知|告知|公开|了解)`,
  "(?:对|向)(?:企业|对方|厂里|外)(?:先|暂时|要|都)?保密|(?:我们|局里|部门|单位|系统|咱们?)?(?:内部|自己)(?:人)?(?:知道|晓得|掌握|有数|看看?|清楚)(?:就行|就好|即可|了)|是内部的|内部(?:的)?(?:信息|情况|消息|备注|事)",
);
/** It was told already. */
const WAS_TOLD = anyOf(
  `(?:已(?:经)?|刚(?:刚|才)?|早就|昨天|前天|上午|今早|昨晚|都)(?:电话|微信|当面|口头|短信|书面|正式|打电话)?(?:告诉|转告|告知|转达|知会|通知|跟|和|给|向|与|答复|回复|反馈)`,
  `(?:告诉|转告|告知|知会|通知)(?:${THEM})?(?:过|了)|(?:说|讲|解释|交代|通知|告诉|告知|招呼|气|话)(?:过|好|清楚|明白)?了(?!一?[声下])|(?:说|讲|解释|打|通)过`,
);
/** 我来跟企业说, 我们下午去联系; 让小刘跟企业说: somebody here will. */
const WILL_BE_TOLD = anyOf(
  "(?:没|未)(?:有)?(?:来得及|正式)?(?:跟|和|给|向|告诉|通知|告知|转告)|[后完好]再(?:去)?(?:告诉|通知|告知|跟|给|向)",
  "(?:回头|晚点|等[下会]|待会|稍后|马上|这就)(?:我(?:们)?)?(?:再|就|去|会|先)?(?:跟|和|给|向|同|与|联系|告诉|通知)",
  `(?:明[天早]|后天|下?周[一二三四五六日天]?|[日号]|[上下]午|晚上|月底)(?:[之以]?前|再|我们?|统一|就|会){0,2}(?:告诉|通知|告知|跟|给|向|和)(?:一下)?${THEM}(?![^,，。;；]{0,6}[了过])`,
  `(?:我(?:们|这边|自己)?|(?:^|[\\d\\s号那个])(?:下午|明天|晚点|回头|等下|待会|稍后|马上|这就))(?:自己|亲自|等下|等会|下午|明天|后天|晚点|回头|马上|这就|现在|尽快|负责|来|去|会|再|先|就|要|准备|打算){1,4}(?:跟|和|给|向|同|与|找|联系|对接|沟通|告诉|通知|告知|答复|回复|打电话|致电|约|上门|拜访|走访)`,
  `(?:让|叫|安排|派|交代|指派|由|等)(?!${THEM})(?:小|老|阿)?\\p{Script=Han}{1,4}?(?:去|来|今天|明天|下午|尽快|马上|抓紧|先){0,2}(?:跟|和|与|给|联系|对接|沟通|告诉|通知|告知|打(?:个)?电话|致电|约|上门|走访)`,
);

/** 让彭总来窗口拿: somebody of it is called in. */
const CALLS_IN = new RegExp(
  `(?:让|叫|请|喊|通知|麻烦|可以让)${THEM}(?:的人|派人|派个人|安排人|带人|自己)?[^,，。;；]{0,8}?(?:来|去|到(?!位)|过来|跑|拿|领|取)`,
  "u",
);
/** 批复出了, 名额定了: then there is nothing to be asked for, and what is there can be fetched. */
const HAS_COME_OUT =
  /(?:出(?:来|具)?|批(?:复|准)?(?:下来)?|定(?:下来|好)?|下来|到(?:位|账|货)?|办(?:好|结|完|妥)?(?!到)|做好|打(?:印)?好|印好|签好|开(?:好|出来)?|审(?:完|核完|过|核通过|批完)|通过|落实|解决|留(?:好|出)?|腾(?:好|出)?|安排好|协调(?:好|到)|争取到|准备好|制(?:好|出)|盖好|排(?:好|上)|拿(?:到|下来)|调剂(?:好|到))了(?!吗|没|一半)|已(?:经)?(?:出|批|定|下|办|做|打|印|签|开|审|通过|落实|到|制|核发|核准|准备|安排)/u;

/** What an official wishes of who hears a text. */
export type Audience =
  /** The company is to have it. */
  | "company"
  /** It stays among the departments. */
  | "departments"
  /** The company has it, or somebody will tell it: nothing is to be sent. */
  | "told-otherwise";

/** Null: it says nothing of that. Each clause speaks for itself, and what is to be kept is kept. */
export function audienceSaid(plain: string): Audience | null {
  const clauses = clausesOf(plain);
  const each = clauses.map((clause, index) => audienceOf(clause, clauses.slice(0, index)));
  return (["departments", "company", "told-otherwise"] as const).find((one) => each.includes(one)) ?? null;
}

function audienceOf(clause: string, before: readonly string[]): Audience | null {
  if (KEEPS.test(clause)) return "departments";
  if (WILL_BE_TOLD.test(clause)) return "told-otherwise";
  if (CALLS_IN.test(clause)) return [...before, clause].some((one) => HAS_COME_OUT.test(one)) ? "company" : null;
  if (!TELLING.test(clause) || ASKS_THE_COMPANY.test(clause)) return null;
  return WAS_TOLD.test(clause) ? "told-otherwise" : "company";
}

const ANSWERS_THEM = new RegExp(
  `[,，。;；](?:请|麻烦|可以|能|就|直接|先){0,2}(?:答复|回复|回)(?:给|一?下)?${THEM}(?:了|吧|一?[下声]|即可)*[\\s。!！]*$`,
  "u",
);

/** …，答复罗总: it is to be the answer. */
export function isToAnswerThem(plain: string): boolean {
  return ANSWERS_THEM.test(plain);
}

const SAYS_LITTLE = 4;
const TELLS_SOMETHING = /已|刚|\d|[一二两三四五六七八九十](?:个|人|名|盏|处|台)|发现|因为|原因|[明后]天|下周/u;

/** 这个是内部的，企业先不要看到: nothing is told beside it. In 已立案，跟企业讲一声 there is. */
export function saysForWhomAlone(plain: string): boolean {
  const clauses = clausesOf(plain);
  return clauses.every(
    (clause, index) =>
      (audienceOf(clause, clauses.slice(0, index)) !== null || [...clause].length <= SAYS_LITTLE) &&
      !TELLS_SOMETHING.test(clause),
  );
}

const NO_NOTE = new RegExp(
  `^(?:(?:这|那)?(?:个|条)?(?:不是|不要|别|不用|不作|不当|不记)(?:记|作为?|当|写|成|做|是|为|发){0,3}(?:内部)?备注[的了吧啊,，。;；\\s]*)?(?:(?:这个|这条|是|要|就|应该?|直接|请|改成|改为|而是|得)*(?:发|告诉|告知|通知|转告|报|推|给|让|反馈|回复){1,2}(?:给|到|送)?(?:一?[下声])?${THEM}(?:也|都)?(?:看|知道|晓得|说|讲|听)*(?:一?[下声])?的?)?[吧了啊哈\\s。.!！]*$`,
  "u",
);

/** 不是备注，要告诉企业的; 不要记备注; 发给企业: what was shown as a note is for the company. */
export function isNoNote(plain: string): boolean {
  return /备注|[告知发反馈让给]/u.test(plain) && NO_NOTE.test(plain);
}

/** Whether it stays among the departments, in whatever of its clauses it is said. */
export function isKept(plain: string): boolean {
  return KEEPS.test(plain);
}

/** Whether somebody is only going to tell or call the company. */
export function willBeTold(clause: string): boolean {
  return WILL_BE_TOLD.test(clause);
}

/** 麻烦告诉光源一声, 这个可以跟企业说: to whoever passes it on, at the end of a text, and no part of it. */
const AND_TELL_THEM = new RegExp(
  `[\\s,，。;；!！]+(?:这个|这些|这事|这话|这条|此事|情况|以上|上述|请?你们?|您|也|都|就|直接|先|再|把这个|请|麻烦|烦请|劳烦|可以|能|帮我?|帮忙){0,5}(?:(?:告诉|转告|告知|转达|知会)(?:一下|给)?(?!我)\\p{Script=Han}{0,8}?|(?:通知|发给|反馈给|回复|答复)(?:给)?${THEM}|(?:跟|和|给|向|同|与|对)\\p{Script=Han}{1,8}?(?:说|讲|通(?:个|一)?气|打(?:个|声)?招呼|回(?:个|句)?话|解释|交代)|(?:让|叫|好让)\\p{Script=Han}{1,8}?(?:知道|晓得|放心|了解))${A_BIT}[\\s。.!！]*$`,
  "u",
);

export function withoutTelling(text: string): string {
  return text.replace(AND_TELL_THEM, "");
}

/** 你们厂内管道老化，请自行更换: words to the company itself. */
export const SPEAKS_TO_THEM =
  /贵(?:司|公司|厂|企业|单位)|你们?(?:厂|公司|企业|车间|宿舍|厂区|厂里|自己(?:的|厂))|(?:请|需要?|要|可以?)(?:你们?|企业)?自行(?:更换|维修|修|处理|解决|联系|安排|办理|申请|购买|协商)/u;
