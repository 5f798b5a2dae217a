import { describe, expect, it } from "vitest";
import { own, said, situationIn } from "../../../support/talk.ts";

/** What a company says of an issue that is closed: thanks, or that it is there again. */

const ISSUES = [
  own(3, "closed", "门口路灯坏了"),
  own(4, "closed", "路口交通信号灯不亮"),
  own(5, "closed", "门口车辆乱停堵车"),
  own(6, "closed", "流浪狗咬人"),
  own(50, "closed", "排污许可证办理太慢"),
];
const THERE = { who: "liaison", issues: ISSUES } as const;

describe("what is glad of it", () => {
  it.each([
    "3好了，谢谢",
    "4解决了，多谢交通局",
    "5没车了，挺好",
    "6狗没了，谢谢",
    "6那个狗再没来过，放心了",
    "50好像办下来了，谢谢",
    "3亮了，满意",
    "3修好了谢谢",
    "5不堵了感谢领导",
    "6那几条狗走了谢谢",
    "3味道没了，感谢",
    "4你们真不错，修好了",
    "5现在不堵了，感谢",
    "#6 没再见到那几条狗 安心了",
    "50证拿到了，辛苦各位，谢谢",
    "3号那个灯修好了，给力",
  ])("opens nothing anew, and is told how to rate: %s", (text) => {
    for (const place of ["enterprise", "direct"] as const)
      expect(said(text, { ...THERE, place }), place).toMatch(/^(?:tell|offer rate \d+)$/u);
    expect(situationIn(THERE).issues).toHaveLength(ISSUES.length);
  });
});

describe("what is there again", () => {
  it.each([
    "3又坏了",
    "3好了又坏了，谢谢",
    "6那个狗又来了",
    "6狗还在，麻烦看看",
    "5车堵得厉害，谢谢",
    "3没电了，谢谢",
    "3灯没了，麻烦看看",
    "4好像又不行了",
    "5没人来处理",
    "3没以前亮，不太满意",
    "3路灯不亮了谢谢",
    "3停水了谢谢",
    "3垃圾堆着不走了谢谢",
    "3漏水了感谢领导",
    "3堵得厉害辛苦了",
    "3保安走了，谢谢",
    "3班车撤了，辛苦了",
    "3师傅再也没来过，谢谢",
    "3水就没来过，谢谢",
    "谢谢3停水了",
  ])("is asked about as before: %s", (text) => {
    expect(said(text, THERE)).toMatch(/^(?:offer|need|do) (?:reopen|rate|submit)/u);
  });
});
