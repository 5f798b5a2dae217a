import { plainOf } from "../plain.ts";
import { figuresIn } from "../zh-cn-numerals.ts";

/** Which issues an answer to all leaves out, as it is said beside its text: 11号先不发; 除 #11：…, as the command says it. */

const ONE = "#?\\d{1,6}(?:号|件)?(?:[那这](?:一?家|件|个|边|[头里]|(?=[先暂就不别])))?";
const LIST = `(${ONE}(?:[\\s、,，和与跟及]+${ONE})*)`;
const STARTS = "(?:^|(?<=[,，。;；:：!\\s]))(?:另外|但是?|不过|其中|只是|只有|就是|把|[\\s,，]){0,8}";
const ENDS = "[吧了啊哈他们它家]*(?=[,，。;；:：!\\s]|$)";
const SENDS = "(?:发|回复?|答复?|说|讲|告诉|告知|通知|知会|算|包括|含|给|放|加|纳入|列)";
const NOT = "(?:先|暂时?|就|都|也|还是){0,3}(?:不|别|甭|莫|勿)(?:用|要|必|急着)?";

/** 11号先不发, 16先别: the issues, and that they are to wait. */
const WAITS = `${STARTS}${LIST}(?:的)?${NOT}(?:给|跟|往)?(?:他们?|它)?${SENDS}{0,2}${ENDS}`;
/** 除 #11：…, 除了11号都回 */
const BUT = `${STARTS}除(?:了|开|去|掉)?\\s*${LIST}(?:以外|之外|外)?[\\s,，]?(?:其他|其余|别的|剩下|的|全部|都|照|${SENDS})*${ENDS}`;
/** 11号先等等, 11号我单独打电话 */
const ALONE = `${STARTS}${LIST}(?:的)?(?:我|我们|这边)?(?:先|就|再){0,2}(?:等(?:等|一?下|会儿?)|缓(?:缓|一?下)?|放一?放|单独[^,，。;；:：]{1,8}|另行?[^,，。;；:：]{1,6})${ENDS}`;
const APART = `${STARTS}${LIST}(?:除外|不在内|例外|(?:先|就|给)?(?:去掉|剔[掉除]|拿掉|删掉|划掉))${ENDS}`;
/** 先别发给11号, 先别跟11号说 */
const NOT_TO = `${STARTS}${NOT}(?:${SENDS}{1,2}|跟|和|向|对|让)\\s*${LIST}(?:${SENDS}|知道|晓得){0,2}${ENDS}`;
/** 其他的回: nothing that anybody is to read. */
const OTHERS = `${STARTS}(?:其他|其余|别的|剩下|余下)(?:的|几家|各家|企业|都|照|先|可以|就)*${SENDS}{1,2}${ENDS}`;

const EXCEPTS = [WAITS, BUT, APART, NOT_TO, ALONE].map((one) => new RegExp(one, "gu"));
const REST = new RegExp(OTHERS, "gu");

export interface Excepted {
  /** What is left to be read. */
  readonly text: string;
  readonly except: readonly number[];
}

/** The text without what says whom it is not for, and those issues. */
export function exceptedIn(text: string): Excepted {
  let plain = plainOf(text);
  let left = text;
  const except = new Set<number>();
  for (const words of EXCEPTS)
    for (const found of plain.matchAll(words)) for (const one of figuresIn(found[1] ?? "")) except.add(one);
  if (except.size === 0) return { text, except: [] };
  for (const words of [...EXCEPTS, REST]) {
    for (const { index, 0: said } of [...plain.matchAll(words)].toReversed()) {
      left = left.slice(0, index) + left.slice(index + said.length);
      plain = plain.slice(0, index) + plain.slice(index + said.length);
    }
  }
  const bare = left.replace(/^[\s,，。;；:：]+|[\s,，;；:：]+$/gu, "").replace(/([,，;；。])[,，;；。\s]+/gu, "$1");
  return { text: bare, except: [...except] };
}

/** 除 #11：… as the command says it. */
export function withExcepted({ text, except }: Excepted): string {
  return except.length === 0 ? text : `除 ${except.map((one) => `#${one}`).join(" ")}：${text}`;
}

/** 也 #18：… as the command says it: these were said to hear it, too. */
export function withWanted(wanted: readonly number[], text: string): string {
  return `也 ${wanted.map((one) => `#${one}`).join(" ")}：${text}`;
}

/** 只 #12：… as the command says it: nobody else hears it. Without a text it is what the others have heard. */
export function withOnly(only: readonly number[], text: string): string {
  return `只 ${only.map((one) => `#${one}`).join(" ")}：${text}`;
}

/** The text without them; none: it is for all. */
export function onlyIn(text: string): { readonly text: string; readonly only: readonly number[] } {
  const [all = "", said = ""] = /^只 ((?:#\d{1,6} ?){1,100})：/u.exec(text) ?? [];
  return { text: text.slice(all.length), only: figuresIn(said) };
}

/** The text without them. */
export function wantedIn(text: string): { readonly text: string; readonly wanted: readonly number[] } {
  const [all = "", said = ""] = /^也 ((?:#\d{1,6} ?){1,100})：/u.exec(text) ?? [];
  return { text: text.slice(all.length), wanted: figuresIn(said) };
}

/** 除 湖南中塑科技有限公司：…: companies that are left out, as the command says it. */
export function withFirmsExcepted(companies: readonly string[], text: string): string {
  return `${companies.map((one) => `除 ${one}：`).join("")}${text}`;
}

/** 只 中塑和凌云：…: who alone hears it, by names. Null: it is not said so. */
export function onlyNamedIn(text: string): { readonly text: string; readonly called: string } | null {
  const [all, called = ""] = /^只 ([^#：]{1,40})：/u.exec(text) ?? [];
  return all === undefined ? null : { text: text.slice(all.length), called };
}
