import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import type { InSight } from "../../../../src/chat/understand/situation.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

const OFFICER = situationIn({
  who: "officer",
  issues: [own(3, "in_progress", "昨晚又停电了"), own(2, "in_progress", "路面坑洼")],
});

const shownThen = (command: string, rest: string, text: string, ask: "offer" | "date" = "offer") => {
  const doing = { command, word: command, number: 3, rest };
  const question: Question = ask === "offer" ? { ask, doings: [doing] } : { ask: "need", what: ask, doing };
  return understand(text, { ...OFFICER, question }).steps.map((step) =>
    "doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number}: ${step.doing.rest}` : step.kind,
  );
};

describe("what was shown is put right", () => {
  it.each([
    "不是挂账，是延期",
    "不对，是延期，不是挂账",
    "是延期不是挂账",
    "改成：延期",
    "我要的是延期",
    "错了，应该是申请延期",
  ])("by another move: %s", (text) => {
    expect(shownThen("hold", "3天 等上级审批", text)).toEqual(["offer extend 3: 3天 等上级审批"]);
  });

  it.each<[string, string, string, string]>([
    ["hold", "3天 等上级", "不是3天，是5天", "offer hold 3: 5天 等上级"],
    ["answer", "9点恢复供电", "不是9点，是9点半", "offer answer 3: 9点半恢复供电"],
    ["answer", "线路已修复", "不是3号，是2号", "offer answer 2: 线路已修复"],
    ["answer", "配件在路上", "不是答复，是进展", "offer progress 3: 配件在路上"],
  ])("by other words (%s, %s): %s", (command, rest, text, expected) => {
    expect(shownThen(command, rest, text)).toEqual([expected]);
  });

  it("also while something is missing from it", () => {
    expect(shownThen("hold", "等上级审批", "不是挂账，是延期", "date")).toEqual(["need extend 3: 等上级审批"]);
  });

  it.each(["3号的答复改一下，是9点半恢复", "答复写错了", "改一下"])("by a text that is asked for: %s", (text) => {
    expect(shownThen("answer", "9点恢复供电", text)).toEqual(["need answer 3: "]);
  });

  it.each(["是的", "是的，辛苦"])("by no yes: %s", (text) => {
    expect(shownThen("hold", "3天 等上级", text)).toEqual([expect.stringMatching(/^do hold 3/u)]);
  });

  it.each<[string, string, string, string]>([
    ["measure", "周五前补好", "不对，是周六", "offer measure 3: 周六前补好"],
    ["measure", "周五前补好", "弄错了，下周一前", "offer measure 3: 下周一前补好"],
    ["extend", "3天 等上级", "不对，5天", "offer extend 3: 5天 等上级"],
    ["answer", "线路已修复", "不对，2号", "offer answer 2: 线路已修复"],
    ["return", "不归我们", "不对，公安", "offer return 3: 不归我们"],
    ["dispatch", "建设管理局", "看错了，给公安", "offer dispatch 3: 公安分局"],
    ["dispatch", "建设管理局", "算了 给公安", "offer dispatch 3: 公安分局"],
    ["answer", "树已经砍完", "不对，树还没砍完", "silence"],
  ])("by what stands behind 不对 (%s, %s): %s", (command, rest, text, expected) => {
    expect(shownThen(command, rest, text)).toEqual([expected]);
  });

  it.each<[string, string[]]>([
    ["不对，是周六", ["3 周六前补好", "2 周六前补好"]],
    ["不对，2不用", ["3 周五前补好"]],
    ["除了3号", ["2 周五前补好"]],
    ["不对，3和2都不用", []],
  ])("also where several are shown: %s", (text, expected) => {
    const doings = [3, 2].map((number) => ({ command: "measure", word: "措施", number, rest: "周五前补好" }));
    const { steps } = understand(text, { ...OFFICER, question: { ask: "offer", doings } });
    const offered = steps.flatMap((step) => (step.kind === "offer" ? [`${step.doing.number} ${step.doing.rest}`] : []));
    expect(offered).toEqual(expected);
    expect(steps.every(({ kind }) => kind !== "do")).toBe(true);
  });

  it("by no reason why it is not so", () => {
    const pending = { ask: "confirm", step: { do: "solved", n: 3 } } as const;
    const issues = [own(3, "answered", "停电")];
    expect(said("不是，还没好呢", { who: "liaison", issues, pending })).toBe("offer unsolved 3");
  });
});

