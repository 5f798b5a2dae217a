import type { Origin, Role, Urgency } from "../park/org.ts";

/** An issue (诉求) and the people who act on it. Pure values; all times are instants. */

export const STATES = [
  "submitted",
  "dispatched",
  "in_progress",
  "waiting",
  "on_hold",
  "answered",
  "closed",
  "rejected",
  "withdrawn",
  "merged",
] as const;
export type State = (typeof STATES)[number];

export const OPEN_STATES = ["submitted", "dispatched", "in_progress", "waiting", "on_hold", "answered"] as const;
/** A unit has it. */
export function isWithUnit({ state }: { readonly state: State }): boolean {
  return isOpen({ state }) && state !== "submitted";
}

export const VOID_STATES = ["rejected", "withdrawn", "merged"] as const;

/** The answer clock runs in these. */
export const RUNNING_STATES = ["dispatched", "in_progress"] as const;

export function isRunning({ state }: { readonly state: State }): boolean {
  return (RUNNING_STATES as readonly State[]).includes(state);
}

/** Whether an issue is past its due date, by a clock that still runs. */
export function isOverdue({ state, due }: { readonly state: State; readonly due: Date | null }, at: Date): boolean {
  return isRunning({ state }) && due !== null && due < at;
}

/** Whether anything is still to be done about it. */
export function isOpen({ state }: { readonly state: State }): boolean {
  return (OPEN_STATES as readonly State[]).includes(state);
}

export const OUTCOMES = ["solved", "explained", "unconfirmed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function isVoid(state: State): boolean {
  return (VOID_STATES as readonly State[]).includes(state);
}

/**
 * Who acts. A `person` stands in the org file; a `guest` is a platform user that it does not know, who may have
 * named a company (unverified until the coordinator says so); the `clock` acts when a moment has come.
 */
export interface Actor {
  readonly kind: "person" | "guest" | "clock";
  readonly name: string;
  readonly role: Role | null;
  readonly enterprise?: string | undefined;
  readonly department?: string | undefined;
  readonly platform?: Origin | undefined;
  readonly userId?: string | undefined;
  readonly verified?: boolean | undefined;
}

/** Admins stand in for the coordinator everywhere. */
export function isCoordinator(actor: Pick<Actor, "role">): boolean {
  return actor.role === "coordinator" || actor.role === "admin";
}

/** One of those who work in or for the park's offices; the others are companies' people, and guests. */
export function isStaff({ role }: Pick<Actor, "role">): boolean {
  return role !== null && role !== "liaison";
}

/** One of those who handle issues in a department. */
export function isOfficial({ role }: Pick<Actor, "role">): boolean {
  return role === "officer" || role === "head";
}

/** In the record of earlier versions it has a Chinese name: it is known by its kind. */
export const CLOCK_ACTOR: Actor = { kind: "clock", name: "clock", role: null };

/** Who raised an issue, as it was known then. */
export interface Reporter {
  readonly name: string;
  readonly platform: Origin;
  readonly userId: string;
  readonly verified: boolean;
}

/**
 * Somebody without an account raised it by the form, and nobody has vouched for him yet: he may be reporting against the company
 * that he names, whose people have no part in it until then.
 */
export function isUnvouched({ reporter }: Pick<Issue, "reporter">): boolean {
  return reporter.platform === "form" && !reporter.verified;
}

/** Of an issue what decides who may see it, and how people stand to it. */
export type Standing = Pick<Issue, "confidential" | "enterprise" | "publicIn" | "department" | "reporter">;

/** Of an issue what decides whether it is in a list, and where. */
export type Listed = Standing & Pick<Issue, "id" | "state" | "dispatchDue" | "signDue" | "due">;

