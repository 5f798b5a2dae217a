import { createHash } from "node:crypto";

/** Made from the message id, so that a repeat of the message continues the same bubble (101031). */
export function streamIdOf(messageId: string): string {
  return createHash("sha256").update(`wecom stream ${messageId}`).digest("hex").slice(0, 32);
}
