import type { Issue } from "../../domain/issue/issue.ts";
import {
  coordinatorPlaces,
  laneOf,
  liaisonPlaces,
  type Recipient,
  roadTo,
  roadToReporter,
  supervisionPlaces,
} from "../../domain/notice/places.ts";
import type { Person } from "../../domain/park/org.ts";
import type { ParkView } from "../../domain/park/park.ts";
import type { Work } from "../../issues/context.ts";
import { type Telling, tell, tellEach } from "../../issues/tell.ts";
import { readIssues } from "../../store/issues.ts";
import { readRoster } from "../../store/roster.ts";
import {
  agendaIds,
  countEnded,
  countsOfThemeDays,
  invitationsOf,
  issueIdsOfThemeDay,
  type ThemeDay,
} from "../../store/theme-days.ts";
import { type ThemeDayFacts, themeDayNotice } from "./notice.ts";

/** Who is told of a theme day. Everything goes out at once: a meeting has its own hours. */

/** Tells these companies; where one is reached by nobody, the coordinator is asked to pass it on. */
export async function tellCompanies(
  work: Work,
  themeDay: ThemeDay,
  companies: readonly string[],
  what: "invited" | "day" | "hour" | "cancelled",
): Promise<void> {
  const { park } = work;
  const office = await officePlaces(work);
  const places = companies.flatMap((code): readonly Recipient[] => {
    const own = liaisonPlaces(park, code);
    return own.length > 0 ? own : office.map((place) => ({ ...place, instead: { kind: "company", code } }));
  });
  await tell(work, joined(park, places), {
    notice: ({ instead }) => about({ what, session: themeDay.id, instead }),
    express: true,
  });
}

/** Tells everybody who is invited or has signed up. */
export async function tellInvited(work: Work, themeDay: ThemeDay, what: "day" | "hour" | "cancelled"): Promise<void> {
  const invited = await invitationsOf(work.db, themeDay.id);
  const companies = invited.map((one) => one.enterprise);
  await tellCompanies(work, themeDay, companies, what);
}

export async function tellOfSignUp(work: Work, { id }: ThemeDay, enterprise: string, by: string): Promise<void> {
  await say(work, await officePlaces(work), { what: "signed-up", session: id, enterprise, by });
}

/** Tells its group, unless that is where it was begun. */
export async function tellOfBeginning(work: Work, { id, chat }: ThemeDay, saidIn: string | null): Promise<void> {
  if (chat !== saidIn) await say(work, groupPlaces(chat), { what: "started", session: id });
}

/** The duty list and the next agenda to the supervision groups, the counts to its own, to each company its issues. */
export async function tellOfEnd(work: Work, themeDay: ThemeDay): Promise<void> {
  const recap = await recapOf(work, themeDay);
  const groups = supervisionPlaces(work.park, []);
  await say(work, groups.length > 0 ? groups : await officePlaces(work), recap);
  await say(work, groupPlaces(themeDay.chat), { ...recap, lists: null });
  await tellCompaniesOfTheirs(work, themeDay);
}

/** The counts of a theme day and of all that have ended, its issues, and what the next one should speak of. */
export async function recapOf({ db, now }: Work, { id }: ThemeDay): Promise<Extract<ThemeDayFacts, { what: "recap" }>> {
  return {
    what: "recap",
    session: id,
    own: await countsOfThemeDays(db, id),
    total: await countsOfThemeDays(db, null),
    held: await countEnded(db),
    lists: { duties: await issueIdsOfThemeDay(db, id), agenda: await agendaIds(db, now) },
  };
}

/**
 * After a theme day each company is told of its own issues: its people directly, a confidential issue only who raised it;
 * else in the group, what is public there; else the coordinator passes it on, a confidential one apart from the others.
 */
