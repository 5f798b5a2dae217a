import { understand } from "../../chat/understand/understand.ts";
import type { Park } from "../../domain/park/park.ts";
import type { Line } from "./line.ts";
import { situationOf } from "./situation-of.ts";
import { SPOKEN } from "./spoken.ts";

/** How long it takes to understand the longest message that is taken, in the words of each line. */

/** The longest text that is taken. */
const CHARACTERS = 2_000;
/** The best of these: what else the machine does is no part of it. */
const TRIES = 3;
const BOUND_MS = 5;
const SHOWN = 5;

/** Sentences with the figures, in milliseconds. */
export function timesOf(lines: readonly Line[], park: Park): readonly string[] {
  // Once before, for a program that has been running.
  for (const line of lines) understand(line.text, situationOf(line, park, SPOKEN));
  const timed = lines.map((line) => ({ line, ms: timeOf(line, park) })).sort((a, b) => a.ms - b.ms);
  const at = (share: number) => timed[Math.ceil(share * timed.length) - 1]?.ms.toFixed(2) ?? "-";
  const over = timed.filter(({ ms }) => ms >= BOUND_MS).length;
  return [
    `${timed.length} messages, each repeated until it has ${CHARACTERS} characters: median ${at(0.5)} ms, 99 % ${at(0.99)} ms, slowest ${at(1)} ms; ${over} took ${BOUND_MS} ms or more`,
    ...timed
      .slice(-SHOWN)
      .reverse()
      .map(({ line, ms }) => `  ${ms.toFixed(2)} ms: ${line.id} ${line.who}: ${line.text.replaceAll("\n", "⏎")}`),
  ];
}

function timeOf(line: Line, park: Park): number {
  const situation = situationOf(line, park, SPOKEN);
  const text = `${line.text}，`.repeat(Math.ceil(CHARACTERS / (line.text.length + 1))).slice(0, CHARACTERS);
  const tries = Array.from({ length: TRIES }, () => {
    const begun = performance.now();
    understand(text, situation);
    return performance.now() - begun;
  });
  return Math.min(...tries);
}
