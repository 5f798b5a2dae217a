import { isStaff } from "../../domain/issue/issue.ts";
import { moveOf } from "../../domain/issue/lifecycle.ts";
import { claimIn } from "../../domain/park/claim.ts";
import { MEANS_A_COMPANY } from "../../domain/park/zh-cn-claim.ts";
import { plainOf } from "../../domain/plain.ts";
import { circleOf } from "./circle.ts";
import { GOES_OUT } from "./content.ts";
import { alsoGiven, handedOut } from "./handing.ts";
import { listedWith, sameAs } from "./handing-said.ts";
import { eachMatter } from "./listed.ts";
import { shownFirst } from "./make.ts";
import { givenAfter, merged } from "./merging.ts";
import { isOnlyByYes } from "./only-by-yes.ts";
import type { Doing, Missing, Step } from "./outcome.ts";
import type { Parsed } from "./parse.ts";
import { candidatesFor, isAction, isKnownIn, issueIn, mayMove } from "./sight.ts";
import type { InSight, Situation, Speakable } from "./situation.ts";
import { tailOf } from "./tail.ts";
import { companiesIn, unitsIn } from "./units.ts";
import { firstDate, leadingDate } from "./zh-cn-dates.ts";
import { isKept } from "./zh-cn-for-company.ts";
import { onlyRates } from "./zh-cn-marks.ts";
import { isOneLongFigure } from "./zh-cn-numbers.ts";
import { behindPreposition, issueForCompany, leadingMark, leaveSaid } from "./zh-cn-phrases.ts";
import { raisedFor, wordsOf } from "./zh-cn-pieces.ts";
import { withoutItsName } from "./zh-cn-sent-wrong.ts";

/** A command's own words: they are carried out, unless something is missing or it cannot be. */

type Command = Extract<Parsed<Speakable>, { kind: "command" }>;

/** What cannot be undone, or not by the same person: without a number it is shown before it is done. */
const SHOWN_FIRST: ReadonlySet<string> = new Set(["withdraw", "reject", "merge", "void"]);

export function stepsOf(parsed: Command, situation: Situation): readonly Step[] {
  const steps = asWritten(parsed, situation);
  // A slip may be another word: what cannot be undone is shown first.
  const shown =
    parsed.mended === true && (SHOWN_FIRST.has(parsed.spec.name) || SPEAKS_TO_COMPANY.has(parsed.spec.name));
  return shown || isKeptThough(parsed) ? steps.map(shownFirst) : steps;
}

/** 进展 10 已摸排，先别跟企业讲: the word says one thing, and the text another. */
function isKeptThough({ spec, rest }: Command): boolean {
  return GOES_OUT.has(spec.name) && isKept(plainOf(rest));
}

const SPEAKS_TO_COMPANY: ReadonlySet<string> = new Set(["answer", "solved", "accept"]);

const BEST_MARK = 5;

function asWritten(parsed: Command, situation: Situation): readonly Step[] {
  const { spec, word, number, more, rest } = parsed;
  const doing: Doing = {
    command: spec.name,
    word,
    number,
    rest: spec.name === "iam" ? companyIn(rest, situation) : spec.name === "correct" ? withoutItsName(rest) : rest,
  };
  // 进展 or 进展 9, and no more: a company asks, and may not tell.
  if (spec.name === "progress" && rest === "" && circleOf(situation.who) === "company") {
    const asked = number === null ? [null] : [number, ...more];
    return asked.map((each) => ({ kind: "do", doing: { command: "status", word, number: each, rest: "" } }));
  }
  if (spec.name === "submit" && !isStaff(situation.who)) return eachChecked(doing, spec, situation);
  const raised = spec.name === "for" ? issueForCompany(rest) : null;
  if (raised !== null) return eachChecked({ ...doing, rest: raised.issue }, spec, situation, raised.company);
  if (spec.number === "no" || spec.number === "message") return [checked(doing, spec, situation)];
  if (number === null) return ofNoNumber(doing, spec, situation);
  // Behind a quotation a mark alone is no number: 评价 5.
  const [quoted] = situation.quote?.numbers ?? [];
  if (spec.name === "rate" && rest === "" && number <= BEST_MARK && quoted !== undefined) {
    return [checked({ ...doing, number: quoted, rest: String(number) }, spec, situation)];
  }
  const contradicted = contradiction(number, spec, situation);
  if (contradicted !== null && more.length === 0) {
    return [{ kind: "which", doing: { ...doing, number: null }, among: [contradicted, number].sort((a, b) => a - b) }];
  }
  const listed = spec.name === "dispatch" ? (listedWith(doing, situation) ?? sameAs(doing, situation)) : null;
  if (listed !== null) return listed;
  if (spec.name === "merge" && more.length > 0 && !/\d/u.test(rest)) {
    const into = merged(doing, [number, ...more], plainOf(rest));
    const merging = into.map((one) => shownFirst(checked(one, spec, situation)));
    return [...merging, ...givenAfter(merging, plainOf(rest), situation)];
  }
  const steps = [number, ...more].map((each) => checked({ ...doing, number: each }, spec, situation));
  const given = spec.name === "assist" ? alsoGiven(doing, situation) : null;
  if (given !== null) return given;
  if (spec.name !== "dispatch" || steps.some(({ kind }) => kind !== "do")) return steps;
  return handedOut(doing, "do", situation);
}

