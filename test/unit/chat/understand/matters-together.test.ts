import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, saidInFull, situationIn } from "../../../support/talk.ts";

/** Several issues told by their words in one sentence: each is found by its own words, and function words find none. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(41, "in_progress", "厂门口水压不够"),
    own(57, "in_progress", "车间突然停电，招工也难"),
    own(64, "submitted", "快递小哥进不来，急件都误了"),
    own(81, "submitted", "有人冒充客户诈骗货款"),
    own(82, "submitted", "共享单车堵了大门"),
    own(83, "submitted", "野狗咬人"),
    own(84, "submitted", "残疾人保障金怎么算"),
    own(85, "submitted", "燃气费和水费太贵"),
    own(93, "submitted", "招不到注塑工"),
    own(94, "submitted", "数控车工难招"),
    own(95, "submitted", "厂里缺人，开不了工"),
    own(96, "submitted", "包装件都被雨打湿了"),
    own(97, "submitted", "样品件都压在海关，几个客户催"),
    own(98, "submitted", "门口马路有大坑"),
    own(99, "submitted", "厂东路坑太多，车胎爆了"),
  ],
};

function all(text: string): readonly string[] {
  return saidInFull(text, OFFICE);
}

function given(unit: string, ...numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => `offer dispatch ${number} ${unit}`);
}

describe("several of a kind that are given to one unit", () => {
  it.each([
    ["招工的三件都给人社局", given("人社局", 93, 94, 95)],
    ["缺人的三件都给人社局", given("人社局", 93, 94, 95)],
    ["招工那几件都派给人社局", given("人社局", 93, 94, 95)],
    ["把缺工的3个一并转人社", given("人社局", 93, 94, 95)],
    ["门口马路坑那几件都派给建管局", given("建设管理局", 98, 99)],
    ["路坑的几个全部转建管", given("建设管理局", 98, 99)],
    ["路上坑的两件都给建管局", given("建设管理局", 98, 99)],
    ["那两个路坑的都交给住建", given("建设管理局", 98, 99)],
    ["路坑的两件都给建管局，三天内填平", given("建设管理局 三天内填平", 98, 99)],
  ])("are all shown: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each([
    ["招工的五件都给人社局", ["tell not-as-many", ...given("人社局", 93, 94, 95)]],
    ["野狗那几件都给社会局", ["tell not-as-many", ...given("社会事务局", 83)]],
    ["火箭的三件都给公安", ["tell none-of-that"]],
    ["台风那几个都派给公安局", ["tell none-of-that"]],
  ])("and what does not fit is said: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it("and which of more than were said is asked", () => {
    const { steps } = understand("招工的两件都给人社局", situationIn(OFFICE));
    expect(steps).toMatchObject([{ kind: "which", among: [93, 94, 95], doing: { command: "dispatch" } }]);
  });

  it("and what a unit has stays there while another of that waits", () => {
    expect(all("停电的几件都给公安")).toEqual(["tell not-as-many", "offer dispatch 57 公安分局"]);
    expect(all("招工的三件都给人社局").some((step) => step.includes("57"))).toBe(false);
  });
});

describe("several that are named by their words", () => {
  it.each([
    ["诈骗那个和共享单车那个都给公安", given("公安分局", 81, 82)],
    ["野狗那个跟残疾人那个都给社会局", given("社会事务局", 83, 84)],
    ["诈骗的事、单车的事还有野狗的事都转公安", given("公安分局", 81, 82, 83)],
    ["野狗和单车那两个都给公安", given("公安分局", 83, 82)],
    ["把诈骗那件跟野狗那件交给公安，尽快", given("公安分局 尽快", 81, 83)],
    ["野狗那个和火箭那个都给公安", [...given("公安分局", 83), "tell none-of-that"]],
    ["诈骗那个和野狗那个都催一下", ["offer urge 81", "offer urge 83"]],
  ])("are all shown, or it is said which is not there: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it("asks which one where several are called so", () => {
    const { steps } = understand("野狗那个和招工那个都给社会局", situationIn(OFFICE));
    expect(steps).toMatchObject([
      { kind: "offer", doing: { number: 83 } },
      { kind: "which", among: [93, 94, 95] },
    ]);
  });

  it.each([
    ["燃气费和水费的事给经发", ["do dispatch 85 经济发展局"]],
    ["野狗那个给社会局，诈骗那个给公安", ["do dispatch 83 社会事务局", "do dispatch 81 公安分局"]],
  ])("and other sentences stay as they are: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it("nor is anything given away by a question", () => {
    expect(all("诈骗那个和单车那个都给谁了").join()).not.toMatch(/dispatch/u);
  });

  it.each(["几个都在那边", "两件都好了", "都给我看看", "那几个都等着"])("no title is found by %s", (text) => {
    for (const step of all(text)) expect(step).not.toMatch(/ (?:64|96|97)\b/u);
  });
});
