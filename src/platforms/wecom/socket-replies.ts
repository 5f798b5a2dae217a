import type { Clock } from "../../shared/clock.ts";
import type { HttpAnswer } from "../answer.ts";
import { Recent } from "./recent.ts";
import { streamContent } from "./render.ts";
import { isStreamOver, refusesStreams } from "./socket-codes.ts";
import type { SocketTimes } from "./socket-times.ts";

/** Answers a callback by its req_id. */
export type Respond = (reqId: string, body: object) => Promise<HttpAnswer>;

/** What a reply hangs on: the callback, the bubble that is shown for it, and whose conversation it is. */
export interface Callback {
  readonly reqId: string;
  readonly streamId: string;
  /** `group:` or `person:` and its id. */
  readonly conversation: string;
}

interface Bubble extends Callback {
  /** Shown and not finished: it says that the answer follows. */
  shown: boolean;
  /** Its end was written: what follows is a message of its own. */
  over: boolean;
  /** When its first frame was written, in milliseconds of the process. */
  began?: number;
  /** Its end was written, and nobody said whether that arrived. */
  perhapsOver?: boolean;
  timer?: NodeJS.Timeout | undefined;
}

/** A reply may be sent for so long after its callback (101463). */
export const REPLY_MS = 24 * 3_600_000;

const MOST_BUBBLES = 2_000;
const MOST_CONVERSATIONS = 2_000;
/** Open bubbles and their ends count as messages of a conversation, beside those that a budget counts. */
const MOST_OPEN = 2;
/** For less than the six minutes that a stream lives (101463): until then only its end ends it. */
const STREAM_MS = 5 * 60_000;
const DONE = "✓";

/** The bubbles of what was asked, from the first frame to the last, and what is known of each conversation. */
export class SocketReplies {
  readonly #respond: Respond;
  readonly #times: SocketTimes;
  readonly #clock: Clock;
  readonly #bubbles = new Recent<Bubble>(MOST_BUBBLES, (bubble) => clearTimeout(bubble.timer));
  readonly #last = new Recent<{ readonly reqId: string; readonly at: number }>(MOST_CONVERSATIONS);
  /** Conversations in which some client shows no stream. */
  readonly #plain = new Recent<true>(MOST_CONVERSATIONS);

  constructor(options: { readonly respond: Respond; readonly times: SocketTimes; readonly clock: Clock }) {
    this.#respond = options.respond;
    this.#times = options.times;
    this.#clock = options.clock;
  }

  /** Somebody wrote: unless it is worked on soon, a bubble says that the answer follows. */
  heard(callback: Callback): void {
    this.#last.set(callback.conversation, { reqId: callback.reqId, at: this.#clock.now().getTime() });
    const bubble = this.#bubbleOf(callback);
    if (bubble.shown || bubble.over) return;
    this.#after(bubble, this.#times.thinking, () => this.#think(bubble));
  }

  /** It was worked on. A bubble that nothing is said to ends with a mark, or it would wait for ever. */
  worked(callback: Callback): void {
    const bubble = this.#bubbleOf(callback);
    clearTimeout(bubble.timer);
    if (bubble.shown && !bubble.over) this.#after(bubble, this.#times.silent, () => this.#finish(bubble, DONE));
  }

  /**
   * Says a text in reply: as the end of its bubble, or as a message of its own when that is over or the clients show none.
   * A try whose answer did not come is made again in the same bubble, which shows it once.
   */
  async say(callback: Callback, text: string): Promise<HttpAnswer> {
    const bubble = this.#bubbleOf(callback);
    clearTimeout(bubble.timer);
    if (bubble.over || this.#plain.get(bubble.conversation)) return this.#respond(bubble.reqId, markdownOf(text));
    const answer = await this.#finish(bubble, text);
    return refusesStreams(answer) ? this.#respond(bubble.reqId, markdownOf(text)) : answer;
  }

  /** The req_id of what was last said in a conversation, while it can be replied to. */
  lastIn(conversation: string): string | null {
    const last = this.#last.get(conversation);
    return last !== undefined && this.#clock.now().getTime() - last.at < REPLY_MS ? last.reqId : null;
  }

  /** The connection is gone, and with it every bubble that was open. */
  rest(): void {
    for (const bubble of this.#bubbles.values()) {
      clearTimeout(bubble.timer);
      bubble.shown = false;
    }
  }

  #bubbleOf(callback: Callback): Bubble {
    // Another connection may use the same req_id for another message.
    const key = `${callback.reqId} ${callback.streamId}`;
    const known = this.#bubbles.get(key);
    if (known !== undefined) return known;
    const bubble: Bubble = { ...callback, shown: false, over: false };
    this.#bubbles.set(key, bubble);
    return bubble;
  }

  #after(bubble: Bubble, milliseconds: number, run: () => unknown): void {
    clearTimeout(bubble.timer);
    bubble.timer = setTimeout(() => void run(), milliseconds);
  }

  async #think(bubble: Bubble): Promise<void> {
    const { conversation } = bubble;
    const open = [...this.#bubbles.values()].filter((one) => one.shown && one.conversation === conversation);
    if (bubble.over || open.length >= MOST_OPEN || this.#plain.get(conversation)) return;
    bubble.shown = true;
    const answer = await this.#stream(bubble, streamContent(null), false);
    if (isRefusal(answer)) bubble.shown = false;
  }

  /** Only what was certainly not shown leaves the bubble open. */
  async #finish(bubble: Bubble, text: string): Promise<HttpAnswer> {
    const { shown, perhapsOver } = bubble;
    Object.assign(bubble, { shown: false, over: true });
    const answer = await this.#stream(bubble, text, true);
    // The end that had no answer has arrived.
    if (perhapsOver === true && isStreamOver(answer) && isYoung(bubble)) return ACCEPTED;
    if (answer.kind === "unknown") Object.assign(bubble, { shown, over: false, perhapsOver: true });
    else if (isRefusal(answer)) Object.assign(bubble, { shown, over: false });
    return answer;
  }

  async #stream(bubble: Bubble, content: string, finish: boolean): Promise<HttpAnswer> {
    bubble.began ??= performance.now();
    const stream = { id: bubble.streamId, finish, content };
    const answer = await this.#respond(bubble.reqId, { msgtype: "stream", stream });
    if (refusesStreams(answer)) this.#plain.set(bubble.conversation, true);
    return answer;
  }
}

export function markdownOf(content: string): object {
  return { msgtype: "markdown", markdown: { content } };
}

const ACCEPTED: HttpAnswer = { kind: "answer", status: 200, body: { errcode: 0 } };

function isYoung({ began = 0 }: Bubble): boolean {
  return performance.now() - began < STREAM_MS;
}

function isRefusal(answer: HttpAnswer): boolean {
  return answer.kind === "unsent" || (answer.kind === "answer" && String(answer.body["errcode"]) !== "0");
}
