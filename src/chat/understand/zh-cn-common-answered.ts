import { exceptedIn, withExcepted, withOnly } from "../../domain/common/zh-cn-excepted.ts";
import { plainOf } from "../../domain/plain.ts";
import { figuresIn } from "../../domain/zh-cn-numerals.ts";
import { ASKS_STANDING } from "./zh-cn-asks.ts";
import { undoesAnAnswer } from "./zh-cn-common-mended.ts";
import { type Deed, saidUndenied, toldBehind } from "./zh-cn-common-said.ts";
import { A_BIT, ALIKE, ANSWERS_THEM, isNewsFor, SAYS, SEVERAL, TELLS_THEM, THEM, TO } from "./zh-cn-told-them.ts";

/** An answer, or news, to all issues of a common problem, or to some alone: G2 12号单独回：管子明天换; 12也补发一个. */

const LIST = "(#?\\d{1,6}号?(?:[\\s、,，和跟与及]{1,3}#?\\d{1,6}号?){0,20})";
const SENDS =
  "(?:也|再|都|先|就|还|要|单独|另外|分别|补|一起|一并|同样|照样|给|跟|向){0,6}(?:他们?)?(?:(?:发|回|答)复?|(?:说|讲|告诉|通知|告知)(?=一|[他大]|[:,，]))(?:一?[下个声份句遍条]|个话|个信|他们?|过去)*(?:吧|啊|哈)?";
const LET = "(?:先|就|只|仅|单独|暂时|请|可以|要){0,4}";
const BEHIND_THEM = "[\\s。.!！]*(?:$|[:,，]\\s*(?:(?:就说|就讲|说是)[:,，]?\\s*)?(.+)$)";
const TO_THESE = [
  `^[\\s,，的]*(?:里[面头边]?|中|其中|当中)?的?${LET}(?:把|给|跟|对|还有)?${LIST}(?:那(?:[几两]?家|边|[几两]?个)|[几两]?家|他家)?${SENDS}${BEHIND_THEM}`,
  // 只回23和24：…
  `^[\\s,，的]*${LET}(?:答复|回复|回|答|通知|告诉|告知)(?:给|一下)?${LIST}(?:那(?:[几两]?家|边|[几两]?个)|[几两]?家|他家)?[吧啊哈]?[\\s。.!！]*[:,，]\\s*(.+)$`,
].map((one) => new RegExp(one, "su"));
/** 6和11的水压回一下：加压泵已经装好: the words behind the numbers call it. */
const OF_CALLED = new RegExp(
  `^(?:把|给|跟)?${LIST}(?:的|那(?:几|两)家(?:的)?)(?!答复|回复|进展|情况|结果|事)([^\\d\\s,，。:的]{2,8}?)(?:那个|这个|问题|的?事情?)?(?:统一|一起|一并)?${SENDS}\\s*[:,，]\\s*(.{2,})$`,
  "su",
);

/** Of 答复 and 告知企业 the one that is said, and what stands behind it. */
type Sent = readonly [word: string, rest: string];

/** Null: nothing of the kind is said. */
function saidToThese(text: string): Sent | null {
  const plain = plainOf(text);
  const [, listed, said = ""] = TO_THESE.map((one) => one.exec(plain)).find((one) => one !== null) ?? [];
  if (listed === undefined) return null;
  const to = withoutTheOthers(text.slice(text.length - said.length).trim());
  return [wordFor(plain.slice(0, plain.length - said.length), to), withOnly(figuresIn(listed), to)];
}

/** Where it is named beside it: to whom one is answered is no other deed. */
export const answeredThese: Deed = ({ ahead, after, told, which, isNumbered }) => {
  if (!isNumbered && !which.startsWith("⟪")) return null;
  // 先答一半：23、24都换好了，其他的再等等; 给G1的6回一下：…
  const these = isNumbered ? (saidToThese(told) ?? toSome(told)) : saidToThese(after);
  if (these === null) return HALF.test(plainOf(told)) && ahead === "" ? ["", which, told] : null;
  return [these[0], which, these[1]];
};

