import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

const LAMP = own(10, "in_progress", "10号路灯不亮");

/** What an officer means who was asked whether this is to go out. */
const afterOffer = (command: string, word: string, rest: string, text: string) => {
  const doing = { command, word, number: 10, rest };
  const situation = situationIn({ who: "officer", issues: [LAMP] });
  const [step, ...more] = understand(text, { ...situation, question: { ask: "offer", doings: [doing] } }).steps;
  expect(more).toEqual([]);
  return step;
};

describe("who says it again while it is offered", () => {
  it.each([
    ["answer", "答复", "10号路灯已经修好了", "10号路灯全部更换完毕，已经正常", "路灯全部更换完毕，已经正常"],
    ["progress", "进展", "10号还没修好，明天继续", "10号正在联系厂家", "正在联系厂家"],
    ["progress", "进展", "10号的灯杆还没到货", "路灯还没装，等配件", "路灯还没装，等配件"],
  ])(
    "with other words has said no yes to the first ones: both are shown (%s)",
    (command, word, first, second, told) => {
      const step = afterOffer(command, word, first, second);
      expect(step).toMatchObject({ kind: "offer", doing: { command, number: 10, rest: `${first}\n${told}` } });
    },
  );

  it.each([
    ["answer", "答复", "路灯已经修好了，线路也查过", "10号答复企业：路灯换了新的，晚上会亮", "路灯换了新的，晚上会亮"],
    ["answer", "答复", "路灯已经修好了", "10号可以回复对方了：灯杆整体换新", "灯杆整体换新"],
    [
      "answer",
      "答复",
      "线路故障已排除，路灯恢复照明",
      "10号的线路故障已经排除，路灯已恢复照明",
      "线路故障已经排除，路灯已恢复照明",
    ],
    ["progress", "进展", "灯杆下周到货", "更新一下10号进展：灯杆这周五就到", "灯杆这周五就到"],
  ])("with the whole of it anew means the later (%s)", (command, word, first, second, told) => {
    expect(afterOffer(command, word, first, second)).toMatchObject({ kind: "offer", doing: { command, rest: told } });
  });

  it("with the same words means it", () => {
    expect(afterOffer("answer", "答复", "10号路灯已经修好了", "10号路灯已经修好了")).toMatchObject({
      kind: "do",
      doing: { command: "answer", rest: "10号路灯已经修好了" },
    });
  });

  it("says twice what is not solved, and neither is lost", () => {
    const doing = { command: "unsolved", word: "未解决", number: 9, rest: "9号还在漏" };
    const situation = situationIn({ who: "liaison", issues: [own(9, "answered", "水管漏水")] });
    const { steps } = understand("9号还是没修好", { ...situation, question: { ask: "offer", doings: [doing] } });
    expect(steps).toMatchObject([{ kind: "do", doing: { command: "unsolved", rest: "9号还在漏\n还是没修好" } }]);
  });
});

describe("what is denied", () => {
  const ISSUES = [own(9, "answered", "管子堵了")];
  const DENIED = [
    "管子没疏通到位",
    "工人没来修好",
    "不是已经解决的样子",
    "管道没有彻底清理到位",
    "未处理到位",
    "没见修好",
    "钱没退到账",
  ];

  it.each(DENIED)("is the reason why it is not solved, when that was asked for: %s", (text) => {
    const pending = { ask: "need", what: "reason", step: { do: "unsolved", n: 9 } } as const;
    expect(said(text, { who: "liaison", issues: ISSUES, pending })).toBe("do unsolved 9");
  });

  it.each(DENIED)("is never taken for solved: %s", (text) => {
    expect(said(text, { who: "liaison", issues: ISSUES })).not.toMatch(/(?<!un)solved|accept/u);
  });

  it.each(["没想到这么快就修好了", "管子疏通到位", "不到半天就恢复了"])(
    "is not what only begins like it: %s",
    (text) => {
      expect(said(text, { who: "liaison", issues: ISSUES })).toBe("offer solved 9");
    },
  );
});

describe("算了 to nothing", () => {
  it.each(["算了", "算了吧", "那算了。", "取消"])("takes nothing back: %s", (text) => {
    const issues = [own(9, "answered", "管子堵了"), own(12, "in_progress", "路灯不亮")];
    expect(said(text, { who: "liaison", issues })).toBe("unknown");
    expect(said(text, { who: "liaison", issues: issues.slice(1) })).toBe("unknown");
  });
});

describe("a range of numbers", () => {
  const issues = [11, 12, 14, 16].map((n) => own(n, "submitted", `${n}号的事`));

  it.each([
    ["把11到14都派给供电公司", [11, 12, 14]],
    ["12至16派给供电公司", [12, 14, 16]],
    ["11~12都派供电公司", [11, 12]],
    ["把11号到14号派给供电公司", [11, 12, 14]],
  ])("names each that is there: %s", (text, numbers) => {
    const { steps } = understand(text, situationIn({ who: "coordinator", issues }));
    const named = steps.flatMap((step) => ("doing" in step ? [step.doing.number] : []));
    expect(named).toEqual(numbers);
    expect(steps.every((step) => "doing" in step && step.doing.command === "dispatch")).toBe(true);
  });

  it.each(["11到12点停水", "11到14日放假", "12到16度"])("is none of hours, days and degrees: %s", (text) => {
    expect(said(text, { who: "coordinator", issues })).not.toMatch(/14|dispatch/u);
  });
});

it("answers once of a number that is said again and again, and is no issue here", () => {
  const issues = [own(12, "dispatched", "三车间停电")];
  const text = "51号加个协办，供电公司；51号加个协办，供电公司";
  expect(said(text, { who: "officer", issues })).toBe("decline assist 51");
});
