import { describe, expect, it } from "vitest";
import { headlines, openChangingPark, openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

const NEWS = "您有一件诉求有新进展，请私聊我发「我的」";

describe("an issue that the coordinator raises for a company", () => {
  it("reaches its people on WeCom, whom nobody can write to, by a mention without content; they follow and confirm it", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("李敏", "direct", "代 凌云机械 诉求 三车间停电");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "请补充 1 几号机床");
    expect(park.said("qiye")).toHaveLength(3);
    for (const text of park.said("qiye"))
      expect(text.split("\n").filter((line) => line !== "")).toEqual([NEWS, "<@hejing>"]);
    expect(await park.say("王建国", "gongdian", "1 已全部修好")).toContain(
      "企业补充后才能「答复」，可电话提醒企业发「补充 1 …」",
    );
    expect(await park.say("何静", "qiye", "进度 1")).toContain("这里没有这个编号的诉求");
    expect(await park.say("何静", "direct", "我的")).toContain("三车间停电（待企业补充");
    expect(await park.say("何静", "direct", "补充 1 2号机床")).toContain("已补充");
    await park.say("王建国", "gongdian", "答复 1 已更换开关");
    expect(park.said("qiye").at(-1)).toContain(NEWS);
    expect(await park.say("何静", "direct", "进度 1")).toContain("已更换开关");
    expect(await park.say("何静", "direct", "已解决 1")).toContain("已办结：已解决");
    // Who raised it is not asked what only the company can say.
    for (const text of park.said("李敏")) expect(text).not.toMatch(/请确认|请转告|请补充情况/u);
  });

  it("reaches its people on DingTalk directly, from its receipt to the question whether it is solved", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("李敏", "direct", "代 九嶷制药 诉求 三车间停电");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "答复 1 已更换开关");
    expect(headlines(park.said("蒋玉兰"))).toEqual([
      "已为贵企业登记 #1 三车间停电",
      "#1 三车间停电 已签收",
      "#1 三车间停电 已答复，请确认",
    ]);
    expect(await park.say("蒋玉兰", "direct", "已解决 1")).toContain("已办结：已解决");
    expect(park.said("qiye-dingtalk")).toEqual([]);
  });

  it("is passed on by the coordinator where the company has nobody", async () => {
    const { change } = await openChangingPark("2026-11-16T09:00:00+08:00");
    const park = await change((org) => org.replace(/^.*name: 何静,.*\n/mu, ""));
    await park.say("李敏", "direct", "代 凌云机械 诉求 三车间停电");
    await park.say("王建国", "gongdian", "答复 1 不用签收");
    await park.say("王建国", "gongdian", "签收 1");
    expect(park.said("李敏").at(-1)).toContain("无法直接通知企业联络员，请转告");
    expect(park.said("qiye")).toEqual([]);
  });

  it("is reminded of in the same way when the company is asked to confirm", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("李敏", "direct", "代 凌云机械 诉求 三车间停电");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "答复 1 已更换开关");
    const before = park.said("qiye").length;
    await park.at("2026-11-18T17:00:00+08:00");
    expect(
      park
        .said("qiye")
        .slice(before)
        .map((text) => text.split("\n")[0]),
    ).toEqual([NEWS]);
  });
});

