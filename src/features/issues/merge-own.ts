import { type Conversation, type Reply, withCard } from "../../chat/conversation.ts";
import { isRefusal, type Refusal } from "../../domain/issue/decision.ts";
import { type Doable, partiesOf } from "../../domain/issue/lifecycle.ts";
import { losesUrgency, wrongPair } from "../../domain/issue/moves-leaving.ts";
import { type Attempt, type Dossier, move, whyNot } from "../../issues/move.ts";
import type { Block } from "../../messages/card.ts";
import { issueTitle } from "../../messages/issue-card.ts";
import * as words from "../../messages/zh-cn/like.ts";
import { titled } from "../../messages/zh-cn/moves.ts";
import { refusalReply } from "./moves.ts";

/** A company puts an issue of its own together with another: with its own, or with another's by 同感. */

interface Pair {
  /** Its own, which it takes back. */
  readonly from: Dossier;
  readonly into: Dossier;
}

/**
 * Two moves of the table in one transaction: its text is added to the other, or the other is joined, and the own one is taken back. Either
 * both are made, or none.
 */
export async function mergeOwn(conversation: Conversation, pair: Pair): Promise<Reply> {
  const { ctx, actor, source, reader } = conversation;
  const { from, into } = pair;
  const action = moveInto(conversation, pair);
  const isPeers = action === "join";
  const against = whyNotTogether(conversation, pair, action);
  if (against !== null) return against;
  const { id } = from.issue;
  const other = into.issue.id;
  const first: Attempt = { action, actor, source, input: isPeers ? {} : { text: textOf(from) } };
  const note = isPeers ? words.takenBackToJoin(other) : words.takenBackFor(other);
  const added = await move(ctx, into, first);
  if (isRefusal(added)) return refusalReply(conversation, into, action, added);
  const taken = await move(ctx, from, { action: "withdraw", actor, source, input: { text: note } });
  // It was found to be possible on rows that are locked.
  if (isRefusal(taken)) throw new Error(`an issue was not taken back: ${taken.refused}`);
  const done = isPeers ? words.joinedInstead(id, other) : words.mergedByCompany(id, other);
  const blocks: Block[] = [
    { kind: "title", text: titled(done, issueTitle(reader.issue(added.issue))) },
    ...slowed(pair),
    { kind: "hint", text: words.mayRestore(id) },
    ...(isPeers ? [{ kind: "hint" as const, text: words.joinStays(other) }] : []),
    { kind: "actions", steps: [{ command: "status", id: other, label: "see-progress" }] },
  ];
  return withCard({ blocks }, other);
}

/** That it goes on without its urgency is said, whichever word put the two together. */
export function slowed({ from, into }: Pair): readonly Block[] {
  if (!losesUrgency(from.issue, into.issue)) return [];
  return [{ kind: "text", text: words.LOSES_URGENCY.done(from.issue.id, into.issue.id) }];
}

function moveInto({ actor }: Conversation, { into }: Pair): "join" | "supplement" {
  return partiesOf(actor, into.issue, into.involved).includes("peer") ? "join" : "supplement";
}

/** What stands against it before it is shown; null: nothing. */
export function refuseMergeOwn(conversation: Conversation, pair: Pair): Reply | null {
  return whyNotTogether(conversation, pair, moveInto(conversation, pair));
}

/** What stands against one of the two; null: nothing. */
function whyNotTogether(conversation: Conversation, { from, into }: Pair, action: "join" | "supplement"): Reply | null {
  const { ctx, actor } = conversation;
  const wrong = wrongPair(from.issue, into.issue);
  // 同感 is for another company's.
  const isAnothers = action === "join" && wrong === "merge-company";
  const pair: Refusal | null = wrong === null || isAnothers ? null : { refused: wrong, other: into.issue.id };
  const refused = (dossier: Dossier, made: Doable, refusal: Refusal | null) =>
    refusal === null ? null : refusalReply(conversation, dossier, made, refusal);
  return (
    refused(from, "merge", pair) ??
    refused(from, "withdraw", whyNot(ctx, from, { actor, action: "withdraw" })) ??
    refused(into, action, whyNot(ctx, into, { actor, action }))
  );
}

function textOf({ issue: { id, text, pictures } }: Dossier): string {
  return pictures === 0 ? text : `${text}\n${words.picturesAt(id)}`;
}
