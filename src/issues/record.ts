import type { Hearer } from "../domain/issue/decision.ts";
import { outlookOf } from "../domain/issue/due.ts";
import type { DueBasis } from "../domain/issue/due-basis.ts";
import { type Actor, type Issue, isVoid } from "../domain/issue/issue.ts";
import { placesFor } from "../domain/notice/hearers.ts";
import type { KnownBody, MoveFacts } from "../domain/notice/notice.ts";
import { laneOf, type Place } from "../domain/notice/places.ts";
import type { Park } from "../domain/park/park.ts";
import { createRoster, type Roster } from "../domain/park/roster.ts";
import { appendEvent } from "../store/events.ts";
import { claimFiles } from "../store/files.ts";
import { endCheck, setCheck } from "../store/looks.ts";
import { readRoster } from "../store/people.ts";
import { readThemeDay } from "../store/theme-days.ts";
import { type Context, type Source, userKey, write } from "./context.ts";
import { tell } from "./tell.ts";

/** What has happened to an issue, and what follows from it. */
export interface Happened {
  /** What was said with it, and what came of it: who did it is added. */
  readonly facts: Omit<MoveFacts, "actor" | "unit" | "byCompany" | "state">;
  readonly from: Issue["state"] | null;
  readonly actor: Actor;
  readonly source: Source;
  /** What it changed in the issue's row, so that the row can be recomputed. */
  readonly row: Partial<Issue>;
  readonly basis?: DueBasis | undefined;
  /** Who hears of it. */
  readonly tells: readonly Hearer[];
}

/**
 * What every move ends with, in its transaction: it is appended to the record, announced to those who hear of it, and the issue
 * is looked at again with the next sweep, unless it is over. Returns the facts as they were recorded.
 */
export async function record(ctx: Context, issue: Issue, happened: Happened): Promise<MoveFacts> {
  const { actor } = happened;
  const facts: MoveFacts = {
    ...happened.facts,
    actor: actor.name,
    unit: unitOf(ctx.park, actor),
    byCompany: actor.enterprise !== undefined,
    state: issue.state,
    ...(await cameWith(ctx, issue, happened)),
  };
  ctx.known?.versions.set(issue.id, issue.version);
  if (TEACHES.has(facts.action)) ctx.park.experience.expire();
  await append(ctx, issue, facts, happened);
  await announce(ctx, issue, facts, happened);
  const isOver = issue.state === "closed" || isVoid(issue.state);
  await write(ctx, isOver ? endCheck(ctx.db, issue.id) : setCheck(ctx.db, issue.id, nextLook(ctx, issue, happened)));
  return facts;
}

/** By these a person says whose an issue is: the next one is routed by it. What a unit signs for is known a minute later. */
const TEACHES: ReadonlySet<MoveFacts["action"]> = new Set<MoveFacts["action"]>(["dispatch", "approve"]);

/** What came with the message belongs to the first move that was made by it. */
async function cameWith({ db }: Context, issue: Issue, { facts, source }: Happened): Promise<Pick<MoveFacts, "files">> {
  const { files = [] } = source;
  if (files.length === 0) return {};
  const claimed = await claimFiles(db, files, { issueId: issue.id, version: issue.version, action: facts.action });
  return claimed.length === 0 ? {} : { files: claimed };
}

/** Of a new issue nothing was given yet, so that it need not be looked at before something comes due. */
function nextLook({ park, now }: Context, issue: Issue, { from }: Happened): Date {
  if (from !== null) return now;
  const { due, act, next } = outlookOf({ issue, assists: [], given: new Map() }, park, now);
  return due.length === 0 && act === null ? next : now;
}

async function append(
  ctx: Context,
  issue: Issue,
  facts: MoveFacts,
  { from, actor, source, row, basis }: Happened,
): Promise<void> {
  const event = {
    issueId: issue.id,
    version: issue.version,
    action: facts.action,
    fromState: from,
    toState: issue.state,
    actor: { ...actor },
    platform: source.platform,
    messageId: source.messageId,
    at: ctx.now,
    data: plain({ ...facts, row: plain(row), basis }),
  };
  await write(ctx, appendEvent(ctx.db, event));
}

/** Without what is not there: JSON has no undefined, and the digest must be that of what is stored. */
function plain(facts: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Each place hears of it once; the one where it was said has its reply, but for those who are told of another's. */
async function announce(ctx: Context, issue: Issue, facts: MoveFacts, happened: Happened): Promise<void> {
  const { tells } = happened;
  if (tells.length === 0) return;
  const roster = await rosterFor(ctx, issue);
  const places = tells.flatMap((hearer) =>
    placesFor(ctx.park, issue, hearer, roster).filter((place) => hearer.to === "joined" || !hasReply(place, happened)),
  );
  const seen = new Set<string>();
  const heard = places.filter((place) => {
    const key = laneOf(ctx.park, place.target)?.lane;
    if (key === undefined || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const notice = ({ instead }: Place): KnownBody => ({
    kind: "move",
    facts: instead === undefined ? facts : { ...facts, instead },
  });
  await tell(ctx, heard, { notice, issueId: issue.id, express: await isPressing(ctx, issue) });
}

/** Urgent, or raised on a theme day that is being held: a meeting has its own hours. */
async function isPressing({ db, known }: Context, { urgency, session }: Issue): Promise<boolean> {
  if (urgency === "urgent") return true;
  if (known !== undefined) return session !== null && session === known.themeDay?.id;
  return session !== null && (await readThemeDay(db, session))?.state === "running";
}

/** The roster, with what the reporter says of himself. */
async function rosterFor({ db, now, known }: Context, issue: Issue): Promise<Roster> {
  const { platform, userId } = issue.reporter;
  const guest = known?.companies.get(userKey(platform, userId));
  if (known === undefined || guest === undefined) return readRoster(db, now, [issue]);
  return createRoster(known.onDuty, known.away, guest === null ? [] : [{ platform, userId, enterprise: guest }]);
}

function hasReply({ target }: Place, { actor, source }: Happened): boolean {
  if (target.kind === "chat") return source.chat !== null && target.code === source.chat;
  if (target.kind === "person") return target.platform === actor.platform && target.userId === actor.userId;
  return false;
}

/** The name of an actor's unit, for people. */
function unitOf({ directory }: Park, { department, enterprise }: Actor): string | undefined {
  if (department !== undefined) return directory.department(department)?.name;
  return enterprise === undefined ? undefined : directory.company(enterprise)?.name;
}
