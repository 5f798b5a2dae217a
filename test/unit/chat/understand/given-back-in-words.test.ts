import { describe, expect, it } from "vitest";
import { own, said, saidInFull } from "../../../support/talk.ts";

/** How an official gives an issue back in everyday words: shown first, of the number that is written, and never told to the company. */

const ISSUES = [
  own(46, "dispatched", "园区燃气管道漏气"),
  own(76, "dispatched", "卷帘门挡住通道"),
  own(12, "dispatched", "燃气价格太高"),
  own(79, "dispatched", "专精特新申报补贴"),
  own(80, "dispatched", "专精特新以外的奖励"),
  own(28, "dispatched", "路面坑洼"),
  own(39, "dispatched", "污水排放没有许可证"),
];
const OFFICER = { who: "officer", place: "direct", issues: ISSUES } as const;

describe("what is given back", () => {
  it.each([
    ["替王局把46退了，这是燃气", 46],
    ["76卷帘门退给建设", 76],
    ["76退建设", 76],
    ["76那个门的退给交通吧", 76],
    ["28不是路灯，是红绿灯，退交通", 28],
    ["46燃气的退了", 46],
    ["请把46退掉", 46],
    ["39污水没证那个是审批局的", 39],
    ["杨局让我退12，燃气不归经发", 12],
    ["退12，不是我们的", 12],
    ["杨局让我退79，专精特新以外的归财政", 79],
  ] as const)("is shown, with the number that was written: %s", (text, number) => {
    expect(said(text, OFFICER)).toBe(`offer return ${number}`);
  });

  it("is answered of a number that is not in sight, too, and of no other one", () => {
    expect(said("19和28不是我的，退", OFFICER)).toBe("offer return 28 + decline return 19");
    expect(said("杨局让我退11，燃气不归经发", OFFICER)).toBe("decline return 11");
  });
});

it.each([
  "46退押金给企业了",
  "46的钱退给企业了",
  "46押金退了",
  "46已经把押金退了",
  "76的供货商退货给建设方",
  "28积水退了",
  "46余款已退给建设单位",
  "46已核实，重复扣的部分退给车主",
  "46下午退给车主",
  "46多收的退给供电公司",
  "46样品退给审批局",
  "图纸有误，退设计院",
  "重复扣了，退给车主",
  "46退交通费",
  "46不退，供电公司的款已到",
  "这是市物价局的，我们一起去查",
  "46本来是物价局的，我们先去看看",
])("other things that go back are none: %s", (text) => {
  expect(saidInFull(text, OFFICER).join()).not.toContain("return");
});
