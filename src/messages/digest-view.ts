import { type Issue, isRunning } from "../domain/issue.ts";
import type {
  CoordinatorDaily,
  Counts,
  DepartmentDaily,
  DigestFacts,
  EnterpriseWeekly,
  OpenSupervision,
  SupervisionWeekly,
} from "../domain/notice.ts";
import type { IssueView, Reader } from "./reader.ts";
import { numberText } from "./zh-cn/supervision.ts";
import { REQUEST_WORDS } from "./zh-cn/terms.ts";

/** A digest as one audience may see it. What is over by the time it goes is left out of the lists of what is to be done. */
export type DigestView = WeeklyView | DepartmentView | SupervisionView | CoordinatorView;

interface BaseView {
  readonly day: string;
  readonly late: boolean;
  readonly title: string | null;
  readonly note: string | null;
}

export interface WeeklyView extends BaseView {
  readonly kind: "enterprise-weekly";
  readonly from: string;
  readonly total: Counts;
  readonly week: Counts;
  readonly raised: readonly IssueView[];
  readonly moved: readonly IssueView[];
  readonly solved: readonly IssueView[];
  readonly next: readonly IssueView[];
}

export interface NumberedView {
  readonly issue: IssueView;
  /** 督办〔2026〕1号, or what is asked for: 延期. */
  readonly mark: string;
}

export interface DepartmentView extends BaseView {
  readonly kind: "department-daily";
  readonly department: string;
  readonly unsigned: readonly IssueView[];
  readonly overdue: readonly IssueView[];
  readonly dueToday: readonly IssueView[];
  readonly awaiting: readonly IssueView[];
  readonly helping: readonly IssueView[];
  readonly supervised: readonly NumberedView[];
}

export interface SupervisionView extends BaseView {
  readonly kind: "supervision-weekly";
  readonly from: string;
  readonly total: Counts;
  readonly week: Counts;
  readonly before: Counts;
  readonly rates: SupervisionWeekly["rates"];
  /** By department, the one with the most first. */
  readonly overdue: readonly { readonly department: string; readonly issues: readonly IssueView[] }[];
  readonly holds: readonly IssueView[];
  readonly supervised: readonly NumberedView[];
  readonly categories: readonly { readonly name: string; readonly issues: number; readonly companies: number }[];
}

export interface CoordinatorView extends BaseView {
  readonly kind: "coordinator-daily";
  readonly undispatched: readonly IssueView[];
  readonly unsigned: readonly IssueView[];
  readonly requests: readonly NumberedView[];
  readonly supervised: readonly NumberedView[];
  readonly overdue: number;
  readonly dead: number;
}

/** The ids that a digest speaks of. */
export function idsOf(facts: DigestFacts): readonly number[] {
  return [...new Set(listsOf(facts).flat())];
}

function listsOf(facts: DigestFacts): readonly (readonly number[])[] {
  const ids = (marked: readonly { readonly issueId: number }[]) => marked.map((one) => one.issueId);
  switch (facts.kind) {
    case "enterprise-weekly":
      return [facts.raised, facts.moved, facts.solved, facts.next];
    case "department-daily":
      return [facts.unsigned, facts.overdue, facts.dueToday, facts.awaiting, facts.helping, ids(facts.supervised)];
    case "supervision-weekly":
      return [facts.overdue, facts.holds, ids(facts.supervised)];
    case "coordinator-daily":
      return [facts.undispatched, facts.unsigned, ids(facts.requests), ids(facts.supervised)];
  }
}

/** The issues that may be spoken of, by number, and how a list of numbers becomes one of views. */
class Shown {
  readonly #views = new Map<number, { readonly issue: Issue; readonly view: IssueView }>();

  constructor(issues: readonly Issue[], show: (issue: Issue) => IssueView | null) {
    for (const issue of issues) {
      const view = show(issue);
      if (view !== null) this.#views.set(issue.id, { issue, view });
    }
  }

  pick(ids: readonly number[], holds: (issue: Issue) => boolean = () => true): readonly IssueView[] {
    return ids.flatMap((id) => {
      const found = this.#views.get(id);
      return found !== undefined && holds(found.issue) ? [found.view] : [];
    });
  }

  marked(list: readonly { readonly issueId: number; readonly mark: string }[]): readonly NumberedView[] {
    return list.flatMap(({ issueId, mark }) => this.pick([issueId]).map((issue) => ({ issue, mark })));
  }

