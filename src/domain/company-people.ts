import type { Person } from "./org.ts";
import type { ParkView } from "./park-view.ts";
import { type Recipient, roadTo } from "./recipients.ts";

/** How a company is reached that is not spoken to about an issue of its own: by its liaisons. */

/** Each directly where a road is; the others by a mention in the groups of companies on their platform. */
export function liaisonPlaces(park: ParkView, enterprise: string): readonly Recipient[] {
  return park.directory.liaisonsOf(enterprise).flatMap((person) => placesOfLiaison(park, person));
}

function placesOfLiaison(park: ParkView, person: Person): readonly Recipient[] {
  const target = roadTo(park, person);
  if (target !== null) return [{ target, audience: { kind: "company", person: person.name }, mention: [] }];
  const groups = park.org.chats.filter((chat) => chat.audience === "enterprise" && person[chat.platform] !== undefined);
  return groups.map((chat) => ({
    target: { kind: "chat", code: chat.code },
    audience: { kind: "enterprise", chat: chat.code },
    mention: [person.name],
  }));
}
