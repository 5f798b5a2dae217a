import type { Clock } from "../shared/clock.ts";
import { messageOf } from "../shared/errors.ts";
import type { HttpAnswer } from "./answer.ts";
import type { Delivery } from "./platform.ts";

/** Why there is no token, already as what it means for the message that needed one. */
export type TokenFailure = { readonly kind: "failed"; readonly delivery: Exclude<Delivery, { state: "sent" }> };

export type FetchedToken =
  | { readonly kind: "token"; readonly token: string; readonly expiresInSeconds: number }
  | TokenFailure;

export type TokenResult = { readonly kind: "token"; readonly token: string } | TokenFailure;

export interface AccessToken {
  /** A token that is good for some minutes more, or why there is none. Never throws. */
  get(): Promise<TokenResult>;
  /** The platform refused this token: the next `get` asks for another one, unless that has happened already. */
  invalidate(token: string): void;
}

/** Refreshed this long before it ends, because the request that uses it takes time and clocks differ. */
const EARLY_MS = 5 * 60_000;
/** After a failure the same failure is given again for this long, so that a full outbox does not hammer the platform. */
const PAUSE_MS = 5_000;

/** Keeps one access token by the clock. Concurrent callers share one request; a failure is not kept beyond a short pause. */
export function createAccessToken(options: { fetch: () => Promise<FetchedToken>; clock: Clock }): AccessToken {
  let held: { token: string; refreshAt: number } | null = null;
  let failed: { result: TokenFailure; at: number } | null = null;
  let asking: Promise<TokenResult> | null = null;

  const now = () => options.clock.now().getTime();

  async function ask(): Promise<TokenResult> {
    const startedAt = now();
    const fetched = await fetchSafely(options.fetch);
    if (fetched.kind === "failed") {
      failed = { result: fetched, at: now() };
      return fetched;
    }
    const lifeMs = Math.max(0, fetched.expiresInSeconds) * 1000;
    held = { token: fetched.token, refreshAt: startedAt + Math.max(lifeMs - EARLY_MS, lifeMs / 2) };
    failed = null;
    return { kind: "token", token: fetched.token };
  }

  return {
    async get() {
      if (held !== null && now() < held.refreshAt) return { kind: "token", token: held.token };
      if (failed !== null && Math.abs(now() - failed.at) < PAUSE_MS) return failed.result;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    invalidate(token) {
      if (held?.token === token) held = null;
    },
  };
}

async function fetchSafely(fetch: () => Promise<FetchedToken>): Promise<FetchedToken> {
  try {
    return await fetch();
  } catch (thrown) {
    return { kind: "failed", delivery: { state: "later", reason: `no access token: ${messageOf(thrown)}` } };
  }
}

/** Calls with the token, and once more with another one when it is refused: the one that was held may have ended early. */
export async function callWithToken(
  token: AccessToken,
  isRefused: (answer: HttpAnswer) => boolean,
  call: (token: string) => Promise<HttpAnswer>,
): Promise<HttpAnswer | TokenFailure["delivery"]> {
  const first = await token.get();
  if (first.kind === "failed") return first.delivery;
  const answer = await call(first.token);
  if (!isRefused(answer)) return answer;
  token.invalidate(first.token);
  const second = await token.get();
  return second.kind === "failed" ? second.delivery : call(second.token);
}

/** Without a token nothing went out, so an unknown end of the token request is no unknown end of the message. */
export function noToken(delivery: Delivery): TokenFailure["delivery"] {
  if (delivery.state === "sent") return { state: "later", reason: "no access token: the answer holds none" };
  const reason = `no access token: ${delivery.reason}`;
  return delivery.state === "unknown" ? { state: "later", reason } : { ...delivery, reason };
}