function ofNoNumber(doing: Doing, spec: Speakable, situation: Situation): readonly Step[] {
  if (spec.named === true && namesPerson(doing.rest, situation)) return [checked(doing, spec, situation)];
  if (isNoNumber(spec, doing.rest)) return [checked({ ...doing, number: NO_SUCH_NUMBER, rest: "" }, spec, situation)];
  return withoutNumber(doing, spec, situation);
}

/** A list of matters is filed as issues each, where nothing has to be asked first. `company`: for which they are raised. */
function eachChecked(doing: Doing, spec: Speakable, situation: Situation, company?: string): readonly Step[] {
  const forIt = (one: Doing) => (company === undefined ? one : { ...one, rest: raisedFor(company, one.rest) });
  const steps = eachMatter(doing, situation.park.directory, true).map((one) => checked(forIt(one), spec, situation));
  return steps.every(({ kind }) => kind === "do") ? steps : [checked(forIt(doing), spec, situation)];
}

/** 查询 12345678901234567890: more digits than any number has, where nothing but a number is expected. */
function isNoNumber({ name, number }: Speakable, rest: string): boolean {
  if (number === "no" || number === "message" || !isOneLongFigure(plainOf(rest))) return false;
  return !isAction(name) || moveOf(name).needs === "nothing";
}

/** No issue gets so far; whoever carries it out says that there is none. */
const NO_SUCH_NUMBER = 999_999_999;

/** 核实 王建国: somebody of the org file. */
function namesPerson(rest: string, { park }: Situation): boolean {
  const said = wordsOf(rest);
  return said.some((_, index) => park.directory.person(said.slice(0, index + 1).join(" ")) !== undefined);
}

/** 我是湘晶电子的小彭: the company of it; 我是湘晶电子的陈立新, whom the org file knows: as it is said. */
function companyIn(rest: string, { park }: Situation): string {
  if (MEANS_A_COMPANY.test(rest) || claimIn(rest, park.directory) !== null) return rest;
  if (park.directory.companyNamed(rest).kind !== "none") return rest;
  const named = companiesIn(plainOf(rest), park).filter((one) => one.exact);
  return named.length === 1 ? (named[0]?.found.name ?? rest) : rest;
}

/** A move said of another issue than the quoted one: one of them is a slip. */
function contradiction(number: number, { name }: Speakable, { quote, ...situation }: Situation): number | null {
  const [quoted] = quote?.numbers ?? [];
  const differs = quote?.numbers.length === 1 && quoted !== undefined && quoted !== number;
  const isSlip = differs && name !== "merge" && isAction(name) && isKnownIn({ ...situation, quote })(quoted);
  return isSlip ? quoted : null;
}

/** What stands in place of the number may name one, or be nothing that could be meant: then no other issue is taken for it. */
function withoutNumber(doing: Doing, spec: Speakable, situation: Situation): readonly Step[] {
  const isTold = situation.quote?.numbers.length === 1;
  const tail = isTold ? null : tailOf(spec.name, doing.rest, situation);
  if (tail?.kind === "names") {
    const steps = tail.numbers.map((number) => checked({ ...doing, number, rest: "" }, spec, situation));
    const isShown = !tail.written && isOnlyByYes(doing);
    return isShown ? steps.map(shownFirst) : steps;
  }
  const step = numberless(doing, spec, situation);
  if (step.kind !== "do") return [step];
  if (tail?.kind === "junk") return [{ kind: "decline", doing: { ...doing, number: NO_SUCH_NUMBER, rest: "" } }];
  return [tail?.kind === "unclear" ? { ...step, kind: "offer" } : step];
}

