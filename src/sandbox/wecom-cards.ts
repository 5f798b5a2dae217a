import express, { type Router } from "express";
import type { Clock } from "../shared/clock.ts";
import { cardIn, type Fields, fieldsOf, textOf } from "./wecom-card-shape.ts";
import { freshId } from "./wecom-crypto.ts";
import { isNetworkError, readJson } from "./wecom-net.ts";
import { idsOf, type WebhookAnswer } from "./wecom-shapes.ts";
import type { Pressing, SimCard, World } from "./world.ts";

/** What is pressed on the cards of the simulated WeCom: the event, the changed card, and the address that comes with it. */

const MOST_TEXT_BYTES = 20_480;
const RESPONSE_MS = 3_600_000;

/** The plaintext of a press (101027); the same over HTTP and over the long connection. */
export function pressEvent({ chatId, userId, card, key }: Pressing, msgid: string, at: Date): object {
  return {
    msgid,
    create_time: Math.floor(at.getTime() / 1000),
    ...idsOf({ chatId, userId, text: "" }),
    msgtype: "event",
    event: {
      eventtype: "template_card_event",
      template_card_event: { card_type: "button_interaction", event_key: key, task_id: card.id },
    },
  };
}

/** Shows what the answer to a press makes of the card. Throws when it changes another one. */
function showUpdate(world: World, pressed: SimCard, reply: Fields | null): void {
  if (reply === null) return;
  if (reply["response_type"] !== "update_template_card")
    throw new Error("a press cannot be answered with anything but a card");
  const card = cardIn(reply["template_card"]);
  if (card.id !== pressed.id) throw new Error("the answer changes another card than the one that was pressed");
  world.changeCard("wecom", card);
}

interface Open {
  readonly chatId: string;
  readonly userId: string;
  readonly until: number;
}

/** The cards of the bot by callback. */
export class WecomCards {
  /** The address of this WeCom. */
  base = "";
  /** Where the bot may say one thing about a press, within an hour (101138), by the code of the address. */
  readonly #open = new Map<string, Open>();

  constructor(
    readonly world: World,
    readonly clock: Clock,
  ) {}

  routes(): Router {
    const router = express.Router();
    router.post("/cgi-bin/aibot/response", express.text({ type: () => true }), (request, response) => {
      response.json(this.#respond(String(request.query["response_code"] ?? ""), readJson(request.body)));
    });
    return router;
  }

  /** The event comes once (101027). `status` 0: the bot did not answer. */
  async press(pressing: Pressing, deliver: (event: object) => Promise<Answered>): Promise<{ status: number }> {
    const { chatId, userId, card, messageId = freshId() } = pressing;
    const code = freshId();
    this.#open.set(code, { chatId, userId, until: this.clock.now().getTime() + RESPONSE_MS });
    const url = `${this.base}/cgi-bin/aibot/response?response_code=${code}`;
    try {
      const event = pressEvent(pressing, messageId, this.clock.now());
      const { status, reply } = await deliver({ ...event, response_url: url });
      showUpdate(this.world, card, reply);
      return { status };
    } catch (thrown) {
      if (isNetworkError(thrown)) return { status: 0 };
      throw thrown;
    }
  }

  #respond(code: string, body: unknown): WebhookAnswer {
    const place = this.#open.get(code);
    this.#open.delete(code);
    if (place === undefined || this.clock.now().getTime() > place.until)
      return { errcode: 40058, errmsg: "invalid response_code" };
    const message = fieldsOf(body);
    const text = textOf(fieldsOf(message["markdown"])["content"]);
    if (message["msgtype"] !== "markdown") return { errcode: 40008, errmsg: "invalid message type" };
    if (text === "" || Buffer.byteLength(text) > MOST_TEXT_BYTES) return { errcode: 40058, errmsg: "invalid content" };
    const { chatId, userId } = place;
    const shown = {
      platform: "wecom",
      chatId,
      from: null,
      to: userId,
      format: "markdown",
      text,
      mentions: [],
    } as const;
    this.world.post({ ...shown, id: `wecom-${freshId()}`, at: this.clock.now() });
    return { errcode: 0, errmsg: "ok" };
  }
}

interface Answered {
  readonly status: number;
  readonly reply: Fields | null;
}
