import type { Issue, Reporter } from "../issue/issue.ts";
import type { Person } from "../park/org.ts";
import type { Park } from "../park/park.ts";
import type { Roster } from "../park/roster.ts";
import { byWay, orCoordinator, type PersonTarget, type Place, toChat, wayTo } from "./places.ts";

/** Where a company is told of something: of an issue of its own, or of something else. */

/** One of a company's people, as such. */
export function toCompanyPerson(target: PersonTarget): Place {
  return { target, audience: { kind: "company", person: target.name }, mention: [] };
}

/** The way to a user of a platform: there, else by the other account that the org file knows. */
export function wayToUser(
  park: Park,
  { platform, userId, name }: Pick<Reporter, "platform" | "userId" | "name">,
): PersonTarget | null {
  if (platform === "form") return null;
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

/** Whoever raised it by the form reads on its page how it stands; that the company's listed people know of it, nobody can say. */
export function isByForm({ reporter }: Pick<Issue, "reporter">): boolean {
  return reporter.platform === "form";
}

/**
 * Those of a company who are told of an issue in private: who raised it; where nobody reaches them, or they are of the
 * company no more, or the park raised it for the company, its other people. A confidential one is nobody else's.
 */
export function companyPeople(park: Park, roster: Roster, issue: Issue): readonly Place[] {
  if (isByForm(issue)) return [];
  const direct = wayToReporter(park, roster, issue);
  if (direct !== null) return [toCompanyPerson(direct)];
  if (issue.confidential || reporterOf(park, roster, issue) !== null) return [];
  const liaisons = park.directory.liaisonsOf(issue.enterprise);
  return byWay(park, liaisons, ({ name }) => ({ kind: "company", person: name })).direct;
}

/**
 * The company in the group where the issue is public; else its people in private. Of what was raised for it, else: where its
 * people are, by a mention that names no issue. Else the coordinator passes it on.
 */
export function companyPlaces(park: Park, roster: Roster, issue: Issue): readonly Place[] {
  if (isByForm(issue)) return [];
  const { directory } = park;
  const own = reporterOf(park, roster, issue) !== null;
  const liaisons = directory.liaisonsOf(issue.enterprise);
  const chat = issue.publicIn === null ? undefined : directory.chat(issue.publicIn);
  const isPublic = chat !== undefined && !issue.confidential;
  if (isPublic && (own || liaisons.some((one) => one[chat.platform] !== undefined))) {
    const alert = own ? [issue.reporter.name] : liaisons.map((one) => one.name);
    return [toChat(chat, { kind: "enterprise", chat: chat.code }, alert)];
  }
  // Whom the park has raised it for may be on the other platform.
  const here = isPublic ? [toChat(chat, { kind: "enterprise", chat: chat.code }, [])] : [];
  const people = companyPeople(park, roster, issue);
  const mentioned = people.length > 0 || own || issue.confidential ? [] : mentionPlaces(park, liaisons);
  return [...here, ...orCoordinator(park, roster, [...people, ...mentioned], { kind: "company-people" })];
}

/**
 * Who has said 同感 in the group where an issue is public: in private where a way is; else that group, in which nobody is alerted, since
 * who it was is not said there.
 */
export function joinedPlaces(park: Park, { joined, publicIn, confidential }: Issue): readonly Place[] {
  const chat = publicIn === null || confidential ? undefined : park.directory.chat(publicIn);
  if (chat === undefined) return [];
  // As the group reads it: it is another company's.
  const audience = { kind: "enterprise", chat: chat.code } as const;
  const each = joined.map((enterprise) => {
    const here = park.directory.liaisonsOf(enterprise).filter((person) => person[chat.platform] !== undefined);
    return byWay(park, here, () => audience).direct;
  });
  const group = each.some((places) => places.length === 0) ? [toChat(chat, audience, [])] : [];
  return [...group, ...each.flat()];
}

/**
 * The liaisons of a company, when it is told of something else than an issue of its own: each directly where a way is; the
 * others by a mention in the groups of companies on their platform.
 */
export function liaisonPlaces(park: Park, enterprise: string): readonly Place[] {
  return park.directory.liaisonsOf(enterprise).flatMap((person) => placesOfLiaison(park, person));
}

/** One liaison: directly where a way is, else by a mention in the groups of companies on their platforms. */
export function placesOfLiaison(park: Park, person: Person): readonly Place[] {
  const target = wayTo(park, person);
  return target === null ? mentionPlaces(park, [person]) : [toCompanyPerson(target)];
}

/** These people by a mention in the groups of companies on their platforms, each group once. */
export function mentionPlaces({ org }: Park, people: readonly Person[]): readonly Place[] {
  return org.chats
    .filter((chat) => chat.audience === "enterprise")
    .flatMap((chat) => {
      const here = people.filter((person) => person[chat.platform] !== undefined).map((person) => person.name);
      return here.length === 0 ? [] : [toChat(chat, { kind: "enterprise", chat: chat.code }, here)];
    });
}
