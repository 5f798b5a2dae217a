import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import type { Keeper } from "../../src/connections/keeper.ts";
import type { Database } from "../../src/store/client.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { FakeConnection, RoadsWorld } from "../support/roads.ts";
import { openStore } from "../support/store.ts";

/** Milliseconds. A gap begins with the last proof of life, and a killed process has written some seconds before its end. */
const ROUGHLY_MS = 25_000;
/** What is shorter than that may be an interruption that takes nothing. */
const CERTAIN_MS = 30_000;

const SHORT = inject("form") === "short";
const SEEDS = SHORT ? [2] : Array.from({ length: 12 }, (_, index) => index + 1);
/** Of trouble. */
const MINUTES = SHORT ? 20 : 60;

interface Process {
  readonly connection: FakeConnection;
  readonly keeper: Keeper;
  /** What the test has done to it: it stands still until then, or its connection is away. */
  sleepsUntil: number;
  awayUntil: number;
  open: boolean;
  seen: number;
}

/** The same numbers for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A night in which connections break, and processes stand still, are killed and stopped; two of them at a time. */
class Night {
  readonly world: RoadsWorld;
  readonly #next: () => number;
  processes: Process[];
  /** From when until when nobody heard. */
  readonly deaf: { from: number; to: number }[] = [];
  #wasDeaf = true;

  constructor(world: RoadsWorld, seed: number) {
    this.world = world;
    this.#next = numbers(seed);
    this.processes = [this.#start(), this.#start()];
  }

  get now(): number {
    return this.world.clock.now().getTime();
  }

  #start(): Process {
    const connection = new FakeConnection();
    const keeper = this.world.process(connection, { owner: `process ${this.world.keepers.length}` });
    return { connection, keeper, sleepsUntil: 0, awayUntil: 0, open: false, seen: 0 };
  }

  async live(minutes: number, trouble: boolean): Promise<void> {
    const end = this.now + minutes * 60_000;
    while (this.now < end) {
      this.world.pass(5);
      if (trouble && this.#next() < 0.08) await this.#strike();
      for (const process of this.processes) if (process.sleepsUntil <= this.now) await this.#step(process);
      this.#listen();
    }
  }

  async #strike(): Promise<void> {
    const holder = this.processes.findIndex(({ connection }) => connection.latest?.closed === false);
    const index = this.#next() < 0.8 ? Math.max(0, holder) : 1;
    const process = this.processes[index];
    if (process === undefined) return;
    const kind = this.#next();
    const until = this.now + (this.#next() < 0.5 ? 20_000 : 300_000) * this.#next();
    if (kind < 0.55) process.awayUntil = until;
    else if (kind < 0.75) process.sleepsUntil = until;
    else {
      if (kind < 0.85) await process.keeper.close();
      process.connection.latest?.hooks.changed({ kind: "lost", reason: "killed" });
      this.world.keepers.splice(
        this.world.keepers.indexOf(process.keeper),
        1,
        this.world.process(null, { platforms: [] }),
      );
      this.processes = this.processes.with(index, this.#start());
    }
  }

  async #step(process: Process): Promise<void> {
    await process.keeper.round();
    const { connection } = process;
    const one = connection.latest;
    if (one === undefined || one.closed) {
      process.open = false;
      return;
    }
    if (connection.opened.length !== process.seen) {
      process.seen = connection.opened.length;
      process.open = false;
    }
    const reachable = process.awayUntil <= this.now;
    if (process.open !== reachable) {
      process.open = reachable;
      await this.world.becomes(connection, reachable ? { kind: "open" } : { kind: "lost", reason: "cut" });
    }
    if (process.open) one.aliveAt = this.world.clock.now();
  }

  #listen(): void {
    const hears = this.processes.some((one) => one.open && one.sleepsUntil <= this.now && !one.connection.last.closed);
    const last = this.deaf.at(-1);
    if (hears) this.#wasDeaf = false;
    else if (this.#wasDeaf && last !== undefined) last.to = this.now;
    else {
      this.deaf.push({ from: this.now, to: this.now });
      this.#wasDeaf = true;
    }
  }
}

describe("a night in which everything breaks", () => {
  let files: TestDatabase;
  let database: Database;
  let world: RoadsWorld;

  beforeAll(async () => {
    files = await freshDatabase("embedded");
    database = await openStore(files);
  });

  afterAll(async () => {
    await database.close();
    await files.drop();
  });

  afterEach(() => world.end());

  it.each(SEEDS)(
    "leaves no time unheard that is not noted, notes none twice, and tells of each in five minutes (%i)",
    async (seed) => {
      world = new RoadsWorld(database.db, "11-17 22:00");
      const night = new Night(world, seed);
      await night.live(2, false);
      night.deaf.splice(0);
      await night.live(MINUTES, true);
      await night.live(6, false);
      const gaps = await world.gaps();
      const unnoted = night.deaf.filter(({ from, to }) => {
        const inside = gaps.filter(
          ({ beganAt, endedAt }) => beganAt.getTime() <= to && (endedAt?.getTime() ?? to) >= from,
        );
        const noted = inside.reduce(
          (sum, { beganAt, endedAt }) =>
            sum + Math.min(to, endedAt?.getTime() ?? to) - Math.max(from, beganAt.getTime()),
          0,
        );
        return to - from >= CERTAIN_MS && noted < to - from - 10_000;
      });
      expect(unnoted).toEqual([]);
      expect(night.deaf.filter(({ from, to }) => to - from >= CERTAIN_MS).length).toBeGreaterThan(1);
      const sorted = [...gaps].sort((a, b) => a.beganAt.getTime() - b.beganAt.getTime());
      const twice = sorted.filter((gap, index) => {
        const before = sorted[index - 1]?.endedAt?.getTime() ?? 0;
        return before - gap.beganAt.getTime() > ROUGHLY_MS;
      });
      expect(twice).toEqual([]);
      expect(gaps.filter(({ endedAt }) => endedAt === null)).toEqual([]);
      const late = gaps.filter(({ endedAt, postedAt, beganAt }) => {
        const length = (endedAt?.getTime() ?? 0) - beganAt.getTime();
        return (
          length >= 600_000 && (postedAt?.getTime() ?? Number.POSITIVE_INFINITY) - (endedAt?.getTime() ?? 0) > 300_000
        );
      });
      expect(late).toEqual([]);
      const open = night.processes.filter(({ connection }) => connection.latest?.closed === false);
      expect(open).toHaveLength(1);
      await world.end();
    },
  );
});
