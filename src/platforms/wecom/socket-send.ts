import type { Clock } from "../../shared/clock.ts";
import type { HttpAnswer } from "../answer.ts";
import { type Delivery, gaveUp, type Part } from "../platform.ts";
import { type Conversation, callbackIn, conversationOf, type Reply } from "./socket-address.ts";
import { readSocketAnswer, refusesConversation } from "./socket-codes.ts";
import { type Callback, markdownOf, type SocketReplies } from "./socket-replies.ts";
import type { SocketRoad } from "./socket-road.ts";
import { uploaded } from "./socket-upload.ts";

/** So often a reply is tried as one. The second try shows nothing twice: it ends the same bubble. */
const MOST_REPLIES = 2;

/** What is sent over the long connection: replies to callbacks, and messages to conversations. */
export class SocketSender {
  readonly #road: SocketRoad;
  readonly #replies: SocketReplies;
  readonly #clock: Clock;

  constructor(options: { readonly road: SocketRoad; readonly replies: SocketReplies; readonly clock: Clock }) {
    this.#road = options.road;
    this.#replies = options.replies;
    this.#clock = options.clock;
  }

  /**
   * By the callback's req_id, or to its conversation: when the req_id has ended or belongs to an earlier connection, is
   * refused, or was tried twice.
   */
  async reply(address: Reply, part: Part): Promise<Delivery> {
    const callback = callbackIn(address);
    const message = await this.#messageOf(part);
    if ("state" in message) return message;
    let delivery: Delivery = gaveUp("reply-over");
    if (callback !== null && address.tried < MOST_REPLIES && this.#clock.now() < address.expiresAt) {
      delivery = readSocketAnswer(await this.#respond(callback, part, message));
    }
    const isRefused = delivery.state === "gave-up" || delivery.state === "unsure";
    return isRefused && address.fallback !== null ? this.#post(address.fallback, message) : delivery;
  }

  /** To a group, or to a person who has written to the bot before (101463). */
  async post(to: Conversation, part: Part): Promise<Delivery> {
    const message = await this.#messageOf(part);
    return "state" in message ? message : this.#post(to, message);
  }

  #respond(callback: Callback, part: Part, message: object): Promise<HttpAnswer> {
    return part.attachment === undefined && part.card === undefined
      ? this.#replies.say(callback, part.text)
      : this.#road.ask("aibot_respond_msg", message, callback.reqId);
  }

  /**
   * Whether a group can be posted to that nobody spoke in lately is told in two ways (101463, hermes-agent#11897): where
   * it cannot, what was last said there is replied to.
   */
  async #post(to: Conversation, message: object): Promise<Delivery> {
    const where = to.kind === "group" ? { chatid: to.chatId, chat_type: 2 } : { chatid: to.userId, chat_type: 1 };
    const answer = await this.#road.ask("aibot_send_msg", { ...where, ...message });
    const delivery = readSocketAnswer(answer);
    if (!refusesConversation(answer)) return delivery;
    const last = this.#replies.lastIn(conversationOf(to));
    if (last === null) return delivery;
    const second = readSocketAnswer(await this.#road.ask("aibot_respond_msg", message, last));
    return second.state === "sent" || second.state === "unknown" ? second : delivery;
  }

  async #messageOf({ text, attachment, card }: Part): Promise<object | Exclude<Delivery, { state: "sent" }>> {
    if (card !== undefined) return { msgtype: "template_card", template_card: card.body };
    if (attachment === undefined) return markdownOf(text);
    const made = await uploaded((...asked) => this.#road.ask(...asked), attachment);
    return made.kind === "message" ? made.message : made.delivery;
  }
}
