import { echo } from "../escape.ts";
import { COMMAND_WORDS, type CommandName, commandWord } from "./commands.ts";

/** What the bot asks back: whether something is meant, which issue, what is missing; and how it greets. */

/** What answers an offer. */
export const YES_OR_NO = ["是", "算了"] as const;

/** What may be said in return, word for word; a page and a platform with buttons show each by itself. */
export function choicesText(words: readonly string[]): string {
  return `${IN_RETURN}${words.map((word) => `「${word}」`).join("")}`;
}

const IN_RETURN = "可以回：";
const CHOICES = new RegExp(`^${IN_RETURN}(?:「[^「」]+」)+$`);

/** The words of such a line; none where it is another. */
export function choicesIn(line: string): readonly string[] {
  return CHOICES.test(line) ? [...line.matchAll(/「([^「」]+)」/g)].flatMap(([, word]) => word ?? []) : [];
}

/** Above the text of what may become an issue. */
export const SUBMIT_THIS = "要作为诉求提交吗？";
export const SUBMIT_THESE = "像是几件事，要分别作为诉求提交吗？";
/** Of something confidential said in a group: nothing of it is repeated there. */
export const SUBMIT_IN_CONFIDENCE = "要作为保密诉求提交吗？请自行撤回群内原消息。";

export const OFFER_LABELS = {
  company: "企业",
  department: "拟交",
  due: "答复期限",
  unit: "单位",
  urgency: "标记",
} as const;
export const COORDINATOR_WILL_DISPATCH = "营商办派单";

/** What each move would do, as a question. `title`: #12 三车间昨晚停电两次. Others are asked by their word. */
const OFFERS: Partial<Readonly<Record<string, (title: string) => string>>> = {
  solved: (title) => `确认${title} 已经解决、可以办结吗？`,
  accept: (title) => `${title} 没有解决但认可解释，可以办结吗？`,
  unsolved: (title) => `${title} 没有解决，退回继续办理吗？`,
  reopen: (title) => `重开${title} 吗？`,
  withdraw: (title) => `撤回${title} 吗？`,
  supplement: (title) => `补充到${title} 吗？`,
  join: (title) => `贵公司也有同样的情况，要同感${title} 吗？`,
  urge: (title) => `催办${title} 吗？`,
  answer: (title) => `把这段话作为答复发给企业、请企业确认吗？${title}`,
  progress: (title) => `把这段话作为进展告诉企业吗？${title}`,
  ask: (title) => `请企业补充吗？${title}`,
  note: (title) => `记为内部备注（企业看不到）吗？${title}`,
  sign: (title) => `签收${title} 吗？`,
  return: (title) => `申请退单吗？${title}`,
  hold: (title) => `申请挂账吗？${title}`,
  reject: (title) => `不予受理吗？原因会告诉提出人。${title}`,
  merge: (title) => `合并${title} 吗？合并后不能拆开。`,
  supervise: (title) => `作为督办送责任单位负责人吗？${title}`,
};

export function offerTitle(command: string, title: string): string {
  return OFFERS[command]?.(title) ?? `要「${wordOf(command)}」${title} 吗？`;
}

function wordOf(command: string): string {
  return isName(command) ? commandWord(command) : command;
}

function isName(command: string): command is CommandName {
  return command in COMMAND_WORDS;
}

/** 没有解决请直接说哪里没解决: beside an offer, what else was possible. */
export const OTHERWISE: Partial<Readonly<Record<string, string>>> = {
  solved: "还没有解决，请直接说哪里没解决。",
  unsolved: "已经解决，请回「已解决」。",
  supplement: "已经解决请回「已解决」，没有解决请回「未解决」和原因。",
  answer: "要改内容，请回「改成：…」。",
  supervise: "要改内容，请回「改成：…」。",
};

export function whichTitle(command: string): string {
  return `「${wordOf(command)}」是哪一件？请回编号：`;
}

export function moreNotListed(left: number): string {
  return `另有 ${left} 件没有列出，可直接写编号。`;
}

/** What is asked for, by what is missing. `id`: of which issue. */
export const NEEDS = {
  text: (command: string, id: number | null) => `请写${ofIssue(command, id)}的内容，直接回就行。`,
  reason: (command: string, id: number | null) => `请说明${ofIssue(command, id)}的原因，直接回就行。`,
  date: (command: string, id: number | null) =>
    `${ofIssue(command, id)}到哪一天？直接回日期或天数，例如：3天、12月10日。`,
  unit: (command: string, id: number | null) =>
    `${ofIssue(command, id)}${command === "return" ? "，建议转给" : "交给"}哪个单位？直接回单位名。`,
  company: () => "请说明是哪家企业，直接回企业名。",
  number: (command: string, id: number | null) =>
    id === null
      ? `「${wordOf(command)}」是哪一件？请回编号，不记得请发「我的」或「待办」。`
      : `#${id} 并入哪一件？请回编号。`,
  person: (command: string) => `「${wordOf(command)}」请写明姓名，例如：由李四代。`,
  stars: (_command: string, id: number | null) => `请给${id === null ? "" : ` #${id} `}打 1 到 5 分，直接回数字。`,
} as const;

function ofIssue(command: string, id: number | null): string {
  const word = `「${wordOf(command)}」`;
  return id === null ? word : `${word}#${id} `;
}

/** Numbered suggestions behind a question. */
export function optionLine(place: number, name: string): string {
  return `${place} ${name}`;
}

/** What was asked before, and is not waited for any more. */
export function replaces(before: string): string {
  return `刚才问的「${before}」先不等了。`;
}

/** What is called so in that sentence. */
export function calledBefore(command: string): string {
  return wordOf(command);
}

export const DANGER = "如有人员危险，请立即拨打 119、110 或 120。";

export function greeting(name: string, usages: readonly string[]): string {
  return `${name}您好，我是茶叙，园区诉求都可以跟我说。常用：${usages.map((usage) => `「${usage}」`).join("、")}`;
}

/** Behind a note or supplement that was made of a quotation. */
export const ALSO_POSSIBLE = "要办别的，可以说";

/** A move that is nothing for this person, where no issue is named. */
export function notForYou(command: string): string {
  return `「${wordOf(command)}」不由您来做；您能做的请发「帮助」。`;
}

export function notDone(said: string): string {
  return `${echo(said)}没有办，请另发一次。`;
}
