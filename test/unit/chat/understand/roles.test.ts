import { describe, expect, it } from "vitest";
import { affirmedIn, helpersIn, proposedIn } from "../../../../src/chat/understand/roles.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { unitsIn } from "../../../../src/chat/understand/units.ts";
import { plainOf } from "../../../../src/domain/plain.ts";
import { own, SAMPLE_PARK, situationIn } from "../../../support/talk.ts";

const named = (text: string) => {
  const plain = plainOf(text);
  return { plain, units: unitsIn(plain, SAMPLE_PARK) };
};

describe("a unit that an issue is denied of", () => {
  it.each<[string, readonly string[]]>([
    ["不是自来水公司的问题，应该建设局管", ["建设管理局"]],
    ["不归我们建设局，是自来水公司的管道", ["自来水公司"]],
    ["别派供电公司，转给公安分局", ["公安分局"]],
    ["公安说不是他们的，该建设局办", ["建设管理局"]],
    ["派错给供电公司了，请转经发局", ["经济发展局"]],
    ["不是公安分局和交通局的事，归建设局", ["建设管理局"]],
    ["是不是建设局的事", ["建设管理局"]],
    ["要不是供电公司帮忙就停产了", ["供电公司"]],
    ["供电公司不是修过吗", ["供电公司"]],
  ])("is none that is meant: %s", (text, expected) => {
    const { plain, units } = named(text);
    expect(affirmedIn(plain, units).map(({ found }) => found.name)).toEqual(expected);
  });

  it.each<[string, string | undefined]>([
    ["经发局看过了，这个该建设局管", "construction"],
    ["之前转给过公安分局，建议由交通局办", "transport"],
    ["是自来水公司的管道，公安分局也来看过", "water"],
    ["建设局管不了，归供电公司", undefined],
    ["不是我们供电公司的", undefined],
  ])("is not proposed, nor is the own one: %s", (text, code) => {
    const { plain, units } = named(text);
    expect(proposedIn(plain, units, "power")?.found.code).toBe(code);
  });
});

describe("units that shall help", () => {
  it.each<[string, readonly string[]]>([
    ["派公安分局，协办 建设管理局", ["建设管理局"]],
    ["派给公安分局，请建设局和交通局协办", ["建设管理局", "交通运输局"]],
    ["协办单位：建设局、交通局", ["建设管理局", "交通运输局"]],
    ["公安分局牵头，建设局也一起配合", ["建设管理局"]],
    ["派供电公司、建设局协办", ["建设管理局"]],
    ["住建局配合自来水公司", ["建设管理局"]],
    ["供电公司配合得怎么样", []],
    ["派给公安分局", []],
  ])("are told from the one that has it: %s", (text, expected) => {
    const { plain, units } = named(text);
    expect(helpersIn(plain, units).map(({ found }) => found.name)).toEqual(expected);
  });
});

