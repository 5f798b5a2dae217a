import { describe, expect, it } from "vitest";
import { killDatabase } from "../support/database-killed.ts";
import { told } from "../support/told.ts";

const KILLS = told({ short: 1, full: 10 });

describe("PostgreSQL killed under load", () => {
  it("ends no process: it answers again by itself, and nothing acknowledged is lost or doubled", async ({ signal }) => {
    const account = await killDatabase(KILLS, signal);
    process.stdout.write(`${JSON.stringify(account)}\n`);
    expect(account).toMatchObject({ died: null, lost: [], doubled: [], untold: [], exit: 0 });
    expect(account.repeats).toBeGreaterThan(0);
    expect(account.acknowledged).toBe(account.sent);
    expect(Math.max(...account.backAfter)).toBeLessThan(10_000);
  }, 600_000);
});
