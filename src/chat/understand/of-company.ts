import { doing, named, question, steps, which } from "./make.ts";
import type { Understood } from "./outcome.ts";
import { raised } from "./raised.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, describedIn, mayMove } from "./sight.ts";
import type { InSight } from "./situation.ts";
import { ASKS_HOW_IT_STANDS, OF_OLD, POSTPONES } from "./zh-cn-company.ts";
import { isThanks } from "./zh-cn-parse.ts";
import * as pieces from "./zh-cn-pieces.ts";
import * as talk from "./zh-cn-talk.ts";

/** What a company means that names an issue and no move, or speaks of something new. */

export function company(reading: Reading): Understood | null {
  const { plain, situation, text } = reading;
  const [one, ...more] = named(reading);
  if (one !== undefined)
    return more.length > 0 && reading.referred.length === 0 ? which("supplement", reading) : added(one, reading);
  if (situation.quote?.by === "person") return null;
  const old = aboutOld(reading);
  if (old !== null) return old;
  if (talk.isToOthers(plain) || (talk.isAmongPeople(plain) && !reading.hasMatter))
    return steps("aside", { kind: "silence" });
  const same = sameHere(reading);
  if (same !== null) return same;
  const again = closedBefore(reading);
  if (again !== null) return again;
  const sounds = talk.soundsLikeIssue(plain) + (reading.hasMatter ? 1 : 0);
  const length = [...text].length;
  if ((sounds >= 1 && length >= 4) || length >= LONG) return { steps: raised(reading), why: ["new", String(sounds)] };
  return null;
}

const LONG = 12;

/** Said of one issue, and neither a yes nor a no: it is added to it, and what else was possible is said. */
function added(issue: InSight, reading: Reading): Understood | null {
  const { plain, text } = reading;
  if (isThanks(plain) || POSTPONES.test(plain)) return steps("courtesy", { kind: "silence" });
  if (pieces.asksSomething(plain)) return steps("question", question("status", reading, issue.number));
  if (issue.state === "answered" && mayMove("supplement", issue))
    return steps("added", { kind: "offer", doing: doing("supplement", reading, issue.number, text.trim()) });
  if (!mayMove("supplement", issue)) {
    return issue.state === "closed" && issue.parties.length > 0
      ? steps("closed", { kind: "offer", doing: doing("reopen", reading, issue.number, text.trim()) })
      : null;
  }
  return steps("added", question("supplement", reading, issue.number, text.trim()));
}

/** 那个停电的事怎么样了: answered by its words. */
function aboutOld(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const asks = ASKS_HOW_IT_STANDS.test(plain);
  if (!asks || !OF_OLD.test(plain))
    return asks && situation.issues.length > 0 && [...plain].length <= SHORT_QUESTION && !reading.hasMatter
      ? ofOnly(reading)
      : null;
  const found = describedIn(plain, situation.issues);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return steps("described", question("status", reading, only.number));
  if (found.length > 1)
    return steps("described", {
      kind: "which",
      doing: doing("status", reading, null),
      among: found.map(({ number }) => number),
    });
  return ofOnly(reading);
}

export const SHORT_QUESTION = 12;

function ofOnly(reading: Reading): Understood {
  const own = reading.situation.issues.filter((one) => one.parties.length > 0);
  const [only] = own;
  return steps(
    "own",
    own.length === 1 && only !== undefined ? question("status", reading, only.number) : question("mine", reading, null),
  );
}

/** 我们这边也一直不稳: another company's issue of the same words. */
function sameHere(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  if (!talk.SAME_HERE.test(plain)) return null;
  const others = describedIn(
    plain,
    situation.issues.filter((one) => one.parties.length === 0),
  );
  const [only] = others;
  return others.length === 1 && only !== undefined
    ? steps("same", { kind: "offer", doing: doing("join", reading, only.number) })
    : null;
}

/** 路灯又坏了: one that was closed. */
function closedBefore(reading: Reading): Understood | null {
  const { plain, situation, text } = reading;
  if (!talk.AGAIN.test(plain)) return null;
  const closed = describedIn(plain, candidatesFor("reopen", situation.issues));
  const [only] = closed;
  return closed.length === 1 && only !== undefined
    ? steps("again", { kind: "offer", doing: doing("reopen", reading, only.number, text.trim()) })
    : null;
}
