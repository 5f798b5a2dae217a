import { describe, expect, it } from "vitest";
import { dateProblem } from "../../../../src/chat/understand/zh-cn-date-problem.ts";
import { leadingDate, leadingSpan, type ReadDate } from "../../../../src/chat/understand/zh-cn-dates.ts";
import { promisedDate } from "../../../../src/chat/understand/zh-cn-days-told.ts";
import { on, PARK } from "../../../support/domain.ts";

const { calendar } = PARK;
/** A Wednesday. */
const NOW = on("11-18 10:00");

/** A date as MM-DD or YYYY-MM-DD, days as 3d, else the kind. */
function brief(date: ReadDate | null | undefined, now: Date): string {
  if (date == null) return "none";
  if (date.kind === "days") return `${date.days}d`;
  if (date.kind !== "date") return `${date.kind} ${date.words}`;
  const day = calendar.dateOf(date.at);
  return day.startsWith(calendar.dateOf(now).slice(0, 5)) ? day.slice(5) : day;
}

const promise = (text: string, now = NOW) => brief(promisedDate(text, now, calendar), now);
const leading = (text: string, now = NOW) => {
  const read = leadingDate(text, now, calendar);
  return read === null ? "none" : [brief(read.date, now), read.rest].filter((one) => one !== "").join(" | ");
};

describe("a span of days", () => {
  it.each([
    ["下周一到周三我出差，有事找郭婷", "11-25"],
    ["11月23日至11月27日", "11-27"],
    ["明天到下周五", "11-27"],
    ["下周五", "11-27"],
    ["下周一，周三再说", "11-23"],
  ])("%s ends on %s", (text, day) => {
    expect(brief(leadingSpan(text, NOW, calendar), NOW)).toBe(day);
  });
});

describe("a promised date", () => {
  it.each([
    ["更换变压器 11月30日前", "11-30"],
    ["更换变压器，11月30日之前完成", "11-30"],
    ["更换变压器 11 月 30 日前", "11-30"],
    ["更换变压器 １１月３０日前", "11-30"],
    ["十一月三十日前换好", "11-30"],
    ["更换变压器 11月30日", "11-30"],
    ["更换变压器 11月30号。", "11-30"],
    ["更换变压器 12-31", "12-31"],
    ["更换变压器 2026/12/31", "12-31"],
    ["更换变压器 2026年12月31日前", "12-31"],
    ["11.30前完成", "11-30"],
    ["11月30日17:30前", "11-30"],
    ["11月30日下午3点前", "11-30"],
    ["明天前", "11-19"],
    ["后天", "11-20"],
    ["周四前", "11-19"],
    ["本周五前", "11-20"],
    ["下周五", "11-27"],
    ["下下周一", "11-30"],
    ["30号前", "11-30"],
    ["5日前", "2026-12-04"],
    ["月底前", "11-30"],
    ["11月底完成", "11-30"],
    ["下个月5号前", "2026-12-04"],
    ["年底前", "12-31"],
    ["三天内", "3d"],
    ["3个工作日", "3d"],
    ["十五个工作日内", "15d"],
    ["两周内完成", "10d"],
    ["2月30日前", "impossible 2月30日"],
    ["13月1日前", "impossible 13月1日"],
    ["2027-02-30前", "impossible 2027-02-30"],
    ["6月30日前", "past 6月30日"],
    ["100天内", "100d"],
    ["999天内", "long 999天"],
    ["30周内完成", "long 30周"],
    ["3000天内", "long 3000天"],
    ["999999周内", "long 999999周"],
    ["2028年11月18日前", "2028-11-17"],
    ["2028年11月19日前", "beyond 2028年11月19日"],
    ["3000-03-03", "beyond 3000-03-03"],
    ["9999年1月1日前", "beyond 9999年1月1日"],
    ["9999-12-31", "beyond 9999-12-31"],
    ["2026年11月17日前", "past 2026年11月17日"],
    ["0000年1月1日前", "past 0000年1月1日"],
    ["今年6月30日前", "past 今年6月30日"],
    ["明年6月30日前", "2027-06-30"],
    ["2027年6月30日前", "2027-06-30"],
  ])("in %j is %s", (text, date) => {
    expect(promise(text)).toBe(date.replace(/^2026-/, ""));
  });

  it.each([
    "更换变压器",
    "更换0.4千伏电缆",
    "电压升到99.5",
    "更换变压器，电压调到 3.5",
    "派2-3人巡查",
    "每天 8:30-12:00 巡查",
    "三天前已联系企业",
    "上周五已停",
    "每周一巡查",
    "一周一次",
    "第3天复查",
    "需要3-5天",
    "还要1.5天",
    "单号20261231",
    "11月30日停电原因不明",
  ])("is not found in %j", (text) => {
    expect(promise(text)).toBe("none");
  });

  it("is the one that promises, among other figures and days", () => {
    expect(promise("换6.5米电缆，11月20日开工，12月1日前完成")).toBe("12-01");
    expect(promise("三天前已报，11月30日前换好")).toBe("11-30");
    expect(promise("2月30日的事，11月30日前换好")).toBe("11-30");
  });

  it("ends with the working hours of its day, or of the workday before", () => {
    const at = (text: string) => {
      const date = promisedDate(text, NOW, calendar);
      return date?.kind === "date" ? date.at : null;
    };
    expect(at("11月30日前")).toEqual(on("11-30 17:30"));
    expect(at("11月29日前")).toEqual(on("11-27 17:30"));
    expect(at("今天")).toEqual(on("11-18 17:30"));
  });
});

