import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ChaxuError, messageOf } from "../shared/errors.ts";

/** The key with which the program signs what it tells of its record. */

export interface AuditKey {
  readonly own: KeyObject;
  /** The public half, for who verifies (PEM). */
  readonly open: string;
}

/** Where one is kept that nobody gave: beside the database, and not in it. */
const KEPT = ["audit", "fingerprint-private.pem"] as const;
const KEPT_OPEN = "fingerprint-public.pem";

/**
 * The key in the file that the operator named, or one that is made once and kept in `dataDir`, which replicas may share. Throws a
 * ChaxuError where the named file holds none; `unkept` hears why none can be kept, and then there is none.
 */
export async function openAuditKey(
  { auditKeyFile, dataDir }: { readonly auditKeyFile?: string; readonly dataDir: string },
  unkept: (why: string) => void,
): Promise<AuditKey | null> {
  if (auditKeyFile !== undefined) return withOpen(await namedKey(auditKeyFile));
  try {
    return await keptKey(join(dataDir, ...KEPT));
  } catch (error) {
    unkept(messageOf(error));
    return null;
  }
}

async function namedKey(path: string): Promise<KeyObject> {
  const pem = await readFile(path, "utf8").catch((error: unknown) => {
    throw new ChaxuError("audit-key", `AUDIT_KEY_FILE: ${path} cannot be read (${messageOf(error)}).`, {
      cause: error,
    });
  });
  const key = keyIn(pem);
  if (typeof key === "string" || wrongWith(key, "private") !== null) {
    const wanted = "an Ed25519 private key without a password, as `npm run audit -- key DIR` makes it";
    throw new ChaxuError("audit-key", `AUDIT_KEY_FILE: ${path} is not ${wanted}.`);
  }
  return key;
}

async function keptKey(path: string): Promise<AuditKey> {
  await mkdir(dirname(path), { recursive: true });
  const made = generateKeyPairSync("ed25519").privateKey;
  const pem = made.export({ type: "pkcs8", format: "pem" });
  // Who comes second takes what is there.
  await writeFile(path, pem, { mode: 0o600, flag: "wx" }).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  });
  const kept = withOpen(await written(path));
  await writeFile(join(dirname(path), KEPT_OPEN), kept.open);
  return kept;
}

const TRIES = 20;

/** Another process may be writing it at this moment. */
async function written(path: string): Promise<KeyObject> {
  for (let tries = 1; ; tries++) {
    const key = keyIn(await readFile(path, "utf8"));
    if (typeof key !== "string" && wrongWith(key, "private") === null) return key;
    if (tries === TRIES) throw new Error(`${path} holds no Ed25519 private key`);
    await pause(50);
  }
}

function withOpen(own: KeyObject): AuditKey {
  return { own, open: createPublicKey(own).export({ type: "spki", format: "pem" }).toString() };
}

/** Why a key is not the one that is wanted; null: it is. */
export function wrongWith(key: KeyObject, wanted: "private" | "public") {
  if (key.asymmetricKeyType !== "ed25519") return "another-kind";
  return key.type === wanted ? null : key.type === "private" ? "private" : "public";
}

/** A private one is asked for first: of it a public one could be made, which nobody should have to give. */
export function keyIn(pem: string): KeyObject | "none" | "locked" {
  if (/^-----BEGIN ENCRYPTED PRIVATE KEY|^Proc-Type: .*ENCRYPTED/m.test(pem)) return "locked";
  try {
    return /PRIVATE KEY-----/.test(pem) ? createPrivateKey(pem) : createPublicKey(pem);
  } catch {
    return "none";
  }
}
