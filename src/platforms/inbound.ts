import type { Card } from "../messages/card.ts";

/** What comes in from a chat platform, and what is answered with it. */

/** One HTTP request as bytes. Header names are lower-case; query values are decoded once. */
export interface RawRequest {
  readonly method: "GET" | "POST";
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export type Received =
  | {
      readonly kind: "message";
      readonly message: InboundMessage;
      readonly passive?: PassiveReply;
      /** Of a press on a card. */
      readonly update?: CardUpdate;
    }
  /** The platform asks again for the text of an unfinished reply. */
  | { readonly kind: "refresh"; readonly streamId: string; readonly passive: PassiveReply }
  /** The address check: answer 200 with exactly this body. */
  | { readonly kind: "handshake"; readonly body: string }
  /** Verified, and nothing to do: answer 200 with an empty body. */
  | { readonly kind: "ignored"; readonly reason: string }
  /** Not trusted (401) or not understood (400). Nothing is stored. The reason is for the log and holds no content. */
  | { readonly kind: "refused"; readonly status: 400 | 401; readonly reason: string };

/** Answers in the HTTP response itself (WeCom). Bound to one callback, because its nonce is part of the answer. */
export interface PassiveReply {
  /** The same for every repeat of one message. */
  readonly streamId: string;
  /** The response body. `card: null` with `finished: false` says that the text will follow. */
  encode(card: Card | null, finished: boolean): string;
}

/** Changes the pressed card in the answer to the press itself. Bound to one callback. */
export interface CardUpdate {
  /** So long the platform waits, storing and working included, in milliseconds. */
  readonly withinMs: number;
  /** The body that leaves the card as it is. */
  readonly nothing: string;
  encode(card: Card): string;
  /** Whether the changed card shows all that this card says; else it has to be said beside it. */
  tellsAll(card: Card): boolean;
}

export interface InboundMessage {
  readonly platform: "wecom" | "dingtalk";
  /** The platform's whole message id: the key against repeats. */
  readonly messageId: string;
  /** WeCom: the nonce of the callback, remembered against replay. */
  readonly nonce?: string;
  readonly chat: InboundChat;
  /** `id` is the platform's user id, opaque. Empty when the platform does not tell who it is. */
  readonly sender: { readonly id: string; readonly name?: string };
  /** What was written, without the bot's mentions and those of others before a command. Empty for a picture or a mention alone, and for a press. */
  readonly text: string;
  /** How many pictures came along. */
  readonly pictures: number;
  /** The pictures and files that can be fetched for a while. */
  readonly media?: readonly InboundMedia[];
  /** Set when the content is of a kind that has no text (`voice`, `file`, `video`, …), or was held back (WITHHELD). */
  readonly unreadable?: string;
  readonly quote?: InboundQuote;
  /** A button was pressed: its key as it came back, and the platform's id of the card. */
  readonly press?: { readonly key: string; readonly cardId: string };
  /** Where a reply can be posted for a while (DingTalk). A secret. */
  readonly replyTo?: { readonly url: string; readonly expiresAt: Date };
}

/** `unreadable` of a message whose content the platform held back, because the organisation's quota is used up. */
export const WITHHELD = "withheld";

/** A picture or file that came with a message. `name`: as its writer called it, where the platform tells that. */
export interface InboundMedia {
  readonly kind: "picture" | "file";
  readonly name?: string;
  readonly source: MediaSource;
}

/** By what a platform gives the bytes. Secrets, all of them. */
export type MediaSource =
  /** WeCom's bot: an address, and the key by which its bytes are encrypted, where the message has one of its own. */
  | { readonly by: "url"; readonly url: string; readonly key?: string }
  /** WeCom's app. */
  | { readonly by: "media-id"; readonly id: string }
  /** DingTalk's robot; the second code is tried where the first gives nothing. */
  | { readonly by: "code"; readonly code: string; readonly second?: string };

export type InboundChat =
  | { readonly kind: "group"; readonly id: string; readonly title?: string }
  | { readonly kind: "direct" };

/** A quoted message: its text where the platform tells it, and the key of the bot's own message where known. */
export interface InboundQuote {
  readonly text?: string;
  readonly key?: string;
}
