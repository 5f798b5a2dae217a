import { ladderOf, ladderStep, spanFor, type When } from "../domain/issue/ladder.ts";
import { limitOf, parseWorkingHours, spanMinutes } from "../domain/park/limits.ts";
import { CLOCKS, LADDER_STEPS, type Org, type StepName, URGENCIES, type Urgency } from "../domain/park/org.ts";
import type { Report } from "./draft.ts";

/** What the ladder of a policy must hold to: a warning lies within its limit, and the steps of a clock come in their order. */
export function checkLadder(org: Org, report: Report): void {
  const perDay = parseWorkingHours(org.park.workingHours).reduce((sum, { start, end }) => sum + end - start, 0);
  const minutes = (span: string) => (span === "0" ? 0 : spanMinutes(span, perDay));
  for (const name of LADDER_STEPS) {
    const change = org.policy.ladder[name];
    if (change === undefined) continue;
    const path = ["policy", "ladder", name];
    const times = (["after", "before", "at"] as const).filter((field) => change[field] !== undefined);
    if (times.length > 1) report.error(path, `says ${times.join(" and ")}: keep one of them`);
    if (change.to?.length === 0) report.warn([...path, "to"], "is empty: nobody is reminded at this step");
    const problem = warningProblem(org, name, minutes);
    if (problem !== null) report.error([...path, "before"], problem);
  }
  for (const urgency of URGENCIES) {
    const late = firstOutOfOrder(org, urgency, minutes);
    if (late === null) continue;
    const [earlier, later] = late;
    report.error(
      ["policy", "ladder", later],
      `comes before ${earlier} for ${urgency}: the steps of a clock must come in their order`,
    );
    return;
  }
}

type Minutes = (span: string) => number;

/** A warning that is as long as its limit would come before the clock starts. */
function warningProblem({ policy, categories }: Org, name: StepName, minutes: Minutes): string | null {
  const { clock, when } = ladderStep(name, policy);
  const limited = CLOCKS.find((one) => one === clock);
  if (limited === undefined || !("before" in when)) return null;
  for (const urgency of URGENCIES) {
    const ahead = spanFor(when.before, urgency);
    for (const category of [undefined, ...categories]) {
      const limit = limitOf(limited, urgency, category, policy);
      if (ahead === "0" || minutes(ahead) < minutes(limit)) continue;
      const where = category === undefined ? "" : ` of the category ${category.code}`;
      return `${ahead} is not shorter than the ${urgency} ${limited} limit${where}, ${limit}: write a shorter time, or a share such as at: 80%`;
    }
  }
  return null;
}

/** Of the steps behind the deadline: two of one clock of which the later one comes earlier. */
function firstOutOfOrder({ policy }: Org, urgency: Urgency, minutes: Minutes): readonly [StepName, StepName] | null {
  const placeOf = (when: When) => {
    if ("after" in when) return minutes(spanFor(when.after, urgency));
    return "every" in when ? Number.POSITIVE_INFINITY : -1;
  };
  const ladder = ladderOf(policy);
  for (const [index, step] of ladder.entries()) {
    const before = ladder.slice(0, index).findLast((one) => one.clock === step.clock);
    if (before !== undefined && placeOf(before.when) > placeOf(step.when)) return [before.name, step.name];
  }
  return null;
}
