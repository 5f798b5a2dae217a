import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build, ROOT } from "./build.ts";

const MAIN = join(ROOT, "dist/main.js");

/** The real program, `dist/main.js` unless another script starts it, as a process of its own. */
export class Program {
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  readonly #closed: Promise<unknown>;
  #ended: number | string | null = null;

  private constructor(env: Readonly<Record<string, string>>, script: string) {
    const { PATH = "", HOME = "", TMPDIR } = process.env;
    // Nothing of the machine's own settings, and a folder without .env: they would change what is tested.
    const own = { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), TZ: "UTC" };
    this.#child = spawn(process.execPath, [script], {
      cwd: join(ROOT, "test/support"),
      env: { ...own, PORT: "0", LOG_LEVEL: "error", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#closed = once(this.#child, "close");
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", (line) => this.#lines.push(line));
    }
    this.#child.once("exit", (code, signal) => {
      this.#ended = code ?? signal ?? "unknown";
    });
  }

  /** Starts it and goes on at once. */
  static async spawn(env: Readonly<Record<string, string>>, script = MAIN): Promise<Program> {
    await build();
    return new Program(env, script);
  }

  /** Starts it and waits until it is ready. Throws with what it printed when it ends instead. */
  static async start(env: Readonly<Record<string, string>>, script?: string): Promise<Program> {
    const program = await Program.spawn(env, script);
    await program.ready();
    return program;
  }

  async ready(): Promise<void> {
    while (this.url === "") {
      if (this.#ended !== null) throw new Error(`the program ended (${this.#ended}):\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Everything that it printed. */
  get output(): string {
    return this.#lines.join("\n");
  }

  /** Its address in the sandbox; empty before it is ready. */
  get url(): string {
    const ready = this.#lines.find((line) => line.startsWith("Ready: "));
    return ready?.slice("Ready: ".length).replace(/\/sandbox$/, "") ?? "";
  }

  /** The number of its process. */
  get process(): number {
    return this.#child.pid ?? 0;
  }

  /** How it ended: the exit code, the signal, or null while it runs. */
  get ended(): number | string | null {
    return this.#ended;
  }

  signal(name: "SIGTERM" | "SIGKILL" | "SIGSTOP" | "SIGCONT"): void {
    this.#child.kill(name);
  }

  /** Waits for its end and its last line: the exit code, or the signal that ended it. */
  async exit(): Promise<number | string> {
    await this.#closed;
    return this.#ended ?? "unknown";
  }

  async kill(): Promise<void> {
    this.signal("SIGKILL");
    await this.exit();
  }

  /** Moves the clock of the sandbox; resolves with where it stands then. */
  async moveClock(to: { readonly at: string } | { readonly advance: string }): Promise<Date> {
    const response = await fetch(`${this.url}/sandbox/clock`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(to),
    });
    const body = (await response.json()) as { now?: string; error?: string };
    if (body.now === undefined) throw new Error(`the clock did not move: ${response.status} ${body.error ?? ""}`);
    return new Date(body.now);
  }

  /** How many messages wait to be sent, by the metrics. */
  waiting(): Promise<number> {
    return this.figure(/^chaxu_outbox_waiting\{[^}]*\} (\d+)/gm);
  }

  /** The sum of the figures that a pattern finds in the metrics. */
  async figure(pattern: RegExp): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    return [...text.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0);
  }
}
