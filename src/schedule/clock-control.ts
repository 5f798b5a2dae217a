import { setTimeout as sleep } from "node:timers/promises";
import type { OffsetClock } from "../shared/clock.ts";
import { ChaxuError } from "../shared/errors.ts";
import type { Db } from "../store/client.ts";
import { anyHeld } from "../store/notices.ts";
import { dropSettings, raiseSetting, readSetting, writeSetting } from "../store/settings.ts";
import { forgetSlots, ledgerIsEmpty } from "../store/slots.ts";
import { forgetRuleThemeDays } from "../store/theme-days.ts";
import { nextDue, type SweepDeps, sweep } from "./sweep.ts";

/** The sandbox clock: an offset in the database, one for all replicas, moved forward through every due moment. */

const OFFSET = "clock-offset";
/** A jump that finds more due moments than this has a fault, not a schedule. */
const MOST_STEPS = 200_000;
/** How long a jump waits, in real time, for what other processes are sending, so that each message goes at its own time. */
const PATIENCE_MS = 6_000;
const POLL_MS = 20;

/** Takes over the offset that is in force. Called for a sandbox alone: otherwise the clock is the machine's. */
export async function readOffset(db: Db, clock: OffsetClock): Promise<void> {
  const value = await readSetting(db, OFFSET);
  clock.offset = typeof value === "number" ? value : 0;
}

export interface ClockControlDeps extends SweepDeps {
  readonly clock: OffsetClock;
  /** Whether any replica may move it. */
  readonly moves: boolean;
  /** Sends all that can go. Waited for at each moment, so that a message goes at its own time and in its turn. */
  readonly drain: () => Promise<void>;
}

/** Moves the clock, one jump after the other. */
export class ClockControl {
  readonly #deps: ClockControlDeps;
  readonly #clock: OffsetClock;
  #jump: Promise<unknown> = Promise.resolve();
  #moving = false;
  #reading: Promise<void> | null = null;
  #patience = PATIENCE_MS;

  constructor(deps: ClockControlDeps) {
    this.#deps = deps;
    this.#clock = deps.clock;
  }

  /** Moves to a moment, one jump after the other. Throws a ChaxuError `clock-backwards` when it lies in the past of a ledger. */
  moveTo(target: (now: Date) => Date): Promise<Date> {
    return this.#inTurn(() => this.#pass(target));
  }

  /** Sends what can go at the present moment, and looks for nothing that has become due: a message has been answered. */
  async send(): Promise<void> {
    await this.#inTurn(async () => {
      this.#patience = PATIENCE_MS;
      await this.#deps.drain();
      await this.#othersSent();
    });
  }

  /** Whether a jump is on its way: it does at each moment what is due then, and nobody else may meanwhile send a part of it. */
  get moving(): boolean {
    return this.#moving;
  }

  /** The present moment, as all replicas have it: another one may have moved the clock. Who asks while it is read, shares that. */
  async present(): Promise<Date> {
    if (this.#deps.moves && !this.#moving) {
      this.#reading ??= readOffset(this.#deps.db, this.#clock).finally(() => {
        this.#reading = null;
      });
      await this.#reading;
    }
    return this.#clock.now();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const jump = this.#jump.then(() => {
      this.#moving = true;
      return work().finally(() => {
        this.#moving = false;
      });
    });
    this.#jump = jump.catch(() => {});
    return jump;
  }

  async #pass(choose: (now: Date) => Date): Promise<Date> {
    this.#patience = PATIENCE_MS;
    await readOffset(this.#deps.db, this.#clock);
    const now = this.#clock.now();
    const target = choose(now);
    if (target < now) {
      await this.#moveBack(target);
      await this.#sweep();
    } else {
      await this.#passMoments(target);
      if (target > this.#clock.now()) {
        await this.#set(target);
        await this.#sweep();
      }
    }
    await this.#othersSent();
    return this.#clock.now();
  }

  async #moveBack(target: Date): Promise<void> {
    if (!(await ledgerIsEmpty(this.#deps.db))) {
      throw new ChaxuError(
        "clock-backwards",
        "The clock goes forward only once there are issues: choose a later moment.",
      );
    }
    await forgetSlots(this.#deps.db);
    await forgetRuleThemeDays(this.#deps.db);
    await dropSettings(this.#deps.db, "told-");
    this.#clock.offset = this.#offsetAt(target);
    await writeSetting(this.#deps.db, OFFSET, this.#clock.offset);
  }

  /** Each due moment at its own time, so that a ladder's steps, slots and quiet hours come in order. */
  async #passMoments(target: Date): Promise<void> {
    await this.#sweep();
    for (let step = 0; step < MOST_STEPS; step++) {
      // Nothing lies between now and now, so nothing is asked for it.
      if (target <= this.#clock.now()) return;
      const next = await nextDue(this.#deps, this.#clock.now());
      if (next === null || next > target) return;
      await this.#set(next);
      await this.#sweep();
    }
    throw new ChaxuError(
      "clock-stuck",
      "The clock found no end of due moments: look at the log for a job that repeats.",
    );
  }

  async #sweep(): Promise<void> {
    await sweep(this.#deps);
    await this.#deps.drain();
  }

  /** Never back: another process may have moved the clock further meanwhile. */
  async #set(moment: Date): Promise<void> {
    await this.#othersSent();
    this.#clock.offset = await raiseSetting(this.#deps.db, OFFSET, this.#offsetAt(moment));
  }

  async #othersSent(): Promise<void> {
    while (this.#patience > 0 && (await anyHeld(this.#deps.db))) {
      await sleep(POLL_MS);
      this.#patience -= POLL_MS;
    }
  }

  #offsetAt(moment: Date): number {
    return this.#clock.offset + moment.getTime() - this.#clock.now().getTime();
  }
}
