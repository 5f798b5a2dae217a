import type { Issue } from "../issue/issue.ts";
import type { Person, Reminded } from "../park/org.ts";
import type { Park } from "../park/park.ts";
import type { Roster } from "../park/roster.ts";
import { companyPeople, companyPlaces, isByForm } from "./company-places.ts";
import type { Missed } from "./notice.ts";
import {
  byWay,
  coordinatorPlaces,
  departmentOf,
  handlersOf,
  headsOf,
  leaderPlaces,
  orCoordinator,
  type Place,
  presentOf,
  supervisionPlaces,
} from "./places.ts";

interface Reached {
  readonly issue: Issue;
  readonly to: Reminded;
  /** The department whose clock it is. */
  readonly about: string;
}

/**
 * Whom a reminder reaches: a person directly where a way is, else by a mention in the department's group. Never an
 * enterprise group, but for what a company itself is asked and cannot be reached with otherwise, where it is public.
 */
export function placesOfReminder(park: Park, roster: Roster, { issue, to, about }: Reached): readonly Place[] {
  const department = issue.department ?? "";
  switch (to) {
    case "handler":
      return toPeople(park, roster, handlersOf(park, issue.handler, department, roster), department);
    case "head": {
      const tracking = park.directory.department(department)?.trackedBy;
      const own = toPeople(park, roster, headsOf(park, department), department);
      return tracking === undefined ? own : [...own, ...toPeople(park, roster, headsOf(park, tracking), tracking)];
    }
    case "helper":
      return toPeople(park, roster, handlersOf(park, null, about, roster), about);
    case "company":
      return toCompany(park, roster, issue);
    case "coordinator":
      return coordinatorPlaces(park, roster);
    case "supervision":
      return orCoordinator(park, roster, supervisionPlaces(park, []), { kind: "supervision-group" });
    case "leader":
      return leaderPlaces(park, roster);
  }
}

/** Each directly, the rest by name in the groups of the department; where there is neither, the coordinator passes it on. */
function toPeople(park: Park, roster: Roster, wanted: readonly Person[], department: string): readonly Place[] {
  const { directory } = park;
  const { direct, others } = byWay(park, presentOf(wanted, park, roster), departmentOf(department));
  if (direct.length > 0 && others.length === 0) return direct;
  const audience = { kind: "department", department } as const;
  const groups = directory
    .chatsOfDepartment(department)
    .map((chat) => ({ target: { kind: "chat", code: chat.code } as const, audience, mention: others }));
  const missed: Missed =
    others.length > 0 ? { kind: "people", names: others } : { kind: "department", code: department };
  return [...direct, ...orCoordinator(park, roster, groups, missed)];
}

/** What the company is asked goes to its people; in its group only where no way leads to them. */
function toCompany(park: Park, roster: Roster, issue: Issue): readonly Place[] {
  // Nobody may look at the page of a form: the coordinator has the number, and calls.
  if (isByForm(issue)) return orCoordinator(park, roster, [], { kind: "company-people" });
  const people = companyPeople(park, roster, issue);
  return people.length > 0 ? people : companyPlaces(park, roster, issue);
}
