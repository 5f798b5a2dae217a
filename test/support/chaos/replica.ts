import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { ROOT } from "../build.ts";
import { freePort } from "../postgres-setup.ts";
import { Program } from "../program.ts";

const CLOCK = pathToFileURL(join(ROOT, "test/support/chaos/clock.js")).href;
/** As a service manager waits before it starts again what has ended. */
const RESTART_MS = 1_000;
/** A start that takes longer is none. */
const STARTS_MS = 60_000;
const LAST_LINES = 15;

/** How a process ended. `told`: the test ended it; `wasReady`: it had come up before. */
export interface End {
  readonly replica: number;
  readonly at: number;
  readonly how: number | string;
  readonly told: boolean;
  readonly wasReady: boolean;
  /** What it said last. */
  readonly words: string;
}

/** One of the processes, as a service manager keeps it: one that ends is started again. */
export class Replica {
  readonly number: number;
  readonly ends: End[] = [];
  readonly #folder: string;
  #env: Readonly<Record<string, string>> = {};
  #program: Program | null = null;
  #told = false;
  #kept = false;
  #life: Promise<void> = Promise.resolve();
  #ahead = 0;

  constructor(number: number, folder: string) {
    this.number = number;
    this.#folder = join(folder, `replica-${number}`);
  }

  /** Empty while it is not ready. */
  get url(): string {
    return this.#program?.ended === null ? this.#program.url : "";
  }

  /** Starts it with these settings, and again whenever it ends. Resolves when it is ready. */
  async keep(env: Readonly<Record<string, string>>): Promise<void> {
    await this.setAhead(this.#ahead);
    const port = await freePort();
    const place = { HOST: "127.0.0.1", PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
    const clock = { NODE_OPTIONS: `--import=${CLOCK}`, CHAOS_CLOCK: this.#clockFile };
    this.#env = { ...env, ...place, ...clock, DATA_DIR: this.#folder };
    this.#kept = true;
    this.#life = this.#live();
    for (const began = performance.now(); this.url === ""; await sleep(50)) {
      if (performance.now() - began < STARTS_MS) continue;
      throw new Error(`process ${this.number} does not start:\n${this.ends.at(-1)?.words ?? "it says nothing"}`);
    }
  }

  /** Its wall clock is ahead of the machine's by so many milliseconds from now on. */
  async setAhead(milliseconds: number): Promise<void> {
    // A real clock has no parts of a millisecond.
    this.#ahead = Math.round(milliseconds);
    await mkdir(this.#folder, { recursive: true });
    // Never half of it: that would be a jump of its own.
    await writeFile(`${this.#clockFile}.new`, String(this.#ahead));
    await rename(`${this.#clockFile}.new`, this.#clockFile);
  }

  /** Ends it as a stop or a crash would; it is started again. */
  strike(signal: "SIGTERM" | "SIGKILL"): void {
    this.#told = true;
    this.#program?.signal(signal);
  }

  freeze(): void {
    this.#program?.signal("SIGSTOP");
  }

  thaw(): void {
    this.#program?.signal("SIGCONT");
  }

  /** Stops it for good: the exit code, or the signal that ended it. */
  async stop(): Promise<number | string> {
    this.#kept = false;
    this.strike("SIGTERM");
    await this.#life;
    return this.ends.at(-1)?.how ?? "unknown";
  }

  async kill(): Promise<void> {
    this.#kept = false;
    this.strike("SIGKILL");
    await this.#life;
  }

  get #clockFile(): string {
    return join(this.#folder, "clock");
  }

  async #live(): Promise<void> {
    while (this.#kept) {
      this.#told = false;
      const program = await Program.spawn(this.#env);
      this.#program = program;
      // Told meanwhile, before there was anybody to tell.
      if (!this.#kept) program.signal("SIGKILL");
      const how = await program.exit();
      const words = program.output.split("\n").slice(-LAST_LINES).join("\n");
      const [told, wasReady] = [this.#told, program.url !== ""];
      this.ends.push({ replica: this.number, at: Date.now(), how, told, wasReady, words });
      if (this.#kept) await sleep(RESTART_MS);
    }
  }
}
