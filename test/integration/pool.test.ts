import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { LastingPool } from "../../src/store/pool.ts";
import { variant } from "../support/told.ts";

const URL_OF_SERVER = () => inject("postgresUrl");
const OWN = sql`select pg_backend_pid() as id`;

describe("the connections to PostgreSQL", () => {
  let pool: LastingPool;
  let other: Client;
  beforeEach(async () => {
    pool = new LastingPool(URL_OF_SERVER(), 600);
    other = new Client(URL_OF_SERVER());
    await other.connect();
  });
  afterEach(async () => {
    await pool.end();
    await other.end();
  });

  const idOf = (answer: { rows: Record<string, unknown>[] }) => Number(answer.rows[0]?.["id"]);
  const cut = (id: number) => other.query("select pg_terminate_backend($1, 1000)", [id]);

  it("are made anew when they were cut inside a transaction, between two queries: no place is lost", async () => {
    const db = drizzle(pool);
    for (let round = 0; round < 12; round++) {
      const failed = db.transaction(async (tx) => {
        await cut(idOf(await tx.execute(OWN)));
        await tx.execute(OWN);
      });
      await expect(failed).rejects.toThrow();
    }
    expect(idOf(await db.execute(OWN))).toBeGreaterThan(0);
    expect(pool.totalCount).toBeLessThanOrEqual(1);
  });

  variant("are given back when not even a transaction could begin on them", async () => {
    const db = drizzle(pool);
    for (let round = 0; round < 12; round++) {
      const id = idOf(await db.execute(OWN));
      const isCut = other.query(`select pg_terminate_backend(${id}, 1000)`);
      // Nothing is heard of the cut before the transaction is begun on that connection.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      const begun = db.transaction(async (tx) => tx.execute(OWN));
      await expect(begun).rejects.toThrow();
      await isCut;
    }
    expect(idOf(await db.execute(OWN))).toBeGreaterThan(0);
    expect(pool.waitingCount).toBe(0);
    expect(pool.totalCount).toBe(pool.idleCount);
  });

  variant(
    "are cut when nothing comes back for long, in a transaction as well, and go on being used while it does",
    async () => {
      const db = drizzle(pool);
      const began = performance.now();
      await expect(db.execute(sql`select pg_sleep(20)`)).rejects.toThrow();
      await expect(db.transaction(async (tx) => tx.execute(sql`select pg_sleep(20)`))).rejects.toThrow();
      expect(performance.now() - began).toBeLessThan(5_000);
      await db.transaction(async (tx) => {
        for (let step = 0; step < 4; step++) await tx.execute(sql`select pg_sleep(0.3)`);
      });
      expect(pool.totalCount).toBe(1);
    },
  );
});
