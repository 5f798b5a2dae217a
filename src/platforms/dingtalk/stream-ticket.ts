import { checkAddress, isLoopbackHost } from "../address.ts";
import { codeOf, deliveryOf, type HttpAnswer } from "../answer.ts";
import type { HttpClient } from "../http-client.ts";
import type { DingtalkApp } from "./client.ts";
import { textOf } from "./fields.ts";
import { isTokenRefused, PUNISHED_MS, pauseOf, sortCode } from "./results.ts";
import { CARD_TOPIC, ROBOT_TOPIC } from "./stream-frame.ts";

export interface TicketOptions {
  readonly app: DingtalkApp;
  readonly apiBase: string;
  readonly http: HttpClient;
}

/** What DingTalk answers to who wants to open a connection. No reason holds a secret. */
export type Ticket =
  /** The address holds the ticket, a credential: good for one connection within 90 s, and never to be logged. */
  | { readonly kind: "ticket"; readonly url: string }
  /** Somebody has to mend the credentials, the robot's mode or its list of addresses. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Too many want one: to ask again soon makes it worse. */
  | { readonly kind: "busy"; readonly reason: string; readonly afterMs: number }
  | { readonly kind: "failed"; readonly reason: string; readonly afterMs: number };

const PATH = "/v1.0/gateway/connections/open";
const UA = "chaxu-nodejs/1.0";
/** What is pushed to this connection; nothing else is. */
const SUBSCRIPTIONS = [
  { type: "CALLBACK", topic: ROBOT_TOPIC },
  { type: "CALLBACK", topic: CARD_TOPIC },
];
/** The answers that need a person: not published, not in Stream mode, wrong pair, address not on the list (users' reports). */
const REFUSALS = new Set([400, 401, 403]);

/**
 * Asks for the address of a connection. Never throws.
 * Source: open-dingtalk/developerpedia docs/learn/stream/protocol.md.
 */
export async function askForTicket({ app, apiBase, http }: TicketOptions): Promise<Ticket> {
  const { clientId, clientSecret } = app;
  const json = { clientId, clientSecret, subscriptions: SUBSCRIPTIONS, ua: UA };
  // Without the header, which the client sets, XML may come back.
  const answer = await http.postJson({ url: `${apiBase.replace(/\/+$/, "")}${PATH}`, json });
  const ticket = read(answer, isLoopbackHost(new URL(apiBase).hostname));
  return ticket.kind === "ticket" ? ticket : { ...ticket, reason: ticket.reason.replaceAll(clientSecret, "***") };
}

function read(answer: HttpAnswer, allowLoopback: boolean): Ticket {
  const delivery = deliveryOf(answer, sortCode);
  const reason = "reason" in delivery ? delivery.reason : "the answer holds no usable address of a connection";
  const afterMs = answer.kind === "unknown" ? 0 : (answer.retryAfterMs ?? 0);
  if (answer.kind !== "answer") return { kind: "failed", reason, afterMs };
  const { status, body } = answer;
  if ("punish" in body) return { kind: "busy", reason: "too many calls from this IP address", afterMs: PUNISHED_MS };
  const code = codeOf(body);
  if (isBusy(status, code)) {
    const pauseMs = code === undefined ? 0 : (pauseOf(code) ?? 0);
    return { kind: "busy", reason, afterMs: Math.max(afterMs, pauseMs) };
  }
  if (REFUSALS.has(status) || delivery.state === "barred") return { kind: "refused", reason };
  const url = delivery.state === "sent" ? addressIn(body, allowLoopback) : null;
  return url === null ? { kind: "failed", reason, afterMs } : { kind: "ticket", url };
}

function isBusy(status: number, code: string | undefined): boolean {
  if (status === 429 || status === 503) return true;
  return code !== undefined && !isTokenRefused(code) && sortCode(code, "") === "later";
}

/** Only TLS and the public internet are trusted with the ticket; on the own machine the simulated DingTalk is. */
function addressIn(body: Readonly<Record<string, unknown>>, allowLoopback: boolean): string | null {
  const [endpoint, ticket] = [textOf(body["endpoint"]), textOf(body["ticket"])];
  if (ticket === "" || checkAddress(endpoint, allowLoopback) !== null) return null;
  const url = new URL(endpoint);
  const isSocket = url.protocol === "wss:" || (url.protocol === "ws:" && isLoopbackHost(url.hostname));
  if (!isSocket) return null;
  url.hash = "";
  url.searchParams.set("ticket", ticket);
  return url.href;
}
