import type { PlatformName } from "../../domain/park/org.ts";
import type { Context } from "../../issues/context.ts";
import type { OffsetClock } from "../../shared/clock.ts";
import type { Logger } from "../../shared/logger.ts";
import {
  countHeard,
  type Gap,
  gapsSince,
  heardSince,
  lastHeard,
  pendingGaps,
  type RoadNote,
  readRoads,
} from "../../store/roads.ts";
import { closeGap, noticeGap, tellOfGaps, underLock, type WatchContext } from "./gaps.ts";
import {
  expectedBetween,
  fellSilent,
  isDeaf,
  JUST_NOW_MS,
  LIVELY_MS,
  type Silence,
  SOON_MS,
  TURN_MS,
  turnsOf,
  USUAL_DAYS,
  type Usual,
  usualOf,
} from "./usual.ts";

/** What is watched of a platform. */
export interface Watched {
  readonly platform: PlatformName;
  /** Whether it has a connection, which can be made anew. */
  readonly renews: boolean;
}

/** A road that has not been alive for so long is down: a connection answers, and its process writes, much oftener. */
export const DOWN_AFTER_MS = 90_000;
/** Silence that is shorter is none, however much was expected. */
const SHORTEST_SILENCE_MS = 180_000;
/** So often silence is judged, by running time. */
const JUDGED_MS = 50_000;
/** The program's clock was moved when it went so much further than the time that passed. */
const JUMP_MS = 60_000;
/** Short gaps of one platform: the pause after telling of them, which doubles while they go on. */
const SHORT_AGAIN_MS = { first: 300_000, last: 3_600_000 };

const KINDS = ["group", "direct"] as const;
type Kind = (typeof KINDS)[number];

/** Of each kind; and in how many spans of ten minutes it was heard, however seldom that is. */
type Usuals = Readonly<Record<Kind, Usual | null>> & { readonly turns: Readonly<Record<Kind, number>> };

export interface WatchDeps {
  readonly clock: OffsetClock;
  readonly logger: Logger;
  /** The machine's running time in milliseconds, which no jump of the clock touches. */
  readonly running: () => number;
  readonly downAfterMs: number;
}

/** One platform at one look. */
interface Sight extends Watched {
  readonly note: RoadNote;
  /** What is not over. */
  readonly open: readonly Gap[];
}

/** A silence that is suspicious: what would usually have come, and what came in the other kind of chat. */
interface Found {
  readonly expected: number;
  readonly came: number;
}

/**
 * Watches the roads on which messages come in, in one process of all: whether each lives, and whether each kind of chat is
 * heard on it. A road may answer every ping and yet bring nothing of the groups (a WeCom connection after it was made anew),
 * so that what is heard is compared with what is usual.
 */
