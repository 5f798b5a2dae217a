import type { CommonParty } from "../../domain/common/common.ts";
import { echo } from "../escape.ts";
import { both, type Saying, taught } from "../saying.ts";

/** What is said of common problems (共性问题). */

export const COMMON = "共性问题";

/** G3: so that it is not taken for the number of an issue. */
export const numberOfCommon = (id: number) => `G${id}`;

/** G3 停电频繁 */
export const named = (id: number, title: string) => `${numberOfCommon(id)} ${title}`;

export const STATES = { open: "办理中", done: "已办结", void: "已撤销" } as const;

export const LABELS = {
  state: "状态",
  lead: "牵头单位",
  reach: "涉及",
  measure: "措施",
  due: "时限",
  progress: "最新进展",
  closing: "办结说明",
  answer: "统一答复",
  since: "最早提出",
  words: "共同词",
  units: "办理单位",
} as const;

/** Of those that a unit leads without having any of its issues. */
export const NONE_OF_UNIT = "没有本单位的诉求";

export const NO_LEAD = "未定牵头单位";
export const MEMBERS = "纳入的诉求";

interface Counted {
  readonly companies: number;
  readonly issues: number;
  /** Of which nobody may know whose they are. */
  readonly confidential: number;
}

/** 3 家企业 4 件，另有保密 1 件 */
export function reachText({ companies, issues, confidential }: Counted): string {
  const open = issues - confidential;
  if (issues === 0) return "没有诉求";
  const known = open === 0 ? "" : `${companies} 家企业 ${open} 件`;
  if (confidential === 0) return known;
  return known === "" ? `保密 ${confidential} 件` : `${known}，另有保密 ${confidential} 件`;
}

/** 3 家企业 4 件，已答复 1 件，已解决 2 件 */
export const reachAndDone = (reach: string, done: string) => `${reach}，${done}`;

/** 已答复 1 件，已解决 2 件 */
export function doneText({ answered, solved }: { readonly answered: number; readonly solved: number }): string {
  return `已答复 ${answered} 件，已解决 ${solved} 件`;
}

export interface Line {
  readonly id: number;
  readonly title: string;
  readonly lead: string | null;
  readonly reach: string;
  readonly due: string | null;
  readonly isLate: boolean;
  readonly isDone: boolean;
}

/** G3 停电频繁（供电公司牵头，3 家企业 4 件，时限 12月10日 周四） */
export function commonLine({ id, title, lead, reach, due, isLate, isDone }: Line): string {
  const until = due === null ? null : `时限 ${due}${isLate ? "，已过" : ""}`;
  const about = [lead === null ? NO_LEAD : `${lead}牵头`, reach, isDone ? STATES.done : until];
  return `${named(id, title)}（${about.filter((part) => part !== null).join("，")}）`;
}

export const dueText = (day: string, isLate: boolean) => (isLate ? `${day}（已过）` : day);

/** In 进度 of a company: no names, and no numbers of others. */
export const TAKEN_UP = "已纳入共性问题研究";

/** Lists. */

export const LISTED = { open: "办理中的共性问题", done: "已办结的共性问题", proposed: "建议" } as const;
export const NONE = "目前没有共性问题。";
export const noPageOf = (page: number) => `没有第 ${page} 页。`;
export const COMMAND = "共性";
export const COUNTED = "个";

export const noSuchCommon = (id: number) => `没有编号 ${numberOfCommon(id)} 的共性问题。`;

export const FOR_STAFF: Saying = taught(
  "「共性」由营商办、园区领导和责任单位使用。",
  "要反映问题，请发：诉求 三车间停电",
);
export const NOT_AMONG_COMPANIES = "共性问题涉及其他企业，不在企业群里说，请在督办群或单独给机器人说。";

export const USAGE = "共性 新建 停电频繁 12 15";

export function notYours(word: string, who: readonly CommonParty[]): string {
  if (who.includes("leader")) return `「共性 ${word}」由营商办和园区领导使用。`;
  return who.includes("lead") ? `「共性 ${word}」由营商办和牵头单位使用。` : `「共性 ${word}」由营商办使用。`;
}

export const isDoneAlready = (id: number, title: string): Saying =>
  taught(`${named(id, title)} 已办结。`, `要继续办理，请营商办或牵头单位发：共性 恢复 ${numberOfCommon(id)}`);
export const isOpenStill = (id: number, title: string) => `${named(id, title)} 没有办结，不用恢复。`;

