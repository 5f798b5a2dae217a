import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import type { Department } from "../../domain/park/org.ts";
import { plainOf } from "../../domain/plain.ts";
import { deed } from "./make.ts";
import type { Step, Understood } from "./outcome.ts";
import { affirmedIn, helpersIn } from "./roles.ts";
import { isKnownIn, issueIn, mayMove } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { toldBehind } from "./told-to-unit.ts";
import type { Named } from "./unit-spellings.ts";
import { unitsCalled } from "./units.ts";
import { asksSomething, requests } from "./zh-cn-asks.ts";
import { agreementIn, IN_PLACES, SAID_OF_ALL, withoutAgreement } from "./zh-cn-decisions.ts";
import { IN_ORDER } from "./zh-cn-handing.ts";
import { figuresUncounted, type Reference } from "./zh-cn-numbers.ts";
import { joinsNumbers, withoutEnd, withoutLead } from "./zh-cn-pieces.ts";

/** 同意44、51，44给公安，51还是社会局: of several returns that are agreed to each goes to the unit that stands beside its own number. */

type Unit = Named<Department>;
type Understand = (text: string, situation: Situation) => Understood;

/** Numbers, and what is said of them up to the next ones. */
interface Part {
  readonly numbers: readonly number[];
  /** What stands behind the numbers. */
  readonly told: string;
  readonly units: readonly Unit[];
  readonly agreement: ReturnType<typeof agreementIn>;
  /** Whether its numbers begin a clause. */
  readonly begins: boolean;
}

/** A message that says so much says other things as well. */
const LONGEST = 600;
/** So few characters beside the agreement tell nothing. */
const TELLS = 3;

/** Null: no such thing is said, or of one alone. What is said of other issues in the same message is understood for itself. */
export function agreedEach(text: string, situation: Situation, understand: Understand): Understood | null {
  if (!isStaff(situation.who) || isOfficial(situation.who) || text.length > LONGEST) return null;
  if (situation.issues.every(({ request }) => request !== "return")) return null;
  const plain = plainOf(text);
  if (asksSomething(plain) && !requests(plain)) return null;
  const { ahead, parts } = partsOf(text, situation);
  const kind = kindOf(ahead, parts);
  const agreed = agreedIn(ahead, parts).filter(isAsked(situation));
  const isOfSeveral =
    new Set(agreed).size > 1 ||
    (agreed.length > 0 && parts.length > 1 && parts.every(({ begins }, at) => at === 0 || begins));
  if (!isOfSeveral || (parts.length < 2 && parts.every(({ units }) => units.length === 0))) return null;
  const said = new Set<number>();
  const steps = parts.flatMap((part, index): readonly Step[] => {
    const { numbers } = part;
    const later = parts.slice(index + 1).flatMap((one) => one.numbers);
    if (!numbers.every((one) => agreed.includes(one)) || refusesOrKeeps(part, situation)) {
      for (const number of numbers) said.add(number);
      return understoodAlone(part, part.told, situation, understand);
    }
    const left = numbers.filter((one) => !said.has(one) && (part.units.length > 0 || !later.includes(one)));
    for (const number of left) said.add(number);
    const isTold = part.units.length > 0 || left.some((one) => issueIn(situation, one)?.request !== "return");
    const more = isTold ? "" : withoutLead(withoutAgreement(part.told));
    const beside = [...more].length < TELLS ? [] : understoodAlone(part, more, situation, understand);
    return [...left.map((one) => approved(one, part, kind ?? "do", situation)), ...beside];
  });
  return { steps, why: ["agreed-each"], answers: true };
}

/** How all of them are agreed to; null: each is by itself. */
function kindOf(ahead: string, parts: readonly Part[]): "do" | "offer" | null {
  const said = [
    agreementIn(ahead, false),
    ...parts.map((one) => (withoutAgreement(one.told) === one.told && one.units.length > 0 ? null : one.agreement)),
  ];
  if (said.includes("surely")) return "do";
  return said.includes("yes") ? "offer" : null;
}

/** The numbers with which it is said, and those that have a unit beside them. 同意44，51的事明天说 agrees to nothing of 51. */
function agreedIn(ahead: string, parts: readonly Part[]): readonly number[] {
  const isOfAll = kindOf(ahead, parts) !== null;
  const isAhead = agreementIn(ahead, false) !== null && agreementIn(ahead, false) !== "no";
  return parts.flatMap((one, at) =>
    (at === 0 && isAhead) || agrees(one) || (isOfAll && one.units.length > 0) ? one.numbers : [],
  );
}

function agrees({ agreement }: Part): boolean {
  return agreement === "surely" || agreement === "yes";
}

