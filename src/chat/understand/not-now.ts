import { isCoordinator } from "../../domain/issue/issue.ts";
import { deed } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, mayMove } from "./sight.ts";
import type { InSight } from "./situation.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { DEEDS_SAID } from "./zh-cn-not-now.ts";

/** 15是玩笑吧，不受理算了, of one that a unit has already: a deed that he may not do, or not now. Whoever carries it out says why; it is no note. */

/** Null: no such deed is said, or it can be done. */
export function notNow(reading: Reading): Understood | null {
  const { plain, text, situation, units } = reading;
  if (!isCoordinator(situation.who) || situation.quote?.by === "person" || asksSomething(plain)) return null;
  const said = DEEDS_SAID.find(({ words }) => words.test(plain));
  if (said === undefined || units.length > 0) return null;
  const { command } = said;
  const issues = meantBy(command, reading);
  if (issues.length === 0 || issues.some((one) => mayMove(command, one))) return null;
  return {
    // With a reason, so that none is asked for of what cannot be done.
    steps: issues.map(({ number }) => ({ kind: "decline", doing: deed(command, situation, number, text.trim()) })),
    why: ["not-now"],
  };
}

/** 不同意, where nothing waits for him to decide but a hold, which is the leaders': that one. */
function meantBy(command: string, { referred, quoted, situation }: Reading): readonly InSight[] {
  const named = referred.length > 0 ? referred : quoted;
  if (named.length > 0 || command !== "refuse" || candidatesFor(command, situation.issues).length > 0) return named;
  const holds = situation.issues.filter(({ request }) => request === "hold");
  return holds.length === 1 ? holds : [];
}
