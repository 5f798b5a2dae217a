import { beforeEach, describe, expect, it, vi } from "vitest";
import { UsageBook } from "../../src/outbox/usage-book.ts";
import type { Logger } from "../../src/shared/logger.ts";
import { settings } from "../../src/store/schema.ts";
import { usage } from "../../src/store/schema-roads.ts";
import { addUsage, claimShare, noteWithheld, readUsage, takeWithheld } from "../../src/store/usage.ts";
import { KINDS } from "../support/databases.ts";
import { on, PARK } from "../support/domain.ts";
import { variant } from "../support/told.ts";
import { useStore } from "../support/use-store.ts";

const API = { counter: "dingtalk:api", month: "2026-11" };

describe.each(KINDS)("what is used of the quotas, on %s", (kind) => {
  const database = useStore(kind);
  const clock = { at: on("11-30 23:59"), now: () => clock.at };
  const logged: string[] = [];
  const log = (_facts: object, sentence: string) => void logged.push(sentence);
  const logger: Logger = { debug: log, info: log, warn: log, error: log };
  const book = (db = database.db) => new UsageBook({ db, clock, logger, park: () => PARK });

  beforeEach(async () => {
    clock.at = on("11-30 23:59");
    for (const table of [usage, settings]) await database.db.delete(table);
  });

  it("adds up, whoever counts at the same time, by month and counter", async () => {
    const { db } = database;
    await Promise.all(Array.from({ length: 20 }, () => addUsage(db, [{ ...API, used: 3 }])));
    expect(await addUsage(db, [{ ...API, used: 1 }])).toEqual([{ ...API, used: 61 }]);
    expect(await addUsage(db, [])).toEqual([]);
    await addUsage(db, [{ ...API, month: "2026-12", used: 7 }]);
    expect(await readUsage(db, "2026-11")).toEqual(new Map([["dingtalk:api", 61]]));
  });

  it("is told of once a month and share, and a higher share again", async () => {
    const { db } = database;
    await addUsage(db, [{ ...API, used: 4_000 }]);
    const claims = await Promise.all([80, 80, 80].map((share) => claimShare(db, API, share)));
    expect(claims.filter((won) => won)).toHaveLength(1);
    expect(await claimShare(db, API, 100)).toBe(true);
    expect(await claimShare(db, API, 80)).toBe(false);
    expect(await claimShare(db, { ...API, month: "2026-12" }, 80)).toBe(false);
  });

  it("notes messages without content, to be told of once a day", async () => {
    const { db } = database;
    expect(await takeWithheld(db)).toBeNull();
    for (let count = 0; count < 2; count++) await noteWithheld(db, "2026-11-26");
    expect(await takeWithheld(db)).toBe("2026-11-26");
    await noteWithheld(db, "2026-11-26");
    expect(await takeWithheld(db)).toBeNull();
    await noteWithheld(db, "2026-11-27");
    expect([await takeWithheld(db), await takeWithheld(db)]).toEqual(["2026-11-27", null]);
  });

  variant("is written within a second, for the month in which it was used, and the rest at the end", async () => {
    const { db } = database;
    const counted = book();
    for (let count = 0; count < 5; count++) counted.add("dingtalk:api");
    clock.at = on("12-01 00:01");
    counted.add("dingtalk:api");
    expect(await readUsage(db, "2026-11")).toEqual(new Map());
    await vi.waitFor(async () => expect((await readUsage(db, "2026-11")).get("dingtalk:api")).toBe(5), {
      timeout: 3_000,
    });
    counted.add("dingtalk:webhook-stream");
    await counted.close();
    expect(await readUsage(db, "2026-12")).toEqual(
      new Map([
        ["dingtalk:api", 1],
        ["dingtalk:webhook-stream", 1],
      ]),
    );
  });

  it("is scarce from four fifths of the month on, with what is not written yet, and not in the next month", async () => {
    await addUsage(database.db, [{ ...API, used: 3_999 }]);
    const counted = book();
    expect(await counted.isScarce("dingtalk:api")).toBe(false);
    counted.add("dingtalk:api");
    expect(await counted.isScarce("dingtalk:api")).toBe(true);
    expect(await counted.isScarce("dingtalk:webhook-stream")).toBe(false);
    await counted.close();
    expect(await counted.isScarce("dingtalk:api")).toBe(true);
    clock.at = on("12-01 00:01");
    expect(await counted.isScarce("dingtalk:api")).toBe(false);
  });

  variant("is lost by no failure of the database: it is written when that takes it again", async () => {
    let away = true;
    const db = new Proxy(database.db, {
      get: (target, name) => {
        if (away && name === "insert") throw new Error("the database is away");
        return Reflect.get(target, name);
      },
    });
    logged.length = 0;
    const counted = book(db);
    counted.add("dingtalk:api");
    await vi.waitFor(() => expect(logged).toHaveLength(1), { timeout: 3_000 });
    away = false;
    counted.add("dingtalk:api");
    await counted.close();
    expect(await readUsage(database.db, "2026-11")).toEqual(new Map([["dingtalk:api", 2]]));
  });
});