async function tellCompaniesOfTheirs(work: Work, { id }: ThemeDay): Promise<void> {
  const { db, now, park } = work;
  const issues = await readIssues(db, await issueIdsOfThemeDay(db, id));
  const roster = await readRoster(db, now, issues);
  const office = coordinatorPlaces(park, roster);
  const telling = (place: Recipient, own: readonly Issue[], company?: string): Own => {
    const facts = { what: "own" as const, session: id, issues: own.map((issue) => issue.id), company };
    return { place, notice: about(facts), express: true };
  };

  const open = issues.filter((issue) => !issue.confidential);
  const companies = [...new Set(open.map((issue) => issue.enterprise))];
  const notices = companies.flatMap((company): readonly Own[] => {
    const own = open.filter((issue) => issue.enterprise === company);
    const people = park.directory.liaisonsOf(company).flatMap((person) => placeOf(park, person));
    const groups = groupsFor(park, own);
    const told = [
      ...people.map((place) => telling(place, own)),
      ...groups.map(([place, here]) => telling(place, here)),
    ];
    // Nobody is written to: what stands in no group of theirs either is passed on.
    const inGroups = groups.flatMap(([, here]) => here);
    const missed = people.length > 0 ? [] : own.filter((issue) => !inGroups.includes(issue));
    return [...told, ...(missed.length === 0 ? [] : office.map((place) => telling(place, missed, company)))];
  });
  const secret = issues
    .filter((issue) => issue.confidential)
    .flatMap((issue) => {
      const target = roadToReporter(park, roster, issue);
      if (target === null) return office.map((place) => telling(place, [issue], issue.enterprise));
      return [telling({ target, audience: { kind: "company", person: target.name }, mention: [] }, [issue])];
    });
  await tellEach(work, [...notices, ...secret]);
}

type Own = Telling & { readonly place: Recipient };

function placeOf(park: ParkView, person: Person): readonly Recipient[] {
  const target = roadTo(park, person);
  return target === null ? [] : [{ target, audience: { kind: "company", person: person.name }, mention: [] }];
}

/** For those whom nobody can write to: what they raised in a group, there. */
function groupsFor(park: ParkView, own: readonly Issue[]): readonly (readonly [Recipient, readonly Issue[]])[] {
  const unreached = own.filter((issue) => {
    const person = park.directory.person(issue.reporter.name);
    const group = park.directory.chat(issue.publicIn ?? "");
    return group?.audience === "enterprise" && (person === undefined || roadTo(park, person) === null);
  });
  const groups = [...new Set(unreached.flatMap((issue) => issue.publicIn ?? []))];
  return groups.map((code) => {
    const here = unreached.filter((issue) => issue.publicIn === code);
    const mention = [...new Set(here.map((issue) => issue.reporter.name))];
    return [{ ...groupPlace(code), mention }, here];
  });
}

/** One message for each place, which alerts everybody who is meant there. */
function joined(park: ParkView, places: readonly Recipient[]): readonly Recipient[] {
  const byPlace = new Map<string, Recipient>();
  for (const place of places) {
    const key = `${laneOf(park, place.target)?.lane} ${JSON.stringify(place.instead ?? null)}`;
    const before = byPlace.get(key);
    const mention = new Set([...(before?.mention ?? []), ...place.mention]);
    byPlace.set(key, { ...place, mention: [...mention] });
  }
  return [...byPlace.values()];
}

async function officePlaces({ db, now, park }: Work): Promise<readonly Recipient[]> {
  return coordinatorPlaces(park, await readRoster(db, now, []));
}

function groupPlace(code: string): Recipient {
  return { target: { kind: "chat", code }, audience: { kind: "enterprise", chat: code }, mention: [] };
}

function groupPlaces(chat: string | null): readonly Recipient[] {
  return chat === null ? [] : [groupPlace(chat)];
}

function say(work: Work, places: readonly Recipient[], facts: ThemeDayFacts): Promise<void> {
  return tell(work, places, { notice: about(facts), express: true });
}

function about(facts: ThemeDayFacts): ReturnType<typeof themeDayNotice.of> {
  return themeDayNotice.of({ facts });
}
