import { isCoordinator } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { isWritten } from "./left-out.ts";
import { deed } from "./make.ts";
import type { Step, Understood } from "./outcome.ts";
import { isKnownIn, issueIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { peopleIn, unitsIn } from "./units.ts";
import * as said from "./zh-cn-kept-from.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { clausesWithEnds, withoutEnd } from "./zh-cn-pieces.ts";

/**
 * 10给公安，社会局那边别让他们知道: whom a coordinator wishes an issue to be kept from. It is kept beside the issue as a company's wish is,
 * and no word of it is told to the unit that has the issue, or stands where another one may read it later.
 */

/** So much of a message is looked at. */
const LOOKED_AT = 600;

/** What is said without the wish, and whom it keeps out. */
interface KeptOut {
  readonly open: string;
  /** The names of these units. */
  readonly units: readonly string[];
  /** The issues that are named with the wish itself. */
  readonly numbers: readonly number[];
}

/** What a clause comes to. */
interface Part {
  /** As it stands there, and without the wish. */
  readonly clause: string;
  readonly left: string;
  /** Whom the wish keeps out, by name; none: there is no wish. */
  readonly units: readonly string[];
  readonly numbers: readonly number[];
}

/** Null: no such thing is wished. */
function keptOut(text: string, situation: Situation): KeptOut | null {
  const looked = text.slice(0, LOOKED_AT);
  if (!isCoordinator(situation.who) || !said.MAY_KEEP_FROM.test(looked)) return null;
  if (isAskedForText(situation.question) || isWritten(text, situation)) return null;
  const parts = partsOf(looked, situation);
  const wishes = parts.filter(({ units }) => units.length > 0);
  if (wishes.length === 0) return null;
  const open = withoutEnd(leftOf(parts)) + text.slice(LOOKED_AT);
  return {
    open: said.tellsNothing(plainOf(open)) ? "" : open.trim(),
    units: [...new Set(wishes.flatMap(({ units }) => units))],
    numbers: [...new Set(wishes.flatMap(({ numbers }) => numbers))],
  };
}

/** What is asked for is somebody's own words. */
function isAskedForText(question: Situation["question"]): boolean {
  return question?.ask === "need" && (question.what === "text" || question.what === "reason");
}

/** 10给公安，10别让…: a number that is left alone is said once. */
function leftOf(parts: readonly Part[]): string {
  return parts
    .filter(({ left, clause }, index) => left === clause || index === 0 || !said.tellsNothing(plainOf(left)))
    .map(({ left }) => left)
    .join("");
}

/** 社会局那边，不要让他们知道: the clause with the name that stands before it, where a wish comes of both. */
function partsOf(text: string, situation: Situation): readonly Part[] {
  const parts: Part[] = [];
  const holders = holdersIn(text, situation);
  for (const clause of clausesWithEnds(text)) {
    const before = parts.at(-1);
    const isName =
      before !== undefined && said.MERELY_NAMES.test(marked(plainOf(before.clause), namesIn(before.clause, situation)));
    const whole = isName ? partOf(`${withoutEnd(before.clause)}${clause}`, situation) : null;
    if (whole === null || whole.units.length === 0) parts.push(ofThem(partOf(clause, situation), holders));
    else parts.splice(-1, 1, whole);
  }
  return parts;
}

/** Who has the issues that are named, by name: 41…，不想让他们知道 is said of them. */
function holdersIn(text: string, situation: Situation): readonly string[] {
  const { directory } = situation.park;
  const codes = referencesIn(plainOf(text), isKnownIn(situation)).flatMap(
    ({ number }) => issueIn(situation, number)?.department ?? [],
  );
  return [...new Set(codes)].map((code) => directory.departmentName(code));
}

function ofThem(part: Part, units: readonly string[]): Part {
  const wish = part.units.length > 0 || units.length === 0 ? null : said.WISH_OF_THEM.exec(plainOf(part.clause));
  if (wish === null) return part;
  return { ...part, left: part.clause.slice(wish[0].length).replace(/^[\s,，。;；!！]+$/u, ""), units };
}

interface Names {
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The units of a clause, and who works there. */
function namesIn(clause: string, { park }: Situation): readonly Names[] {
  const plain = plainOf(clause);
  const units = unitsIn(plain, park).map(({ found: { name }, start, end }) => ({
    names: [name],
    start,
    end,
  }));
  const people = peopleIn(plain, park).map(({ found, start, end }) => ({
    names: [found?.department ?? []].flat().map((code) => park.directory.departmentName(code)),
    start,
    end,
  }));
  return [...units, ...people].filter(({ names }) => names.length > 0);
}

function partOf(clause: string, situation: Situation): Part {
  const names = namesIn(clause, situation);
  const wish = names.length === 0 ? null : said.officeWishIn(marked(plainOf(clause), names));
  if (wish === null) return { clause, left: clause, units: [], numbers: [] };
  const before = said.withoutWishLead(clause.slice(0, wish.start));
  return {
    clause,
    left: said.joinedAround(before, clause.slice(wish.end)),
    units: names.filter(({ start, end }) => start >= wish.start && end <= wish.end).flatMap((one) => one.names),
    numbers: referencesIn(plainOf(before), isKnownIn(situation)).map(({ number }) => number),
  };
}

/** Place for place. */
function marked(plain: string, names: readonly Names[]): string {
  return names.reduce(
    (left, { start, end }) => left.slice(0, start) + said.A_UNIT.repeat(end - start) + left.slice(end),
    plain,
  );
}

/** What is understood of the rest, with the wish before it: of the issues that are given away, or that are named. */
export function withKeptOut(
  text: string,
  situation: Situation,
  understand: (text: string, situation: Situation) => Understood,
): Understood {
  const kept = keptOut(text, situation);
  if (kept === null) return understand(text, situation);
  const { steps = [], ...understood } = kept.open === "" ? { why: [] } : understand(kept.open, situation);
  const rest = kept.units.join("、");
  const wishes = numbersOf(steps, kept, text, situation).map(
    (number): Step => ({ kind: "do", doing: deed("avoid", situation, number, rest) }),
  );
  // Of which issue it is has to be said, where it is of none that is not there.
  const asked: Step = { kind: "need", doing: deed("avoid", situation, null, rest), what: "number" };
  const isAsked = wishes.length === 0 && !steps.some(({ kind }) => kind === "decline");
  return {
    ...understood,
    steps: [...wishes, ...steps, ...(isAsked ? [asked] : [])],
    why: [...understood.why, "kept-out"],
  };
}

function numbersOf(
  steps: readonly Step[],
  { numbers }: KeptOut,
  text: string,
  situation: Situation,
): readonly number[] {
  const isKnown = isKnownIn(situation);
  const given = steps.flatMap((step) =>
    "doing" in step && HANDS.has(step.doing.command) ? (step.doing.number ?? []) : [],
  );
  const written = referencesIn(plainOf(text), isKnown).map(({ number }) => number);
  const all = [numbers, given, written, situation.quote?.numbers ?? []].map((some) => some.filter(isKnown));
  return [...new Set(all.find((some) => some.length > 0) ?? [])];
}

const HANDS: ReadonlySet<string> = new Set(["dispatch", "assist"]);
