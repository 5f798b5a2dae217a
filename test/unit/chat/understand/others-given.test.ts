import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, saidInFull, situationIn } from "../../../support/talk.ts";

/** Some issues stay as they are, and the others are given away: what stays is never given to anybody. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(5, "submitted", "消防验收办不下来"),
    own(19, "dispatched", "停车位被大货车占了"),
    own(20, "dispatched", "员工停车位不够"),
    own(21, "dispatched", "门口停车总被贴条"),
    own(29, "in_progress", "天然气压力不足"),
    own(30, "submitted", "天然气管道没接通"),
    own(31, "submitted", "天然气价格太高"),
    { ...own(37, "submitted", "物业费涨得太多"), company: "hengda" },
    { ...own(38, "submitted", "物业费收得不合理"), company: "lingyun", confidential: true },
    { ...own(39, "submitted", "物业费不给发票"), company: "zhongsu" },
    own(72, "submitted", "烧烤摊油烟大"),
    own(73, "submitted", "烧烤摊占道"),
    own(74, "submitted", "夜里烧烤摊太吵"),
  ],
};

function all(text: string, spoken: Spoken = OFFICE): readonly string[] {
  return saidInFull(text, spoken);
}

function given(unit: string, ...numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => `offer dispatch ${number} ${unit}`);
}

describe("where one of a topic stays, the others are shown", () => {
  it.each([
    ["停车那几个里面，19不动，别的改派交通局", given("交通运输局", 20, 21)],
    ["停车的几件都转给交通局，19别动", given("交通运输局", 20, 21)],
    ["物业费那几个，38不动，其他的改派社会局", given("社会事务局", 37, 39)],
    ["物业费的除了38都给社会局", given("社会事务局", 37, 39)],
    ["烧烤摊的三件，72别动，另外两件给社会局", given("社会事务局", 73, 74)],
    ["烧烤那几件，74先等等，剩下的派给社会局", given("社会事务局", 72, 73)],
    ["烧烤的事，72和73保持不变，其余的转社会局", given("社会事务局", 74)],
    ["把烧烤那几个都给社会局，73除外", given("社会事务局", 72, 74)],
    ["除了31，天然气的都给商务局", given("商务局", 30)],
    ["72、73、74里面72不动，其他给社会局，三天内回", given("社会事务局 三天内回", 73, 74)],
  ])("by its number: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each([
    ["物业的都给人社，凌云那件除外", given("人社局", 37, 39)],
    ["物业费那几个，除了凌云的，都派给住建", given("建设管理局", 37, 39)],
    ["物业费的三件，恒达别动，其他的给住建", given("建设管理局", 38, 39)],
    ["物业费的都给住建，恒达和凌云的先不派", given("建设管理局", 39)],
    ["烧烤那几个，油烟的不动，其他的给社会局", given("社会事务局", 73, 74)],
  ])("by whose it is, or its words: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it("and of all that wait, those but the one", () => {
    expect(all("待派单的除了72都先给社会局")).toEqual(given("社会事务局", 5, 30, 31, 37, 38, 39, 73, 74));
  });
});

describe("where it cannot be known which", () => {
  it("is meant by the others, it is asked, and the one that stays is not given", () => {
    expect(all("19不动，别的改派交通局")).toEqual(["need dispatch - 交通运输局"]);
  });

  it.each([
    ["烧烤那几个，靠河的不动，其他的给社会局", [72, 73, 74]],
    ["烧烤那几个，凌云的不动，其他的给社会局", [72, 73, 74]],
    ["烧烤的，72别动，另外三件给社会局", [73, 74]],
  ])("stays, or it is not as many, it is asked: %s", (text, among) => {
    expect(understand(text, situationIn(OFFICE)).steps).toMatchObject([{ kind: "which", among }]);
  });

  it("and where all stay, nothing is given", () => {
    expect(all("天然气的除了30和31都给商务局")).toEqual(["tell none-of-that"]);
  });
});

describe("where it is not said that all the others go, what stays is still given to nobody", () => {
  it.each([
    ["物业费的给社会局，38不动", given("社会事务局", 37, 39)],
    ["物业费那几个给社会局，39先留着", given("社会事务局", 37, 38)],
    ["物业费给社会局，除了38", given("社会事务局", 37, 39)],
    ["37、38给社会局，38不动", ["do dispatch 37 社会事务局"]],
    ["消防的先别动，都给社会局", ["need dispatch - 社会事务局"]],
    ["5先留着，给社会局", ["need dispatch - 社会事务局"]],
    ["消防的给社会局，5不动", ["tell none-of-that"]],
    ["5先留着，请社会局看看30", given("社会事务局", 30)],
  ])("%s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each(["消防的不动，请社会局看看", "消防验收不动，给社会局", "烧烤摊的请社会局看看，72不动"])(
    "and is shown at most: %s",
    (text) => {
      expect(all(text).join()).not.toMatch(/^do|,do/u);
      expect(all(text)).not.toEqual([]);
    },
  );
});

describe("and as ever", () => {
  it.each([
    ["72给社会局，别的先不动", ["do dispatch 72 社会事务局"]],
    ["除了72，73也给社会局", ["do dispatch 73 社会事务局"]],
    ["5给审批局，其他的明天再说", ["do dispatch 5 行政审批局 其他的明天再说"]],
  ])("one alone is given: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it("whoever is no coordinator gives nothing away", () => {
    const steps = all("烧烤的除了72都给社会局", { ...OFFICE, who: "head", place: "department" });
    expect(steps.some((one) => one.includes("dispatch"))).toBe(false);
  });
});
