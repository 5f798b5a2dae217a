import { describe, expect, it } from "vitest";
import type { Park } from "../support/park.ts";
import { headlines, openQuietPark, withoutDigests } from "../support/story.ts";
import { variant } from "../support/told.ts";

const MORNING = "2026-11-16T09:00:00+08:00";

/** The id of the last message in a chat that has these words. */
function shown(park: Park, chat: string, words: string): string {
  return park.messages(chat).findLast((one) => one.from === null && one.text.includes(words))?.id ?? "";
}

describe("routing", () => {
  it("that is sure dispatches at once and tells the reason in the receipt and on 为什么", async () => {
    const park = await openQuietPark(MORNING);
    expect(await park.say("周长友", "qiye", "诉求 子女入学学位不够")).toContain(
      "**分派依据**：子女入学 → 入学 → 教育局",
    );
    expect(await park.say("周长友", "qiye", "为什么 1")).toBe("#1 的分派依据：子女入学 → 入学 → 教育局。");
    await park.say("李敏", "direct", "转派 1 社会局");
    expect(await park.say("李敏", "direct", "1号怎么归社会局管？")).toMatch(
      /^#1 由营商办李敏于 .+ 转派给社会事务局（原责任单位：教育局）。提出时自动派给教育局，依据：子女入学 → 入学 → 教育局。/u,
    );
    expect(await park.say("周长友", "qiye", "诉求 停电三次 #融资")).toContain("**责任单位**：财政金融局");
    expect(await park.say("周长友", "qiye", "诉求 停电三次 #随便")).toContain("**责任单位**：供电公司");
  });

  it("that is a tie goes to the coordinator with numbered suggestions, of which 派单 N 1 takes the first", async () => {
    const park = await openQuietPark(MORNING);
    const receipt = await park.say("周长友", "qiye", "诉求 门口停电又停水");
    expect(receipt).toContain("**责任单位**：由营商办派单");
    expect(receipt).toContain("**答复期限**：派单后起算");
    const [asked] = park.said("李敏");
    expect(asked).toContain("待派单 #1 门口停电又停水");
    expect(asked).toMatch(/1 (供电公司|自来水公司)[\s\S]*2 (供电公司|自来水公司)/u);
    expect(await park.say("周长友", "qiye", "为什么 1")).toContain("由营商办派单");
    expect(await park.say("李敏", "direct", "进度 1")).toMatch(/\*\*建议\*\*：1 .+　2 /u);
    const first = /1 (供电公司|自来水公司)/u.exec(asked ?? "")?.[1] ?? "";
    expect(await park.say("李敏", "direct", "派单 1 １")).toContain(`已派给${first}`);
    expect(headlines(park.said("qiye")).at(-1)).toBe(`#1 门口停电又停水 已交${first}`);
    // Who decided comes first, then what its words led to.
    const company = await park.say("周长友", "qiye", `为什么是${first}？`);
    expect(company).toMatch(
      new RegExp(`^#1 由营商办于 11月16日 .+ 派单给${first}。提出时没有自动派单；照现在看，最接近：`, "u"),
    );
    expect(company).not.toContain("李敏");
    await park.say("李敏", "direct", "1转给交通局");
    const moved = await park.say("李敏", "direct", "为啥 1 去了交通局");
    expect(moved).toMatch(new RegExp(`^#1 由营商办李敏于 .+ 转派给交通运输局（原责任单位：${first}）。提出时`, "u"));
    await park.say("李敏", "direct", `转派 1 ${first}`);
    expect(park.said("qiye").at(-1)).toMatch(/\*\*答复期限\*\*：11月\d+日 周./u);
  });

  variant(
    "that finds nothing goes to the coordinator, who may dispatch by name, alias or code, or not accept it",
    async () => {
      const park = await openQuietPark(MORNING);
      for (const words of ["钟楼太远", "钟楼太贵", "钟楼太挤"]) await park.say("周长友", "qiye", `诉求 ${words}`);
      expect(await park.say("李敏", "direct", "派单 1 1")).toContain("#1 没有建议单位，请写单位名：派单 1 单位名");
      expect(await park.say("李敏", "direct", "派单 1 社会局")).toContain("已派给社会事务局");
      expect(await park.say("李敏", "direct", "派单 2 commerce")).toContain("已派给商务局");
      expect(await park.say("李敏", "direct", "派单 3 公司")).toContain("请写全名");
      expect(await park.say("李敏", "direct", "不受理 3")).toContain("请说明「不受理」#3 的原因");
      expect(await park.say("李敏", "direct", "不受理 3 属企业内部事务，可咨询社会事务局")).toContain("已不予受理");
      expect(headlines(park.said("qiye")).at(-1)).toBe("#3 钟楼太挤 不予受理");
      expect(park.said("qiye").at(-1)).toContain("> 属企业内部事务，可咨询社会事务局");
      expect(await park.say("李敏", "direct", "不受理 1 不归我们")).toContain("现在不能「不受理」；#1 现在「待签收」");
      expect(headlines(park.said("shehui"))).toEqual(["派单 #1 钟楼太远"]);
    },
  );
});

