import { expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, situationIn } from "../../../support/talk.ts";

/** In milliseconds. A busy machine makes single tries slow. */
function quickest(job: () => unknown): number {
  const times = Array.from({ length: 12 }, () => {
    const began = performance.now();
    job();
    return performance.now() - began;
  });
  return Math.min(...times);
}

it.each(["请", "催", "局", "公司"])(
  "a text of 2,000 characters that names a unit at every place takes hardly longer than any other: %s",
  (unit) => {
    const issues = Array.from({ length: 80 }, (_, index) => own(index + 1, "submitted", "三车间昨晚停电"));
    const situation = situationIn({
      who: "coordinator",
      issues,
      pending: { ask: "unit", n: 1, options: ["供电公司", "经济发展局"] },
    });
    const long = (piece: string) => piece.repeat(2_000 / piece.length);
    const other = quickest(() => understand(long("停电了，"), situation));
    expect(quickest(() => understand(long(unit), situation))).toBeLessThan(12 * Math.max(1, other));
  },
);
