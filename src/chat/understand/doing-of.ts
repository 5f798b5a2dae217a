import { isOfficial } from "../../domain/issue/issue.ts";
import type { Department } from "../../domain/park/org.ts";
import { plainOf } from "../../domain/plain.ts";
import { contentOf } from "./content.ts";
import { wordFor } from "./make.ts";
import type { Meaning } from "./meaning.ts";
import type { Doing } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { proposedIn } from "./roles.ts";
import type { Situation } from "./situation.ts";
import { toldBehind } from "./told-to-unit.ts";
import type { Named } from "./unit-spellings.ts";
import { reviewDay } from "./zh-cn-days-told.ts";
import { markGiven, markIn } from "./zh-cn-marks.ts";
import { moreTimeIn } from "./zh-cn-more-time.ts";
import { aroundOrder } from "./zh-cn-orders.ts";
import { asPromise, clausesWithEnds, withoutEnd, withoutFiller, withoutLead } from "./zh-cn-pieces.ts";
import { HELPS_BEHIND } from "./zh-cn-roles.ts";

/** What a meaning comes to: the command with its unit, its day and its text. */

/** Which of the units that are named a move is about. */
export function unitFor(
  command: string,
  { plain, units, helpers, situation: { who } }: Reading,
): Named<Department> | undefined {
  const own = isOfficial(who) ? who.department : undefined;
  if (command === "return") return proposedIn(plain, units, own);
  if (command === "assist") return helpers[0] ?? units[0];
  return command === "dispatch" ? units.find((one) => !helpers.includes(one)) : units[0];
}

/** The command that a meaning comes to, of this issue, with what the text tells for it. */
export function doingOf(
  { command, rest, words }: Pick<Meaning, "command" | "rest" | "words">,
  number: number | null,
  reading: Reading,
): Doing {
  const word = wordFor(command, reading);
  const unit = unitFor(command, reading);
  const named = unit === undefined || command === "contact" ? {} : { unit: unit.found.code };
  const carries = command === "return" || command === "approve" || rest === "unit" ? named : {};
  return { command, word, number, rest: restOf({ command, rest, words }, reading), ...carries };
}

/** 22和37都督办一下, said by a leader: that they are pressed is all that he orders of several. Of one its text is asked for. */
function wholeOrder(command: string, { text, referred, situation: { who } }: Reading): string {
  return command === "supervise" && who.role === "leader" && referred.length > 1 ? text.trim() : "";
}

/** What is told with a move; of an order without the words to whoever passes it on. */
export function toldWith(command: string, text: string, situation: Situation): string {
  const order = command === "supervise" ? aroundOrder(text, plainOf) : null;
  if (order === null) return contentOf(text, command, situation);
  return withoutEnd(order.behind) || withoutEnd(contentOf(order.before, command, situation));
}

/** 今晚加派巡逻，让社会局也看看: what an official tells before he names who is to help is told with it; null: nothing. */
function saidBefore(command: string, unit: Named<Department>, { text, situation }: Reading): string | null {
  if (command !== "assist" || !isOfficial(situation.who)) return null;
  const before = clausesWithEnds(text.slice(0, unit.start)).slice(0, -1).join("");
  const told = contentOf(before, command, situation);
  return [...told].length < SHORTEST_TOLD ? null : contentOf(text, command, situation);
}

/** So few characters tell nothing. */
const SHORTEST_TOLD = 4;

function restOf({ command, rest, words }: Pick<Meaning, "command" | "rest" | "words">, reading: Reading): string {
  const { text, plain, date, day, promised, situation } = reading;
  const content = () => toldWith(command, text, situation);
  switch (rest) {
    case "nothing":
      return "";
    case "text":
      return content() || wholeOrder(command, reading);
    case "behind": {
      const match = words instanceof RegExp ? words.exec(plain) : null;
      const behind = match === null ? text : withoutLead(text.slice(match.index + match[0].length));
      return contentOf(behind, command, situation);
    }
    case "unit": {
      const unit = unitFor(command, reading);
      if (unit === undefined) return text.trim();
      const behind = toldBehind(text.slice(unit.end), unit.found, situation);
      const said = command === "assist" ? withoutFiller(behind.replace(HELPS_BEHIND, "")) : behind;
      return [unit.found.name, saidBefore(command, unit, reading) ?? said].filter((part) => part !== "").join(" ");
    }
    case "date": {
      const asked = command === "extend" ? moreTimeIn(content(), situation.now, situation.park.calendar) : null;
      const reviewed = command === "hold" ? reviewDay(text, situation.now, situation.park.calendar) : null;
      const until = reviewed ?? (asked?.day || (date === null ? "" : day));
      return `${until} ${asked?.reason ?? content()}`.trim();
    }
    case "promise":
      // The day is what is promised, however it was said.
      return date === null || promised !== null ? content() : asPromise(content(), day);
    case "other":
      return String(reading.referred[1]?.number ?? "");
    case "mark":
      return markGiven(plain) === null ? "" : text.trim();
    case "stars":
      return [markIn(plain)?.mark, text.trim()].filter((part) => part !== undefined).join(" ");
  }
}
