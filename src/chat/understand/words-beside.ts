import { isCoordinator } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { withMarks } from "./handing.ts";
import { shownFirst } from "./make.ts";
import { othersGiven } from "./others-given.ts";
import type { Step, Understood } from "./outcome.ts";
import { digitsIn } from "./parse.ts";
import { candidatesFor, describedIn, isKnownIn, issueIn, SURE_SCORE } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { unitsHandedTo } from "./units.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { clausesWithEnds, withoutEnd } from "./zh-cn-pieces.ts";
import {
  calledBy,
  givenAll,
  givenTogether,
  givesFrom,
  isNumber,
  isPointed,
  listed,
  listedBehind,
  oneMoreGiven,
} from "./zh-cn-words-beside.ts";

/** 72、蚊子那件都给社会局: what is called by words beside a number is given away as well, or it is asked which one that is. Nothing is dropped. */

type Understand = (text: string, situation: Situation) => Understood;

/** So much of a message is looked at. */
const LOOKED_AT = 200;

/** A clause in which each issue has its number, and the words for which that is not known. */
interface Numbered {
  readonly clause: string;
  readonly unknown: readonly Unknown[];
}

interface Unknown {
  readonly called: string;
  /** Which may be meant. */
  readonly among: readonly InSight[];
  /** What shall become of it. */
  readonly tail: string;
}

/** Which issues a unit gets, where some of them are told in words: the others of a matter, or what stands beside numbers. */
export function givenInWords(text: string, situation: Situation, understand: Understand): Understood | null {
  return othersGiven(text, situation, understand) ?? wordsBeside(text, situation, understand);
}

/** Null: no words stand beside numbers. All are shown first. */
function wordsBeside(text: string, situation: Situation, understand: Understand): Understood | null {
  if (!isCoordinator(situation.who) || situation.quote !== null || text.length > LOOKED_AT || !/\d/u.test(text))
    return null;
  const numbers = referencesIn(plainOf(text), isKnownIn(situation)).map(({ number }) => number);
  const all = behindThem(clausesWithEnds(text), situation);
  const read = all.map((clause) => numbered(clause, numbers, situation));
  if (read.every((one) => one === null) && all.length === clausesWithEnds(text).length) return null;
  const left = withoutEnd(all.map((clause, index) => read[index]?.clause ?? clause).join(""));
  const now = { ...situation, question: null };
  const steps = left === "" ? [] : understand(left, now).steps.map(shownFirst);
  const asked = read.flatMap((one) => one?.unknown ?? []).flatMap((one) => askedOf(one, now, understand));
  return { steps: [...steps, ...asked], why: ["words-beside"] };
}

/** 狗的事派给派出所，6和7还有那个后山的: what is listed behind the clause that gives them away, before it. */
function behindThem(clauses: readonly string[], situation: Situation): readonly string[] {
  const [last = "", before = ""] = clauses.toReversed();
  const from = clauses.length < 2 ? null : givesFrom(marked(withoutEnd(before), situation));
  const behind = from === null ? null : listedBehind(marked(withoutEnd(last), situation));
  if (from === null || behind === null) return clauses;
  const { items, isSure } = behind;
  const isKnown = (item: string) => isNumber(item) || meantBy({ item, least: SURE_SCORE }, [], situation).length === 1;
  if (!isSure && !items.every(isKnown)) return clauses;
  const ahead = before.slice(0, from);
  const isOfNumbers = referencesIn(plainOf(ahead), isKnownIn(situation)).length > 0;
  if (isOfNumbers && items.every(isNumber)) return clauses;
  const list = [...(isOfNumbers || !items.some(isNumber) ? [ahead.trim()] : []), ...items];
  return [...clauses.slice(0, -2), givenAll(list, before.slice(from))];
}

function marked(clause: string, { park }: Situation): string {
  const plain = plainOf(clause);
  return withMarks(plain, unitsHandedTo(plain, park));
}

/** Null: it is as it was. */
function numbered(clause: string, numbers: readonly number[], situation: Situation): Numbered | null {
  const plain = marked(clause, situation);
  const list = givenTogether(plain);
  if (list !== null) return ofList(list, clause, numbers, situation);
  const more = numbers.length === 0 ? null : oneMoreGiven(plain);
  if (more === null) return null;
  const [only, ...others] = meantBy(pointedAt(more.item), numbers, situation);
  // 12给建设局，噪声的给环保局: a part of the one that is named.
  const named = numbers.flatMap((number) => issueIn(situation, number) ?? []);
  const isPart = describedIn(calledBy(more.item), named).length > 0 || (!more.isAnew && others.length > 0);
  if (only === undefined || isPart) return null;
  const tail = clause.slice(more.end);
  if (others.length === 0) return { clause: `#${only.number}${tail}`, unknown: [] };
  return { clause: "", unknown: [{ called: calledBy(more.item), among: [only, ...others], tail }] };
}

function ofList(
  { lead, items, end, isOfAll }: NonNullable<ReturnType<typeof givenTogether>>,
  clause: string,
  numbers: readonly number[],
  situation: Situation,
): Numbered | null {
  const tail = clause.slice(end);
  const found = items.map((item) => (isNumber(item) ? null : meantBy(pointedAt(item), numbers, situation)));
  // 12和企业对接好给…: what is pointed at by nothing is one only where all are given.
  if (!isOfAll && items.some((item) => !isNumber(item) && !isPointed(item))) return null;
  const known = items.flatMap((item, index) => {
    const [only, ...others] = found[index] ?? [];
    if (isNumber(item)) return digitsIn(item);
    return only === undefined || others.length > 0 ? [] : [only.number];
  });
  const unknown = items.flatMap((item, index) => {
    const among = found[index];
    return among == null || among.length === 1 ? [] : [{ called: calledBy(item), among, tail }];
  });
  return { clause: `${lead}${listed(known)}${tail}`, unknown };
}

interface Called {
  readonly item: string;
  /** By so much of its title. */
  readonly least: number;
}

function pointedAt(item: string): Called {
  return { item, least: isPointed(item) ? 1 : SURE_SCORE };
}

/** Which of the others are called so. */
function meantBy({ item, least }: Called, numbers: readonly number[], { issues }: Situation): readonly InSight[] {
  const able = candidatesFor("dispatch", issues).filter(({ number }) => !numbers.includes(number));
  const waiting = able.filter(({ state }) => state === "submitted");
  const found = [waiting, able].map((some) => describedIn(calledBy(item), some, least));
  return found.find((some) => some.length > 0) ?? [];
}

function askedOf({ called, among, tail }: Unknown, situation: Situation, understand: Understand): readonly Step[] {
  const [first] = among;
  if (first === undefined) return [{ kind: "tell", told: "none-of-that", about: called }];
  const numbers = among.map(({ number }) => number);
  return understand(withoutEnd(`#${first.number}${tail}`), situation)
    .steps.flatMap((step) => ("doing" in step && step.doing.command === "dispatch" ? [step.doing] : []))
    .slice(0, 1)
    .map((doing) => ({ kind: "which", doing: { ...doing, number: null }, among: numbers }));
}
