import type { Action } from "../../domain/issue/lifecycle.ts";
import type { Announced, HeardWords, MoveHeard, WordsOf } from "../move-words.ts";
import { COORDINATOR_DISPATCHES, DUE_FROM_DISPATCH, LABELS } from "./issues.ts";
import { COMPANY_MOVES } from "./moves-company.ts";
import { DEPARTMENT_MOVES } from "./moves-department.ts";
import { OFFICE_MOVES } from "./moves-office.ts";

const DANGER = "涉及人身安全，请立即处置：";

const submit: HeardWords = {
  heard: ({ internal, danger, ...move }) => {
    if (!internal) return filedFor(move);
    const announced = newIssue(move);
    return danger ? { ...announced, title: `${DANGER}${announced.title}` } : announced;
  },
};

/** The company, for which the coordinator has raised it. */
function filedFor({ id, title, department, due }: Omit<MoveHeard, "internal" | "danger">): Announced {
  return {
    title: `已为贵企业登记 ${title}`,
    fields: [
      { label: LABELS.department, value: department ?? COORDINATOR_DISPATCHES },
      { label: LABELS.due, value: due ?? DUE_FROM_DISPATCH },
    ],
    next: [
      { command: "status", id, label: "see-progress" },
      { command: "supplement", id, blank: "text", label: "add-facts" },
    ],
  };
}

function newIssue({ id, title, department, suggestions }: Omit<MoveHeard, "internal" | "danger">): Announced {
  return department === null
    ? {
        title: `待派单 ${title}`,
        whole: true,
        fields: [{ label: LABELS.suggestions, value: suggestions }],
        next: [
          ...(suggestions === null ? [] : [{ command: "dispatch" as const, id, given: "1" }]),
          { command: "dispatch", id, blank: "department" },
          { command: "reject", id, blank: "reason" },
        ],
      }
    : {
        title: `新诉求 ${title}`,
        whole: true,
        next: [
          { command: "sign", id },
          { command: "return", id, blank: "reason" },
        ],
      };
}
const absorb: HeardWords = {
  heard: ({ id, title, other }) => ({
    title: `#${other ?? ""} 已并入 ${title}，请一并办理`,
    next: [{ command: "status", id }],
  }),
};

/** Nobody is told of it: what it was to mean is asked back. */
const respond: HeardWords = {
  heard: ({ id, title }) => ({ title: `${title} 企业有回应，尚未确认`, next: [{ command: "status", id }] }),
};

const lapse: HeardWords = {
  heard: ({ id, title, internal, company }) =>
    internal
      ? { title: `${title} 超时未确认，已自动办结`, fields: [{ label: LABELS.company, value: company }] }
      : {
          title: `${title} 到期未收到确认，已自动办结`,
          next: [
            { command: "reopen", id, blank: "reason", label: "not-solved-may-reopen" },
            { command: "rate", id, given: "5", label: "rate" },
          ],
        },
};

/** Every move of the table: what who made it hears back, and what the others hear. */
export const MOVE_WORDS: { readonly [A in Action]: WordsOf<A> } = {
  submit,
  ...COMPANY_MOVES,
  ...DEPARTMENT_MOVES,
  ...OFFICE_MOVES,
  respond,
  lapse,
  absorb,
};

/** Who acted for a company, where the company is not named. */
export const SOME_COMPANY = "企业";

/** 已签收　#12 三车间昨晚停电两次 */
export function titled(done: string, title: string): string {
  return `${done}　${title}`;
}
