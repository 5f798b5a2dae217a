import type { Counts, Rate } from "../../domain/issue/figures.ts";
import { isOverdue } from "../../domain/issue/issue.ts";
import { type NextStep, SEE_ONE } from "../../messages/actions.ts";
import type { Block } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import { TOTAL_LABEL, TREND_PICTURE, WEEK_LABEL, SUPERVISION_WEEKLY as WORDS } from "../../messages/zh-cn/digests.ts";
import { countsLine, RATE_WORDS, rateText } from "../../messages/zh-cn/terms.ts";
import { type Counted, categoriesIn, countsOf, figuresOf } from "../../store/figures.ts";
import { issuesInState, overdueIssues } from "../../store/issues.ts";
import {
  type DigestKind,
  DigestLists,
  framed,
  idsOf,
  issuesOf,
  type OpenSupervision,
  supervisedBy,
  weekBefore,
} from "./digest.ts";

interface SupervisionWeekly {
  readonly from: string;
  readonly total: Counts;
  readonly week: Counts;
  /** The week before, to compare with. */
  readonly before: Counts;
  readonly rates: readonly Rate[];
  readonly overdue: readonly number[];
  readonly holds: readonly number[];
  readonly supervised: readonly OpenSupervision[];
  /** What several companies raised in the week, the most frequent first. */
  readonly categories: readonly Counted[];
}

const PRESS_ONE: NextStep = { command: "supervise", id: "any", blank: "text" };

/** A leader's week: the four counts, the rates, what is late and with whom, what is put off, and what many share. */
export const supervisionWeekly: DigestKind<SupervisionWeekly> = {
  withTrend: true,
  facts: async ({ db }, _spec, to) => {
    const week = weekBefore(to);
    const { counts, rates } = await figuresOf(db, { from: null, to }, to);
    const categories = await categoriesIn(db, week);
    return {
      from: week.from.toISOString(),
      total: counts,
      week: await countsOf(db, week),
      before: await countsOf(db, weekBefore(week.from)),
      rates,
      overdue: idsOf(await overdueIssues(db, to)),
      holds: idsOf(await issuesInState(db, "on_hold")),
      supervised: await supervisedBy(db, null),
      // A problem of one company alone is not a common one.
      categories: categories.filter((one) => one.companies > 1),
    };
  },
  ids: ({ overdue, holds, supervised }) => [overdue, holds, issuesOf(supervised)],
  card: (facts, scene) => {
    const { title, from, to, total, week, before } = facts;
    const { reader, page } = scene;
    const lists = new DigestLists(scene, WORDS.rest);
    const isStill = week.collected + week.measured + week.solved + before.collected + before.solved === 0;
    return framed(facts, page, {
      head: WORDS.head(title, reader.day(new Date(from)), reader.day(new Date(to))),
      quiet: isStill ? WORDS.quiet(title, total) : null,
      figures: [
        { label: TOTAL_LABEL, value: countsLine(total) },
        { label: WEEK_LABEL, value: WORDS.compared(week, before) },
        ...facts.rates.map(({ name, part, whole }) => ({
          label: RATE_WORDS[name],
          value: rateText(part, whole),
        })),
      ],
      lists: [
        ...overdueLists(facts.overdue, lists, reader),
        ...lists.supervised(WORDS.lists.supervised, facts.supervised),
        ...lists.issues(
          WORDS.lists.holds,
          lists.of(facts.holds, (issue) => issue.state === "on_hold"),
        ),
        ...lists.others(WORDS.lists.categories, facts.categories, ({ category, issues, companies }) =>
          WORDS.category(reader.category(category), issues, companies),
        ),
      ],
      steps: [
        ...(reader.audience.kind === "department" ? [] : [PRESS_ONE]),
        SEE_ONE,
        { command: "stats", given: TREND_PICTURE, label: "see-trend" },
      ],
    });
  },
};

/** A list for each department, the one with the most first. */
function overdueLists(ids: readonly number[], lists: DigestLists, reader: Reader): Block[] {
  const late = lists.of(ids, (issue) => isOverdue(issue, reader.now));
  const departments = [...new Set(late.map((issue) => issue.department ?? ""))];
  return departments
    .map((code) => ({ code, issues: late.filter((issue) => (issue.department ?? "") === code) }))
    .sort((a, b) => b.issues.length - a.issues.length)
    .flatMap(({ code, issues }) => lists.issues(WORDS.overdueOf(reader.department(code)), issues));
}
