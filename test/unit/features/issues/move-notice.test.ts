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

describe("the announcement of a dispatch", () => {
  const facts = { action: "dispatch", actor: "李敏", state: "dispatched", department: "power" } as const;
  const now = on("11-16 10:00");

  it("offers to sign to the unit alone, not to the group of the leaders", () => {
    const unit = new Reader({ kind: "department", department: "power" }, { park: PARK, now });
    expect(renderText(moveCard(facts, issue(), unit))).toContain("签收 12　退单 12 原因");
    const leaders = new Reader({ kind: "supervision" }, { park: PARK, now });
    expect(renderText(moveCard(facts, issue(), leaders))).not.toContain("签收 12");
  });

  it("tells the coordinator what the unit can do when it is to be passed on", () => {
    const coordinator = new Reader({ kind: "coordinator" }, { park: PARK, now });
    const instead = { kind: "department", code: "power" } as const;
    expect(renderText(moveCard({ ...facts, instead }, issue(), coordinator))).toContain("签收 12　退单 12 原因");
  });
});
