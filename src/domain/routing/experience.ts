import type { Directory } from "../park/directory.ts";
import { type Calibration, leadOf } from "./calibrate.ts";
import { type Correction, DecidingWords, type Leaning } from "./deciding-words.ts";
import type { Duty } from "./duties.ts";
import { leastCasesOf } from "./limits.ts";
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
  /** The unit to which the last issues with the same words went, and how many those were. */
  readonly leaning: Leaning | null;
  /** The unit to which the last issues with this word of the duty table went. Null: no one unit, or for another reason. */
  readonly correctionOf: (keyword: string) => Correction | null;
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
  | ByDuty;

/** A word by which people speak of a unit's duties. */
export interface ByDuty {
  readonly unit: string;
  readonly by: "duty";
  readonly word: string;
}

/** How far a process has heard the record: the newest event, and which of those that came last before it decide something. */
export interface Heard {
  readonly upTo: number;
  readonly deciding: readonly number[];
}

/** What a process may not know yet. */
export interface News {
  readonly heard: Heard;
  /** The oldest first. Null: nothing was decided that is not known. */
  readonly decided: readonly Decided[] | null;
  /** Null: none that is newer. */
  readonly lesson: Lesson | null;
}

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
  #words = new DecidingWords([]);
  #judges = new WeakMap<Directory, Judge>();
  #isOld = true;
  #heard: Heard | null = null;

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

  /** What was decided is about to be read: what is decided from now on is not among it. Gives what was heard before. */
  follow(): Heard | null {
    this.#isOld = false;
    return this.#heard;
  }

  get version(): number {
    return this.#lesson?.version ?? 0;
  }

  /** How alike two texts are, by what is rare among the last decisions. */
  get likeness(): Likeness {
    return this.#likeness;
  }

  /** What is new of decisions, and of what was learned. Of two that read at once the one that has read more holds. */
  renew({ heard, decided, lesson }: News): void {
    if (lesson !== null && lesson.version > this.version) {
      this.#lesson = lesson;
      this.#judges = new WeakMap();
    }
    if (this.#heard !== null && heard.upTo < this.#heard.upTo) return;
    this.#heard = heard;
    if (decided === null) return;
    this.#decided = decided;
    this.#words = new DecidingWords(decided);
    this.#likeness = new Likeness(decided.map(({ text }) => textOf(text)));
  }

  /** `besides`: an issue whose own decision is no reason. */
  advise(text: string, directory: Directory, besides?: number): Advice {
    const judge = this.#judgeFor(directory);
    const ranked = judge.rank(text);
    const alike = this.alike(text).filter(({ id }) => id !== besides);
    const least = leastCasesOf(directory);
    return {
      leaning: this.#decided.length === 0 ? null : this.#words.leaningOf(text, besides),
      correctionOf: (keyword) => this.#words.correctionOf(keyword, text, besides),
      sure: sureBy(alike, directory) ?? this.#learnedProof(text, ranked, { judge, least }),
      others: () => ranked.flatMap(({ unit }) => this.#speaksFor(unit, text, { judge, least }) ?? []),
    };
  }

  /** How many decisions were learned of a unit. */
  casesOf(unit: string, directory: Directory): number {
    return this.#judgeFor(directory).casesOf(unit);
  }

  /** The units of whose duties a text speaks, and the words by which it does. */
  dutiesIn(text: string, directory: Directory): readonly ByDuty[] {
    const judge = this.#judgeFor(directory);
    return directory.org.departments.flatMap(({ code: unit }) => {
      const word = judge.dutyWordIn(text, unit);
      return word === null ? [] : [{ unit, by: "duty", word }];
    });
  }

  #speaksFor(unit: string, text: string, { judge, least }: Judging): Proof | null {
    const words = judge.casesOf(unit) < least ? [] : judge.wordsFor(text, unit, MOST_WORDS);
    if (words.length > 0) return { unit, by: "words", words };
    const word = judge.dutyWordIn(text, unit);
    return word === null ? null : { unit, by: "duty", word };
  }

  /** The last issues that are about the same as this text, the most alike first. */
  alike(text: string): readonly Decided[] {
    return this.#likeness.near(textOf(text), SAME).flatMap(({ place }) => this.#decided[place] ?? []);
  }

  /** Where no word speaks for it, what it was learned of says nothing of this text. */
  #learnedProof(text: string, ranked: readonly Ranked[], { judge, least }: Judging): Proof | null {
    const [first] = ranked;
    const sureFrom = this.#lesson?.sureFrom ?? null;
    if (first === undefined || sureFrom === null || leadOf(ranked) < sureFrom) return null;
    if (judge.casesOf(first.unit) < least) return null;
    const words = judge.wordsFor(text, first.unit, MOST_WORDS);
    return words.length === 0 ? null : { unit: first.unit, by: "words", words };
  }

  #judgeFor(directory: Directory): Judge {
    const known = this.#judges.get(directory);
    if (known !== undefined) return known;
    const judge = new Judge(dutiesOf(directory), this.#lesson?.learned ?? null);
    this.#judges.set(directory, judge);
    return judge;
  }
}

interface Judging {
  readonly judge: Judge;
  /** Of fewer nothing was learned of a unit that would bear an issue by itself. */
  readonly least: number;
}

/** What alike issues prove: all of them went to one unit. Who had them before it was dissolved says nothing of who has them now. */
function sureBy(all: readonly Decided[], directory: Directory): Proof | null {
  const alike = all.filter(({ unit }) => directory.department(unit) !== undefined);
  const [first] = alike;
  const isProof = first !== undefined && alike.length >= LEAST_ALIKE && alike.every(({ unit }) => unit === first.unit);
  return isProof ? { unit: first.unit, by: "cases", cases: alike.map(({ id }) => id) } : null;
}

/** What each unit of a park is for, in the words of its org file. */
export function dutiesOf({ org: { departments, categories } }: Directory): readonly Duty[] {
  return departments.map(({ code, name, aliases, duties }) => ({
    unit: code,
    sentence: duties,
    phrases: [
      name,
      ...aliases,
      ...categories
        .filter(({ department }) => department === code)
        .flatMap((one) => [one.name, ...one.aliases, ...one.keywords]),
    ],
  }));
}
