import { describe, expect, it } from "vitest";
import type { MonthReport } from "../../../../src/features/reports/month.ts";
import { writeMonthReport } from "../../../../src/features/reports/month-report.ts";
import { drawTrend } from "../../../../src/features/reports/trend-picture.ts";
import { paragraphsOf, unzip } from "../../../support/zip.ts";

const picture = drawTrend({ park: "永州经开区", until: "", weeks: [], categories: [] });

function report(more: Partial<MonthReport> = {}): MonthReport {
  return {
    park: "永州经开区 <A&B>",
    month: "2026年10月",
    until: "2026年11月2日 周一 08:30",
    to: new Date("2026-10-31T16:00:00Z"),
    madeAt: new Date("2026-11-02T00:30:00.123Z"),
    counts: [
      { name: "收集", count: 15, before: 9 },
      { name: "有措施", count: 12, before: 12 },
      { name: "已解决", count: 11, before: 13 },
    ],
    rates: [{ name: "签收及时率", value: "93.3%（14/15）" }],
    departments: [{ name: "供电公司", collected: 9, solved: 7, overdue: 1 }],
    categories: [{ name: "用电", collected: 8, solved: 6, overdue: 2 }],
    delayed: [
      {
        number: 12,
        title: "停电 <&>",
        company: "某企业",
        department: "供电公司",
        due: "10月23日 周五 17:30",
        why: "超期",
      },
    ],
    delayedMore: 3,
    ...more,
  };
}

describe("the month report", () => {
  it("is a Word document with every figure in its place", async () => {
    const words = paragraphsOf(await writeMonthReport(report(), picture));
    expect(words.slice(0, 2)).toEqual([
      "永州经开区 <A&B>企业诉求办理月报",
      "2026年10月　数据截至 2026年11月2日 周一 08:30",
    ]);
    const text = words.join("|");
    expect(text).toContain("|收集|15|9|+6|有措施|12|12|持平|已解决|11|13|−2|");
    expect(text).toContain("|签收及时率|93.3%（14/15）|");
    expect(text).toContain("|供电公司|9|7|1|");
    expect(text).toContain("|用电|8|6|2|");
    expect(text).toContain("|#12|停电 <&>|某企业|供电公司|10月23日 周五 17:30|超期|另有 3 件，没有列出。|");
  });

  it("holds the picture as it is, and bears the program's time instead of the machine's", async () => {
    const files = unzip(await writeMonthReport(report(), picture));
    const pictures = [...files].filter(([name]) => /^word\/media\/.+/.test(name)).map(([, bytes]) => bytes);
    expect(pictures).toEqual([picture]);
    const properties = files.get("docProps/core.xml")?.toString("utf8") ?? "";
    expect(properties.match(/2026-11-02T00:30:00Z/g)).toHaveLength(2);
    expect(properties).toContain("<dc:creator>永州经开区 &lt;A&amp;B&gt;</dc:creator>");
  });

  it("of a month without issues says so", async () => {
    const nothing = report({ departments: [], categories: [], delayed: [], delayedMore: 0 });
    const words = paragraphsOf(await writeMonthReport(nothing, picture));
    expect(words.filter((one) => one === "本月没有诉求。")).toHaveLength(2);
    expect(words).toContain("没有超期或挂账的诉求。");
  });
});
