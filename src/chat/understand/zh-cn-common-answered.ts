import { exceptedIn, withExcepted, withOnly } from "../../domain/common/zh-cn-excepted.ts";
import { plainOf } from "../../domain/plain.ts";
import { figuresIn } from "../../domain/zh-cn-numerals.ts";
import { ASKS_STANDING } from "./zh-cn-asks.ts";
import { undoesAnAnswer } from "./zh-cn-common-mended.ts";
import { type Deed, saidUndenied, toldBehind } from "./zh-cn-common-said.ts";

/** An answer to all issues of a common problem, or to some alone: G2 12号单独回：管子明天换; 12也补发一个. */

const LIST = "(#?\\d{1,6}号?(?:[\\s、,，和跟与及]{1,3}#?\\d{1,6}号?){0,20})";
const SENDS =
  "(?:也|再|都|先|就|还|要|单独|另外|分别|补|一起|一并|同样|照样|给|跟|向){0,6}(?:他们?)?(?:发|回|答)复?(?:一?[下个声份句遍条]|个话|个信|他们?|过去)*(?:吧|啊|哈)?";
const TO_THESE = new RegExp(
  `^[\\s,，的]*(?:里[面头边]?|中|其中|当中)?的?(?:把|给|跟|对|还有)?${LIST}(?:那(?:家|边|个)|家|他家)?${SENDS}[\\s。.!！]*(?:$|[:,，]\\s*(?:(?:就说|就讲|说是)[:,，]?\\s*)?(.+)$)`,
  "su",
);
/** 6和11的水压回一下：加压泵已经装好: the words behind the numbers call it. */
const OF_CALLED = new RegExp(
  `^(?:把|给|跟)?${LIST}(?:的|那(?:几|两)家(?:的)?)(?!答复|回复|进展|情况|结果|事)([^\\d\\s,，。:的]{2,8}?)(?:那个|这个|问题|的?事情?)?(?:统一|一起|一并)?${SENDS}\\s*[:,，]\\s*(.{2,})$`,
  "su",
);

/** As it stands behind 答复 and its number. Null: nothing of the kind is said. */
function saidToThese(text: string): string | null {
  const [, listed, said = ""] = TO_THESE.exec(plainOf(text)) ?? [];
  return listed === undefined ? null : withOnly(figuresIn(listed), text.slice(text.length - said.length).trim());
}

/** Where it is named beside it: to whom one is answered is no other deed. */
export const answeredThese: Deed = ({ after, told, which, isNumbered }) => {
  const said = isNumbered || which.startsWith("⟪") ? saidToThese(isNumbered ? told : after) : null;
  return said === null ? null : ["答复", which, said];
};

/** Right behind an answer to all: with what the others have heard, or that and a sentence more. */
export function answeredToo(text: string, id: number, did = ""): readonly string[] | null {
  const said = did.split("\n").at(-1)?.startsWith("答复") === true ? saidToThese(text) : null;
  const isMore = said !== null && /：(?:$|(?:再|另外)?(?:加|补)(?:上|充)?一?[句段])/u.test(said);
  return isMore ? [`共性 答复 G${id} ${said}`] : null;
}

/** As the command says it. */
export function answeredOfCalled(text: string): string | null {
  const [, listed, called, said = ""] = OF_CALLED.exec(plainOf(text)) ?? [];
  if (listed === undefined) return null;
  return `共性 答复 ⟪${called}⟫ ${withOnly(figuresIn(listed), text.slice(text.length - said.length).trim())}`;
}

const SEVERAL = "[那这]?(?:几|[两二三四五六七八九十]|\\d{1,2})(?:家|户|个企业|个公司)(?:企业|公司|厂)?";
const THEM = `(?:${SEVERAL}|[那这]?[家些]|各家|各?(?:企业|公司)(?:们|那边)?|厂里|大家伙?|[他她]们|(?:所有|全部)的?(?:企业|公司))`;
/** 没回的, 剩下: nobody is answered twice, so that these are the ones whom an answer to all reaches. */
const THE_OTHERS =
  "(?:剩下|余下|还剩|其[他余它]|另外|别|还?(?:没有?|未)(?:给)?(?:答复?|回复?|发|说|通知)(?:过|到)?)的?";
