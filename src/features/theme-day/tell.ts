import { type Issue, isUnvouched } from "../../domain/issue/issue.ts";
import { liaisonPlaces, mentionPlaces, toCompanyPerson, wayToReporter } from "../../domain/notice/company-places.ts";
import { coordinatorPlaces, laneOf, type Place, supervisionPlaces, wayTo } from "../../domain/notice/places.ts";
import type { Park } from "../../domain/park/park.ts";
import type { Context } from "../../issues/context.ts";
import { officePlaces, type TellingIn, tell, tellEach } from "../../issues/tell.ts";
import { readIssues } from "../../store/issues.ts";
import { readRoster } from "../../store/people.ts";
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
  ctx: Context,
  themeDay: ThemeDay,
  companies: readonly string[],
  what: "invited" | "day" | "hour" | "cancelled",
): Promise<void> {
  const { park } = ctx;
  const office = await officePlaces(ctx);
  // Who comes need not be asked again.
  const invited = what === "cancelled" ? [] : await invitationsOf(ctx.db, themeDay.id);
  const coming = new Set(invited.filter((one) => one.signedUpAt !== null).map((one) => one.enterprise));
  const places = companies.flatMap((code): readonly Place[] => {
    const own = liaisonPlaces(park, code);
    return own.length > 0 ? own : office.map((place) => ({ ...place, instead: { kind: "company", code } }));
  });
  await tell(ctx, joined(park, places), {
    notice: (place) => {
      const people = peopleAt(place);
      const comes = people.length > 0 && people.every((name) => coming.has(enterpriseOf(park, name)));
      return about({ what, session: themeDay.id, instead: place.instead, ...(comes && { comes }) });
    },
    express: true,
  });
}

/** Those of companies who are meant there, by their names. */
function peopleAt({ audience, mention }: Place): readonly string[] {
  return audience.kind === "company" ? [audience.person] : mention;
}

function enterpriseOf({ directory }: Park, person: string): string {
  return directory.person(person)?.enterprise ?? "";
}

/** Tells everybody who is invited or has signed up. */
export async function tellInvited(ctx: Context, themeDay: ThemeDay, what: "day" | "hour" | "cancelled"): Promise<void> {
  const invited = await invitationsOf(ctx.db, themeDay.id);
  const companies = invited.map((one) => one.enterprise);
  await tellCompanies(ctx, themeDay, companies, what);
}

export async function tellOfSignUp(ctx: Context, { id }: ThemeDay, enterprise: string, by: string): Promise<void> {
  await say(ctx, await officePlaces(ctx), { what: "signed-up", session: id, enterprise, by });
}

/** Tells its group, unless that is where it was begun. */
export async function tellOfBeginning(ctx: Context, { id, chat }: ThemeDay, saidIn: string | null): Promise<void> {
  if (chat !== saidIn) await say(ctx, groupPlaces(chat), { what: "started", session: id });
}

/** The duty list and the next agenda to the supervision groups, the counts to its own, to each company its issues. */
export async function tellOfEnd(ctx: Context, themeDay: ThemeDay): Promise<void> {
  const recap = await recapOf(ctx, themeDay);
  const groups = supervisionPlaces(ctx.park, []);
  await say(ctx, groups.length > 0 ? groups : await officePlaces(ctx), recap);
  await say(ctx, groupPlaces(themeDay.chat), { ...recap, lists: null });
  await tellCompaniesOfTheirs(ctx, themeDay);
}

