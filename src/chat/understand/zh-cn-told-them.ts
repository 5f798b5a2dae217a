import { plainOf } from "../../domain/plain.ts";
import { saidOutright } from "./zh-cn-denied.ts";
import { FINISHED, NOT_FINISHED } from "./zh-cn-work.ts";

/** 路灯的统一跟企业说一声：周五前换完: words for companies, and the words before them to whoever passes them on. In plain text. */

export const SEVERAL = "[那这]?(?:几|[两二三四五六七八九十]|\\d{1,2})(?:家|户|个企业|个公司)(?:企业|公司|厂)?";
export const THEM = `(?:${SEVERAL}|[那这]?[家些]|各家|各?(?:企业|公司)(?:们|那边)?|厂里|大家伙?|各位(?:老板|企业|老总)?|老板们|[他她]们|(?:所有|全部)的?(?:企业|公司))`;
export const TO = "(?:给|跟|和|与|向|对|同)";
export const ALIKE = "(?:也|再|都|先|就|还|补|统一|一起|一并|一块儿?|单独|另外|分别|同样|照样|集体){0,4}";
export const ANSWERS_THEM =
  "(?:答复|回复|反馈|补发|补(?=一?[个句条])|发(?!(?:个|一?[条则份])?(?:通知|公告|消息|信息))|回|答)(?!好|过|了|清楚|定)";
/** 跟他们说一声: news, which asks nobody whether it is solved. */
export const TELLS_THEM =
  "(?:告知|告诉|通知|知会|转告|交[代待]|打(?:个|一?声)招呼|[带捎](?:句|个)话|发(?:个|一?[条则份])?(?:通知|公告|消息|信息)|通(?:个|一?声)气|说|讲)(?!明(?![年天早晚日后])|好(?![的消])|过(?![两几]天|来)|了|清楚|定)";
export const SAYS = `(?:${ANSWERS_THEM}|${TELLS_THEM})`;
export const A_BIT = "(?:一?[下声句遍条]|一?个(?:[话信]|说法)?|句话|[说话]|到(?![位底])|他们|大家|过去|[吧哈啊]){0,4}";

const TELLS = new RegExp(TELLS_THEM, "u");
const ANSWERS = new RegExp(ANSWERS_THEM, "u");

/** By what is said before the text: of what is done the companies are asked whether it is solved, whatever it is called. */
export function isNewsFor(lead: string, text: string): boolean {
  return TELLS.test(lead) && !ANSWERS.test(lead) && !isDone(text);
}

function isDone(text: string): boolean {
  const plain = plainOf(text);
  return saidOutright(FINISHED, plain) && !NOT_FINISHED.test(plain) && !BY_THEN.test(plain);
}

/** 15号前清完: it is to be. */
const BY_THEN =
  /(?:[日号天点]|周[一二三四五六日天]|月[底中末初]|年底|节)[之以]?前|[明后]天|下个?[周月]|月底|年底|\d天内/u;

const HEAD = "((?:[^,，。;；:：!！?？]|[,，](?=\\s*#?\\d)){0,40}?)";
const ASKS_IT = "(?:请|麻烦|帮我?|帮忙|就|先|再|也|都|那|可以|要|统一|一起|一并|集体|还){0,4}";
const WHOM = `(?:${THEM}|对方|人家|客户)(?:那边)?`;
/** What is told begins behind a mark, or at once: 给企业说明年装新桩. */
const BEGINS = "(?:\\s*[:：,，]\\s*|\\s+)";
/** 跟他们说一声就行: nothing is told by it yet. */
const CLOSES = "(?:就(?:行|好|可以|是)|即可)?[了吧啊嘛]?[\\s。.!！]*$";
const AT_ONCE =
  "(?=\\S{3})(?!复|一?[下声句遍个]|[的了过好吧就是可以时后再,，]|清楚|明白|这|那|情况|结果|进展|进度|一下|有|不|没)";
const LEADS = [
  `(${ASKS_IT}${TO}${WHOM}${ALIKE}(?:${SAYS}${A_BIT}(?:${BEGINS}|${CLOSES})|${TELLS_THEM}${A_BIT}${AT_ONCE}))`,
  `(${ASKS_IT}(?:(?:告诉|告知|通知|知会|转告|答复|回复|回)(?:给|到|一[下声])?${WHOM}${ALIKE}${A_BIT}(?:${BEGINS}|${CLOSES})|(?:告诉|告知|通知|转告)${WHOM}${A_BIT}${AT_ONCE}))`,
  `(${ASKS_IT}(?:统一|一起|一并|集体)${ALIKE}${SAYS}${A_BIT}\\s*[:：]\\s*)`,
  `(${ASKS_IT}(?:(?:答复|回复|回|答)${A_BIT}|(?:说|讲)(?:一?[声下句]|个话)${A_BIT})\\s*[:：]\\s*)`,
].map((lead) => new RegExp(`^${HEAD}(?:(?:的?企业)?[,，]\\s*)?${lead}`, "su"));

