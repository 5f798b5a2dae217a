import { describe, expect, it } from "vitest";
import { own, said, saidInFull } from "../../../support/talk.ts";

/** An answer that the company has got, put right by the word for it: whatever stands first, number or word, and wherever it is said. */

const ISSUES = [
  own(4, "in_progress", "仓库门口积水"),
  own(9, "answered", "岗亭有人收停车费"),
  own(10, "answered", "北段路灯不亮"),
];

const full = (text: string, place: "department" | "direct") => saidInFull(text, { who: "head", place, issues: ISSUES });

describe("what an official puts right", () => {
  it.each([
    ["10号更正一下：南段明天补，其余已补好", "南段明天补，其余已补好"],
    ["10号更正：南段还要三天", "南段还要三天"],
    ["更正一下10号：南段后天补", "南段后天补"],
    ["更正10号的答复，南段后天补", "南段后天补"],
    ["10号的答复更正一下，南段要到后天才补", "南段要到后天才补"],
    ["把10号的答复更正一下：南段下周才补", "南段下周才补"],
    ["10号答复改一下，南段后天补好", "南段后天补好"],
    ["10号答复有误，更正为：南段后天补好", "南段后天补好"],
    ["10号要纠正一下：换了六盏，不是八盏", "换了六盏，不是八盏"],
    ["10的答复说错了，是修了六盏", "修了六盏"],
  ])("is shown as a correction with its text: %s", (text, rest) => {
    for (const place of ["department", "direct"] as const)
      expect(full(text, place)[0]).toMatch(new RegExp(`^(?:offer|do) correct 10 ${rest}$`, "u"));
  });

  it.each(["10号要更正", "10号更正一下", "10号的答复写错了"])("is asked for where it is not said: %s", (text) => {
    expect(said(text, { who: "head", issues: ISSUES })).toBe("need correct 10 text");
  });

  it("is told anew of what is in hand again", () => {
    expect(said("4号更正一下：抽水机后天才到", { who: "head", issues: ISSUES })).toBe("offer progress 4");
  });

  it.each(["10号更正后的图纸发企业了", "10号改一下时间，周五去", "4号更正后的清单交给企业了"])(
    "is none where something else is put right: %s",
    (text) => {
      expect(said(text, { who: "head", issues: ISSUES })).not.toMatch(/correct/u);
    },
  );
});

describe("of an issue that is answered", () => {
  it.each(["10 南段明天补，其余已补好", "10号方案上会了，下周出结果", "10号明天再报一次材料", "10 灯杆明天弄，等吊车"])(
    "nothing that is told goes without a word: %s",
    (text) => {
      expect(said(text, { who: "head", place: "direct", issues: ISSUES })).toBe("offer note 10");
      expect(said(text, { who: "head", place: "department", issues: ISSUES })).toBe("offer note 10");
    },
  );

  it.each(["10号明天再说", "10 回头再看吧", "10号等局长回来再定", "10收到"])(
    "that it comes later is heard in a group, and answered in a direct chat: %s",
    (text) => {
      expect(said(text, { who: "head", place: "department", issues: ISSUES })).toBe("silence");
      expect(said(text, { who: "head", place: "direct", issues: ISSUES })).toBe("do status 10");
    },
  );
});
