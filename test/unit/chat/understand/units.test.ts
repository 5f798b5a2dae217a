import { expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, situationIn } from "../../../support/talk.ts";

/** A busy machine makes single tries slow. */
function quickest(job: () => unknown): number {
  const times = Array.from({ length: 12 }, () => {
    const began = performance.now();
    job();
    return performance.now() - began;
  });
  return Math.min(...times);
}

it.each(["请", "催", "转给", "局", "公司", "经发局"])(
  "a text of 2,000 characters that names a unit at every place is understood at once: %s",
  (unit) => {
    const issues = Array.from({ length: 80 }, (_, index) => own(index + 1, "submitted", "三车间昨晚停电"));
    const situation = situationIn({
      who: "coordinator",
      issues,
      pending: { ask: "unit", n: 1, options: ["供电公司", "经济发展局"] },
    });
    const text = unit.repeat(2_000 / unit.length);
    expect(quickest(() => understand(text, situation))).toBeLessThan(40);
  },
);
