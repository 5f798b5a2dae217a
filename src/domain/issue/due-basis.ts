import { z } from "zod";
import type { Calendar, DayCount } from "../park/calendar.ts";
import { deadlineAfter, type Limit } from "../park/deadline-after.ts";

/**
 * How a due date came to be, as it was counted then: kept with its event, because a later org file may have other
 * holidays or working hours. `named`: somebody named the day.
 */
const schema = z.union([
  z.object({ kind: z.literal("named") }),
  z.object({
    kind: z.literal("counted"),
    /** The limit in the policy's words, and in working minutes. */
    limit: z.string(),
    minutes: z.number(),
    workingHours: z.array(z.string()),
    /** They make up the limit, or less by the rest that would have gone on into another span. */
    days: z.array(
      z.object({
        date: z.string(),
        minutes: z.number(),
        why: z.enum(["workday", "makeup", "weekend", "holiday"]),
        name: z.string().optional(),
      }),
    ),
    /** The years that had no list of holidays. */
    unlisted: z.array(z.number()),
  }),
]);

export type DueBasis = z.infer<typeof schema>;
export type CountedBasis = Extract<DueBasis, { kind: "counted" }>;

export const NAMED: DueBasis = { kind: "named" };

/** How a limit is counted by this calendar. */
export function countBasis(from: Date, limit: Limit, calendar: Calendar): CountedBasis {
  const { text, minutes } = limit;
  const due = deadlineAfter(from, limit, calendar);
  return {
    kind: "counted",
    limit: text,
    minutes,
    workingHours: [...calendar.workingHours],
    days: calendar.explain(from, calendar.between(from, due)).map(withoutNothing),
    unlisted: calendar.missingYears(from, due),
  };
}

/** JSON has no undefined. */
function withoutNothing({ name, ...day }: DayCount): CountedBasis["days"][number] {
  return name === undefined ? day : { ...day, name };
}

/** What an event kept; null for one of an earlier version. */
export function readBasis(kept: unknown): DueBasis | null {
  return schema.safeParse(kept).data ?? null;
}

/** The days of a count that a later calendar has otherwise, and whether they are worked now. */
export function changedDays(
  { days }: CountedBasis,
  calendar: Calendar,
): readonly { readonly date: string; readonly worked: boolean }[] {
  return days.flatMap(({ date, why }) => {
    const worked = calendar.isWorkday(date);
    return worked === (why === "workday" || why === "makeup") ? [] : [{ date, worked }];
  });
}
