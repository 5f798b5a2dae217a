import type { MoveHeard, MoveWords } from "../move-words.ts";
import { dueLine, LABELS } from "./issues.ts";

/** The company's moves: what it hears back, and what the others hear. */

const company = ({ company: value }: MoveHeard) => ({ label: LABELS.company, value });

export const COMPANY_MOVES = {
  supplement: {
    made: ({ id, hasUnit }) => ({
      done: "已补充",
      more: hasUnit ? "已转给责任单位。" : "已转给营商办。",
      next: [{ command: "status", id }],
    }),
    heard: (move) => ({
      title: `${move.title} 企业有补充`,
      fields: [company(move)],
      next: [{ command: "status", id: move.id }],
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
      more: due === null ? "原来的单位已撤销，由营商办重新派单。" : dueLine(due),
      next: [{ command: "status", id }],
    }),
    heard: (move) =>
      move.state === "submitted"
        ? {
            title: `${move.title} 已重开`,
            fields: [company(move), { label: LABELS.department, value: "原来的单位已撤销，由营商办重新派单" }],
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
    made: () => ({ done: "已撤回" }),
    heard: (move) => ({ title: `${move.title} 企业已撤回`, fields: [company(move)] }),
  },
  urge: {
    made: () => ({ done: "已催办" }),
    heard: ({ id, title, who, dueNow }) => ({
      title: `${title} 催办`,
      fields: [
        { label: "催办人", value: who },
        { label: LABELS.due, value: dueNow },
      ],
      next: [
        { command: "progress", id, blank: "text" },
        { command: "answer", id, blank: "text" },
      ],
    }),
  },
} as const satisfies Readonly<Record<string, MoveWords>>;