const WHOM = `(?:${THE_OTHERS}${THEM}?|${THEM})`;
const TO = "(?:给|跟|和|与|向|对|同)";
const ALIKE = "(?:也|再|都|先|就|还|补|统一|一起|一并|一块儿?|单独|另外|分别|同样|照样|集体){0,4}";
const SAYS =
  "(?:答复|回复|反馈|告知|告诉|通知|知会|交[代待]|补发|补(?=一?[个句条])|发|回|答|说|讲)(?!明|好|过|了|清楚|定)";
const A_BIT = "(?:一?[下声句遍条]|一?个(?:[话信]|说法)?|句话|[说话]|他们|大家|过去|[吧哈啊]){0,4}";
const AND_THEN = "\\s?[:：,，\\s]\\s?(?:(?:就说|就讲|说是)[:：,，\\s]?)?(\\S.+)$";
const FIRST = "^[\\s,，的]*(?:请|就|再|也|都|先|那|把|统一|一起|一并){0,4}";
/** 给没回的那家也答复：…, 通知企业：… */
const TO_ALL = [
  `${FIRST}${TO}?${WHOM}${ALIKE}${SAYS}${A_BIT}${AND_THEN}`,
  `${FIRST}${SAYS}(?:给|到|一[下声])?${WHOM}${A_BIT}${AND_THEN}`,
].map((one) => new RegExp(one, "su"));
/** 停电那几家回一下，…: behind those whom it is for. */
const TO_THOSE = new RegExp(`^${ALIKE}${SAYS}${A_BIT}${AND_THEN}`, "su");
const ENDS_WITH_SEVERAL = new RegExp(`${SEVERAL}[\\s,，]*$`, "u");
/** 给中塑和凌云回一下：… */
const TO_SOME = new RegExp(
  `${FIRST}(?:${TO}|${SAYS}(?:给|到)?)([^,，:：。\\d\\s]{2,20}?)(?:那[边家])?(?:${ALIKE}${SAYS})?${A_BIT}${AND_THEN}`,
  "su",
);
/** 跟谁讲：…: words for somebody, whoever that is. */
const FOR_SOMEBODY = new RegExp(`^[^:：]{0,20}${SAYS}${A_BIT}\\s?[:：]`, "u");

/** What somebody is told is nothing that will be done, though a day is in it. */
export function isForSomebody(told: string): boolean {
  return FOR_SOMEBODY.test(plainOf(told));
}

/** Said to all, or to companies that are named, with the text that is to go out: it is shown, and no measure. */
export const answeredTo: Deed = ({ plain: whole, told, which, isCompany }) => {
  const plain = plainOf(told);
  const isOfSeveral = ENDS_WITH_SEVERAL.test(whole.slice(0, whole.length - plain.length));
  const to = [...TO_ALL, ...(isOfSeveral ? [TO_THOSE] : [])];
  const [, said] = to.map((words) => words.exec(plain)).find((one) => one !== null) ?? [];
  if (said !== undefined) return ["答复", which, told.slice(told.length - said.length).trim()];
  const [, whom = "", text = ""] = TO_SOME.exec(plain) ?? [];
  if (whom === "" || isCompany?.(whom) !== true) return null;
  return ["答复", which, `只 ${whom}：${told.slice(told.length - text.length).trim()}`];
};

/** 8和10先不要回，其他的统一回一下：…, where whom it is not for is said first. */
export const answeredBut: Deed = ({ told, which }) => {
  const others = answerToOthers(told);
  return others === null ? null : ["答复", which, others.rest];
};