describe("a date without a year", () => {
  it.each([
    ["12-20 09:00", "1月5日", "2027-01-05"],
    ["12-31 23:30", "1月1日", "2027-01-01"],
    ["12-31 09:00", "6月30日", "2027-06-30"],
    ["12-30 09:00", "7月1日", "past 7月1日"],
    ["11-18 09:00", "11月18日", "11-18"],
    ["11-18 09:00", "11月17日", "past 11月17日"],
    ["01-05 09:00", "8月1日", "far 8月1日"],
    ["2027-03-01 09:00", "2月29日前", "far 2月29日"],
    ["12-31 09:00", "明天", "2027-01-01"],
    ["12-30 09:00", "5号前", "2027-01-05"],
    ["12-30 09:00", "1月底前", "2027-01-31"],
    ["2027-11-18 09:00", "2月29日前", "2028-02-29"],
    ["11-18 09:00", "2月29日前", "impossible 2月29日"],
  ])("on %s, %s is %s", (now, text, date) => {
    const found = promisedDate(text, on(now), calendar);
    // Compared by its own date; endOfDay moves days off to the workday before.
    const expected = /^\d/.test(date) ? calendar.endOfDay(date.length === 5 ? `2026-${date}` : date) : date;
    expect(found?.kind === "date" ? found.at : brief(found, on(now))).toEqual(expected);
  });
});

describe("what is no date to go by", () => {
  it.each([
    [
      "11-26 09:00",
      "11月25日 等设备",
      "今年的「11月25日」已过，请写以后的日期；如指明年，请连同年份写：2027年11月25日。",
    ],
    ["11-26 09:00", "2026年11月25日 等设备", "「2026年11月25日」已过，请写以后的日期。"],
    ["01-05 09:00", "8月1日 等设备", "「8月1日」在半年以后，请连同年份写明日期：2026年8月1日。"],
    ["11-26 09:00", "999天 等设备", "「999天」超过半年，请少写几天，或连同年份写明日期，最晚 2028年11月26日。"],
    ["11-26 09:00", "3000-03-03 等设备", "「3000-03-03」太远，最晚可写 2028年11月26日。"],
  ])("on %s, %s, is said in one sentence with what to write", (now, text, sentence) => {
    expect(dateProblem(leadingDate(text, on(now), calendar)?.date)).toBe(sentence);
  });
});

describe("a weekday", () => {
  it.each([
    ["11-18 09:00", "周三", "11-18"],
    ["11-18 09:00", "周二", "11-24"],
    ["11-18 09:00", "星期五", "11-20"],
    ["11-18 09:00", "礼拜天", "11-20"],
    ["11-22 09:00", "周一", "11-23"],
    ["11-22 09:00", "下周一", "11-23"],
    ["11-18 09:00", "下周三", "11-25"],
  ])("on %s, %s is %s", (now, text, date) => {
    expect(promise(text, on(now))).toBe(date);
  });
});

describe("a date at the beginning", () => {
  it.each([
    ["3天 等设备", "3d | 等设备"],
    ["三天，等设备", "3d | 等设备"],
    ["3个工作日 因11月30日停产", "3d | 因11月30日停产"],
    ["11月30日 等设备", "11-30 | 等设备"],
    ["到11月30日，等设备", "11-30 | 等设备"],
    ["延至11月30日 等设备", "11-30 | 等设备"],
    ["11月30日前 等设备", "11-30 | 等设备"],
    ["11月30日17:30前 等设备", "11-30 | 等设备"],
    ["12-31 等大修", "12-31 | 等大修"],
    ["两周 等设备", "10d | 等设备"],
    ["月底 等设备", "11-30 | 等设备"],
    ["3天\n等设备", "3d | 等设备"],
    ["3天", "3d"],
    ["2月30日 等设备", "impossible 2月30日 | 等设备"],
    ["6月30日 等设备", "past 6月30日 | 等设备"],
    ["等设备 3天", "none"],
    ["等11月30日的设备", "none"],
    ["等设备", "none"],
    ["", "none"],
  ])("of %j is %j", (text, date) => {
    expect(leading(text)).toBe(date);
  });
});
