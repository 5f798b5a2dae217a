import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { outlookOf } from "../../src/domain/issue/due.ts";
import { type Issue, OPEN_STATES, UNTOUCHED } from "../../src/domain/issue/issue.ts";
import { LADDER_STEPS, type StepName } from "../../src/domain/park/org.ts";
import { unchecked } from "../../src/features/delivery/alarms.ts";
import { type ReminderItem, remindersNotice } from "../../src/features/reminders/reminders-notice.ts";
import { audit } from "../../src/issues/audit.ts";
import { eventsAfter, type StoredEvent } from "../../src/store/events.ts";
import { notices } from "../../src/store/schema.ts";
import { reminders } from "../../src/store/schema-supervision.ts";
import type { Park } from "./park.ts";

/** What is promised of reminders, held against the messages that were sent and the record of what happened. */

/** At any time: every open issue has a next look, and none is late. */
export async function expectNobodyForgotten(park: Park): Promise<void> {
  const { db, clock } = park.app;
  expect(await unchecked({ db, now: clock.now() })).toEqual({ missing: 0, failing: 0, late: 0, oldest: null });
}

interface Sent extends ReminderItem {
  readonly lane: string;
  readonly audience: string;
  readonly at: Date;
}

/** Remembers what was sent and given for longer than the program does, which forgets it by rule. */
export class Witness {
  readonly #sent = new Map<number, readonly Sent[]>();
  readonly #given = new Set<string>();

  /** To be called more often than anything is forgotten. */
  async look({ app: { db } }: Park): Promise<void> {
    const rows = await db.select().from(notices).where(eq(notices.state, "sent"));
    for (const { id, body, lane, audience, createdAt } of rows) {
      if (!remindersNotice.is(body)) continue;
      this.#sent.set(
        id,
        body.items.map((item) => ({ ...item, lane, audience: audience.kind, at: createdAt })),
      );
    }
    for (const { subject, rung, about, deadline } of await db.select().from(reminders)) {
      this.#given.add(givenKey(subject, rung, about, deadline));
    }
  }

  get sent(): readonly Sent[] {
    return [...this.#sent].sort(([a], [b]) => a - b).flatMap(([, items]) => items);
  }

  wasGiven(issue: number, rung: string, about: string, deadline: Date): boolean {
    return this.#given.has(givenKey(issue, rung, about, deadline));
  }
}

function givenKey(issue: number, rung: string, about: string, deadline: Date): string {
  return `${issue} ${rung} ${about} ${deadline.toISOString()}`;
}

/** Only what the company itself is asked may stand in its group. */
const ASKED: readonly StepName[] = ["confirm", "supplement"];

export async function expectPromisesKept(
  park: Park,
  witness: Witness,
): Promise<{ readonly sent: number; readonly steps: number }> {
  const { db, holder } = park.app;
  const { calendar, org } = holder.park;
  await witness.look(park);
  const { sent } = witness;
  const events = await eventsAfter(db, 0, 1_000_000);
  const lives = new Map(
    [...new Set(events.map((event) => event.issueId))].map((id) => [
      id,
      snapshots(events.filter((one) => one.issueId === id)),
    ]),
  );

  // Once for each deadline, in every place.
  const keys = sent.map((one) => `${one.lane} ${one.issueId} ${one.rung} ${one.about} ${one.deadline}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);

  for (const one of sent) {
    const issue = stateAt(lives.get(one.issueId) ?? [], one.at);
    // None at night but urgent ones, none for what is closed, none in enterprise groups.
    const urgent = issue?.urgency === "urgent";
    if (!urgent && !calendar.isOpen(one.at)) throw new Error(`at ${one.at.toISOString()}: ${JSON.stringify(one)}`);
    expect(OPEN_STATES).toContain(issue?.state);
    if (one.audience === "enterprise") expect(ASKED).toContain(one.rung);
  }

  // The steps of a clock in the order of the ladder.
  const latest = new Map<string, number>();
  const inTime = sent.toSorted((a, b) => +a.at - +b.at || LADDER_STEPS.indexOf(a.rung) - LADDER_STEPS.indexOf(b.rung));
  for (const one of inTime) {
    const clock = `${one.issueId} ${one.rung.split("-")[0]} ${one.about} ${one.rung === "answer-again" ? "" : one.deadline}`;
    const place = LADDER_STEPS.indexOf(one.rung);
    expect(place).toBeGreaterThanOrEqual(latest.get(clock) ?? 0);
    latest.set(clock, place);
  }

  // Nothing was lost: whatever came due between two moves was given.
  let steps = 0;
  for (const life of lives.values()) {
    for (const [index, { at, issue }] of life.entries()) {
      const end = life[index + 1]?.at ?? park.app.clock.now();
      const look = lastOpenBefore(end, calendar);
      // Moved again before anything could go.
      if (look.getTime() <= at.getTime() + 60_000) continue;
      const { due } = outlookOf({ issue, assists: [], given: new Map() }, holder.park, look);
      for (const step of due) {
        // What comes again and again is told at its own moments; its last one may lie ahead of the move.
        if (step.entry.name === "answer-again") continue;
        steps += 1;
        const given = [issue.id, step.entry.name, step.about, step.deadline] as const;
        if (!witness.wasGiven(...given)) throw new Error(`never given: ${givenKey(...given)}`);
      }
    }
  }

  // The record holds, and the ledger agrees with it.
  expect(await audit(db, park.app.clock.now())).not.toHaveProperty("fault");

  // And as people saw it: no light in a group of companies, no number of a confidential issue either.
  const groups = new Set(org.chats.filter((chat) => chat.audience === "enterprise").map((chat) => chat.chatId));
  for (const { chatId, text } of park.sandbox.world.messages) {
    if (groups.has(chatId)) expect(text).not.toMatch(/红灯|黄灯|🔴|🟡|超期|督办|批示/u);
  }
  return { sent: sent.length, steps };
}

interface Snapshot {
  readonly at: Date;
  readonly issue: Issue;
}

/** The issue after each event, from the record alone. */
function snapshots(events: readonly StoredEvent[]): readonly Snapshot[] {
  let row: Record<string, unknown> = { ...UNTOUCHED };
  return events.map((event) => {
    const patch = event.data["row"];
    row = { ...row, ...(typeof patch === "object" ? patch : {}), id: event.issueId, state: event.toState };
    const dated = Object.fromEntries(
      Object.entries(row).map(([field, value]) => [
        field,
        typeof value === "string" && /(At|Due|due|firstDue)$/u.test(field) ? new Date(value) : value,
      ]),
    );
    // The record holds the whole row of an issue, field by field.
    return { at: event.at, issue: dated as unknown as Issue };
  });
}

function stateAt(life: readonly Snapshot[], at: Date): Issue | undefined {
  return life.findLast((one) => one.at <= at)?.issue;
}

/** A moment before `end` at which reminders may go: two minutes before it, or before the last closing. */
function lastOpenBefore(end: Date, calendar: Park["app"]["holder"]["park"]["calendar"]): Date {
  const before = new Date(end.getTime() - 120_000);
  return calendar.isOpen(before) ? before : new Date(calendar.add(before, -1).getTime() - 120_000);
}
