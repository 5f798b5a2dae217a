import { describe, expect, it, onTestFinished } from "vitest";
import { writeSetting } from "../../src/store/settings.ts";
import { freshDatabase } from "../support/databases.ts";
import { timeOf } from "../support/domain.ts";
import { type Park, startPark } from "../support/park.ts";
import { headlines, openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** What a place was reminded of, each with its moment: 11-16 15:30 提醒 #1 三车间停电. */
function reminders(park: Park, place: string): readonly string[] {
  return park.messages(place).flatMap(({ from, text, at }) => {
    const [line = ""] = headlines([text]);
    return from === null && line.includes("提醒") ? [`${timeOf(at)} ${line}`] : [];
  });
}

const last = (park: Park, place: string) => park.said(place).at(-1) ?? "";

describe("an issue that nobody touches", () => {
  it("goes up the ladder, step by step, to the right people and never before the companies", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    const inGroup = park.said("qiye").length;
    await park.at("2026-12-07T12:00:00+08:00");
    expect(reminders(park, "王建国")).toEqual([
      "11-16 15:30 提醒 #1 三车间停电",
      "11-17 09:00 提醒 #1 三车间停电",
      "11-20 09:00 🟡 提醒 #1 三车间停电",
      "11-23 09:00 🔴 提醒 #1 三车间停电",
      "12-07 09:00 🔴 提醒 #1 三车间停电",
    ]);
    // The head of the department that tracks the city unit.
    expect(reminders(park, "杨帆")).toEqual(["11-16 15:30 提醒 #1 三车间停电", "11-23 09:00 🔴 提醒 #1 三车间停电"]);
    expect(reminders(park, "李敏")).toEqual([
      "11-17 10:30 提醒 #1 三车间停电",
      "11-24 09:00 🔴 提醒 #1 三车间停电",
      "12-07 09:00 🔴 提醒 #1 三车间停电",
    ]);
    expect(reminders(park, "duban")).toEqual(["11-26 09:00 🔴 提醒 #1 三车间停电"]);
    expect(reminders(park, "赵长河")).toEqual(["11-30 09:00 🔴 提醒 #1 三车间停电"]);
    expect(last(park, "赵长河")).toContain("红灯：已超期 5 个工作日，列入下期主题日议程。");
    for (const text of park.said("qiye").slice(inGroup)) expect(text).not.toMatch(/提醒|红灯|黄灯|🔴|🟡|超期/u);
  });

  variant("falls silent with the move that was wanted, and goes on from the new deadline", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "联系 1 已电话沟通");
    await park.at("2026-11-19T10:00:00+08:00");
    expect(reminders(park, "王建国")).toEqual([]);
    await park.say("王建国", "gongdian", "延期 1 2天 等设备");
    await park.at("2026-11-20T09:01:00+08:00");
    expect(reminders(park, "王建国")).toEqual(["11-20 09:00 🟡 提醒 #1 三车间停电"]);
    await park.say("李敏", "direct", "同意 1");
    await park.at("2026-11-25T09:01:00+08:00");
    // The warning once more, for the new date; and beside it that the company has heard nothing for five days.
    expect(reminders(park, "王建国")).toEqual([
      "11-20 09:00 🟡 提醒 #1 三车间停电",
      "11-23 09:00 提醒 #1 三车间停电",
      "11-23 15:24 🟡 提醒 #1 三车间停电",
      "11-25 09:00 🔴 提醒 #1 三车间停电",
    ]);
    await park.say("王建国", "gongdian", "答复 1 已修好");
    await park.say("周长友", "qiye", "已解决 1");
    await park.at("2026-12-31T17:30:00+08:00");
    expect(reminders(park, "王建国")).toHaveLength(4);
    for (const place of ["李敏", "duban", "赵长河"]) expect(reminders(park, place)).toEqual([]);
  });
});

