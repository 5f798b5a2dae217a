import { describe, expect, it } from "vitest";
import { openQuietPark } from "../support/story.ts";

describe("后续: a solved issue raises the next one", () => {
  it("linked to it, and shown on both", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 公交站 班车太少");
    expect(await park.say("周长友", "qiye", "后续 1 站台没有雨棚")).toContain("尚未办结；补充情况请发：补充 1 …");
    await park.say("魏强", "jiaotong", "签收 1");
    await park.say("魏强", "jiaotong", "答复 1 已加开班车");
    await park.say("周长友", "qiye", "已解决 1");
    expect(await park.say("何静", "qiye", "后续 1 我们也要")).toContain("由提出 #1 的企业和营商办使用");
    expect(await park.say("周长友", "qiye", "后续 1")).toContain("请写明诉求内容");
    expect(await park.say("周长友", "qiye", "后续 1 站台雨棚坏了")).toContain("已收到 #2 站台雨棚坏了");
    expect(await park.say("周长友", "qiye", "进度 2")).toContain("**承接**：#1");
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("**后续**：#2");
    expect(await park.say("魏强", "jiaotong", "进度 1")).toContain("**后续**：#2");
    expect(await park.say("周长友", "qiye", "后续 99 没有这件")).toContain("这里没有这个编号的诉求");
    expect(await park.say("李敏", "direct", "后续 1 回访发现还缺座椅")).toContain("已收到 #3");
    expect(await park.say("魏强", "jiaotong", "进度 1")).toContain("**后续**：#2");
  });

  it("of a confidential one is confidential, and neither names the other where it may not be seen", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("蒋玉兰", "direct", "诉求 保密 贷款 被抽贷");
    await park.say("朱明", "direct", "签收 1");
    await park.say("朱明", "direct", "答复 1 已协调");
    await park.say("蒋玉兰", "direct", "已解决 1");
    await park.say("蒋玉兰", "qiye-dingtalk", "后续 1 又被抽贷");
    // In the group the first one does not exist.
    expect(park.said("qiye-dingtalk").at(-1)).toContain("这里没有这个编号的诉求");
    expect(await park.say("蒋玉兰", "direct", "后续 1 利率太高")).toContain("［保密］利率太高");
    expect(await park.say("蒋玉兰", "direct", "进度 2")).toContain("**承接**：#1");
    expect(park.said("qiye-dingtalk").join("")).not.toMatch(/贷款|利率|抽贷/u);
  });
});
