import type { Counts, Rate } from "../../domain/issue/figures.ts";
import { type NextStep, SEE_ONE } from "../../messages/actions.ts";
import type { Block } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import {
  countsOfPeriod,
  TOTAL_LABEL,
  TREND_PICTURE,
  WEEK_LABEL,
  SUPERVISION_WEEKLY as WORDS,
} from "../../messages/zh-cn/digests.ts";
import { verdict } from "../../messages/zh-cn/stuck.ts";
import { RATE_WORDS, rateText } from "../../messages/zh-cn/terms.ts";
import { type Counted, categoriesIn, countsOf, figuresOf } from "../../store/figures.ts";
import { issuesInState } from "../../store/issues.ts";
import { type CommonFacts, commonFacts, commonText } from "./commons.ts";
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
import { type StuckFacts, stuckFacts, stuckIds, stuckIn, stuckNow } from "./stuck.ts";

interface SupervisionWeekly extends Partial<StuckFacts> {
  readonly from: string;
  readonly total: Counts;
  readonly week: Counts;
  /** The week before, to compare with. */
  readonly before: Counts;
  readonly rates: readonly Rate[];
  readonly holds: readonly number[];
  readonly supervised: readonly OpenSupervision[];
  /** What several companies raised in the week, the most frequent first. */
  readonly categories: readonly Counted[];
  /** The common problems that are open, and those that were done in the week; an earlier version did not keep them. */
  readonly commons?: readonly CommonFacts[];
}

const PRESS_ONE: NextStep = { command: "supervise", id: "any", blank: "text" };

/** A leader's week: how it stands in a line, what is stuck and with whom, what is put off, what many share; the figures last. */
export const supervisionWeekly: DigestKind<SupervisionWeekly> = {
  attachments: ({ to }) => [{ kind: "trend", to }],
  facts: async (ctx, _spec, to) => {
    const { db } = ctx;
    const week = weekBefore(to);
    const { counts, rates } = await figuresOf(db, { from: null, to }, to);
    const categories = await categoriesIn(db, week);
    return {
      from: week.from.toISOString(),
      total: counts,
      week: await countsOf(db, week),
      before: await countsOf(db, weekBefore(week.from)),
      rates,
      ...(await stuckFacts(ctx, to)),
      holds: idsOf(await issuesInState(db, "on_hold")),
      supervised: await supervisedBy(db, null),
      // A problem of one company alone is not a common one.
      categories: categories.filter((one) => one.companies > 1),
      commons: await commonFacts(ctx, week.from),
    };
  },
  isEmpty: (own) =>
    isStill(own) && [...stuckIds(stuckIn(own)), own.holds, own.supervised, own.commons ?? []].flat().length === 0,
  ids: (own) => [...stuckIds(stuckIn(own)), own.holds, issuesOf(own.supervised)],
  card: (facts, scene) => {
    const { title, from, to, total, week } = facts;
    const { reader, page } = scene;
    const lists = new DigestLists(scene, WORDS.rest);
    const stuck = stuckNow(stuckIn(facts), lists, reader);
    const ofUnit = reader.audience.kind === "department";
    const { collected, solved } = week;
    const text = verdict({ period: WEEK_LABEL, collected, solved, stuck: stuck.count, ofUnit });
    return framed(facts, page, {
      head: WORDS.head(title, reader.day(new Date(from)), reader.day(new Date(to))),
      lead: [{ kind: "text", text }, ...stuck.summary],
      quiet: isStill(facts) ? WORDS.quiet(title, total) : null,
      lists: [
        ...stuck.blocks,
        ...lists.supervised(WORDS.lists.supervised, facts.supervised),
        ...lists.issues(
          WORDS.lists.holds,
          lists.of(facts.holds, (issue) => issue.state === "on_hold"),
        ),
        ...lists.others(WORDS.lists.categories, facts.categories, ({ category, issues, companies }) =>
          WORDS.category(reader.category(category), issues, companies),
        ),
        ...lists.others(WORDS.lists.commons, commonsFor(facts, reader), (one) => commonText(one, reader)),
      ],
      figures: figuresOfWeek(facts),
      steps: [
        ...(reader.audience.kind === "department" ? [] : [PRESS_ONE]),
        SEE_ONE,
        { command: "stats", given: TREND_PICTURE, label: "see-trend" },
      ],
    });
  },
};

/** They name what is of all units: one alone is told of its own by 共性. */
function commonsFor({ commons = [] }: SupervisionWeekly, { audience }: Reader): readonly CommonFacts[] {
  return audience.kind === "department" ? [] : commons;
}

/** Nothing came, was planned or was solved, and the week before nothing came or was solved either. */
function isStill({ week, before }: Pick<SupervisionWeekly, "week" | "before">): boolean {
  return week.collected + week.measured + week.solved + before.collected + before.solved === 0;
}

/** The four counts and the rates, on short lines. */
function figuresOfWeek({ total, week, before, rates }: SupervisionWeekly): readonly Block[] {
  return [
    { kind: "text", text: countsOfPeriod(TOTAL_LABEL, total) },
    { kind: "text", text: WORDS.compared(week, before) },
    {
      kind: "fields",
      fields: rates
        .filter(({ name }) => name !== "drafted")
        .map(({ name, part, whole }) => ({ label: RATE_WORDS[name], value: rateText(part, whole) })),
    },
  ];
}
