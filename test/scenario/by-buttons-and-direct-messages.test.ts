import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { events } from "../../src/store/schema-record.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { type Park, startPark } from "../support/park.ts";

/** Whole lives of issues over the long connections, by what is pressed and by direct messages. Nobody types a number. */

const MONDAY = "2026-11-16T09:00:00+08:00";

let database: TestDatabase;
let park: Park;

beforeAll(async () => {
  database = await freshDatabase("postgresql");
  park = await startPark(database, MONDAY, { SANDBOX_ROADS: "connection" });
});
afterAll(async () => {
  await park.close();
  await database.drop();
});

async function record(issueId: number): Promise<readonly string[]> {
  const { db } = park.app;
  const rows = await db.select().from(events).where(eq(events.issueId, issueId)).orderBy(events.version);
  return rows.map(({ action }) => action);
}

const last = (chat: string) => park.said(chat).at(-1) ?? "";
const direct = { platform: "dingtalk" } as const;

it("an issue of a company's group goes its whole way, with a return that is refused and a reminder to the official", async () => {
  expect(await park.say("周长友", "qiye", "诉求 门口停电又停水")).toContain("已收到 #1 门口停电又停水");

  // The coordinator is written to directly, and the card says what became of it.
  await park.press("李敏", "direct", "派单 1 1");
  expect(last("李敏")).toContain("已派给供电公司");

  expect(await park.press("王建国", "gongdian", "退单…")).toContain("请说明「退单」#1 的原因");
  await park.say("王建国", "gongdian", "配电房是物业的，请先核实产权");
  expect(await park.press("李敏", "direct", "驳回…")).toContain("请说明「驳回」#1 的原因");
  expect(await park.say("李敏", "direct", "产权已核实，属供电公司", direct)).toContain("已驳回退单");

  await park.press("王建国", "gongdian", "签收");
  expect(park.card("gongdian", "措施…").card.title).toContain("已签收");
  expect(await park.press("王建国", "gongdian", "措施…")).toContain("请写明「措施」#1 的内容");
  expect(await park.say("王建国", "gongdian", "更换老化开关，周三前")).toContain("已记录措施");

  // What is promised and not done is reminded of in his own chat, with a button for what is missing.
  await park.at("2026-11-19T09:00:00+08:00");
  expect(await park.press("王建国", "direct", "进展…")).toContain("请写明「进展」#1 的内容");
  await park.say("王建国", "direct", "开关已到货，今晚更换");
  // The card in the group is as old as the signature: pressed, it says so and is of today.
  expect(await park.press("王建国", "gongdian", "答复…")).toBe("");
  expect(park.card("gongdian", "答复…").card.title).toContain("这张卡片已过时");
  expect(await park.press("王建国", "gongdian", "答复…")).toContain("请写明「答复」#1 的内容");
  await park.say("王建国", "gongdian", "开关已更换，试运行正常");

  // What a webhook posts has no buttons. What the bot answers has, and that one card is changed press by press.
  expect(last("qiye")).toContain("已答复，请确认");
  await park.say("周长友", "qiye", "应该是修好了吧");
  const offered = park.card("qiye", "算了");
  for (const label of ["是", "已解决", "5 ★"]) await park.press("周长友", "qiye", label);
  expect(park.messages("qiye").at(-1)).toMatchObject({
    id: offered.id,
    card: { title: "已评价 5 分　#1 门口停电又停水" },
  });
  expect(await record(1)).toEqual([
    "submit",
    "dispatch",
    "return",
    "refuse",
    "sign",
    "measure",
    "progress",
    "answer",
    "supplement",
    "solved",
    "rate",
  ]);
});

it("a confidential issue is raised and followed in the company's own chat, with a return that is granted and an answer that is disputed", async () => {
  const groups = () => ["qiye", "qiye-dingtalk", "gongdian"].map((chat) => park.said(chat).length);
  const before = groups();
  expect(await park.say("周长友", "direct", "保密 诉求 围墙外有人收保护费，派出所请来看")).toContain("已收到 #2");
  await park.press("李敏", "direct", "派单 2 1");
  await park.press("龙飞", "gongan", "退单…");
  await park.say("龙飞", "gongan", "园区外的事由社会事务局先摸底");
  await park.press("李敏", "direct", "同意");
  await park.press("李敏", "direct", "派单 2 1");
  await park.press("胡文斌", "shehui", "签收");
  expect(park.said("周长友").join("\n")).toContain("已签收");
  await park.press("胡文斌", "shehui", "答复…");
  await park.say("胡文斌", "shehui", "已增加巡逻");

  // The app asks, and its card changes with the code of the press.
  const asked = park.card("周长友", "未解决…");
  expect(asked).toMatchObject({ app: true, card: { title: expect.stringContaining("请确认") } });
  expect(await park.press("周长友", "direct", "未解决…")).toContain("请说明「未解决」#2 的原因");
  await park.say("周长友", "direct", "昨晚又来了");
  await park.press("胡文斌", "shehui", "答复…");
  await park.say("胡文斌", "shehui", "已抓获两人，围墙加装监控");
  const again = park.card("周长友", "已解决");
  await park.press("周长友", "direct", "已解决", again);
  expect(park.messages("周长友").find(({ id }) => id === again.id)?.card).toMatchObject({
    title: expect.stringContaining("已办结"),
  });
  await park.press("周长友", "direct", "4 ★");
  expect(await record(2)).toEqual([
    "submit",
    "dispatch",
    "return",
    "approve",
    "dispatch",
    "sign",
    "answer",
    "unsolved",
    "answer",
    "solved",
    "rate",
  ]);
  expect(groups()).toEqual(before);
});

it("a company that was asked back why, and never said it, still confirms by the card that it was sent", async () => {
  await park.say("周长友", "direct", "诉求 食堂的灯又停电了");
  await park.press("王建国", "gongdian", "签收");
  await park.press("王建国", "gongdian", "答复…");
  await park.say("王建国", "gongdian", "线路已换");
  const asked = park.card("周长友", "已解决");
  expect(await park.press("周长友", "direct", "未解决…", asked)).toContain("请说明「未解决」#3 的原因");
  await park.at("2026-11-26T18:00:00+08:00");
  expect((await record(3)).at(-1)).toBe("respond");
  await park.press("周长友", "direct", "已解决", asked);
  expect((await record(3)).at(-1)).toBe("solved");
});

describe("on the way", () => {
  it("nobody typed a number", () => {
    const typed = park.sandbox.world.messages.filter(({ from }) => from !== null);
    expect(typed.length).toBeGreaterThan(10);
    for (const { text } of typed) expect(text).not.toMatch(/\d/u);
  });

  it("everything came over the connections and by the app, and no card needed an address", () => {
    const { wecomSocket, wecomApp, dingtalk } = park.sandbox;
    expect(wecomSocket.isSubscribed).toBe(true);
    expect(dingtalk.stream.answers.every(({ code }) => code === 200)).toBe(true);
    expect(dingtalk.requests.map(({ endpoint }) => endpoint)).not.toContain("card-register");
    expect(wecomApp.requests.map(({ endpoint }) => endpoint)).toContain("update");
    expect(wecomSocket.frames.filter(({ answer }) => answer?.errcode !== 0)).toEqual([]);
  });
});
