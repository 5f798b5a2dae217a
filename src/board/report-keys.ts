import { randomBytes } from "node:crypto";
import { isSame } from "../store/tokens.ts";
import { signatureOf } from "./signature.ts";

/** How long somebody may take to fill the form in. */
const FILLED_WITHIN_MS = 4 * 3_600_000;

/**
 * Each form that is handed out has the token of the link that it will get: sent twice it is filed once. A token that was not made
 * here is none, so that nobody chooses one that he can guess.
 */
export class ReportKeys {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  begin(now: Date): string {
    const token = randomBytes(24).toString("hex");
    const ends = Math.floor((now.getTime() + FILLED_WITHIN_MS) / 1000);
    return `${token}.${ends}.${signatureOf(this.#secret, `report ${token} ${ends}`)}`;
  }

  /** The token of a form that was sent; null: it was not made here, or too long ago. */
  tokenIn(key: string, now: Date): string | null {
    const [token = "", ends = "", signature = "", ...more] = key.split(".");
    if (more.length > 0 || !isSame(signature, signatureOf(this.#secret, `report ${token} ${ends}`))) return null;
    return Number(ends) * 1000 > now.getTime() ? token : null;
  }

  /** Stands in the forms of the page behind a link, so that no other site sends one. */
  formKey(token: string): string {
    return signatureOf(this.#secret, `report form ${token}`);
  }

  sent(token: string, formKey: unknown): boolean {
    return typeof formKey === "string" && isSame(formKey, this.formKey(token));
  }
}
