import { liaisonsOf } from "../domain/company-people.ts";
import type { Issue } from "../domain/issue.ts";
import type { NewNotice } from "../domain/notice.ts";
import type { Person } from "../domain/org.ts";
import { coordinatorPlaces, roadTo } from "../domain/recipients.ts";
import { readIssues } from "../store/issues.ts";
import { readRoster } from "../store/roster.ts";
import { issueIdsOfSession, type Session } from "../store/sessions.ts";
import { queue } from "./announce.ts";
import { noticeTo } from "./theme-day-notice.ts";
import type { Work } from "./work.ts";

/**
 * After a theme day each company is told of its own issues: its people directly, a confidential issue only who raised it;
 * else in the group, what is public there; else the coordinator passes it on.
 */
export async function tellCompaniesOfTheirs(work: Work, session: Session): Promise<void> {
  const issues = await readIssues(work.db, await issueIdsOfSession(work.db, session.id));
  const companies = [...new Set(issues.map((issue) => issue.enterprise))];
  const office = coordinatorPlaces(work.park, await readRoster(work.db, work.now));
  const notices = companies.flatMap((code): readonly NewNotice[] => {
    const own = issues.filter((issue) => issue.enterprise === code);
    const told = [...toPeople(work, session, own, liaisonsOf(work.park, code)), ...toGroups(work, session, own)];
    if (told.length > 0) return told;
    const instead = work.park.directory.enterprise(code)?.name ?? code;
    return office.map((place) => noticeTo(place, { what: "own", session: session.id, issues: idsOf(own), instead }));
  });
  await queue(work, notices);
}

function toPeople(
  { park }: Work,
  session: Session,
  own: readonly Issue[],
  people: readonly Person[],
): readonly NewNotice[] {
  return people.flatMap((person) => {
    const target = roadTo(park, person);
    const issues = own.filter((issue) => !issue.confidential || issue.reporter.name === person.name);
    if (target === null || issues.length === 0) return [];
    const audience = { kind: "company", person: person.name } as const;
    return [noticeTo({ target, audience, mention: [] }, { what: "own", session: session.id, issues: idsOf(issues) })];
  });
}

/** For those whom nobody can write to: what they raised in a group, there. */
function toGroups({ park }: Work, session: Session, own: readonly Issue[]): readonly NewNotice[] {
  const unreached = own.filter((issue) => {
    const person = park.directory.person(issue.reporter.name);
    return !issue.confidential && issue.publicIn !== null && (person === undefined || roadTo(park, person) === null);
  });
  const groups = [...new Set(unreached.flatMap((issue) => issue.publicIn ?? []))];
  return groups.map((code) => {
    const here = unreached.filter((issue) => issue.publicIn === code);
    const mention = [...new Set(here.map((issue) => issue.reporter.name))];
    const place = {
      target: { kind: "chat", code } as const,
      audience: { kind: "enterprise", chat: code } as const,
      mention,
    };
    return noticeTo(place, { what: "own", session: session.id, issues: idsOf(here) });
  });
}

function idsOf(issues: readonly Issue[]): readonly number[] {
  return issues.map((issue) => issue.id);
}
