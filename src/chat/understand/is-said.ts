import { plainOf } from "../../domain/plain.ts";
import { leftBeside } from "./any-of.ts";
import { contentOf } from "./content.ts";
import { unitFor } from "./doing-of.ts";
import type { Meaning, Need } from "./meaning.ts";
import type { Reading } from "./reading.ts";
import { isAction } from "./sight.ts";
import { asksSomething, requests } from "./zh-cn-asks.ts";
import { saidOutright } from "./zh-cn-denied.ts";
import { SLIPS } from "./zh-cn-preamble.ts";

/** Whether words say a meaning, and what it needs beside them. */

export function isSaid(meaning: Meaning, reading: Reading): boolean {
  const { words, unless, only, needs } = meaning;
  const { plain } = reading;
  const isWorded =
    words instanceof RegExp ? wordedIn(meaning.command, words, saidIn(meaning, reading)) : words(plain, reading);
  if (!isWorded || isSaidToo(unless, reading)) return false;
  if (only !== undefined && leftBeside(plain, only) > NEXT_TO_NOTHING) return false;
  if (isOnlyAsked(meaning, plain)) return false;
  return needs?.or !== "pass" || has(needs.has, meaning, reading);
}

function isSaidToo(unless: Meaning["unless"], reading: Reading): boolean {
  if (unless === undefined) return false;
  return unless instanceof RegExp ? unless.test(reading.plain) : unless(reading.plain, reading);
}

/** 交 of 交通局 gives nothing away. */
export function saidIn({ command }: Meaning, { plain, matter }: Reading): string {
  return command === "dispatch" ? matter : plain;
}

/** What says yes to an issue is not said by a word that is denied: 不签, 莫派给供电局. */
function wordedIn(command: string, words: RegExp, plain: string): boolean {
  return SAYS_YES.has(command) ? saidOutright(words, plain) : words.test(plain);
}

const SAYS_YES: ReadonlySet<string> = new Set([
  "sign",
  "approve",
  "dispatch",
  "assist",
  "contact",
  "answer",
  "resume",
  "extend",
  "hold",
  "accept",
  "rate",
]);

/** So few characters say nothing of their own. */
const NEXT_TO_NOTHING = 1;
/** So few are hardly a reason. */
const ALMOST_NOTHING = 3;

/** A question is no move, unless it asks that something be done. */
function isOnlyAsked({ command, asked }: Meaning, plain: string): boolean {
  return isAction(command) && asked !== true && asksSomething(plain) && !requests(plain);
}

export function has(sign: Need["has"], { command }: Meaning, reading: Reading): boolean {
  const { text, plain, date, promises, plans, situation } = reading;
  if (sign === "content") return leftBeside(plainOf(contentOf(text, command, situation)), SLIPS) > ALMOST_NOTHING;
  if (sign === "unit") return unitFor(command, reading) !== undefined;
  if (sign === "no-unit") return unitFor(command, reading) === undefined;
  if (sign === "promise") return promises;
  if (sign === "plan") return plans;
  if (sign === "another") return reading.referred.length > 1 || /\d\D+\d/u.test(plain);
  return sign === "date" ? date !== null : sign.test(plain);
}
