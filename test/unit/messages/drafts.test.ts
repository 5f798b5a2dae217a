import { describe, expect, it } from "vitest";
import { asDraft, isToBeMended, toCheck } from "../../../src/messages/zh-cn/drafts.ts";

it.each([
  ["DN300爆管，压力已恢复到0.32兆帕，全长40公里", ["DN300", "0.32兆帕", "40公里"]],
  ["换了3台开关，压力0.3MPa，费用1200元，合格率98%", ["3台", "0.3MPa", "1200元", "98%"]],
  ["已更换DN100管道，共12处", ["DN100", "12处"]],
])("figures of another issue are named whole: %s", (text, others) => {
  expect(toCheck(text).others).toEqual(others);
});

describe("what an answer tells of people, or of another company, is in no draft, and what is left is not sent by a yes", () => {
  it.each([
    ["狗是门卫老赵家的，已拴好", "已拴好"],
    ["已拴好，被吓到的小孙由她组长李姐陪着看过", "已拴好。"],
    ["已拴好，费用老秦出", "已拴好。"],
    ["认定书已寄出，某企业厂的周师傅也是同一批", "认定书已寄出。"],
    ["认定书已寄出，张总可以去领", "认定书已寄出。"],
    ["认定书已寄出，找刘科长领", "认定书已寄出。"],
    ["噪声已停，魏副局长批评过门卫", "噪声已停。"],
    ["噪声已停，欧阳女士的夜班已调", "噪声已停。"],
    ["管子已换，由邹建军负责后续", "管子已换。"],
    ["管子已换，有事找彭晓芸。", "管子已换。"],
    ["管子已换，王工再来一趟", "管子已换。"],
    ["门锁已换，司机的老婆已接走", "门锁已换。"],
    ["门锁已换，人送医院了", "门锁已换。"],
    ["门锁已换，他儿子在上学", "门锁已换。"],
    ["门锁已换，另一家企业也是这批", "门锁已换。"],
    ["门锁已换，恒泰五金有限公司也换了", "门锁已换。"],
    ["罚单已撤，小何的驾照已还", "罚单已撤。"],
  ])("%s", (answer, left) => {
    const { text, isCut } = asDraft(answer);
    expect(text).toBe(left);
    expect(isToBeMended(toCheck(text, isCut))).toBe(true);
  });
});

describe("words that only look like a name stay, and a yes sends them", () => {
  it.each([
    "线路老化，已换总闸",
    "小区门口的路灯已修好",
    "高工检修后已合闸",
    "工程师傅已到场，安装师傅换了开关",
    "项目经理已约好，车间主任已知悉",
    "保安队长和班组长已通知到位",
    "老路灯已换，小广告已清",
    "小管道已疏通，小毛病都已排除",
    "向主任办公会报告后已批准",
    "由施工方负责修复，由安全科负责验收",
    "其他问题已转相关单位，他处无异常",
    "总开关和小项目均已恢复，工作总结已报",
    "养老金已补缴，老师傅培训已安排",
    "换了3台开关，压力0.3兆帕，共12处",
    "已更换2号变压器，12号楼和3号车间已送电",
    "请按第12号文件办理，到5号窗口取件",
    "千万注意用电安全，电压稳定在一千伏",
    "已清理一百米管道，换了两千个接头",
  ])("%s", (answer) => {
    const { text, isCut } = asDraft(answer);
    expect(text).toBe(answer);
    expect(isToBeMended(toCheck(text, isCut))).toBe(false);
  });
});

it.each([
  ["工伤认定12号已下来", "12号"],
  ["上周三已寄出", "上周三"],
  ["赔款八万二已到账", "八万二"],
  ["先保两千万", "两千万"],
  ["退还三百块", "三百块"],
  ["补发工资5600元", "5600元"],
  ["赔了3.5万", "3.5万"],
  ["可以到302找人领", "302"],
  ["请到305室办理", "305室"],
  ["欠款一万五已追回", "一万五"],
])("a day, an amount or a room of another is named, and sent by no yes: %s", (text, named) => {
  const { times, own } = toCheck(text);
  expect([...times, ...own].join("、")).toContain(named);
  expect(isToBeMended(toCheck(text))).toBe(true);
});

it("a greeting, and where to ring, are left out without more", () => {
  expect(asDraft("某企业某人您好：已更换变压器，有事请打某号码。")).toEqual({ text: "已更换变压器。", isCut: false });
  expect(asDraft("请某企业机械厂派人来取").text).toBe("请贵企业派人来取");
});
