import type { Clock } from "../shared/clock.ts";
import type { SimFile } from "./media.ts";
import { freshId } from "./wecom-crypto.ts";
import { pictureOf, WecomFiles } from "./wecom-media.ts";
import type { WebhookAnswer } from "./wecom-shapes.ts";
import type { SimChat, World } from "./world.ts";

const UNKNOWN = { errcode: 93000, errmsg: "invalid webhook url" };
const MAX_TEXT_BYTES = 2048;
const MAX_MARKDOWN_BYTES = 4096;
const PER_MINUTE = 20;
const MINUTE_MS = 60_000;

/** The group webhook (91770): finds the group by its key, enforces the documented limits, shows the message. */
export class WecomWebhooks {
  readonly #taken = new Map<string, number[]>();
  readonly #files = new WecomFiles();

  constructor(
    readonly world: World,
    readonly clock: Clock,
  ) {}

  take(key: string, body: unknown): WebhookAnswer {
    const chat = this.#chatOf(key);
    if (!chat) return UNKNOWN;
    if (!this.#hasRoom(key)) return { errcode: 45009, errmsg: "api freq out of limit" };
    const message = fields(body);
    switch (message["msgtype"]) {
      case "text":
        return this.#show(chat, "text", fields(message["text"]), MAX_TEXT_BYTES);
      case "markdown":
        return this.#show(chat, "markdown", fields(message["markdown"]), MAX_MARKDOWN_BYTES);
      case "markdown_v2":
        return this.#show(chat, "markdown_v2", fields(message["markdown_v2"]), MAX_MARKDOWN_BYTES);
      case "image":
        return this.#showMedia(chat, "picture", pictureOf(fields(message["image"])));
      case "file":
        return this.#showMedia(chat, "file", this.#files.fileOf(key, fields(message["file"]), this.#now()));
      default:
        return { errcode: 40008, errmsg: "invalid message type" };
    }
  }

  /** upload_media: `file` is null when the body was no form with a file. */
  upload(key: string, type: string, file: SimFile | null): WebhookAnswer {
    return this.#chatOf(key) === undefined ? UNKNOWN : this.#files.upload(key, type, file, this.#now());
  }

  #chatOf(key: string): SimChat | undefined {
    return this.world.chats.find((one) => one.platform === "wecom" && one.webhookKey === key && key !== "");
  }

  #now(): number {
    return this.clock.now().getTime();
  }

  #showMedia(chat: SimChat, format: "picture" | "file", file: SimFile | WebhookAnswer): WebhookAnswer {
    if ("errcode" in file) return file;
    const id = `wecom-${freshId()}`;
    this.world.postMedia({ id, platform: "wecom", chatId: chat.id, from: null, format, at: this.clock.now() }, file);
    return { errcode: 0, errmsg: "ok" };
  }

  /** At most 20 in any minute of the sandbox's clock; one that is refused for it does not count again. */
  #hasRoom(key: string): boolean {
    const now = this.#now();
    const recent = (this.#taken.get(key) ?? []).filter((at) => now - at < MINUTE_MS);
    this.#taken.set(key, recent);
    if (recent.length >= PER_MINUTE) return false;
    recent.push(now);
    return true;
  }

  #show(
    chat: SimChat,
    type: "text" | "markdown" | "markdown_v2",
    part: Record<string, unknown>,
    maxBytes: number,
  ): WebhookAnswer {
    const content = part["content"];
    if (typeof content !== "string" || content === "") return { errcode: 44004, errmsg: "empty content" };
    if (Buffer.byteLength(content) > maxBytes) {
      return { errcode: 40058, errmsg: `${type}.content exceed max length ${maxBytes}` };
    }
    this.world.post({
      id: `wecom-${freshId()}`,
      platform: "wecom",
      chatId: chat.id,
      from: null,
      format: type === "text" ? "text" : "markdown",
      text: content,
      mentions: type === "markdown_v2" ? [] : mentionsIn(chat, content, type === "text" ? part["mentioned_list"] : []),
      at: this.clock.now(),
    });
    return { errcode: 0, errmsg: "ok" };
  }
}

/** Only members are alerted; `mentioned_list` counts beside `text` alone, and markdown_v2 alerts nobody. */
function mentionsIn(chat: SimChat, content: string, listed: unknown): string[] {
  const named = [...content.matchAll(/<@([^<>\s]+)>/g)].map((match) => match[1] ?? "");
  const list = Array.isArray(listed) ? listed.filter((one) => typeof one === "string") : [];
  const wanted = new Set([...named, ...list]);
  return chat.members.filter((member) => wanted.has(member) || wanted.has("@all"));
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
