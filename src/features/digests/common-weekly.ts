import { findProposals } from "../../issues/common-found.ts";
import { evidenceEntry, evidenceOf } from "../../messages/common-view.ts";
import { named, WEEKLY as WORDS } from "../../messages/zh-cn/common.ts";
import { readCommon } from "../../store/common.ts";
import type { DigestKind } from "./digest.ts";
import { DigestLists, framed } from "./digest.ts";

/** What is proposed as a common problem, under its number in the list. */
interface Proposed {
  readonly place: number;
  readonly common: number | null;
  /** What the common problem is called to which these belong. */
  readonly joins: string | null;
  readonly issues: readonly number[];
}

interface CommonWeekly {
  readonly proposals: readonly Proposed[];
}

/** The coordinator's week of common problems: what several companies have, each with its evidence, to be taken or refused. */
export const commonWeekly: DigestKind<CommonWeekly> = {
  facts: async (ctx) => {
    const proposals: Proposed[] = [];
    for (const { place, commonId, issues } of await findProposals(ctx)) {
      const common = commonId === null ? null : await readCommon(ctx.db, commonId);
      const joins = common === null ? null : named(common.id, common.title);
      proposals.push({ place, common: commonId, joins, issues });
    }
    return { proposals };
  },
  isEmpty: ({ proposals }) => proposals.length === 0,
  ids: ({ proposals }) => proposals.map(({ issues }) => issues),
  card: (facts, scene) => {
    const { reader, page } = scene;
    const lists = new DigestLists(scene, () => WORDS.rest);
    const found = facts.proposals.flatMap(({ place, common, joins, issues }) => {
      const shown = lists.of(issues);
      return shown.length === 0 ? [] : [evidenceOf({ place, common }, shown, { reader, joins })];
    });
    const [first] = found;
    return framed(facts, page, {
      head: WORDS.head(facts.title),
      quiet: WORDS.quiet(facts.title),
      lists: found.length === 0 ? [] : [{ kind: "list", items: found.map((one) => evidenceEntry(one, reader)) }],
      lead: first === undefined ? [] : [{ kind: "text", text: WORDS.reply }],
      steps:
        first === undefined
          ? []
          : [
              { command: "common", given: WORDS.take(first.place) },
              { command: "common", given: WORDS.refuse(first.place) },
            ],
    });
  },
};
