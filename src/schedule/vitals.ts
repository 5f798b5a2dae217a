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

/** The sweep runs every minute; without one for this long, the program is not ready. */
const SWEEP_LATE_S = 180;

export class Vitals {
  readonly #parts: VitalsParts;
  /** On the machine's running time, which no jump of the program's clock touches. */
  #sweptAt = performance.now();

  constructor(parts: VitalsParts) {
    this.#parts = parts;
  }

  /** Notes that a sweep has ended. */
  swept(): void {
    this.#sweptAt = performance.now();
  }

  /** Seconds of real time since the last sweep. */
  get sweepAge(): number {
    return (performance.now() - this.#sweptAt) / 1000;
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
      sweepAgeSeconds: this.sweepAge,
      calendarYears: yearsAhead(park(), now).length,
    };
  }

  readonly checks = {
    database: async () => {
      await countByState(this.#parts.db);
      return { ok: true };
    },
    sweep: async () => {
      const age = Math.round(this.sweepAge);
      return age > SWEEP_LATE_S ? { ok: false, reason: `the last sweep was ${age} s ago` } : { ok: true };
    },
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
