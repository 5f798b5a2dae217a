import { describe, expect, it } from "vitest";
import { nextInConfidence } from "../../../../src/chat/understand/confidence.ts";
import type { Situation } from "../../../../src/chat/understand/situation.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { asksForConfidence } from "../../../../src/chat/understand/zh-cn-confidence.ts";
import { own, said, saidInFull, situationIn } from "../../../support/talk.ts";

/** A wish for confidence: with what it goes, and into what it does not. */

const DIRECT = { who: "liaison", place: "direct" } as const;
const LAMP = own(51, "in_progress", "东门路灯不亮");
const SECRET = { ...own(52, "in_progress", "门口收保护费"), confidential: true };
const OFFICE = { who: "coordinator" as const, place: "direct" as const, issues: [LAMP] };

/** What is done, offered or told, with the text that goes with it. */
function meant(text: string, situation: Situation): string {
  const { steps } = understand(text, situation);
  return steps
    .map((step) => {
      if (step.kind === "tell") return step.told;
      return "doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.rest}` : step.kind;
    })
    .join(" + ");
}

describe("of an issue that others read", () => {
  const situation = situationIn({ ...DIRECT, issues: [LAMP] });

  it.each([
    "51改成保密，别让人知道是我们厂",
    "51改成保密的",
    "把51设为匿名",
    "51保密",
    "我不是让你匿名了吗",
    "说好保密的呢",
    "补充 51 改成保密",
    "刚才那个保密",
    "上面那件要保密一下哈",
    "刚刚报的麻烦帮我们保密",
    "补充 51 昨晚又灭了两盏，别说是我们讲的",
  ])("it is said that it cannot be changed, and the wish goes nowhere: %s", (text) => {
    expect(meant(text, situation)).toBe("confidence-stands");
  });

  it("the office hears how it can be done instead, and nothing is noted", () => {
    expect(meant("51改保密", situationIn(OFFICE))).toBe("confidence-from-outside");
    expect(meant("51改成保密，给纪检", situationIn(OFFICE))).toBe("confidence-from-outside");
    expect(meant("备注 51 企业要求保密", situationIn(OFFICE))).toBe("do note 企业要求保密");
  });

  it("what is said to the answer to a confidential one goes there, and is not raised openly", () => {
    const answered = situationIn({ ...DIRECT, issues: [{ ...SECRET, state: "answered" }] });
    for (const text of ["那会我也去不了啊，能线上吗", "那天我没空，能改天吗"])
      expect(meant(text, answered), text).toBe(`offer supplement ${text}`);
    for (const text of ["宿舍停水了", "中午食堂几点开", "你们什么时候过来"])
      expect(meant(text, answered), text).not.toContain("supplement");
  });

  it("what is wished of one that is confidential goes there", () => {
    const secret = situationIn({ ...DIRECT, issues: [SECRET] });
    expect(meant("补充 52 又来了两个人，别说是我讲的", secret)).toBe("do supplement 又来了两个人，别说是我讲的");
    expect(meant("52千万别让他们知道是我", secret)).toBe("what-confidence-is");
    expect(meant("刚才那个保密吧", secret)).toBe("what-confidence-is");
  });
});

describe("what is shown, or raised next", () => {
  it("is shown as confidential to whoever wishes it then", () => {
    const pending = { ask: "submit?", text: "宿舍没热水" } as const;
    for (const text of ["能匿名不", "别写我名字", "保密"])
      expect(meant(text, situationIn({ ...DIRECT, pending })), text).toBe("offer submit 保密 宿舍没热水");
    expect(meant("不用保密", situationIn({ ...DIRECT, pending }))).not.toContain("保密 宿舍");
  });

  it("a wish is no text of what is asked for", () => {
    const pending = { ask: "need", what: "text", step: { do: "submit" } } as const;
    expect(meant("别让我们老板知道", situationIn({ ...DIRECT, pending }))).toBe("what-confidence-is");
  });

  it("goes with the wish that was said before it, whatever is said in between, and is shown before it is filed", () => {
    const next = nextInConfidence({ command: "submit", word: "诉求", number: null, rest: "" });
    const situation: Situation = { ...situationIn(DIRECT), question: next };
    expect(meant("我们厂欠我三个月工资", situation)).toBe("offer submit 保密 我们厂欠我三个月工资");
    expect(meant("诉求 我们厂欠我三个月工资", situation)).toBe("offer submit 保密 我们厂欠我三个月工资");
    expect(understand("我的", situation).keepsQuestion).toBe(true);
    expect(meant("不用保密了，东门路灯不亮三天了", situation)).not.toContain("submit 保密");
    expect(meant("算了", situation)).toBe("silence");
  });
});

