import {
  type Excepted,
  exceptedIn,
  onlyIn,
  withExcepted,
  withFirmsExcepted,
  withOnly,
  withWanted,
} from "../../domain/common/zh-cn-excepted.ts";
import { plainOf } from "../../domain/plain.ts";
import { figuresIn } from "../../domain/zh-cn-numerals.ts";
import type { Doing, Step } from "./outcome.ts";
import { INSTEAD, YES } from "./zh-cn-answers.ts";
import { saidOfMembers } from "./zh-cn-common-members.ts";
import { takenOutForAReason } from "./zh-cn-corrections.ts";
import { PUT_IN_ITS_PLACE } from "./zh-cn-preface.ts";

/** What is said to a step of a common problem that was shown, and neither takes nor drops it: its text anew, who is left out, which issues. */

/** 答复 G4 …: what it is, of which one, and its text. */
const WITH_TEXT = /^(答复|告知企业|措施|进展|催办|办结) G(\d+) (.+)$/su;
/** 新建 「渣土车」 #8 #16 */
const MAKES = /^新建 「([^」]*)」 (#[\d\s#]+)$/u;

/** G4 答复, 答复 G4, 告知企业 G4: whether its text goes to the companies. */
export function isAnswerToAll({ command, rest }: Doing): boolean {
  return command === "common" && /^(?:G\d+ )?(?:答复|告知企业)(?:\s|$)/u.test(rest);
}

/** The common problem that is spoken of in what is shown; undefined: in none. */
export function commonIn([doing, ...more]: readonly Doing[]): number | undefined {
  if (doing?.command !== "common" || more.length > 0) return undefined;
  const said = /^\p{Script=Han}+ G(\d+)(?:\s|$)/u.exec(doing.rest)?.[1];
  return said === undefined ? undefined : Number(said);
}

/** Whether what was said of common problems is about this one, or names none. */
export function isSteady(rest: string, id: number): boolean {
  if (/⟪(?!G?\d*⟫)/u.test(rest) || rest.startsWith("新建")) return false;
  const [named] = /(?<![a-z\d])g\s*#?\d{1,6}/iu.exec(rest.slice(0, WHERE_IT_IS_NAMED)) ?? [];
  return named === undefined || Number(/\d+/u.exec(named)?.[0]) === id;
}

const WHERE_IT_IS_NAMED = 12;

/** The same step with another text, which is shown before it goes anywhere. Null: it carries none. */
export function withTextAnew(doing: Doing, text: string): Step | null {
  const [, deed, id, before = ""] = doing.command === "common" ? (WITH_TEXT.exec(doing.rest) ?? []) : [];
  if (deed === undefined || text === "") return null;
  const { only } = onlyIn(before);
  if (only.length > 0) return again(doing, `${deed} G${id} ${withOnly(only, text)}`);
  // Who was left out of the first text is left out of the other.
  const except = [...new Set([...exceptedIn(before).except, ...exceptedIn(text).except])];
  return again(doing, `${deed} G${id} ${withExcepted({ text: exceptedIn(text).text, except })}`);
}

/** An answer shows itself with whom it reaches; the rest is shown as any other. */
function again({ command, word }: Doing, rest: string): Step {
  const doing = { command, word, number: null, rest };
  return { kind: goesOut(rest) ? "do" : "offer", doing };
}

function goesOut(rest: string): boolean {
  return /^(?:答复|告知企业)/u.test(rest);
}

/** Null: it is a yes, a no, or about something else. `excepted`: the issues and companies that a text leaves out. */
export function commonShownAnew(
  [doing, ...more]: readonly Doing[],
  text: string,
  excepted: (text: string) => Excepted & { readonly companies: readonly string[] },
): Step | null {
  if (doing?.command !== "common" || more.length > 0) return null;
  const plain = plainOf(text);
  const instead = PUT_IN_ITS_PLACE.exec(plain) ?? INSTEAD.exec(plain);
  if (instead !== null) return withTextAnew(doing, text.slice(instead[0].length).trim());
  const [, deed, id, before = ""] = WITH_TEXT.exec(doing.rest) ?? [];
  const { except: said, companies } = excepted(text);
  const except = [...new Set([...said, ...takenOutForAReason(plain)])];
  const isSent = goesOut(doing.rest);
  const joined = isSent ? figuresIn((TOO.exec(plain) ?? WITH_THESE.exec(plain))?.slice(1).join(" ") ?? "") : [];
  const { only, text: toThese } = onlyIn(before);
  if (only.length > 0 && except.length + joined.length > 0) {
    const these = [...new Set([...only, ...joined])].filter((one) => !except.includes(one));
    return these.length === 0 ? null : again(doing, `${deed} G${id} ${withOnly(these, toThese)}`);
  }
  const shown = exceptedIn(before);
  if (isSent && HEARD_BY_ALL.test(plain)) return again(doing, `${deed} G${id} ${exceptedIn(toThese).text}`);
  if (isSent && except.length + companies.length > 0) {
    const all = [...new Set([...shown.except, ...except])];
    const held = withFirmsExcepted(companies, withExcepted({ text: shown.text, except: all }));
    return again(doing, `${deed} G${id} ${held}`);
  }
  if (joined.length > 0) {
    const left = shown.except.filter((one) => !joined.includes(one));
    return again(doing, `${deed} G${id} ${withWanted(joined, withExcepted({ text: shown.text, except: left }))}`);
  }
  return madeWithout(doing, companies) ?? madeOfOthers(doing, plain);
}

/** 18也发吧, 6也一起: these shall hear it, too. */
const TOO =
  /^(?:还有|把|那|对了|等等|等一下|[\s,，])*(#?\d{1,6}号?(?:[\s、,，和跟与及]{1,3}#?\d{1,6}号?){0,20})\s?(?:那家|那个|家)?(?:也|都|照样|一起|一并|同样)+(?:给|跟|往)?(?:他们?|它)?(?:发|回复?|答复?|说|算上?|加上?|带上?|通知|告诉)?(?:一下|一声|了)?(?:吧|啊|哈)?[\s。.!！]*$/u;

const LIST = "(#?\\d{1,6}号?(?:[\\s、,，和跟与及]{1,3}#?\\d{1,6}号?){0,20})";
const ADDED = "(?:加上?|算上?|带上|补上|加进[来去]|算进[来去]|放进[来去])";
const SO = "(?:那家|那个|一起|也)?(?:吧|啊|哈|了)?[\\s。.!！]*$";
/** 也加上10, 10号加上 */
const WITH_THESE = new RegExp(
  `^(?:还是?|把|那就?|对了|再|也|都|[\\s,，]){0,4}(?:${ADDED}个?${LIST}|${LIST}(?:那家|那个)?(?:也|都|再|还是?){0,2}${ADDED})${SO}`,
  "u",
);

/** 算了，都回吧: nobody is left out after all; it is shown again. */
const HEARD_BY_ALL =
  /^(?:(?:算了|还是|那|就|干脆|不管了|不分了)[\s,，吧]*){1,4}(?:给|跟)?(?:他们|大家|各家|企业|几家|[两三四五六七八九十]家)?(?:全部?|都|统统|一起|一并){1,2}(?:给|跟)?(?:他们|大家)?(?:发|回复?|答复?|说|通知|告诉)(?:了|一下|他们|大家)?(?:吧|啊|哈|算了)?[\s。.!！]*$/u;

/** 湘晶那个先不要放: without that company's, as its command shows. */
function madeWithout(doing: Doing, companies: readonly string[]): Step | null {
  if (companies.length === 0 || !MAKES.test(doing.rest)) return null;
  const rest = `${doing.rest.trim()} 除 ⟪${companies.join("、")}⟫`;
  return { kind: "do", doing: { command: doing.command, word: doing.word, number: null, rest } };
}

/** 除 ⟪湘晶⟫, behind what a new one is made of. */
export function withoutCompanies(rest: string): { readonly before: string; readonly called: string } | null {
  const [all = "", called = ""] = / 除 ⟪([^⟫]+)⟫$/u.exec(rest) ?? [];
  return all === "" ? null : { before: rest.slice(0, rest.length - all.length), called };
}

const ONLY_NUMBERS =
  /^(?:[\s\d#,，、。.!！]|号|件|就|只|把|是|要|有|还|加|算|上|和|与|跟|及|都|也|全|进去|进来|纳入|建|立|吧|了|这|那|几|个|家|的|不|别|去掉|除|剔|拿掉|删掉|对|好)+$/u;
/** 其他的可以: what is left is made at once. */
const TAKES_THE_REST = /(?:其[他它余]|剩下|余下|别的|剩的)[^,，。不别]{0,6}(?:可以|行|好|要|对|建|立|合|没问题|都?是)/u;
const LEAVES_OUT = /不|别|去掉|除|剔|拿掉|删/u;
const ADDS = /加|算|还|也|纳入/u;

/** 8,15,16都算上, 去掉16, 叫工地扬尘: which issues it is made of, and what it is called. */
function madeOfOthers(doing: Doing, plain: string): Step | null {
  const [, title = "", members = ""] = MAKES.exec(doing.rest) ?? [];
  if (members === "") return null;
  const ids = figuresIn(members);
  const anew = (kind: "do" | "offer", name: string, numbers: readonly number[]): Step => {
    const rest = `新建 「${name}」 ${numbers.map((one) => `#${one}`).join(" ")}`;
    return { kind, doing: { command: doing.command, word: doing.word, number: null, rest } };
  };
  const called =
    /^(?:(?:可以|好的?|行|是的?|对)[\s,，]*)?(?:名字|标题|就|改|那|还是)*叫(?:做|作)?\s*[「“"]?([^,，。「」“”"]{2,30}?)[」”"]?(?:吧|好了)?[\s。.!]*$/u.exec(
      plain,
    )?.[1];
  if (called !== undefined) return anew(YES.test(plain) ? "do" : "offer", called, ids);
  const numbers = [...new Set([...plain.matchAll(/\d{1,6}/gu)].map(([one]) => Number(one)))];
  const told = ONLY_NUMBERS.test(plain) ? null : saidOfMembers(plain);
  if (told !== null) {
    const left = [...new Set([...ids, ...told.add])].filter((one) => !told.except.includes(one));
    return left.length === 0
      ? null
      : anew(told.rest.some((one) => TAKES_THE_REST.test(one)) ? "do" : "offer", title, left);
  }
  if (numbers.length === 0 || !ONLY_NUMBERS.test(plain)) return null;
  if (LEAVES_OUT.test(plain)) {
    const left = ids.filter((id) => !numbers.includes(id));
    return left.length === 0 ? null : anew("offer", title, left);
  }
  const all = ADDS.test(plain) ? [...new Set([...ids, ...numbers])] : numbers;
  return anew("do", title, all);
}

/** What is said of one that is called by words: 时限 ⟪停电⟫ 12月8日. */
export interface OfCalled {
  readonly called: string;
  readonly rest: string;
}

const CALLED = /^(?:\p{Script=Han}+ )?⟪(?!G\d)([^⟫]+)⟫/u;

/** Null: it is called by no words, or is to be a new one. */
export function calledOf(rest: string): OfCalled | null {
  const called = rest.startsWith("新建") ? undefined : CALLED.exec(rest)?.[1];
  return called === undefined ? null : { called, rest };
}

/** What belongs to it, or who leads it. */
export function isOfItsMembers(rest: string): boolean {
  return /^(?:加入|移出|牵头) /u.test(rest);
}

/** What its command does at once; the rest it shows itself, or says. */
export function isDoneAtOnce({ rest }: OfCalled): boolean {
  return /^(?:措施|进展|时限|恢复) /u.test(rest);
}

/** The same with its number. What is said freely, and not shown yet, is asked by its command where more hangs on it. */
export function ofNumber({ rest, called }: OfCalled, id: number, isShown: boolean): string {
  const isFree = !isShown && /^(?:催办|办结) /u.test(rest);
  return rest.replace(`⟪${called}⟫`, isFree ? `⟪G${id}⟫` : `G${id}`);
}

/** Issues that are put into a common problem, or taken out of it. */
export interface Moved {
  readonly id: number;
  readonly isOut: boolean;
  readonly numbers: readonly number[];
}

/** 移出 G1 18. Null: it is anything else. */
export function movedIn({ command, rest }: Doing): Moved | null {
  const [, way, id, listed = ""] = (command === "common" && /^(加入|移出) G(\d+) ([#\d ]+)$/u.exec(rest)) || [];
  return id === undefined ? null : { id: Number(id), isOut: way === "移出", numbers: figuresIn(listed) };
}

export function movedOf({ id, isOut, numbers }: Moved): string {
  return `${isOut ? "移出" : "加入"} G${id} ${numbers.join(" ")}`;
}

/** What is said of an issue, as it is said of a common problem. */
const AS_OF_COMMON: ReadonlyMap<string, string> = new Map([
  ["supervise", "催办"],
  ["urge", "催办"],
  ["measure", "措施"],
  ["progress", "进展"],
  ["answer", "答复"],
]);

/** G1, where it is asked of which issue that was said: the same of that one, as its command says it. Null: more is said, or it cannot be. */
export function ratherOfCommon({ command, rest }: Doing, plain: string): string | null {
  const id = /^(?:是|就是|对)?(?:共性(?:问题)?\s*)?g\s*#?(\d{1,6})(?:号|那个|的|吧)?[\s。.!]*$/u.exec(plain)?.[1];
  const deed = AS_OF_COMMON.get(command);
  if (id === undefined || deed === undefined) return null;
  return `共性 ${deed} ${deed === "催办" && rest !== "" ? `⟪G${id}⟫` : `G${id}`} ${rest}`.trim();
}
