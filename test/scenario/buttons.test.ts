import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { connectAll } from "../../src/connect.ts";
import { encodePress } from "../../src/messages/press.ts";
import { events } from "../../src/store/schema.ts";
import type { Park, Shown } from "../support/park.ts";
import { openPark, openParkWith } from "../support/story.ts";

/** What is pressed is done like the same words, once, by who may, on the issue as it stood. */

const MONDAY = "2026-11-16T09:00:00+08:00";
const CARDS = {
  templateId: "sample.schema",
  secret: "a-secret-of-the-test",
  callbackUrl: "http://localhost:3000/callbacks/dingtalk/card",
};

/** A park whose DingTalk has cards as well. */
function openCards(): Promise<Park> {
  const connect: typeof connectAll = ({ dingtalk, ...mode }, ...others) =>
    connectAll({ ...mode, dingtalk: { ...dingtalk, cards: CARDS } }, ...others);
  return openParkWith({ connect }, MONDAY);
}

async function record(park: Park, issueId = 1): Promise<readonly string[]> {
  const rows = await park.app.db.select().from(events).where(eq(events.issueId, issueId)).orderBy(events.version);
  return rows.map(({ action }) => action);
}

const labels = ({ card }: Shown) => card.buttons.map(({ label }) => label);

it("an issue is signed, answered, confirmed and rated by buttons, without one typed number", async () => {
  const park = await openCards();
  await park.say("唐志强", "qiye-dingtalk", "诉求 三车间昨晚停电两次");
  expect(await park.press("王建国", "gongdian", "签收")).toBe("");
  const signed = park.card("gongdian", "答复…");
  expect(signed.card.title).toContain("已签收");
  expect(await park.press("王建国", "gongdian", "答复…")).toContain("请写明「答复」#1 的内容");
  await park.say("王建国", "gongdian", "已更换变压器");
  expect(await record(park)).toEqual(["submit", "sign", "answer"]);
  expect(await park.press("唐志强", "qiye-dingtalk", "已解决")).toBe("");
  const closed = park.card("qiye-dingtalk", "5 ★");
  expect(closed.card.title).toContain("已办结");
  expect(labels(closed).slice(0, 5)).toEqual(["1 ★", "2 ★", "3 ★", "4 ★", "5 ★"]);
  await park.press("唐志强", "qiye-dingtalk", "4 ★");
  expect(await record(park)).toEqual(["submit", "sign", "answer", "solved", "rate"]);
});

it("a press on a card whose issue has moved on shows how it stands, and does nothing", async () => {
  const park = await openCards();
  await park.say("唐志强", "qiye-dingtalk", "诉求 三车间昨晚停电两次");
  const old = park.card("gongdian", "签收");
  await park.say("刘洋", "gongdian", "签收 1");
  expect(await park.press("王建国", "gongdian", "签收", old)).toBe("");
  const now = park.messages("gongdian").find(({ id }) => id === old.id)?.card;
  expect(now?.text).toContain("这张卡片已过时：诉求 #1 现在「办理中」，由供电公司 刘洋负责。");
  expect(now?.text).toContain("刘洋已在11月16日 周一 09:00「签收」。");
  expect(now?.buttons.map(({ label }) => label)).toContain("答复…");
  expect(await record(park)).toEqual(["submit", "sign"]);
});

it("of two presses at once one wins, and the other is told who was first", async () => {
  const park = await openCards();
  await park.say("唐志强", "qiye-dingtalk", "诉求 三车间昨晚停电两次");
  const shown = park.card("gongdian", "签收");
  const { card, chatId } = shown;
  const key = card.buttons.find(({ label }) => label === "签收")?.key ?? "";
  const seen: string[] = [];
  park.sandbox.world.onMessage((one) => seen.push(one.card?.text ?? ""));
  await Promise.all(
    ["0254571", "0254572"].map((userId) => park.sandbox.press({ platform: "dingtalk", chatId, userId, card, key })),
  );
  await park.settle();
  expect(await record(park)).toEqual(["submit", "sign"]);
  expect(seen.filter((text) => /(王建国|刘洋)已在.*「签收」/u.test(text))).toHaveLength(1);
});

it("who may not is refused as by words, and the card stays", async () => {
  const park = await openCards();
  await park.say("唐志强", "qiye-dingtalk", "诉求 三车间昨晚停电两次");
  const before = park.card("gongdian", "签收");
  expect(await park.press("胡文斌", "gongdian", "签收")).toContain("您没有「签收」权限");
  expect(park.card("gongdian", "签收").card).toEqual(before.card);
  expect(await park.press("nobody-known", "gongdian", "签收")).toContain("您尚未登记");
  expect(await record(park)).toEqual(["submit"]);
});

