import { isCoordinator } from "../../domain/issue/issue.ts";
import type { Department } from "../../domain/park/org.ts";
import { handed } from "./handing.ts";
import { deed, shownFirst } from "./make.ts";
import type { Step, Understood } from "./outcome.ts";
import { digitsIn } from "./parse.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, describedIn, issueIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { unitsIn } from "./units.ts";
import { toldOfThem, whoseIn } from "./whose.ts";
import { givenTo } from "./zh-cn-pieces.ts";
import { type Begun, begunIn, endOf, saysNoMore } from "./zh-cn-tersely.ts";

/** 66是经发的 62是社会局的: a coordinator says of each whose it is, and no more. None is taken for what is told of another. */

interface Given {
  readonly begun: Begun;
  readonly numbers: readonly number[];
  readonly unit: Department;
}

/** No name of a unit is longer. */
const LONGEST_NAME = 16;
/** Nobody says more in one message. */
const MOST_GIVEN = 12;

/** Null: something else is said, or one is given away as others say it, too. */
export function givenTersely({ plain, situation }: Reading): Understood | null {
  if (!isCoordinator(situation.who)) return null;
  const given: Given[] = [];
  let left = plain;
  while (!saysNoMore(left)) {
    const next = nextGiven(left, situation);
    if (next === null || given.length === MOST_GIVEN) return null;
    given.push(next.given);
    left = left.slice(next.length);
  }
  const [first, ...more] = given;
  if (first === undefined) return null;
  const { begun } = first;
  // 85给公安 alone says it as ever, and so do words alone for each.
  if (more.length === 0 ? !begun.isWrong && !begun.isShort : given.every((one) => one.begun.matter !== null))
    return null;
  const steps = given.flatMap((one) => one.numbers.flatMap((number) => stepsOf(number, one, situation)));
  return { steps, why: ["tersely"] };
}

function nextGiven(left: string, situation: Situation): { readonly given: Given; readonly length: number } | null {
  const begun = begunIn(left);
  if (begun === null) return null;
  const behind = left.slice(begun.length);
  const unit = unitsIn(givenTo(behind.slice(0, LONGEST_NAME)), situation.park).find(
    ({ start }) => start === givenTo("").length,
  );
  if (unit === undefined) return null;
  const end = unit.end - givenTo("").length;
  const ended = endOf(behind.slice(end));
  const numbers = ended === null ? [] : numbersOf(begun, situation);
  if (ended === null || numbers.length === 0) return null;
  return { given: { begun, numbers, unit: unit.found }, length: begun.length + end + ended };
}

function numbersOf({ numbers, matter }: Begun, situation: Situation): readonly number[] {
  if (numbers !== null) return digitsIn(numbers);
  const whose = whoseIn(matter ?? "", situation);
  const able = candidatesFor("dispatch", whose.issues);
  const told = whose.isOfThem ? toldOfThem(whose.matter, able, whose).issues : describedIn(matter ?? "", able);
  // Which one of several is asked as ever.
  return told.length === 1 ? told.map(({ number }) => number) : [];
}

function stepsOf(number: number, { begun, unit }: Given, situation: Situation): readonly Step[] {
  const doing = { ...deed("dispatch", situation, number, unit.name), unit: unit.code };
  const waits = issueIn(situation, number)?.state === "submitted";
  const isClear = begun.numbers !== null && (begun.goesOn || (begun.isGiven && waits));
  const steps = handed(doing, "do", situation);
  return isClear ? steps : steps.map(shownFirst);
}
