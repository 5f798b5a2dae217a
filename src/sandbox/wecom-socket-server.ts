import { type WebSocket, WebSocketServer } from "ws";
import type { Clock } from "../shared/clock.ts";
import { SentFiles, shownFiles } from "./sent-files.ts";
import { Timers } from "./timers.ts";
import { pressEvent } from "./wecom-cards.ts";
import { freshId } from "./wecom-crypto.ts";
import { callbackOf, idsOf, isDirect, sentItems } from "./wecom-shapes.ts";
import { type SimCallback, SocketMessages } from "./wecom-socket-messages.ts";
import { type BotFrame, botFrame, OK, refusal, type SocketAnswer } from "./wecom-socket-shapes.ts";
import type { Pressing, Saying, SimCard, World } from "./world.ts";

export interface WecomSocketOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly botId: string;
  readonly secret: string;
  readonly botName: string;
  /** From the word to a displaced connection to its end: 2 to 313 s were measured. In milliseconds. */
  readonly closeDisplacedAfter?: number;
  /** So long `say` waits for the end of an answer. In milliseconds. */
  readonly replyWithin?: number;
}

/**
 * What meets a frame in place of its answer. `hang`, `cut` and `garbage` leave it undone; `mute` and `cut-after` do it and
 * do not say so.
 */
export type SocketFailure =
  | { readonly errcode: number; readonly errmsg?: string }
  | "hang"
  | "cut"
  | "garbage"
  | "mute"
  | "cut-after";

/** A frame of a bot. `answer`: null when a failure took its place. */
export interface CameFrame extends BotFrame {
  readonly at: Date;
  /** Which connection it came over, counted from 1. */
  readonly link: number;
  readonly answer: SocketAnswer | null;
}

/** A connection as the platform holds it. */
interface Link {
  readonly number: number;
  readonly ws: WebSocket;
  /** What was told over it and can be answered over it, by req_id. */
  readonly callbacks: Map<string, SimCallback>;
  subscribed: boolean;
  /** Neither reads nor writes any more, and stays open. */
  halfOpen: boolean;
}

/** What the bot is told of; `event` names what happened, `card` is the one that was pressed. */
interface Told {
  readonly cmd: string;
  readonly body: object;
  readonly saying: Saying;
  readonly event?: string;
  readonly card?: SimCard;
}

const WRONG = refusal(853000, "invalid bot_id or secret");
const NOT_SUBSCRIBED = refusal(846609, "websocket not subscribed");
const CLOSE_DISPLACED_MS = 2_000;
const REPLY_WITHIN_MS = 1_000;

/** The simulated WeCom's other way: the long connection of a 智能机器人. */
export class WecomSocketServer {
  /** Every frame, in order. */
  readonly frames: CameFrame[] = [];
  readonly messages: SocketMessages;
  /** What people send. */
  readonly sent: SentFiles;
  /** What is said in groups does not reach the bot, while all else goes on. */
  deafGroups = false;
  readonly #options: WecomSocketOptions;
  readonly #failures = new Map<string, SocketFailure[]>();
  readonly #timers = new Timers();
  readonly #links = new Set<Link>();
  #count = 0;
  #server: WebSocketServer | undefined;

  constructor(options: WecomSocketOptions) {
    this.#options = options;
    this.sent = new SentFiles(options.clock);
    this.messages = new SocketMessages(options.world, options.clock);
  }

