import { expect, it } from "vitest";
import { withoutLongRuns } from "../../../../src/chat/understand/runs.ts";

it("what is said again and again is looked into ten times, and a number as it is", () => {
  expect(withoutLongRuns(`停电${"，".repeat(2_000)}三天${"哈".repeat(11)}`)).toBe(
    `停电${"，".repeat(10)}三天${"哈".repeat(10)}`,
  );
  expect(withoutLongRuns(`${"油烟的那".repeat(200)}家`)).toBe(`${"油烟的那".repeat(10)}家`);
  for (const text of ["停电！！！", "救命啊".repeat(10), "0".repeat(40), `${"1， ".repeat(100)}好`])
    expect(withoutLongRuns(text)).toBe(text);
});
