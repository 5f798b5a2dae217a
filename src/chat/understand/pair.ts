import { isCoordinator, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import type { Question, Step, Understood } from "./outcome.ts";
import { commandsIn } from "./several.ts";
import { candidatesFor, describedIn, issueIn, mayMove, numbersNamed, SURE_SCORE } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { MERGES_TWO, NOT_ONE } from "./zh-cn-pair.ts";
import { calledInto, guessedTogether, listedInto, togetherSaid } from "./zh-cn-together.ts";

/** 这两件其实是一回事，合并吧: two issues that are not named, but were shown, or called by a word of both. */

/** Null: nothing of the kind is said. Which two, is asked where it cannot be known. */
export function pairMeant(text: string, situation: Situation): Understood | null {
  const plain = plainOf(text);
  if (!isStaff(situation.who)) return ownWithAnother(plain, situation);
  if (!isCoordinator(situation.who) || !MERGES_TWO.test(plain) || NOT_ONE.test(plain)) return null;
  if (numbersNamed(plain, situation).length > 0 || commandsIn(text, situation).length > 0) return null;
  const [into, merged, ...more] = [...new Set(pairShown(situation) ?? pairDescribed(plain, situation))].toSorted(
    byNumber,
  );
  if (into === undefined || merged === undefined || more.length > 0)
    return { steps: [{ kind: "tell", told: "which-two" }], why: ["pair", "unknown"], keepsQuestion: true };
  const doing = { command: "merge", word: wordOfMerge(situation), number: merged, rest: String(into) };
  return { steps: [{ kind: "offer", doing }], why: ["pair"], answers: true };
}

/**
 * 33跟30是一个事, said by a company: its own goes into the other one, of two own ones the newer into the older. 2号并到45里: the one that
 * is said goes into the one that is said.
 */
function ownWithAnother(plain: string, situation: Situation): Understood | null {
  if (situation.quote?.by === "person") return null;
  const called = calledInto(plain);
  if (called !== null) return calledOne(called, situation);
  const listed = listedInto(plain);
  const each = listed === null ? null : eachInto(listed, situation);
  if (each !== null) return each;
  const { number, first } = togetherSaid(guessedTogether(plain) ?? plain) ?? {};
  if (number == null || first === undefined) return null;
  const [one, other] = [issueIn(situation, first), issueIn(situation, number)];
  if (one === undefined || other === undefined || one === other) return null;
  const [from] = [one, other].filter((issue) => mayMove("withdraw", issue)).toSorted((a, b) => b.number - a.number);
  if (from === undefined) return null;
  return goInto([from], from === one ? other.number : one.number, situation);
}

/** 48、23都并到2里: each of them, where all are in sight and may be taken back. */
function eachInto(
  { from, into }: { readonly from: readonly number[]; readonly into: number },
  situation: Situation,
): Understood | null {
  const numbers = [...new Set(from)].filter((one) => one !== into);
  const issues = numbers.flatMap((number) => issueIn(situation, number) ?? []);
  const isAble = issues.length === numbers.length && issues.every((one) => mayMove("withdraw", one));
  return isAble && issues.length > 0 && issueIn(situation, into) !== undefined ? goInto(issues, into, situation) : null;
}

/** What is taken back with it is seen first. */
function goInto(issues: readonly InSight[], into: number, situation: Situation): Understood {
  const steps = issues.map(({ number }): Step => {
    const doing = { command: "merge", word: wordOfMerge(situation), number, rest: String(into) };
    return { kind: "offer", doing: { ...doing, sure: true } };
  });
  return { steps, why: ["pair", "own"], answers: true };
}

/** 英文那个并到23里: of the own ones the one of these words; where it cannot be known which, that is asked. */
function calledOne(
  { words, into }: { readonly words: string; readonly into: number },
  situation: Situation,
): Understood | null {
  if (issueIn(situation, into) === undefined) return null;
  const able = candidatesFor("withdraw", situation.issues).filter((one) => one.number !== into);
  const told = describedIn(words, able);
  const [only, ...more] = told.length === 0 ? able : told;
  if (only === undefined) return null;
  if (more.length === 0) return goInto([only], into, situation);
  const doing = {
    command: "merge",
    word: wordOfMerge(situation),
    number: null,
    rest: String(into),
    sure: true,
  } as const;
  const among = [only, ...more].map(({ number }) => number);
  return { steps: [{ kind: "which", doing, among }], why: ["pair", "own"], answers: true };
}

function wordOfMerge({ commands }: Situation): string {
  return commands.find(({ name }) => name === "merge")?.words[0] ?? "merge";
}

/** Kept with what shows two that may be one: no word of a command, and no mere yes, merges them. */
const PAIR = "pair";

/** What stays open behind a card that shows the two. */
export function pairKept(merged: number, into: number, word: string): Question {
  const doing = { command: "merge", word, number: merged, rest: String(into) };
  return { ask: "ways", ways: [{ said: PAIR, number: into, doing }] };
}

const byNumber = (one: number, other: number) => one - other;

/** The two that the quoted message is about, or that were asked about, or offered to be one. */
function pairShown({ quote, question }: Situation): readonly number[] | null {
  const asked = question?.ask === "which" ? question.among : (question?.ask === "offer" && offered(question)) || [];
  const alike =
    question?.ask === "ways" ? question.ways.find(({ said }) => said === PAIR || said === "merge")?.doing : undefined;
  const lists = [quote?.numbers ?? [], asked, alike?.number == null ? [] : [alike.number, Number(alike.rest)]];
  return lists.find((numbers) => new Set(numbers).size === 2) ?? null;
}

function offered({ doings }: Extract<Question, { ask: "offer" }>): readonly number[] {
  return doings.flatMap(({ number }) => number ?? []);
}

function pairDescribed(plain: string, { issues }: Situation): readonly number[] {
  return describedIn(plain, candidatesFor("merge", issues), SURE_SCORE).map(({ number }) => number);
}
