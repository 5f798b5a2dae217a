import { describe, expect, it } from "vitest";
import type { Audience } from "../../../src/domain/issue/audience.ts";
import type { Missed, MoveFacts } from "../../../src/domain/notice/notice.ts";
import { departmentDaily } from "../../../src/features/digests/department-daily.ts";
import { moveCard } from "../../../src/features/issues/move-notice.ts";
import { Reader } from "../../../src/messages/reader.ts";
import { renderText } from "../../../src/messages/render-text.ts";
import { missedText } from "../../../src/messages/zh-cn/places.ts";
import { numberText, supervisedText } from "../../../src/messages/zh-cn/terms.ts";
import { EMPTY } from "../../support/digests.ts";
import { inProgress, on, PARK } from "../../support/domain.ts";

const NOW = on("11-18 10:00");
const FIRST = { kind: "supervise", year: 2026, number: 1 } as const;
const SECOND = { kind: "instruct", year: 2026, number: 2 } as const;

const readerFor = (audience: Audience) => new Reader(audience, { park: PARK, now: NOW });

describe("what was kept in words before is shown as it is, beside what is kept as codes", () => {
  it.each<[Missed | string, string]>([
    ["园区领导", "园区领导"],
    ["供电公司", "供电公司"],
    ["leaders", "leaders"],
    [{ kind: "leaders" }, "园区领导"],
    [{ kind: "supervision-group" }, "督办群"],
    [{ kind: "company-people" }, "企业联络员"],
    [{ kind: "department", code: "power" }, "供电公司"],
    [{ kind: "department", code: "gone" }, "已撤销的单位"],
    [{ kind: "company", code: "gone" }, "已退出的企业"],
    [{ kind: "people", names: ["王建国", "刘洋"] }, "王建国、刘洋"],
  ])("who could not be told: %j", (missed, words) => {
    expect(missedText(missed, PARK.directory)).toBe(words);
  });

  it("a number, several, and what is said of the kind", () => {
    expect(numberText("督办〔2025〕7号、批示〔2025〕1号")).toBe("督办〔2025〕7号、批示〔2025〕1号");
    expect(numberText(FIRST)).toBe("督办〔2026〕1号");
    expect(numberText([FIRST, SECOND])).toBe("督办〔2026〕1号、批示〔2026〕2号");
    expect(supervisedText([SECOND])).toBe("已批示（批示〔2026〕2号）");
  });

  it.each<[string, Pick<MoveFacts, "number" | "instead">]>([
    ["in words", { number: "督办〔2026〕1号", instead: "园区领导" }],
    ["as codes", { number: [FIRST], instead: { kind: "leaders" } }],
  ])("the announcement of a move that waits, kept %s", (_how, kept) => {
    const facts: MoveFacts = { action: "supervise", actor: "李敏", state: "in_progress", text: "请抓紧", ...kept };
    const card = moveCard(facts, inProgress(), readerFor({ kind: "supervision" }));
    const text = renderText(card);
    expect(text).toContain("督办〔2026〕1号 #");
    expect(text).toContain("无法直接通知园区领导，请转告");
  });

  it.each([["督办〔2026〕1号"], [FIRST]])("a digest's line: %j", (number) => {
    const facts = { ...EMPTY.department, department: "power", supervised: [{ issueId: 12, number }] };
    const reader = readerFor({ kind: "department", department: "power" });
    const card = departmentDaily.card(facts, { issues: [inProgress()], reader, page: 1 });
    expect(renderText(card)).toContain("督办〔2026〕1号：#12 ");
  });
});