/** As it stands behind 答复 and its number, and who is left out; of 20单独回：… those alone hear it. Null: nothing of the kind is said. */
export function answerToOthers(told: string): { readonly except: readonly number[]; readonly rest: string } | null {
  const { except, rest } = leftOutFirst(told);
  if (except.length === 0) return null;
  const these = saidToThese(rest);
  if (these !== null) return { except, rest: these };
  const plain = plainOf(rest);
  const [, said] = TO_ALL.map((one) => one.exec(plain)).find((one) => one !== null) ?? [];
  if (said === undefined) return null;
  return { except, rest: withExcepted({ text: rest.slice(rest.length - said.length).trim(), except }) };
}

/** The same of the one with this number. */
export function answerOf(id: number, rest: string): string {
  return `答复 G${id} ${rest}`;
}

/** The clauses that say nothing but who is left out, and what stands behind them. */
function leftOutFirst(told: string): {
  readonly except: readonly number[];
  readonly rest: string;
} {
  const clauses = told.slice(0, LOOKED_AT).split(/(?<=[,，;；。])/u);
  const each = clauses.map((one) => exceptedIn(one));
  const first = each.findIndex(({ text, except }) => text !== "" || except.length === 0);
  const left = each.slice(0, Math.max(0, first));
  const from = clauses.slice(0, left.length).join("").length;
  return {
    except: [...new Set(left.flatMap(({ except }) => except))],
    rest: told.slice(from).trim(),
  };
}

/** Further on nobody is left out first. */
const LOOKED_AT = 80;

/** 给这两家回个话, 给大家统一回一下 */
const ANSWERS_AT_ALL =
  "给(?:这|那)?(?:[一二两三四五六七八九十几\\d]+)(?:家|个企业|个公司)[^,，。:：]{0,4}(?:回|答|说)|(?:统一|一起|一并|一块|大家|各家|各企业|所有|全部|集体|统统|他们|企业)[^,，。]{0,6}(?:回|答|反馈|告知)|(?:回|答复|回复|反馈|告知)(?:一下|给)?(?:大家|各家|各企业|所有|全部|他们|企业)|答复(?!期限|时限|时间)|(?:都|大家|各家)(?:给|都)?(?:回|答|说|讲|通知|告诉)(?:复)?(?:一?声|一下|个?话)?[:：,，]|(?:跟|和|给|向)(?:大家|各家|各企业|企业们?|他们)[^,，。:：]{0,3}(?:说|讲|通知)";
const ANSWERS = new RegExp(`${TO}${WHOM}${ALIKE}${SAYS}|${ANSWERS_AT_ALL}`, "u");
const ANSWERED = /(?:答复|回复|回|答)(?:了|过)?(?:没|吗)|没(?:有)?(?:答|回)(?!复?[过]?的)/u;
const ANSWER_TEXT =
  /(?:答复|回复|回|告知|告诉|反馈|说|讲|通知)(?:一下|一声|下|个话|个信|话|给)?(?:大家|各家|各企业|他们|企业们?)?(?:说|[:,\s]){1,3}(.{4,})$/su;

/** 已经处理好了，给大家一起回一下: the text that is there, which is shown before it goes out. */
export const answered: Deed = ({ ahead, behind, told, plain, which }) => {
  const isSaid = saidUndenied(ANSWERS, behind) || /答复[^,，。]{0,20}$/u.test(ahead);
  if (!isSaid || ANSWERED.test(plain) || undoesAnAnswer(plain)) return null;
  const clauses = told.split(/[,，。;；]/u).filter((one) => !ANSWERS.test(plainOf(one)));
  const last = toldBehind(ANSWER_TEXT, told);
  // …一起回一下，3号先不发: whom it is not for is no text.
  const text = (
    last !== undefined && exceptedIn(last).text !== "" && !NOT_FOR.test(plainOf(last)) ? last : clauses.join("，")
  ).trim();
  return text === "" && ASKS_STANDING.test(plain) ? null : ["答复", which, text];
};

const NOT_FOR =
  /^[^,，。:：]{1,10}?(?:先|暂时?|就|都)*(?:不|别|莫)(?:用|要)?(?:发|回复?|答复?|说|通知|告诉)(?:了|吧|啊)?[\s。.!！]*$/u;
