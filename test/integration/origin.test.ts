import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { startApp } from "../../src/app.ts";
import { audit } from "../../src/cli/audit.ts";
import { doctor } from "../../src/cli/doctor.ts";
import { readConfig } from "../../src/config.ts";
import { createLogger } from "../../src/shared/logger.ts";
import { assertOrigin, originOf } from "../../src/store/origin.ts";
import { emptyDatabase, freshDatabase, type TestDatabase } from "../support/databases.ts";
import { startPark } from "../support/park.ts";
import { openStore } from "../support/store.ts";
import { variant } from "../support/told.ts";

/** A park's own credentials: they lead nowhere, and a start asks for none of them. */
const OWN = { WECOM_BOT_TOKEN: "token", WECOM_BOT_ENCODING_AES_KEY: "k".repeat(43), SANDBOX: "off" };

describe("a database, tried in the sandbox and then named for a real park", () => {
  const places: TestDatabase[] = [];
  afterEach(async () => {
    for (const place of places.splice(0)) await place.drop();
  });

  const fresh = async (kind: TestDatabase["kind"]) => {
    const place = await freshDatabase(kind);
    places.push(place);
    return place;
  };
  const named = ({ databaseUrl, dataDir }: TestDatabase) => ({
    DATA_DIR: dataDir,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    PORT: "0",
  });
  const start = async (env: Record<string, string>) => {
    const read = readConfig(env);
    if ("errors" in read) throw new Error(read.errors.join("\n"));
    const app = await startApp(read.config, env, createLogger("silent"));
    await app.close();
  };
  const asks = async (command: typeof doctor, words: readonly string[], env: Record<string, string>) => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    return { code: await command({ words, env, say, complain: say }), text: lines.join("\n") };
  };

  it("is refused with what to do, by the start and by the doctor, and is not changed", async () => {
    const place = await fresh("postgresql");
    const park = await startPark(place, "2025-11-17T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.close();
    const env = { ...named(place), ...OWN };
    await expect(start(env)).rejects.toThrow(/the sandbox's.*Name another DATA_DIR or an empty database/);
    const { code, text } = await asks(doctor, ["--lang", "zh"], env);
    expect(code).toBe(1);
    expect(text).toContain("是沙箱试用时用过的");
    expect(text).not.toContain("used by open issues");
    await start({ ...named(place), SANDBOX: "on" });
  });

  variant(
    "is refused as well the other way round: a sandbox writes into no real park, though its .env is lost",
    async () => {
      const place = await fresh("embedded");
      await start({ ...named(place), ...OWN });
      await start({ ...named(place), ...OWN });
      await expect(start({ ...named(place), SANDBOX: "on" })).rejects.toThrow(/a real park's, and no platform/);
      const { text } = await asks(doctor, ["--lang", "en"], { ...named(place), SANDBOX: "on" });
      expect(text).toContain("the sandbox would write into it");
    },
  );

  it("is not taken for either where an earlier version has filled it", async () => {
    const place = await fresh("postgresql");
    const park = await startPark(place, "2025-11-17T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.close();
    const database = await openStore(place);
    await database.db.execute("delete from settings where name = 'origin'");
    await assertOrigin(database.db, "simulation", place);
    expect(await originOf(database.db)).toBeNull();
    await assertOrigin(database.db, "park", place);
    expect(await originOf(database.db)).toBe("park");
    await database.close();
  });

  variant("is looked for by the audit, which makes none where there is none", async () => {
    const place = await fresh("embedded");
    const nowhere = join(place.dataDir, "restored");
    const none = await asks(audit, ["verify"], { DATA_DIR: nowhere });
    expect(none).toEqual({
      code: 1,
      text: `DATA_DIR: there is no database in ${nowhere}. Name the folder that holds db, or set DATABASE_URL.`,
    });
    expect(await readdir(place.dataDir)).not.toContain("restored");
    const empty = await emptyDatabase();
    places.push(empty);
    expect(await asks(audit, ["verify"], named(empty))).toMatchObject({
      code: 1,
      text: expect.stringContaining("no ledger of Chaxu"),
    });
    expect(await asks(audit, ["verify"], named(place))).toMatchObject({ code: 0 });
  });
});
