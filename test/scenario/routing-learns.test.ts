import { describe, expect, it } from "vitest";
import { readIssue } from "../../src/store/issues.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** 周长友 speaks for 中塑科技, 罗建平 for 潇湘食品; 李敏 coordinates. */
const MONDAY = "2026-11-16T09:00:00+08:00";

describe("routing", () => {
  it("is wrong three times, is corrected in a chat, and right the fourth time, and says why", async () => {
    const park = await openQuietPark(MONDAY);
    const said = [
      "三楼热水器坏了，停水一样没法洗澡",
      "三楼热水器又坏了，跟停水一样，洗不了澡",
      "二楼的热水器坏了，等于停水，没法洗澡",
    ];
    for (const [index, words] of said.entries()) {
      expect(await park.say("周长友", "qiye", `诉求 ${words}`)).toContain("**责任单位**：自来水公司");
      expect(await park.say("李敏", "direct", `转派 ${index + 1} 住建局 热水器属房屋设施`)).toContain(
        "已派给建设管理局",
      );
    }
    const fourth = await park.say("罗建平", "qiye", "诉求 我们五楼热水器也坏了，停水似的，没法洗澡");
    expect(fourth).toContain("**责任单位**：建设管理局");
    expect(fourth).toContain("**分派依据**：以往同类诉求 → ");
    // Whose they were is told to nobody who may not see them.
    expect(await park.say("罗建平", "direct", "为什么 4")).not.toMatch(/#[123]/);
    expect(await park.say("李敏", "direct", "为什么 4")).toMatch(/相似：(?=.*#1)(?=.*#2)(?=.*#3)/);
    // What only shares a word with them goes where the table says.
    expect(await park.say("罗建平", "qiye", "诉求 三车间今早停水")).toContain("**责任单位**：自来水公司");
  });

  variant("follows the coordinator also where nothing but the table's word is alike", async () => {
    const park = await openQuietPark(MONDAY);
    const said = ["门口路灯不亮", "仓库后面的路灯杆歪了", "东区那排路灯白天也亮着"];
    for (const [index, words] of said.entries()) {
      expect(await park.say("周长友", "qiye", `诉求 ${words}`)).toContain("**责任单位**：建设管理局");
      expect(await park.say("李敏", "direct", `转派 ${index + 1} 供电公司`)).toContain("已派给供电公司");
    }
    const fourth = await park.say("罗建平", "qiye", "诉求 西边一到晚上就黑，路灯没人修");
    expect(fourth).toContain("**责任单位**：供电公司");
    expect(fourth).toContain("**分派依据**：路灯（以往同类诉求） → ");
  });

  it("gives what the coordinator dispatches the category, and with it the time, that it would have had by its words", async () => {
    const park = await openQuietPark(MONDAY);
    const asked = await park.say("周长友", "direct", "诉求 水龙头里流出来的水是黄的");
    expect(asked).toContain("由营商办派单");
    await park.say("李敏", "direct", "派单 1 自来水公司");
    const issue = await readIssue(park.app.db, 1);
    expect(issue?.category).toBe("water");
    expect(await park.say("周长友", "direct", "进度 1")).toContain("答复期限**：11月23日");
  });

  it("is never sure where two units are named, words speak for two, or several matters are raised", async () => {
    const park = await openQuietPark(MONDAY);
    for (const words of ["停电以后路面坑洼", "请供电公司和自来水公司一起来看看停电", "1、停电 2、车间停电 3、还是停电"])
      expect(await park.say("周长友", "direct", `诉求 ${words}`), words).toContain("由营商办派单");
    expect(await park.say("李敏", "direct", "为什么 1")).toMatch(/最接近：.*停电.*路面|最接近：.*路面.*停电/);
  });
});
