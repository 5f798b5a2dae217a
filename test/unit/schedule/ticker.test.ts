import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { startTickers } from "../../../src/schedule/ticker.ts";
import type { Logger } from "../../../src/shared/logger.ts";

it("tells through the log that the machine was too slow for a job", async () => {
  const lines: { level: string; facts: object }[] = [];
  const write = (level: string) => (facts: object) => void lines.push({ level, facts });
  const logger: Logger = { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
  const jobs = [{ name: "courier", at: "* * * * * *", run: async () => {} }];
  const tickers = await startTickers(jobs, { logger, beat: () => {} });
  // Nothing else can run meanwhile, as on a machine that is busy.
  const end = performance.now() + 2_500;
  while (performance.now() < end);
  await sleep(100);
  await tickers.stop();
  const warning = { job: "courier", message: expect.stringContaining("missed execution") };
  expect(lines).toContainEqual({ level: "warn", facts: warning });
});
