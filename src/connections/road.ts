import type { ConnectionState, OpenConnection } from "../platforms/connection.ts";
import type { Platform } from "../platforms/platform.ts";
import type { Ledger } from "../store/roads.ts";
import type { Mark, Stopwatch } from "./stopwatch.ts";

/** From when until when this process heard nothing. */
export interface Cut {
  /** Null: it had not heard anything before; somebody else may have. */
  readonly from: Mark | null;
  readonly to: Mark;
  /** Fit for a log; null where this process does not know it. */
  readonly cause: string | null;
}

/** More are told as one: the last goes on. */
const MOST_CUTS = 100;
/** Why a connection is not open that has not said anything yet. */
export const OPENING = "it is being opened";

/** One platform's road as this process has it. */
export class Road {
  readonly platform: Platform;
  readonly #watch: Stopwatch;
  connection: OpenConnection | null = null;
  /** The one before is still being closed. */
  closing = false;
  state: ConnectionState | null = null;
  /** When it last proved that what is said arrives. Null before the first. */
  alive: Mark | null = null;
  /** Since when it is open, once it is. */
  openedAt: Mark | null = null;
  /** The process ends, and its connection with it. */
  leaving = false;
  /** Since when it is not open, while it is not. */
  lostAt: Mark | null = null;
  /** When the lease was last renewed; null where somebody else has it. */
  heldAt: Mark | null = null;
  /** When this process last let another one try. */
  restsFrom: Mark | null = null;
  /** What is not written down yet, oldest first. */
  cuts: readonly Cut[] = [];
  /** What was last written down, and when. `alive`: until when the road was, by whoever knows it best; on the machine's clock. */
  written: {
    readonly state: ConnectionState["kind"];
    readonly at: Mark;
    readonly alive: number;
    readonly ledger: Ledger;
  } | null = null;
  /** The last wish for a new connection that was met; undefined before the first look. */
  renewed: string | null | undefined;
  /** Counts its connections: one that was closed here may still say how it ends. */
  #count = 0;
  #cause: string | null = null;
  /** What its connection last said of the other side. */
  #heard = Number.NaN;

  constructor(platform: Platform, watch: Stopwatch) {
    this.platform = platform;
    this.#watch = watch;
  }

  /** Of a kind that one process of all may have. */
  get exclusive(): boolean {
    return this.platform.connection?.exclusive === true;
  }

  /** Of a kind that each process may have: what is said goes to one of them. */
  get shared(): boolean {
    return this.platform.connection?.exclusive === false;
  }

  /** A connection begins: it is not open before it says so. Returns by which it is asked whether it is still the one. */
  begins(): () => boolean {
    const own = ++this.#count;
    this.state = { kind: "lost", reason: OPENING };
    this.lostAt = this.#watch.mark();
    this.#heard = Number.NaN;
    return () => own === this.#count;
  }

  /** Ends what its connection may say. Returns it. */
  takeOff(): OpenConnection | null {
    const { connection } = this;
    this.#count += 1;
    this.connection = null;
    return connection;
  }

  becomes(state: ConnectionState): void {
    const before = this.state;
    if (state.kind === "open") {
      if (before?.kind !== "open") this.#opens();
    } else {
      if (before?.kind === "open") this.stamp(Number.POSITIVE_INFINITY);
      if (before?.kind !== state.kind) this.lostAt = this.#watch.mark();
      this.#cause = state.reason;
    }
    this.state = state;
  }

  #opens(): void {
    const now = this.#watch.mark();
    this.cut({ from: this.alive, to: now, cause: this.#cause });
    this.alive = now;
    this.openedAt = now;
    this.lostAt = null;
    this.#cause = null;
  }

  cut(cut: Cut): void {
    const last = this.cuts.at(-1);
    if (last === undefined || this.cuts.length < MOST_CUTS) this.cuts = [...this.cuts, cut];
    else this.cuts = [...this.cuts.slice(0, -1), { ...last, to: cut.to }];
  }

  /** Takes over when its connection last heard of the other side, which was in the last `within` milliseconds if it is new. */
  stamp(within: number): void {
    const heard = this.connection?.aliveAt()?.getTime();
    if (this.state?.kind !== "open" || heard === undefined || heard === this.#heard) return;
    this.#heard = heard;
    const ago = this.#watch.at(this.#watch.mark()).getTime() - heard;
    const mark = this.#watch.mark(Math.min(Math.max(0, ago), within));
    if (this.alive === null || mark.running > this.alive.running) this.alive = mark;
  }

  /** It is not this process's any more, or not trusted. Resolves when nothing of it is left. */
  async drop(): Promise<void> {
    const connection = this.takeOff();
    this.state = null;
    this.lostAt = null;
    this.written = null;
    this.cuts = [];
    if (connection === null) return;
    this.closing = true;
    await connection.close().finally(() => {
      this.closing = false;
    });
  }
}