/** The quotation tells the number; else it is the only one that can be meant. */
function numberless(doing: Doing, spec: Speakable, situation: Situation): Step {
  const { quote, issues } = situation;
  const [quoted] = quote?.numbers ?? [];
  if (quote?.numbers.length === 1 && quoted !== undefined)
    return checked({ ...doing, number: quoted }, spec, situation);
  const among =
    quote === null || quote.numbers.length === 0 ? issues : issues.filter((one) => quote.numbers.includes(one.number));
  if (spec.number === "maybe" && (quote === null || among.length === 0)) return checked(doing, spec, situation);
  // Of a draft what it is for.
  const move = spec.name === "refer" ? "answer" : spec.name;
  const able = isAction(move) ? candidatesFor(move, among) : among;
  const [only] = able;
  if (only === undefined)
    return {
      kind: issues.length === 0 || isAction(spec.name) ? unable(doing, situation) : "need",
      doing,
      what: "number",
    };
  if (able.length > 1) return { kind: "which", doing, among: inTurn(spec.name, able).map((one) => one.number) };
  const step = checked({ ...doing, number: only.number }, spec, situation);
  return SHOWN_FIRST.has(spec.name) ? shownFirst(step) : step;
}

/** 派单 alone: what waits for it comes first. */
function inTurn(command: string, issues: readonly InSight[]): readonly InSight[] {
  // What was filed last is likelier the same than the oldest.
  if (command === "join") return issues.toReversed();
  const waits = ({ state }: InSight) => command === "dispatch" && state === "submitted";
  return [...issues.filter(waits), ...issues.filter((one) => !waits(one))];
}

/** Nothing can be meant: it is declined to who may never do it, and the number is asked of who may. */
function unable({ command }: Doing, { who }: Situation): "decline" | "need" {
  if (!isAction(command)) return "need";
  // 同意 and 认可, where nothing waits for it: there is no number to ask for.
  if (command === "approve" || command === "refuse") return "decline";
  const circle = circleOf(who);
  if (circle === "company" && (command === "accept" || command === "solved")) return "decline";
  const parties = {
    company: ["company"],
    official: ["lead", "helper"],
    coordinator: ["coordinator"],
    leader: ["leader"],
  }[circle];
  return moveOf(command).who.some((party) => parties.includes(party)) ? "need" : "decline";
}

/** Done as it stands, or with what is missing, or not at all. */
export function checked(doing: Doing, spec: Pick<Speakable, "name" | "who">, situation: Situation): Step {
  if (isDenied(doing, spec, situation)) return { kind: "decline", doing };
  const what = missingFrom(doing, situation);
  return what === null ? { kind: "do", doing } : { kind: "need", doing, what };
}

function isDenied({ command, number }: Doing, { who: taught }: Pick<Speakable, "who">, situation: Situation): boolean {
  const { who } = situation;
  if (isAction(command)) {
    const issue = number === null ? undefined : issueIn(situation, number);
    return issue === undefined || !mayMove(command, issue);
  }
  if (taught.length === 0 || taught.includes(circleOf(who))) return false;
  return !(command === "mine" && isStaff(who));
}

/** 合并 7 behind a quotation of another issue: into which one is said. */
function isInto(number: number | null, { quote }: Situation): boolean {
  return quote?.numbers.length === 1 && quote.numbers[0] !== number;
}

/** What a command cannot be without. */
export function missingFrom({ command, rest, number, unit }: Doing, situation: Situation): Missing | null {
  const { who, now, park } = situation;
  const says = /[^\p{P}\p{Z}\p{C}]/u.test(rest);
  switch (command) {
    case "submit":
      if (!says) return "text";
      return who.kind === "guest" && who.enterprise === undefined ? "company" : null;
    case "for": {
      const said = issueForCompany(rest);
      return said === null ? "company" : said.issue === "" ? "text" : null;
    }
    case "search":
      return says ? null : "text";
    case "leave":
      return leaveSaid(rest) === null ? "person" : null;
    case "dispatch":
    case "assist":
      return unit !== undefined || namesUnit(rest, situation) ? null : "unit";
    case "merge":
      return /\d/u.test(rest) || isInto(number, situation) ? null : "number";
    case "rate":
      return leadingMark(rest) === null ? "stars" : null;
    case "extend":
    case "hold": {
      const read = leadingDate(rest, now, park.calendar);
      if (read === null) return firstDate(rest, now, park.calendar) === null ? "date" : null;
      return read.rest === "" ? "reason" : null;
    }
    case "unsolved":
    case "reopen":
      return says && !onlyRates(plainOf(rest)) ? null : "reason";
    case "reject":
    case "refuse":
    case "void":
    case "return":
      return says ? null : "reason";
    default:
      return isAction(command) && number !== null && moveOf(command).needs === "text" && !says ? "text" : null;
  }
}

/** A unit by its name or as people shorten it, or the place of a suggestion. */
function namesUnit(rest: string, { park }: Situation): boolean {
  const [first = ""] = wordsOf(rest);
  if (/^\d$/u.test(plainOf(behindPreposition(first) ?? first))) return true;
  if (unitsIn(plainOf(first), park).length > 0) return true;
  return park.directory.departmentNamed(first).kind !== "none" || unitsIn(plainOf(rest), park).length > 0;
}
