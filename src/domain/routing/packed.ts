import type { Learned } from "./model.ts";

/** What was learned, as bytes that are kept: a head as JSON, then the pieces, how rare they are, and the weights. */

const HEAD = new TextEncoder();
const READ = new TextDecoder();
/** The head's length in bytes stands in front of it. */
const LENGTH = 4;

/** The weights are last, so that the longer numbers stand where they may. */
export function packed(learned: Learned): Uint8Array {
  const { pieces, rarity, weights, ...head } = learned;
  const text = HEAD.encode(JSON.stringify({ ...head, count: pieces.length }));
  const parts = [bytes(pieces), bytes(rarity), ...weights.map(bytes)];
  const whole = new Uint8Array(LENGTH + text.length + parts.reduce((sum, one) => sum + one.length, 0));
  new DataView(whole.buffer).setUint32(0, text.length, true);
  let at = LENGTH;
  for (const part of [text, ...parts]) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Throws where the bytes are none that were packed so. */
export function unpacked(whole: Uint8Array): Learned {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.length);
  const size = view.getUint32(0, true);
  const { count, ...head } = JSON.parse(READ.decode(whole.subarray(LENGTH, LENGTH + size)));
  let at = LENGTH + size;
  // Copied, because the numbers must begin at a multiple of their length. A database gives a part of something larger, whose slices are none.
  const next = (length: number) => {
    at += length;
    return new Uint8Array(whole.subarray(at - length, at)).buffer;
  };
  const pieces = new Uint32Array(next(4 * count));
  const rarity = new Float32Array(next(4 * count));
  const weights = (head.units as readonly string[]).map(() => new Int8Array(next(count)));
  return { ...head, pieces, rarity, weights };
}

export function bytesOf(learned: Learned): number {
  return packed(learned).length;
}

function bytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
