import { type Issue, isRunning } from "../domain/issue.ts";
import type {
  CoordinatorDaily,
  DepartmentDaily,
  EnterpriseWeekly,
  OpenSupervision,
  SupervisionWeekly,
} from "../domain/notice.ts";
import { type Counted, categoriesIn, countsOf, digestLists, figuresOf } from "../store/figures.ts";
import {
  assistsOfIssues,
  countOverdue,
  issuesInState,
  openOfDepartments,
  overdueIssues,
  pendingRequests,
} from "../store/issues.ts";
import { outboxFigures } from "../store/notices.ts";
import { openSupervisions } from "../store/supervisions.ts";
import { numberOf } from "./supervise.ts";
import type { Work } from "./work.ts";

/** What each digest says at a moment: numbers of issues and counts. The words are made when it goes. */

const WEEK_MS = 7 * 24 * 3_600_000;

/** When it is made for, and whether it comes after its time. */
export interface Timing {
  readonly to: Date;
  readonly late: boolean;
}

function week(to: Date) {
  return { from: new Date(to.getTime() - WEEK_MS), to };
}

/**
 * The weekly digest of a group: the seven days before a moment, and the counts of the whole park since the start.
 * `chat`: the enterprise group whose issues are listed; null lists all, for the audience to be filtered later.
 */
export async function weeklyFacts(
  { db }: Pick<Work, "db">,
  chat: string | null,
  { to, late }: Timing,
): Promise<EnterpriseWeekly> {
  const lists = await digestLists(db, chat, week(to));
  return {
    kind: "enterprise-weekly",
    from: week(to).from.toISOString(),
    to: to.toISOString(),
    late,
    total: await countsOf(db, { from: null, to }),
    week: await countsOf(db, week(to)),
    ...lists,
  };
}

/** A department's day, with the issues of the city units that it tracks. */
export async function departmentFacts(
  { db, park }: Pick<Work, "db" | "park">,
  department: string,
  { to, late }: Timing,
): Promise<DepartmentDaily> {
  const { calendar, org } = park;
  const codes = [department, ...org.departments.flatMap((one) => (one.trackedBy === department ? [one.code] : []))];
  const all = await openOfDepartments(db, codes);
  const own = all.filter((issue) => issue.department !== null && codes.includes(issue.department));
  const running = own.filter(isRunning);
  const assists = await assistsOfIssues(
    db,
    all.map((issue) => issue.id),
  );
  const today = calendar.dateOf(to);
  const dueToday = (issue: Issue) => issue.due !== null && issue.due >= to && calendar.dateOf(issue.due) === today;
  const helps = assists.filter((one) => one.department === department && one.doneAt === null);
  return {
    kind: "department-daily",
    to: to.toISOString(),
    late,
    department,
    unsigned: idsOf(own.filter((issue) => issue.state === "dispatched")),
    overdue: idsOf(running.filter((issue) => issue.due !== null && issue.due < to)),
    dueToday: idsOf(running.filter(dueToday)),
    awaiting: idsOf(own.filter((issue) => issue.state === "waiting" || issue.state === "answered")),
    helping: idsOf(all.filter((issue) => helps.some((one) => one.issueId === issue.id))),
    supervised: await supervisedBy(db, codes),
  };
}

/** The leaders' week. */
export async function supervisionFacts({ db }: Pick<Work, "db">, { to, late }: Timing): Promise<SupervisionWeekly> {
  const whole = await figuresOf(db, { from: null, to }, to);
  return {
    kind: "supervision-weekly",
    from: week(to).from.toISOString(),
    to: to.toISOString(),
    late,
    total: whole.counts,
    week: await countsOf(db, week(to)),
    before: await countsOf(db, week(week(to).from)),
    rates: whole.rates,
    overdue: idsOf(await overdueIssues(db, to)),
    holds: idsOf(await issuesInState(db, "on_hold")),
    supervised: await supervisedBy(db, null),
    categories: shared(await categoriesIn(db, week(to))),
  };
}

/** The coordinator's day. */
export async function coordinatorFacts({ db }: Pick<Work, "db">, { to, late }: Timing): Promise<CoordinatorDaily> {
  const requests = await pendingRequests(db);
  return {
    kind: "coordinator-daily",
    to: to.toISOString(),
    late,
    undispatched: idsOf(await issuesInState(db, "submitted")),
    unsigned: idsOf(await issuesInState(db, "dispatched")),
    requests: requests.map(({ issueId, kind }) => ({ issueId, kind })),
    supervised: await supervisedBy(db, null),
    overdue: await countOverdue(db, to),
    dead: (await outboxFigures(db)).dead,
  };
}

function idsOf(issues: readonly Issue[]): readonly number[] {
  return issues.map((issue) => issue.id);
}

async function supervisedBy(
  db: Work["db"],
  departments: readonly string[] | null,
): Promise<readonly OpenSupervision[]> {
  const open = await openSupervisions(db, departments);
  return open.map((one) => ({ issueId: one.issueId, number: numberOf(one) }));
}

/** A problem of one company alone is not a common one. */
function shared(counted: readonly Counted[]): SupervisionWeekly["categories"] {
  return counted.filter((one) => one.companies > 1);
}
