import { describe, expect, it } from "vitest";
import { tellOfTheSame } from "../../../../src/chat/understand/zh-cn-kinds.ts";

describe("what a few words tell of", () => {
  it.each([
    ["我们仓库也被偷了电缆，三卷", "仓库昨晚进贼了，偷了两卷电缆"],
    ["进贼了，翻墙进来的", "办公室的抽屉被偷，肯定是贼"],
    ["二车间跳闸", "机加工车间老是跳闸"],
    ["积水没过脚踝，井盖也不见了", "井盖松了"],
  ])("is the same by any word that both have: %s / %s", (one, other) => {
    expect(tellOfTheSame(one, other)).toBe(true);
    expect(tellOfTheSame(other, one)).toBe(true);
  });

  it.each([
    ["仓库进贼了", "电缆被偷"],
    ["停水了", "水压不够"],
    ["路灯不亮", "路口红绿灯坏了"],
    ["会议室订不到", "会议室太小"],
  ])("is not by another word of its kind, or by none: %s / %s", (one, other) => {
    expect(tellOfTheSame(one, other)).toBe(false);
  });
});
