import { eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { createDirectory } from "../../src/domain/park/directory.ts";
import { Experience } from "../../src/domain/routing/experience.ts";
import { unpacked } from "../../src/domain/routing/packed.ts";
import { followDecisions, learnAnew } from "../../src/issues/learn.ts";
import { GONE } from "../../src/messages/zh-cn/places.ts";
import { heardSince, keepLesson, keptLessons, latestDecisions, newerLesson } from "../../src/store/decisions.ts";
import { issues } from "../../src/store/schema.ts";
import { lessons } from "../../src/store/schema-routing.ts";
import { examplesOf } from "../support/routing.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** 周长友 raises, 王建国 heads the power company, 李敏 coordinates. */
const MONDAY = "2026-11-16T09:00:00+08:00";
const NOW = new Date("2026-11-16T02:00:00Z");

describe("what was decided", () => {
  it("is what a person chose or a unit signed for, and nothing that was taken back", async () => {
    const park = await openQuietPark(MONDAY);
    const { db } = park.app;
    for (const words of ["三车间停电", "食堂太远", "四车间停电", "五车间停电"])
      await park.say("周长友", "qiye", `诉求 ${words}`);
    const known = async () => (await latestDecisions(db, 10)).map(({ id, unit }) => `${id} ${unit}`);
    expect(await known()).toEqual([]);
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("李敏", "direct", "派单 2 社会局");
    await park.say("李敏", "direct", "转派 3 住建局 园区内部线路");
    expect(await known()).toEqual(["1 power", "2 society", "3 construction"]);
    await park.say("周长友", "qiye", "撤回 1");
    expect(await known()).toEqual(["2 society", "3 construction"]);
    expect((await latestDecisions(db, 1)).map(({ id }) => id)).toEqual([3]);
  });

  variant("is read again when something was decided alone, and is then as after a restart", async () => {
    const park = await openQuietPark(MONDAY);
    const { db } = park.app;
    const running = new Experience();
    const decidesAnew = async () => {
      const { heard } = await heardSince(db, running.follow());
      const before = running.follow();
      await followDecisions(db, running);
      const restarted = new Experience();
      await followDecisions(db, restarted);
      const near = (one: Experience) => one.alike("三楼热水器坏了").map(({ id, unit }) => `${id} ${unit}`);
      expect(near(running)).toEqual(near(restarted));
      return before === null || heard.deciding.some((seq) => !before.deciding.includes(seq)) ? near(running) : null;
    };
    for (const floor of ["三", "二"]) await park.say("周长友", "qiye", `诉求 ${floor}楼热水器坏了`);
    expect(await decidesAnew()).toEqual([]);
    await park.say("周长友", "qiye", "补充 1 一楼的也坏了");
    expect(await decidesAnew()).toBeNull();
    await park.say("李敏", "direct", "派单 1 住建局");
    await park.say("李敏", "direct", "派单 2 社会局");
    expect(await decidesAnew()).toEqual(["1 construction", "2 society"]);
    await park.say("李敏", "direct", "转派 2 住建局 房屋设施");
    expect(await decidesAnew()).toEqual(["1 construction", "2 construction"]);
    await park.say("周长友", "qiye", "撤回 1");
    expect(await decidesAnew()).toEqual(["2 construction"]);
    await park.say("周长友", "qiye", "恢复 1");
    expect(await decidesAnew()).toEqual(["1 construction", "2 construction"]);
    await park.say("李敏", "direct", "作废 2 重复登记");
    expect(await decidesAnew()).toEqual(["1 construction"]);
    await park.say("周长友", "qiye", "催办 1");
    expect(await decidesAnew()).toBeNull();
  });

  it("is learned from in the background, kept once for all processes, and rebuilt the same", async () => {
    const park = await openQuietPark(MONDAY);
    const { db, holder } = park.app;
    await park.say("周长友", "qiye", "诉求 食堂太远");
    await park.say("李敏", "direct", "派单 1 社会局");
    const ctx = { db, now: NOW, park: holder.park };
    await learnAnew(ctx);
    expect(await newerLesson(db, 0)).toBeNull();
    // As a park of some years has them.
    for (const [index, { unit, text }] of examplesOf(30).entries()) {
      await db.execute(sql`insert into issues
        select (jsonb_populate_record(i, ${JSON.stringify({ id: 100 + index, text, title: text, department: unit === "school" ? "education" : unit })}::jsonb)).*
        from issues i where i.id = 1`);
    }
    await Promise.all([learnAnew(ctx), learnAnew(ctx)]);
    const [only, ...more] = await db.select().from(lessons);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ decisions: 91, held: 91 });
    expect(only?.sureFrom).not.toBeNull();
    const experience = new Experience();
    await followDecisions(db, experience);
    expect(experience.version).toBe(only?.version);
    expect(experience.casesOf("power", holder.park.directory)).toBe(30);
    const { sure } = experience.advise("又跳闸，电压不稳", holder.park.directory);
    expect(sure?.unit).toBe("power");
    // Nothing was decided: nothing is learned. The same history teaches the same.
    await park.say("周长友", "qiye", "诉求 四车间停电");
    expect(await learnAnew(ctx)).toBeNull();
    const strict = { ...holder.park.org, policy: { ...holder.park.org.policy, routing: { precision: "99%" } } };
    const directory = createDirectory(strict, GONE);
    expect(await learnAnew({ ...ctx, park: { ...ctx.park, org: strict, directory } })).toMatchObject({
      precision: 0.99,
      gone: 0,
      contradicting: 0,
    });
    const wanted = await db.select({ precision: lessons.precision, upTo: lessons.upTo }).from(lessons);
    expect(wanted.map(({ precision }) => precision)).toEqual([0.96, 0.99]);
    expect(new Set(wanted.map(({ upTo }) => upTo)).size).toBe(1);
    // Asked as before, it is as before; and there is nothing more to learn.
    expect(await learnAnew(ctx)).toMatchObject({ precision: 0.96 });
    expect((await keptLessons(db)).map(({ precision }) => precision)).toEqual([0.96, 0.99]);
    expect(await learnAnew(ctx)).toBeNull();
    // Five versions are kept.
    for (const upTo of [1, 2, 3, 4]) {
      const calibration = { sureFrom: null, held: 0, sure: 0, right: 0 };
      const about = { calibration, precision: 0.9, gone: 0, contradicting: 0, upTo, at: NOW };
      await keepLesson(db, unpacked(only?.learned ?? new Uint8Array()), about);
    }
    expect((await keptLessons(db)).map(({ precision }) => precision)).toEqual([0.9, 0.9, 0.9, 0.9, 0.96]);
    // The departments that are gone teach nothing; what was decided otherwise the next time is counted.
    await db
      .update(issues)
      .set({ department: "dissolved" })
      .where(inArray(issues.id, [101, 102]));
    await db.update(issues).set({ text: "食堂太远" }).where(eq(issues.id, 103));
    await db.delete(lessons);
    expect(await learnAnew(ctx)).toMatchObject({ gone: 2, contradicting: 2 });
    await db
      .update(issues)
      .set({ department: "power" })
      .where(inArray(issues.id, [101, 102]));
    await db
      .update(issues)
      .set({ text: examplesOf(30)[3]?.text ?? "" })
      .where(eq(issues.id, 103));
    await db.delete(lessons);
    await learnAnew(ctx);
    const [again, ...others] = await db.select().from(lessons);
    expect(others).toEqual([]);
    expect(again?.learned).toEqual(only?.learned);
    expect(again?.version).toBeGreaterThan(only?.version ?? 0);
    await db.delete(issues).where(eq(issues.id, 100));
  });
});
