import type { Action } from "../../domain/issue/lifecycle.ts";
import type { HeardWords, WordsOf } from "../move-words.ts";
import { LABELS } from "./issues.ts";
import { COMPANY_MOVES } from "./moves-company.ts";
import { DEPARTMENT_MOVES } from "./moves-department.ts";
import { OFFICE_MOVES } from "./moves-office.ts";

const submit: HeardWords = {
  heard: ({ id, title, department, suggestions }) =>
    department === null
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
        },
};

const absorb: HeardWords = {
  heard: ({ id, title, other }) => ({
    title: `${title} 并入了 #${other ?? ""}，请一并办理`,
    next: [{ command: "status", id }],
  }),
};

const lapse: HeardWords = {
  heard: ({ id, title, internal, company }) =>
    internal
      ? { title: `${title} 超时未确认，已自动办结`, fields: [{ label: LABELS.company, value: company }] }
      : {
          title: `${title} 到期没有收到确认，已自动办结`,
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
  lapse,
  absorb,
};

/** Who acted for a company, where the company is not named. */
export const SOME_COMPANY = "企业";

/** 已签收　#12 三车间昨晚停电两次 */
export function titled(done: string, title: string): string {
  return `${done}　${title}`;
}
