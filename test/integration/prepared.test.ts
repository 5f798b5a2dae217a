import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/store/client.ts";
import { prepared } from "../../src/store/prepared.ts";
import { freshDatabase, KINDS, type TestDatabase } from "../support/databases.ts";
import { openStore } from "../support/store.ts";

const value = sql.placeholder;

interface Given {
  readonly text: string | null;
  readonly list: readonly string[];
  readonly number: number | null;
  readonly yes: boolean;
  readonly json: string;
}

const echo = prepared<{ text: string | null; list: string[]; number: number | null; yes: boolean; json: unknown }>(
  "test_echo",
  () => sql`select ${value("text")}::text as text, ${value("list")}::text[] as list, ${value("number")}::int as number,
    ${value("yes")}::boolean as yes, ${value("json")}::jsonb as json`,
);

/** What no database holds is cut away where a message comes in: NUL, and halves of characters. */
const text = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("'", "''; drop table issues; --", "\\", '"', "{a,b}", "null", "$1"),
  )
  .map((one) => one.replaceAll("\0", "").replace(/\p{Cs}/gu, ""));

const given: fc.Arbitrary<Given> = fc.record({
  text: fc.option(text),
  list: fc.array(text, { maxLength: 4 }),
  number: fc.option(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 })),
  yes: fc.boolean(),
  json: fc.dictionary(text, text, { maxKeys: 3 }).map((one) => JSON.stringify(one)),
});

describe.each(KINDS)("a prepared statement, on %s", (kind) => {
  let files: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    files = await freshDatabase(kind);
    database = await openStore(files);
  });
  afterAll(async () => {
    await database.close();
    await files.drop();
  });

  it("takes whatever a text may hold as it is, in a transaction and outside of one", async () => {
    await fc.assert(
      fc.asyncProperty(given, fc.boolean(), async (values, inside) => {
        const rows = inside
          ? await database.db.transaction((tx) => echo(tx, { ...values }))
          : await echo(database.db, { ...values });
        expect(rows).toEqual([{ ...values, json: JSON.parse(values.json) }]);
      }),
      { numRuns: 150 },
    );
  });

  it("says of a failure which statement it was, and nothing of what was given", async () => {
    const values = { text: "某企业的秘密", list: [], number: 1, yes: true, json: "{" };
    const failure = await echo(database.db, values).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    const { message, cause } = failure as Error & { cause: { message: string; code: string; query?: string } };
    expect(cause.code).toBe("22P02");
    // The parameters, which drizzle prints, are logged nowhere (src/shared/errors.ts); the statement is.
    expect(message).toContain("::jsonb as json");
    expect(String(cause.query)).not.toContain("秘密");
  });
});
