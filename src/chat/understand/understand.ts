import { isStaff } from "../../domain/issue/issue.ts";
import { moveOf } from "../../domain/issue/lifecycle.ts";
import { cleanText } from "../../messages/escape.ts";
import { allMeant } from "./all.ts";
import { type Answer, answerTo } from "./answers.ts";
import { withBesides } from "./besides.ts";
import { contentOf, isAnew } from "./content.ts";
import { corrected } from "./corrected.ts";
import { eachClause } from "./each-clause.ts";
import { feedbackSaid } from "./feedback.ts";
import { aboutIssues } from "./free.ts";
import { otherwise, wishedFor } from "./otherwise.ts";
import type { Doing, Question, Step, Understood } from "./outcome.ts";
import type { Parsed } from "./parse.ts";
import { partsOf } from "./parts.ts";
import { plainOf } from "./plain.ts";
import { read } from "./reading.ts";
import { commandsIn } from "./several.ts";
import { isAction, isKnownIn } from "./sight.ts";
import type { Situation, Speakable } from "./situation.ts";
import { stepsOf } from "./strict.ts";
import { DROPS_IT, HEDGED } from "./zh-cn-answers.ts";
import { isAmongPeople, isToOthers } from "./zh-cn-aside.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { isDanger } from "./zh-cn-danger.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { asideIn } from "./zh-cn-pieces.ts";
import { denies } from "./zh-cn-results.ts";
import { RAISES } from "./zh-cn-strict.ts";

/** What a message means: pure, at once, and the same for the same situation. */

type Command = Extract<Parsed<Speakable>, { kind: "command" }>;

export function understand(said: string, situation: Situation): Understood {
  const understood = meant(cleanText(said).trim(), situation);
  return tellsOfDanger(understood) ? { ...understood, steps: [{ kind: "danger" }, ...understood.steps] } : understood;
}

/** What is added to an issue may tell of danger, too, and what is offered; of a new one whoever files it says whom to call. */
function tellsOfDanger({ steps }: Understood): boolean {
  return (
    steps.every((step) => step.kind !== "danger") &&
    steps.some(
      (step) =>
        "doing" in step &&
        isDanger(step.doing.rest) &&
        (step.doing.command === "supplement" || (step.kind === "offer" && RAISING.has(step.doing.command))),
    )
  );
}

const RAISING: ReadonlySet<string> = new Set(["submit", "for"]);

function meant(text: string, situation: Situation): Understood {
  const { question } = situation;
  const strict = commandsIn(text, situation);
  if (question !== null) {
    const before = whileAsked(question, text, situation, strict);
    if (before !== null) return before;
  }
  if (strict.length === 0) return freely(text, situation);
  return apart(text, strict, situation) ?? commanded(strict, situation);
}

/** 答复 3 变压器已更换。另外1号也处理完了: what is told of another issue behind a command is no part of its text. */
function apart(text: string, [only, ...more]: readonly Command[], situation: Situation): Understood | null {
  if (only === undefined || more.length > 0 || only.number === null || only.more.length > 0) return null;
  if (!isStaff(situation.who) || !isAction(only.spec.name)) return null;
  const [first, ...others] = partsOf(text, situation, { first: only.number, bySentence: true });
  if (first === undefined) return null;
  const alone = commandsIn(first, situation);
  const each = others.map((one) => freely(one, { ...situation, question: null, quote: null }));
  return {
    steps: [...commanded(alone, situation).steps, ...each.flatMap((one) => one.steps)],
    why: ["command", "clauses", ...each.flatMap((one) => one.why)],
  };
}

/** Each command as it is written; what is asked of another issue behind the last one is answered, too. */
function commanded(commands: readonly Command[], situation: Situation): Understood {
  const last = commands.at(-1);
  const aside = last === undefined || needsText(last) ? null : asideIn(last.rest);
  const refers =
    aside !== null &&
    (referencesIn(plainOf(aside), isKnownIn(situation)).length > 0 ||
      (!isStaff(situation.who) && RAISES.test(plainOf(aside))));
  if (last === undefined || !refers)
    return {
      steps: withBesides(
        commands.flatMap((one) => stepsOf(one, situation)),
        situation,
        aboutIssues,
      ),
      why: ["command"],
    };
  const alone = [...commands.slice(0, -1), { ...last, rest: "" }];
  const more = freely(aside, { ...situation, question: null, quote: null });
  return { steps: [...alone.flatMap((one) => stepsOf(one, situation)), ...more.steps], why: ["command", ...more.why] };
}

function needsText({ spec, number }: Command): boolean {
  return number === null || !isAction(spec.name) || moveOf(spec.name).needs !== "nothing";
}

/** What was asked is looked at first: short words answer it, a command's own words do not. */
function whileAsked(
  question: Question,
  text: string,
  situation: Situation,
  strict: readonly Command[],
): Understood | null {
  if (strict.length > 0) return null;
  const mended = corrected(question, text, situation);
  if (mended !== null) return { steps: [mended], why: ["corrected"], answers: true };
  const answer = answerTo(question, text, situation);
  switch (answer.kind) {
    case "answered":
      return answeredBy(answer, question, text, situation);
    case "waits":
      return { steps: [{ kind: "silence" }], why: ["courtesy"], keepsQuestion: true };
    case "refused":
      return afterNo(question, text, answer.rest, situation);
    case "other":
      return besides(question, freely(text, { ...situation, question: null }), text, situation);
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
    const inquiry = inquiryIn(text, situation);
    if (inquiry !== null) return inquiry;
    const other = aboutTheIssue(question, text, situation);
    if (other !== null) return { steps: other, why: ["about-the-issue"], answers: true };
  }
  return { steps: withBesides(steps, situation, aboutIssues), why: ["answer"], answers: true };
}

