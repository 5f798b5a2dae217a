import { isCoordinator, isOfficial } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { asSigned } from "./besides.ts";
import { GOES_OUT } from "./content.ts";
import { aboutIssues } from "./free.ts";
import { handed, withMarks } from "./handing.ts";
import { shownFirst } from "./make.ts";
import type { Step, Understood } from "./outcome.ts";
import { partsOf } from "./parts.ts";
import { read } from "./reading.ts";
import { candidatesFor, describedIn, isAction, isKnownIn, issueIn, SURE_SCORE } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { merelyDenies } from "./told-to-unit.ts";
import { unitsHandedTo } from "./units.ts";
import { toldOfThem, whoseIn } from "./whose.ts";
import { AS_BEFORE, behindItsName, likeAnother, matterBarelyGiven, matterGiven } from "./zh-cn-handing.ts";
import { placesSaid, referencesIn } from "./zh-cn-numbers.ts";
import { IS_OF_SEVERAL, IS_THE_SAME_OF, MAY_BE_A_DAY } from "./zh-cn-parts.ts";
import { clausesOf, givenTo, isNumbersOnly, joinedClauses, numberedClauses, withoutStart } from "./zh-cn-pieces.ts";

/** A message whose clauses speak of an issue each: by its number, its place in a list, or its words. */

type Understand = (text: string, situation: Situation) => Understood;

/** Each clause understood for itself, or null: they are not told apart so. `understand`: of one clause. */
export function eachClause(text: string, situation: Situation, understand: Understand): Understood | null {
  return (
    numbered(text, situation, understand) ??
    placed(text, situation) ??
    described(text, situation) ??
    eachGiven(text, situation)
  );
}

/** Nobody says more in one message. */
const MOST_CLAUSES = 12;

/** 20签收，9不是我们的: parts that begin with a number each are understood each for itself. */
function numbered(text: string, situation: Situation, understand: Understand): Understood | null {
  // 28给供电，35跟31一样: which unit has it is said by another issue, and nothing of the two.
  const plain = plainOf(text);
  const isGiven = isCoordinator(situation.who) && unitsHandedTo(plain, situation.park).length > 0;
  if (IS_OF_SEVERAL.test(plain) && !(isGiven && likeAnother(plain) !== null)) return null;
  const clauses = withLists(numberedClauses(withoutStart(text)));
  const isEach = clauses.length <= MOST_CLAUSES && clauses.every((clause) => beginsWithNumber(clause, situation));
  const parts = isEach && clauses.length > 1 ? clauses : partsOf(text, situation);
  if (parts.length < 2) return null;
  const each: Understood[] = [];
  let now: Situation = { ...situation, question: null, quote: null };
  for (const part of parts) {
    const before = each.at(-1);
    const same =
      before === undefined
        ? null
        : (asBefore(part, before, now) ?? asGiven(part, each, now) ?? likewise(part, before, now));
    const meant = same ?? understand(part, now);
    each.push(meant);
    now = afterSigning(meant.steps, now);
  }
  const all = each.flatMap((one, index) =>
    index > 0 && MAY_BE_A_DAY.test(plainOf(parts[index] ?? "")) ? one.steps.map(shown) : one.steps,
  );
  const steps = eachGivenOnce(all, situation).reduce(withMore, []);
  const isGiving = steps.some((step) => step.kind === "do" && step.doing.command === "dispatch");
  return {
    steps: isGiving ? steps.map((step) => given(step, situation)) : steps,
    why: ["clauses", ...each.flatMap((one) => one.why)],
  };
}

/** 3和5都不是建管的，3给公安，5给经发: an issue goes to whom it is given last, and whose it is not is no note. */
function eachGivenOnce(steps: readonly Step[], { park }: Situation): readonly Step[] {
  const isGiven = (step: Step, number: number | null) =>
    (step.kind === "do" || step.kind === "offer") && step.doing.command === "dispatch" && step.doing.number === number;
  return steps.filter((step, index) => {
    if (!("doing" in step) || step.doing.number === null) return true;
    const { command, number, rest } = step.doing;
    if (command !== "dispatch" && (command !== "note" || !merelyDenies(plainOf(rest), park))) return true;
    return !steps.slice(index + 1).some((later) => isGiven(later, number));
  });
}

/** 3给交通，5社会局: given as well, where nothing is said but the unit. */
function given(step: Step, situation: Situation): Step {
  if (step.kind !== "offer" || step.doing.command !== "dispatch" || step.doing.number === null) return step;
  const { number, rest, unit } = step.doing;
  const isNameAlone = situation.park.org.departments.some(({ code, name }) => code === unit && name === rest);
  return isNameAlone && issueIn(situation, number)?.state === "submitted" ? { kind: "do", doing: step.doing } : step;
}

