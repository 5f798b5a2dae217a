import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../support/build.ts";
import type { Program } from "../support/program.ts";
import { memoryOf } from "./cost.ts";

/** What the whole ledger as a workbook costs: by the command line, and by the board's button. */

const LOOK_MS = 100;

/** How long `npm run ledger -- export` takes, how large its process became, and the file. */
export async function exported(env: Readonly<Record<string, string>>, folder: string): Promise<string> {
  const file = join(folder, "ledger.xlsx");
  const { PATH = "", HOME = "" } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, "dist/cli/ledger.js"), "export", file], {
    env: { PATH, HOME, ...env },
    stdio: "ignore",
  });
  let most = 0;
  const look = setInterval(() => {
    memoryOf(child.pid ?? 0).then(
      (memory) => {
        most = Math.max(most, memory.most);
      },
      () => {},
    );
  }, LOOK_MS);
  const [code] = await once(child, "exit");
  clearInterval(look);
  if (code !== 0) throw new Error(`the export ended with ${code}`);
  const seconds = (performance.now() - began) / 1_000;
  const { size } = await stat(file);
  await rm(file);
  return `${seconds.toFixed(1)} s, ${most.toFixed(0)} MB (file ${(size / 1_048_576).toFixed(0)} MB)`;
}

/** More are not exported from a page. */
const MOST_ON_BOARD = 200_000;

/** How long the board takes for the same, how much larger its process became, and how long another page waits meanwhile. */
export async function exportedByBoard(program: Program, cookie: string, size: number): Promise<string> {
  if (size > MOST_ON_BOARD) return "—";
  const before = (await memoryOf(program.process)).now;
  const began = performance.now();
  const response = await fetch(`${program.url}/issues.xlsx`, { headers: { cookie } });
  if (response.status !== 200) throw new Error(`the export of the board: ${response.status}`);
  let isOver = false;
  const waited = waitBeside(program, cookie, () => isOver);
  let [bytes, most] = [0, before];
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    most = Math.max(most, (await memoryOf(program.process)).now);
  }
  isOver = true;
  const seconds = (performance.now() - began) / 1_000;
  const longest = await waited;
  if (bytes < 10_000) throw new Error("the export of the board is empty");
  return `${seconds.toFixed(1)} s, +${(most - before).toFixed(0)} MB; another page waits ${longest.toFixed(0)} ms at most`;
}

/** The longest that one waits for a page, of one page behind the other. */
async function waitBeside(program: Program, cookie: string, isOver: () => boolean): Promise<number> {
  let longest = 0;
  while (!isOver()) {
    const began = performance.now();
    const response = await fetch(`${program.url}/issues`, { headers: { cookie } });
    await response.arrayBuffer();
    longest = Math.max(longest, performance.now() - began);
  }
  return longest;
}
