import { randomBytes, randomUUID } from "node:crypto";
import type { Clock } from "../shared/clock.ts";
import { sign } from "./dingtalk-callback.ts";
import { DingtalkCards } from "./dingtalk-cards.ts";
import { DingtalkMedia, type Shown } from "./dingtalk-media.ts";
import type { SimFile } from "./media.ts";
import type { SimChat, SimMessage, World } from "./world.ts";

export interface RobotOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly robotCode: string;
  /** Asked at each press. */
  readonly callbackUrl: () => string;
}

export interface RobotAnswer {
  readonly status: number;
  readonly body: object;
}

/** One request to an endpoint. `body` is undefined when it is not a JSON object. */
export interface RobotCall {
  readonly query: Readonly<Record<string, string>>;
  readonly token: string;
  readonly body: Fields | undefined;
  /** Of an upload; null when the body was no form with a file. */
  readonly file?: SimFile | null;
}

type Fields = Readonly<Record<string, unknown>>;

const TOKEN_MS = 7200_000;
const SESSION_MS = 90 * 60_000;
const MAX_SKEW_MS = 3_600_000;
const MAX_PARAM_BYTES = 15_000;
const MAX_WEBHOOK_BYTES = 20_000;
const PER_MINUTE = 20;
const THROTTLED_MS = 10 * 60_000;

/** The sending side of the simulated DingTalk: checks each call as documented, and shows what was sent in the World. */
export class DingtalkRobot {
  readonly #options: RobotOptions;
  readonly #sessions = new Map<string, { chatId: string; userId: string | undefined; endsAt: number }>();
  readonly #webhooks = new Map<string, { taken: number[]; blockedUntil: number }>();
  readonly #media = new DingtalkMedia();
  #token: { value: string; endsAt: number } | null = null;

  readonly cards: DingtalkCards;

  constructor(options: RobotOptions) {
    this.#options = options;
    this.cards = new DingtalkCards(options);
  }

  /** A reply address for a conversation: its id, and when it ends. */
  /** `userId`: whose message it answers. */
  openSession(chatId: string, userId?: string): { id: string; expiresAt: Date } {
    const id = randomBytes(16).toString("hex");
    const endsAt = this.#now() + SESSION_MS;
    this.#sessions.set(id, { chatId, userId, endsAt });
    return { id, expiresAt: new Date(endsAt) };
  }

  endSessions(): void {
    this.#sessions.clear();
  }

  endToken(): void {
    this.#token = null;
  }

  /** The same token while it is valid, its life prolonged. */
  giveToken({ body }: RobotCall): RobotAnswer {
    const { clientId, clientSecret } = this.#options;
    if (body?.["appKey"] !== clientId || body["appSecret"] !== clientSecret) {
      return refusal(400, "invalidClientIdOrSecret", "the client id or secret is wrong");
    }
    const valid = this.#token !== null && this.#now() < this.#token.endsAt;
    const value = valid && this.#token !== null ? this.#token.value : randomUUID().replaceAll("-", "");
    this.#token = { value, endsAt: this.#now() + TOKEN_MS };
    return { status: 200, body: { accessToken: value, expireIn: TOKEN_MS / 1000 } };
  }

  /** The older API: the token is in the query, and a refusal is HTTP 200. */
  withQueryToken({ query }: RobotCall, take: () => RobotAnswer): RobotAnswer {
    return this.#isToken(query["access_token"] ?? "") ? take() : errcode(40014, "不合法的access_token");
  }

  upload(call: RobotCall): RobotAnswer {
    const { query, file = null } = call;
    const upload = () => this.#media.upload(query["type"] ?? "", file, this.#now());
    return this.withQueryToken(call, () => ({ status: 200, body: upload() }));
  }

