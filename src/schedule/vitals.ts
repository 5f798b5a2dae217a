import { OPEN_STATES } from "../domain/issue/issue.ts";
import type { PlatformName } from "../domain/park/org.ts";
import type { Park } from "../domain/park/park.ts";
import { unchecked } from "../features/delivery/alarms.ts";
import { quotasIn } from "../features/delivery/quotas.ts";
import { DOWN_AFTER_MS } from "../features/roads/watch.ts";
import type { OffsetClock } from "../shared/clock.ts";
import type { Db } from "../store/client.ts";
import { answers, countByState } from "../store/issues.ts";
import { outboxFigures } from "../store/outbox.ts";
import { lastHeard, pendingGaps, type RoadNote, readRoads } from "../store/roads.ts";

/** What the program can say of its own health: figures for a scrape, and the checks of readiness. */

export interface VitalsDeps {
  readonly db: Db;
  readonly clock: OffsetClock;
  readonly park: () => Park;
  /** The platforms that are heard. */
  readonly heard: readonly PlatformName[];
}

/** Each worker's longest silence, in seconds; beyond it the program is not ready. The sweep and the auditor run every minute. */
const LATEST = { sweep: 180, auditor: 180, courier: 120, sealer: 120, inbound: 120, roads: 120 } as const;
export type Worker = keyof typeof LATEST;

/** Of one road; ages are in seconds, null where nothing was ever heard. */
interface RoadFigures {
  readonly platform: PlatformName;
  readonly open: boolean;
  readonly aliveSeconds: number | null;
  readonly heardSeconds: { readonly group: number | null; readonly direct: number | null };
  /** What is, or may be, deaf now. */
  readonly deaf: readonly ("connection" | "group" | "direct")[];
}

export class Vitals {
  readonly #deps: VitalsDeps;
  /** On the machine's running time, which no jump of the program's clock touches. */
  readonly #beats: Record<Worker, number>;

  constructor(deps: VitalsDeps) {
    this.#deps = deps;
    const now = performance.now();
    this.#beats = { sweep: now, auditor: now, courier: now, sealer: now, inbound: now, roads: now };
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
    const { db, clock, park } = this.#deps;
    const [outbox, states] = [await outboxFigures(db), await countByState(db)];
    const now = clock.now();
    const { missing, failing, late, oldest } = await unchecked({ db, now });
    const age = (at: Date | null) => (at === null ? 0 : Math.max(0, (now.getTime() - at.getTime()) / 1000));
    return {
      outboxWaiting: Object.fromEntries(outbox.waiting),
      outboxDead: outbox.dead,
      outboxOldestSeconds: age(outbox.oldest),
      issuesUnchecked: missing + failing + late,
      uncheckedOldestSeconds: age(oldest),
      issuesOpen: Object.fromEntries(OPEN_STATES.map((state) => [state, states.get(state) ?? 0])),
      sweepAgeSeconds: this.#age("sweep"),
      calendarYears: yearsAhead(park(), now).length,
      roads: await this.#roads(now),
      quotas: await quotasIn(db, park().calendar.dateOf(now).slice(0, 7)),
    };
  }

  /** How each road stands, and for how long nothing came of each kind of chat. */
  async #roads(now: Date): Promise<readonly RoadFigures[]> {
    const { db, clock, heard } = this.#deps;
    const [notes, gaps] = [await readRoads(db, clock.offset), await this.#openGaps()];
    const age = (at: Date | null | undefined) =>
      at == null ? null : Math.max(0, (now.getTime() - at.getTime()) / 1000);
    return Promise.all(
      heard.map(async (platform) => {
        const note = notes.get(platform);
        const last = await lastHeard(db, platform);
        return {
          platform,
          open: note?.state === "open" && !isStale(note, now),
          aliveSeconds: note?.heard === true ? age(note.aliveAt) : null,
          heardSeconds: { group: age(last.group), direct: age(last.direct) },
          deaf: gaps.filter((one) => one.platform === platform).map(({ kind }) => kind),
        };
      }),
    );
  }

  async #openGaps() {
    const { db, heard } = this.#deps;
    const gaps = await pendingGaps(db);
    return gaps.filter(({ platform, endedAt }) => endedAt === null && heard.includes(platform));
  }

  async #moving(worker: Worker) {
    const age = Math.round(this.#age(worker));
    return age > LATEST[worker] ? { ok: false, reason: `its last round ended ${age} s ago` } : { ok: true };
  }

  /** Whether what is said arrives, by what is known of each road. Silence alone is a suspicion, and takes nobody out. */
  async #arriving() {
    const { db, clock, heard } = this.#deps;
    const now = clock.now();
    const notes = await readRoads(db, clock.offset);
    const faults: string[] = [];
    for (const platform of heard) {
      const note = notes.get(platform);
      if (note === undefined) continue;
      const { state, reason } = note;
      if (state !== "refused" && state !== "displaced" && !isStale(note, now)) continue;
      faults.push(
        `${platform}: ${state === "open" ? "nobody holds it" : state}${reason === null ? "" : ` (${reason})`}`,
      );
    }
    if (faults.length > 0) return { ok: false, reason: faults.join("; ") };
    const silent = (await this.#openGaps()).filter(({ kind }) => kind !== "connection");
    if (silent.length === 0) return { ok: true };
    const kinds = silent.map(({ platform, kind }) => `${platform}: no ${kind} messages, unlike usual`);
    return { ok: true, reason: kinds.join("; ") };
  }

  readonly checks = {
    database: async () => {
      await answers(this.#deps.db);
      return { ok: true };
    },
    sweep: () => this.#moving("sweep"),
    auditor: () => this.#moving("auditor"),
    /** A sweep that runs and gets nowhere. What failed by itself is told elsewhere, and no reason to take the program out. */
    checks: async () => {
      const { late } = await unchecked({ db: this.#deps.db, now: this.#deps.clock.now() });
      return late === 0 ? { ok: true } : { ok: false, reason: `${late} open issue(s) are not looked at in time` };
    },
    courier: () => this.#moving("courier"),
    sealer: () => this.#moving("sealer"),
    inbound: () => this.#moving("inbound"),
    roads: () => this.#moving("roads"),
    connections: () => this.#arriving(),
    /** Counting goes on by plain weekdays, so a missing year is a warning and no failure. */
    calendar: async () => {
      const now = this.#deps.clock.now();
      const park = this.#deps.park();
      const year = yearOf(park, now);
      const known = yearsAhead(park, now);
      const december = park.calendar.dateOf(now).slice(5, 7) === "12";
      const missing = [year, ...(december ? [year + 1] : [])].filter((one) => !known.includes(one));
      if (missing.length === 0) return { ok: true };
      return {
        ok: true,
        reason: `no holiday list for ${missing.join(" and ")}: plain weekdays are counted; add holidays to the org file`,
      };
    },
    // Each worker is one.
  } satisfies Readonly<Record<Worker, unknown>> & Readonly<Record<string, unknown>>;
}

/** Nothing has proved for too long that a road lives. */
function isStale({ aliveAt }: RoadNote, now: Date): boolean {
  return now.getTime() - aliveAt.getTime() >= DOWN_AFTER_MS;
}

function yearOf(park: Park, now: Date): number {
  return Number(park.calendar.dateOf(now).slice(0, 4));
}

/** The years from this one on whose holidays are known. */
function yearsAhead(park: Park, now: Date): readonly number[] {
  const year = yearOf(park, now);
  return park.calendar.knownYears().filter((one) => one >= year);
}
