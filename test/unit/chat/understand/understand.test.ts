import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import type { Line } from "../../../../src/cli/talk/line.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

const LIAISON = { who: "liaison" } as const;
const OFFICER = { who: "officer" } as const;
const COORDINATOR = { who: "coordinator" } as const;
const LEADER = { who: "leader" } as const;
const ROAD = own(31, "in_progress", "创业路坑洼多");
const NET = own(33, "dispatched", "园区光纤常断");
const LIFT = own(18, "answered", "货梯年检超期停用");
const quoting = (about: string, n: number): Line["quote"] => ({ of: "bot", about, n: [n] });

describe("several things in one message", () => {
  it.each<[string, Line["issues"], string]>([
    ["签收31，联系31 已加企业微信", [own(31, "dispatched", "创业路坑洼多")], "do sign 31 + do contact 31"],
    ["签收 31\n签收 33", [own(31, "dispatched", "x"), NET], "do sign 31 + do sign 33"],
    ["31 33 都签收", [own(31, "dispatched", "x"), NET], "do sign 31 + do sign 33"],
    ["31、33都处理完了", [ROAD, own(33, "in_progress", "x")], "offer answer 31 + offer answer 33"],
    ["答复 33，9路公交延长至晚上11点", [own(33, "in_progress", "x"), own(9, "in_progress", "y")], "do answer 33"],
  ])("of an official: %s", (text, issues, expected) => {
    expect(said(text, { ...OFFICER, issues })).toBe(expected);
  });

  it.each([
    ["把三、五都派给供电公司", "do dispatch 3 + do dispatch 5"],
    ["把二十号给供电公司", "do dispatch 20"],
    ["二十给供电公司", "do dispatch 20"],
    ["三和五是一回事，合并吧", "offer merge 5"],
    ["三并到五里", "offer merge 3"],
    ["派单二十 供电公司", "do dispatch 20"],
    ["督办五，三天内", "do supervise 5"],
    ["催办三、五号", "do urge 3 + do urge 5"],
    ["备注 一 企业已来电", "do note 1"],
    ["备注一、三 企业已来电", "do note 1 + do note 3"],
    ["措施 一 换泵 二 清管", "decline measure"],
    ["三家都给个说法", "unknown"],
    ["三号线停了", "unknown"],
    ["一并给企业答复", "unknown"],
    ["措施 一、换泵 二、清管", "decline measure"],
    ["备注 1 三", "do note 1"],
    ["备注 1 三 五", "do note 1"],
  ])("takes numbers in characters, and no count, day or line for one: %s", (text, expected) => {
    const issues = [1, 3, 5, 20].map((n) => own(n, "submitted", `第${n}件`));
    expect(said(text, { ...COORDINATOR, issues })).toBe(expected);
  });

  it.each([
    ["coordinator", "把5给王建国", "offer dispatch 5"],
    ["coordinator", "三、五都给供电公司办吧", "offer dispatch 3 + offer dispatch 5"],
    ["coordinator", "5给供电公司说一声", "offer note 5"],
    ["coordinator", "5别给供电公司", "do status 5"],
    ["head", "把5给自来水公司", "offer return 5"],
    ["head", "5给自来水公司看过了", "offer progress 5"],
  ] as const)(
    "offers what moves an issue that a unit has, to whoever may ask for it: %s, %s",
    (who, text, expected) => {
      expect(said(text, { who, issues: [own(3, "in_progress", "班车太少"), own(5, "dispatched", "污水管堵了")] })).toBe(
        expected,
      );
    },
  );

  describe("two issues that are to be one, without their numbers", () => {
    const issues = [
      own(7, "dispatched", "二车间停电"),
      own(12, "submitted", "三车间停电"),
      own(15, "submitted", "水压低"),
    ];
    const which: Line["pending"] = { ask: "which", for: "status", among: [7, 12] };
    it.each<[string, Partial<Line>, string]>([
      ["这两个其实是一回事，合并吧", {}, "tell"],
      ["这两件说的是同一件事", { pending: which }, "offer merge 12"],
      ["那就把它们合到一起", { quote: { of: "bot", about: "list", n: [12, 7] } }, "offer merge 12"],
      ["车间停电那两件重复了", {}, "offer merge 12"],
      ["这两个不是一回事", { pending: which }, "unknown"],
      ["12和7是一回事，合并吧", {}, "offer merge 12"],
    ])("%s", (text, more, expected) => {
      expect(said(text, { ...COORDINATOR, issues, ...more })).toBe(expected);
    });
  });

  it("answers what is asked of another issue behind a command", () => {
    expect(said("催办 33，另外31那边现在什么情况", { ...LIAISON, issues: [ROAD, NET] })).toBe(
      "do urge 33 + do status 31",
    );
  });

  it("tells two issues by their words, one of them settled", () => {
    const issues = [LIFT, own(20, "answered", "标准厂房屋面渗漏")];
    expect(said("货梯能用了，屋面没人来修", { ...LIAISON, issues })).toBe("offer solved 18 + offer unsolved 20");
  });

  it("makes two issues of two matters that different units have, and one of what belongs together", () => {
    expect(said("厂里的自来水压力上不去，水压太低。另外，宽带一到下午就断网", LIAISON)).toBe(
      "offer submit + offer submit",
    );
    expect(said("1、厂门口路灯不亮；2、宽带老是断网", LIAISON)).toBe("offer submit + offer submit");
    // 宿舍停水 has a word of two units, and none of the other matter's.
    expect(said("宿舍停水两天了，另外想反映一下班车末班太早", LIAISON)).toBe("offer submit + offer submit");
    expect(said("宽带老是断网，另外手机信号也差", LIAISON)).toBe("offer submit");
    expect(said("宿舍停电了，另外车间也停电", LIAISON)).toBe("offer submit");
  });

  it("gives each coordinator's clause its own unit, and a helper where one is named", () => {
    const issues = [33, 34, 35].map((n) => own(n, "submitted", `第${n}件`));
    expect(said("33给通信 34给社会事务 35给审批局", { ...COORDINATOR, issues })).toBe(
      "do dispatch 33 + do dispatch 34 + do dispatch 35",
    );
    expect(said("35审批局牵头 住建配合", { ...COORDINATOR, issues })).toMatch(/dispatch 35 \+ \w+ assist 35$/u);
  });
});