/** 先答一半, 先回一部分: whom it is for stands behind it, or nowhere. */
const HALF = new RegExp(
  `^[\\s,，的]*${LET}(?:给|跟)?(?:答复|回复|回|答)(?:一?半|一?部分|一些|[几两三四五六七八九十\\d]{1,2}[家个件]|个?别的?)(?:企业|吧|啊|哈|的)?\\s*[:：,，]\\s*`,
  "u",
);

function toSome(told: string): Sent | null {
  // 都换好了，先给23、24回一下，其他的等等
  const [, text = "", listed, how = ""] = AND_TO_THESE.exec(plainOf(withoutTheOthers(told))) ?? [];
  if (listed !== undefined) return [wordFor(how, text), withOnly(figuresIn(listed), told.slice(0, text.length).trim())];
  const half = HALF.exec(plainOf(told))?.[0] ?? "";
  const these = forThese(told.slice(half.length), half === "");
  return these === null ? null : ["答复", these];
}

const AND_TO_THESE = new RegExp(
  `^([^:：]{2,}?)[\\s,，。;；]+${LET}(?:给|跟|向)${LIST}(?:那(?:[几两]?家|边|[几两]?个)|[几两]?家)?(${SENDS})[\\s。.!！]*$`,
  "su",
);

/** 23、24都换好了，其他的再等等: what it begins with is whom it is for. `isShared`: only where the others are to wait. */
function forThese(text: string, isShared: boolean): string | null {
  const [lead, listed = ""] = BEGINS_WITH_THEM.exec(plainOf(text)) ?? [];
  if (lead === undefined) return null;
  const told = text.slice(lead.length).trim();
  const left = withoutTheOthers(told);
  const isApart = left !== told || SENT_TO_THESE.test(plainOf(told));
  return isShared && !isApart ? null : withOnly(figuresIn(listed), besideAnswering(left.replace(SENT_TO_THESE, "")));
}

const BEGINS_WITH_THEM = new RegExp(
  `^(?:里|其中|只有|就|的)*${LIST}(?![\\d.点时分元米个天日月年])(?:的|那?(?:几|[两三四五六七八九十])[家个件]|这?些)?[\\s,，:：]{0,2}`,
  "u",
);

/** …，先答这两家 */
const SENT_TO_THESE =
  /[\s,，。;；]+(?:先|只|就|请|单独){1,3}(?:给|跟)?(?:这|那)?(?:[几两三四五六七八九十]?[家个件]|他们)?(?:答|回)复?(?:一下|给)?(?:这|那)?(?:[几两三四五六七八九十]?[家个件]|他们)?[了吧啊\s。.!！]*$/u;

/** 其他的再等等, 剩下的过几天: to whoever sends it, and for nobody to read. */
const THE_OTHERS_WAIT =
  /(?:^|[\s,，。;；]+)(?:其[他余它]|剩下?|余下|别|另外|没换?好?)的?(?:那?几?[家个件户]|企业|人)?(?:的)?(?:先|再|就|都|还|暂时?|回头|以后|晚点|等|过[两几]天|下周|明天|后天){0,4}(?:等(?:等|一?下|着)?|再?说|缓(?:缓|一?下)?|放(?:放|一?放)?|不[回答发急]|别[回答发急]|再[回答]|慢慢来|过[两几]天|下周|明天|后天)(?:再?(?:说|回|答|看)复?|吧|啊|了|哈)*[\s。.!！]*$/u;

function withoutTheOthers(text: string): string {
  return text.slice(0, THE_OTHERS_WAIT.exec(plainOf(text))?.index ?? text.length).trim();
}

/** Right behind an answer to all: with what the others have heard, or that and a sentence more. */
export function answeredToo(text: string, id: number, did = ""): readonly string[] | null {
  const [, said] = (did.split("\n").at(-1)?.startsWith("答复") === true ? saidToThese(text) : null) ?? [];
  const isMore = said !== undefined && /：(?:$|(?:再|另外)?(?:加|补)(?:上|充)?一?[句段])/u.test(said);
  return isMore ? [`共性 答复 G${id} ${said}`] : null;
}

