import { echo } from "../escape.ts";
import { both, type Saying } from "../saying.ts";
import { COMMAND_WORDS, type CommandName, commandWord } from "./commands.ts";
import { BOT_NAME } from "./operator.ts";

/** What the bot asks back: whether something is meant, which issue, what is missing; and how it greets. */

/** What answers an offer. */
export const YES_OR_NO = ["是", "算了"] as const;

/** What answers it where it may be another matter as well. */
export const YES_NO_OR_NEW = ["是", "新诉求", "算了"] as const;

/** What may be said in return, word for word; a page and a platform with buttons show each by itself. */
export function choicesText(words: readonly string[]): string {
  return `${IN_RETURN}${words.map((word) => `「${word}」`).join("")}`;
}

const IN_RETURN = "可以回复：";
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

/** Of what is told for another company. */
export const FILED_AS_OWN =
  "提交后登记为贵企业的诉求，由贵企业跟进和确认；是别家企业的事，请由那家企业自己提，或请营商办代提。";

export const OFFER_LABELS = {
  company: "企业",
  department: "拟交",
  due: "答复期限",
  unit: "单位",
  marks: "标记",
  readers: "转给",
} as const;
export const COORDINATOR = "营商办";
export const COORDINATOR_WILL_DISPATCH = "由营商办派单";

/** What each move would do, as a question; others are asked by their word. 批示 is a kind of `supervise`, called by its own word. */
const OFFERS: Partial<Readonly<Record<string, string>>> = {
  solved: "确认已解决并办结吗？",
  accept: "没有解决但认可解释，确认办结吗？",
  unsolved: "反馈没有解决，请责任单位继续办理吗？",
  reopen: "重开这件诉求吗？",
  withdraw: "撤回这件诉求吗？",
  supplement: "作为补充情况记入这件诉求吗？",
  join: "贵企业也有同样情况，登记同感吗？",
  urge: "催办这件诉求吗？",
  answer: "作为答复发给企业，并请企业确认吗？",
  progress: "作为进展反馈给企业吗？",
  ask: "请企业补充以下情况吗？",
  note: "记为内部备注（企业看不到）吗？",
  sign: "签收这件诉求吗？",
  measure: "记为措施（承诺完成日期）吗？",
  extend: "申请延期吗？",
  return: "申请退单吗？",
  hold: "申请挂账吗？",
  reject: "不予受理吗？原因会告知提出人。",
  leave: "登记请假吗？",
  theme: "按下面的安排主题日吗？",
  merge: "合并吗？合并后不能拆开。",
  feedback: "作为对督办或批示的反馈上报吗？",
  supervise: "作为督办送责任单位负责人吗？",
  批示: "作为批示送责任单位负责人吗？",
};

/** 撤回这件诉求吗？#12 三车间昨晚停电两次. `title`: empty of what is about no issue. */
export function offerTitle(command: string, title: string): string {
  return `${OFFERS[command] ?? `执行「${wordOf(command)}」吗？`}${title}`;
}

/** Of a company's own issue, which is taken back for it. `isOwn`: the other one is its own, too. */
export function putTogether(id: number, into: string, isOwn: boolean): string {
  const [number = "", ...title] = into.split(" ");
  const what = isOwn ? `把 #${id} 的内容补充到 ${number}` : `对 ${number} 登记同感`;
  return `是同一件事吗？${what}，并撤回 #${id}。${number} ${title.join(" ")}`.trim();
}

/** 作为对 #12 的补充吗？三车间停电: of what was said soon behind it. `title`: with the number in front. */
export function additionTitle(title: string): string {
  const [number = "", ...words] = title.split(" ");
  return `作为对 ${number} 的补充吗？${words.join(" ")}`;
}

function wordOf(command: string): string {
  return isName(command) ? commandWord(command) : command;
}

function isName(command: string): command is CommandName {
  return command in COMMAND_WORDS;
}

/** Beside an offer, what else is possible: with every issue, and with one whose answer waits to be confirmed. */
export const OTHERWISE: Partial<Readonly<Record<string, string>>> = {
  answer: "修改内容请回复「改成：…」。",
  progress: "不发给企业、只作内部备注的，请回复「改成备注」。",
  note: "要告诉企业的，请回复「改成进展」。",
  supervise: "修改内容请回复「改成：…」。",
};
/** What is taken back tells of so many matters. */
export function allGoing(id: number, count: number): string {
  return `这件里写了 ${count} 项内容，会一起撤回。只是其中一项不用办的，请回复「不用」，再发：补充 ${id} 哪一项不用办。`;
}

export const OTHERWISE_ANSWERED: Partial<Readonly<Record<string, string>>> = {
  solved: "尚未解决的，请直接说明哪里没有解决。",
  unsolved: "已经解决的，请回复「已解决」。",
  supplement: "已经解决的，请回复「已解决」；没有解决的，请回复「未解决」和原因。",
};

export function whichTitle(command: string): string {
  return `「${wordOf(command)}」指哪一件？请回复编号：`;
}

export function moreNotListed(left: number): string {
  return `另有 ${left} 件没有列出，可直接写编号。`;
}

