import type { RequestKind, State, SupervisionNumber } from "../domain/issue/issue.ts";
import type { Action, Doable } from "../domain/issue/lifecycle.ts";
import type { NextStep } from "./actions.ts";

/** What the words of a move are made from: plain data, as its reader may see it. Dates and names are words already. */

/** A move as who made it hears of it. */
export interface MoveMade {
  readonly id: number;
  /** The answer's due date as it is now. */
  readonly due: string | null;
  /** The unit that was named, or that a leader gave the issue to. */
  readonly unit: string | null;
  readonly hasUnit: boolean;
  /** As it is now. */
  readonly state: State;
  /** Whether who made it speaks for the company. */
  readonly byCompany: boolean;
  /** How many other companies have the same concern. */
  readonly joined: number;
  /** Of two issues that became one: the other. */
  readonly other: number | null;
  /** The day that was named, where it is no working day. */
  readonly dayOff: DayOffNamed | null;
  /** Who has just been freed of it: the unit that was named, or the one that tracks it. */
  readonly returnedBy: string | null;
  readonly measureDue: string | null;
  /** Whether the move itself named a date. */
  readonly namesDate: boolean;
  /** Until when something was asked for. */
  readonly until: string | null;
  readonly review: string | null;
  /** 1 供电公司　2 自来水公司 */
  readonly suggestions: string | null;
  /** The request that was decided, or that waits beside it. */
  readonly request: RequestKind | null;
  readonly rating: number | null;
  readonly numbers: readonly SupervisionNumber[];
  /** Who made the move can know neither the company nor its people. */
  readonly hidden: boolean;
}

/** A day off as it was named for a limit, and the moment before it that the limit counts to. */
export interface DayOffNamed {
  readonly named: string;
  readonly counted: string;
}

/** One line of what was done, perhaps a second one, and what can be done next. */
export interface Answered {
  readonly done: string;
  readonly more?: string;
  readonly next?: readonly NextStep[];
}

/** A move as the others hear of it. */
export interface MoveHeard {
  readonly id: number;
  /** #12 三车间昨晚停电两次 */
  readonly title: string;
  /** Whether the reader sees what the departments keep among themselves. */
  readonly internal: boolean;
  /** A transfer: told to the unit that had it, or to the one that tracked that unit. */
  readonly lostIt: boolean;
  readonly state: State;
  /** 供电公司 王建国, or how the company is called here. */
  readonly who: string;
  /** For those who do not know it from where they read. */
  readonly company: string | null;
  readonly text: string | null;
  readonly department: string | null;
  /** The due date that the move gave. */
  readonly due: string | null;
  /** The answer's due date as it is now. */
  readonly dueNow: string | null;
  readonly date: string | null;
  readonly suggestions: string | null;
  readonly rating: number | null;
  /** What was raised tells of danger to life. */
  readonly danger: boolean;
  /** Of two issues that became one: the other. */
  readonly other: number | null;
  /** 3 家企业: how many have the same concern. */
  readonly joined: string | null;
  readonly request: RequestKind | null;
  /** 督办〔2026〕1号; of an answer to several, all of them. */
  readonly number: string;
}

export interface Announced {
  readonly title: string;
  /** With the whole issue, for those who have to handle it: then what was said with the move is a field, if anything. */
  readonly whole?: true;
  /** Without what was said with the move: it is not for this reader. */
  readonly withoutText?: true;
  /** A field without a value is left out. */
  readonly fields?: readonly { readonly label: string; readonly value: string | null }[];
  readonly next?: readonly NextStep[] | undefined;
}

export interface HeardWords {
  readonly heard: (move: MoveHeard) => Announced;
}

export interface MoveWords extends HeardWords {
  readonly made: (move: MoveMade) => Answered;
}

/** What the clock does nobody is answered, and a new issue has its receipt. */
export type WordsOf<A extends Action> = A extends Doable ? MoveWords : HeardWords;
