import { describe, expect, it } from "vitest";
import { own, type Spoken, saidInFull } from "../../../support/talk.ts";

/** A deed in free words that the table does not let the coordinator do: he is told why, and it becomes no note. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(2, "submitted", "电表跳字"),
    own(12, "in_progress", "误提的那件"),
    own(15, "dispatched", "开玩笑"),
    { ...own(16, "in_progress", "等市里批"), request: "hold" },
    own(43, "dispatched", "滑坡"),
  ],
};

function all(text: string, spoken: Spoken = OFFICE): readonly string[] {
  return saidInFull(text, spoken);
}

describe("what cannot be done with an issue as it is", () => {
  it.each([
    ["15这个是玩笑吧，不受理算了", ["decline reject 15"]],
    ["15这件不予受理，他们自己去找燃气公司", ["decline reject 15"]],
    ["15不受理吧 让他们找市里", ["decline reject 15"]],
    ["帮我把#12给撤了吧", ["decline withdraw 12"]],
    ["12撤销掉吧", ["decline withdraw 12"]],
    ["把12撤掉", ["decline withdraw 12"]],
    ["16不同意", ["decline refuse 16"]],
    ["16这个不批", ["decline refuse 16"]],
    ["不同意挂账", ["decline refuse 16"]],
    ["不同意", ["decline refuse 16"]],
  ])("is declined: %s", (text, expected) => {
    expect(all(text)).toEqual(expected.map((one) => `${one} ${text}`));
  });

  it("so it is behind a quotation", () => {
    expect(all("不同意", { ...OFFICE, quote: { of: "bot", about: "hold", n: [16] } })).toEqual([
      "decline refuse 16 不同意",
    ]);
  });

  it.each([
    ["2这个是玩笑，不受理吧", /^offer reject 2/u],
    ["15为什么不受理", /^do /u],
    ["12企业说设备撤了，人还在", /^offer note 12/u],
    ["12他们不同意停工", /^offer note 12/u],
    ["15给供电，不受理的话再说", /^offer dispatch 15/u],
  ])("but what can be done, is asked or is told stays: %s", (text, expected) => {
    expect(all(text)[0]).toMatch(expected);
  });
});

describe("who is to be sent at once", () => {
  it.each(["43紧急，滑坡隐患，叫他们今天去看", "43很急，通知他们上午到", "43让他们马上派人"])(
    "is pressed, and it is no note: %s",
    (text) => {
      expect(all(text)).toEqual(["offer urge 43"]);
    },
  );
});

describe("what an official takes, and with whom", () => {
  const official: Spoken = { who: "head", place: "department", issues: [own(16, "dispatched", "补贴没到")] };

  it.each([
    "16号收到。但补贴是财金局拨的，想请财金局一起办",
    "16收到，请财金局配合",
    "收到，补贴是财金局拨的，想请财金局一起办",
    "#16 收下了，想请财金局协助",
  ])("both are shown: %s", (text) => {
    const steps = all(text, official);
    expect(steps[0]).toMatch(/^(?:do|offer) sign 16/u);
    expect(steps[1]).toMatch(/^offer assist 16 财政金融局/u);
  });
});