/** As the command says it. */
export function answeredOfCalled(text: string): string | null {
  const [, listed, called, said = ""] = OF_CALLED.exec(plainOf(text)) ?? [];
  if (listed === undefined) return null;
  return `共性 答复 ⟪${called}⟫ ${withOnly(figuresIn(listed), text.slice(text.length - said.length).trim())}`;
}

/** 没回的, 剩下: nobody is answered twice, so that these are the ones whom an answer to all reaches. */
const THE_OTHERS =
  "(?:剩下|余下|还剩|其[他余它]|另外|别|还?(?:没有?|未)(?:给)?(?:答复?|回复?|发|说|通知)(?:过|到)?)的?";
const WHOM = `(?:${THE_OTHERS}${THEM}?|${THEM})`;
const AND_THEN = "\\s?[:：,，\\s]\\s?(?:(?:就说|就讲|说是)[:：,，\\s]?)?(\\S.+)$";
const FIRST = "^[\\s,，的]*(?:在?群里)?(?:请|就|再|也|都|先|那|把|统一|一起|一并){0,4}";
/** 给没回的那家也答复：…, 通知企业：… */
const TO_ALL = [
  `${FIRST}${TO}?${WHOM}${ALIKE}${SAYS}${A_BIT}${AND_THEN}`,
  `${FIRST}${SAYS}(?:给|到|一[下声])?${WHOM}${A_BIT}${AND_THEN}`,
].map((one) => new RegExp(one, "su"));
/** 停电那几家回一下，…: behind those whom it is for. */
const TO_THOSE = new RegExp(`^${ALIKE}${SAYS}${A_BIT}${AND_THEN}`, "su");
/** 统一回一句：…, 统一说：…, 说一声：…: what stands behind such words and a colon is the text, whole. */
const AND_SO = "\\s?[:：]\\s?(\\S.+)$";
const AT_ONCE = [
  `${FIRST}${TO}?${ALIKE}${ANSWERS_THEM}${A_BIT}${AND_SO}`,
  `${FIRST}${TO}?${ALIKE}${TELLS_THEM}(?=一?[声下句遍]|个[话信])${A_BIT}${AND_SO}`,
  `${FIRST}${TO}?(?:发(?:个|一?[条则份])?(?:通知|公告|消息|信息)|[带捎](?:句|个)话)${AND_SO}`,
  `^[\\s,，的]*(?:请|就|再|也|先|那){0,3}(?:都|统一|一起|一并|集体|一块儿?){1,2}${TELLS_THEM}${A_BIT}${AND_SO}`,
].map((one) => new RegExp(one, "su"));
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

/** By what is said before the text. */
function wordFor(lead: string, text: string): string {
  return isNewsFor(lead.replace(THEM_LEFT, ""), text) ? "告知企业" : "答复";
}

const THEM_LEFT = new RegExp(THE_OTHERS, "gu");

/** Said to all, or to companies that are named, with the text that is to go out: it is shown, and no measure. */
export const answeredTo: Deed = ({ plain: whole, told, which, isCompany }) => {
  const plain = plainOf(told);
  const isOfSeveral = ENDS_WITH_SEVERAL.test(whole.slice(0, whole.length - plain.length));
  const to = [...TO_ALL, ...(which === "" ? [] : AT_ONCE), ...(isOfSeveral ? [TO_THOSE] : [])];
  const sent = to.map((words) => sentBy(words, told)).find((one) => one !== null);
  if (sent !== undefined) return [sent[0], which, sent[1]];
  const [, whom = "", said = ""] = TO_SOME.exec(plain) ?? [];
  if (whom === "" || isCompany?.(whom) !== true) return null;
  const text = told.slice(told.length - said.length).trim();
  return [wordFor(plain.slice(0, plain.length - said.length), text), which, `只 ${whom}：${text}`];
};

function sentBy(words: RegExp, told: string): Sent | null {
  const plain = plainOf(told);
  const [, said] = words.exec(plain) ?? [];
  if (said === undefined) return null;
  const text = told.slice(told.length - said.length).trim();
  return [wordFor(plain.slice(0, plain.length - said.length), text), text];
}

