import type { MoveFacts } from "../notice/notice.ts";
import type { Calendar } from "../park/calendar.ts";
import type { Limit } from "../park/deadline-after.ts";
import type { Directory } from "../park/directory.ts";
import type { ClockName } from "../park/org.ts";
import type { DueBasis } from "./due-basis.ts";
import type { Actor, Assist, Issue, Request, RequestKind, Supervision, SupervisionKind } from "./issue.ts";
import type { Action, Involved, Party } from "./lifecycle.ts";

/** What a move is decided on, and what comes out. */

export interface Situation {
  readonly issue: Issue;
  readonly requests: readonly Request[];
  readonly assists: readonly Assist[];
  /** Those that are not answered yet. */
  readonly supervisions: readonly Supervision[];
  readonly involved: Involved;
  readonly actor: Actor;
  readonly parties: readonly Party[];
  readonly now: Date;
  readonly calendar: Calendar;
  readonly directory: Directory;
  /** The limit of this issue for a clock, in the policy's words and in working minutes. */
  readonly limit: (clock: ClockName) => Limit;
  /** Once this department has it: its category, of what had none that of the department for which its words speak, and its limits. */
  readonly at: (department: string) => {
    readonly category: string | null;
    readonly limit: (clock: ClockName) => Limit;
  };
}

/** What a person said with the move. `date` is the end of the named day; `days` are working days. */
export interface Input {
  readonly text?: string | undefined;
  readonly department?: string | undefined;
  readonly date?: Date | undefined;
  readonly days?: number | undefined;
  readonly rating?: number | undefined;
  /** 批示 instead of 督办. */
  readonly instruction?: boolean | undefined;
  /** The issue that this one is merged into, or that is merged into this one. */
  readonly other?: Issue | undefined;
  /** Of an answer: as `draftOf` of an issue. */
  readonly draftOf?: number | null | undefined;
}

/** Who is told of a move. */
export type Hearer =
  /** `joined`: the companies that have said 同感. */
  | { readonly to: "company" | "joined" | "department" | "head" | "coordinator" | "leader" | "supervision" }
  | { readonly to: "unit"; readonly department: string };

export interface NewRequest {
  readonly kind: RequestKind;
  readonly reason: string;
  readonly department: string | null;
  readonly until: Date | null;
}

/** The note on a request without which its issue has gone on. */
export const OVERTAKEN = "overtaken";

export interface Effect {
  readonly patch: Partial<Omit<Issue, "id" | "version">>;
  readonly facts?: Partial<MoveFacts>;
  readonly tell: readonly Hearer[];
  /** Of a due date that is given anew: how it was counted. */
  readonly basis?: DueBasis;
  readonly request?: NewRequest;
  /** The unit that a pending request proposes from now on. */
  readonly propose?: { readonly id: number; readonly department: string };
  /** Closes the pending request; `note` is what somebody said, or `OVERTAKEN`. */
  readonly settle?: { readonly id: number; readonly state: "approved" | "refused"; readonly note: string };
  readonly assist?: Assist;
  /** The assisting department that has said its part, or has the issue itself now. */
  readonly assisted?: string;
  /** A 督办 or 批示, which gets its number when it is written. */
  readonly supervise?: { readonly kind: SupervisionKind; readonly text: string };
  /** Answers every 督办 and 批示 that is open. */
  readonly feedback?: string;
}

/** Why a move is not made. Each has its sentence in the catalogue. */
export type Refusal =
  | { readonly refused: "not-yours" }
  | { readonly refused: "wrong-state" }
  | { readonly refused: "needs"; readonly what: "text" | "department" | "date" | "rating" | "issue" }
  | { readonly refused: "too-long" | "contact-hidden" }
  | { readonly refused: "same-department" | "already-helps" }
  /** The unit that was meant is no longer in the org file. */
  | { readonly refused: "unit-gone" }
  | { readonly refused: "return-late" | "return-twice" | "return-final" }
  | { readonly refused: "no-supervision" }
  | { readonly refused: "extend-often" }
  /** `at`: until when it could be asked; the due date that is over; the date that is to be exceeded; the last day that can be written. */
  | { readonly refused: "extend-late" | "extend-overdue" | "extend-back" | "hold-far"; readonly at: Date }
  /** A limit that was too short from the beginning for it to be asked in time. */
  | { readonly refused: "extend-never" }
  | { readonly refused: "date-past" | "date-far" | "date-beyond" }
  | { readonly refused: "no-request" | "leader-decides" }
  | { readonly refused: "request-pending"; readonly kind: RequestKind }
  | { readonly refused: "rated"; readonly rating: number }
  /** `by`: who gave the answer. */
  | { readonly refused: "not-answerer"; readonly by: string | null }
  | { readonly refused: "restore-late" | "restore-voided" }
  | { readonly refused: "joined-before" }
  | {
      readonly refused: "merge-itself" | "merge-company" | "merge-confidential" | "merge-unvouched" | "merge-over";
      readonly other: number;
    }
  | { readonly refused: "reopen-late" | "urged-today" };

/** The department when there is one, else the coordinator, who still holds the issue. */
export function whoHasIt({ issue }: Pick<Situation, "issue">): Hearer {
  return issue.department === null ? { to: "coordinator" } : { to: "department" };
}

/** Each unit that helps. */
export function unitsThatHelp({ assists }: Pick<Situation, "assists">): readonly Hearer[] {
  return assists.map(({ department }) => ({ to: "unit", department }));
}

export type Rule = (situation: Situation, input: Input) => Effect | Refusal;

export function isRefusal<T extends object>(result: T | Refusal): result is Refusal {
  return "refused" in result;
}

export type Rules = Readonly<Record<Exclude<Action, "submit">, Rule>>;