describe("转派, 协办 and 代", () => {
  it("keep the first due date over a transfer, and tell the old unit, the new one and the company", async () => {
    const park = await openQuietPark(MORNING);
    await park.say("周长友", "qiye", "诉求 路面坑洼");
    await park.say("魏强", "jiaotong", "签收 1");
    await park.at("2026-11-17T10:00:00+08:00");
    const moved = await park.say("李敏", "direct", "转派 1 住建局 园区内部道路");
    expect(moved).toContain("已派给建设管理局");
    expect(moved).toContain("答复期限：11月25日 周三 09:00");
    expect(headlines(park.said("jiaotong")).at(-1)).toBe("#1 路面坑洼 已转派给建设管理局");
    expect(headlines(withoutDigests(park.said("jianshe")))).toEqual(["派单 #1 路面坑洼"]);
    expect(headlines(park.said("qiye")).at(-1)).toBe("#1 路面坑洼 已交建设管理局");
    for (const chat of ["jianshe", "qiye"]) {
      expect(park.said(chat).at(-1), chat).toContain("**答复期限**：11月25日 周三 09:00");
    }
    expect(await park.say("魏强", "jiaotong", "答复 1 好了")).toContain("这里没有这个编号的诉求");
    expect(await park.say("曾敏", "jianshe", "签收 1")).toContain("答复期限：11月25日 周三 09:00");
    const due = await park.say("周长友", "qiye", "期限 1");
    expect(due).toContain("现在的期限：11月25日 周三 09:00");
    expect(due).toContain("派单：11月16日 周一 09:00，开始计时");
    expect(due).toContain("11月25日 周三：计 0.5 小时");
    expect(due).toContain("11月17日 周二 10:00 转派，期限不变");
    expect(due).toContain("现在的期限：11月25日 周三 09:00");
    // A new limit is given only by saying it.
    expect(await park.say("李敏", "direct", "转派 1 经发局 11月27日前")).toContain("答复期限：11月27日 周五 17:30");
    const again = await park.say("周长友", "qiye", "期限 1");
    expect(again).toContain("11月17日 周二 10:00 转派，期限 11月27日 周五 17:30");
    expect(again).toContain("最初期限：11月25日 周三 09:00");
    expect(again).toContain("现在的期限：11月27日 周五 17:30");
    expect(await park.say("李敏", "direct", "转派 1 经发局")).toContain("已由该单位负责");
  });

  variant("lets a helping department see and note, with a limit of its own, and nothing more", async () => {
    const park = await openQuietPark(MORNING);
    await park.say("周长友", "qiye", "诉求 路面坑洼");
    expect(await park.say("曾敏", "jianshe", "进度 1")).toContain("这里没有这个编号的诉求");
    expect(await park.say("魏强", "jiaotong", "协办 1 建设管理局 请提供图纸")).toContain("已请建设管理局协办");
    const asked = park.said("jianshe").at(-1);
    expect(asked).toContain("请建设管理局协办 #1 路面坑洼");
    expect(asked).toContain("**协办期限**：11月19日 周四 09:00");
    expect(asked).toContain("**说明**：请提供图纸");
    expect(await park.say("曾敏", "jianshe", "备注 1 图纸已发")).toContain("已备注");
    expect(await park.say("曾敏", "jianshe", "待办")).toContain("#1 ");
    expect(await park.say("曾敏", "jianshe", "签收 1")).toContain(
      "您没有「签收」权限；#1 现在「待签收」，由交通运输局负责",
    );
    expect(await park.say("李敏", "direct", "协办 1 住建局")).toContain("该单位已在协办");
    expect(await park.say("魏强", "jiaotong", "进度 1")).toContain("**协办**：建设管理局");
    expect(park.said("qiye").join("\n")).not.toMatch(/协办|图纸/u);
  });

  variant("lets the coordinator raise an issue for a company", async () => {
    const park = await openQuietPark(MORNING);
    expect(await park.say("李敏", "direct", "代 九嶷制药 诉求 环评材料要交几次")).toContain(
      "已收到 #1 环评材料要交几次",
    );
    expect(park.said("shenpi")[0]).toContain("**企业**：湖南九嶷制药有限公司");
    expect(await park.say("蒋玉兰", "direct", "我的")).toContain("#1 湖南九嶷制药有限公司：环评材料要交几次");
    expect(await park.say("李敏", "direct", "代 湖南 诉求 停电")).toContain("「湖南」有几家");
    expect(await park.say("李敏", "direct", "代 不存在 诉求 停电")).toContain("没有叫「不存在」的企业");
    expect(await park.say("李敏", "direct", "诉求 停电")).toContain("请写明代哪家企业提出：代 企业名 诉求");
    expect(await park.say("周长友", "qiye", "代 九嶷制药 诉求 停电")).toContain("「代」由营商办使用");
    await park.say("黄志华", "shenpi", "签收 1");
    await park.say("黄志华", "shenpi", "答复 1 一次");
    expect(await park.say("蒋玉兰", "direct", "已解决 1")).toContain("已办结：已解决");
  });
});

