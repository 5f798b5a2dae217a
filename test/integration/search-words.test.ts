import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { insertIssue } from "../../src/store/issues.ts";
import { searchIssues } from "../../src/store/search.ts";
import { KINDS } from "../support/databases.ts";
import { newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

/** Texts of few characters, so that words are met, begin where others end, and differ by what an index may take for the same. */
const texts = fc.array(fc.string({ unit: fc.constantFrom(..."停电水管AaÉé%_\\ 😀1"), minLength: 1, maxLength: 9 }), {
  minLength: 60,
  maxLength: 60,
});
const word = fc.string({ unit: fc.constantFrom(..."停电水管Aa%_\\😀1"), minLength: 1, maxLength: 4 });

describe.each(KINDS)("the words of a text, on %s", (kind) => {
  const database = useStore(kind);
  const made = new Map<number, string>();

  beforeAll(async () => {
    for (const text of fc.sample(texts, { numRuns: 1, seed: 11 }).flat()) {
      const { id } = await insertIssue(database.db, newIssue({ text }));
      made.set(id, text);
    }
  });

  const find = async (words: readonly string[], limit = 500) => {
    const found = await searchIssues(database.db, words, { kind: "all" }, limit);
    return found.map(({ id }) => id);
  };

  it("find every issue that holds all of them, and no other, the newest first", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 3 }), async (words) => {
        const holding = [...made].filter(([, text]) =>
          words.every((one) => text.toLowerCase().includes(one.toLowerCase())),
        );
        expect(await find(words)).toEqual(holding.map(([id]) => id).reverse());
      }),
      { numRuns: 200 },
    );
  });

  it("find an issue by a letter that the index keeps as it was written", async () => {
    const { id } = await insertIssue(database.db, newIssue({ text: "CAFÉ区停电" }));
    expect(await find(["FÉ区"])).toEqual([id]);
    expect(await find(["cafÉ"])).toEqual([id]);
  });

  it("find the newest alone where there are more than are wanted", async () => {
    const all = await find(["停"]);
    expect(all.length).toBeGreaterThan(3);
    expect(await find(["停"], 3)).toEqual(all.slice(0, 3));
  });
});
