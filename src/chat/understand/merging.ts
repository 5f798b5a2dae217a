import { isCoordinator } from "../../domain/issue/issue.ts";
import { handed } from "./handing.ts";
import { firstWordOf } from "./make.ts";
import type { Doing, Step } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { affirmedIn } from "./roles.ts";
import type { Situation } from "./situation.ts";
import { unitsHandedTo } from "./units.ts";
import { intoAlone, intoSaid, numbersBeside } from "./zh-cn-merging.ts";
import { IS_GIVEN_TO } from "./zh-cn-roles.ts";

/**
 * 40 41合并: which of them goes into which. Into the one that is said, else the newer ones into the oldest, which has its history.
 */
export function merged(doing: Doing, numbers: readonly number[], plain: string): readonly Doing[] {
  const all = [...new Set(numbers)];
  const said = intoSaid(plain);
  const into = said !== null && all.includes(said) ? said : Math.min(...all);
  return all.filter((one) => one !== into).map((number) => ({ ...doing, number, rest: String(into) }));
}

/** 40和41是一回事, 40跟41是一回事: a move for each that goes into another. */
export function ofMerging(step: Step, { referred, quoted, plain }: Reading): readonly Step[] {
  if (step.kind !== "offer" && step.kind !== "need") return [step];
  const said = new Set([...referred.map(({ number }) => number), ...numbersBeside(plain)]);
  const numbers = said.size > 1 ? [...said] : [...new Set([...quoted.map(({ number }) => number), ...said])];
  const { doing } = step;
  const [into] = numbers;
  // 并到3, and no other: which one goes into it.
  if (numbers.length < 2 && into !== undefined && intoAlone(plain) === into && quoted.length === 0)
    return [{ kind: "need", doing: { ...doing, number: null, rest: String(into) }, what: "number" }];
  if (numbers.length < 2) return [{ kind: "need", doing: { ...doing, rest: "" }, what: "number" }];
  return merged(doing, numbers, plain).map((one) => ({ kind: "offer", doing: one }));
}

/** 14、15并一下，给公安: the one that is left is given to that unit, where it is said. */
export function givenAfter(merging: readonly Step[], plain: string, situation: Situation): readonly Step[] {
  const [unit, ...more] = affirmedIn(plain, unitsHandedTo(plain, situation.park));
  const into = new Set(merging.flatMap((step) => (step.kind === "offer" ? [Number(step.doing.rest)] : [])));
  const [number, ...others] = into;
  if (!isCoordinator(situation.who) || unit === undefined || number === undefined) return [];
  if (more.length > 0 || others.length > 0 || !IS_GIVEN_TO.test(plain.slice(0, unit.start))) return [];
  const word = firstWordOf("dispatch", situation);
  return handed(
    { command: "dispatch", word, number, rest: unit.found.name, unit: unit.found.code },
    "offer",
    situation,
  );
}
