import type { StepName } from "../../domain/park/org.ts";

/** What the sentence of a step tells beside the issue. */
export interface ReminderTold {
  readonly deadline: string;
  /** How long ago the deadline was, or is ahead, with the space before it. */
  readonly distance: string;
  /** The deadline lies behind: the reminder goes late. */
  readonly isOver: boolean;
  /** The company has said something to the answer: it does not close by itself. */
  readonly heard: boolean;
  /** How long the company has heard nothing, with the space before it. */
  readonly silent: string;
  /** The assisting department. */
  readonly helper: string | null;
}

/** What each step of the ladder says, where the park has no sentence of its own for it. */
export const REMINDER_SENTENCES: Readonly<Record<StepName, (told: ReminderTold) => string>> = {
  dispatch: () => "已超过派单时限，尚未派单",
  "dispatch-late": ({ distance }) => `尚未派单，已超过时限${distance}`,
  sign: () => "已超过签收时限，尚未签收",
  "sign-late": ({ distance }) => `仍未签收，已超过时限${distance}`,
  contact: () => "已超过联系企业的时限，尚未联系",
  "answer-warning": ({ deadline, distance, isOver }) =>
    isOver ? `答复期限 ${deadline} 已过，尚未答复` : `黄灯：答复期限 ${deadline}，还剩${distance}`,
  "answer-due": ({ deadline }) => `红灯：答复期限 ${deadline} 已到，尚未答复`,
  "answer-late": answerLate,
  "answer-supervision": answerLate,
  "answer-leader": ({ distance }) => `红灯：已超期${distance}，列入下期主题日议程`,
  "answer-again": ({ distance }) => `红灯：仍未答复，已超期${distance}`,
  promise: ({ deadline }) => `措施承诺的时间 ${deadline} 已到`,
  stage: ({ silent }) => `已${silent}未向企业反馈进展`,
  assist: ({ deadline }) => `协办期限 ${deadline} 已到，尚未提交协办意见`,
  "assist-late": ({ helper }) => `${helper ?? "协办单位"}尚未提交协办意见`,
  supplement: () => "尚待贵企业补充情况",
  "supplement-late": () => "企业尚未补充情况，请联系企业",
  confirm: ({ deadline, isOver, heard }) => {
    if (heard) return "已有答复，请确认是否解决；您确认前不会办结";
    return isOver
      ? "已有答复，请确认是否解决；确认期限已到，仍不确认的将自动办结"
      : `已有答复，请确认是否解决；到 ${deadline} 未确认将自动办结`;
  },
  "confirm-late": () => "企业对答复有回应，但未确认是否解决，请联系企业",
};

function answerLate({ distance }: ReminderTold): string {
  return `红灯：已超期${distance}，尚未答复`;
}

/** 提醒 #12 三车间停电 */
export function reminderTitle(issue: string): string {
  return `提醒 ${issue}`;
}

/** 提醒（3 件） */
export function remindersTitle(count: number): string {
  return `提醒（${count} 件）`;
}

/** As whole sentences, a line each. */
export function asSentences(said: readonly string[]): string {
  return said.map((one) => `${one}。`).join("\n");
}

/** The park's own sentence, which may end with a stop or without. */
export function withoutStop(text: string): string {
  return text.replace(/[。.]$/u, "");
}

/** 中塑科技：三车间停电（供电公司）：尚未签收（无法直接通知王建国，请转告）　签收 12 */
export function reminderLine(said: {
  readonly company: string | null;
  readonly title: string;
  readonly department: string | null;
  readonly sentences: readonly string[];
  readonly relay: string | null;
  /** What can be written next. */
  readonly next: string;
}): string {
  const { company, title, department, sentences, relay, next } = said;
  const inBrackets = (text: string | null) => (text === null ? "" : `（${text}）`);
  return `${company === null ? "" : `${company}：`}${title}${inBrackets(department)}：${sentences.join("；")}${inBrackets(relay)}　${next}`;
}
