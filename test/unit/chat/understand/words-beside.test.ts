import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, saidInFull, situationIn } from "../../../support/talk.ts";

/** What is called by words beside the number of another issue is given away with it, or it is said or asked. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(6, "submitted", "野狗追着员工咬"),
    own(7, "submitted", "宿舍后面流浪狗成群"),
    own(8, "submitted", "后山有野猪拱围栏"),
    own(12, "submitted", "河边垃圾没人清"),
    own(32, "submitted", "厂里铜线被盗"),
    own(37, "submitted", "物业费涨得太多"),
    own(38, "submitted", "物业费收得不合理"),
    own(40, "submitted", "社保断缴怎么补"),
    own(41, "submitted", "宿舍电梯坏了"),
    own(42, "submitted", "厂门口路牌掉了"),
    own(72, "submitted", "烧烤摊油烟大"),
    own(74, "submitted", "夜里烧烤摊太吵"),
    own(77, "submitted", "路口红绿灯不亮"),
    own(78, "submitted", "厂区铁门打不开"),
    own(82, "submitted", "蚊子太多咬人"),
  ],
};

function all(text: string): readonly string[] {
  return saidInFull(text, OFFICE);
}

function given(unit: string, ...numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => `offer dispatch ${number} ${unit}`);
}

describe("what is called by words beside a number is shown with it", () => {
  it.each([
    ["72、蚊子那件都给社会局", given("社会事务局", 72, 82)],
    ["72和蚊子都给社会局", given("社会事务局", 72, 82)],
    ["蚊子那个和72都给社会局", given("社会事务局", 82, 72)],
    ["72和蚊子那件给社会局，明天前", given("社会事务局 明天前", 72, 82)],
    ["把6、7和后山那个派给公安", given("公安分局", 6, 7, 8)],
    ["6和7还有后山的派给公安，今天就去", given("公安分局 今天就去", 6, 7, 8)],
    ["72、狗和蚊子那件都给社会局", [...given("社会事务局", 72, 82), "tell none-of-that"]],
    ["72、74还有垃圾的一并转社会局", given("社会事务局", 72, 74, 12)],
  ])("before the unit: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each([
    ["狗的事派给派出所，6和7还有那个后山的", given("公安分局", 6, 7, 8)],
    ["狗的事派给派出所，6和7", given("公安分局", 6, 7)],
    ["72和74给社会局，蚊子那个也给", given("社会事务局", 72, 74, 82)],
    ["72和74给社会局，还有蚊子", given("社会事务局", 72, 74, 82)],
    ["6给公安，还有后山的野猪", given("公安分局", 6, 8)],
  ])("behind it: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each([
    ["40给人社，41和那个路牌的给建设", [...given("人社局", 40), ...given("建设管理局", 41, 42)]],
    ["77派交通，还有铁门那个派建设", [...given("交通运输局", 77), ...given("建设管理局", 78)]],
    ["32给公安，还有那个社保的也给人社", [...given("公安分局", 32), ...given("人社局", 40)]],
  ])("and with a unit of its own: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});

describe("where no one issue is called so", () => {
  it.each([
    ["72和火箭那个都给社会局", [...given("社会事务局", 72), "tell none-of-that"]],
    ["72和火箭都给社会局", [...given("社会事务局", 72), "tell none-of-that"]],
  ])("it is said: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each(["42和物业费那个给建设", "42给建设，还有物业费那个也给建设"])("it is asked: %s", (text) => {
    expect(understand(text, situationIn(OFFICE)).steps).toMatchObject([
      { kind: "offer", doing: { command: "dispatch", number: 42 } },
      { kind: "which", doing: { command: "dispatch" }, among: [37, 38] },
    ]);
  });
});

describe("and as ever", () => {
  it.each([
    ["72、82都给社会局", ["do dispatch 72 社会事务局", "do dispatch 82 社会事务局"]],
    ["12给社会局，垃圾的给建设", ["do dispatch 12 社会事务局", "offer assist 12 建设管理局 垃圾的"]],
    ["12给建设局，蚊子的事请社会局配合", ["do dispatch 12 建设管理局", "do assist 12 社会事务局 蚊子的事"]],
    ["12和企业对接好给社会局", ["do dispatch 12 社会事务局"]],
    ["40给人社，41和42给建设", ["do dispatch 40 人社局", "do dispatch 41 建设管理局", "do dispatch 42 建设管理局"]],
  ])("%s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});
