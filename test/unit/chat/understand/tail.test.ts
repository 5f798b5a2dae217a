import { describe, expect, it } from "vitest";
import { own, type Spoken, said } from "../../../support/talk.ts";

const SWITCH = own(3, "dispatched", "配电房跳闸");
const ONE: Spoken = { who: "officer", issues: [SWITCH] };
const TWO: Spoken = { who: "officer", issues: [SWITCH, own(7, "dispatched", "宿舍漏水")] };
const COMPANY: Spoken = { who: "liaison", issues: [own(12, "answered", "厂门口路灯坏了")] };

describe("what stands in place of a number", () => {
  it.each(["签收 abc", "签收abc", "签收 asdf谢谢", "签收 12a3", "签收 第三个", "sign xyz"])(
    "is none, and nothing is signed: %s",
    (text) => {
      expect(said(text, ONE)).toMatch(/^decline sign/u);
      expect(said(text, TWO)).not.toContain("do ");
    },
  );

  it.each(["已解决 abc", "认可 xx", "撤回 asdf"])("settles nothing: %s", (text) => {
    expect(said(text, COMPANY)).toMatch(/^decline (?:solved|accept|withdraw)|^offer withdraw/u);
  });

  it.each(["签收 谢谢", "签收一下", "签收了", "签收 OK", "签收 👍", "签收 马上处理", "签收 辛苦了"])(
    "may be a courtesy: %s",
    (text) => {
      expect(said(text, ONE)).toBe("do sign 3");
    },
  );

  it("may be a word that says nothing of the only issue, which is shown", () => {
    expect(said("签收 苹果", ONE)).toBe("offer sign 3");
    expect(said("已解决 呵呵", COMPANY)).toBe("offer solved 12");
    expect(said("已解决 很好", COMPANY)).toBe("do solved 12");
  });

  it("names issues by numbers in Chinese, by words, or all of them", () => {
    expect(said("签收 三号", TWO)).toBe("do sign 3");
    expect(said("签收 四号", TWO)).toBe("decline sign 4");
    expect(said("签收 漏水那个", TWO)).toBe("do sign 7");
    expect(said("签收 全部", TWO)).toBe("do sign 3 + do sign 7");
    expect(said("撤回 路灯", COMPANY)).toBe("offer withdraw 12");
  });
});
