import type { Card } from "../../messages/card.ts";
import type { Clock } from "../../shared/clock.ts";
import type { Address, Delivery, Part, WayTaken } from "../platform.ts";
import { changedData, onCard, withButtons } from "./card.ts";
import type { DingtalkClient } from "./client.ts";
import { type Fields, fieldsOf, objectsOf, textOf } from "./fields.ts";
import { hasStaffId } from "./identity.ts";

/** The template of the cards, and where a press on one goes. */
export interface CardOptions {
  readonly templateId: string;
  readonly callbackUrl: string;
}

interface Options extends CardOptions {
  /** Signs what is pressed where that comes to an address. */
  readonly secret?: string | undefined;
  readonly robotCode: string;
  readonly mode: "callback" | "stream";
  readonly clock: Clock;
}
type Place = Exclude<Address, { kind: "reply" }>;

const REFUSED_MS = 3_600_000;

function keyOf(place: Place): string {
  return place.kind === "group" ? place.chatId : place.userId;
}

/** Sends interactive cards by the app, and changes them. What cannot go as a card goes in words. */
export class CardRoad {
  readonly #client: DingtalkClient;
  readonly #options: Options;
  #isRegistered = false;
  /** Chats that took no card, until when none is tried there: a robot may not be in a group that has a webhook. */
  readonly #refused = new Map<string, number>();

  constructor(client: DingtalkClient, options: Options) {
    this.#client = client;
    this.#options = options;
  }

  /** `render` makes the words of a card. `replaces`: the card that it takes the place of. */
  parts(
    address: Address,
    card: Card,
    { render, replaces }: { readonly render: (card: Card) => readonly Part[]; readonly replaces?: string | undefined },
  ): readonly Part[] {
    if (replaces !== undefined) return onCard(replaces, card, render);
    const place = placeOf(address);
    return place === null || this.#isRefused(place) ? render(card) : withButtons(card, render);
  }

  /** A part without a card goes its own way; so do the words of a card that the platform does not take. */
  async send(address: Address, part: Part): Promise<Delivery & WayTaken> {
    const { card, ...words } = part;
    const place = placeOf(address);
    if (card === undefined) return this.#client.send(address, part);
    const delivery = await (card.replaces === true ? this.#change(card.id, card.body) : this.#deliver(place, card));
    const isOver = delivery.state === "gave-up" || delivery.state === "unsure" || delivery.state === "barred";
    return isOver ? this.#client.send(address, words) : { ...delivery, robot: "dingtalk:app:card" };
  }

  async #change(id: string, body: Fields): Promise<Delivery> {
    const json = { outTrackId: id, ...changedData(body) };
    return this.#client.callApi({ path: "card/instances", method: "PUT", json }, readChanged);
  }

  async #deliver(place: Place | null, { id, body }: NonNullable<Part["card"]>): Promise<Delivery> {
    if (place === null) return { state: "gave-up", reason: "no-road-to-person" };
    const { templateId, robotCode, mode } = this.#options;
    const registered = await this.#register();
    if (registered !== null) return registered;
    const json = {
      cardTemplateId: templateId,
      outTrackId: id,
      ...(mode === "stream" ? { callbackType: "STREAM" } : { callbackType: "HTTP", callbackRouteKey: this.#routeKey }),
      cardData: { cardParamMap: body },
      ...spaceOf(place, robotCode),
    };
    const delivery = await this.#client.callApi({ path: "card/instances/createAndDeliver", json }, readDelivered);
    if (delivery.state === "gave-up") this.#refused.set(keyOf(place), this.#options.clock.now().getTime() + REFUSED_MS);
    return delivery;
  }

  #isRefused(place: Place): boolean {
    return (this.#refused.get(keyOf(place)) ?? 0) > this.#options.clock.now().getTime();
  }

  /** Names the address of this robot's presses; the same after each start (register-card-callback-address). */
  get #routeKey(): string {
    return `chaxu-${this.#options.robotCode}`;
  }

  /** Tells the platform once in this process where a press goes. Null: it knows. */
  async #register(): Promise<Delivery | null> {
    const { mode, secret, callbackUrl } = this.#options;
    if (mode === "stream" || this.#isRegistered) return null;
    const json = { callbackRouteKey: this.#routeKey, callbackUrl, apiSecret: secret, forceUpdate: true };
    const delivery = await this.#client.callApi({ path: "card/callbacks/register", json }, () => ({ state: "sent" }));
    if (delivery.state === "sent") {
      this.#isRegistered = true;
      return null;
    }
    const reason = `card/callbacks/register: ${delivery.reason}`;
    // Nothing was shown yet.
    return delivery.state === "unknown" ? { state: "later", reason } : { ...delivery, reason };
  }
}

/** Where a card can go: into a group that the app's robot is in, or to a person of the organisation. */
function placeOf(address: Address): Place | null {
  switch (address.kind) {
    case "group":
      return address;
    case "person":
      return hasStaffId(address.userId) ? address : null;
    case "reply":
      return address.fallback === null ? null : placeOf(address.fallback);
  }
}

/** The place of a card (create-and-deliver-cards). It is not forwarded: who sees it could press it. */
function spaceOf(place: Place, robotCode: string): Fields {
  if (place.kind === "group") {
    return {
      openSpaceId: `dtv1.card//IM_GROUP.${place.chatId}`,
      imGroupOpenSpaceModel: { supportForward: false },
      imGroupOpenDeliverModel: { robotCode },
    };
  }
  return {
    openSpaceId: `dtv1.card//IM_ROBOT.${place.userId}`,
    imRobotOpenSpaceModel: { supportForward: false },
    imRobotOpenDeliverModel: { spaceType: "IM_ROBOT", robotCode },
  };
}

/** HTTP 200 may carry a failed delivery: each result says so by itself (cc-connect#1144). */
function readDelivered(body: Fields): Delivery {
  const results = objectsOf(fieldsOf(body["result"])?.["deliverResults"]);
  const failed = results.find((one) => one["success"] !== true);
  if (failed !== undefined) {
    // Whatever it says may hold an id: the reason names the request alone.
    return { state: "gave-up", reason: "createAndDeliver: the card was not delivered" };
  }
  const [first] = results;
  if (first === undefined) return { state: "unknown", reason: "createAndDeliver: the answer has no deliverResults" };
  const key = textOf(first["carrierId"]);
  return key === "" ? { state: "sent" } : { state: "sent", key };
}

function readChanged(body: Fields): Delivery {
  return body["success"] === false
    ? { state: "gave-up", reason: "card/instances: the card was not changed" }
    : { state: "sent" };
}
