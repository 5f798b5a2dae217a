import type { KeyObject } from "node:crypto";
import { constants } from "node:fs";
import { access, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { FORMAT, type Signed, standing } from "../../issues/checkpoint.ts";
import { ChaxuError } from "../../shared/errors.ts";
import { codeOf, isThere } from "../org/write-whole.ts";
import type { ToldTerminal } from "../terminal.ts";
import { readSmall } from "./read-small.ts";

/** A checkpoint as a file. */

const count = z.int().nonnegative();
const hash = z.string().max(64);
const SIGNED = z.strictObject({
  format: z.literal(FORMAT),
  at: z.iso.datetime(),
  block: count,
  hash,
  beginning: hash,
  events: count,
  chained: count,
  key: hash,
  signature: z.base64(),
});
const OF_CHAXU = z.object({ format: z.string().startsWith("chaxu-checkpoint-") });

/** The checkpoint in a file that was signed with this key, of which one half is enough. An exit code: it is none, which is said. */
export async function readCheckpoint(terminal: ToldTerminal, path: string, key: KeyObject): Promise<Signed | number> {
  const { complain, sentences } = terminal;
  const text = await readSmall(terminal, path);
  if (text === null) return 2;
  const value = jsonIn(text);
  const read = SIGNED.safeParse(value);
  if (!read.success) {
    const { data } = OF_CHAXU.safeParse(value);
    const isLater = data !== undefined && data.format !== FORMAT;
    complain(isLater ? sentences.checkpointOfLater(path) : sentences.noCheckpointIn(path));
    return 2;
  }
  const how = standing(read.data, key);
  if (how === "sound") return read.data;
  complain(how === "changed" ? sentences.checkpointChanged(path) : sentences.checkpointOtherKey(path));
  return 1;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a checkpoint may be written there: looked at before the work, which takes long. If not, it is said. */
export async function hasRoomFor({ complain, sentences }: ToldTerminal, path: string): Promise<boolean> {
  if (await isThere(path)) {
    complain(sentences.auditFileThere(path));
    return false;
  }
  await access(dirname(path), constants.W_OK).catch(refused(path));
  return true;
}

export async function writeCheckpoint(path: string, checkpoint: Signed): Promise<void> {
  // What somebody else has put there meanwhile stays.
  await writeFile(path, `${JSON.stringify(checkpoint, null, 2)}\n`, { flag: "wx" }).catch(refused(path));
}

function refused(path: string) {
  return (error: unknown): never => {
    throw new ChaxuError("write", `${path} cannot be written (${codeOf(error)}).`, { cause: error });
  };
}
