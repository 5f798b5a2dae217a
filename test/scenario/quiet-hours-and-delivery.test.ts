import { describe, expect, it } from "vitest";
import { timeOf } from "../support/domain.ts";
import type { Park } from "../support/park.ts";
import { headlines, openQuietPark, withoutDigests } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** The moment of each of the bot's announcements in a chat, in the park's zone: 11-17 08:30. */
function moments(park: Park, chat: string): readonly string[] {
  const own = park.messages(chat).filter((one) => one.from === null && withoutDigests([one.text]).length > 0);
  return own.map((one) => timeOf(one.at));
}

describe("announcements", () => {
  it("wait at night for the next working morning and keep their order, replies never wait", async () => {
    const park = await openQuietPark("2026-11-20T17:31:00+08:00");
    expect(await park.say("周长友", "qiye", "诉求 一车间停电")).toContain("已收到 #1");
    await park.at("2026-11-20T23:00:00+08:00");
    expect(await park.say("周长友", "qiye", "诉求 二车间停电")).toContain("已收到 #2");
    await park.at("2026-11-21T10:00:00+08:00");
    expect(await park.say("周长友", "qiye", "补充 1 也影响二车间")).toContain("已补充");
    await park.at("2026-11-23T08:29:00+08:00");
    expect(park.said("gongdian")).toEqual([]);
    await park.at("2026-11-23T08:31:00+08:00");
    expect(headlines(withoutDigests(park.said("gongdian")))).toEqual([
      "新诉求 #1 一车间停电",
      "新诉求 #2 二车间停电",
      "#1 一车间停电 企业有补充",
    ]);
    expect(moments(park, "gongdian")).toEqual(["11-23 08:30", "11-23 08:30", "11-23 08:30"]);
    expect(moments(park, "jingfa")).toEqual(["11-23 08:30", "11-23 08:30", "11-23 08:30"]);
  });

  it("of urgent issues go at once, before those that wait", async () => {
    const park = await openQuietPark("2026-11-18T22:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 一车间停电");
    await park.say("周长友", "qiye", "诉求 紧急 二车间停电停产");
    expect(headlines(withoutDigests(park.said("gongdian")))).toEqual(["新诉求 #2 ［紧急］二车间停电停产"]);
    await park.say("王建国", "gongdian", "签收 2");
    expect(headlines(park.said("qiye")).at(-1)).toBe("#2 ［紧急］二车间停电停产 已签收");
    await park.at("2026-11-19T08:30:00+08:00");
    expect(headlines(withoutDigests(park.said("gongdian"))).at(-1)).toBe("新诉求 #1 一车间停电");
  });

  variant("are not held by lunch, but by a holiday, and a make-up day is a working day", async () => {
    const park = await openQuietPark("2026-09-30T13:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 一车间停电");
    expect(moments(park, "gongdian")).toEqual(["09-30 13:00"]);
    await park.at("2026-10-03T10:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 二车间停电");
    await park.at("2026-10-10T09:00:00+08:00");
    expect(moments(park, "gongdian")).toEqual(["09-30 13:00", "10-08 08:30"]);
    await park.say("周长友", "qiye", "诉求 三车间停电");
    expect(moments(park, "gongdian").at(-1)).toBe("10-10 09:00");
  });
});

