import { describe, expect, it } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import { talkIn } from "../support/dialogue.ts";
import type { Park } from "../support/park.ts";
import { headlines, openQuietPark, withoutDigests } from "../support/story.ts";
import { variant } from "../support/told.ts";

const MORNING = "2026-11-16T09:00:00+08:00";

async function open() {
  const park = await openQuietPark(MORNING);
  return { park, talk: await talkIn(park) };
}

/** Whose record adds up, whatever was said. */
async function addsUp({ app: { db, clock } }: Park): Promise<void> {
  expect(await audit(db, clock.now())).not.toHaveProperty("fault");
}

/** The company, its group, the department and its group, what it is about and how it is worded. */
const LIVES = [
  {
    name: "a company on WeCom and a department on DingTalk",
    company: "周长友 qiye",
    official: "曾敏 jianshe",
    unit: "建设管理局",
    raised: "我们厂门口的路灯坏了好几盏，晚上员工下班很不安全",
    promised: "下周三前换好",
    result: "灯都换好了，请企业确认",
    complaint: "还是不亮啊，东边两盏",
    again: "东边两盏已重新接线，都修好了",
    solved: "修好了，谢谢",
  },
  {
    name: "a company on DingTalk and a department on WeCom",
    company: "蒋玉兰 qiye-dingtalk",
    official: "黄志华 shenpi",
    unit: "行政审批局",
    raised: "我们办排污许可证，材料重复交了三次还没办下来",
    promised: "下周三前办好",
    result: "证已经办好了，请企业确认",
    complaint: "还是不行啊，副本没给",
    again: "副本已经补发，都办好了",
    solved: "办好了，谢谢",
  },
] as const;

describe("a whole life of an issue without one command's word", () => {
  it.each(LIVES)("of $name", async ({ company, official, unit, ...said }) => {
    const { park, talk } = await open();
    const group = company.split(" ")[1] ?? "";
    await talk(company, said.raised, { says: ["要作为诉求提交吗？", said.raised, unit, "「是」"] });
    await talk(company, "是", { says: ["已收到 #1", unit, "11月25日"], does: ["submit #1 dispatched"] });
    await talk(official, "收到，马上处理", { quotes: "新诉求 #1", says: "已签收　#1", does: ["sign #1 in_progress"] });
    await talk(official, "已跟企业联系，明天上门", {
      quotes: "#1",
      says: "已记录联系　#1",
      does: ["contact #1 in_progress"],
    });
    await talk(official, said.promised, {
      quotes: "#1",
      says: ["已记录措施　#1", "承诺完成：11月25日 周三 17:30"],
      does: ["measure #1 in_progress"],
    });
    await talk(official, said.result, { quotes: "#1", says: ["作为答复发给企业", said.result, "「是」"] });
    await talk(official, "是", { says: "已答复", does: ["answer #1 answered"] });
    await talk(company, said.complaint, { quotes: "已答复，请确认", says: ["反馈没有解决", said.complaint, "「是」"] });
    await talk(company, "是", { says: "已退回继续办理　#1", does: ["unsolved #1 in_progress"] });
    await talk(official, said.again, { quotes: "未解决", says: ["作为答复发给企业", said.again] });
    await talk(official, "好", { says: "已答复", does: ["answer #1 answered"] });
    await talk(company, said.solved, { says: ["办结吗？", "「是」"] });
    await talk(company, "是的", { says: ["已办结：已解决　#1", "请打分"], does: ["solved #1 closed"] });
    await talk(company, "五星", { says: "已评价 5 分　#1", does: ["rate #1 closed"] });
    expect(headlines(park.said(group)).filter((line) => line.includes("已答复，请确认"))).toHaveLength(2);
    await addsUp(park);
  });

  it("of a confidential one in a direct chat, of which nobody else reads the company", async () => {
    const { park, talk } = await open();
    const [company, official] = ["周长友 direct", "龙飞 gongan"];
    await talk(company, "有人在厂门口强买强卖，请保密", { says: ["要作为诉求提交吗？", "**标记**：保密", "公安分局"] });
    await talk(company, "是", { says: "已收到 #1 ［保密］", does: ["submit #1 dispatched"] });
    await talk(official, "收到，马上处理", { quotes: "新诉求 #1", says: "已签收　#1", does: ["sign #1 in_progress"] });
    await talk(official, "请企业提供一下具体时间和地点", { quotes: "#1", says: ["请企业补充", "「是」"] });
    await talk(official, "是", { says: "已请企业补充　#1", does: ["ask #1 waiting"] });
    await talk(company, "补充一下，每天下午四点多，东门", { says: "已补充", does: ["supplement #1 in_progress"] });
    await talk(official, "已依法处理，门口已恢复正常", { quotes: "#1", says: "作为答复发给企业" });
    await talk(official, "是", { says: "已答复", does: ["answer #1 answered"] });
    await talk(company, "已经解决了，谢谢你们", { says: "办结吗？" });
    await talk(company, "对", { says: "已办结：已解决　#1", does: ["solved #1 closed"] });
    await talk(company, "5分", { says: "已评价 5 分", does: ["rate #1 closed"] });
    const elsewhere = ["gongan", "qiye", "duban", "龙飞", "赵长河"].flatMap((place) => park.said(place));
    expect(elsewhere.join()).not.toMatch(/中塑|周长友|668011/u);
    expect(park.said("gongan").join()).toContain("强买强卖");
    expect(park.said("qiye")).toEqual([]);
    await addsUp(park);
  });

  it("of one that a company has phoned in: the coordinator files it, and the company follows and confirms it", async () => {
    const { park, talk } = await open();
    await talk("李敏 direct", "九嶷制药刚打电话，说三车间昨晚停电两次，影响发货", {
      says: ["要作为诉求提交吗？", "湖南九嶷制药有限公司", "供电公司"],
    });
    await talk("李敏 direct", "是", { says: ["已收到 #1", "供电公司"], does: ["submit #1 dispatched"] });
    expect(headlines(park.said("蒋玉兰"))[0]).toContain("已为贵企业登记 #1");
    await talk("王建国 gongdian", "收到", { quotes: "新诉求 #1", says: "已签收　#1", does: ["sign #1 in_progress"] });
    await talk("王建国 gongdian", "线路已经修好了", { quotes: "#1", says: "作为答复发给企业" });
    await talk("王建国 gongdian", "发吧", { says: "已答复", does: ["answer #1 answered"] });
    await talk("蒋玉兰 direct", "来电了，没问题了", { says: "办结吗？" });
    await talk("蒋玉兰 direct", "是", { says: "已办结：已解决　#1", does: ["solved #1 closed"] });
    await talk("蒋玉兰 direct", "很满意，5分", { says: "已评价 5 分", does: ["rate #1 closed"] });
    expect(withoutDigests(park.said("qiye-dingtalk"))).toEqual([]);
    await addsUp(park);
  });
});

