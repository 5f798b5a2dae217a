import { expect, it } from "vitest";
import { own, saidInFull } from "../../../support/talk.ts";

/** A wish for more time is asked of the coordinator, and is no promise; what is signed with it stays signed. */

const issues = [
  own(17, "in_progress", "夜班公交没有"),
  own(5, "in_progress", "路灯不亮"),
  own(37, "dispatched", "电表不准"),
];

it.each([
  ["17车还没到，给我们宽到20号", ["do extend 17 20号 车还没到"]],
  ["17料还没到，往后挪到20号", ["do extend 17 20号 料还没到"]],
  ["17号人手紧，宽到25号", ["do extend 17 25号 人手紧"]],
  ["17放宽到月底，设备没到货", ["do extend 17 月底 设备没到货"]],
  ["夜班公交那个时间太紧，再给我们到下周五", ["do extend 17 下周五 夜班公交那个时间太紧"]],
  ["17能不能给到25号", ["need extend 17 25号"]],
  ["17宽我三天", ["need extend 17 三天"]],
  ["37签了，人手紧 给我宽到25号", ["do sign 37", "do extend 37 25号 人手紧"]],
  ["37签，表没到货，往后推到12月15号", ["offer sign 37", "offer extend 37 12月15号 表没到货"]],
  // What is wide, and what is promised, is none.
  ["17号 12月20号前加宽到8米", ["do measure 17 12月20号前加宽到8米"]],
  ["17 12月20号前开通", ["do measure 17 12月20号前开通"]],
] as const)("%s", (text, expected) => {
  expect(saidInFull(text, { who: "head", issues })).toEqual(expected);
});

const trucks = [28, 29, 30].map((n) => own(n, "dispatched", `渣土车超载${n}`));

it.each([
  ["28 29 30都签，今晚跟公安一起设卡", ["offer sign 28", "offer sign 29", "offer sign 30"]],
  ["28签，请公安局配合", ["offer sign 28"]],
  ["28、29签，明天和公安一起去贴单", ["offer sign 28", "offer sign 29"]],
  ["28我签，请公安局配合", ["offer sign 28"]],
] as const)("what is signed is not dropped for a second move: %s", (text, signed) => {
  const steps = saidInFull(text, { who: "head", issues: trucks });
  expect(steps.filter((one) => one.includes("sign"))).toEqual(signed);
  expect(steps.filter((one) => one.includes("assist"))).toHaveLength(signed.length);
});

it.each(["28合同没签，请公安局配合", "28请公安局配合"])("what is not signed stays so: %s", (text) => {
  expect(saidInFull(text, { who: "head", issues: trucks }).join()).not.toContain("sign");
});
