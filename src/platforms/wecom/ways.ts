import type { Card } from "../../messages/card.ts";
import type { Clock } from "../../shared/clock.ts";
import type { Logger } from "../../shared/logger.ts";
import { isLoopbackHost } from "../address.ts";
import type { Connection } from "../connection.ts";
import type { HttpClient } from "../http-client.ts";
import { type Address, type Delivery, gaveUp, isUnreached, type Part, type WayTaken } from "../platform.ts";
import { changeWay, codeIn } from "./app-change.ts";
import { APP_PER_HOUR, APP_PER_MINUTE, type WecomApp, WecomAppClient } from "./app-client.ts";
import { sendByWebhook, WEBHOOK_PER_MINUTE } from "./client.ts";
import { renderForGroup, renderForPerson, renderForResponse, renderForSocket, webhookTexts } from "./render.ts";
import { goesByResponse, respond } from "./response-url.ts";
import type { SocketKeys } from "./socket.ts";
import { callbackIn, conversationOf } from "./socket-address.ts";
import type { SocketSender } from "./socket-send.ts";
import type { SocketTimes } from "./socket-times.ts";
import { createSocketWay } from "./socket-way.ts";
import { APP_CARD, BOT_CARD, withTemplateCard } from "./template-card.ts";
import { hash, noWay, type Way } from "./way.ts";

export interface WaysOptions {
  readonly botName: string;
  /** The bot by long connection, in place of its callback. */
  readonly socket?: SocketKeys & { readonly times?: Partial<SocketTimes> };
  /** The self-built app, which reaches people directly. */
  readonly app?: WecomApp & { readonly callback?: object };
  /** Whether the bot's replies to messages bring their buttons with them, where those do not answer a question. */
  readonly replyCards?: boolean;
  /** Its being on loopback allows webhooks on loopback. */
  readonly apiBase: string;
  readonly clock: Clock;
  readonly http: HttpClient;
  readonly logger: Logger;
}

/** The way that an address takes, and what it leads to. */
interface Chosen {
  readonly way: Way;
  readonly address: Address;
}

export interface Ways {
  readonly choose: (address: Address) => Chosen;
  /** Of the long connection. */
  readonly connection: Connection | null;
  /** The app's client. */
  readonly direct: WecomAppClient | null;
}

/** Tries in a minute and in an hour for one conversation: the platform allows 30 and 1,000, replies included (101463). */
const SOCKET_BUDGET = { perMinute: 28, perHour: 950 };

/**
 * All ways that are configured. A group is posted to by its webhook, which alone can alert somebody, else over the
 * connection; a person is written to by the app, else over the connection.
 */
export function createWays(options: WaysOptions): Ways {
  const webhook = webhookWay(options);
  const byResponse = responseWay(options);
  const { app, socket } = options;
  const direct = app === undefined ? null : new WecomAppClient({ ...options, app });
  const made = socket === undefined ? null : createSocketWay({ ...options, ...socket });
  const bySocket = made === null ? null : socketWay(made.sender, webhook, options);
  const words = direct === null || app === undefined ? null : appWay(direct, app);
  const byApp = words !== null && app?.callback === undefined ? inWords(words) : words;
  const byChange = direct === null || byApp === null ? null : changeWay(direct, byApp);
  const choose = (address: Address): Chosen => {
    switch (address.kind) {
      case "group":
        return { way: address.webhook === undefined ? (bySocket ?? NO_WEBHOOK) : webhook, address };
      case "person":
        return { way: byApp ?? bySocket ?? NO_ROAD, address };
      case "reply":
        if (bySocket !== null && callbackIn(address) !== null) return { way: bySocket, address };
        if (byChange !== null && codeIn(address) !== null) return { way: byChange, address };
        if (goesByResponse(address, options)) return { way: byResponse, address };
        return address.fallback === null ? { way: OVER, address } : choose(address.fallback);
    }
  };
  return { choose, connection: made?.connection ?? null, direct };
}

/** By an app that has no callback, and so would hear no press. */
function inWords(way: Way): Way {
  return { ...way, render: renderForPerson };
}

const NO_WEBHOOK = noWay("no-webhook");
const NO_ROAD = noWay("no-road-to-person");
const OVER = noWay("reply-over");

