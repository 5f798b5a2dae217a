import { once } from "node:events";

/** What Ctrl-C does to work that is not to be left half done. */

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Says when somebody wants the work to end, until it is over. */
export interface Interrupt {
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** The first Ctrl-C has the work end where it is whole; a second one ends the process at once, as ever. */
export function interruptBySignals(): Interrupt {
  const asked = new AbortController();
  const ended = new AbortController();
  for (const name of SIGNALS) {
    once(process, name, { signal: ended.signal }).then(
      () => {
        ended.abort();
        asked.abort();
      },
      () => undefined,
    );
  }
  return { signal: asked.signal, end: () => ended.abort() };
}

/** Tidies up before a signal ends the process. Gives what takes that back. */
export function beforeSignal(tidy: () => void): () => void {
  const listeners = SIGNALS.map((name) => {
    const listener = () => {
      end();
      tidy();
      process.kill(process.pid, name);
    };
    return [name, listener] as const;
  });
  const end = () => {
    for (const [name, listener] of listeners) process.off(name, listener);
  };
  for (const [name, listener] of listeners) process.on(name, listener);
  return end;
}
