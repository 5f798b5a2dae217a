import { spawn } from "node:child_process";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { build, ROOT } from "../support/build.ts";

const HOUR_MS = 3_600_000;
const url = (path: string) => pathToFileURL(join(ROOT, path)).href;
const SCRIPT = `
  const { startTickers } = await import(${JSON.stringify(url("dist/schedule/ticker.js"))});
  const nothing = () => {};
  const logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const job = { name: "test", at: "* * * * * *", run: async () => console.log(new Date().toISOString()) };
  await startTickers([job], { logger, beat: nothing });
`;

it("goes on with what comes by the clock when the machine's clock is set back by hours", async () => {
  await build();
  const folder = await mkdtemp(join(tmpdir(), "chaxu-ticker-"));
  const file = join(folder, "clock");
  await writeFile(file, String(3 * HOUR_MS));
  const arguments_ = [`--import=${url("test/support/chaos/clock.js")}`, "--input-type=module", "-e", SCRIPT];
  const child = spawn(process.execPath, arguments_, { env: { ...process.env, CHAOS_CLOCK: file } });
  try {
    const moments: number[] = [];
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => {
      const { value } = await lines.next();
      moments.push(new Date(value ?? "").getTime());
    };
    for (let count = 0; count < 2; count++) await next();
    await writeFile(`${file}.new`, "0");
    await rename(`${file}.new`, file);
    for (let count = 0; count < 4; count++) await next();
    expect((moments[1] ?? 0) - (moments.at(-1) ?? 0)).toBeGreaterThan(2 * HOUR_MS);
  } finally {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true });
  }
}, 30_000);