const NUMBERS = "\\s*#?\\d[\\d#号、,，和与跟及\\s]{0,40}";
const OF_THESE = "((?:的|[这那])?(?:[几两三四五六七八九十]家)?(?:企业|公司|厂里|[他她]们)?";
/** 给17、18的企业说一下：…, 通知17和18两家：…: the numbers stand among the words. */
const AMONG_THE_WORDS = [
  `^(${ASKS_IT}你?${TO}${NUMBERS})${OF_THESE}${ALIKE}${SAYS}${A_BIT}(?:${BEGINS}|${AT_ONCE}))`,
  `^(${ASKS_IT}你?(?:告诉|告知|通知)(?:一下)?${NUMBERS})${OF_THESE}${A_BIT}${BEGINS})`,
].map((words) => new RegExp(words, "su"));

/** What calls the issues: their numbers, 路灯的, 路的事, 烧塑料那几个; and nobody who says it himself. */
const CALLS_THEM =
  /^(?:(?:就|把|给|关于|对|那|还有|另外)?[\s#\d号、,，和与跟及那这个几三两四五六件]*|(?!.*(?:我|让|叫|已|刚才|等|别|没|谁|怎|吗|企业|公司|厂家|老板|领导|局|群里|会上)).{1,20}?(?:的|[那这](?:几|[两三四五六七八九十])?[个家件些]|的?事(?:情|儿)?|问题|号))[\s,，]*$/u;
/** 这几个的: none in words of its own. */
export const CALLS_NONE = /^[\s这那个件几事的]*$/u;
const TO_ALL =
  /统一|一起|一并|集体|都|各家|各企业|大家|[他她]们|企业们|所有|全部|[几两三四五六七八九十\d](?:家|户|个企业)/u;
const SEVERAL_CALLED = /[几两三四五六七八九十][个家件]|这些|那些/u;

export interface ToldThem {
  /** What calls the issues that it is said of. */
  readonly head: string;
  readonly how: "answer" | "progress";
  readonly isToAll: boolean;
  /** Where the text begins. */
  readonly at: number;
  /** Whether each figure in the head is the number of an issue. */
  readonly isOfNumbers: boolean;
}

/** Null: nobody is told anything by it. */
export function toldThemIn(plain: string): ToldThem | null {
  for (const words of [...AMONG_THE_WORDS, ...LEADS]) {
    const [all, head = "", lead = ""] = words.exec(plain) ?? [];
    if (all === undefined || !(AMONG_THE_WORDS.includes(words) || CALLS_THEM.test(head))) continue;
    const isNews = isNewsFor(`${head}${lead}`, plain.slice(all.length));
    const isToAll = TO_ALL.test(lead) || SEVERAL_CALLED.test(head);
    const isOfNumbers = AMONG_THE_WORDS.includes(words);
    return { head, how: isNews ? "progress" : "answer", isToAll, at: all.length, isOfNumbers };
  }
  return null;
}

const WORDS =
  "(?:挂账|挂起|延期|退单|派单|改派|签收|答复|回复|催办|督办|进展|备注|措施|共性|撤回|办结|不受理|联系|协办)";
/** 不是挂账！就是…; 不是让你挂账，是…: to the bot, and for nobody else. */
const PROTESTS = new RegExp(
  `^(?:(?:哎呀?|啊|诶|哦|喂|不对|错了|都?说了|又|我)[\\s,，!！]*)*(?:(?:不是|没有?|谁|哪个|不)(?:让|叫|要|说要?)(?:你|您)?(?!们)(?:去|来|给我?)?${WORDS}[^,，。;；:：!！?？]{0,8}|(?:不是|没有?|谁|哪个)(?:让|叫|要)(?:你|您)(?!们)[^,，。;；:：!！?？]{0,14}|不是(?:要|说)?${WORDS}[啊呀吧的了]*)(?:[,，。;；!！?？\\s]+|$)`,
  "u",
);
const RATHER =
  /^(?:(?:我|而|意思|就|只|光)*(?:是)?(?:说|让你?|叫你?|请你?|要你?|想)?(?=告|通|转|跟|给|和|向|统一|回|答|说|讲|知))/u;

/** Whether it is one, and nobody's text. */
export function isProtest(plain: string): boolean {
  return PROTESTS.test(plain);
}

/** 你理解错了，我是让你…; 不是这个意思，我是说…: the same, where words for companies stand behind it. */
const MISTAKES_IT =
  /^(?:你)?(?:(?:理解|搞|弄|听|看|会)错(?:意)?了?|不是(?:这个|那个|这|那)意思)(?:[,，。;；!！\s]+|$)(?:我?不是[^,，。;；!！]{1,8}[,，。;；!！\s]+)?/u;

/** What is said behind a protest; null: it is none. */
export function behindProtest(plain: string): string | null {
  const protest = (PROTESTS.exec(plain) ?? MISTAKES_IT.exec(plain))?.[0];
  if (protest === undefined) return null;
  const rest = plain.slice(protest.length);
  return rest.slice(RATHER.exec(rest)?.[0].length ?? 0);
}
