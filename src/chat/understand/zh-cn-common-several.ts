import { plainOf } from "../../domain/plain.ts";
import { commonsMerged, OF_A_PLACE } from "./zh-cn-common.ts";

/** G1和G3别搞混了，G3的时限12月9号: several common problems are named by their numbers, and each clause says what it says of its own. */

const NUMBER = new RegExp(`(?<![a-z\\d])g\\s*#?(\\d{1,6})${OF_A_PLACE}`, "gu");
const CLAUSE_END = /(?<=[,，。;；!！?？\n])/u;

/** Each as its command says it. "unsure": of which of them it is said cannot be known. Null: fewer are named, or nothing is said of any. */
export function severalSaid(text: string, read: (one: string) => string | null): readonly string[] | "unsure" | null {
  if (numbersIn(text).length < 2 || commonsMerged(plainOf(text)) !== null) return null;
  const parts = withTheirTexts(partsOfEach(text), read).flatMap(eachOfList);
  const said = parts.map((part) => saidOf(part, read));
  if (said.includes("unsure")) return "unsure";
  const meant = said.flatMap((one) => one ?? []);
  const deeds = meant.filter(isDeed);
  if (deeds.length === 0 && meant.length > 1) return meant;
  if (deeds.length === 0) return SAYS_A_STEP.test(plainOf(text)) || isDeed(read(text) ?? "") ? "unsure" : null;
  const isAlone = meant.length === 1 || deeds.every((one) => IS_DONE_BESIDE.test(one));
  return isAlone && !parts.some((part) => POINTS_AT_ONE.test(plainOf(part))) ? meant : "unsure";
}

/** What is said of one that stands alone. Null: nothing. */
function saidOf(part: string, read: (one: string) => string | null): string | null {
  const plain = plainOf(part);
  if (LEAVES_IT.test(plain)) return null;
  if (namesAnother(part) && MOVES_OVER.test(plain)) return "unsure";
  const meant = read(part);
  if (meant === null) return GOES_ELSEWHERE.test(plain) ? "unsure" : null;
  return isDeed(meant) && namesAnother(part) ? "unsure" : meant;
}

/** Whether it names two, and the second one is not in words that are kept as they are. */
function namesAnother(part: string): boolean {
  if (numbersIn(part).length < 2) return false;
  const plain = plainOf(part);
  const [first, second] = [...plain.matchAll(NUMBER)];
  return !IN_A_TEXT.test(plain.slice(first?.index, second?.index));
}

/** 把6从G1移到G3: it leaves one, and is put into the other. */
const MOVES_OVER = /\d.{0,20}[移挪转调放搬拿归并划][到进入去给]/u;
/** G3也是, 内容并到G1: more is to be done than can be read. */
const GOES_ELSEWHERE = /[移挪转调搬归并合][到进入]|也(?:是|一样|照|这样)|同样/u;
const SAYS_A_STEP = /时限|期限|牵头|催办|督办|办结|撤销|改名/u;
/** 进展：和G3一样… */
const IN_A_TEXT = /(?:措施|进展|答复|回复|意见|批示|改名)(?:[^,，。:]{0,4}:|[就定]?[是为]|\s)/u;
/** 不是G1, G1先不动, 别跟G1搞混: nothing is done with it. */
const LEAVES_IT =
  /(?:不|别|莫|甭|勿)(?:用|要|必|能)?(?:先|再)?(?:去|跟|和|给)?(?:动|改|变|管|碰|搞|弄)(?:它|混|乱|错|了)*[吧啊哈\s,，。;；!！]*$|(?:照旧|照原|原样|保持|留着|放着|放一放)[^,，。]{0,4}[\s,，。;；!！]*$|^[\s,，]*(?:这个?)?不是g\s*#?\d{1,6}(?:的)?[\s,，。;；!！]*$/u;
/** 时限12月9号，说的是G3: what stands before it may be of that one. */
const POINTS_AT_ONE =
  /^[\s,，]*(?:我?[说指讲]的?)?(?:就|都)?是\s*g\s*#?\d{1,6}(?:号|的|那个|里面?|时限|[吧啊哈])*[\s,，。;；!！]*$/u;

/** Nothing of it goes to a company, or ends anything. */
const IS_DONE_BESIDE = /^共性 (?:(?:加入|移出|时限|牵头|改名|措施|进展) |催办 G\d+$)/u;

/** Whether something is done by it: 共性 G1 merely shows it. */
function isDeed(meant: string): boolean {
  return meant !== "" && !/^共性 (?:g|G)?\d*$/u.test(meant);
}

/** The clauses of each, with those behind it that name none; what stands before the first is said of that. */
function partsOfEach(text: string): readonly string[] {
  const parts: string[] = [];
  for (const clause of text.split(CLAUSE_END)) {
    const last = parts.at(-1);
    if (last === undefined || (numbersIn(clause).length > 0 && numbersIn(last).length > 0)) parts.push(clause);
    else parts[parts.length - 1] = last + clause;
  }
  return parts.map((one) => one.replace(ENDS, "").replace(GOES_ON, ""));
}

const ENDS = /[\s,，。;；!！]+$/u;
const GOES_ON = /^[\s]*(?:另外|还有|同时|然后|顺便|而|但是?|不过)[\s,，]*/u;

/** 进展：已进场，跟G3没关系: what says nothing of another one goes on with the text. */
function withTheirTexts(parts: readonly string[], read: (one: string) => string | null): readonly string[] {
  const all: string[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    const isText = last !== undefined && /^共性 (?:措施|进展|答复|告知企业) /u.test(read(last) ?? "");
    if (isText && !LEAVES_IT.test(plainOf(part)) && read(part) === null) all[all.length - 1] = `${last}，${part}`;
    else all.push(part);
  }
  return all;
}

/** G1、G3都催一下: the same of each of them. */
function eachOfList(part: string): readonly string[] {
  const [all, listed = "", behind = ""] = OF_ALL.exec(plainOf(part)) ?? [];
  if (all === undefined || numbersIn(behind).length > 0) return [part];
  return numbersIn(listed).map((id) => `G${id}${part.slice(part.length - behind.length)}`);
}

const OF_ALL =
  /^[\s把将请]*(g\s*#?\d{1,6}(?:[\s、,，和跟与及]{1,3}g\s*#?\d{1,6}){1,9})(?:这?[两二三]个)?(?:的?(?=时限|期限|措施|进展))?(?=.{0,6}(?:都|全|各|分别|一起|怎么样|咋样|什么情况|到哪))(.{1,100})$/u;

/** Those that are named, once each. */
function numbersIn(text: string): readonly number[] {
  return [...new Set([...plainOf(text).matchAll(NUMBER)].map(([, id]) => Number(id)))];
}
