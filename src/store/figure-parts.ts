import { and, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { RATES, type RateName } from "../domain/issue/figures.ts";
import { RUNNING_STATES, VOID_STATES } from "../domain/issue/issue.ts";
import { issues } from "./schema.ts";
import { stateIn, stateIs, stateNotIn } from "./states.ts";

/** What counts for which figure: said once for those who count all, and for those who count what is over once. */

/** A span of time: after `from`, up to and with `to`. Without `from`: since the start. */
export interface Period {
  readonly from: Date | null;
  readonly to: Date;
}

/** All that there is, also where the clock was moved back. */
export const EVER: Period = { from: null, to: new Date("9999-12-31T00:00:00Z") };

export const valid = stateNotIn(issues.state, VOID_STATES);
const solved = sql`${issues.state} = 'closed' and ${issues.outcome} = 'solved'`;

export function within(
  column: typeof issues.submittedAt | typeof issues.measureAt | typeof issues.closedAt,
  period: Period,
): SQL | undefined {
  const end = lte(column, period.to);
  return period.from === null ? end : and(gt(column, period.from), end);
}

/** 超期, wherever it is listed or counted: open, its clock running, and past its present due date. */
export function isLate(now: Date): SQL | undefined {
  return and(stateIn(issues.state, RUNNING_STATES), lte(issues.due, now));
}

type Condition = SQL | undefined;
interface Share {
  readonly part: Condition;
  readonly whole: Condition;
}

/** 收集 / 有措施 / 已解决 in a period; 未解决 are those collected in it that are not solved. */
export function countParts(period: Period) {
  return {
    collected: within(issues.submittedAt, period),
    measured: within(issues.measureAt, period),
    solved: and(solved, within(issues.closedAt, period)),
    open: and(sql`not (${solved})`, within(issues.submittedAt, period)),
  };
}

/** What is counted beside the rates. */
export const OTHER_PARTS = {
  onHold: stateIs(issues.state, "on_hold"),
  unconfirmed: eq(issues.outcome, "unconfirmed"),
  unrated: and(stateIs(issues.state, "closed"), isNull(issues.rating)),
};

/** Of every rate what counts for it, and what it is counted of. `now`: a moment. */
export function rateParts(now: SQL): Readonly<Record<RateName, Share>> {
  const inTime = (done: typeof issues.signedAt, limit: typeof issues.signDue) => sql`${done} <= ${limit}`;
  const doneOrDue = (done: typeof issues.signedAt, limit: typeof issues.signDue) =>
    or(isNotNull(done), sql`${limit} is not null and ${limit} <= ${now}`);
  const notHeld = sql`${issues.state} <> 'on_hold'`;
  const said = inArray(issues.outcome, ["solved", "explained"]);
  return {
    sign: { part: inTime(issues.signedAt, issues.signDue), whole: doneOrDue(issues.signedAt, issues.signDue) },
    contact: {
      part: inTime(issues.contactAt, issues.contactDue),
      whole: doneOrDue(issues.contactAt, issues.contactDue),
    },
    onTime: {
      part: inTime(issues.answeredAt, issues.due),
      whole: and(notHeld, doneOrDue(issues.answeredAt, issues.due)),
    },
    firstOnTime: {
      part: inTime(issues.answeredAt, issues.firstDue),
      whole: and(notHeld, doneOrDue(issues.answeredAt, issues.firstDue)),
    },
    measure: {
      part: and(isNotNull(issues.signedAt), isNotNull(issues.measureDue)),
      whole: isNotNull(issues.signedAt),
    },
    solved: { part: eq(issues.outcome, "solved"), whole: or(said, sql`${issues.rework} > 0`) },
    satisfied: { part: sql`${issues.rating} >= 4`, whole: isNotNull(issues.rating) },
    reopened: {
      part: isNotNull(issues.reopenedAt),
      whole: or(isNotNull(issues.closedAt), isNotNull(issues.reopenedAt)),
    },
    dispatched: {
      part: and(isNotNull(issues.firstDue), eq(issues.returned, false)),
      whole: isNotNull(issues.firstDue),
    },
    drafted: { part: sql`${issues.draftOf} > 0`, whole: isNotNull(issues.draftOf) },
  };
}

/** Every part under one name each, as `onTime.part`. */
export function namedParts(period: Period, now: SQL): ReadonlyMap<string, Condition> {
  const rates = rateParts(now);
  return new Map([
    ...Object.entries(countParts(period)),
    ...Object.entries(OTHER_PARTS),
    ...RATES.flatMap((name) => [
      [`${name}.part`, rates[name].part] as const,
      [`${name}.whole`, rates[name].whole] as const,
    ]),
  ]);
}
