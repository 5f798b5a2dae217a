import { plainOf } from "../../domain/plain.ts";
import { clausesWithEnds, withCommas, withoutEnd } from "./zh-cn-pieces.ts";
import { isTime, type Span, THE_TIME } from "./zh-cn-times.ts";

/** 把三点改成八点，其他不变: how a text that is shown is changed in a piece, and no text itself. */

export type Edit =
  | { readonly kind: "replace"; readonly what: string; readonly by: string }
  | { readonly kind: "remove"; readonly what: string; readonly isClause: boolean }
  | { readonly kind: "add"; readonly text: string; readonly ahead: boolean };

export interface Edits {
  readonly all: readonly Edit[];
  /** It speaks of a text in so many words; else it is a change only where the text has what shall be changed. */
  readonly isSure: boolean;
  /** 其他不变: of a text that the person has before him. */
  readonly keepsRest: boolean;
  /** Something is said beside the changes that is none. */
  readonly hasMore: boolean;
}

const LEAD = "(?:(?:请|麻烦|帮我|给我|你|那|就|再|还有|先|嗯|哦|不对|草稿|答复|里面?|里的|中的|[\\s,，])){0,5}";
const QUOTED = "[“”\"'「」『』《》]?";
const THERE = "(?<there>[这那](?:几|两|三|四)?个?(?:字|词|句话?|段话?|里|块|处|部分)|[一两二三四五六几]个字)?";
const WHAT = `${QUOTED}(?<what>[^,，。;；!！?？“”「」]{1,24}?)${QUOTED}${THERE}`;
const CHANGES = "(?:给我|都|全部?|统一|要|应该?|得|需要|直接){0,2}";
const INTO =
  "(?:(?<words>改成|改为|改作|改到|修改为|修改成|更改为|更正为|写成|写为|替换成|替换为)|换成|换为|换做|调整?(?:成|为|到))";
const END = "(?:就行|就好|就可以|即可|吧|哈|啊)*[\\s。.!！]*$";
const REPLACES = new RegExp(
  `^${LEAD}(?:把|将)?${WHAT}${CHANGES}${INTO}[\\s:：]*${QUOTED}(?<by>.{1,200}?)${QUOTED}${END}`,
  "du",
);
/** 改成明早八点: what takes the place of what is not said. */
const INSTEAD = new RegExp(`^${LEAD}(?:改成|改为|换成|应该?是|是)(?<by>.{1,24}?)${END}`, "du");
const IS_WRONG = new RegExp(`^${LEAD}${WHAT}(?:不对|错了|(?:写|说|弄|搞)错了?|有误|有错)${END}`, "du");
const IS_NOT = new RegExp(`^${LEAD}不是${WHAT}${END}`, "du");
const IS =
  /^(?:而|其实|应该?|应当|得|要){0,2}(?:是|改成|改为|换成|为)\s*(?<by>.{1,40}?)(?:吧|才对|的|啊|哈)*[\s。.!！]*$/du;
const REMOVES = [
  new RegExp(`^${LEAD}(?:去掉|删掉|删除|删去|拿掉|不要写?|别写)${WHAT}${END}`, "du"),
  new RegExp(
    `^${LEAD}(?:把|将)?${WHAT}(?:给我|都|就|可以){0,2}(?:去掉|删掉|删除|删去|删了?|拿掉|不要了?|不用写|不写|别写)了?${END}`,
    "du",
  ),
];
const ADDS = new RegExp(
  `^${LEAD}(?:在?(?<ahead>前面|开头|最前面?)|在?(?:后面?|最后面?|末尾|结尾|下面))?(?:再|给我|要|还要)?(?:加|补|添)(?:充|上|写)?(?:一|几|两)?(?:句话?|段话?|个字|行|点)(?:话|字|内容)?(?:[\\s:：,，]*说?|[\\s:：,，])${QUOTED}(?<text>\\S[\\s\\S]{1,400})$`,
  "du",
);
const INSERTS = new RegExp(
  `^${LEAD}在?${WHAT}(?:(?<ahead>前面?)|后面?)(?:再|要|给我){0,2}(?:加|补|添)(?:上|个|一个|[一两二三四几]个字)*[\\s:：]*${QUOTED}(?<by>.{1,40}?)${QUOTED}${END}`,
  "du",
);
/** 其他不变, 别的照旧 */
const KEEPS_REST =
  /^(?:其[他它余]|别的|剩下|余下|后面|前面)(?:的)?(?:内容|地方|部分|话|文字|字句?)?(?:都|全|就|先|也|可以){0,2}(?:(?:不|没|别)(?:用|需|要)?(?:变|改|动)?(?:化)?|照(?:旧|原样?|样|常|发|写|着来)|按(?:原来|原样|之前)|原样|没问题|保留|保持(?:不变|原样)?|不管|一样|可以|行|ok)(?:的|了|吧|就行|就好)*[\s。.!！]*$/u;
