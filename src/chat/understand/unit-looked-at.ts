import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { question, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { unitsCalled } from "./units.ts";
import { LOOKS_AT_THEM } from "./zh-cn-searches.ts";

/** 供电的情况发我看看: how one unit stands, said by who looks at all, and no note of an issue. */
export function unitLookedAt(reading: Reading): Understood | null {
  const { plain, referred } = reading;
  const { who, quote, park } = reading.situation;
  if (!isStaff(who) || isOfficial(who) || quote !== null || referred.length > 0 || !LOOKS_AT_THEM.test(plain))
    return null;
  const [only, ...more] = unitsCalled(plain, park);
  if (only === undefined || more.length > 0) return null;
  const around = `${plain.slice(0, only.start)}_${plain.slice(only.end)}`;
  if (!MERELY_THEM.test(around)) return null;
  return steps("units", question("units", reading, null, only.found.name));
}

const MERELY_THEM = /^\p{Script=Han}{0,2}_\P{N}{0,16}$/u;
