import { isCoordinator } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { handed } from "./handing.ts";
import { firstWordOf } from "./make.ts";
import type { Doing, Step } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { affirmedIn } from "./roles.ts";
import { describedIn } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
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
export function ofMerging(step: Step, reading: Reading): readonly Step[] {
  const { referred, quoted, plain } = reading;
  if (step.kind !== "offer" && step.kind !== "need") return [step];
  const said = new Set([...referred.map(({ number }) => number), ...numbersBeside(plain)]);
  const numbers = said.size > 1 ? [...said] : [...new Set([...quoted.map(({ number }) => number), ...said])];
  const { doing } = step;
  const theirs = numbers.length < 2 ? pairOfCompanies(reading) : [];
  if (theirs.length > 1) return merged(doing, theirs, plain).map((one) => ({ kind: "offer", doing: one }));
  const [into] = numbers;
  // 并到3, and no other: which one goes into it.
  if (numbers.length < 2 && into !== undefined && intoAlone(plain) === into && quoted.length === 0)
    return [{ kind: "need", doing: { ...doing, number: null, rest: String(into) }, what: "number" }];
  if (numbers.length < 2) return [{ kind: "need", doing: { ...doing, rest: "" }, what: "number" }];
  return merged(doing, numbers, plain).map((one) => ({ kind: "offer", doing: one }));
}

/** 潇湘冷库跟凌云是一回事: one issue of each company; the words that tell one tell the other as well. None, where it is not clear which. */
function pairOfCompanies({ whose, situation: { issues } }: Reading): readonly number[] {
  if (whose.named.size !== 2) return [];
  const each = [...whose.named].map((code) => issues.filter(({ company }) => company === code));
  const alone = (among: readonly InSight[], words: string) => {
    const told = describedIn(words, among);
    return told.length === 1 ? told : among.length === 1 ? among : [];
  };
  const [first] = each.map((among) => describedIn(whose.matter, among)).find((found) => found.length === 1) ?? [];
  const words = first === undefined ? whose.matter : `${whose.matter} ${plainOf(first.title)}`;
  const pair = each.flatMap((among) => (first !== undefined && among.includes(first) ? [first] : alone(among, words)));
  return pair.map(({ number }) => number);
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
