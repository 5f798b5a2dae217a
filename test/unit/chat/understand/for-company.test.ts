import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

/** For whom an official says something. */

const IN_WORK: Parameters<typeof said>[1] = {
  who: "head",
  issues: [own(7, "in_progress", "三车间水压不够"), own(9, "in_progress", "招不到普工")],
};
const UNSIGNED: Parameters<typeof said>[1] = { who: "head", issues: [own(7, "dispatched", "有人翻围墙进来偷电缆")] };

const shown = (text: string) =>
  understand(text, situationIn(IN_WORK)).steps.map((step) =>
    "doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number}: ${step.doing.rest}` : step.kind,
  );

describe("what is for the company is shown as progress or an answer", () => {
  it.each([
    ["9下周三上午办招聘专场，给他们留了两个展位，你转告一下企业", "下周三上午办招聘专场，给他们留了两个展位"],
    ["9号那个，技校那边推了二十个人，麻烦通知对方", "技校那边推了二十个人"],
    ["9 我们联系了两所技校，推了二十个学生，可以让企业知道", "我们联系了两所技校，推了二十个学生"],
    ["9现在排到第三批，跟蒋经理讲一声", "现在排到第三批"],
    ["9专场定在周六，请转达", "专场定在周六"],
    ["9要等名单，帮我跟厂里解释一下", "要等名单"],
    ["9号录取名单出了，让他们来局里领，带身份证", "录取名单出了，让他们来局里领，带身份证"],
    ["9补贴批下来了，叫唐经理明天来拿", "补贴批下来了，叫唐经理明天来拿"],
    ["9转告蒋经理，名额有了，让她周五前来", "名额有了，让她周五前来"],
    ["9证已经办好，通知企业到窗口取", "证已经办好，通知企业到窗口取"],
    ["9这个礼拜水压会有波动，跟恒达说一声", "这个礼拜水压会有波动"],
  ])("%s", (text, rest) => {
    expect(shown(text)).toEqual([expect.stringMatching(new RegExp(`^offer (?:progress|answer) 9: ${rest}$`, "u"))]);
  });

  it("as an answer where it is done", () => {
    expect(shown("7水压已经恢复正常，麻烦告诉厂里一声")).toEqual(["offer answer 7: 水压已经恢复正常"]);
    expect(shown("9答：每人补贴八百，凭社保单到窗口申请")).toEqual([
      "offer answer 9: 每人补贴八百，凭社保单到窗口申请",
    ]);
  });

  it.each([
    ["9正在谈，先别跟企业说", "do note 9"],
    ["9还没批，暂时不要告诉对方", "do note 9"],
    ["9这家社保欠缴，不要让企业知道是我们查的", "do note 9"],
    ["9对企业先保密，下周再公布", "do note 9"],
    ["9企业那边先不说，等会上定了", "do note 9"],
    ["9我们内部知道就行，技校那边有变数", "do note 9"],
  ])("and what is not, stays with the departments: %s", (text, expected) => {
    expect(said(text, IN_WORK)).toBe(expected);
  });

  it.each(["9请企业提供用工名单", "9号，通知企业补一份营业执照", "9让企业带合同来窗口一趟"])(
    "what the company is asked for is asked for still: %s",
    (text) => {
      expect(said(text, IN_WORK)).toBe("offer ask 9");
    },
  );

  it.each([
    ["7不要给企业停水，夜里再换阀", /^(?!.*do note)/u],
    ["9，别让企业半夜开门", /^(?!do)/u],
    ["9能不能告诉企业？", /^(?!.*note)/u],
    ["9已经跟企业电话沟通过", /contact 9/u],
    ["9昨天就跟物流公司说好了", /^(?!.*answer)/u],
    ["9请蒋经理明天带公章来签字", /^offer ask 9$/u],
    ["9电话里告诉蒋经理了", /^(?!.*(?:progress|answer))/u],
    ["7昨天已通知企业停水时间", /^(?!.*(?:progress|answer))/u],
  ])("%s", (text, expected) => {
    expect(said(text, IN_WORK)).toMatch(expected);
  });
});

describe("who will only be told or called was not reached", () => {
  it.each([
    "9我来跟企业说声",
    "9我下午去联系企业",
    "9我们会通知对方",
    "9我让小刘去跟企业对接",
    "9安排老周联系企业，约好时间再报",
    "9明天跟企业沟通",
    "9回头我给唐经理打电话",
    "9今天晚上开会定，还没跟企业讲",
    "9等会上定好再告诉企业",
  ])("%s", (text) => {
    expect(said(text, IN_WORK)).not.toMatch(/contact|answer|progress/u);
  });

  it.each(["9刚跟企业通过电话了", "9已联系唐经理，明天见面谈", "9我上午已经联系企业了，约好周四上门"])(
    "but: %s",
    (text) => {
      expect(said(text, IN_WORK)).toMatch(/contact 9/u);
    },
  );
});

describe("what is taken, and kept from the company", () => {
  it.each([
    "7 我已经安排人去摸排了，先别跟企业讲",
    "7收到，马上派人蹲点，暂时不要对外说",
    "7我们来办，企业那边先别告诉",
  ])("is signed for, and noted: %s", (text) => {
    expect(said(text, UNSIGNED)).toBe("offer sign 7 + offer note 7");
  });

  it("also by the command's own word", () => {
    expect(said("签收 7 已经安排蹲点，先别跟企业讲", UNSIGNED)).toBe("do sign 7 + do note 7");
    expect(said("进展 7 已经在摸排，企业先不要告诉", IN_WORK)).toBe("offer progress 7");
  });

  it.each([
    ["progress", "不是，这个是内部的，企业先不要看到", "offer sign 7 + offer note 7"],
    ["progress", "别，先不告诉企业", "offer sign 7 + offer note 7"],
    ["note", "不对，要告诉企业的", "offer sign 7 + offer progress 7"],
    ["note", "是内部的", "offer sign 7 + offer note 7"],
  ])("where %s was shown: %s", (command, text, expected) => {
    const doing = (name: string, rest = "") => ({ command: name, word: name, number: 7, rest });
    const question: Question = { ask: "offer", doings: [doing("sign"), doing(command, "已经安排人去摸排了")] };
    const { steps } = understand(text, { ...situationIn(UNSIGNED), question });
    expect(
      steps
        .map((step) => ("doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number}` : step.kind))
        .join(" + "),
    ).toBe(expected);
    expect(steps.map((step) => ("doing" in step ? step.doing.rest : ""))).toEqual(["", "已经安排人去摸排了"]);
  });
});
