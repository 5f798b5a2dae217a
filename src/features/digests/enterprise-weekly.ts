import type { Counts } from "../../domain/issue/figures.ts";
import {
  REST,
  TOTAL_LABEL,
  WEEK_LABEL,
  WEEKLY_MOVES,
  type WeeklyMove,
  ENTERPRISE_WEEKLY as WORDS,
} from "../../messages/zh-cn/digests.ts";
import { countsOf, digestLists } from "../../store/figures.ts";
import { type DigestKind, DigestLists, framed, weekBefore } from "./digest.ts";

interface EnterpriseWeekly {
  readonly from: string;
  readonly total: Counts;
  readonly week: Counts;
  readonly raised: readonly number[];
  readonly moved: readonly number[];
  /** Closed in the week, however it ended. */
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
  isEmpty: (own) => listsOf(own).flat().length === 0,
  ids: listsOf,
  card: (facts, scene) => {
    const { title, from, to, total, week } = facts;
    const { reader, page } = scene;
    const lists = new DigestLists(scene, () => REST.inGroup);
    const moves = (id: number) => WEEKLY_MOVES.filter((move) => movedIn(facts, move).includes(id));
    const shown = lists.of([...new Set(listsOf(facts).flat())]);
    const count = (move: WeeklyMove) => shown.filter(({ id }) => moves(id).includes(move)).length;
    const moved = WORDS.moves({ raised: count("raised"), moved: count("moved"), closed: count("closed") });
    return framed(facts, page, {
      head: WORDS.head(title, reader.day(new Date(from)), reader.day(new Date(to))),
      quiet: WORDS.quiet(title, total),
      lead: moved === "" ? [] : [{ kind: "text", text: WORDS.inGroup(moved) }],
      lists: lists.issues(WORDS.list, shown, (issue) => WORDS.line(issue, moves(issue.id))),
      figures: [
        { kind: "text", text: WORDS.figures(WEEK_LABEL, week) },
        { kind: "text", text: WORDS.figures(TOTAL_LABEL, total) },
      ],
      steps: [
        { command: "submit", blank: "text", label: "raise" },
        { command: "status", id: "any", label: "see-progress" },
      ],
    });
  },
};

/** What is over comes first, then what moved, what is new, and what is still to be done. */
function listsOf({ raised, moved, solved, next }: EnterpriseWeekly): readonly (readonly number[])[] {
  return [solved, moved, raised, next];
}

function movedIn({ raised, moved, solved }: EnterpriseWeekly, move: WeeklyMove): readonly number[] {
  return { raised, moved, closed: solved }[move];
}
