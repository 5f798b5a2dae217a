import { narrow } from "../../domain/plain.ts";

/** What people say behind 主题日: its words, a plan, names, a list. */

/** The first word of each is the one that is taught. */
export const SUB_WORDS = {
  plan: ["新建", "new"],
  invite: ["邀请", "invite"],
  join: ["报名", "参加", "join"],
  cancel: ["取消", "cancel"],
  begin: ["开始", "start"],
  end: ["结束", "end"],
  capture: ["录入", "capture"],
  confirm: ["确认", "confirm"],
  duties: ["清单", "list"],
  agenda: ["议程", "agenda"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type SubName = keyof typeof SUB_WORDS;

/** What stands behind one of these words; null when the text does not begin with it. */
export function behindWord(text: string, name: SubName): string | null {
  const plain = narrow(text).toLowerCase();
  const word = SUB_WORDS[name].find((one) => plain.startsWith(one));
  return word === undefined ? null : text.slice(word.length).replace(/^[ \t，,：:]+/u, "");
}

/** One of them by its name; null for anything else. */
export function subNamed(name: unknown): SubName | null {
  return (Object.keys(SUB_WORDS) as SubName[]).find((one) => one === name) ?? null;
}

/** What a form asks for, as it would be written behind 主题日. */
export function writtenFor(name: SubName, fields: Readonly<Record<string, string>>): string {
  const { date = "", time = "", theme = "", place = "", group = "", text = "" } = fields;
  const [word] = SUB_WORDS[name];
  // Which one it is about.
  const one = [date, time];
  const parts: Partial<Readonly<Record<SubName, readonly string[]>>> = {
    plan: [date, time, theme, place === "" ? "" : `地点 ${place}`, group === "" ? "" : `群 ${group}`],
    cancel: one,
    invite: [...one, text],
    join: one,
    capture: [text],
  };
  return [word, ...(parts[name] ?? [])].filter((part) => part !== "").join(" ");
}

const PLACE = /(?:^|\s)地点[\s:：]*([^\s][\s\S]*?)(?=\s+群[\s:：]|$)/u;
const GROUP = /(?:^|\s)群[\s:：]*(\S+)/u;

/** 用工专场 地点 三楼 群 园区企业群: what stands behind the time. The theme may be empty. */
export function themeIn(words: string): {
  readonly theme: string;
  readonly place: string | null;
  readonly group: string | null;
} {
  const place = PLACE.exec(words);
  const group = GROUP.exec(words);
  const theme = words
    .replace(place?.[0] ?? "", " ")
    .replace(group?.[0] ?? "", " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s，,。:：]+|[\s，,。]+$/gu, "");
  return { theme, place: place?.[1]?.replace(/\s+/gu, " ").trim() ?? null, group: group?.[1] ?? null };
}

/** 中塑科技、湘晶电子 */
export function namesIn(text: string): readonly string[] {
  return text.split(/[\s、，,；;]+/u).filter((name) => name !== "");
}

/** 12月10日的, 12月10日：: what stands behind a date, without what joins it. */
export function withoutJoint(behind: string): string {
  return behind.replace(/^[\s，,、：:的]+/u, "");
}

/** Whether the first name of a list is known. */
export function beginsWithName(text: string, isKnown: (name: string) => boolean): boolean {
  const [first] = namesIn(text);
  return first !== undefined && isKnown(first);
}

/** The lines of a pasted list, without the marks and numbers before them. */
export function linesIn(pasted: string): readonly string[] {
  return pasted
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-•·*]|[(（]?\d{1,3}[.、)）．])?\s*/u, "").trim())
    .filter((line) => line !== "");
}

/** Behind the company: a colon or a tab, which its name may have spaces before, else a space or a comma. */
const BORDERS = [/^(.+?)\s*[：:\t]\s*([\s\S]+)$/u, /^(.+?)[\s,，]+([\s\S]+)$/u];

/** How a line can be read: the name of a company, and what it says. The likelier reading stands first. */
export function readingsOf(line: string): readonly { readonly name: string; readonly text: string }[] {
  return BORDERS.flatMap((border) => {
    const [, name = "", text = ""] = border.exec(line) ?? [];
    return name === "" ? [] : [{ name, text }];
  });
}
