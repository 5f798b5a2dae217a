import type { Directory } from "../park/directory.ts";
import { type Calibration, leadOf } from "./calibrate.ts";
import type { Duty } from "./duties.ts";
import { type Example, Judge, type Learned, type Ranked } from "./model.ts";
import { Likeness, textOf } from "./similar.ts";

/** What a process knows of what was decided before: what was learned of all, and the last decisions themselves. */

/** An issue, and to whom it belonged in the end. */
export interface Decided extends Example {
  readonly id: number;
}

/** What was learned, and from which lead on it is sure. */
export interface Lesson extends Pick<Calibration, "sureFrom"> {
  readonly version: number;
  readonly learned: Learned;
}

export interface Advice {
  /** The likeliest unit, where that is sure enough to be acted upon. */
  readonly sure: Proof | null;
  /** For which units something speaks at all, the likeliest first. */
  others(): readonly Proof[];
}

/**
 * Why a unit may be the right one: issues like this one that all went to it, the words that past issues of it have, or a word by which
 * people speak of its duties.
 */
export type Proof =
  | { readonly unit: string; readonly by: "cases"; readonly cases: readonly number[] }
  | { readonly unit: string; readonly by: "words"; readonly words: readonly string[] }
  | { readonly unit: string; readonly by: "duty"; readonly word: string };

/** What a process may not know yet. */
export interface News {
  /** The oldest first. */
  readonly decided: readonly Decided[];
  /** Null: none that is newer. */
  readonly lesson: Lesson | null;
  readonly upTo: number;
}

/** Below this nothing was learned of a unit that would bear an issue by itself. */
const LEAST_CASES = 10;
/** So many like issues that went to one unit, and none of them elsewhere, decide. */
const LEAST_ALIKE = 3;
/** From here on a decision is about the same. */
const SAME = 0.2;
const MOST_WORDS = 3;

/** Of one process: it follows what the database has. */
export class Experience {
  #lesson: Lesson | null = null;
  #decided: readonly Decided[] = [];
  #likeness = new Likeness([]);
  #judges = new WeakMap<Directory, Judge>();
  #isOld = true;
  #upTo = 0;

  /** Whether something was decided that is not known here yet. */
  get isOld(): boolean {
    return this.#isOld;
  }

  /** Whether nothing is known beside the duty table. */
  get isEmpty(): boolean {
    return this.#lesson === null && this.#decided.length === 0;
  }

  /** Something was decided. */
  expire(): void {
    this.#isOld = true;
  }

  get version(): number {
    return this.#lesson?.version ?? 0;
  }

  /** How alike two texts are, by what is rare among the last decisions. */
  get likeness(): Likeness {
    return this.#likeness;
  }

  /** The newest event that is known here. */
  get upTo(): number {
    return this.#upTo;
  }

  /** The newest decisions, up to an event, and what was learned where that is newer. */
  renew({ decided, lesson, upTo }: News): void {
    this.#isOld = false;
    this.#upTo = upTo;
    if (lesson !== null) {
      this.#lesson = lesson;
      this.#judges = new WeakMap();
    }
    this.#decided = decided;
    this.#likeness = new Likeness(decided.map(({ text }) => textOf(text)));
  }

  advise(text: string, directory: Directory): Advice {
    const judge = this.#judgeFor(directory);
    const ranked = judge.rank(text);
    return {
      sure: sureBy(this.alike(text), directory) ?? this.#learnedProof(text, ranked, judge),
      others: () => ranked.flatMap(({ unit }) => this.#speaksFor(unit, text, judge) ?? []),
    };
  }

  #speaksFor(unit: string, text: string, judge: Judge): Proof | null {
    const words = judge.casesOf(unit) < LEAST_CASES ? [] : judge.wordsFor(text, unit, MOST_WORDS);
    if (words.length > 0) return { unit, by: "words", words };
    const word = judge.dutyWordIn(text, unit);
    return word === null ? null : { unit, by: "duty", word };
  }

  /** The last issues that are about the same as this text, the most alike first. */
  alike(text: string): readonly Decided[] {
    return this.#likeness.near(textOf(text), SAME).flatMap(({ place }) => this.#decided[place] ?? []);
  }

  #learnedProof(text: string, ranked: readonly Ranked[], judge: Judge): Proof | null {
    const [first] = ranked;
    const sureFrom = this.#lesson?.sureFrom ?? null;
    if (first === undefined || sureFrom === null || leadOf(ranked) < sureFrom) return null;
    if (judge.casesOf(first.unit) < LEAST_CASES) return null;
    return { unit: first.unit, by: "words", words: judge.wordsFor(text, first.unit, MOST_WORDS) };
  }

  #judgeFor(directory: Directory): Judge {
    const known = this.#judges.get(directory);
    if (known !== undefined) return known;
    const judge = new Judge(dutiesOf(directory), this.#lesson?.learned ?? null);
    this.#judges.set(directory, judge);
    return judge;
  }
}

/** What alike issues prove: all of them went to one unit, which is still there. */
function sureBy(alike: readonly Decided[], directory: Directory): Proof | null {
  const [first] = alike;
  const isProof =
    first !== undefined &&
    alike.length >= LEAST_ALIKE &&
    alike.every(({ unit }) => unit === first.unit) &&
    directory.department(first.unit) !== undefined;
  return isProof ? { unit: first.unit, by: "cases", cases: alike.map(({ id }) => id) } : null;
}

/** What each unit of a park is for, in the words of its org file. */
export function dutiesOf({ org: { departments, categories } }: Directory): readonly Duty[] {
  return departments.map(({ code, name, aliases }) => ({
    unit: code,
    phrases: [
      name,
      ...aliases,
      ...categories
        .filter(({ department }) => department === code)
        .flatMap((one) => [one.name, ...one.aliases, ...one.keywords]),
    ],
  }));
}
