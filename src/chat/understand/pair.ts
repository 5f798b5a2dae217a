import { isCoordinator, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import type { Question, Understood } from "./outcome.ts";
import { commandsIn } from "./several.ts";
import { candidatesFor, describedIn, issueIn, mayMove, numbersNamed, SURE_SCORE } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { MERGES_TWO, NOT_ONE } from "./zh-cn-pair.ts";
import { guessedTogether, togetherSaid } from "./zh-cn-together.ts";

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

/** 33跟30是一个事, said by a company: its own goes into the other one, the newer of two own ones into the older. */
function ownWithAnother(plain: string, situation: Situation): Understood | null {
  const { number, first } = togetherSaid(guessedTogether(plain) ?? plain) ?? {};
  if (number == null || first === undefined || situation.quote?.by === "person") return null;
  const [one, other] = [issueIn(situation, first), issueIn(situation, number)];
  if (one === undefined || other === undefined || one === other) return null;
  const [from, ...more] = [one, other]
    .filter((issue) => mayMove("withdraw", issue))
    .toSorted((a, b) => b.number - a.number);
  const into = more[0] ?? (from === one ? other : one);
  if (from === undefined) return null;
  const doing = { command: "merge", word: wordOfMerge(situation), number: from.number, rest: String(into.number) };
  // What is taken back with it is seen first.
  return { steps: [{ kind: "offer", doing: { ...doing, sure: true } }], why: ["pair", "own"], answers: true };
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
