import { describe, expect, it } from "vitest";
import { headlines, openChangingPark, withoutDigests } from "../support/story.ts";
import { variant } from "../support/told.ts";

/**
 * People who leave or change their place while their issues are open. 唐志强 is the liaison of 恒达鞋业 on DingTalk, where the bot
 * can write to him; 刘洋 works in the power company under 王建国; 邓小红 in the economy bureau, which tracks it, under 杨帆.
 */

const MORNING = "2026-11-16T09:00:00+08:00";
const without = (name: string) => (org: string) => org.replace(new RegExp(`^ {2}- \\{ name: ${name},.*\\n`, "m"), "");

describe("somebody who raised an issue and is of that company no more", () => {
  it.each([
    ["has left", without("唐志强")],
    [
      "is another company's now",
      (org: string) =>
        org.replace(
          "name: 唐志强, role: liaison, enterprise: hengda",
          "name: 唐志强, role: liaison, enterprise: jiuyi",
        ),
    ],
  ])("gets nothing more in private: he %s", async (_how, edit) => {
    const story = await openChangingPark(MORNING);
    await story.park.say("唐志强", "direct", "诉求 保密 有人夜间盗窃，怀疑是原保安队长 #治安");
    await story.park.say("龙飞", "gongan", "签收 1");
    expect(headlines(story.park.said("唐志强")).join()).toContain("已签收");
    const park = await story.change(edit);
    await park.say("龙飞", "gongan", "进展 1 已锁定原保安队长，周三抓捕");
    await park.say("龙飞", "gongan", "请补充 1 他有没有钥匙");
    // Past the limit of the addition, of which the company itself is reminded.
    await park.at("2026-11-19T17:00:00+08:00");
    const told = park.sandbox.world.messages.filter((one) => one.from === null && one.chatId === "direct:0310022");
    expect(told.map((one) => one.text).join("\n")).not.toMatch(/周三抓捕|钥匙|提醒/u);
    const passedOn = park.said("李敏").filter((one) => one.includes("无法直接通知企业联络员，请转告"));
    expect(passedOn.join("\n")).toMatch(/周三抓捕[\s\S]*钥匙/u);
  });
});

