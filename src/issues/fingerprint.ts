import { type KeyObject, sign } from "node:crypto";
import { blocksFrom, lastBlock, sealedUpTo } from "../store/blocks.ts";
import type { Db } from "../store/client.ts";
import { keepSetting, readSetting } from "../store/settings.ts";
import { FORMAT as CHECKPOINT, type Checkpoint } from "./checkpoint.ts";
import { seal } from "./seal.ts";
import { keyId, standingOf } from "./signing.ts";

/**
 * How far the record went when a month was over, signed and short enough to stand in a message and on paper: whoever has a copy can
 * show later that a database holds another record. Nothing was verified for it; whoever holds a database against it verifies the whole.
 */

/** The form of what is signed; another form has another name. */
const FORMAT = "chaxu-fingerprint-1";

export interface Fingerprint {
  /** As 2026-10. */
  readonly month: string;
  /** When it was made. */
  readonly at: string;
  /** The last block of the seals, and its hash, which stands for every event up to there. */
  readonly block: number;
  readonly hash: string;
  /** How many events there are up to it, and how many of them are from the time before there were blocks. */
  readonly events: number;
  readonly chained: number;
  /** The first letters of the first block's hash: by this a record is told from every other. */
  readonly beginning: string;
  /** The first letters of the SHA-256 of the public key. */
  readonly key: string;
}

export interface SignedFingerprint extends Fingerprint {
  readonly signature: string;
}

/** Letters of what is only to be told from others. */
const SHORT = 16;

/** The fingerprint of a month as it is kept. Null: none was made. */
export async function readFingerprint(db: Db, month: string): Promise<SignedFingerprint | null> {
  const kept = await readSetting(db, nameOf(month));
  return typeof kept === "string" ? fingerprintIn(kept) : null;
}

/** Makes the fingerprint of a month that is over, unless another process has. Null: nothing is recorded, or not all of it can be sealed now. */
export async function keepFingerprint(
  db: Db,
  month: string,
  { now, key }: { readonly now: Date; readonly key: KeyObject },
): Promise<SignedFingerprint | null> {
  if ((await seal(db, now)) === null) return null;
  const last = await lastBlock(db);
  if (last === null) return null;
  const { events, chained } = await sealedUpTo(db, last.id);
  if (events === 0) return null;
  const [first = last] = await blocksFrom(db, Math.min(last.id, 1), 1);
  const beginning = first.hash.slice(0, SHORT);
  // To the second, as it is written.
  const at = spelledOut(compact(now.toISOString()));
  const made = { month, at, block: last.id, hash: last.hash, events, chained, beginning };
  const text = textOf(signedWith({ ...made, key: shortId(key) }, key));
  const kept = await keepSetting(db, nameOf(month), text);
  return typeof kept === "string" ? fingerprintIn(kept) : null;
}

function nameOf(month: string): string {
  return `fingerprint ${month}`;
}

function signedWith(fingerprint: Fingerprint, key: KeyObject): SignedFingerprint {
  return { ...fingerprint, signature: sign(null, Buffer.from(claimOf(fingerprint)), key).toString("hex") };
}

function shortId(key: KeyObject): string {
  return keyId(key).slice(0, SHORT);
}

/** Whether a fingerprint is what was signed with this key. */
export function standing(fingerprint: SignedFingerprint, key: KeyObject) {
  const isNamed = fingerprint.key === shortId(key);
  const bytes = Buffer.from(claimOf(fingerprint));
  return standingOf({ isNamed, bytes, signature: Buffer.from(fingerprint.signature, "hex") }, key);
}

/** The one line that stands in messages and papers. */
export function textOf(fingerprint: SignedFingerprint): string {
  return `${claimOf(fingerprint)};${fingerprint.signature}`;
}

function claimOf({ month, at, block, events, chained, beginning, hash, key }: Fingerprint): string {
  return [FORMAT, month, compact(at), block, events, chained, beginning, hash, key].join(";");
}

/** 20261031T160000Z: with nothing in it that a chat program would take for an address. */
function compact(at: string): string {
  return at.replace(/\.\d+Z$/, "Z").replace(/[-:]/g, "");
}

function spelledOut(at: string): string {
  return at.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3:$4:$5.000Z");
}

const FIELDS = [
  "(\\d{4}-\\d{2})",
  "(\\d{8}T\\d{6}Z)",
  "(\\d{1,15})",
  "(\\d{1,15})",
  "(\\d{1,15})",
  "([0-9a-f]{16})",
  "([0-9a-f]{64})",
  "([0-9a-f]{16})",
  "([0-9a-f]{128})",
];
const IN_TEXT = new RegExp([FORMAT, ...FIELDS].join(";"), "u");
/** Copied from a page or a chat it is broken into lines. */
const BETWEEN = /[\s\u200B-\u200D\u2060\uFEFF\u00AD]+/gu;

/** The fingerprint in a text, whatever stands around it. Null: there is none. */
export function fingerprintIn(text: string): SignedFingerprint | null {
  const found = IN_TEXT.exec(text.normalize("NFKC").replace(BETWEEN, ""));
  if (found === null) return null;
  const [, month = "", at = "", block, events, chained, beginning = "", hash = "", key = "", signature = ""] = found;
  const counts = { block: Number(block), events: Number(events), chained: Number(chained) };
  return { month, at: spelledOut(at), ...counts, beginning, hash, key, signature };
}

/** The same as a checkpoint from which the whole is verified. A record that begins otherwise has none of its blocks. */
export async function asCheckpoint(db: Db, fingerprint: Fingerprint): Promise<Checkpoint> {
  const { at, block, hash, events, chained, beginning, key } = fingerprint;
  const [first] = await blocksFrom(db, Math.min(block, 1), 1);
  const isOwn = first?.hash.startsWith(beginning) === true;
  const begun = isOwn ? first.hash : beginning;
  return { format: CHECKPOINT, at, block, hash, beginning: begun, events, chained, key };
}