describe("a group that cannot be reached", () => {
  variant("gets its messages later, after growing pauses and in their order", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const { wecom } = park.sandbox;
    await park.say("周长友", "qiye", "诉求 环评材料要交几次");
    await park.say("黄志华", "shenpi", "签收 1");
    const before = wecom.requests.length;
    wecom.failNext({ errcode: -1, errmsg: "system busy" }, 2);
    wecom.failNext({ status: 502 }, 1);
    wecom.failNext("cut", 1);
    await park.at("2026-11-16T09:10:00+08:00");
    await park.say("黄志华", "shenpi", "进展 1 一");
    await park.say("黄志华", "shenpi", "进展 1 二");
    await park.say("黄志华", "shenpi", "进展 1 三");
    expect(headlines(park.said("qiye")).filter((line) => line.includes("有进展"))).toEqual([]);
    expect(await park.say("李敏", "direct", "投递")).toContain("等待 3　失败 0");
    await park.at("2026-11-16T09:30:00+08:00");
    expect(
      park
        .said("qiye")
        .slice(-3)
        .map((text) => /> (.)/u.exec(text)?.[1]),
    ).toEqual(["一", "二", "三"]);
    const tries = wecom.requests.slice(before).map((one) => one.at.getTime());
    const pauses = tries.slice(1, 5).map((at, index) => (at - (tries[index] ?? 0)) / 1000);
    expect(pauses.map((pause) => Math.round(pause / 5) * 5)).toEqual([5, 20, 60, 300]);
    expect(await park.say("李敏", "direct", "投递")).toBe("没有等待或失败的消息。");
    expect(park.said("李敏").join("\n")).not.toContain("没有送达");
  });

  it("is told of to the coordinator when the failure is a lasting one, and 重发 sends it again", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const { wecom } = park.sandbox;
    await park.say("周长友", "qiye", "诉求 环评材料要交几次");
    wecom.failNext({ errcode: 93000, errmsg: "invalid webhook url" });
    await park.say("黄志华", "shenpi", "签收 1");
    const told = park.said("李敏").find((text) => text.includes("消息没有送达")) ?? "";
    expect(told).toContain("消息没有送达：园区企业群");
    expect(told).toContain("93000");
    const number = /重发 (\d+)/u.exec(told)?.[1] ?? "";
    const list = await park.say("李敏", "direct", "投递");
    expect(list).toContain("等待 0　失败 1");
    expect(list).toContain(`失败 ${number}：园区企业群 #1`);
    expect(await park.say("周长友", "qiye", "投递")).toContain("「投递」由营商办使用");
    expect(await park.say("周长友", "qiye", `重发 ${number}`)).toContain("「重发」由营商办使用");
    // What came after it is not held up.
    await park.say("黄志华", "shenpi", "进展 1 窗口已通知");
    expect(headlines(park.said("qiye")).at(-1)).toBe("#1 环评材料要交几次 有进展");
    expect(await park.say("李敏", "direct", `重发 ${number}`)).toBe(`消息 ${number} 已重新发送。`);
    expect(headlines(park.said("qiye")).at(-1)).toBe("#1 环评材料要交几次 已签收");
    expect(await park.say("李敏", "direct", `重发 ${number}`)).toContain(`没有编号 ${number} 的失败消息`);
    // A number that no message has, none, and a quotation of the card, which is about an issue.
    const card = park.sandbox.world.messages.find((one) => one.text.includes("消息没有送达"))?.id ?? "";
    for (const [words, options] of [["重发"], ["重发 999999999999"], ["重发", { quotes: card }]] as const) {
      const answer = await park.say("李敏", "direct", words, options);
      expect(answer).toBe("请写明消息的编号，例如：重发 7；编号请发「投递」查看。");
    }
  });

  variant("is tried for at least a day, and then told of", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const { wecom } = park.sandbox;
    await park.say("周长友", "qiye", "诉求 环评材料要交几次");
    wecom.failNext({ errcode: -1 }, 1000);
    await park.say("黄志华", "shenpi", "签收 1");
    await park.at("2026-11-17T09:00:00+08:00");
    expect(park.said("李敏").join("\n")).not.toContain("消息没有送达");
    await park.at("2026-11-17T15:00:00+08:00");
    expect(park.said("李敏").join("\n")).toContain("消息没有送达：园区企业群");
    wecom.healthy();
    const number = /重发 (\d+)/u.exec(park.said("李敏").join("\n"))?.[1];
    await park.say("李敏", "direct", `重发 ${number}`);
    expect(headlines(park.said("qiye")).at(-1)).toBe("#1 环评材料要交几次 已签收");
  });

  it("in DingTalk the same: a lasting failure is told of, a passing one is tried again", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const { dingtalk } = park.sandbox;
    dingtalk.failNext("group", { status: 500, body: { code: "ServiceUnavailable", message: "busy" } });
    await park.say("周长友", "qiye", "诉求 路面坑洼");
    const heardAtOnce = park.said("jiaotong").length + park.said("jingfa").length;
    expect(heardAtOnce).toBe(1);
    await park.at("2026-11-16T09:01:00+08:00");
    expect(headlines([...park.said("jiaotong"), ...park.said("jingfa")])).toEqual([
      "新诉求 #1 路面坑洼",
      "新诉求 #1 路面坑洼",
    ]);
    dingtalk.failNext("group", { status: 400, body: { code: "invalid.openConversationId", message: "no such" } }, 2);
    await park.say("周长友", "qiye", "补充 1 有照片");
    expect(park.said("李敏").filter((text) => text.includes("消息没有送达"))).toHaveLength(2);
  });
});

