import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepared } from "../../src/store/prepared.ts";
import { KINDS } from "../support/databases.ts";
import { useStore } from "../support/use-store.ts";

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

const first = prepared<{ text: string }>("test_first", () => sql`select ${value("text")}::text as text`);

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
  const database = useStore(kind);

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

  it("that is asked for first in a transaction that has failed is there afterwards all the same", async () => {
    const { db } = database;
    const values = { text: "a" };
    const failed = db.transaction(async (tx) => {
      await tx.execute(sql`select 1 / 0`).catch(() => {});
      await first(tx, values);
    });
    await expect(failed).rejects.toMatchObject({ cause: { code: "25P02" } });
    // On each connection that there is.
    for (let time = 0; time < 20; time++) expect(await first(db, values)).toEqual(["a"].map((text) => ({ text })));
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
