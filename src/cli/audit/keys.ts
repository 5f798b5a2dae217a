import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { keyIn, wrongWith } from "../../issues/audit-key.ts";
import { ChaxuError } from "../../shared/errors.ts";
import { codeOf, isThere } from "../org/write-whole.ts";
import type { ToldTerminal } from "../terminal.ts";
import { readSmall } from "./read-small.ts";

/** The auditor's own pair of keys, as PEM files. */

const PRIVATE = "audit-private.pem";
const PUBLIC = "audit-public.pem";

/** `npm run audit -- key DIR`. Never puts a key in the place of another one. */
export async function makeKeys({ say, complain, sentences }: ToldTerminal, folder: string): Promise<number> {
  const [own, open] = [join(folder, PRIVATE), join(folder, PUBLIC)];
  for (const path of [own, open]) {
    if (!(await isThere(path))) continue;
    complain(sentences.auditFileThere(path));
    return 2;
  }
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(own, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  } catch (error) {
    throw new ChaxuError("write", `${own} cannot be written (${codeOf(error)}).`, { cause: error });
  }
  try {
    await writeFile(open, publicKey.export({ type: "spki", format: "pem" }), { flag: "wx" });
  } catch (error) {
    // Half a pair would be in the way of the next try.
    await rm(own, { force: true });
    throw new ChaxuError("write", `${open} cannot be written (${codeOf(error)}).`, { cause: error });
  }
  say(sentences.keysMade(own, open));
  return 0;
}

/** The key in a file. Null: it is not the one that is wanted, which is said. */
export async function readKey(
  terminal: ToldTerminal,
  path: string,
  wanted: "private" | "public",
): Promise<KeyObject | null> {
  const pem = await readSmall(terminal, path);
  if (pem === null) return null;
  const key = keyIn(pem);
  const wrong = typeof key === "string" ? key : wrongWith(key, wanted);
  if (typeof key !== "string" && wrong === null) return key;
  if (wrong !== null) terminal.complain(terminal.sentences.noKeyIn[wrong](path));
  return null;
}
