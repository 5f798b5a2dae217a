import { isCoordinator } from "../../domain/issue/issue.ts";
import { numbersAhead } from "./content.ts";
import { toldWith } from "./doing-of.ts";
import { doing, isMerelyTold, named, question, steps, which } from "./make.ts";
import { asked, unitAsked } from "./of-staff-questions.ts";
import { isPlannedSoon, requestOf } from "./of-staff-wishes.ts";
import type { Step, Understood } from "./outcome.ts";
import { raised } from "./raised.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, describedIn, isOwn, mayMove } from "./sight.ts";
import type { InSight } from "./situation.ts";
import { reportOf, toldOfTheOne, workTold } from "./told-of-work.ts";
import { DECIDES } from "./zh-cn-answers.ts";
import { isToOthers } from "./zh-cn-aside.ts";
import { ASKS_HOW_IT_STANDS, ASKS_STANDING, asksSomething, tellsBehindQuestion } from "./zh-cn-asks.ts";
import { merelyPostpones } from "./zh-cn-company.ts";
import { AGREES, saysNothing } from "./zh-cn-courtesy.ts";
import { saysOnlyLater } from "./zh-cn-later.ts";
import { unknownNumberIn } from "./zh-cn-numbers.ts";
import { LETS_GO } from "./zh-cn-office.ts";
import * as pieces from "./zh-cn-pieces.ts";
import { OFFICE_QUESTIONS, OFFICIAL_QUESTIONS, OWN_WORK } from "./zh-cn-questions.ts";
import { requestsSaid } from "./zh-cn-requests.ts";
import { looksAtAll } from "./zh-cn-searches.ts";
import * as talk from "./zh-cn-talk.ts";
import { AS_ANSWERED_BEFORE } from "./zh-cn-ways.ts";
import { ASKS_THE_COMPANY, FINISHED, NOT_FINISHED, WAS_ASKED } from "./zh-cn-work.ts";

/** What officials, the coordinator and leaders mean beside moves: questions, notes, what a company has called in. */

export function official(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const [one, ...more] = named(reading);
  if (one !== undefined) return more.length > 0 ? whichOf(reading) : toldOf(one, reading);
  if (isToOthers(plain) || situation.quote?.by === "person") return null;
  return (
    companyAsked(reading) ??
    asked(OFFICIAL_QUESTIONS, reading) ??
    byWords(reading) ??
    ownWork(reading) ??
    waitsForThem(reading) ??
    helping(reading) ??
    workTold(reading) ??
    toldOfTheOne(reading)
  );
}

/** To a list: a question is of all of them, or of none. What begins with numbers is told of each; of a list that is quoted it is asked of which. */
function whichOf(reading: Reading): Understood | null {
  const { plain, text, situation, referred } = reading;
  const ahead = numbersAhead(text, situation);
  const told = referred.filter((one) => ahead.includes(one.number) && mayMove("note", one));
  const rest = toldWith("note", text, situation);
  if (!asksSomething(plain) && told.length > 1 && told.length === referred.length && [...rest].length >= SHORTEST_NOTE)
    return steps(
      "noted",
      ...told.map((one): Step => {
        return { kind: "offer", doing: reportOf(one, reading) ?? doing("note", reading, one.number, rest) };
      }),
    );
  return asksSomething(reading.plain) ? steps("list", question("todo", reading, null)) : which("note", reading);
}

