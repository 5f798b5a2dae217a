import type { State } from "../../domain/issue/issue.ts";
import type { NextStep } from "../actions.ts";
import type { Announced, MoveHeard, MoveWords } from "../move-words.ts";
import { dueLine, LABELS } from "./issues.ts";
import { joinedText, STATE_WORDS } from "./terms.ts";

/** The company's moves: what it hears back, and what the others hear. */

const company = ({ company: value }: MoveHeard) => ({ label: LABELS.company, value });

/** What the coordinator said in the place of this company, which reads it and can say otherwise. */
export function saidForCompany({ id, title, state }: MoveHeard, word: string): Announced {
  const otherwise: Partial<Record<State, NextStep>> = {
    withdrawn: { command: "resume", id, label: "may-restore" },
    closed: { command: "reopen", id, blank: "reason", label: "not-solved-may-reopen" },
  };
  return {
    title: `营商办代贵企业登记了「${word}」　${title}`,
    next: [otherwise[state] ?? { command: "status", id, label: "see-progress" }],
  };
}

/** What is said to an answer is no confirmation of it. */
const STILL_ASKED = "请确认这件诉求是否已解决。";

function confirming(id: number): readonly NextStep[] {
  return [
    { command: "solved", id },
    { command: "unsolved", id, blank: "reason" },
  ];
}

/** To who has said 同感: what became of it, and of his word. What its company said with it is not for others. */
function forJoined(title: string, value: string): Announced {
  return { title, withoutText: true, fields: [{ label: "同感企业", value }] };
}

/** What whoever has it can do now: what nobody has signed for is signed first. */
function afterUrging(id: number, state: State): readonly NextStep[] {
  switch (state) {
    case "submitted":
      return [{ command: "dispatch", id, blank: "department" }];
    case "dispatched":
      return [
        { command: "sign", id },
        { command: "answer", id, blank: "text" },
      ];
    case "in_progress":
      return [
        { command: "progress", id, blank: "text" },
        { command: "answer", id, blank: "text" },
      ];
    case "on_hold":
      return [
        { command: "resume", id },
        { command: "status", id },
      ];
    case "answered":
      return [
        { command: "correct", id, blank: "text" },
        { command: "status", id },
      ];
    default:
      return [{ command: "status", id }];
  }
}

export const COMPANY_MOVES = {
  supplement: {
    made: (move) => {
      const sent = move.hasUnit ? "已转给责任单位。" : "已转给营商办。";
      if (move.state !== "answered") return { done: "已补充", more: sent, next: [{ command: "status", id: move.id }] };
      return { done: "已补充", more: `${sent}${STILL_ASKED}`, next: confirming(move.id) };
    },
    heard: (move) => ({
      title: `${move.title} 企业有补充${move.state === "answered" ? "，尚未确认" : ""}`,
      fields: [company(move)],
      next: [
        ...(move.state === "answered" ? [{ command: "correct" as const, id: move.id, blank: "text" as const }] : []),
        { command: "status", id: move.id },
      ],
    }),
  },
  solved: {
    made: ({ id }) => ({
      done: "已办结：已解决",
      more: "谢谢确认。",
      next: [{ command: "rate", id, given: "5", label: "please-rate" }],
    }),
    heard: (move) => ({ title: `${move.title} 企业确认已解决`, fields: [company(move)] }),
  },
  accept: {
    made: ({ id }) => ({
      done: "已办结：解释认可",
      more: "谢谢理解。",
      next: [
        { command: "rate", id, given: "5", label: "please-rate" },
        { command: "reopen", id, blank: "reason", label: "may-reopen" },
      ],
    }),
    heard: (move) => ({ title: `${move.title} 企业认可解释，已办结`, fields: [company(move)] }),
  },
  unsolved: {
    made: ({ id, due }) => ({
      done: "已退回继续办理",
      more: `新的${dueLine(due)}`,
      next: [{ command: "status", id }],
    }),
    heard: (move) => ({
      title: `${move.title} 企业反馈未解决，请继续办理`,
      fields: [company(move), { label: "新的期限", value: move.due }],
      next: [
        { command: "measure", id: move.id, blank: "text" },
        { command: "answer", id: move.id, blank: "text" },
      ],
    }),
  },
  rate: {
    made: ({ rating }) => ({ done: `已评价 ${rating} 分`, more: "谢谢！" }),
    heard: (move) => ({ title: `${move.title} 企业评价 ${move.rating ?? ""} 分`, fields: [company(move)] }),
  },
  reopen: {
    made: ({ id, due }) => ({
      done: "已重开",
      more: due === null ? "原责任单位已撤销，由营商办重新派单。" : dueLine(due),
      next: [{ command: "status", id }],
    }),
    heard: (move) =>
      move.state === "submitted"
        ? {
            title: `${move.title} 已重开`,
            fields: [company(move), { label: LABELS.department, value: "原责任单位已撤销，由营商办重新派单" }],
            next: [
              move.internal
                ? { command: "dispatch", id: move.id, blank: "department" }
                : { command: "status", id: move.id },
            ],
          }
        : {
            title: `${move.title} 已重开`,
            fields: [company(move), { label: LABELS.due, value: move.due }],
            next: [{ command: "status", id: move.id }],
          },
  },
  withdraw: {
    made: ({ id }) => ({ done: "已撤回", next: [{ command: "resume", id, label: "may-restore" }] }),
    heard: (move) =>
      move.internal
        ? { title: `${move.title} 企业已撤回`, fields: [company(move)] }
        : forJoined(`${move.title} 已由提出企业撤回`, "仍有这个问题的，请另发「诉求 …」，写明情况"),
  },
  restore: {
    made: (move) => {
      const { id, state, due, hasUnit } = move;
      if (state === "answered") return { done: "已恢复", more: STILL_ASKED, next: confirming(id) };
      return { done: "已恢复", ...(hasUnit ? { more: dueLine(due) } : {}), next: [{ command: "status", id }] };
    },
    heard: (move) => {
      if (!move.internal) return forJoined(`${move.title} 已由提出企业恢复，继续办理`, "继续计数");
      return {
        title: `${move.title} 企业已恢复，请继续办理`,
        fields: [
          company(move),
          { label: LABELS.state, value: STATE_WORDS[move.state] },
          { label: LABELS.due, value: move.dueNow },
        ],
        next: [{ command: "status", id: move.id }],
      };
    },
  },
  join: {
    made: ({ id, joined }) => ({
      done: "已记录同感",
      more: `共有 ${joinedText(joined)}同感，只计家数，不公布名称。本企业另有情况的，请另提诉求。`,
      next: [{ command: "status", id }],
    }),
    // Who it was is not said, and so nothing of what was said with it.
    heard: ({ id, title, joined }) => ({
      title: `${title} 又有企业同感`,
      withoutText: true,
      fields: [{ label: LABELS.joined, value: joined }],
      next: [{ command: "status", id }],
    }),
  },
  urge: {
    made: ({ id, state, byCompany }) =>
      state === "answered" && byCompany
        ? { done: "已催办", more: STILL_ASKED, next: confirming(id) }
        : { done: "已催办" },
    heard: ({ id, title, who, dueNow, state }) => ({
      title: `${title} 催办`,
      fields: [
        { label: "催办人", value: who },
        { label: LABELS.due, value: dueNow },
      ],
      next: afterUrging(id, state),
    }),
  },
} as const satisfies Readonly<Record<string, MoveWords>>;
