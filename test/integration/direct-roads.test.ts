import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/store/client.ts";
import { DirectRoads } from "../../src/store/direct-roads.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { on } from "../support/domain.ts";
import { openStore } from "../support/store.ts";

let files: TestDatabase;
let database: Database;
beforeAll(async () => {
  files = await freshDatabase("embedded");
  database = await openStore(files);
});
afterAll(async () => {
  await database.close();
  await files.drop();
});

const user = (userId: string) => ({ platform: "wecom", userId }) as const;

describe("a direct road", () => {
  it("is broken for a day after nothing reached the person, or until he writes", async () => {
    const { db } = database;
    const roads = await DirectRoads.open(db);
    const broken = (at: string) => roads.isBroken("wecom", "a", on(at));
    expect([broken("11-18 10:00"), roads.hasSpoken("wecom", "a")]).toEqual([false, false]);
    await roads.noteFailed(db, user("a"), "outside-app", on("11-18 10:00"));
    expect([broken("11-18 10:00"), broken("11-19 09:59"), broken("11-19 10:00")]).toEqual([true, true, false]);
    await roads.noteSpoken(db, user("a"), on("11-18 11:00"));
    expect([broken("11-18 11:00"), roads.hasSpoken("wecom", "a")]).toEqual([false, true]);
    await roads.noteFailed(db, user("a"), "outside-app", on("11-18 12:00"));
    expect(broken("11-18 12:00")).toBe(true);
    expect(roads.isBroken("dingtalk", "a", on("11-18 12:00"))).toBe(false);
  });

  it("is known to another process when it looks again, and to itself after a new start", async () => {
    const { db } = database;
    const other = await DirectRoads.open(db);
    const roads = await DirectRoads.open(db);
    await roads.noteFailed(db, user("b"), "outside-app", on("11-18 10:00"));
    await roads.noteSpoken(db, user("c"), on("11-18 10:00"));
    expect(other.isBroken("wecom", "b", on("11-18 10:01"))).toBe(false);
    await other.follow(db);
    expect([other.isBroken("wecom", "b", on("11-18 10:01")), other.hasSpoken("wecom", "c")]).toEqual([true, true]);
    await other.noteSpoken(db, user("b"), on("11-18 10:02"));
    await roads.follow(db);
    expect(roads.isBroken("wecom", "b", on("11-18 10:03"))).toBe(false);
    expect((await DirectRoads.open(db)).hasSpoken("wecom", "b")).toBe(true);
  });

  it("of a change that was not kept is as it was, after the next look of another process", async () => {
    const { db } = database;
    const roads = await DirectRoads.open(db);
    const lost = db.transaction(async (tx) => {
      await roads.noteSpoken(tx, user("d"), on("11-18 10:00"));
      throw new Error("the transaction is given up");
    });
    await expect(lost).rejects.toThrow();
    expect((await DirectRoads.open(db)).hasSpoken("wecom", "d")).toBe(false);
  });
});
