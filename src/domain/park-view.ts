import { Calendar } from "./calendar.ts";
import { createDirectory, type Directory, type GoneNames } from "./directory.ts";
import type { Issue } from "./issue.ts";
import { type KnownNames, withNamesOf } from "./known-names.ts";
import type { Involved } from "./lifecycle.ts";
import { limitOf, spanMinutes } from "./limits.ts";
import type { ClockName, Org, PlatformName } from "./org.ts";

/** The park in force, with its look-ups and its calendar built once. */
export interface ParkView {
  readonly org: Org;
  readonly directory: Directory;
  readonly calendar: Calendar;
  /** Whether a direct message can reach this user of a platform. */
  reaches(platform: PlatformName, userId: string): boolean;
  /** What hides a company: its names and its people's, those of earlier org files too. */
  readonly known: KnownNames;
}

/** `known`: the names of the org files before this one. */
export function createParkView(org: Org, reaches: ParkView["reaches"], known: KnownNames, gone: GoneNames): ParkView {
  const { timeZone, workingHours } = org.park;
  const calendar = new Calendar({ timeZone, workingHours, holidays: org.holidays });
  return { org, directory: createDirectory(org, gone), calendar, reaches, known: withNamesOf(org, known) };
}

/** The limit of a clock for an issue: the policy's words and working minutes. */
export function limitFor(park: ParkView, issue: Pick<Issue, "urgency" | "category">, clock: ClockName) {
  const category = issue.category === null ? undefined : park.directory.category(issue.category);
  const text = limitOf(clock, issue.urgency, category, park.org.policy);
  return { text, minutes: spanMinutes(text, park.calendar.minutesPerDay) };
}

/** The departments that stand by an issue. */
export function involvedIn(park: ParkView, issue: Issue, helpers: readonly string[]): Involved {
  const lead = issue.department === null ? undefined : park.directory.department(issue.department);
  return { trackedBy: lead?.trackedBy, helpers };
}
