import { anyOf } from "./any-of.ts";

/** What is said to the bot before a text: which issue is meant, and what is to be done with it. In plain text. */

/** Before the number: words to whoever is asked. */
export const BEFORE_A_NUMBER =
  /^(?:[\s,，。、:：]|请|麻烦|烦请|帮我|帮忙|给我|另外|还有|此外|不过|但是?(?=[#\d])|可是|只是|对了|顺便|同时|至于|关于|诉求|把|那|再)*/u;

/** Behind it: 三号那个, 3号这件事, 3号的, 4号吧，. */
export const BEHIND_A_NUMBER =
  /^\s*(?:(?:那|这(?!个?(?:周|星期|礼拜|月)|[几两]天|次|段|批|样|种|里))(?:一)?(?:个|件|条|边|单|家)?(?:的)?(?:诉求|事(?:情|儿)?(?!故)|单子|单(?!位)|问题)?|诉求|(?:这|那)事|的(?:事(?:情|儿)?|问题)(?=[\s,，。、:：;；]|请|让|要(?!求)|你|您|麻烦|必须|务必|尽快|抓紧|赶紧)|的(?!确|士|话))?(?:(?:吧|啊|哈|呀|嘛|哦|呢)(?=[\s,，。、]))?[\s,，。、:：;；]*/u;

const COMPANY = "(?:企业|对方|厂里|厂方|贵司|贵公司|公司|他们?|人家|客户)";
const TO = "(?:给|跟|和|向|对)";
const ASKED =
  "(?:现在|目前|已经|就|也|都|应该|可以|能|请|你|您|帮我|帮忙|麻烦|给我|我|我们|先|再|要|想|正式|统一|直接){0,4}";
const FILLER = "(?:一?下|一?下子|一声|一句|一笔|了|吧|说|讲|道|啊|哈|个|条|的|是|为|如下|以下|内容){0,4}";
/** Where it ends, the text begins. */
const ENDS = "(?:\\s*[:：,，。;；!！]|\\s+|$|(?=#?\\d{1,6}\\s*号))";

const NUMBERED = "(?:#?\\s*\\d{1,6}\\s*号?|[一二三四五六七八九十]{1,3}号)";

/** 到12月18号, 5天: a day or a number of days, which is kept beside the reason. */
const UNTIL =
  "(?:时间)?(?:到|至|个)?(?:[^,，。;；:：]{0,8}(?:天|日|号|周[一二三四五六日天]?|星期[一二三四五六日天]?|礼拜|月底|年底))?(?:[之以]?前)?";

/** What is to be done, in the words for it. */
const TO_DO: Readonly<Partial<Record<string, string>>> = {
  answer: `(?:${TO}${COMPANY}(?:答复|回复|回|反馈|说|讲)|答复|回复|回|反馈|办结|告诉|告知|转告|答(?=\\s*[:：]))(?:给)?${COMPANY}?`,
  correct: `(?:答复|回复)?(?:更正|改)(?:为|成)?`,
  progress: `(?:${TO}${COMPANY}(?:反馈|说|讲|回)(?:声|一声)?|(?<=统一)(?:说|讲|告知|解释|通知)|(?:告诉|告知|转告|通知|反馈给?|发给?(?=${COMPANY})|跟|和)(?:${COMPANY}|\\p{Script=Han}{1,2}(?:总|经理|厂长))?|(?:更新|同步|汇报|报|说|反馈)?(?:一下|下|个|一个)?(?:${NUMBERED})?(?:的)?进(?:展|度)(?:情况)?)`,
  note: "(?:(?:内部)?(?:备注|备忘|记录|登记|记)(?:上|在案)?|内部(?:说|讲|提))",
  measure: "(?:登记|记录|填|写)?(?:一条)?措施",
  contact: "(?:登记|记录)联系(?:情况)?",
  approve: "(?:就|那)?给(?:他|她)们?",
  ask: `(?:请|让|叫)${COMPANY}补充`,
  return: "(?:申请)?退单",
  extend: `(?:申请)?(?:再)?(?:延期|延长|顺延|宽限|推迟|延)${UNTIL}`,
  hold: `(?:申请)?(?:先)?(?:挂账|挂起|挂)${UNTIL}`,
  supervise: "(?:挂牌)?(?:督办|批示)",
  feedback:
    "(?:(?:关于|对|就)?[^,，。:：]{0,6}(?:批示|督办)(?:件|事项|单)?(?:的)?(?:事(?:情|项)?|情况|内容|要求)?(?:现)?(?:反馈|回复|汇报|报告|答复)(?:情况)?|反馈)",
  supplement: "(?:补充|再?加)(?:说明)?",
  reopen: "重开",
  unsolved: "(?:没|未)解决",
  void: "作废",
  reject: "不(?:予)?受理",
};

const NUMBERS = `${NUMBERED}(?:(?:[、,，和与跟及]|(?<=\\d)\\s+(?=#?\\d))${NUMBERED}){0,11}`;

const BEFORE = BEFORE_A_NUMBER.source;
const BEHIND = BEHIND_A_NUMBER.source.slice(1);
/** 请帮我答复3号企业：…, 三号那个可以回复对方了：…: what follows the colon is for the company, and nothing else can be meant. */
export const ANSWERS_IN_THESE_WORDS = new RegExp(
  `${BEFORE}(?:${NUMBERS}${BEHIND})?${ASKED}(?:答复|回复|回|答)(?:给)?(?:${NUMBERED})?(?:那边|的)?${COMPANY}?${FILLER}\\s*[:：]`,
  "u",
);
/** 更新一下3号进展：…, 27、28统一说：… */
export const TELLS_PROGRESS_IN_THESE_WORDS = new RegExp(
  `^[\\s#\\d号、,，和与跟及]*(?:这?[几三两四五六]?[件个])?(?:都)?统一(?:说|讲|告知|解释|通知)${FILLER}\\s*[:：,，]|${BEFORE}(?:${NUMBERED}${BEHIND})?${ASKED}(?:更新|同步|报|汇报|说)(?:一下|下|个|一个)?(?:${NUMBERED}${BEHIND})?(?:的)?进(?:展|度)(?:情况)?${FILLER}\\s*[:：]`,
  "u",
);
/** 麻烦告诉3号企业，… */
export const TELLS_THE_COMPANY = new RegExp(
  `${BEFORE}(?:${NUMBERED}${BEHIND})?(?:请|帮我|麻烦|你|就){0,2}(?:告诉|转告|通知|跟|和|发给|发(?=企业|对方|厂里))(?:一下)?(?:${NUMBERED})?(?:那边|的)?(?:企业|对方|厂里)(?:说|讲|看)?(?:一声|一下)?[:：,，]?`,
  "u",
);
/** …，可以答复企业了: said to the bot behind the text. */
export const AND_SEND_IT =
  /[\s,，。;；!！]+(?:现在|应该|就|都|已经)?(?:可以|能|请|麻烦|帮我|直接)+(?:答复|回复|(?:回|告诉|通知)(?=企业|对方|厂里|客户|他们?)|办结|结单|销号|闭环|发给)(?:给)?(?:企业|对方|厂里|客户|他们?)?(?:了|吧|一下|即可){0,2}[\s。!！]*$/u;
/** Whom it is for, where the number stood before it: 答复3号企业：… */
export const FOR_THE_COMPANY = new RegExp(`^(?:那边|的)?${COMPANY}${FILLER}\\s*[:：,，]\\s*`, "u");

/** That something was pressed by mistake, which is no reason yet. */
export const SLIPS = /(?:点|按|确认|看|弄|搞)错了?|手滑|重新?开|其实/u;

/** 那个，…; 好吧，那…; 我替局长说一下：…; 停电几家统一回个话，…: before a text, and no part of it. */
const LEADS_IN =
  /^(?:(?:那个|这个|嗯+|呃|哦|额|好吧|好的?|行吧?|收到|对了|是这样的?|就这样|那就这样|这样吧?)(?:[,，、…:：]+\s*|\s+)){1,4}(?:那(?=\s*(?:就|我们?|\d|[今明后下本]))就?)?|^(?:我|这里|现在)?(?:替|代|帮)\p{Script=Han}{1,6}?(?:说|讲|报|回|汇报|反馈|答复|通报|转达)(?:一?[下声句]|几句)?\s*[:：,，]\s*|^[^,，。:：\d]{0,10}?(?:几|[两二三四五六七八九十]|\d{1,2})家(?:企业|公司)?(?:统一|一起|一并|分别|也|都|先){0,3}(?:答复|回复|回|答|说|讲)(?:一?[下声]|个?[话信]|一遍)\s*[:：,，]\s*/u;

/** Null: it begins with the text itself. */
export function leadIn(plain: string): string | null {
  return LEADS_IN.exec(plain)?.[0] ?? null;
}

const patterns = new Map<string, RegExp>();

/** The words for a move with which a text begins, and what ends them; null: it begins with the text itself. */
export function toDoSaid(command: string, plain: string): string | null {
  const words = TO_DO[command];
  if (words === undefined) return null;
  let pattern = patterns.get(command);
  if (pattern === undefined) {
    pattern = anyOf(`^${ASKED}${words}${FILLER}${ENDS}`);
    patterns.set(command, pattern);
  }
  return pattern.exec(plain)?.[0] ?? null;
}