/** 30,31,40都给建管局: numbers alone belong to what is said behind them. */
function withLists(clauses: readonly string[]): readonly string[] {
  const all: string[] = [];
  let listed = "";
  for (const [index, clause] of clauses.entries()) {
    const isLast = index === clauses.length - 1;
    if (!isLast && isNumbersOnly(plainOf(clause))) listed += `${clause}、`;
    else {
      all.push(`${listed}${clause}`);
      listed = "";
    }
  }
  return all;
}

/** 31给曾敏，17同上: the unit of the clause before. */
function asBefore(part: string, { steps }: Understood, situation: Situation): Understood | null {
  const plain = plainOf(part);
  const given = steps
    .flatMap((step) => ("doing" in step && step.doing.command === "dispatch" ? [step.doing] : []))
    .at(0);
  if (given?.unit === undefined || !AS_BEFORE.test(plain)) return null;
  const numbers = referencesIn(plain, isKnownIn(situation)).map(({ number }) => number);
  const all = numbers.flatMap((number) => handed({ ...given, number }, "do", situation));
  return all.length === 0 ? null : { steps: all, why: ["as-before"] };
}

/** 28给供电，35跟28一样; 35跟31一样, which another unit has: the unit of the other one, behind one that is given away. */
function asGiven(part: string, before: readonly Understood[], situation: Situation): Understood | null {
  const plain = plainOf(part);
  const like = likeAnother(plain);
  const given = before.flatMap(({ steps }) =>
    steps.flatMap((step) => ("doing" in step && step.doing.command === "dispatch" ? [step.doing] : [])),
  );
  const [first] = given;
  const { number } = referencesIn(plain, isKnownIn(situation))[0] ?? {};
  if (like === null || first === undefined || number === undefined || number === like.number) return null;
  const code = given.find((one) => one.number === like.number)?.unit ?? issueIn(situation, like.number)?.department;
  const unit = situation.park.org.departments.find((one) => one.code === code);
  const { rest: _, unit: __, ...doing } = { ...first, number };
  if (unit === undefined)
    return { steps: [{ kind: "need", doing: { ...doing, rest: "" }, what: "unit" }], why: ["as-given"] };
  return { steps: handed({ ...doing, rest: unit.name, unit: unit.code }, "offer", situation), why: ["as-given"] };
}

/** 16、10都弄好了，16的灯全亮: what is said on of one that is answered in the same message belongs to its answer. */
function withMore(before: readonly Step[], step: Step): readonly Step[] {
  if (step.kind !== "offer") return [...before, step];
  const { command, number, rest } = step.doing;
  const at = before.findIndex(
    (one) =>
      one.kind === "offer" &&
      one.doing.number === number &&
      GOES_OUT.has(one.doing.command) &&
      (command === "note" || command === one.doing.command),
  );
  return at < 0
    ? [...before, step]
    : before.map((one, index) =>
        index === at && one.kind === "offer"
          ? { ...one, doing: { ...one.doing, rest: joinedClauses(one.doing.rest, rest) } }
          : one,
      );
}

/** 19今天去测，20也是: the same of another one. */
function likewise(part: string, { steps }: Understood, situation: Situation): Understood | null {
  const plain = plainOf(part);
  if (!isOfficial(situation.who) || !IS_THE_SAME_OF.test(plain)) return null;
  const numbers = referencesIn(plain, isKnownIn(situation)).map(({ number }) => number);
  const told = steps.flatMap((step) =>
    "doing" in step && (step.kind === "do" || step.kind === "offer") && step.doing.command !== "sign"
      ? [step.doing]
      : [],
  );
  const [first] = told;
  const same = told.filter((one) => one.number === first?.number);
  const all = numbers.flatMap((number) => same.map((doing): Step => ({ kind: "offer", doing: { ...doing, number } })));
  return all.length === 0 ? null : { steps: all, why: ["likewise"] };
}

/** 18、19签收了，19今天去测: what is said on of one that is signed for is said of its work. */
function afterSigning(steps: readonly Step[], situation: Situation): Situation {
  const signed = new Set(
    steps.flatMap((step) => ("doing" in step && step.doing.command === "sign" ? [step.doing.number] : [])),
  );
  if (signed.size === 0) return situation;
  const issues = situation.issues.map((one) => (signed.has(one.number) ? asSigned(one) : one));
  return { ...situation, issues };
}

/** 3号已联系企业，8号上门: what may be a day of the same issue is done for another one after a yes alone. */
function shown(step: Step): Step {
  return step.kind === "do" && isAction(step.doing.command) ? shownFirst(step) : step;
}

/** 第一个好了，第二个还没有, said to a list: clauses that begin with a place each. */
function placed(text: string, situation: Situation): Understood | null {
  const listed = situation.quote?.numbers ?? [];
  const clauses = clausesOf(text);
  if (listed.length < 2 || clauses.length < 2 || clauses.length > listed.length) return null;
  const numbers = clauses.flatMap((clause) => {
    const places = placesSaid(plainOf(clause), listed.length);
    return places.length === 1 ? (listed[(places[0] ?? 0) - 1] ?? []) : [];
  });
  return numbers.length === clauses.length ? eachOf(clauses, numbers, situation, "placed-clauses") : null;
}

