import { expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { namesAProposal, waysOfProposals } from "../../../../src/chat/understand/zh-cn-common-proposed.ts";
import { after, heard, taking } from "../../../support/common-talk.ts";
import { own, situationIn, stepsInFull } from "../../../support/talk.ts";

const PROPOSED: Question = { ask: "ways", ways: waysOfProposals([1, 2]) };

/** What is said behind something of a common problem, and puts right whom it reaches, what belongs to it or when it is due. */

it.each([
  ["8和10先不要回，其他的统一回一下：主管检修后天恢复", after(2), "答复 G2 除 #8 #10：主管检修后天恢复"],
  ["8号和9号先别回，其余的一起答复：主管后天恢复", after(2), "答复 G2 除 #8 #9：主管后天恢复"],
  ["18先别回，其他的统一答复：线路老化，明天换", after(2), "答复 G2 除 #18：线路老化，明天换"],
  ["先别回8和10，剩下的都说一声，主管明天修好", after(2), "告知企业 G2 除 #8 #10：主管明天修好"],
  ["8先不回，10也先别发，别的都答复：主管明天修好", after(2), "答复 G2 除 #8 #10：主管明天修好"],
  ["除了8和10，其他的统一回一下：主管明天修好", after(2), "答复 G2 除 #8 #10：主管明天修好"],
  ["11和18不要回，20单独回：已安排检测", after(2), "答复 G2 只 #20：已安排检测"],
  ["G2的8先不回，其余几家统一回复：主管明天修好", null, "答复 G2 除 #8：主管明天修好"],
  ["统一答复：主管明天修好，8先不回", after(2), "答复 G2 主管明天修好，8先不回"],
  ["8不要回了", after(2), "unknown"],
  // Whom what is shown is for is changed, and it is shown again.
  ["也加上10", taking("答复 G2 除 #8 #10：好了"), "答复 G2 也 #10：除 #8：好了"],
  ["再加上10号", taking("答复 G2 除 #8 #10：好了"), "答复 G2 也 #10：除 #8：好了"],
  ["10也加上", taking("答复 G2 除 #8 #10：好了"), "答复 G2 也 #10：除 #8：好了"],
  ["10号那家也算进去吧", taking("答复 G2 除 #8 #10：好了"), "答复 G2 也 #10：除 #8：好了"],
  ["也加上10", taking("答复 G2 只 #9：好了"), "答复 G2 只 #9 #10：好了"],
  ["也加上10", after(2), "加入 G2 10"],
  ["算了，都回吧", taking("答复 G2 除 #8 #10：好了"), "答复 G2 好了"],
  ["还是都发吧", taking("答复 G2 除 #8 #10：好了"), "答复 G2 好了"],
  ["那就大家都回", taking("答复 G2 除 #8 #10：好了"), "答复 G2 好了"],
  ["算了不回了", taking("答复 G2 除 #8 #10：好了"), "silence"],
  ["都不回了", taking("答复 G2 除 #8 #10：好了"), "silence"],
  ["发吧", taking("答复 G2 除 #8 #10：好了"), "答复 G2 除 #8 #10：好了"],
  // What was taken out goes back.
  ["算了还是放回去", after(1, "移出 6"), "加入 G1 6"],
  ["算了，放回去吧", after(1, "移出 6"), "加入 G1 6"],
  ["还是放进去吧", after(1, "移出 6"), "加入 G1 6"],
  ["不拿了，放回G1", after(1, "移出 6"), "加入 G1 6"],
  ["想了想，还是放回G1里吧", after(1, "移出 6"), "加入 G1 6"],
  ["6号还是放回G1", null, "加入 G1 6"],
  ["算了", after(1, "移出 6"), "silence"],
  // Who is called by words is not to be in it.
  ["3楼那个不要算进来", after(2), "移出 G2 ⟪3楼那个⟫"],
  ["宿舍那家别放进来", after(2), "移出 G2 ⟪宿舍那家⟫"],
  ["彭丽那边先不要加进去", after(2), "移出 G2 ⟪彭丽那边⟫"],
  ["要不放进来吧", after(2), "unknown"],
  ["11先不放", after(3, "新建 8 9 11"), "移出 G3 11"],
  ["还有20也算进去", after(3, "新建 8 9 11"), "加入 G3 20"],
  ["第一个可以，就叫频繁跳闸，供电牵头", PROPOSED, "新建 1 「频繁跳闸」 另：供电牵头"],
  ["第一个建吧，供电牵头，12月9号前", PROPOSED, "新建 1 另：供电牵头，12月9号前"],
  ["第一个可以，18不要，叫频繁跳闸，供电公司牵头", PROPOSED, "新建 1 「频繁跳闸」 除 #18 另：供电公司牵头"],
  ["第二个不是一回事", PROPOSED, "不是 2"],
  // What is to be there by a day is its deadline.
  ["12月10号之前要拿出办法", after(1, "牵头 供电公司"), "时限 G1 12月10号之前要拿出办法"],
  ["月底前给个方案", after(1, "牵头 供电公司"), "时限 G1 月底前给个方案"],
  ["下周五之前要有结果", after(1, "牵头 供电公司"), "时限 G1 下周五之前要有结果"],
] as const)("the coordinator says: %s", (text, question, expected) => {
  expect(heard(text, "coordinator", question)).toBe(expected);
});

const ISSUES = [
  own(4, "dispatched", "东头大道路面塌了一块"),
  own(3, "in_progress", "潇湘大道大坑"),
  own(15, "in_progress", "银行抽贷"),
];

it.each([
  ["抽贷那家别让它倒了，朱明要亲自去银行", "leader", /^offer supervise 15 /u],
  ["东头大道那个收到，跟潇湘大道的一起修，12月20号前完工", "head", /^which measure /u],
  ["今天已经和渣土公司签了承诺书", "head", /^offer common - 进展 G1 /u],
] as const)("who names an issue by its own words means no common problem: %s", (text, who, expected) => {
  const situation = { ...situationIn({ who, issues: ISSUES }), question: after(1) };
  expect(stepsInFull(understand(text, situation))[0]).toMatch(expected);
});

it("says which one of a list that was shown days ago is meant: an issue's number does not", () => {
  expect(
    ["第一个可以", "第2条不是一回事", "建议1建一个", "1号不是我们的事", "可以，建一个"].map(namesAProposal),
  ).toEqual([true, true, true, false, false]);
});
