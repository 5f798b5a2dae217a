import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type { Clock } from "../shared/clock.ts";
import type { Pressing, SimCard, World } from "./world.ts";

/** Interactive cards of the simulated DingTalk: made, changed and pressed as documented, on a template with six buttons. */

type Fields = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status: number;
  readonly body: object;
}

const PLACES = [1, 2, 3, 4, 5, 6];
const MOST_VALUE_BYTES = 1024;
const PUSH_TIMEOUT_MS = 2_000;

interface Kept {
  params: Fields;
  readonly chatId: string;
  readonly callbackType: string;
  readonly routeKey: string;
}

interface CardsOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly robotCode: string;
  readonly callbackUrl: () => string;
}

export class DingtalkCards {
  readonly #world: World;
  readonly #clock: Clock;
  readonly #robotCode: string;
  readonly #cards = new Map<string, Kept>();
  readonly #routes = new Map<string, { readonly url: string; readonly secret: string }>();

  /** The robot's address: the same program answers at the registered path, whatever its public address is. */
  readonly #botUrl: () => string;

  constructor({ world, clock, robotCode, callbackUrl }: CardsOptions) {
    this.#botUrl = callbackUrl;
    this.#world = world;
    this.#clock = clock;
    this.#robotCode = robotCode;
  }

  /** Where the presses of a route go (register-card-callback-address). */
  register(body: Fields): Answer {
    const [routeKey, url] = [textOf(body["callbackRouteKey"]), textOf(body["callbackUrl"])];
    if (routeKey === "" || !URL.canParse(url))
      return refusal("param.error", "callbackRouteKey or callbackUrl is missing");
    this.#routes.set(routeKey, { url, secret: textOf(body["apiSecret"]) });
    return { status: 200, body: { success: true, result: { callbackUrl: url, apiSecret: textOf(body["apiSecret"]) } } };
  }

  /** A failed delivery is HTTP 200 as well (create-and-deliver-cards). */
  createAndDeliver(body: Fields): Answer {
    const id = textOf(body["outTrackId"]);
    if (textOf(body["cardTemplateId"]) === "") return refusal("param.templateNotExist", "no such template");
    if (id === "" || this.#cards.has(id)) return refusal("param.cardAlreadyExist", "the outTrackId was used before");
    const params = paramsIn(body);
    if (params === null) return refusal("param.error", "a value is no string, or longer than 1 KB");
    const space = textOf(body["openSpaceId"]);
    const chatId = this.#chatOf(space);
    const spaceId = space.replace(/^.*\./, "");
    const result = { spaceType: space.includes("IM_GROUP") ? "IM_GROUP" : "IM_ROBOT", spaceId };
    if (chatId === null || !this.#isOurs(body)) {
      const failed = { ...result, success: false, errorMsg: "spaceId is illegal", carrierId: "" };
      return { status: 200, body: { success: true, result: { outTrackId: id, deliverResults: [failed] } } };
    }
    const [callbackType, routeKey] = [textOf(body["callbackType"]), textOf(body["callbackRouteKey"])];
    this.#cards.set(id, { params, chatId, callbackType, routeKey });
    const key = randomBytes(18).toString("base64");
    const card = shownOf(id, params);
    const message = { platform: "dingtalk", chatId, from: null, format: "markdown", mentions: [], key } as const;
    this.#world.post({ ...message, id: `dingtalk-${randomUUID()}`, text: card.text, at: this.#clock.now(), card });
    const delivered = { ...result, success: true, carrierId: key, errorMsg: "" };
    return { status: 200, body: { success: true, result: { outTrackId: id, deliverResults: [delivered] } } };
  }

  /** interactive-card-update-interface */
  change(body: Fields): Answer {
    const id = textOf(body["outTrackId"]);
    const params = paramsIn(body);
    if (this.#keptCard(id) === undefined) return refusal("param.cardNotExist", "no such card");
    if (params === null) return refusal("param.error", "a value is no string, or longer than 1 KB");
    this.#show(id, params);
    return { status: 200, body: { success: true, result: true } };
  }

  /** A press on a card whose presses go to an address: the payload of event-callback-card; the answer changes the card. */
  async press(pressing: Pressing): Promise<{ status: number }> {
    const kept = this.#cards.get(pressing.card.id);
    const route = kept === undefined ? undefined : this.#routes.get(kept.routeKey);
    if (kept === undefined || kept.callbackType !== "HTTP" || route === undefined) return { status: 0 };
    const timestamp = String(this.#clock.now().getTime());
    const url = new URL(new URL(route.url).pathname, this.#botUrl());
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "x-ddpaas-signature-timestamp": timestamp,
        "x-ddpaas-signature": createHmac("sha256", route.secret).update(timestamp).digest("base64"),
      },
      body: JSON.stringify(cardCallback(pressing)),
      signal: AbortSignal.timeout(PUSH_TIMEOUT_MS),
      redirect: "manual",
    }).catch(() => null);
    if (response === null) return { status: 0 };
    const answer = readObject(await response.text());
    if (response.status === 200) this.answered(pressing.card, answer);
    return { status: response.status };
  }

  /** Whether presses on a card go over the stream; null of one of an earlier life, which goes as the bot can hear. */
  isOfStream({ id }: SimCard): boolean | null {
    const kept = this.#cards.get(id);
    return kept === undefined || kept.callbackType === "" ? null : kept.callbackType === "STREAM";
  }

  /** Shows what the answer to a press makes of the card, if anything. */
  answered(card: SimCard, answer: unknown): void {
    const params = paramsIn(fieldsOf(answer));
    if (params !== null) this.#show(card.id, params);
  }

  /** A card that an earlier life of the sandbox has shown is there as well. */
  #keptCard(id: string): Kept | undefined {
    const kept = this.#cards.get(id);
    const shown = kept === undefined ? this.#world.withCard("dingtalk", id) : undefined;
    if (shown?.card === undefined) return kept;
    const restored = { params: paramsOf(shown.card), chatId: shown.chatId, callbackType: "", routeKey: "" };
    this.#cards.set(id, restored);
    return restored;
  }

