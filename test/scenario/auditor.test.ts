import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditChecks } from "../../src/features/delivery/alarms.ts";
import type { Park } from "../support/park.ts";
import { headlines, openPark, openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** The auditor comes by, as it does every minute. */
async function audited(park: Park): Promise<void> {
  const { db, clock, holder } = park.app;
  await auditChecks({ db, now: clock.now(), park: holder.park });
  await park.settle();
}

const told = (park: Park) => park.said("李敏").filter((text) => text.includes("没有按时检查"));

async function page(park: Park, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${park.app.url}${path}`);
  return { status: response.status, text: await response.text() };
}

describe("the auditor", () => {
  it("gives an issue that lost its next look another one, and tells the coordinator once", async () => {
    const park = await openPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await audited(park);
    expect(told(park)).toEqual([]);
    await park.app.db.execute(sql`delete from checks`);
    expect((await page(park, "/metrics")).text).toMatch(/^chaxu_issues_unchecked 1$/m);
    await audited(park);
    await audited(park);
    expect(told(park)).toEqual(["有 1 件未办结的诉求没有按时检查，提醒可能会晚到，请告诉管理员查看程序日志。"]);
    expect((await page(park, "/metrics")).text).toMatch(/^chaxu_issues_unchecked 0$/m);
    // What was lost is found: the reminder comes all the same.
    await park.at("2026-11-16T15:31:00+08:00");
    expect(headlines(park.said("王建国"))).toEqual(["提醒 #1 三车间停电"]);
    // When it happens again, it is said again.
    await audited(park);
    await park.app.db.execute(sql`delete from checks`);
    await audited(park);
    expect(told(park)).toHaveLength(2);
  });

  variant("finds an issue that cannot be looked at, which keeps no other from its reminder", async () => {
    const park = await openPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("周长友", "qiye", "诉求 四车间跳闸");
    await park.app.db.execute(sql`update issues set sign_due = 'infinity' where id = 1`);
    await park.app.db.execute(sql`update checks set at = submitted_at from issues where issues.id = issue_id`);
    await park.at("2026-11-16T15:31:00+08:00");
    expect(headlines(park.said("王建国"))).toEqual(["提醒 #2 四车间跳闸"]);
    // It lasts, and is told once all the same.
    for (let minute = 0; minute < 3; minute++) await audited(park);
    expect(told(park)).toHaveLength(1);
    const metrics = (await page(park, "/metrics")).text;
    expect(metrics).toMatch(/^chaxu_issues_unchecked 1$/m);
    // It is no reason to take the program out of service.
    expect((await page(park, "/readyz")).status).toBe(200);
  });

  it("takes the program out of service when the looks stand still", async () => {
    const park = await openPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    expect((await page(park, "/readyz")).status).toBe(200);
    await park.app.db.execute(sql`update checks set at = '2026-11-16T00:30:00Z'`);
    const { status, text } = await page(park, "/readyz");
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({
      checks: { checks: { ok: false, reason: expect.stringContaining("1 open issue") } },
    });
    expect((await page(park, "/metrics")).text).toMatch(/^chaxu_unchecked_oldest_seconds 18\d\d/m);
  });
});

describe("a year without a holiday list", () => {
  variant(
    "is told to the coordinator once, in December for the next, and counting goes on by plain weekdays",
    async () => {
      const park = await openQuietPark("2026-11-30T16:00:00+08:00");
      const said = () => park.said("李敏").filter((text) => text.includes("放假安排尚未录入"));
      expect(said()).toEqual([]);
      await park.at("2026-12-02T10:00:00+08:00");
      expect(said()).toEqual([
        "2027 年的放假安排尚未录入，期限先按周一至周五计算。公布后请管理员更新程序，或在机构文件的 holidays 中补上。",
      ]);
      expect((await page(park, "/readyz")).text).toContain("no holiday list for 2027");
      await park.at("2027-01-11T10:00:00+08:00");
      expect(said()).toHaveLength(1);
      expect((await page(park, "/metrics")).text).toMatch(/^chaxu_calendar_years 0$/m);
      const receipt = await park.say("周长友", "qiye", "诉求 三车间停电");
      expect(receipt).toContain("2027 年放假安排尚未公布，期限先按周一至周五计算。");
      expect(receipt).toContain("1月18日 周一 10:00");
    },
  );
});