/** Said of one issue, and no move of it that is told by words. */
function toldOf(issue: InSight, reading: Reading): Understood {
  const { plain, situation } = reading;
  const ended = endedForThem(issue, reading);
  if (ended !== null) return ended;
  if (isPlannedSoon(issue, reading))
    return steps("planned", {
      kind: "offer",
      doing: doing("measure", reading, issue.number, told("measure", reading)),
    });
  if (saysNothing(plain) || pieces.acknowledges(plain) || saysOnlyLater(plain))
    return steps("courtesy", answeredFromAbove(issue, reading) ?? heard(issue, reading));
  // What was asked before is not answered yet: it is said so, and nothing is noted in its place.
  if (issue.state === "waiting" && ASKS_THE_COMPANY.test(plain) && !WAS_ASKED.test(plain))
    return steps("asks-again", { kind: "decline", doing: doing("ask", reading, issue.number, told("ask", reading)) });
  if (isEndedEarly(issue, plain)) return tooEarly(issue, reading);
  if (mayMove("answer", issue) && AS_ANSWERED_BEFORE.test(told("answer", reading)))
    return steps("as-before", question("refer", reading, issue.number));
  const requested = requestOf(issue, reading);
  if (requested !== null) return steps("requested", requested);
  const asks = asksSomething(plain) && !tellsBehindQuestion(plain);
  if (asks) return steps("question", question("status", reading, issue.number));
  if (situation.quote?.about === "supervision" && mayMove("feedback", issue))
    return steps("feedback", {
      kind: "offer",
      doing: doing("feedback", reading, issue.number, told("feedback", reading)),
    });
  const report = isMerelyTold(issue, reading) ? null : reportOf(issue, reading);
  if (report !== null) return steps("reported", { kind: "offer", doing: report });
  const tells = mayMove("note", issue) && [...plain].length >= SHORTEST_NOTE;
  return tells
    ? steps("noted", {
        kind: issue.state !== "dispatched" && isMerelyTold(issue, reading) ? "do" : "offer",
        doing: doing("note", reading, issue.number, told("note", reading)),
      })
    : steps("about", question("status", reading, issue.number));
}

/** 已全部修好, while the company is asked for something: it is answered when that is there, and it is said so. */
function isEndedEarly(issue: InSight, plain: string): boolean {
  return issue.state === "waiting" && isOwn(issue) && FINISHED.test(plain) && !NOT_FINISHED.test(plain);
}

function tooEarly(issue: InSight, reading: Reading): Understood {
  return steps("waits-for-them", {
    kind: "decline",
    doing: doing("answer", reading, issue.number, told("answer", reading)),
  });
}

/** The same of the one issue that waits so, where none is named and none is in work. */
function waitsForThem(reading: Reading): Understood | null {
  const own = reading.situation.issues.filter((one) => one.parties.includes("lead"));
  const [only, ...more] = own.filter((one) => one.state === "waiting");
  const isAlone = more.length === 0 && own.every(({ state }) => state !== "in_progress" && state !== "dispatched");
  return only !== undefined && isAlone && isEndedEarly(only, reading.plain) ? tooEarly(only, reading) : null;
}

/** Without what is said to the bot before it. */
function told(command: string, { text, situation }: Reading): string {
  return toldWith(command, text, situation) || text.trim();
}

/** Whether an answer settles it the company alone says: whoever says it for the company is told so. */
function endedForThem(issue: InSight, reading: Reading): Understood | null {
  if (issue.state !== "answered" || !talk.ENDS_FOR_THEM.test(reading.plain)) return null;
  return steps("for-them", { kind: "decline", doing: doing("solved", reading, issue.number) });
}

const SHORTEST_NOTE = 4;
const SHORT = 8;

/** 漏水那件: an issue by its words, and nothing said of it but that, or how it stands. */
function byWords(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const number = unknownNumberIn(plain);
  if (number !== null && ASKS_HOW_IT_STANDS.test(plain))
    return steps("unknown-number", question("status", reading, number));
  const points = pieces.POINTS_ONLY.test(plain) || (pieces.POINTS_AT_ONE.test(plain) && [...plain].length <= SHORT);
  if (!points && !ASKS_STANDING.test(plain) && !asksSomething(plain) && !pieces.LOOKS_AT_ONE.test(plain)) return null;
  const [only, ...others] = requestedIn(reading) ?? describedIn(reading.matter, situation.issues);
  return only === undefined || others.length > 0 ? null : steps("described", question("status", reading, only.number));
}

