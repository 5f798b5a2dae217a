import { createHmac, timingSafeEqual } from "node:crypto";

/** Who is signed in. Nothing of it is kept on the server: the cookie says it, signed. */
export interface Session {
  /** By the name of the org file. */
  readonly person: string;
  /** Stands in every form of this session, so that no other site can send one. */
  readonly formKey: string;
}

/** A working day. */
export const SESSION_MS = 8 * 3_600_000;

/** Signs and reads the tokens of sessions: `person.end.signature`, the person in base64url, the end in seconds. */
export class Sessions {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  begin(person: string, now: Date): string {
    const ends = Math.floor((now.getTime() + SESSION_MS) / 1000);
    const claim = `${Buffer.from(person).toString("base64url")}.${ends}`;
    return `${claim}.${this.#sign("session", claim)}`;
  }

  /** Null: it was not signed here, or is over. */
  read(token: string, now: Date): Session | null {
    const [person = "", ends = "", signature = "", ...more] = token.split(".");
    if (more.length > 0 || !isSame(signature, this.#sign("session", `${person}.${ends}`))) return null;
    if (Number(ends) * 1000 <= now.getTime()) return null;
    return { person: Buffer.from(person, "base64url").toString(), formKey: this.#sign("form", token) };
  }

  /** Whether a form comes from a page of this session. */
  sent({ formKey }: Pick<Session, "formKey">, key: unknown): boolean {
    return typeof key === "string" && isSame(key, formKey);
  }

  #sign(what: "session" | "form", claim: string): string {
    return createHmac("sha256", this.#secret).update(`chaxu ${what} ${claim}`).digest("base64url");
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
