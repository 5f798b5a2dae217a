import type { Issue } from "../domain/issue.ts";
import type { KnownBody } from "../domain/notice.ts";
import type { Person } from "../domain/org.ts";
import type { ParkView } from "../domain/park-view.ts";
import { coordinatorPlaces, type Recipient, roadTo, roadToReporter } from "../domain/recipients.ts";
import { readIssues } from "../store/issues.ts";
import { readRoster } from "../store/roster.ts";
import { issueIdsOfThemeDay, type ThemeDay } from "../store/theme-days.ts";
import { type Telling, tellEach } from "./tell.ts";
import type { Work } from "./work.ts";

/**
 * After a theme day each company is told of its own issues: its people directly, a confidential issue only who raised it;
 * else in the group, what is public there; else the coordinator passes it on, a confidential one apart from the others.
 */
export async function tellCompaniesOfTheirs(work: Work, session: ThemeDay): Promise<void> {
  const { db, now, park } = work;
  const issues = await readIssues(db, await issueIdsOfThemeDay(db, session.id));
  const roster = await readRoster(db, now, issues);
  const office = coordinatorPlaces(park, roster);
  const tell = (place: Recipient, own: readonly Issue[], company?: string): Own => {
    const facts = { what: "own" as const, session: session.id, issues: own.map((issue) => issue.id), company };
    const notice: KnownBody = { kind: "theme-day", facts };
    return { place, notice, express: true };
  };

  const open = issues.filter((issue) => !issue.confidential);
  const companies = [...new Set(open.map((issue) => issue.enterprise))];
  const notices = companies.flatMap((company): readonly Own[] => {
    const own = open.filter((issue) => issue.enterprise === company);
    const people = park.directory.liaisonsOf(company).flatMap((person) => placeOf(park, person));
    const groups = groupsFor(park, own);
    const told = [...people.map((place) => tell(place, own)), ...groups.map(([place, here]) => tell(place, here))];
    // Nobody is written to: what stands in no group of theirs either is passed on.
    const inGroups = groups.flatMap(([, here]) => here);
    const missed = people.length > 0 ? [] : own.filter((issue) => !inGroups.includes(issue));
    return [...told, ...(missed.length === 0 ? [] : office.map((place) => tell(place, missed, company)))];
  });
  const secret = issues
    .filter((issue) => issue.confidential)
    .flatMap((issue) => {
      const target = roadToReporter(park, roster, issue);
      if (target === null) return office.map((place) => tell(place, [issue], issue.enterprise));
      return [tell({ target, audience: { kind: "company", person: target.name }, mention: [] }, [issue])];
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
    const place: Recipient = { target: { kind: "chat", code }, audience: { kind: "enterprise", chat: code }, mention };
    return [place, here];
  });
}
