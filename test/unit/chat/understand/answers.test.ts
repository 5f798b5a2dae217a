import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import type { Line } from "../../../../src/cli/talk/line.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

const ISSUES = [own(3, "answered", "三车间昨晚停电"), own(9, "in_progress", "厂门口路灯坏了")];

/** What is understood of a company's answer. */
const answered = (text: string, pending: Line["pending"]) =>
  said(text, { who: "liaison", issues: ISSUES, ...(pending !== undefined && { pending }) });
const toWithdrawal = (text: string) => answered(text, { ask: "confirm", step: { do: "withdraw", n: 3 } });
const toNumber = (text: string) => answered(text, { ask: "need", what: "number", step: { do: "withdraw" } });
const toReason = (text: string) => answered(text, { ask: "need", what: "reason", step: { do: "unsolved", n: 3 } });

describe("an offer", () => {
  it.each(["是", "好的，撤吧", "对对", "行，办吧", "可以的", "对，钱到了", "成", "要得", "ok", "是，3号"])(
    "is taken with %s",
    (text) => {
      expect(toWithdrawal(text)).toBe("do withdraw 3");
    },
  );

  it.each(["好的，不用了", "好，先不提了", "行，算了", "好吧，取消", "对，不是这个", "行，但先别撤"])(
    "is not taken where a no stands behind the yes: %s",
    (text) => {
      expect(toWithdrawal(text)).toBe("silence");
    },
  );

  it.each(["好不好", "确定吗", "确认什么", "是吗", "嗯？", "ok?", "提交了会怎么样", "可以不提吗"])(
    "is shown again to who asks back: %s",
    (text) => {
      expect(toWithdrawal(text)).toBe("offer withdraw 3");
    },
  );

  it.each(["10", "15号", "1号楼", "1.5", "中午", "中塑", "成本高", "可惜", "恩施", "yesterday", "y2", "行政"])(
    "is not taken with a word or figure that only begins like a yes: %s",
    (text) => {
      expect(toWithdrawal(text)).not.toMatch(/withdraw/u);
    },
  );

  it.each(["好 9号", "确认9", "是9号", "可以，但是9号"])("is shown anew of the issue that is named: %s", (text) => {
    expect(toWithdrawal(text)).toBe("offer withdraw 9");
  });

  it("takes a wish for everything that is raised with it", () => {
    const submit = (rest: string) => ({ command: "submit", word: "诉求", number: null, rest });
    const raised = { command: "for", word: "代", number: null, rest: "中塑科技 诉求 停电" };
    const understood = understand("提，标紧急", {
      ...situationIn({ who: "coordinator" }),
      question: { ask: "offer", doings: [submit("停电"), submit("断网"), raised] },
    });
    const rests = understood.steps.map((step) => ("doing" in step ? step.doing.rest : step.kind));
    expect(rests).toEqual(["紧急 停电", "紧急 断网", "中塑科技 诉求 紧急 停电"]);
  });
});

describe("a number that was asked for without a list", () => {
  it.each([
    ["9", "do withdraw 9"],
    ["#9", "do withdraw 9"],
    ["路灯那个", "do withdraw 9"],
    // Nobody sees such an issue here, which is said; no other one is taken for it.
    ["2", "do withdraw 2"],
    ["77", "do withdraw 77"],
  ])("is the issue's own: %s", (text, expected) => {
    expect(toNumber(text)).toBe(expected);
  });

  it.each(["第二个", "最后一个", "全部", "9999999999"])("is no place: %s", (text) => {
    expect(toNumber(text)).toBe("unknown");
  });
});

describe("a reason that was asked for", () => {
  it.each(["取消吧不弄了", "不弄了", "拉倒"])("is none where the matter is given up: %s", (text) => {
    expect(toReason(text)).not.toMatch(/do /u);
  });

  it("may begin with a no", () => {
    expect(toReason("没有修好，晚上又停")).toBe("do unsolved 3");
    expect(toReason("不是一个原因，还在停")).toBe("do unsolved 3");
  });
});
