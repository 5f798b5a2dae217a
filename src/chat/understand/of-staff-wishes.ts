import { isCoordinator, isOfficial } from "../../domain/issue/issue.ts";
import { numbersAhead } from "./content.ts";
import { doingOf } from "./doing-of.ts";
import { isSaid } from "./is-said.ts";
import { doing, named, question, steps } from "./make.ts";
import type { Step, Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { isKnownIn, isOwn, mayMove } from "./sight.ts";
import type { InSight } from "./situation.ts";
import { missingFrom } from "./strict.ts";
import { companiesMeant } from "./units.ts";
import { moreTimeIn } from "./zh-cn-more-time.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { OFFICIAL_MEANINGS } from "./zh-cn-official.ts";
import * as pieces from "./zh-cn-pieces.ts";
import { sentWrongIn } from "./zh-cn-sent-wrong.ts";
import * as talk from "./zh-cn-talk.ts";
import { IS_NOT_OF, IS_OF, IS_OF_ANOTHER, IS_THEIRS } from "./zh-cn-whose.ts";

/** What an official wishes for or plans, said of one issue. */

/** 网络那个其实是湘晶的，不是中塑的: an issue stays the company's that has raised it, and what can be done instead is said. */
export function ofOtherCompany({ plain, situation: { who, park } }: Reading): Understood | null {
  if (!isCoordinator(who) || [...plain].length > LONGEST_CORRECTION) return null;
  const named = companiesMeant(plain, park);
  const isSaid = (words: RegExp) =>
    named.some(({ start, end }) => words.test(plain.slice(0, start)) && IS_THEIRS.test(plain.slice(end)));
  const isMended = isSaid(IS_OF) && (isSaid(IS_NOT_OF) || IS_OF_ANOTHER.test(plain));
  return isMended ? steps("company-stands", { kind: "tell", told: "company-stands" }) : null;
}

const LONGEST_CORRECTION = 40;

/** 12发错了，应该是12月11号前换: another text for an answer that the company has got; of none that is named, what was sent last is looked for. */
export function sentWrong(reading: Reading): Understood | null {
  const { text, situation, quoted } = reading;
  const said = isOfficial(situation.who) ? sentWrongIn(text) : null;
  if (said === null) return null;
  // 更正一下10号：…: its number may stand behind the word.
  const ahead = said.isCorrection
    ? referencesIn(said.head, isKnownIn(situation)).map(({ number }) => number)
    : numbersAhead(text, situation);
  const [one, ...more] = ahead.length > 0 ? situation.issues.filter(({ number }) => ahead.includes(number)) : quoted;
  if (one === undefined) return said.pointsAtIt ? steps("was-wrong", question("human", reading, null)) : null;
  if (more.length > 0) return null;
  if (one.state === "in_progress" && said.isCorrection && said.instead !== null && mayMove("progress", one))
    return steps("was-wrong", { kind: "offer", doing: doing("progress", reading, one.number, text.trim()) });
  if (one.state !== "answered" || !mayMove("correct", one)) return null;
  const mended = doing("correct", reading, one.number, said.instead ?? "");
  return steps(
    "was-wrong",
    said.instead === null ? { kind: "need", doing: mended, what: "text" } : { kind: "offer", doing: mended },
  );
}

/** 1号收到，下午派人去看: of an issue that is in hand it is heard, and a plan is told. */
export function isPlannedSoon(issue: InSight, { plain }: Reading): boolean {
  return (
    pieces.acknowledges(plain) &&
    pieces.PLANS_A_VISIT.test(plain) &&
    issue.state === "in_progress" &&
    mayMove("measure", issue)
  );
}

/**
 * 再给我五天, 不归我们, said of an issue of which it cannot be asked as it stands: whoever carries it out says why, and nothing is noted
 * in its place, which the office would not hear of.
 */
export function requestOf(issue: InSight, reading: Reading): Step | null {
  const { text, situation } = reading;
  if (!issue.parties.includes("lead")) return null;
  const wantsTime = moreTimeIn(text, situation.now, situation.park.calendar) !== null;
  const meaning = OFFICIAL_MEANINGS.find((one) =>
    wantsTime ? one.command === "extend" : REQUESTS.has(one.command) && isSaid(one, reading),
  );
  if (meaning === undefined) return null;
  const asked = doingOf(meaning, issue.number, reading);
  if (!mayMove(meaning.command, issue)) return { kind: "decline", doing: asked };
  const what = wantsTime ? missingFrom(asked, situation) : null;
  if (what !== null) return { kind: "need", doing: asked, what };
  return wantsTime ? { kind: "offer", doing: asked } : null;
}

const REQUESTS: ReadonlySet<string> = new Set(["extend", "return", "hold"]);

/** What a company has got cannot be taken back: an answer can be put right, of others a person is told. */
export function wasWrong(reading: Reading): Understood {
  const all = named(reading);
  const [one] =
    all.length > 0 ? all : reading.situation.issues.filter((issue) => issue.state === "answered" && isOwn(issue));
  const correct = (number: number) => doing("correct", reading, number);
  if (one === undefined || (all.length === 0 && !talk.NAMES_AN_ANSWER.test(reading.plain)))
    return steps("was-wrong", question("human", reading, null));
  const isMendable = one.state === "answered" && mayMove("correct", one) && talk.IS_TO_BE_MENDED.test(reading.plain);
  if (isMendable && talk.NAMES_AN_ANSWER.test(reading.plain))
    return steps("was-wrong", { kind: "need", doing: correct(one.number), what: "text" });
  if (one.state !== "answered" && !talk.NAMES_AN_ANSWER.test(reading.plain))
    return steps("was-wrong", question("human", reading, null));
  return steps("was-wrong", { kind: "decline", doing: correct(one.number) });
}
