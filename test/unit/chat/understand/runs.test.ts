import { expect, it } from "vitest";
import { withoutLongRuns } from "../../../../src/chat/understand/runs.ts";

it("a key that was held down is read as thirty of its characters, a paste that was as ten, and a number as it is", () => {
  expect(withoutLongRuns(`停电${"，".repeat(2_000)}三天${"哈".repeat(31)}`)).toBe(
    `停电${"，".repeat(30)}三天${"哈".repeat(30)}`,
  );
  expect(withoutLongRuns(`${"油烟的那".repeat(200)}家`)).toBe(`${"油烟的那".repeat(10)}家`);
  for (const text of ["停电！！！", "-".repeat(30), "救命啊".repeat(10), "0".repeat(40), `${"1， ".repeat(100)}好`])
    expect(withoutLongRuns(text)).toBe(text);
});