/** Each webhook is a robot of its own. Pictures and files go too (91770). */
function webhookWay({ http, apiBase }: Pick<WaysOptions, "http" | "apiBase">): Way {
  const allowLoopback = isLoopbackHost(new URL(apiBase).hostname);
  const urlOf = (address: Address) => (address.kind === "group" ? (address.webhook ?? "") : "");
  const keyOf = (address: Address) => `wecom:${hash(urlOf(address))}`;
  return {
    render: renderForGroup,
    send: (address, part) => sendByWebhook(http, urlOf(address), part, allowLoopback),
    carries: () => true,
    budget: (address) => ({ key: keyOf(address), perMinute: WEBHOOK_PER_MINUTE }),
    robot: keyOf,
  };
}

/** The address that came with a press; it is good for one message of words (101138). */
function responseWay({ http }: Pick<WaysOptions, "http">): Way {
  return {
    render: renderForResponse,
    send: (address, part) =>
      address.kind === "reply" ? respond(http, address, part) : Promise.resolve(gaveUp("reply-over")),
    carries: () => false,
    budget: (address) => ({
      key: `wecom:response:${hash(address.kind === "reply" ? address.url : "")}`,
      perMinute: WEBHOOK_PER_MINUTE,
    }),
    robot: () => "wecom:response",
  };
}

/** The app is one robot for everybody. Pictures and files go too (90236). */
function appWay(client: WecomAppClient, { corpId, agentId }: WecomApp): Way {
  const key = `wecom:app:${hash(`${corpId} ${agentId}`)}`;
  const userOf = (address: Address) => (address.kind === "person" ? address.userId : "");
  return {
    render: (card) => withTemplateCard(renderForPerson(card), card, APP_CARD),
    send: (address, part) => inWordsAtLeast(part, (one) => client.send(userOf(address), one)),
    carries: () => true,
    budget: (address) => ({
      key: `${key}:${hash(userOf(address))}`,
      perMinute: APP_PER_MINUTE,
      perHour: APP_PER_HOUR,
    }),
    robot: () => "wecom:app",
  };
}

/** Replies and posts of one conversation are counted together. */
function socketWay(
  sender: SocketSender,
  webhook: Way,
  { socket, replyCards = false }: Pick<WaysOptions, "socket" | "replyCards">,
): Way {
  const key = `wecom:chat:${hash(socket?.botId ?? "")}`;
  return {
    render: (card, address) => renderWithButtons(card, address, replyCards),
    send: (address, part) => inWordsAtLeast(part, (one) => sendBySocket(sender, webhook, address, one)),
    carries: () => true,
    budget: (address) => ({ key: `${key}:${hash(conversationOf(address))}`, ...SOCKET_BUDGET }),
    robot: () => "wecom:socket",
  };
}

/** A reply that asks nothing is not followed by a second message for its buttons alone, unless that is wished. */
function renderWithButtons(card: Card, address: Address, replyCards: boolean): readonly Part[] {
  const words = renderForSocket(card);
  const parts = withTemplateCard(words, card, BOT_CARD);
  const asks = card.blocks.some(({ kind }) => kind === "choices");
  const wanted = address.kind !== "reply" || asks || replyCards || parts.length === words.length;
  return wanted ? parts : words;
}

/** Whatever is wrong with a card, its words may still go. */
async function inWordsAtLeast(
  part: Part,
  send: (part: Part) => Promise<Delivery & WayTaken>,
): Promise<Delivery & WayTaken> {
  const delivery = await send(part);
  const { card, ...words } = part;
  const isRefused = delivery.state === "unsure" || (delivery.state === "gave-up" && !isUnreached(delivery));
  return card === undefined || !isRefused ? delivery : send(words);
}

/** What the connection takes neither as a reply nor as a message still goes by the group's webhook. */
async function sendBySocket(
  sender: SocketSender,
  webhook: Way,
  address: Address,
  part: Part,
): Promise<Delivery & WayTaken> {
  if (address.kind !== "reply") return sender.post(address, part);
  const delivery = await sender.reply(address, part);
  const { fallback } = address;
  if (delivery.state !== "gave-up" || fallback?.kind !== "group" || fallback.webhook === undefined) return delivery;
  let last: Delivery = delivery;
  for (const text of webhookTexts(part.text)) {
    last = await webhook.send(fallback, { ...part, text });
    if (last.state !== "sent") break;
  }
  return { ...last, robot: webhook.robot(fallback) };
}
