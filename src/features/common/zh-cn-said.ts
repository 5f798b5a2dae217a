import { narrow, plainOf } from "../../domain/plain.ts";
import { figuresIn, NUMERAL, numeralOf } from "../../domain/zh-cn-numerals.ts";

/** What people say behind 共性: its words, the number of a common problem, the numbers of issues. */

/** The first word of each is the one that is taught. Of two that begin alike the longer stands in front. */
export const SUB_WORDS = {
  create: ["新建", "新增", "建立", "new"],
  add: ["加入", "添加", "纳入", "并入", "add"],
  remove: ["移出", "移除", "退出", "remove"],
  lead: ["牵头", "牵头单位", "主办", "lead"],
  measure: ["措施", "measure"],
  due: ["时限", "期限", "限期", "due"],
  progress: ["进展", "progress"],
  answer: ["答复", "answer"],
  tell: ["告知企业", "tell"],
  urge: ["催办", "督办", "催", "urge"],
  finish: ["办结", "完成", "done"],
  resume: ["恢复", "重开", "reopen"],
  rename: ["改名", "更名", "rename"],
  void: ["撤销", "撤消", "删除", "取消", "作废", "void"],
  unsent: ["撤回答复", "收回答复"],
  merge: ["合并", "merge"],
  dismiss: ["不是", "不是共性", "忽略", "dismiss"],
  find: ["建议", "查找", "发现", "suggest"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type SubName = keyof typeof SUB_WORDS;

const SUB_NAMES = Object.keys(SUB_WORDS) as readonly SubName[];

/** What stands between the parts of what is said. */
const BETWEEN = /^[\s,，、:：;；。]+/u;

/** The sub-word with which a text begins, and what stands behind it. An English one ends with a space or a number. */
export function subWordIn(text: string): { readonly name: SubName; readonly behind: string } | null {
  const plain = plainOf(text);
  let found: { readonly name: SubName; readonly word: string } | null = null;
  for (const name of SUB_NAMES) {
    for (const word of SUB_WORDS[name]) {
      const ends = endOf(word).test(plain.slice(word.length));
      if (plain.startsWith(word) && ends && word.length > (found?.word.length ?? 0)) found = { name, word };
    }
  }
  return found === null ? null : { name: found.name, behind: text.slice(found.word.length).replace(BETWEEN, "") };
}

/** 催一下，慢死了 is no 催 with a text: what one character says is whole only where a mark or a number follows. */
function endOf(word: string): RegExp {
  if (/^[a-z]/u.test(word)) return /^(?:$|[^a-z])/u;
  return [...word].length > 1 ? /^/u : /^(?:$|[\s\p{P}\d]|g\s*#?\d)/u;
}

/** One of them by its name; null for anything else. */
export function subNamed(name: unknown): SubName | null {
  return SUB_NAMES.find((one) => one === name) ?? null;
}

/** 3, or 三 where nothing goes on with it: 一直 is no number. */
const ENDS_A_NUMBER =
  "(?=$|[\\s,，、:：;；。的由怎咋]|进展|措施|时限|期限|牵头|答复|办结|恢复|改名|撤销|催|督办|什么|如何|到哪)";
const FIGURE = `(?:(\\d{1,6})(?!\\d)号?|(${NUMERAL})号?${ENDS_A_NUMBER})`;
/** G3, 共性3, 共性问题 3, 共性三: the number of a common problem, which no issue's can be taken for. */
const MARKED = new RegExp(`^(?:g|共性问题|共性)\\s*#?\\s*${FIGURE}`, "u");
/** 3, #3, 3号, 三号: a number alone. In 3台 it counts something. */
const ALONE = new RegExp(`^#?\\s*(?:(\\d{1,6})|(${NUMERAL}))号?${ENDS_A_NUMBER}`, "u");

/** The number at the beginning of a text. `marked`: only one that can be no issue's. */
export function numberAt(text: string, how: "marked" | "any"): { readonly id: number; readonly behind: string } | null {
  const plain = plainOf(text);
  const match = MARKED.exec(plain) ?? (how === "any" ? ALONE.exec(plain) : null);
  const id = match === null ? null : numberIn(match);
  if (match === null || id === null) return null;
  return { id, behind: text.slice(match[0].length).replace(BETWEEN, "") };
}

function numberIn([, digits, numeral = ""]: RegExpExecArray): number | null {
  return digits === undefined ? numeralOf(numeral) : Number(digits);
}

const MARKED_ANYWHERE = new RegExp(`(?:加?入|到|进|至|从|为)*\\s*(?:g|共性问题|共性)\\s*#?\\s*${FIGURE}`, "u");

/** 12 15 到 G3, G3 12: the common problem that is named anywhere, and the text without it. */
export function markedIn(text: string): { readonly id: number; readonly rest: string } | null {
  const plain = plainOf(text);
  const match = MARKED_ANYWHERE.exec(plain);
  const id = match === null ? null : numberIn(match);
  if (match === null || id === null) return null;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  return { id, rest };
}

/** ⟪路坑⟫: the words of a title by which one is called, as free words are written for the command. */
export function calledAt(text: string): { readonly words: string; readonly behind: string } | null {
  const match = /^\s*⟪([^⟫]*)⟫/u.exec(text);
  return match === null ? null : { words: match[1] ?? "", behind: text.slice(match[0].length).replace(BETWEEN, "") };
}

const ONE = `#?(?:\\d+|${NUMERAL})号?件?`;
const NUMBERS = new RegExp(
  `(?:^|[\\s,，、:：;；和与及跟。])${ONE}(?:[\\s,，、;；和与及跟。]+${ONE})*[\\s,，、;；。]*$`,
  "u",
);

const ONE_ALONE = new RegExp(`^${ONE}$`, "u");

/** 「停电 3」 12: whatever stands in quotation marks is the title. */
const QUOTED = /^\s*[「“"]([^「」“”"]+)[」”"]/u;

const AT_START = new RegExp(`^(?:#?(?:\\d+|${NUMERAL})号?[\\s,，、;；和与及跟]+)+(?=[^\\s\\d#])`, "u");

/** 第1条 停电频繁, 1, 1：停电频繁: a place in the list of proposals, and what stands behind it. */
export function placeAt(text: string): { readonly place: number; readonly behind: string } | null {
  const match = /^第?\s*(\d{1,2})\s*(?:条|个|$|[\s,，、:：])/u.exec(narrow(text));
  return match === null ? null : { place: Number(match[1]), behind: text.slice(match[0].length).trim() };
}

interface Named {
  readonly title: string;
  readonly numbers: readonly number[];
  /** What stands behind a title in quotation marks, and is no number. */
  readonly unread?: string;
}

/** 停电频繁 12、15和18; #12 #15 停电频繁; 停电频繁 十二 十五: the numbers at the end, else at the beginning, and what else there is. */
export function withNumbers(text: string): Named {
  const quoted = QUOTED.exec(text);
  if (quoted !== null) {
    const { unread, numbers } = numbersAlone(text.slice(quoted[0].length));
    return { title: quoted[1]?.trim() ?? "", numbers, ...(unread !== "" && { unread }) };
  }
  const plain = narrow(text);
  const match = NUMBERS.exec(plain) ?? AT_START.exec(plain);
  if (match === null) return { title: text.trim(), numbers: [] };
  const rest = match.index === 0 ? text.slice(match[0].length) : text.slice(0, match.index);
  return { title: rest.replace(/^[\s,，、:：;；。]+|[\s,，、:：;；。]+$/gu, ""), numbers: numbersIn(match[0]) };
}

/** The numbers of which a text consists, and what of it is none. */
export function numbersAlone(text: string): { readonly numbers: readonly number[]; readonly unread: string } {
  const parts = text.split(/[\s,，、:：;；。「」“”"和与及跟]+/u).filter((part) => part !== "");
  const isNumber = (part: string) => ONE_ALONE.test(narrow(part));
  return {
    numbers: numbersIn(parts.filter(isNumber).join(" ")),
    unread: parts.filter((part) => !isNumber(part)).join("、"),
  };
}

/** No issue gets so far: of what has more digits it is said that there is none. */
const NO_SUCH_NUMBER = 999_999_999;

function numbersIn(text: string): readonly number[] {
  return [...new Set(figuresIn(narrow(text)).map((one) => Math.min(one, NO_SUCH_NUMBER)))];
}

/** 由供电公司牵头, 供电公司牵头: the unit stands before the word. */
export function leadBefore(text: string): string | null {
  return /^(?:请|由|改由|让)*\s*(.{2,30}?)(?:来)?牵头[。!！]?$/u.exec(text.trim())?.[1] ?? null;
}

/** 怎么样了, 如何？: somebody asks how it stands, and tells nothing. */
export function asksHow(text: string): boolean {
  const plain = plainOf(text).replace(/[\s。!！~]+/gu, "");
  return /^(?:现在|目前)?(?:怎么?样|咋样|如何|怎样|到哪(?:一步|里|儿)?|有(?:什么|啥)?(?:进展|消息)|办(?:得)?怎么样|呢|吗|(?:了|过)(?:没有?|吗|么)|没有?|查询|查看|\?|？)(?:了|啦|呢|吗)*[?？]*$/u.test(
    plain,
  );
}

/** What may stand beside a day in a measure that says only when. */
export const ONLY_WHEN =
  /之前|以前|之内|以内|前|内|要|必须|全部|完成|办完|办结|办好|搞定|弄好|做完|做好|到位|落实|吧|了/gu;

/** 改名叫东门路坑, 改名为「水压」: what is said before a title, and is no part of it. */
export const BEFORE_A_TITLE = /^(?:叫(?:做|作)?(?!车|号|座|卖)|改?为|改?成|改叫|作|就是)[\s:：]*(?=\S{2})/u;

/** 再宽限两天: so much longer than it was. */
export const IS_LONGER = /宽|延|顺延|往后|推|再给|多给/u;

/** In quotation marks, so that a figure in it is none of an issue. */
function quoted(title: string): string {
  return title === "" ? "" : `「${title.replace(/[「」“”"]/gu, " ").trim()}」`;
}

/** What a form asks for, as it would be written behind 共性. */
export function writtenFor(name: SubName, fields: Readonly<Record<string, string>>): string {
  const { common = "", proposal = "", title = "", numbers = "", unit = "", date = "", text = "" } = fields;
  const one = common === "" ? "" : `G${common}`;
  const parts: Readonly<Record<SubName, readonly string[]>> = {
    create: proposal === "" ? [quoted(title), numbers] : [proposal, quoted(title)],
    add: proposal === "" ? [one, numbers] : [one, numbers],
    remove: [one, numbers],
    lead: [one, unit],
    measure: [one, text],
    due: [one, date],
    progress: [one, text],
    answer: [one, text],
    tell: [one, text],
    urge: [one, text],
    finish: [one, text],
    resume: [one],
    rename: [one, title],
    void: [one],
    unsent: [one],
    merge: [one],
    dismiss: [proposal],
    find: [],
  };
  return [SUB_WORDS[name][0], ...parts[name]].filter((part) => part !== "").join(" ");
}

/** 加一句给您添麻烦了: what others have heard, with more; another text stands in its place. */
export function withMore(before: string, text: string): string {
  if (text === "") return before;
  const more = /^[\s,，]*(?:再|另外|后面|最后)?(?:加|补)(?:上|充)?(?:一?句|一?段|几个字)(?:话)?[:：,，\s]*/u.exec(text);
  if (more === null || before === "") return text;
  return `${before.replace(/[。.!！;；,，\s]+$/u, "")}。${text.slice(more[0].length)}`;
}

/** 告知企业一声：…: between the word and the news. */
export const BEFORE_NEWS = /^(?:一?[声下句])?[\s:：,，]+/u;

export const LONGEST_TITLE = 60;

/** By marks, pictures and figures alone nobody knows what is meant. */
export function isTitle(text: string): boolean {
  return /\p{L}/u.test(text);
}
