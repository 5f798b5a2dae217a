import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { openQuietPark } from "../support/story.ts";
import { Visitor } from "../support/visitor.ts";

/** 李敏 coordinates, 赵长河 leads; 周长友 speaks for 中塑科技, 唐志强 for 恒达鞋业. */
describe("the board's list as a workbook", () => {
  it("has row for row what the page lists, for each person what he may see, and a text stays a text", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", '诉求 =HYPERLINK("http://a") 三车间昨晚停电两次');
    await park.say("唐志强", "qiye-dingtalk", "诉求 紧急 厂门口路面塌陷");
    await park.say("周长友", "direct", "保密诉求 供水管道漏水");
    await park.say("王建国", "gongdian", "措施 1 更换老化开关 11月19日前");
    const sheetsFor = async (person: string, query = "") => {
      const visitor = await Visitor.as(park, person);
      const { bytes, header } = await visitor.download(`/issues.xlsx${query}`);
      expect(header).toContain(encodeURIComponent("问题清单-2026-11-16.xlsx"));
      const { sheets } = await readXlsx(bytes, { readStyles: true });
      return sheets;
    };
    const [problems, duties] = await sheetsFor("李敏");
    expect(problems?.rows[0]?.[0]).toBe("永州经开区企业诉求问题清单");
    expect(problems?.rows[1]?.[0]).toBe("截至 2026年11月16日，共 3 件");
    const head = problems?.rows[2] ?? [];
    const column = (name: string) => head.indexOf(name);
    const listed = problems?.rows.slice(3) ?? [];
    expect(listed.map((row) => row[column("编号")])).toEqual([3, 2, 1]);
    const first = listed[2] ?? [];
    expect(first[column("诉求内容")]).toMatch(/^=HYPERLINK/);
    expect([...(problems?.cells?.values() ?? [])].filter(({ type }) => type === "formula")).toEqual([]);
    // As the wall clock of the park shows it, to the minute.
    const minute = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 16) : cell);
    expect(minute(first[column("提出时间")])).toBe("2026-11-16T09:00");
    expect(minute(first[column("完成时限")])).toBe("2026-11-19T17:30");
    expect(first[column("解决措施")]).toBe("更换老化开关 11月19日前");
    expect(problems?.merges?.length).toBe(2);
    expect(problems?.freezePane).toMatchObject({ rows: 3, columns: 2 });
    expect(duties?.rows.slice(3).map((row) => row[1])).toEqual([3, 2, 1]);
    const [filtered] = await sheetsFor("李敏", "?department=power&state=in_progress");
    expect(filtered?.rows.slice(3).map((row) => row[1])).toEqual([1]);
    const [forLeader] = await sheetsFor("赵长河");
    expect(JSON.stringify(forLeader?.rows.find((row) => row[1] === 3))).not.toContain("中塑");
    const forCompany = await sheetsFor("唐志强");
    expect(forCompany).toHaveLength(1);
    expect(forCompany[0]?.rows.slice(3).map((row) => row[1])).toEqual([2]);
  });
});
