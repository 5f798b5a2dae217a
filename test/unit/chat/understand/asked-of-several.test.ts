import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, situationIn, stepsInFull } from "../../../support/talk.ts";

/** What a coordinator asks or says of several issues, of a day, or of a matter. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(1, "submitted", "屋顶漏水"),
    own(7, "in_progress", "管道堵"),
    own(12, "dispatched", "停车被贴条"),
    own(25, "submitted", "仓库屋顶漏"),
  ],
};

function all(text: string): readonly string[] {
  const situation = situationIn(OFFICE);
  const issues = situation.issues.map((one) => (one.number === 12 ? { ...one, department: "police" } : one));
  return stepsInFull(understand(text, { ...situation, issues }));
}

describe("a coordinator's words of several issues", () => {
  it.each([
    ["周长友家1和25是一回事，合并", ["offer merge 25 1"]],
    ["中塑的1跟25重复了", ["offer merge 25 1"]],
    ["他们厂那边 1、25其实是同一件", ["offer merge 25 1"]],
    ["12 7 1 现在都在哪儿", ["do status 12", "do status 7", "do status 1"]],
    ["7、25到底谁在管", ["do status 7", "do status 25"]],
    ["今天一共收了多少件", ["do stats - 今天"]],
    ["今日新增几件", ["do stats - 今天"]],
    ["到今天为止一共收了多少件", ["do stats -"]],
    ["本周收了多少件", ["do stats - 本周"]],
    ["帮我找找跟漏水有关的", ["do search - 漏水"]],
    ["找一下和停车相关的诉求", ["do search - 停车"]],
    ["12给派出所", ["decline dispatch 12 公安分局"]],
    ["12给交通局", ["offer dispatch 12 交通运输局"]],
  ])("%s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});
