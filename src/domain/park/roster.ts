import type { Origin } from "./org.ts";

/** Who is on duty (值班) for a department, who stands in for whom (请假), and which company a guest speaks for. */

/** Without `until`: until somebody else is named. */
export interface Duty {
  readonly department: string;
  readonly person: string;
  readonly since: Date;
  readonly until: Date | null;
}

export interface Absence {
  readonly person: string;
  readonly substitute: string;
  readonly since: Date;
  readonly until: Date;
}

/** Somebody whom the org file does not know, and the company (its code) that he says he is from. */
export interface Guest {
  readonly platform: Origin;
  readonly userId: string;
  readonly enterprise: string;
}

/** The roster as it holds at one moment. */
export interface Roster {
  /** Who is on duty for a department, by name; null when nobody was named. */
  onDuty(department: string): string | null;
  /** The person, or who stands in for them, or for that one. */
  standIn(person: string): string;
  absenceOf(person: string): Absence | undefined;
  /** The company that a guest says he is from, of those that were asked for; null when he names none. */
  companyOf(guest: { readonly platform: Origin; readonly userId: string }): string | null;
}

/** From what holds now, the oldest first: of two, the newer counts. */
export function createRoster(duties: readonly Duty[], absences: readonly Absence[], guests: readonly Guest[]): Roster {
  const onDuty = new Map(duties.map((duty) => [duty.department, duty.person]));
  const away = new Map(absences.map((absence) => [absence.person, absence]));
  return {
    onDuty: (department) => onDuty.get(department) ?? null,
    absenceOf: (person) => away.get(person),
    companyOf: ({ platform, userId }) =>
      guests.find((one) => one.platform === platform && one.userId === userId)?.enterprise ?? null,
    standIn: (person) => {
      const passed = new Set<string>();
      let present = person;
      while (!passed.has(present)) {
        passed.add(present);
        present = away.get(present)?.substitute ?? present;
      }
      // Two who stand in for each other while both are away: nobody is there, so it stays with the first.
      return away.has(present) ? person : present;
    },
  };
}

/** Nobody is on duty by name, and nobody is away. */
export const EMPTY_ROSTER: Roster = createRoster([], [], []);