describe("a platform that is not itself", () => {
  it("in DingTalk: a reply whose address fails comes by the robot, and holds up no reply to another message", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const { dingtalk } = park.sandbox;
    dingtalk.failNext("session", { status: 500, body: { code: "system_error" } }, 1);
    expect(await park.say("王建国", "gongdian", "进度 1")).toBe("");
    expect(await park.say("刘洋", "gongdian", "帮助")).toContain("签收");
    await park.at("2026-11-16T09:00:10+08:00");
    expect(park.said("gongdian").at(-1)).toContain("没有");
    expect(dingtalk.requests.filter((one) => one.endpoint === "group")).toHaveLength(1);
  });

  it("in DingTalk: while a proxy answers in its place, nothing is given up, and all of it comes afterwards", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const { dingtalk } = park.sandbox;
    dingtalk.failNext("token", { status: 407, body: "<html>Proxy Authentication Required</html>" }, 500);
    await park.say("周长友", "qiye", "诉求 路面坑洼");
    await park.at("2026-11-16T15:00:00+08:00");
    expect(await park.say("李敏", "duban", "投递")).toMatch(/等待 [1-9]\d*　失败 0/u);
    dingtalk.healthy();
    await park.at("2026-11-16T17:10:00+08:00");
    expect(
      headlines([...park.said("jiaotong"), ...park.said("jingfa")]).filter((line) => line.startsWith("新诉求")),
    ).toEqual(["新诉求 #1 路面坑洼", "新诉求 #1 路面坑洼"]);
  });

  it("after a weekend: one failure on Monday does not end what was said on Friday evening", async () => {
    const park = await openQuietPark("2026-11-20T16:00:00+08:00");
    const { wecom } = park.sandbox;
    await park.say("周长友", "qiye", "诉求 环评材料要交几次");
    await park.say("黄志华", "shenpi", "签收 1");
    await park.at("2026-11-20T18:30:00+08:00");
    await park.say("黄志华", "shenpi", "进展 1 窗口已通知");
    await park.at("2026-11-23T08:29:00+08:00");
    wecom.failNext({ status: 500 }, 20);
    await park.at("2026-11-23T08:30:01+08:00");
    wecom.healthy();
    await park.at("2026-11-23T08:40:00+08:00");
    expect(headlines(park.said("qiye")).at(-1)).toBe("#1 环评材料要交几次 有进展");
  });

  variant("by its allow-list: said once to the coordinator, and the messages go when it is mended", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const { wecom } = park.sandbox;
    await park.say("周长友", "qiye", "诉求 环评材料要交几次");
    wecom.failNext({ errcode: 60020, errmsg: "not allow to access from your ip, 13512345678" }, 500);
    await park.say("黄志华", "shenpi", "签收 1");
    await park.say("黄志华", "shenpi", "进展 1 窗口已通知");
    await park.at("2026-11-16T12:00:00+08:00");
    const words = park.said("李敏").filter((text) => text.includes("消息发不出去"));
    expect(words).toHaveLength(1);
    expect(words[0]).toMatch(/企业微信的消息发不出去：服务器的 IP 不在机器人的白名单里[\s\S]*60020/u);
    expect(words[0]).not.toContain("13512345678");
    expect(await park.say("李敏", "direct", "投递")).toMatch(/失败 0/u);
    wecom.healthy();
    await park.at("2026-11-16T12:10:00+08:00");
    expect(headlines(park.said("qiye")).slice(-2)).toEqual([
      "#1 环评材料要交几次 已签收",
      "#1 环评材料要交几次 有进展",
    ]);
  });
});

