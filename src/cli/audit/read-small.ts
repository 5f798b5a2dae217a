import { readFile, stat } from "node:fs/promises";
import { codeOf } from "../org/write-whole.ts";
import type { ToldTerminal } from "../terminal.ts";

/** Far more than a key or a checkpoint has. */
const MOST_BYTES = 65_536;

/** The text of a small file; of a large one its beginning would not be what is looked for. Null: it cannot be read, which is said. */
export async function readSmall({ complain, sentences }: ToldTerminal, path: string): Promise<string | null> {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? "" : await readFile(path, "utf8");
  } catch (error) {
    complain(sentences.auditFileUnread(path, codeOf(error)));
    return null;
  }
}
