import type { Clock } from "../../shared/clock.ts";
import { callWithToken, createAccessToken, type FetchedToken, noToken } from "../access-token.ts";
import { byErrcode, codeOf, deliveryOf, type HttpAnswer, type Verdict } from "../answer.ts";
import { type Download, type Downloaded, download } from "../download.ts";
import { type HttpClient, readObject } from "../http-client.ts";
import { type Attachment, type Delivery, type Fetched, gaveUp, type Part } from "../platform.ts";
import { mediaIdOf } from "./attachment.ts";
import { sortCode } from "./client.ts";

export interface WecomApp {
  readonly corpId: string;
  readonly agentId: string;
  readonly secret: string;
}

export interface AppClientOptions {
  readonly app: WecomApp;
  readonly apiBase: string;
  readonly clock: Clock;
  readonly http: HttpClient;
}

/**
 * To one person in a minute and in an hour: the platform allows 30 and 1000, and drops what is more without a word (90236).
 * It counts with its own clock.
 */
export const APP_PER_MINUTE = 28;
export const APP_PER_HOUR = 950;

type Failure = Exclude<Delivery, { state: "sent" }>;
type Fields = Readonly<Record<string, unknown>>;

/** 41001 no token, 40014 a wrong one, 42001 one that is over; 40001 is met in practice for the same (91039). */
const TOKEN_REFUSED = new Set(["40001", "40014", "41001", "42001"]);

function isTokenRefused(answer: HttpAnswer): boolean {
  return answer.kind === "answer" && TOKEN_REFUSED.has(codeOf(answer.body) ?? "");
}

/** Nobody of those to whom it should go is there for the app: 81013 nobody at all, 60111 no such user (90313). */
const NOBODY = new Set(["60111", "81013"]);

/** Settings of the app: 40001 its secret, once another token has not helped; 40056 its id. */
const APP_BARS: Readonly<Record<string, Verdict>> = { "40001": "setting", "40056": "setting" };
/** Refused although the token is new: that passes. */
const APP_PASSING = new Set(["40014", "41001", "42001"]);

/** What a code means for what the app asked. */
export function sortAppCode(code: string, said: string): Verdict {
  if (APP_PASSING.has(code)) return "later";
  return APP_BARS[code] ?? sortCode(code, said);
}

/** A user id as the platform's address takes it: `|` stands between several, and `@all` is everybody. */
const ONE_USER = /^(?!@all$)[^|\s]{1,64}$/i;

/** Direct messages by the self-built app: message/send (90236). */
export class WecomAppClient {
  readonly #options: AppClientOptions;
  readonly #token;

  constructor(options: AppClientOptions) {
    this.#options = options;
    this.#token = createAccessToken({ clock: options.clock, fetch: () => this.fetchToken() });
  }

