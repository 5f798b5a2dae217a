import { cleanText } from "../messages/escape.ts";
import type { InboundMedia, InboundMessage } from "../platforms/inbound.ts";
import { LONGEST_KEPT, type StoredMedia, type StoredMessage, type StoredPress } from "../store/inbound-message.ts";
import { decodePress, saidBy } from "./press-read.ts";

/**
 * The one place where what a platform sent gets its bounds, before anything is stored or read. Only the signature of
 * WeCom covers the content, and a platform promises no lengths.
 */

/** Of an id, in bytes of UTF-8: every index of the database takes it. */
const ID_BYTES = 128;
const ADDRESS_BYTES = 2_048;
/** Of a name, in characters. */
const NAME = 64;
/** Of a quoted text: the longest that the bot itself sends. */
const QUOTED = 10_000;
const PICTURES = 100;
/** Pictures and files that are fetched of one message, and of what fetches one, in bytes. */
const MEDIA = 30;
const SOURCE_BYTES = 4_096;

/**
 * What is kept of a message, or null when one of its ids cannot be kept as it came. `inAnswer`: a pressed card is changed in
 * the answer to the press.
 */
export function toStored(message: InboundMessage, inAnswer = false): StoredMessage | null {
  const { platform, messageId, nonce, sender, chat, quote, replyTo } = message;
  const groupId = chat.kind === "group" ? chat.id : null;
  if (![messageId, sender.id, groupId ?? "", nonce ?? ""].every(isId)) return null;
  const pressed = message.press === undefined ? null : pressOf(message.press);
  if (pressed !== null && !isId(pressed.press.cardId)) return null;
  const text = pressed?.text ?? cleanText(message.text);
  const kept = firstOf(text, LONGEST_KEPT);
  const media = (message.media ?? []).slice(0, MEDIA).flatMap(mediaOf);
  const address = replyTo !== undefined && isKeepable(replyTo.url, ADDRESS_BYTES) ? replyTo : undefined;
  return {
    platform,
    messageId,
    groupId,
    senderId: sender.id,
    senderName: sender.name === undefined ? null : nameOf(sender.name),
    text: kept,
    ...(kept.length < text.length && { written: lengthOf(text) }),
    pictures: Math.min(message.pictures, PICTURES),
    ...(media.length > 0 && { media }),
    unreadable: message.unreadable ?? null,
    quoteText: quote?.text === undefined ? null : firstOf(cleanText(quote.text), QUOTED),
    quoteKey: quote?.key !== undefined && isId(quote.key) ? quote.key : null,
    quotes: quote !== undefined,
    ...(pressed !== null && { press: { ...pressed.press, ...(inAnswer && { inAnswer: true as const }) } }),
    replyUrl: address?.url ?? null,
    replyUntil: address?.expiresAt.toISOString() ?? null,
  };
}

/** What a press says, and on what; a key that cannot be read says nothing. */
function pressOf({ key, cardId }: NonNullable<InboundMessage["press"]>): {
  readonly text: string;
  readonly press: StoredPress;
} {
  const press = decodePress(key);
  if (press === null) return { text: "", press: { cardId, on: null } };
  const { text, on } = saidBy(press);
  return { text, press: { cardId, on } };
}

/** Whether an id can be kept and compared as it came: a database holds no NUL and no half characters. */
export function isId(id: string): boolean {
  return isKeepable(id, ID_BYTES);
}

function isKeepable(value: string, bytes: number): boolean {
  // A byte at least for each unit, so that a long one is not even read.
  return value.length <= bytes && Buffer.byteLength(value) <= bytes && !/[\0\p{Cs}]/u.test(value);
}

/** What nothing could be fetched by is not kept. */
function mediaOf({ kind, name, source }: InboundMedia): readonly StoredMedia[] {
  const isWhole = Object.values(source).every((value) => isKeepable(value, SOURCE_BYTES));
  return isWhole ? [{ kind, name: name === undefined ? null : nameOf(name), source: { ...source } }] : [];
}

/** One line of at most 64 characters; null when nothing is left. */
function nameOf(name: string): string | null {
  const line = firstOf(
    cleanText(firstOf(name, 4 * NAME))
      .replace(/\s+/gu, " ")
      .trim(),
    NAME,
  );
  return line === "" ? null : line;
}

/** The first so many characters, none of them halved. */
function firstOf(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return [...text.slice(0, 2 * characters)].slice(0, characters).join("");
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
