import { type Considered, type Due, keyOf, type Outlook, outlookOf, stepKey } from "../../domain/issue/due.ts";
import { CLOCK_ACTOR, type Issue } from "../../domain/issue/issue.ts";
import type { Place } from "../../domain/notice/places.ts";
import { placesOfReminder } from "../../domain/notice/reminder-places.ts";
import { earliest } from "../../domain/park/instants.ts";
import { LADDER_STEPS } from "../../domain/park/org.ts";
import type { Park } from "../../domain/park/park.ts";
import { type Context, FROM_CLOCK } from "../../issues/context.ts";
import { move, readDossier } from "../../issues/move.ts";
import { type TellingIn, tellEach } from "../../issues/tell.ts";
import { describe } from "../../shared/errors.ts";
import { assistsOfIssues, lockIssues } from "../../store/issues.ts";
import {
  dueChecks,
  giveReminders,
  postponeCheck,
  type Reminder,
  remindersOf,
  respondedAt,
  setChecks,
} from "../../store/looks.ts";
import { readRoster } from "../../store/people.ts";
import type { ClockContext } from "../feature.ts";
import { gather, gatheredUntil, type Held, type Placed, placeKey } from "./gather.ts";
import { type ReminderItem, remindersNotice } from "./reminders-notice.ts";

const AT_ONCE = 100;
/** So many that are looked at soon are looked at beside. */
const MOST_NEAR = 200;
const RETRY_MS = 5 * 60_000;

/** Looks at each issue whose time has come. What somebody moves at this moment is looked at with the next sweep. */
export async function lookAtDueIssues(ctx: ClockContext): Promise<void> {
  const { db, logger, now } = ctx;
  let before: readonly number[] = [];
  for (;;) {
    const ids = await dueChecks(db, now, AT_ONCE);
    // The same ones again: they are held by others.
    if (ids.length === 0 || (ids.length === before.length && ids.every((id, index) => id === before[index]))) return;
    before = ids;
    try {
      await db.transaction((tx) => lookAtIssues({ ...ctx, db: tx }, ids));
    } catch (error) {
      logger.error(describe(error), "Issues could not be looked at together; each is tried by itself");
      for (const id of ids) await lookAtOne(ctx, id);
    }
  }
}

/** An issue that cannot be looked at must not keep the others from it. */
async function lookAtOne(ctx: ClockContext, id: number): Promise<void> {
  const { db, logger, now } = ctx;
  try {
    await db.transaction((tx) => lookAtIssues({ ...ctx, db: tx }, [id], "alone"));
  } catch (error) {
    logger.error({ issue: id, ...describe(error) }, "An issue could not be looked at; it is tried again in 5 minutes");
    await postponeCheck(db, id, new Date(now.getTime() + RETRY_MS));
  }
}

/**
 * These issues, as far as nobody else is moving them: gives what is due, lets the clock act, and sets the next look. Those that
 * are looked at soon are looked at with them, so that what comes to one place within half an hour comes together. In the
 * caller's transaction: all of it is written, or nothing. `alone`: without them, when one of them may be what failed.
 */
export async function lookAtIssues(
  ctx: Context,
  ids: readonly number[],
  beside: "with those that are near" | "alone" = "with those that are near",
): Promise<void> {
  const { db, now, park } = ctx;
  const soon = gatheredUntil(park.calendar, now);
  const near = soon > now && beside !== "alone" ? await dueChecks(db, soon, MOST_NEAR) : [];
  const considered = await consider(ctx, [...new Set([...ids, ...near])]);
  const outlooks = considered.map((one) => ({ one, outlook: outlookOf(one, park, now) }));
  const due = outlooks.flatMap(({ one, outlook }) => outlook.due.map((step) => ({ issue: one.issue, due: step })));
  const steps = await placed(ctx, due);
  const { told, held } = gather(ctx, steps, steps.length === 0 ? [] : await placed(ctx, ahead(considered, park, soon)));
  await give(ctx, told);
  await setChecks(db, laterLooks(ctx, outlooks, { told, held, asked: new Set(ids) }));
  for (const { one, outlook } of outlooks) if (outlook.act !== null) await act(ctx, one.issue.id, outlook.act);
}

/** What comes by then, as far as it is known now. */
function ahead(considered: readonly Considered[], park: Park, soon: Date): readonly Pick<Placed, "issue" | "due">[] {
  return considered.flatMap((one) => outlookOf(one, park, soon).due.map((due) => ({ issue: one.issue, due })));
}

async function give(ctx: Context, steps: readonly Placed[]): Promise<void> {
  const given = await giveReminders(
    ctx.db,
    steps.map(({ issue, due }) => reminderOf(issue, due, ctx.now)),
  );
  const fresh = new Set(given.map((row) => `${row.subject} ${row.rung} ${row.about} ${row.deadline.toISOString()}`));
  const told = steps.filter(({ issue, due }) => fresh.has(`${issue.id} ${keyOf(due)}`));
  if (told.length > 0) await tellEach(ctx, bundle(ctx, told));
}