variant("a leader's morning: what is late, who is slow, one issue, and a word that presses", async () => {
  const { park, talk } = await open();
  const leader = "赵长河 direct";
  const raise = (who: string, text: string, number: number, state = "dispatched") =>
    talk(who, `诉求 ${text}`, { says: `已收到 #${number}`, does: [`submit #${number} ${state}`] });
  await raise("周长友 qiye", "紧急 三车间停电", 1);
  await raise("何静 qiye", "紧急 路面坑洼", 2);
  await raise("罗建平 qiye", "有一件说不清的事", 3, "submitted");
  await park.at("2026-11-19T08:31:00+08:00");
  await talk(leader, "早上好", { says: ["赵长河您好", "「简报」"] });
  await talk(leader, "最近怎么样", { says: ["收到 3 件，解决 0 件", "未派单 1，未签收 2，超期 2"] });
  await talk(leader, "超期的有哪些", { says: ["超期（2）", "#1", "#2"], not: /#3/u });
  await talk(leader, "哪个单位最慢", { says: ["供电公司：承办 1 件，现超期 1 件", "交通运输局"] });
  await talk(leader, "哪些还没签收", { says: ["未签收（2）", "#1", "#2"] });
  await talk(leader, "1号现在什么情况", { says: ["#1 ［紧急］三车间停电", "待签收"] });
  await talk(leader, "凌云机械现在有几件", { says: ["永州凌云机械制造有限公司", "共 1 件", "#2"], not: /#1|#3/u });
  await talk(leader, "停电的事到哪一步了", { says: "#1 ［紧急］三车间停电" });
  await talk(leader, "抓紧办，今天必须给企业一个说法", { says: ["哪一件？", "#1", "#2"] });
  await talk(leader, "2号", { says: ["作为督办送责任单位负责人吗？", "#2", "抓紧办"] });
  await talk(leader, "是", { says: ["已督办", "#2"], does: ["supervise #2 dispatched"] });
  await talk(leader, "1号抓紧办，今天要有结果", { says: ["作为督办送责任单位负责人吗？", "#1", "「是」"] });
  await talk(leader, "是", { says: ["已督办", "#1"], does: ["supervise #1 dispatched"] });
  await talk(leader, "辛苦了", { says: null });
  expect(headlines(park.said("王建国")).join()).toContain("督办〔2026〕2号");
  await addsUp(park);
});
