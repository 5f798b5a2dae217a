import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { org } from "../../src/cli/org.ts";
import { freshDatabase } from "../support/databases.ts";
import { type Park, startPark } from "../support/park.ts";
import { variant } from "../support/told.ts";

const SAMPLE = new URL("../../src/org/sample-park.yaml", import.meta.url);

it("期限 goes on to explain by the days that were counted, and says what a later org file has otherwise", async () => {
  const folder = await mkdtemp(join(tmpdir(), "chaxu-org-"));
  const database = await freshDatabase("postgresql");
  let park: Park = await startPark(database, "2026-11-16T09:00:00+08:00");
  onTestFinished(async () => {
    await park.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });
  await park.say("周长友", "qiye", "诉求 三车间停电");
  const before = (await park.say("周长友", "qiye", "期限 1")).split("\n");
  await park.close();
  const later = join(folder, "org.yaml");
  const sample = await readFile(SAMPLE, "utf8");
  await writeFile(later, `${sample}\nholidays: { off: ["2026-11-18", "2026-11-20"], on: ["2026-11-21"] }\n`);
  park = await startPark(database, undefined, { ORG_FILE: later });
  const after = (await park.say("周长友", "qiye", "期限 1")).split("\n");
  expect(after.filter((line) => !before.includes(line))).toEqual([
    "- 放假安排后来有变：11月18日 周三 放假、11月20日 周五 放假、11月21日 周六 上班，这个期限仍按当时的算",
  ]);
  expect(before.filter((line) => !after.includes(line))).toEqual([]);
});

variant(
  "a unit that still helps cannot go; when it has gone, its closed issue is reopened with the coordinator",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "chaxu-org-"));
    const database = await freshDatabase("postgresql");
    let park: Park = await startPark(database, "2026-11-16T09:00:00+08:00");
    onTestFinished(async () => {
      await park.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    });
    const sample = await readFile(SAMPLE, "utf8");
    const without = join(folder, "org.yaml");
    // Nothing of the unit but its chat, which becomes the coordinator's business, and its category, which another one gets.
    const lines = sample.split("\n").filter((line) => !/code: water, name|department: water, dingtalk/u.test(line));
    const text = lines.join("\n").replaceAll("department: water", "department: construction");
    await writeFile(without, text);

    await park.say("周长友", "qiye", "诉求 三车间停水");
    await park.say("张国庆", "direct", "签收 1");
    await park.say("张国庆", "direct", "答复 1 已恢复供水");
    await park.say("周长友", "qiye", "已解决 1");
    await park.say("周长友", "qiye", "诉求 四车间停电");
    await park.say("李敏", "direct", "协办 2 自来水公司 停电影响水泵");

    const complained: string[] = [];
    const env = { LANG: "C.UTF-8", DATABASE_URL: database.databaseUrl, DATA_DIR: database.dataDir };
    const run = (word: string) =>
      org({ words: [word, without], env, say: () => {}, complain: (line) => void complained.push(line) });
    expect([await run("check"), await run("apply")]).toEqual([1, 1]);
    const said = complained.filter((line) => line.includes('"water" is used by open issues'));
    expect(said).toHaveLength(2);
    for (const line of said) expect(line).toContain("it helps with #2");

    await park.say("张国庆", "direct", "备注 2 水泵已切换");
    complained.length = 0;
    expect([await run("check"), await run("apply"), complained]).toEqual([0, 0, []]);
    await park.close();
    park = await startPark(database, undefined, { ORG_FILE: without });
    expect(await park.say("周长友", "qiye", "重开 1 又停水了")).toMatch(/已重开[\s\S]*由营商办重新派单/u);
    expect(park.said("李敏").at(-1)).toContain("派单 1 单位名");
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("待派单");
    expect(await park.say("李敏", "direct", "进度 2")).toContain("已撤销的单位");
    expect(await park.say("李敏", "direct", "派单 1 建设管理局")).toContain("已派给建设管理局");
    await park.settle();
    for (const message of park.sandbox.world.messages) expect(message.text).not.toContain("water");
  },
);
