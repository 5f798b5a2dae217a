import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SimMessage, World } from "./world.ts";

/** Keeps what was said in the simulated chats in a file, so that a restart does not empty them while the ledger stays. */

const FILE = "sandbox-chats.jsonl";
/** Pictures and files, each by its id. */
const MEDIA = "sandbox-media";

/** Shows again what the file holds, and writes down what is said from now on. What it returns waits until all is written. */
export async function keepJournal(world: World, folder: string): Promise<() => Promise<void>> {
  const path = join(folder, FILE);
  for (const line of (await readFile(path, "utf8").catch(() => "")).split("\n")) {
    const message = readLine(line);
    if (message !== null) world.post(message);
  }
  await readAllMedia(world, join(folder, MEDIA));
  let writing = Promise.resolve();
  world.onMessage((message) => {
    // One after the other, so that lines stay whole. A full disk must not stop the simulation.
    writing = writing
      .then(() => keepMedia(world, folder, message))
      .then(() => appendFile(path, `${JSON.stringify(message)}\n`))
      .catch(() => {});
  });
  return () => writing;
}

async function keepMedia(world: World, folder: string, { media }: SimMessage): Promise<void> {
  const file = media === undefined ? undefined : world.media.get(media.id);
  if (media === undefined || file === undefined) return;
  await mkdir(join(folder, MEDIA), { recursive: true });
  await writeFile(join(folder, MEDIA, media.id), file.bytes);
}

/** Of the messages that are still shown; the files of others are deleted. Without its bytes a message stays, and the page says so. */
async function readAllMedia(world: World, folder: string): Promise<void> {
  const kept = new Map(world.kept().flatMap(({ media }) => (media === undefined ? [] : [[media.id, media] as const])));
  for (const id of await readdir(folder).catch(() => [])) {
    const media = kept.get(id);
    if (media === undefined) {
      await rm(join(folder, id), { force: true });
      continue;
    }
    const bytes = await readFile(join(folder, id)).catch(() => null);
    if (bytes !== null) world.media.set(id, { name: media.name, mime: media.mime, bytes });
  }
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
