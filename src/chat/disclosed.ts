import type { Issue } from "../domain/issue/issue.ts";
import type { Block, Card } from "../messages/card.ts";
import { firstPhone } from "../messages/escape.ts";
import { versionsOf } from "../store/cards.ts";
import { type NewLook, recordDisclosures } from "../store/disclosures.ts";
import type { Conversation, Reply } from "./conversation.ts";

/** Whoever is shown what not everybody may know, is written down: by himself and never by the company, whose own it is. */

/** A page that is open is read again with every change: that is one look. In milliseconds. */
const ONE_LOOK_MS = 3_600_000;

/** Keeps that the coordinator was shown the companies behind the confidential ones of these issues. */
export async function noteDisclosed(
  conversation: Conversation,
  issues: readonly Pick<Issue, "id" | "confidential">[],
): Promise<void> {
  const { ctx, reader, source } = conversation;
  if (reader.audience.kind !== "coordinator") return;
  const ids = issues.filter((one) => one.confidential).map((one) => one.id);
  const since = source.platform === null ? new Date(ctx.now.getTime() - ONE_LOOK_MS) : null;
  await recordDisclosures(ctx.db, ids, lookOf(conversation, "company"), since);
}

/** Keeps that somebody asked for the contact data of these issues, and has it. */
export function noteContactsAsked(conversation: Conversation, ids: readonly number[]): Promise<void> {
  return recordDisclosures(conversation.ctx.db, ids, lookOf(conversation, "contacts"), null);
}

/** Keeps of which issues an answer in a chat shows a telephone number. */
export async function noteContactsShown(conversation: Conversation, { card, issueId }: Reply): Promise<void> {
  const { kind } = conversation.reader.audience;
  if (card === null || (kind !== "coordinator" && kind !== "department")) return;
  const { people } = conversation.ctx.park.org;
  // What the org file has as a number may look like none.
  const own = people.flatMap(({ role, phone }) => (role === "liaison" && phone !== undefined ? [phone] : []));
  const isNumber = (text: string) => firstPhone(text) !== null || own.some((one) => text.includes(one));
  const shown = withNumbers(card, issueId, isNumber);
  if (shown.length === 0) return;
  // What looks like the number of an issue may be one of something else.
  const known = await versionsOf(conversation.ctx.db, shown);
  await noteContactsAsked(conversation, [...known.keys()]);
}

function lookOf({ actor, source, ctx }: Conversation, kind: NewLook["kind"]): NewLook {
  const { platform, messageId, chat } = source;
  return { kind, person: actor.name, platform, chat, messageId, at: ctx.now };
}

/** The issues of which a card shows a telephone number: the one that is named beside it, else the one that was named last. */
function withNumbers({ blocks }: Card, issueId: number | null, isNumber: (text: string) => boolean): readonly number[] {
  const found = new Set<number>();
  let last: readonly number[] = issueId === null ? [] : [issueId];
  for (const text of blocks.flatMap(textsOf)) {
    const named = [...text.matchAll(/#(\d{1,9})/gu)].map(([, number]) => Number(number));
    if (named.length > 0) last = named;
    if (isNumber(text)) for (const one of last) found.add(one);
  }
  return [...found];
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "title":
    case "text":
    case "said":
    case "hint":
      return [block.text];
    case "fields":
      return block.fields.map(({ value }) => value);
    case "list":
      return block.items.map((item) => (typeof item === "string" ? item : item.join("\n")));
    default:
      return [];
  }
}
