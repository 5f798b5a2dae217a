import { createHash, timingSafeEqual } from "node:crypto";

/** Tokens that open something, and signatures that come back from a browser. */

/** What the database has of a token: who reads the database cannot make the token of it. */
export function tokenDigest(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Whether two texts are the same, in a time that tells nothing of where they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
