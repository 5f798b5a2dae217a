import type { RequestKind, State } from "../../domain/issue/issue.ts";
import type { Missing } from "./outcome.ts";
import type { Reading } from "./reading.ts";

/** What free words may mean, as data: the first of a role's list that fits is taken. */

export interface Meaning {
  /** The command that it comes to. */
  readonly command: string;
  /** Said so, in plain text. */
  readonly words: Wording;
  /** But not when this is said as well. */
  readonly unless?: Wording;
  /** The states of an issue that can be meant; none: any. */
  readonly states?: readonly State[];
  /** Only an issue with such a request. */
  readonly request?: readonly RequestKind[] | "any";
  /** And nothing else is said: what these words leave of the text is next to nothing. */
  readonly only?: RegExp;
  /** Whether a question may mean it; a move is made by no question. */
  readonly asked?: true;
  /** Whether it is done at once, or shown first. */
  readonly by: "do" | "offer";
  /** What is shown first is done at once when it is said as clearly as this. */
  readonly sure?: RegExp;
  /** What must tell the issue: a number, a quotation or its words; `guess`: that one alone can be meant is enough. */
  readonly issue: "told" | "guess";
  /** What it cannot be without, told by `has`. */
  readonly needs?: Need;
  /**
   * What stands behind the number: the whole text; what follows the words; nothing; the unit and what is said of it; the
   * date and then the reason; the text with the day as a promise; the mark; the number of another issue.
   */
  readonly rest: "text" | "behind" | "nothing" | "unit" | "date" | "promise" | "stars" | "mark" | "other";
}

/** By plain text, or by whatever is found in it. */
export type Wording = RegExp | ((plain: string, reading: Reading) => boolean);

export interface Need {
  readonly what: Missing;
  /**
   * How it is seen that it is there: by these words, by a unit's name or a date, by the lack of a unit's name, by what is planned for
   * it, by the number of another issue, or by anything that is told at all.
   */
  readonly has: RegExp | "unit" | "no-unit" | "date" | "promise" | "plan" | "content" | "another";
  /** Without it something else is meant; else it is asked for. */
  readonly or?: "pass";
}
