import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stripMention } from "../../../../src/platforms/wecom/mention.ts";

describe("stripMention", () => {
  it.each([
    ["@茶叙 诉求 停电", "诉求 停电"],
    ["@茶叙  诉求 停电", "诉求 停电"],
    ["@茶叙\u2005诉求 停电", "诉求 停电"],
    ["@茶叙\u3000\u200b诉求", "诉求"],
    ["＠茶叙 诉求", "诉求"],
    ["@茶叙\n诉求 停电\n两次", "诉求 停电\n两次"],
    ["  @茶叙 待办", "待办"],
    ["@茶叙 @茶叙 待办", "待办"],
    ["@茶叙@茶叙 待办", "待办"],
    ["请 @茶叙  处理", "请 处理"],
    ["诉求@茶叙 停电", "诉求 停电"],
    ["第一行\n@茶叙 第二行", "第一行\n第二行"],
    ["签收 12 @茶叙", "签收 12"],
    ["签收 12@茶叙 ", "签收 12"],
    ["@茶叙：诉求 停电", "诉求 停电"],
    ["@茶叙，停电了。", "停电了。"],
    ["@茶叙", ""],
    [" @茶叙  ", ""],
    ["@茶叙 @李四 你看", "@李四 你看"],
  ])("takes the mention off %j", (text, expected) => {
    expect(stripMention(text, "茶叙")).toBe(expected);
  });

  it.each([
    "@茶叙助手 待办",
    "@茶叙2 待办",
    "@茶叙_test 待办",
    "@茶叙-测试 待办",
    "@茶叙（测试） 待办",
    "发到 ops@茶叙.公司 就行",
    "发到 ops@茶叙 就行",
    "@李四 待办",
    "茶叙 待办",
    "  没有提到  ",
  ])("leaves %j as it is", (text) => {
    expect(stripMention(text, "茶叙")).toBe(text);
  });

  it("knows names with spaces and with characters that mean something in patterns", () => {
    expect(stripMention("@Cha Xu  issue stop", "Cha Xu")).toBe("issue stop");
    expect(stripMention("@Cha  Xu issue", "Cha Xu")).toBe("issue");
    expect(stripMention("@Cha issue", "Cha Xu")).toBe("@Cha issue");
    expect(stripMention("@茶叙(测试)+ 待办", "茶叙(测试)+")).toBe("待办");
  });

  it("keeps e-mail addresses for names in Latin letters", () => {
    expect(stripMention("@chaxu mail a1@chaxu.com and 1@chaxu now", "chaxu")).toBe("mail a1@chaxu.com and 1@chaxu now");
  });

  it("changes nothing but the mention, wherever it stands among the words", () => {
    const word = fc.stringMatching(/^[a-z0-9停电诉求@.，#]{1,8}$/).filter((one) => !one.includes("@茶叙"));
    const names = fc.constantFrom("茶叙", "茶叙 小助手", "茶叙(园区)");
    const space = fc.constantFrom(" ", "  ", "\u2005", "\u3000");
    fc.assert(
      fc.property(fc.array(word), fc.array(word), names, space, (before, after, name, gap) => {
        const text = [...before, `@${name}${gap}${after.join(" ")}`].join(" ");
        expect(stripMention(text, name)).toBe([...before, ...after].join(" "));
      }),
    );
  });

  it("takes a long run of spaces in its stride", () => {
    const text = `@茶叙${" ".repeat(300_000)}待办${" ".repeat(300_000)}@茶叙`;
    expect(stripMention(text, "茶叙")).toBe("待办");
  }, 1000);
});