describe("a company's words", () => {
  it.each([
    ["同感三", "do join 3"],
    ["同感三号", "do join 3"],
    ["同感三家都停电", "offer submit"],
    ["电梯卡在三楼两回了", "offer submit"],
    ["货车卡在你们大门口了", "offer submit"],
    ["我的卡在谁那里了", "do mine"],
  ])("%s: a number in characters, or none; stuck in a place, or with somebody", (text, expected) => {
    const others = { n: 3, state: "dispatched", title: "水压太低", mine: false } as const;
    expect(said(text, { ...LIAISON, issues: [others, LIFT, own(20, "in_progress", "屋面渗漏")] })).toBe(expected);
  });

  it.each([
    ["修了个寂寞，一下雨照漏不误", "offer unsolved 18"],
    ["只解决了一半，证还没拿到", "offer unsolved 18"],
    ["他们就补了一道胶，不顶用", "offer unsolved 18"],
    ["下了三天雨都没停过", "offer solved 18"],
    ["嗯嗯可以用了，师傅态度也好", "offer solved 18"],
    ["没招，政策这样规定我们也理解", "offer accept 18"],
    ["等我问下老板再回复", "silence"],
    ["答复里说的窗口是几楼？", "do status 18"],
  ])("about an answer: %s", (text, expected) => {
    expect(said(text, { ...LIAISON, issues: [LIFT], quote: quoting("answered", 18) })).toBe(expected);
  });

  it.each([
    ["这么快就派了，给力", "silence"],
    ["坑最深的一段在立交桥下面", "do supplement 31"],
    ["不用弄了，我们自己填平了", "offer withdraw 31"],
    ["到哪个阶段了", "do status 31"],
  ])("to a quoted progress: %s", (text, expected) => {
    expect(said(text, { ...LIAISON, issues: [ROAD], quote: quoting("progress", 31) })).toBe(expected);
  });

  it.each([
    ["修路的到哪个阶段了？老板又问我了", "do status 31"],
    ["光纤那个有人管了吗", "do status 33"],
    ["诉求31到哪一步了", "do status 31"],
    ["77号办到哪了", "do status 77"],
    ["请问我公司目前共有几件诉求尚未办结？", "do mine"],
    ["能不能快点啊，都等了一个礼拜了", "which urge 31/33"],
    ["厂区北侧河道发黑发臭，蚊子成堆", "offer submit"],
    ["小谭帮我带份盒饭", "silence"],
    ["怎么投诉", "do help"],
    ["有没有人工，我跟机器讲不清", "do human"],
  ])("with two issues open: %s", (text, expected) => {
    expect(said(text, { ...LIAISON, issues: [ROAD, NET] })).toBe(expected);
  });

  it("adds to the issue that was raised in the same words within a day", () => {
    const situation = situationIn({ ...LIAISON, issues: [ROAD] });
    const [issue] = situation.issues;
    const text = "厂门口的路灯坏了三盏";
    const before = { ...situation, issues: issue === undefined ? [] : [{ ...issue, said: text }] };
    expect(understand(text, before).steps).toMatchObject([
      { kind: "offer", doing: { command: "supplement", number: 31 } },
    ]);
    expect(understand(text, situation).steps).toMatchObject([{ kind: "offer", doing: { command: "submit" } }]);
  });

  it("says whom to call when what is added tells of danger", () => {
    expect(said("补充 31 路塌了，压着人了", { ...LIAISON, issues: [ROAD] })).toBe("danger + do supplement 31");
  });

  it("hands on what another person wrote, when asked to", () => {
    const quote = { of: "person", text: "我们B区三楼的洗手间下水堵了" } as const;
    const { steps } = understand("帮我把他说的这个提上去", situationIn({ ...LIAISON, quote }));
    expect(steps).toMatchObject([{ kind: "offer", doing: { command: "submit", rest: quote.text } }]);
  });
});

