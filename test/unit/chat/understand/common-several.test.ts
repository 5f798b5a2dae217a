import { expect, it } from "vitest";
import { after, heard } from "../../../support/common-talk.ts";

/** Several common problems in one sentence: each clause is of the one that it names, and where that cannot be known nothing is done. */

const ASKED = "tell which-common";

it.each([
  ["G1和G3别搞混了，G3的时限12月9号", "时限 G3 12月9号"],
  ["G1和G3不要弄混，G3时限12月8号", "时限 G3 12月8号"],
  ["别把G3当成G1，G3的牵头是交通局", "牵头 G3 交通局"],
  ["G1先不动，G3的时限改到12月9号", "时限 G3 12月9号"],
  ["G1的时限不变，G3的改到12月9号", "时限 G3 改到12月9号"],
  ["不是G1，是G3的时限12月9号", "时限 G3 12月9号"],
  ["G1照旧，G3由建管局牵头，12月9号前", "牵头 G3 建管局 12月9号"],
  ["G3比G1急，G3催一下", "催办 G3"],
  ["G1不急，先催G3", "催办 G3"],
  ["G3的12号移出来，G1不要动", "移出 G3 12"],
  ["G1跟G3分开算，G3把12号加进去", "加入 G3 12"],
  ["G1先放着，把G3办结了", "办结 ⟪G3⟫"],
  ["G1撤销，G3留着", "撤销 G1"],
  ["G3和G1不一样，G3答复：主管已修好，明天恢复", "答复 G3 主管已修好，明天恢复"],
  ["G3改名叫路面，别和G1重名", "改名 G3 叫路面"],
  ["共性 G1和G3别弄混，G3 时限 12月9日", "时限 G3 12月9日"],
  // Each its own.
  ["G1时限12月8号，G3时限12月9号", "时限 G1 12月8号; 时限 G3 12月9号"],
  ["G1供电牵头，G3建管局牵头", "牵头 G1 供电; 牵头 G3 建管局"],
  ["G1怎么样了，G3时限12月9号", "G1; 时限 G3 12月9号"],
  ["G1和G3都由供电牵头", "牵头 G1 供电; 牵头 G3 供电"],
  ["G1、G3都催一下", "催办 G1; 催办 G3"],
  ["G1、G2、G3怎么样了", "G1; G2; G3"],
  // In a text that is kept, another is merely named.
  ["G2进展：和G3一样已进场施工", "进展 G2 和G3一样已进场施工"],
  ["G3措施：跟G1一并换主管", "措施 G3 跟G1一并换主管"],
  ["G1那个进展：已进场，跟G3没关系", "进展 G1 已进场，跟G3没关系"],
  ["G2和G5其实是一回事", "合并 G5 G2"],
  ["G3和G4不是一回事", "G3和G4不是一回事"],
  ["备注 3 G1和G3别搞混，G3的时限12月9号", "do note 3"],
] as const)("the clause that does something names its own: %s", (text, expected) => {
  expect(heard(text, "coordinator", null)).toBe(expected);
  expect(heard(text, "coordinator", after(1))).toBe(expected);
});

it.each([
  "G1和G3别搞混了，时限12月9号",
  "说错了，不是G1是G3，时限12月9号",
  "时限12月9号，说的是G3，不是G1",
  "G1没事，时限12月9号，是G3的",
  "G1时限12月9号，G3也是",
  "催一下G1和G3",
  "把6从G1移到G3",
  "G1里的6挪到G3去",
  "G3撤销，内容并到G1里",
  "G1已经好了，G3办结",
])("it is asked which is meant: %s", (text) => {
  expect(heard(text, "coordinator", null)).toBe(ASKED);
  expect(heard(text, "coordinator", after(1))).toBe(ASKED);
});
