import type { NextStep } from "../actions.ts";
import type { Announced, Answered, MoveHeard, MoveMade, MoveWords } from "../move-words.ts";
import { countedBefore, dueLine, LABELS } from "./issues.ts";
import { numberText, REQUEST_WORDS, supervisedText } from "./terms.ts";

/** The moves of the coordinator and the leaders, and the answer to what they pressed for. */

const decider = ({ who }: MoveHeard) => ({ label: "决定人", value: who });
const due = (move: MoveHeard) => ({ label: LABELS.due, value: move.due });

/** To the company: which unit has it now, without what the office said to that unit. */
function handedTo(move: MoveHeard): Announced {
  return { title: `${move.title} 已交${move.department ?? "责任单位"}`, withoutText: true, fields: [due(move)] };
}

function dispatched(move: MoveHeard): Announced {
  const { id, title, department, text } = move;
  if (!move.internal) return { ...handedTo(move), next: [{ command: "status", id }] };
  if (move.lostIt) return { title: `${title} 已转派给${department ?? "其他单位"}`, fields: [decider(move)] };
  return {
    title: `派单 ${title}`,
    whole: true,
    fields: [{ label: "说明", value: text }],
    next: [
      { command: "sign", id },
      { command: "return", id, blank: "reason" },
    ],
  };
}

function approvedTo({ id, due: until, request, unit, suggestions, review, dayOff }: MoveMade): Answered {
  const counted = dayOff === null ? {} : { more: countedBefore(dayOff) };
  if (request === "hold") return { done: `已同意挂账，复核日期 ${review}`, ...counted };
  if (request !== "return") return { done: `已同意延期，新的期限 ${until}`, ...counted };
  if (unit !== null) return { done: `已裁定由${unit}办理`, more: dueLine(until) };
  return suggestions === null
    ? { done: "已同意退单", next: [{ command: "dispatch", id, blank: "department" }] }
    : { done: "已同意退单", more: `建议：${suggestions}`, next: [{ command: "dispatch", id, given: "1" }] };
}

function approved(move: MoveHeard): Announced {
  const { id, title, internal, department } = move;
  const by = internal ? [decider(move)] : [];
  if (move.request === "extend") return { title: `${title} 期限延至 ${move.due ?? ""}`, fields: by };
  if (move.request === "hold") {
    return { title: `${title} 暂时挂账`, fields: [...by, { label: "复核日期", value: move.date }] };
  }
  if (move.state !== "dispatched") {
    return { title: `${title} 已同意退单`, fields: by, next: [{ command: "dispatch", id, blank: "department" }] };
  }
  if (!internal) return handedTo(move);
  return {
    title: `${title} 园区领导裁定由${department ?? ""}办理`,
    fields: [...by, due(move)],
    next: [{ command: "sign", id }],
  };
}

/** What the department can do when it is not to have what it asked for. */
function afterRefusal({ id, state, request }: MoveHeard): readonly NextStep[] {
  if (state === "dispatched") return [{ command: "sign", id }];
  if (state !== "in_progress") return [{ command: "status", id }];
  return [
    { command: "answer", id, blank: "text" },
    request === "extend"
      ? { command: "hold", id, blank: "days-and-reason" }
      : { command: "measure", id, blank: "measure-and-date" },
  ];
}

export const OFFICE_MOVES = {
  dispatch: {
    made: ({ unit, due: until, dayOff, returnedBy }) => {
      const line = `${dueLine(until)}\n${countedBefore(dayOff)}`.trim();
      const to = returnedBy === unit ? "现又派回该单位" : `现派给由其跟踪的${unit}`;
      const again = `请留意：${returnedBy}刚获准退单，${to}。`;
      return { done: `已派给${unit}`, more: returnedBy === null ? line : `${line}\n${again}` };
    },
    heard: dispatched,
  },
  assist: {
    made: ({ unit }) => ({ done: `已请${unit}协办` }),
    heard: ({ id, title, department, due: until, text }) => ({
      title: `请${department ?? ""}协办 ${title}`,
      whole: true,
      fields: [
        { label: "协办期限", value: until },
        { label: "说明", value: text },
      ],
      next: [{ command: "note", id, blank: "opinion" }],
    }),
  },
  reject: {
    made: () => ({ done: "已不予受理", more: "原因会告知提出人。" }),
    heard: ({ title }) => ({ title: `${title} 不予受理` }),
  },
  void: {
    made: () => ({ done: "已作废，不计入收集数", more: "原因会告知企业。" }),
    heard: (move) => ({ title: `${move.title} 已作废`, fields: move.internal ? [decider(move)] : [] }),
  },
  merge: {
    made: ({ other, hasUnit }) => ({
      done: `已并入 #${other}`,
      more: `同感的企业一并转入，企业${hasUnit ? "和责任单位" : ""}会收到通知。`,
      next: other === null ? [] : [{ command: "status", id: other }],
    }),
    heard: (move) => ({
      title: `${move.title} 已并入 #${move.other ?? ""}，后续以该件为准`,
      fields: move.internal ? [decider(move)] : [],
    }),
  },
  approve: { made: approvedTo, heard: approved },
  refuse: {
    made: ({ request }) => ({ done: `已驳回${request === null ? "" : REQUEST_WORDS[request]}` }),
    heard: (move) => ({
      title: `${move.title} ${move.request === null ? "" : REQUEST_WORDS[move.request]}申请被驳回`,
      fields: [decider(move)],
      next: afterRefusal(move),
    }),
  },
  supervise: {
    made: ({ numbers, hasUnit }) => ({
      done: supervisedText(numbers),
      more: hasUnit
        ? "已送单位负责人，反馈前持续列入待办。"
        : "这件还没有派单，已送营商办，没有单位收到；反馈前持续列入待办。",
    }),
    heard: ({ id, title, state, number, company, who, dueNow }) => ({
      title: `${number} ${title}`,
      fields: [
        { label: LABELS.company, value: company },
        { label: "签发", value: who },
        { label: LABELS.due, value: dueNow },
      ],
      // No unit has it yet that could answer.
      next: [
        state === "submitted"
          ? { command: "dispatch", id, blank: "department" }
          : { command: "feedback", id, blank: "text" },
      ],
    }),
  },
  feedback: {
    made: ({ numbers }) => ({ done: `已反馈${numberText(numbers)}` }),
    heard: ({ id, title, number, who }) => ({
      title: `${number} 反馈 ${title}`,
      fields: [{ label: "反馈人", value: who }],
      next: [{ command: "status", id }],
    }),
  },
} as const satisfies Readonly<Record<string, MoveWords>>;
