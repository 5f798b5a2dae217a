import { fileURLToPath } from "node:url";
import { static as files, json, type NextFunction, type Request, type Response, Router } from "express";
import { offeredIn } from "../messages/offered.ts";
import { ChaxuError } from "../shared/errors.ts";
import { toHtml } from "./markup.ts";
import { fromThisPage } from "./own-origin.ts";
import { PageFeed } from "./page-feed.ts";
import { mediaHtml, mediaRoutes } from "./page-media.ts";
import type { Roads } from "./sandbox.ts";
import {
  KEPT_IN_CHAT,
  type PlatformPressing,
  type PlatformSaying,
  type SimChat,
  type SimMessage,
  type SimPlatform,
  type World,
} from "./world.ts";

/** Asks the program what a person is offered. `groupId` null: in the direct chat. */
type Suggest = (asker: {
  readonly platform: SimPlatform;
  readonly groupId: string | null;
  readonly senderId: string;
}) => Promise<readonly { readonly text: string; readonly blank?: string; readonly does: string }[]>;

export interface SandboxPageOptions {
  readonly world: World;
  readonly parkName: string;
  readonly botNames: { readonly wecom: string; readonly dingtalk: string };
  readonly now: () => Date;
  /** IANA name, for what the page shows. */
  readonly timeZone: string;
  /** How the bot hears the two programs, which the page says. */
  readonly roads?: Roads;
  /** What a person wrote on the page, on its way to the bot. Resolves when the bot has it. */
  readonly say: (message: PlatformSaying) => Promise<void>;
  /** What a person pressed on the page, on its way to the bot. Resolves when the bot has it. */
  readonly press?: (pressing: PlatformPressing) => Promise<void>;
  /** What a person likely wants to say next; without it the page offers nothing. */
  readonly suggest?: Suggest;
  /** How often a silent stream shows that it lives. */
  readonly heartbeatMs?: number;
}

const FILES = fileURLToPath(new URL("page", import.meta.url));
const LONGEST_TEXT = 5000;
const BODY_LIMIT = "64kb";
const HEARTBEAT_MS = 15_000;
const DIRECT = "direct:";

/** The page with the two simulated chat programs, and what it asks for. To be mounted at the root. */
export function sandboxPage(options: SandboxPageOptions): Router {
  const { world, now } = options;
  const shown = (message: SimMessage) => ({ ...view(options, message), now: now() });
  const feed = new PageFeed(world, shown, options.heartbeatMs ?? HEARTBEAT_MS);
  const router = Router();
  router.get("/sandbox", (_request, response) => {
    response.set("cache-control", "no-cache").sendFile("index.html", { root: FILES });
  });
  router.use(
    "/sandbox/assets",
    files(FILES, { index: false, redirect: false, cacheControl: false, setHeaders: noCache }),
  );
  router.get("/sandbox/api/state", (_request, response) => {
    response.set("cache-control", "no-store").json({ ...stateOf(options), cursor: feed.cursor });
  });
  router.use(mediaRoutes(world));
  router.get("/sandbox/api/suggestions", (request, response) => suggestTo(options, request, response));
  router.get("/sandbox/api/stream", (request, response) => feed.serve(request, response));
  router.post("/sandbox/api/say", fromThisPage, json({ limit: BODY_LIMIT }), (request, response) =>
    hear(options, request, response),
  );
  router.post("/sandbox/api/press", fromThisPage, json({ limit: BODY_LIMIT }), (request, response) =>
    press(options, request, response),
  );
  router.use("/sandbox/api", (thrown: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = statusOf(thrown);
    if (status === undefined || status >= 500) next(thrown);
    else response.status(status).json({ error: status === 413 ? "内容太长。" : "请求的内容不是有效的 JSON。" });
  });
  return router;
}

function stateOf(options: SandboxPageOptions) {
  const { world, parkName, botNames, now, timeZone, roads } = options;
  return {
    parkName,
    botNames,
    roads,
    people: world.people,
    chats: world.chats.map(withoutSecrets),
    now: now(),
    timeZone,
    keptInChat: KEPT_IN_CHAT,
    messages: world.kept().map((message) => view(options, message)),
  };
}

function view({ world, botNames }: SandboxPageOptions, message: SimMessage) {
  const { id, platform, chatId, from, to, format, text, mentions, at, quotes, card } = message;
  const mentionName = (userId: string) => world.person(platform, userId)?.name;
  const context = { platform, mentionName, mentions, botName: botNames[platform] };
  // On DingTalk the text stands on the card.
  const html = message.media === undefined ? toHtml(text, format, context) : mediaHtml(message, world);
  // What has buttons needs no words to tap.
  const offers = from === null && message.media === undefined && card === undefined ? offeredIn(text) : undefined;
  return { id, platform, chatId, from, to, format, text, html, mentions, at, quotes, offers, card };
}