describe("many and long messages", () => {
  variant("to one group are spread so that no minute has more than 18, failed tries included", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const { wecom } = park.sandbox;
    const { directory } = park.app.holder.park;
    const chat = (code: string) => directory.chat(code)?.chatId ?? "";
    wecom.failNext({ errcode: -1 }, 5);
    const count = 25;
    for (let id = 1; id <= count; id++) {
      await wecom.say({ chatId: chat("qiye"), userId: "zhouchangyou", text: `诉求 环评第${id}项` });
      await wecom.say({ chatId: chat("shenpi"), userId: "huangzhihua", text: `签收 ${id}` });
    }
    await park.at("2026-11-16T09:30:00+08:00");
    const signed = headlines(park.said("qiye")).filter((line) => line.endsWith("已签收"));
    expect(signed).toEqual(Array.from({ length: count }, (_, index) => `#${index + 1} 环评第${index + 1}项 已签收`));
    for (const key of ["sample-qiye", "sample-shenpi"]) {
      const at = wecom.requests.filter((one) => one.key === key).map((one) => one.at.getTime());
      expect(at.length).toBeGreaterThanOrEqual(count);
      const busiest = Math.max(...at.map((from) => at.filter((one) => one >= from && one < from + 60_000).length));
      expect(busiest, key).toBeLessThanOrEqual(18);
      expect(busiest, key).toBeGreaterThan(15);
    }
  });

  it("longer than 4096 bytes are split at line borders and numbered, and a retry goes on where it stopped", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const { wecom } = park.sandbox;
    const lines = Array.from(
      { length: 60 },
      (_, index) => `第${index + 1}项材料要盖章，窗口说法前后不一，请统一口径。`,
    );
    expect([...lines.join("\n")].length).toBeLessThanOrEqual(2000);
    await park.say("周长友", "qiye", `诉求 #审批 环评${lines.join("\n")}`);
    const parts = park.said("shenpi");
    expect(parts).toHaveLength(2);
    expect(parts[0]).toMatch(/^\(1\/2\)\n### 新诉求 #1 /u);
    expect(parts[1]).toMatch(/^\(2\/2\)\n> 第/u);
    for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(4096);
    const together = parts.join("\n");
    for (const line of lines) expect(together).toContain(line);

    await park.say("黄志华", "shenpi", "签收 1");
    const before = park.said("qiye").length;
    const posts = wecom.requests.length;
    // The first part goes, the second meets a busy platform.
    const stop = park.sandbox.world.onMessage((message) => {
      if (message.text.startsWith("(1/2)")) wecom.failNext({ errcode: -1 });
    });
    await park.say("黄志华", "shenpi", `答复 1 ${lines.join("\n")}`);
    stop();
    await park.at("2026-11-16T09:10:00+08:00");
    const heard = park.said("qiye").slice(before);
    expect(heard.map((text) => text.slice(0, 5))).toEqual(["(1/2)", "(2/2)"]);
    expect(wecom.requests.length - posts).toBe(3);
  });
});
