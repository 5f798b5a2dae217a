import { describe, expect, it } from "vitest";
import { moveCard } from "../../../../src/features/issues/move-notice.ts";
import { Reader } from "../../../../src/messages/reader.ts";
import { renderText } from "../../../../src/messages/render-text.ts";
import { issue, on, PARK } from "../../../support/domain.ts";

describe("the announcement of a confidential issue's move", () => {
  it("hides the company's name from the department even after the org file has renamed the company", () => {
    const facts = {
      action: "urge",
      actor: "周长友",
      unit: "中塑旧名公司",
      byCompany: true,
      state: "dispatched",
    } as const;
    const department = { kind: "department", department: "power" } as const;
    const reader = new Reader(department, { park: PARK, now: on("11-16 10:00") });
    const text = renderText(moveCard(facts, issue({ confidential: true }), reader));
    expect(text).toContain("某企业");
    expect(text).not.toContain("中塑");
    expect(text).not.toContain("周长友");
  });
});
