import type { Duty } from "../../src/domain/routing/duties.ts";
import type { Example } from "../../src/domain/routing/model.ts";

/** Three units of an invented park, what they are for, and what was decided. */

export const DUTIES: readonly Duty[] = [
  { unit: "power", phrases: ["供电公司", "电力供应", "用电报装"] },
  { unit: "water", phrases: ["自来水公司", "供水", "水费"] },
  { unit: "school", phrases: ["教育局", "学校", "招生"] },
];

const SAID: Readonly<Record<string, readonly string[]>> = {
  power: ["车间跳闸了", "电压不稳，机器停了", "配电房冒烟", "变压器嗡嗡响", "夜里又跳闸，电压很低"],
  water: ["龙头没水", "水压太低，三楼上不去", "水管爆了", "水很浑，水压也低", "宿舍没水洗澡"],
  school: ["职工小孩上学没有学位", "子女转学办不下来", "幼儿园名额不够", "孩子入学要等到明年", "小孩上学太远"],
};

/** So many examples of each unit, each another. */
export function examplesOf(each: number): readonly Example[] {
  return Object.entries(SAID).flatMap(([unit, said]) =>
    Array.from({ length: each }, (_, index) => ({ unit, text: `${index + 1}车间：${said[index % said.length]}` })),
  );
}
