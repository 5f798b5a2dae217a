import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answered } from "../../src/store/answered.ts";
import { appendEvent, movesOf } from "../../src/store/events.ts";
import { insertIssue } from "../../src/store/issues.ts";
import { giveReminders } from "../../src/store/looks.ts";
import { forgetOld } from "../../src/store/retention.ts";
import { tidy } from "../../src/store/upkeep.ts";
import { KINDS } from "../support/databases.ts";
import { newEvent, newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

const NOW = new Date("2026-11-26T02:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

describe.each(KINDS)("what is not kept for ever, on %s", (kind) => {
  const database = useStore(kind);

  const count = async (from: ReturnType<typeof sql>) => {
    const result = await database.db.execute(sql`select count(*)::int as count from ${from}`);
    return answered<{ count: number }>(result)[0]?.count;
  };
  const addNotices = (many: number, state: string, settledAt: Date | null) =>
    database.db.execute(sql`insert into notices (lane, platform, target, audience, body, mention, express, state, created_at, ready_at,
        attempts, parts_sent, settled_at)
      select ${state}, 'wecom', '{}', '{}', '{}', '[]', false, ${state}, ${daysAgo(400).toISOString()}, ${daysAgo(400).toISOString()},
        1, 1, ${settledAt === null ? null : settledAt.toISOString()}
      from generate_series(1, ${many}::int)`);

  it("goes by its rule in batches, however much it is; what waits stays, however old it is", async () => {
    await addNotices(1_234, "sent", daysAgo(91));
    await addNotices(3, "sent", daysAgo(89));
    await addNotices(4, "rerouted", daysAgo(91));
    await addNotices(5, "dead", daysAgo(364));
    await addNotices(6, "dead", daysAgo(366));
    await addNotices(7, "waiting", null);
    expect(await forgetOld(database.db, NOW)).toBe(1_234 + 4 + 6);
    for (const [state, left] of [
      ["sent", 3],
      ["rerouted", 0],
      ["dead", 5],
      ["waiting", 7],
    ] as const) {
      expect(await count(sql`notices where state = ${state}`)).toBe(left);
    }
    expect(await forgetOld(database.db, NOW)).toBe(0);
  });

  it("are never issues, their events, or what somebody was reminded of while it is open", async () => {
    const { db } = database;
    const old = { submittedAt: daysAgo(2_000) };
    const closed = await insertIssue(db, newIssue({ ...old, state: "closed", closedAt: daysAgo(1_900) }));
    const open = await insertIssue(db, newIssue(old));
    for (const { id } of [closed, open]) {
      await appendEvent(db, newEvent(id, 1, { at: daysAgo(2_000) }));
      const reminder = { scope: "issue", rung: "sign", about: "power", deadline: daysAgo(1_999) } as const;
      await giveReminders(db, [{ ...reminder, subject: id, givenAt: daysAgo(1_999) }]);
    }
    expect(await forgetOld(db, NOW)).toBe(1);
    expect(await count(sql`reminders where subject = ${open.id}`)).toBe(1);
    expect(await count(sql`reminders where subject = ${closed.id}`)).toBe(0);
    for (const { id } of [closed, open]) expect(await movesOf(db, id)).toHaveLength(1);
  });

  it("leaves room that can be used again", async () => {
    await expect(tidy(database.db)).resolves.toBeUndefined();
  });
});
