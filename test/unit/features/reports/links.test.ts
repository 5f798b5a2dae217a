import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { AttachmentRef } from "../../../../src/domain/notice/notice.ts";
import { createFileLinks } from "../../../../src/features/reports/links.ts";

const KEY = Buffer.alloc(32, 7);
const NOW = new Date("2026-11-25T08:30:00+08:00");
const DAY_MS = 24 * 3_600_000;
const TREND: AttachmentRef = { kind: "trend", to: "2026-11-23T00:30:00.000Z" };
const REPORT: AttachmentRef = { kind: "month-report", month: "2026-10" };

const links = createFileLinks("https://chaxu.example.gov.cn", KEY);
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const tokenOf = (what: AttachmentRef) => links.to(what, NOW).slice("https://chaxu.example.gov.cn/files/".length);

/** A token with a right signature around any claim, as only the program itself could make it. */
function signed(claim: string): string {
  return `${claim}.${createHmac("sha256", KEY).update(`chaxu file ${claim}`).digest("hex")}`;
}

describe("a signed link", () => {
  it.each([TREND, REPORT])("opens what it was made for, for 30 days: %j", (what) => {
    const token = tokenOf(what);
    expect(encodeURIComponent(token)).toBe(token);
    expect(links.open(token, NOW)).toEqual(what);
    expect(links.open(token, new Date(inDays(30).getTime() - 1))).toEqual(what);
    expect(links.open(token, inDays(30))).toBeNull();
  });

  it("opens nothing when any character of it was changed", () => {
    const token = tokenOf(REPORT);
    for (const [index, character] of [...token].entries()) {
      const other = character === "1" ? "2" : "1";
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      expect(links.open(changed, NOW)).toBeNull();
    }
  });

  it("opens nothing when it was cut, grown, or made with another key", () => {
    const token = tokenOf(TREND);
    const foreign = createFileLinks("https://chaxu.example.gov.cn", Buffer.alloc(32, 8))
      .to(TREND, NOW)
      .split("/files/");
    for (const wrong of ["", ".", "...", token.slice(0, -1), `${token}.`, `${token}A`, `x${token}`, foreign[1] ?? ""]) {
      expect(links.open(wrong, NOW)).toBeNull();
    }
  });

  it("opens nothing that this version does not know, though it is signed", () => {
    const ends = Math.floor(inDays(1).getTime() / 1000);
    expect(links.open(signed(`month-report.2026-10.${ends}`), NOW)).toEqual(REPORT);
    for (const claim of [`year.2026.${ends}`, `month-report.2026-13.${ends}`, `trend.x.${ends}`, "trend.1.never"]) {
      expect(links.open(signed(claim), NOW)).toBeNull();
    }
  });
});
