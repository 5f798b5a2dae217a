import type { Counts } from "../../domain/issue/figures.ts";
import { REST, TOTAL_LABEL, WEEK_LABEL, ENTERPRISE_WEEKLY as WORDS } from "../../messages/zh-cn/digests.ts";
import { countsLine } from "../../messages/zh-cn/terms.ts";
import { countsOf, digestLists } from "../../store/figures.ts";
import { type DigestKind, DigestLists, framed, weekBefore } from "./digest.ts";

interface EnterpriseWeekly {
  readonly from: string;
  readonly total: Counts;
  readonly week: Counts;
  readonly raised: readonly number[];
  readonly moved: readonly number[];
  readonly solved: readonly number[];
  readonly next: readonly number[];
}

/** The weekly progress of a group: what is public there of the seven days, and the counts of the whole park. */
export const enterpriseWeekly: DigestKind<EnterpriseWeekly> = {
  facts: async ({ db }, { chat }, to) => {
    if (chat === undefined) return null;
    const week = weekBefore(to);
    return {
      from: week.from.toISOString(),
      total: await countsOf(db, { from: null, to }),
      week: await countsOf(db, week),
      ...(await digestLists(db, chat, week)),
    };
  },
  ids: ({ raised, moved, solved, next }) => [raised, moved, solved, next],
  card: (facts, scene) => {
    const { title, from, to, total, week } = facts;
    const { reader, page } = scene;
    const lists = new DigestLists(scene, () => REST.inGroup);
    return framed(facts, page, {
      head: WORDS.head(title, reader.day(new Date(from)), reader.day(new Date(to))),
      quiet: WORDS.quiet(title, total),
      figures: [
        { label: TOTAL_LABEL, value: countsLine(total) },
        { label: WEEK_LABEL, value: countsLine(week) },
      ],
      lists: [
        ...lists.issues(WORDS.lists.raised, lists.of(facts.raised)),
        ...lists.issues(WORDS.lists.moved, lists.of(facts.moved)),
        ...lists.issues(WORDS.lists.solved, lists.of(facts.solved)),
        ...lists.issues(WORDS.lists.next, lists.of(facts.next), WORDS.next),
      ],
      steps: [
        { command: "submit", blank: "text", label: "raise" },
        { command: "status", id: "any", label: "see-progress" },
      ],
    });
  },
};
