import { describe, expect, it } from "vitest";
import { own, type Spoken, saidInFull } from "../../../support/talk.ts";

/** Going back on a dispatch: another unit is shown, or how it can be changed is said, and what cannot be undone. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(4, "dispatched", "围挡占道"),
    own(9, "submitted", "夜里太吵"),
    own(12, "dispatched", "停车被贴条"),
    own(13, "in_progress", "水表不准"),
  ],
};

function all(text: string): readonly string[] {
  return saidInFull(text, OFFICE);
}

describe("a coordinator who goes back on a dispatch", () => {
  it.each([
    ["4还是住建，刚才搞错了", ["offer dispatch 4 建设管理局"]],
    ["4号还是公安吧，我看错了", ["offer dispatch 4 公安分局"]],
    ["9还是给建管", ["do dispatch 9 建设管理局"]],
  ])("has the other unit shown: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each(["12派错了 不该给建管的", "12收回来", "12号那个派错了，撤回来", "把12收回重新派", "13转错了"])(
    "is told that it stays sent, and asked for the unit: %s",
    (text) => {
      const number = /\d+/u.exec(text)?.[0];
      expect(all(text)).toEqual(["tell dispatch-stands", `need dispatch ${number}`]);
    },
  );

  it("is asked for the unit alone, where nobody has it yet", () => {
    expect(all("9派错了")).toEqual(["need dispatch 9"]);
  });

  it.each(["把12的协办人社取消", "12取消人社协办", "13那个协办单位撤掉", "12的配合单位人社撤掉"])(
    "is told that a helper stays: %s",
    (text) => {
      expect(all(text)).toEqual(["tell helper-stands"]);
    },
  );

  it.each(["等等 13不转", "9先不派，我先问问", "9号暂时别派", "13先不改派了", "9不派了"])(
    "is shown how it stands, where it stays so: %s",
    (text) => {
      expect(all(text)).toEqual([`do status ${/\d+/u.exec(text)?.[0]}`]);
    },
  );

  it.each([
    ["12派错了，应该给交通", ["do dispatch 12 交通运输局"]],
    ["9给供电，不用自来水配合了", ["do dispatch 9 供电公司"]],
    ["13不转的话企业要投诉了，抓紧", ["offer urge 13"]],
    ["13请人社协办", ["do assist 13 人社局"]],
  ])("means what he says beside it: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});

describe("several that are given back together", () => {
  const mine = [own(15, "dispatched", "路灯不亮"), own(16, "dispatched", "井盖丢了")];
  const others = { ...own(17, "dispatched", "公交太少"), mine: false };
  const head = (issues: Spoken["issues"]): Spoken => ({ who: "head", place: "department", ...(issues && { issues }) });

  it.each([
    ["that is another unit's", [...mine, others]],
    ["that is not there", mine],
  ])("say of the one %s why it is not among them", (_, issues) => {
    expect(saidInFull("15 16 17都退，不归我们管", head(issues))).toEqual([
      "offer return 15 都退，不归我们管",
      "offer return 16 都退，不归我们管",
      "decline return 17",
    ]);
    expect(saidInFull("15 16 17都退", head(issues))).toEqual([
      "offer return 15 都退",
      "offer return 16 都退",
      "decline return 17",
    ]);
  });

  it("and nothing more where all are theirs", () => {
    expect(saidInFull("15、16都退", head(mine))).toEqual(["offer return 15 都退", "offer return 16 都退"]);
  });
});