/** What the person who writes in a chat is offered. */
async function suggestTo({ world, suggest }: SandboxPageOptions, request: Request, response: Response): Promise<void> {
  const place = readPlace(world, request.query);
  if (typeof place === "string") {
    response.status(400).json({ error: place });
    return;
  }
  const { platform, chatId, userId } = place;
  const asker = { platform, groupId: chatId.startsWith(DIRECT) ? null : chatId, senderId: userId };
  response.set("cache-control", "no-store").json({ suggestions: (await suggest?.(asker)) ?? [] });
}

/** Brings what a person wrote on the page to the bot. */
async function hear({ world, say }: SandboxPageOptions, request: Request, response: Response): Promise<void> {
  const said = readSaid(world, request.body);
  if (typeof said === "string") {
    response.status(400).json({ error: said });
    return;
  }
  if (!world.chat(said.platform, said.chatId)) world.chats.push(directChat(world, said.platform, said.userId));
  try {
    await say(said);
  } catch (thrown) {
    const reason = thrown instanceof ChaxuError ? `：${thrown.message}` : "，原因见程序日志。";
    response.status(502).json({ error: `消息没有送到机器人${reason}` });
    return;
  }
  response.json({ ok: true });
}

/** Brings what a person pressed on the page to the bot. */
async function press({ world, press }: SandboxPageOptions, request: Request, response: Response): Promise<void> {
  const pressed = readPress(world, request.body);
  if (typeof pressed === "string" || press === undefined) {
    response.status(400).json({ error: pressed });
    return;
  }
  try {
    await press(pressed);
  } catch {
    response.status(502).json({ error: "按钮没有送到机器人，原因见程序日志。" });
    return;
  }
  response.json({ ok: true });
}

function readPress(world: World, body: unknown): PlatformPressing | string {
  if (typeof body !== "object" || body === null) return "请求的内容不是一个 JSON 对象。";
  const place = readPlace(world, body);
  if (typeof place === "string") return place;
  const { card: id, key } = body as Record<string, unknown>;
  const message = typeof id === "string" ? world.withCard(place.platform, id) : undefined;
  if (message?.card === undefined || message.chatId !== place.chatId) return "这张卡片不在这个会话里。";
  const button = message.card.buttons.find((one) => one.key === key);
  return button === undefined ? "这张卡片上没有这个按钮。" : { ...place, card: message.card, key: button.key };
}

/** The message, or the sentence that says what is wrong with it. */
function readSaid(world: World, body: unknown): PlatformSaying | string {
  if (typeof body !== "object" || body === null) return "请求的内容不是一个 JSON 对象。";
  const place = readPlace(world, body);
  if (typeof place === "string") return place;
  const { platform, chatId } = place;
  const { text, mention, quotes } = body as Record<string, unknown>;
  if (typeof text !== "string" || text.trim() === "") return "消息不能是空的。";
  if (text.length > LONGEST_TEXT) return `消息最多 ${LONGEST_TEXT} 个字，现在是 ${text.length} 个。`;
  if (mention !== undefined && typeof mention !== "boolean") return "mention 只能是 true 或 false。";
  const said: PlatformSaying = { ...place, text, mention: mention === true && !chatId.startsWith(DIRECT) };
  if (quotes === undefined || quotes === null) return said;
  const quoted = world.messages.find((one) => one.id === quotes && one.platform === platform && one.chatId === chatId);
  return quoted ? { ...said, quotes: quoted.id } : "引用的消息不在这个会话里。";
}

type Place = Pick<PlatformSaying, "platform" | "chatId" | "userId">;

/** Who, and in which of his chats; or the sentence that says what is wrong with it. */
function readPlace(world: World, asked: object): Place | string {
  const { platform, chatId, userId } = asked as Record<string, unknown>;
  if (platform !== "wecom" && platform !== "dingtalk") return "平台只能是 wecom 或 dingtalk。";
  if (typeof userId !== "string" || !world.person(platform, userId)) return "没有这个人。";
  if (typeof chatId !== "string") return "没有这个会话。";
  const chat =
    world.chat(platform, chatId) ??
    (chatId.startsWith(DIRECT) ? { members: [chatId.slice(DIRECT.length)] } : undefined);
  if (!chat) return "没有这个会话。";
  if (!chat.members.includes(userId)) return "这个人不在这个会话里。";
  return { platform, chatId, userId };
}

function directChat(world: World, platform: SimPlatform, userId: string): SimChat {
  const name = world.person(platform, userId)?.name ?? userId;
  return { platform, id: `${DIRECT}${userId}`, name, kind: "direct", members: [userId] };
}

/** A webhook's key and secret are nothing that a page needs. */
function withoutSecrets({ platform, id, name, kind, members, audience }: SimChat) {
  return { platform, id, name, kind, members, audience: audience ?? members };
}

function noCache(response: Response): void {
  response.setHeader("cache-control", "no-cache");
}

/** body-parser marks its errors with the status to answer. */
function statusOf(thrown: unknown): number | undefined {
  return thrown instanceof Error && "status" in thrown && typeof thrown.status === "number" ? thrown.status : undefined;
}
