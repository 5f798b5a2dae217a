import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answered } from "../../src/store/answered.ts";
import type { Db } from "../../src/store/client.ts";
import { claimNotices, insertNotices, settleNotice } from "../../src/store/notices.ts";
import { forgetOld } from "../../src/store/retention.ts";
import { ROOT } from "../support/build.ts";
import { freshDatabase } from "../support/databases.ts";
import { newNotice, onServer, openStore } from "../support/store.ts";

const DECEMBER = new Date("2026-12-20T02:00:00Z");
const JANUARY = new Date("2027-01-05T02:00:00Z");
/** For which nobody made a part. */
const MAY = new Date("2027-05-05T02:00:00Z");

const add = (db: Db, lane: string, at: Date) => insertNotices(db, [newNotice(lane, { createdAt: at, readyAt: at })]);

/** Sends all that waits. Gives its lanes, in order. */
async function drain(db: Db): Promise<string[]> {
  const lanes: string[] = [];
  for (;;) {
    const claimed = await claimNotices(db, { owner: "me", platform: "wecom", now: MAY, leaseMs: 60_000, limit: 1 });
    for (const { id, lane } of claimed) {
      lanes.push(lane);
      await settleNotice(db, id, "me", { state: "sent", settledAt: lane === "december" ? DECEMBER : MAY });
    }
    if (claimed.length === 0) return lanes;
  }
}

async function parts(db: Db): Promise<Record<string, number>> {
  const result = await db.execute(
    sql`select tableoid::regclass::text as part, count(*)::int as count from notices group by 1`,
  );
  return Object.fromEntries(answered<{ part: string; count: number }>(result).map(({ part, count }) => [part, count]));
}

describe("what is sent, divided by month as docs/databases.md says", () => {
  it("goes on being claimed, settled and forgotten, and what is in one part does not touch another", async () => {
    const files = await freshDatabase("postgresql");
    const before = await openStore(files);
    for (let n = 0; n < 5; n++) await add(before.db, "december", DECEMBER);
    await before.close();
    const page = readFileSync(join(ROOT, "docs/databases.md"), "utf8");
    const commands = [...page.matchAll(/```sql\n([^`]*)```/gu)].map(([, lines = ""]) => lines);
    await onServer(files.databaseUrl ?? "", commands.find((lines) => lines.includes("partition by")) ?? "");

    const { db, close } = await openStore(files);
    for (let n = 0; n < 5; n++) await add(db, "january", JANUARY);
    for (let n = 0; n < 5; n++) await add(db, "may", MAY);
    expect(await parts(db)).toEqual({ notices_before: 5, notices_2027_01: 5, notices_later: 5 });
    const lanes = [..."five!"].flatMap(() => ["december", "january", "may"]);
    expect((await drain(db)).toSorted()).toEqual(lanes.toSorted());
    // In each part the first row stands at the same place.
    expect(await forgetOld(db, new Date(DECEMBER.getTime() + 91 * 86_400_000))).toBe(5);
    expect(await parts(db)).toEqual({ notices_2027_01: 5, notices_later: 5 });
    await db.execute(sql`drop table notices_2027_01`);
    await add(db, "later", MAY);
    expect(await drain(db)).toEqual(["later"]);
    await close();
    await files.drop();
  });
});
