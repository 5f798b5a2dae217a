import type { Issue } from "../issue/issue.ts";
import type { Involved } from "../issue/lifecycle.ts";
import { Experience } from "../routing/experience.ts";
import { Calendar } from "./calendar.ts";
import { createDirectory, type Directory, type GoneNames } from "./directory.ts";
import { limitOf, spanMinutes } from "./limits.ts";
import type { ClockName, Org, PlatformName } from "./org.ts";

/** The park in force, with its look-ups and its calendar built once. */
export interface Park {
  readonly org: Org;
  readonly directory: Directory;
  readonly calendar: Calendar;
  /** Whether a direct message can reach this user of a platform. */
  reaches(platform: PlatformName, userId: string): boolean;
  /** What hides a company: its names and its people's, those of earlier org files too. */
  readonly known: KnownNames;
  /** What was decided about issues before. */
  readonly experience: Experience;
}

/** `known`: the names of the org files before this one. Nothing was decided yet. */
export function createPark(org: Org, reaches: Park["reaches"], known: KnownNames, gone: GoneNames): Park {
  const { timeZone, workingHours } = org.park;
  const calendar = new Calendar({ timeZone, workingHours, holidays: org.holidays });
  return {
    org,
    directory: createDirectory(org, gone),
    calendar,
    reaches,
    known: withNamesOf(org, known),
    experience: new Experience(),
  };
}

/** The limit of a clock for an issue: the policy's words and working minutes. */
export function limitFor(park: Park, issue: Pick<Issue, "urgency" | "category">, clock: ClockName) {
  const category = issue.category === null ? undefined : park.directory.category(issue.category);
  const text = limitOf(clock, issue.urgency, category, park.org.policy);
  return { text, minutes: spanMinutes(text, park.calendar.minutesPerDay) };
}

/** A department with the city units that it tracks. */
export function withTracked({ org }: Pick<Park, "org">, department: string): readonly string[] {
  const tracked = org.departments.filter((one) => one.trackedBy === department);
  return [department, ...tracked.map((one) => one.code)];
}

/** The departments that stand by an issue. */
export function involvedIn(park: Park, issue: Pick<Issue, "department">, helpers: readonly string[]): Involved {
  const lead = issue.department === null ? undefined : park.directory.department(issue.department);
  return { trackedBy: lead?.trackedBy, helpers };
}

/** Every name that an org file ever had for a company and its people, by the company's code. */
export type KnownNames = ReadonlyMap<
  string,
  { readonly company: readonly string[]; readonly people: readonly string[] }
>;

/** The names of this org file beside those that were known: what was hidden once stays hidden when somebody leaves. */
export function withNamesOf({ enterprises, people }: Org, known: KnownNames): KnownNames {
  const all = new Map(known);
  for (const { code, name, aliases } of enterprises) {
    const before = all.get(code);
    const own = people.filter((one) => one.role === "liaison" && one.enterprise === code).map((one) => one.name);
    all.set(code, {
      company: [...new Set([...(before?.company ?? []), name, ...aliases])],
      people: [...new Set([...(before?.people ?? []), ...own])],
    });
  }
  return all;
}