describe("limits", () => {
  variant("may be a date of the coordinator's, and are explained as such", async () => {
    const park = await openQuietPark(MORNING);
    await park.say("周长友", "qiye", "诉求 食堂太远");
    expect(await park.say("周长友", "qiye", "期限 1")).toBe("#1 尚未派单，答复期限从派单起算。");
    // What was merged before a unit had it has no limit, and there is no unit to tell.
    await park.say("周长友", "qiye", "诉求 食堂的菜太远太少");
    const merged = await park.say("李敏", "direct", "合并 2 1");
    expect(merged).toContain("已并入 #1");
    expect(merged).not.toContain("责任单位");
    expect(await park.say("周长友", "qiye", "期限 2")).toBe("#2 没有派过单，没有答复期限。");
    expect(await park.say("李敏", "direct", "派单 1 社会局 11月20日前")).toContain("答复期限：11月20日 周五 17:30");
    // Pressed for before anybody has signed, it can be signed for.
    await park.say("李敏", "direct", "催办 1");
    expect(park.said("shehui").at(-1)).toMatch(/催办[\s\S]*签收 1/u);
    const due = await park.say("周长友", "qiye", "期限 1");
    expect(due).toContain("时限：派单时指定了日期");
    expect(due).not.toContain("计 6.5 小时");
    expect(due).toContain("现在的期限：11月20日 周五 17:30");
  });

  it("follow 紧急, 复杂 and the category, and 紧急 inside a word means nothing", async () => {
    const park = await openQuietPark(MORNING);
    const cases: [words: string, due: string][] = [
      ["路面坑洼", "11月25日 周三 09:00"],
      ["紧急 路面坑洼", "11月17日 周二 09:00"],
      ["路面坑洼 复杂", "12月7日 周一 09:00"],
      ["三车间停电", "11月23日 周一 09:00"],
      ["三车间停电，紧急", "11月17日 周二 09:00"],
      ["公交站太远", "11月30日 周一 09:00"],
      ["紧急通道停电", "11月23日 周一 09:00"],
    ];
    for (const [words, due] of cases) {
      expect(await park.say("周长友", "qiye", `诉求 ${words}`), words).toContain(`**答复期限**：${due}`);
    }
    expect(headlines(park.said("qiye"))[1]).toBe("已收到 #2 ［紧急］路面坑洼");
    expect(headlines(park.said("qiye"))[2]).toBe("已收到 #3 ［复杂］路面坑洼");
    expect(headlines(park.said("qiye"))[6]).toBe("已收到 #7 紧急通道停电");
  });

  it("are explained line by line over the National Day weeks", async () => {
    const park = await openQuietPark("2026-09-28T09:00:00+08:00");
    expect(await park.say("周长友", "qiye", "诉求 路面坑洼")).toContain("**答复期限**：10月13日 周二 09:00");
    expect(await park.say("周长友", "qiye", "期限 1")).toBe(
      [
        "### #1 的答复期限",
        "",
        "- 派单：9月28日 周一 09:00，开始计时",
        "- 时限：7 个工作日（每天 08:30-12:00、14:30-17:30）",
        "- 9月28日 周一：计 6 小时",
        "- 9月29日 周二：计 6.5 小时",
        "- 9月30日 周三：计 6.5 小时",
        ...["1日 周四", "2日 周五", "3日 周六", "4日 周日", "5日 周一", "6日 周二", "7日 周三"].map(
          (day) => `- 10月${day}：国庆节，不计`,
        ),
        "- 10月8日 周四：计 6.5 小时",
        "- 10月9日 周五：计 6.5 小时",
        "- 10月10日 周六：调休上班，计 6.5 小时",
        "- 10月11日 周日：周末，不计",
        "- 10月12日 周一：计 6.5 小时",
        "- 10月13日 周二：计 0.5 小时",
        "- 现在的期限：10月13日 周二 09:00",
      ].join("\n"),
    );
  });

  it("that reach into a year without a holiday list say so", async () => {
    const park = await openQuietPark("2026-12-28T09:00:00+08:00");
    expect(await park.say("周长友", "qiye", "诉求 路面坑洼")).toContain(
      "2027 年放假安排尚未公布，期限先按周一至周五计算。",
    );
    expect(await park.say("周长友", "qiye", "期限 1")).toContain("2027 年放假安排尚未公布");
  });
});

