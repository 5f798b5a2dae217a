import { exceptedIn, withOnly } from "../../domain/common/zh-cn-excepted.ts";
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
  `^[\\s,，的]*(?:把|给|跟|对|还有)?${LIST}(?:那(?:家|边|个)|家|他家)?${SENDS}[\\s。.!！]*(?:$|[:,，]\\s*(.+)$)`,
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

/** 给这两家回个话, 给大家统一回一下 */
const ANSWERS =
  /给(?:这|那)?(?:[一二两三四五六七八九十几\d]+)(?:家|个企业|个公司)[^,，。:：]{0,4}(?:回|答|说)|(?:统一|一起|一并|一块|大家|各家|各企业|所有|全部|集体|统统|他们|企业)[^,，。]{0,6}(?:回|答|反馈|告知)|(?:回|答复|回复|反馈|告知)(?:一下|给)?(?:大家|各家|各企业|所有|全部|他们|企业)|答复(?!期限|时限|时间)|(?:都|大家|各家)(?:给|都)?(?:回|答|说|讲|通知|告诉)(?:复)?(?:一?声|一下|个?话)?[:：,，]|(?:跟|和|给|向)(?:大家|各家|各企业|企业们?|他们)[^,，。:：]{0,3}(?:说|讲|通知)/u;
const ANSWERED = /(?:答复|回复|回|答)(?:了|过)?(?:没|吗)|没(?:有)?(?:答|回)/u;
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
