import type { Saying } from "../saying.ts";

/** What is said to a press on a card that does not count any more, and what stands on a card that was pressed. */

/** 这张卡片已过时：诉求 #12 现在「办理中」，由供电公司王建国负责。 `stands`: how the issue stands. On a page it is a form that is old. */
export function cardIsOld(stands: string): Saying {
  return {
    text: `这张卡片已过时：诉求 ${stands}。`,
    onPage: `打开本页后情况已有变化，这一步没有办理：诉求 ${stands}。`,
  };
}

/** Who was faster: 供电公司 王建国 已在 11月25日 周三 10:05「签收」。 */
export function doneBefore(by: string, at: string, word: string): string {
  return `${by}已在${at}「${word}」。`;
}

/** 您在 11月25日 周三 10:05 已「签收」: the same person pressed twice. */
export function doneBeforeByYou(at: string, word: string): string {
  return `您已在${at}「${word}」。`;
}

/** Somebody of the own company, where others read it too. */
export function doneBeforeByCompany(at: string, word: string): string {
  return `贵企业已在${at}「${word}」。`;
}

/** Of a question that was answered, given up or replaced, or that was asked of somebody else. */
export const QUESTION_OVER = "这个问题已经不在等您回复，请直接写要办的事项，例如：进度 12";

/** Of what is no button of this program's. */
export const NOT_A_BUTTON = "这个按钮已经不能用了，请直接写要办的事项，例如：进度 12";

/** To a no that needs no other answer: who presses sees that it was heard. */
export const LEFT_ALONE = "好的，不办理。";

/** Above the buttons that answer the question which was asked just before. */
export const CHOOSE = "请选择";

/** Above the buttons of what can be done next, behind the message that says it; null: not of one issue alone. */
export function nextTitle(id: number | null): string {
  return id === null ? "下一步" : `#${id} 下一步`;
}
