import { describe, expect, it } from "vitest";
import { killDatabase } from "../support/database-killed.ts";
import { told } from "../support/told.ts";

const KILLING = told({ short: { kills: 1, each: 8 }, full: { kills: 10, each: 20 } });

describe("PostgreSQL killed under load", () => {
  it("ends no process: it answers again by itself, and nothing acknowledged is lost or doubled", async ({ signal }) => {
    const account = await killDatabase(KILLING, signal);
    process.stdout.write(`${JSON.stringify(account)}\n`);
    expect(account).toMatchObject({ died: null, lost: [], doubled: [], untold: [], exit: 0 });
    expect(account.repeats).toBeGreaterThan(0);
    expect(account.acknowledged).toBe(account.sent);
    expect(Math.max(...account.backAfter)).toBeLessThan(10_000);
  }, 600_000);
});
