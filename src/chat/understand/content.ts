import { plainOf } from "../../domain/plain.ts";
import { isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { withoutTelling } from "./zh-cn-for-company.ts";
import { type Reference, referencesIn } from "./zh-cn-numbers.ts";
import { joinsOrLeads, withoutLead } from "./zh-cn-pieces.ts";
import { AND_SEND_IT, BEFORE_A_NUMBER, BEHIND_A_NUMBER, FOR_THE_COMPANY, leadIn, toDoSaid } from "./zh-cn-preamble.ts";
import { SAYS_IT_IS_TAKEN, TAKES_BY_WORDS } from "./zh-cn-work.ts";

/** What a text tells, without what is said to the bot before it: 三号那个可以答复企业了：线路已修复 tells 线路已修复. */

/** The text that goes with a move; empty where nothing is said but which issue is meant, and what is to be done with it. */
export function contentOf(text: string, command: string, situation: Situation): string {
  let rest = text.trim();
  // 3号督办一下, 督办一下3号, 答复3号企业: the number and the words for it come in any order.
  for (let turn = 0; turn < 2; turn++) {
    const numberless = withoutNumbers(rest, situation);
    const left = withoutToDo(numberless, command);
    const isBetween = left !== numberless && withoutNumbers(left, situation) !== left;
    rest = isBetween ? withoutCompany(withoutNumbers(left, situation)) : left;
  }
  if (LED_IN.has(command)) rest = withoutLeadIn(rest);
  if (command === "measure") rest = withoutTaken(rest);
  if (!GOES_OUT.has(command)) return rest.trim();
  return withoutTelling(command === "answer" ? rest.replace(AND_SEND_IT, "") : rest).trim();
}

/** What the company reads needs no word to whoever passes it on. */
export const GOES_OUT: ReadonlySet<string> = new Set(["answer", "progress"]);

/** What is kept as a text of its own. */
const LED_IN: ReadonlySet<string> = new Set(["answer", "correct", "progress", "measure", "feedback"]);

/** 那三个水压的都签了 是主管道的问题: that it is taken is no part of what is told. */
function withoutTaken(text: string): string {
  const plain = plainOf(text);
  const [first = ""] = plain.split(/[\s,，。;；、]/u, 1);
  const taken = TAKES_BY_WORDS.test(first) ? first.length : (SAYS_IT_IS_TAKEN.exec(plain)?.[0].length ?? 0);
  return withoutLead(text.slice(taken)).trim() || text;
}

function withoutLeadIn(text: string): string {
  const left = text.slice(leadIn(plainOf(text))?.length ?? 0).trim();
  return left === "" ? text : left;
}

function withoutCompany(text: string): string {
  return text.slice(FOR_THE_COMPANY.exec(plainOf(text))?.[0].length ?? 0);
}

/** Without the numbers of issues with which it begins. */
function withoutNumbers(text: string, situation: Situation): string {
  const plain = plainOf(text);
  const end = leading(plain, situation).at(-1)?.end;
  if (end === undefined) return text;
  const behind = BEHIND_A_NUMBER.exec(plain.slice(end))?.[0].length ?? 0;
  return text.slice(end + behind);
}

/** The issues that a text is about: those with whose numbers it begins, and not one that is only mentioned in it. */
export function numbersAhead(text: string, situation: Situation): readonly number[] {
  return leading(plainOf(text), situation).map((one) => one.number);
}

function leading(text: string, situation: Situation): readonly Reference[] {
  const plain = text.slice(0, BEGINNING);
  const from = BEFORE_A_NUMBER.exec(plain)?.[0].length ?? 0;
  const found: Reference[] = [];
  for (const reference of referencesIn(plain, isKnownIn(situation))) {
    const last = found.at(-1);
    const joins = last === undefined ? reference.start <= from : joinsOrLeads(plain.slice(last.end, reference.start));
    if (!joins && (last === undefined || reference.start > last.end)) break;
    found.push(reference);
  }
  return found;
}

/** No list of numbers at the beginning is longer. */
const BEGINNING = 100;

function withoutToDo(text: string, command: string): string {
  const said = toDoSaid(command, plainOf(text));
  return said === null ? text : withoutLead(text.slice(said.length));
}

/** Whether a text takes the place of one that was said before of the same move: its words are there again, or what is to be done is. */
export function isAnew(before: string, text: string, command: string, situation: Situation): boolean {
  const content = contentOf(text, command, situation);
  if (content === "" || lettersOf(content) === lettersOf(contentOf(before, command, situation))) return false;
  return toDoSaid(command, plainOf(withoutNumbers(text, situation))) !== null || sharedPairs(before, content) >= MOSTLY;
}

/** Whether what was sent was made from a draft: its words, or most of those of the shorter one, are there. */
export function isMadeFrom(draft: string, sent: string): boolean {
  const [given, said] = [lettersOf(draft), lettersOf(sent)];
  return (given !== "" && said.includes(given)) || sharedPairs(draft, sent) >= HALF;
}

const HALF = 0.5;

/** Of the pairs of letters of the shorter one so many are in the other: then it is the same, worded anew. */
const MOSTLY = 0.6;
/** Fewer pairs are alike by chance. */
const FEWEST_PAIRS = 4;

function sharedPairs(one: string, other: string): number {
  const [fewer = new Set<string>(), more = new Set<string>()] = [pairsOf(one), pairsOf(other)].sort(
    (a, b) => a.size - b.size,
  );
  if (fewer.size < FEWEST_PAIRS) return 0;
  return [...fewer].filter((pair) => more.has(pair)).length / fewer.size;
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = lettersOf(text);
  return new Set([...letters].slice(1).map((_, at) => letters.slice(at, at + 2)));
}

function lettersOf(text: string): string {
  return plainOf(text).replace(/[^\p{L}\d]/gu, "");
}
