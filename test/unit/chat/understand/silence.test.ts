import { describe, expect, it } from "vitest";
import type { Line } from "../../../../src/cli/talk/line.ts";
import { own, said } from "../../../support/talk.ts";

/** Silence is for courtesy, for what is said to others, and for a no alone; whatever else is said to the bot is answered. */

const CUT = own(1, "in_progress", "三车间昨晚停电两次");
const OFFERED: Line["pending"] = { ask: "confirm", step: { do: "supervise", n: 1, text: "三天之内解决" } };
const ASKED: Line["pending"] = { ask: "submit?", text: "门口的路灯坏了" };

type Said = readonly [text: string, who: Line["who"], place: Line["place"]];

const REAL: readonly Said[] = [
  ["停电的事，请建国同志亲自抓", "leader", "direct"],
  ["停水问题也要查", "leader", "supervision"],
  ["把上个月的报表发我看看", "leader", "supervision"],
  ["明年的预算表发我一份", "coordinator", "direct"],
  ["小刘记得把会议纪要发我", "coordinator", "direct"],
  ["谁有上次的会议通知", "coordinator", "supervision"],
  ["17号是什么", "liaison", "enterprise"],
  ["人社局周末还上班不，招聘会报名表发哪里", "liaison", "enterprise"],
  ["培训通知：几点开始，要带什么材料", "liaison", "enterprise"],
  ["报名表发哪里", "liaison", "enterprise"],
  ["收到厂家寄来的样品，周四送省里检测", "head", "department"],
  ["下午三点能恢复", "head", "department"],
  ["不锈钢栏杆被撞歪了好几处，员工走路危险", "liaison", "enterprise"],
];

describe("what is said to the bot", () => {
  it.each(REAL)("is answered when nothing is asked: %s", (text, who, place) => {
    expect(said(text, { who, place, issues: [CUT] })).not.toMatch(/silence/u);
  });

  it.each(REAL)("is answered while something is asked: %s", (text, who, place) => {
    const pending = who === "liaison" ? ASKED : OFFERED;
    expect(said(text, { who, place, issues: [CUT], pending })).not.toMatch(/silence/u);
  });

  it.each([
    ["1号收到企业发来的图纸，和现场对不上", "offer note 1"],
    ["1号等他们领导看过再定，现在能说的是施工图也还缺两张", "offer note 1"],
    ["1号收到", "silence"],
    ["1号回头再说", "silence"],
  ])("of an issue, and more than that it was heard: %s", (text, expected) => {
    expect(said(text, { who: "officer", issues: [own(1, "on_hold", "三车间停电")] })).toBe(expected);
  });

  it.each<[string, Line["who"], Line["issues"], string]>([
    ["1 也收到，下午去看", "officer", [CUT], "offer measure 1"],
    ["1号收到 下午派人去看", "officer", [CUT], "offer measure 1"],
    ["好了", "liaison", [own(2, "answered", "停电"), own(10, "in_progress", "路灯")], "offer solved 2"],
    ["同意吧", "coordinator", [CUT], "decline approve"],
    ["就这样", "coordinator", [CUT], "unknown"],
    ["认可", "liaison", [CUT], "decline accept"],
    ["认可吧", "liaison", [CUT], "decline accept"],
    ["嗯，凑合吧，能用", "liaison", [own(2, "answered", "停电")], "offer accept 2"],
    ["我们这还跳", "liaison", [own(3, "answered", "变压器老跳闸")], "offer unsolved 3"],
    ["4没有解决 昨天夜里又停", "liaison", [own(4, "answered", "宿舍停电"), CUT], "do unsolved 4"],
  ])("is answered by what waits for it: %s", (text, who, issues, expected) => {
    expect(said(text, { who, place: "direct", issues })).toBe(expected);
  });

  it("is done behind a no, when it is something else", () => {
    expect(said("算了，供电公司这个月办得怎么样", { who: "leader", issues: [CUT], pending: OFFERED })).toBe("do units");
    expect(
      said("不是，我是问班车的事", { who: "liaison", issues: [own(4, "in_progress", "班车太少")], pending: ASKED }),
    ).toBe("do status 4");
  });

  it("is shown again with what is to be otherwise", () => {
    expect(said("不对，改成两天", { who: "leader", issues: [CUT], pending: OFFERED })).toBe("offer supervise 1");
  });
});

describe("no word is said", () => {
  it.each<Said>([
    ["谢谢，费心了", "liaison", "enterprise"],
    ["辛苦各位领导", "liaison", "enterprise"],
    ["@李敏 帮忙看下", "liaison", "enterprise"],
    ["李总您把合同发我邮箱一下", "liaison", "enterprise"],
    ["各位老板，明天的座谈会改到三点，请互相转告", "coordinator", "enterprise"],
    ["中午食堂有剁椒鱼头，去不去", "officer", "department"],
  ])("to courtesy and talk among people: %s", (text, who, place) => {
    expect(said(text, { who, place, issues: [CUT] })).toBe("silence");
    expect(said(text, { who, place, issues: [CUT], pending: OFFERED })).toBe("silence");
  });

  it.each(["算了", "先不提，我问问同事", "下次再评", "回头再定", "没空", "不提了"])(
    "to a no, or a later: %s",
    (text) => {
      expect(said(text, { who: "liaison", pending: ASKED })).toBe("silence");
    },
  );
});
