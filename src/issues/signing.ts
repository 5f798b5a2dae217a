import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";

/** What is signed of the record names the key that it was signed with. */

/** The SHA-256 of the public half, whichever is given: by this a key is known. */
export function keyId(key: KeyObject): string {
  const open = key.type === "private" ? createPublicKey(key) : key;
  return createHash("sha256")
    .update(open.export({ type: "spki", format: "der" }))
    .digest("hex");
}

/** Whether bytes are what was signed with this key. `isNamed`: what they stand for says that it is the one. */
export function standingOf(
  { isNamed, bytes, signature }: { readonly isNamed: boolean; readonly bytes: Buffer; readonly signature: Buffer },
  key: KeyObject,
): "sound" | "another-key" | "changed" {
  if (!isNamed) return "another-key";
  return verify(null, bytes, key, signature) ? "sound" : "changed";
}
