import type { State } from "../../domain/issue/issue.ts";
import { type Saying, taught } from "../saying.ts";
import { commandWord } from "./commands.ts";
import { STATE_WORDS } from "./terms.ts";

/** What is said of issues that are like one. */

/** How a like issue is called. `isOwn`: of the same company. */
export interface LikeShown {
  readonly number: number;
  readonly title: string;
  readonly state: State;
  readonly isOwn: boolean;
}

/** 与 #31 相似：三车间昨晚停电两次（办理中） */
function likeLine({ number, title, state, isOwn }: LikeShown): string {
  return `与${isOwn ? "" : "其他企业的"} #${number} 相似：${title}（${STATE_WORDS[state]}）。`;
}

/** The word by which somebody takes it up: 合并, 同感 31. */
export function wayWord({ number, isOwn }: Pick<LikeShown, "number" | "isOwn">): string {
  return isOwn ? commandWord("merge") : `${commandWord("join")} ${number}`;
}

/** Of an urgent one, before it goes into one that is not, and behind it. */
export const LOSES_URGENCY = {
  asked: (id: number, into: number) =>
    `#${id} 是紧急件，#${into} 不是：合并后按 #${into} 的时限办理，不再按紧急办。要保留紧急，请回复「算了」。`,
  done: (id: number, into: number) => `#${id} 原是紧急件，现按 #${into} 的时限办理，不再按紧急办。`,
} as const;

/** Behind the receipt of an issue (`id`). */
export function likeFiled(like: LikeShown, id: number): string {
  const what = like.isOwn
    ? `是同一件事请回复「${wayWord(like)}」，内容补充到 #${like.number}，#${id} 撤回`
    : `只是同样情况的请回复「${wayWord(like)}」，计入 #${like.number}，#${id} 撤回`;
  return `${likeLine(like)}${what}；不同的无需回复，照常办理。`;
}

/** The same for the office, which merges by a word of its own. */
export function likeFiledForCompany(like: LikeShown): string {
  return `${likeLine(like)}是同一件事的可以合并。`;
}

/** Beside what is offered as an issue. */
export function likeOffered(like: LikeShown): string {
  const what = like.isOwn
    ? `是同一件事请回复「${wayWord(like)}」，补充到 #${like.number}`
    : `只是同样情况的请回复「${wayWord(like)}」，不必另提`;
  return `${likeLine(like)}${what}。`;
}

/** What is noted at an issue that its company put together with another one. */
export function takenBackFor(into: number): string {
  return `与 #${into} 是同一件事`;
}

export function takenBackToJoin(into: number): string {
  return `与 #${into} 情况相同，已登记同感`;
}

/** 图片见 #32: what is added to the other issue keeps its pictures where they were sent. */
export function picturesAt(id: number): string {
  return `（图片和文件见 #${id}）`;
}

/** 已合并：内容补充到 #31，#32 撤回 */
export function mergedByCompany(id: number, into: number): string {
  return `已合并：内容补充到 #${into}，#${id} 已撤回`;
}

export function joinedInstead(id: number, into: number): string {
  return `已登记同感 #${into}，#${id} 已撤回`;
}

/** Behind it: what is restored takes nothing of that back. */
export function joinStays(into: number): string {
  return `以后恢复也不影响：对 #${into} 的同感仍然计数。`;
}

/** 合并, where it is not said which, of the numbers of the company's own. */
export function sayMergePair(own: readonly number[]): Saying {
  const [into, from] = own.slice(-2);
  if (into === undefined) return "本企业没有在办的诉求，没有可合并的。";
  const example = from === undefined ? "" : `，例如：${commandWord("merge")} ${from} ${into}（#${from} 并入 #${into}）`;
  return from === undefined
    ? `本企业在办的诉求只有 #${into}，没有可合并的另一件。与其他企业情况相同的，请发「${commandWord("join")}」和编号。`
    : taught("请写明要合并的两件诉求", example);
}

/** Of another company's, with which nothing is merged. */
export function sayJoinInstead(into: number, mayJoin: boolean): Saying {
  const why = `#${into} 是其他企业的诉求，不能合并`;
  return mayJoin ? taught(why, `；情况相同的，请发：${commandWord("join")} ${into}`) : `${why}。`;
}

/** Behind 同感: the own issue that is like it goes on. */
export function ownGoesOn(id: number): string {
  return `您的 #${id} 仍在办理中；如是同一件，可发：${commandWord("withdraw")} ${id}`;
}

/** 恢复 32: said for who has made a slip. */
export function mayRestore(id: number): string {
  return `有误的，1 个工作日内可发：${commandWord("resume")} ${id}`;
}

/** 与 #31 相似：中塑科技 三车间昨晚停电两次（待签收，供电公司） */
export function likeBeside(what: string, id: number): string {
  return `与 #${id} 相似：${what}`;
}

/** Below it, where it is the same company's. */
export function mergeInto(id: number, into: number): string {
  return `同一企业，是同一件事的可发：${commandWord("merge")} ${id} ${into}`;
}

/** Above such lines in a chat. */
export const LIKES_ARE = "在办的相似诉求：";

/** Above such lines on a page, and on the button that merges. */
export const LIKES_HEAD = "相似的在办诉求";
export function mergeButton(into: number): string {
  return `并入 #${into}`;
}
