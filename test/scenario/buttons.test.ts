import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectAll } from "../../src/connect.ts";
import { encodePress } from "../../src/messages/press.ts";
import { events } from "../../src/store/schema-record.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { type Park, type Shown, startPark } from "../support/park.ts";

/** What is pressed is done like the same words, once, by who may, on the issue as it stood. */

const MONDAY = "2026-11-16T09:00:00+08:00";
const CARDS = {
  templateId: "sample.schema",
  callbackUrl: "http://localhost:3000/callbacks/dingtalk/card",
};

let database: TestDatabase;
let park: Park;

/** One park for all stories of a platform: each has an issue of its own. */
function open(parts: Parameters<typeof startPark>[3]): void {
  beforeAll(async () => {
    database = await freshDatabase("postgresql");
    park = await startPark(database, MONDAY, {}, parts);
  });
  afterAll(async () => {
    await park.close();
    await database.drop();
  });
}

async function record(issueId: number): Promise<readonly string[]> {
  const { db } = park.app;
  const rows = await db.select().from(events).where(eq(events.issueId, issueId)).orderBy(events.version);
  return rows.map(({ action }) => action);
}

const labels = ({ card }: Shown) => card.buttons.map(({ label }) => label);
const numberOn = ({ card, text }: Shown) => Number(/#(\d+)/.exec(card.title + text)?.[1]);

describe("on DingTalk's cards", () => {
  const connect: typeof connectAll = ({ dingtalk, ...mode }, ...others) =>
    connectAll({ ...mode, dingtalk: { ...dingtalk, cards: CARDS, cardSecret: "a-secret-of-the-test" } }, ...others);
  open({ connect });

  /** A new issue, and its card in the unit's group. */
  async function raised(text: string): Promise<{ readonly id: number; readonly shown: Shown }> {
    await park.say("唐志强", "qiye-dingtalk", `诉求 ${text}`);
    const shown = park.card("gongdian", "签收");
    return { id: numberOn(shown), shown };
  }

  it("an issue is signed, answered, confirmed and rated without one typed number", async () => {
    const { id } = await raised("三车间昨晚停电两次");
    expect(await park.press("王建国", "gongdian", "签收")).toBe("");
    expect(park.card("gongdian", "答复…").card.title).toContain("已签收");
    expect(await park.press("王建国", "gongdian", "答复…")).toContain(`请写明「答复」#${id} 的内容`);
    await park.say("王建国", "gongdian", "已更换变压器");
    expect(await record(id)).toEqual(["submit", "sign", "answer"]);
    expect(await park.press("唐志强", "qiye-dingtalk", "已解决")).toBe("");
    const closed = park.card("qiye-dingtalk", "5 ★");
    expect(closed.card.title).toContain("已办结");
    expect(labels(closed).slice(0, 5)).toEqual(["1 ★", "2 ★", "3 ★", "4 ★", "5 ★"]);
    await park.press("唐志强", "qiye-dingtalk", "4 ★");
    expect(await record(id)).toEqual(["submit", "sign", "answer", "solved", "rate"]);
  });

  it("a press on a card whose issue has moved on shows how it stands, and does nothing", async () => {
    const { id, shown } = await raised("四车间变压器跳闸");
    await park.say("刘洋", "gongdian", `签收 ${id}`);
    expect(await park.press("王建国", "gongdian", "签收", shown)).toBe("");
    const now = park.messages("gongdian").find((one) => one.id === shown.id)?.card;
    expect(now?.title).toBe(`这张卡片已过时：诉求 #${id} 现在「办理中」，由供电公司 刘洋负责。`);
    expect(now?.text).toContain("刘洋已在11月16日 周一 09:00「签收」。");
    expect(now?.buttons.map(({ label }) => label)).toContain("答复…");
    expect(await record(id)).toEqual(["submit", "sign"]);
  });

  it("of two presses at once one wins, and the other is told who was first", async () => {
    const { id, shown } = await raised("五车间电压不稳");
    const { card, chatId } = shown;
    const key = card.buttons.find(({ label }) => label === "签收")?.key ?? "";
    const seen: string[] = [];
    const stop = park.sandbox.world.onMessage((one) => seen.push(one.card?.text ?? ""));
    const users = ["0254571", "0254572"];
    await Promise.all(users.map((userId) => park.sandbox.press({ platform: "dingtalk", chatId, userId, card, key })));
    await park.settle();
    stop();
    expect(await record(id)).toEqual(["submit", "sign"]);
    expect(seen.filter((text) => /(王建国|刘洋)已在.*「签收」/u.test(text))).toHaveLength(1);
  });

  it("who may not is refused as by words, and the card stays", async () => {
    const { id, shown } = await raised("六车间用电增容");
    expect(await park.press("胡文斌", "gongdian", "签收", shown)).toContain("您没有「签收」权限");
    expect(park.card("gongdian", "签收").card).toEqual(shown.card);
    expect(await park.press("nobody-known", "gongdian", "签收", shown)).toContain("我还不认识您");
    expect(await record(id)).toEqual(["submit"]);
  });
});

describe("below WeCom's answers", () => {
  open({});

  const FREE = "二号车间的空调漏水了，地面全湿了，请派人来修一下";

  async function receipt(text: string): Promise<{ readonly id: number; readonly shown: Shown }> {
    await park.say("周长友", "direct", `诉求 ${text}`);
    const shown = park.card("周长友", "补充…");
    return { id: numberOn(shown), shown };
  }

  /** Presses what stands on no card. */
  async function pressKey({ platform, chatId, card }: Shown, key: string): Promise<string> {
    const before = park.messages("周长友").length;
    await park.sandbox.press({ platform, chatId, userId: "zhouchangyou", card, key });
    await park.settle();
    const fresh = park.messages("周长友").slice(before);
    return fresh.map(({ text }) => text).join("\n");
  }

  it("a question is answered, and what needs a text asks for it", async () => {
    const { id, shown } = await receipt("三车间昨晚停电两次");
    expect(labels(shown)).toEqual(["进度", "补充…"]);
    expect(await park.press("周长友", "direct", "进度", shown)).toContain(`#${id} 三车间昨晚停电两次`);
    expect(await park.press("周长友", "direct", "补充…", shown)).toContain(`请写明「补充」#${id} 的内容`);
    await park.say("周长友", "direct", "二车间也停了");
    expect(await record(id)).toEqual(["submit", "supplement"]);
  });

  it("another company's confidential issue is answered like a number that is not there", async () => {
    const { shown } = await receipt("门口积水");
    await park.say("彭丽", "direct", "诉求 保密 车间有人举报排放", { platform: "dingtalk" });
    const hidden = Number(/#(\d+)/.exec(park.said("彭丽").at(-1) ?? "")?.[1]);
    const solved = (id: number) => encodePress({ kind: "step", step: { command: "solved", id }, version: 1 }) ?? "";
    const answer = await pressKey(shown, solved(hidden));
    expect(await record(hidden)).toEqual(["submit"]);
    expect(answer).toContain("这里没有这个编号的诉求");
    expect(await pressKey(shown, solved(9_999))).toBe(answer);
  });

  it("what is no button of the program's is answered with a sentence, and is not done", async () => {
    const { id, shown } = await receipt("厂区路灯不亮");
    const sealed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const key of ["%%", sealed(["s"]), "A".repeat(900)]) {
      expect(await pressKey(shown, key), key).toContain("这个按钮已经不能用了");
    }
    // A forged one is worth what its words are worth.
    expect(await pressKey(shown, sealed(["s", "void", "", id, "误提", 1]))).toContain("您没有「作废」权限");
    expect(await record(id)).toEqual(["submit"]);
  });

  it("choices answer the question that they were made for, and no other", async () => {
    await park.say("周长友", "direct", FREE);
    const offered = park.card("周长友", "是");
    expect(labels(offered)).toEqual(["是", "算了"]);
    expect(await park.press("周长友", "direct", "算了", offered)).toBe("");
    const after = park.messages("周长友").find(({ id }) => id === offered.id);
    expect(after?.card?.text).toContain("好的，不办理。");
    expect(await park.press("周长友", "direct", "是", offered)).toContain("这个问题已经不在等您回复");
    // Pictures alone, soon after an issue: the question names it, and is answered by a press as well.
    const { id } = await receipt("四号车间的变压器跳闸");
    await park.say("周长友", "direct", "", { pictures: 1 });
    const pictured = park.card("周长友", "是");
    await park.press("周长友", "direct", "是", pictured);
    // When what was sent with it is sealed depends on who is faster.
    expect((await record(id)).filter((action) => action !== "files")).toEqual(["submit", "supplement"]);
    expect(await park.press("周长友", "direct", "是", pictured)).toContain("这个问题已经不在等您回复");
  });

  it("a press that comes twice is done once", async () => {
    await park.say("周长友", "direct", FREE);
    const { platform, chatId, card } = park.card("周长友", "是");
    const key = card.buttons.find(({ label }) => label === "是")?.key ?? "";
    const pressing = { platform, chatId, userId: "zhouchangyou", card, key, messageId: "twice" };
    await park.sandbox.press(pressing);
    const filed = park.sandbox.world.withCard(platform, card.id)?.card?.title ?? "";
    await park.sandbox.press(pressing);
    await park.settle();
    const id = Number(/已收到 #(\d+)/.exec(filed)?.[1]);
    expect(await record(id)).toEqual(["submit"]);
    expect(await record(id + 1)).toEqual([]);
  });
});