  issueOf(id: number): Issue | undefined {
    return this.#views.get(id)?.issue;
  }
}

/** A digest as `reader` may see it. `issues`: those that it speaks of. */
export function viewDigest(facts: EnterpriseWeekly, issues: readonly Issue[], reader: Reader): WeeklyView;
export function viewDigest(facts: DigestFacts, issues: readonly Issue[], reader: Reader): DigestView;
export function viewDigest(facts: DigestFacts, issues: readonly Issue[], reader: Reader): DigestView {
  const helping = facts.kind === "department-daily" ? [facts.department] : [];
  const shown = new Shown(issues, (issue) => (reader.may(issue, helping) ? reader.issue(issue) : null));
  const base = {
    day: reader.day(new Date(facts.to)),
    late: facts.late,
    title: facts.title ?? null,
    note: facts.note ?? null,
  };
  switch (facts.kind) {
    case "enterprise-weekly":
      return { ...base, ...viewWeekly(facts, shown, reader) };
    case "department-daily":
      return { ...base, ...viewDepartment(facts, shown, reader) };
    case "supervision-weekly":
      return { ...base, ...viewSupervision(facts, shown, reader) };
    case "coordinator-daily":
      return { ...base, ...viewCoordinator(facts, shown) };
  }
}

type Bare<T extends BaseView> = Omit<T, keyof BaseView>;

function viewWeekly(facts: EnterpriseWeekly, shown: Shown, reader: Reader): Bare<WeeklyView> {
  const { kind, total, week } = facts;
  return {
    kind,
    from: reader.day(new Date(facts.from)),
    total,
    week,
    raised: shown.pick(facts.raised),
    moved: shown.pick(facts.moved),
    solved: shown.pick(facts.solved),
    next: shown.pick(facts.next),
  };
}

function numbered(list: readonly OpenSupervision[]) {
  return list.map(({ issueId, number }) => ({ issueId, mark: numberText(number) }));
}

function viewDepartment(facts: DepartmentDaily, shown: Shown, reader: Reader): Bare<DepartmentView> {
  const overdue = shown.pick(
    facts.overdue,
    (issue) => isRunning(issue) && issue.due !== null && issue.due < reader.now,
  );
  return {
    kind: facts.kind,
    department: reader.department(facts.department),
    unsigned: shown.pick(facts.unsigned, (issue) => issue.state === "dispatched"),
    overdue,
    dueToday: shown.pick(facts.dueToday, isRunning).filter((view) => !overdue.includes(view)),
    awaiting: shown.pick(facts.awaiting, (issue) => issue.state === "waiting" || issue.state === "answered"),
    helping: shown.pick(facts.helping),
    supervised: shown.marked(numbered(facts.supervised)),
  };
}

function viewSupervision(facts: SupervisionWeekly, shown: Shown, reader: Reader): Bare<SupervisionView> {
  const { kind, total, week, before, rates } = facts;
  const late = facts.overdue.filter((id) => {
    const issue = shown.issueOf(id);
    return issue !== undefined && isRunning(issue) && issue.due !== null && issue.due < reader.now;
  });
  const unitOf = (id: number) => shown.issueOf(id)?.department ?? "";
  const overdue = [...new Set(late.map(unitOf))].map((code) => ({
    department: reader.department(code),
    issues: shown.pick(late.filter((id) => unitOf(id) === code)),
  }));
  return {
    kind,
    from: reader.day(new Date(facts.from)),
    total,
    week,
    before,
    rates,
    overdue: overdue.sort((a, b) => b.issues.length - a.issues.length),
    holds: shown.pick(facts.holds, (issue) => issue.state === "on_hold"),
    supervised: shown.marked(numbered(facts.supervised)),
    categories: facts.categories.map(({ category, issues, companies }) => ({
      name: reader.category(category),
      issues,
      companies,
    })),
  };
}

function viewCoordinator(facts: CoordinatorDaily, shown: Shown): Bare<CoordinatorView> {
  return {
    kind: facts.kind,
    undispatched: shown.pick(facts.undispatched, (issue) => issue.state === "submitted"),
    unsigned: shown.pick(facts.unsigned, (issue) => issue.state === "dispatched"),
    requests: shown.marked(facts.requests.map(({ issueId, kind }) => ({ issueId, mark: REQUEST_WORDS[kind] }))),
    supervised: shown.marked(numbered(facts.supervised)),
    overdue: facts.overdue,
    dead: facts.dead,
  };
}
