import { describe, expect, it } from "vitest";
import { CONFIG_NAMES } from "../../../src/config.ts";
import { type OperatorWords, said, wordsIn } from "../../../src/messages/operator-words.ts";

type Catalogue = Readonly<Record<string, unknown>>;

/** Every sentence of a catalogue by its place; of what takes something, its source without what it takes. */
function sentences(catalogue: Catalogue, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(catalogue).flatMap(([name, value]) => {
    const place = `${path}${name}`;
    if (typeof value === "string") return [[place, value] as const];
    if (typeof value === "function") return [[place, String(value)] as const];
    return sentences(value as Catalogue, `${place}.`);
  });
}

/** What takes something, with something. */
const CALLS: Readonly<Record<string, (words: OperatorWords) => string>> = {
  verdict: (words) => words.verdict(2, 3),
  databaseFault: (words) => words.databaseFault("database-unreachable", "DATABASE_URL: x cannot be used."),
  orgFine: (words) => words.orgFine("a.yaml", "永州经开区", { departments: 1, enterprises: 2, people: 3, chats: 4 }),
  clockWrong: (words) => words.clockWrong("api.example.cn", 12, true),
  digestsMissing: (words) => words.digestsMissing([["coordinator-daily", "the coordinator hears nothing daily"]]),
  groupWithoutWebhook: (words) => words.groupWithoutWebhook("园区企业群", "qiye-a"),
  publicUrl: (words) => words.publicUrl("http://a.cn", "scheme"),
  baseSilent: (words) => words.baseSilent("a.cn: ECONNREFUSED", { purpose: words.nothingPosted(), variable: "A_BASE" }),
};

describe("what the operator reads", () => {
  it("has the same sentences, names of settings and commands in both languages", () => {
    const [en, zh] = [wordsIn("en"), wordsIn("zh")];
    expect(sentences(zh).map(([place]) => place)).toEqual(sentences(en).map(([place]) => place));
    const named = (text: string) => [
      ...CONFIG_NAMES.filter((name) => new RegExp(`\\b${name}\\b`).test(text)),
      ...[...new Set(text.match(/npm run [\w:]+|--[a-z-]+/g))].sort(),
    ];
    for (const [place, text] of sentences(en)) {
      const other = sentences(zh).find(([name]) => name === place)?.[1] ?? "";
      expect([place, named(other)]).toEqual([place, named(text)]);
    }
  });

  it.each(Object.entries(CALLS))("says %s in each, with all that it was given", (_name, sentence) => {
    const { text, zh } = said(sentence);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(text).not.toBe(zh);
    const given = /\d+|a\.yaml|[a-z]+\.cn|[A-Z]+_[A-Z_]+|ECONNREFUSED|coordinator-daily|\$\{\w+\}/g;
    expect(new Set(zh.match(given))).toEqual(new Set(text.match(given)));
  });
});
