import type { Duty } from "./duties.ts";
import { USUAL_PRECISION } from "./limits.ts";
import { type Example, Judge, learn, type Ranked } from "./model.ts";

/** From which lead on a judgement is right often enough to be acted upon, by examples that it was not learned from. */

/** Fewer prove nothing. */
const LEAST = 50;
/** So few examples are all held out in turn, a part at a time; of more the newest part, and no more than so many. */
const FEW = 1500;
const PARTS = 4;
const MOST_HELD = 1000;

/** A judgement about a text whose unit is known. */
export interface Judged {
  readonly lead: number;
  readonly right: boolean;
}

/** By how much the likeliest unit leads. */
export function leadOf([first, second]: readonly Ranked[]): number {
  return (first?.score ?? 0) - (second?.score ?? first?.score ?? 0);
}

export interface Calibration {
  /** From which lead on it is sure; null: from none, because too little is known. */
  readonly sureFrom: number | null;
  /** Of what was held out: how many, how many of them by a sure judgement, and how many of those were right. */
  readonly held: number;
  readonly sure: number;
  readonly right: number;
}

/** `examples`: the oldest first. */
export function* calibrate(
  examples: readonly Example[],
  duties: readonly Duty[],
  precision = USUAL_PRECISION,
): Generator<void, Calibration> {
  const judged: Judged[] = [];
  for (const [from, to] of heldOf(examples.length)) {
    const isHeld = (index: number) => index >= from && index < to;
    const judge = new Judge(duties, yield* learn(examples.filter((_, index) => !isHeld(index))));
    for (const { text, unit } of examples.slice(from, to)) {
      const ranked = judge.rank(text);
      judged.push({ lead: leadOf(ranked), right: ranked[0]?.unit === unit });
      yield;
    }
  }
  return calibrationOf(judged, { precision });
}

/** From where to where examples are held out, each time. */
function heldOf(count: number): readonly (readonly [from: number, to: number])[] {
  const size = Math.ceil(count / PARTS);
  if (count > FEW) return [[count - Math.min(size, MOST_HELD), count]];
  return Array.from({ length: PARTS }, (_, part) => [part * size, (part + 1) * size]);
}

/** The smallest lead from which on enough is right. */
export function calibrationOf(
  judged: readonly Judged[],
  { least = LEAST, precision = USUAL_PRECISION }: { readonly least?: number; readonly precision?: number } = {},
): Calibration {
  const byLead = judged.toSorted((one, other) => other.lead - one.lead);
  let [right, best] = [0, { sureFrom: null as number | null, sure: 0, right: 0 }];
  for (const [index, one] of byLead.entries()) {
    if (one.right) right += 1;
    const sure = index + 1;
    if (sure >= least && right / sure >= precision) best = { sureFrom: one.lead, sure, right };
  }
  return { ...best, held: judged.length };
}