/** The counts of a theme day and of all that have ended, its issues, and what the next one should speak of. */
export async function recapOf(
  { db, now }: Context,
  { id }: ThemeDay,
): Promise<Extract<ThemeDayFacts, { what: "recap" }>> {
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
async function tellCompaniesOfTheirs(ctx: Context, { id }: ThemeDay): Promise<void> {
  const { db, now, park } = ctx;
  // Who is not vouched for follows it on its own page.
  const issues = (await readIssues(db, await issueIdsOfThemeDay(db, id))).filter((issue) => !isUnvouched(issue));
  const roster = await readRoster(db, now, issues);
  const office = coordinatorPlaces(park, roster);
  const telling = (place: Place, own: readonly Issue[], company?: string): TellingIn => {
    const facts = { what: "own" as const, session: id, issues: own.map((issue) => issue.id), company };
    return { place, notice: about(facts), express: true };
  };

  const open = issues.filter((issue) => !issue.confidential);
  const companies = [...new Set(open.map((issue) => issue.enterprise))];
  const notices = companies.flatMap((company): readonly TellingIn[] => {
    const own = open.filter((issue) => issue.enterprise === company);
    const people = park.directory
      .liaisonsOf(company)
      .flatMap((person) => wayTo(park, person) ?? [])
      .map(toCompanyPerson);
    const groups = groupsFor(park, own);
    const told = [
      ...people.map((place) => telling(place, own)),
      ...groups.map(([place, here]) => telling(place, here)),
    ];
    // Nobody is written to: what stands in no group of theirs either is passed on.
    const inGroups = groups.flatMap(([, here]) => here);
    const missed = people.length > 0 ? [] : own.filter((issue) => !inGroups.includes(issue));
    if (missed.length === 0) return told;
    // A mention that names no issue, where there is somebody to mention.
    const mentioned = mentionPlaces(park, park.directory.liaisonsOf(company));
    if (mentioned.length > 0) return [...told, ...mentioned.map((place) => telling(place, missed))];
    return [...told, ...office.map((place) => telling(place, missed, company))];
  });
  const secret = issues
    .filter((issue) => issue.confidential)
    .flatMap((issue) => {
      const target = wayToReporter(park, roster, issue);
      if (target === null) return office.map((place) => telling(place, [issue], issue.enterprise));
      return [telling(toCompanyPerson(target), [issue])];
    });
  await tellEach(ctx, [...notices, ...secret]);
}

/** For those whom nobody can write to: what they raised in a group, there. */
function groupsFor(park: Park, own: readonly Issue[]): readonly (readonly [Place, readonly Issue[]])[] {
  const unreached = own.filter((issue) => {
    const person = park.directory.person(issue.reporter.name);
    const group = park.directory.chat(issue.publicIn ?? "");
    return group?.audience === "enterprise" && (person === undefined || wayTo(park, person) === null);
  });
  const groups = [...new Set(unreached.flatMap((issue) => issue.publicIn ?? []))];
  return groups.map((code) => {
    const here = unreached.filter((issue) => issue.publicIn === code);
    const mention = [...new Set(here.map((issue) => issue.reporter.name))];
    return [{ ...groupPlace(code), mention }, here];
  });
}

/** One message for each place, which alerts everybody who is meant there. */
function joined(park: Park, places: readonly Place[]): readonly Place[] {
  const byPlace = new Map<string, Place>();
  for (const place of places) {
    const key = `${laneOf(park, place.target)?.lane} ${JSON.stringify(place.instead ?? null)}`;
    const before = byPlace.get(key);
    const mention = new Set([...(before?.mention ?? []), ...place.mention]);
    byPlace.set(key, { ...place, mention: [...mention] });
  }
  return [...byPlace.values()];
}

function groupPlace(code: string): Place {
  return { target: { kind: "chat", code }, audience: { kind: "enterprise", chat: code }, mention: [] };
}

function groupPlaces(chat: string | null): readonly Place[] {
  return chat === null ? [] : [groupPlace(chat)];
}

function say(ctx: Context, places: readonly Place[], facts: ThemeDayFacts): Promise<void> {
  return tell(ctx, places, { notice: about(facts), express: true });
}

function about(facts: ThemeDayFacts): ReturnType<typeof themeDayNotice.of> {
  return themeDayNotice.of({ facts });
}
