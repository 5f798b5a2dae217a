import { isCoordinator } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { handed, withMarks } from "./handing.ts";
import { deed, doing, named, question, shownFirst, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import { type Reading, read } from "./reading.ts";
import { describedIn, issueIn, mayMove } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { unitsCalled } from "./units.ts";
import { asksForConfidence } from "./zh-cn-confidence.ts";
import { kindsIn } from "./zh-cn-kinds.ts";
import { asksWhichOfTwo, changesAWord, isOfWhoToldIt, likenessAskedOf, swapsUnits } from "./zh-cn-office-looks.ts";
import { clausesWithEnds, withoutEnd } from "./zh-cn-pieces.ts";

/** What a coordinator asks of issues and of who has them, and what looks like an order or a note, and is none. */

export function lookedAt(reading: Reading): Understood | null {
  const { situation, plain } = reading;
  if (!isCoordinator(situation.who)) return null;
  if (changesAWord(plain) && named(reading).length === 0)
    return steps("words", { kind: "tell", told: "words-of-units" }, question("board", reading, null));
  return likeAsked(reading) ?? unitWavered(reading) ?? swapped(reading);
}

/** 烧塑料那个是公安还是审批管啊: why, and what is suggested; neither has it by that. */
function unitWavered(reading: Reading): Understood | null {
  const { plain, matter, situation } = reading;
  if (!asksWhichOfTwo(withMarks(plain, unitsCalled(plain, situation.park)))) return null;
  const issues = named(reading).length > 0 ? named(reading) : describedIn(matter, situation.issues);
  const [only, ...more] = issues;
  if (only === undefined) return null;
  if (more.length > 0)
    return steps("which-unit", {
      kind: "which",
      doing: doing("why", reading, null),
      among: issues.map(({ number }) => number),
    });
  return steps("which-unit", question("why", reading, only.number));
}

/** 57和58换一下单位: each is shown with the unit of the other one. */
function swapped(reading: Reading): Understood | null {
  const { plain, situation, units } = reading;
  const [one, other, ...more] = named(reading);
  if (one === undefined || other === undefined || more.length > 0 || units.length > 0 || !swapsUnits(plain))
    return null;
  const given = (issue: InSight, { department }: InSight) => {
    const unit = situation.park.org.departments.find(({ code }) => code === department);
    const doing = deed("dispatch", situation, issue.number);
    if (unit === undefined)
      return [{ kind: mayMove("dispatch", issue) ? "need" : "decline", doing, what: "unit" } as const];
    return handed({ ...doing, rest: unit.name, unit: unit.code }, "offer", situation);
  };
  if (one.department === other.department)
    return steps("swapped", question("status", reading, one.number), question("status", reading, other.number));
  return steps("swapped", ...given(one, other), ...given(other, one));
}

/** 有没有跟2差不多的: what is looked for are the words of that issue. */
function likeAsked(reading: Reading): Understood | null {
  const number = likenessAskedOf(reading.plain);
  const issue = number === null ? undefined : issueIn(reading.situation, number);
  if (issue === undefined) return null;
  const title = plainOf(issue.title);
  const word = kindsIn(title)[0]?.exec(title)?.[0] ?? issue.title;
  return steps("like", question("search", reading, null, word));
}

/**
 * 13派公安吧，不能让人知道是谁反映的: with a wish of which the issue knows nothing the unit would read whose it is. So it is shown first, and
 * said how an issue is kept in confidence; one that is confidential is given away as it is.
 */
export function givenInConfidence(
  text: string,
  situation: Situation,
  understand: (text: string, situation: Situation) => Understood,
): Understood | null {
  if (!isCoordinator(situation.who) || text.length > LONGEST || !asksForConfidence(text)) return null;
  const isWish = (clause: string) => asksForConfidence(clause) && isOfWhoToldIt(plainOf(clause));
  const open = withoutEnd(
    clausesWithEnds(text)
      .filter((one) => !isWish(one))
      .join(""),
  );
  if (open === "" || open === text || named(read(open, situation)).length === 0) return null;
  const { steps: given, why } = understand(open, situation);
  const numbers = given.flatMap((step) =>
    "doing" in step && GIVES.has(step.doing.command) ? (step.doing.number ?? []) : [],
  );
  if (numbers.length === 0) return null;
  if (numbers.every((one) => issueIn(situation, one)?.confidential === true)) return { steps: given, why };
  return {
    steps: [{ kind: "tell", told: "confidence-from-outside" }, ...given.map(shownFirst)],
    why: [...why, "in-confidence"],
  };
}

const GIVES: ReadonlySet<string> = new Set(["dispatch", "assist", "approve"]);
/** What is longer is raised. */
const LONGEST = 120;
