import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { deed, question, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { describedIn, SURE_SCORE } from "./sight.ts";
import { unitsCalled } from "./units.ts";
import { LETS_GO } from "./zh-cn-office.ts";
import { monthSaid, periodSaid } from "./zh-cn-periods.ts";
import { asksHowSomebodyDoes } from "./zh-cn-pieces.ts";
import type { Asking } from "./zh-cn-questions.ts";
import { countedOf, LOOKS_AT_THEM } from "./zh-cn-searches.ts";
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
    return figuresOf(unit.found.name, reading);
  if (unit !== undefined && found.command === "stats")
    return steps("stats", question("stats", reading, null, behind(unit.found.name, period)));
  return steps(found.command, question(found.command, reading, null, period));
}

/** What is asked of a unit is answered with what it leads. */
const OF_A_UNIT: ReadonlySet<string> = new Set(["todo", "units"]);

function behind(...words: readonly string[]): string {
  return words.filter((one) => one !== "").join(" ");
}

function figuresOf(unit: string, reading: Reading): Understood {
  return steps("units", question("units", reading, null, behind(unit, periodSaid(reading.plain))));
}

/** Of a matter, or of a unit, where its issues are asked for as a whole. */
export function countedOrLookedAt(reading: Reading): Understood | null {
  return ofMatterCounted(reading) ?? unitLookedAt(reading);
}

/** 供电的情况发我看看, said by who looks at all: of the unit, and no note of an issue that shares a word. */
function unitLookedAt(reading: Reading): Understood | null {
  const { plain, referred } = reading;
  const { who, quote, park } = reading.situation;
  if (!isStaff(who) || isOfficial(who) || quote !== null || referred.length > 0 || !LOOKS_AT_THEM.test(plain))
    return null;
  const [only, ...more] = unitsCalled(plain, park);
  if (only === undefined || more.length > 0) return null;
  const around = `${plain.slice(0, only.start)}_${plain.slice(only.end)}`;
  return MERELY_THEM.test(around) ? figuresOf(only.found.name, reading) : null;
}

/** 物业费的事有几家反映, where there is an issue of that: those are looked for, and nothing is told of the whole or said to anybody. */
function ofMatterCounted({ plain, situation, units, companies }: Reading): Understood | null {
  const { who, quote, issues } = situation;
  const words = isStaff(who) && quote === null ? countedOf(plain) : null;
  if (words === null || units.length > 0 || companies.length > 0) return null;
  if (describedIn(words, issues, SURE_SCORE).length === 0) return null;
  return steps("searches", { kind: "do", doing: deed("search", situation, null, words) });
}

const MERELY_THEM = /^\p{Script=Han}{0,2}_\P{N}{0,16}$/u;

/** 公安近来干得咋样: how a unit does; and where one is pressed that leads nothing, that it leads nothing. */
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
  return isAsked || isUrged ? figuresOf(name, reading) : null;
}
