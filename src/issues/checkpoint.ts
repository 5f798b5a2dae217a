import { type KeyObject, sign } from "node:crypto";
import { canonicalJson } from "../store/events.ts";
import type { Sealed, Walked } from "./audit-chain.ts";
import { keyId, standingOf } from "./signing.ts";

/** How far a record was sound, signed with an auditor's own key: whoever has the public one can start from there. */

/** The form of what is signed; another form has another name. */
export const FORMAT = "chaxu-checkpoint-1";

/** The last block of the seals is part of it, whose hash stands for every event up to there. */
export interface Checkpoint extends Omit<Walked, "looks" | "commons" | "forgotten"> {
  readonly format: typeof FORMAT;
  /** When it was made. */
  readonly at: string;
  /** By this the key is known that it was signed with. */
  readonly key: string;
}

export interface Signed extends Checkpoint {
  readonly signature: string;
}

/** Signs how far a record is sound; what waits for its block is not part of it. */
export function signed(sealed: Sealed, at: Date, key: KeyObject): Signed {
  const { block, hash, beginning, chained } = sealed;
  const checkpoint: Checkpoint = {
    format: FORMAT,
    at: at.toISOString(),
    block,
    hash,
    beginning,
    events: sealed.events - sealed.waiting,
    chained,
    key: keyId(key),
  };
  return { ...checkpoint, signature: sign(null, bytesOf(checkpoint), key).toString("base64") };
}

/** Whether a checkpoint is what was signed with this key. */
export function standing({ signature, ...checkpoint }: Signed, key: KeyObject) {
  const isNamed = checkpoint.key === keyId(key);
  return standingOf({ isNamed, bytes: bytesOf(checkpoint), signature: Buffer.from(signature, "base64") }, key);
}

/** Sorted by its names, so that it may be written down in any way. */
function bytesOf(checkpoint: Checkpoint): Buffer {
  return Buffer.from(canonicalJson(checkpoint));
}
