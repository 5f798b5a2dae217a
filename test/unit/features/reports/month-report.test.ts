import { describe, expect, it } from "vitest";
import type { MonthReport } from "../../../../src/features/reports/month.ts";
import { monthPaper } from "../../../../src/features/reports/month-paper.ts";
import { drawTrend } from "../../../../src/features/reports/trend-picture.ts";
import { pdfOf } from "../../../../src/papers/pdf.ts";
import { wordOf } from "../../../../src/papers/word.ts";
import { pdfPages } from "../../../support/pdf.ts";
import { paragraphsOf, unzip } from "../../../support/zip.ts";

const picture = drawTrend({ park: "永州经开区", until: "", weeks: [], categories: [] });

const fingerprint = {
  month: "2026-10",
  at: "2026-10-31T16:00:00.000Z",
  block: 12,
  hash: "0123456789abcdef".repeat(4),
  events: 345,
  chained: 0,
  beginning: "fedcba9876543210",
  key: "00112233445566ff",
  signature: "ab".repeat(64),
};

const count = (now: number, before: number) => ({ now, before });
const rate = (name: "onTime" | "satisfied" | "solved" | "sign", now: [number, number], before: [number, number]) => ({
  now: { name, part: now[0], whole: now[1] },
  before: { name, part: before[0], whole: before[1] },
});
const NOTHING_NEXT = { undispatched: [], held: [], promised: [], answered: [] };

function report(more: Partial<MonthReport> = {}): MonthReport {
  return {
    park: "永州经开区 <A&B>",
    timeZone: "Asia/Shanghai",
    month: "2026年10月",
    nextMonth: "2026年11月",
    isOver: true,
    until: "2026年11月2日 周一 08:30",
    to: new Date("2026-10-31T16:00:00Z"),
    madeAt: new Date("2026-11-02T00:30:00.123Z"),
    madeOn: "2026年11月2日",
    counts: {
      collected: count(15, 9),
      measured: count(12, 12),
      closed: count(11, 13),
      solved: count(9, 10),
      open: count(6, 4),
    },
    rates: [
      rate("onTime", [9, 10], [17, 20]),
      rate("satisfied", [7, 8], [0, 0]),
      rate("sign", [14, 15], [14, 15]),
      rate("solved", [0, 0], [1, 1]),
    ],
    departments: [
      {
        name: "供电公司",
        isUnit: true,
        collected: 9,
        solved: 7,
        overdue: 1,
        sign: { part: 8, whole: 9 },
        onTime: { part: 5, whole: 6 },
        satisfied: { part: 0, whole: 0 },
      },
    ],
    categories: [{ name: "用电", collected: 8, solved: 6, overdue: 2 }],
    typical: [
      {
        number: 7,
        title: "停电 <&>",
        company: "湖南中塑科技有限公司",
        text: "三车间昨晚停电两次，影响交货",
        joined: 2,
        department: "供电公司",
        measure: "更换老化开关",
        answer: "已更换。",
        state: "已解决",
      },
    ],
    typicalMost: 5,
    themeDays: [
      {
        name: "主题日第 3 期　用工专场",
        day: "10月12日 周一",
        counts: { collected: 5, measured: 4, solved: 3, open: 2 },
      },
    ],
    delayed: [
      {
        number: 12,
        title: "停电 <&>",
        company: "某企业",
        department: "供电公司",
        due: "10月23日 周五 17:30",
        why: "超期",
        measure: "",
      },
    ],
    delayedMore: 3,
    delayedCounts: { held: 1, overdue: 3 },
    next: { ...NOTHING_NEXT, held: [{ number: 3, title: "路面坑洼", department: "交通运输局", day: "11月20日 周五" }] },
    planned: "主题日　融资（11月16日 周一 20:00）",
    fingerprint,
    ...more,
  };
}

