import { type Clock, within } from "../../shared/clock.ts";
import { describe } from "../../shared/errors.ts";
import type { Logger } from "../../shared/logger.ts";
import type { ConnectionHooks } from "../connection.ts";
import type { CardUpdate, InboundMessage, Received } from "../inbound.ts";
import { type Parsed, parseBody, readJson } from "./parse.ts";
import { callbackOf, conversationIn, replyUrlOf } from "./socket-address.ts";
import type { Frame } from "./socket-frames.ts";
import { type Callback, REPLY_MS, type SocketReplies } from "./socket-replies.ts";
import type { SocketTimes } from "./socket-times.ts";
import { BOT_CARD, updatedCard } from "./template-card.ts";

export interface InboxOptions {
  readonly botName: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly times: SocketTimes;
  readonly replies: SocketReplies;
  /** Changes the card that was pressed in this event. */
  readonly change: (reqId: string, templateCard: unknown) => void;
}

interface Heard {
  readonly received: Extract<Received, { kind: "message" }>;
  readonly callback: Callback | null;
  readonly receive: ConnectionHooks["receive"];
  /** Of a press: hears how its card is to be changed. */
  readonly changed?: (answer: string) => void;
  failed: number;
}

/** So many messages wait at most to be kept; beyond them the newest is lost. */
const MOST_WAITING = 500;
/** After so many failures a message holds up no other of its conversation. */
const HOLDS_UP = 10;
/** For the last try before the connection is closed, in milliseconds. */
const LAST_TRY_MS = 2_000;

/**
 * What comes over the connection, until it is kept. The platform sends nothing again (101463), so what could not be kept
 * is tried again for as long as the process lives, also when the connection is closed meanwhile.
 */
export class SocketInbox {
  readonly #options: InboxOptions;
  /** What waits, by conversation and in order. */
  readonly #lines = new Map<string, Heard[]>();
  readonly #running = new Map<string, Promise<void>>();
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  /** Never throws. */
  hear(frame: Frame, receive: ConnectionHooks["receive"]): void {
    const { logger } = this.#options;
    switch (frame.kind) {
      case "message":
        this.#message(frame, receive);
        return;
      case "event":
        this.#event(frame, receive);
        return;
      case "strange":
        logger.warn({ reason: frame.reason }, "WeCom sent a frame that is not understood");
        return;
      case "answer":
        return;
    }
  }

  /** Tries once more to keep what waits. */
  async rest(): Promise<void> {
    const { logger } = this.#options;
    await within(LAST_TRY_MS, this.#all()).catch(() => {});
    const waiting = this.#waiting();
    if (waiting > 0) logger.error({ waiting }, "Messages from WeCom could not be kept yet; they are tried again");
  }

  #message({ reqId, body }: Extract<Frame, { kind: "message" }>, receive: ConnectionHooks["receive"]): void {
    const { botName, logger, replies } = this.#options;
    const parsed = parseBody(body, { botName });
    if (parsed.kind !== "message") {
      const reason = "reason" in parsed ? parsed.reason : `a ${parsed.kind}`;
      logger.info({ reason }, "A message from WeCom was ignored");
      return;
    }
    const callback = callbackOf(reqId, parsed.message);
    if (callback !== null) replies.heard(callback);
    const received = { kind: "message" as const, message: { ...parsed.message, ...this.#replyTo(callback) } };
    this.#add({ received, callback, receive, failed: 0 }, conversationIn(parsed.message));
  }

  #replyTo(callback: Callback | null): Pick<InboundMessage, "replyTo"> {
    const expiresAt = new Date(this.#options.clock.now().getTime() + REPLY_MS);
    return callback === null ? {} : { replyTo: { url: replyUrlOf(callback), expiresAt } };
  }

  #event({ reqId, event, body }: Extract<Frame, { kind: "event" }>, receive: ConnectionHooks["receive"]): void {
    const { botName, logger } = this.#options;
    const parsed = parseBody(body, { botName });
    if (parsed.kind === "press") this.#press(parsed, reqId, receive);
    else logger.debug({ event: event.slice(0, 40) }, "An event from WeCom was ignored");
  }

  /**
   * Within 5 s of it the card can be changed (101463). What there is to say beside it is tried as a reply, and posted to the
   * conversation where the platform takes none to a press.
   */
  #press({ message }: Extract<Parsed, { kind: "press" }>, reqId: string, receive: ConnectionHooks["receive"]): void {
    const { cardId } = message.press;
    const update: CardUpdate = {
      withinMs: 3_500,
      nothing: "",
      encode: (card) => JSON.stringify(updatedCard(cardId, card, BOT_CARD).body),
      tellsAll: (card) => updatedCard(cardId, card, BOT_CARD).whole,
    };
    const changed = (answer: string) => this.#options.change(reqId, readJson(answer));
    const answered = { ...message, ...this.#replyTo(callbackOf(reqId, message)) };
    this.#add(
      { received: { kind: "message", message: answered, update }, callback: null, receive, changed, failed: 0 },
      conversationIn(message),
    );
  }

  #add(heard: Heard, conversation: string): void {
    if (this.#waiting() >= MOST_WAITING) {
      this.#options.logger.error({ most: MOST_WAITING }, "A message from WeCom is lost: too many wait to be kept");
      return;
    }
    const line = this.#lines.get(conversation) ?? [];
    this.#lines.set(conversation, line);
    line.push(heard);
    // While an earlier one waits for its next try, this one waits behind it.
    if (line.length === 1) void this.#run(conversation, line);
  }

  #waiting(): number {
    return [...this.#lines.values()].reduce((sum, line) => sum + line.length, 0);
  }

  async #all(): Promise<void> {
    await Promise.all([...this.#lines].map(([conversation, line]) => this.#run(conversation, line)));
  }

  #run(conversation: string, line: Heard[]): Promise<void> {
    const running = this.#running.get(conversation);
    if (running !== undefined) return running;
    const started = this.#keepAll(conversation, line);
    if (line.length > 0) this.#running.set(conversation, started);
    return started;
  }

  /** One after the other, up to the first that cannot be kept. Never rejects. */
  async #keepAll(conversation: string, line: Heard[]): Promise<void> {
    let next = line[0];
    while (next !== undefined && (await this.#keep(next))) {
      line.splice(line.indexOf(next), 1);
      next = line[0];
    }
    this.#running.delete(conversation);
    if (next === undefined) {
      this.#lines.delete(conversation);
      return;
    }
    if (next.failed >= HOLDS_UP) line.push(...line.splice(0, 1));
    this.#later();
  }

  async #keep(heard: Heard): Promise<boolean> {
    const { logger, replies } = this.#options;
    const { callback } = heard;
    try {
      const { worked, answer } = await heard.receive(heard.received);
      this.#failures = 0;
      if (answer !== undefined && answer !== "") heard.changed?.(answer);
      if (callback !== null) {
        const done = () => replies.worked(callback);
        worked.then(done, done);
      }
      return true;
    } catch (error) {
      heard.failed += 1;
      logger.warn(describe(error), "A message from WeCom could not be kept; it is tried again");
      return false;
    }
  }

  /** Holds no process: when that ends, it has no more tries. */
  #later(): void {
    if (this.#timer !== undefined) return;
    const { keepPauses } = this.#options.times;
    const pause = keepPauses[Math.min(this.#failures, keepPauses.length - 1)];
    this.#failures += 1;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#all();
    }, pause);
    this.#timer.unref();
  }
}
