import { type Calibration, calibrate, calibrationOf, leadOf } from "../../domain/routing/calibrate.ts";
import type { Duty } from "../../domain/routing/duties.ts";
import { accuracyOf, macroF1Of, type Seen, top2Of } from "../../domain/routing/figures.ts";
import { type Example, Judge, type Learned, learn } from "../../domain/routing/model.ts";
import { bytesOf } from "../../domain/routing/packed.ts";
import { sampled } from "../../domain/routing/sample.ts";
import { randomFrom } from "../../domain/routing/separate.ts";

/** How well units are told apart: learned from some messages, asked of others. */

export interface Measured {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly top2: number;
  /** The greatest share of the messages, the surest first, of which 96 % are right. */
  readonly coverageAt96: number;
  /** With the lead that was found on held-out examples of what was learned from: which share is sure, and which share of that is right. */
  readonly automatic: { readonly coverage: number; readonly precision: number } | null;
  /** The accuracy by how many examples each unit has. */
  readonly coldStart: Readonly<Record<string, number>>;
  readonly msPerMessage: number;
  readonly trainMs: number;
  /** Of what is kept of what was learned. */
  readonly bytes: number;
}

const COLD = [0, 10, 30, 100] as const;
/** So many choices of the first examples are averaged. */
const CHOICES = 3;

/** What works without a pause. */
export function whole<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

export function measure(all: readonly Example[], test: readonly Example[], duties: readonly Duty[]): Measured {
  const train = sampled(all);
  const began = performance.now();
  const learned = whole(learn(train));
  const trainMs = performance.now() - began;
  const calibration = whole(calibrate(train, duties));
  const judge = new Judge(duties, learned);
  const asked = performance.now();
  const ranked = test.map(({ text }) => judge.rank(text));
  const msPerMessage = (performance.now() - asked) / Math.max(1, test.length);
  const seen = test.map(({ unit }, index) => ({ unit, ranked: (ranked[index] ?? []).map((one) => one.unit) }));
  const judged = seen.map(({ unit, ranked: [first] }, index) => ({
    lead: leadOf(ranked[index] ?? []),
    right: first === unit,
  }));
  return {
    accuracy: accuracyOf(seen),
    macroF1: macroF1Of(seen),
    top2: top2Of(seen),
    coverageAt96: calibrationOf(judged, { least: 1 }).sure / Math.max(1, test.length),
    automatic: automaticOf(judged, calibration),
    coldStart: Object.fromEntries(COLD.map((count) => [count, coldAccuracy(train, test, { duties, count })])),
    msPerMessage,
    trainMs,
    bytes: bytesOf(learned),
  };
}

function automaticOf(judged: readonly { readonly lead: number; readonly right: boolean }[], { sureFrom }: Calibration) {
  if (sureFrom === null) return null;
  const sure = judged.filter(({ lead }) => lead >= sureFrom);
  const right = sure.filter((one) => one.right).length;
  return { coverage: sure.length / Math.max(1, judged.length), precision: right / Math.max(1, sure.length) };
}

function coldAccuracy(
  train: readonly Example[],
  test: readonly Example[],
  { duties, count }: { readonly duties: readonly Duty[]; readonly count: number },
): number {
  const choices = count === 0 ? 1 : CHOICES;
  let sum = 0;
  for (let seed = 1; seed <= choices; seed += 1) {
    const chosen = firstOfEach(shuffled(train, seed), count);
    const learned: Learned | null = chosen.length === 0 ? null : whole(learn(chosen));
    const judge = new Judge(duties, learned);
    const seen: readonly Seen[] = test.map(({ unit, text }) => ({
      unit,
      ranked: judge.rank(text).map((one) => one.unit),
    }));
    sum += accuracyOf(seen);
  }
  return sum / choices;
}

function firstOfEach(examples: readonly Example[], count: number): readonly Example[] {
  const had = new Map<string, number>();
  return examples.filter(({ unit }) => {
    had.set(unit, (had.get(unit) ?? 0) + 1);
    return (had.get(unit) ?? 0) <= count;
  });
}

/** In an order that is the same for the same seed. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const random = randomFrom(seed);
  return list
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
