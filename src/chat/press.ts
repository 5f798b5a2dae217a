import { type Dossier, possibleMoves } from "../issues/move.ts";
import { stepOf } from "../messages/actions.ts";
import { type Block, saying } from "../messages/card.ts";
import { unitLine } from "../messages/issue-card.ts";
import * as words from "../messages/zh-cn/buttons.ts";
import { commandOf, commandWord } from "../messages/zh-cn/commands.ts";
import { standsText } from "../messages/zh-cn/refusals.ts";
import { stateText } from "../messages/zh-cn/terms.ts";
import { lastMoveOf, onlyNotedSince } from "../store/events.ts";
import type { StoredPress } from "../store/inbound-message.ts";
import { type Conversation, type Reply, type Speaking, sentence, withCard } from "./conversation.ts";
import { findDossier, notHere } from "./find.ts";
import { questionName } from "./question-kept.ts";
import { isAction } from "./understand/sight.ts";

/**
 * A button was made when its card was. What it says is carried out like the same words, but for what has changed since: then
 * nothing is done.
 */

/** What is answered in place of doing what was pressed. `replaces`: it is to stand on the card itself. */
export interface NotDone {
  readonly reply: Reply;
  readonly replaces: boolean;
}

/** Null: it counts. The issue stays locked until the transaction ends, so that of two presses one is the first. */
export async function notCounting(conversation: Conversation, { on }: StoredPress): Promise<NotDone | null> {
  if (on === null) return { reply: sentence(words.NOT_A_BUTTON), replaces: false };
  if (on.kind === "answer") {
    const { question, loose } = conversation.situation;
    const open = question ?? loose;
    if (open !== undefined && questionName(open) === on.question) return null;
    return { reply: sentence(words.QUESTION_OVER), replaces: false };
  }
  return on.issueId === null || on.version === null ? null : movedOn(conversation, on.issueId, on.version);
}

/** What is answered to who has decided on an older version of an issue. Null: it is still as he saw it, and locked from now on. */
export async function movedOn(speaking: Speaking, issueId: number, version: number): Promise<NotDone | null> {
  const dossier = await findDossier(speaking, issueId, true);
  // Exactly as to its number in words.
  if (dossier === null) return { reply: notHere(), replaces: false };
  if (dossier.issue.version === version) return null;
  // What was kept or noted of it has changed nothing that can be done.
  if (await onlyNotedSince(speaking.ctx.db, issueId, version)) return null;
  return { reply: await present(speaking, dossier), replaces: true };
}

/** A card holds so many. */
const MOST_STEPS = 6;

/** How the issue stands now, who was first, and what can be done. */
async function present(conversation: Speaking, dossier: Dossier): Promise<Reply> {
  const { ctx, actor, reader } = conversation;
  const { issue } = dossier;
  const steps = possibleMoves(ctx, dossier, actor).map((action) => stepOf(action, issue.id));
  const stands = standsText({ id: issue.id, state: stateText(issue), unit: unitLine(reader.issue(issue)) });
  const first = await whoWasFirst(conversation, issue.id);
  const blocks: Block[] = [
    saying("title", words.cardIsOld(stands)),
    ...(first === null ? [] : [{ kind: "text" as const, text: first }]),
    { kind: "actions", steps: steps.length === 0 ? [{ command: "status", id: issue.id }] : steps.slice(0, MOST_STEPS) },
  ];
  return withCard({ blocks }, issue.id);
}

/** Null where the reader learns how the issue stands, and no more. */
async function whoWasFirst({ ctx, actor, reader }: Speaking, id: number): Promise<string | null> {
  const event = await lastMoveOf(ctx.db, id);
  const name = event?.actor["name"];
  if (event === null || typeof name !== "string" || event.actor["kind"] === "clock") return null;
  if (!isAction(event.action)) return null;
  const [at, word] = [reader.dateTime(event.at), commandWord(commandOf(event.action))];
  const { userId, enterprise } = event.actor;
  if (actor.userId !== undefined && userId === actor.userId) return words.doneBeforeByYou(at, word);
  const isOwn = enterprise !== undefined && enterprise === actor.enterprise;
  if (isOwn && reader.audience.kind === "enterprise") return words.doneBeforeByCompany(at, word);
  // Whoever speaks for a company is named inside of it alone; how a unit handles it, inside the departments.
  const isNamed = isOwn || (reader.seesInternal && enterprise === undefined);
  return isNamed ? words.doneBefore(name, at, word) : null;
}
