import type { Hearer } from "../issue/decision.ts";
import type { Issue } from "../issue/issue.ts";
import type { Park } from "../park/park.ts";
import type { Roster } from "../park/roster.ts";
import { companyPlaces, joinedPlaces } from "./company-places.ts";
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
  toChat,
} from "./places.ts";

/** Who hears of a move, as places. */

/** The one who handles it; before it is signed, who is on duty, else the heads; and for what goes to the head, the heads. */
function whomToAlert(
  park: Park,
  roster: Roster,
  { handler, code, to }: { readonly handler: string | null; readonly code: string; readonly to: "department" | "head" },
): readonly string[] {
  const people = to === "department" ? handlersOf(park, handler, code, roster) : headsOf(park, code);
  return presentOf(people, park, roster).map((person) => person.name);
}

/** A department by its groups, else by its people, else by the coordinator, who is asked to pass it on. */
function departmentPlaces(park: Park, roster: Roster, code: string, alert: readonly string[]): readonly Place[] {
  const { directory } = park;
  const audience = { kind: "department", department: code } as const;
  const officers = directory.officersOf(code);
  const chats = directory.chatsOfDepartment(code);
  if (chats.length > 0) return chats.map((chat) => toChat(chat, audience, alert));
  return orCoordinator(park, roster, byWay(park, officers, departmentOf(code)).direct, { kind: "department", code });
}

/** Where a department hears of what is about no issue, and the park department that tracks it, if it is the city's. */
export function unitPlaces(park: Park, roster: Roster, code: string): readonly Place[] {
  const tracking = park.directory.department(code)?.trackedBy;
  return [code, ...(tracking === undefined ? [] : [tracking])].flatMap((one) =>
    departmentPlaces(park, roster, one, []),
  );
}

/** The places of one `Tell`. A city unit's announcements also go to the park department that tracks it. */
export function placesFor(park: Park, issue: Issue, tell: Hearer, roster: Roster): readonly Place[] {
  switch (tell.to) {
    case "company":
      return companyPlaces(park, roster, issue);
    case "joined":
      return joinedPlaces(park, issue);
    case "coordinator":
      return coordinatorPlaces(park, roster);
    case "leader":
      return leaderPlaces(park, roster);
    case "supervision":
      return orCoordinator(park, roster, supervisionPlaces(park, []), { kind: "supervision-group" });
    case "department":
    case "head":
    case "unit": {
      const { to } = tell;
      const code = tell.to === "unit" ? tell.department : issue.department;
      // Before dispatch the coordinator has it.
      if (code === null) return coordinatorPlaces(park, roster);
      const alert = tell.to === "unit" ? [] : whomToAlert(park, roster, { handler: issue.handler, code, to: tell.to });
      const tracking = park.directory.department(code)?.trackedBy;
      const own = departmentPlaces(park, roster, code, alert);
      const all = tracking === undefined ? own : [...own, ...departmentPlaces(park, roster, tracking, [])];
      // What is pressed from above also goes to the head in person: not every group can alert somebody.
      return to === "head"
        ? [...all, ...byWay(park, presentOf(headsOf(park, code), park, roster), departmentOf(code)).direct]
        : all;
    }
  }
}
