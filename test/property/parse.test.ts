import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../src/chat/understand/parse.ts";
import { leadingDate } from "../../src/chat/understand/zh-cn-dates.ts";
import { promisedDate } from "../../src/chat/understand/zh-cn-days-told.ts";
import { isThanks } from "../../src/chat/understand/zh-cn-parse.ts";
import { readWishes } from "../../src/chat/understand/zh-cn-wishes.ts";
import { narrow } from "../../src/domain/plain.ts";
import { cleanText } from "../../src/messages/escape.ts";
import { COMMANDS } from "../support/commands.ts";
import { on, PARK } from "../support/domain.ts";

const word = fc.constantFrom(...COMMANDS.flatMap((spec) => [...spec.words, spec.english]));
const separator = fc.constantFrom("", " ", "　", "：", ":", "，", "\n", "、", " #", "＃", "  ");
const number = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.constantFrom("１２", "12吨", "12.5", "1,200", "12:30", "3天", "12月31日", "1234567890123"),
);
const some = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom("三车间停电", "，影响交货", "谢谢", "11月30日前", "紧急", "#用电", "保密", "👍", ""),
);
const message = fc.oneof(
  fc.array(some, { maxLength: 4 }).map((pieces) => pieces.join("")),
  fc
    .tuple(fc.constantFrom("", "/", "／ "), word, separator, number, separator, some, some)
    .map((parts) => parts.join("")),
);

/** What is left of a text without separators, in narrow forms. */
const essence = (text: string) => narrow(cleanText(text)).replace(/[\s#:,;!()/，：、。；！（）]/gu, "");

describe("parsing", () => {
  it("takes any text, and hands on a part of it: nothing is lost but word, number and separators", () => {
    fc.assert(
      fc.property(message, fc.boolean(), (text, quotes) => {
        const parsed = parse(text, COMMANDS, { quotes });
        if (parsed.kind === "unknown") expect(cleanText(text)).toContain(parsed.text);
        if (parsed.kind !== "command") return;
        const clean = cleanText(text);
        expect(clean.trimEnd().endsWith(parsed.rest)).toBe(true);
        const before = essence(clean.slice(0, clean.trimEnd().length - parsed.rest.length));
        const digits = before.slice(parsed.word.length).replace(/[号、和与跟及]|都|一起|一并|全部/gu, "");
        expect(before.toLowerCase().startsWith(parsed.word)).toBe(true);
        if (parsed.number === null) expect(digits).toBe("");
        else {
          const numbers = [parsed.number, ...parsed.more].map((one) => `0*${one === 0 ? "" : one}`);
          expect(digits).toMatch(new RegExp(`^${numbers.join("")}$`));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("does not depend on spaces around the text or on the width of digits and signs", () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).replaceAll(" ", "　");
    const core = (text: string, quotes: boolean) => {
      const parsed = parse(text, COMMANDS, { quotes });
      if (parsed.kind !== "command") return parsed.kind;
      return [parsed.spec.name, parsed.number, narrow(parsed.rest).trim()];
    };
    fc.assert(
      fc.property(message, fc.boolean(), (text, quotes) => {
        expect(core(` \n${text}　 `, quotes)).toEqual(core(text, quotes));
        // A comma between digits groups them in its narrow form alone.
        if (!/\d,\d/u.test(text)) expect(core(wide(text), quotes)).toEqual(core(text, quotes));
      }),
      { numRuns: 3000 },
    );
  });

  it("reads a command again in what it was written from", () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMANDS), fc.integer({ min: 1, max: 99_999 }), (spec, id) => {
        for (const one of [...spec.words, spec.english]) {
          const parsed = parse(spec.number === "no" ? `${one} 三车间` : `${one} ${id} 三车间`, COMMANDS);
          expect(parsed).toMatchObject({ kind: "command", spec: { name: spec.name }, rest: "三车间" });
          expect(parsed).toMatchObject({ number: spec.number === "no" ? null : id });
        }
      }),
      { numRuns: 50 },
    );
  });

  it("takes no text with a word of the table for thanks", () => {
    fc.assert(
      fc.property(word, some, (one, more) => {
        expect(parse(`${one} ${more}`, COMMANDS).kind).not.toBe("thanks");
      }),
    );
    expect(isThanks("收到")).toBe(true);
  });
});

describe("what stands in a text", () => {
  it("as a date lies in the text, and its day is a moment in working hours", () => {
    const now = on("11-18 10:00");
    fc.assert(
      fc.property(message, (text) => {
        const leading = leadingDate(text, now, PARK.calendar);
        if (leading !== null) expect(text.endsWith(leading.rest) || text.trimEnd().endsWith(leading.rest)).toBe(true);
        for (const date of [leading?.date, promisedDate(text, now, PARK.calendar)]) {
          if (date == null) continue;
          expect(date.end).toBeGreaterThan(date.start);
          if (date.kind === "days") expect(Number.isInteger(date.days)).toBe(true);
          if (date.kind === "date") expect(PARK.calendar.isOpen(new Date(date.at.getTime() - 1))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("as a wish is taken out, and nothing else but blank space and what led the text in", () => {
    fc.assert(
      fc.property(message, (text) => {
        const wishes = readWishes(text, (name) => name === "用电");
        const plain = (one: string) =>
          one
            .replace(/紧急|复杂|保密|urgent|complex|confidential|[#＃]用电/giu, "")
            .replace(/[\s,，。、:：;；!！]/gu, "");
        expect(plain(wishes.text)).toBe(plain(text));
      }),
      { numRuns: 1000 },
    );
  });
});
