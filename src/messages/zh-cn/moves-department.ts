import type { RequestKind } from "../../domain/issue/issue.ts";
import type { NextStep } from "../actions.ts";
import type { Announced, Answered, MoveHeard, MoveMade, MoveWords } from "../move-words.ts";
import { countedBefore, dueLine, LABELS } from "./issues.ts";
import { REQUEST_WORDS } from "./terms.ts";

/** The departments' moves: what they hear back, and what the others hear. */

const handler = ({ who }: MoveHeard) => ({ label: "经办", value: who });

const UNTIL: Readonly<Record<RequestKind, string>> = { return: "新的期限", extend: "新的期限", hold: "复核日期" };

/** 退单, 延期 and 挂账 are asked for, and decided by the coordinator or a leader. */
function requested(kind: RequestKind, { id, title, who, department, date }: MoveHeard): Announced {
  return {
    title: `${title} 申请${REQUEST_WORDS[kind]}`,
    fields: [
      { label: "申请人", value: who },
      { label: "建议单位", value: department },
      { label: UNTIL[kind], value: date },
    ],
    next: [
      { command: "approve", id },
      { command: "refuse", id, blank: "reason" },
    ],
  };
}

const CLOCK_GOES_ON = "批复前继续计时。";

function measured({ id, measureDue, namesDate, dayOff }: MoveMade): Answered {
  const done = "已记录措施";
  if (measureDue === null) {
    return { done, next: [{ command: "measure", id, blank: "measure-and-date", label: "add-date" }] };
  }
  if (namesDate) return { done, more: `承诺完成：${measureDue}\n${countedBefore(dayOff)}`.trim() };
  return {
    done,
    more: `承诺完成：${measureDue}，本次未写时间，按原定时间不变。`,
    next: [{ command: "measure", id, blank: "measure-and-date", label: "change-date" }],
  };
}

/** What the company is asked for with an answer. */
function confirming(id: number): readonly NextStep[] {
  return [
    { command: "solved", id },
    { command: "accept", id },
    { command: "unsolved", id, blank: "reason" },
  ];
}

export const DEPARTMENT_MOVES = {
  sign: {
    made: ({ id, due, request, hidden }) => ({
      done: "已签收",
      more: request === "return" ? `${dueLine(due)}\n退单申请待批复，${CLOCK_GOES_ON}` : dueLine(due),
      next: [
        hidden ? { command: "ask", id, blank: "text" } : { command: "contact", id, blank: "text" },
        { command: "measure", id, blank: "text" },
        { command: "answer", id, blank: "text" },
      ],
    }),
    heard: (move) => ({
      title: `${move.title} 已签收`,
      fields: [handler(move), { label: LABELS.due, value: move.dueNow }],
      next: [{ command: "status", id: move.id }],
    }),
  },
  contact: {
    made: () => ({ done: "已记录联系" }),
    heard: (move) => ({ title: `${move.title} 已联系企业`, fields: [handler(move)] }),
  },
  measure: {
    made: measured,
    heard: (move) => ({ title: `${move.title} 有新措施`, fields: [handler(move)] }),
  },
  progress: {
    made: ({ dayOff }) => ({
      done: "已向企业反馈进展",
      ...(dayOff === null ? {} : { more: countedBefore(dayOff) }),
    }),
    heard: (move) => ({
      title: `${move.title} 有进展`,
      fields: [handler(move), { label: "下次反馈", value: move.date }],
    }),
  },
  note: {
    made: () => ({ done: "已备注（企业看不到）" }),
    heard: ({ title, who }) => ({ title: `${title} 协办意见`, fields: [{ label: "协办", value: who }] }),
  },
  ask: {
    made: () => ({ done: "已请企业补充", more: "等待期间不计时。" }),
    heard: (move) => ({
      title: `${move.title} 请补充情况`,
      fields: [handler(move)],
      next: [{ command: "supplement", id: move.id, blank: "text" }],
    }),
  },
  answer: {
    made: () => ({ done: "已答复，待企业确认" }),
    heard: (move) => ({
      title: `${move.title} 已答复，请确认`,
      fields: [handler(move)],
      next: confirming(move.id),
    }),
  },
  correct: {
    made: () => ({ done: "已更正答复，待企业重新确认", more: "原答复留存在记录中。" }),
    heard: (move) => ({
      title: move.internal ? `${move.title} 答复已更正` : `${move.title} 答复有更正，请以本次为准并确认`,
      fields: [handler(move)],
      next: confirming(move.id),
    }),
  },
  resume: {
    made: ({ due }) => ({ done: "已恢复办理", more: dueLine(due) }),
    heard: ({ id, title, due }) => ({
      title: `${title} 挂账结束，恢复办理`,
      fields: [{ label: LABELS.due, value: due }],
      next: [{ command: "status", id }],
    }),
  },
  return: {
    made: ({ id, unit, request }) => {
      if (request === "return") return { done: `已补写建议单位：${unit}`, more: `退单申请待批复，${CLOCK_GOES_ON}` };
      const done = "已申请退单，待批复";
      if (unit !== null) return { done, more: `建议单位：${unit}。${CLOCK_GOES_ON}` };
      return {
        done,
        more: `${CLOCK_GOES_ON}这件诉求应由哪个单位办理？`,
        next: [{ command: "return", id, blank: "proposed-unit", label: "which-unit" }],
      };
    },
    heard: (move) => requested("return", move),
  },
  extend: {
    made: ({ until, dayOff }) => ({ done: `已申请延期至 ${until}`, more: `${countedBefore(dayOff)}${CLOCK_GOES_ON}` }),
    heard: (move) => requested("extend", move),
  },
  hold: {
    made: ({ until, dayOff }) => ({
      done: `已申请挂账，复核日期 ${until}`,
      more: `${countedBefore(dayOff)}${CLOCK_GOES_ON}`,
    }),
    heard: (move) => requested("hold", move),
  },
} as const satisfies Readonly<Record<string, MoveWords>>;