describe("an official's words to a dispatch", () => {
  it.each([
    ["收到", "do sign 33"],
    ["那就我们办吧", "do sign 33"],
    ["派出所已接警登记，此件我所受理", "do sign 33"],
    ["归通信。退", "offer return 33"],
    ["该路段属高速交警管辖，我分局无执法权限", "offer return 33"],
    ["我看看再说", "silence"],
    ["12号企业那边联系人是谁", "do status 33"],
  ])("%s", (text, expected) => {
    expect(said(text, { ...OFFICER, issues: [NET], quote: quoting("dispatch", 33) })).toBe(expected);
  });
});

describe("an official's words about work", () => {
  it.each([
    ["电话里跟他们讲清楚了，周五带仪器去测", "offer contact 31"],
    ["管网已冲洗，水质检测合格，企业试用没问题了", "offer answer 31"],
    ["告诉企业一声，基层已经铺完，就差面层", "offer progress 31"],
    ["后天补完", "do measure 31"],
    ["本件建议暂挂至12月18日", "do hold 31"],
    ["可能要多拖两天，雨太大", "offer extend 31"],
    ["让厂里把那晚的监控拷一份给我们", "offer ask 31"],
    ["内部掌握：先不要外传", "do note 31"],
    ["这事不好办，涉及好几家", "offer note 31"],
    ["是哪家企业报的？", "do status 31"],
  ])("%s", (text, expected) => {
    expect(said(text, { ...OFFICER, issues: [ROAD], quote: quoting("signed", 31) })).toBe(expected);
  });

  it.each([
    ["挂账最长能挂多久", "do help"],
    ["还欠哪些", "do todo"],
    ["我销假回来了", "offer back"],
    ["小唐请假到下周五", "need leave person"],
    ["明天起 孙立 值班", "do duty"],
  ])("and about nothing in particular: %s", (text, expected) => {
    expect(said(text, { ...OFFICER, issues: [ROAD] })).toBe(expected);
  });
});

describe("the office's words", () => {
  const extension = { ...ROAD, request: "extension" } as const;
  const giveBack = { ...NET, request: "return" } as const;
  it.each([
    ["延期的准了，退单那个先压着", "do approve 31"],
    ["31号最多给到12月4号", "offer approve 31"],
    ["33不能退，就是你们的活", "do refuse 33"],
    ["退单是什么理由", "do status 33"],
  ])("about requests: %s", (text, expected) => {
    expect(said(text, { ...COORDINATOR, issues: [extension, giveBack] })).toBe(expected);
  });

  it("leaves a hold to the leader", () => {
    const hold = { ...ROAD, request: "hold" } as const;
    expect(said("同意 31", { ...COORDINATOR, issues: [hold] })).toBe("decline approve 31");
    expect(said("同意 31", { ...LEADER, issues: [hold] })).toBe("do approve 31");
  });

  it.each([
    ["部门里面哪个退单最多", "do units"],
    ["明天企业座谈会，给我个材料", "do brief"],
    ["先等等，我了解一下", "silence"],
    ["创业路这个要重视起来，本周内必须见效", "offer supervise 31"],
  ])("of a leader: %s", (text, expected) => {
    expect(said(text, { ...LEADER, issues: [ROAD] })).toBe(expected);
  });
});

describe("what was asked", () => {
  const offer = { ask: "submit?", text: "西门减速带松动" } as const;
  it.each([
    ["嗯呢", "do submit"],
    ["要得，报上去", "do submit"],
    ["是这个意思", "do submit"],
    ["我就问问，不用报", "silence"],
    ["慢，再看一下", "silence"],
    ["对了光纤那个修了没", "do status 33"],
    ["加一句，是二号门的", "offer submit"],
    ["王总，下午几点到？", "silence"],
    ["下午几点到？", "unknown"],
    ["进度 33", "do status 33"],
  ])("with an issue offered: %s", (text, expected) => {
    expect(said(text, { ...LIAISON, issues: [NET], pending: offer })).toBe(expected);
  });

  it("is done by words that mean the same", () => {
    const pending = { ask: "confirm", step: { do: "solved", n: 18 } } as const;
    expect(said("确实好了", { ...LIAISON, issues: [LIFT], pending })).toBe("do solved 18");
  });

  it.each([
    ["修路那件", "do urge 31"],
    ["两个一起", "do urge 31 + do urge 33"],
    ["后面那个", "do urge 33"],
    ["都不是", "silence"],
  ])("with several to choose from: %s", (text, expected) => {
    const pending = { ask: "which", for: "urge", among: [31, 33] } as const;
    expect(said(text, { ...LIAISON, issues: [ROAD, NET], pending: { ...pending, among: [31, 33] } })).toBe(expected);
  });
});