/** 8和10先不要回，其他的统一回一下：…, where whom it is not for is said first. */
export const answeredBut: Deed = ({ told, which }) => {
  const others = answerToOthers(told);
  return others === null ? null : [others.word, which, others.rest];
};

/** What goes to whom, and who is left out; of 20单独回：… those alone hear it. Null: nothing of the kind is said. */
export function answerToOthers(
  told: string,
): { readonly except: readonly number[]; readonly word: string; readonly rest: string } | null {
  const { except, rest: said } = leftOutFirst(told);
  if (except.length === 0) return null;
  const [word, rest] = saidToThese(said) ?? [];
  if (word !== undefined && rest !== undefined) return { except, word, rest };
  const [how, text] = TO_ALL.map((one) => sentBy(one, said)).find((one) => one !== null) ?? [];
  if (how === undefined || text === undefined) return null;
  return { except, word: how, rest: withExcepted({ text, except }) };
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
const ANSWERED =
  /(?:跟|给|和|向)[^,，。:：]{1,8}(?:说|讲|通知|交代|回|答)(?:过|好)了|(?:答复|回复|回|答)(?:了|过)?(?:没|吗)|没(?:有)?(?:答|回)(?!复?[过]?的)/u;
const ANSWER_TEXT =
  /(?:答复|回复|回|告知|告诉|反馈|说|讲|通知)(?:一下|一声|一句|下|个话|个信|话|给)?(?:大家|各家|各企业|他们|企业们?)?(?:说|[:,\s]){1,3}(.{4,})$/su;

/** 已经处理好了，给大家一起回一下: the text that is there, which is shown before it goes out. */
export const answered: Deed = ({ ahead, behind, told, plain, which }) => {
  const isSaid = saidUndenied(ANSWERS, behind) || /答复[^,，。]{0,20}$/u.test(ahead);
  if (!isSaid || ANSWERED.test(plain) || undoesAnAnswer(plain)) return null;
  const last = toldBehind(ANSWER_TEXT, told);
  // …一起回一下，3号先不发: whom it is not for is no text.
  const isText = last !== undefined && exceptedIn(last).text !== "" && !NOT_FOR.test(plainOf(last));
  const text = isText ? last.trim() : besideAnswering(told);
  if (text === "" && ASKS_STANDING.test(plain)) return null;
  const these = forThese(text, true);
  return [wordFor(`${ahead}${sayingIn(told)}`, text), which, these ?? text];
};

/** What is left without the words to whoever sends it; 跟企业讲一声会停水四小时 tells what stands behind them. */
function besideAnswering(told: string): string {
  const clauses = told.split(/[,，。;；]/u).map((one) => {
    const plain = plainOf(one);
    if (!ANSWERS.test(plain)) return one;
    const behind = BEHIND_TELLING.exec(plain)?.[1] ?? "";
    return one.slice(one.length - behind.length);
  });
  return clauses
    .filter((one) => one.trim() !== "")
    .join("，")
    .trim();
}

const BEHIND_TELLING = new RegExp(
  `${TO}${WHOM}${ALIKE}${SAYS}${A_BIT}[\\s:：]?((?!复|一?[下声句遍]|这|那|情况|结果|进展|进度|清楚|明白)\\S{3,})$`,
  "u",
);

/** The words to whoever sends it. */
function sayingIn(told: string): string {
  const clauses = plainOf(told).split(/[,，。;；]/u);
  const saying = clauses.filter((one) => ANSWERS.test(one)).map((one) => one.split(/[:：]/u, 1)[0] ?? "");
  return saying.map((one) => one.slice(0, one.length - (BEHIND_TELLING.exec(one)?.[1] ?? "").length)).join("，");
}

const NOT_FOR =
  /^[^,，。:：]{1,10}?(?:先|暂时?|就|都)*(?:不|别|莫)(?:用|要)?(?:发|回复?|答复?|说|通知|告诉)(?:了|吧|啊)?[\s。.!！]*$/u;
