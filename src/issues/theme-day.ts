import { liaisonPlaces } from "../domain/company-people.ts";
import type { KnownBody, ThemeDayFacts } from "../domain/notice.ts";
import { coordinatorPlaces, laneOf, type Recipient, supervisionPlaces } from "../domain/recipients.ts";
import { readRoster } from "../store/roster.ts";
import { nextNumber } from "../store/supervisions.ts";
import {
  agendaIds,
  countEnded,
  countsOfThemeDays,
  invitationsOf,
  issueIdsOfThemeDay,
  moveThemeDay,
  type ThemeDay,
} from "../store/theme-days.ts";
import { tell } from "./tell.ts";
import { tellCompaniesOfTheirs } from "./theme-day-own.ts";
import type { Work } from "./work.ts";

/** What happens to a theme day, and who is told. Everything goes out at once: a meeting has its own hours. */

/** Tells these companies; where one is reached by nobody, the coordinator is asked to pass it on. */
export async function tellCompanies(
  work: Work,
  session: ThemeDay,
  enterprises: readonly string[],
  what: "invited" | "day" | "hour" | "cancelled",
): Promise<void> {
  const { park } = work;
  const office = coordinatorPlaces(park, await readRoster(work.db, work.now, []));
  const places = enterprises.flatMap((code): readonly Recipient[] => {
    const own = liaisonPlaces(park, code);
    return own.length > 0 ? own : office.map((place) => ({ ...place, instead: { kind: "company", code } }));
  });
  await tell(work, joined(work, places), {
    notice: ({ instead }) => about({ what, session: session.id, instead }),
    express: true,
  });
}

/** Tells everybody who is invited or has signed up. */
export async function tellInvited(work: Work, session: ThemeDay, what: "day" | "hour" | "cancelled"): Promise<void> {
  const invited = await invitationsOf(work.db, session.id);
  await tellCompanies(
    work,
    session,
    invited.map((one) => one.enterprise),
    what,
  );
}

export async function tellOfSignUp(work: Work, session: ThemeDay, enterprise: string, by: string): Promise<void> {
  const places = coordinatorPlaces(work.park, await readRoster(work.db, work.now, []));
  await tell(work, places, {
    notice: about({ what: "signed-up", session: session.id, enterprise, by }),
    express: true,
  });
}

/** Begins: it gets its number (第 N 期), and its group is told. Null: somebody was faster. */
export async function begin(
  work: Work,
  session: ThemeDay,
  chat: string | null,
  saidIn: string | null,
): Promise<ThemeDay | null> {
  const begun = await moveThemeDay(work.db, session, "running", { startedAt: work.now, chat: session.chat ?? chat });
  if (begun === null) return null;
  // Only who has begun it takes a number, so that none is left out.
  const number = await nextNumber(work.db, "theme-day");
  const running = (await moveThemeDay(work.db, begun, "running", { number })) ?? begun;
  const group = running.chat === null || running.chat === saidIn ? undefined : work.park.directory.chat(running.chat);
  if (group !== undefined) {
    const audience = { kind: "enterprise", chat: group.code } as const;
    const place = { target: { kind: "chat", code: group.code } as const, audience, mention: [] };
    await tell(work, [place], { notice: about({ what: "started", session: running.id }), express: true });
  }
  return running;
}

/** Ends: the duty list and the next agenda to the supervision groups, the counts to its own, to each company its issues. */
export async function end(work: Work, session: ThemeDay): Promise<ThemeDay | null> {
  const ended = await moveThemeDay(work.db, session, "ended", { endedAt: work.now });
  if (ended === null) return null;
  const facts = await recapOf(work, ended);
  const { lists: _, ...counts } = facts;
  const group = ended.chat === null ? undefined : work.park.directory.chat(ended.chat);
  const places = supervisionPlaces(work.park, []);
  const office = places.length > 0 ? places : coordinatorPlaces(work.park, await readRoster(work.db, work.now, []));
  await tell(work, office, { notice: about(facts), express: true });
  if (group !== undefined) {
    const { code } = group;
    const place: Recipient = {
      target: { kind: "chat", code },
      audience: { kind: "enterprise", chat: code },
      mention: [],
    };
    await tell(work, [place], { notice: about({ ...counts, lists: null }), express: true });
  }
  await tellCompaniesOfTheirs(work, ended);
  return ended;
}

/** The counts of a session and of all that have ended, its issues, and what the next one should speak of. */
export async function recapOf(work: Work, session: ThemeDay): Promise<Extract<ThemeDayFacts, { what: "recap" }>> {
  const { db, now } = work;
  return {
    what: "recap",
    session: session.id,
    own: await countsOfThemeDays(db, session.id),
    total: await countsOfThemeDays(db, null),
    held: await countEnded(db),
    lists: { duties: await issueIdsOfThemeDay(db, session.id), agenda: await agendaIds(db, now) },
  };
}

/** One message for each place, which alerts everybody who is meant there. */
function joined({ park }: Work, places: readonly Recipient[]): readonly Recipient[] {
  const byPlace = new Map<string, Recipient>();
  for (const place of places) {
    const key = `${laneOf(park, place.target)?.lane} ${JSON.stringify(place.instead ?? null)}`;
    const before = byPlace.get(key);
    const mention = new Set([...(before?.mention ?? []), ...place.mention]);
    byPlace.set(key, { ...place, mention: [...mention] });
  }
  return [...byPlace.values()];
}

/** What is said about a theme day. */
function about(facts: ThemeDayFacts): KnownBody {
  return { kind: "theme-day", facts };
}
