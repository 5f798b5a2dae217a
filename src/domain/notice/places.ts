import { type Actor, isCoordinator, isOfficial } from "../issue/issue.ts";
import type { Chat, Person, PlatformName } from "../park/org.ts";
import type { Park } from "../park/park.ts";
import type { Roster } from "../park/roster.ts";
import type { Missed, StoredAudience, Target } from "./notice.ts";

/** Who is told of a move, as places: chats and people, each with what may be said there and whom to alert. */

export interface Place {
  readonly target: Target;
  readonly audience: StoredAudience;
  readonly mention: readonly string[];
  /** Told in place of somebody whom no way reaches: pass it on. */
  readonly instead?: Missed;
}

export type PersonTarget = Extract<Target, { kind: "person" }>;

const PLATFORM_ORDER: readonly PlatformName[] = ["dingtalk", "wecom"];

/** The way to a person by direct message, or null. */
export function wayTo(park: Park, person: Person): PersonTarget | null {
  for (const platform of PLATFORM_ORDER) {
    const userId = person[platform];
    if (userId !== undefined && park.reaches(platform, userId))
      return { kind: "person", platform, userId, name: person.name };
  }
  return null;
}

export function toChat(chat: Chat, audience: StoredAudience, mention: readonly string[]): Place {
  return { target: { kind: "chat", code: chat.code }, audience, mention };
}

/** Those whom a way reaches, each for what they may see, and the names of the others. */
export function byWay(
  park: Park,
  people: readonly Person[],
  audienceOf: (person: Person) => StoredAudience,
): { readonly direct: Place[]; readonly others: string[] } {
  const direct: Place[] = [];
  const others: string[] = [];
  for (const person of people) {
    const target = wayTo(park, person);
    if (target === null) others.push(person.name);
    else direct.push({ target, audience: audienceOf(person), mention: [] });
  }
  return { direct, others };
}

/** What somebody of a department may see: by their own department, which may be another that helps or tracks. */
export function departmentOf(department: string): (person: Person) => StoredAudience {
  return (person) => ({ kind: "department", department: person.department ?? department });
}

/** Each person directly where a way is; the rest together in the supervision groups. */
function toOffice(park: Park, people: readonly Person[], kind: "coordinator" | "supervision", roster: Roster): Place[] {
  const { direct, others } = byWay(park, presentOf(people, park, roster), () => ({ kind }));
  if (direct.length > 0 && others.length === 0) return direct;
  return [...direct, ...supervisionPlaces(park, others)];
}

/**
 * These people, and in place of each who is away the one who stands in. A stand-in who has left, or works elsewhere now,
 * is as absent as the one he stands in for: then it goes to the heads of their department; where that is nobody else,
 * it stays with the person.
 */
export function presentOf(people: readonly Person[], park: Park, roster: Roster): readonly Person[] {
  const found = people.flatMap((person): readonly Person[] => {
    const own = inPlaceOf(person, park, roster);
    if (own !== null) return [own];
    const heads = headsOf(park, person.department ?? "").flatMap((head) => inPlaceOf(head, park, roster) ?? []);
    return heads.length > 0 ? heads : [person];
  });
  return [...new Set(found)];
}

/** The person, or who stands in. Null: away, with a stand-in who may not act in their place any more. */
export function inPlaceOf(person: Person, { directory }: Park, roster: Roster): Person | null {
  const name = roster.standIn(person.name);
  if (name === person.name) return person;
  const substitute = directory.person(name);
  return substitute !== undefined && mayStandIn(substitute, person) ? substitute : null;
}

/** Only somebody who may act on the same issues stands in: of the same office, or of the same department. */
export function mayStandIn(substitute: Person, person: Pick<Actor, "role" | "department">): boolean {
  if (isCoordinator(person)) return isCoordinator(substitute);
  if (person.role === "leader") return substitute.role === "leader";
  return isOfficial(substitute) && substitute.department === person.department;
}

export function supervisionPlaces(park: Park, mention: readonly string[]): Place[] {
  return park.directory.supervisionChats().map((chat) => toChat(chat, { kind: "supervision" }, mention));
}

export function coordinatorPlaces(park: Park, roster: Roster): Place[] {
  return toOffice(park, park.directory.coordinators(), "coordinator", roster);
}

export function leaderPlaces(park: Park, roster: Roster): readonly Place[] {
  return orCoordinator(park, roster, toOffice(park, park.directory.leaders(), "supervision", roster), {
    kind: "leaders",
  });
}

/** Those places, or the coordinator, who is asked to pass it on. */
export function orCoordinator(park: Park, roster: Roster, places: readonly Place[], missed: Missed): readonly Place[] {
  return places.length > 0 ? places : coordinatorPlaces(park, roster).map((place) => ({ ...place, instead: missed }));
}

/**
 * Who handles an issue of a department; before it is signed, who is on duty, else its heads. One who is named and has left
 * the department, or the org file, counts as absent: then the heads.
 */
export function handlersOf(park: Park, handler: string | null, code: string, roster: Roster): readonly Person[] {
  const named = personOf(park, handler ?? roster.onDuty(code) ?? "", code);
  return named === null ? headsOf(park, code) : [named];
}

/** The person of this name, while of that department or of the one that tracks it. Null: left, or never of it. */
export function personOf({ directory }: Park, name: string, code: string): Person | null {
  const named = directory.person(name);
  const units = [code, directory.department(code)?.trackedBy];
  return named?.department !== undefined && units.includes(named.department) ? named : null;
}

export function headsOf({ directory }: Park, code: string): readonly Person[] {
  return directory.officersOf(code).filter((person) => person.role === "head");
}

/**
 * The lane of a target: one chat or one person. Order is kept within it. Answers have a lane of their own beside it:
 * what a person asked must not wait behind an announcement that cannot go.
 */
export function laneOf(park: Park, target: Target): { lane: string; platform: PlatformName } | null {
  switch (target.kind) {
    case "chat": {
      const chat = park.directory.chat(target.code);
      return chat === undefined ? null : { lane: `chat:${chat.platform}:${chat.chatId}`, platform: chat.platform };
    }
    case "person":
      return { lane: `person:${target.platform}:${target.userId}`, platform: target.platform };
    case "reply":
      return {
        lane: `reply:${target.platform}:${target.chatId ?? target.userId}`,
        platform: target.platform,
      };
  }
}
