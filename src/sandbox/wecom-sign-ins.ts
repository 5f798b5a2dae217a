import type { Clock } from "../shared/clock.ts";
import type { AppAnswer } from "./wecom-app-api.ts";
import { freshId } from "./wecom-crypto.ts";

const CODE_MS = 5 * 60_000;

/** The codes with which members of the simulated WeCom, and others, come back from signing in (91022, 91023): each once. */
export class WecomSignIns {
  readonly #clock: Clock;
  readonly #codes = new Map<string, { readonly who: object; readonly endsAt: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Somebody signs in: a member by his user id, or somebody from outside. */
  codeFor(who: { readonly userid: string } | { readonly openid: string }): string {
    const code = freshId();
    this.#codes.set(code, { who, endsAt: this.#clock.now().getTime() + CODE_MS });
    return code;
  }

  /** auth/getuserinfo */
  whose(code: string): AppAnswer {
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    if (found === undefined) return { errcode: 40029, errmsg: "invalid code" };
    if (this.#clock.now().getTime() >= found.endsAt) return { errcode: 42003, errmsg: "code expired" };
    return { errcode: 0, errmsg: "ok", ...found.who };
  }
}
