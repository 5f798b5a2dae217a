import { type Conversation, type Reply, type Said, withCard } from "../../chat/conversation.ts";
import { noteDisclosed } from "../../chat/disclosed.ts";
import { findDossier, notHere, visible } from "../../chat/find.ts";
import { pairKept } from "../../chat/understand/pair.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import type { Dossier } from "../../issues/move.ts";
import type { Card, Field } from "../../messages/card.ts";
import { fieldsOf, progressCard } from "../../messages/issue-card.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import { numberOfCommon, TAKEN_UP } from "../../messages/zh-cn/common.ts";
import { membershipsOf } from "../../store/common.ts";
import { movesOf, type StoredEvent } from "../../store/events.ts";
import { readIssues, relatedTo } from "../../store/issues.ts";
import { type Insight, insightOf } from "./dossier.ts";
import { withDrafts } from "./drafts.ts";
import { likeBlocks, likesOf } from "./likes.ts";
import { showMine } from "./lists.ts";

/** 进度: a question about one issue. It changes nothing. */

/** 进度 12, or the newest issues of this place. */
export async function showStatus(conversation: Conversation, said: Said): Promise<Reply> {
  if (said.number === null) return showMine(conversation, said);
  const { id } = said;
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { ctx, reader } = conversation;
  const moves = reader.seesInternal ? await movesOf(ctx.db, id) : [];
  const { card, sections } = await statusOf(conversation, dossier, moves);
  const likes = await likesOf({ db: ctx.db, reader }, dossier.issue);
  const blocks = [...card.blocks, ...Object.values(sections ?? {}).flat(), ...likeBlocks(likes, id)];
  const [same, ...more] = likes.filter(({ isSame }) => isSame);
  const isPair = same !== undefined && more.length === 0;
  const reply: Reply = {
    ...withCard({ blocks }, id),
    ...(isPair && { asks: pairKept(id, same.issue.id, commandWord("merge")) }),
  };
  return withDrafts(conversation, dossier, reply);
}

interface Status {
  readonly card: Card;
  /** Null: the company and its group see the public part only. */
  readonly sections: Insight["sections"] | null;
}

/** How an issue with these moves stands, to be shown at once: that the coordinator sees whose it is, is noted. */
export async function statusOf(
  conversation: Conversation,
  dossier: Dossier,
  moves: readonly StoredEvent[],
): Promise<Status> {
  const { issue } = dossier;
  const { reader } = conversation;
  await noteDisclosed(conversation, [issue]);
  const insight = reader.seesInternal ? await insightOf(conversation, dossier, moves) : null;
  const related = await relatedFields(conversation, issue);
  const card = progressCard(reader.issue(issue), [...(insight?.fields ?? []), ...related]);
  return { card, sections: insight?.sections ?? null };
}

/** 承接 #12, 后续 #15, 已并入本件 #9: the issues that have to do with this one, as far as they may be spoken of here. */
async function relatedFields(conversation: Conversation, issue: Issue): Promise<readonly Field[]> {
  const { db } = conversation.ctx;
  const after = await relatedTo(db, "follows", issue.id);
  const absorbed = await relatedTo(db, "mergedInto", issue.id);
  const before = issue.follows === null ? [] : [issue.follows];
  const found = await visible(conversation, await readIssues(db, [...before, ...after, ...absorbed]));
  const shown = new Set(found.map((one) => one.id));
  const numbers = (ids: readonly number[]) =>
    ids
      .filter((id) => shown.has(id))
      .map((id) => `#${id}`)
      .join("、");
  const related = { before: numbers(before), after: numbers(after), absorbed: numbers(absorbed) };
  return fieldsOf({ ...related, common: await commonOf(conversation, issue) });
}

/** The common problem (共性问题) to which an issue belongs; its company learns that there is one, and nothing of it. */
async function commonOf({ ctx, reader, actor }: Conversation, { id, enterprise }: Issue): Promise<string | null> {
  if (!reader.seesInternal && actor.enterprise !== enterprise) return null;
  const [membership] = await membershipsOf(ctx.db, [id]);
  if (membership === undefined) return null;
  if (!reader.seesInternal) return TAKEN_UP;
  // What it is called may say more of another issue than may be read here: the number leads to what may.
  return numberOfCommon(membership.commonId);
}
