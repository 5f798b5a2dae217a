import type { ToldTerminal } from "./terminal.ts";

/** How far long work is: a bar on a terminal, a line each few seconds where somebody reads it from a file. */
export interface Progress {
  /** So much more is done. */
  readonly add: (count?: number) => void;
  /** Takes the bar away: what is said next has the line to itself. */
  readonly end: () => void;
}

const BAR = 24;
const FRAME_MS = 100;
const LINE_MS = 5_000;
/** From less nobody can tell how long the rest takes: the first row waits for what stands before all of them. */
const FORETOLD = 0.02;

/** `what`: what is done, in a word or two; `total`: how much of it there is. Work that is over at once shows nothing. */
export function progressOf({ screen, complain, sentences }: ToldTerminal, what: string, total: number): Progress {
  const began = performance.now();
  const every = screen === undefined ? LINE_MS : FRAME_MS;
  let shown = began;
  let done = 0;
  let isDrawn = false;
  const show = (now: number) => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const left = share < FORETOLD ? null : Math.ceil(((now - began) * (1 - share)) / share / 1_000);
    const text = sentences.progress({ what, done: Math.min(done, total), total, left });
    if (screen === undefined) return complain(text);
    const full = Math.round(share * BAR);
    const bar = "#".repeat(full) + "-".repeat(BAR - full);
    // To the beginning of the line, whose rest is taken away.
    screen.write(`\r[${bar}] ${text}\u001b[K`);
    isDrawn = true;
  };
  return {
    add: (count = 1) => {
      done += count;
      const now = performance.now();
      if (now - shown < every) return;
      shown = now;
      show(now);
    },
    end: () => {
      if (isDrawn) screen?.write("\r\u001b[K");
    },
  };
}