/** 我的待办有几件, asked for a text: a short question of another kind is none. */
function inquiryIn(text: string, situation: Situation): Understood | null {
  if ([...text].length > LONGEST_INQUIRY) return null;
  const understood = freely(text, { ...situation, question: null, quote: null });
  const isInquiry = understood.steps.every((step) => step.kind === "do" && INQUIRIES.has(step.doing.command));
  return isInquiry ? understood : null;
}

const LONGEST_INQUIRY = 14;
/** Questions about no single issue. */
const INQUIRIES: ReadonlySet<string> = new Set([
  "todo",
  "mine",
  "stats",
  "brief",
  "overdue",
  "unsigned",
  "units",
  "help",
  "human",
  "theme",
]);

function aboutTheIssue(
  { doing }: Extract<Question, { ask: "need" }>,
  text: string,
  situation: Situation,
): readonly Step[] | null {
  if (doing.number === null || doing.command !== "unsolved" || denies(plainOf(text))) return null;
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
      aboutIssues(read(text, { ...situation, question: null, quote })) ??
      aboutIssues(read(rest, { ...situation, question: null, quote }));
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

/**
 * While something is open, words that mean what was offered are a yes (确实好了), and what is not understood, or hardly sounds
 * like an issue, is talk among people, for which it stays open.
 */
function besides(question: Question, understood: Understood, text: string, situation: Situation): Understood {
  const { steps, why } = understood;
  const offered = question.ask === "offer" ? question.doings : [];
  const [step] = steps;
  const same = steps.length === 1 && step !== undefined && "doing" in step ? step.doing : null;
  const meant = offered.find(
    (one) => one.command === same?.command && one.number !== null && one.number === same.number,
  );
  if (meant !== undefined) return saidAgain(meant, text, why, situation);
  const detail = detailFor(question, understood, text);
  if (detail !== null) return { steps: [{ kind: "offer", doing: detail }], why: [...why, "detail"], answers: true };
  const isTalk = steps.every((one) => one.kind === "unknown") || (why[0] === "new" && FAINT.has(why[1] ?? ""));
  return isTalk ? { steps: [{ kind: "silence" }], why: [...why, "aside"], keepsQuestion: true } : understood;
}

/**
 * 确实好了, offered 已解决: a yes. Where the words themselves go out, more words are no yes to the first ones: both are shown, or go
 * together where whoever said them twice has said clearly enough that it is not solved. Who says the whole anew means the later.
 */
function saidAgain(offered: Doing, text: string, why: readonly string[], situation: Situation): Understood {
  const { command, rest } = offered;
  const more = contentOf(text, command, situation);
  if (rest !== "" && isAnew(rest, text, command, situation))
    return { steps: [{ kind: "offer", doing: { ...offered, rest: more } }], why: [...why, "anew"], answers: true };
  const adds = rest !== "" && !plainOf(rest).includes(plainOf(more));
  const doing = adds ? { ...offered, rest: `${rest}\n${more}` } : offered;
  const isShown = HEDGED.test(plainOf(text)) || (adds && command !== "unsolved");
  return {
    steps: [{ kind: isShown ? "offer" : "do", doing }],
    why: [...why, "same"],
    ...(isShown && { answers: true }),
  };
}

/** 在2号食堂旁边, told while an issue is offered: it belongs to its text, and is shown with it. */
function detailFor(question: Question, { steps, why }: Understood, text: string): Doing | null {
  const [doing, ...more] = question.ask === "offer" ? question.doings : [];
  if (doing === undefined || more.length > 0 || !CARRIES.has(doing.command)) return null;
  const plain = plainOf(text);
  const isFact = steps.every(
    (step) =>
      step.kind === "unknown" || step.kind === "silence" || ("doing" in step && RAISING.has(step.doing.command)),
  );
  const isOthers = why[0] === "courtesy" || isToOthers(plain) || isAmongPeople(plain);
  if (!isFact || isOthers || asksSomething(plain) || [...plain].length < SHORTEST_DETAIL) return null;
  // With more signs of its own it may be another matter, and takes the place of the first.
  if (why[0] === "new" && !FAINT.has(why[1] ?? "")) return null;
  return { ...doing, rest: `${doing.rest}\n${text}` };
}

const CARRIES: ReadonlySet<string> = new Set(["submit", "for", "supplement"]);
const SHORTEST_DETAIL = 3;

/** Signs of an issue, too few to drop a question for it. */
const FAINT: ReadonlySet<string> = new Set(["0", "1"]);

function freely(text: string, situation: Situation): Understood {
  const reading = read(text, situation);
  const { plain } = reading;
  if (plain === "") return { steps: [{ kind: "unknown" }], why: ["empty"] };
  if (situation.quote === null && DROPS_IT.test(plain)) return { steps: [{ kind: "unknown" }], why: ["no"] };
  const first = feedbackSaid(text, situation) ?? wishedFor(reading);
  if (first !== null) return first;
  const all = allMeant(reading);
  if (all !== null) return all;
  const each = eachClause(text, situation, understand);
  if (each !== null) return each;
  const steps = aboutIssues(reading);
  if (steps !== null) return { steps, why: ["issue"] };
  return otherwise(reading);
}
