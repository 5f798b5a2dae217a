import { describe, expect, it } from "vitest";
import { goesOnAbout } from "../../../../src/chat/understand/continues.ts";
import { issueIn } from "../../../../src/chat/understand/sight.ts";
import { own, type Spoken, said, situationIn } from "../../../support/talk.ts";

/** What breaks down all at once is no answer to what was asked of another matter, and no addition to it. */

const BILL = "这个月电费单多了两万";
const ASKED = { who: "liaison", place: "direct", issues: [own(12, "waiting", BILL)] } satisfies Spoken;

const FAULTS = [
  "停电了 厂里全黑 急",
  "整个车间没电了",
  "配电房跳闸了 生产全停",
  "宿舍断水了",
  "水管爆了 到处都是水",
  "厂门口的变压器冒烟了",
];
const TOLD_OF_IT = ["电费单号是20261103", "上个月是三万二", "电表读数对不上", "停电那几天也算了电费"];

describe("while a unit waits for what it asked about a bill", () => {
  it.each(FAULTS)("a new fault is a new issue: %s", (text) => {
    expect(said(text, ASKED)).toMatch(/(?:^|\+ )offer submit$/u);
  });

  it.each(TOLD_OF_IT)("and what was asked for is told: %s", (text) => {
    expect(said(text, ASKED)).toBe("offer supplement 12");
  });

  it("of the same kind it belongs to it", () => {
    const issues = [own(12, "waiting", "车间老是停电")];
    expect(said("又停电了 厂里全黑", { ...ASKED, issues })).toBe("offer supplement 12");
  });
});

describe("soon after a bill was raised", () => {
  const situation = situationIn({ ...ASKED, issues: [own(12, "dispatched", BILL)] });
  const issue = issueIn(situation, 12);
  const goesOn = (text: string) =>
    issue !== undefined && goesOnAbout(text, { issue, text: BILL, pictured: false }, situation);

  it.each(FAULTS)("a new fault does not go on about it: %s", (text) => {
    expect(goesOn(text)).toBe(false);
  });

  it("and its sum does", () => {
    expect(goesOn("具体时间是上个月")).toBe(true);
  });
});

describe("what shares a word with an issue that was raised just now", () => {
  const goesOn = (written: string, text: string) => {
    const situation = situationIn({ ...ASKED, issues: [own(12, "dispatched", written)] });
    const issue = issueIn(situation, 12);
    return issue !== undefined && goesOnAbout(text, { issue, text: written, pictured: false }, situation);
  };

  it.each([
    ["is in danger by something else", "三号仓库的网络断断续续", "三号仓库有人触电了"],
    ["is in danger by something else", "食堂门口堵车", "食堂门口煤气泄漏了"],
    ["is wished for anew", "东门打桩太吵", "东门那里想装个监控"],
    ["is wished for anew", "二期厂房没路灯", "另外二期厂房想咨询消防验收"],
  ])("does not go on about it where it %s: %s, %s", (_, written, text) => {
    expect(goesOn(written, text)).toBe(false);
  });

  it("goes on about it otherwise", () => {
    expect(goesOn("东门打桩太吵", "东门那里晚上十点还在打")).toBe(true);
  });
});
