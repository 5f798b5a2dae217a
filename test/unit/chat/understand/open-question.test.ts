import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, said, situationIn } from "../../../support/talk.ts";

const LIAISON = { who: "liaison" } as const;
const OFFICER = { who: "officer" } as const;
const COORDINATOR = { who: "coordinator" } as const;
const LAMP = own(2, "answered", "厂门口路灯坏了");

describe("while it is asked whether an issue is solved", () => {
  const asked = {
    ...LIAISON,
    issues: [LAMP],
    pending: { ask: "confirm", step: { do: "solved", n: 2 } },
  } satisfies Spoken;

  it.each(["10号杆那盏又灭了", "1盏都没亮", "1号门那边还是黑的"])(
    "takes no figure at the beginning for a yes: %s",
    (text) => {
      expect(said(text, asked)).not.toContain("do solved");
    },
  );

  it("takes a yes and praise for one", () => {
    for (const text of ["是的", "五星好评"]) expect(said(text, asked)).toBe("do solved 2");
  });
});

describe("the word of what is asked about, said alone", () => {
  const others = (n: number) => ({ n, state: "dispatched", title: "路灯坏了", mine: false }) as const;

  it("answers it: a yes to what is offered, and which it is, is asked once more", () => {
    const issues = [others(21), others(34)];
    const offered = { ...LIAISON, issues, pending: { ask: "confirm", step: { do: "join", n: 34 } } } satisfies Spoken;
    for (const text of ["同感", "同感吧", "同感 34"]) expect(said(text, offered)).toBe("do join 34");
    expect(said("同感 21", offered)).toBe("do join 21");
    const asked = { ...LIAISON, issues, pending: { ask: "which", for: "join", among: [34] } } satisfies Spoken;
    expect(said("同感", asked)).toBe("which join 34");
    expect(said("同感 21", asked)).toBe("do join 21");
  });
});

describe("while an issue is offered", () => {
  const offered = { ...LIAISON, pending: { ask: "submit?", text: "一个电工触电了" } } satisfies Spoken;

  it.each(["2楼，已经送医院了", "在2号食堂旁边", "10栋2单元的，一共15户", "119已经打了"])(
    "shows a told detail with it, and files nothing yet: %s",
    (text) => {
      const { steps } = understand(text, situationIn({ ...offered, text }));
      const step = steps.find((one) => one.kind === "offer");
      expect(step).toMatchObject({ doing: { command: "submit", rest: `一个电工触电了\n${text}` } });
      expect(steps.some((one) => one.kind === "do")).toBe(false);
    },
  );

  it("files it with a yes and what is said on, whole", () => {
    expect(said("都报", offered)).toBe("do submit");
    expect(said("报上去吧", offered)).toBe("do submit");
  });

  it("is not answered by talk among people", () => {
    expect(said("老周，你下午过来一趟", offered)).toBe("silence");
  });
});

describe("while a text is shown before it goes to the company", () => {
  const shown = { ...OFFICER, issues: [own(4, "in_progress", "配电房电缆老化")] };
  const answer = {
    ...shown,
    pending: { ask: "confirm", step: { do: "answer", n: 4, text: "已更换" } },
  } satisfies Spoken;
  const note = {
    ...shown,
    pending: { ask: "confirm", step: { do: "note", n: 4, text: "已更换电缆" } },
  } satisfies Spoken;

  it("is taken anew, also behind a no", () => {
    expect(said("先不发，改成：12月5日已更换全部电缆", answer)).toBe("offer answer 4");
  });

  it("becomes what it is wished to be", () => {
    expect(said("作为答复发出去", note)).toBe("offer answer 4");
  });
});

describe("while a unit is asked for", () => {
  const asked = {
    ...OFFICER,
    issues: [own(3, "dispatched", "窗口办事推诿")],
    pending: { ask: "need", what: "unit", step: { do: "return", n: 3, text: "不归我们管" } },
  } satisfies Spoken;

  it("asks again where a yes tells none, and signs nothing", () => {
    expect(said("是", asked)).toBe("need return 3 unit");
  });
});

