import type { Actor, RequestKind, State, SupervisionNumber } from "../../domain/issue/issue.ts";
import type { Party } from "../../domain/issue/lifecycle.ts";
import type { Urgency } from "../../domain/park/org.ts";
import type { Park } from "../../domain/park/park.ts";
import type { Loose, Question } from "./outcome.ts";
import type { CommandWords } from "./parse.ts";

/** An issue that may be spoken of here, as far as understanding needs it. */
export interface InSight {
  readonly number: number;
  readonly state: State;
  /** The code of the unit that has it. */
  readonly department?: string | null;
  /** The code of the company that raised it, where that may be known here. */
  readonly company?: string | null;
  /** As it is shown here. Made when it is asked for. */
  readonly title: string;
  /** All of its text, as it is shown here. Made when it is asked for. */
  readonly whole?: string;
  /** How the person stands to it; none for one that is another's. */
  readonly parties: readonly Party[];
  readonly request: RequestKind | null;
  readonly urgency: Urgency;
  /** The 批示 and 督办 that its unit has not answered yet. */
  readonly owes?: readonly SupervisionNumber[];
  /** How many units are suggested for it, while it waits to be dispatched. */
  readonly suggested?: number;
  /** Nobody but who raised it and the office reads whose it is. */
  readonly confidential?: boolean;
  /** Its text, when the person's own company raised it within a day. */
  readonly said?: string | null;
  /** What its unit has answered, while the person's own company is asked whether that is so. */
  readonly answer?: string | null;
  /** It waits for the person's own company since the open question was asked: a vague yes may be to that. */
  readonly newer?: boolean;
}

export interface Quote {
  /** Of a person's message: none. */
  readonly by: "bot" | "person";
  readonly numbers: readonly number[];
  /** What a person wrote. */
  readonly text?: string;
  /** It was a 督办 or 批示, which is owed an answer. */
  readonly about?: "supervision";
}

export type Place = "enterprise" | "department" | "supervision" | "direct";

/** Who speaks, where, and what is known: everything that decides what words mean. Read in one go before. */
export interface Situation {
  readonly who: Actor;
  readonly place: Place;
  readonly now: Date;
  readonly park: Park;
  /** In the order of their numbers. */
  readonly issues: readonly InSight[];
  readonly quote: Quote | null;
  readonly question: Question | null;
  /** What was sent before without a word, and waits for it. */
  readonly loose?: Loose;
  readonly commands: readonly Speakable[];
  /** No common problem is called as it is said: 停电那个 is an issue. */
  readonly callsNoCommon?: boolean;
}

/** A command as understanding sees it: by its words, and who is taught it. */
export interface Speakable extends CommandWords {
  readonly who: readonly string[];
}
