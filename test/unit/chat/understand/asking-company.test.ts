import { describe, expect, it } from "vitest";
import { own, said, saidInFull } from "../../../support/talk.ts";

/** What an official wants to know or have of a company is asked through its issue, and shown first. */

const HIRING = own(8, "in_progress", "招工难，缺缝纫工");
const WATER = own(11, "dispatched", "车间水压不足");

describe("an official has a company asked", () => {
  it.each([
    ["让恒达把缺的岗位和待遇发给我们", "请把缺的岗位和待遇发给我们"],
    ["叫他们把花名册传过来", "请把花名册传过来"],
    ["跟唐总要一下岗位表", "请提供岗位表"],
    ["找企业要份缺工名单", "请提供缺工名单"],
    ["问下恒达鞋业，你们还缺几个人", "你们还缺几个人"],
    ["麻烦问一下厂里夜班几点换班", "夜班几点换班"],
    ["8号问下缺多少人，什么时候要", "缺多少人，什么时候要"],
    ["8是个啥情况…问下走了好多人，几月走的", "走了好多人，几月走的"],
  ])("%s", (text, rest) => {
    const { steps } = { steps: saidInFull(text, { who: "head", issues: [HIRING] }) };
    expect(steps).toEqual([`offer ask 8 ${rest}`]);
  });

  it("of the issue that the words are about, or of which is asked", () => {
    const issues = [HIRING, WATER];
    expect(said("问下九嶷制药，你们要求的最低水压是多少", { who: "head", issues })).toBe("offer ask 11");
    expect(said("跟唐总要一下那张表", { who: "head", issues })).toBe("which ask 8/11");
  });

  it.each(["我去问下企业还缺几个人", "8号已经问过企业了", "我们下午找唐总要名单", "问问李主任什么时候开会"])(
    "not where somebody here does so: %s",
    (text) => {
      expect(said(text, { who: "head", issues: [HIRING] })).not.toMatch(/ ask/u);
    },
  );

  it("nor where a road is called like a company", () => {
    const issues = [own(15, "dispatched", "凌云大道堵车"), own(16, "dispatched", "凌云大道事故多"), HIRING];
    expect(said("凌云大道那几个都收到了", { who: "head", issues })).toBe("offer sign 15 + offer sign 16");
  });
});
