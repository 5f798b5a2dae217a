import { createHash } from "node:crypto";
import type { SimFile } from "./media.ts";

/** What the two simulated chat programs hold: people, chats, and every message in the order it was shown. */

export type SimPlatform = "wecom" | "dingtalk";

export interface SimPerson {
  readonly platform: SimPlatform;
  readonly userId: string;
  readonly name: string;
  /** A line under the name: company or department, and role. */
  readonly about: string;
}

export interface SimChat {
  readonly platform: SimPlatform;
  /** The platform's chat id; for a person's direct chat with the bot, `direct:` and the user id. */
  readonly id: string;
  readonly name: string;
  readonly kind: "group" | "direct";
  readonly members: readonly string[];
  /** The members whom the group is for, the likeliest to speak first. */
  readonly audience?: readonly string[];
  /** The key of the group webhook (WeCom `key`, DingTalk `access_token`), where the group has one. */
  readonly webhookKey?: string | undefined;
  /** DingTalk: the secret that signs the webhook. */
  readonly webhookSecret?: string | undefined;
}

/** A card with buttons, as its program shows it. */
export interface SimCard {
  /** The platform's id of it. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly buttons: readonly { readonly label: string; readonly key: string }[];
}

/** What somebody presses: a button of the card of a shown message. */
export interface Pressing {
  readonly chatId: string;
  readonly userId: string;
  readonly card: SimCard;
  readonly key: string;
  /** The platform's id of the event; a new one unless told. */
  readonly messageId?: string;
}

/** The same in one of the two programs. */
export interface PlatformPressing extends Pressing {
  readonly platform: SimPlatform;
}

export interface SimMessage {
  readonly id: string;
  readonly platform: SimPlatform;
  readonly chatId: string;
  /** The user id, or null for the bot. */
  readonly from: string | null;
  readonly format: "text" | "markdown" | "picture" | "file";
  readonly text: string;
  /** Whom the bot replies to, where it was spoken to. */
  readonly to?: string | undefined;
  /** User ids that were alerted. */
  readonly mentions: readonly string[];
  readonly at: Date;
  /** The id of the message that this one quotes. */
  readonly quotes?: string | undefined;
  /** What the platform calls this message when somebody quotes it (DingTalk: processQueryKey). */
  readonly key?: string | undefined;
  /** Below its text, or in its place where that is empty. */
  readonly card?: SimCard;
  /** WeCom: from or to the self-built app, not the bot. */
  readonly app?: true;
  /** Of a picture or file; its bytes are in the World's `media`, in bytes `size`. */
  readonly media?: { readonly id: string; readonly name: string; readonly mime: string; readonly size: number };
}

/** What a message says in words; those of a card may stand on it alone. */
export function wordsOf({ text, card }: Pick<SimMessage, "text" | "card">): string {
  if (card === undefined || (text !== "" && text !== card.text)) return text;
  const fields = card.fields.map(({ label, value }) => `${label}：${value}`);
  return [card.title, card.text, ...fields].filter((line) => line !== "").join("\n");
}

/** What somebody writes. `chatId` is a group's id or `direct:` and the user id. */
export interface Saying {
  readonly chatId: string;
  readonly userId: string;
  readonly text: string;
  /** The id of the shown message that this one quotes. */
  readonly quotes?: string;
  /** So many pictures of the chat program's own, or these pictures and files. */
  readonly pictures?: number;
  readonly files?: readonly SimFile[];
  /** Whether the bot is mentioned; by default in groups. Without it a group message does not reach the bot. */
  readonly mention?: boolean;
  /** The platform's id of the message; a new one unless told. */
  readonly messageId?: string;
}

/** The same in one of the two programs. */
export interface PlatformSaying extends Saying {
  readonly platform: SimPlatform;
}

/** So many messages of each chat are shown after a reload, and so many keep their pictures and files. */
export const KEPT_IN_CHAT = 100;

/** The shared state of the simulated platforms, and who wants to hear of changes. */
export class World {
  readonly people: SimPerson[] = [];
  readonly chats: SimChat[] = [];
  readonly messages: SimMessage[] = [];
  /** Pictures and files that were shown, by id. */
  readonly media = new Map<string, SimFile>();
  readonly #listeners = new Set<(message: SimMessage) => void>();

  constructor(readonly now: () => Date) {}

  /** Shows a message, replacing an earlier one of the same id (a WeCom stream that grew). */
  post(message: SimMessage): void {
    const earlier = this.messages.findIndex((one) => one.id === message.id);
    if (earlier >= 0) this.messages[earlier] = message;
    else this.#add(message);
    for (const listener of this.#listeners) listener(message);
  }

  /** The bytes of a picture go when its message is no longer among those that are kept. */
  #add(message: SimMessage): void {
    this.messages.push(message);
    if (this.media.size === 0) return;
    const { platform, chatId } = message;
    const before = this.messages.filter((one) => one.platform === platform && one.chatId === chatId);
    const gone = before.at(-KEPT_IN_CHAT - 1)?.media;
    if (gone !== undefined) this.media.delete(gone.id);
  }

  /** The newest messages of each chat, in the order in which they were shown. */
  kept(): readonly SimMessage[] {
    const counts = new Map<string, number>();
    const isKept = ({ platform, chatId }: SimMessage) => {
      const chat = `${platform} ${chatId}`;
      const count = (counts.get(chat) ?? 0) + 1;
      counts.set(chat, count);
      return count <= KEPT_IN_CHAT;
    };
    return this.messages.toReversed().filter(isKept).reverse();
  }

  /** Shows a picture or file. */
  postMedia(message: Omit<SimMessage, "text" | "media" | "mentions">, file: SimFile): void {
    const { name, mime, bytes } = file;
    // The id of the message has slashes on DingTalk.
    const id = createHash("sha256").update(message.id).digest("hex").slice(0, 24);
    this.media.set(id, file);
    const text = message.format === "picture" ? "[图片]" : `[文件] ${name}`;
    this.post({ ...message, text, mentions: [], media: { id, name, mime, size: bytes.length } });
  }

  /** Calls back for each message from now on; returns how to stop it. */
  onMessage(listener: (message: SimMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Resolves with the next thing that the bot shows in a chat; `stop` when nobody waits for it any more. */
  saidNext(platform: SimPlatform, chatId: string): { readonly there: Promise<void>; readonly stop: () => void } {
    let stop = () => {};
    const there = new Promise<void>((resolve) => {
      stop = this.onMessage((one) => {
        if (one.platform === platform && one.chatId === chatId && one.from === null) resolve();
      });
    });
    return { there, stop };
  }

  /** The message that shows a card. */
  withCard(platform: SimPlatform, id: string): SimMessage | undefined {
    return this.messages.findLast((one) => one.platform === platform && one.card?.id === id);
  }

  /** Shows a card as it is now, where it stood before. */
  changeCard(platform: SimPlatform, card: SimCard): void {
    const message = this.withCard(platform, card.id);
    // On DingTalk the text of the message stands on the card.
    if (message !== undefined) this.post({ ...message, card, ...(platform === "dingtalk" && { text: card.text }) });
  }

  chat(platform: SimPlatform, id: string): SimChat | undefined {
    return this.chats.find((chat) => chat.platform === platform && chat.id === id);
  }

  person(platform: SimPlatform, userId: string): SimPerson | undefined {
    return this.people.find((person) => person.platform === platform && person.userId === userId);
  }
}
