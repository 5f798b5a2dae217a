import { plainOf } from "../../domain/plain.ts";
import { doingOf, toldWith } from "./doing-of.ts";
import { steps } from "./make.ts";
import type { Doing, Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { describedIn, mayMove, SURE_SCORE } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { companiesMeant, peopleIn } from "./units.ts";
import { isToAll } from "./zh-cn-aside.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { saysOnlyLater } from "./zh-cn-later.ts";
import { pieceMeant } from "./zh-cn-piece.ts";
import { acknowledges } from "./zh-cn-pieces.ts";
import { reports } from "./zh-cn-reported.ts";
import { CALLS_SOMEBODY, GIVES_TO_SOMEBODY, SHALL_DO_IT } from "./zh-cn-units.ts";
import { CALLED_OTHERS, MAY_NOT_BE, OTHERS_SAY, TELLS_OF_WORK, WE_SEE_TO_IT } from "./zh-cn-work.ts";

/** 板子坏了，明天换: what a unit tells of its work in words that no meaning has. It is offered for the issue that it can be of, and else asked of which. */
export function workTold(reading: Reading): Understood | null {
  const { plain, matter, plans, situation } = reading;
  const isHanded = isHandedOn(reading);
  if (asksSomething(plain) || isToAll(plain) || !(isHanded || plans || TELLS_OF_WORK.test(plain))) return null;
  // 啊不对，换了15个: of what he has just told.
  if (pieceMeant(plain) !== null) return null;
  // 上午去测一下, as 7号上午去测一下: who goes when is a measure wherever it is said.
  const isPlan = plans && !MAY_NOT_BE.test(plain);
  const command = isHanded ? "note" : isPlan ? "measure" : "progress";
  const own = workedOn(situation).filter((one) => mayMove(command, one));
  const described = describedIn(matter, own);
  const [only, ...more] = described.length > 0 ? described : own;
  if (only === undefined) return null;
  const told = (number: number | null) =>
    doingOf({ command, rest: isPlan ? "promise" : "text", words: TELLS_OF_WORK }, number, reading);
  const among = [only, ...more].map(({ number }) => number);
  return more.length === 0
    ? steps("work-told", { kind: "offer", doing: told(only.number) })
    : steps("work-told", { kind: "which", doing: told(null), among });
}

/**
 * 行吧，我找税务的人问下: what tells of the one issue that can be meant, in words that nothing else has. It is offered: as the feedback that
 * is owed, else to its company.
 */
export function toldOfTheOne(reading: Reading): Understood | null {
  const { plain, matter, situation } = reading;
  const isTelling = [...plain].length >= SHORTEST_TOLD && !asksSomething(plain) && !isToAll(plain);
  if (!isTelling || acknowledges(plain) || saysOnlyLater(plain) || pieceMeant(plain) !== null) return null;
  const own = workedOn(situation);
  const described = describedIn(matter, own, SURE_SCORE);
  const [only, ...more] = described.length > 0 ? described : own;
  if (only === undefined || more.length > 0) return null;
  const owes = (only.owes ?? []).length > 0;
  const isOfIt =
    owes ||
    described.length > 0 ||
    companiesMeant(plain, situation.park).length > 0 ||
    [WE_SEE_TO_IT, OTHERS_SAY, CALLED_OTHERS].some((one) => one.test(plain));
  if (!isOfIt) return null;
  const command = owes && mayMove("feedback", only) ? "feedback" : "progress";
  const told = doingOf({ command, rest: "text", words: WE_SEE_TO_IT }, only.number, reading);
  return steps("told-of-the-one", { kind: "offer", doing: told });
}

/** What is shorter tells nothing. */
const SHORTEST_TOLD = 8;

/**
 * 已经让环卫去拉了，半个小时到: what tells how it goes with an issue is no note, which its company would not see. Null: it may be for the
 * departments alone.
 */
export function reportOf(issue: InSight, reading: Reading): Doing | null {
  const { plain, plans, audience, text, situation } = reading;
  // 1号转给刘洋办: the number is no day, and who has it in the unit is nobody else's matter.
  const content = plainOf(toldWith("progress", text, situation));
  const isForUs = audience === "departments" || audience === "told-otherwise";
  if (isForUs || isHandedOn(reading) || asksSomething(plain)) return null;
  if (!WORKED_ON.has(issue.state) || !(plans || reports(content))) return null;
  const command = plans && !MAY_NOT_BE.test(plain) ? "measure" : "progress";
  if (!mayMove(command, issue)) return null;
  return doingOf(
    { command, rest: command === "measure" ? "promise" : "text", words: TELLS_OF_WORK },
    issue.number,
    reading,
  );
}

function workedOn({ issues }: Situation): readonly InSight[] {
  return issues.filter((one) => WORKED_ON.has(one.state) && one.parties.includes("lead"));
}

const WORKED_ON: ReadonlySet<string> = new Set(["dispatched", "in_progress"]);

/** 技改的让邓小红办: somebody of the own unit has it, which stays there. */
function isHandedOn({ plain, situation: { who, park } }: Reading): boolean {
  return peopleIn(plain, park).some(({ found, start, end }) => {
    if (found?.department === undefined || found.department !== who.department) return false;
    const [before, behind] = [plain.slice(Math.max(0, start - NEAR), start), plain.slice(end, end + NEAR)];
    return GIVES_TO_SOMEBODY.test(before) || (CALLS_SOMEBODY.test(before) && SHALL_DO_IT.test(behind));
  });
}

/** So far is looked for what gives it to somebody. */
const NEAR = 8;
