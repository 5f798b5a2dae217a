import { SOME_NUMBER, SOMEBODY } from "./names.ts";
import { HIDDEN_COMPANY } from "./terms.ts";

/** What is said of answers that may serve as a draft. */

/** Above the list of them in a chat. */
export function draftsHead(word: string): string {
  return `同类诉求的答复，可回复「${word} 1」取作草稿：`;
}

/** #8 三车间停电（评价 5） */
export function draftLine({
  id,
  title,
  how,
}: {
  readonly id: number;
  readonly title: string;
  readonly how: string;
}): string {
  return `#${id} ${title}（${how}）`;
}

/** 1 #8 三车间停电（评价 5）：变压器已更换… */
export function placedLine(place: number, line: string, answer: string): string {
  return `${place} ${line}：${answer}`;
}

export function ratedBy(rating: number): string {
  return `评价 ${rating}`;
}

/** Above an answer that is shown as a draft. */
export function draftFrom(id: number): string {
  return `答复草稿，取自 #${id}，请核对时间、地点和做法`;
}

/** Below it. */
export function sendOrSay(id: number): string {
  return `回复「是」发送；要修改的，请直接发：答复 ${id} 修改后的内容`;
}

export function noDrafts(id: number): string {
  return `#${id} 没有可供参考的同类答复，请直接写：答复 ${id} …`;
}

export function noSuchDraft(id: number, count: number, word: string): string {
  return count === 1
    ? `#${id} 可供参考的答复只有 1 条，请发：${word} ${id} 1`
    : `#${id} 可供参考的答复有 ${count} 条，请写 1 到 ${count}，例如：${word} ${id} 1`;
}

export function draftsAreForHandlers(id: number): string {
  return `「参考」由答复 #${id} 的单位使用，或 #${id} 现在不需要答复。`;
}

/**
 * An answer whose names and numbers are covered, as a draft for another company: whoever reads it is meant in place of the one that it was
 * written for, and what speaks of a person or a number is left out. "": nothing is left.
 */
export function asDraft(covered: string): string {
  const clauses = covered.match(CLAUSE) ?? [];
  const kept = clauses.filter((one) => !one.includes(SOMEBODY) && !one.includes(SOME_NUMBER)).join("");
  return kept.replaceAll(HIDDEN_COMPANY, "贵企业").replace(HANGING, "。").trim();
}

const CLAUSE = /[^，,。；;：:！!？?\n]+[，,。；;：:！!？?\n]*/gu;
const HANGING = /[，,；;：:\s]+$/u;

/** On the board. */
export const DRAFTS_HEAD = "同类诉求的答复";
export function takeDraft(id: number): string {
  return `取 #${id} 的答复作草稿`;
}
export function filledFrom(id: number): string {
  return `「答复」里已填入 #${id} 的答复，请核对、修改后再发送。`;
}