  async send(userId: string, part: Part): Promise<Delivery> {
    if (!ONE_USER.test(userId)) return gaveUp("outside-app");
    const made = await this.#messageOf(part);
    if ("state" in made) return made;
    const json = { touser: userId, agentid: Number(this.#options.app.agentId), ...made.message };
    const tried = await this.#withToken((token) =>
      this.#options.http.postJson({ url: this.#url("message/send"), query: { access_token: token }, json }),
    );
    return "state" in tried ? tried : readSent(tried, userId);
  }

  /** What was sent to the app, by its media id: bytes, or a result code in their place (90254). */
  async media(id: string, rules: Pick<Download, "hosts" | "limit" | "signal">): Promise<Fetched> {
    const { apiBase } = this.#options;
    let got: Downloaded | null = null;
    const tried = await this.#withToken(async (token) => {
      const query = new URLSearchParams({ access_token: token, media_id: id });
      got = await download({ ...rules, apiBase, url: `${this.#url("media/get")}?${query}` });
      return answerIn(got);
    });
    return "state" in tried ? { state: "later", reason: tried.reason } : mediaIn(got, tried);
  }

  /** Changes a card for the person who pressed it, with the code of that press (94888). */
  async change(userId: string, code: string, templateCard: Fields): Promise<Delivery> {
    const agentid = Number(this.#options.app.agentId);
    const json = { userids: [userId], agentid, response_code: code, template_card: templateCard };
    const tried = await this.#withToken((token) =>
      this.#options.http.postJson({
        url: this.#url("message/update_template_card"),
        query: { access_token: token },
        json,
      }),
    );
    return "state" in tried ? tried : deliveryOf(byErrcode(tried), sortAppCode);
  }

  async #messageOf({ text, attachment, card }: Part): Promise<{ readonly message: Fields } | Failure> {
    if (card !== undefined) return { message: { msgtype: "template_card", template_card: card.body } };
    if (attachment === undefined) return { message: { msgtype: "markdown", markdown: { content: text } } };
    const type = attachment.kind === "picture" ? "image" : "file";
    const uploaded = await this.#upload(attachment, type);
    return "state" in uploaded ? uploaded : { message: { msgtype: type, [type]: { media_id: uploaded.mediaId } } };
  }

  async #upload(file: Attachment, type: "image" | "file"): Promise<{ readonly mediaId: string } | Failure> {
    const tried = await this.#withToken((token) => {
      const query = { access_token: token, type };
      return this.#options.http.postForm({ url: this.#url("media/upload"), query, field: "media", file });
    });
    return "state" in tried ? tried : mediaIdOf(tried, deliveryOf(byErrcode(tried), sortAppCode));
  }

  #withToken(call: (token: string) => Promise<HttpAnswer>): Promise<HttpAnswer | Failure> {
    return callWithToken(this.#token, isTokenRefused, call);
  }

  /** A token from the platform, not the one that is held. Asking again ends no other: it is the same one while it lasts. */
  async fetchToken(): Promise<FetchedToken> {
    const { app, http } = this.#options;
    const query = { corpid: app.corpId, corpsecret: app.secret };
    const answer = await http.getJson({ url: this.#url("gettoken"), query });
    const delivery = deliveryOf(byErrcode(answer), sortAppCode);
    const token = answer.kind === "answer" ? answer.body["access_token"] : undefined;
    if (delivery.state === "sent" && answer.kind === "answer" && typeof token === "string" && token !== "") {
      return { kind: "token", token, expiresInSeconds: Number(answer.body["expires_in"]) || 7200 };
    }
    return { kind: "failed", delivery: noToken(delivery) };
  }

  /** Asks for the app itself, which its id and this machine's address have to be right for. Sends nothing. */
  async askForApp(): Promise<Delivery> {
    const { app, http } = this.#options;
    const tried = await this.#withToken((token) =>
      http.getJson({ url: this.#url("agent/get"), query: { access_token: token, agentid: app.agentId } }),
    );
    return "state" in tried ? tried : deliveryOf(byErrcode(tried), sortAppCode);
  }

  /** Whose code it is that came back from signing in (91023). A code is good once: nothing asks for it twice. */
  askWhose(code: string): Promise<HttpAnswer | Failure> {
    return this.#withToken((token) =>
      this.#options.http.getJson({ url: this.#url("auth/getuserinfo"), query: { access_token: token, code } }),
    );
  }

  #url(api: string): string {
    return `${this.#options.apiBase.replace(/\/+$/, "")}/cgi-bin/${api}`;
  }
}

/** A result code where the bytes would be, or nothing. */
function answerIn(got: Downloaded): HttpAnswer {
  if (got.state !== "fetched") return { kind: "unknown", reason: got.reason };
  const body = /json/i.test(got.type) ? readObject(got.bytes.toString("utf8")) : {};
  return { kind: "answer", status: got.status, body };
}

function mediaIn(got: Downloaded | null, answer: HttpAnswer): Fetched {
  if (got === null) return { state: "later", reason: "not asked" };
  if (got.state !== "fetched") return got;
  const delivery =
    answer.kind === "answer" && codeOf(answer.body) !== undefined ? deliveryOf(answer, sortAppCode) : null;
  if (delivery === null || delivery.state === "sent") {
    return { state: "fetched", bytes: got.bytes, ...(got.name !== undefined && { name: got.name }) };
  }
  if (delivery.state === "gave-up") return { state: "refused", why: "gone", reason: delivery.reason };
  return { state: "later", reason: delivery.reason };
}

/** A good answer names those whom it did not reach; their ids come back in lower case (90236). */
function readSent(answer: HttpAnswer, userId: string): Delivery {
  const code = answer.kind === "answer" ? codeOf(answer.body) : undefined;
  const key = (body: Fields) => (typeof body["msgid"] === "string" ? body["msgid"] : undefined);
  const delivery = deliveryOf(byErrcode(answer), sortAppCode, key);
  if (delivery.state === "gave-up" && code !== undefined && NOBODY.has(code)) return gaveUp("outside-app");
  if (delivery.state !== "sent" || answer.kind !== "answer") return delivery;
  if (names(answer.body["invaliduser"], userId)) return gaveUp("outside-app");
  return names(answer.body["unlicenseduser"], userId) ? gaveUp("unlicensed") : delivery;
}

function names(list: unknown, userId: string): boolean {
  const wanted = userId.toLowerCase();
  return typeof list === "string" && list.split("|").some((one) => one.trim().toLowerCase() === wanted);
}
