import type { PlatformName } from "../domain/park/org.ts";
import { closeGap } from "../features/roads/gaps.ts";
import { DOWN_AFTER_MS } from "../features/roads/watch.ts";
import type { Context } from "../issues/context.ts";
import type { ConnectionState } from "../platforms/connection.ts";
import type { OffsetClock } from "../shared/clock.ts";
import type { Db } from "../store/client.ts";
import { holdsLease } from "../store/leases.ts";
import { hastenNotices } from "../store/notices.ts";
import {
  gapsSince,
  type Hearing,
  lockRoad,
  type RoadNote,
  rewriteRoad,
  writeHearings,
  writeRoad,
} from "../store/roads.ts";
import { type Cut, OPENING, type Road } from "./road.ts";
import type { Mark, Stopwatch } from "./stopwatch.ts";

export interface BookDeps {
  readonly db: Db;
  readonly clock: OffsetClock;
  readonly watch: Stopwatch;
  readonly owner: string;
  readonly ctx: (db: Db) => Context;
  readonly watches: boolean;
  /**
   * In milliseconds: who wrote so shortly ago that it is open was open until now. Shorter than it takes to replace a killed
   * process, and longer than an ordered start anew, which is no gap.
   */
  readonly unbrokenMs: number;
}

/** So long an interruption of a program that hears by callbacks is none: the platforms call again. */
const CALLED_AGAIN_MS = 60_000;

/** A road at the moment at which it is written down. */
interface Present {
  readonly road: Road;
  readonly state: ConnectionState;
  readonly alive: Mark | null;
  readonly cuts: readonly Cut[];
}

export function leaseOf(platform: PlatformName): string {
  return `connection ${platform}`;
}

/** Writes down how the roads stand, for every process and whoever watches, and what was missed on them. */
export class Book {
  readonly #deps: BookDeps;

  constructor(deps: BookDeps) {
    this.#deps = deps;
  }

  /**
   * Resolves with whether something can be sent again, and when a new connection was last wished for. What fails is still to
   * be written. Null: there is nothing to write.
   */
  async write(road: Road): Promise<{ readonly opened: boolean; readonly renewAt: string | null } | null> {
    const { state } = road;
    if (state === null || this.#justBegun(road, state)) return null;
    const now = this.#deps.watch.mark();
    const byCallbacks = road.platform.connection === undefined;
    const cuts = byCallbacks ? [...road.cuts, ...this.#lapse(road, now)] : road.cuts;
    const present = { road, state, cuts, alive: byCallbacks ? now : road.alive };
    const note = (await this.#again(present)) ?? (await this.#anew(present));
    if (byCallbacks) road.alive = now;
    road.cuts = road.cuts.slice(cuts.length);
    const alive = note.aliveAt.getTime() - this.#deps.clock.offset;
    road.written = { state: state.kind, at: now, alive };
    return { opened: cuts.length > 0, renewAt: note.renewAt };
  }

  /** Until it is open, or is known not to be, what the process before wrote stands: it may have been open until now. */
  #justBegun({ lostAt }: Road, state: ConnectionState): boolean {
    const begun = state.kind === "lost" && state.reason === OPENING && lostAt !== null;
    return begun && this.#deps.watch.since(lostAt) < this.#deps.unbrokenMs;
  }

  /** A program that hears by callbacks hears while it can keep what it hears: from one note to the next. */
  #lapse({ alive }: Road, to: Mark): readonly Cut[] {
    if (alive === null || this.#deps.watch.since(alive) <= CALLED_AGAIN_MS) return [];
    return [{ from: alive, to, cause: null }];
  }

  /** Nothing has changed, and nobody else has written: one statement. What others knew of the road's life stays. */
  async #again({ road, state, cuts, alive }: Present): Promise<RoadNote | null> {
    const { written, leaving } = road;
    if (cuts.length > 0 || written?.state !== state.kind || leaving) return null;
    const newer = state.kind === "open" && alive !== null && alive.wall > written.alive;
    const aliveAt = newer ? this.#deps.watch.at(alive) : new Date(written.alive + this.#deps.clock.offset);
    const hearing = this.#hearing(road);
    return rewriteRoad(this.#deps.db, road.platform.name, { ...this.#entry(state), aliveAt, hearing });
  }

  #anew(present: Present): Promise<RoadNote> {
    const { name } = present.road.platform;
    const { db, clock, watch } = this.#deps;
    return db.transaction(async (tx) => {
      const note = await lockRoad(tx, name, clock.offset);
      const now = clock.now();
      const own = present.alive === null ? null : watch.at(present.alive);
      const aliveAt = latest(own, note?.aliveAt ?? null) ?? now;
      const heard = own !== null || note?.heard === true;
      const hearings = this.#hearings(present.road, note);
      const fresh = { ...this.#entry(present.state), aliveAt, heard, hearings };
      if (!(await this.#speaks(tx, present, note))) {
        if (present.road.shared) await writeHearings(tx, name, hearings);
        return note ?? { ...fresh, renewAt: null };
      }
      for (const cut of present.cuts) await this.#judge(tx, { ...present, note, cut });
      if (present.cuts.length > 0) await hastenNotices(tx, name, now);
      await writeRoad(tx, name, fresh);
      return { ...fresh, renewAt: note?.renewAt ?? null };
    });
  }

  /** Null: its connection is not open, or nobody else may have one. */
  #hearing({ shared, state, openedAt }: Road): Hearing | null {
    if (!shared || state?.kind !== "open" || openedAt === null) return null;
    return { since: openedAt.wall, at: this.#deps.watch.mark().wall };
  }

  /** Who leaves while others hear hears no more; who is alone may be back at once. */
  #hearings(road: Road, note: RoadNote | null): RoadNote["hearings"] {
    const others = this.#others(note, this.#deps.watch.mark());
    const own = this.#hearing(road);
    if (own === null || (road.leaving && Object.keys(others).length > 0)) return others;
    return { ...others, [this.#deps.owner]: own };
  }

  /** The other processes that hear, as far as they have said lately. */
  #others(note: RoadNote | null, now: Mark): RoadNote["hearings"] {
    const { owner, unbrokenMs } = this.#deps;
    const all = Object.entries(note?.hearings ?? {});
    return Object.fromEntries(all.filter(([by, { at }]) => by !== owner && now.wall - at < unbrokenMs));
  }

  #entry(state: ConnectionState) {
    const { clock, owner } = this.#deps;
    const reason = state.kind === "open" ? null : state.reason;
    return { state: state.kind, reason, at: clock.now(), by: owner, ahead: clock.offset };
  }

  /** Of one connection who holds it, asked under the lock: a process that stood still may wake up here. Of several who is open. */
  async #speaks(tx: Db, { road, state }: Present, note: RoadNote | null): Promise<boolean> {
    const { owner, clock } = this.#deps;
    if (road.exclusive) return holdsLease(tx, { name: leaseOf(road.platform.name), owner });
    if (state.kind === "open" || note === null || note.by === owner || note.state !== "open") return true;
    return clock.now().getTime() - note.at.getTime() >= DOWN_AFTER_MS;
  }

  /** Nothing was missed while another process was open, or before the road ever was. */
  async #judge(tx: Db, present: Judged) {
    const { road, note, cut } = present;
    const { ctx, watch, watches } = this.#deps;
    if (note === null || !watches) return;
    const span = road.shared ? await this.#unheard(tx, present, note) : this.#missed(present, note);
    await closeGap(ctx(tx), {
      platform: road.platform.name,
      kind: "connection",
      cause: cut.cause ?? (note.reason === OPENING ? null : note.reason) ?? "the program did not run",
      beganAt: note.heard ? (span?.beganAt ?? null) : null,
      endedAt: span?.endedAt ?? watch.at(cut.to),
      posts: note.heard,
    });
  }

