import type { DayKind, Weekday } from "../../domain/workdays.ts";

export const WEEKDAY_WORDS: Readonly<Record<Weekday, string>> = {
  monday: "周一",
  tuesday: "周二",
  wednesday: "周三",
  thursday: "周四",
  friday: "周五",
  saturday: "周六",
  sunday: "周日",
};

const DAY_WORDS: Readonly<Record<DayKind, string>> = {
  workday: "",
  makeup: "调休上班",
  weekend: "周末",
  holiday: "放假",
};

/** Why a day is worked or not; empty of an ordinary one. `name`: the holiday's, when it is known. */
export function dayReason(why: DayKind, name: string | undefined): string {
  return why === "holiday" ? (name ?? DAY_WORDS.holiday) : DAY_WORDS[why];
}
