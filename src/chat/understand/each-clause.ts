import { plainOf } from "../../domain/plain.ts";
import { aboutIssues } from "./free.ts";
import { handed } from "./handing.ts";
import { shownFirst } from "./make.ts";
import type { Step, Understood } from "./outcome.ts";
import { partsOf } from "./parts.ts";
import { read } from "./reading.ts";
import { describedIn, isAction, isKnownIn, SURE_SCORE } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { AS_BEFORE } from "./zh-cn-handing.ts";
import { placesSaid, referencesIn } from "./zh-cn-numbers.ts";
import { IS_OF_SEVERAL, MAY_BE_A_DAY } from "./zh-cn-parts.ts";
import { clausesOf, isNumbersOnly, numberedClauses, withoutStart } from "./zh-cn-pieces.ts";

/** A message whose clauses speak of an issue each: by its number, its place in a list, or its words. */

type Understand = (text: string, situation: Situation) => Understood;

/** Each clause understood for itself, or null: they are not told apart so. `understand`: of one clause. */
export function eachClause(text: string, situation: Situation, understand: Understand): Understood | null {
  return numbered(text, situation, understand) ?? placed(text, situation) ?? described(text, situation);
}

/** Nobody says more in one message. */
const MOST_CLAUSES = 12;

/** 20签收，9不是我们的: parts that begin with a number each are understood each for itself. */
function numbered(text: string, situation: Situation, understand: Understand): Understood | null {
  if (IS_OF_SEVERAL.test(plainOf(text))) return null;
  const clauses = withLists(numberedClauses(withoutStart(text)));
  const isEach = clauses.length <= MOST_CLAUSES && clauses.every((clause) => beginsWithNumber(clause, situation));
  const parts = isEach && clauses.length > 1 ? clauses : partsOf(text, situation);
  if (parts.length < 2) return null;
  const each: Understood[] = [];
  for (const part of parts) {
    const before = each.at(-1);
    const same = before === undefined ? null : asBefore(part, before, situation);
    each.push(same ?? understand(part, { ...situation, question: null, quote: null }));
  }
  const steps = each.flatMap((one, index) =>
    index > 0 && MAY_BE_A_DAY.test(plainOf(parts[index] ?? "")) ? one.steps.map(shown) : one.steps,
  );
  return { steps, why: ["clauses", ...each.flatMap((one) => one.why)] };
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
  const named = clauses.map((clause) => describedIn(plainOf(clause), situation.issues, SURE_SCORE));
  const numbers = named.flatMap((found) => (found.length === 1 ? (found[0]?.number ?? []) : []));
  return numbers.length === clauses.length ? eachOf(clauses, numbers, situation, "described-clauses") : null;
}

function beginsWithNumber(clause: string, situation: Situation): boolean {
  const [first] = referencesIn(plainOf(clause), isKnownIn(situation));
  return first !== undefined && clause.slice(0, first.start).trim() === "";
}
