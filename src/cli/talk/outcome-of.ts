import type { Doing, Question, Step, Told, Understood } from "../../chat/understand/outcome.ts";
import type { Situation } from "../../chat/understand/situation.ts";
import { isDanger } from "../../chat/understand/zh-cn-danger.ts";
import { firstDate, leadingDate } from "../../chat/understand/zh-cn-dates.ts";
import { promisedDate } from "../../chat/understand/zh-cn-days-told.ts";
import { issueForCompany, leaveSaid } from "../../chat/understand/zh-cn-phrases.ts";
import { readWishes } from "../../chat/understand/zh-cn-wishes.ts";
import { ACTIONS, isDoable, moveOf } from "../../domain/issue/lifecycle.ts";
import { plainOf } from "../../domain/plain.ts";
import { readInput } from "../../features/issues/move-input.ts";
import type { WantedStep } from "./line.ts";
import { stepNameOf } from "./names.ts";
import { asWords } from "./zh-cn-said.ts";

/** What was understood, in the words of the lines: with what the program itself will read out of each step. */
export function outcomeOf({ steps }: Understood, situation: Situation): readonly WantedStep[] {
  const all = steps.flatMap((step) => wantedOf(step, situation));
  // What was signed for before in the same message is not signed for again.
  return all.filter(
    (step, index) =>
      step.do !== "sign" || all.findIndex((one) => one.do === "sign" && one["n"] === step["n"]) === index,
  );
}

function wantedOf(step: Step, situation: Situation): readonly WantedStep[] {
  switch (step.kind) {
    case "do": {
      const done = doneOf(step.doing, situation);
      const dangerous = done.do === "submit" && typeof done["text"] === "string" && isDanger(done["text"]);
      if (dangerous) return [{ do: "danger" }, { ...done, urgency: "urgent" }];
      return signsFirst(step.doing, situation) ? [{ do: "sign", n: done["n"] }, done] : [done];
    }
    case "offer": {
      const done = doneOf(step.doing, situation);
      const dangerous = done.do === "submit" && typeof done["text"] === "string" && isDanger(done["text"]);
      return [{ do: "offer", step: dangerous ? { ...done, urgency: "urgent" } : done }];
    }
    case "which":
      return [{ do: "which", for: stepNameOf(step.doing.command) }];
    case "need":
      return [{ do: "need", for: stepNameOf(step.doing.command), what: step.what }];
    case "tell":
      return [{ do: TOLD_AS[step.told] }];
    default:
      return [{ do: step.kind }];
  }
}

/** What is told in return is a no with what can be done, or how something is done. */
const TOLD_AS: Readonly<Record<Told, string>> = {
  "order-stands": "decline",
  "request-stands": "decline",
  "dispatch-stands": "decline",
  "helper-stands": "decline",
  "unit-is-found": "decline",
  "no-request": "decline",
  "record-stands": "decline",
  "kept-on-board": "help",
  "words-of-units": "help",
  holidays: "help",
  "phone-of-staff": "decline",
  "common-or-issue": "which",
  "which-common": "which",
  "what-instead": "which",
  "what-a-common-problem-is": "help",
  "which-two": "which",
  "well-and-closed": "decline",
  "others-confirm": "decline",
  "join-stands": "decline",
  "urge-stands": "decline",
  "not-pressed": "decline",
  "nothing-to-file": "decline",
  "not-filed": "decline",
  "not-split": "decline",
  "company-stands": "decline",
  "none-of-that": "decline",
  "not-as-many": "decline",
  "no-figures": "decline",
  "lead-of-what": "which",
  "raised-elsewhere": "decline",
  "said-elsewhere": "decline",
  "say-in-private": "help",
  "what-confidence-is": "help",
  "confidence-stands": "decline",
  "confidence-from-outside": "decline",
  "not-in-text": "decline",
  "nothing-to-edit": "decline",
};

/** What is said of the work on an issue that nobody has signed for signs for it: two moves. */
function signsFirst({ command, number }: Doing, { issues }: Situation): boolean {
  const issue = issues.find((one) => one.number === number);
  const action = ACTIONS.find((one) => one === command);
  const first = action === undefined ? undefined : moveOf(action).first;
  return first === "sign" && issue !== undefined && moveOf(first).from.includes(issue.state);
}

