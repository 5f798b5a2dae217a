import { Session } from "node:inspector/promises";
import { BUILT_MODULES } from "./built-program.ts";

/** Inputs made from others, at random but the same for the same seed, kept where they reach code that none before has reached. */

/** mulberry32: small, quick, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What parsers have stumbled over: ends of their grammars, and what looks like them. */
const TOKENS = [
  ...'{}[]":,\\<>&;#@＠ \n\t\0',
  "null",
  "true",
  "-1",
  "1e999",
  "\\u0000",
  "\\ud800",
  "\ud83d",
  "<![CDATA[",
  "]]>",
  "<!DOCTYPE a [<!ENTITY b 'c'>]>",
  "__proto__",
  "constructor",
  "@茶叙 ",
  "诉求 ",
  "进度 12",
  "12号",
  "１２",
  "\u200b",
  "\u202e",
  "{{a}}",
  "[a](javascript:b)",
];

const LONGEST = 10_000;

/** One change or several: of characters, of pieces of it, or with a piece of another. */
export function mutated(input: string, other: string, random: () => number): string {
  let made = input;
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes; change++) made = changed(made, other, random);
  return made.slice(0, LONGEST);
}

function changed(input: string, other: string, random: () => number): string {
  const at = Math.floor(random() * (input.length + 1));
  const length = Math.floor(random() ** 3 * Math.min(input.length - at, 200));
  const [before, piece, after] = [input.slice(0, at), input.slice(at, at + length), input.slice(at + length)];
  switch (Math.floor(random() * 6)) {
    case 0:
      return before + after;
    case 1:
      return before + piece.repeat(2 + Math.floor(random() ** 4 * 60)) + after;
    case 2:
      return before + (TOKENS[Math.floor(random() * TOKENS.length)] ?? "") + after;
    case 3:
      return before + String.fromCharCode(Math.floor(random() * 65_536)) + input.slice(at + 1);
    case 4: {
      const from = Math.floor(random() * other.length);
      return before + other.slice(from, from + Math.floor(random() * 80)) + after;
    }
    default:
      return before + [...piece].reverse().join("") + after;
  }
}

/** Knows which code of the program was reached, by the counters of the engine. */
export class Reach {
  readonly #session = new Session();
  readonly #known = new Set<string>();

  async begin(): Promise<void> {
    this.#session.connect();
    await this.#session.post("Profiler.enable");
    await this.#session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: true });
  }

  /** Whether anything was reached since the last time that was not reached before. */
  async isNew(): Promise<boolean> {
    const { result } = await this.#session.post("Profiler.takePreciseCoverage");
    const before = this.#known.size;
    for (const { url, functions } of result) {
      if (!BUILT_MODULES.test(url)) continue;
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges)
          if (count > 0) this.#known.add(`${url} ${startOffset} ${endOffset}`);
      }
    }
    return this.#known.size > before;
  }

  /** How many places were reached. */
  get size(): number {
    return this.#known.size;
  }

  async end(): Promise<void> {
    await this.#session.post("Profiler.stopPreciseCoverage");
    this.#session.disconnect();
  }
}
