import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { few } from "../../../../src/cli/examine/finding.ts";
import { checkOrgFile, groupWarnings } from "../../../../src/cli/examine/org-file.ts";
import { wordsIn } from "../../../../src/messages/operator-words.ts";

const EN = wordsIn("en");
const told = (warnings: readonly string[]) => groupWarnings(warnings).map(({ text }) => text);
const nobody = (line: number) =>
  `line ${line}, people[${line - 20}]: has neither wecom nor dingtalk: known in chat once they have said who they are and the coordinator has confirmed it (核实)`;
const keyword = (line: number) =>
  `line ${line}, categories[${line}].keywords[0]: "词${line}" is also a keyword of power`;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 20);

describe("a list of names", () => {
  it("is told whole up to ten, and counted beyond", () => {
    const names = [..."甲乙丙丁戊己庚辛壬癸"];
    expect(few(EN, [])).toBe("");
    expect(few(EN, names)).toBe("甲, 乙, 丙, 丁, 戊, 己, 庚, 辛, 壬, 癸");
    expect(few(EN, [...names, "子", "丑"])).toBe("甲, 乙, 丙, 丁, 戊, 己, 庚, 辛, 壬, 癸 and 2 more");
  });
});

describe("the warnings of an org file", () => {
  it("stay as they are when each has a sentence of its own", () => {
    const warnings = [nobody(20), keyword(30), keyword(31)];
    expect(told(warnings)).toEqual(warnings);
  });

  it("become one line when many have the same sentence, with at most ten of their lines", () => {
    expect(told([keyword(3), ...numbers(300).map(nobody)])).toEqual([
      keyword(3),
      "300 times, each has neither wecom nor dingtalk: known in chat once they have said who they are and the coordinator has confirmed it (核实) (lines 20, 21, 22, 23, 24, 25, 26, 27, 28, 29 and 290 more)",
    ]);
  });

  it("are ten at most, and the others are counted", () => {
    expect(groupWarnings(numbers(10).map(keyword))).toHaveLength(10);
    const all = told(numbers(13).map(keyword));
    expect(all).toHaveLength(11);
    expect(all.at(-1)).toBe("3 more: npm run org -- check FILE tells all");
  });

  it("are told as they are when they have another form", () => {
    expect(told(["something else"])).toEqual(["something else"]);
  });
});

describe("the mistakes of an org file", () => {
  const MISTAKES = fileURLToPath(new URL("../../../fixtures/org/twenty-mistakes.yaml", import.meta.url));

  it("are told in Chinese, too, with what was likelier meant", async () => {
    const { findings } = await checkOrgFile(MISTAKES, {}, { applied: null, used: null });
    expect(findings.length).toBeGreaterThan(20);
    const chinese = findings.map(({ zh = "" }) => zh.replace(/^.*?第 \d+ 行，\S+?：/, ""));
    for (const sentence of chinese) expect(sentence).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
    expect(chinese).toContain("没有这个字段，是不是「timeZone」？");
    expect(chinese).toContain("文件里没有代码是「economi」的单位，是不是「economy」？");
    expect(chinese).toContain('要加引号，写成 "0254571"（不加引号会丢掉前面的零）');
  });

  it("that have no Chinese sentence are told as the program's own", () => {
    const [warning] = groupWarnings(["line 3, people: says something new"]);
    expect(warning?.zh).toBe("第 3 行，people：程序的说明（英文）：says something new");
  });
});
