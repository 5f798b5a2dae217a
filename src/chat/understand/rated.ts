import { plainOf } from "../../domain/plain.ts";
import type { Doing, Step } from "./outcome.ts";
import { markGiven } from "./zh-cn-marks.ts";

/** 是的，四分: the mark that is given with the word that something is settled goes with it. */

const SETTLES: ReadonlySet<string> = new Set(["solved", "accept"]);

/** The same, with the words in which a mark is given, where it settles something and has none yet. */
export function withMark(doing: Doing, text: string): Doing {
  const isRated = SETTLES.has(doing.command) && doing.rest === "" && markGiven(plainOf(text)) !== null;
  return isRated ? { ...doing, rest: text.trim() } : doing;
}

/** Each step so. */
export function withMarks(steps: readonly Step[], text: string): readonly Step[] {
  return steps.map((step) => ("doing" in step ? { ...step, doing: withMark(step.doing, text) } : step));
}