describe("words", () => {
  variant("have English twins, for a whole life of an issue", async () => {
    const park = await openQuietPark(MORNING);
    const company = (text: string) => park.say("周长友", "qiye", text);
    const unit = (text: string) => park.say("王建国", "gongdian", text);
    const office = (text: string) => park.say("李敏", "direct", text);
    expect(await company("issue 三车间停电")).toContain("已收到 #1 三车间停电");
    expect(await company("STATUS 1")).toContain("待签收");
    expect(await company("mine")).toContain("#1 三车间停电");
    expect(await company("due 1")).toContain("的答复期限");
    expect(await company("why 1")).toContain("分派依据");
    expect(await company("search 停电")).toContain("找到 1 件");
    expect(await company("urge 1")).toContain("已催办");
    expect(await unit("return 1 不归我们")).toContain("已申请退单");
    expect(await office("refuse 1 归你们")).toContain("已驳回退单");
    expect(await unit("sign 1")).toContain("已签收");
    expect(await unit("contact 1 已电话沟通")).toContain("已记录联系");
    expect(await unit("measure 1 换线 11月20日前")).toContain("承诺完成");
    expect(await unit("note 1 仓库有货")).toContain("已备注");
    expect(await unit("progress 1 在换")).toContain("已向企业反馈进展");
    expect(await unit("extend 1 1天 下雨")).toContain("已申请延期");
    expect(await office("approve 1")).toContain("已同意延期");
    expect(await unit("ask 1 几号表")).toContain("已请企业补充");
    expect(await company("add 1 三号表")).toContain("已补充");
    expect(await office("supervise 1 抓紧")).toContain("已督办");
    expect(await unit("todo")).toContain("办理中（1）");
    expect(await unit("hold 1 12月3日 等大修")).toContain("已申请挂账");
    expect(await park.say("赵长河", "duban", "approve 1")).toContain("已同意挂账");
    expect(await unit("resume 1")).toContain("已恢复办理");
    expect(await unit("answer 1 换好了")).toContain("已答复");
    expect(await company("unsolved 1 又停")).toContain("已退回");
    expect(await unit("answer 1 再换好了")).toContain("已答复");
    expect(await company("solved 1")).toContain("已办结：已解决");
    expect(await company("rate 1 5")).toContain("已评价 5 分");
    expect(await company("reopen 1 又停")).toContain("已重开");
    expect(await unit("answer 1 三换")).toContain("已答复");
    expect(await company("accept 1")).toContain("已办结：解释认可");
    expect(await office("for 凌云机械 issue 食堂太远")).toContain("已收到 #2");
    expect(await office("assign 2 社会局")).toContain("已派给社会事务局");
    expect(await office("transfer 2 住建局")).toContain("已派给建设管理局");
    expect(await company("issue 食堂太贵")).toContain("已收到 #3");
    expect(await office("reject 3 内部事务")).toContain("已不予受理");
    expect(await company("issue 停水")).toContain("已收到 #4");
    expect(await company("withdraw 4")).toContain("已撤回");
    expect(await office("assist 2 经发局 图纸")).toContain("已请经济发展局协办");
    expect(await office("stats")).toContain("收集 2");
    expect(await office("brief")).toContain("督办周报");
    expect(await company("help")).toContain("可以这样说");
    expect(await park.say("xiaoma", "qiye", "iam 凌云机械")).toContain("已登记");
    // A word that only begins like one is none.
    expect(await company("issues 停电")).toContain("要作为诉求提交吗？");
    expect(await company("additional light")).not.toContain("已补充");
  });

  variant("take full-width digits and punctuation, a slash, #, several spaces and line breaks", async () => {
    const park = await openQuietPark(MORNING);
    expect(await park.say("周长友", "qiye", "/诉求：三车间停电")).toContain("已收到 #1 三车间停电");
    expect(await park.say("周长友", "qiye", "  ／诉求，\n\n二车间停电\n影响交货")).toContain("已收到 #2 二车间停电");
    expect(await park.say("周长友", "qiye", "诉求一车间停电")).toContain("已收到 #3 一车间停电");
    for (const words of [
      "进度1",
      "进度 #1",
      "进度　＃１",
      "进度：１",
      "进度\n1",
      "/进度   1。",
      "进度 # 1",
      "status #1",
    ]) {
      expect(await park.say("周长友", "qiye", words), words).toContain("#1 三车间停电");
    }
    expect(await park.say("王建国", "gongdian", "签收＃１")).toContain("已签收");
    expect(await park.say("王建国", "gongdian", "／措施　１　更换变压器，１１月２０日前")).toContain(
      "承诺完成：11月20日 周五 17:30",
    );
    expect(await park.say("周长友", "qiye", "补充 12吨货压着")).toContain("「补充」指哪一件？");
    expect(await park.say("周长友", "qiye", "补充 1，12吨货压着")).toContain("已补充　#1");
  });

  variant("need no number behind a quotation of the bot's message, on both platforms", async () => {
    const park = await openQuietPark(MORNING);
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("周长友", "qiye", "诉求 二车间停电");
    // DingTalk: what the bot sent by the group API is quoted by its key alone, a reply with its text.
    const announced = shown(park, "gongdian", "新诉求 #2");
    expect(await park.say("王建国", "gongdian", "签收", { quotes: announced })).toContain("已签收　#2 二车间停电");
    const replied = shown(park, "gongdian", "已签收　#2");
    expect(await park.say("王建国", "gongdian", "措施 换线 11月20日前", { quotes: replied })).toContain(
      "已记录措施　#2",
    );
    expect(await park.say("王建国", "gongdian", "仓库有货", { quotes: announced })).toContain(
      "已备注（企业看不到）　#2",
    );
    expect(await park.say("王建国", "gongdian", "答复 换好了", { quotes: announced })).toContain(
      "已答复，待企业确认　#2",
    );
    // WeCom: a quotation has its text alone.
    const answered = shown(park, "qiye", "已答复，请确认");
    expect(await park.say("周长友", "qiye", "未解决 又停了", { quotes: answered })).toContain("已退回继续办理　#2");
    expect(await park.say("周长友", "qiye", "是三号表", { quotes: answered })).toContain("已补充　#2");
    await park.say("王建国", "gongdian", "答复 2 换好了");
    expect(await park.say("周长友", "qiye", "已解决", { quotes: answered })).toContain("已办结：已解决　#2");
    expect(await park.say("周长友", "qiye", "评价 4", { quotes: answered })).toContain("已评价 4 分　#2");
    // A number that is said wins over the quotation.
    expect(await park.say("周长友", "qiye", "进度 1", { quotes: answered })).toContain("#1 三车间停电");
    // A message about several issues stands for those of them with which it can be done.
    await park.say("周长友", "qiye", "我的");
    const list = shown(park, "qiye", "最近的诉求");
    expect(await park.say("周长友", "qiye", "催办", { quotes: list })).toContain("已催办　#1");
  });
});
