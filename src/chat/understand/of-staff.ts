import { doing, named, question, steps, which } from "./make.ts";
import type { Step, Understood } from "./outcome.ts";
import { raised } from "./raised.ts";
import type { Reading } from "./reading.ts";
import { describedIn, mayMove } from "./sight.ts";
import type { InSight } from "./situation.ts";
import { ASKS_HOW_IT_STANDS, POSTPONES } from "./zh-cn-company.ts";
import { isThanks } from "./zh-cn-parse.ts";
import * as pieces from "./zh-cn-pieces.ts";
import { type Asking, OFFICE_QUESTIONS, OFFICIAL_QUESTIONS, PERIOD } from "./zh-cn-questions.ts";
import * as talk from "./zh-cn-talk.ts";

/** What officials, the coordinator and leaders mean beside moves: questions, notes, what a company has called in. */

export function official(reading: Reading): Understood | null {
  const { plain, text } = reading;
  const [one, ...more] = named(reading);
  if (one === undefined) {
    if (talk.isToOthers(plain) || reading.situation.quote?.by === "person") return null;
    const [company] = reading.companies;
    if (company !== undefined && talk.ASKS_WHAT.test(plain))
      return steps("company", question("company", reading, null, company.found.name));
    const inquiry = asked(OFFICIAL_QUESTIONS, reading);
    if (inquiry !== null) return inquiry;
    const helped = helping(reading);
    return helped;
  }
  if (more.length > 0) return which("note", reading);
  if (isThanks(plain) || pieces.acknowledges(plain)) return steps("courtesy", ...answeredFromAbove(one, reading));
  if (pieces.asksSomething(plain)) return steps("question", question("status", reading, one.number));
  if (reading.situation.quote?.about === "supervision" && mayMove("feedback", one))
    return steps("feedback", { kind: "offer", doing: doing("feedback", reading, one.number, text.trim()) });
  return mayMove("note", one)
    ? steps("noted", question("note", reading, one.number, text.trim()))
    : steps("about", question("status", reading, one.number));
}

/** 收到 to a 督办 is no feedback yet, and to anything else courtesy. */
function answeredFromAbove(issue: InSight, reading: Reading): readonly Step[] {
  const { situation, text } = reading;
  const isAsked = situation.quote?.about === "supervision" && mayMove("feedback", issue) && [...text].length >= 8;
  return isAsked
    ? [{ kind: "offer", doing: doing("feedback", reading, issue.number, text.trim()) }]
    : [{ kind: "silence" }];
}

/** What a department says of the one issue that it only helps with is its part. */
function helping(reading: Reading): Understood | null {
  const { situation, text } = reading;
  const own = situation.issues.filter((one) => one.parties.length > 0);
  const [only] = own;
  if (only === undefined || own.length > 1 || !only.parties.includes("helper") || [...text].length < 4) return null;
  return steps("helping", { kind: "offer", doing: doing("note", reading, only.number, text.trim()) });
}

export function office(reading: Reading): Understood | null {
  const { plain, situation, companies, text } = reading;
  const [one] = named(reading);
  if (one !== undefined) return ofOne(one, reading);
  const [company] = companies;
  if (
    company !== undefined &&
    situation.who.role !== "leader" &&
    talk.CALLED_IN.test(plain) &&
    talk.soundsLikeIssue(plain) >= 1 &&
    !talk.ASKS_WHAT.test(plain)
  ) {
    return { steps: raised(reading), why: ["called"] };
  }
  if (company !== undefined) return steps("company", question("company", reading, null, company.found.name));
  const inquiry = asked(OFFICE_QUESTIONS, reading);
  const found = ASKS_HOW_IT_STANDS.test(plain) ? describedIn(plain, situation.issues) : [];
  const [described] = found;
  if (found.length === 1 && described !== undefined)
    return steps("described", question("status", reading, described.number));
  if (inquiry !== null) return inquiry;
  if (situation.quote?.by === "person" || talk.isToOthers(plain)) return null;
  const [unit] = reading.units;
  if (unit !== undefined && situation.who.role === "leader" && pieces.asksHowSomebodyDoes(plain))
    return steps("units", question("units", reading, null));
  if (situation.who.role === "leader" && POSTPONES.test(plain)) return steps("postponed", { kind: "silence" });
  const pressed = situation.who.role === "leader" && talk.PRESSES.test(plain);
  return pressed
    ? steps("pressing", { kind: "need", doing: doing("supervise", reading, null, text.trim()), what: "number" })
    : null;
}

function ofOne(issue: InSight, reading: Reading): Understood {
  const { plain, situation, text } = reading;
  const isLeader = situation.who.role === "leader";
  const tells = [...plain].length >= 5 && !pieces.asksSomething(plain);
  if (isThanks(plain) || POSTPONES.test(plain) || talk.AGREES.test(plain))
    return steps("courtesy", { kind: "silence" });
  if (isLeader && tells && mayMove("supervise", issue))
    return steps("told", { kind: "offer", doing: doing("supervise", reading, issue.number, text.trim()) });
  if (!isLeader && tells && mayMove("note", issue))
    return steps("noted", { kind: "offer", doing: doing("note", reading, issue.number, text.trim()) });
  return steps("about", question("status", reading, issue.number));
}

export function asked(questions: readonly Asking[], reading: Reading): Understood | null {
  const { plain } = reading;
  const found = questions.find((one) => one.words.test(plain) && one.unless?.test(plain) !== true);
  if (found === undefined) return null;
  const period = found.period === true ? PERIOD.find(({ words }) => words.test(plain))?.word : undefined;
  return steps(found.command, question(found.command, reading, null, period ?? ""));
}

/** What a company has got cannot be taken back: an answer can be put right, of others a person is told. */
export function wasWrong(reading: Reading): Understood {
  const [one] = named(reading).filter((issue) => issue.state === "answered");
  if (one === undefined) return steps("was-wrong", question("human", reading, null));
  return steps("was-wrong", { kind: "decline", doing: doing("correct", reading, one.number) });
}