  /** Resolves with the address. Port 0, the default, takes any free one. */
  async listen(port = 0): Promise<string> {
    await this.sent.listen();
    const server = new WebSocketServer({ host: "127.0.0.1", port, perMessageDeflate: false, clientTracking: false });
    this.#server = server;
    server.on("connection", (ws) => this.#connected(ws));
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.once("listening", resolve);
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the simulated WeCom has no port");
    return `ws://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    this.#timers.end();
    this.cut();
    await this.sent.close();
    await new Promise<void>((resolve) => (this.#server ? this.#server.close(() => resolve()) : resolve()));
  }

  /** How many connections there are, and how many were made. */
  get sockets(): { readonly open: number; readonly made: number } {
    return { open: this.#links.size, made: this.#count };
  }

  get isSubscribed(): boolean {
    return this.#subscribed() !== undefined;
  }

  /** The next `times` frames of this command meet this failure. */
  failNext(cmd: string, failure: SocketFailure, times = 1): void {
    const failures = this.#failures.get(cmd) ?? [];
    this.#failures.set(cmd, failures);
    for (let count = 0; count < times; count++) failures.push(failure);
  }

  /** No misbehaviour from now on. */
  healthy(): void {
    this.#failures.clear();
    this.deafGroups = false;
    this.messages.refusesStreams = false;
    for (const link of this.#links) link.halfOpen = false;
  }

  /** Breaks every connection. */
  cut(): void {
    for (const { ws } of this.#links) ws.terminate();
  }

  /** The present connections stay open and are dead: neither data nor an answer. */
  halfOpen(): void {
    for (const link of this.#links) link.halfOpen = true;
  }

  /** Sends the bot any text as a frame. */
  raw(text: string): void {
    this.#subscribed()?.ws.send(text);
  }

  /**
   * A person writes: shows the message, sends it over the connection, and waits a while for the end of the bot's answer.
   * `status` 0 means that it did not reach the bot; `reply` is the last text that was shown in answer to it.
   */
  async say(saying: Saying): Promise<{ status: number; reply: string | null }> {
    const { world, clock, botName, replyWithin = REPLY_WITHIN_MS } = this.#options;
    const mention = saying.mention ?? !isDirect(saying);
    const msgid = saying.messageId ?? freshId();
    const text = mention ? `@${botName} ${saying.text}` : saying.text;
    const quoted = world.messages.find((one) => one.id === saying.quotes);
    world.post({
      id: `wecom-${msgid}`,
      platform: "wecom",
      chatId: saying.chatId,
      from: saying.userId,
      format: "text",
      text: text + shownFiles(saying),
      mentions: [],
      at: clock.now(),
      ...(saying.quotes === undefined ? {} : { quotes: saying.quotes }),
    });
    if (!isDirect(saying) && !mention) return { status: 0, reply: null };
    this.messages.spoken(saying.chatId);
    if (!isDirect(saying) && this.deafGroups) return { status: 0, reply: null };
    const body = callbackOf(saying, msgid, text, { quoted, sent: sentItems(saying, this.sent) });
    const callback = await this.#tell({ cmd: "aibot_msg_callback", body, saying }, replyWithin);
    return { status: callback === null ? 0 : 200, reply: callback?.shown?.text ?? null };
  }

  /** Something happens in a chat: an event with its name and fields. False: it did not reach the bot. */
  async event(
    saying: Saying,
    event: { readonly eventtype: string } & Readonly<Record<string, unknown>>,
  ): Promise<boolean> {
    const at = Math.floor(this.#options.clock.now().getTime() / 1000);
    const body = { msgid: freshId(), create_time: at, ...idsOf(saying), msgtype: "event", event };
    return (await this.#tell({ cmd: "aibot_event_callback", body, saying, event: event.eventtype }, 0)) !== null;
  }

  /**
   * A person presses a button: the event comes once, and what answers it changes the card (101463). Waits a while for that,
   * or for what is said about it. `status` as of `say`.
   */
  async press(pressing: Pressing): Promise<{ status: number }> {
    const { world, clock, replyWithin = REPLY_WITHIN_MS } = this.#options;
    const { chatId, card, messageId = freshId() } = pressing;
    const saying = { ...pressing, text: "" };
    const body = pressEvent(pressing, messageId, clock.now());
    const told = { cmd: "aibot_event_callback", body, saying, event: "template_card_event", card };
    const said = world.saidNext("wecom", chatId);
    const callback = await this.#tell(told, replyWithin, said.there);
    said.stop();
    return { status: callback === null ? 0 : 200 };
  }

  /**
   * Sends a callback over the subscribed connection, and waits for its answer or for `other`. Null: there is none that hears.
   * Nothing is sent again later.
   */
  async #tell({ cmd, body, ...told }: Told, waitMs: number, other?: Promise<void>): Promise<SimCallback | null> {
    const link = this.#subscribed();
    if (link === undefined || link.halfOpen) return null;
    const { chatId, userId } = told.saying;
    const reqId = freshId();
    const at = this.#options.clock.now().getTime();
    let finished = () => {};
    const done = new Promise<void>((resolve) => {
      finished = resolve;
    });
    const { event, card } = told;
    const about = { ...(event !== undefined && { event }), ...(card !== undefined && { card }) };
    const callback: SimCallback = { chatId, userId, at, shown: null, finished, ...about };
    link.callbacks.set(reqId, callback);
    link.ws.send(JSON.stringify({ cmd, headers: { req_id: reqId }, body }));
    if (waitMs > 0) await this.#timers.atMost(waitMs, other === undefined ? done : Promise.race([done, other]));
    return callback;
  }

  #subscribed(): Link | undefined {
    return [...this.#links].find((link) => link.subscribed);
  }

  #connected(ws: WebSocket): void {
    this.#count += 1;
    const link: Link = { number: this.#count, ws, callbacks: new Map(), subscribed: false, halfOpen: false };
    this.#links.add(link);
    ws.on("error", () => {});
    ws.on("close", () => this.#links.delete(link));
    ws.on("message", (data) => this.#came(link, String(data)));
  }

  #came(link: Link, text: string): void {
    const frame = botFrame(text);
    if (link.halfOpen || frame === null) return;
    const failure = this.#failures.get(frame.cmd)?.shift();
    const isDone = failure === undefined || failure === "mute" || failure === "cut-after";
    const made = isDone ? this.#answer(link, frame) : null;
    const answer = failure === undefined ? made : null;
    this.frames.push({ ...frame, at: this.#options.clock.now(), link: link.number, answer });
    const say = (value: SocketAnswer) => link.ws.send(JSON.stringify({ headers: { req_id: frame.reqId }, ...value }));
    if (answer !== null) say(answer);
    else if (failure === "cut" || failure === "cut-after") link.ws.terminate();
    else if (failure === "garbage") link.ws.send("<html>502 Bad Gateway</html>");
    else if (typeof failure === "object") say({ errmsg: "failure ordered by a test", ...failure });
  }

  #answer(link: Link, { cmd, reqId, body }: BotFrame): SocketAnswer {
    const now = this.#options.clock.now().getTime();
    const callback = link.callbacks.get(reqId);
    if (cmd === "aibot_subscribe") return this.#subscribe(link, body["bot_id"], body["secret"]);
    // Also of a connection that was displaced: it lives on for a while, and hears nothing (openclaw-china#184).
    if (cmd === "ping") return OK;
    if (!link.subscribed) return NOT_SUBSCRIBED;
    switch (cmd) {
      case "aibot_respond_msg":
        return this.messages.respond(callback, reqId, body);
      case "aibot_respond_welcome_msg":
        return this.messages.respondToEvent(callback, "enter_chat", body);
      case "aibot_respond_update_msg":
        return this.messages.respondToEvent(callback, "template_card_event", body);
      case "aibot_send_msg":
        return this.messages.post(body);
      case "aibot_upload_media_init":
        return this.messages.uploads.begin(body, now);
      case "aibot_upload_media_chunk":
        return this.messages.uploads.add(body, now);
      case "aibot_upload_media_finish":
        return this.messages.uploads.finish(body, now);
      default:
        return refusal(40058, "invalid cmd");
    }
  }

  /** The new connection has the bot; the one before is told so, and closed some time later. */
  #subscribe(link: Link, botId: unknown, secret: unknown): SocketAnswer {
    const { closeDisplacedAfter = CLOSE_DISPLACED_MS } = this.#options;
    if (botId !== this.#options.botId || secret !== this.#options.secret) return WRONG;
    const before = this.#subscribed();
    if (before !== undefined && before !== link) {
      before.subscribed = false;
      const body = { msgid: freshId(), aibotid: botId, msgtype: "event", event: { eventtype: "disconnected_event" } };
      const frame = { cmd: "aibot_event_callback", headers: { req_id: freshId() }, body };
      if (!before.halfOpen) before.ws.send(JSON.stringify(frame));
      this.#timers.after(closeDisplacedAfter, () => before.ws.terminate());
    }
    link.subscribed = true;
    return OK;
  }
}