describe("another day that is asked for", () => {
  const made = (text: string) =>
    understand(text, OFFICER).steps.map((step) =>
      "doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number}: ${step.doing.rest}` : step.kind,
    );

  it.each<[string, string]>([
    ["3号申请延3天，要等上级审批", "do extend 3: 3天 要等上级审批"],
    ["3号申请延期5天，等上级批复", "do extend 3: 5天 等上级批复"],
    ["3号延期到12月10日，等财政拨款", "do extend 3: 12月10日 等财政拨款"],
    ["3号申请延期5天", "need extend 3: 5天"],
    ["3号先挂账到12月底，等上级资金", "do hold 3: 12月底 等上级资金"],
    ["水泵还要多等两天才到货，3号能不能延到下周二", "do extend 3: 下周二 水泵还要多等两天才到货"],
    ["3号能晚两天答复不，名额还在核", "offer extend 3: 两天 名额还在核"],
    ["3号领导能否宽限到下周三？厂家发货慢", "offer extend 3: 下周三 厂家发货慢"],
    ["3号再宽限两天行不", "need extend 3: 两天"],
    ["3号宽几天可以吧，还在等批文", "need extend 3: 还在等批文"],
  ])("is no hold, whatever is waited for: %s", (text, expected) => {
    expect(made(text)).toEqual([expected]);
  });

  it.each([
    "3号能不能宽限几天，设备没到，下周五前给答复",
    "3号能否推后几天，下周五前答复企业",
    "3号可以多给几天吗，下周五前办完",
  ])("may be asked for like a question: %s", (text) => {
    expect(made(text)).toEqual([expect.stringMatching(/^(?:do|offer) extend 3: 下周五/u)]);
  });

  it.each<[string, InSight["state"], string]>([
    ["3能晚两天答复不，名额还在核", "dispatched", "decline extend 3: 两天 名额还在核"],
    ["3号再宽限两天，等企业", "waiting", "decline extend 3: 两天 等企业"],
    ["3号退了，不归我们", "answered", "decline return 3: 退了，不归我们"],
  ])("is declined where it cannot be asked for, and noted nowhere: %s, %s", (text, state, expected) => {
    const { steps } = understand(text, situationIn({ who: "officer", issues: [own(3, state, "路灯不亮")] }));
    expect(
      steps.map((step) => ("doing" in step ? `${step.kind} ${step.doing.command} 3: ${step.doing.rest}` : "")),
    ).toEqual([expected]);
  });

  it.each(["3号还剩几天", "3号签收后几天要答复"])("is not what is only asked: %s", (text) => {
    expect(made(text).join()).not.toContain("extend");
  });
});

describe("what the company is asked for", () => {
  it.each([
    "7号请企业提供时间和证人",
    "7号 请企业明天带执照原件来窗口",
    "7号让厂里周五前把合同发给我们",
    "7号麻烦企业来大厅填一下表",
  ])("is asked through the bot: %s", (text) => {
    expect(said(text, { who: "officer", issues: [own(7, "in_progress", "许可证")] })).toBe("offer ask 7");
    // A second question has to wait for the first: that is said, and no note made of it.
    expect(said(text, { who: "officer", issues: [own(7, "waiting", "许可证")] })).toBe("decline ask 7");
  });

  it.each(["7号请企业确认，已经修好", "7号企业明天带执照来窗口", "7号请企业放心，明天一定修好"])(
    "is none of what is told: %s",
    (text) => {
      expect(said(text, { who: "officer", issues: [own(7, "in_progress", "许可证")] })).not.toContain("ask");
    },
  );
});

describe("a decision, where nothing waits for one", () => {
  const issues = [own(11, "in_progress", "充电桩")];
  it.each(["同意", "驳回 理由不足", "同意他们的申请", "批准延期"])("is told so: %s", (text) => {
    expect(said(text, { who: "coordinator", issues })).toMatch(/^decline (?:approve|refuse)$/u);
    expect(said(text, { who: "leader", issues })).toMatch(/^decline (?:approve|refuse)$/u);
  });

  it("is made where one does", () => {
    const asked = [{ ...own(11, "in_progress", "充电桩"), request: "extension" as const }];
    expect(said("同意", { who: "coordinator", issues: asked })).toBe("do approve 11");
  });
});

describe("how a limit is counted", () => {
  it.each(["13号期限怎么算的", "13号的答复期限是怎么算出来的", "13号期限为什么这么久", "13号怎么定的期限"])(
    "is explained, also to the company: %s",
    (text) => {
      for (const who of ["liaison", "officer", "coordinator"] as const)
        expect(said(text, { who, issues: [own(13, "in_progress", "污水管")] })).toBe("do due 13");
    },
  );

  it("is not asked with how it stands", () => {
    expect(said("13号怎么还不修", { who: "liaison", issues: [own(13, "in_progress", "污水管")] })).not.toContain("due");
  });
});

describe("an answer that was wrong", () => {
  it.each(["13号的答复改一下", "13号答复写错了，应该是十点", "答复有误"])("is put right by 更正: %s", (text) => {
    expect(said(text, { who: "officer", issues: [own(13, "answered", "污水管")] })).toBe("need correct 13 text");
  });

  it("is none while nothing was answered: that is said, with what is possible", () => {
    expect(said("13号答复写错了", { who: "officer", issues: [own(13, "in_progress", "污水管")] })).toBe(
      "decline correct 13",
    );
  });
});
