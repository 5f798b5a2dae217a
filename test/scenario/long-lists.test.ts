import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertIssue } from "../../src/store/issues.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { type Park, startPark } from "../support/park.ts";
import { newIssue } from "../support/store.ts";

const WEDNESDAY = "2026-11-18T10:00:00+08:00";
const NEXT_FRIDAY = "2026-11-20T17:00:00+08:00";
const MANY = 36;

describe("more issues than a list shows", () => {
  let database: TestDatabase;
  let park: Park;

  beforeAll(async () => {
    database = await freshDatabase("postgresql");
    park = await startPark(database, WEDNESDAY);
    const { db } = park.app;
    const due = new Date("2026-11-25T09:00:00Z");
    for (let count = 0; count < MANY; count++) {
      await insertIssue(
        db,
        newIssue({ text: `${count} 车间停电`, due, submittedAt: new Date("2026-11-17T02:00:00Z") }),
      );
    }
    // Another's confidential one is in no count of a colleague.
    const reporter = { name: "吴晓燕", platform: "wecom" as const, userId: "wuxiaoyan", verified: true };
    await insertIssue(db, newIssue({ text: "保密的停电", due, confidential: true, publicIn: null, reporter }));
  });

  afterAll(async () => {
    await park.close();
    await database.drop();
  });

  it.each<[person: string, chat: string, words: string, head: string, size: number, total: number]>([
    ["周长友", "qiye", "我的", "最近的诉求（36）", 10, MANY],
    ["周长友", "direct", "我的", "最近的诉求（36）", 10, MANY],
    ["周长友", "qiye", "搜索 停電", "找到 36 件", 10, MANY],
    ["王建国", "gongdian", "待办", "待签收（37）", 10, MANY + 1],
    ["李敏", "direct", "待办", "待签收（37）", 10, MANY + 1],
  ])("are counted for who asks and seen page by page: %s in %s, %s", async (...row) => {
    const [person, chat, words, head, size, total] = row;
    const seen = new Set<string>();
    for (let page = 1; page <= Math.ceil(total / size); page++) {
      const text = await park.say(person, chat, page === 1 ? words : `${words} 第${page}页`);
      if (page === 1) expect(text).toContain(head);
      for (const [, id] of text.matchAll(/^[-•] .*?#(\d+) /gm)) seen.add(id ?? "");
      const left = total - page * size;
      if (left > 0) expect(text).toContain(`还有 ${left} 件，请发：${words} 第${page + 1}页`);
      else expect(text).not.toContain("还有");
    }
    expect(seen.size).toBe(total);
  });

  it("are found by a number first, and not by marks", async () => {
    expect(await park.say("周长友", "qiye", "搜索 #7")).toMatch(/^### 找到 \d+ 件[^\n]*\n\n- #7 /u);
    expect(await park.say("周长友", "qiye", "搜索 😀")).toContain("请写要找的字词");
  });

  it("say that a page is not there", async () => {
    expect(await park.say("周长友", "qiye", "我的 第９页")).toContain("没有第 9 页，一共 36 件");
    expect(await park.say("李敏", "direct", "待办 第9页")).toBe("没有第 9 页。");
    expect(await park.say("李敏", "direct", "简报 第9页")).toBe("没有第 9 页。");
    expect(await park.say("李敏", "direct", "投递 第9页")).toMatch(/^没有(?:第 9 页|等待或失败的消息)。/u);
    expect(await park.say("周长友", "qiye", "我的第2页")).toContain("第 11 至 20 件");
  });

  it("are counted in the digest of the group as they are in its figures", async () => {
    await park.at(NEXT_FRIDAY);
    await park.settle();
    const digest = park.said("qiye").findLast((text) => text.includes("诉求办理周报")) ?? "";
    expect(digest).toContain("收集 37");
    const all = park.said("qiye").join("\n");
    expect(all).toContain("诉求进展（36）");
    expect(all).toContain("还有 6 件，本企业的请发「我的」");
  });
});
