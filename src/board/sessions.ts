import { PLATFORMS, type PlatformName } from "../domain/park/org.ts";
import { isSame } from "../store/tokens.ts";
import { signatureOf } from "./signature.ts";

/** By which account of a platform somebody signed in. */
export interface Account {
  readonly platform: PlatformName;
  readonly userId: string;
}

/** Who is signed in. Nothing of it is kept on the server: the cookie says it, signed. */
export interface Session {
  /** By the name of the org file. */
  readonly person: string;
  /** The account that he signed in with; null: none, but a link or his name. */
  readonly account: Account | null;
  /** Stands in every form of this session, so that no other site can send one. */
  readonly formKey: string;
}

/** A working day. */
export const SESSION_MS = 8 * 3_600_000;

/** Signs and reads the tokens of sessions: `person.account.end.signature`, both in base64url, the end in seconds. */
export class Sessions {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  begin(person: string, now: Date, account: Account | null = null): string {
    const ends = Math.floor((now.getTime() + SESSION_MS) / 1000);
    const by = account === null ? "" : `${account.platform} ${account.userId}`;
    const claim = `${encoded(person)}.${encoded(by)}.${ends}`;
    return `${claim}.${this.#sign("session", claim)}`;
  }

  /** Null: it was not signed here, or is over. */
  read(token: string, now: Date): Session | null {
    const [person = "", by = "", ends = "", signature = "", ...more] = token.split(".");
    if (more.length > 0 || !isSame(signature, this.#sign("session", `${person}.${by}.${ends}`))) return null;
    if (Number(ends) * 1000 <= now.getTime()) return null;
    return { person: decoded(person), account: accountIn(decoded(by)), formKey: this.#sign("form", token) };
  }

  /** Whether a form comes from a page of this session. */
  sent({ formKey }: Pick<Session, "formKey">, key: unknown): boolean {
    return typeof key === "string" && isSame(key, formKey);
  }

  #sign(what: "session" | "form", claim: string): string {
    return signatureOf(this.#secret, `${what} ${claim}`);
  }
}

function encoded(text: string): string {
  return Buffer.from(text).toString("base64url");
}

function decoded(text: string): string {
  return Buffer.from(text, "base64url").toString();
}

function accountIn(by: string): Account | null {
  const at = by.indexOf(" ");
  const platform = PLATFORMS.find((one) => one === by.slice(0, at));
  return platform === undefined ? null : { platform, userId: by.slice(at + 1) };
}
