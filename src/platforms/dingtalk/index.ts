import type { Card } from "../../messages/card.ts";
import type { Logger } from "../../shared/logger.ts";
import type { Connection } from "../connection.ts";
import type { MediaSource, RawRequest, Received } from "../inbound.ts";
import type { Address, Door, FetchWithin, Part, Platform } from "../platform.ts";
import { pressOf, receivePress } from "./card-callback.ts";
import { type CardOptions, CardRoad } from "./card-road.ts";
import { type ClientOptions, DingtalkClient, originsOf } from "./client.ts";
import { examineDingtalk } from "./examine.ts";
import { hasStaffId } from "./identity.ts";
import { fetchDingtalkMedia } from "./media.ts";
import { type Parsed, parseMessage } from "./parse.ts";
import { renderCard } from "./render.ts";
import { digest, robotOf } from "./robot.ts";
import { dingtalkSignIn } from "./sign-in.ts";
import { distrust } from "./signature.ts";
import { createStream, type StreamTimes } from "./stream.ts";

export interface DingtalkOptions extends ClientOptions {
  readonly botName: string;
  /** How messages come in: to an address, or by a connection that the program opens. To an address unless told. */
  readonly mode?: "callback" | "stream";
  /** Signs what is pressed on cards, where that comes to an address. */
  readonly cardSecret?: string;
  /** Cards with buttons. */
  readonly cards?: CardOptions;
  /** Other times of the connection than DingTalk's. */
  readonly times?: Partial<StreamTimes>;
  readonly logger?: Logger | undefined;
}

/** DingTalk allows a custom robot 20 a minute and then blocks it for ten (custom-robots-send-group-messages). */
const WEBHOOK_PER_MINUTE = 18;
/** The app's own API: DingTalk allows 20 calls a second for all of it (call-frequency-limit); a share for each conversation. */
const API_PER_MINUTE = 300;

export function createDingtalk(options: DingtalkOptions): Platform {
  const { app } = options;
  const client = new DingtalkClient(options);
  const connection = connectionOf(options);
  const cards = cardRoadOf(options, client);
  const robot = `dingtalk:${digest(app?.robotCode ?? "")}`;
  return {
    name: "dingtalk",
    receive: (request, door) => (door === "card" ? receivePress(options, request) : receive(options, request)),
    render: (address, card, replaces) => render(options, { client, cards }, { address, card, replaces }),
    send: (address, part) => (cards ?? client).send(address, part),
    carries: (address) => client.carries(address),
    budget(address) {
      const key = budgetOf(client, address);
      const perMinute = key.startsWith("webhook:") ? WEBHOOK_PER_MINUTE : API_PER_MINUTE;
      const quota = /^(group|person):/.test(key) ? "dingtalk:api" : "dingtalk:webhook-stream";
      return { key: `${key.startsWith("webhook:") ? "dingtalk" : robot}:${key}`, perMinute, quota };
    },
    robot(address) {
      if (address.kind !== "reply") return robotOf(address);
      const bySession = address.fallback === null || client.goesBySession(address);
      return bySession ? "dingtalk:session" : robotOf(address.fallback);
    },
    ...(app !== undefined && {
      fetchMedia: (source: MediaSource, within: FetchWithin) =>
        fetchDingtalkMedia(client, { apiBase: options.apiBase, robotCode: app.robotCode }, source, within),
    }),
    doors: doorsOf(options),
    ...(connection !== undefined && { connection }),
    ...(app !== undefined && { signIn: dingtalkSignIn({ ...options, app }, client) }),
    reaches: (userId) => app !== undefined && hasStaffId(userId),
    posts: ({ webhook }) => app !== undefined || webhook !== undefined,
    examine: ({ webhooks }) => examineDingtalk(client, options, webhooks),
  };
}

function connectionOf(options: DingtalkOptions): Connection | undefined {
  const { app, mode } = options;
  if (app === undefined || mode !== "stream") return undefined;
  return createStream({
    ...options,
    app,
    parse: (body) => parse(options, body),
    press: (payload, id) => pressOf(options, payload, id),
  });
}

/** Each message that DingTalk pushes is a use of the month, a repeat too. */
function parse(options: DingtalkOptions, body: Buffer): Parsed {
  const { botName, clock, onUse } = options;
  const parsed = parseMessage(body, { botName, now: clock.now(), trustedOrigins: originsOf(options) });
  if (parsed.kind === "message") onUse?.("dingtalk:webhook-stream");
  return parsed;
}

/** By Stream mode what is said and pressed comes over the connection. */
function doorsOf({ app, mode = "callback", cardSecret }: DingtalkOptions): readonly Door[] {
  if (app === undefined || mode === "stream") return [];
  return cardSecret === undefined ? ["robot"] : ["robot", "card"];
}

/** Null: no template is set, or presses could not be told from forged ones. */
function cardRoadOf(
  { app, cards, cardSecret: secret, clock, mode = "callback" }: DingtalkOptions,
  client: DingtalkClient,
): CardRoad | null {
  if (app === undefined || cards === undefined) return null;
  if (mode === "callback" && secret === undefined) return null;
  return new CardRoad(client, { ...cards, secret, robotCode: app.robotCode, mode, clock });
}

interface Shown {
  readonly address: Address;
  readonly card: Card;
  readonly replaces: string | undefined;
}

function render(
  { botName }: DingtalkOptions,
  { client, cards }: { readonly client: DingtalkClient; readonly cards: CardRoad | null },
  { address, card, replaces }: Shown,
): readonly Part[] {
  const context = { botName, canMention: client.canMention(address), taps: cards === null && isDirect(address) };
  const words = (one: Card) => renderCard(one, context);
  return cards === null ? words(card) : cards.parts(address, card, { render: words, replaces });
}

/** A chat of one person with the robot: there what is tapped is said by that person. */
function isDirect(address: Address): boolean {
  if (address.kind === "reply") return address.fallback?.kind === "person";
  return address.kind === "person";
}

function receive(options: DingtalkOptions, request: RawRequest): Received {
  const { app, clock } = options;
  if (app === undefined) return { kind: "refused", status: 401, reason: "DINGTALK_CLIENT_ID is not set" };
  if (request.method !== "POST") return { kind: "refused", status: 401, reason: "DingTalk only posts" };
  const doubt = distrust(request.headers, app.clientSecret, clock.now());
  if (doubt !== null) return { kind: "refused", status: 401, reason: doubt };
  const parsed = parse(options, request.body);
  return parsed.kind === "malformed" ? { kind: "refused", status: 400, reason: parsed.reason } : parsed;
}

function budgetOf(client: DingtalkClient, address: Address): string {
  switch (address.kind) {
    case "group":
      return address.webhook === undefined ? `group:${address.chatId}` : `webhook:${digest(address.webhook)}`;
    case "person":
      return `person:${address.userId}`;
    case "reply": {
      const { fallback } = address;
      if (fallback === null) return `reply:${digest(address.url)}`;
      if (!client.goesBySession(address)) return budgetOf(client, fallback);
      return fallback.kind === "group" ? `reply:group:${fallback.chatId}` : `reply:person:${fallback.userId}`;
    }
  }
}
