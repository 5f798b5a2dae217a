import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/build.ts";

function filesIn(folder: string, end: string): readonly { readonly path: string; readonly text: string }[] {
  const paths = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => path.endsWith(end))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(ROOT, folder, path), "utf8") }));
}

const WITHOUT_TARGET = /onConflictDoNothing\(\s*\)|on conflict do /iu;
const GIVEN_LATER = /\b(?:eq|ne|inArray|notInArray)\(\s*\w+\.state\b/u;
const OUTSIDE = /"public"\./u;

describe("the statements of the store", () => {
  it("say by which key where an insert may meet a row which is there: engines of the PostgreSQL family tell that apart", () => {
    const found = filesIn("src", ".ts").filter(({ text }) => WITHOUT_TARGET.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
    expect(WITHOUT_TARGET.test("insert into a values (1) on conflict do nothing")).toBe(true);
    expect(WITHOUT_TARGET.test("insert into a values (1) on conflict (id) do nothing")).toBe(false);
  });

  it("have their states written out, so that the indexes of what waits and what is open are used", () => {
    const found = filesIn("src/store", ".ts").filter(({ text }) => GIVEN_LATER.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
    expect(GIVEN_LATER.test('eq(notices.state, "waiting")')).toBe(true);
  });

  it("name no schema where they migrate: a park may have one of its own", () => {
    const found = filesIn("drizzle", ".sql").filter(({ text }) => OUTSIDE.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
    expect(OUTSIDE.test('REFERENCES "public"."issues"("id")')).toBe(true);
  });
});
