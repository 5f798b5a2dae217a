import type { PeriodName } from "../../domain/period.ts";

export const PERIOD_WORDS: Readonly<Record<PeriodName, string>> = {
  always: "自开始以来",
  "this-week": "本周",
  "last-week": "上周",
  "this-month": "本月",
  "last-month": "上月",
};
