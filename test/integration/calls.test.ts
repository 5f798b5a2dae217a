import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Calls } from "../../src/store/calls.ts";
import type { Database } from "../../src/store/client.ts";
import { insertNotices } from "../../src/store/notices.ts";
import { CourierWorld, fakePlatform } from "../support/courier.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { newNotice, openStore } from "../support/store.ts";
import { variant } from "../support/told.ts";

const NOW = new Date("2026-11-16T02:00:00Z");
const TIMES = { firstMs: 20, answerMs: 1_000 };
/** Far longer than a call takes. */
const LONG_MS = 5_000;

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 10) {
    if (waited > LONG_MS) throw new Error("it does not happen");
    await sleep(10);
  }
}

describe("calls between processes on one PostgreSQL", () => {
  let place: TestDatabase;
  let database: Database;
  /** Hears every word on the channel of those without a schema. */
  let ear: Client;
  const words: string[] = [];
  const closers: (() => Promise<unknown>)[] = [];
  const logged: string[] = [];

  beforeAll(async () => {
    place = await freshDatabase("postgresql");
    database = await openStore(place);
    ear = new Client({ connectionString: place.databaseUrl });
    await ear.connect();
    ear.on("notification", ({ payload = "" }) => void (payload.startsWith("?") || words.push(payload)));
    await ear.query("listen chaxu");
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
    words.length = 0;
    logged.length = 0;
  });
  afterAll(async () => {
    await ear.end();
    await database.close();
    await place.drop();
  });

  const log = (_facts: object, sentence: string) => void logged.push(sentence);
  const logger = { debug: log, info: log, warn: log, error: log };
  const url = () => place.databaseUrl ?? "";

  /** A process; `heard` is how often it was called. */
  function open(owner: string, others: Partial<ConstructorParameters<typeof Calls>[0]> = {}) {
    const one = { heard: 0 };
    const onCall = () => {
      one.heard += 1;
    };
    const deps = { db: database.db, url: url(), schema: undefined, owner, logger, times: TIMES };
    const calls = new Calls({ ...deps, onCall, ...others });
    closers.push(() => calls.close());
    return Object.assign(one, { calls });
  }

  const listening = async (): Promise<readonly number[]> => {
    const { rows } = await ear.query(
      `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like 'listen %'`,
    );
    return rows.map(({ pid }) => pid);
  };
  const allListen = (count: number) => until(async () => (await listening()).length === count);

  it("have what one left for another sent at once, which lies there without", async () => {
    const sent: string[] = [];
    const platform = fakePlatform("wecom", async () => {
      sent.push("sent");
      return { state: "sent" as const };
    });
    const world = (own: object) => new CourierWorld(database.db, NOW, { platforms: [platform], own });
    const sender = world({ owner: "sender" });
    const always = () => true;
    open("sender", { onCall: () => sender.courier.hint(always, false) });
    const { calls } = open("other");
    await allListen(2);
    const leave = (lane: string) =>
      insertNotices(database.db, [newNotice(lane, { readyAt: NOW, target: { kind: "chat", code: "qiye" } })]);

    const mute = world({ owner: "other", sendsOn: () => false });
    await leave("first");
    mute.courier.hint(always);
    await sleep(300);
    expect(sent).toEqual([]);
    const other = world({ owner: "other", sendsOn: () => false, callOthers: () => calls.call() });
    await leave("second");
    other.courier.hint(always);
    await until(() => sent.length === 2);
    for (const { courier } of [sender, mute, other]) await courier.stop();
  });

  variant("are made by who may not send everywhere, of its own accord, and five times a second at most", async () => {
    const { calls, ...one } = open("one");
    let may = true;
    const world = new CourierWorld(database.db, NOW, {
      platforms: [],
      own: { sendsOn: () => may, callOthers: () => calls.call() },
    });
    const always = () => true;
    world.courier.hint(always);
    await sleep(250);
    may = false;
    world.courier.hint(always, false);
    await sleep(250);
    world.courier.hint(() => false);
    await sleep(250);
    expect(words).toEqual([]);
    const began = performance.now();
    while (performance.now() - began < 700) {
      world.courier.hint(always);
      await sleep(5);
    }
    const most = Math.ceil((performance.now() - began) / 200) + 1;
    await world.courier.stop();
    await until(() => words.length >= 2);
    expect(words.length).toBeLessThanOrEqual(most);
    expect(one.heard).toBe(0);
  });

  it("are heard again when the connection was cut", async () => {
    const one = open("one");
    const other = open("other");
    await allListen(2);
    const cut = await listening();
    for (const id of cut) await ear.query("select pg_terminate_backend($1, 1000)", [id]);
    await until(async () => (await listening()).filter((id) => !cut.includes(id)).length === 2);
    await until(async () => {
      other.calls.call();
      await sleep(20);
      return one.heard > 0;
    });
    expect(logged).toEqual([]);
  });

  it("stay within a schema", async () => {
    const [here, there] = [open("here", { schema: "park_1" }), open("there", { schema: "park_2" })];
    const neighbour = open("neighbour", { schema: "park_1" });
    const [long, twin] = [open("long", { schema: "p".repeat(63) }), open("twin", { schema: "p".repeat(63) })];
    await allListen(5);
    there.calls.call();
    neighbour.calls.call();
    long.calls.call();
    await until(() => here.heard === 1 && twin.heard === 1);
    await sleep(100);
    expect([here.heard, there.heard, neighbour.heard, long.heard, twin.heard]).toEqual([1, 0, 0, 0, 1]);
    expect([words, logged]).toEqual([[], []]);
  });

  variant("say once that nothing comes through, and hold no connection for it", async () => {
    // What is said in one database is not heard in another, as behind a PgBouncer in transaction mode.
    const other = await freshDatabase("postgresql");
    const away = new Client({ connectionString: other.databaseUrl });
    await away.connect();
    closers.push(async () => {
      await away.end();
      await other.drop();
    });
    const one = open("one", { url: other.databaseUrl ?? "", times: { ...TIMES, answerMs: 500, muteMs: 50 } });
    await until(() => logged.length > 0);
    await sleep(700);
    expect(logged).toEqual([expect.stringContaining("nothing comes through: behind a PgBouncer in transaction mode")]);
    await one.calls.close();
    const { rows } = await away.query(
      "select count(*)::int as count from pg_stat_activity where datname = current_database() and query like 'listen %'",
    );
    expect(rows[0]?.count).toBe(0);
  });

  it("say once that there is no server, and end nothing", async () => {
    const away = open("away", { url: "postgres://nobody:x@127.0.0.1:9/none" });
    await until(() => logged.length > 0);
    await sleep(200);
    away.calls.call();
    await away.calls.close();
    expect(logged).toEqual([expect.stringMatching(/^Other replicas are not heard: /)]);
  });
});
