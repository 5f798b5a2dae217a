import type { Clock } from "../../shared/clock.ts";
import { callWithToken, createAccessToken, type FetchedToken, noToken } from "../access-token.ts";
import { checkAddress, isLoopbackHost } from "../address.ts";
import { codeOf, type HttpAnswer } from "../answer.ts";
import type { HttpClient } from "../http-client.ts";
import {
  type Address,
  type Attachment,
  type Delivery,
  gaveUp,
  type Part,
  type Quota,
  type WayTaken,
} from "../platform.ts";
import { mediaIdOf, mediaMessage, type RobotMessage } from "./attachment.ts";
import { type Fields, textOf, textsOf } from "./fields.ts";
import { hasStaffId } from "./identity.ts";
import { apiDelivery, messageKey, oldApiDelivery } from "./read-answer.ts";
import { FLOW_CONTROL_MS, isSessionGone, isTokenRefused, isTooFast } from "./results.ts";
import { robotOf } from "./robot.ts";
import { signatureOf } from "./signature.ts";
import { webhookBody, withoutMentions } from "./webhook-body.ts";

export interface DingtalkApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly robotCode: string;
}

export interface ClientOptions {
  readonly app?: DingtalkApp | undefined;
  readonly apiBase: string;
  readonly oapiBase: string;
  readonly clock: Clock;
  readonly http: HttpClient;
  /** Hears of each use of the organisation's month. */
  readonly onUse?: ((quota: Quota) => void) | undefined;
}

type Chat = Extract<Address, { kind: "group" }>;
type Reply = Extract<Address, { kind: "reply" }>;

/** A reply address that ends within this time is not used: the request takes time and clocks differ. */
const SESSION_MARGIN_MS = 60_000;

type Failure = Exclude<Delivery, { state: "sent" }>;

