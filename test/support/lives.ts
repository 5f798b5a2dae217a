import fc from "fast-check";
import { type Input, isRefusal } from "../../src/domain/issue/decision.ts";
import { type Actor, CLOCK_ACTOR, type Issue, type State } from "../../src/domain/issue/issue.ts";
import type { Action } from "../../src/domain/issue/lifecycle.ts";
import type { Person } from "../../src/domain/park/org.ts";
import { type Context, FROM_CLOCK } from "../../src/issues/context.ts";
import { type Dossier, move, readDossier } from "../../src/issues/move.ts";
import { submit } from "../../src/issues/submit.ts";
import type { Park } from "./park.ts";

/**
 * Random lives of issues, lived through the issues' own doors at their moments while the clock passes everything that
 * becomes due. The same seed gives the same lives.
 */

type Doable = Exclude<Action, "submit">;

/** What may be done in a state, as often as it stands here; `null` is nothing at all. */
const MENU: Readonly<Record<State, readonly (Doable | null)[]>> = {
  submitted: ["dispatch", "dispatch", "dispatch", "reject", null],
  dispatched: [
    "sign",
    "sign",
    "sign",
    "sign",
    "return",
    "contact",
    "urge",
    "supervise",
    "assist",
    "dispatch",
    "answer",
    "withdraw",
    "void",
    null,
  ],
  in_progress: [
    "measure",
    "progress",
    "progress",
    "answer",
    "answer",
    "answer",
    "ask",
    "extend",
    "hold",
    "note",
    "contact",
    "assist",
    "supervise",
    "feedback",
    "return",
    null,
  ],
  waiting: ["supplement", "supplement", "urge", "withdraw", null],
  on_hold: ["resume", "supervise", null, null],
  answered: ["solved", "solved", "accept", "unsolved", "supplement", "correct", null, null],
  closed: ["rate", "reopen", null, null],
  rejected: [null],
  withdrawn: ["restore", null],
  merged: [null],
};

const UNITS = ["power", "water", "transport", "economy", "construction", "police"];
const TEXTS = [
  "三车间停电",
  "厂区停水",
  "路面坑洼",
  "厂房漏水",
  "宽带断网",
  "招聘难缺工",
  "仓库被偷",
  "有一件说不清的事",
];

const deed = fc.record({
  /** Hours after the one before, of the clock on the wall: many fall into the night. */
  after: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 120 })),
  pick: fc.nat(),
  unit: fc.constantFrom(...UNITS),
  days: fc.integer({ min: 1, max: 12 }),
  rating: fc.integer({ min: 1, max: 5 }),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

