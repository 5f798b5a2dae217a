import { describe, expect, it } from "vitest";
import type { Doing } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, situationIn, stepsInFull } from "../../../support/talk.ts";

/** What a company says is like another's, which it calls by whose it is; and which of several it means, in words. */

const others = (n: number, title: string) => ({ n, title, state: "in_progress" as const, mine: false });
const SEEN = [
  others(11, "园区手机信号差电话老断"),
  others(2, "主干道路面坑洼"),
  own(16, "in_progress", "工业二路大坑"),
];
const to = (text: string, issues = SEEN) => said(text, { who: "liaison", issues });

describe("what is like another company's issue", () => {
  it.each([
    ["跟前面手机信号那个一样，我们恒达打电话也老断，一起算了", "offer join 11"],
    ["跟中塑那个是一条路来的，同一个事", "offer join 2"],
    ["我们跟前面那个路坑是一回事", "offer join 2"],
    ["那个坑我们也遭了", "offer join 2"],
    ["那个坑我们厂也挨了两回", "offer join 2"],
    ["跟蒋姐那个一样的，放一起算了", "which join 11/2"],
    ["跟凌云那个合到一起算了", "which join 11/2"],
    ["跟他们那个是一样的，算一起吧", "which join 11/2"],
    ["和湘晶他们报的差不多，归到一起吧", "which join 11/2"],
  ])("is 同感 of one that may be seen, and nothing is added or taken back: %s", (text, step) => {
    expect(to(text)).toBe(step);
  });

  it.each(["跟凌云那个合到一起算了", "跟蒋姐那个一样的，放一起算了", "跟中塑那个是一条路来的，同一个事"])(
    "is asked for, where none may be seen, as if there were none: %s",
    (text) => {
      expect(to(text, [])).toBe("need submit text");
    },
  );

  it("is raised where its own matter is told, and none is seen of that", () => {
    expect(to("跟凌云那个一样，我们招工也难")).toBe("offer submit");
    expect(to("跟前面手机信号那个一样，我们恒达打电话也老断，一起算了", [])).toBe("offer submit");
  });

  it.each([
    ["路那个不修了，算了", "offer withdraw 16"],
    ["工业二路那个坑我们自己填了 算了", "offer withdraw 16"],
    ["跟上次那个一样，又塌了", "offer supplement 16"],
    ["跟他们那个不一样", "unknown"],
  ])("but not: %s", (text, step) => {
    expect(to(text)).toBe(step);
  });
});

describe("whose it is, or which ones it is like", () => {
  const of = (n: number, title: string, company: string) => ({ ...others(n, title), company });
  const issues = [
    own(26, "in_progress", "墙皮掉了"),
    of(28, "冲压机气压不够", "xiaoxiang"),
    of(29, "空压机气压低", "guangyuan"),
    of(51, "隔油池往外溢", "hengda"),
    of(52, "不过我们的是雨水井堵了", "lingyun"),
    of(58, "有人烧轮胎", "xiangjing"),
  ];
  const all = (text: string) => stepsInFull(understand(text, situationIn({ who: "liaison", issues })));

  it.each([
    ["跟潇湘一样 气压低", ["offer join 28"]],
    ["跟光源家的一样，气压上不来", ["offer join 29"]],
    ["和28、29一样", ["do join 28", "do join 29"]],
    ["我们跟51 58的都一样，别重复了", ["do join 51", "do join 58"]],
    ["烧轮胎我们也呛", ["offer join 58"]],
    ["好的同感谢谢", ["which join -"]],
    ["嗯嗯，同感哈，辛苦了", ["which join -"]],
    ["一样的，同感，处理完告诉我一声", ["which join -"]],
    ["这个跟何静家的是一个事，算一起吧", ["which join -"]],
  ])("is heard in full: %s", (text, steps) => {
    expect(all(text)).toEqual(steps);
  });

  it.each(["跟28、29不一样", "跟潇湘的不一样"])("and is none of them: %s", (text) => {
    expect(all(text).join()).not.toContain("join");
  });
});

