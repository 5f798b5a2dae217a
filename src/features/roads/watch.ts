import type { PlatformName } from "../../domain/park/org.ts";
import type { Context } from "../../issues/context.ts";
import type { Logger } from "../../shared/logger.ts";
import { heardByHour, heardSince, lastHeard, openGaps, type RoadNote, readRoad } from "../../store/roads.ts";
import { closeGap, noticeGap, tellOfGaps } from "./gaps.ts";
import { expectedBetween, isDeaf, type Usual, usualOf } from "./usual.ts";

/** What is watched of a platform. */
export interface Watched {
  readonly platform: PlatformName;
  /** Opens its connection anew, in whatever process it is; null where it has none. */
  readonly renew: (() => void) | null;
}

/** A road that has not been alive for so long is down: its process writes every few seconds. */
export const DOWN_AFTER_MS = 90_000;
/** What is usual changes slowly, and reading it reads two weeks. */
const USUAL_FOR_MS = 600_000;
const TWO_WEEKS_MS = 14 * 86_400_000;
/** Silence that is shorter is none, however much was expected. */
const SHORTEST_SILENCE_MS = 180_000;
/** The clock was moved when it went so much further than the time that passed. */
const JUMP_MS = 60_000;

const KINDS = ["group", "direct"] as const;
type Kind = (typeof KINDS)[number];

/**
 * Watches the roads on which messages come in, in one process of all: whether each lives, and whether each kind of chat is
 * heard on it. A road may answer every ping and yet bring nothing of the groups (a WeCom connection after it was made anew),
 * so that what is heard is compared with what is usual.
 */
export class Watch {
  readonly #logger: Logger;
  readonly #usual = new Map<string, { readonly at: number; readonly usual: Usual | null }>();
  readonly #seen = new Map<PlatformName, { readonly aliveAt: number; readonly since: number }>();
  readonly #told = new Map<PlatformName, Date>();
  /** Silence before it is not judged: the program did not run, or its clock was elsewhere. */
  #from: Date | null = null;
  #last: { readonly clock: number; readonly time: number } | null = null;

  readonly #downAfterMs: number;

  readonly #running: () => number;

  /** `running`: the machine's running time in milliseconds, which no jump of the clock touches. */
  constructor(logger: Logger, times: { readonly running: () => number; readonly downAfterMs?: number | undefined }) {
    this.#logger = logger;
    this.#running = times.running;
    this.#downAfterMs = times.downAfterMs ?? DOWN_AFTER_MS;
  }

  /** One look, every few seconds. */
  async look(ctx: Context, watched: readonly Watched[]): Promise<void> {
    this.#mind(ctx.now);
    for (const one of watched) {
      await this.#lookAtRoad(ctx, one.platform);
      for (const kind of KINDS) await this.#listen(ctx, one, kind);
    }
    for (const platform of await tellOfGaps(ctx, (one) => this.#told.get(one) ?? null)) {
      this.#told.set(platform, ctx.now);
    }
  }

  #mind(now: Date): void {
    const time = this.#running();
    const passed = this.#last === null ? 0 : now.getTime() - this.#last.clock - (time - this.#last.time);
    if (this.#from === null || Math.abs(passed) > JUMP_MS) this.#from = now;
    this.#last = { clock: now.getTime(), time };
  }

  /** Down is what its process says, and what no process has called alive for a while of real time. */
  async #lookAtRoad(ctx: Context, platform: PlatformName): Promise<void> {
    const note = await readRoad(ctx.db, platform);
    if (note === null) return;
    const time = this.#running();
    const seen = this.#seen.get(platform);
    const aliveAt = note.aliveAt.getTime();
    if (seen?.aliveAt !== aliveAt) this.#seen.set(platform, { aliveAt, since: time });
    const unchanged = seen?.aliveAt === aliveAt ? time - seen.since : 0;
    const certain = note.state === "refused" || note.state === "displaced";
    if (!certain && unchanged < this.#downAfterMs) return;
    await this.#down(ctx, platform, note);
  }

  async #down(ctx: Context, platform: PlatformName, { state, reason, aliveAt }: RoadNote): Promise<void> {
    const facts = {
      what: "down" as const,
      platform,
      state: state === "open" ? ("lost" as const) : state,
      reason,
      since: aliveAt.toISOString(),
    };
    const gap = { platform, kind: "connection" as const, cause: reason ?? state, beganAt: aliveAt };
    if (await noticeGap(ctx, gap, facts)) {
      this.#logger.error({ platform, state: facts.state, reason }, "Messages of a platform do not arrive");
    }
  }

  /** Whether a kind of chat is heard as it usually is. */
  async #listen(ctx: Context, { platform, renew }: Watched, kind: Kind): Promise<void> {
    const inGroup = kind === "group";
    const heard = await lastHeard(ctx.db, platform, inGroup);
    const open = (await openGaps(ctx.db)).find((one) => one.platform === platform && one.kind === kind);
    if (open !== undefined) {
      const again = heard !== null && heard > open.noticedAt;
      if (again) await closeGap({ ...ctx, now: heard }, { ...open, platform, kind });
      return;
    }
    if (heard === null || this.#from === null) return;
    const since = new Date(Math.max(heard.getTime(), this.#from.getTime()));
    if (ctx.now.getTime() - since.getTime() < SHORTEST_SILENCE_MS) return;
    const usual = await this.#usualOf(ctx, platform, inGroup);
    const other = await this.#usualOf(ctx, platform, !inGroup);
    const expected = usual === null ? 0 : expectedBetween(ctx.park.calendar, usual, since, ctx.now);
    const others = await heardSince(ctx.db, platform, { inGroup: !inGroup, since });
    const share = usual === null ? null : usual.total / (usual.total + (other?.total ?? 0));
    if (!isDeaf({ expected, others, share })) return;
    const facts = {
      what: "silent" as const,
      platform,
      kind,
      since: heard.toISOString(),
      usual: Math.round(expected),
      others,
      renewed: renew !== null,
    };
    if (!(await noticeGap(ctx, { platform, kind, cause: "silent", beganAt: heard }, facts))) return;
    this.#logger.warn({ platform, kind, expected: facts.usual, others }, "A kind of chat is silent, unlike usual");
    renew?.();
  }

  async #usualOf(ctx: Context, platform: PlatformName, inGroup: boolean): Promise<Usual | null> {
    const name = `${platform} ${inGroup}`;
    const now = ctx.now.getTime();
    const kept = this.#usual.get(name);
    if (kept !== undefined && Math.abs(now - kept.at) < USUAL_FOR_MS) return kept.usual;
    const since = new Date(now - TWO_WEEKS_MS);
    const usual = usualOf(ctx.park.calendar, await heardByHour(ctx.db, platform, { inGroup, since }), ctx.now);
    this.#usual.set(name, { at: now, usual });
    return usual;
  }
}