/** 改好再发 */
const SENDS =
  /^(?:就这样|就行|改(?:完|好)了?|然后|再|就|可以|直接|帮我|给我)*(?:发(?:给|出去|过去)?|回(?:给|复)?|答复|给)(?:企业|他们?|对方|厂里)?(?:看|吧|了|就行|即可)*[\s。.!！]*$|^(?:就这样|就行了?|可以了)[\s。.!！]*$/u;
/** 这句, 几个字: of a text. */
const SPEAKS_OF_WORDS = /[句段字词]/u;
const NAMES_A_CLAUSE = /[句段]/u;
/** 最后一句, 第一句: a piece by its place. */
const LAST = /^(?:最后面?|末尾|后面?|结尾)的?[一那这]?[句段]话?$/u;
const FIRST = /^(?:第一|最前面?|前面|开头)的?[一那这]?[句段]话?$/u;
/** 这个, 答复, 5号: the whole, or another thing than a piece of a text. */
const IS_NO_PIECE =
  /^(?:[这那它](?:[个条件份里]|些)?|#?\d{1,6}号?|答复|回复|草稿|内容|全文|整[段句]|备注|进展|措施|联系|单位|牵头.{0,4}|协办.{0,4}|值班.{0,2}|负责人|[我你他]们?.{0,2})$/u;
/** 换成新的了: that it was done. */
const WAS_DONE = /了[\s。.!！]*$/u;

/** 41把三点改成八点, 41的答复里把…: the number of the issue before it. */
const NUMBER_AHEAD = /^#?(\d{1,6})号?的?(?:答复|回复|草稿|那[个条])?(?:里面?|中)?的?[\s,，:：]*(?=[把将去删加改])/u;

/** The number with which a change begins, and where it ends. */
export function numberAhead(plain: string): { readonly number: number; readonly end: number } | null {
  const ahead = NUMBER_AHEAD.exec(plain);
  return ahead === null ? null : { number: Number(ahead[1]), end: ahead[0].length };
}

/** The changes that a message makes; null: it is none. */
export function editsIn(text: string): Edits | null {
  if (text.length > LONGEST) return null;
  const added = addedIn(text);
  if (added !== null) return { all: [added], isSure: true, keepsRest: false, hasMore: false };
  const clauses = clausesWithEnds(withCommas(text.replace(AROUND_INTO, "$1"))).map(withoutEnd);
  const keepsRest = clauses.some((one) => KEEPS_REST.test(plainOf(one)));
  const all: Edit[] = [];
  let isSure = keepsRest;
  let hasMore = false;
  for (let at = 0; at < clauses.length; at++) {
    const clause = clauses[at] ?? "";
    const found = editIn(clause, clauses[at + 1] ?? "", keepsRest);
    if (found !== null) {
      all.push(found.edit);
      isSure ||= found.isSure;
      at += found.more;
    } else if (!KEEPS_REST.test(plainOf(clause)) && !SENDS.test(plainOf(clause))) {
      if (all.length === 0) return null;
      hasMore = true;
    }
  }
  return all.length === 0 || (hasMore && !isSure) ? null : { all, isSure, keepsRest, hasMore };
}

const AROUND_INTO = /\s(改成|改为|换成)\s?/gu;

/** 短一点, 这个改成进展, 前面加一句: words about a text that is shown, and none that could stand in its place. */
export function speaksOfText(plain: string): boolean {
  return IS_OF_TEXT.test(plain) || clausesWithEnds(plain).some((one) => KEEPS_REST.test(withoutEnd(one)));
}

const IS_OF_TEXT =
  /^(?:把|将|就|那|这[个条]|草稿|答复|回复|内容|语气|口气|写|改|得|再){0,4}(?:重(?:新)?写|改写|润色|精简|简短|缩短|短(?:一)?[点些]|长(?:一)?[点些]|客气(?:一)?[点些]|改(?:成|为|作)(?:进展|备注|措施|补充))|(?:前面|后面|末尾|开头)(?:再)?(?:加|补|添)(?:上|一|几|两)?(?:个|句|字)/u;

/** What is longer is a text of its own. */
const LONGEST = 300;

interface Found {
  readonly edit: Edit;
  readonly isSure: boolean;
  /** So many clauses behind it belong to it. */
  readonly more: number;
}

function editIn(clause: string, next: string, keepsRest: boolean): Found | null {
  const replaced = said(REPLACES, clause);
  if (replaced !== null) {
    const { what = "", by = "", words } = replaced;
    if (IS_NO_PIECE.test(plainOf(what)) || (words === undefined && !keepsRest && WAS_DONE.test(by))) return null;
    return { edit: { kind: "replace", what, by }, isSure: words !== undefined, more: 0 };
  }
  const inserted = insertedIn(clause);
  if (inserted !== null) return { edit: { kind: "replace", ...inserted }, isSure: true, more: 0 };
  const denied = deniedIn(clause, next);
  if (denied !== null) return { edit: { kind: "replace", ...denied }, isSure: false, more: 1 };
  const instead = said(INSTEAD, clause)?.by;
  if (instead !== undefined && isTime(plainOf(instead)))
    return { edit: { kind: "replace", what: THE_TIME, by: instead }, isSure: false, more: 0 };
  const { what, there = "" } = REMOVES.map((one) => said(one, clause)).find((one) => one !== null) ?? {};
  if (what === undefined || IS_NO_PIECE.test(plainOf(what))) return null;
  const isClause = NAMES_A_CLAUSE.test(there);
  return { edit: { kind: "remove", what, isClause }, isSure: SPEAKS_OF_WORDS.test(plainOf(clause)), more: 0 };
}

/** 三点不对，是八点; 是八点，不是三点 */
function deniedIn(clause: string, next: string): { readonly what: string; readonly by: string } | null {
  const wrong = (said(IS_WRONG, clause) ?? said(IS_NOT, clause))?.what;
  const right = said(IS, next)?.by;
  if (wrong !== undefined && right !== undefined) return { what: wrong, by: right };
  const denied = said(IS_NOT, next)?.what;
  const meant = said(IS, clause)?.by ?? clause.trim();
  return denied === undefined || meant === "" ? null : { what: denied, by: meant };
}

/** 三点前面加大概 */
function insertedIn(clause: string): { readonly what: string; readonly by: string } | null {
  const { what, ahead, by } = said(INSERTS, clause) ?? {};
  if (what === undefined || by === undefined) return null;
  return { what, by: ahead === undefined ? what + by : by + what };
}

/** 加一句，请放心使用: all that stands behind it, where it begins the message. */
function addedIn(text: string): Edit | null {
  const { text: more, ahead } = said(ADDS, text) ?? {};
  if (more === undefined) return null;
  const kept = clausesWithEnds(more).filter((one) => !KEEPS_REST.test(plainOf(withoutEnd(one))));
  return { kind: "add", text: withoutEnd(kept.join("")).replace(/[”」"』]$/u, ""), ahead: ahead !== undefined };
}

/** The named pieces as they were written. */
function said(words: RegExp, text: string): Readonly<Record<string, string | undefined>> | null {
  const groups = words.exec(plainOf(text))?.indices?.groups;
  if (groups === undefined) return null;
  return Object.fromEntries(
    Object.entries(groups).map(([name, place]) => [
      name,
      place === undefined ? undefined : text.slice(...place).trim(),
    ]),
  );
}

/** Where what is called by its place stands, or a clause with these words; null: there is none. */
export function placeNamed(plain: string, what: string): Span | null {
  const isLast = LAST.test(what);
  if (!isLast && !FIRST.test(what)) return null;
  const sentences = plain.split(/(?<=[。！!\n])(?=.)/u);
  const parts = sentences.length > 1 ? sentences : clausesWithEnds(plain);
  const part = isLast ? parts.at(-1) : parts[0];
  if (parts.length < 2 || part === undefined) return null;
  return isLast ? { start: plain.length - part.length, end: plain.length } : { start: 0, end: part.length };
}

/** The clause around a place, with what ends it. */
export function clauseAround(plain: string, { start }: Span): Span {
  let from = 0;
  for (const { length } of clausesWithEnds(plain)) {
    if (start < from + length) return { start: from, end: from + length };
    from += length;
  }
  return { start: from, end: plain.length };
}

/** Without what stood between the pieces that are gone. */
export function withoutGap(text: string): string {
  return text.replace(/[,，;；、](?=[,，;；。])/gu, "").replace(/^[,，;；。、\s]+|[,，;；、\s]+$/gu, "");
}