describe("a wish without a matter", () => {
  const WISHES = [
    "我们想保密提一个",
    "我们想保密提一个 关于税务的",
    "有个事想保密反映",
    "保密提个事",
    "要保密说一下",
    "有些话不方便在这说",
    "这儿不好讲",
    "这个事群里不好讲",
    "这话不能当着大家讲",
    "有个敏感的事",
    "想单独跟你们说个事",
    "想私底下反映",
    "别告诉人社是我问的",
    "别跟税务说是我们提的",
    "不要让他们晓得是谁问的",
  ];

  it.each(WISHES)("is offered to be filed nowhere: %s", (text) => {
    expect(meant(text, situationIn({ who: "liaison" }))).toBe("say-in-private");
    expect(meant(text, situationIn(DIRECT))).toBe("what-confidence-is");
  });

  it.each(WISHES.slice(0, 8))("is no answer to 同感 that is asked about: %s", (text) => {
    const pending = { ask: "confirm", step: { do: "join", n: 6 } } as const;
    const issues = [{ n: 6, state: "in_progress", title: "自来水有锈水", mine: false } as const];
    expect(meant(text, situationIn({ who: "liaison", issues, pending }))).toBe("say-in-private");
  });

  it.each([
    "机房保密措施不到位",
    "我们想单独提一个诉求 停车难",
    "停车不方便，在这说一下",
    "这事不好说，可能是水压",
    "数据敏感问题大 网络不稳",
    "我们要办保密资质的员工培训没地方报",
  ])("is none where 保密 and its like tell of a matter: %s", (text) => {
    expect(meant(text, situationIn({ who: "liaison" }))).toMatch(/^offer submit/u);
  });
});

describe("danger that is over", () => {
  const pending = { ask: "submit?", text: "三车间氨气泄漏了" } as const;

  it.each(["没事了，关了阀门", "灭了灭了", "算了，没事了"])("is not asked again, and not filed: %s", (text) => {
    expect(understand(text, situationIn({ who: "liaison", pending })).steps).toEqual([
      { kind: "over", shown: expect.objectContaining({ rest: `三车间氨气泄漏了\n${text}` }) },
    ]);
  });

  it("is none as long as something of it goes on", () => {
    for (const text of ["没事了吗", "火灭了，但是人还在里面"])
      expect(meant(text, situationIn({ who: "liaison", pending })), text).not.toBe("over");
  });
});

describe("somebody who is accused", () => {
  const LAMP = own(3, "dispatched", "路灯不亮");
  const direct = (text: string) =>
    saidInFull(text, { who: "liaison", place: "direct", issues: [{ ...LAMP, confidential: false }] });

  it.each([
    "我要投诉王建国",
    "投诉郭婷",
    "我要举报谢东",
    "我要投诉建管局",
    "举报建管局的谢东",
    "我想投诉供电局的王建国这个人",
  ])("is asked about, and in confidence, where nothing is told of him: %s", (text) => {
    expect(direct(text)).toEqual([`need submit - 保密 ${text}`]);
    expect(said(text, { who: "liaison" })).toBe("tell");
  });

  it("is raised as it is where more is told", () => {
    expect(direct("我要投诉王建国，他收红包")).toEqual(["do submit - 王建国，他收红包"]);
    expect(direct("投诉垃圾车太臭")).toEqual(["do submit - 垃圾车太臭"]);
  });

  it.each(["建管局那个谢东，装路灯要我们请客才肯来，这个事不要让建管局晓得", "路灯杆下面有人收保护费，别让建管局知道"])(
    "is a matter of its own, and no addition to one that shares a word: %s",
    (text) => {
      expect(direct(text)[0]).toMatch(/^offer submit - /u);
    },
  );

  it.each([
    "路灯那个补充下，昨天又灭了，别让人知道是我们说的",
    "3别让人知道是我们说的",
    "上次路灯那个事别让人知道是我们厂提的",
  ])("what goes on about an old one cannot become confidential: %s", (text) => {
    expect(direct(text)).toEqual(["tell confidence-stands"]);
  });
});

