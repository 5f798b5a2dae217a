import type { Clock } from "../shared/clock.ts";
import { pictureType, type SimFile, Uploads } from "./media.ts";
import type { WecomAppKeys } from "./wecom-app-xml.ts";
import { cardOrNull } from "./wecom-card-shape.ts";
import { freshId } from "./wecom-crypto.ts";
import type { SimCard, World } from "./world.ts";

export type AppAnswer = Readonly<{ errcode: number; errmsg: string } & Record<string, unknown>>;
type Fields = Readonly<Record<string, unknown>>;

const MAX_BYTES = 2048;
const PER_MINUTE = 30;
const PER_HOUR = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const TOKEN_MS = 2 * HOUR_MS;
const MEDIA_MS = 72 * HOUR_MS;
const RESPONSE_CODE_MS = 72 * HOUR_MS;
const MAX_BYTES_OF = { image: 10 * 1024 * 1024, file: 20 * 1024 * 1024 } as const;
const INTERACTIVE = new Set(["button_interaction", "vote_interaction", "multiple_interaction"]);

/** What the simulated WeCom does for a self-built app (90236, 91039, 94888): its limits, its answers, and what people see. */
export class WecomAppApi {
  /** Who may be written to; null: everybody who is there. Compared without case, as the platform does. */
  visible: readonly string[] | null = null;
  /** Members without a licence for messages by interface. */
  unlicensed: readonly string[] = [];
  /** What was sent and nobody saw, because it was too much. */
  dropped = 0;
  readonly #world: World;
  readonly #clock: Clock;
  readonly #keys: WecomAppKeys;
  readonly #uploads = new Uploads();
  readonly #taken = new Map<string, number[]>();
  readonly #cards = new Map<string, { readonly messageIds: readonly string[]; readonly endsAt: number }>();
  #token = { value: "", endsAt: 0 };

  constructor(options: { readonly world: World; readonly clock: Clock; readonly keys: WecomAppKeys }) {
    this.#world = options.world;
    this.#clock = options.clock;
    this.#keys = options.keys;
  }

  /** The token given out last is refused from now on. */
  expireToken(): void {
    this.#token = { value: "", endsAt: 0 };
  }

