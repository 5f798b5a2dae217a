import { describe, expect, it } from "vitest";
import { own, type Spoken, said } from "../../../support/talk.ts";

const LIAISON = { who: "liaison" } satisfies Spoken;

describe("a yes with more words", () => {
  const joining = {
    ...LIAISON,
    issues: [{ ...own(3, "in_progress", "昨晚又停电了"), mine: false }],
    pending: { ask: "confirm", step: { do: "join", n: 3 } },
  } satisfies Spoken;

  it.each([
    "是的，我们也损失不小",
    "对的对的，我们也受影响了",
    "是啊，我们损失了十几万，生产线停了大半天",
    "嗯嗯，机器都停了",
  ])("is a yes to what was asked: %s", (text) => {
    expect(said(text, joining)).toBe("do join 3");
  });

  it.each(["不是，我们没停电", "对，什么时候能修好"])("is none where it denies or asks back: %s", (text) => {
    expect(said(text, joining)).not.toMatch(/^do /u);
  });

  it("files what was offered, and adds nothing to it", () => {
    const offered = { ...LIAISON, pending: { ask: "submit?", text: "昨晚又停电了" } } satisfies Spoken;
    for (const text of ["管！当然要提交啊", "当然要", "必须的", "肯定要提交"])
      expect(said(text, offered)).toBe("do submit");
    expect(said("管道也坏了", offered)).toBe("offer submit");
  });

  it("is none to what it contradicts", () => {
    const settled = {
      ...LIAISON,
      issues: [own(3, "answered", "昨晚又停电了")],
      pending: { ask: "confirm", step: { do: "solved", n: 3 } },
    } satisfies Spoken;
    expect(said("是的，没解决", settled)).toBe("offer unsolved 3");
    expect(said("是的，谢谢你们，灯都亮了", settled)).toBe("do solved 3");
  });
});

describe("thanks", () => {
  it.each([
    "没问题了，感谢供电公司，辛苦了！",
    "谢谢供电公司的师傅，电来了！",
    "感谢建设局，路修好了，很平整",
    "多谢交通运输局的同志",
    "感谢领导关心，我们一定配合",
  ])("to a unit raise nothing: %s", (text) => {
    expect(said(text, LIAISON)).toBe("silence");
    const issues = [own(3, "answered", "昨晚又停电了")];
    expect(said("没问题了，感谢供电公司，辛苦了！", { ...LIAISON, issues })).toBe("offer solved 3");
  });

  it.each(["谢谢，不过还是没电", "感谢供电公司，希望早点来电", "谢谢你们，帮我看看门口路灯"])(
    "with a matter behind them do: %s",
    (text) => {
      expect(said(text, LIAISON)).toBe("offer submit");
    },
  );
});

describe("how it is used", () => {
  it.each([
    "请问这个茶叙怎么用？",
    "这个机器人怎么用啊？",
    "你好，请问你们这个系统怎么用",
    "请问这个怎么用？我们公司想反映点事",
  ])("is help: %s", (text) => {
    expect(said(text, LIAISON)).toBe("do help");
  });

  it("is not asked of a thing of the factory's", () => {
    for (const text of ["我们厂的新锅炉怎么用才安全", "这个系统怎么用不了啊"])
      expect(said(text, LIAISON)).toBe("offer submit");
  });
});

describe("what is over, said where it was not raised", () => {
  it.each(["那个充电桩的先不办了", "我们那个充电桩的事不用办了，已经解决了"])("raises nothing: %s", (text) => {
    expect(said(text, LIAISON)).toBe("tell");
    expect(said(text, { ...LIAISON, issues: [own(7, "in_progress", "宿舍楼下装充电桩")] })).toBe("offer withdraw 7");
  });

  it("is none where something is the matter", () => {
    expect(said("那个充电桩坏了没人管", LIAISON)).toBe("offer submit");
  });
});

describe("a wish for confidence without a matter", () => {
  it.each([
    "有个事不太方便在群里说，我们跟供电公司的人有点矛盾，能保密吗",
    "我们老板说的那件事能不能别让别人看到？",
    "我想反映个事，但是千万别让经发局的人知道，能不能保密",
    "可以匿名投诉吗",
  ])("is told in a group where it can be said, and nothing is filed: %s", (text) => {
    expect(said(text, LIAISON)).toBe("tell");
  });

  it.each(["别让供电公司晓得是我们说的", "能保密吗"])(
    "is told in private what confidence is, and goes to no unit: %s",
    (text) => {
      const issues = [own(10, "dispatched", "供电公司王建国亲戚的施工队垄断配电改造")];
      expect(said(text, { ...LIAISON, place: "direct", issues })).toBe("tell");
    },
  );

  it("is a wish of the issue where there is one", () => {
    for (const text of ["有人在厂门口强买强卖，请保密", "匿名投诉食堂卫生差"])
      expect(said(text, LIAISON)).toBe("offer submit");
    expect(said("别让渣土车看到空地就停", LIAISON)).not.toBe("tell");
  });
});

describe("while an issue is offered", () => {
  const offered = { ...LIAISON, pending: { ask: "submit?", text: "三车间门口路灯坏了" } } satisfies Spoken;

  it.each(["你们办事效率真低！垃圾！", "真是服了你们"])("what scolds is no part of it: %s", (text) => {
    expect(said(text, offered)).toBe("unknown");
  });
});
