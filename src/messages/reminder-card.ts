import type { Block, Card } from "./card.ts";
import { issueTitle, lightMark } from "./issue-card.ts";
import type { IssueView } from "./reader.ts";

/** What somebody is reminded of: one thing as a card of its own, several as a list. */

export interface ReminderWords {
  readonly issue: IssueView;
  /** The step of the ladder. */
  readonly rung: string;
  /** The park's own sentence. */
  readonly text: string | null;
  readonly deadline: string;
  /** 1 个工作日 2 小时: how long ago the deadline was, or is ahead. */
  readonly distance: string;
  /** The deadline lies behind: the reminder goes late. */
  readonly isOver: boolean;
  /** The assisting department. */
  readonly helper: string | null;
  /** Who should have been told: pass it on. */
  readonly instead: string | null;
  /** Whether there is time enough left to ask for more. */
  readonly mayExtend: boolean;
  /** Said to the company itself. */
  readonly toCompany: boolean;
}

interface Saying {
  readonly says: (reminder: ReminderWords) => string;
  /** What one can write, for one issue. */
  readonly hint: (reminder: ReminderWords) => string;
}

type Hint = Saying["hint"];

const forIssue =
  (words: (id: number) => string): Hint =>
  ({ issue }) =>
    words(issue.id);
const handling: Hint = ({ issue: { id, state } }) =>
  state === "dispatched" ? `签收 ${id}　退单 ${id} 原因` : `进展 ${id} …　答复 ${id} …`;
const warning: Hint = ({ issue: { id, state }, mayExtend }) => {
  if (state === "dispatched") return `签收 ${id}`;
  return mayExtend ? `答复 ${id} …　延期 ${id} 3天 原因` : `答复 ${id} …`;
};
const pressing = forIssue((id) => `进度 ${id}　督办 ${id} …`);

const SAYINGS: Readonly<Record<string, Saying>> = {
  dispatch: { says: () => "超过派单时限，还没有派单", hint: forIssue((id) => `派单 ${id} 单位名`) },
  "dispatch-late": {
    says: ({ distance }) => `还没有派单，已超过时限${distance}`,
    hint: forIssue((id) => `派单 ${id} 单位名`),
  },
  sign: { says: () => "超过签收时限，还没有签收", hint: forIssue((id) => `签收 ${id}　退单 ${id} 原因`) },
  "sign-late": {
    says: ({ distance }) => `仍未签收，已超过时限${distance}`,
    hint: forIssue((id) => `督办 ${id} …　转派 ${id} 单位名`),
  },
  contact: { says: () => "超过联系企业的时限，还没有联系", hint: forIssue((id) => `联系 ${id} 已电话沟通`) },
  "answer-warning": {
    says: ({ deadline, distance, isOver }) =>
      isOver ? `答复期限 ${deadline} 已过，还没有答复` : `黄灯：答复期限 ${deadline}，还剩${distance}`,
    hint: warning,
  },
  "answer-due": { says: ({ deadline }) => `红灯：答复期限 ${deadline} 已到，还没有答复`, hint: handling },
  "answer-late": { says: ({ distance }) => `红灯：已超期${distance}，还没有答复`, hint: pressing },
  "answer-supervision": { says: ({ distance }) => `红灯：已超期${distance}，还没有答复`, hint: pressing },
  "answer-leader": {
    says: ({ distance }) => `红灯：已超期${distance}，列入下期主题日议程`,
    hint: forIssue((id) => `批示 ${id} …`),
  },
  "answer-again": { says: ({ distance }) => `红灯：仍未答复，已超期${distance}`, hint: forIssue((id) => `进度 ${id}`) },
  promise: { says: ({ deadline }) => `措施承诺的时间 ${deadline} 已到`, hint: handling },
  stage: { says: () => "有一段时间没有向企业反馈进展", hint: forIssue((id) => `进展 ${id} …`) },
  assist: {
    says: ({ deadline }) => `协办期限 ${deadline} 已到，还没有协办意见`,
    hint: forIssue((id) => `备注 ${id} 协办意见`),
  },
  "assist-late": {
    says: ({ helper }) => `${helper ?? "协办单位"}还没有协办意见`,
    hint: forIssue((id) => `进度 ${id}　督办 ${id} …`),
  },
  supplement: { says: () => "还在等贵企业补充情况", hint: forIssue((id) => `补充 ${id} …　撤回 ${id}`) },
  "supplement-late": { says: () => "企业还没有补充情况，请联系企业", hint: forIssue((id) => `联系 ${id} …`) },
  confirm: {
    says: ({ deadline, isOver }) =>
      isOver
        ? "已有答复，请确认是否解决；确认时间已到，再不确认，很快会自动办结"
        : `已有答复，请确认是否解决；到 ${deadline} 没有确认会自动办结`,
    hint: forIssue((id) => `已解决 ${id}　认可 ${id}　未解决 ${id} 原因`),
  },
};

export function reminderCard(reminders: readonly ReminderWords[]): Card {
  const [first] = reminders;
  const ids = new Set(reminders.map(({ issue }) => issue.id));
  if (first !== undefined && ids.size === 1) return singleCard(first, reminders);
  return {
    blocks: [
      { kind: "title", text: `提醒（${ids.size} 件）` },
      { kind: "list", items: reminders.map(line) },
      { kind: "hint", text: "看一件：进度 编号　全部：待办" },
    ],
  };
}

/** All about one issue: the hint is that of the last, which weighs most. */
function singleCard({ issue, toCompany, instead }: ReminderWords, all: readonly ReminderWords[]): Card {
  const last = all.at(-1);
  const fields = [
    ...(issue.company === null || toCompany ? [] : [{ label: "企业", value: issue.company }]),
    ...(issue.department === null ? [] : [{ label: "责任单位", value: issue.department }]),
    ...(issue.due === null || toCompany ? [] : [{ label: "答复期限", value: issue.due }]),
  ];
  const answer: Block[] =
    toCompany && issue.publicAnswer !== null ? [{ kind: "said", by: "最近答复", text: issue.publicAnswer }] : [];
  return {
    blocks: [
      { kind: "title", text: `${lightMark(issue)}提醒 ${issueTitle(issue)}` },
      { kind: "text", text: all.map((one) => `${sentenceOf(one)}。`).join("\n") },
      ...(fields.length === 0 ? [] : [{ kind: "fields" as const, fields }]),
      ...answer,
      ...(instead === null ? [] : [{ kind: "text" as const, text: relay(instead) }]),
      { kind: "hint", text: (last && SAYINGS[last.rung]?.hint(last)) ?? `进度 ${issue.id}` },
    ],
  };
}

function line(reminder: ReminderWords): string {
  const { issue, toCompany, instead } = reminder;
  const who = issue.company === null || toCompany ? "" : `${issue.company}：`;
  const unit = issue.department === null || toCompany ? "" : `（${issue.department}）`;
  const pass = instead === null ? "" : `（${relay(instead)}）`;
  return `${lightMark(issue)}#${issue.id} ${who}${issue.title}${unit}：${sentenceOf(reminder)}${pass}`;
}

function sentenceOf(reminder: ReminderWords): string {
  return reminder.text?.replace(/[。.]$/u, "") ?? SAYINGS[reminder.rung]?.says(reminder) ?? "请留意";
}

function relay(instead: string): string {
  return `没有办法直接通知${instead}，请转告`;
}
