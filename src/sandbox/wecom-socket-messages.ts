import type { Clock } from "../shared/clock.ts";
import { cardOrNull } from "./wecom-card-shape.ts";
import { freshId } from "./wecom-crypto.ts";
import { type Fields, fields, OK, refusal, type SocketAnswer } from "./wecom-socket-shapes.ts";
import { SocketUploads } from "./wecom-socket-uploads.ts";
import type { SimCard, SimMessage, World } from "./world.ts";

/** What a bot says over the long connection: checked as page 101463 has it, and shown in the World. */

/** What was said to the bot, or happened, and can be answered by its req_id. */
export interface SimCallback {
  /** As in the World: a group's id, or `direct:` and the user id. */
  readonly chatId: string;
  readonly userId: string;
  /** Of an event its name, and of a press the card. */
  readonly event?: string;
  readonly card?: SimCard;
  /** By the clock, in milliseconds. */
  readonly at: number;
  /** What was last shown in answer, and whether more of it follows. */
  shown: { readonly text: string; readonly finished: boolean } | null;
  /** Called when an answer is finished, or the card of a press is changed. */
  readonly finished: () => void;
}

const MOST_BYTES = 20_480;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const REPLY_MS = 24 * HOUR_MS;
const EVENT_MS = 5_000;
const STREAM_MS = 6 * MINUTE_MS;
const PER_MINUTE = 30;
const PER_HOUR = 1000;

interface Place {
  readonly chatId: string;
  readonly to?: string;
}

export class SocketMessages {
  readonly uploads = new SocketUploads();
  /** `update_template_card` of pressed cards, in order. */
  readonly updates: Fields[] = [];
  /** Streams are refused, as for clients that cannot show them. */
  refusesStreams = false;
  readonly #world: World;
  readonly #clock: Clock;
  /** Conversations in which somebody has spoken to the bot. */
  readonly #spoken = new Set<string>();
  readonly #taken = new Map<string, number[]>();
  readonly #streams = new Map<string, { readonly began: number; over: boolean }>();

  constructor(world: World, clock: Clock) {
    this.#world = world;
    this.#clock = clock;
  }

  /** Somebody has spoken to the bot there. */
  spoken(chatId: string): void {
    this.#spoken.add(chatId);
  }

  /** aibot_respond_msg; `undefined`: the req_id is none of this connection. */
  respond(callback: SimCallback | undefined, reqId: string, body: Fields): SocketAnswer {
    if (callback === undefined || callback.event !== undefined || this.#age(callback) >= REPLY_MS) return BAD_REQ_ID;
    const place = { chatId: callback.chatId, to: callback.userId };
    const answer = body["msgtype"] === "stream" ? this.#stream(callback, reqId, body) : this.#say(place, body);
    if (answer.errcode !== 0) return answer;
    const text = String(fields(body[String(body["msgtype"])])["content"] ?? "");
    callback.shown = { text, finished: body["msgtype"] !== "stream" || fields(body["stream"])["finish"] === true };
    if (callback.shown.finished) callback.finished();
    return answer;
  }

  /** aibot_respond_update_msg and aibot_respond_welcome_msg: to an event, within five seconds. */
  respondToEvent(callback: SimCallback | undefined, event: string, body: Fields): SocketAnswer {
    if (callback?.event !== event || this.#age(callback) >= EVENT_MS) return BAD_REQ_ID;
    if (event === "template_card_event") return this.#update(callback, body);
    if (body["msgtype"] !== "text") return refusal(40008, "invalid message type");
    return this.#show({ chatId: callback.chatId, to: callback.userId }, "text", fields(body["text"]));
  }

  /** Another card than the pressed one, or none that can be shown, is refused. */
  #update({ card, finished }: SimCallback, body: Fields): SocketAnswer {
    this.updates.push(body);
    if (body["response_type"] !== "update_template_card") return refusal(40058, "invalid response_type");
    const changed = cardOrNull(body["template_card"]);
    if (changed === null || (card !== undefined && changed.id !== card.id)) return BAD_CARD;
    this.#world.changeCard("wecom", changed);
    finished();
    return OK;
  }

  /** aibot_send_msg: only where somebody has spoken to the bot. Ids are compared with their case. */
  post(body: Fields): SocketAnswer {
    const { chatid, chat_type: type } = body;
    if (typeof chatid !== "string" || ![0, 1, 2, undefined].includes(typeof type === "number" ? type : undefined)) {
      return refusal(40058, "invalid chatid or chat_type");
    }
    const places = [...(type === 1 ? [] : [chatid]), ...(type === 2 ? [] : [`direct:${chatid}`])];
    const chatId = places.find((one) => this.#spoken.has(one));
    return chatId === undefined ? refusal(93006, "invalid chatid") : this.#say({ chatId }, body);
  }

  #age({ at }: SimCallback): number {
    return this.#clock.now().getTime() - at;
  }

  #stream({ chatId, userId }: SimCallback, reqId: string, body: Fields): SocketAnswer {
    const { id, content = "", finish } = fields(body["stream"]);
    if (this.refusesStreams) return refusal(600039, "device type not support");
    if (typeof id !== "string" || id === "" || typeof content !== "string") return refusal(40058, "invalid stream");
    if (fields(body["stream"])["msg_item"] !== undefined) return refusal(40058, "msg_item is not supported");
    if (Buffer.byteLength(content) > MOST_BYTES) return TOO_LONG;
    const now = this.#clock.now();
    const key = `${reqId} ${id}`;
    const stream = this.#streams.get(key) ?? { began: now.getTime(), over: false };
    if (stream.over || now.getTime() - stream.began >= STREAM_MS) return refusal(846608, "stream message expired");
    if (!this.#hasRoom(chatId)) return TOO_OFTEN;
    this.#streams.set(key, stream);
    stream.over = finish === true;
    const shown = `wecom-stream-${id}`;
    const at = this.#world.messages.find((one) => one.id === shown)?.at ?? now;
    this.#world.post({ ...message({ chatId, to: userId }, content), id: shown, at });
    return OK;
  }

  #say(place: Place, body: Fields): SocketAnswer {
    const type = String(body["msgtype"]);
    const part = fields(body[type]);
    switch (type) {
      case "markdown":
        return this.#show(place, "markdown", part);
      case "template_card":
        return this.#showCard(place, part);
      case "image":
      case "file":
        return this.#showFile(place, type, part);
      default:
        return refusal(40008, "invalid message type");
    }
  }

