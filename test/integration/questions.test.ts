import { describe, expect, it } from "vitest";
import { allWorks, sweep } from "../../src/schedule/sweep.ts";
import { createLogger } from "../../src/shared/logger.ts";
import { type Asked, keepQuestion, lockQuestion } from "../../src/store/questions.ts";
import { KINDS } from "../support/databases.ts";
import { PARK } from "../support/domain.ts";
import { useStore } from "../support/use-store.ts";

const START = new Date("2026-11-16T01:00:00Z");
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const LONG_AGO = new Date(0);
const asked = (patch: Partial<Asked> = {}): Asked => ({
  platform: "wecom",
  userId: "hejing",
  chatId: "wrk1",
  ...patch,
});

describe.each(KINDS)("an open question, on %s", (kind) => {
  const database = useStore(kind);

  it("is one for each person and chat of a platform: a second takes its place, null closes it", async () => {
    const { db } = database;
    const others = [asked({ chatId: "" }), asked({ userId: "limin" }), asked({ platform: "dingtalk" })];
    const before = { ask: "offer", doings: [{ rest: '引号"、换行\n和 😀' }] };
    for (const one of [asked(), ...others]) await keepQuestion(db, one, before, START);
    await keepQuestion(db, asked(), { ask: "which" }, later(1));
    expect(await lockQuestion(db, asked(), LONG_AGO)).toEqual({ ask: "which" });
    for (const one of others) expect(await lockQuestion(db, one, LONG_AGO)).toEqual(before);
    await keepQuestion(db, asked(), null, later(2));
    expect(await lockQuestion(db, asked(), LONG_AGO)).toBeNull();
    for (const one of others) expect(await lockQuestion(db, one, LONG_AGO)).toEqual(before);
  });

  it("is read when it was asked later than a moment, and not at that very moment", async () => {
    const { db } = database;
    await keepQuestion(db, asked(), { ask: "need" }, later(10));
    expect(await lockQuestion(db, asked(), later(9))).toEqual({ ask: "need" });
    expect(await lockQuestion(db, asked(), later(10))).toBeNull();
  });

  it("is forgotten by the hourly look an hour after it was asked", async () => {
    const { db } = database;
    const look = (at: Date) =>
      sweep({
        db,
        clock: { now: () => at },
        park: () => PARK,
        logger: createLogger("silent"),
        works: allWorks(async () => {}, []),
      });
    await keepQuestion(db, asked({ userId: "before" }), { ask: "offer" }, later(100));
    await keepQuestion(db, asked({ userId: "after" }), { ask: "offer" }, later(130));
    const left = async () => {
      const found = ["before", "after"].map((userId) => lockQuestion(db, asked({ userId }), LONG_AGO));
      return (await Promise.all(found)).map((one) => one !== null);
    };
    await look(later(179));
    expect(await left()).toEqual([true, true]);
    await look(later(180));
    expect(await left()).toEqual([false, true]);
    await look(later(240));
    expect(await left()).toEqual([false, false]);
  });
});
