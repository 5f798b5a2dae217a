import { expect, it, onTestFinished } from "vitest";
import { Sandbox } from "../../src/sandbox/sandbox.ts";
import { freshDatabase } from "../support/databases.ts";
import { startPark } from "../support/park.ts";
import { variant } from "../support/told.ts";

const MORNING = "2026-11-16T09:00:00+08:00";
const CONNECTION = { SANDBOX_ROADS: "connection" };

it("what is said while the bot does not connect is refused with a sentence, and is not shown as if it had arrived", async () => {
  const clock = { now: () => new Date(MORNING) };
  const botNames = { wecom: "茶叙", dingtalk: "茶叙" };
  const sandbox = new Sandbox({ clock, botNames, botUrl: () => "", roads: "connection", connectsWithin: 40 });
  onTestFinished(() => sandbox.close());
  await sandbox.listen();
  for (const platform of ["wecom", "dingtalk"] as const) {
    const saying = { platform, chatId: "direct:zhou", userId: "zhou", text: "待办" };
    await expect(sandbox.say(saying)).rejects.toThrow("机器人还没有连上，请稍后再试。");
  }
  expect(sandbox.world.messages).toEqual([]);
});

variant("cards outlive a restart: they are shown again, pressed, and changed in their place", async () => {
  const database = await freshDatabase("postgresql");
  onTestFinished(() => database.drop());
  const first = await startPark(database, MORNING, CONNECTION);
  await first.say("周长友", "direct", "诉求 三车间昨晚停电两次");
  const before = { official: first.card("gongdian", "签收"), company: first.card("周长友", "进度") };
  await first.close();

  const second = await startPark(database, undefined, CONNECTION);
  onTestFinished(() => second.close());
  expect(second.card("gongdian", "签收")).toEqual(before.official);
  await second.press("王建国", "gongdian", "签收");
  const signed = second.messages("gongdian").find(({ id }) => id === before.official.id);
  expect(signed?.card).toMatchObject({ id: before.official.card.id, title: "已签收　#1 三车间昨晚停电两次" });
  expect(second.said("周长友").at(-1)).toContain("已签收");
  expect(await second.press("周长友", "direct", "进度", before.company)).toContain("办理中");
  await second.press("王建国", "gongdian", "答复…");
  await second.say("王建国", "gongdian", "已更换开关");
  // The company reads it in its own chat, on a card of the app.
  expect(second.card("周长友", "已解决").app).toBe(true);
});

it("by callback the bot is called at its address, and opens no connection", async () => {
  const database = await freshDatabase("postgresql");
  onTestFinished(() => database.drop());
  const park = await startPark(database, MORNING, { SANDBOX_ROADS: "callback" });
  onTestFinished(() => park.close());
  expect(await park.say("王建国", "direct", "待办")).toContain("待办");
  expect(await park.say("周长友", "direct", "我的")).not.toBe("");
  const { wecomSocket, dingtalk } = park.sandbox;
  expect([wecomSocket.sockets.made, dingtalk.stream.opens.length]).toEqual([0, 0]);
});
