import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SimMessage, World } from "./world.ts";

/** Keeps what was said in the simulated chats in a file, so that a restart does not empty them while the ledger stays. */

const FILE = "sandbox-chats.jsonl";

/** Shows again what the file holds, and writes down what is said from now on. */
export async function keepJournal(world: World, folder: string): Promise<void> {
  const path = join(folder, FILE);
  for (const line of (await readFile(path, "utf8").catch(() => "")).split("\n")) {
    const message = readLine(line);
    if (message !== null) world.post(message);
  }
  let writing = Promise.resolve();
  world.onMessage((message) => {
    // One after the other, so that lines stay whole. A full disk must not stop the simulation.
    writing = writing.then(() => appendFile(path, `${JSON.stringify(message)}\n`)).catch(() => {});
  });
}

/** A line that a killed process left unfinished is passed over. */
function readLine(line: string): SimMessage | null {
  try {
    const value: SimMessage & { at: string } = JSON.parse(line);
    return { ...value, at: new Date(value.at) };
  } catch {
    return null;
  }
}