interface Looked {
  readonly one: Considered;
  readonly outlook: Outlook;
}

/** When each is looked at next: what waits for another, when that comes. One that was not asked for keeps its time, unless it was told. */
function laterLooks(
  { now, park }: Context,
  outlooks: readonly Looked[],
  {
    told,
    held,
    asked,
  }: { readonly told: readonly Placed[]; readonly held: readonly Held[]; readonly asked: Set<number> },
): readonly { readonly issueId: number; readonly at: Date }[] {
  return outlooks.flatMap(({ one, outlook }) => {
    const issueId = one.issue.id;
    const done = told.filter((step) => step.issue.id === issueId);
    if (done.length === 0 && !asked.has(issueId)) return [];
    const given = new Map([...one.given, ...done.map(({ due }) => [keyOf(due), now] as const)]);
    const next = done.length === 0 ? outlook.next : outlookOf({ ...one, given }, park, now).next;
    const waits = held.filter((step) => step.issueId === issueId).map(({ until }) => until);
    return [{ issueId, at: earliest([next, ...waits]) ?? next }];
  });
}

async function consider({ db }: Context, ids: readonly number[]): Promise<readonly Considered[]> {
  const issues = await lockIssues(db, ids);
  if (issues.length === 0) return [];
  const locked = issues.map((issue) => issue.id);
  const [assists, reminders] = [await assistsOfIssues(db, locked), await remindersOf(db, locked)];
  return issues.map((issue) => ({
    issue,
    assists: assists.filter((one) => one.issueId === issue.id),
    given: new Map(
      reminders.flatMap(({ subject, rung, about, deadline, givenAt }) => {
        const name = LADDER_STEPS.find((one) => one === rung);
        return subject !== issue.id || name === undefined ? [] : [[stepKey(name, about, deadline), givenAt] as const];
      }),
    ),
  }));
}

/** A move of the clock, by the table as everybody else's. */
async function act(ctx: Context, id: number, planned: "resume" | "lapse"): Promise<void> {
  const dossier = await readDossier(ctx, id, true);
  if (dossier === null) return;
  const action = planned === "lapse" && (await hasResponded(ctx, dossier.issue)) ? "respond" : planned;
  await move(ctx, dossier, { action, actor: CLOCK_ACTOR, input: {}, source: FROM_CLOCK });
}

/** Whether its company has said something to the answer, and left open what it meant. */
async function hasResponded({ db }: Context, { id, answeredAt }: Issue): Promise<boolean> {
  const at = await respondedAt(db, id);
  return at !== null && answeredAt !== null && at >= answeredAt;
}

function reminderOf(issue: Issue, due: Due, now: Date): Reminder {
  const { entry: step, about, deadline } = due;
  return { scope: "issue", subject: issue.id, rung: step.name, about, deadline, givenAt: now };
}

/** Where each is told. What reaches nobody at all is left out: it does not count as given, and is due again. */
async function placed(
  { db, now, park }: Context,
  steps: readonly Pick<Placed, "issue" | "due">[],
): Promise<readonly Placed[]> {
  if (steps.length === 0) return [];
  const issues = steps.map((step) => step.issue);
  const roster = await readRoster(db, now, issues);
  return steps
    .map(({ issue, due }) => ({
      issue,
      due,
      places: due.to.flatMap((to) => placesOfReminder(park, roster, { issue, to, about: due.about })),
    }))
    .filter(({ due, places }) => due.to.length === 0 || places.length > 0);
}

interface Bundle {
  readonly place: Place;
  readonly items: ReminderItem[];
  readonly mention: Set<string>;
  urgent: boolean;
}

/** Several reminders for one place at one time are one message, which alerts everybody who is meant in it. */
function bundle({ park }: Context, told: readonly Placed[]): readonly TellingIn[] {
  const bundles = new Map<string, Bundle>();
  for (const { issue, due, places } of told) {
    for (const place of places) {
      const key = placeKey(park, place);
      const found = bundles.get(key) ?? { place, items: [], mention: new Set(), urgent: false };
      bundles.set(key, found);
      for (const name of place.mention) found.mention.add(name);
      found.urgent ||= issue.urgency === "urgent";
      // Handler and head are often one person, or stand in one group.
      if (found.items.some((item) => item.issueId === issue.id && item.rung === due.entry.name)) continue;
      found.items.push({
        issueId: issue.id,
        rung: due.entry.name,
        about: due.about,
        deadline: due.deadline.toISOString(),
        instead: place.instead,
      });
    }
  }
  return [...bundles.values()].map(({ place, items, mention, urgent }) => ({
    place: { ...place, mention: [...mention] },
    notice: remindersNotice.of({ items }),
    issueId: items.length === 1 ? (items[0]?.issueId ?? null) : null,
    express: urgent,
  }));
}
