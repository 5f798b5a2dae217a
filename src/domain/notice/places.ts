import type { Hearer } from "../issue/decision.ts";
import { type Actor, type Issue, isCoordinator, isOfficial, type Reporter } from "../issue/issue.ts";
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

type PersonTarget = Extract<Target, { kind: "person" }>;

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

function toChat(chat: Chat, audience: StoredAudience, mention: readonly string[]): Place {
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

/** One of a company's people, as such. */
export function toCompanyPerson(target: PersonTarget): Place {
  return { target, audience: { kind: "company", person: target.name }, mention: [] };
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

/** A department by its groups, else by its people, else by the coordinator, who is asked to pass it on. */
function departmentPlaces(park: Park, roster: Roster, code: string, alert: readonly string[]): readonly Place[] {
  const { directory } = park;
  const audience = { kind: "department", department: code } as const;
  const officers = directory.officersOf(code);
  const chats = directory.chatsOfDepartment(code);
  if (chats.length > 0) return chats.map((chat) => toChat(chat, audience, alert));
  return orCoordinator(park, roster, byWay(park, officers, departmentOf(code)).direct, { kind: "department", code });
}

/** The way to a user of a platform: there, else by the other account that the org file knows. */
export function wayToUser(
  park: Park,
  { platform, userId, name }: Pick<Reporter, "platform" | "userId" | "name">,
): PersonTarget | null {
  if (park.reaches(platform, userId)) return { kind: "person", platform, userId, name };
  const known = park.directory.personBy(platform, userId);
  return known === undefined ? null : wayTo(park, known);
}

/** The way to the one who raised an issue, while they speak for its company. */
export function wayToReporter(park: Park, roster: Roster, issue: Issue): PersonTarget | null {
  const speaking = reporterOf(park, roster, issue);
  if (speaking === null) return null;
  return speaking === "same" ? wayToUser(park, issue.reporter) : wayTo(park, speaking);
}

/**
 * Who raised an issue, while they speak for its company: by the org file as it is now, or, when it does not know them, by
 * what they say of themselves. `same`: with the account of then. Null: they left, or are another company's now.
 */
function reporterOf({ directory }: Park, roster: Roster, { reporter, enterprise }: Issue): Person | "same" | null {
  const speaks = (person: Person) => person.role === "liaison" && person.enterprise === enterprise;
  const known = directory.personBy(reporter.platform, reporter.userId);
  if (known !== undefined) return speaks(known) ? "same" : null;
  const company = roster.companyOf(reporter);
  if (company !== null) return company === enterprise ? "same" : null;
  // Of the org file when it was raised: the same person may have another account by now.
  const same = directory.person(reporter.name);
  return same !== undefined && speaks(same) ? same : null;
}

/**
 * Those of a company who are told of an issue in private: who raised it; where nobody reaches them, or they are of the
 * company no more, or the park raised it for the company, its other people. A confidential one is nobody else's.
 */
export function companyPeople(park: Park, roster: Roster, issue: Issue): readonly Place[] {
  const direct = wayToReporter(park, roster, issue);
  if (direct !== null) return [toCompanyPerson(direct)];
  if (issue.confidential || reporterOf(park, roster, issue) !== null) return [];
  const liaisons = park.directory.liaisonsOf(issue.enterprise);
  return byWay(park, liaisons, ({ name }) => ({ kind: "company", person: name })).direct;
}

/** The company in the group where the issue is public; else its people in private; else the coordinator passes it on. */
export function companyPlaces(park: Park, roster: Roster, issue: Issue): readonly Place[] {
  const chat = issue.publicIn === null ? undefined : park.directory.chat(issue.publicIn);
  if (chat !== undefined && !issue.confidential) {
    const speaks = reporterOf(park, roster, issue) !== null;
    const alert = speaks ? [issue.reporter.name] : park.directory.liaisonsOf(issue.enterprise).map((one) => one.name);
    return [toChat(chat, { kind: "enterprise", chat: chat.code }, alert)];
  }
  return orCoordinator(park, roster, companyPeople(park, roster, issue), { kind: "company-people" });
}

/** The one who handles it; before it is signed, who is on duty, else the heads; and for what goes to the head, the heads. */
function whomToAlert(
  park: Park,
  roster: Roster,
  { handler, code, to }: { readonly handler: string | null; readonly code: string; readonly to: "department" | "head" },
): readonly string[] {
  const people = to === "department" ? handlersOf(park, handler, code, roster) : headsOf(park, code);
  return presentOf(people, park, roster).map((person) => person.name);
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

/** The places of one `Tell`. A city unit's announcements also go to the park department that tracks it. */
export function placesFor(park: Park, issue: Issue, tell: Hearer, roster: Roster): readonly Place[] {
  switch (tell.to) {
    case "company":
      return companyPlaces(park, roster, issue);
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

/**
 * The liaisons of a company, when it is told of something else than an issue of its own: each directly where a way is; the
 * others by a mention in the groups of companies on their platform.
 */
export function liaisonPlaces(park: Park, enterprise: string): readonly Place[] {
  return park.directory.liaisonsOf(enterprise).flatMap((person) => placesOfLiaison(park, person));
}

function placesOfLiaison(park: Park, person: Person): readonly Place[] {
  const target = wayTo(park, person);
  if (target !== null) return [toCompanyPerson(target)];
  const groups = park.org.chats.filter((chat) => chat.audience === "enterprise" && person[chat.platform] !== undefined);
  return groups.map((chat) => ({
    target: { kind: "chat", code: chat.code },
    audience: { kind: "enterprise", chat: chat.code },
    mention: [person.name],
  }));
}
