import { is } from "drizzle-orm";
import { PgliteDatabase } from "drizzle-orm/pglite";
import type { Db } from "./client.ts";

/**
 * What a transaction writes and waits for at its end alone: it goes to the server together with the commit. Only prepared
 * statements, which are on their way before the next one is asked for.
 */
export class Writes {
  readonly #all: Promise<unknown>[] = [];
  /** Something among them waits to be sent, and may go at once. */
  sends = false;

  add(write: Promise<unknown>): void {
    // Who waits for all of them hears of it.
    write.catch(() => {});
    this.#all.push(write);
  }

  /** Rejects with what the first one failed with: nothing of its transaction is kept then. */
  async done(): Promise<void> {
    for (const one of this.#all) await one;
  }
}

/** A transaction that does not wait for what it writes before its end. */
export async function writeTogether<Result>(
  db: Db,
  work: (tx: Db, writes: Writes) => Promise<Result>,
): Promise<Result> {
  const writes = new Writes();
  let result: Result;
  try {
    result = await db.transaction(async (tx) => {
      const done = await work(tx, writes);
      // There is no way to be saved, and the commit must not come first.
      if (is(db, PgliteDatabase)) await writes.done();
      return done;
    });
  } catch (error) {
    // What fails behind a write that failed says nothing but that.
    await writes.done();
    throw error;
  }
  // After a failure the server has answered the commit with a rollback.
  await writes.done();
  return result;
}