/** What is asked for, by what is missing. `id`: of which issue. */
export const NEEDS = {
  text: (command: string, id: number | null) => `请写明${ofIssue(command, id)}的内容，直接回复即可。`,
  reason: (command: string, id: number | null) => `请说明${ofIssue(command, id)}的原因，直接回复即可。`,
  date: (command: string, id: number | null) =>
    `${ofIssue(command, id)}到哪一天？请直接回复日期或天数，例如：3天、下周五。`,
  unit: (command: string, id: number | null) =>
    `${ofIssue(command, id)}${command === "return" ? "建议转给" : "交给"}哪个单位？请直接回复单位名。`,
  company: () => "请说明是哪家企业，直接回复企业名即可。",
  number: (command: string, id: number | null, list: "mine" | "todo") =>
    id === null
      ? `「${wordOf(command)}」指哪一件？请回复编号，查看编号请发「${commandWord(list)}」。`
      : `#${id} 并入哪一件？请回复编号。`,
  person: (command: string) => `「${wordOf(command)}」请写明姓名，例如：由李四代。`,
  stars: (_command: string, id: number | null) =>
    `请给${id === null ? "办理情况" : ` #${id} `}打 1 到 5 分，直接回复数字。`,
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
  return `刚才询问的「${before}」不再等待回复。`;
}

/** What was shown to be raised, and waits on behind something else. `null`: nothing of it is said here. */
export function standsOn(texts: readonly (string | null)[]): string {
  return `${toldBefore(texts)}还没有提交：要提交请回复「是」，不提请回复「算了」。`;
}

/** The same where another question stands now. */
export function notSubmitted(texts: readonly (string | null)[], word: string): string {
  return `${toldBefore(texts)}没有提交：要提交请重发一次，开头写「${word}」。`;
}

function toldBefore(texts: readonly (string | null)[]): string {
  const shown = texts.flatMap((text) => (text === null ? [] : echo(text))).join("");
  return shown === "" ? "刚才的保密诉求" : `刚才说的${shown}`;
}

/** To a no behind which more is said than was understood. `isText`: what was shown can be written anew. */
export function dropped(before: string, isText: boolean): string {
  const rather = isText ? "要改内容请回复「改成：…」，其他事项请直接写明。" : "如有其他事项，请直接写明。";
  return `好的，刚才询问的「${before}」不办了；${rather}`;
}

/** What was asked about, as these sentences name it: 派单 5、7. */
export function calledBefore(command: string, numbers: readonly number[]): string {
  return [wordOf(command), numbers.join("、")].filter((part) => part !== "").join(" ");
}

export function greeting(name: string, usages: readonly string[]): string {
  return `${name}您好，我是${BOT_NAME}，园区企业诉求的提出、查询和办理都可以找我。常用：${usages.map((usage) => `「${usage}」`).join("、")}`;
}

/** Danger that was shown, and not filed, is over. */
export function overThen(word: string): string {
  return `没事就好，已告知营商办。刚才那件没有提交；仍要登记处理的，请回「${word}」。`;
}

/** Behind a note or supplement that was made of a quotation. */
export const ALSO_POSSIBLE = "办理其他事项，可以发";

/** A move that this person may never make, where no issue is named. */
export function noRightTo(command: string): string {
  return `您没有「${wordOf(command)}」权限`;
}

/** A move that this person makes, where no issue is there for it now. */
export function nothingToMove(command: string): string {
  if (command === "approve" || command === "refuse") return "现在没有等您批复的申请";
  return `现在没有可以「${wordOf(command)}」的诉求`;
}

/** The other half of these sentences. `usages`: empty where nothing waits for the person. */
export function insteadOfIt(why: Saying, usages: readonly string[]): Saying {
  const can = usages.map((usage) => `「${usage}」`).join("");
  return both(why, can === "" ? "，可用的命令请发「帮助」。" : `；现在可以发：${can}。`);
}

/** What was said in the same message, and would have been asked about, too. */
export function leftOut({ command, number }: { readonly command: string; readonly number: number | null }): string {
  return `${number === null ? "" : `#${number} `}「${wordOf(command)}」没有办理，请另发一次。`;
}

/** A sentence among others, with the number that it is about. */
export function ofNumber(id: number, sentence: string): string {
  return `#${id}：${sentence}`;
}

/** To 是 and the like, where nothing is asked. */
export const NOTHING_ASKED = "现在没有等您回复的问题，请直接写要办的事项，例如：进度 12";

const ANSWERS: Readonly<Record<"offer" | "which" | "need", string>> = {
  offer: "回「是」或「算了」",
  which: "回编号，不办请回「算了」",
  need: "补充内容，不办请回「算了」",
};

/** To what leaves it open: it comes later, or it was merely thanks. */
export function notDoneYet(before: string, ask: keyof typeof ANSWERS): string {
  return `「${before}」还没有办，还在等您${ANSWERS[ask]}。`;
}

/** To what is not understood while something is asked. */
export function stillAsked(before: string, ask: keyof typeof ANSWERS): string {
  return `未能识别您的意思；刚才询问的「${before}」还在等您${ANSWERS[ask]}。`;
}
