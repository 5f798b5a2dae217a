import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, situationIn, stepsInFull } from "../../../support/talk.ts";

/** A matter of its own is no addition to another issue, whatever words of place or talk it shares; and what is shown to be raised is not lost. */

const OWN: Spoken = {
  who: "liaison",
  place: "direct",
  issues: [
    own(6, "in_progress", "仓库电缆被偷了两次"),
    own(5, "in_progress", "公交车末班太早工人坐不上车"),
    own(10, "in_progress", "食堂没水"),
    own(1, "closed", "昨晚厂里停电两次"),
    { n: 25, state: "in_progress", title: "我们厂的网断了", mine: false },
  ],
};

function meant(text: string, spoken: Spoken = OWN, question: Question | null = null): readonly string[] {
  return stepsInFull(understand(text, { ...situationIn(spoken), question }));
}

it.each([
  "仓库路口那个大车乱停，叉车都出不去，差点撞到人",
  "仓库那边那个垃圾堆了三天没人清",
  "上次修的2盏路灯又坏了，6号门的下水井盖也没了",
  "食堂那个电梯又卡住了，师傅说修不好",
  "厂里又被偷了一批铜线，监控也没拍到，求派出所来人",
  "有个女工离职了闹着要加班费，要去劳动局告我们",
  "领导好，北门大货车天天排长队，女工下班被挂倒了，也没有红绿灯，我们也想请交警来管管",
])("is raised, or can be: %s", (text) => {
  const { steps } = understand(text, situationIn(OWN));
  const [step, ...more] = steps.filter(({ kind }) => kind !== "danger");
  expect(more).toEqual([]);
  const isNew = step?.kind === "offer" && step.doing.command === "submit";
  const canBe = step?.kind === "offer" && step.doing.number === 6 && step.doing.soon === true;
  expect(isNew || canBe, JSON.stringify(step)).toBe(true);
});

it.each([
  ["食堂的水还是没来", 10],
  ["末班车那个，工人昨天又没坐上", 5],
  ["仓库电缆的事，监控拍到人了", 6],
])("goes on about what it names, and can be raised by one word: %s", (text, number) => {
  const [step] = understand(text, situationIn(OWN)).steps;
  expect(step).toMatchObject({ kind: "offer", doing: { command: "supplement", number, soon: true } });
});

it("a long story is joined to another's by its own clause alone, and its text can still be raised", () => {
  const text = "我们厂的网也断了，从早上到现在，财务开不了票，客户等着要";
  const [step] = understand(text, situationIn(OWN)).steps;
  expect(step).toMatchObject({ kind: "offer", doing: { command: "join", number: 25, rest: "", matter: text } });
  if (step?.kind !== "offer") throw new Error("nothing offered");
  expect(meant("单独报", OWN, { ask: "offer", doings: [step.doing] })).toEqual([`offer submit - ${text}`]);
});

it.each(["打了！又打了！刚刚", "又打了，根本没停"])(
  "few words are said of the issue that shares a character with them: %s",
  (text) => {
    const boiler = own(59, "in_progress", "锅炉使用证办理");
    const spoken = (state: "in_progress" | "closed"): Spoken => ({
      ...OWN,
      issues: [own(19, state, "隔壁工地晚上打桩太吵"), boiler],
    });
    expect(meant(text, spoken("in_progress"))).toEqual([`offer supplement 19 ${text}`]);
    expect(meant(text, spoken("closed"))).toEqual([`offer reopen 19 ${text}`]);
  },
);

describe("what is shown", () => {
  const ROAD = "北门路口大货车排长队，要装红绿灯";
  const raising: Question = { ask: "offer", doings: [{ command: "submit", word: "诉求", number: null, rest: ROAD }] };

  it.each([
    ["5号那个我说的加班费是搞错了，跟公交没关系", "5 5号那个我说的加班费是搞错了，跟公交没关系"],
    ["10号那个我写的三楼搞错了，是二楼", "10 我写的三楼搞错了，是二楼"],
    ["末班车那个没事了", "5 末班车那个没事了"],
  ])("to be raised stays beside what is said of another issue: %s", (text, added) => {
    expect(meant(text, OWN, raising)).toEqual([`offer submit - ${ROAD}`, `offer supplement ${added}`]);
  });

  it.each(["没事了，不堵了", "误会了", "没事了"])(
    "to be raised is dropped by what says that it is over: %s",
    (text) => {
      expect(meant(text, OWN, raising)).toEqual(["silence"]);
    },
  );

  const THEFT = "昨晚厂里电缆又被偷了，第三回了";
  const reopening: Question = { ask: "offer", doings: [{ command: "reopen", word: "重开", number: 1, rest: THEFT }] };

  it.each([
    ["不对不对，我说的是被偷，不是停电那件", ""],
    ["不是停电的事", ""],
    ["跟停电没关系", ""],
    ["电缆被偷是新的一件事，报派出所", "\n报派出所"],
    ["这是另外的事情，请派出所来看看", "\n请派出所来看看"],
  ])("as another issue's is raised by itself when that is denied: %s", (text, more) => {
    expect(meant(text, OWN, reopening)).toEqual([`offer submit - ${THEFT}${more}`]);
  });

  it("is done by a yes, and left by a no", () => {
    expect(meant("对", OWN, reopening)).toEqual([`do reopen 1 ${THEFT}`]);
    expect(meant("不是", OWN, reopening)).toEqual(["silence"]);
  });
});

describe("in the direct chat of who has told something in confidence", () => {
  const CONFIDED: Spoken = {
    ...OWN,
    issues: [{ ...own(26, "in_progress", "村里几个人强买沙石"), confidential: true }, own(3, "in_progress", "跳闸")],
  };

  it.each([
    "那伙人又来了，今天把门口栏杆拆了",
    "还是那帮人，今天拦了我们两辆车不让走",
    "那几个人下午又到厂里逼我们签字",
  ])("what goes on about it is shown with it, and raised in confidence alone: %s", (text) => {
    const { steps } = understand(text, situationIn(CONFIDED));
    const [step] = steps.filter(({ kind }) => kind !== "danger");
    const isOfIt = step?.kind === "offer" && step.doing.command === "supplement" && step.doing.number === 26;
    const isSecret = step?.kind === "offer" && step.doing.rest.startsWith("保密 ");
    expect(isOfIt || isSecret, JSON.stringify(step)).toBe(true);
    if (!isOfIt || step?.kind !== "offer") return;
    expect(meant("新诉求", CONFIDED, { ask: "offer", doings: [step.doing] }).at(-1)).toBe(
      `offer submit - 保密 ${text}`,
    );
  });

  it("also where it was to be filed at once, or tells of danger", () => {
    expect(meant("诉求 那伙人又来了，堵着大门", CONFIDED)).toEqual(["offer submit - 保密 那伙人又来了，堵着大门"]);
    expect(meant("那个男的拿刀砍人了", CONFIDED)).toEqual(["danger", "offer submit - 保密 那个男的拿刀砍人了"]);
  });

  it("what is asked of it is answered, and nothing else is made secret", () => {
    expect(meant("派给谁了 不会让村里知道吧", CONFIDED)[0]).toBe("do status 26");
    expect(meant("路灯不亮了", CONFIDED)).toEqual(["offer submit - 路灯不亮了"]);
    expect(meant("那伙人又来了，不用保密", CONFIDED).join()).not.toContain("保密 那伙人");
  });
});
