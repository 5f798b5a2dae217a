import { assert, constant, constantFrom, integer, oneof, option, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePress, saidBy } from "../../../src/chat/press-read.ts";
import { encodePress, LONGEST_PRESS, type Press } from "../../../src/messages/press.ts";
import { COMMAND_WORDS, type CommandName } from "../../../src/messages/zh-cn/commands.ts";

const NAMES = Object.keys(COMMAND_WORDS) as CommandName[];
const word = string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter(
  (text) => !/[\p{Cc}\p{Cs}]/u.test(text) && text.length <= 40,
);

const step = record({
  command: constantFrom(...NAMES),
  word: option(constantFrom("transfer" as const, "instruct" as const), { nil: undefined }),
  id: option(integer({ min: 1, max: 2_147_483_647 }), { nil: undefined }),
  given: option(word, { nil: undefined }),
  version: option(integer({ min: 1, max: 1_000_000 }), { nil: undefined }),
}).map(({ command, word, id, given, version }): Press => {
  const said = {
    command,
    ...(word !== undefined && { word }),
    ...(id !== undefined && { id }),
    ...(given !== undefined && { given }),
  };
  return { kind: "step", step: said, ...(version !== undefined && { version }) };
});
const answer = record({
  kind: constant("answer" as const),
  word,
  question: string({ unit: "grapheme-ascii", minLength: 1, maxLength: 22 }),
});

describe("a press", () => {
  it("comes back as it was, in characters that every platform keeps", () => {
    assert(
      property(oneof(step, answer), (press) => {
        const key = encodePress(press);
        expect(key).toMatch(/^[\w-]{1,1024}$/);
        expect(decodePress(key ?? "")).toEqual(press);
      }),
      { numRuns: 200 },
    );
  });

  it("is none that would be longer than a key may be", () => {
    expect(encodePress({ kind: "answer", word: "长".repeat(300), question: "q" })).toBeNull();
  });

  it("of anything else is read as none, and never throws", () => {
    assert(
      property(string({ maxLength: 60 }), (text) => {
        expect(decodePress(text)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  const sealed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  it.each([
    ["no list", sealed({ command: "sign" })],
    ["a command that nobody has", sealed(["s", "explode", "", 12, "", 1])],
    ["a name that every object has", sealed(["s", "toString", "", 12, "", 1])],
    ["a word that nobody says", sealed(["s", "dispatch", "constructor", 12, "", 1])],
    ["a number that is none", sealed(["s", "sign", "", "12", "", 1])],
    ["a negative number", sealed(["s", "sign", "", -1, "", 1])],
    ["a fraction", sealed(["s", "sign", "", 1.5, "", 1])],
    ["a line break", sealed(["s", "sign", "", 12, "\n签收 13", 1])],
    ["a long text", sealed(["a", "是".repeat(41), "q"])],
    ["more than a key", "A".repeat(LONGEST_PRESS + 1)],
    ["one thing more", sealed(["a", "是", "q", "q"])],
  ])("with %s is none", (_what, key) => {
    expect(decodePress(key)).toBeNull();
  });

  it("says its words, on the issue as it stood", () => {
    expect(saidBy({ kind: "step", step: { command: "dispatch", word: "transfer", id: 12 }, version: 4 })).toEqual({
      text: "转派 12",
      on: { kind: "step", issueId: 12, version: 4 },
    });
    expect(saidBy({ kind: "answer", word: "算了", question: "q" })).toEqual({
      text: "算了",
      on: { kind: "answer", question: "q" },
    });
  });
});
