import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { approvedAs } from "../../src/domain/park/recognition.ts";
import { recognise } from "../../src/store/recognised.ts";
import { notices } from "../../src/store/schema.ts";
import type { Park } from "../support/park.ts";
import { headlines, openChangingPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

const MORNING = "2026-11-16T09:00:00+08:00";

/** The sample park, in which these people have no account on any platform. */
const openWithout =
  (...names: readonly string[]) =>
  (org: string) =>
    names.reduce((text, name) => {
      const line = new RegExp(`^( {2}- \\{ name: ${name},.*?)(?:, (?:wecom|dingtalk): [^,}]+)+(.*\\})$`, "mu");
      if (!line.test(text)) throw new Error(`${name} has no account to take away`);
      return text.replace(line, "$1$2");
    }, org);

const addPhones = (org: string) =>
  org
    .replace(
      "{ name: 王建国, role: head, department: power",
      '{ name: 王建国, role: head, department: power, phone: "13800001111"',
    )
    .replace(
      "{ name: 黄志华, role: head, department: approval",
      '{ name: 黄志华, role: head, department: approval, phone: "0746-8880001"',
    );

const WECOM = { platform: "wecom" } as const;
const DINGTALK = { platform: "dingtalk" } as const;

const open = (...names: readonly string[]) => openChangingPark(MORNING, (org) => addPhones(openWithout(...names)(org)));

/** What went to somebody directly. The simulated DingTalk has no direct chat of a stranger, so it stands in the outbox. */
async function sentTo(park: Park, platform: string, userId: string): Promise<string> {
  const lane = `person:${platform}:${userId}`;
  const rows = await park.app.db.select().from(notices).where(eq(notices.lane, lane));
  return JSON.stringify(rows.map((one) => one.body));
}

/** The newest thing that the coordinator was told of somebody who says who he is. */
const told = (park: Park) => park.said("李敏").findLast((text) => text.includes("有人说明身份")) ?? "";

describe("somebody whose account the list does not have", () => {
  it("says who he is on either platform, and after the coordinator's 核实 the account is his", async () => {
    const { park } = await open("王建国", "黄志华", "唐志强");
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    const asked = await park.say("0990001", "direct", "签收 1", DINGTALK);
    expect(asked).toContain("账号是 0990001");
    expect(asked).toContain("请发：我是 姓名 手机号");
    expect(await park.say("0990001", "direct", "我是 王建国 138 0000 1111", DINGTALK)).toBe(
      "已请营商办核实您是王建国，核实后我会告诉您。",
    );
    // Nothing is his until then.
    expect(await park.say("0990001", "gongdian", "签收 1")).toContain("我还不认识您");
    expect(told(park)).toContain("王建国（供电公司 负责人）");
    expect(told(park)).toContain("钉钉 0990001");
    expect(told(park)).toContain("所报手机号与名单一致");
    expect(told(park)).toContain("核实 王建国");
    expect(told(park)).not.toMatch(/1380000/u);
    expect(await park.say("李敏", "direct", "核实 王建国")).toContain(
      "已核实：钉钉 0990001 是王建国（供电公司 负责人）",
    );
    expect(await sentTo(park, "dingtalk", "0990001")).toContain("营商办已核实，您是王建国（供电公司 负责人）");
    expect(await park.say("0990001", "gongdian", "签收 1")).toContain("已签收");

    await park.say("0990002", "direct", "我是 行政审批局 黄志华", WECOM);
    expect(told(park)).toContain("所报单位与名单一致");
    expect(await park.say("李敏", "direct", "核实 黄志华")).toContain("企业微信 0990002 是黄志华（行政审批局 负责人）");
    expect(park.app.holder.park.directory.personBy("wecom", "0990002")?.name).toBe("黄志华");
    expect(park.app.holder.park.directory.person("王建国")).toMatchObject({ dingtalk: "0990001" });

    // A company's own goes on as its guest meanwhile.
    await park.say("0399001", "qiye-dingtalk", "诉求 宽带断网");
    const claimed = await park.say("0399001", "qiye-dingtalk", "我是恒达鞋业的唐志强");
    expect(claimed).toContain("已请营商办核实您是唐志强");
    expect(claimed).toContain("已收到 #2 宽带断网");
    expect(await park.say("李敏", "direct", "进度 2")).toContain("联络人未核实");
    await park.say("李敏", "direct", "核实 唐志强");
    expect(await park.say("0399001", "qiye-dingtalk", "诉求 路灯坏了")).toContain("已收到 #3 路灯坏了");
    expect(await park.say("李敏", "direct", "进度 3")).not.toContain("未核实");
    // Another account that names him and his company is a guest of it, as before.
    expect(await park.say("0399002", "qiye-dingtalk", "我是恒达鞋业的唐志强")).toContain(
      "已登记：永州恒达鞋业有限公司",
    );
    expect(headlines(park.said("李敏")).filter((line) => line === "有人说明身份，请核实")).toHaveLength(3);
  });

  it("is nobody by a name alone or by anybody's word but the coordinator's, who says no, and takes a yes back", async () => {
    const { park } = await openChangingPark(MORNING, (org) =>
      addPhones(openWithout("王建国", "唐志强")(org)).replace("aliases: [恒达鞋业]", "aliases: [恒达鞋业, 唐志强]"),
    );
    const decide = (text: string) => park.say("李敏", "direct", text);
    expect(await park.say("0990001", "direct", "我是 王建国", WECOM)).toContain("连同手机号或单位再发一次");
    expect(await park.say("0990001", "direct", "我是 赵无名 13911112222", WECOM)).toContain("没有找到这个姓名");
    expect(told(park)).toBe("");
    await park.say("0990001", "direct", "我是 供电公司 王建国 13911112222", WECOM);
    expect(told(park)).toContain("139＊＊＊＊2222");
    expect(park.said("李敏").join("\n")).not.toContain("13911112222");
    const inGroup = await park.say("0990001", "duban", "我是 王建国 13800001111");
    expect(inGroup).toContain("群里的手机号请自行撤回");
    expect(inGroup).not.toContain("1380000");

    for (const who of ["杨帆", "周长友", "赵长河"])
      expect(await park.say(who, "direct", "核实 王建国")).toContain("「核实」由营商办使用");
    expect(await park.say("0990001", "direct", "核实 王建国", WECOM)).toContain("我还不认识您");
    expect(await decide("核实 杨帆")).toContain("没有账号在等待核实为「杨帆」；等待核实的有：王建国");

    // Of two who say to be the same the account decides.
    await park.say("0990002", "direct", "我是 供电公司的王建国", DINGTALK);
    expect(await decide("核实 王建国")).toContain("有 2 个账号自称是同一人：企业微信 0990001；钉钉 0990002");
    expect(await decide("核实 王建国 0990001 不是")).toBe("已记下：企业微信 0990001 不是王建国。");
    expect(await park.say("0990001", "direct", "我是 供电公司的王建国", WECOM)).toContain("没有核实您是王建国");
    expect(await decide("核实 王建国")).toContain("已核实：钉钉 0990002");
    expect(await park.say("0990002", "gongdian", "待办")).not.toContain("不认识");
    expect(await decide("核实 王建国 不是")).toContain("已取消对王建国的核实");
    expect(await park.say("0990002", "gongdian", "待办")).toContain("我还不认识您");

    // A company may be called like somebody; and 核实 with a number is what it was.
    await park.say("0399001", "qiye-dingtalk", "诉求 宽带断网");
    expect(await park.say("0399001", "qiye-dingtalk", "我是 唐志强")).toContain("既是名单里的人，也是一家企业");
    expect(await park.say("0399001", "qiye-dingtalk", "我是 企业 唐志强")).toContain("已收到 #1 宽带断网");
    expect(await decide("核实 1")).toContain("已核实 #1 的联络人");
  });
});

describe("who was recognised", () => {
  it("is known to a message that comes while the park is already being looked at anew", async () => {
    const { park } = await open("王建国", "刘洋");
    const { holder, db, clock } = park.app;
    const person = approvedAs({ name: "刘洋", role: "officer", department: "power" });
    await recognise(db, { platform: "dingtalk", userId: "0990003", person, by: "李敏", at: clock.now() });
    holder.expire();
    const looking = holder.follow();
    await holder.renewed(async () => expect(holder.park.directory.person("刘洋")?.dingtalk).toBe("0990003"));
    await looking;
  });

  variant("stays so with a new org file, while he is who was approved; an id of the file wins", async () => {
    const story = await open("王建国", "刘洋");
    let { park } = story;
    await park.say("0990001", "direct", "我是 王建国 13800001111", DINGTALK);
    await park.say("李敏", "direct", "核实 王建国");
    // By another process: he may speak at once, and with the next message the park here has his account.
    const person = approvedAs({ name: "刘洋", role: "officer", department: "power" });
    const at = park.app.clock.now();
    await recognise(park.app.db, { platform: "dingtalk", userId: "0990003", person, by: "李敏", at });
    expect(await park.say("0990003", "gongdian", "待办")).not.toContain("不认识");
    expect(park.app.holder.park.directory.person("刘洋")?.dingtalk).toBe("0990003");

    park = await story.change((org) => `${org}\n# nothing else\n`);
    expect(await park.say("0990001", "gongdian", "待办")).not.toContain("不认识");
    expect(park.app.holder.park.directory.person("刘洋")?.dingtalk).toBe("0990003");
    // In another unit he is not who was approved; and the file has an account of 刘洋 now.
    park = await story.change((org) =>
      org
        .replace("name: 王建国, role: head, department: power", "name: 王建国, role: head, department: economy")
        .replace("{ name: 刘洋, ", '{ name: 刘洋, dingtalk: "0254572", '),
    );
    for (const stranger of ["0990001", "0990003"])
      expect(await park.say(stranger, "gongdian", "待办")).toContain("我还不认识您");
  });
});
