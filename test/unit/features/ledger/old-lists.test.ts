import { describe, expect, it } from "vitest";
import { readRows } from "../../../../src/features/ledger/old-list/read-rows.ts";
import { understand } from "../../../../src/features/ledger/old-list/understand.ts";
import { readWorkbook } from "../../../../src/org/list/workbook.ts";
import { on, PARK } from "../../../support/domain.ts";
import {
  type RawCell,
  type RawSheet,
  type RawWorkbook,
  rawWorkbook,
  rowsXml,
  withLie,
} from "../../../support/raw-workbook.ts";

const HEAD = ["序号", "企业名称", "反映内容", "责任单位", "提出日期", "办理状态"];
const ROW = [1, "中塑科技", "停电", "供电公司", "2025-03-04", "已解决"];
const joined = (...refs: readonly string[]) =>
  `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;

async function listOf(workbook: RawWorkbook) {
  const read = await readWorkbook(await rawWorkbook(workbook));
  if ("problem" in read) throw new Error(read.problem.kind);
  const { rows, notes } = readRows(read.sheets, "清单.xlsx");
  const here = { park: PARK, now: on("11-26 10:00"), unlisted: "refuse" } as const;
  const issues = rows.map((row) => {
    const one = understand(row, here);
    return "problem" in one ? `${one.cell} ${one.problem.kind}` : one.issue;
  });
  return { ...read, rows, notes, issues };
}

const sheetOf = (rows: RawSheet["rows"], behind = ""): RawWorkbook => ({ sheets: [{ name: "表", rows, behind }] });

describe("an old list as somebody keeps it", () => {
  it("has a head of two rows, joined or not, whose groups are no columns", async () => {
    const groups = ["序号", "企业名称", "问题", "办理情况", null, null, null, "提出日期"];
    const names = [null, null, null, "责任单位", "整改措施", "办结时限", "状态", null];
    const row = [1, "中塑科技", "停电", "供电公司", "换变压器", "2025-05-01", "办理中", "2025-03-04"];
    const want = {
      department: "power",
      measure: "换变压器",
      state: "in_progress",
      submittedAt: new Date("2025-03-03T16:00:00Z"),
    };
    for (const behind of ["", joined("A2:A3", "B2:B3", "C2:C3", "D2:G2", "H2:H3")]) {
      const { issues } = await listOf(sheetOf([["问题清单"], groups, names, row, groups, names], behind));
      expect(issues).toMatchObject([want]);
    }
    const upper = ["序号", "企业情况", null, "诉求情况", null, "责任单位", "状态"];
    const lower = [null, "企业名称", "联系人", "类别", "诉求内容", null, null];
    const { issues } = await listOf(
      sheetOf([upper, lower, [1, "中塑科技", "周长友", "用电", "停电", "供电公司", "办理中"]]),
    );
    expect(issues).toMatchObject([
      { department: "power", category: "power", text: "停电", reporter: { name: "周长友" } },
    ]);
  });

  it("takes the second of two columns of one kind where the first is empty, and says so; names ten unknown columns of many", async () => {
    const more = Array.from({ length: 90 }, (_, index) => `列${index}`);
    const { issues, notes } = await listOf(
      sheetOf([
        [...HEAD, "承办单位", ...more],
        [1, "中塑科技", "停电", null, "2025-03-04", "已解决", "供电公司", ...more],
      ]),
    );
    expect(issues).toMatchObject([{ department: "power" }]);
    expect(notes[0]).toEqual({ kind: "column-twice", sheet: "表", cell: "G1", said: "承办单位" });
    expect(notes.slice(11)).toEqual([{ kind: "more-columns", sheet: "表", count: 80 }]);
  });

  it("is read with the rows that are hidden, which is said, and without sheets that are", async () => {
    const rows =
      rowsXml([HEAD]) + rowsXml([ROW], 2).replace("<row", '<row hidden="1"') + rowsXml([[], [2, ...ROW.slice(1)]], 3);
    const { issues, notes, hidden } = await listOf({
      sheets: [
        { name: "表", rows },
        { name: "去年", rows: [HEAD, ROW], state: "hidden" },
      ],
    });
    expect([issues.length, hidden, notes]).toEqual([2, ["去年"], [{ kind: "hidden-rows", sheet: "表", count: 1 }]]);
  });

  it("tells a day as text, as a number and as a date of either epoch", async () => {
    const day = (is1904: boolean) => 45_720 - (is1904 ? 1_462 : 0);
    const texts = [
      "２０２５年３月４日",
      "2025/03/04 星期二",
      "2025年3月4日（周二）",
      "二〇二五年三月四日",
      "2025年3月4日上午",
      "2025。3。4",
    ];
    for (const date1904 of [false, true]) {
      const said: readonly RawCell[] = [
        ...(date1904 ? [] : [...texts, "45720"]),
        day(date1904),
        { xml: `<c s="1"><v>${day(date1904)}</v></c>` },
      ];
      const { issues } = await listOf({
        date1904,
        ...sheetOf([HEAD, ...said.map((one, index) => [1, "中塑科技", `停电${index}`, "供电公司", one, "已解决"])]),
      });
      expect(issues).toMatchObject(said.map(() => ({ submittedAt: new Date("2025-03-03T16:00:00Z") })));
    }
    const { issues } = await listOf(sheetOf([HEAD, ["1", "中塑科技", "停电", null, "2025-03-04 下午3:30", "办理中"]]));
    expect(issues).toMatchObject([{ submittedAt: new Date("2025-03-04T07:30:00Z") }]);
  });

  it("may tell how it stands in 办理情况, or more than that in the column of the state", async () => {
    const rows = [["已办结"], ["已解决，换了变压器"], ["解决 停电的方案已报"]].map(([said = ""], index) => [
      "中塑科技",
      `停电${index}`,
      "供电公司",
      said,
    ]);
    const head = ["反映单位名称", "反映问题及诉求", "牵头单位"];
    const { issues } = await listOf(sheetOf([[...head, "办理情况"], ...rows]));
    expect(issues).toMatchObject([
      { state: "closed", outcome: "unconfirmed" },
      { state: "closed", outcome: "solved" },
      { state: "dispatched" },
    ]);
    const told = await listOf(sheetOf([[...head, "完成情况"], ...rows]));
    expect(told.issues).toMatchObject([
      { publicAnswer: null },
      { outcome: "solved", publicAnswer: "已解决，换了变压器" },
      "D4 unknown-word",
    ]);
    const { issues: waiting } = await listOf(sheetOf([HEAD, [...ROW.slice(0, 5), "待派单"]]));
    expect(waiting).toMatchObject([{ state: "submitted", department: null, suggestions: ["power"] }]);
  });
});

describe("a file that nobody should have made", () => {
  it("takes no more memory for a cell at the far end of the sheet, and joins no more than there is", async () => {
    const far =
      rowsXml([HEAD, ROW]) + [3, 4].map((row) => `<row r="${row}"><c r="XFD${row}"><v>1</v></c></row>`).join("");
    const { sheets, issues } = await listOf(sheetOf(far));
    expect(Math.max(...(sheets[0]?.rows.map((row) => row.length) ?? []))).toBeLessThan(300);
    expect(issues).toMatchObject([{ outcome: "solved" }]);
    expect((await listOf(sheetOf([HEAD, ROW], joined("A1:XFD1048576")))).issues).toEqual([]);
  });

  it("is refused where an entry unpacks to more than it says, whatever it says", async () => {
    const whole = await rawWorkbook(sheetOf([HEAD, ROW]));
    const bomb = withLie(whole, "xl/worksheets/sheet1.xml", Buffer.alloc(30_000_000, " "));
    expect(await readWorkbook(bomb)).toEqual({ problem: { kind: "damaged" } });
    const laughs = `<!DOCTYPE l [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;">]>`;
    const files = {
      "xl/worksheets/sheet1.xml": `${laughs}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
    };
    expect(JSON.stringify((await listOf({ ...sheetOf([]), files })).sheets)).not.toContain("哈哈");
  });

  it("has formulas that count by their value, and is refused by the row where there is none", async () => {
    const formula = (xml: string): RawCell[] => [1, { xml }, "停电", "供电公司", "2025-03-04", "已解决"];
    const { issues } = await listOf(
      sheetOf([
        HEAD,
        formula('<c t="str"><f>A1</f><v>中塑科技</v></c>'),
        formula("<c><f>A1</f></c>"),
        formula('<c t="e"><v>#REF!</v></c>'),
        formula('<c t="s"><v>99</v></c>'),
      ]),
    );
    expect(issues).toMatchObject([{ enterprise: "zhongsu" }, "B3 no-value", "B4 no-value", "B5 missing"]);
  });
});
