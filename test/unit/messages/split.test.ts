import { describe, expect, it } from "vitest";
import { splitByBytes } from "../../../src/messages/split.ts";

describe("a text split by bytes", () => {
  it("is one part without a number when it fits, to the byte", () => {
    const text = "停电".repeat(16);
    expect(splitByBytes(text, 96)).toEqual([text]);
    expect(splitByBytes(text, 95)).toHaveLength(2);
  });

  it("is cut at line borders and numbered, the number counted", () => {
    const lines = Array.from({ length: 6 }, (_, index) => `${index}${"行".repeat(9)}`);
    expect(splitByBytes(lines.join("\n"), 64)).toEqual([
      `(1/3)\n${lines[0]}\n${lines[1]}`,
      `(2/3)\n${lines[2]}\n${lines[3]}`,
      `(3/3)\n${lines[4]}\n${lines[5]}`,
    ]);
    // One byte less than two lines and the number need.
    expect(splitByBytes(lines.join("\n").replaceAll("行行", "行行行"), 64)).toHaveLength(6);
  });

  it("counts the wider numbers of ten parts and more", () => {
    const parts = splitByBytes(Array.from({ length: 12 }, () => "x".repeat(56)).join("\n"), 64);
    expect(parts).toHaveLength(12);
    expect(parts[11]).toBe(`(12/12)\n${"x".repeat(56)}`);
  });

  it("leaves no blank lines at the borders", () => {
    const block = "块".repeat(15);
    expect(splitByBytes(`${block}\n\n${block}\n\n\n`, 64)).toEqual([`(1/2)\n${block}`, `(2/2)\n${block}`]);
  });

  it("cuts a line that is too long between characters, and goes on beside the number", () => {
    const family = "👍🏽".repeat(12);
    const parts = splitByBytes(`${family}# 标题`, 64);
    expect(parts).toEqual([`(1/2)\n${"👍🏽".repeat(7)}`, `(2/2) ${"👍🏽".repeat(5)}# 标题`]);
  });

  it("never makes what follows a cut the beginning of a line", () => {
    const parts = splitByBytes(`${"x".repeat(58)}# 标题`, 64);
    expect(parts[1]).toBe("(2/2) # 标题");
  });

  it("stays in a quotation", () => {
    const parts = splitByBytes(`> ${"x".repeat(56)}# 同意办结`, 64);
    expect(parts).toEqual([`(1/2)\n> ${"x".repeat(56)}`, "(2/2)\n> …# 同意办结"]);
  });

  it("fills what is left of a part with the beginning of a long line", () => {
    const parts = splitByBytes(`标题\n> ${"字".repeat(30)}`, 64);
    expect(parts).toHaveLength(2);
    expect(parts[0]).toMatch(/^\(1\/2\)\n标题\n> 字+$/);
  });

  it.each([
    ["a mention", "<@wangjianguo>"],
    ["a link", "[详情](https://example.com/12)"],
    ["coloured text", '<font color="info">已办结</font>'],
    ["strong text", "**责任单位**"],
  ])("never cuts inside %s", (_what, whole) => {
    for (let before = 0; before < 64; before++) {
      const parts = splitByBytes(`${"a".repeat(before)}${whole}${"b".repeat(64)}`, 64);
      expect(parts.filter((part) => part.includes(whole))).toHaveLength(1);
      for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(64);
    }
  });

  it("begins a long line in the next part when nothing of it fits into this one", () => {
    const link = "[详情](https://example.com/12)";
    const parts = splitByBytes(`${"a".repeat(40)}\n${link}${"b".repeat(60)}`, 64);
    expect(parts.slice(0, 2)).toEqual([`(1/3)\n${"a".repeat(40)}`, `(2/3)\n${link}${"b".repeat(26)}`]);
  });

  it("closes and opens again a pair that alone is too long", () => {
    const parts = splitByBytes(`**${"字".repeat(30)}**`, 64);
    expect(parts).toEqual([`(1/2)\n**${"字".repeat(18)}**`, `(2/2) **${"字".repeat(12)}**`]);
  });

  it("takes a line break inside a pair of marks for no border", () => {
    const pair = `<font color="info">一\n二</font>`;
    const parts = splitByBytes(`${"a".repeat(30)}\n${pair}\n${"b".repeat(40)}`, 64);
    expect(parts.some((part) => part.includes(pair))).toBe(true);
  });

  it("keeps characters whole wherever the line is looked at, also one longer than the look", () => {
    const flags = "🇨🇳".repeat(400);
    for (const shift of ["", "a", "ab"]) {
      const bodies = splitByBytes(`${shift}${flags}`, 200).map((part) => part.replace(/^\(\d+\/\d+\)[\n ]/, ""));
      expect(bodies.join("")).toBe(`${shift}${flags}`);
      for (const body of bodies.slice(1)) expect(body).toMatch(/^(?:🇨🇳)+$/u);
    }
    const endless = `a${"\u0301".repeat(700)}${"👨".repeat(10)}`;
    const bodies = splitByBytes(endless, 200).map((part) => part.replace(/^\(\d+\/\d+\)[\n ]/, ""));
    expect(bodies.join("")).toBe(endless);
  });

  it("takes a time that grows with the text and no faster", () => {
    const began = performance.now();
    for (const text of ["停电".repeat(100_000), `> ${"停".repeat(100_000)}`, "停\n".repeat(100_000)])
      splitByBytes(text, 4096);
    // 12 seconds for a seventh of it, when the whole line was segmented at once.
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it("refuses a limit that leaves no room", () => {
    expect(() => splitByBytes("x", 63)).toThrow(expect.objectContaining({ code: "split-limit" }));
  });
});