describe("danger to life", () => {
  it("is answered first with whom to call, is urgent, and the coordinator hears of it at night, routed or not", async () => {
    const park = await openQuietPark("2026-11-16T22:00:00+08:00");
    const fire = await park.say("周长友", "qiye", "诉求 我们厂着火了");
    expect(fire.split("\n")[0]).toBe("如有人员危险，请立即拨打 119、110 或 120。");
    expect(fire).toContain("已收到 #1 ［紧急］我们厂着火了");
    expect(headlines(park.said("李敏"))).toEqual(["涉及人身安全，请立即处置：待派单 #1 ［紧急］我们厂着火了"]);
    expect(await park.say("蒋玉兰", "direct", "诉求 变压器冒烟，有人触电")).toContain("119、110 或 120");
    expect(headlines(park.said("gongdian"))).toEqual([
      "涉及人身安全，请立即处置：新诉求 #2 ［紧急］变压器冒烟，有人触电",
    ]);
    expect(headlines(park.said("李敏")).at(-1)).toContain("新诉求 #2");
    // What only sounds like it waits for the morning.
    expect(await park.say("周长友", "qiye", "诉求 气炸了，又停电")).not.toContain("119");
    expect(park.said("gongdian")).toHaveLength(1);
  });

  variant("is heard in any words before it is filed, and what is told on goes with it", async () => {
    const park = await openQuietPark("2026-11-16T22:00:00+08:00");
    const leak = "不好了，我们罐区液氯似乎在往外冒，有人恶心站不稳，快来人";
    const offered = await park.say("罗建平", "qiye", leak);
    for (const part of ["119、110 或 120", "要作为诉求提交吗？", "紧急"]) expect(offered).toContain(part);
    expect(headlines(park.said("李敏"))).toEqual(["涉及人身安全，请立即处置：诉求尚未提交"]);
    const more = "119已经打了，里面还有两个人没出来";
    const both = await park.say("罗建平", "qiye", more);
    for (const part of ["119、110 或 120", leak, more]) expect(both).toContain(part);
    expect(park.said("李敏").at(-1)).toContain(more);
    expect(await park.say("罗建平", "qiye", "是")).toContain("已收到 #1 ［紧急］");
    // What is said of an issue that is there is heard by the coordinator, too.
    const heard = park.said("李敏").length;
    expect(await park.say("罗建平", "qiye", "补充 1 罐子炸了一个，有人被压在下面")).toContain("119、110 或 120");
    expect(headlines(park.said("李敏").slice(heard))).toContain("涉及人身安全，请立即处置：#1 有新情况");
    // That it is over alarms nobody again, and is filed by its word alone.
    await park.say("何静", "qiye", "仓库着火了");
    const alarmed = park.said("李敏").length;
    const over = await park.say("何静", "qiye", "灭了灭了");
    expect(over).toContain("仍要登记处理的，请回「诉求」");
    expect(over).not.toContain("119");
    expect(headlines(park.said("李敏").slice(alarmed))).toEqual(["对方说险情已经过去：诉求尚未提交"]);
    expect(await park.say("何静", "qiye", "是")).not.toContain("已收到");
    await park.say("何静", "qiye", "宿舍着火了");
    await park.say("何静", "qiye", "没事了，灭掉了");
    expect(await park.say("何静", "qiye", "诉求")).toMatch(/已收到 #2 宿舍着火了/u);
  });

  it("is answered so to a guest, too, whose issue waits for the company's name", async () => {
    const park = await openQuietPark("2026-11-16T22:00:00+08:00");
    const answer = await park.say("guest-77", "qiye", "诉求 宿舍着火了");
    expect(answer).toContain("如有人员危险，请立即拨打 119、110 或 120。");
    expect(answer).toContain("请先回复「我是 企业名」");
    const told = park.said("李敏").at(-1) ?? "";
    expect(headlines([told])).toEqual(["涉及人身安全，请立即处置：诉求尚未提交"]);
    for (const part of ["guest-77", "园区企业群", "宿舍着火了", "尚未说明企业"]) expect(told).toContain(part);
    // Of somebody whom the org file knows, the company and how to call, as on every other card.
    await park.say("何静", "qiye", "我们这氨气漏了，有人晕倒了！");
    const known = park.said("李敏").at(-1) ?? "";
    for (const part of ["永州凌云机械制造有限公司", "何静 668014", "园区企业群"]) expect(known).toContain(part);
    expect(known).not.toMatch(/hejing|wecom/u);
    await park.say("guest-77", "qiye", "我是 凌云机械");
    expect(headlines(park.said("李敏"))).toContain("涉及人身安全，请立即处置：待派单 #1 ［紧急］宿舍着火了");
  });
});

describe("somebody of whom nothing is known, who cries for help", () => {
  variant(
    "is told whom to call, and the coordinator hears his words at night, but not without end; nothing is filed",
    async () => {
      const park = await openQuietPark("2026-11-16T22:00:00+08:00");
      const cry = "着火了！车间着火了快来人";
      const answer = await park.say("stranger-9", "direct", cry, { platform: "wecom" });
      expect(answer.split("\n")[0]).toBe("如有人员危险，请立即拨打 119、110 或 120。");
      for (const part of ["险情已告知营商办。", "您好，我还不认识您，账号是 stranger-9。"])
        expect(answer).toContain(part);
      const [told = ""] = park.said("李敏");
      for (const part of [cry, "企业微信 stranger-9", "不在名单里"]) expect(told).toContain(part);
      // In a unit's group, and in one that nobody has registered.
      expect(await park.say("0399001", "gongdian", "配电房爆炸了，有人被困")).toMatch(/^如有人员危险/u);
      for (const part of ["配电房爆炸了", "钉钉 0399001", "供电公司群"])
        expect(park.said("李敏").at(-1)).toContain(part);
      const elsewhere = {
        platform: "dingtalk",
        chatId: "cidUnknown==",
        userId: "0399002",
        text: "氨气泄漏，有人晕倒",
      } as const;
      await park.sandbox.say(elsewhere);
      await park.settle();
      for (const part of ["氨气泄漏", "钉钉 0399002", "未登记的群 cidUnknown=="])
        expect(park.said("李敏").at(-1)).toContain(part);
      // Who says it again and again is answered so each time; the coordinator has it.
      for (let count = 1; count <= 8; count++) {
        await park.at(`2026-11-16T22:${10 + count}:00+08:00`);
        expect(await park.say("stranger-9", "direct", `${cry} ${count}`, { platform: "wecom" })).toMatch(
          /^如有人员危险/u,
        );
      }
      expect(park.said("李敏").filter((text) => text.includes("stranger-9"))).toHaveLength(6);
      expect(await park.say("stranger-9", "direct", "气炸了，又停电", { platform: "wecom" })).toMatch(/^您好/u);
      expect(await park.say("李敏", "direct", "进度 1")).toContain("没有这个编号");
    },
  );
});

describe("whom to call", () => {
  it("stands on the department's card and in 进度, by the org file or from the text, and nowhere in a group of companies", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("陈立新", "qiye", "诉求 电压不稳，找我 13800001234");
    await park.say("李敏", "direct", "代 凌云机械 诉求 跳闸");
    const cards = park.said("gongdian");
    expect(cards[0]).toContain("联系人**：周长友 668011");
    expect(cards[1]).toContain("联系人**：陈立新 13800001234");
    expect(cards[2]).toContain("联系人**：何静 668014");
    expect(await park.say("王建国", "gongdian", "进度 1")).toContain("周长友 668011");
    expect(await park.say("李敏", "direct", "进度 1")).toContain("周长友 668011");
    for (const chat of ["qiye", "duban"]) {
      await park.say("李敏", chat, "进度 1");
      for (const text of park.said(chat)) expect(text).not.toMatch(/668011|668014|00001234|联系人/u);
    }
    expect(await park.say("周长友", "direct", "进度 1")).not.toContain("联系人");
  });

  it("is nobody of a confidential issue: the card says how to write by way of the bot, and 联系 is not recorded", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "direct", "诉求 保密 停电，有人拉闸 13800001234");
    const through = "保密件不显示企业和联系人，与企业沟通请发：请补充 1 …、进展 1 …、答复 1 …";
    expect(park.said("gongdian")[0]).toContain(through);
    expect(await park.say("王建国", "gongdian", "签收 1")).not.toContain("联系 1");
    expect(await park.say("王建国", "gongdian", "进度 1")).toContain(through);
    expect(await park.say("王建国", "gongdian", "联系 1 已联系")).toContain(through);
    for (const text of park.said("gongdian")) expect(text).not.toMatch(/周长友|中塑|668011|13800001234/u);
  });

  it("of the office is said to everybody who asks: the coordinator who is there, and the hours", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    for (const words of ["人工", "电话", "客服", "转人工", "human"]) {
      expect(await park.say("周长友", "qiye", words)).toContain("营商办**：李敏 668001");
    }
    const direct = await park.say("王建国", "direct", "人工");
    expect(direct).toContain("工作日 08:30-12:00、14:30-17:30（现在上班）");
    await park.at("2026-11-16T20:00:00+08:00");
    expect(await park.say("蒋玉兰", "direct", "人工")).toContain("现在已下班，可先留言");
  });

  it("says how else where no number is known", async () => {
    const { change } = await openChangingPark("2026-11-16T09:00:00+08:00");
    const park = await change((org) => org.replaceAll(/, phone: "\d+"/gu, ""));
    const answer = await park.say("周长友", "qiye", "人工");
    expect(answer).toContain("营商办**：李敏");
    expect(answer).toContain("营商办尚未登记电话");
    await park.say("周长友", "qiye", "诉求 停电");
    expect(park.said("gongdian")[0]).toContain("联系人**：周长友");
  });
});