  sendToGroup(call: RobotCall): RobotAnswer {
    const refused = this.#checkCall(call);
    if (refused !== null) return refused;
    const chatId = textOf(call.body?.["openConversationId"]);
    if (chatId === "") return refusal(400, "miss.openConversationId", "openConversationId is missing");
    const chat = this.#options.world.chat("dingtalk", chatId);
    if (chat?.kind !== "group") return refusal(400, "invalid.openConversationId", "no such conversation");
    const said = this.#readParam(call.body);
    if ("status" in said) return said;
    const key = randomBytes(18).toString("base64");
    this.#show(chat.id, said, [], { key });
    return { status: 200, body: { processQueryKey: key } };
  }

  sendToPeople(call: RobotCall): RobotAnswer {
    const refused = this.#checkCall(call);
    if (refused !== null) return refused;
    const userIds = textsOf(call.body?.["userIds"]);
    if (userIds.length === 0) return refusal(400, "invalidParameter.userIds", "userIds is missing");
    if (userIds.length > 20) return refusal(400, "receivers.exceed", "too many receivers");
    const said = this.#readParam(call.body);
    if ("status" in said) return said;
    const key = randomBytes(18).toString("base64");
    const known = userIds.filter((id) => this.#options.world.person("dingtalk", id) !== undefined);
    for (const id of known) this.#show(`direct:${id}`, said, [], { key });
    const invalidStaffIdList = userIds.filter((id) => !known.includes(id));
    return { status: 200, body: { processQueryKey: key, invalidStaffIdList, flowControlledStaffIdList: [] } };
  }

  sendBySession({ query, body }: RobotCall): RobotAnswer {
    const session = this.#sessions.get(query["session"] ?? "");
    if (session === undefined || this.#now() >= session.endsAt) return errcode(300001, "session 不存在");
    return this.#showWebhook(session.chatId, body, session.userId);
  }

  sendByWebhook({ query, body }: RobotCall): RobotAnswer {
    const token = query["access_token"] ?? "";
    const chat = this.#options.world.chats.find((one) => one.platform === "dingtalk" && one.webhookKey === token);
    if (chat === undefined || token === "") return errcode(400101, "token is not exist");
    const secret = chat.webhookSecret;
    if (secret !== undefined) {
      const timestamp = query["timestamp"] ?? "";
      if (!(Math.abs(Number(timestamp || "x") - this.#now()) <= MAX_SKEW_MS))
        return errcode(310000, "invalid timestamp");
      if (query["sign"] !== sign(timestamp, secret)) return errcode(310000, "sign not match");
    }
    if (!this.#hasRoom(chat)) return errcode(130101, "send too fast, exceed 20 times per minute");
    return this.#showWebhook(chat.id, body);
  }

  /** What is asked with a token that is valid, as JSON. */
  withToken({ token, body }: RobotCall, then: (body: Fields) => RobotAnswer): RobotAnswer {
    if (!this.#isToken(token)) return refusal(400, "InvalidAuthentication", "不合法的access_token");
    return body === undefined ? refusal(400, "invalidParameter", "the body is not a JSON object") : then(body);
  }

  #checkCall({ token, body }: RobotCall): RobotAnswer | null {
    if (!this.#isToken(token)) return refusal(400, "InvalidAuthentication", "不合法的access_token");
    if (body === undefined) return refusal(400, "invalidParameter", "the body is not a JSON object");
    if (body["robotCode"] !== this.#options.robotCode) return refusal(400, "robotCode.notExsit", "no such robot");
    return null;
  }

  #isToken(token: string): boolean {
    return this.#token !== null && token === this.#token.value && this.#now() < this.#token.endsAt;
  }

  /** 20 in any minute, and then nothing for ten. */
  #hasRoom(chat: SimChat): boolean {
    const now = this.#now();
    const state = this.#webhooks.get(chat.id) ?? { taken: [], blockedUntil: 0 };
    this.#webhooks.set(chat.id, state);
    if (now < state.blockedUntil) return false;
    state.taken = state.taken.filter((at) => now - at < 60_000);
    if (state.taken.length >= PER_MINUTE) {
      state.blockedUntil = now + THROTTLED_MS;
      return false;
    }
    state.taken.push(now);
    return true;
  }

  #showWebhook(chatId: string, body: Fields | undefined, to?: string): RobotAnswer {
    if (body === undefined) return errcode(40035, "缺少参数 json");
    const type = body["msgtype"];
    if (type !== "text" && type !== "markdown") return errcode(400105, "unsupported msgtype");
    const part = fieldsOf(body[type]);
    const text = textOf(part[type === "text" ? "content" : "text"]);
    if (text === "" || (type === "markdown" && textOf(part["title"]) === "")) return errcode(40035, "缺少参数");
    if (Buffer.byteLength(JSON.stringify(body)) > MAX_WEBHOOK_BYTES)
      return errcode(460101, "message too long, exceed 20000 bytes");
    this.#show(chatId, { format: type, text }, textsOf(fieldsOf(body["at"])["atUserIds"]), { to });
    return { status: 200, body: { errcode: 0, errmsg: "ok" } };
  }

  /** Members are alerted whose id is listed and stands in the text, where the client shows their name. */
  #show(chatId: string, said: Said | Shown, listed: readonly string[], known: Pick<SimMessage, "key" | "to">): void {
    const { world, clock } = this.#options;
    const id = `dingtalk-${randomUUID()}`;
    if ("file" in said) {
      const { format, file } = said;
      world.postMedia({ id, platform: "dingtalk", chatId, from: null, format, at: clock.now(), ...known }, file);
      return;
    }
    const members = world.chat("dingtalk", chatId)?.members ?? [];
    const mentions = members.filter((id) => listed.includes(id) && mentionOf(id).test(said.text));
    const text = mentions.reduce((shown, id) => {
      const name = world.person("dingtalk", id)?.name ?? id;
      return shown.replaceAll(new RegExp(mentionOf(id), "g"), () => `@${name}`);
    }, said.text);
    world.post({
      id,
      platform: "dingtalk",
      chatId,
      from: null,
      format: said.format,
      text,
      mentions,
      at: clock.now(),
      ...known,
    });
  }

  /** `msgParam` is a JSON string inside the JSON. */
  #readParam(body: Fields | undefined): Said | Shown | RobotAnswer {
    const msgParam = body?.["msgParam"];
    if (typeof msgParam !== "string")
      return refusal(400, "invalidParameter.msgParam.invalid", "msgParam is not a string");
    if (Buffer.byteLength(msgParam) > MAX_PARAM_BYTES) {
      return refusal(400, "invalidParameter.msgParam.tooLong", "msgParam is longer than 15000 bytes");
    }
    const param = readObject(msgParam) ?? {};
    const shown = this.#media.shownBy(body?.["msgKey"], param, this.#now());
    if (typeof shown === "string") return refusal(400, "invalidParameter.msgParam.invalid", shown);
    return shown ?? readWords(body?.["msgKey"], param);
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }
}

interface Said {
  readonly format: "text" | "markdown";
  readonly text: string;
}

function readWords(key: unknown, param: Fields): Said | RobotAnswer {
  if (key !== "sampleMarkdown" && key !== "sampleText")
    return refusal(400, "invalidParameter.msgKey.invalid", "unknown msgKey");
  const text = textOf(param[key === "sampleText" ? "content" : "text"]);
  if (text === "" || (key === "sampleMarkdown" && textOf(param["title"]) === "")) {
    return refusal(400, "invalidParameter.msgParam.invalid", "msgParam lacks its text or title");
  }
  return { format: key === "sampleText" ? "text" : "markdown", text };
}

export function readObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function mentionOf(userId: string): RegExp {
  return new RegExp(`@${userId.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`);
}

function refusal(status: number, code: string, message: string): RobotAnswer {
  return { status, body: { code, message, requestid: randomUUID() } };
}

function errcode(code: number, errmsg: string): RobotAnswer {
  return { status: 200, body: { errcode: code, errmsg } };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
