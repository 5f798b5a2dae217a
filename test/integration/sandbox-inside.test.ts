import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freshDatabase } from "../support/databases.ts";
import { startPark } from "../support/park.ts";

it("the sandbox posts to its own groups when the org file has real webhooks", async () => {
  const database = await freshDatabase("postgresql");
  const real = await readFile(new URL("../fixtures/org/contract.yaml", import.meta.url), "utf8");
  const file = join(database.dataDir, "org.yaml");
  await writeFile(file, real);
  const park = await startPark(database, "2026-11-16T09:00:00+08:00", {
    ORG_FILE: file,
    QIYE_WEBHOOK: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=real-key-of-a-group",
    DUBAN_WEBHOOK: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=real-key-of-another",
  });
  await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
  await park.say("王建国", "gongdian", "签收 1");
  expect(park.said("qiye").join("\n")).toMatch(/#1 .*已签收/);
  await park.close();
  await database.drop();
});
