import { type Issue, isOverdue, isRunning } from "../../domain/issue/issue.ts";
import { withTracked } from "../../domain/park/park.ts";
import type { Context } from "../../issues/context.ts";
import { SEE_ONE } from "../../messages/actions.ts";
import { REST, DEPARTMENT_DAILY as WORDS } from "../../messages/zh-cn/digests.ts";
import { assistsOfIssues, openOfDepartments } from "../../store/issues.ts";
import { type DigestKind, DigestLists, framed, idsOf, issuesOf, type OpenSupervision, supervisedBy } from "./digest.ts";

interface DepartmentDaily {
  readonly department: string;
  readonly unsigned: readonly number[];
  readonly overdue: readonly number[];
  readonly dueToday: readonly number[];
  /** Waiting for the company: its addition, or its confirmation. */
  readonly awaiting: readonly number[];
  /** Others' issues that it helps with and has not said its part on. */
  readonly helping: readonly number[];
  readonly supervised: readonly OpenSupervision[];
}

/** A department's day, with the issues of the city units that it tracks. */
export const departmentDaily: DigestKind<DepartmentDaily> = {
  facts: async (ctx, { chat }, to) => {
    const department = chat === undefined ? undefined : ctx.park.directory.chat(chat)?.department;
    return department === undefined ? null : dayOf(ctx, department, to);
  },
  isEmpty: (own) => listsOf(own).flat().length === 0,
  ids: listsOf,
  card: (facts, scene) => {
    const { reader, page } = scene;
    const lists = new DigestLists(scene, () => REST.today, [facts.department]);
    const overdue = lists.of(facts.overdue, (issue) => isOverdue(issue, reader.now));
    const dueToday = lists.of(facts.dueToday, isRunning).filter((issue) => !overdue.includes(issue));
    // What is late or due today says itself that nobody has signed for it, and stands in one list.
    const unsigned = lists.of(facts.unsigned, isUnsigned).filter((one) => ![...overdue, ...dueToday].includes(one));
    const head = WORDS.head(facts.title, reader.day(new Date(facts.to)), reader.department(facts.department));
    return framed(facts, page, {
      head,
      quiet: WORDS.quiet(head),
      lists: [
        ...lists.issues(WORDS.lists.dueToday, dueToday),
        ...lists.issues(WORDS.lists.overdue, overdue),
        ...lists.issues(WORDS.lists.unsigned, unsigned),
        ...lists.supervised(WORDS.lists.supervised, facts.supervised),
        ...lists.issues(WORDS.lists.helping, lists.of(facts.helping)),
        ...lists.issues(WORDS.lists.awaiting, lists.of(facts.awaiting, isAwaiting)),
      ],
      steps: [SEE_ONE, { command: "todo", label: "see-all" }],
    });
  },
};

function listsOf(own: DepartmentDaily): readonly (readonly number[])[] {
  return [own.unsigned, own.overdue, own.dueToday, own.awaiting, own.helping, issuesOf(own.supervised)];
}

const isUnsigned = (issue: Pick<Issue, "state">) => issue.state === "dispatched";
const isAwaiting = (issue: Pick<Issue, "state">) => issue.state === "waiting" || issue.state === "answered";

async function dayOf({ db, park }: Context, department: string, to: Date): Promise<DepartmentDaily> {
  const { calendar } = park;
  const codes = withTracked(park, department);
  const all = await openOfDepartments(db, codes);
  const own = all.filter((issue) => issue.department !== null && codes.includes(issue.department));
  const assists = await assistsOfIssues(db, idsOf(all));
  const helps = assists.filter((one) => one.department === department && one.doneAt === null);
  const today = calendar.dateOf(to);
  const isDueToday = ({ due }: Pick<Issue, "due">) => due !== null && due >= to && calendar.dateOf(due) === today;
  return {
    department,
    unsigned: idsOf(own.filter(isUnsigned)),
    overdue: idsOf(own.filter((issue) => isOverdue(issue, to))),
    dueToday: idsOf(own.filter((issue) => isRunning(issue) && isDueToday(issue))),
    awaiting: idsOf(own.filter(isAwaiting)),
    helping: idsOf(all.filter((issue) => helps.some((one) => one.issueId === issue.id))),
    supervised: await supervisedBy(db, codes),
  };
}
