import { readFileSync } from "node:fs";

/**
 * Loaded before the program (`--import`): its wall clock is ahead of the machine's by what stands in a file, in milliseconds, and
 * jumps when that changes, as a clock does that is corrected. What counts time by itself (timers, `performance.now`) does not.
 */

const LOOK_MS = 50;
const path = process.env["CHAOS_CLOCK"] ?? "";
const RealDate = Date;
let ahead = 0;

function look() {
  try {
    const read = Number(readFileSync(path, "utf8").trim());
    if (Number.isFinite(read)) ahead = read;
  } catch {
    // It is being written, or gone with the test: the clock goes on as it was.
  }
}

look();
setInterval(look, LOOK_MS).unref();

globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(RealDate.now() + ahead).toString(),
  construct(target, given, made) {
    return Reflect.construct(target, given.length === 0 ? [RealDate.now() + ahead] : given, made);
  },
  get(target, name, receiver) {
    return name === "now" ? () => RealDate.now() + ahead : Reflect.get(target, name, receiver);
  },
});