describe("several reminders for one place at one time", () => {
  it("are one message", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    for (const text of ["三车间停电", "四车间跳闸", "电压不稳"]) await park.say("周长友", "qiye", `诉求 ${text}`);
    await park.at("2026-11-16T15:31:00+08:00");
    expect(reminders(park, "王建国")).toEqual(["11-16 15:30 提醒（3 件）"]);
    expect(last(park, "王建国")).toContain("#2 湖南中塑科技有限公司：四车间跳闸（供电公司）：已超过签收时限，尚未签收");
  });

  variant(
    "are one message, too, when they come within half an hour, a line for each issue with its next step",
    async () => {
      const park = await openQuietPark("2026-11-16T09:00:00+08:00");
      await park.say("周长友", "qiye", "诉求 三车间停电");
      await park.at("2026-11-16T09:02:00+08:00");
      await park.say("周长友", "qiye", "诉求 四车间跳闸");
      await park.at("2026-11-16T09:05:00+08:00");
      await park.say("周长友", "qiye", "诉求 五车间电压不稳");
      await park.at("2026-11-16T09:28:00+08:00");
      await park.say("周长友", "qiye", "诉求 六车间电表坏了");
      await park.at("2026-11-16T15:34:00+08:00");
      expect(reminders(park, "王建国")).toEqual([]);
      // It is over before the others come, so it is no line.
      await park.say("王建国", "gongdian", "签收 2");
      await park.at("2026-11-16T15:59:00+08:00");
      expect(reminders(park, "王建国")).toEqual(["11-16 15:58 提醒（3 件）"]);
      const lines = last(park, "王建国").split("\n");
      const of = (id: number) => lines.find((line) => line.includes(`#${id} `)) ?? "";
      expect(of(1)).toContain("三车间停电（供电公司）：已超过签收时限，尚未签收　签收 1　退单 1 原因");
      expect(of(3)).toContain("签收 3");
      expect(of(4)).toContain("签收 4");
      expect(of(2)).toBe("");
      // Nobody is reminded of the same again, and what comes later comes by itself.
      await park.at("2026-11-16T16:20:00+08:00");
      expect(reminders(park, "王建国")).toHaveLength(1);
    },
  );

  variant("do not wait for one another past the end of the day, nor does what is urgent", async () => {
    const park = await openQuietPark("2026-11-16T10:40:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.at("2026-11-16T10:58:00+08:00");
    await park.say("周长友", "qiye", "诉求 四车间停电");
    await park.at("2026-11-16T11:02:00+08:00");
    await park.say("周长友", "qiye", "诉求 五车间停电");
    await park.at("2026-11-16T15:58:00+08:00");
    await park.say("周长友", "qiye", "诉求 紧急 六车间停电");
    await park.at("2026-11-17T08:29:00+08:00");
    expect(reminders(park, "王建国").slice(0, 2)).toEqual([
      "11-16 16:58 提醒 #4 ［紧急］六车间停电",
      "11-16 17:28 提醒（2 件）",
    ]);
  });

  it("mention in the group, by name and id, whom no road reaches directly", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    // 审批 is in WeCom, where the bot cannot write to a person.
    await park.say("周长友", "qiye", "诉求 营业执照 材料重复");
    await park.at("2026-11-16T15:31:00+08:00");
    const [message] = park.messages("shenpi").filter((one) => one.text.includes("尚未签收"));
    expect(message?.text).toContain("<@huangzhihua>");
    expect(park.messages("黄志华")).toEqual([]);
  });
});

