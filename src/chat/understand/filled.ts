import { withExcepted, withFirmsExcepted } from "../../domain/common/zh-cn-excepted.ts";
import { isStaff } from "../../domain/issue/issue.ts";
import type { Department } from "../../domain/park/org.ts";
import { plainOf } from "../../domain/plain.ts";
import { describedAlone, numbersChosen } from "./chosen.ts";
import { toldWith } from "./doing-of.ts";
import { exceptedHere } from "./excepted.ts";
import { shownFirst } from "./make.ts";
import type { Doing, Question, Step } from "./outcome.ts";
import { digitsIn } from "./parse.ts";
import { LOOKED_AT } from "./reading.ts";
import { numbersNamed } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { missingFrom } from "./strict.ts";
import { unitsIn } from "./units.ts";
import { onDuty } from "./zh-cn-absence.ts";
import * as said from "./zh-cn-answers.ts";
import { calledIn, commonNamed } from "./zh-cn-common-free.ts";
import { isAnswerToAll } from "./zh-cn-common-offered.ts";
import { isGreeting } from "./zh-cn-courtesy.ts";
import { firstDate } from "./zh-cn-dates.ts";
import { isDisowned } from "./zh-cn-denied.ts";
import { markIn } from "./zh-cn-marks.ts";
import { intoAlone } from "./zh-cn-merging.ts";
import { placeNumber, placesSaid } from "./zh-cn-numbers.ts";
import { isThanks } from "./zh-cn-parse.ts";
import { givenTo, isNumbersOnly, raisedFor, standsIn } from "./zh-cn-pieces.ts";
import { IS_BROKEN_AGAIN } from "./zh-cn-restoring.ts";
import { STILL_DOES_NOT } from "./zh-cn-waiting.ts";
import { BARE_YES } from "./zh-cn-work.ts";

/** What was asked for, found in an answer and put where it was missing. */

export type Need = Extract<Question, { ask: "need" }>;

/** The step with what was missing, or null: the text does not hold it. */
export function filledWith(question: Need, text: string, situation: Situation): Step | null {
  const { doing, what } = question;
  const plain = plainOf(text);
  switch (what) {
    case "text":
    case "reason": {
      const held = whomItLeavesOut(doing, text, situation);
      if (held !== null) return held;
      // 好，同意 is no text of an order.
      if (doing.command === "supervise" && (said.isYesAlone(plain) || said.DECIDES.test(plain))) return null;
      return saysIt(plain) || (!isStaff(situation.who) && STILL_DOES_NOT.test(plain))
        ? again({ ...doing, rest: withText(doing, text, situation) }, situation)
        : null;
    }
    case "number":
      return numberFilled(question, plain, situation);
    case "date": {
      const date = firstDate(text, situation.now, situation.park.calendar);
      if (date === null) return null;
      return again(
        { ...doing, rest: [text.slice(date.start, date.end), doing.rest].filter((one) => one !== "").join(" ") },
        situation,
      );
    }
    case "stars":
      return starsFilled(question, text);
    case "unit":
      return unitFilled(question, text, situation);
    case "company":
      return companyFilled(question, text, situation);
    case "person": {
      // 刘洋值班: another order, in which somebody is named.
      if (onDuty(plain) !== null) return null;
      const name = plain.replace(said.AROUND_A_NAME, "");
      const person = situation.park.org.people.find((one) => plain.includes(one.name) || one.name === name);
      return person === undefined ? null : { kind: "do", doing: { ...doing, rest: standsIn(doing.rest, person.name) } };
    }
  }
}

/** 周长友那边先不回, asked for the text of an answer to all: whom it is not for, and no text. */
function whomItLeavesOut(doing: Doing, text: string, { park }: Situation): Step | null {
  if (!isAnswerToAll(doing)) return null;
  const { text: left, except, companies } = exceptedHere(text, park);
  if (left !== "" || except.length + companies.length === 0) return null;
  const held = withFirmsExcepted(companies, withExcepted({ text: "", except }));
  return { kind: "do", doing: { ...doing, rest: `${doing.rest} ${held}` } };
}

/** 批示一下，请经发局牵头: the words to whoever passes an order on are no part of it. */
function withText({ command, rest }: Doing, written: string, situation: Situation): string {
  const text = written.replace(said.WRITES, "");
  const told = command === "supervise" ? toldWith(command, text, situation) : "";
  return [rest, told || text.trim()].filter((one) => one !== "").join(" ");
}

