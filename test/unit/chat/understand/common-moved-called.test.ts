import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, said, saidInFull, situationIn } from "../../../support/talk.ts";

/** What belongs to a common problem is called by whose it is or by words, and who puts himself right within a message. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    { ...own(5, "submitted", "大货车乱停占道"), company: "hengda" },
    { ...own(6, "submitted", "门口停车被贴条"), company: "lingyun" },
    own(12, "submitted", "员工停车位不够"),
    own(13, "submitted", "停车费太贵"),
    own(19, "submitted", "路灯不亮"),
  ],
};

function command(text: string): string {
  const { steps } = understand(text, situationIn(OFFICE));
  return steps.map((step) => ("doing" in step ? step.doing.rest : step.kind)).join(" + ");
}

describe("what is called by words leaves it or comes to it, and the common problem stays", () => {
  it.each([
    ["恒达的从G2里去掉", "移出 G2 ⟪恒达的⟫"],
    ["凌云那件从G1里面拿掉吧", "移出 G1 ⟪凌云那件⟫"],
    ["把凌云那件从G1拿出来，他们是暂住登记的事", "移出 G1 ⟪凌云那件⟫"],
    ["把恒达的移出G2", "移出 G2 ⟪恒达的⟫"],
    ["从G2里把恒达那家剔出去", "移出 G2 ⟪恒达那家⟫"],
    ["请把路灯那个从G3里删掉", "移出 G3 ⟪路灯那个⟫"],
    ["5从G1里拿出来", "移出 G1 5"],
    ["把5和6从G1里去掉", "移出 G1 5 6"],
    ["凌云的也放进G1", "加入 G1 ⟪凌云的⟫"],
    ["停车那件也放到G1里", "加入 G1 ⟪停车那件⟫"],
  ])("%s", (text, expected) => {
    expect(command(text)).toBe(expected);
  });

  it.each(["撤销 G2", "把G2撤销", "G2不要了"])("and as ever: %s", (text) => {
    expect(saidInFull(text, OFFICE)).toHaveLength(1);
    expect(command(text)).not.toMatch(/移出|加入/u);
  });
});

describe("of an issue that is put right within the message only the last is meant", () => {
  it.each([
    ["G1里面12也加上，哦不对是13旁边那个19", "G1里面#19也加上"],
    ["G5里面12也加上，哦不对是13", "G5里面13也加上"],
    ["G1移出12，哦错了，13", "G1移出13"],
    ["把12从G1移出，不对，应该是13", "移出 G1 13"],
    ["G1里面12不算，哦说错了是13", "G1里面13不算"],
    ["G1加入12，不是12，是13", "G1加入13"],
    ["G1加上12和13，哦不对，13不是，是19", "G1加上12和19"],
  ])("%s", (text, expected) => {
    expect(command(text)).toBe(expected);
  });

  it.each([
    ["5和6给社会局，6错了，是12", "do dispatch 5 + do dispatch 12"],
    ["5、6给社会局，哦6写错了应该是13", "do dispatch 5 + do dispatch 13"],
    ["12给公安，说错了是12和13给公安", "do dispatch 12 + do dispatch 13"],
    ["12派给交通，不对，是13", "do dispatch 13"],
  ])("and so it is where it is dispatched: %s", (text, expected) => {
    expect(said(text, OFFICE)).toBe(expected);
  });
});
