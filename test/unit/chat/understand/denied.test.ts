import { describe, expect, it } from "vitest";
import { own, said } from "../../../support/talk.ts";

const order = { of: "bot" as const, about: "dispatch", n: [9] };
const answer = { of: "bot" as const, about: "answered", n: [9] };
const officer = (state: "dispatched" | "in_progress") => ({
  who: "officer" as const,
  issues: [own(9, state, "北门道路坑洼")],
  quote: order,
});
const coordinator = (request: "return" | "extension") => ({
  who: "coordinator" as const,
  place: "direct" as const,
  issues: [{ ...own(9, "in_progress", "北门道路坑洼"), request }],
});

describe("a word that is denied makes no move", () => {
  it.each([
    ["我们不签", officer("dispatched")],
    ["签收个屁，又不是我们的路", officer("dispatched")],
    ["这单我局没签收", officer("dispatched")],
  ])("an official: %s", (text, spoken) => {
    expect(said(text, spoken)).not.toMatch(/(?:do|offer) (?:sign|answer|contact)/);
  });

  it.each(["下周五之前绝对铺不完", "月底前怕是搞不完"])("nor promises what he says cannot be done: %s", (text) => {
    expect(said(text, officer("in_progress"))).not.toMatch(/measure/);
  });

  it.each([
    ["准个锤子，都延了两次了", coordinator("extension")],
    ["同意个屁", coordinator("return")],
  ])("the coordinator: %s", (text, spoken) => {
    expect(said(text, spoken)).toMatch(/refuse/);
  });

  it("but one that is asked or proposed is none of those", () => {
    expect(said("要不签收吧", officer("dispatched"))).toMatch(/sign 9/);
    expect(said("签收了，没问题", officer("dispatched"))).toMatch(/sign 9/);
  });
});

describe("what is no clear yes to an offer leaves it open", () => {
  const offered = (step: "solved" | "withdraw") => ({
    who: "liaison" as const,
    issues: [own(9, step === "solved" ? "answered" : "in_progress", "北门道路坑洼")],
    pending: { ask: "confirm" as const, step: { do: step, n: 9 } },
  });

  it.each([
    ["嗯…还是再想想", "withdraw"],
    ["好像不堵了，我等下去路口看一眼", "solved"],
    ["应该是好了吧", "solved"],
  ] as const)("%s", (text, step) => {
    expect(said(text, offered(step))).not.toMatch(/^do /);
  });

  it.each(["等下，去开个门", "稍等，接个客户电话"])("and waits for whoever comes back: %s", (text) => {
    expect(said(text, offered("solved"))).toBe("silence");
  });

  it("and a comment beside a yes is no part of the text", () => {
    const spoken = { who: "liaison" as const, issues: [], pending: { ask: "submit?" as const, text: "车棚没人管" } };
    expect(said("报吧报吧，反正也没别的办法", spoken)).toBe("do submit");
    expect(said("提，在南门旁边", spoken)).toBe("do submit");
  });
});

it("a no that is denied is no no: asked whether it is solved", () => {
  const spoken = {
    who: "liaison" as const,
    issues: [own(9, "answered" as const, "北门道路坑洼")],
    pending: { ask: "confirm" as const, step: { do: "solved", n: 9 } },
  };
  expect(said("不是没解决，是解决得蛮快", spoken)).toMatch(/^(?:do|offer) solved 9$/);
  expect(said("不是，没解决", spoken)).not.toMatch(/ solved 9/);
});

it("a message that says more than which one is no choice: it is understood for itself", () => {
  const issues = [own(2, "dispatched" as const, "三车间电压低"), own(3, "dispatched" as const, "二号仓库停电")];
  const spoken = { who: "officer" as const, issues };
  const asked = { ...spoken, pending: { ask: "which" as const, for: "note", among: [2, 3] } };
  expect(said("2号已换了电容，电压正常，请企业查验", asked)).toBe("offer answer 2");
  expect(said("3号仓库那个", asked)).toBe("need note 3 text");
  expect(said("2和3都收了", spoken)).toBe("offer sign 2 + offer sign 3");
});

describe("that an answer settles it the company alone says", () => {
  it.each(["9号帮企业点一下已解决", "9号直接关了吧", "9号你给我结掉"])("and an official is told so: %s", (text) => {
    expect(said(text, { who: "officer", issues: [own(9, "answered", "北门道路坑洼")] })).toBe("decline solved 9");
  });

  it.each([
    ["OK👌👌", "offer solved 9"],
    ["给5分，小伙子不错", "offer solved 9"],
    ["通了两个车间，还有一个车间停着", "offer unsolved 9"],
    ["不是没解决，是解决得很及时", "offer solved 9"],
    ["这跟没答有什么两样", "offer unsolved 9"],
    ["五星好评个屁，车间还停着", "offer unsolved 9"],
  ])("of the company: %s", (text, outcome) => {
    expect(said(text, { who: "liaison", issues: [own(9, "answered", "车间停电")], quote: answer })).toBe(outcome);
  });
});