/** Each clause, said of its own issue; null where one of them says nothing of it. */
function eachOf(
  clauses: readonly string[],
  numbers: readonly number[],
  situation: Situation,
  why: string,
): Understood | null {
  if (new Set(numbers).size < numbers.length) return null;
  const each = clauses.map((clause, index) =>
    aboutIssues(
      read(clause, { ...situation, question: null, quote: { by: "bot", numbers: numbers.slice(index, index + 1) } }),
    ),
  );
  return each.every((one) => one !== null) ? { steps: each.flatMap((one) => one ?? []), why: [why] } : null;
}

/** 跳闸修好了，积水没动静: clauses of which each has the words of another issue. */
function described(text: string, situation: Situation): Understood | null {
  if (situation.quote !== null) return null;
  const clauses = clausesOf(text);
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return null;
  // 20不归我们管，让她找税务局: whose number is written is meant, whatever words another one shares.
  if (referencesIn(plainOf(text), isKnownIn(situation)).length > 0) return null;
  const named = clauses.map((clause) => {
    const whose = whoseIn(plainOf(clause), situation);
    if (!whose.isOfThem) return describedIn(plainOf(clause), situation.issues, SURE_SCORE);
    const told = toldOfThem(whose.matter, whose.issues, whose);
    return told.isSure ? told.issues : [];
  });
  const numbers = named.flatMap((found) => (found.length === 1 ? (found[0]?.number ?? []) : []));
  return numbers.length === clauses.length ? eachOf(clauses, numbers, situation, "described-clauses") : null;
}

/** 垃圾那个给社会局，闪电那个供电: of those that are given away so each is dispatched that is found, and of the others it is said. */
function eachGiven(text: string, situation: Situation): Understood | null {
  if (!isCoordinator(situation.who) || situation.quote !== null) return null;
  if (referencesIn(plainOf(text), isKnownIn(situation)).length > 0) return null;
  const parts: { matter: string; text: string }[] = [];
  for (const one of clausesOf(text)) {
    const clause = givingClause(one.trim(), situation);
    const plain = plainOf(clause);
    const marked = withMarks(plain, unitsHandedTo(plain, situation.park));
    const matter = matterGiven(marked) ?? matterThere(matterBarelyGiven(marked), situation);
    const before = parts.at(-1);
    if (matter !== null) parts.push({ matter, text: clause });
    else if (before === undefined) return null;
    // 摆摊的让城管，没有城管，给公安吧: to whom it goes is said behind it.
    else before.text = `${before.text}，${clause}`;
  }
  if (parts.length < 2 || parts.length > MOST_CLAUSES) return null;
  const steps = parts.flatMap((part) => givenByWords(part, situation));
  return steps.some((step) => "doing" in step) ? { steps: steps.reduce(withToldOnce, []), why: ["each-given"] } : null;
}

/** 货梯 of 货梯给建设, where an issue is called so. */
function matterThere(matter: string | null, situation: Situation): string | null {
  return matter !== null && describedIn(matter, candidatesFor("dispatch", situation.issues)).length > 0 ? matter : null;
}

/** 闪电那个供电: as it is said with a word of giving. */
function givingClause(clause: string, { park }: Situation): string {
  const at = behindItsName(plainOf(clause));
  if (at === null || unitsHandedTo(plainOf(clause), park).length > 0) return clause;
  const given = givenTo(clause.slice(at));
  return unitsHandedTo(plainOf(given), park).length > 0 ? `${clause.slice(0, at)}${given}` : clause;
}

function givenByWords(part: { readonly matter: string; readonly text: string }, situation: Situation): readonly Step[] {
  const { matter, issues } = whoseIn(part.matter, situation);
  const found = describedIn(matter, candidatesFor("dispatch", issues));
  const numbers = found.map(({ number }) => number);
  const [only, ...more] = numbers;
  if (only === undefined) return [NONE_OF_THAT];
  const quote = { by: "bot" as const, numbers: [only] };
  const steps = aboutIssues(read(part.text, { ...situation, question: null, quote })) ?? [NONE_OF_THAT];
  if (more.length === 0) return steps.map(shownFirst);
  return steps.flatMap((step) =>
    "doing" in step && step.doing.command === "dispatch"
      ? [{ kind: "which" as const, doing: { ...step.doing, number: null }, among: numbers }]
      : [],
  );
}

const NONE_OF_THAT: Step = { kind: "tell", told: "none-of-that" };

function withToldOnce(before: readonly Step[], step: Step): readonly Step[] {
  return step.kind === "tell" && before.includes(step) ? before : [...before, step];
}

function beginsWithNumber(clause: string, situation: Situation): boolean {
  const [first] = referencesIn(plainOf(clause), isKnownIn(situation));
  return first !== undefined && clause.slice(0, first.start).trim() === "";
}