  #show(place: Place, format: "markdown" | "text", { content }: Fields): SocketAnswer {
    if (typeof content !== "string" || content === "") return refusal(44004, "empty content");
    if (Buffer.byteLength(content) > MOST_BYTES) return TOO_LONG;
    if (!this.#hasRoom(place.chatId)) return TOO_OFTEN;
    const at = this.#clock.now();
    this.#world.post({ ...message(place, content), format, id: `wecom-${freshId()}`, at });
    return OK;
  }

  #showCard(place: Place, part: Fields): SocketAnswer {
    const card = cardOrNull(part);
    if (card === null) return BAD_CARD;
    if (!this.#hasRoom(place.chatId)) return TOO_OFTEN;
    this.#world.post({ ...message(place, ""), card, id: `wecom-${freshId()}`, at: this.#clock.now() });
    return OK;
  }

  #showFile({ chatId, to }: Place, type: "image" | "file", part: Fields): SocketAnswer {
    const at = this.#clock.now();
    const file = this.uploads.fileOf(type, part, at.getTime());
    if (file === null) return refusal(40007, "invalid media_id");
    if (!this.#hasRoom(chatId)) return TOO_OFTEN;
    const format = type === "image" ? "picture" : "file";
    this.#world.postMedia({ id: `wecom-${freshId()}`, platform: "wecom", chatId, from: null, to, format, at }, file);
    return OK;
  }

  /** Replies and posts of a conversation are counted together, each state of a stream too; one that is refused does not count again. */
  #hasRoom(chatId: string): boolean {
    const now = this.#clock.now().getTime();
    const taken = (this.#taken.get(chatId) ?? []).filter((at) => now - at < HOUR_MS);
    this.#taken.set(chatId, taken);
    const ofMinute = taken.filter((at) => now - at < MINUTE_MS);
    if (ofMinute.length >= PER_MINUTE || taken.length >= PER_HOUR) return false;
    taken.push(now);
    return true;
  }
}

const BAD_REQ_ID = refusal(846605, "invalid req_id");
const BAD_CARD = refusal(40058, "invalid template_card");
const TOO_LONG = refusal(853001, "content exceeds the size limit");
const TOO_OFTEN = refusal(45009, "api freq out of limit");

/** A bot's markdown alerts nobody, whatever it holds (wecom-cli#103). */
function message({ chatId, to }: Place, text: string): Omit<SimMessage, "id" | "at"> {
  return { platform: "wecom", chatId, from: null, to, format: "markdown", text, mentions: [] };
}
