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

  it.each(["撤", "撤掉", "撤了吧", "那就撤了", "撤回吧"])(
    "is taken with its own word, whatever else it could mean: %s",
    (text) => {
      expect(toWithdrawal(text)).toBe("do withdraw 3");
    },
  );

  it.each<[string, string, string]>([
    ["join", "跟他那个一样的，一起算上", "do join 9"],
    ["join", "对头，算我们一个", "do join 9"],
    ["join", "嗯算上", "do join 9"],
    ["join", "算了", "silence"],
    ["accept", "没有解决", "offer unsolved 3"],
    ["unsolved", "解决了", "offer solved 3"],
    ["submit", "对了先别提，我再看看", "silence"],
    ["submit", "好像是阀门关了，没事了", "silence"],
  ])("of %s is answered by %s", (command, text, expected) => {
    const number = command === "join" ? 9 : command === "submit" ? null : 3;
    const doing = { command, word: command, number, rest: command === "submit" ? "水管漏水" : "" };
    const issues = [
      own(3, "answered", "三车间昨晚停电"),
      { n: 9, state: "dispatched", title: "路灯", mine: false } as const,
    ];
    const { steps } = understand(text, {
      ...situationIn({ who: "liaison", issues }),
      question: { ask: "offer", doings: [doing] },
    });
    expect(
      steps.map((step) => ("doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number}` : step.kind)),
    ).toEqual([expected]);
  });

  it.each(["对，这样答复", "答复吧", "答复", "发答复吧"])("is shown as the other deed that a yes names: %s", (text) => {
    const doing = { command: "progress", word: "进展", number: 9, rest: "门卫换岗了" };
    const situation = situationIn({ who: "officer", issues: [own(9, "in_progress", "保安拦车")] });
    const { steps } = understand(text, { ...situation, question: { ask: "offer", doings: [doing] } });
    expect(steps).toMatchObject([{ kind: "offer", doing: { command: "answer", number: 9, rest: "门卫换岗了" } }]);
  });

  it("has nothing of 发给你们 in its text", () => {
    const doing = { command: "supplement", word: "补充", number: 9, rest: "昨天又停了" };
    const { steps } = understand("发给你们", {
      ...situationIn({ who: "liaison", issues: ISSUES }),
      question: { ask: "offer", doings: [doing] },
    });
    expect(steps).toEqual([{ kind: "do", doing }]);
  });

  it.each(["还是留着吧", "好的，不用了", "好，先不提了", "行，算了", "好吧，取消", "对，不是这个", "行，但先别撤"])(
    "is not taken with a no, nor where one stands behind the yes: %s",
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
