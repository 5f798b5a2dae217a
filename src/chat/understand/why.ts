import { isStaff, RUNNING_STATES } from "../../domain/issue/issue.ts";
import { withMarks } from "./handing.ts";
import { doing, question, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { describedIn, isKnownIn, isOwn, SURE_SCORE } from "./sight.ts";
import type { InSight } from "./situation.ts";
import { unitsIn, withoutUnits } from "./units.ts";
import { numbersAtStart } from "./zh-cn-numbers.ts";
import { numberAskedOf, whyAskedOf } from "./zh-cn-why.ts";

/** 20号怎么归交通局管, 为什么是交通局: why a unit has an issue, of the one that is named, quoted, or that this unit has. Null: it is not asked. */
export function whyAsked(reading: Reading): Understood | null {
  const { plain, situation, referred, strangers, quoted } = reading;
  const { who, park } = situation;
  const units = unitsIn(plain, park);
  const whose = whyAskedOf(withMarks(plain, units), isStaff(who));
  if (whose === null) return null;
  const named = [referred, strangers].map((some) => some.map(({ number }) => number));
  // 49 根据什么派的: what stands first is its number, whatever follows.
  const within = numberAskedOf(plain) ?? numbersAtStart(plain).find(isKnownIn(situation)) ?? null;
  const all = [...named, within === null ? [] : [within], quoted.map(({ number }) => number)];
  const numbers = all.find((some) => some.length > 0);
  if (numbers !== undefined) return steps("why", ...numbers.map((number) => question("why", reading, number)));
  const own = situation.issues.filter(isOwn);
  const codes = whose === "us" ? [who.department] : units.map(({ found }) => found.code);
  const theirs = own.filter(({ department }) => codes.includes(department ?? undefined));
  // 蒸汽的事凭什么派给经发局: its words say more than whose it is.
  // In a group also another company's, which everybody reads there.
  const seen = situation.issues.filter(({ department }) => codes.includes(department ?? undefined));
  const described = describedIn(withoutUnits(plain, park), own, SURE_SCORE);
  const meant =
    [described, theirs, seen, own.filter(({ state }) => RUNNING.has(state))].find((some) => some.length > 0) ?? [];
  return ofThese(whose === "us" ? newlyGiven(meant) : meant, reading);
}

/** A unit has it, and is at work. */
const RUNNING: ReadonlySet<string> = new Set(RUNNING_STATES);

/** What was just given to a unit is what it asks about. */
function newlyGiven(issues: readonly InSight[]): readonly InSight[] {
  const given = issues.filter(({ state }) => state === "dispatched");
  return given.length === 0 ? issues : given;
}

function ofThese([only, ...more]: readonly InSight[], reading: Reading): Understood {
  const asked = doing("why", reading, null);
  if (only === undefined) return steps("why", { kind: "need", doing: asked, what: "number" });
  if (more.length === 0) return steps("why", question("why", reading, only.number));
  return steps("why", { kind: "which", doing: asked, among: [only, ...more].map(({ number }) => number) });
}
