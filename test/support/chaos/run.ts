import { setTimeout as sleep } from "node:timers/promises";
import { eq, isNull, max } from "drizzle-orm";
import type { Db } from "../../../src/store/client.ts";
import { inbound, notices } from "../../../src/store/schema.ts";
import { openStore } from "../store.ts";
import { type Fault, faultsOf } from "./faults.ts";
import { readLedger } from "./ledger.ts";
import { Load } from "./load.ts";
import { Numbers } from "./numbers.ts";
import { type Episode, planned } from "./plan.ts";
import type { Call, Records, Trouble } from "./records.ts";
import { ACTS, Scene } from "./scene.ts";

/** One run: two acts under load and faults, a time to finish what was begun, and what is left. */

export interface Run {
  readonly records: Records;
  /** The exit codes of processes that were asked to stop when nothing was wrong. */
  readonly exits: readonly (number | string)[];
  /** Faults that this machine cannot have, and those that could not be made or ended, in words. */
  readonly notes: readonly string[];
  readonly repeated: number;
  readonly overtaken: number;
  /** How far the programs' time went on, in minutes, until nothing waited any more; null: something always did. */
  readonly drainedAfter: number | null;
}

/** Over a night, in which nothing but what presses goes out. */
const MOST_DRAINED_MINUTES = 30 * 60;
/** What the last fault left behind is put right before anybody is asked to stop. */
const SETTLED_MS = 12_000;

export async function run(seed: number, minutes: number, tell: (line: string) => void): Promise<Run> {
  const closers: (() => Promise<unknown>)[] = [];
  try {
    const scene = await Scene.open(closers);
    return await new Runner(scene, seed, tell).run(minutes);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

class Runner {
  readonly #scene: Scene;
  readonly #seed: number;
  readonly #tell: (line: string) => void;
  readonly #faults: readonly Fault[];
  readonly #load: Load;
  readonly #troubles: Trouble[] = [];
  readonly #notes: string[] = [];
  readonly #exits: (number | string)[] = [];

  constructor(scene: Scene, seed: number, tell: (line: string) => void) {
    this.#scene = scene;
    this.#seed = seed;
    this.#tell = tell;
    this.#faults = faultsOf(scene, new Numbers(seed + 1));
    this.#load = new Load(scene, seed + 2);
    if (scene.disk === null) this.#notes.push("no full disk: this machine does not let the test mount a small one");
  }

  async run(minutes: number): Promise<Run> {
    const span = { seed: this.#seed, parts: ACTS.length, milliseconds: (minutes * 60_000) / ACTS.length };
    const plan = planned(this.#faults, span);
    for (const [part, act] of ACTS.entries()) {
      this.#tell(`act ${part + 1}: ${act}`);
      await this.#scene.play(act);
      const began = Date.now();
      this.#load.begin();
      for (const episode of plan.filter((one) => one.part === part)) await this.#live(episode, began);
      await sleep(Math.max(0, began + span.milliseconds - Date.now()));
      await this.#load.end();
      await sleep(SETTLED_MS);
      if (part < ACTS.length - 1) await this.#stop();
    }
    const { db, close } = await openStore({ databaseUrl: this.#scene.postgres.url, dataDir: "" });
    try {
      const drainedAfter = await this.#drain(db);
      const lastDrained = drainedAfter === null ? 0 : await lastNotice(db);
      await this.#stop();
      return { ...(await this.#left(db, lastDrained)), drainedAfter };
    } finally {
      await close();
    }
  }

  async #live({ at, to, faults }: Episode, began: number): Promise<void> {
    await sleep(Math.max(0, began + at - Date.now()));
    const chosen = this.#faults.filter(({ name }) => faults.includes(name));
    this.#tell(`${Math.round((Date.now() - began) / 1000)} s: ${faults.join(" + ")}`);
    const froms = new Map<Fault, number>();
    for (const one of chosen) {
      froms.set(one, Date.now());
      await this.#attempt(one.name, one.begin());
    }
    await sleep(Math.max(0, began + to - Date.now()));
    for (const one of chosen.toReversed()) {
      await this.#attempt(one.name, one.end());
      this.#troubles.push({ name: one.name, group: one.group, from: froms.get(one) ?? 0, to: Date.now() });
    }
  }

  async #attempt(name: string, doing: Promise<void>): Promise<void> {
    try {
      await doing;
    } catch (error) {
      this.#notes.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #stop(): Promise<void> {
    this.#exits.push(...(await Promise.all(this.#scene.replicas.map((one) => one.stop()))));
  }

  /** Time goes on until nothing waits: pauses of minutes are those of messages that failed again and again. */
  async #drain(db: Db): Promise<number | null> {
    for (let minutes = 0; minutes < MOST_DRAINED_MINUTES; ) {
      if ((await unfinished(db)) === 0) return minutes;
      const step = minutes < 10 ? 1 : minutes < 60 ? 5 : 30;
      await this.#scene.advance(step * 60_000);
      minutes += step;
      await sleep(2_500);
    }
    return null;
  }

  async #left(db: Db, lastDrained: number): Promise<Omit<Run, "drainedAfter">> {
    const { said, repeated, overtaken } = this.#load;
    const { transcript, replicas, clock } = this.#scene;
    const ledger = await readLedger(db, clock.now());
    const ends = replicas.flatMap((one) => one.ends);
    const lived = { said, troubles: this.#troubles, ends, shown: transcript.all, calls: this.#calls(), lastDrained };
    const records = { ...lived, ...ledger };
    return { records, repeated, overtaken, exits: this.#exits, notes: this.#notes };
  }

  /** What came to the robots whose messages are counted by the minute. */
  #calls(): readonly Call[] {
    const { wecom, dingtalk } = this.#scene;
    const call = (robot: string, at: Date): Call => ({ robot, at: at.getTime(), realAt: this.#scene.realAt(at) });
    const ofDingtalk = dingtalk.requests.filter(({ endpoint }) => endpoint === "webhook");
    return [
      ...wecom.requests.map(({ key, at }) => call(`WeCom's webhook ${key}`, at)),
      ...ofDingtalk.map(({ query, at }) => call(`DingTalk's webhook ${query["access_token"] ?? ""}`, at)),
    ];
  }
}

async function lastNotice(db: Db): Promise<number> {
  const [row] = await db.select({ id: max(notices.id) }).from(notices);
  return row?.id ?? 0;
}

async function unfinished(db: Db): Promise<number> {
  const waiting = await db.$count(notices, eq(notices.state, "waiting"));
  return waiting + (await db.$count(inbound, isNull(inbound.doneAt)));
}