describe("which one is meant", () => {
  it.each([
    ["信号那个", "do join 10"],
    ["信号", "do join 10"],
    ["垃圾那个吧", "do join 8"],
    ["垃圾的", "do join 8"],
  ])("is said to a list by its words: %s", (text, step) => {
    const issues = [others(10, "手机信号差"), others(8, "垃圾没人清运")];
    const pending = { ask: "which" as const, for: "join", among: [10, 8] };
    expect(said(text, { who: "liaison", issues, pending })).toBe(step);
  });

  const ISSUES = [
    own(5, "in_progress", "电费单对不上"),
    own(6, "in_progress", "夜宵摊占道"),
    own(7, "in_progress", "水压低"),
  ];
  const offered = (command: string, text: string) => {
    const doings: readonly Doing[] = [{ command, word: command, number: 5, rest: "" }];
    const situation = situationIn({ who: "liaison", issues: ISSUES });
    return stepsInFull(understand(text, { ...situation, question: { ask: "offer", doings } }));
  };
  it.each([
    ["电那个", "offer withdraw 5"],
    ["夜宵摊那个", "offer withdraw 6"],
    ["水那个吧", "offer withdraw 7"],
  ])("is said to an offer as well, and that one is shown: %s", (text, step) => {
    expect(offered("withdraw", text)).toEqual([step]);
  });

  it("is a yes, where that can be said of what is shown", () => {
    expect(offered("urge", "电那个")).toEqual(["do urge 5"]);
    expect(offered("urge", "夜宵摊那个怎么样了")).toEqual(["do status 6"]);
  });
});

describe("an issue that is called by who raised it", () => {
  const CALLED = [
    { ...others(3, "我们想招几个SMT的技术员"), company: "xiangjing" },
    { ...others(10, "冷库老跳闸"), company: "xiaoxiang" },
    { ...others(18, "隔壁工地夜里打桩"), company: "guangyuan" },
    { ...others(19, "路灯坏了一排"), company: "guangyuan" },
    { ...own(12, "in_progress", "车间5G信号差"), company: "zhongsu" },
    { ...own(13, "in_progress", "电费单不对"), company: "zhongsu" },
  ];
  const heard = (text: string) => to(text, CALLED);

  it.each([
    ["陈总招不到人那个我们也是 招普工", "offer join 3"],
    ["陈立新的招人那个 同感", "offer join 3"],
    ["立新说的招工那个我们也一样", "offer join 3"],
    ["彭丽那个打桩的 我们也被吵死了 还有灰", "offer join 18"],
    ["光源照明那个路灯的我们门口也是", "offer join 19"],
    ["罗总那个我们也是一样的 一起", "offer join 10"],
    ["潇湘食品报的那个我们也有", "offer join 10"],
    ["跟建平那个一样的，算一起吧", "offer join 10"],
    ["彭丽报的我们也是", "which join 18/19"],
    ["罗总食堂那个我们也有", "which join 10"],
  ])("is that one, and never another that was not called: %s", (text, step) => {
    expect(heard(text)).toBe(step);
  });

  it.each([
    ["晓燕那个5G的我们车间也是", "offer supplement 12"],
    ["小吴报的那个信号我们二车间也差", "offer supplement 12"],
    ["吴晓燕说的电费那个，我们车间也一样", "offer supplement 13"],
    ["晓燕那个我们这边也是", "which supplement 12/13"],
  ])("is the own company's, where a colleague has raised it: %s", (text, step) => {
    expect(heard(text)).toBe(step);
  });

  it("is none of those that may be seen, where no such number is among them", () => {
    expect(heard("36号也一样 我们")).toBe("decline join 36");
    expect(heard("18号也一样 我们")).toBe("offer join 18");
  });

  it.each([
    ["陈总说的那个会我们也参加", /^(?!.*join)/u],
    ["彭总他们也来，我们车间停电了", /submit/u],
    ["我们中塑也是这样，宿舍漏水", /^(?!.*supplement)/u],
  ])("but not: %s", (text, step) => {
    expect(heard(text)).toMatch(step);
  });
});