/** 我这边都有哪些单子: what is asked of the own work, and is told of no issue. */
function ownWork(reading: Reading): Understood | null {
  const { plain } = reading;
  return asksSomething(plain) && OWN_WORK.test(plain) ? steps("own", question("todo", reading, null)) : null;
}

/** 退单批了没, 魏强那个退单: the issues with such a request, of the unit that is named. */
function requestedIn({ plain, situation, addressed }: Reading): readonly InSight[] | null {
  const kinds = requestsSaid(plain);
  const found = situation.issues.filter((one) => one.request !== null && kinds?.includes(one.request) === true);
  const theirs = found.filter(({ department }) => department != null && addressed.includes(department));
  if (theirs.length > 0) return theirs;
  return found.length === 0 ? null : found;
}

/** 恒达提的是哪个: what one company has raised. */
export function companyAsked(reading: Reading): Understood | null {
  const [company] = reading.companies;
  if (company === undefined) return null;
  const { plain } = reading;
  const looksAt = looksAtAll(plain.slice(0, company.start), plain.slice(company.end));
  if (!looksAt && !talk.ASKS_WHAT.test(plain)) return null;
  return steps("company", question("company", reading, null, company.found.name));
}

/** 收到 to a 督办 is no feedback yet, and to anything else courtesy. */
function answeredFromAbove(issue: InSight, reading: Reading): Step | null {
  const { situation, text } = reading;
  const isAsked = situation.quote?.about === "supervision" && mayMove("feedback", issue) && [...text].length >= 8;
  return isAsked ? { kind: "offer", doing: doing("feedback", reading, issue.number, told("feedback", reading)) } : null;
}

/** 13号明天再说: where nobody else is there, whoever names an issue is shown how it stands, so that he knows that nothing was done. */
function heard({ number }: InSight, reading: Reading): Step {
  const { plain, referred, situation } = reading;
  const isNamed = situation.place === "direct" && referred.length > 0 && !saysNothing(plain);
  return isNamed ? question("status", reading, number) : { kind: "silence" };
}

/** What a department says of the one issue that it only helps with is its part. */
function helping(reading: Reading): Understood | null {
  const { situation, text } = reading;
  const own = situation.issues.filter(isOwn);
  const [only] = own;
  if (only === undefined || own.length > 1 || !only.parties.includes("helper") || [...text].length < 4) return null;
  return steps("helping", { kind: "offer", doing: doing("note", reading, only.number, text.trim()) });
}

export function office(reading: Reading): Understood | null {
  const [one, ...others] = named(reading);
  // 13 12 8 现在都在哪儿: of each of them.
  if (one !== undefined && others.length > 0 && asksSomething(reading.plain))
    return steps("about", ...[one, ...others].map(({ number }) => question("status", reading, number)));
  if (one !== undefined) return ofOne(one, reading);
  const { plain, situation } = reading;
  const called = calledIn(reading);
  if (called !== null) return called;
  const [company] = reading.companies;
  if (company !== undefined) return steps("company", question("company", reading, null, company.found.name));
  const described = byWords(reading) ?? asked(OFFICE_QUESTIONS, reading);
  if (described !== null) return described;
  if (situation.quote?.by === "person" || isToOthers(plain)) return null;
  const decides = talk.DECIDES.test(plain) && candidatesFor("approve", situation.issues).length === 0;
  if (decides) return steps("nothing-asked", { kind: "decline", doing: doing("approve", reading, null) });
  return unitAsked(reading) ?? (situation.who.role === "leader" ? led(reading) : unplaced(reading));
}

