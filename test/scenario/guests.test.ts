import { eq, gt } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inbound, notices } from "../../src/store/schema.ts";
import type { Park } from "../support/park.ts";
import { headlines, openChangingPark, openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

const MORNING = "2026-11-16T09:00:00+08:00";
const ASKED = "尚不清楚您是哪家企业，请先回复「我是 企业名」，刚才的诉求随后自动登记。";

/** Somebody whom the org file does not know writes in a group that it does not know. */
async function sayElsewhere(park: Park, platform: "wecom" | "dingtalk", chatId: string, userId: string, text: string) {
  await park.sandbox.say({ platform, chatId, userId, text });
  await park.settle();
  return park.sandbox.world.messages.filter((one) => one.chatId === chatId && one.from === null).map((one) => one.text);
}

describe("somebody whom the org file does not know", () => {
  it("says which company he is from, and what he raised before is filed by itself", async () => {
    const park = await openQuietPark(MORNING);
    expect(await park.say("xiaoma", "qiye", "诉求 三车间昨晚停电两次")).toBe(ASKED);
    expect(await park.say("xiaoma", "qiye", "诉求 路面坑洼 紧急")).toBe(ASKED);
    expect(park.said("gongdian")).toEqual([]);
    const filed = await park.say("xiaoma", "qiye", "我是 凌云机械");
    expect(filed).toContain("已收到 #1 三车间昨晚停电两次");
    expect(filed).toContain("已收到 #2 ［紧急］路面坑洼");
    expect(park.said("gongdian")[0]).toContain("**企业**：永州凌云机械制造有限公司（联络人未核实）");
    expect(headlines(park.said("jiaotong"))).toEqual(["新诉求 #2 ［紧急］路面坑洼"]);
    // The next one needs no name.
    expect(await park.say("xiaoma", "qiye", "诉求 自来水停水")).toContain("已收到 #3 自来水停水");
    expect(await park.say("xiaoma", "direct", "我的", { platform: "wecom" })).toContain(
      "#3 永州凌云机械制造有限公司：自来水停水",
    );
    expect(await park.say("xiaoma", "direct", "补充 1 昨晚八点", { platform: "wecom" })).toContain("已补充");
  });

  it("has room for ten issues until then: the next one is not dropped in silence", async () => {
    const park = await openQuietPark(MORNING);
    for (let count = 1; count <= 10; count++)
      expect(await park.say("xiaoma", "qiye", `诉求 路灯坏了 ${count}`)).toBe(ASKED);
    expect(await park.say("xiaoma", "qiye", "诉求 三车间停电")).toMatch(
      /^已有 10 件[^\n]*没有登记；请先回复「我是 企业名」/u,
    );
    const filed = await park.say("xiaoma", "qiye", "我是 凌云机械");
    expect(filed).toContain("路灯坏了 1\n");
    expect(filed).toContain("路灯坏了 10");
  });

  it("who says several things at once loses none of them, and names his company once", async () => {
    const park = await openQuietPark(MORNING);
    const say = (text: string) =>
      park.sandbox.say({ platform: "wecom", chatId: "wrkSampleQiye0001", userId: "xiaoma", text });
    await Promise.all(["一", "二", "三", "四", "五"].map((one) => say(`诉求 ${one}号路灯坏了`)));
    await park.settle();
    await Promise.all([say("我是 凌云机械"), say("我是 凌云机械")]);
    await park.settle();
    // None of them stood in another's way.
    expect(await park.app.db.select({ id: inbound.messageId }).from(inbound).where(gt(inbound.attempts, 0))).toEqual(
      [],
    );
    const mine = await park.say("xiaoma", "direct", "我的", { platform: "wecom" });
    for (const one of ["一", "二", "三", "四", "五"])
      expect(mine.match(new RegExp(`${one}号路灯`, "gu"))).toHaveLength(1);
  });

  it("does the same in DingTalk, where the platform tells his name", async () => {
    const park = await openQuietPark(MORNING);
    expect(await park.say("0399001", "qiye-dingtalk", "诉求 宽带断网")).toBe(ASKED);
    expect(await park.say("0399001", "qiye-dingtalk", "我是 永州恒达鞋业有限公司")).toContain("已收到 #1 宽带断网");
    expect(await park.say("0399001", "qiye-dingtalk", "进度 1")).toContain("通信运营中心");
  });

  it("chooses by number when several companies match, and is told when none does", async () => {
    const park = await openQuietPark(MORNING);
    await park.say("xiaoma", "qiye", "诉求 三车间昨晚停电两次");
    expect(await park.say("xiaoma", "qiye", "我是 某某钢铁")).toBe(
      "没有找到「某某钢铁」，请写营业执照上的全称，或请营商办登记贵企业。",
    );
    const several = await park.say("xiaoma", "qiye", "我是 湖南");
    expect(several).toBe(
      "有几家相近的企业：1. 湖南中塑科技有限公司；2. 湖南湘晶电子有限公司；3. 湖南九嶷制药有限公司；4. 湖南光源照明科技有限公司。请回复序号，例如：我是 1",
    );
    expect(await park.say("xiaoma", "qiye", "我是 9")).toContain("没有找到「9」");
    expect(await park.say("xiaoma", "qiye", "我是 ２")).toContain("已收到 #1 三车间昨晚停电两次");
    expect(await park.say("李敏", "direct", "进度 1")).toContain("**企业**：湖南湘晶电子有限公司（联络人未核实）");
    // More names than five would read the park's register to a stranger.
    expect(await park.say("xiaoli", "qiye", "我是 有限公司")).toBe(
      "与「有限公司」相近的企业较多，请写营业执照上的全称。",
    );
    expect(await park.say("周长友", "qiye", "我是 湘晶电子")).toContain("机构文件里已有您的信息");
  });

  variant("is shown to the coordinator, who verifies him; until then he speaks for his own issues alone", async () => {
    const park = await openQuietPark(MORNING);
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    await park.say("xiaoma", "qiye", "我是 中塑科技");
    await park.say("xiaoma", "qiye", "诉求 二车间漏水 #厂房");
    expect(headlines(park.said("李敏"))).toContain("有新的联络人，尚未核实");
    const notice = park.said("李敏").find((one) => one.includes("有新的联络人")) ?? "";
    expect(notice).toContain("xiaoma");
    expect(notice).toContain("湖南中塑科技有限公司");
    expect(notice).toContain("核实 2");

    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "答复 1 已修好");
    const refused = await park.say("xiaoma", "qiye", "已解决 1");
    expect(refused).toBe("是否解决由提出诉求的企业确认；#1 现在「待企业确认」，由供电公司负责，可以：进度 1。");
    expect(await park.say("xiaoma", "direct", "进度 1", { platform: "wecom" })).toContain("这里没有这个编号的诉求");
    expect(await park.say("王建国", "gongdian", "核实 2")).toContain("「核实」由营商办使用");
    expect(await park.say("xiaoma", "qiye", "核实 2")).toContain("「核实」由营商办使用");

    expect(await park.say("李敏", "direct", "核实 2")).toBe("已核实 #2 的联络人xiaoma是湖南中塑科技有限公司的。");
    expect(await park.say("李敏", "direct", "核实 2")).toContain("此前已核实");
    expect(await park.say("xiaoma", "qiye", "我是 中塑科技")).toContain("已经核实您是湖南中塑科技有限公司的联络人");
    expect(await park.say("李敏", "direct", "进度 2")).not.toContain("未核实");
    expect(await park.say("xiaoma", "qiye", "已解决 1")).toContain("已办结：已解决");
  });

  variant(
    "is vouched for as one company's alone: whoever names another one later is unverified again, and the coordinator hears of it",
    async () => {
      const park = await openQuietPark(MORNING);
      // 陈立新 of 湘晶电子 raises something in private, which is nobody else's business.
      await park.say("陈立新", "direct", "诉求 与银行的续贷没有谈成");
      await park.say("0399001", "qiye-dingtalk", "我是 恒达鞋业");
      await park.say("0399001", "qiye-dingtalk", "诉求 宽带断网");
      // Before the coordinator looks at it, he is of another company.
      expect(await park.say("0399001", "qiye-dingtalk", "我是 湘晶电子")).toContain("待营商办核实");
      const told = park.said("李敏").find((one) => one.includes("改称属于另一家企业")) ?? "";
      expect(told).toMatch(/0399001[\s\S]*恒达鞋业有限公司[\s\S]*湘晶电子有限公司/u);
      expect(await park.say("李敏", "direct", "核实 2")).toMatch(
        /永州恒达鞋业有限公司的。现自称属于湖南湘晶电子有限公司，该企业尚未核实。$/u,
      );
      const direct = { platform: "dingtalk" } as const;
      expect(await park.say("0399001", "direct", "进度 1", direct)).toContain("这里没有这个编号");
      expect(await park.say("0399001", "direct", "撤回 1 不需要了", direct)).toContain("这里没有这个编号");
      expect(await park.say("0399001", "direct", "我的", direct)).not.toContain("续贷");
      expect(await park.say("陈立新", "direct", "进度 1")).toContain("续贷");
      // As the verified one of a company, too: with the next name he begins anew.
      await park.say("0399001", "qiye-dingtalk", "诉求 路灯坏了");
      await park.say("李敏", "direct", "核实 3");
      expect(await park.say("0399001", "direct", "进度 1", direct)).toContain("续贷");
      await park.say("0399001", "qiye-dingtalk", "我是 恒达鞋业");
      expect(await park.say("0399001", "direct", "进度 1", direct)).toContain("这里没有这个编号");
      await park.say("0399001", "qiye-dingtalk", "我是 湘晶电子");
      expect(await park.say("0399001", "direct", "进度 1", direct)).toContain("这里没有这个编号");
    },
  );

  it("who raised something in one group and names his company in another gets the receipts where they belong", async () => {
    const { park } = await openChangingPark(MORNING, (org) =>
      org.replace(
        "\nchats:\n",
        '\nchats:\n  - { code: fuwu-dingtalk, platform: dingtalk, chatId: "cidFuwu0001==", name: 服务企业钉钉群, audience: enterprise }\n',
      ),
    );
    await park.say("0399001", "qiye-dingtalk", "诉求 三车间昨晚停电两次");
    await park.say("0399001", "qiye-dingtalk", "诉求 保密 有人收保护费");
    await park.say("0399001", "qiye-dingtalk", "诉求 保密 还有人堵大门");
    // A second group of companies on the same platform, of which the first one's people are no members.
    const elsewhere = await park.say("0399001", "fuwu-dingtalk", "我是 恒达鞋业");
    expect(elsewhere).toBe(
      "此前在其他群提出的诉求也已登记，回执发在原群。\n\n已收到，已私下回复，请自行撤回群内原消息。",
    );
    expect(park.said("qiye-dingtalk").at(-1)).toContain("已收到 #1 三车间昨晚停电两次");
    // The simulated DingTalk has no direct chat of a stranger: what was sent to him stands in the outbox.
    const alone = await park.app.db
      .select()
      .from(notices)
      .where(eq(notices.lane, "person:dingtalk:0399001"))
      .orderBy(notices.id);
    const receipts = alone.map(({ body }) => JSON.stringify(body));
    expect(receipts).toHaveLength(2);
    expect(receipts[0]).toContain("已收到 #2 ［保密］有人收保护费");
    expect(receipts[1]).toContain("已收到 #3 ［保密］还有人堵大门");
  });

  variant(
    "whose group has left the org file before he names his company has his issue filed all the same, and it holds up no start",
    async () => {
      const story = await openChangingPark(MORNING, (org) =>
        org.replace(
          "\nchats:\n",
          '\nchats:\n  - { code: fuwu-dingtalk, platform: dingtalk, chatId: "cidFuwu0001==", name: 服务企业钉钉群, audience: enterprise }\n',
        ),
      );
      await story.park.say("0399001", "fuwu-dingtalk", "诉求 三车间昨晚停电两次");
      let park = await story.change((org) => org.replace(/^ {2}- \{ code: fuwu-dingtalk,.*\n/m, ""));
      await park.say("0399001", "qiye-dingtalk", "我是 恒达鞋业");
      expect(await park.say("李敏", "direct", "进度 1")).toContain("三车间昨晚停电两次");
      park = await story.change((org) => `${org}\n# nothing else\n`);
      expect(await park.say("李敏", "direct", "进度 1")).toContain("三车间昨晚停电两次");
    },
  );

  variant("who was vouched for loses nothing that he says while his company is not in the org file", async () => {
    const story = await openChangingPark(MORNING);
    await story.park.say("0399001", "qiye-dingtalk", "我是 恒达鞋业");
    await story.park.say("0399001", "qiye-dingtalk", "诉求 宽带断网");
    await story.park.say("李敏", "direct", "核实 1");
    await story.park.say("0399001", "qiye-dingtalk", "撤回 1");
    const lines = /^ {2}- \{ (?:code: hengda|name: 唐志强),.*\n/gm;
    let removed: readonly string[] = [];
    let park = await story.change((org) => {
      removed = org.match(lines) ?? [];
      return org.replace(lines, "");
    });
    expect(await park.say("0399001", "qiye-dingtalk", "诉求 路灯坏了")).toBe(ASKED);
    park = await story.change((org) => org.replace("\nenterprises:\n", `\nenterprises:\n${removed[0] ?? ""}`));
    expect(await park.say("0399001", "qiye-dingtalk", "我是 恒达鞋业")).toContain("已收到 #2 路灯坏了");
    expect(await park.say("李敏", "direct", "进度 2")).not.toContain("未核实");
  });

  it("whose first issue is confidential hears of it in the group in one neutral sentence", async () => {
    const park = await openQuietPark(MORNING);
    await park.say("0399001", "qiye-dingtalk", "诉求 保密 有人收保护费");
    const named = await park.say("0399001", "qiye-dingtalk", "我是 恒达鞋业");
    expect(named).toBe("已收到，已私下回复，请自行撤回群内原消息。");
    expect(park.said("qiye-dingtalk").join("\n")).not.toMatch(/保护费|#1/u);
  });

  it("and who says nothing of a company may still ask, thank and be helped", async () => {
    const park = await openQuietPark(MORNING);
    expect(await park.say("xiaoma", "qiye", "谢谢")).toBe("");
    expect(await park.say("xiaoma", "qiye", "帮助")).toContain("诉求 三车间昨晚停电两次");
    expect(await park.say("xiaoma", "qiye", "我的")).toBe("暂无诉求，提出诉求请发：诉求 …");
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    expect(await park.say("xiaoma", "qiye", "进度 1")).toContain("待签收");
    expect(await park.say("xiaoma", "qiye", "统计")).toContain("供工作人员使用");
    expect(await park.say("xiaoma", "qiye", "签收 1")).toContain("您没有「签收」权限");
  });
});

describe("a place that the org file does not know", () => {
  it("gets one polite sentence and its chat id on both platforms, and nothing is filed", async () => {
    const park = await openQuietPark(MORNING);
    for (const [platform, chatId, who] of [
      ["wecom", "wrkUnknown_Group-01", "zhouchangyou"],
      ["dingtalk", "cidUnknown+Group/01==", "0254571"],
    ] as const) {
      const [only, ...more] = await sayElsewhere(park, platform, chatId, who, "诉求 三车间昨晚停电两次");
      expect(only).toContain(chatId);
      expect(only).toMatch(/^[^。\n]+。$/u);
      expect(more).toEqual([]);
    }
    expect(await park.say("李敏", "direct", "进度 1")).toContain("这里没有这个编号的诉求");
  });

  it("and an unknown person in a direct chat or a department's group gets one sentence with the account", async () => {
    const park = await openQuietPark(MORNING);
    expect(await park.say("xiaoma", "direct", "诉求 停电", { platform: "wecom" })).toBe(
      "您好，我还不认识您，账号是 xiaoma。请发：我是 姓名 手机号（手机号只用于核对），由营商办核实后使用；刚才的话请届时再说一遍。",
    );
    expect(await park.say("0399001", "direct", "签收 1", { platform: "dingtalk" })).toContain("0399001");
    expect(await park.say("0399001", "gongdian", "待办")).toContain("0399001");
    expect(await park.say("xiaoma", "duban", "统计")).toContain("xiaoma");
  });
});
