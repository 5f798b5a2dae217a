import { describe, expect, it } from "vitest";
import { own, said } from "../../../support/talk.ts";

/** 朱明 of the finance office has one issue, the loan of a company. He tells of whom he has spoken with. */

const ONE = { who: "head" as const, issues: [own(9, "in_progress", "农行续贷批不下来")] };

describe("who was spoken with", () => {
  it.each([
    "农行的事已经约了行长周三谈",
    "续贷的事跟银行沟通过了，在走流程",
    "这个问了市局，政策还没下来",
    "已经联系厂家了，他们派工程师过来",
    "行长说下周一放款",
    "厂家答应月底发货",
    "银行那边回复了，材料齐了就批",
  ])("is not of the company, which hears of it: %s", (text) => {
    expect(said(text, ONE)).toMatch(/^offer (?:progress|measure) 9/u);
  });

  it.each([
    "贷款这个我约了农商行周三上门",
    "罗总那个续贷我跟农行约了明天见面",
    "9我联系了担保公司，周四给答复",
    "9问过建行信贷员了，额度够",
    "9跟供应商谈好了周五到货",
    "9打过海关电话了",
    "9跟铁塔约了明天上站",
    "9刚找了交警，下午来人",
    "9催了施工方，说周末进场",
    "9约了农商行的客户经理下午见面",
  ])("nor is a bank, a supplier or another office, also before it is signed: %s", (text) => {
    for (const state of ["dispatched", "in_progress"] as const) {
      const issues = [own(9, state, "农行续贷批不下来")];
      expect(said(text, { ...ONE, issues }), state).toMatch(/(?:^|\+ )offer (?:progress|measure) 9/u);
      expect(said(text, { ...ONE, issues }), state).not.toContain("contact");
    }
  });

  it.each(["跟罗总说了农行的意见", "已经约了企业，下周去银行", "9跟企业通过电话了，让他们找银行"])(
    "is of the company where others are only spoken of: %s",
    (text) => {
      expect(said(text, ONE)).toMatch(/contact 9/u);
    },
  );

  it.each(["已经跟企业联系过了", "跟蒋总通过电话了，他说材料明天送", "约了企业明天见面", "上午去厂里见了他们老板"])(
    "is of the company, which was reached: %s",
    (text) => {
      expect(said(text, ONE)).toMatch(/contact 9/u);
    },
  );
});
