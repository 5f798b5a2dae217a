import { expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { firstDate, leadingDate, type ReadDate } from "../../../../src/chat/understand/zh-cn-dates.ts";
import { promisedDate } from "../../../../src/chat/understand/zh-cn-days-told.ts";
import { dayMended } from "../../../../src/chat/understand/zh-cn-mended-day.ts";
import { on, PARK } from "../../../support/domain.ts";
import { situationIn, stepsInFull } from "../../../support/talk.ts";

/** A day that is named only to say that it is not meant is no day of what is said. */

const { calendar } = PARK;
/** A Wednesday. */
const NOW = on("11-18 10:00");

function brief(date: ReadDate | null | undefined): string {
  if (date == null) return "none";
  return date.kind === "date" ? date.day.slice(5) : date.kind === "days" ? `${date.days}d` : date.kind;
}

it.each([
  ["时限不是月底，12月15号", "12-15"],
  ["不是31号，是12月20号", "12-20"],
  ["时限不是15号，改20号", "12-20"],
  ["不是三天，五天", "5d"],
  ["不是这周五，而是下周五前", "11-27"],
  ["不是12月15号而是12月20号", "12-20"],
  ["不是下周五是下周四", "11-26"],
  ["12月15号，不是月底", "12-15"],
  ["别定月底，12月10号吧", "12-10"],
  ["不能拖到月底，这周五前", "11-20"],
  ["不要等到12月底，12月10号前", "12-10"],
  ["12月5日太紧了，12月12日前", "12-12"],
  ["12月5日前来不及，放到12月12日", "12-12"],
  ["月底写错了，12月8号", "12-08"],
  ["不是12月15號，是12月20號", "12-20"],
  // In the month of the day that is denied.
  ["不是15号，是18号", "12-18"],
  ["不是1月15号，是20号", "01-20"],
  ["不是11月30号，是20号", "11-20"],
  // Nothing is said instead.
  ["不是15号", "none"],
  ["不要拖到月底", "none"],
  // Asked, supposed, or not denied at all.
  ["是不是12月15号", "12-15"],
  ["不是12月15号吗", "12-15"],
  ["能不能延到12月15号", "12-15"],
  ["要不要改到12月15号", "12-15"],
  ["要不12月15号", "12-15"],
  ["不晚于12月15号", "12-15"],
  ["不迟于12月5日前", "12-05"],
  ["不超过三天", "3d"],
  ["12月15号来不及", "12-15"],
  ["不好意思，12月15号", "12-15"],
  ["不能再拖，12月15号前", "12-15"],
])("the day of %s is %s", (text, day) => {
  expect(brief(firstDate(text, NOW, calendar))).toBe(day);
});

it("a promise, another day for one, and a day up to which more time is asked for are read so, too", () => {
  expect(brief(promisedDate("不是15号前，12月20号前换好", NOW, calendar))).toBe("12-20");
  expect(brief(dayMended("不是下周五，是下周四", NOW, calendar))).toBe("11-26");
  expect(brief(dayMended("12月15号写错了，12月18号", NOW, calendar))).toBe("12-18");
  expect(brief(dayMended("12月18号，不是15号", NOW, calendar))).toBe("12-18");
  const until = leadingDate("不是15号，到12月20日，材料没到", NOW, calendar);
  expect([brief(until?.date), until?.rest]).toEqual(["12-20", "材料没到"]);
});

const after = (did?: string): Question => ({ ask: "ways", ways: [], common: 1, ...(did !== undefined && { did }) });

it.each([
  ["不是月底，12月15号", after()],
  ["不是15号，是20号", after("时限")],
  ["不是15号，改成20号", after("时限")],
  ["不是周五，下周三", after("牵头 交通局")],
] as const)("right behind a common problem %s is its deadline", (text, question) => {
  const understood = understand(text, { ...situationIn({ who: "coordinator", place: "direct" }), question });
  expect(stepsInFull(understood)).toEqual([`do common - 时限 G1 ${text}`]);
});