/** Both forms of the same report: what stands in each, without the breaks of lines and pages. */
async function both(of: MonthReport): Promise<{ word: string; pdf: string; pages: number }> {
  const paper = monthPaper(of, picture);
  const pages = pdfPages(await pdfOf(paper));
  return {
    word: paragraphsOf(await wordOf(paper))
      .join("")
      .replaceAll(/\s/gu, ""),
    pdf: pages
      .map((lines) => lines.slice(1).join(""))
      .join("")
      .replaceAll(/\s/gu, ""),
    pages: pages.length,
  };
}

describe("the month report", () => {
  it("tells in prose how the month went, with every rate's parts and beside the month before", async () => {
    const words = paragraphsOf(await wordOf(monthPaper(report(), picture)));
    expect(words.slice(0, 5)).toEqual([
      "永州经开区 <A&B>企业诉求办理月报",
      "（2026年10月）",
      "一、总体情况",
      "2026年10月，共受理企业诉求 15 件，比上月增加 6 件；提出解决措施 12 件，与上月持平；办结 11 件，比上月减少 2 件，其中企业确认已解决 9 件。",
      "2026年10月受理的诉求中，到期应办结 10 件、按期办结 9 件，按期办结率 90.0%（9/10），比上月提高 5.0 个百分点；企业评价 8 件、满意 7 件，满意率 87.5%（7/8），上月没有可比数据；应签收 15 件、按时签收 14 件，签收及时率 93.3%（14/15），与上月持平。解决率本月没有可计算的诉求。",
    ]);
    const text = words.join("|");
    expect(text).toContain("|收集|15|9|+6|有措施|12|12|持平|办结|11|13|−2|");
    expect(text).toContain("|供电公司|9|7|88.9%（8/9）|83.3%（5/6）|—（0/0）|1|");
    expect(text).toContain(
      "|（一）停电 <&>|湖南中塑科技有限公司反映（#7）：三车间昨晚停电两次，影响交货。另有 2 家企业",
    );
    expect(text).toContain("|主题日第 3 期　用工专场（10月12日 周一）：收集 5 件，有措施 4 件，已解决 3 件。|");
    expect(text).toContain("|#12|停电 <&>|某企业|供电公司|10月23日 周五 17:30|超期|未填报|");
    expect(text).toContain("|1. 督促超期未答复的诉求 3 件尽快答复。|2. 复核2026年11月到期的挂账诉求 1 件：#3 路面坑洼");
    expect(text).toContain("|永州经开区 <A&B>|2026年11月2日|附 1　记录指纹|");
    expect(text).toContain("摘要 0123 4567 89ab cdef");
  });

  it("is an official paper: its faces, sizes, line pitch, margins and page numbers", async () => {
    const files = unzip(await wordOf(monthPaper(report(), picture)));
    const xml = files.get("word/document.xml")?.toString("utf8") ?? "";
    const paragraph = (text: string) => xml.split("<w:p>").find((one) => one.includes(text)) ?? "";
    const looks = (text: string) => {
      const one = paragraph(text);
      return [/w:eastAsia="([^"]+)"/.exec(one)?.[1], /<w:sz w:val="(\d+)"/.exec(one)?.[1]];
    };
    expect(looks("企业诉求办理月报")).toEqual(["方正小标宋简体", "44"]);
    expect(looks("一、总体情况")).toEqual(["黑体", "32"]);
    expect(looks("（一）停电")).toEqual(["楷体", "32"]);
    expect(looks("共受理企业诉求")).toEqual(["仿宋", "32"]);
    expect(paragraph("共受理企业诉求")).toMatch(/w:line="579" w:lineRule="exact"/);
    expect(paragraph("共受理企业诉求")).toContain('w:firstLine="640"');
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    const footers = [...files].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, one]) => `${one}`);
    expect(footers).toHaveLength(2);
    for (const one of footers) {
      expect(one).toMatch(/— <\/w:t>.*PAGE.*<w:t[^>]*> —/s);
      expect(one).toContain('<w:sz w:val="28"');
    }
    expect(footers.map((one) => /<w:jc w:val="(\w+)"/.exec(one)?.[1]).sort()).toEqual(["left", "right"]);
  });

  it("holds the picture as it is, and bears the program's time instead of the machine's", async () => {
    const files = unzip(await wordOf(monthPaper(report(), picture)));
    const pictures = [...files].filter(([name]) => /^word\/media\/.+/.test(name)).map(([, bytes]) => bytes);
    expect(pictures).toEqual([picture]);
    const properties = files.get("docProps/core.xml")?.toString("utf8") ?? "";
    expect(properties.match(/2026-11-02T00:30:00Z/g)).toHaveLength(2);
    expect(properties).toContain("<dc:creator>永州经开区 &lt;A&amp;B&gt;</dc:creator>");
  });

  it("says the same as PDF, whose text can be searched, over forty units and the longest names", async () => {
    const unit = report().departments[0];
    const late = report().delayed[0];
    if (unit === undefined || late === undefined) throw new Error("there are some");
    const departments = Array.from({ length: 40 }, (_, index) => ({ ...unit, name: `第${index + 1}号责任单位` }));
    departments[7] = { ...unit, name: "永州经济技术开发区".repeat(9) };
    const delayed = [late, { ...late, number: 13, measure: "改造".repeat(700) }];
    const { word, pdf, pages } = await both(report({ departments, delayed }));
    // The head of a table stands on each of its pages, so what is longer may only be that.
    const heads = "责任单位收集已解决及时签收按期办结满意超期|编号诉求企业责任单位期限情况措施".split("|");
    let rest = pdf;
    for (const head of heads) rest = rest.split(head).join("");
    let wanted = word;
    for (const head of heads) wanted = wanted.split(head).join("");
    expect(sorted(rest)).toBe(sorted(wanted));
    expect(pdf).toContain("到期应办结10件、按期办结9件，按期办结率90.0%（9/10），比上月提高5.0个百分点");
    expect(pages).toBeGreaterThan(5);
  });

  it("numbers the pages of the PDF", async () => {
    const pages = pdfPages(await pdfOf(monthPaper(report(), picture)));
    expect(pages.map(([number]) => number?.replaceAll(" ", ""))).toEqual(pages.map((_, index) => `—${index + 1}—`));
  });

  it("of a month without anything says so in each of its parts", async () => {
    const zero = count(0, 0);
    const empty = report({
      counts: { collected: count(0, 4), measured: zero, closed: zero, solved: zero, open: zero },
      rates: [rate("onTime", [0, 0], [0, 0])],
      departments: [],
      categories: [],
      typical: [],
      themeDays: [],
      delayed: [],
      delayedMore: 0,
      delayedCounts: { held: 0, overdue: 0 },
      next: NOTHING_NEXT,
      planned: null,
      fingerprint: null,
    });
    const { word, pdf } = await both(empty);
    for (const sentence of [
      "2026年10月，没有受理新的企业诉求，比上月减少4件",
      "按期办结率本月没有可计算的诉求。",
      "本月没有诉求。",
      "本月没有可列举的诉求。",
      "本月没有举办政企交流主题日。",
      "没有超期或挂账的诉求。",
      "没有需要跟进的事项。",
      "本月没有留下记录指纹。",
    ]) {
      expect(word).toContain(sentence);
      expect(pdf).toContain(sentence);
    }
    const running = await both(report({ isOver: false, fingerprint: null }));
    expect(running.word).toContain("（2026年10月，数据截至2026年11月2日周一08:30）");
    expect(running.pdf).toContain("本月还没有结束，记录指纹在月末之后生成。");
  });
});

/** Cells of a table stand line by line in a PDF and one behind the other in Word. */
function sorted(text: string): string {
  return [...text].sort().join("");
}
