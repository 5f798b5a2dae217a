import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { markGiven } from "../../../../src/chat/understand/zh-cn-marks.ts";
import { plainOf } from "../../../../src/domain/plain.ts";
import { own, said, situationIn, stepsInFull } from "../../../support/talk.ts";

/** A mark, however it is said, is a mark: no reason why something is not solved, and no part of another text. */

const NET = own(25, "answered", "宽带断网");
const WHY: Question = {
  ask: "need",
  what: "reason",
  doing: { command: "unsolved", word: "未解决", number: 25, rest: "" },
};

function asked(text: string, question: Question, place: "enterprise" | "direct" = "enterprise"): readonly string[] {
  const situation = situationIn({ who: "liaison", place, issues: [NET] });
  return stepsInFull(understand(text, { ...situation, question }));
}

describe("a mark for an answer that waits", () => {
  it.each(["给3分", "打个三分吧", "三星", "还可以 打个四分", "这次弄得不错 给4分", "我打五星", "25给3分"])(
    "is shown with the word that it is solved: %s",
    (text) => {
      const situation = situationIn({ who: "liaison", issues: [NET] });
      expect(stepsInFull(understand(text, situation))).toEqual([`offer solved 25 ${text}`]);
    },
  );

  it.each(["是的，四分", "对 给五分", "五星", "好的，打4分"])("goes with a yes to that: %s", (text) => {
    const offered: Question = {
      ask: "offer",
      doings: [{ command: "solved", word: "已解决", number: 25, rest: "" }],
    };
    expect(asked(text, offered)).toEqual([`do solved 25 ${text}`]);
  });

  it.each(["4分", "还可以 打个四分", "给五星"])("is no part of what waits for a yes beside it: %s", (text) => {
    const other: Question = {
      ask: "offer",
      doings: [{ command: "submit", word: "诉求", number: null, rest: "有没有人举报我们厂" }],
    };
    expect(asked(text, other, "direct")).toEqual([`offer solved 25 ${text}`]);
  });

  it("asks of which, where several wait, and rates what was closed where none does", () => {
    const two = [NET, own(26, "answered", "路灯不亮")];
    expect(said("给3分", { who: "liaison", issues: two })).toBe("which solved 25/26");
    expect(said("给3分", { who: "liaison", issues: [own(9, "closed", "路灯不亮")] })).toBe("offer rate 9");
  });

  it.each(["等了5分钟还没人来", "3星期了没人管", "只到了三分之一"])("is not read out of %s", (text) => {
    expect(markGiven(plainOf(text))).toBeNull();
  });
});

describe("asked why it is not solved", () => {
  it.each(["我是说打三分", "给3分", "三星", "我的意思是给三分", "我说的是评分", "不是没解决，是打三分", "评三分"])(
    "a mark is no reason, and is shown as one: %s",
    (text) => {
      expect(asked(text, WHY)).toEqual([`offer solved 25 ${text}`]);
    },
  );

  it.each(["算解决吧", "勉强算解决了", "哦 通了通了", "也算修好了"])("it is solved after all: %s", (text) => {
    expect(asked(text, WHY)).toEqual(["offer solved 25"]);
  });

  it.each(["还是很慢，打三分", "速度只有3分之一", "一天断三次", "等了5分钟才连上"])("a reason is one: %s", (text) => {
    expect(asked(text, WHY)).toEqual([`do unsolved 25 ${text}`]);
  });

  it.each(["未解决 25 打三分", "未解决 25 给两星"])("%s has none yet", (text) => {
    expect(said(text, { who: "liaison", issues: [NET] })).toBe("need unsolved 25 reason");
  });
});

it.each(["通了通了，就是太慢了", "算解决吧", "好了 谢谢", "我们这边好了 谢谢师傅", "也算搞好了"])(
  "in half words it is asked whether it is solved: %s",
  (text) => {
    expect(said(text, { who: "liaison", issues: [NET] })).toBe("offer solved 25");
  },
);

it.each(["修是修了 还在滴", "通是通了，就是一天断几回", "好是好了，又慢了"])(
  "what was done and did not help is not solved: %s",
  (text) => {
    expect(said(text, { who: "liaison", issues: [NET] })).toBe("offer unsolved 25");
  },
);
