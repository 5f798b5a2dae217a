import { expect, it } from "vitest";
import { commonSaid } from "../../../../src/chat/understand/zh-cn-common.ts";
import { commonContinued } from "../../../../src/chat/understand/zh-cn-common-continued.ts";

it("takes a common problem by its own number, and no road for one", () => {
  expect(["G1", "g 2 由供电公司牵头", "Ｇ１进展如何"].map(commonSaid)).toEqual([
    "共性 G1",
    "共性 g 2 由供电公司牵头",
    "共性 Ｇ１进展如何",
  ]);
  expect(["共性G2", "共性问题g2 进展"].map(commonSaid)).toEqual(["共性 G2", "共性 g2 进展"]);
  expect(["把4号也放进共性1", "4、5号加入G12", "将#7并到共性问题 3里吧"].map(commonSaid)).toEqual([
    "共性 加入 G1 4",
    "共性 加入 G12 4 5",
    "共性 加入 G3 7",
  ]);
  expect(["G207国道塌了", "G4高速堵车", "4号已放进仓库1", "共性 1", "5G信号差"].map(commonSaid)).toEqual(
    Array(5).fill(null),
  );
});

it("takes a few words right after one was spoken of for what they say of it, and nothing that names an issue or tells another matter", () => {
  const said = (text: string) => commonContinued(text, 6, { date: null, sets: true });
  expect(
    [
      "由供电公司牵头",
      "进展：已进场",
      "措施就是 换变压器",
      "加上 15 号",
      "把十二、15也加进去",
      "去掉12号",
      "撤销",
      "什么情况",
    ].map(said),
  ).toEqual([
    "共性 牵头 G6 供电公司",
    "共性 进展 G6 已进场",
    "共性 措施 G6 换变压器",
    "共性 加入 G6 15",
    "共性 加入 G6 12 15",
    "共性 移出 G6 12",
    "共性 撤销 G6",
    "共性 G6",
  ]);
  for (const text of ["进展 12 已修好", "答复 3号 已换", "12号怎么样了", "电梯又停了", "签收"])
    expect(said(text), text).toBeNull();
});
