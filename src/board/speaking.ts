import type { Command, Conversation, Reply, Said } from "../chat/conversation.ts";
import { findDossier } from "../chat/find.ts";
import { introduce } from "../chat/introduce.ts";
import { nothingSaid } from "../chat/nothing-said.ts";
import { notCounting } from "../chat/press.ts";
import { readSituation } from "../chat/read-situation.ts";
import type { Common } from "../chat/reply.ts";
import type { Person } from "../domain/park/org.ts";
import type { Context } from "../issues/context.ts";
import type { Card } from "../messages/card.ts";
import type { Account } from "./sessions.ts";

/** What a person does on a page is said to the program as in a direct chat: the same eyes, the same commands. */

/** What all conversations have in common. */
export type Shared = Pick<Common, "commands" | "linkTo" | "boardAt" | "posts" | "onRecognised">;

/** By which account a person of the org file is known; null: by none. */
export function accountOf(person: Person): Account | null {
  if (person.wecom !== undefined) return { platform: "wecom", userId: person.wecom };
  return person.dingtalk === undefined ? null : { platform: "dingtalk", userId: person.dingtalk };
}

/** A conversation with the person of this account, who is alone with the program. Null: nothing is known of him any more. */
export async function conversationWith(ctx: Context, account: Account, shared: Shared): Promise<Conversation | null> {
  const message = nothingSaid({ platform: account.platform, senderId: account.userId, groupId: null });
  const introduction = await introduce(ctx, message);
  if ("stranger" in introduction) return null;
  const { situation } = await readSituation({ ...introduction, ...shared, ctx }, message);
  return {
    ...introduction,
    ...shared,
    reader: introduction.reader.masking(),
    situation,
    ctx,
    source: { platform: null, messageId: null, chat: null },
    text: "",
    pictures: 0,
    publicIn: null,
  };
}

/** The same conversation with somebody who has asked for contact data; that he was shown it is his who shows it to note. */
export function revealing(conversation: Conversation): Conversation {
  return { ...conversation, reader: conversation.reader.revealing() };
}

/** What a command that only asks says to this person; null where there is no such command. */
export async function runCommand(
  conversation: Conversation,
  name: string,
  number: number | null = null,
): Promise<Card | null> {
  const command = conversation.commands.find((one) => one.name === name);
  const reply = await command?.run(conversation, { word: "", id: number ?? 0, number, rest: "" });
  return reply?.card ?? null;
}

/** What is sent with a form about an issue. */
export interface Sent extends Pick<Said, "word" | "rest" | "unit" | "noted"> {
  readonly issueId: number;
  /** The version of the issue that the page showed. */
  readonly version: number;
  /** What speaks against it was shown. */
  readonly sure: boolean;
}

/** Does what a form says, unless the issue has moved on since its page was made. Keeps the issue locked. */
export async function sayOnPage(conversation: Conversation, command: Command, sent: Sent): Promise<Reply> {
  const { issueId, version, ...said } = sent;
  // Two issues are locked in the order of their numbers, as 合并 does.
  if (command.name === "merge" && Number(said.rest) < issueId)
    await findDossier(conversation, Number(said.rest) || 0, true);
  const pressed = { cardId: "", on: { kind: "step", issueId, version } } as const;
  const instead = await notCounting(conversation, pressed);
  if (instead !== null) return instead.reply;
  return command.run(conversation, { ...said, id: issueId, number: issueId });
}
