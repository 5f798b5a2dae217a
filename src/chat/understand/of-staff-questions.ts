import { isOfficial } from "../../domain/issue/issue.ts";
import { question, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { LETS_GO } from "./zh-cn-office.ts";
import { monthSaid, periodSaid } from "./zh-cn-periods.ts";
import { asksHowSomebodyDoes } from "./zh-cn-pieces.ts";
import type { Asking } from "./zh-cn-questions.ts";
import { CALLS_UPON, URGES } from "./zh-cn-urging.ts";

/** What officials, the coordinator and leaders ask of the whole park, of their own work, or of a unit. */

export function asked(questions: readonly Asking[], reading: Reading): Understood | null {
  const { plain } = reading;
  const found = questions.find((one) => one.words.test(plain) && one.unless?.test(plain) !== true);
  if (found === undefined) return null;
  // 供电公司手上压了几件: of that unit, and not of the own work.
  const [unit] = isOfficial(reading.situation.who) ? [] : reading.units;
  const period = found.period === true ? periodSaid(plain) : "";
  if (found.lead !== undefined && unit === undefined)
    return steps(found.command, question(found.command, reading, null, behind(found.lead, monthSaid(plain))));
  if (unit !== undefined && (OF_A_UNIT.has(found.command) || (found.command === "brief" && asksHowSomebodyDoes(plain))))
    return steps("units", question("units", reading, null, behind(unit.found.name, periodSaid(plain))));
  if (unit !== undefined && found.command === "stats")
    return steps("stats", question("stats", reading, null, behind(unit.found.name, period)));
  return steps(found.command, question(found.command, reading, null, period));
}

/** What is asked of a unit is answered with what it leads. */
const OF_A_UNIT: ReadonlySet<string> = new Set(["todo", "units"]);

function behind(...words: readonly string[]): string {
  return words.filter((one) => one !== "").join(" ");
}

/** 供电的情况发我看看: how a unit does; and where one is pressed that leads nothing, that it leads nothing. */
export function unitAsked(reading: Reading): Understood | null {
  const { plain, addressed, situation } = reading;
  // 催下欧阳雪他们: whoever works for it stands for it.
  const unit = situation.park.org.departments.find(({ code }) => code === addressed[0]);
  if (unit === undefined || situation.question !== null) return null;
  const { name, code } = unit;
  const leads = situation.issues.some(({ department }) => department === code);
  const isUrged = URGES.test(plain) && !LETS_GO.test(plain) && !leads;
  // 请供电公司写个情况报我 is an order.
  const isAsked = asksHowSomebodyDoes(plain) && !CALLS_UPON.test(plain);
  if (!isAsked && !isUrged) return null;
  return steps("units", question("units", reading, null, behind(name, periodSaid(plain))));
}
