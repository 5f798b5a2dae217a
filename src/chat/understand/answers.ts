import type { Doing, Question, Step } from "./outcome.ts";
import { plainOf } from "./plain.ts";
import { describedIn, isKnownIn, issueIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { checked, missingFrom } from "./strict.ts";
import { unitsIn } from "./units.ts";
import * as said from "./zh-cn-answers.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { isGreeting } from "./zh-cn-courtesy.ts";
import { firstDate } from "./zh-cn-dates.ts";
import { markIn } from "./zh-cn-marks.ts";
import { placeNumber, placesSaid, referencesIn } from "./zh-cn-numbers.ts";
import { isThanks } from "./zh-cn-parse.ts";
import { clausesOf, isNumbersOnly, raisedFor, standsIn, withoutLead } from "./zh-cn-pieces.ts";

/** Whether a message answers what the bot last asked this person here, and with what. */
export type Answer =
  | { readonly kind: "answered"; readonly steps: readonly Step[] }
  /** A no: with what it goes on, when it says more. */
  | { readonly kind: "refused"; readonly rest: string }
  /** Thanks and the like: it is still waited for. */
  | { readonly kind: "waits" }
  /** It is about something else. */
  | { readonly kind: "other" };

const OTHER: Answer = { kind: "other" };

export function answerTo(question: Question, text: string, situation: Situation): Answer {
  switch (question.ask) {
    case "offer":
      return toOffer(question.doings, text, situation);
    case "which":
      return toWhich(question, text, situation);
    case "need":
      return toNeed(question, text, situation);
  }
}

function answered(...steps: readonly Step[]): Answer {
  return { kind: "answered", steps };
}

function done(doings: readonly Doing[]): Answer {
  return answered(...doings.map((doing) => ({ kind: "do" as const, doing })));
}

function toOffer(doings: readonly Doing[], text: string, situation: Situation): Answer {
  const [first] = doings;
  const another = first === undefined ? null : asAnother(first, text, situation);
  if (another !== null) return answered(another);
  const anew = said.NOT_SO.exec(plainOf(text));
  if (anew !== null) return toOffer(doings, text.slice(anew[0].length), situation);
  const plain = plainOf(text);
  const instead = said.INSTEAD.exec(plain);
  if (instead !== null && first !== undefined && first.rest !== "") {
    return answered({ kind: "offer", doing: { ...first, rest: text.slice(instead[0].length).trim() } });
  }
  const adds = said.ADDS.exec(plain);
  if (adds !== null && first !== undefined && first.rest !== "") {
    const rest = `${first.rest}\n${text.slice(adds[0].length).trim()}`;
    return answered({ kind: "offer", doing: { ...first, rest } });
  }
  const no = said.NO.exec(plain);
  if (no !== null) return { kind: "refused", rest: text.slice(no[0].length).trim() };
  const yes = said.YES.exec(plain);
  if (yes === null && endsInNo(plain)) return { kind: "refused", rest: "" };
  if (yes === null && praises(first, plain)) return done(doings);
  if (yes === null) return isThanks(plain) ? { kind: "waits" } : OTHER;
  const more = withoutLead(text.slice(yes[0].length));
  if (asksOfAnother(more, situation)) return OTHER;
  if (said.MERE_YES.test(plainOf(more))) return done(doings);
  const wish = said.WISHED_WITH.exec(plainOf(more))?.[1];
  if (wish !== undefined && first !== undefined)
    return done([{ ...first, rest: `${said.taughtWish(wish)} ${first.rest}` }]);
  // 是的，宿舍那边也有两盏不亮: what is said on belongs to it, where it carries a text.
  if (first !== undefined && first.rest !== "" && doings.length === 1)
    return done([{ ...first, rest: `${first.rest}\n${more}` }]);
  return [...plain].length <= LONGEST_YES ? done(doings) : OTHER;
}

/** 作为答复发出去: what was shown as a note is shown as an answer. */
function asAnother(doing: Doing, text: string, { commands }: Situation): Step | null {
  const word = said.AS_ANOTHER.exec(plainOf(text))?.[1];
  const command = word === undefined ? undefined : commands.find(({ words }) => words.includes(word));
  if (command === undefined || word === undefined || doing.rest === "" || doing.number === null) return null;
  return { kind: "offer", doing: { command: command.name, word, number: doing.number, rest: doing.rest } };
}

/** 我就问问，不用报. */
function endsInNo(plain: string): boolean {
  const last = clausesOf(plain).at(-1) ?? "";
  return [...plain].length <= LONGEST_NO && said.NO.test(last);
}

/** 五星好评, asked whether it is solved. */
function praises(doing: Doing | undefined, plain: string): boolean {
  return doing?.command === "solved" && (markIn(plain)?.mark ?? 0) >= GOOD_MARK;
}

const GOOD_MARK = 4;
const LONGEST_NO = 16;
const LONGEST_YES = 12;

/** 好的，光纤那个修了没: a question about an issue that is there. */
function asksOfAnother(more: string, situation: Situation): boolean {
  const plain = plainOf(more);
  if (!asksSomething(plain)) return false;
  return referencesIn(plain, isKnownIn(situation)).length > 0 || describedIn(plain, situation.issues).length > 0;
}

function toWhich({ doing, among }: Extract<Question, { ask: "which" }>, text: string, situation: Situation): Answer {
  const plain = plainOf(text);
  const chosen = chosenIn(plain, among, situation);
  if (chosen.length > 0) {
    const spec = situation.commands.find((one) => one.name === doing.command);
    const filled = chosen.map((number) => ({ ...doing, number }));
    return answered(
      ...filled.map((one) =>
        spec === undefined ? { kind: "do" as const, doing: one } : checked(one, spec, situation),
      ),
    );
  }
  const no = said.NO.exec(plain);
  if (no !== null) return { kind: "refused", rest: text.slice(no[0].length).trim() };
  if (isMereYes(plain)) return answered({ kind: "which", doing, among });
  return isThanks(plain) ? { kind: "waits" } : OTHER;
}

/** 是, to what a yes does not answer: it is asked once more. */
function isMereYes(plain: string): boolean {
  const yes = said.YES.exec(plain);
  return yes !== null && said.MERE_YES.test(plain.slice(yes[0].length));
}

/** By number or place, all, the urgent one, the first, or by its words. */
function chosenIn(plain: string, among: readonly number[], situation: Situation): readonly number[] {
  const digits = isNumbersOnly(plain) ? [...plain.matchAll(/\d+/gu)].map(([one]) => Number(one)) : [];
  const byNumber = digits.filter((one) => among.includes(one));
  if (byNumber.length > 0 && byNumber.length === digits.length) return byNumber;
  const referred = referencesIn(plain, (number) => among.includes(number)).map((one) => one.number);
  if (referred.length > 0) return [...new Set(referred)].filter((one) => among.includes(one));
  const place = said.PLACE.exec(plain)?.[1];
  const at = place === undefined ? 0 : placeNumber(place);
  const byPlace = among[at - 1];
  if (byPlace !== undefined) return [byPlace];
  if (said.ALL.test(plain)) return among;
  const issues = among.flatMap((number) => issueIn(situation, number) ?? []);
  const described = describedIn(plain, issues);
  const [only] = described;
  if (described.length === 1 && only !== undefined) return [only.number];
  const urgent = issues.filter((one) => one.urgency === "urgent");
  if (said.URGENT_ONE.test(plain) && urgent.length === 1) return urgent.map((one) => one.number);
  if (said.FIRST_ONE.test(plain)) return among.slice(0, 1);
  return said.LAST_ONE.test(plain) ? among.slice(-1) : [];
}

type Need = Extract<Question, { ask: "need" }>;

function toNeed(question: Need, text: string, situation: Situation): Answer {
  const plain = plainOf(text);
  const filled = filledWith(question, text, situation);
  if (filled !== null) return answered(filled);
  const no = said.NO.exec(plain);
  if (no !== null && question.what !== "company") return { kind: "refused", rest: text.slice(no[0].length).trim() };
  if (isMereYes(plain)) return answered({ kind: "need", doing: question.doing, what: question.what });
  if (isThanks(plain)) return { kind: "waits" };
  if (question.what === "company" && said.NO_ANSWER.test(plain))
    return answered({ kind: "need", doing: question.doing, what: "company" });
  return OTHER;
}

/** The step with what was missing, or null: the text does not hold it. */
function filledWith(question: Need, text: string, situation: Situation): Step | null {
  const { doing, what } = question;
  const plain = plainOf(text);
  switch (what) {
    case "text":
    case "reason":
      return saysIt(plain)
        ? again({ ...doing, rest: [doing.rest, text.trim()].filter((one) => one !== "").join(" ") }, situation)
        : null;
    case "number": {
      const known = situation.issues.map((one) => one.number);
      const [number] = chosenIn(plain, known, { ...situation, issues: situation.issues });
      if (number === undefined || !isKnownIn(situation)(number)) return null;
      // Which one is known already: it is the other that was asked for.
      return again(doing.number === null ? { ...doing, number } : { ...doing, rest: String(number) }, situation);
    }
    case "date": {
      const date = firstDate(text, situation.now, situation.park.calendar);
      if (date === null) return null;
      return again(
        { ...doing, rest: [text.slice(date.start, date.end), doing.rest].filter((one) => one !== "").join(" ") },
        situation,
      );
    }
    case "stars": {
      const mark = markIn(plain);
      if (mark === null) return null;
      const rated = { ...doing, rest: [String(mark.mark), ...(plain.length > 2 ? [text.trim()] : [])].join(" ") };
      return { kind: mark.sure ? "do" : "offer", doing: rated };
    }
    case "unit":
      return unitFilled(question, text, situation);
    case "company":
      return companyFilled(question, text, situation);
    case "person": {
      const name = plain.replace(said.AROUND_A_NAME, "");
      const person = situation.park.org.people.find((one) => plain.includes(one.name) || one.name === name);
      return person === undefined ? null : { kind: "do", doing: { ...doing, rest: standsIn(doing.rest, person.name) } };
    }
  }
}

/** With it the command may be whole, or the next thing is missing. */
function again(doing: Doing, situation: Situation): Step {
  const what = missingFrom(doing, situation);
  return what === null ? { kind: "do", doing } : { kind: "need", doing, what };
}

function saysIt(plain: string): boolean {
  if (isThanks(plain) || isGreeting(plain)) return false;
  const no = said.NO.exec(plain);
  return no === null || [...plain].length - no[0].length > SHORT_NO;
}

/** A no with so little behind it gives no text. */
const SHORT_NO = 3;

function optionIn({ options = [] }: Need, plain: string): string | undefined {
  const place = (said.PLACE.exec(plain) ?? said.PLACE_AND_MORE.exec(plain))?.[1];
  const [at] = place === undefined ? placesSaid(plain, options.length) : [placeNumber(place)];
  return at === undefined ? undefined : options[at - 1];
}

function unitFilled(question: Need, text: string, situation: Situation): Step | null {
  const { doing } = question;
  const plain = plainOf(text);
  const option = optionIn(question, plain);
  const unit =
    option === undefined
      ? unitsIn(plain, situation.park)[0]?.found
      : situation.park.org.departments.find((one) => one.name === option);
  if (unit === undefined) return null;
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
