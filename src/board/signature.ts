import { createHmac, timingSafeEqual } from "node:crypto";

/** Signs what a browser brings back. `claim` begins with what it is for, so that nothing that was signed for one purpose serves another. */
export function signatureOf(secret: Buffer, claim: string): string {
  return createHmac("sha256", secret).update(`chaxu ${claim}`).digest("base64url");
}

/** Whether two texts are the same, in a time that tells nothing of where they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
