import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { filedBy } from "./filed.ts";
import { type Message, Outside, smallPark } from "./outside.ts";
import { OwnPostgres } from "./own-postgres.ts";
import { Program } from "./program.ts";

/** One process on a PostgreSQL that is killed again and again while messages come in. */

const SIGNALS = ["SIGINT", "SIGQUIT", "SIGKILL"] as const;
const SENDERS = 8;

export interface Account {
  readonly sent: number;
  readonly acknowledged: number;
  /** How often a message was sent again, because it was not acknowledged. */
  readonly repeats: number;
  /** How the program ended before it was told to; null: it did not. */
  readonly died: number | string | null;
  /** How long after each return of the database the program acknowledged something again, in milliseconds. */
  readonly backAfter: readonly number[];
  /** Messages that are no issue, or more than one. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Issues that the department never heard of. */
  readonly untold: readonly number[];
  /** How many replies and notices arrived more often than once: a notice may, when its sending got no clear answer. */
  readonly repliesTwice: number;
  readonly noticesTwice: number;
  /** The exit code after SIGTERM. */
  readonly exit: number | string;
}

/** How often the database is killed, and how many messages come between two of these. */
export interface Killing {
  readonly kills: number;
  readonly each: number;
}

/** Kills the database so many times, under load, each time in another way, and counts what became of the messages. */
export async function killDatabase(killing: Killing, signal: AbortSignal): Promise<Account> {
  const folder = await mkdtemp(join(tmpdir(), "chaxu-killed-"));
  const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const postgres = await OwnPostgres.start();
    closers.push(() => postgres.remove());
    let program: Program | undefined;
    const outside = await Outside.open(folder, smallPark(), () => program?.url || "http://127.0.0.1:9");
    closers.push(() => outside.close());
    const env = { ...outside.env, DATA_DIR: folder, DATABASE_URL: postgres.url, LOG_LEVEL: "fatal" };
    program = await Program.start(env);
    closers.push(async () => program?.kill());
    return await live({ postgres, outside, program, folder }, killing, signal);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

interface Scene {
  readonly postgres: OwnPostgres;
  readonly outside: Outside;
  readonly program: Program;
  readonly folder: string;
}

async function live({ postgres, outside, program, folder }: Scene, { kills, each }: Killing, signal: AbortSignal) {
  await outside.moveClock(program, { at: "2025-11-17T09:00:00+08:00" });
  const load = new Load(outside, (kills + 1) * each, () => program.ended !== null || signal.aborted);
  const senders = load.send();
  const backAfter: number[] = [];
  for (let kill = 1; kill <= kills; kill++) {
    while (load.acknowledged < kill * each && program.ended === null) await sleep(5, undefined, { signal });
    await sleep(Math.random() * 60);
    await postgres.end(SIGNALS[kill % SIGNALS.length] ?? "SIGKILL");
    await sleep(Math.random() * 1_500);
    await postgres.startAgain();
    backAfter.push(await load.next(program, signal));
  }
  await senders;
  const died = program.ended;
  // What was taken in when the database went is taken up after some seconds, and a chat takes 18 messages a minute.
  for (let minute = 0; minute < 40 && program.ended === null; minute++) {
    await outside.moveClock(program, { advance: "1m" });
    if (minute > 2 && toldIn(outside).size >= load.messages.length) break;
  }
  program.signal("SIGTERM");
  const exit = await program.exit();
  const filed = await filedBy({ databaseUrl: postgres.url, dataDir: folder });
  const told = toldIn(outside);
  return {
    sent: load.messages.length,
    acknowledged: load.acknowledged,
    repeats: load.repeats,
    died,
    backAfter,
    lost: load.messages.map(({ id }) => id).filter((id) => !filed.has(id)),
    doubled: [...filed].filter(([, issues]) => issues.length > 1).map(([id]) => id),
    untold: [...filed.values()].flat().filter((id) => !told.has(id)),
    repliesTwice: twice(["qiye", "qiye2"].flatMap((chat) => outside.said(chat))),
    noticesTwice: twice(outside.said("gongdian")),
    exit,
  };
}

/** How many texts were there before. Each names its issue, so no two are the same by right. */
function twice(texts: readonly string[]): number {
  return texts.length - new Set(texts).size;
}

/** The issues that the department heard of. */
function toldIn(outside: Outside): ReadonlySet<number> {
  return new Set(outside.said("gongdian").flatMap((text) => Number(/新诉求 #(\d+)/.exec(text)?.[1] ?? [])));
}

/** Senders that repeat each message until it is acknowledged, as the platforms do. */
class Load {
  readonly messages: readonly Message[];
  acknowledged = 0;
  repeats = 0;
  readonly #outside: Outside;
  readonly #isOver: () => boolean;

  constructor(outside: Outside, count: number, isOver: () => boolean) {
    this.#outside = outside;
    this.#isOver = isOver;
    this.messages = Array.from({ length: count }, (_, index) => ({
      id: `under-load-${index}`,
      person: "周长友",
      chat: index % 2 === 0 ? "qiye" : "qiye2",
      text: `诉求 ${index}号车间停电`,
    }));
  }

  async send(): Promise<void> {
    const waiting = [...this.messages];
    const deliver = async () => {
      for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
        while ((await this.#outside.send(message)).status !== 200) {
          if (this.#isOver()) return;
          this.repeats += 1;
          await sleep(100);
        }
        this.acknowledged += 1;
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, deliver));
  }

  /** How long it takes until one more is acknowledged. */
  async next(program: Program, signal: AbortSignal): Promise<number> {
    const before = this.acknowledged;
    const began = performance.now();
    while (this.acknowledged === before && program.ended === null) await sleep(5, undefined, { signal });
    return Math.round(performance.now() - began);
  }
}