/** The four ways to say something in DingTalk, each with its own reading of the answer. */
export class DingtalkClient {
  readonly #options: ClientOptions;
  readonly #token;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#token = createAccessToken({ clock: options.clock, fetch: () => this.fetchToken() });
  }

  async send(address: Address, part: Part): Promise<Delivery & WayTaken> {
    switch (address.kind) {
      case "group":
        return address.webhook === undefined
          ? this.#toGroup(address.chatId, part)
          : this.#toWebhook(address, address.webhook, part);
      case "person":
        return this.#toPerson(address.userId, part);
      case "reply":
        return this.#toSession(address, part);
    }
  }

  /** Whether the way that a message will take can alert people: webhooks can, the group and person APIs cannot. */
  canMention(address: Address): boolean {
    if (address.kind === "group") return address.webhook !== undefined;
    if (address.kind === "person") return false;
    if (this.goesBySession(address)) return true;
    return address.fallback !== null && this.canMention(address.fallback);
  }

  /** Whether the way takes pictures and files: the group and person APIs do, webhooks do not (robot-message-type). */
  carries(address: Address): boolean {
    if (this.#options.app === undefined || address.kind === "reply") return false;
    return address.kind === "person" || address.webhook === undefined;
  }

  /**
   * Whether this try of a reply goes by its reply address. With a second way the two take turns, whatever the first
   * said; without one the address is tried even when its time seems over, because nothing else is left.
   */
  goesBySession(reply: Reply): boolean {
    if (secondWay(reply) === null) return this.#isOurs(reply.url);
    return reply.tried % 2 === 0 && this.#isAlive(reply);
  }

  #isAlive({ expiresAt, url }: Reply): boolean {
    return expiresAt.getTime() - this.#options.clock.now().getTime() > SESSION_MARGIN_MS && this.#isOurs(url);
  }

  /** A reply address comes from a message whose signature does not cover it: elsewhere nothing is ever posted. */
  #isOurs(url: string): boolean {
    return URL.canParse(url) && originsOf(this.#options).includes(new URL(url).origin);
  }

  async #toSession(reply: Reply, part: Part): Promise<Delivery & WayTaken> {
    const second = secondWay(reply);
    let ended = !this.#isAlive(reply);
    if (this.goesBySession(reply)) {
      const { http } = this.#options;
      const answer = await this.#counted(
        "dingtalk:webhook-stream",
        http.postJson({ url: reply.url, json: webhookBody(part) }),
      );
      const delivery = oldApiDelivery(answer);
      if (second === null) return delivery;
      ended = answer.kind === "answer" && isSessionGone(codeOf(answer.body));
      // The next try takes the second way, and need not wait for what the address asks.
      if (!ended) return isDone(delivery) ? delivery : { state: "later", reason: delivery.reason };
    }
    if (second === null) {
      return gaveUp("reply-over");
    }
    const delivery = await this.send(second, this.canMention(second) ? part : withoutMentions(part));
    // The first way has had one try, which may have met a passing failure.
    const once = !ended && reply.tried < 2;
    if (delivery.state === "gave-up" && once) return { state: "later", reason: delivery.reason };
    return { ...delivery, robot: robotOf(second) };
  }

  async #toWebhook(chat: Chat, webhook: string, part: Part): Promise<Delivery> {
    const allowLoopback = isLoopbackHost(new URL(this.#options.oapiBase).hostname);
    if (checkAddress(webhook, allowLoopback) !== null) return gaveUp("webhook-unusable");
    const timestamp = String(this.#options.clock.now().getTime());
    const query = chat.secret === undefined ? {} : { timestamp, sign: signatureOf(timestamp, chat.secret) };
    const posted = this.#options.http.postJson({ url: webhook, query, json: webhookBody(part) });
    return oldApiDelivery(await this.#counted("dingtalk:webhook-stream", posted));
  }

  async #toGroup(chatId: string, part: Part): Promise<Delivery> {
    return this.#callRobot("groupMessages/send", { openConversationId: chatId }, part, messageKey);
  }

  async #toPerson(userId: string, part: Part): Promise<Delivery> {
    if (!hasStaffId(userId)) {
      return gaveUp("not-a-member");
    }
    return this.#callRobot("oToMessages/batchSend", { userIds: [userId] }, part, (body) => {
      if (textsOf(body["invalidStaffIdList"]).length > 0) {
        return gaveUp("user-unknown");
      }
      if (textsOf(body["flowControlledStaffIdList"]).length > 0) {
        return { state: "later", reason: "too many messages to this person", afterMs: FLOW_CONTROL_MS };
      }
      return messageKey(body);
    });
  }

  async #callRobot(api: string, to: Fields, part: Part, read: (body: Fields) => Delivery): Promise<Delivery> {
    const { app } = this.#options;
    if (app === undefined) return gaveUp("app-missing");
    const message = await this.#messageOf(part);
    if ("state" in message) return message;
    const { msgKey, msgParam } = message;
    const json = { robotCode: app.robotCode, ...to, msgKey, msgParam: JSON.stringify(msgParam) };
    return this.callApi({ path: `robot/${api}`, json }, read);
  }

  /** One call of the app's API. `read` looks at an answer without an error code. */
  async callApi(
    { path, json, method }: { readonly path: string; readonly json: Fields; readonly method?: "PUT" },
    read: (body: Fields) => Delivery,
  ): Promise<Delivery> {
    const { app, apiBase, http } = this.#options;
    if (app === undefined) return gaveUp("app-missing");
    const url = `${baseOf(apiBase)}/v1.0/${path}`;
    const tried = await this.#withToken((token) => {
      const headers = { "x-acs-dingtalk-access-token": token };
      return http.postJson({ url, headers, json, ...(method !== undefined && { method }) });
    });
    return "state" in tried ? tried : apiDelivery(tried, read);
  }

  /** Asks the older API for something of the contacts, which counts as no use of the month. */
  askContacts(path: string, json: Fields): Promise<HttpAnswer | Failure> {
    const url = `${baseOf(this.#options.oapiBase)}/topapi/${path}`;
    return callWithToken(this.#token, hasRefusedToken, (token) =>
      this.#options.http.postJson({ url, query: { access_token: token }, json }),
    );
  }

  async #messageOf({ title, text, attachment }: Part): Promise<RobotMessage | Failure> {
    if (attachment === undefined) return { msgKey: "sampleMarkdown", msgParam: { title, text } };
    const uploaded = await this.#upload(attachment);
    return "state" in uploaded ? uploaded : mediaMessage(attachment, uploaded.mediaId);
  }

  /** The same token as everywhere, in the query: this is the older of DingTalk's two APIs. */
  async #upload(attachment: Attachment): Promise<{ readonly mediaId: string } | Failure> {
    const { oapiBase, http } = this.#options;
    const type = attachment.kind === "picture" ? "image" : "file";
    const url = `${baseOf(oapiBase)}/media/upload`;
    const tried = await this.#withToken((token) =>
      http.postForm({ url, query: { access_token: token, type }, field: "media", file: attachment }),
    );
    return "state" in tried ? tried : mediaIdOf(tried, oldApiDelivery(tried));
  }

  #withToken(call: (token: string) => Promise<HttpAnswer>): Promise<HttpAnswer | Failure> {
    return callWithToken(this.#token, hasRefusedToken, (token) => this.#counted("dingtalk:api", call(token)));
  }

  /** A request that arrived, or may have, is a use; what is refused for its pace is none (call-frequency-limit). */
  async #counted(quota: Quota, request: Promise<HttpAnswer>): Promise<HttpAnswer> {
    const answer = await request;
    const tooFast = answer.kind === "answer" && isTooFast(codeOf(answer.body));
    if (answer.kind !== "unsent" && !tooFast) this.#options.onUse?.(quota);
    return answer;
  }

  /** A token from the platform, not the one that is held. Asking again ends no other token: it is the same one while it lasts. */
  async fetchToken(): Promise<FetchedToken> {
    const { app, apiBase, http } = this.#options;
    if (app === undefined) throw new Error("no app is configured");
    const json = { appKey: app.clientId, appSecret: app.clientSecret };
    const answer = await http.postJson({ url: `${baseOf(apiBase)}/v1.0/oauth2/accessToken`, json });
    const token = answer.kind === "answer" ? textOf(answer.body["accessToken"]) : "";
    if (answer.kind === "answer" && token !== "") {
      return { kind: "token", token, expiresInSeconds: Number(answer.body["expireIn"] ?? 7200) || 7200 };
    }
    return { kind: "failed", delivery: noToken(apiDelivery(answer, () => ({ state: "sent" }))) };
  }
}

function hasRefusedToken(answer: HttpAnswer): boolean {
  return answer.kind === "answer" && isTokenRefused(codeOf(answer.body));
}

/** The way of a reply beside its address. Null: there is none, as for somebody outside of the organisation. */
function secondWay({ fallback }: Reply): Reply["fallback"] {
  return fallback?.kind === "person" && !hasStaffId(fallback.userId) ? null : fallback;
}

/** It is there, or may be there: the other way is for the next try at the earliest. */
function isDone(delivery: Delivery): delivery is Extract<Delivery, { state: "sent" | "unknown" }> {
  return delivery.state === "sent" || delivery.state === "unknown";
}

/** The origins that a reply address may have. */
export function originsOf(bases: { readonly apiBase: string; readonly oapiBase: string }): readonly string[] {
  return [new URL(bases.oapiBase).origin, new URL(bases.apiBase).origin];
}

/** A base without the slash at its end. */
export function baseOf(base: string): string {
  return base.replace(/\/+$/, "");
}
