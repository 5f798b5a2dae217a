import type { Card } from "../../messages/card.ts";
import type { Clock } from "../../shared/clock.ts";
import type { CardUpdate, RawRequest, Received } from "../inbound.ts";
import { changedData, filledWith } from "./card.ts";
import { parseCardPress } from "./card-press.ts";
import { type Fields, readJson } from "./fields.ts";
import { renderCard } from "./render.ts";
import { distrustCard } from "./signature.ts";

/** What is pressed on interactive cards, at an address or over the connection (event-callback-card). */

export interface PressOptions {
  readonly botName: string;
  readonly clock: Clock;
  readonly cardSecret?: string;
}

/** Verifies and parses a press that came to the address. */
export function receivePress(options: PressOptions, request: RawRequest): Received {
  const { cardSecret, clock } = options;
  if (cardSecret === undefined) return { kind: "refused", status: 401, reason: "DINGTALK_CARD_SECRET is not set" };
  const doubt = distrustCard(request.headers, cardSecret, clock.now());
  if (doubt !== null) return { kind: "refused", status: 401, reason: doubt };
  const payload = readJson(request.body.toString("utf8"));
  if (payload === null) return { kind: "refused", status: 400, reason: "the body is not a JSON object" };
  return pressOf(options, payload, request.headers["x-ddpaas-signature-timestamp"] ?? "");
}

/** A press, with how its card is changed in the answer, within 2 s. `uniq` tells it from the next one on the same button. */
export function pressOf(
  { botName }: PressOptions,
  payload: Fields,
  uniq: string,
): Extract<Received, { kind: "message" | "ignored" }> {
  const message = parseCardPress(payload, uniq);
  if (message === null) return { kind: "ignored", reason: "a press without outTrackId or button" };
  const filled = (card: Card) => filledWith(card, (one) => renderCard(one, { botName, canMention: false }));
  const update: CardUpdate = {
    withinMs: 1_500,
    nothing: "{}",
    encode: (card) => JSON.stringify(changedData(filled(card).params)),
    tellsAll: (card) => filled(card).whole,
  };
  return { kind: "message", message, update };
}