/** Nothing was listed, so that a figure is no place: whoever carries it out says that there is no such number. */
function numberFilled({ doing }: Need, said: string, situation: Situation): Step | null {
  if (doing.command === "common") return commonFilled(doing, said);
  const known = situation.issues.map((one) => one.number);
  const figures = isNumbersOnly(said) ? digitsIn(said).filter((one) => one <= HIGHEST_SAID) : [];
  // 并到3, which may be of no issue in sight.
  const into = doing.command === "merge" ? intoAlone(said) : null;
  const [number] = into !== null ? [into] : figures.length === 1 ? figures : numbersChosen(said, known);
  const meant = number ?? describedAlone(said, situation.issues, situation);
  if (meant === undefined) return null;
  // Which one is known already: it is the other that was asked for.
  const filled = again(
    doing.number === null ? { ...doing, number: meant } : { ...doing, rest: String(meant) },
    situation,
  );
  // What goes to a head with words that were said before the issue was known is shown with it.
  return doing.command === "supervise" ? shownFirst(filled) : filled;
}

/** G3, 三号, 停电那个: a common problem by its own number or by words of its title, never an issue. */
function commonFilled(doing: Doing, said: string): Step | null {
  const which = commonNamed(said);
  if (which === null) return null;
  if ("number" in which) return { kind: "do", doing: { ...doing, number: which.number } };
  return { kind: "do", doing: { ...doing, rest: calledIn(doing.rest, which.words) } };
}

/** As many digits as a command's number has at most. */
const HIGHEST_SAID = 999_999_999;

function starsFilled({ doing }: Need, text: string): Step | null {
  const plain = plainOf(text);
  const mark = markIn(plain);
  // 又不行了 有个人的名字打错了: no mark for what is not settled after all.
  if (mark === null || (!mark.sure && IS_BROKEN_AGAIN.test(plain))) return null;
  const rated = { ...doing, rest: [String(mark.mark), ...(plain.length > 2 ? [text.trim()] : [])].join(" ") };
  return { kind: mark.sure ? "do" : "offer", doing: rated };
}

/** With it the command may be whole, or the next thing is missing. */
function again(doing: Doing, situation: Situation): Step {
  const what = missingFrom(doing, situation);
  return what === null ? { kind: "do", doing } : { kind: "need", doing, what };
}

function saysIt(plain: string): boolean {
  if (BARE_YES.test(plain) || isThanks(plain) || isGreeting(plain) || said.GIVES_UP.test(plain)) return false;
  return !said.isMereNo(plain);
}

function optionIn({ options = [] }: Need, plain: string): string | undefined {
  const place = (said.PLACE.exec(plain) ?? said.PLACE_AND_MORE.exec(plain))?.[1];
  const [at] = place === undefined ? placesSaid(plain, options.length) : [placeNumber(place)];
  return at === undefined ? undefined : options[at - 1];
}

/** 住建, asked for a unit: what is said alone names one as it does behind 给. */
function unitNamed(plain: string, { park }: Situation): Department | undefined {
  return [plain, givenTo(plain)].map((one) => unitsIn(one, park)[0]?.found).find((one) => one !== undefined);
}

/** 3号跟2号都是供电的, asked who shall have #28: what is said of other issues by their numbers is no answer. */
function isOfOthers({ doing }: Need, plain: string, situation: Situation): boolean {
  const { start = 0 } = unitsIn(plain, situation.park)[0] ?? {};
  return numbersNamed(plain.slice(0, start), situation).some(({ number }) => number !== doing.number);
}

function unitFilled(question: Need, text: string, situation: Situation): Step | null {
  const { doing } = question;
  const plain = plainOf(text);
  const option = optionIn(question, plain);
  const unit =
    option === undefined
      ? unitNamed(plain.slice(0, LOOKED_AT), situation)
      : situation.park.org.departments.find((one) => one.name === option);
  if (unit === undefined || (option === undefined && (isDisowned(plain) || isOfOthers(question, plain, situation))))
    return null;
  const more = text.slice(said.PLACE_AND_MORE.exec(plain)?.[0].length ?? text.length).trim();
  const isHanded = doing.command === "dispatch" || doing.command === "assist";
  const rest = isHanded ? [unit.name, more].filter((one) => one !== "").join(" ") : doing.rest;
  return again({ ...doing, rest: rest === "" ? text.trim() : rest, unit: unit.code }, situation);
}

function companyFilled(question: Need, text: string, { park }: Situation): Step | null {
  const { doing } = question;
  const plain = plainOf(text);
  const named = optionIn(question, plain) ?? text.replace(said.AROUND_A_NAME, "").trim();
  const match = park.directory.companyNamed(named);
  const found =
    match.kind === "one"
      ? match.found
      : park.org.enterprises.find((one) => [one.name, ...one.aliases].some((name) => plain.includes(plainOf(name))));
  // 湖南: of several that may be meant the command asks which.
  if (found === undefined && match.kind === "many" && doing.command !== "for") return naming(named);
  if (found === undefined) return null;
  if (doing.command === "for") return { kind: "do", doing: { ...doing, rest: raisedFor(found.name, doing.rest) } };
  return naming(found.name);
}

function naming(company: string): Step {
  return { kind: "do", doing: { command: "iam", word: "iam", number: null, rest: company } };
}
