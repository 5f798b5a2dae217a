import type { Counts } from "../../domain/issue/figures.ts";
import { SEE_ONE } from "../../messages/actions.ts";
import type { Block } from "../../messages/card.ts";
import { undispatchedLine, unsignedUnitLine } from "../../messages/stuck.ts";
import { REST, COORDINATOR_DAILY as WORDS } from "../../messages/zh-cn/digests.ts";
import { countsOf } from "../../store/figures.ts";
import { countOverdue, issuesInState } from "../../store/issues.ts";
import { outboxFigures } from "../../store/outbox.ts";
import { type DigestKind, DigestLists, framed, idsOf, issuesOf, type OpenSupervision, supervisedBy } from "./digest.ts";
import { type Asked, askedNow } from "./stuck.ts";

interface CoordinatorDaily {
  /** Of this day; an earlier version did not keep it. */
  readonly today?: Counts;
  readonly undispatched: readonly number[];
  readonly unsigned: readonly number[];
  readonly requests: readonly Asked[];
  readonly supervised: readonly OpenSupervision[];
  readonly overdue: number;
  /** Messages that were given up. */
  readonly dead: number;
}

/** The coordinator's day: what waits for a dispatch, a signature, a decision or an answer to those above. */
export const coordinatorDaily: DigestKind<CoordinatorDaily> = {
  facts: async ({ db, park: { calendar } }, _spec, to) => {
    const morning = calendar.at(calendar.dateOf(to), "00:00");
    return {
      today: await countsOf(db, { from: morning, to }),
      undispatched: idsOf(await issuesInState(db, "submitted")),
      unsigned: idsOf(await issuesInState(db, "dispatched")),
      requests: await askedNow(db),
      supervised: await supervisedBy(db, null),
      overdue: await countOverdue(db, to),
      dead: (await outboxFigures(db)).dead,
    };
  },
  isEmpty: ({ undispatched, unsigned, requests, supervised, overdue, dead }) =>
    undispatched.length + unsigned.length + requests.length + supervised.length + overdue + dead === 0,
  ids: ({ undispatched, unsigned, requests, supervised }) => [
    undispatched,
    unsigned,
    issuesOf(requests),
    issuesOf(supervised),
  ],
  card: (facts, scene) => {
    const lists = new DigestLists(scene, () => REST.today);
    const undispatched = lists.of(facts.undispatched, (issue) => issue.state === "submitted");
    const unsigned = lists.of(facts.unsigned, (issue) => issue.state === "dispatched");
    const { reader } = scene;
    const requests = lists.of(issuesOf(facts.requests)).length;
    const waiting = [
      [WORDS.lists.undispatched, undispatched.length],
      [WORDS.lists.unsigned, unsigned.length],
      [WORDS.lists.requests, requests],
      [WORDS.overdueCounted, facts.overdue],
    ] as const;
    const head = WORDS.head(facts.title, scene.reader.day(new Date(facts.to)));
    return framed(facts, scene.page, {
      head,
      lead: [{ kind: "text", text: WORDS.lead(facts.today, waiting) }],
      quiet: WORDS.quiet(head),
      lists: [
        ...lists.lines(WORDS.lists.undispatched, undispatched, undispatchedLine),
        ...lists.lines(WORDS.lists.unsigned, unsigned, unsignedUnitLine),
        ...lists.about(WORDS.lists.requests, facts.requests, ({ kind, at }, issue) =>
          WORDS.request(kind, issue, at === undefined ? null : reader.since(new Date(at))),
        ),
        ...lists.supervised(WORDS.lists.supervised, facts.supervised),
        ...counts(facts),
      ],
      steps: [{ command: "dispatch", id: "any", blank: "department" }, SEE_ONE],
    });
  },
};

function counts({ overdue, dead }: CoordinatorDaily): Block[] {
  const items = [...(overdue === 0 ? [] : [WORDS.overdue(overdue)]), ...(dead === 0 ? [] : [WORDS.dead(dead)])];
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
