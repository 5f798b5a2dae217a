import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import { visible } from "../../chat/find.ts";
import type { Question } from "../../chat/understand/outcome.ts";
import { waysOfProposals } from "../../chat/understand/zh-cn-common-proposed.ts";
import { findProposals, standingProposals } from "../../issues/common-found.ts";
import type { NextStep } from "../../messages/actions.ts";
import type { Block } from "../../messages/card.ts";
import { type Evidence, evidenceEntry, evidenceOf } from "../../messages/common-view.ts";
import type { Reader } from "../../messages/reader.ts";
import * as words from "../../messages/zh-cn/common.ts";
import type { Db } from "../../store/client.ts";
import { listCommons } from "../../store/common.ts";
import { decideProposal, type Proposal } from "../../store/common-proposals.ts";
import { readIssues } from "../../store/issues.ts";
import { titleAmong } from "./called.ts";
import type { Told } from "./which.ts";
import { SUB_WORDS } from "./zh-cn-said.ts";

/** What may be a common problem, with its evidence, for the coordinator to take or to refuse. */

/** The open proposal of this number in the list. */
export async function proposalAt(db: Db, place: number): Promise<Proposal | null> {
  return (await standingProposals(db)).find((one) => one.place === place) ?? null;
}

/** What a new common problem is called when nobody says. */
export async function titleFor(conversation: Conversation, proposal: Proposal): Promise<string> {
  return titleAmong(conversation, await readIssues(conversation.ctx.db, proposal.issues));
}

/** The open proposals as they may be seen in this conversation. */
export async function evidenceHere(conversation: Pick<Conversation, "ctx" | "reader">): Promise<readonly Evidence[]> {
  const { ctx, reader } = conversation;
  const proposals = await standingProposals(ctx.db);
  const all = await readIssues(ctx.db, [...new Set(proposals.flatMap(({ issues }) => issues))]);
  const shown = await visible(conversation, all);
  const titles = new Map((await listCommons(ctx.db, "open")).map(({ id, title }) => [id, words.named(id, title)]));
  return proposals.flatMap((one) => {
    const own = shown.filter(({ id }) => one.issues.includes(id));
    const joins = one.commonId === null ? null : (titles.get(one.commonId) ?? null);
    const isGone = one.commonId !== null && joins === null;
    return own.length === 0 || isGone
      ? []
      : [evidenceOf({ place: one.place, common: one.commonId }, own, { reader, joins })];
  });
}

/** The proposals under their heading, and what can be said of them. */
export function proposalBlocks(found: readonly Evidence[], reader: Reader): readonly Block[] {
  return found.length === 0
    ? []
    : [
        { kind: "text", text: words.PROPOSED },
        { kind: "list", items: found.map((one) => evidenceEntry(one, reader)) },
      ];
}

/** 共性 新建 1, 共性 不是 1: of the first that waits. */
export function proposalSteps(found: readonly Pick<Evidence, "place">[]): readonly NextStep[] {
  const [first] = found;
  if (first === undefined) return [];
  return (["create", "dismiss"] as const).map((name) => ({
    command: "common",
    given: `${SUB_WORDS[name][0]} ${first.place}`,
  }));
}

type Ways = Extract<Question, { ask: "ways" }>;

/** 第一个可以，建一个: what is said next may take one, or refuse it. `common`: the only one that is open, of which the rest is. */
export function proposalWays(found: readonly Pick<Evidence, "place">[], common: number | null): Ways {
  const ways = waysOfProposals(found.map(({ place }) => place));
  return { ask: "ways", ways, ...(common !== null && { common }) };
}

/** 建议: looks now, and shows what there is. */
export async function showProposals(conversation: Conversation): Promise<Reply> {
  await findProposals(conversation.ctx);
  const { reader } = conversation;
  const found = await evidenceHere(conversation);
  if (found.length === 0) return sentence(words.NOTHING_PROPOSED);
  const card = {
    blocks: [...proposalBlocks(found, reader), { kind: "actions" as const, steps: proposalSteps(found) }],
  };
  return { ...withCard(card), asks: proposalWays(found, null) };
}

/** 第二个不是, right behind the first that was taken or refused: the others can still be answered. */
export async function withProposalsLeft(conversation: Conversation, reply: Reply): Promise<Reply> {
  const { asks } = reply;
  const left = asks === undefined || asks.ask === "ways" ? await evidenceHere(conversation) : [];
  if (left.length === 0) return reply;
  const { ways } = proposalWays(left, null);
  return { ...reply, asks: asks?.ask === "ways" ? { ...asks, ways } : { ask: "ways", ways } };
}

/** 不是 1: it is not proposed again. */
export async function dismissProposal(conversation: Conversation, { rest }: Told): Promise<Reply> {
  const { ctx, actor } = conversation;
  const said = /\d{1,4}/u.exec(rest.normalize("NFKC"));
  if (said === null) return sentence(words.SAY_WHICH_PROPOSAL);
  const place = Number(said[0]);
  const proposal = await proposalAt(ctx.db, place);
  if (proposal === null) return sentence(words.noSuchProposal(place));
  const isFirst = await decideProposal(ctx.db, proposal.id, { state: "refused", by: actor.name, at: ctx.now });
  const done = sentence(isFirst ? words.dismissed(place, proposal.issues) : words.decidedAlready(place));
  return withProposalsLeft(conversation, done);
}