/** 恒达鞋业刚打电话，说宿舍漏水: where no issue is named, no note of one that merely shares its words. */
export function ratherCalledIn(steps: readonly Step[], reading: Reading): Understood | null {
  const isNote = steps.every((step) => "doing" in step && step.doing.command === "note");
  // 凌云跳闸的备注一下，下午我去现场: a note in so many words, and nobody has called.
  if (isNote && talk.NOTES_IT.test(reading.plain) && !talk.CALLED_AND_SAID.test(reading.plain)) return null;
  return isNote && isCoordinator(reading.situation.who) && named(reading).length === 0 ? calledIn(reading) : null;
}

/** 光源照明老总刚找我，路灯款拖了八个月: what a company says, and somebody writes down for it. */
function calledIn(reading: Reading): Understood | null {
  const { plain, situation, companies } = reading;
  if (situation.who.role === "leader" || talk.ASKS_WHAT.test(plain)) return null;
  const sounds = reading.hasMatter || talk.soundsLikeIssue(plain) >= 1 || talk.CALLED_AND_SAID.test(plain);
  const tells = talk.CALLED_IN.test(plain) && sounds;
  if (companies.length > 0) return tells ? { steps: raised(reading), why: ["called"] } : null;
  return talk.FOR_SOMEBODY.test(plain) ? { steps: raised(reading), why: ["for-somebody"] } : null;
}

/** 代中塑科技提一个：食堂水管爆了: filed for a company in so many words, whatever issue shares its words. */
export function filedFor(reading: Reading): Understood | null {
  const { plain, situation, companies, referred, quoted } = reading;
  const isNamed = companies.length > 0 || talk.FOR_SOMEBODY.test(plain);
  if (!isCoordinator(situation.who) || referred.length > 0 || quoted.length > 0) return null;
  const isFiled =
    talk.FILES_FOR.test(plain) &&
    !asksSomething(plain) &&
    (isNamed || talk.CALLED_IN.test(plain) || talk.tellsOfTrouble(plain));
  return isFiled ? { steps: raised(reading), why: ["filed-for"] } : null;
}

/** 派了吧: a move without the issue that it is about, nor for whom. */
function unplaced(reading: Reading): Understood | null {
  if (!talk.DISPATCHES.test(reading.plain)) return null;
  const able = candidatesFor("dispatch", reading.situation.issues).filter((one) => one.state === "submitted");
  const what = doing("dispatch", reading, null, "");
  const [only, ...more] = able;
  if (only === undefined) return steps("dispatches", question("todo", reading, null));
  return steps(
    "dispatches",
    more.length > 0
      ? { kind: "which", doing: what, among: able.map(({ number }) => number) }
      : { kind: "need", doing: { ...what, number: only.number }, what: "unit" },
  );
}

function led(reading: Reading): Understood | null {
  const { plain, text } = reading;
  if (merelyPostpones(plain)) return steps("postponed", { kind: "silence" });
  if (!talk.PRESSES.test(plain) || LETS_GO.test(plain)) return null;
  return steps("pressing", { kind: "need", doing: doing("supervise", reading, null, text.trim()), what: "number" });
}

function ofOne(issue: InSight, reading: Reading): Understood {
  const { plain, situation } = reading;
  const ended = endedForThem(issue, reading);
  if (ended !== null) return ended;
  // 批准5号, where nothing of it waits for a decision.
  if (DECIDES.test(plain) && issue.request === null && [...plain].length <= SHORT)
    return steps("nothing-to-decide", { kind: "decline", doing: doing("approve", reading, issue.number) });
  if (saysNothing(plain) || merelyPostpones(plain) || AGREES.test(plain))
    return steps("courtesy", heard(issue, reading));
  const tells = [...plain].length >= SHORTEST_NOTE && (!asksSomething(plain) || tellsBehindQuestion(plain));
  const command = situation.who.role === "leader" ? "supervise" : "note";
  return tells && mayMove(command, issue)
    ? steps("told", { kind: "offer", doing: doing(command, reading, issue.number, told(command, reading)) })
    : steps("about", question("status", reading, issue.number));
}
