import type { Clock } from "../../shared/clock.ts";
import { byErrcode, deliveryOf } from "../answer.ts";
import type { HttpClient } from "../http-client.ts";
import type { Address, Delivery, Part } from "../platform.ts";

/** The address that comes with a press, where the bot may say one thing within an hour (101138). */

/** From when it came, in milliseconds. */
export const RESPONSE_MS = 3_600_000;

type Reply = Extract<Address, { kind: "reply" }>;

interface Ways {
  readonly apiBase: string;
  readonly clock: Clock;
}

/** Whether an answer goes there: the first try alone, because it is good for one call, and only to the platform's own host. */
export function goesByResponse({ url, expiresAt, tried }: Reply, { apiBase, clock }: Ways): boolean {
  return tried === 0 && expiresAt > clock.now() && isResponseAddress(url, apiBase);
}

export function isResponseAddress(url: string, apiBase: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, pathname } = new URL(url);
  return origin === new URL(apiBase).origin && pathname.endsWith("/aibot/response");
}

/** Says it there, as markdown. What fails goes the other way, if there is one: the address is used up. */
export async function respond(http: HttpClient, { url, fallback }: Reply, part: Part): Promise<Delivery> {
  const json = { msgtype: "markdown", markdown: { content: part.text } };
  const answer = await http.postJson({ url, json });
  const delivery = deliveryOf(byErrcode(answer), () => "gave-up");
  if (delivery.state !== "gave-up" || fallback === null) return delivery;
  return { state: "later", reason: delivery.reason };
}
