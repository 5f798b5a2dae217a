import { cleanText } from "../../messages/escape.ts";
import { allMeant } from "./all.ts";
import { type Answer, answerTo } from "./answers.ts";
import { aboutIssues } from "./free.ts";
import { otherwise, wishedFor } from "./otherwise.ts";
import type { Question, Step, Understood } from "./outcome.ts";
import type { Parsed } from "./parse.ts";
import { plainOf } from "./plain.ts";
import { read } from "./reading.ts";
import { commandsIn } from "./several.ts";
import { isKnownIn } from "./sight.ts";
import type { Situation, Speakable } from "./situation.ts";
import { stepsOf } from "./strict.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { numberedClauses } from "./zh-cn-pieces.ts";

/** What a message means: pure, at once, and the same for the same situation. */

type Command = Extract<Parsed<Speakable>, { kind: "command" }>;

export function understand(said: string, situation: Situation): Understood {
  const text = cleanText(said).trim();
  const { question } = situation;
  const strict = commandsIn(text, situation);
  if (question !== null) {
    const before = whileAsked(question, text, situation, strict);
    if (before !== null) return before;
  }
  if (strict.length > 0) return { steps: strict.flatMap((one) => stepsOf(one, situation)), why: ["command"] };
  return freely(text, situation);
}

/** What was asked is looked at first: short words answer it, a command's own words do not. */
function whileAsked(
  question: Question,
  text: string,
  situation: Situation,
  strict: readonly Command[],
): Understood | null {
  if (strict.length > 0) return null;
  const answer = answerTo(question, text, situation);
  switch (answer.kind) {
    case "answered":
      return answeredBy(answer, question, text, situation);
    case "waits":
      return { steps: [{ kind: "silence" }], why: ["courtesy"], keepsQuestion: true };
    case "refused":
      return afterNo(question, text, answer.rest, situation);
    case "other":
      return orSilent(freely(text, { ...situation, question: null }));
  }
}

/** 哦看错了，已经好了, asked why it is not solved: what is said of the issue itself counts before the text that was asked for. */
function answeredBy(
  { steps }: Extract<Answer, { kind: "answered" }>,
  question: Question,
  text: string,
  situation: Situation,
): Understood {
  if (question.ask === "need" && (question.what === "reason" || question.what === "text")) {
    const other = aboutTheIssue(question, text, situation);
    if (other !== null) return { steps: other, why: ["about-the-issue"], answers: true };
  }
  return { steps, why: ["answer"], answers: true };
}

function aboutTheIssue(
  { doing }: Extract<Question, { ask: "need" }>,
  text: string,
  situation: Situation,
): readonly Step[] | null {
  if (doing.number === null || doing.command !== "unsolved") return null;
  const quote = { by: "bot", numbers: [doing.number] } as const;
  const steps = aboutIssues(read(text, { ...situation, question: null, quote })) ?? [];
  return steps.some((step) => "doing" in step && (step.doing.command === "solved" || step.doing.command === "accept"))
    ? steps
    : null;
}

/** A no alone is silence; 不是，还没好呢 says what is meant instead. */
function afterNo(question: Question, text: string, rest: string, situation: Situation): Understood {
  const numbers = question.ask === "offer" ? question.doings.flatMap((one) => one.number ?? []) : [];
  const quote = numbers.length === 0 ? situation.quote : { by: "bot" as const, numbers };
  const other = otherNumber(question, rest, situation);
  if (other !== null) return { steps: [other], why: ["no", "other-number"], answers: true };
  if ([...rest].length >= 3) {
    const asked = new Set(
      question.ask === "offer" ? question.doings.map((one) => one.command) : [question.doing.command],
    );
    const steps =
      aboutIssues(read(rest, { ...situation, question: null, quote })) ??
      aboutIssues(read(text, { ...situation, question: null, quote }));
    const isOther =
      steps?.some((step) => "doing" in step && !asked.has(step.doing.command) && step.doing.command !== "withdraw") ===
      true;
    if (steps !== null && isOther) return { steps, why: ["no", "but"], answers: true };
  }
  return { steps: [{ kind: "silence" }], why: ["no"], answers: true };
}

/** 错了，是9号: the same of another issue. */
function otherNumber(question: Question, rest: string, situation: Situation): Step | null {
  const [doing] = question.ask === "offer" ? question.doings : [];
  const [other] = referencesIn(plainOf(rest), isKnownIn(situation));
  if (
    doing?.number == null ||
    other === undefined ||
    other.number === doing.number ||
    [...rest].length > LONGEST_NUMBER
  )
    return null;
  return { kind: "offer", doing: { ...doing, number: other.number } };
}

/** More than a number says more. */
const LONGEST_NUMBER = 8;

/** While something is open, what is not understood is talk among people. */
function orSilent(understood: Understood): Understood {
  return understood.steps.every((step) => step.kind === "unknown")
    ? { steps: [{ kind: "silence" }], why: [...understood.why, "aside"] }
    : understood;
}

function freely(text: string, situation: Situation): Understood {
  const reading = read(text, situation);
  const { plain } = reading;
  if (plain === "") return { steps: [{ kind: "unknown" }], why: ["empty"] };
  const first = wishedFor(reading);
  if (first !== null) return first;
  const all = allMeant(reading);
  if (all !== null) return all;
  const each = clauseByClause(text, situation);
  if (each !== null) return each;
  const steps = aboutIssues(reading);
  if (steps !== null) return { steps, why: ["issue"] };
  return otherwise(reading);
}

/** 20签收，9不是我们的: clauses that begin with a number each are understood each for itself. */
function clauseByClause(text: string, situation: Situation): Understood | null {
  const clauses = numberedClauses(text);
  if (clauses.length < 2 || clauses.some((clause) => !beginsWithNumber(clause, situation))) return null;
  const each = clauses.map((clause) => understand(clause, { ...situation, question: null, quote: null }));
  return { steps: each.flatMap((one) => one.steps), why: ["clauses", ...each.flatMap((one) => one.why)] };
}

function beginsWithNumber(clause: string, situation: Situation): boolean {
  const [first] = referencesIn(plainOf(clause), isKnownIn(situation));
  return first !== undefined && clause.slice(0, first.start).trim() === "";
}
