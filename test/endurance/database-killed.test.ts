import { describe, expect, inject, it } from "vitest";
import { killDatabase } from "../support/database-killed.ts";

const KILLING = { kills: 10, each: 20 };

// In npm test `test/scenario/database-hangs.test.ts` lets it hang, `test/integration/pool.test.ts` cuts its connections, and
// `test/integration/inbound.test.ts` has it take nothing.
describe.skipIf(inject("form") === "short")("PostgreSQL killed under load", () => {
  it("ends no process: it answers again by itself, and nothing acknowledged is lost or doubled", async ({ signal }) => {
    const account = await killDatabase(KILLING, signal);
    process.stdout.write(`${JSON.stringify(account)}\n`);
    expect(account).toMatchObject({ died: null, lost: [], doubled: [], untold: [], exit: 0 });
    expect(account.repeats).toBeGreaterThan(0);
    expect(account.acknowledged).toBe(account.sent);
    expect(Math.max(...account.backAfter)).toBeLessThan(10_000);
  }, 600_000);
});
