import { narrow, plainOf } from "../../domain/plain.ts";

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
  finish: ["办结", "完成", "done"],
  resume: ["恢复", "重开", "reopen"],
  rename: ["改名", "更名", "rename"],
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
      const ends = !/^[a-z]/u.test(word) || /^(?:$|[^a-z])/u.test(plain.slice(word.length));
      if (plain.startsWith(word) && ends && word.length > (found?.word.length ?? 0)) found = { name, word };
    }
  }
  return found === null ? null : { name: found.name, behind: text.slice(found.word.length).replace(BETWEEN, "") };
}

/** One of them by its name; null for anything else. */
export function subNamed(name: unknown): SubName | null {
  return SUB_NAMES.find((one) => one === name) ?? null;
}

/** G3, 共性3, 共性问题 3: the number of a common problem, which no issue's can be taken for. */
const MARKED = /^(?:(?:g|共性问题|共性)\s*#?\s*(\d{1,6})(?!\d)号?)/u;
/** 3, #3, 3号: a number alone. In 3台 it counts something. */
const ALONE = /^#?\s*(\d{1,6})号?(?=$|[\s,，、:：;；。])/u;

/** The number at the beginning of a text. `marked`: only one that can be no issue's. */
export function numberAt(text: string, how: "marked" | "any"): { readonly id: number; readonly behind: string } | null {
  const plain = plainOf(text);
  const match = MARKED.exec(plain) ?? (how === "any" ? ALONE.exec(plain) : null);
  if (match === null) return null;
  return { id: Number(match[1]), behind: text.slice(match[0].length).replace(BETWEEN, "") };
}

const MARKED_ANYWHERE = /(?:加?入|到|进|至|从|为)*\s*(?:g|共性问题|共性)\s*#?\s*(\d{1,6})(?!\d)号?/u;

/** 12 15 到 G3, G3 12: the common problem that is named anywhere, and the text without it. */
export function markedIn(text: string): { readonly id: number; readonly rest: string } | null {
  const plain = plainOf(text);
  const match = MARKED_ANYWHERE.exec(plain);
  if (match === null) return null;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  return { id: Number(match[1]), rest };
}

const NUMBERS = /(?:^|[\s,，、:：;；和与及跟。])#?\d+号?件?(?:[\s,，、;；和与及跟。]+#?\d+号?件?)*[\s,，、;；。]*$/u;

/** 「停电 3」 12: whatever stands in quotation marks is the title. */
const QUOTED = /^\s*[「“"]([^「」“”"]+)[」”"]/u;

const AT_START = /^(?:#?\d+号?[\s,，、;；和与及跟]+)+(?=[^\s\d#])/u;

/** 第1条 停电频繁, 1, 1：停电频繁: a place in the list of proposals, and what stands behind it. */
export function placeAt(text: string): { readonly place: number; readonly behind: string } | null {
  const match = /^第?\s*(\d{1,2})\s*(?:条|个|$|[\s,，、:：])/u.exec(narrow(text));
  return match === null ? null : { place: Number(match[1]), behind: text.slice(match[0].length).trim() };
}

/** 停电频繁 12、15和18; #12 #15 停电频繁: the numbers at the end, else at the beginning, and what else there is. */
export function withNumbers(text: string): { readonly title: string; readonly numbers: readonly number[] } {
  const quoted = QUOTED.exec(text);
  if (quoted !== null) return { title: quoted[1]?.trim() ?? "", numbers: digitsOf(text.slice(quoted[0].length)) };
  const plain = narrow(text);
  const match = NUMBERS.exec(plain) ?? AT_START.exec(plain);
  if (match === null) return { title: text.trim(), numbers: [] };
  const rest = match.index === 0 ? text.slice(match[0].length) : text.slice(0, match.index);
  return { title: rest.replace(/^[\s,，、:：;；。]+|[\s,，、:：;；。]+$/gu, ""), numbers: digitsOf(match[0]) };
}

/** The numbers of which a text consists; null where anything else stands there. */
export function numbersAlone(text: string): readonly number[] | null {
  const { title, numbers } = withNumbers(` ${text}`);
  return title === "" ? numbers : null;
}

/** No issue gets so far: of what has more digits it is said that there is none. */
const NO_SUCH_NUMBER = 999_999_999;

function digitsOf(text: string): readonly number[] {
  const numbers = [...narrow(text).matchAll(/\d+/gu)].map(([digits]) => Math.min(Number(digits), NO_SUCH_NUMBER));
  return [...new Set(numbers)];
}

/** 由供电公司牵头, 供电公司牵头: the unit stands before the word. */
export function leadBefore(text: string): string | null {
  return /^(?:请|由|改由|让)*\s*(.{2,30}?)(?:来)?牵头[。!！]?$/u.exec(text.trim())?.[1] ?? null;
}

/** 怎么样了, 如何？: somebody asks how it stands, and tells nothing. */
export function asksHow(text: string): boolean {
  const plain = plainOf(text).replace(/[\s。!！~]+/gu, "");
  return /^(?:现在|目前)?(?:怎么?样|咋样|如何|怎样|到哪(?:一步|里|儿)?|有(?:什么|啥)?(?:进展|消息)|办(?:得)?怎么样|呢|吗|查询|查看|\?|？)(?:了|啦|呢|吗)*[?？]*$/u.test(
    plain,
  );
}

/** What may stand beside a day in a measure that says only when. */
export const ONLY_WHEN =
  /之前|以前|之内|以内|前|内|要|必须|全部|完成|办完|办结|办好|搞定|弄好|做完|做好|到位|落实|吧|了/gu;

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
    finish: [one, text],
    resume: [one],
    rename: [one, title],
    dismiss: [proposal],
    find: [],
  };
  return [SUB_WORDS[name][0], ...parts[name]].filter((part) => part !== "").join(" ");
}
