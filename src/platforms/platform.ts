import type { Card } from "../messages/card.ts";
import type { Said } from "../messages/operator-words.ts";
import type { OwnReason } from "../messages/zh-cn/delivery.ts";
import type { Connection } from "./connection.ts";
import type { MediaSource, RawRequest, Received } from "./inbound.ts";
import type { SignIn } from "./sign-in.ts";

/** A request to a platform ends within this time, in milliseconds. */
export const REQUEST_MS = 10_000;

/**
 * So many requests one send makes at most, one after the other: DingTalk's reply address, a token, the message, and when
 * the token is refused another one and the message again.
 */
export const MOST_REQUESTS = 5;

/** The same with an attachment: a token, the upload, a token and the upload again, the message, a token and the message again. */
export const MOST_REQUESTS_WITH_ATTACHMENT = 7;

/** The boundary between Chaxu and a chat platform. Each platform is a folder that exports one Platform. */
export interface Platform {
  readonly name: "wecom" | "dingtalk";

  /**
   * Verifies, decrypts and parses one callback, in this order. The only way to an InboundMessage beside the connection.
   * Never throws for bad input: what cannot be trusted or understood is `refused` or `ignored`.
   */
  receive(request: RawRequest, door: Door): Received;

  /**
   * The messages that carry this card to this address, each within the platform's size limit, numbered (1/2) when several.
   * `replaces`: the platform's id of the card with buttons in whose place it is to stand, where the way can change that one.
   */
  render(address: Address, card: Card, replaces?: string): readonly Part[];

  /** Sends one part. Resolves with what became of it; throws only on bugs. */
  send(address: Address, part: Part): Promise<Delivery & WayTaken>;

  /** Whether the way to this address takes a part with an attachment of this kind. */
  carries(address: Address, kind: Attachment["kind"]): boolean;

  /** The local budget that a send to this address draws on. Same key, same budget. The key holds no secret. */
  budget(address: Address): Budget;

  /** Names the robot, or that API of it, whose settings and quota decide about this address. The name holds no secret. */
  robot(address: Address): string;

  /** The addresses of its own that are configured: what comes to any other is not there. */
  readonly doors: readonly Door[];

  /** What it hears by in place of an address. Without both, the platform can still send to group webhooks. */
  readonly connection?: Connection;

  /** How people sign in with their account of it; absent where it has no app that they could. */
  readonly signIn?: SignIn;

  /** Fetches a picture or file that came with a message, decrypted. Never throws for what it meets. */
  fetchMedia?(source: MediaSource, within: FetchWithin): Promise<Fetched>;

  /** Whether a direct message can reach this user of the platform. `spoke`: whether he has ever written to the bot directly. */
  reaches(userId: string, spoke: boolean): boolean;

  /** Whether something can be posted in a group, beside the answer to what was said there. */
  posts(group: { readonly webhook?: string | undefined }): boolean;

  /**
   * Asks the platform whether the credentials are right and the addresses answer. Posts nothing and never throws.
   * `webhooks`: whether some group is posted to by webhook.
   */
  examine(use: { readonly webhooks: boolean }): Promise<readonly Examined[]>;
}

/** An address that a platform calls, by whom of it: WeCom's bot and app, DingTalk's robot and its cards. */
export type Door = "bot" | "app" | "robot" | "card";

/** Whether anything can be heard from a platform. */
export function receives({ doors, connection }: Pick<Platform, "doors" | "connection">): boolean {
  return doors.length > 0 || connection !== undefined;
}

/** Whether one of these reaches a user of it directly. */
export function reachedBy(platforms: readonly Platform[]) {
  return (name: Platform["name"], userId: string, spoke: boolean): boolean =>
    platforms.some((one) => one.name === name && one.reaches(userId, spoke));
}

/**
 * In English, and in Chinese where the platform says it so too. Of what is not right it names the console page or the
 * variable to mend. It holds no secret.
 */
export interface Examined extends Said {
  readonly right: boolean;
  /** The platform could not be asked, so nothing is known of the credentials. */
  readonly unreached?: boolean;
}

export type Address =
  | { readonly kind: "group"; readonly chatId: string; readonly webhook?: string; readonly secret?: string }
  | { readonly kind: "person"; readonly userId: string }
  /** An answer to a message: by its reply address while that lives, else to the chat or person. */
  | {
      readonly kind: "reply";
      readonly url: string;
      readonly expiresAt: Date;
      /** How often it was tried before: a second try takes another way. */
      readonly tried: number;
      readonly fallback: Extract<Address, { kind: "group" | "person" }> | null;
    };