/** Which one. */

export function whichCommon(word: string): string {
  return `「${word}」哪一个共性问题？请回复编号，例如 G3。`;
}
/** `mayMake`: who may make one is told how. */
export const noOpen = (mayMake: boolean): Saying =>
  mayMake ? taught("目前没有办理中的共性问题。", `新建请发：${USAGE}`) : "目前没有办理中的共性问题。";
export const NONE_LED = "目前没有由本单位牵头的共性问题。";

/** A new one. */

export const ASK_TITLE: Saying = {
  text: "共性问题叫什么？请回复标题，可以带诉求编号，例如：停电频繁 12 15",
  onPage: "请填写标题。",
};
export const askTitle = (numbers: readonly number[]) =>
  `${numbers.map((one) => `#${one}`).join("、")} 的共性问题叫什么？请回复标题。`;
export const titleTooLong = (most: number) => `标题请不超过 ${most} 字。`;
export function sameTitle(id: number, title: string): Saying {
  return taught(`已有同名的 ${named(id, title)}。`, `要加诉求，请发：共性 加入 ${numberOfCommon(id)} 编号`);
}
export const tooManyNumbers = (most: number) => `一次请不超过 ${most} 件。`;

export function created(id: number, title: string, reach: string): string {
  return `已新建共性问题 ${named(id, title)}：${reach}`;
}
export const EMPTY_YET = "还没有诉求";

const numbersText = (ids: readonly number[]) => ids.map((id) => `#${id}`).join("、");

export function added(
  id: number,
  title: string,
  { ids, reach }: { readonly ids: readonly number[]; readonly reach: string },
): string {
  return `已加入 ${named(id, title)}：${numbersText(ids)}（${reach}）`;
}
export function nothingAdded(id: number, title: string): string {
  return `没有加入 ${named(id, title)}：`;
}
export function removed(id: number, title: string, ids: readonly number[]): string {
  return `已从 ${named(id, title)} 移出：${numbersText(ids)}`;
}

/** Why an issue is not added or taken out. */
export const WHY_NOT = {
  unknown: (id: number) => `#${id}：没有这件诉求，或不能在这里查看`,
  void: (id: number, state: string) => `#${id}：${state}`,
  here: (id: number, common: number) => `#${id}：已在 ${numberOfCommon(common)}`,
  elsewhere: (id: number, common: number) => `#${id}：已属于 ${numberOfCommon(common)}，请先从那里移出`,
  outside: (id: number, common: number) => `#${id}：不在 ${numberOfCommon(common)} 里`,
  none: (id: number) => `#${id}：不属于任何共性问题`,
} as const;

export const SAY_NUMBERS_TO_ADD: Saying = taught("请写诉求编号。", "例如：共性 加入 G3 12 15");
export const SAY_NUMBERS_TO_REMOVE: Saying = taught("请写诉求编号。", "例如：共性 移出 12");
export const numbersOnly = (text: string): Saying =>
  `${echo(text)}不是诉求编号，没有做任何改动，请只写编号，例如：12 15`;

/** Members of one company are one issue. */
export function oneCompany(ids: readonly number[]): Saying {
  const [first = 0, second = 0] = ids.toReversed();
  return both(
    `${numbersText(ids)} 是同一家企业的诉求，不是共性问题，请改用「合并」`,
    taught("。", `例如：合并 ${first} ${second}`),
  );
}

/** Of issues of different companies, which cannot be merged. */
export const ratherCommon = (id: number, other: number): Saying =>
  taught("，不同企业的同类问题请建共性问题", `：共性 新建 标题 ${other} ${id}`);

/** What is done about one. */

export const DONE = {
  lead: (name: string, unit: string) => `${name} 由${unit}牵头，已通知`,
  measure: (name: string) => `已记录 ${name} 的措施`,
  due: (name: string, day: string) => `${name} 的时限：${day}`,
  progress: (name: string) => `已记录 ${name} 的进展`,
  urge: (name: string, unit: string) => `已就 ${name} 催办${unit}`,
  finish: (name: string) => `${name} 已办结`,
  resume: (name: string) => `${name} 恢复办理`,
  void: (name: string) => `${name} 已撤销，记录保留`,
  rename: (name: string, before: string) => `${before} 改名为 ${name}`,
} as const;

