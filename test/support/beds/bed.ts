import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Card } from "../../../src/messages/card.ts";
import type { InboundMessage, Received } from "../../../src/platforms/inbound.ts";
import type { Address, Budget, Delivery, Door, Part, Platform } from "../../../src/platforms/platform.ts";
import type { Pressing, Saying, SimCard, World } from "../../../src/sandbox/world.ts";

/** One road of a platform with the double on its other side, so that one suite can be run over every road. */

/** What may meet a message in place of its acceptance. */
export type Trouble = "passing" | "lasting" | "unanswered" | "setting";

export type Group = Extract<Address, { kind: "group" }>;
export type Person = Extract<Address, { kind: "person" }>;

/** Why a road has no such place: the program's own reason. */
type None = { readonly none: Address; readonly reason: string };

export interface Bed {
  readonly platform: Platform;
  readonly world: World;
  /** What was heard, in order. */
  readonly heard: readonly InboundMessage[];
  /** What came beside it: refused, ignored, or thrown. */
  readonly beside: readonly string[];
  /** How its connection stood, in order. */
  readonly states: readonly string[];
  /** What no reason, state, key or log may hold. */
  readonly secrets: readonly string[];
  /** A group of GROUP's id; a road without groups says why. */
  readonly group: Group | None;
  readonly person: Person | None;
  /** How a budget of each place looks, but for its key. */
  readonly budgets: { readonly group?: Omit<Budget, "key">; readonly person?: Omit<Budget, "key"> };
  /** What a quotation of a message of the bot tells: its key, its text, or nothing. */
  readonly quotes: "key" | "text" | null;
  /** Whether cards with buttons go by themselves, in replies alone, or not at all. */
  readonly cards: "sent" | "replies" | null;
  /** Somebody writes. Resolves when the bot has heard it. */
  say(saying: Saying): Promise<void>;
  /** Somebody sends something that has no text. */
  strange(userId: string): Promise<void>;
  /** What is no message, or comes from nobody who may speak, each a delivery. */
  readonly garbage: readonly (() => unknown)[];
  /** Says a card in reply to what is said. Resolves when it is shown. */
  reply(saying: Saying, card: Card): Promise<void>;
  /** The next message to this kind of place meets that. `said` stands in the words of a refusal. */
  trouble(place: "group" | "person", trouble: Trouble, said?: string): void;
  /** Resolves when something can be sent again. */
  ready(): Promise<void>;
  /** The next card meets a refusal that is for good. */
  refuseCard(): void;
  /** The card with buttons that was shown last. */
  card(): SimCard;
  /** Somebody presses a button, and the card becomes another one. The labels of its buttons then. */
  press(pressing: Pressing, becomes: Card): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const BOT = "茶叙";
/** Ids as they come: with a leading zero, and with both cases. */
export const USER = "0254571";
export const OTHER = "ZhouChangYou";
/** Random letters, as the consoles give them out. */
export const letters = (length: number): string =>
  "kQ7wZrT3yUpLmN9bVcXa5SdFgHjKqW2eRtYuIo8PaSdFgHjK1lZxCvBnM".slice(0, length);

/** The bot's side of callbacks: hears, and answers as the program would. */
export class BotDoor {
  readonly heard: InboundMessage[] = [];
  readonly beside: string[] = [];
  address = "";
  /** What a message is answered with. */
  answer: (received: Extract<Received, { kind: "message" }>) => string = () => "";
  readonly #server: Server;

  constructor(platform: () => Platform, doorOf: (path: string) => Door) {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { pathname, searchParams } = new URL(request.url ?? "", "http://bot");
        const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
        const raw = {
          method: request.method === "GET" ? "GET" : "POST",
          query: Object.fromEntries(searchParams),
          headers: Object.fromEntries(headers),
          body: Buffer.concat(chunks),
        } as const;
        const { status, body } = this.#take(() => platform().receive(raw, doorOf(pathname)));
        response.writeHead(status).end(body);
      });
    });
  }

  #take(receive: () => Received): { status: number; body: string } {
    try {
      const received = receive();
      if (received.kind === "message") {
        this.heard.push(received.message);
        return { status: 200, body: this.answer(received) };
      }
      this.beside.push(received.kind);
      return { status: received.kind === "refused" ? received.status : 200, body: "" };
    } catch (error) {
      this.beside.push(`thrown: ${String(error)}`);
      return { status: 500, body: "" };
    }
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.address = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

/** The address that a message is answered at, as the outbox makes it. */
export function replyTo({ replyTo: reply, chat, sender }: InboundMessage, group: Group | null): Address {
  const fallback = chat.kind === "group" && group !== null ? group : { kind: "person" as const, userId: sender.id };
  return reply === undefined ? fallback : { kind: "reply", ...reply, tried: 0, fallback };
}

/** Sends every part; the last result, or the first that is no success. */
export async function sendAll(platform: Platform, address: Address, parts: readonly Part[]): Promise<Delivery> {
  let last: Delivery = { state: "sent" };
  for (const part of parts) {
    last = await platform.send(address, part);
    if (last.state !== "sent") return last;
  }
  return last;
}

export function last<T>(items: readonly T[]): T {
  const item = items.at(-1);
  if (item === undefined) throw new Error("there is none");
  return item;
}

export function labels(card: SimCard | undefined): readonly string[] {
  return (card?.buttons ?? []).map(({ label }) => label);
}