export interface Issue {
  readonly id: number;
  /** Counts the events of this issue; a move is made on the version that it was decided on, or not at all. */
  readonly version: number;
  readonly state: State;
  readonly outcome: Outcome | null;
  readonly title: string;
  readonly text: string;
  readonly pictures: number;
  readonly category: string | null;
  readonly urgency: Urgency;
  readonly confidential: boolean;
  readonly enterprise: string;
  readonly reporter: Reporter;
  /** The code of the enterprise group where it was raised, when it is public there; else null. */
  readonly publicIn: string | null;
  readonly department: string | null;
  readonly handler: string | null;
  /** How often it was pressed from above: 0 for an ordinary issue. */
  readonly level: number;
  /** How often the company said 未解决. */
  readonly rework: number;
  /** How many departments gave it up without having answered. */
  readonly handoffs: number;
  /** Department codes to propose to the coordinator, best first. */
  readonly suggestions: readonly string[];
  /** Why it was routed as it was, for people: 停电 → 用电 → 供电公司. */
  readonly reason: string | null;
  readonly submittedAt: Date;
  readonly dispatchDue: Date;
  readonly dispatchedAt: Date | null;
  readonly signDue: Date | null;
  readonly signedAt: Date | null;
  readonly contactDue: Date | null;
  readonly contactAt: Date | null;
  readonly measure: string | null;
  readonly measureAt: Date | null;
  readonly measureDue: Date | null;
  readonly lastReplyAt: Date | null;
  /** When the company should hear of it again, while it is in hand. */
  readonly stageDue: Date | null;
  /** When the company's addition is wanted, while it is waited for. */
  readonly supplementDue: Date | null;
  /** Until when the company may confirm an answer; then it closes by itself. */
  readonly confirmDue: Date | null;
  readonly publicAnswer: string | null;
  readonly answeredAt: Date | null;
  /** Who gave the present answer; null with one of an earlier version. */
  readonly answeredBy: string | null;
  /** When the company last said something to the present answer without confirming it: then it does not close by itself. */
  readonly heardAt: Date | null;
  /** Working minutes from dispatch to answer, waiting and hold not counted. */
  readonly handlingMinutes: number | null;
  readonly closedAt: Date | null;
  /** The company's last mark. One that was given before the present closing stands until a new one replaces it. */
  readonly rating: number | null;
  /** When it was given; null with a mark of an earlier version. */
  readonly ratedAt: Date | null;
  readonly reopenedAt: Date | null;
  readonly reviewAt: Date | null;
  readonly urgedAt: Date | null;
  /** The answer limit it was dispatched under, as text of the policy (`7d`) and in working minutes. */
  readonly limit: string | null;
  readonly limitMinutes: number | null;
  readonly firstDue: Date | null;
  readonly due: Date | null;
  /** Since when the answer clock stands, and the working minutes that were left then. */
  readonly pausedAt: Date | null;
  readonly leftMinutes: number | null;
  /** Working minutes that the answer clock stood before. */
  readonly pausedMinutes: number;
  /** The theme day (主题日) on which it was raised. */
  readonly session: number | null;
  /** The closed issue that it goes on from (后续). */
  readonly follows: number | null;
  /** When it was taken back or voided, and the state that it had then; null with one of an earlier version. */
  readonly withdrawnAt: Date | null;
  readonly withdrawnFrom: State | null;
  /** Withdrawn by the coordinator as filed by mistake or twice (作废). */
  readonly voided: boolean;
  /** The issue that it was merged into. */
  readonly mergedInto: number | null;
  /** Codes of the other companies that have the same concern (同感): counted, never named. */
  readonly joined: readonly string[];
  /** A unit gave it back, and that was granted. */
  readonly returned: boolean;
  /**
   * What its answer was written from, where answers of like issues had been shown before: the issue whose answer was taken as a draft, or 0
   * where none was. Null: none were shown, or it has no answer.
   */
  readonly draftOf: number | null;
}

export const REQUEST_KINDS = ["return", "extend", "hold"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
export type RequestState = "pending" | "approved" | "refused";

/** A wish of the department that somebody else decides: 退单, 延期, 挂账. */
export interface Request {
  readonly id: number;
  readonly issueId: number;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly reason: string;
  /** Return: the proposed unit's code. */
  readonly department: string | null;
  /** Extension: the new due date. Hold: the review date. */
  readonly until: Date | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decision: string | null;
}

/** A department that helps (协办), with its own limit. */
export interface Assist {
  readonly department: string;
  readonly askedAt: Date;
  readonly due: Date;
  /** When the department said its part (备注). */
  readonly doneAt: Date | null;
}

export const SUPERVISION_KINDS = ["supervise", "instruct"] as const;
export type SupervisionKind = (typeof SUPERVISION_KINDS)[number];

/** 督办〔2026〕1号: the first of its kind in that year. */
export interface SupervisionNumber {
  readonly kind: SupervisionKind;
  readonly year: number;
  readonly number: number;
}

/** The number alone, of what has more. */
export function numberOf({ kind, year, number }: SupervisionNumber): SupervisionNumber {
  return { kind, year, number };
}

/** Pressure from above with a number: 督办 or 批示. It is listed until the department answers it (反馈). */
export interface Supervision extends SupervisionNumber {
  readonly id: number;
  readonly issueId: number;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

/** An issue that nobody has touched yet: what is not known when it is raised. */
export const UNTOUCHED = {
  outcome: null,
  handler: null,
  level: 0,
  rework: 0,
  handoffs: 0,
  dispatchedAt: null,
  signDue: null,
  signedAt: null,
  contactDue: null,
  contactAt: null,
  measure: null,
  measureAt: null,
  measureDue: null,
  lastReplyAt: null,
  stageDue: null,
  supplementDue: null,
  confirmDue: null,
  publicAnswer: null,
  answeredAt: null,
  answeredBy: null,
  heardAt: null,
  handlingMinutes: null,
  closedAt: null,
  rating: null,
  ratedAt: null,
  reopenedAt: null,
  reviewAt: null,
  urgedAt: null,
  limit: null,
  limitMinutes: null,
  firstDue: null,
  due: null,
  pausedAt: null,
  leftMinutes: null,
  pausedMinutes: 0,
  session: null,
  follows: null,
  withdrawnAt: null,
  withdrawnFrom: null,
  voided: false,
  mergedInto: null,
  joined: [],
  returned: false,
  draftOf: null,
} as const;
