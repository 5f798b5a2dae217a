import { OPEN_STATES } from "../domain/issue.ts";
import type { ParkView } from "../domain/park-view.ts";
import type { Clock } from "../shared/clock.ts";
import type { Db } from "../store/client.ts";
import { countByState } from "../store/issues.ts";
import { outboxFigures } from "../store/notices.ts";

/** What the program can say of its own health: figures for a scrape, and the checks of readiness. */

export interface VitalsParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly park: () => ParkView;
}

/** Each worker's longest silence, in seconds; beyond it the program is not ready. The sweep runs every minute. */
const LATEST = { sweep: 180, courier: 120, inbound: 120 } as const;
type Worker = keyof typeof LATEST;

export class Vitals {
  readonly #parts: VitalsParts;
  /** On the machine's running time, which no jump of the program's clock touches. */
  readonly #beats: Record<Worker, number>;

  constructor(parts: VitalsParts) {
    this.#parts = parts;
    const now = performance.now();
    this.#beats = { sweep: now, courier: now, inbound: now };
  }

  /** Notes that a worker has come to the end of a round. */
  beat(worker: Worker): void {
    this.#beats[worker] = performance.now();
  }

  /** Seconds of real time since a worker's last round. */
  #age(worker: Worker): number {
    return (performance.now() - this.#beats[worker]) / 1000;
  }

  async snapshot() {
    const { db, clock, park } = this.#parts;
    const [outbox, states] = [await outboxFigures(db), await countByState(db)];
    const now = clock.now();
    return {
      outboxWaiting: Object.fromEntries(outbox.waiting),
      outboxDead: outbox.dead,
      outboxOldestSeconds: outbox.oldest === null ? 0 : (now.getTime() - outbox.oldest.getTime()) / 1000,
      issuesOpen: Object.fromEntries(OPEN_STATES.map((state) => [state, states.get(state) ?? 0])),
      sweepAgeSeconds: this.#age("sweep"),
      calendarYears: yearsAhead(park(), now).length,
    };
  }

  async #moving(worker: Worker) {
    const age = Math.round(this.#age(worker));
    return age > LATEST[worker] ? { ok: false, reason: `its last round ended ${age} s ago` } : { ok: true };
  }

  readonly checks = {
    database: async () => {
      await countByState(this.#parts.db);
      return { ok: true };
    },
    sweep: () => this.#moving("sweep"),
    courier: () => this.#moving("courier"),
    inbound: () => this.#moving("inbound"),
    /** Counting goes on by plain weekdays, so a missing year is a warning and no failure. */
    calendar: async () => {
      const now = this.#parts.clock.now();
      const park = this.#parts.park();
      const year = yearOf(park, now);
      const known = yearsAhead(park, now);
      if (known.includes(year)) return { ok: true };
      return {
        ok: true,
        reason: `no holiday list for ${year}: plain weekdays are counted; add holidays to the org file`,
      };
    },
  };
}

function yearOf(park: ParkView, now: Date): number {
  return Number(park.calendar.dateOf(now).slice(0, 4));
}

/** The years from this one on whose holidays are known. */
function yearsAhead(park: ParkView, now: Date): readonly number[] {
  const year = yearOf(park, now);
  return park.calendar.knownYears().filter((one) => one >= year);
}
