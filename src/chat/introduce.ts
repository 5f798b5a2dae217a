import { type Audience, audienceOfChat } from "../domain/issue/audience.ts";
import type { Actor } from "../domain/issue/issue.ts";
import type { Chat, Person } from "../domain/park/org.ts";
import { approvedAs } from "../domain/park/recognition.ts";
import type { Context } from "../issues/context.ts";
import type { Sender } from "../issues/guest.ts";
import { Reader } from "../messages/reader.ts";
import { NOBODY_SAID_IT, unknownGroup } from "../messages/zh-cn/chat.ts";
import { unknownPerson } from "../messages/zh-cn/claims.ts";
import type { StoredMessage } from "../store/inbound-message.ts";
import { type Contact, readContact } from "../store/people.ts";
import { recognitionOf } from "../store/recognised.ts";
import type { Conversation } from "./conversation.ts";

/** Who wrote, and who reads the reply. */
export type Introduction =
  | Pick<Conversation, "actor" | "reader" | "chat" | "sender">
  /** One polite sentence for those whom nothing is known of; with what a person needs to say who he is. */
  | {
      readonly stranger: string;
      readonly sender: Sender;
      readonly unknown?: Pick<Conversation, "actor" | "reader" | "chat" | "sender">;
    };

export async function introduce(ctx: Context, message: StoredMessage): Promise<Introduction> {
  const { directory } = ctx.park;
  const { platform, senderId } = message;
  const chat = message.groupId === null ? null : directory.chatBy(platform, message.groupId);
  const sender = { platform, userId: senderId, name: message.senderName ?? senderId };
  if (chat === undefined) return { stranger: unknownGroup(message.groupId), sender };
  const known = senderId === "" ? undefined : directory.personBy(platform, senderId);
  const person = known ?? (await lately(ctx, message));
  if (person !== undefined) {
    const { name, role, enterprise, department } = person;
    const actor: Actor = { kind: "person", name, role, enterprise, department, platform, userId: senderId };
    return { actor, reader: new Reader(audienceIn(chat, actor), ctx), chat, sender: { ...sender, name } };
  }
  if (senderId === "") return { stranger: NOBODY_SAID_IT, sender };
  const contact = await readContact(ctx.db, platform, senderId);
  const actor = guest(contact, sender);
  const guestHere = { actor, reader: new Reader(audienceIn(chat, actor), ctx), chat, sender };
  if (chat?.audience !== "enterprise" && contact?.enterprise == null) {
    return { stranger: unknownPerson(senderId, chat !== null), sender, unknown: guestHere };
  }
  return guestHere;
}

/** Somebody who was recognised a moment ago, perhaps by another process: the park in force here learns it within a minute. */
async function lately({ db, park }: Context, { platform, senderId }: StoredMessage): Promise<Person | undefined> {
  if (senderId === "") return undefined;
  const recognition = await recognitionOf(db, { platform, userId: senderId });
  if (recognition === null) return undefined;
  return park.org.people.find((one) => one[platform] === undefined && approvedAs(one) === recognition.person);
}

function guest(contact: Contact | null, sender: Sender): Actor {
  return {
    kind: "guest",
    name: sender.name,
    role: null,
    enterprise: contact?.enterprise ?? undefined,
    platform: sender.platform,
    userId: sender.userId,
    verified: contact?.verified ?? false,
  };
}

/** In a group, who listens there; in a direct chat, who the person is. */
function audienceIn(chat: Chat | null, actor: Actor): Audience {
  if (chat !== null) return audienceOfChat(chat);
  switch (actor.role) {
    case "coordinator":
    case "admin":
      return { kind: "coordinator" };
    case "leader":
      return { kind: "supervision" };
    case "officer":
    case "head":
      return { kind: "department", department: actor.department ?? "" };
    default:
      return { kind: "company", actor };
  }
}
