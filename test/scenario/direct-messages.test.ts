import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { notices } from "../../src/store/schema.ts";
import { openParkWithApp, writeToApp } from "../support/app.ts";
import type { Park } from "../support/park.ts";

const MORNING = "2026-11-16T09:00:00+08:00";
const SECRET = "宿舍围墙外有人收保护费";
/** Those that have nothing to do with it. */
const GROUPS = ["qiye", "qiye-dingtalk", "gongdian", "jingfa", "shenpi"];

/** What is said in a chat from now on. */
function listen(park: Park, chat: string): () => string {
  const before = park.said(chat).length;
  return () => park.said(chat).slice(before).join("\n");
}

/** Everybody of the list can be written to by the app; the others are outside of its visible range. */
function seenByApp(park: Park, ...people: readonly string[]): void {
  park.sandbox.wecomApp.api.visible = people.map((name) => park.app.holder.park.directory.person(name)?.wecom ?? name);
}

/** DingTalk does not know this user; what is returned lets it know him again. */
function unknownToDingtalk({ sandbox }: Park, userId: string): () => void {
  const { people } = sandbox.world;
  const at = people.findIndex((one) => one.platform === "dingtalk" && one.userId === userId);
  const gone = people.splice(at, 1);
  return () => people.push(...gone);
}

async function deadLetters(park: Park): Promise<number> {
  return (await park.app.db.select({ id: notices.id }).from(notices).where(eq(notices.state, "dead"))).length;
}

describe("the self-built WeCom app", () => {
  it("takes the same words as a direct chat, each message once, and tells a company directly what becomes of its issue", async () => {
    const park = await openParkWithApp(MORNING);
    expect(await writeToApp(park, "周长友", "诉求 三车间昨晚停电两次，影响交货")).toContain(
      "已收到 #1 三车间昨晚停电两次",
    );
    const again = {
      chatId: "direct:zhouchangyou",
      userId: "zhouchangyou",
      text: "催办 1",
      messageId: "7301234567890123456",
    };
    const urged = listen(park, "周长友");
    for (let count = 0; count < 3; count++) {
      expect(await park.sandbox.wecomApp.say(again)).toEqual({ status: 200, body: "" });
    }
    await park.settle();
    expect(urged().match(/#1/gu)).toHaveLength(1);
    expect(await writeToApp(park, "周长友", "进度 1")).toContain("#1 三车间昨晚停电两次");
    const news = listen(park, "周长友");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "答复 1 线路已换新");
    expect(news()).toMatch(/#1[\s\S]*已签收[\s\S]*线路已换新/u);
    expect(park.card("周长友", "已解决").card.title).toContain("#1");
    expect(await writeToApp(park, "周长友", "已解决 1")).toContain("#1");
    expect(await park.say("李敏", "direct", "进度 1", { platform: "wecom" })).toContain("办结");
    expect(park.said("qiye").join("\n")).not.toContain("三车间");
  });

  it("makes a confidential issue possible from a WeCom group: neutral there, its receipt and every question in private, or passed on", async () => {
    const park = await openParkWithApp(MORNING);
    const inGroup = await park.say("周长友", "qiye", `保密 诉求 ${SECRET}，派出所请来看 #治安`);
    expect(inGroup).toBe("已收到，已私下回复，请自行撤回群内原消息。");
    expect(park.said("周长友").at(-1)).toContain(`已收到 #1 ［保密］${SECRET}`);
    await park.say("龙飞", "gongan", "签收 1");
    await park.say("龙飞", "gongan", "答复 1 已增加巡逻");
    expect(park.card("周长友", "已解决").card.title).toContain("#1");
    expect(await writeToApp(park, "周长友", "未解决 1 昨晚又来了")).toContain("#1");
    expect(await writeToApp(park, "吴晓燕", "进度 1")).toContain("这里没有这个编号的诉求");

    // Where the app does not reach him any more, the coordinator is asked to pass it on, and no group hears of it.
    seenByApp(park, "李敏");
    const office = listen(park, "李敏");
    await park.say("龙飞", "gongan", "答复 1 已抓获");
    expect(office()).toMatch(/#1[\s\S]*无法直接通知企业联络员，请转告/u);
    expect(await deadLetters(park)).toBe(0);
    for (const group of GROUPS) expect(park.said(group).join("\n"), group).not.toContain("保护费");
    expect(park.said("gongan").join("\n")).not.toMatch(/中塑|周长友/u);
  });
});

describe("whom a direct message does not reach", () => {
  it("is told in the group of his department at once, and directly again when he has written", async () => {
    const park = await openParkWithApp(MORNING);
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    const [direct, group] = [listen(park, "王建国"), listen(park, "gongdian")];
    const known = unknownToDingtalk(park, "0254571");
    await park.at("2026-11-16T15:30:00+08:00");
    expect(direct()).toBe("");
    expect(group()).toMatch(/#1 三车间昨晚停电两次[\s\S]*签收 1/u);
    expect(group()).toContain("王建国");
    expect(await deadLetters(park)).toBe(0);
    expect(await park.say("李敏", "direct", "投递")).toContain("没有等待或失败的消息。");

    const later = listen(park, "gongdian");
    await park.at("2026-11-17T10:00:00+08:00");
    expect(direct()).toBe("");
    expect(later()).toContain("王建国");

    known();
    await park.say("王建国", "direct", "待办");
    const again = listen(park, "王建国");
    await park.say("周长友", "qiye", "紧急 诉求 二车间跳闸停产");
    await park.at("2026-11-17T14:45:00+08:00");
    expect(again()).toContain("#2 ［紧急］二车间跳闸停产");
  });

  it("of the company, where the issue is public, in that group; of what is not, the coordinator passes it on", async () => {
    const park = await openParkWithApp(MORNING);
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    expect(await writeToApp(park, "何静", "诉求 四车间电压不稳")).toContain("已收到 #2");
    seenByApp(park, "李敏");
    const [group, office] = [listen(park, "qiye"), listen(park, "李敏")];
    await park.say("王建国", "gongdian", "答复 2 已调压");
    expect(office()).toMatch(/无法直接通知企业联络员，请转告/u);
    expect(office()).toContain("四车间电压不稳");
    expect(group()).not.toContain("四车间");

    // A reminder goes to the person first, and its second road is the group where everybody knows of it.
    await park.say("王建国", "gongdian", "答复 1 已换线");
    const asked = listen(park, "qiye");
    await park.at("2026-11-20T16:00:00+08:00");
    expect(asked()).toMatch(/#1[\s\S]*已解决/u);
    expect(asked()).not.toContain("四车间");
    expect(await deadLetters(park)).toBe(0);
  });

  it("of the office is told in the supervision group, where the company of a confidential issue has no name", async () => {
    const park = await openParkWithApp(MORNING);
    const [direct, group] = [listen(park, "李敏"), listen(park, "duban")];
    unknownToDingtalk(park, "limin01");
    seenByApp(park, "周长友");
    await writeToApp(park, "周长友", "保密 诉求 围墙外有人收保护费，我们中塑科技很担心");
    expect(direct()).toBe("");
    expect(group()).toContain("某企业");
    expect(group()).not.toMatch(/中塑|周长友/u);
    expect(await deadLetters(park)).toBe(0);
  });
});
