import { expect, it } from "vitest";
import { commonSaid } from "../../../../src/chat/understand/zh-cn-common.ts";

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
