import { describe, expect, it } from "vitest";
import { headlines, openQuietPark, withoutDigests } from "../support/story.ts";

const TITLE = "#1 三车间昨晚停电两次，影响交货";

describe("an issue between a company in WeCom and a city department in DingTalk", () => {
  it("goes from 诉求 to 评价, and each group hears what it should, in order", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");

    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次，影响交货");
    await park.at("2026-11-16T10:00:00+08:00");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "联系 1 已与周经理通话");
    await park.say("刘洋", "gongdian", "措施 1 更换三车间变压器 11月20日前");
    await park.say("刘洋", "gongdian", "备注 1 变压器从市局仓库调");
    await park.at("2026-11-17T10:00:00+08:00");
    await park.say("刘洋", "gongdian", "请补充 1 停电的时间和次数");
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("待企业补充　下一步：企业补充情况");
    // A working day passes before the company answers, and moves the due date by one.
    await park.at("2026-11-18T10:00:00+08:00");
    await park.say("周长友", "qiye", "补充 1 昨晚8点和10点各一次");
    const progress = await park.say("周长友", "qiye", "进度 1");
    expect(progress).toContain("办理中　下一步：责任单位答复");
    expect(progress).toContain("11月24日 周二 09:00");
    await park.say("刘洋", "gongdian", "进展 1 变压器已到货");
    await park.at("2026-11-19T15:00:00+08:00");
    await park.say("刘洋", "gongdian", "答复 1 变压器已更换");
    await park.at("2026-11-20T09:00:00+08:00");
    await park.say("周长友", "qiye", "未解决 1 今早又停了一次");
    await park.at("2026-11-20T16:00:00+08:00");
    await park.say("刘洋", "gongdian", "答复 1 线路已改造，连续观察正常");
    await park.say("周长友", "qiye", "已解决 1");
    await park.say("周长友", "qiye", "评价 1 5");

    const [receipt] = park.said("qiye");
    expect(receipt).toBe(
      [
        `### 已收到 ${TITLE}`,
        "",
        "**责任单位**：供电公司",
        "**分派依据**：停电 → 用电 → 供电公司",
        "**答复期限**：11月23日 周一 09:00",
        "",
        "查进度：进度 1　补充情况：补充 1 …",
      ].join("\n"),
    );
    expect(headlines(withoutDigests(park.said("qiye")))).toEqual([
      `已收到 ${TITLE}`,
      `${TITLE} 已签收`,
      `${TITLE} 请补充情况`,
      TITLE,
      `已补充　${TITLE}`,
      TITLE,
      `${TITLE} 有进展`,
      `${TITLE} 已答复，请确认`,
      `已退回继续办理　${TITLE}`,
      `${TITLE} 已答复，请确认`,
      `已办结：已解决　${TITLE}`,
      `已评价 5 分　${TITLE}`,
    ]);
    expect(headlines(withoutDigests(park.said("gongdian")))).toEqual([
      `新诉求 ${TITLE}`,
      `已签收　${TITLE}`,
      `已记录联系　${TITLE}`,
      `已记录措施　${TITLE}`,
      `已备注（企业看不到）　${TITLE}`,
      `已请企业补充　${TITLE}`,
      `${TITLE} 企业有补充`,
      `已向企业反馈进展　${TITLE}`,
      `已答复，待企业确认　${TITLE}`,
      `${TITLE} 企业反馈未解决，请继续办理`,
      `已答复，待企业确认　${TITLE}`,
      `${TITLE} 企业确认已解决`,
      `${TITLE} 企业评价 5 分`,
    ]);
    // The park department that tracks the city's unit hears what that unit hears.
    expect(headlines(withoutDigests(park.said("jingfa")))).toEqual([
      `新诉求 ${TITLE}`,
      `${TITLE} 企业有补充`,
      `${TITLE} 企业反馈未解决，请继续办理`,
      `${TITLE} 企业确认已解决`,
      `${TITLE} 企业评价 5 分`,
    ]);
    for (const elsewhere of ["qiye-dingtalk", "duban", "jianshe", "shenpi", "李敏", "王建国", "周长友"]) {
      expect(withoutDigests(park.said(elsewhere)), elsewhere).toEqual([]);
    }
    // What the company hears bears no note, no name of another company, and the words of the department.
    const heard = park.said("qiye").join("\n");
    expect(heard).not.toContain("市局仓库");
    expect(heard).not.toContain("中塑");
    expect(heard).toContain("> 停电的时间和次数");
    expect(heard).toContain("> 线路已改造，连续观察正常");
    expect(park.messages("qiye").find((one) => one.text.includes("请补充情况"))?.mentions).toEqual(["zhouchangyou"]);
    expect(park.said("gongdian").join("\n")).toContain("> 今早又停了一次");
    expect(park.said("gongdian")[0]).toContain("**企业**：湖南中塑科技有限公司");
  });

  it("may be signed by the department that tracks the city's unit, and the second to sign is told who was first", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    await park.at("2026-11-16T09:30:00+08:00");
    expect(headlines([await park.say("邓小红", "jingfa", "签收 1")])).toEqual(["已签收　#1 三车间昨晚停电两次"]);
    await park.at("2026-11-16T09:40:00+08:00");
    const second = await park.say("王建国", "gongdian", "签收 1");
    expect(second).toContain("已由邓小红在11月16日 周一 09:30签收");
    // Who signed belongs to another unit than the one that leads, and is told with it.
    expect(second).toContain("由供电公司 邓小红（经济发展局）负责");
    // An enterprise group hears which unit it was; who, the company hears in a direct chat.
    expect(park.said("qiye").at(-1)).toContain("**经办**：经济发展局\n");
    expect(await park.say("周长友", "direct", "进度 1")).toContain("**责任单位**：供电公司 邓小红（经济发展局）");
  });

  it("goes the same way from a company in DingTalk to a department in WeCom", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const title = "#1 环评材料要交几次";
    await park.say("蒋玉兰", "qiye-dingtalk", "诉求 环评材料要交几次");
    await park.say("黄志华", "shenpi", "签收 1");
    await park.say("黄志华", "shenpi", "请补充 1 项目名称");
    await park.say("蒋玉兰", "qiye-dingtalk", "补充 1 二期扩建");
    await park.say("郭婷", "shenpi", "答复 1 只交一次，窗口已通知");
    await park.say("蒋玉兰", "qiye-dingtalk", "认可 1");
    expect(headlines(withoutDigests(park.said("qiye-dingtalk")))).toEqual([
      `已收到 ${title}`,
      `${title} 已签收`,
      `${title} 请补充情况`,
      `已补充　${title}`,
      `${title} 已答复，请确认`,
      `已办结：解释认可　${title}`,
    ]);
    expect(headlines(withoutDigests(park.said("shenpi")))).toEqual([
      `新诉求 ${title}`,
      `已签收　${title}`,
      `已请企业补充　${title}`,
      `${title} 企业有补充`,
      `已答复，待企业确认　${title}`,
      `${title} 企业认可解释，已办结`,
    ]);
    // The park's own department has nobody who tracks it.
    expect(park.said("jingfa")).toEqual([]);
  });
});