function understoodAlone(
  { numbers }: Part,
  told: string,
  situation: Situation,
  understand: Understand,
): readonly Step[] {
  const named = numbers.map((one) => `#${one}`).join("、");
  return understand(`${named} ${withoutLead(told)}`, { ...situation, question: null, quote: null }).steps;
}

function isAsked(situation: Situation): (number: number) => boolean {
  return (number) => {
    const issue = issueIn(situation, number);
    return issue !== undefined && mayMove("approve", issue);
  };
}

/** 51驳回, 51还是供电公司 of what that unit wants to give back: no agreement, whatever was said before. */
function refusesOrKeeps({ numbers, units, agreement }: Part, situation: Situation): boolean {
  const [only, ...more] = units;
  const isKept = numbers.some((one) => issueIn(situation, one)?.department === only?.found.code);
  return agreement === "no" || (only !== undefined && more.length === 0 && isKept);
}

/** With the unit that is said beside it; of several that tell no order it is asked. */
function approved(number: number, { units, numbers, told }: Part, kind: "do" | "offer", situation: Situation): Step {
  const doing = deed("approve", situation, number);
  // 12到12月10号: up to when, of an extension.
  if (issueIn(situation, number)?.request !== "return")
    return { kind, doing: { ...doing, rest: withoutLead(withoutAgreement(told)) } };
  const [only, ...more] = units;
  if (only === undefined) return { kind, doing };
  const inOrder = units.length === numbers.length && (IN_ORDER.test(told) || IN_PLACES.test(told));
  const unit = more.length === 0 ? only : inOrder ? units[numbers.indexOf(number)] : undefined;
  if (unit === undefined) return { kind: "need", doing, what: "unit" };
  const note = more.length > 0 ? "" : withoutAgreement(toldBehind(told.slice(unit.end), unit.found, situation));
  const rest = [unit.found.name, note].filter((one) => one !== "").join(" ");
  return { kind, doing: { ...doing, rest, unit: unit.found.code } };
}

/** What stands before the first number, and from each run of numbers to the next. */
function partsOf(text: string, situation: Situation): { readonly ahead: string; readonly parts: readonly Part[] } {
  const plain = plainOf(text);
  const figures = figuresUncounted(plain).filter(({ number }) => isKnownIn(situation)(number));
  const ahead = plain.slice(0, figures[0]?.start ?? plain.length);
  const listed = figures.reduce<readonly Run[]>((before, figure) => withFigure(before, figure, plain), []);
  const runs = agreementIn(ahead, false) === null ? listed : listed.flatMap((run) => partedRun(run, plain));
  const parts = runs.map((run, index) => {
    const next = runs[index + 1]?.[0]?.start ?? text.length;
    const begins = BEGINS_A_CLAUSE.test(plain.slice(0, run[0]?.start));
    return { ...partOf(run, text.slice(run.at(-1)?.end, next), situation), begins };
  });
  return { ahead, parts };
}

/** 同意44，51催一下: behind a comma the last one has what is said of it for itself, where it is not said of all. */
function partedRun(run: Run, plain: string): readonly Run[] {
  const [before, last] = run.slice(-2);
  if (before === undefined || last === undefined || run.length < 2) return [run];
  const joint = plain.slice(before.end, last.start);
  const isOfAll = !joint.includes(",") || SAID_OF_ALL.test(plain.slice(last.end));
  return isOfAll ? [run] : [run.slice(0, -1), [last]];
}

type Run = readonly Reference[];

const BEGINS_A_CLAUSE = /(?:^|[\s,;.!。])#?$/u;

/** 44、51，44给公安: a number that is named again begins anew. */
function withFigure(runs: readonly Run[], figure: Reference, plain: string): readonly Run[] {
  const run = runs.at(-1) ?? [];
  const joins = joinsNumbers(plain.slice(run.at(-1)?.end, figure.start).replaceAll("#", ""));
  const goesOn = run.length > 0 && joins && run.every(({ number }) => number !== figure.number);
  return goesOn ? [...runs.slice(0, -1), [...run, figure]] : [...runs, [figure]];
}

function partOf(run: Run, said: string, situation: Situation): Omit<Part, "begins"> {
  const numbers = run.map(({ number }) => number);
  const told = withoutEnd(said.replace(/#\s*$/u, ""));
  const plain = plainOf(told);
  const affirmed = affirmedIn(plain, unitsCalled(plain, situation.park));
  const helpers = helpersIn(plain, affirmed);
  const units = affirmed.filter((one) => !helpers.includes(one));
  return { numbers, told, units, agreement: agreementIn(`${numbers.at(-1)}${plain}`, units.length > 0) };
}
