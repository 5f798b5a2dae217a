import { type Conversation, MAX_TEXT, type Reply, type Said, sentence } from "../../chat/conversation.ts";
import { findDossier, notHere } from "../../chat/find.ts";
import { argumentsOf } from "../../chat/understand/parse.ts";
import { behindInto } from "../../chat/understand/zh-cn-phrases.ts";
import { isRefusal } from "../../domain/issue/decision.ts";
import { moveOf, partiesOf } from "../../domain/issue/lifecycle.ts";
import { mergeIssues } from "../../issues/merge.ts";
import { type Dossier, possibleMoves, whyNot } from "../../issues/move.ts";
import { sayJoinInstead } from "../../messages/zh-cn/like.ts";
import { sayMergeInto } from "../../messages/zh-cn/refusals.ts";
import { mergeOwn, refuseMergeOwn, slowed } from "./merge-own.ts";
import { doneReply, refusalReply } from "./moves.ts";

/**
 * 合并 12 7: #12 goes into #7. Both are locked in the order of their numbers, so that two mergings cannot wait for each other. A company
 * takes its own back, and adds what it said to the other; where it was offered (`sure`), it joins another company's.
 */
export async function runMerge(conversation: Conversation, spoken: Said): Promise<Reply> {
  const { id, into, said } = numbersIn(conversation, spoken);
  if (into !== null && into < id) await findDossier(conversation, into, true);
  const from = await findDossier(conversation, id, true);
  if (from === null) return notHere();
  const isOwn = isCompanys(conversation, from);
  if (!isOwn && !isOffices(conversation, from))
    return refusalReply(conversation, from, "merge", { refused: "not-yours" });
  if ([...said].length > MAX_TEXT) return refusalReply(conversation, from, "merge", { refused: "too-long" });
  if (into === null) return sentence(sayMergeInto(id), id);
  const other = await findDossier(conversation, into, true);
  if (other === null) return notHere();
  // 同感 is for another company's: it was offered so, or is said.
  if (isOwn && spoken.sure !== true && other.issue.enterprise !== from.issue.enterprise)
    return sentence(
      sayJoinInstead(into, possibleMoves(conversation.ctx, other, conversation.actor).includes("join")),
      id,
    );
  if (isOwn) return mergeOwn(conversation, { from, into: other });
  const { ctx, actor, source } = conversation;
  const text = said === "" ? undefined : said;
  const merged = await mergeIssues(ctx, { from, into: other }, { actor, source, text });
  if (isRefusal(merged)) return refusalReply(conversation, from, "merge", merged);
  const done = { before: from, moved: merged, read: { input: { text } } };
  return doneReply(conversation, done, slowed({ from, into: other }));
}

/** What stands against it before it is shown: both as they are now. */
export async function refuseMerge(conversation: Conversation, spoken: Said): Promise<Reply | null> {
  const { id, into } = numbersIn(conversation, spoken);
  const { ctx, actor } = conversation;
  const from = await findDossier(conversation, id);
  const other = into === null ? null : await findDossier(conversation, into);
  if (from === null || (into !== null && other === null)) return notHere();
  if (other !== null && isCompanys(conversation, from)) return refuseMergeOwn(conversation, { from, into: other });
  const refusal = whyNot(ctx, from, { actor, action: "merge", input: other === null ? {} : { other: other.issue } });
  return refusal === null ? null : refusalReply(conversation, from, "merge", refusal);
}

/** Of a confidential issue the coordinator counts as the company, and merges as the office. */
function isCompanys({ actor }: Conversation, { issue, involved }: Dossier): boolean {
  const parties = partiesOf(actor, issue, involved);
  return parties.includes("company") && !parties.includes("coordinator");
}

function isOffices({ actor }: Conversation, { issue, involved }: Dossier): boolean {
  return partiesOf(actor, issue, involved).some((party) => moveOf("merge").who.includes(party));
}

/** Which goes into which, and what is said to it. 合并 7 behind a quotation of #12 means 合并 12 7. */
function numbersIn({ situation: { quote } }: Conversation, { id, rest }: Said) {
  const quoted = quote?.numbers.length === 1 ? (quote.numbers[0] ?? null) : null;
  const { number, rest: said } = argumentsOf({ number: "yes" }, behindInto(rest));
  const isTarget = number === null && quoted !== null && quoted !== id;
  return isTarget ? { id: quoted, into: id, said: rest } : { id, into: number, said };
}