describe("a wish that stands before what is told", () => {
  it.each([
    "这事保密：门卫收钱才放车",
    "那个事情要绝对保密，质检员私下要回扣",
    "以下内容保密，仓管在偷料",
    "下面说的保密。协管员天天收钱",
    "跟你说个保密的，巡逻队拿我们的烟",
    "给您反映件保密的事：班组长打人",
    "我们要反映的保密，有人倒废水",
  ])("is heard: %s", (text) => {
    expect(asksForConfidence(text)).toBe(true);
  });

  it.each([
    "这项目保密级别高，要单独布线",
    "产品保密，外人不能进车间，门禁坏了",
    "我们保密室漏水了",
    "这事保密室的人清楚",
  ])("is none where it tells of a thing: %s", (text) => {
    expect(asksForConfidence(text)).toBe(false);
  });
});

describe("a wish that stands beside something else", () => {
  const WISHES = [
    "想保密",
    "我们想保密",
    "另外保密",
    "不过要保密",
    "但是尽量保密",
    "这个要保密的",
    "最好是保密的",
    "对了，保密哈",
    "还有，记得保密哟",
    "帮忙保密下",
    "走保密处理",
    "注明保密",
    "别对外",
    "不要对外公布",
    "内部掌握就好",
    "悄悄处理就行",
    "低调处理",
  ];
  const NONE = [
    "跟客户签了保密协议",
    "想装修保密室",
    "不用保密",
    "没必要保密",
    "不想保密",
    "想办涉密资质",
    "想做保密认证",
    "公司想上保密系统",
    "悄悄停水了",
    "对外公示栏坏了",
    "食堂不对外",
    "我们内部处理就行",
    "我们自己私下处理就好",
    "公司内部处理",
    "单位私下处理就行",
    "厂里悄悄处理",
    "内部处理",
    "我们尽量内部处理",
    "企业要求不对外公开",
    "门卫说内部的，不对外",
    "洗车房不对外",
    "安全、保密、消防",
  ];

  it.each(WISHES)("is one before, behind and in the middle: %s", (wish) => {
    for (const text of [`路被人挖断了，${wish}`, `${wish}，路被人挖断了`, `路断了。${wish}。货车进不来`])
      expect(asksForConfidence(text), text).toBe(true);
  });

  it.each(NONE)("is none: %s", (words) => {
    expect(asksForConfidence(`路被人挖断了，${words}`)).toBe(false);
  });

  it("that nothing is told outside is one where it is asked for, or said last; else it is told", () => {
    for (const text of ["希望不对外公布，路断了", "请不对外说。路断了", "最好不对外透露，路断了", "路断了，不对外公布"])
      expect(asksForConfidence(text), text).toBe(true);
    for (const text of [
      "充电桩建在园区里，不对外，能不能开放",
      "检测站答应过，不对外公布，结果数据都传出去了",
      "食堂建在院里，不对外",
      "收费标准不对外公布",
    ])
      expect(asksForConfidence(text), text).toBe(false);
  });

  it.each(["提交", "提吧", "可以", "是的", "没问题", "嗯"])("a yes with it files nothing openly: %s", (yes) => {
    const pending = { ask: "submit?", text: "宿舍没热水" } as const;
    for (const place of ["direct", "enterprise"] as const)
      for (const wish of WISHES)
        expect(meant(`${yes}，${wish}`, situationIn({ ...DIRECT, place, pending })), wish).toBe(
          "offer submit 保密 宿舍没热水",
        );
    for (const wish of NONE)
      expect(meant(`${yes}，${wish}`, situationIn({ ...DIRECT, pending })), wish).not.toContain("submit 保密");
  });

  it.each(["写明保密", "备注保密", "注意要保密"])("an office that gives it away so is warned first: %s", (wish) => {
    const open = situationIn({ who: "coordinator", place: "direct", issues: [own(22, "submitted", "卖假发票")] });
    expect(meant(`22给公安，${wish}`, open)).toMatch(/^confidence-from-outside \+ /);
    expect(meant(`22给公安，${wish}`, open)).not.toContain("do dispatch");
  });

  it.each(["保密的事在群里说行不行", "敏感的事能在群里讲不", "匿名的内容在这里发可以吗", "保密的诉求当众说不好吧"])(
    "where it can be said is asked: %s",
    (text) => {
      expect(meant(text, situationIn({ ...DIRECT, place: "enterprise" }))).toBe("say-in-private");
      expect(meant(text, situationIn(DIRECT))).toBe("what-confidence-is");
    },
  );
});
