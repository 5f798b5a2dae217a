import { expect } from "vitest";
import { monthOf, startOfMonth } from "../../src/domain/park/instants.ts";
import { type MonthReport, readMonth, totalOf } from "../../src/features/reports/month.ts";
import type { Park } from "./park.ts";
import { Visitor } from "./visitor.ts";
import { paragraphsOf } from "./zip.ts";

/**
 * That each figure of last month is the same wherever it is told: within the report, on paper, on the board's page, in 统计 and in
 * 各单位. 李敏 coordinates. Gives the report.
 */
export async function expectMonthAgrees(park: Park): Promise<MonthReport> {
  const { db, clock, holder } = park.app;
  const now = clock.now();
  const zone = holder.park.org.park.timeZone;
  const month = monthOf(startOfMonth(now, zone, 1), zone);
  const report = await readMonth({ db, now, park: holder.park }, month);
  if (report === null) throw new Error(`${month} is no month`);
  sumsAgree(report);
  await chatAgrees(park, report);
  await papersAgree(park, month, report);
  return report;
}

const SHARES = ["sign", "onTime", "satisfied"] as const;
const ratesOf = ({ rates }: MonthReport, name: string) => rates.find(({ now }) => now.name === name)?.now;

function sumsAgree(report: MonthReport): void {
  const { counts, departments, categories, delayed, delayedMore, delayedCounts } = report;
  const total = { collected: counts.collected.now, solved: counts.solved.now, overdue: delayedCounts.overdue };
  expect(totalOf(departments)).toEqual(total);
  expect(totalOf(categories)).toEqual(total);
  for (const name of SHARES) {
    const sum = (of: "part" | "whole") => departments.reduce((all, row) => all + (row[name]?.[of] ?? 0), 0);
    expect({ part: sum("part"), whole: sum("whole") }, name).toMatchObject({
      part: ratesOf(report, name)?.part,
      whole: ratesOf(report, name)?.whole,
    });
  }
  expect(delayed.length + delayedMore).toBe(delayedCounts.overdue + delayedCounts.held);
  for (const { name, overdue, isUnit } of departments) {
    const listed = delayed.filter((one) => one.why === "超期" && one.department === name).length;
    if (isUnit && delayedMore === 0) expect([name, listed]).toEqual([name, overdue]);
  }
}

async function chatAgrees(park: Park, report: MonthReport): Promise<void> {
  const { counts, departments, rates } = report;
  const said = await park.say("李敏", "duban", "统计 上月");
  const { collected, measured, solved, open } = counts;
  expect(said).toContain(`收集 ${collected.now}　有措施 ${measured.now}\n已解决 ${solved.now}　未解决 ${open.now}`);
  for (const { now } of rates) expect(said).toContain(`（${now.part}/${now.whole}）`);
  const units = await park.say("李敏", "duban", "各单位 上月");
  const busy = departments.filter((one) => one.isUnit && one.collected + one.overdue > 0);
  for (const one of busy.length > 10 ? [] : busy) {
    expect(units).toContain(`${one.name}：承办 ${one.collected} 件，现超期 ${one.overdue} 件`);
  }
  expect(units).not.toContain("待派单");
}

async function papersAgree(park: Park, month: string, report: MonthReport): Promise<void> {
  const office = await Visitor.as(park, "李敏");
  const page = (await office.open(`/reports?month=${month}`)).text.replace(/\s+/gu, " ");
  const words = paragraphsOf((await office.download(`/reports/${month}.docx`)).bytes).join("|");
  for (const { name, collected, solved, overdue } of report.departments) {
    expect(page).toMatch(new RegExp(`${name} ${collected} .*? ${overdue} `, "u"));
    expect(words).toMatch(
      new RegExp(`\\|${name}\\|${collected}\\|${solved}\\|[^|]*\\|[^|]*\\|[^|]*\\|${overdue}\\|`, "u"),
    );
  }
  const { collected, solved, overdue } = totalOf(report.departments);
  if (report.departments.length > 0) expect(words).toContain(`|合计|${collected}|${solved}|`);
  const units = report.departments.filter((one) => one.isUnit && one.collected > 0).length;
  if (units > 1) expect(words).toContain(`本月诉求由 ${units} 个单位承办`);
  if (report.delayed.length > 0)
    expect(words).toContain(`现有超期诉求 ${overdue} 件、挂账诉求 ${report.delayedCounts.held} 件`);
}
