import { isBody, type NoticeBody } from "../../domain/notice/notice.ts";
import { laneOf, type PersonTarget, type Place } from "../../domain/notice/places.ts";
import { parkWithout, secondPlaces } from "../../domain/notice/second-places.ts";
import type { Context } from "../../issues/context.ts";
import { type TellingIn, tellEach } from "../../issues/tell.ts";
import type { NoticeKind } from "../../outbox/notice-kind.ts";
import type { DirectRoads } from "../../store/direct-roads.ts";
import { readIssue } from "../../store/issues.ts";
import { type StoredNotice, twinsOf } from "../../store/notices.ts";
import { readRoster } from "../../store/people.ts";

export interface SecondRoadDeps {
  readonly roads: DirectRoads;
  readonly kinds: ReadonlyMap<string, NoticeKind>;
}

/**
 * A message that does not reach a person directly goes at once to where it would have gone, had that been known: to the
 * person's other account, the group, or the coordinator, who passes it on. Where that place has heard the same already,
 * nothing is said twice. False: there is no second road.
 */
export async function takeSecondRoad(
  ctx: Context,
  notice: StoredNotice,
  reason: string,
  { roads, kinds }: SecondRoadDeps,
): Promise<boolean> {
  const { target, body } = notice;
  if (target.kind !== "person") return false;
  await roads.noteFailed(ctx.db, target, reason, ctx.now);
  // What another process has just seen counts as well, or two accounts of one person could be tried in turn.
  await roads.follow(ctx.db);
  const kind = kinds.get(body.kind);
  // An answer was made for the eyes of this person; a picture is asked for again.
  if (kind === undefined || isBody(body, "reply") || isBody(body, "attachment")) return false;
  const found: TellingIn[] = [];
  for (const one of sayings(notice, kind)) {
    const tellings = await tellingsOf(ctx, notice, kind, { ...one, target });
    // All of it, or nothing: what finds no place must not vanish behind what finds one.
    if (tellings.length === 0) return false;
    found.push(...tellings);
  }
  const told = await toldAlready(ctx, notice);
  const fresh = found.filter(({ place }) => !told(place));
  await tellEach(ctx, fresh);
  return true;
}

interface Saying {
  readonly issueId: number | null;
  readonly body: NoticeBody;
}

/** To a company, issue by issue, because each is public somewhere else or nowhere; to others as a whole. */
function sayings({ audience, body, issueId }: StoredNotice, kind: NoticeKind): readonly Saying[] {
  return (audience.kind === "company" ? kind.apart(body) : null) ?? [{ issueId, body }];
}

async function tellingsOf(
  ctx: Context,
  { audience, express }: StoredNotice,
  kind: NoticeKind,
  { issueId, body, target }: Saying & { readonly target: PersonTarget },
): Promise<readonly TellingIn[]> {
  const issue = issueId === null ? null : await readIssue(ctx.db, issueId);
  const roster = await readRoster(ctx.db, ctx.now, issue === null ? [] : [issue]);
  const places = secondPlaces(parkWithout(ctx.park, target), roster, { target, audience, issue });
  const person = ctx.park.directory.personBy(target.platform, target.userId);
  const company = issue?.enterprise ?? person?.enterprise ?? null;
  return places.flatMap((place): readonly TellingIn[] => {
    const { instead } = place;
    const said = instead === undefined ? body : kind.passedOn(body, { missed: instead, company });
    return said === null ? [] : [{ place, notice: said, issueId, express }];
  });
}

/** Whether a place has heard the same in the same moment: a group only if it alerted this person. */
async function toldAlready({ db, park }: Context, notice: StoredNotice): Promise<(place: Place) => boolean> {
  const twins = await twinsOf(db, notice);
  return ({ target, mention, instead }) => {
    if (instead !== undefined) return false;
    const lane = laneOf(park, target)?.lane;
    return twins.some(
      (twin) => laneOf(park, twin.target)?.lane === lane && mention.every((name) => twin.mention.includes(name)),
    );
  };
}