  /** On a road that one process has at a time, or that is called. Null: nothing. */
  #missed({ road, cut }: Judged, note: RoadNote): Span | null {
    const { owner, watch, unbrokenMs } = this.#deps;
    const endedAt = watch.at(cut.to);
    const beganAt = latest(cut.from === null ? null : watch.at(cut.from), note.aliveAt) ?? endedAt;
    const others = note.by !== owner && note.state === "open";
    const unbroken = others && endedAt.getTime() - note.at.getTime() < unbrokenMs;
    const harmless = road.platform.connection === undefined ? CALLED_AGAIN_MS : 0;
    return unbroken || endedAt.getTime() - beganAt.getTime() <= harmless ? null : { beganAt, endedAt };
  }

  /**
   * On a road with several connections: what came while none was open, which no platform sends again. Who is the first to be
   * open again notes it; who comes later notes what of it nobody has.
   */
  async #unheard(tx: Db, { road, cut }: Judged, note: RoadNote): Promise<Span | null> {
    const { watch } = this.#deps;
    const others = Object.values(this.#others(note, cut.to)).map(({ since }) => since);
    const from = cut.from === null ? null : watch.at(cut.from);
    if (others.length === 0) {
      const [beganAt, endedAt] = [latest(from, note.aliveAt) ?? note.aliveAt, watch.at(cut.to)];
      return beganAt < endedAt ? { beganAt, endedAt } : null;
    }
    if (from === null) return null;
    const endedAt = watch.at({ ...cut.to, wall: Math.min(cut.to.wall, ...others) });
    const noted = await gapsSince(tx, road.platform.name, from);
    const beganAt = noted.reduce((last, gap) => latest(last, gap.endedAt) ?? last, from);
    return beganAt < endedAt ? { beganAt, endedAt } : null;
  }
}

interface Judged extends Present {
  readonly note: RoadNote | null;
  readonly cut: Cut;
}

interface Span {
  readonly beganAt: Date;
  readonly endedAt: Date;
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
