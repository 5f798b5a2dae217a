import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { freshDatabase } from "../support/databases.ts";
import { type Park, startPark } from "../support/park.ts";

/** The outbox is looked at when a second begins: what arrives before the next one did not wait for that. */
const SECOND_MS = 1_000;

describe("two processes on one PostgreSQL, of which one holds WeCom's connection", () => {
  it("have what one of them is told in DingTalk announced in WeCom without waiting for the next look", async () => {
    const database = await freshDatabase("postgresql");
    onTestFinished(() => database.drop());
    const start = async (at?: string): Promise<Park> => {
      const park = await startPark(database, at, { SANDBOX_ROADS: "connection" });
      onTestFinished(() => park.close());
      return park;
    };
    const holder = await start("2026-11-16T09:00:00+08:00");
    for (const place of ["三", "四", "五"]) await holder.say("周长友", "qiye", `诉求 ${place}车间停电`);
    const other = await start();
    const announced = () => holder.said("qiye").length;

    /** How long it took since the second began in which it was said. */
    async function tell(text: string): Promise<number> {
      const before = announced();
      await sleep(SECOND_MS - (Date.now() % SECOND_MS) + 50);
      const began = Date.now() - (Date.now() % SECOND_MS);
      const { directory } = other.app.holder.park;
      const chatId = directory.chat("gongdian")?.chatId ?? "";
      const userId = directory.person("王建国")?.dingtalk ?? "";
      await other.sandbox.say({ platform: "dingtalk", chatId, userId, text });
      for (let waited = 0; announced() === before && waited < 5_000; waited += 5) await sleep(5);
      expect(announced()).toBeGreaterThan(before);
      return Date.now() - began;
    }

    const times = [await tell("签收 1"), await tell("签收 2"), await tell("签收 3")];
    expect(Math.min(...times)).toBeLessThan(SECOND_MS);
  });
});
