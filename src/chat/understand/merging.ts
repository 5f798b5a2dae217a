import type { Doing, Step } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { intoSaid } from "./zh-cn-merging.ts";

/**
 * 40 41合并: which of them goes into which. Into the one that is said, else the newer ones into the oldest, which has its history.
 */
export function merged(doing: Doing, numbers: readonly number[], plain: string): readonly Doing[] {
  const all = [...new Set(numbers)];
  const said = intoSaid(plain);
  const into = said !== null && all.includes(said) ? said : Math.min(...all);
  return all.filter((one) => one !== into).map((number) => ({ ...doing, number, rest: String(into) }));
}

/** 40和41是一回事: a move for each that goes into another. */
export function ofMerging(step: Step, { referred, plain }: Reading): readonly Step[] {
  if (step.kind !== "offer") return [step];
  if (referred.length < 2) return [{ kind: "need", doing: { ...step.doing, rest: "" }, what: "number" }];
  const numbers = referred.map(({ number }) => number);
  return merged(step.doing, numbers, plain).map((doing) => ({ kind: "offer", doing }));
}
