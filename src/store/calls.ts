import { sql } from "drizzle-orm";
import type { Client } from "pg";
import { within } from "../shared/clock.ts";
import { describe, LateError } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db, OpenOptions } from "./client.ts";
import { connectTo, cut } from "./pool.ts";

export interface CallsDeps {
  readonly db: Db;
  /** Of the server, for a connection of its own. */
  readonly url: string;
  readonly schema: string | undefined;
  /** By this a process knows its own calls. */
  readonly owner: string;
  readonly logger: Logger;
  /** Another process has called. */
  readonly onCall: () => void;
  /** In milliseconds, in place of those of a real day. */
  readonly times?: Partial<typeof TIMES>;
}

const TIMES = {
  /** Before it is connected again: at first, and at most. */
  firstMs: 1_000,
  mostMs: 60_000,
  /** Where nothing comes through although one may listen. */
  muteMs: 600_000,
  /** The server is asked for a sign of life so often, and has so long to answer. */
  pulseMs: 30_000,
  answerMs: 5_000,
};
/** A connection that does not end in so long is cut. */
const LEAVE_MS = 1_000;
/** What PostgreSQL takes as a channel's name. */
const LONGEST = 63;
/** Before the owner, in what is sent to find out whether anything comes through. */
const TRIAL = "?";

/**
 * A call from one process to the others on the same PostgreSQL, by NOTIFY: there may be something that you can send. It is a
 * hint and nothing more: whatever is not heard is found by the next look. Nothing here fails for others, or ends the process.
 */
export class Calls {
  readonly #deps: CallsDeps;
  readonly #times: typeof TIMES;
  readonly #channel: string;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #pauseMs: number;
  /** Whether it was said that nothing is heard. */
  #complained = false;
  #closed = false;
  #calling = false;
  #again = false;
  #cameThrough: () => void = () => {};

  constructor(deps: CallsDeps) {
    this.#deps = deps;
    this.#times = { ...TIMES, ...deps.times };
    this.#channel = channelOf(deps.schema);
    this.#pauseMs = this.#times.firstMs;
    void this.#listen();
  }

  /**
   * Calls the others. By a statement of its own and never in a transaction that keeps something: whatever commits a NOTIFY waits
   * for everybody else in the database who does.
   */
  call(): void {
    this.#again = this.#calling;
    if (this.#calling) return;
    this.#calling = true;
    const done = () => {
      this.#calling = false;
      if (this.#again && !this.#closed) this.call();
    };
    // The others find it by themselves.
    this.#say(this.#deps.owner).then(done, done);
  }

  async #say(word: string): Promise<void> {
    await this.#deps.db.execute(sql`select pg_notify(${this.#channel}, ${word})`);
  }

  /** Listens until the connection is lost, and again after a while. Never rejects. */
  async #listen(): Promise<void> {
    try {
      const client = await connectTo(this.#deps.url, this.#times.answerMs);
      this.#client = client;
      await this.#hearOn(client);
    } catch (error) {
      this.#complain(
        describe(error),
        "Other replicas are not heard: what they leave to be sent waits for the next look, up to a second",
      );
    }
    await this.#leave();
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.#listen(), this.#pauseMs).unref();
    this.#pauseMs = Math.max(this.#pauseMs, Math.min(this.#pauseMs * 2, this.#times.mostMs));
  }

  async #hearOn(client: Client): Promise<void> {
    const { answerMs, pulseMs, firstMs, muteMs } = this.#times;
    const ended = new Promise<void>((resolve) => void client.once("end", resolve));
    client.on("notification", ({ payload = "" }) => this.#hear(payload));
    if (this.#closed) return;
    await within(answerMs, client.query(`listen "${this.#channel}"`));
    if (!(await this.#comesThrough(ended))) {
      this.#pauseMs = muteMs;
      this.#complain(
        {},
        "Other replicas are not heard, because nothing comes through: behind a PgBouncer in transaction mode that is so. What they leave to be sent waits for the next look, up to a second",
      );
      return;
    }
    this.#pauseMs = firstMs;
    this.#complained = false;
    const pulse = setInterval(() => {
      within(answerMs, client.query("select 1")).catch(() => cut(client));
    }, pulseMs).unref();
    await ended;
    clearInterval(pulse);
  }

  /** Sent over another connection: the one that listens may hear itself where it hears nobody else. What is lost says nothing. */
  async #comesThrough(lost: Promise<void>): Promise<boolean> {
    const came = new Promise<void>((resolve) => {
      this.#cameThrough = resolve;
    });
    await this.#say(`${TRIAL}${this.#deps.owner}`);
    try {
      await within(this.#times.answerMs, Promise.race([came, lost]));
      return true;
    } catch (error) {
      if (error instanceof LateError) return false;
      throw error;
    }
  }

  #hear(word: string): void {
    const { owner, onCall } = this.#deps;
    if (word === `${TRIAL}${owner}`) this.#cameThrough();
    else if (word !== owner && !word.startsWith(TRIAL)) onCall();
  }

  /** Once, until something is heard again. */
  #complain(why: Record<string, unknown>, sentence: string): void {
    if (!this.#complained && !this.#closed) this.#deps.logger.warn(why, sentence);
    this.#complained = true;
  }

  async #leave(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    if (client === null) return;
    await within(LEAVE_MS, client.end()).catch(() => cut(client));
  }

  /** Never rejects. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#leave();
  }
}

/** Null: nobody else can be in the embedded database. */
export function openCalls(
  { databaseUrl: url, databaseSchema: schema }: Pick<OpenOptions, "databaseUrl" | "databaseSchema">,
  deps: Omit<CallsDeps, "url" | "schema">,
): Calls | null {
  return url === undefined ? null : new Calls({ ...deps, url, schema });
}

/** Parks of one database do not wake each other; two names that begin with the same 57 letters would, which does no harm. */
function channelOf(schema: string | undefined): string {
  return schema === undefined ? "chaxu" : `chaxu_${schema}`.slice(0, LONGEST);
}