/** What is asked for where it is missing. */
export const NEEDS = {
  lead: (name: string): Saying => ({ text: `${name} 由哪个单位牵头？请回复单位名。`, onPage: "请选择牵头单位。" }),
  measure: (name: string): Saying => ({
    text: `${name} 的措施是什么？请回复内容，可以带完成日期。`,
    onPage: "请填写措施。",
  }),
  due: (name: string): Saying => ({ text: `${name} 的时限是哪一天？请回复日期。`, onPage: "请填写日期。" }),
  progress: (name: string): Saying => ({ text: `${name} 有什么进展？请回复内容。`, onPage: "请填写进展。" }),
  answer: (name: string): Saying => ({ text: `怎样一并答复 ${name} 的企业？请回复内容。`, onPage: "请填写答复内容。" }),
  tell: (name: string): Saying => ({ text: `要告知 ${name} 的企业什么？请回复内容。`, onPage: "请填写内容。" }),
  rename: (name: string): Saying => ({ text: `${name} 改成什么标题？请回复标题。`, onPage: "请填写标题。" }),
} as const;

/** One answer to all: 3 家企业 4 件：#12、#15 */
export const answeredText = (reach: string, ids: readonly number[]) => `${reach}（${numbersText(ids)}）`;
/** #18 待签收 */
export const leftOut = (id: number, why: string) => `#${id} ${why}`;

/** Proposals. */

export const PROPOSED = "可能的共性问题";
export const NOTHING_PROPOSED = "没有找到新的共性问题。";
export const noSuchProposal = (place: number): Saying =>
  taught(`没有第 ${place} 条建议。`, `要新建，请写标题和编号，例如：${USAGE}`);
export const decidedAlready = (place: number) => `第 ${place} 条建议已处理。`;
export const SAY_WHICH_PROPOSAL: Saying = taught("请写第几条建议。", "例如：共性 不是 1");
export const dismissed = (place: number, ids: readonly number[]) =>
  `已记下第 ${place} 条（${numbersText(ids)}）不是共性问题，不再建议。`;

/** 建议 1　停电频繁：3 家企业 4 件 */
export function proposalHead(place: number, title: string, reach: string): string {
  return `建议 ${place}　${title}：${reach}`;
}
/** 与 G3 停电频繁 同类 */
export const joiningTitle = (name: string) => `与 ${name} 同类`;
export const evidenceText = (label: keyof typeof LABELS, value: string) => `${LABELS[label]}：${value}`;
/** In place of a title of words that all have. */
export const likeThis = (title: string) => `${title} 等`;

export const moreIssues = (count: number) => `还有 ${count} 件`;

/** Notices. */

export const TOLD = {
  lead: (name: string, unit: string) => `由${unit}牵头：共性问题 ${name}`,
  unlead: (name: string, unit: string) => `共性问题 ${name} 改由${unit}牵头，本单位不再牵头`,
  due: (name: string, day: string) => `共性问题 ${name} 的时限定为 ${day}`,
  soon: (name: string, day: string) => `共性问题 ${name} 的时限将到：${day}`,
  late: (name: string, day: string) => `共性问题 ${name} 已过时限：${day}`,
  urge: (name: string) => `请尽快办理共性问题 ${name}`,
} as const;

export const passOn = (missed: string) => `无法直接通知${missed}，请转告。`;

/** The weekly proposals. */
export const WEEKLY = {
  head: (title: string | undefined) => title ?? "本周可能的共性问题",
  quiet: (title: string | undefined) => `${title ?? "共性问题"}：本周没有新的建议。`,
  reply: "可以直接回复，例如：第一个可以，建一个；第一个不是一回事。",
  rest: "请发：共性 建议",
  take: (place: number) => `新建 ${place}`,
  refuse: (place: number) => `不是 ${place}`,
} as const;

/** In the supervision digest: G3 停电频繁：供电公司牵头，3 家企业 4 件，时限 12月10日；已答复 1 件，已解决 0 件 */
export function digestLine(line: Line, done: string): string {
  return `${commonLine(line)}：${done}`;
}

/** The course of one. */
export const DEEDS = {
  create: "新建",
  add: "加入",
  remove: "移出",
  lead: "牵头",
  measure: "措施",
  due: "时限",
  progress: "进展",
  answer: "一并答复",
  urge: "催办",
  finish: "办结",
  resume: "恢复",
  rename: "改名",
  void: "撤销",
  forgotten: "删去个人信息",
} as const;

export const untilDay = (day: string) => `时限 ${day}`;
