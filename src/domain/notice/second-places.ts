import type { Issue } from "../issue/issue.ts";
import type { Park } from "../park/park.ts";
import type { Roster } from "../park/roster.ts";
import { companyPeople, companyPlaces, placesOfLiaison } from "./company-places.ts";
import type { Missed, StoredAudience } from "./notice.ts";
import {
  coordinatorPlaces,
  leaderPlaces,
  type PersonTarget,
  type Place,
  supervisionPlaces,
  toChat,
  wayTo,
} from "./places.ts";

/** Where a message goes that did not reach a person directly: to where it would have gone, had that been known before. */

/** To whom it was sent, and as whom; and the issue that it is about. */
export interface Unreached {
  readonly target: PersonTarget;
  readonly audience: StoredAudience;
  readonly issue: Issue | null;
}

/** The same park, in which nothing reaches that account. */
export function parkWithout(park: Park, { platform, userId }: PersonTarget): Park {
  const reaches: Park["reaches"] = (name, id) => !(name === platform && id === userId) && park.reaches(name, id);
  return { ...park, reaches };
}

/** The places in place of that person, each for what may be said there. `park`: where nothing reaches that account. */
export function secondPlaces(park: Park, roster: Roster, { target, audience, issue }: Unreached): readonly Place[] {
  if (audience.kind === "company") return companyAgain(park, roster, { target, audience, issue });
  const person = park.directory.personBy(target.platform, target.userId);
  const other = person === undefined ? null : wayTo(park, person);
  if (other !== null) return [{ target: other, audience, mention: [] }];
  switch (audience.kind) {
    case "department": {
      const groups = park.directory.chatsOfDepartment(audience.department);
      if (groups.length > 0) return groups.map((chat) => toChat(chat, audience, [target.name]));
      return relayed(park, roster, { kind: "people", names: [target.name] });
    }
    case "coordinator":
      return supervisionPlaces(park, [target.name]);
    case "supervision": {
      const groups = supervisionPlaces(park, [target.name]);
      // Who is no leader stands in for the coordinator, and has nobody to pass it on.
      if (groups.length > 0 || person?.role !== "leader") return groups;
      return leaderPlaces(park, roster).filter((place) => place.instead !== undefined);
    }
    case "enterprise":
      return [];
  }
}

/** Of an issue: its other people, else the group where it is public, else the coordinator. Of anything else: by a mention. */
function companyAgain(park: Park, roster: Roster, { target, issue }: Unreached): readonly Place[] {
  if (issue !== null) {
    const people = companyPeople(park, roster, issue);
    return people.length > 0 ? people : companyPlaces(park, roster, issue);
  }
  const person = park.directory.personBy(target.platform, target.userId);
  const own = person === undefined ? [] : placesOfLiaison(park, person);
  if (own.length > 0) return own;
  const { enterprise } = person ?? {};
  return relayed(
    park,
    roster,
    enterprise === undefined ? { kind: "company-people" } : { kind: "company", code: enterprise },
  );
}

function relayed(park: Park, roster: Roster, missed: Missed): readonly Place[] {
  return coordinatorPlaces(park, roster).map((place) => ({ ...place, instead: missed }));
}