describe("an issue that is given to one unit while another helps", () => {
  const issues = [
    own(15, "submitted", "液氨罐漏气"),
    own(16, "dispatched", "噪音太大"),
    own(17, "submitted", "车位不够"),
  ];
  const made = (text: string) => {
    const situation = situationIn({ who: "coordinator", issues });
    const given = situation.issues.map((one) => (one.number === 16 ? { ...one, department: "transport" } : one));
    return understand(text, { ...situation, issues: given }).steps.map((step) =>
      "doing" in step
        ? `${step.kind} ${step.doing.command} ${step.doing.number} ${step.doing.unit ?? ""} ${step.doing.rest}`.trim()
        : step.kind,
    );
  };

  it.each([
    "15号派公安，协办 建设管理局",
    "15号派给公安分局，协办建设局",
    "15号协办 建设局，派给公安分局",
    "请建设局协办，15号派给公安分局",
    "15号公安分局牵头，建设局配合",
    "15号给公安分局，住建局协办",
    "把15号派给派出所，同时请住建局协助一下",
  ])("is dispatched, and the other is asked to help: %s", (text) => {
    expect(made(text)).toEqual([
      expect.stringMatching(/^do dispatch 15 police \S+$/u),
      expect.stringMatching(/^do assist 15 construction \S+$/u),
    ]);
  });

  it("is so in a command's own words, with what else is said", () => {
    expect(made("派单 15 公安分局，协办单位：建设管理局、交通局，三天内答复")).toEqual([
      "do dispatch 15  公安分局，三天内答复",
      "do assist 15 construction 建设管理局",
      "do assist 15 transport 交通运输局",
    ]);
  });

  it.each(["15号派给公安分局，协办环保", "15号派给公安分局，请环保协办", "派单 15 公安分局，环保协办"])(
    "is dispatched where nobody is called as the helper is, and the helper is asked for: %s",
    (text) => {
      expect(made(text)).toEqual([expect.stringMatching(/^do dispatch 15 \w* 公安分局$/u), "need assist 15  环保"]);
    },
  );

  it("stays where it is when only help is asked for", () => {
    expect(made("16号请建设局协办")).toEqual(["do assist 16 construction 建设管理局"]);
    expect(made("16号加派建设局协助")).toEqual([expect.stringMatching(/^\w+ assist 16 construction/u)]);
  });

  it.each<[string, string]>([
    ["15号给通信那边处理吧", "do dispatch 15 telecom 通信运营中心"],
    ["15号交给供电公司负责一下", "do dispatch 15 power 供电公司"],
    ["15号派给供电公司办，变压器也要查", "do dispatch 15 power 供电公司 变压器也要查"],
    ["15号派给供电公司办公室核实", "do dispatch 15 power 供电公司 办公室核实"],
    ["15号是供电公司的事，不是审批局", "do dispatch 15 power 供电公司"],
    ["15给王建国他们", "do dispatch 15 power 供电公司"],
    [
      "15号给住建局，企业催得紧，12月3日前答复，麻烦了",
      "do dispatch 15 construction 建设管理局 企业催得紧，12月3日前答复",
    ],
    ["15号派王建国", "do dispatch 15 power 供电公司"],
    ["15给建管局，不归审批局管", "do dispatch 15 construction 建设管理局"],
    ["15号是王建国的事", "do dispatch 15 power 供电公司"],
    ["15号请王建国那边看一下", "do dispatch 15 power 供电公司"],
    ["15不要给建管局，给交通局", "do dispatch 15 transport 交通运输局"],
    ["16号是建管局的事，不归交通局", "offer dispatch 16 construction 建设管理局"],
    ["15跟16一样，也给社会局", "do dispatch 15 society 社会事务局"],
    ["15跟16是一回事", "offer merge 16  15"],
    ["请供电公司处理15号", "do dispatch 15 power 供电公司"],
    ["15号给供电公司，其余的先放着", "do dispatch 15 power 供电公司"],
    ["15号给供电公司，不是交通局管的，经发局不用管了", "do dispatch 15 power 供电公司"],
    ["15号给供电公司，图纸有问题找建管局", "do dispatch 15 power 供电公司 图纸有问题找建管局"],
    ["77 交通局", "decline dispatch 77 transport 交通运输局"],
  ])("has no filler for its text, and is told in many ways: %s", (text, expected) => {
    expect(made(text)).toEqual([expected]);
  });

  it.each<[string, readonly string[]]>([
    ["15给电信，水压让自来水公司配合", ["do dispatch 15 telecom 通信运营中心", "do assist 15 water 自来水公司 水压"]],
    [
      "派单 15 交通局，宿舍那个事请建管局协办",
      ["do dispatch 15  交通局", "do assist 15 construction 建设管理局 宿舍那个事"],
    ],
    [
      "15给建管局，三天内答复并请交通局配合",
      ["do dispatch 15 construction 建设管理局 三天内答复", "do assist 15 transport 交通运输局"],
    ],
    ["15给建管局，77给交警那边", ["do dispatch 15 construction 建设管理局", "decline dispatch 77 police 公安分局"]],
    ["派单 15 建管局，17给交警那边", ["do dispatch 15  建管局", "do dispatch 17 police 公安分局"]],
    [
      "15给建管局，围挡那块给交通局",
      ["do dispatch 15 construction 建设管理局", "offer assist 15 transport 交通运输局 围挡"],
    ],
    ["15给建管局和交通局", ["do dispatch 15 construction 建设管理局", "offer assist 15 transport 交通运输局"]],
    ["15、17分别给经发局和商务局", ["do dispatch 15 economy 经济发展局", "do dispatch 17 commerce 商务局"]],
    ["15给王建国，17同上", ["do dispatch 15 power 供电公司", "do dispatch 17 power 供电公司"]],
    ["17、15同16一样办", ["offer dispatch 17 transport 交通运输局", "offer dispatch 15 transport 交通运输局"]],
    ["15派王建国，77给电力公司那边", ["do dispatch 15 power 供电公司", "decline dispatch 77 power 供电公司"]],
    ["派单 15 王建国，请曾敏配合", ["do dispatch 15  王建国", "do assist 15 construction 建设管理局"]],
    ["派单 15、17 经发局", ["do dispatch 15 economy 经济发展局", "do dispatch 17 economy 经济发展局"]],
    ["派单 15 1 三天内答复", ["do dispatch 15  1 三天内答复"]],
    ["派单 15 同16", ["offer dispatch 15 transport 交通运输局"]],
    ["换经发局来牵头", ["tell"]],
    ["让交通局牵头，建管局配合", ["tell"]],
    ["车位那件由交通局牵头", ["do dispatch 17 transport 交通运输局"]],
    ["16给建管局", ["offer dispatch 16 construction 建设管理局"]],
    ["15,17都给建管局", ["do dispatch 15 construction 建设管理局", "do dispatch 17 construction 建设管理局"]],
  ])("is one of several things in a sentence, each of which is done or answered: %s", (text, expected) => {
    expect(made(text)).toEqual(expected);
  });
});