const life = fc.record({
  /** Where in the span it begins, as a share of it. */
  begins: fc.integer({ min: 0, max: 9_999 }),
  text: fc.constantFrom(...TEXTS),
  urgency: fc.constantFrom(
    "normal" as const,
    "normal" as const,
    "normal" as const,
    "urgent" as const,
    "complex" as const,
  ),
  confidential: fc.constantFrom(false, false, false, false, true),
  liaison: fc.nat(),
  deeds: fc.array(deed, { minLength: 1, maxLength: 14 }),
  /** Whether somebody brings it to its end at last. */
  ended: fc.constantFrom(true, true, true, true, false),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

const HOUR_MS = 3_600_000;

interface Moment {
  readonly at: number;
  readonly owner: number;
  readonly what:
    | { readonly kind: "submit" }
    | { readonly kind: "deed"; readonly deed: Deed }
    | { readonly kind: "end" };
}

export interface Span {
  readonly issues: number;
  readonly seed: number;
  readonly from: Date;
  readonly to: Date;
}

/** Lives them all; `between` is called now and then, to look at what must hold at any time. */
export async function liveThrough(park: Park, span: Span, between: () => Promise<void>): Promise<void> {
  const lives = fc.sample(life, { numRuns: span.issues, seed: span.seed });
  const numbers = new Map<number, number>();
  const moments = lives.flatMap((one, owner) => momentsOf(one, owner, span)).sort((a, b) => a.at - b.at);
  for (const [index, moment] of moments.entries()) {
    // Deeds of one moment come one after the other, and the clock runs on meanwhile.
    await park.app.clockControl.moveTo((now) => new Date(Math.max(now.getTime(), moment.at)));
    await live(park, lives[moment.owner], moment, numbers);
    if (index % 50 === 0) await between();
  }
  await park.at(span.to.toISOString());
  await between();
}

function momentsOf(one: Life, owner: number, { from, to }: Span): readonly Moment[] {
  const length = to.getTime() - from.getTime();
  // Away from the borders of minutes, where a deadline and a deed could change places.
  let at = from.getTime() + Math.floor((length * 0.9 * one.begins) / 10_000 / 60_000) * 60_000 + 20_000;
  const moments: Moment[] = [{ at, owner, what: { kind: "submit" } }];
  for (const next of one.deeds) {
    at += next.after * HOUR_MS + 120_000;
    moments.push({ at, owner, what: { kind: "deed", deed: next } });
  }
  if (one.ended)
    for (let step = 0; step < 6; step++)
      moments.push({ at: at + (step + 1) * 24 * HOUR_MS, owner, what: { kind: "end" } });
  return moments.filter((moment) => moment.at < to.getTime());
}

async function live(
  park: Park,
  one: Life | undefined,
  { owner, what }: Moment,
  numbers: Map<number, number>,
): Promise<void> {
  if (one === undefined) return;
  const { db, clock, holder } = park.app;
  await db.transaction(async (tx) => {
    const ctx: Context = { db: tx, now: clock.now(), park: holder.park };
    if (what.kind === "submit") {
      numbers.set(owner, (await raise(ctx, one)).id);
      return;
    }
    const dossier = await readDossier(ctx, numbers.get(owner) ?? 0, true);
    if (dossier === null) return;
    await (what.kind === "deed" ? act(ctx, dossier, what.deed) : bringToEnd(ctx, dossier));
  });
}

function raise(ctx: Context, one: Life): Promise<Issue> {
  const liaisons = ctx.park.org.people.filter((person) => person.role === "liaison");
  const person = liaisons[one.liaison % liaisons.length];
  if (person?.enterprise === undefined) throw new Error("the park has no liaison");
  const platform = person.wecom === undefined ? "dingtalk" : "wecom";
  const { text, urgency, confidential } = one;
  const reporter = { name: person.name, platform, userId: person[platform] ?? "", verified: true } as const;
  const publicIn = platform === "wecom" ? "qiye" : "qiye-dingtalk";
  const draft = {
    text,
    urgency,
    confidential,
    danger: false,
    pictures: 0,
    enterprise: person.enterprise,
    category: undefined,
    reporter,
    publicIn,
  };
  return submit(ctx, draft, actorOf(person), FROM_CLOCK);
}

async function act(ctx: Context, dossier: Dossier, some: Deed): Promise<void> {
  const pending = dossier.requests.find((request) => request.state === "pending");
  const menu = MENU[dossier.issue.state];
  const action = pending === undefined ? menu[some.pick % menu.length] : some.pick % 3 === 0 ? "refuse" : "approve";
  if (action == null) return;
  await attempt(ctx, dossier, action, {
    text: "已处理",
    department: some.unit,
    days: some.days,
    rating: some.rating,
    instruction: some.pick % 2 === 0,
    ...(action === "measure" ? { date: ctx.park.calendar.add(ctx.now, some.days * 390) } : {}),
  });
}

/** One step towards the end, whatever the state. */
async function bringToEnd(ctx: Context, dossier: Dossier): Promise<void> {
  const next: Partial<Record<State, Doable>> = {
    submitted: "dispatch",
    dispatched: "sign",
    in_progress: "answer",
    waiting: "supplement",
    on_hold: "resume",
    answered: "solved",
  };
  const action = next[dossier.issue.state];
  if (action !== undefined) await attempt(ctx, dossier, action, { text: "办结", department: "economy" });
}

/** By the first of those who may be meant; a refusal changes nothing. */
async function attempt(ctx: Context, dossier: Dossier, action: Doable, input: Input): Promise<void> {
  for (const actor of actorsFor(ctx, dossier.issue)) {
    const moved = await move(ctx, dossier, { action, actor, input, source: FROM_CLOCK });
    if (!isRefusal(moved)) return;
  }
}

function actorsFor({ park }: Context, issue: Issue): readonly Actor[] {
  const { directory } = park;
  const people = [
    directory.person(issue.reporter.name),
    ...(issue.department === null ? [] : directory.officersOf(issue.department)),
    ...directory.coordinators(),
    ...directory.leaders(),
  ];
  return people.flatMap((person) => (person === undefined ? [] : [actorOf(person)]));
}

function actorOf(person: Person): Actor {
  const { name, role, enterprise, department } = person;
  const platform = person.wecom === undefined ? "dingtalk" : "wecom";
  return { ...CLOCK_ACTOR, kind: "person", name, role, enterprise, department, platform, userId: person[platform] };
}
