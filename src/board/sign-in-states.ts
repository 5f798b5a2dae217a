import { randomBytes } from "node:crypto";
import { isSame } from "../store/tokens.ts";
import { signatureOf } from "./signature.ts";

/** How long somebody may take to come back from the platform. */
export const STATE_MS = 10 * 60_000;

/**
 * What a browser takes with it to the platform, and has to bring back: the address has the state, the cookie the state signed, so
 * that one who comes back with another's code is not signed in as him.
 */
export class SignInStates {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  /** A new state, of digits and letters alone as WeCom wants it, and what is kept in the cookie. */
  begin(platform: string, now: Date): { readonly state: string; readonly kept: string } {
    const state = randomBytes(24).toString("hex");
    const ends = Math.floor((now.getTime() + STATE_MS) / 1000);
    return { state, kept: `${ends}.${this.#sign(platform, state, ends)}` };
  }

  /** When the state that came back is over; null where it is already, or is not that of this browser and platform. */
  check(platform: string, { state, kept }: { state: string; kept: string }, now: Date): Date | null {
    const [ends = "", signature = "", ...more] = kept.split(".");
    if (more.length > 0 || !isSame(signature, this.#sign(platform, state, Number(ends)))) return null;
    const endsAt = new Date(Number(ends) * 1000);
    return endsAt > now ? endsAt : null;
  }

  #sign(platform: string, state: string, ends: number): string {
    return signatureOf(this.#secret, `sign-in ${platform} ${state} ${ends}`);
  }
}
