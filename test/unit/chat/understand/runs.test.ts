import { expect, it } from "vitest";
import { withoutLongRuns } from "../../../../src/chat/understand/runs.ts";

it("a key that was held down is read as thirty of its characters, and a number as it is", () => {
  expect(withoutLongRuns(`停电${"，".repeat(2_000)}三天${"哈".repeat(31)}`)).toBe(
    `停电${"，".repeat(30)}三天${"哈".repeat(30)}`,
  );
  for (const text of ["停电！！！", "0".repeat(40), `${"， ".repeat(100)}好`]) expect(withoutLongRuns(text)).toBe(text);
});
