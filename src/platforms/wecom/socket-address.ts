import type { InboundMessage } from "../inbound.ts";
import type { Address } from "../platform.ts";
import type { Callback } from "./socket-replies.ts";
import { streamIdOf } from "./stream-id.ts";

/** Where something goes over the long connection: a conversation, or a callback that is replied to by its req_id. */

/** A group or a person. */
export type Conversation = Extract<Address, { kind: "group" | "person" }>;
export type Reply = Extract<Address, { kind: "reply" }>;

const REPLY_URL = /^wecom-req:([\x21-\x3e\x40-\x7e]{1,800})\?stream=([0-9a-f]{32})$/;

/** What a message is replied to by. Null for a req_id that is none: then the answer is posted to the conversation. */
export function callbackOf(reqId: string, message: InboundMessage): Callback | null {
  if (!/^[\x21-\x7e]{1,256}$/.test(reqId)) return null;
  return { reqId, streamId: streamIdOf(message.messageId), conversation: conversationIn(message) };
}

/** Names the conversation in which something was said. */
export function conversationIn({ chat, sender }: InboundMessage): string {
  return conversationOf(
    chat.kind === "group" ? { kind: "group", chatId: chat.id } : { kind: "person", userId: sender.id },
  );
}

/** The callback as a reply address. It is opaque to everybody else. */
export function replyUrlOf({ reqId, streamId }: Callback): string {
  return `wecom-req:${encodeURIComponent(reqId)}?stream=${streamId}`;
}

/** What a reply address of the connection names. Null: it is another kind of address. */
export function callbackIn(address: Reply): Callback | null {
  const [, reqId, streamId] = REPLY_URL.exec(address.url) ?? [];
  if (reqId === undefined || streamId === undefined) return null;
  return { reqId: decoded(reqId), streamId, conversation: conversationOf(address) };
}

/** Names the conversation that an address leads to: replies and posts of one conversation are counted together (101463). */
export function conversationOf(address: Address): string {
  switch (address.kind) {
    case "group":
      return `group:${address.chatId}`;
    case "person":
      return `person:${address.userId}`;
    case "reply":
      return address.fallback === null ? `reply:${address.url}` : conversationOf(address.fallback);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