describe("quiet hours", () => {
  variant("hold every reminder back over lunch and night, but for urgent issues", async () => {
    const park = await openQuietPark("2026-11-20T10:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 紧急 三车间停电");
    await park.say("唐志强", "qiye-dingtalk", "诉求 路面坑洼");
    // Signing: an hour for the urgent one, 4 for the other, which end after the lunch break.
    await park.at("2026-11-20T11:01:00+08:00");
    expect(reminders(park, "王建国")).toEqual(["11-20 11:00 提醒 #1 ［紧急］三车间停电"]);
    await park.at("2026-11-23T08:29:00+08:00");
    expect(reminders(park, "魏强")).toEqual(["11-20 16:30 提醒 #2 路面坑洼"]);
    await park.at("2026-11-23T10:00:00+08:00");
    expect(reminders(park, "李敏")).toEqual(["11-20 14:30 提醒 #1 ［紧急］三车间停电"]);
  });

  variant("also hold one back that could not be sent in time, and it is dropped when it no longer holds", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("何静", "qiye", "诉求 四车间跳闸");
    park.sandbox.dingtalk.failNext("person", { status: 503 }, 1000);
    await park.at("2026-11-16T20:00:00+08:00");
    park.sandbox.dingtalk.healthy();
    await park.at("2026-11-16T23:00:00+08:00");
    expect(reminders(park, "王建国")).toEqual([]);
    await park.say("王建国", "gongdian", "签收 1");
    await park.at("2026-11-17T08:45:00+08:00");
    expect(reminders(park, "王建国")).toEqual(["11-17 08:30 提醒 #2 四车间跳闸"]);
  });
});

describe("an answer that nobody confirms", () => {
  variant("is asked about once and closed by itself, counted apart, and can be reopened", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "答复 1 已修好");
    const answered = park.said("qiye").length;
    await park.at("2026-11-18T12:00:00+08:00");
    const asked = park.said("qiye").slice(answered);
    expect(headlines(asked)).toEqual(["提醒 #1 三车间停电"]);
    expect(asked[0]).toContain("已有答复，请确认是否解决；到 11月19日 周四 09:00 未确认将自动办结。");
    expect(asked[0]).toContain("已修好");
    expect(asked[0]).toContain("<@zhouchangyou>");
    await park.at("2026-11-19T09:05:00+08:00");
    expect(headlines(park.said("qiye").slice(answered + 1))).toEqual(["#1 三车间停电 到期未收到确认，已自动办结"]);
    expect(headlines(park.said("gongdian")).at(-1)).toBe("#1 三车间停电 超时未确认，已自动办结");
    expect(await park.say("李敏", "direct", "进度 1")).toContain("已办结（超时未确认）");
    const stats = await park.say("李敏", "direct", "统计");
    expect(stats).toContain("超时未确认 1");
    expect(stats).toContain("**解决率**：—（0/0）");
    expect(await park.say("周长友", "qiye", "重开 1 又停了")).toContain("已重开");
  });

  variant("is left alone when the company says something in time", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "答复 1 已修好");
    await park.at("2026-11-18T17:00:00+08:00");
    await park.say("周长友", "qiye", "未解决 1 还在停");
    await park.at("2026-11-19T12:00:00+08:00");
    expect(await park.say("李敏", "direct", "进度 1")).toContain("办理中");
  });
});

describe("nothing is repeated", () => {
  const places = ["王建国", "杨帆", "李敏", "duban", "赵长河"];
  const all = (park: Park) => places.flatMap((place) => reminders(park, place).map((line) => `${place} ${line}`));

  variant("by a restart, nor by a clock that goes back", async () => {
    const database = await freshDatabase("postgresql");
    onTestFinished(() => database.drop());
    let park = await startPark(database, "2026-11-16T09:00:00+08:00");
    onTestFinished(() => park.close());
    await park.say("周长友", "qiye", "诉求 三车间停电");
    for (const moment of ["11-16T15:31", "11-20T09:01", "11-23T09:01", "11-24T09:01"]) {
      await park.at(`2026-${moment}:00+08:00`);
      await park.close();
      park = await startPark(database);
      await park.settle();
    }
    const before = all(park);
    expect(before).toHaveLength(8);
    // The machine's own clock is set right: an hour back, and it passes the same moments again.
    await writeSetting(park.app.db, "clock-offset", park.app.clock.offset - 3_600_000);
    await park.settle();
    await park.at("2026-11-24T10:00:00+08:00");
    expect(all(park)).toEqual(before);
  });
});
