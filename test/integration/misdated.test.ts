import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { misdated } from "../../src/features/delivery/misdated.ts";
import { LEASE_MS } from "../../src/outbox/pace.ts";
import { sweep } from "../../src/schedule/sweep.ts";
import { createLogger } from "../../src/shared/logger.ts";
import { claimNotices, insertNotices, type QueuedNotice, settleNotice } from "../../src/store/notices.ts";
import { notices } from "../../src/store/schema.ts";
import { on, PARK } from "../support/domain.ts";
import { newNotice } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

/**
 * Three processes send for one park. The clock of one of them was days ahead for a while; then it was killed. Nobody may wait for what
 * it left until the other two come to its days.
 */
describe("the outbox behind a clock that was ahead", () => {
  const database = useStore("postgresql");

  let lanes = 0;
  async function queue(made: Date, patch: Partial<QueuedNotice> = {}): Promise<number> {
    const [id = 0] = await insertNotices(database.db, [newNotice(`lane ${++lanes}`, { createdAt: made, ...patch })]);
    return id;
  }
  async function readyAt(id: number): Promise<Date | undefined> {
    const rows = await database.db.select().from(notices).where(eq(notices.id, id));
    return rows[0]?.readyAt;
  }
  /** What each minute's sweep of one process does, a minute apart, up to this moment. */
  async function look(until: Date, looks = 2): Promise<void> {
    const works = [misdated()];
    for (let left = looks - 1; left >= 0; left--) {
      const now = new Date(until.getTime() - left * 60_000);
      await sweep({
        db: database.db,
        clock: { now: () => now },
        park: () => PARK,
        logger: createLogger("silent"),
        works,
      });
    }
  }
  const claim = { owner: "dead", platform: "wecom", leaseMs: LEASE_MS, limit: 100 } as const;

  it("lets go what was made in days to come, and what stands behind it in its chat", async () => {
    const far = await queue(on("11-20 10:00"), { lane: "chat" });
    const behind = await queue(on("11-16 10:00"), { lane: "chat" });
    await look(on("11-16 10:02"));
    expect(await readyAt(far)).toEqual(on("11-16 10:02"));
    const claimed = await claimNotices(database.db, { ...claim, owner: "heir", now: on("11-16 10:02") });
    expect(claimed.map(({ id }) => id)).toEqual([far]);
    await settleNotice(database.db, far, "heir", { state: "sent", settledAt: on("11-16 10:02") });
    const next = await claimNotices(database.db, { ...claim, owner: "heir", now: on("11-16 10:02") });
    expect(next.map(({ id }) => id)).toEqual([behind]);
  });

  it("has an announcement of days to come wait for the next morning at night, and an urgent word for nothing", async () => {
    const announcement = await queue(on("11-20 10:00"));
    const urgent = await queue(on("11-20 10:00"), { express: true });
    await look(on("11-16 22:00"));
    expect([await readyAt(announcement), await readyAt(urgent)]).toEqual([on("11-17 08:30"), on("11-16 22:00")]);
  });

  it("tries again soon what a clock ahead was about to try again, and what that killed process was just sending", async () => {
    const tried = await queue(on("11-16 09:00"), { lane: "tried" });
    const held = await queue(on("11-20 10:00"), { lane: "held" });
    await claimNotices(database.db, { ...claim, now: on("11-20 10:00") });
    await settleNotice(database.db, tried, "dead", { readyAt: on("11-20 10:01"), attempts: 3, lastError: "500" });
    await look(on("11-16 22:00"));
    expect(await readyAt(tried)).toEqual(on("11-16 22:00"));
    expect(await readyAt(held)).toEqual(on("11-20 10:00"));
    await database.db
      .update(notices)
      .set({ leaseUntil: new Date(0) })
      .where(eq(notices.id, held));
    await look(on("11-17 09:00"));
    expect(await readyAt(held)).toEqual(on("11-17 09:00"));
  });

  it.each<[string, string, string, Partial<{ attempts: number }>, string]>([
    ["the morning", "11-16 17:31", "11-17 08:30", {}, "11-16 17:35"],
    ["the morning after a weekend", "11-20 17:31", "11-23 08:30", {}, "11-20 18:00"],
    ["its longest pause", "11-16 09:00", "11-16 12:00", { attempts: 9 }, "11-16 10:00"],
    ["a process whose clock is minutes ahead", "11-16 10:04", "11-16 10:04", {}, "11-16 10:00"],
  ])("leaves alone what waits for %s", async (_what, made, ready, patch, now) => {
    const id = await queue(on(made), { readyAt: on(ready) });
    await database.db
      .update(notices)
      .set({ attempts: 0, ...patch })
      .where(eq(notices.id, id));
    await look(on(now), 3);
    expect(await readyAt(id)).toEqual(on(ready));
  });

  it("does nothing at its first look, which may itself be late", async () => {
    const id = await queue(on("11-20 10:00"));
    await look(on("11-16 10:02"), 1);
    expect(await readyAt(id)).toEqual(on("11-20 10:00"));
  });
});