/** One message as the platform wants it. `title` shows in the chat list where the platform has one. */
export interface Part {
  readonly title: string;
  readonly text: string;
  readonly mentions: readonly string[];
  /** Goes in place of the text. Only where the platform carries it. */
  readonly attachment?: Attachment;
  /** Goes in place of the text where the way has cards with buttons. What it says stands in the text of this or an earlier part. */
  readonly card?: PartCard;
}

/** A card with buttons as the platform wants it. */
export interface PartCard {
  /** The platform's id of it: of a new one never used before. */
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** It takes the place of the card of this id, which is there already. */
  readonly replaces?: true;
}

/** A picture or document. `caption` says what it is, for platforms and pages that show words beside it. */
export interface Attachment {
  readonly kind: "picture" | "file";
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
  readonly caption: string;
}

/** How much is fetched at most, in bytes, and what ends it. */
export interface FetchWithin {
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/** What became of fetching a picture or file. A reason is fit for a log: it holds no address and no key. */
export type Fetched =
  | { readonly state: "fetched"; readonly bytes: Buffer; readonly name?: string }
  /** It may be there at the next try. `isDoubtful`: the platform says no, in words that nobody knows. */
  | { readonly state: "later"; readonly reason: string; readonly isDoubtful?: true }
  /** For good: it lives no more, it is larger than the limit, or its address is none that may be asked. */
  | { readonly state: "refused"; readonly why: "gone" | "too-large" | "address"; readonly reason: string };

/** The robot that a send hung on, where it left the way that `robot` named of its address. */
export interface WayTaken {
  readonly robot?: string;
}

export type Delivery =
  /** Accepted by the platform; `key` is its id of the message, where it tells one. */
  | { readonly state: "sent"; readonly key?: string }
  | { readonly state: "later"; readonly reason: string; readonly afterMs?: number }
  /** A code that nobody knows. It is tried for some minutes before it counts as final. */
  | { readonly state: "unsure"; readonly reason: string }
  /** The robot itself may not send now, and nothing is wrong with the message: it waits until that is mended. */
  | {
      readonly state: "barred";
      readonly reason: string;
      readonly bar: Bar;
      /** The platform's result code. */
      readonly code: string;
      readonly afterMs?: number;
    }
  /** For good. `reason`: the platform's words, or by `gaveUp` a code of the program's. */
  | { readonly state: "gave-up"; readonly reason: string }
  /** No answer came: it may have been sent. */
  | { readonly state: "unknown"; readonly reason: string };

/** Given up for a reason of the program's own. */
export function gaveUp(reason: OwnReason): Extract<Delivery, { state: "gave-up" }> {
  return { state: "gave-up", reason };
}

/** Reasons for which no direct message reaches that user, whatever it says. */
const UNREACHED: ReadonlySet<string> = new Set<OwnReason>([
  "no-road-to-person",
  "not-a-member",
  "user-unknown",
  "outside-app",
  "unlicensed",
]);

/** Whether a message was given up because nothing reaches that person directly: then it may go by another road. */
export function isUnreached({ state, reason }: Exclude<Delivery, { state: "sent" }>): boolean {
  return state === "gave-up" && UNREACHED.has(reason);
}

/** What keeps a robot from sending: its allow-list of addresses, its quota, or another setting of it (permission, secret, stopped). */
export type Bar = "allow-list" | "quota" | "setting";

/** At most `perMinute` tries in any 60 seconds for one key, and `perHour` in any hour where the platform counts those too. */
export interface Budget {
  readonly key: string;
  readonly perMinute: number;
  readonly perHour?: number;
  /** What it uses of the organisation's month. */
  readonly quota?: Quota;
}

/** What a platform counts by the month, for the whole organisation. */
export type Quota = "dingtalk:api" | "dingtalk:webhook-stream";

/**
 * How much of each DingTalk's standard edition has in a month: calls of its API, the token's apart, and uses of «webhook and
 * stream», both directions (development pages on billing, 1431 and 1437 of the collection).
 */
export const QUOTAS: Readonly<Record<Quota, number>> = { "dingtalk:api": 5_000, "dingtalk:webhook-stream": 3_000 };