function doneOf(doing: Doing, situation: Situation): WantedStep {
  const { command, number, rest } = doing;
  const base = { do: stepNameOf(command), ...(number === null ? {} : { n: number }) };
  switch (command) {
    case "submit":
      return { ...base, ...raisedOf(rest, situation) };
    case "for": {
      const said = issueForCompany(rest);
      const company = situation.park.directory.companyNamed(said?.company ?? "");
      return {
        ...base,
        ...raisedOf(said?.issue ?? rest, situation),
        company: company.kind === "one" ? company.found.code : said?.company,
      };
    }
    case "iam":
      return {
        ...base,
        ...waitingText(situation.question),
        company: situation.park.directory.companyNamed(rest).kind === "one" ? codeOfCompany(rest, situation) : rest,
      };
    case "merge":
      return { ...base, into: Number(/\d+/u.exec(rest)?.[0]) };
    case "search":
      return { ...base, words: asWords(rest) };
    case "duty":
      return { ...base, person: rest.split(/\s/u)[0] };
    case "leave":
      return { ...base, ...leaveOf(rest, situation) };
    case "company":
      return { ...base, company: codeOfCompany(rest, situation) };
    case "stats":
      return rest === "" ? base : { ...base, period: rest };
    default:
      return { ...base, ...movedOf(doing, situation) };
  }
}

/** Who stands in, and for how many days where a number is said. */
function leaveOf(rest: string, { now, park }: Situation) {
  const said = leaveSaid(rest);
  if (said === null) return {};
  const date = firstDate(said.long, now, park.calendar);
  return { person: said.substitute, ...(date?.kind === "days" ? { days: date.days } : {}) };
}

function codeOfCompany(name: string, { park }: Situation): string {
  const match = park.directory.companyNamed(name);
  return match.kind === "one" ? match.found.code : name;
}

function waitingText(question: Question | null) {
  const rest = question?.ask === "need" ? question.doing.rest : "";
  return rest === "" ? {} : { text: rest };
}

function raisedOf(rest: string, { park }: Situation) {
  const { text, urgency, confidential, category } = readWishes(
    rest,
    (name) => park.directory.categoryNamed(name) !== undefined,
  );
  return {
    text,
    urgency: isDanger(text) ? "urgent" : urgency,
    confidential,
    ...(category === undefined ? {} : { category }),
  };
}

/** What is read behind a move's number: unit, date, days, mark and text. */
function movedOf({ command, number, rest, unit, word }: Doing, situation: Situation) {
  const action = ACTIONS.find((one) => one === command);
  if (action === undefined || !isDoable(action)) return rest === "" ? {} : { text: rest };
  const read = readInput(
    { ...situation, id: number ?? 0, state: "submitted", suggestions: [], department: null, measure: "" },
    action,
    {
      word,
      rest,
      ...(unit === undefined ? {} : { unit }),
    },
  );
  if ("problem" in read) return { problem: read.problem };
  const { text, department, date, days, rating } = read.input;
  const timeZone = situation.park.org.park.timeZone;
  return {
    ...(number === null ? {} : { n: number }),
    ...(text === undefined ? {} : { text }),
    ...(department === undefined ? {} : { unit: department }),
    ...(date === undefined ? {} : { date: saidDay(rest, situation) ?? date.toLocaleDateString("sv-SE", { timeZone }) }),
    ...(days === undefined ? {} : { days }),
    ...(rating === undefined ? {} : { stars: rating }),
  };
}

/** The day as it was said, which may be a day off; the program counts to the end of a working day. */
function saidDay(rest: string, { now, park }: Situation): string | undefined {
  const said = promisedDate(rest, now, park.calendar) ?? leadingDate(rest, now, park.calendar)?.date;
  return said?.kind === "date" ? said.day : undefined;
}

/** Texts are compared without white space and punctuation at their ends. */
export function bare(text: string): string {
  return plainOf(text).replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "");
}
