import type { Duty } from "./duties.ts";
import { USUAL_PRECISION } from "./limits.ts";
import { type Example, Judge, learn, type Ranked } from "./model.ts";

/** From which lead on a judgement is right often enough to be acted upon, by examples that it was not learned from. */

/** Fewer prove nothing. */
const LEAST = 50;
/** So few examples are all held out in turn; of more the newest. */
const FEW = 1500;
const PARTS = 4;

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
  const size = Math.ceil(examples.length / PARTS);
  const first = examples.length > FEW ? PARTS - 1 : 0;
  for (let part = first; part < PARTS; part += 1) {
    const isHeld = (index: number) => Math.floor(index / size) === part;
    const judge = new Judge(duties, yield* learn(examples.filter((_, index) => !isHeld(index))));
    for (const { text, unit } of examples.filter((_, index) => isHeld(index))) {
      const ranked = judge.rank(text);
      judged.push({ lead: leadOf(ranked), right: ranked[0]?.unit === unit });
    }
    yield;
  }
  return calibrationOf(judged, { precision });
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
