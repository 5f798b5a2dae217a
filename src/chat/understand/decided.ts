import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { doing, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { decidesARequest } from "./zh-cn-requests.ts";

/** 11那个延期准了, of which nothing waits to be decided: it is said so, and nothing is noted in its place. */
export function decidedAlready(reading: Reading): Understood | null {
  const { plain, referred, situation } = reading;
  if (!isStaff(situation.who) || isOfficial(situation.who) || referred.length === 0) return null;
  if (!decidesARequest(plain) || referred.some(({ request }) => request !== null)) return null;
  const all = referred.map(({ number }) => ({ kind: "decline" as const, doing: doing("approve", reading, number) }));
  return steps("nothing-asked", ...all);
}
