import { describe, expect, it } from "vitest";
import { involvedIn, limitFor } from "../../../../src/domain/park/park.ts";
import { issue, PARK, parkOf, undispatched } from "../../../support/domain.ts";

describe("the limit of an issue", () => {
  it("is by urgency and category, in the policy's words and the park's working minutes", () => {
    expect(limitFor(PARK, issue(), "answer")).toEqual({ text: "5d", minutes: 5 * 390 });
    expect(limitFor(PARK, issue({ category: "site" }), "answer")).toEqual({ text: "7d", minutes: 7 * 390 });
    expect(limitFor(PARK, issue({ urgency: "urgent" }), "answer")).toEqual({ text: "1d", minutes: 390 });
    expect(limitFor(PARK, issue({ urgency: "urgent" }), "sign")).toEqual({ text: "1h", minutes: 60 });
    expect(limitFor(PARK, undispatched(), "answer")).toEqual({ text: "7d", minutes: 7 * 390 });
  });

  it("is that of no category when the category has left the org file, and follows the park's hours and policy", () => {
    expect(limitFor(PARK, issue({ category: "gone" }), "answer").text).toBe("7d");
    const park = { name: "园区", timeZone: "Asia/Shanghai", workingHours: ["09:00-17:00"] };
    const policy = { limits: {}, categories: { power: { answer: { normal: "3d" } } }, ladder: {} };
    expect(limitFor(parkOf({ park, policy }), issue(), "answer")).toEqual({ text: "3d", minutes: 3 * 480 });
  });
});

describe("who stands by an issue", () => {
  it("is the unit that tracks its department, and the helpers", () => {
    expect(involvedIn(PARK, issue(), ["works"])).toEqual({ trackedBy: "economy", helpers: ["works"] });
    expect(involvedIn(PARK, issue({ department: "works" }), [])).toEqual({ trackedBy: undefined, helpers: [] });
    expect(involvedIn(PARK, undispatched(), [])).toEqual({ trackedBy: undefined, helpers: [] });
  });
});