describe("several moves of one issue in one breath", () => {
  it("are each made", () => {
    const issues = [own(7, "dispatched", "厂区自来水发黄")];
    expect(said("7号签收了，已经跟何经理通过电话", { ...OFFICER, issues })).toBe("do sign 7 + do contact 7");
    expect(said("7号先签收了，12月4日前换好滤网", { ...OFFICER, issues })).toBe("do sign 7 + do measure 7");
  });

  it("hand an issue over and ask another unit to help", () => {
    const issues = [own(4, "submitted", "锅炉房蒸汽管漏气")];
    expect(said("4号交给建设管理局，再请公安分局配合", { ...COORDINATOR, issues })).toBe("do dispatch 4 + do assist 4");
  });
});

describe("what only sounds like a move", () => {
  it("is none", () => {
    const issues = [own(7, "in_progress", "厂区自来水发黄")];
    expect(said("7号用水前先放10分钟", { ...OFFICER, issues })).not.toContain("hold");
    expect(said("8号是误报，作废掉", { ...COORDINATOR, issues: [own(8, "dispatched", "门口路灯不亮")] })).toBe(
      "offer void 8",
    );
  });
});

describe("a full order of another kind, while something is asked", () => {
  const issues = [
    own(40, "submitted", "房租太高"),
    own(41, "submitted", "房租高"),
    own(17, "submitted", "车位不够"),
    own(9, "closed", "停电"),
  ];
  const asked = (pending: Spoken["pending"]): Spoken => ({ ...COORDINATOR, place: "direct", issues, pending });

  it.each<[string, Spoken["pending"], string]>([
    ["派 40 给住建局", { ask: "need", what: "number", step: { do: "merge", n: 40 } }, "do dispatch 40"],
    ["41", { ask: "need", what: "number", step: { do: "merge", n: 40 } }, "do merge 40"],
    ["40给住建局", { ask: "need", what: "unit", step: { do: "dispatch", n: 17 } }, "do dispatch 40"],
    ["9给住建局，企业催得紧", { ask: "need", what: "unit", step: { do: "dispatch", n: 17 } }, "decline dispatch 9"],
    ["住建局", { ask: "need", what: "unit", step: { do: "dispatch", n: 17 } }, "do dispatch 17"],
    ["40派给住建局", { ask: "need", what: "reason", step: { do: "reject", n: 17 } }, "do dispatch 40"],
    ["40派给住建局", { ask: "which", for: "reject", among: [17, 40] }, "do dispatch 40"],
    ["40号那件", { ask: "which", for: "dispatch", among: [17, 40] }, "need dispatch 40 unit"],
  ])("is no answer, and is done: %s", (text, pending, expected) => {
    expect(said(text, asked(pending))).toBe(expected);
  });

  it("is what is offered in turn where two are to be one: the newer goes into the older", () => {
    const direct = { ...COORDINATOR, place: "direct", issues } as const;
    const into = (text: string) =>
      understand(text, situationIn(direct)).steps.map((step) => ("doing" in step ? step.doing : step));
    expect(into("40 41合并")).toMatchObject([{ command: "merge", number: 41, rest: "40" }]);
    expect(into("17、40和41合并")).toMatchObject([
      { number: 40, rest: "17" },
      { number: 41, rest: "17" },
    ]);
    expect(into("40并入41")).toMatchObject([{ number: 40, rest: "41" }]);
    expect(said("40 41合并", direct)).toBe("offer merge 41");
  });

  it("names a suggestion, and what waits for an order comes first", () => {
    const situation = situationIn({ ...COORDINATOR, place: "direct", issues: [own(3, "dispatched", "x"), ...issues] });
    const suggested = situation.issues.map((one) => (one.number === 17 ? { ...one, suggested: 2 } : one));
    const steps = (text: string) => understand(text, { ...situation, issues: suggested }).steps;
    expect(steps("17 2")).toMatchObject([{ kind: "do", doing: { command: "dispatch", number: 17, rest: "2" } }]);
    const which = {
      ask: "which",
      doing: { command: "dispatch", word: "派单", number: null, rest: "" },
      among: [17, 40],
    } as const;
    const { steps: taken } = understand("17 1", { ...situation, issues: suggested, question: which });
    expect(taken).toMatchObject([{ kind: "do", doing: { command: "dispatch", number: 17, rest: "1" } }]);
    expect(steps("17 3")).toMatchObject([{ kind: "do", doing: { command: "status", number: 17 } }, {}]);
    expect(steps("派单")).toMatchObject([{ kind: "which", among: [40, 41, 17, 3] }]);
  });
});
