import { afterEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { type Park, startPark } from "../support/park.ts";

describe("an issue between a company in WeCom and a department in DingTalk", () => {
  let database: TestDatabase;
  let park: Park;

  afterEach(async () => {
    await park.close();
    await database.drop();
  });

  it("goes from 诉求 to 已解决 and 评价, and each group hears what it should", async () => {
    database = await freshDatabase("postgresql");
    park = await startPark(database, "2026-11-16T09:00:00+08:00");
    const receipt = await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次，影响交货");
    expect(receipt).toContain("#1");
    expect(receipt).toContain("供电公司");
    expect(receipt).toContain("11月23日（周一）09:00");
  });
});
