import { isOfficial } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { leftBeside } from "./any-of.ts";
import { contentOf } from "./content.ts";
import { deed, shownFirst } from "./make.ts";
import type { Step } from "./outcome.ts";
import { type Reading, read } from "./reading.ts";
import { issueIn, mayMove } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { reportOf } from "./told-of-work.ts";
import { asksSomething, requests } from "./zh-cn-asks.ts";
import { POSTPONES } from "./zh-cn-company.ts";
import { saysNothing } from "./zh-cn-courtesy.ts";
import { isKept } from "./zh-cn-for-company.ts";
import { saysOnlyLater } from "./zh-cn-later.ts";
import { clausesWithEnds, PLANS_A_VISIT, withoutEnd } from "./zh-cn-pieces.ts";
import { isTime } from "./zh-cn-times.ts";
import {
  BESIDE_TAKING,
  IS_TAKEN_ON,
  ITS_NUMBER,
  SAYS_IT_IS_TAKEN,
  SEEN_TO,
  SIGNS_LATER,
  TAKES_BY_WORDS,
  TELLS_WHEN,
  TO_ANOTHER,
  UNDECIDED,
  WILL_SEE_TO_IT,
} from "./zh-cn-work.ts";

/** What is said in one message with 签收, and would be lost with it: 8号签收。联系了企业吴总，定于12月12号上门. */

type About = (reading: Reading) => readonly Step[] | null;

/** The same steps, with what else was said with each 签收 of them. `about`: what is understood of one issue. */
export function withBesides(steps: readonly Step[], situation: Situation, about: About): readonly Step[] {
  return steps.flatMap((step) => {
    if (!("doing" in step) || step.doing.command !== "sign" || step.doing.number === null) return [step];
    const issue = issueIn(situation, step.doing.number);
    if (issue === undefined || step.kind === "need" || step.kind === "which") return [step];
    return [step, ...besidesSigning(issue, step.doing.rest, situation, about)];
  });
}

/** What the rest of a message means, said of an issue as if it were signed for. `about`: what is understood of one issue. */
export function besidesSigning(issue: InSight, text: string, situation: Situation, about: About): readonly Step[] {
  if (!isOfficial(situation.who) || !issue.parties.includes("lead")) return [];
  const whole = contentOf(text, "sign", situation);
  const signed = asSigned(issue);
  // 已安排摸排，先别跟企业讲: what keeps it from the company is no part that may be cut off.
  if (isKept(plainOf(whole))) return [noted(whole, signed, situation)];
  const content = told(whole);
  if (content === "") return [];
  const issues = situation.issues.map((one) => (one === issue ? signed : one));
  const quote = { by: "bot", numbers: [issue.number] } as const;
  const reading = read(content, { ...situation, issues, question: null, quote });
  const steps = (about(reading) ?? []).filter((step) => isTold(step, issue));
  if (steps.length > 0) return steps;
  const report = reportOf(signed, reading);
  return report === null ? asNote(content, signed, situation) : [{ kind: "offer", doing: report }];
}

export function asSigned(issue: InSight): InSight {
  return { ...issue, title: issue.title, state: "in_progress" };
}

/** A move of this issue that keeps what was said. */
function isTold(step: Step, { number }: InSight): boolean {
  return "doing" in step && step.doing.number === number && KEPT_BY.has(step.doing.command);
}

const KEPT_BY: ReadonlySet<string> = new Set([
  "contact",
  "measure",
  "progress",
  "answer",
  "ask",
  "note",
  "extend",
  "hold",
  "assist",
]);

/** What is no move: kept among the departments, if it is to be. That it comes later is nothing to be kept. */
function asNote(content: string, issue: InSight, situation: Situation): readonly Step[] {
  const plain = plainOf(content);
  const isPutOff = saysOnlyLater(plain) || (POSTPONES.test(plain) && !TELLS_WHEN.test(plain));
  if ([...content].length < SHORTEST_NOTE || isPutOff || !mayMove("note", issue)) return [];
  return [shownFirst(noted(content, issue, situation))];
}

function noted(content: string, { number }: InSight, situation: Situation): Step {
  return { kind: "do", doing: deed("note", situation, number, content) };
}

const SHORTEST_NOTE = 4;

/** From the first clause on that says more than that it is taken and will be seen to, up to the last such. */
function told(content: string): string {
  const clauses = clausesWithEnds(content);
  const first = clauses.findIndex(saysMore);
  if (first < 0) return "";
  const last = clauses.findLastIndex(saysMore);
  // 马上派人剪，今天四点前: what shall be done by then is told with it.
  const isTimeAlone = isTime(plainOf(withoutEnd(clauses[first] ?? "")).trim());
  return clauses
    .slice(isTimeAlone ? Math.max(0, first - 1) : first, last + 1)
    .join("")
    .replace(/[\s,，;；]+$/u, "");
}

function saysMore(clause: string): boolean {
  const plain = plainOf(withoutEnd(clause));
  const isToColleague = TO_ANOTHER.test(plain) && !PLANS_A_VISIT.test(plain);
  if (TAKES_BY_WORDS.test(plain) || isToColleague) return false;
  const left = plain.replace(SAYS_IT_IS_TAKEN, "").replace(ITS_NUMBER, "");
  if (
    saysNothing(plain) ||
    (asksSomething(plain) && !requests(plain)) ||
    leftBeside(left, BESIDE_TAKING) <= NEXT_TO_NOTHING
  )
    return false;
  const isMerelySeenTo =
    WILL_SEE_TO_IT.test(left.trim()) && (UNDECIDED.test(plain) || leftBeside(left, SEEN_TO) <= NEXT_TO_NOTHING);
  return !isMerelySeenTo && !IS_TAKEN_ON.test(left.trim()) && !SIGNS_LATER.test(plain);
}

const NEXT_TO_NOTHING = 1;
