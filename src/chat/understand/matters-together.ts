import { isCoordinator } from "../../domain/issue/issue.ts";
import { withMarks } from "./handing.ts";
import { shownFirst } from "./make.ts";
import type { Step, Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { allDescribedIn, candidatesFor, describedIn, SURE_SCORE } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { unitsHandedTo } from "./units.ts";
import { asksSomething, requests } from "./zh-cn-asks.ts";
import { type MattersSaid, mattersSaid } from "./zh-cn-matters.ts";

/** 诈骗那个和单车那个都给公安, 招工的三件都给人社局: several issues told by their words. All are shown, and none is done without the others. */

type Understand = (text: string, situation: Situation) => Understood;

/** Null: several are not told so. */
export function mattersTogether(reading: Reading, understand: Understand): Understood | null {
  const { plain, text, situation, referred, strangers, units, whose } = reading;
  if (!isCoordinator(situation.who) || situation.quote !== null || whose.isOfThem) return null;
  if (referred.length > 0 || strangers.length > 0) return null;
  const said = mattersSaid(withMarks(plain, unitsHandedTo(plain, situation.park)));
  if (said === null || (!said.isUrged && units.length === 0)) return null;
  const tail = text.slice(said.end);
  const what = plain.slice(said.end);
  if (asksSomething(what) && !requests(what)) return null;
  const together = (issues: readonly InSight[]): readonly Step[] =>
    issues.length === 0
      ? []
      : understand(numbersOf(issues) + tail, { ...situation, question: null }).steps.map(shownFirst);
  const steps = said.count === undefined ? ofEach(said, reading, together) : ofAKind(said, reading, together);
  return steps === null ? null : { steps, why: ["together"] };
}

type Together = (issues: readonly InSight[]) => readonly Step[];

function numbersOf(issues: readonly InSight[]): string {
  return issues.map(({ number }) => `#${number}`).join("、");
}

/** Those that wait first: what a unit has is taken from it only where nothing else is of that. */
function able({ isUrged }: MattersSaid, { situation, units }: Reading): readonly (readonly InSight[])[] {
  const all = candidatesFor(isUrged ? "urge" : "dispatch", situation.issues);
  if (isUrged) return [all];
  const isTheirs = ({ department }: InSight) => units.some(({ found }) => found.code === department);
  const [waiting, given] = [all.filter(({ state }) => state === "submitted"), all.filter((one) => !isTheirs(one))];
  return [waiting, given];
}

function firstFound(among: readonly (readonly InSight[])[], find: (issues: readonly InSight[]) => readonly InSight[]) {
  return among.map(find).find((found) => found.length > 0) ?? [];
}

/** Of each what is called so; which one, where several are; and that none is, of the others. */
function ofEach(said: MattersSaid, reading: Reading, together: Together): readonly Step[] | null {
  const among = able(said, reading);
  const found = said.matters.map((matter) => firstFound(among, (issues) => describedIn(matter, issues)));
  const only = found.flatMap((issues) => (issues.length === 1 ? issues : []));
  const isMissing = found.some((issues) => issues.length === 0);
  // 电费和水费的事: one issue may be of both.
  if (new Set(only).size < only.length || (isMissing && (!said.isPointed || only.length === 0))) return null;
  const several = found.filter((issues) => issues.length > 1);
  const missing = said.matters.filter((_, index) => found[index]?.length === 0);
  return [
    ...together(only),
    ...several.flatMap((issues) => whichOf(issues, together)),
    ...missing.map((about): Step => ({ kind: "tell", told: "none-of-that", about })),
  ];
}

function whichOf(issues: readonly InSight[], together: Together): readonly Step[] {
  const among = issues.map(({ number }) => number);
  return together(issues.slice(0, 1)).flatMap((step) =>
    "doing" in step ? [{ kind: "which" as const, doing: { ...step.doing, number: null }, among }] : [],
  );
}

/** All that are of it; where the count does not fit, it is said. */
function ofAKind({ count = null, ...said }: MattersSaid, reading: Reading, together: Together): readonly Step[] {
  const [matter = ""] = said.matters;
  const found = firstFound(able(said, reading), (issues) => allDescribedIn(matter, issues));
  if (found.length === 0) return [{ kind: "tell", told: "none-of-that", about: matter }];
  const sure = found.length === count ? found : allDescribedIn(matter, found, SURE_SCORE);
  const meant = sure.length === count ? sure : found;
  if (count !== null && meant.length > count) return whichOf(meant, together);
  const isFewer = count === null ? meant.length === 1 : meant.length < count;
  return [
    ...(isFewer ? [{ kind: "tell" as const, told: "not-as-many" as const, about: matter }] : []),
    ...together(meant),
  ];
}