export class Watch {
  readonly #deps: WatchDeps;
  readonly #usual = new Map<PlatformName, { readonly date: string; readonly usual: Usuals }>();
  readonly #seen = new Map<PlatformName, { readonly aliveAt: number; readonly since: number }>();
  readonly #judged = new Map<PlatformName, number>();
  readonly #told = new Map<PlatformName, { readonly at: number; readonly pause: number }>();
  /** Silence before it is not judged: the program did not run, or its clock was elsewhere. */
  #from: Date | null = null;
  #last: { readonly clock: number; readonly time: number } | null = null;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
  }

  /** One look, several times a minute. */
  async look(now: Context, watched: readonly Watched[]): Promise<void> {
    const { offset } = this.#deps.clock;
    const ctx = { ...now, offset };
    this.#mind(ctx.now);
    const notes = await readRoads(ctx.db, offset);
    const gaps = await pendingGaps(ctx.db);
    for (const one of watched) {
      const note = notes.get(one.platform);
      const open = gaps.filter(({ platform, endedAt }) => platform === one.platform && endedAt === null);
      if (note !== undefined) await this.#lookAt(ctx, { ...one, note, open });
    }
    const untold = gaps.filter(({ endedAt }) => endedAt !== null);
    for (const platform of await tellOfGaps(ctx, untold, (one) => this.#isTime(one))) this.#noteTold(platform);
  }

  #mind(now: Date): void {
    const time = this.#deps.running();
    const passed = this.#last === null ? 0 : now.getTime() - this.#last.clock - (time - this.#last.time);
    const slept = this.#last !== null && time - this.#last.time >= this.#deps.downAfterMs;
    // Who did not look cannot say that nothing has changed.
    if (slept) this.#seen.clear();
    if (this.#from === null || slept || Math.abs(passed) > JUMP_MS) this.#from = now;
    this.#last = { clock: now.getTime(), time };
  }

  async #lookAt(ctx: WatchContext, sight: Sight): Promise<void> {
    const down = sight.open.find(({ kind }) => kind === "connection");
    if (down !== undefined) {
      await this.#lookAgain(ctx, sight, down);
      return;
    }
    if (this.#isDown(sight)) {
      await this.#down(ctx, sight);
      return;
    }
    const heard = await lastHeard(ctx.db, sight.platform);
    await this.#hear(ctx, sight, heard);
    const time = this.#deps.running();
    if (time - (this.#judged.get(sight.platform) ?? Number.NEGATIVE_INFINITY) < JUDGED_MS) return;
    this.#judged.set(sight.platform, time);
    for (const kind of KINDS) await this.#listen(ctx, sight, { kind, heard: heard[kind] });
  }

  /** What was silent is heard again. */
  async #hear(ctx: WatchContext, { platform, open }: Sight, last: Readonly<Record<Kind, Date | null>>): Promise<void> {
    for (const { kind, cause, noticedAt } of open) {
      const endedAt = kind === "connection" ? null : last[kind];
      if (endedAt === null || endedAt <= noticedAt) continue;
      const over = { platform, kind, cause, beganAt: null, endedAt, posts: true };
      await underLock(ctx, platform, (inside) => closeGap(inside, over));
    }
  }

  /** A road that only seemed to be dead says nothing when it lives again: its process hung, or its database. */
  async #lookAgain(ctx: WatchContext, { platform, note }: Sight, { noticedAt, cause }: Gap): Promise<void> {
    if (!livesSince(note, noticedAt)) return;
    await underLock(ctx, platform, async (inside, present) => {
      if (present === null || !livesSince(present, noticedAt)) return;
      const gap = { platform, kind: "connection" as const, cause, beganAt: null };
      await closeGap(inside, { ...gap, endedAt: ctx.now, posts: present.heard });
    });
  }

  /** Down is what its process says, and what no process has called alive for a while of real time. */
  #isDown({ platform, note }: Sight): boolean {
    const time = this.#deps.running();
    const seen = this.#seen.get(platform);
    const aliveAt = note.aliveAt.getTime();
    if (seen?.aliveAt !== aliveAt) this.#seen.set(platform, { aliveAt, since: time });
    const unchanged = seen?.aliveAt === aliveAt ? time - seen.since : 0;
    return note.state === "refused" || note.state === "displaced" || unchanged >= this.#deps.downAfterMs;
  }

  async #down(ctx: WatchContext, { platform, note }: Sight): Promise<void> {
    const { state, reason, aliveAt } = note;
    const told = state === "open" ? ("lost" as const) : state;
    const facts = { what: "down" as const, platform, state: told, reason, since: aliveAt.toISOString() };
    const gap = { platform, kind: "connection" as const, cause: reason ?? state, beganAt: aliveAt };
    // It may have come back since it was read.
    const stands = (now: RoadNote | null) => now?.state === state && now.aliveAt.getTime() === aliveAt.getTime();
    if (await noticeGap(ctx, gap, { facts, stands })) {
      this.#deps.logger.error({ platform, state: told, reason }, "Messages of a platform do not arrive");
    }
  }

  /** Whether a kind of chat is heard as it usually is. */
  async #listen(
    ctx: WatchContext,
    sight: Sight,
    { kind, heard }: { readonly kind: Kind; readonly heard: Date | null },
  ): Promise<void> {
    const { platform, open, renews } = sight;
    if (heard === null || this.#from === null || open.some((one) => one.kind === kind)) return;
    const since = new Date(Math.max(heard.getTime(), this.#from.getTime()));
    if (ctx.now.getTime() - since.getTime() < SHORTEST_SILENCE_MS) return;
    const silence =
      (await this.#fellSilent(ctx, sight, kind, since)) ?? (await this.#silence(ctx, sight, { kind, since }));
    if (silence === null) return;
    const usual = Math.round(silence.expected);
    const others = silence.came;
    const facts = { what: "silent" as const, platform, kind, since: heard.toISOString(), usual, others };
    const gap = { platform, kind, cause: "silent", beganAt: heard };
    if (!(await noticeGap(ctx, gap, { facts: { ...facts, renewed: renews }, renews }))) return;
    this.#deps.logger.warn({ platform, kind, expected: usual, others }, "A kind of chat is silent, unlike usual");
  }

  /** Groups that were lively and are silent, beside direct messages that go on. Null: they are not, or nobody can say. */
  async #fellSilent({ db, now }: WatchContext, { platform }: Sight, kind: Kind, last: Date): Promise<Found | null> {
    if (kind !== "group" || now.getTime() - last.getTime() > SOON_MS) return null;
    const count = async (inGroup: boolean, from: Date, to: Date) =>
      (await countHeard(db, platform, { inGroup, from, to, spanMs: TURN_MS })).messages;
    const came = await count(false, last, now);
    if (came === 0) return null;
    const from = new Date(last.getTime() - LIVELY_MS);
    const before = { group: await count(true, from, last), direct: await count(false, from, last) };
    return fellSilent(before, came) ? { expected: 0, came } : null;
  }

  /** What speaks for deafness: what is known to be a gap is no silence. Null: nothing does. */
  async #silence(
    ctx: WatchContext,
    { platform }: Sight,
    { kind, since }: { readonly kind: Kind; readonly since: Date },
  ): Promise<Found | null> {
    const { db, now, park } = ctx;
    const usuals = await this.#usualOf(ctx, platform);
    const usual = usuals[kind];
    if (usual === null) return null;
    const otherTurns = usuals.turns[kind === "group" ? "direct" : "group"];
    const count = (inGroup: boolean, from: Date, to: Date) =>
      countHeard(db, platform, { inGroup, from, to, spanMs: TURN_MS });
    const { spans: others, messages: came } = await count(kind !== "group", since, now);
    const most = expectedBetween(park.calendar, usual, { from: since, to: now, before: Number.POSITIVE_INFINITY });
    if (!isDeaf({ usual, expected: most, others, otherTurns })) return null;
    const inGroup = kind === "group";
    const { messages: before } = await count(inGroup, new Date(since.getTime() - JUST_NOW_MS), since);
    let expected = expectedBetween(park.calendar, usual, { from: since, to: now, before });
    for (const { beganAt, endedAt } of await gapsSince(db, platform, since)) {
      const from = beganAt < since ? since : beganAt;
      expected -= expectedBetween(park.calendar, usual, { from, to: endedAt ?? now, before });
    }
    const silence: Silence = { usual, expected: Math.max(0, expected), others, otherTurns };
    return isDeaf(silence) ? { expected: silence.expected, came } : null;
  }

  /** What is usual changes from day to day, and reading it reads weeks. */
  async #usualOf({ db, now, park }: Context, platform: PlatformName): Promise<Usuals> {
    const date = park.calendar.dateOf(now);
    const kept = this.#usual.get(platform);
    if (kept?.date === date) return kept.usual;
    const since = new Date(now.getTime() - USUAL_DAYS * 86_400_000);
    const [inGroup, direct] = [
      await heardSince(db, platform, { inGroup: true, since }),
      await heardSince(db, platform, { inGroup: false, since }),
    ];
    const usual = {
      group: usualOf(park.calendar, inGroup, now),
      direct: usualOf(park.calendar, direct, now),
      turns: { group: turnsOf(inGroup), direct: turnsOf(direct) },
    };
    this.#usual.set(platform, { date, usual });
    return usual;
  }

  #isTime(platform: PlatformName): boolean {
    const last = this.#told.get(platform);
    return last === undefined || this.#deps.running() - last.at >= last.pause;
  }

  #noteTold(platform: PlatformName): void {
    const last = this.#told.get(platform);
    const at = this.#deps.running();
    const goesOn = last !== undefined && at - last.at < last.pause * 2;
    const pause = goesOn ? Math.min(last.pause * 2, SHORT_AGAIN_MS.last) : SHORT_AGAIN_MS.first;
    this.#told.set(platform, { at, pause });
  }
}

function livesSince({ state, aliveAt }: RoadNote, moment: Date): boolean {
  return state === "open" && aliveAt > moment;
}
