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
  type Ledger,
  lockRoad,
  NO_LEDGER,
  type RoadNote,
  rewriteRoad,
  type Span,
  writeLedger,
  writeRoad,
} from "../store/roads.ts";
import { enter, settle } from "./hearings.ts";
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
    road.written = { state: state.kind, at: now, alive, ledger: note.ledger };
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
  async #again(present: Present): Promise<RoadNote | null> {
    const { road, state, cuts, alive } = present;
    const { written, leaving } = road;
    if (cuts.length > 0 || written?.state !== state.kind || leaving) return null;
    const newer = state.kind === "open" && alive !== null && alive.wall > written.alive;
    const aliveAt = newer ? this.#deps.watch.at(alive) : new Date(written.alive + this.#deps.clock.offset);
    const { ledger, unheard } = this.#heard(present, written.ledger);
    if (unheard.length > 0) return null;
    const entry = { ...this.#entry(state), aliveAt, ...(road.shared ? { ledger } : {}) };
    return rewriteRoad(this.#deps.db, road.platform.name, entry, written.ledger);
  }

  #anew(present: Present): Promise<RoadNote> {
    const { road, state } = present;
    const { name } = road.platform;
    const { db, clock, watch } = this.#deps;
    return db.transaction(async (tx) => {
      const note = await lockRoad(tx, name, clock.offset);
      const now = clock.now();
      const own = present.alive === null ? null : watch.at(present.alive);
      const aliveAt = latest(own, note?.aliveAt ?? null) ?? now;
      const heard = own !== null || note?.heard === true;
      const { ledger, unheard } = this.#heard(present, note?.ledger ?? NO_LEDGER);
      const fresh = { ...this.#entry(state), aliveAt, heard, ledger };
      const speaks = await this.#speaks(tx, present, note);
      if (!speaks && !road.shared) return note ?? { ...fresh, renewAt: null };
      if (note !== null) await this.#judge(tx, { ...present, note, unheard });
      if (present.cuts.length > 0) await hastenNotices(tx, name, now);
      if (speaks) await writeRoad(tx, name, fresh);
      else await writeLedger(tx, name, ledger);
      return speaks || note === null ? { ...fresh, renewAt: note?.renewAt ?? null } : { ...note, ledger };
    });
  }

  /** What all processes heard on a road on which each may have a connection, and what by now is known to be missed. */
  #heard({ road, state, cuts, alive }: Present, before: Ledger): { ledger: Ledger; unheard: readonly Span[] } {
    if (!road.shared) return { ledger: before, unheard: [] };
    const { owner, watch, unbrokenMs } = this.#deps;
    const at = watch.mark().wall;
    const { openedAt, leaving: leaves } = road;
    const isOpen = state.kind === "open" && openedAt !== null && alive !== null;
    // One that is closed in order was open until now.
    const until = leaves && isOpen ? at : (alive?.wall ?? null);
    const account = {
      owner,
      cuts: cuts.map(({ from, to }) => ({ from: from?.wall ?? null, to: to.wall })),
      since: isOpen ? openedAt.wall : null,
      until,
      leaves,
      at,
    };
    return settle(enter(before, account, unbrokenMs), at, unbrokenMs);
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

  /** Notes what was missed since the road was last open, and that it is open again; nothing is missed before it ever was. */
  async #judge(tx: Db, present: Judged) {
    const { road, note, cuts, unheard } = present;
    const { ctx, watch, watches, clock } = this.#deps;
    if (!watches) return;
    const moment = (wall: number) => new Date(wall + clock.offset);
    const missed = road.shared
      ? unheard.map(({ since, until }) => ({ beganAt: moment(since), endedAt: moment(until) }))
      : cuts.flatMap((cut) => this.#missed(present, cut) ?? []);
    const opened = cuts.at(-1);
    // What is down for all is over when one of them opens, though nothing may be missed.
    const over = opened === undefined ? [] : [{ beganAt: null, endedAt: watch.at(opened.to) }];
    const known = note.reason === OPENING ? null : note.reason;
    const cause = cuts.find((one) => one.cause !== null)?.cause ?? known ?? "the program did not run";
    for (const { beganAt, endedAt } of missed.length > 0 ? missed : over) {
      const span = { beganAt: note.heard ? beganAt : null, endedAt };
      await closeGap(ctx(tx), { platform: road.platform.name, kind: "connection", cause, ...span, posts: note.heard });
    }
  }

  /** On a road that one process has at a time, or that is called. Null: nothing. */
  #missed({ road, note }: Judged, cut: Cut): { readonly beganAt: Date; readonly endedAt: Date } | null {
    const { owner, watch, unbrokenMs } = this.#deps;
    const endedAt = watch.at(cut.to);
    const beganAt = latest(cut.from === null ? null : watch.at(cut.from), note.aliveAt) ?? endedAt;
    const others = note.by !== owner && note.state === "open";
    const unbroken = others && endedAt.getTime() - note.at.getTime() < unbrokenMs;
    const harmless = road.platform.connection === undefined ? CALLED_AGAIN_MS : 0;
    return unbroken || endedAt.getTime() - beganAt.getTime() <= harmless ? null : { beganAt, endedAt };
  }
}

interface Judged extends Present {
  readonly note: RoadNote;
  readonly unheard: readonly Span[];
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
