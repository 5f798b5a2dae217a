import type { RequestKind } from "../../domain/issue/issue.ts";
import { SEE_ONE } from "../../messages/actions.ts";
import type { Block } from "../../messages/card.ts";
import { REST, COORDINATOR_DAILY as WORDS } from "../../messages/zh-cn/digests.ts";
import { countOverdue, issuesInState, pendingRequests } from "../../store/issues.ts";
import { outboxFigures } from "../../store/notices.ts";
import { type DigestKind, DigestLists, framed, idsOf, issuesOf, type OpenSupervision, supervisedBy } from "./digest.ts";

interface CoordinatorDaily {
  readonly undispatched: readonly number[];
  readonly unsigned: readonly number[];
  readonly requests: readonly { readonly issueId: number; readonly kind: RequestKind }[];
  readonly supervised: readonly OpenSupervision[];
  readonly overdue: number;
  /** Messages that were given up. */
  readonly dead: number;
}

/** The coordinator's day: what waits for a dispatch, a signature, a decision or an answer to those above. */
export const coordinatorDaily: DigestKind<CoordinatorDaily> = {
  facts: async ({ db }, _spec, to) => {
    const requests = await pendingRequests(db);
    return {
      undispatched: idsOf(await issuesInState(db, "submitted")),
      unsigned: idsOf(await issuesInState(db, "dispatched")),
      requests: requests.map(({ issueId, kind }) => ({ issueId, kind })),
      supervised: await supervisedBy(db, null),
      overdue: await countOverdue(db, to),
      dead: (await outboxFigures(db)).dead,
    };
  },
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
    const head = WORDS.head(facts.title, scene.reader.day(new Date(facts.to)));
    return framed(facts, scene.page, {
      head,
      quiet: WORDS.quiet(head),
      lists: [
        ...lists.issues(WORDS.lists.undispatched, undispatched),
        ...lists.issues(WORDS.lists.unsigned, unsigned),
        ...lists.about(WORDS.lists.requests, facts.requests, ({ kind }, issue) => WORDS.request(kind, issue)),
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
