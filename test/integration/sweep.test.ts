import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FEATURES } from "../../src/app.ts";
import { ownDigests } from "../../src/features/digests/kinds.ts";
import { allWorks, type SweepDeps, sweep } from "../../src/schedule/sweep.ts";
import type { Logger } from "../../src/shared/logger.ts";
import type { Database } from "../../src/store/client.ts";
import { notices } from "../../src/store/schema.ts";
import { reminders } from "../../src/store/schema-supervision.ts";
import { insertThemeDay } from "../../src/store/theme-days.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { on, parkOf } from "../support/domain.ts";
import { openStore } from "../support/store.ts";

let files: TestDatabase;
let database: Database;
beforeAll(async () => {
  files = await freshDatabase("postgresql");
  database = await openStore(files);
});
afterAll(async () => {
  await database.close();
  await files.drop();
});

const FRIDAY = "0 16 * * 5";
/** The first of two digests, and one of two theme days, cannot be queued while the database refuses them. */
const PARK = parkOf({
  digests: [
    { cron: FRIDAY, kind: "supervision-weekly", chat: "duban", title: "坏" },
    { cron: FRIDAY, kind: "enterprise-weekly", chat: "qiye", title: "好" },
  ],
});

async function refuse(refused: boolean): Promise<void> {
  const { db } = database;
  await db.execute(sql`drop trigger if exists broken on notices`);
  await db.execute(sql`drop trigger if exists broken on reminders`);
  if (!refused) return;
  await db.execute(sql`create or replace function broken() returns trigger as $$
    begin raise exception 'broken'; end $$ language plpgsql`);
  await db.execute(sql`create trigger broken before insert on notices for each row
    when (new.body -> 'facts' ->> 'title' = '坏') execute function broken()`);
  await db.execute(sql`create trigger broken before insert on reminders for each row
    when (new.scope = 'session' and new.subject = 1) execute function broken()`);
}

async function remindedSessions(): Promise<number[]> {
  const rows = await database.db.select().from(reminders).orderBy(reminders.subject);
  return rows.filter(({ scope }) => scope === "session").map(({ subject }) => subject);
}

async function queuedKinds(): Promise<string[]> {
  const rows = await database.db.select().from(notices).orderBy(notices.id);
  return rows.map(({ body }) => (ownDigests.notice.is(body) ? `digest ${body.facts.title}` : body.kind));
}

describe("a sweep", () => {
  it("goes on when one digest or theme day throws, logs it, and the next sweep makes up for it", async () => {
    const { db } = database;
    let now = on("11-20 15:59");
    const logged: object[] = [];
    const log = () => {};
    const logger: Logger = { debug: log, info: log, warn: log, error: (facts) => void logged.push(facts) };
    const deps: SweepDeps = {
      db,
      clock: { now: () => now },
      park: () => PARK,
      logger,
      works: allWorks(
        () => Promise.reject(new Error("broken")),
        FEATURES.flatMap((one) => one.clock),
      ),
    };
    await sweep(deps);
    for (const theme of ["一", "二"]) {
      const planned = { theme, place: null, chat: "qiye", slot: null, createdBy: "李敏", createdAt: on("11-18 09:00") };
      await insertThemeDay(db, { ...planned, at: on(theme === "一" ? "11-21 16:00" : "11-21 16:01") });
    }
    await refuse(true);
    logged.length = 0;
    now = on("11-20 16:01");
    await sweep(deps);
    expect((await queuedKinds()).filter((kind) => kind.startsWith("digest"))).toEqual(["digest 好"]);
    expect(logged).toEqual([
      expect.objectContaining({ piece: "inbound" }),
      expect.objectContaining({ digest: "supervision-weekly", chat: "duban" }),
      expect.objectContaining({ themeDay: 1 }),
    ]);
    expect(await remindedSessions()).toEqual([2]);
    await refuse(false);
    now = on("11-20 16:02");
    await sweep(deps);
    expect((await queuedKinds()).filter((kind) => kind.startsWith("digest"))).toEqual(["digest 好", "digest 坏"]);
    expect(await remindedSessions()).toEqual([1, 2]);
  });
});
