import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** Asks somebody at a terminal, or a script at a pipe, one line after the other. */
export interface Keyboard {
  /** The line without spaces around it; null when there is none any more, or Ctrl-C was pressed. */
  ask(question: string, how?: { readonly secret: boolean }): Promise<string | null>;
  /** Ends with Ctrl-C, also while nothing is asked. */
  readonly interrupted: AbortSignal;
  close(): void;
}

type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** What is typed is shown by the terminal alone, and not while it is secret. */
export function openKeyboard(input: Input, output: Output): Keyboard {
  const isTerminal = input.isTTY === true && output.isTTY === true;
  const stopped = new AbortController();
  let hides = false;
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!hides) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, ...(isTerminal && { output: echo }), terminal: isTerminal, historySize: 0 });
  const queue = createQueue();
  lines.on("line", (line) => queue.put(line.trim()));
  lines.on("close", () => queue.end());
  lines.on("SIGINT", () => {
    stopped.abort();
    lines.close();
  });
  return {
    interrupted: stopped.signal,
    async ask(question, { secret } = { secret: false }) {
      if (isTerminal && !queue.hasEnded()) {
        lines.setPrompt(question);
        lines.prompt();
      } else {
        output.write(question);
      }
      hides = secret;
      const line = await queue.take();
      hides = false;
      if (!isTerminal || secret || line === null) output.write("\n");
      return line;
    },
    close: () => lines.close(),
  };
}

/** Lines that came before they were asked for wait; so does who asks. */
function createQueue() {
  const waiting: string[] = [];
  let asking: ((line: string | null) => void) | null = null;
  let ended = false;
  const give = (line: string | null): boolean => {
    const ask = asking;
    asking = null;
    ask?.(line);
    return ask !== null;
  };
  return {
    put: (line: string) => void (give(line) || waiting.push(line)),
    end() {
      ended = true;
      give(null);
    },
    hasEnded: () => ended,
    take(): Promise<string | null> {
      const next = waiting.shift();
      if (next !== undefined || ended) return Promise.resolve(next ?? null);
      return new Promise((resolve) => {
        asking = resolve;
      });
    },
  };
}
