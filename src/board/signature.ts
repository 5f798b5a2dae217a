import { createHmac } from "node:crypto";

/** Signs what a browser brings back. `claim` begins with what it is for, so that nothing that was signed for one purpose serves another. */
export function signatureOf(secret: Buffer, claim: string): string {
  return createHmac("sha256", secret).update(`chaxu ${claim}`).digest("base64url");
}