describe("what waits for the morning", () => {
  it("does not go to somebody who has left in the night: the coordinator hears that it did not", async () => {
    const story = await openChangingPark(MORNING);
    await story.park.say("唐志强", "direct", "诉求 保密 有人夜间盗窃，怀疑是原保安队长 #治安");
    await story.park.say("龙飞", "gongan", "签收 1");
    await story.park.at("2026-11-20T19:00:00+08:00");
    await story.park.say("龙飞", "gongan", "进展 1 周三抓捕");
    const park = await story.change(without("唐志强"));
    await park.at("2026-11-23T09:00:00+08:00");
    const told = park.sandbox.world.messages.filter((one) => one.from === null && one.chatId === "direct:0310022");
    expect(told.map((one) => one.text).join("\n")).not.toContain("周三抓捕");
    const letter = park.said("李敏").find((one) => one.includes("消息没有送达")) ?? "";
    expect(letter).toContain("消息没有送达：唐志强（私信） #1");
    expect(letter).toContain("机构文件里已没有这个人，或已不在该单位、该企业");
    expect(letter).not.toMatch(/[a-z]/u);
    // In the leaders' group nobody of a company is named.
    expect(await park.say("李敏", "duban", "投递")).toMatch(/企业联络员（私信） #1，原因 机构文件里已没有这个人/u);
  });
});

describe("who handles an issue and is of that department no more", () => {
  variant(
    "counts as absent: what would have come to him comes to the head, and nothing counts as given that reached nobody",
    async () => {
      const story = await openChangingPark(MORNING);
      await story.park.say("何静", "qiye", "诉求 三车间停电");
      await story.park.say("刘洋", "gongdian", "签收 1");
      const park = await story.change((org) =>
        org.replace("name: 刘洋, role: officer, department: power", "name: 刘洋, role: officer, department: society"),
      );
      await park.at("2026-11-23T18:00:00+08:00");
      const lights = headlines(park.said("王建国")).filter((line) => line.includes("提醒"));
      expect(lights.join("\n")).toMatch(/🟡 提醒 #1[\s\S]*🔴 提醒 #1/u);
      expect(withoutDigests(park.said("刘洋")).join("\n")).not.toContain("提醒 #1");
      expect(park.said("shehui").join("\n")).not.toContain("#1");
    },
  );

  variant("counts as absent as the one on duty, and as the one who stands in, who have moved or left", async () => {
    const story = await openChangingPark(MORNING);
    await story.park.say("王建国", "gongdian", "值班 刘洋");
    await story.park.say("邓小红", "jingfa", "请假 10天 由杨帆代");
    await story.park.say("何静", "qiye", "诉求 三车间停电");
    const park = await story.change((org) =>
      org
        .replace("name: 刘洋, role: officer, department: power", "name: 刘洋, role: officer, department: society")
        .replace("name: 杨帆, role: head, department: economy", "name: 杨帆, role: head, department: society")
        .replace(
          "\npeople:\n",
          '\npeople:\n  - { name: 石磊, role: head, department: economy, dingtalk: "0254112" }\n',
        ),
    );
    // Nobody signs: the one on duty would be reminded.
    await park.at("2026-11-16T17:00:00+08:00");
    expect(headlines(park.said("王建国")).join("\n")).toContain("提醒 #1");
    expect(park.said("刘洋").join("\n")).not.toContain("提醒 #1");
    // 邓小红 handles it for the tracking bureau, and is away: the new head is told in her place.
    await park.say("邓小红", "jingfa", "签收 1");
    await park.at("2026-11-23T18:00:00+08:00");
    expect(headlines(park.said("石磊")).join("\n")).toMatch(/🟡 提醒 #1/u);
    expect(withoutDigests(park.said("杨帆")).join("\n")).not.toContain("提醒 #1");
  });
});

describe("the table of who is on duty, once they have moved or left", () => {
  it("says that they are there no more and who is told instead, as the reminders do", async () => {
    const story = await openChangingPark(MORNING);
    await story.park.say("刘洋", "gongdian", "值班 刘洋");
    await story.park.say("邓小红", "jingfa", "请假 10天 由杨帆代");
    await story.park.say("杨帆", "jingfa", "值班 邓小红");
    const park = await story.change((org) =>
      without("刘洋")(org)
        .replace("name: 杨帆, role: head, department: economy", "name: 杨帆, role: head, department: society")
        .replace(
          "\npeople:\n",
          '\npeople:\n  - { name: 石磊, role: head, department: economy, dingtalk: "0254112" }\n',
        ),
    );
    const table = await park.say("李敏", "direct", "值班");
    expect(table).toContain("供电公司：刘洋已不在本单位，按没有安排值班处理");
    expect(table).toMatch(/经济发展局：邓小红值班；邓小红请假到[^，]+，杨帆已不在本单位，提醒发给石磊/u);
    expect(table).not.toMatch(/刘洋值班|由杨帆代/u);
  });

  it("names the one whom reminders really reach where the stand-in is away too, and so do 请假 and 值班", async () => {
    const { park } = await openChangingPark(MORNING);
    await park.say("刘洋", "gongdian", "请假 5天 由王建国代");
    expect(await park.say("王建国", "gongdian", "请假 3天 由刘洋代")).toMatch(/，刘洋也请假，提醒发给王建国。/u);
    expect(await park.say("王建国", "gongdian", "值班")).toMatch(/王建国请假到[^；]*，刘洋也请假，提醒发给王建国/u);
    await park.say("刘洋", "gongdian", "销假");
    expect(await park.say("王建国", "gongdian", "值班 王建国")).toContain("王建国请假，尚未签收的诉求提醒发给刘洋");
  });
});