  #show(id: string, params: Fields): void {
    const kept = this.#keptCard(id);
    if (kept === undefined) return;
    kept.params = { ...kept.params, ...params };
    this.#world.changeCard("dingtalk", shownOf(id, kept.params));
  }

  #chatOf(space: string): string | null {
    const [, kind, id = ""] = /^dtv1\.card\/\/(IM_GROUP|IM_ROBOT)\.(.+)$/.exec(space) ?? [];
    if (kind === "IM_GROUP") return this.#world.chat("dingtalk", id)?.kind === "group" ? id : null;
    return kind === "IM_ROBOT" && this.#world.person("dingtalk", id) !== undefined ? `direct:${id}` : null;
  }

  #isOurs(body: Fields): boolean {
    const models = [body["imGroupOpenDeliverModel"], body["imRobotOpenDeliverModel"]].map(fieldsOf);
    return models.some((model) => model["robotCode"] === this.#robotCode);
  }
}

/** What the platform tells of a press; the same over the stream. */
export function cardCallback({ chatId, userId, card, key }: Pressing): object {
  const place = card.buttons.findIndex((one) => one.key === key) + 1;
  const content = { cardPrivateData: { actionIds: [`press${place}`], params: { press: key } } };
  const direct = chatId.startsWith("direct:");
  return {
    type: "actionCallback",
    outTrackId: card.id,
    corpId: "dingsandbox0000000000000000000000",
    userId,
    spaceType: direct ? "IM_ROBOT" : "IM_GROUP",
    spaceId: direct ? userId : chatId,
    content: JSON.stringify(content),
  };
}

function shownOf(id: string, params: Fields): SimCard {
  const buttons = PLACES.map((place) => ({
    label: textOf(params[`button${place}`]),
    key: textOf(params[`press${place}`]),
  }));
  return {
    id,
    title: textOf(params["title"]),
    text: textOf(params["text"]),
    fields: [],
    buttons: buttons.filter(({ label }) => label !== ""),
  };
}

function paramsOf({ title, text, buttons }: SimCard): Fields {
  const places = buttons.flatMap(({ label, key }, index) => [
    [`button${index + 1}`, label],
    [`press${index + 1}`, key],
  ]);
  return { title, text, ...Object.fromEntries(places) };
}

/** Null where a value is none that the platform takes. */
function paramsIn(body: Fields): Fields | null {
  const params = fieldsOf(fieldsOf(body["cardData"])["cardParamMap"]);
  const fine = Object.values(params).every(
    (one) => typeof one === "string" && Buffer.byteLength(one) <= MOST_VALUE_BYTES,
  );
  return fine && Object.keys(params).length > 0 ? params : null;
}

function refusal(code: string, message: string): Answer {
  return { status: 400, body: { code, message, requestid: randomUUID() } };
}

function readObject(text: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