it("another company's confidential issue is answered like a number that is not there", async () => {
  const park = await openPark(MONDAY);
  await park.say("彭丽", "direct", "诉求 保密 车间有人举报排放", { platform: "dingtalk" });
  await park.say("周长友", "direct", "我的");
  const shown = await cardOfReply(park, "周长友");
  const version = 1;
  const key = encodePress({ kind: "step", step: { command: "solved", id: 1 }, version }) ?? "";
  const unknown = encodePress({ kind: "step", step: { command: "solved", id: 99 }, version }) ?? "";
  const answers = [await pressKey(park, shown, key), await pressKey(park, shown, unknown)];
  expect(answers[0]).toContain("这里没有这个编号的诉求");
  expect(answers[0]).toBe(answers[1]);
});

it("what is no button of the program's is answered with a sentence, and is not done", async () => {
  const park = await openPark(MONDAY);
  const shown = await cardOfReply(park, "周长友");
  const forged = Buffer.from(JSON.stringify(["s", "void", "", 1, "误提", 1])).toString("base64url");
  for (const key of ["x", "%%", "eyJhIjoxfQ", Buffer.from('["s"]').toString("base64url"), "A".repeat(900)]) {
    expect(await pressKey(park, shown, key), key).toContain("这个按钮已经不能用了");
  }
  expect(await pressKey(park, shown, forged)).toContain("您没有「作废」权限");
  expect(await record(park)).toEqual(["submit"]);
});

it("WeCom's reply brings its buttons, which change with the answer to the press", async () => {
  const park = await openPark(MONDAY);
  const shown = await cardOfReply(park, "周长友");
  expect(labels(shown)).toEqual(["进度", "补充…"]);
  expect(await park.press("周长友", "direct", "进度", shown)).toContain("#1 三车间昨晚停电两次");
  expect(await park.press("周长友", "direct", "补充…", shown)).toContain("请写明「补充」#1 的内容");
  await park.say("周长友", "direct", "二车间也停了");
  expect(await record(park)).toEqual(["submit", "supplement"]);
});

it("choices answer the question that they were made for, and no other", async () => {
  const park = await openPark(MONDAY);
  await park.say("周长友", "direct", "二号车间的空调漏水了，地面全湿了，请派人来修一下");
  const offered = park.card("周长友", "是");
  expect(labels(offered)).toEqual(["是", "算了"]);
  expect(await park.press("周长友", "direct", "算了", offered)).toBe("");
  expect(park.messages("周长友").find(({ id }) => id === offered.id)?.card?.text ?? "").toContain("好的，不办理。");
  expect(await park.press("周长友", "direct", "是", offered)).toContain("这个问题已经不在等您回复");
  await park.say("周长友", "direct", "二号车间的空调漏水了，地面全湿了，请派人来修一下");
  const again = park.card("周长友", "是");
  await park.press("周长友", "direct", "是", again);
  expect(await record(park)).toEqual(["submit"]);
});

it("a press that comes twice is done once", async () => {
  const park = await openPark(MONDAY);
  await park.say("周长友", "direct", "二号车间的空调漏水了，地面全湿了，请派人来修一下");
  const { platform, chatId, card } = park.card("周长友", "是");
  const key = card.buttons[0]?.key ?? "";
  const pressing = { platform, chatId, userId: "zhouchangyou", card, key, messageId: "twice" };
  await park.sandbox.press(pressing);
  await park.sandbox.press(pressing);
  await park.settle();
  expect(await record(park)).toEqual(["submit"]);
  expect(await record(park, 2)).toEqual([]);
});

/** The card beside the receipt of an issue. */
async function cardOfReply(park: Park, person: string): Promise<Shown> {
  await park.say(person, "direct", "诉求 三车间昨晚停电两次");
  return park.card(person, "补充…");
}

/** Presses what stands on no card. */
async function pressKey(park: Park, { platform, chatId, card }: Shown, key: string): Promise<string> {
  const before = park.messages("周长友").length;
  await park.sandbox.press({ platform, chatId, userId: "zhouchangyou", card, key });
  await park.settle();
  return park
    .messages("周长友")
    .slice(before)
    .map(({ text }) => text)
    .join("\n");
}