  giveToken(query: Fields): AppAnswer {
    if (query["corpid"] !== this.#keys.corpId) return no(40013, "invalid corpid");
    if (query["corpsecret"] !== this.#keys.secret) return no(40001, "invalid credential");
    const now = this.#now();
    if (now >= this.#token.endsAt) this.#token = { value: `token-${freshId()}`, endsAt: now + TOKEN_MS };
    const left = Math.floor((this.#token.endsAt - now) / 1000);
    return { ...OK, access_token: this.#token.value, expires_in: left };
  }

  /** Null: the token is good. */
  refuseToken(token: unknown): AppAnswer | null {
    if (typeof token !== "string" || token === "") return no(41001, "access_token missing");
    if (token !== this.#token.value) return no(40014, "invalid access_token");
    return this.#now() < this.#token.endsAt ? null : no(42001, "access_token expired");
  }

  describe(query: Fields): AppAnswer {
    if (query["agentid"] !== this.#keys.agentId) return no(40056, "invalid agentid");
    return { ...OK, agentid: Number(this.#keys.agentId), name: "sandbox" };
  }

  upload(query: Fields, file: SimFile | null): AppAnswer {
    const { type } = query;
    if (type !== "image" && type !== "file") return no(40004, "invalid media type");
    if (file === null || file.name === "") return no(41005, "media data missing");
    if (file.bytes.length <= 5 || file.bytes.length > MAX_BYTES_OF[type]) return no(40006, "invalid media size");
    if (type === "image" && pictureType(file.bytes) === null) return no(40123, "invalid image format");
    const now = this.#now();
    const id = this.#uploads.keep({ owner: "app", type, file, endsAt: now + MEDIA_MS });
    return { ...OK, type, media_id: id, created_at: String(Math.floor(now / 1000)) };
  }

  /** message/send: whom it does not reach is named, in lower case; what is too much for somebody is dropped without a word. */
  send(body: unknown): AppAnswer {
    const message = fieldsOf(body);
    if (message["agentid"] !== Number(this.#keys.agentId)) return no(40056, "invalid agentid");
    const wanted = String(message["touser"] ?? "")
      .split("|")
      .filter((one) => one !== "");
    const invalid = wanted.filter((one) => this.#find(one) === undefined);
    const lists = {
      invaliduser: lowered(invalid),
      unlicenseduser: lowered(wanted.filter((one) => has(this.unlicensed, one))),
    };
    const people = wanted.flatMap((one) => (has(this.unlicensed, one) ? [] : (this.#find(one) ?? [])));
    if (invalid.length === wanted.length) {
      return { ...no(81013, "user & party & tag all invalid"), ...lists };
    }
    const shown = this.#shownOf(message);
    if ("errcode" in shown) return shown;
    const ids = people.flatMap((userId) => this.#show(userId, shown) ?? []);
    return { ...OK, ...lists, msgid: freshId(), ...this.#codeFor(message, ids) };
  }

  /** Changes a card that was sent, once, within 72 hours of it (94888). */
  updateCard(body: unknown): AppAnswer {
    const update = fieldsOf(body);
    if (update["agentid"] !== Number(this.#keys.agentId)) return no(40056, "invalid agentid");
    const code = String(update["response_code"] ?? "");
    const card = this.#cards.get(code);
    if (card === undefined || this.#now() >= card.endsAt) return no(40058, "invalid response_code");
    this.#cards.delete(code);
    const replaced = fieldsOf(update["button"])["replace_name"];
    for (const message of this.#world.messages.filter((one) => card.messageIds.includes(one.id))) {
      if (update["template_card"] === undefined) {
        this.#world.post({ ...message, text: `${message.text}\n${String(replaced)}` });
        continue;
      }
      const shown = cardShown(update);
      if ("errcode" in shown) return shown;
      this.#world.post({ ...message, ...shown });
    }
    return { ...OK, invaliduser: [] };
  }

  #codeFor(message: Fields, messageIds: readonly string[]): Fields {
    if (!INTERACTIVE.has(String(fieldsOf(message["template_card"])["card_type"]))) return {};
    return { response_code: this.#newCode(messageIds) };
  }

  /** What a press on a card can change it with, once (90240). */
  codeOfPress(card: SimCard): string {
    const shown = this.#world.withCard("wecom", card.id);
    return this.#newCode(shown === undefined ? [] : [shown.id]);
  }

  #newCode(messageIds: readonly string[]): string {
    const code = freshId();
    this.#cards.set(code, { messageIds, endsAt: this.#now() + RESPONSE_CODE_MS });
    return code;
  }

  /** The id as the world has it: the platform takes any case. */
  #find(userId: string): string | undefined {
    const same = (one: { readonly userId: string; readonly platform: string }) =>
      one.platform === "wecom" && one.userId.toLowerCase() === userId.toLowerCase();
    if (this.visible !== null && !has(this.visible, userId)) return undefined;
    return this.#world.people.find(same)?.userId;
  }

  #shownOf(message: Fields): Shown | AppAnswer {
    const type = String(message["msgtype"]);
    const inside = fieldsOf(message[type]);
    switch (type) {
      case "text":
      case "markdown": {
        const { content } = inside;
        if (typeof content !== "string" || content === "") return no(44004, "text content is empty");
        return { format: type, text: cutTo(content, MAX_BYTES) };
      }
      case "template_card":
        return cardShown(message);
      case "image":
      case "file": {
        const file = this.#uploads.take(String(inside["media_id"]), "app", type, this.#now());
        return file === null ? no(40007, "invalid media_id") : { format: type === "image" ? "picture" : "file", file };
      }
      default:
        return no(40008, "invalid message type");
    }
  }

  /** The id of the message; null where it was dropped. */
  #show(userId: string, shown: Shown): string | null {
    if (!this.#hasRoom(userId)) {
      this.dropped += 1;
      return null;
    }
    const place = { platform: "wecom", chatId: `direct:${userId}` } as const;
    const about = { ...place, id: `wecom-app-${freshId()}`, from: null, app: true } as const;
    const at = this.#clock.now();
    if ("file" in shown) this.#world.postMedia({ ...about, format: shown.format, at }, shown.file);
    else this.#world.post({ ...about, ...shown, to: userId, mentions: [], at });
    return about.id;
  }

  #hasRoom(userId: string): boolean {
    const now = this.#now();
    const recent = (this.#taken.get(userId) ?? []).filter((at) => now - at < HOUR_MS);
    this.#taken.set(userId, recent);
    const lastMinute = recent.filter((at) => now - at < MINUTE_MS).length;
    if (lastMinute >= PER_MINUTE || recent.length >= PER_HOUR) return false;
    recent.push(now);
    return true;
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

type Shown =
  | { readonly format: "text" | "markdown"; readonly text: string; readonly card?: SimCard }
  | { readonly format: "picture" | "file"; readonly file: SimFile };

const OK = { errcode: 0, errmsg: "ok" } as const;

function no(errcode: number, errmsg: string): AppAnswer {
  return { errcode, errmsg };
}

function has(list: readonly string[], userId: string): boolean {
  return list.some((one) => one.toLowerCase() === userId.toLowerCase());
}

function lowered(ids: readonly string[]): string {
  return ids.map((one) => one.toLowerCase()).join("|");
}

/** A card with buttons as such; another kind as its words. */
function cardShown(message: Fields): Extract<Shown, { text: string }> | AppAnswer {
  const type = fieldsOf(message["template_card"])["card_type"];
  if (type !== "button_interaction") return { format: "markdown", text: textOfCard(message) };
  const card = cardOrNull(message["template_card"]);
  return card === null ? no(40058, "invalid template_card") : { format: "markdown", text: "", card };
}

function textOfCard(message: Fields): string {
  const card = fieldsOf(message["template_card"]);
  const title = fieldsOf(card["main_title"]);
  const buttons = Array.isArray(card["button_list"]) ? card["button_list"] : [];
  const labels = buttons.map((one) => `［${String(fieldsOf(one)["text"])}］`).join(" ");
  const lines = [title["title"], title["desc"], card["sub_title_text"], labels];
  return lines.filter((one) => typeof one === "string" && one !== "").join("\n");
}

/** What is beyond so many bytes is cut off, a halved character with it. */
function cutTo(text: string, bytes: number): string {
  return Buffer.from(text)
    .subarray(0, bytes)
    .toString("utf8")
    .replace(/\uFFFD+$/, "");
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
