import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines } from "../../../../src/features/theme-day/capture.ts";
import { PARK } from "../../../support/domain.ts";

const { directory } = PARK;

describe("录入", () => {
  it.each([
    ["中塑科技：三车间停电", "三车间停电"],
    ["1. 中塑科技:三车间停电", "三车间停电"],
    ["（2） 中塑科技 三车间停电", "三车间停电"],
    ["- 中塑科技\t三车间停电", "三车间停电"],
    ["3、ZS Tech：三车间停电 紧急", "三车间停电 紧急"],
  ])("reads «%s»", (line, text) => {
    expect(readLines(line, directory)).toEqual({ lines: [{ enterprise: "zhongsu", text }] });
  });

  it("tells each line that cannot be taken, and takes none then", () => {
    const pasted = `中塑科技：停电\n没这家：停电\n湘晶电子\n湘晶电子：紧急\n湘晶电子：${"长".repeat(2001)}`;
    expect(readLines(pasted, directory)).toEqual({
      problems: [
        "第 2 行没有叫「没这家」的企业",
        "第 3 行应写成「企业名：内容」",
        "第 4 行没有写内容",
        "第 5 行有 2001 字，最多 2000 字",
      ],
    });
    const many = Array.from({ length: 51 }, () => "中塑科技：停电").join("\n");
    expect(readLines(many, directory)).toEqual({ problems: ["共 51 行，一次最多 50 行"] });
  });

  it("takes any list whole and in its order, or not at all, and never throws", () => {
    const line = fc.oneof(
      fc
        .tuple(fc.constantFrom("中塑科技", "湘晶电子"), fc.stringMatching(/^[一-龥]{1,10}$/u))
        .map(([name, text]) => `${name}：${text}`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const read = readLines(lines.join("\n"), directory);
        if ("problems" in read) expect(read.problems.length).toBeGreaterThan(0);
        else expect(read.lines.length).toBeLessThanOrEqual(lines.join("\n").split("\n").length);
      }),
    );
    const good = fc.array(fc.stringMatching(/^[一-龥]{2,10}$/u), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(good, (texts) => {
        const read = readLines(texts.map((text) => `中塑科技：${text}`).join("\n"), directory);
        // 紧急, 复杂 and 保密 alone are no content.
        if (texts.some((text) => /^(?:紧急|复杂|保密)+$/u.test(text))) return;
        expect(read).toEqual({ lines: texts.map((text) => ({ enterprise: "zhongsu", text })) });
      }),
    );
  });
});
