import type { Duplex } from "node:stream";
import { Client, type ClientBase, type ClientConfig, Pool, type PoolClient } from "pg";
import { messageOf } from "../shared/errors.ts";

/** Connections to PostgreSQL that outlive it: it may stop, come back, be killed or hang, and nothing but its queries fail. */

/** How long a query waits for a free connection, and a new connection for the server. */
const CONNECT_MS = 10_000;
/** A connection that is in use and finishes nothing for so long is cut: the server hangs, or the way to it is lost. */
const STALL_MS = 15_000;
const MOST_CONNECTIONS = 10;

/** Of a statement that is prepared the plan is kept: to plan the one that reads for a message takes longer than to run it. */
export const KEEP_PLANS = "set plan_cache_mode = force_generic_plan";

type Callback = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

/**
 * A lost connection is told three times: to each waiting query, which is how callers learn of it, as an event of the
 * client, and, when it was idle, as an event of the pool. The events are heard here and lead to nothing, because an
 * event of this name that nobody hears ends the process.
 */
export class LastingPool extends Pool {
  readonly #stallMs: number;

  constructor(url: string, stallMs = STALL_MS) {
    super({ ...connectionTo(url), max: MOST_CONNECTIONS, connectionTimeoutMillis: CONNECT_MS, pipeline: true });
    this.#stallMs = stallMs;
    this.on("error", () => {});
    this.on("connect", (client) => {
      client.on("error", () => {});
      hasten(client);
      client.query(KEEP_PLANS).catch(() => {});
    });
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    if (callback === undefined) return super.connect().then((client) => lend(client, this.#stallMs));
    super.connect((error, client, done) =>
      callback(error, client === undefined ? undefined : lend(client, this.#stallMs), done),
    );
    return undefined;
  }
}

/** A connection keeps so many statements prepared that have no name of their own; those that come later are parsed each time. */
const MOST_PREPARED = 500;
const names = new Map<string, string>();

/** A list of values, or of rows: with another length it is another text, so that these alone would soon take all names. */
const LIST = / in \(\$\d+, \$|\), \(\$/;

/** The name under which a statement is prepared; undefined where there are too many. The same text has one name everywhere. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_PREPARED || LIST.test(text)) return known;
  const name = `chaxu_${names.size}`;
  names.set(text, name);
  return name;
}

interface Asked {
  readonly text?: unknown;
  readonly name?: string;
}

/**
 * Has a connection answer sooner, whoever asks. Each statement with parameters is parsed and planned once for a connection: the
 * texts are few, because values are never part of them. What is asked in one turn of the program goes in one packet. A
 * transaction begins together with its first statement: one that could not begin has no connection any more, and that
 * statement says so.
 */
function hasten(client: PoolClient): void {
  const query: (...all: unknown[]) => unknown = client.query.bind(client);
  const hastened = (asked: string | Asked, values: unknown, ...rest: unknown[]) => {
    inOnePacket(client);
    const { text, name = undefined } = typeof asked === "string" ? { text: asked } : asked;
    if (text === "begin" && typeof values !== "function") {
      Promise.resolve(query(asked, values, ...rest)).catch(() => {});
      return Promise.resolve({ rows: [] });
    }
    const hasValues = Array.isArray(values) && values.length > 0;
    const own = hasValues && typeof text === "string" && name === undefined ? nameOf(text) : undefined;
    if (own === undefined) return query(asked, values, ...rest);
    return query({ ...(typeof asked === "string" ? { text } : asked), name: own }, values, ...rest);
  };
  Object.assign(client, { query: hastened });
}

function inOnePacket(client: PoolClient): void {
  const stream = streamOf(client);
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function streamOf(client: ClientBase): Duplex {
  const { connection } = client as ClientBase & { readonly connection: { readonly stream: Duplex } };
  return connection.stream;
}

/** Ends a connection at once: by itself it would wait for what is still to be answered. */
export function cut(client: ClientBase): void {
  streamOf(client).destroy();
}

/**
 * Watches a connection while somebody has it. One that ends meanwhile, or is cut, leaves the pool by itself, because
 * drizzle does not give back a connection on which no transaction could begin; its place would be lost.
 */
function lend(client: PoolClient, stallMs: number): PoolClient {
  const giveBack = client.release;
  let isOut = true;
  const giveUp = () => {
    cut(client);
    release(new Error("the database does not answer"));
  };
  const watch = setTimeout(giveUp, stallMs);
  // Said when everything that was asked is done.
  const done = () => void watch.refresh();
  const ended = () => release(true);
  const release = (error?: Error | boolean) => {
    if (!isOut) return;
    isOut = false;
    clearTimeout(watch);
    client.off("drain", done);
    client.off("end", ended);
    giveBack(error);
  };
  client.on("drain", done);
  client.once("end", ended);
  client.release = release;
  return client;
}

/** One connection of its own, for work that may take long. */
export async function connectTo(url: string, timeoutMs = CONNECT_MS): Promise<Client> {
  const client = new Client({ ...connectionTo(url), connectionTimeoutMillis: timeoutMs });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** The address with what has every connection find its tables in one schema, and nowhere else. */
export function withSchema(url: string, schema: string | undefined): string {
  if (schema === undefined) return url;
  const address = new URL(url);
  const options = address.searchParams.get("options");
  address.searchParams.set("options", `${options === null ? "" : `${options} `}-c search_path=${schema}`);
  return address.href;
}

/** `sslmode` means what it means to PostgreSQL's own programs: `require` encrypts, and only `verify-…` asks for a certificate. */
function connectionTo(url: string): ClientConfig {
  const address = new URL(url);
  if (address.searchParams.has("sslmode")) address.searchParams.set("uselibpqcompat", "true");
  return {
    connectionString: address.href,
    keepAlive: true,
    fallback_application_name: "chaxu",
    // The server ends it: a process that stands still amid a transaction would keep its locks from all others.
    idle_in_transaction_session_timeout: STALL_MS,
  };
}

/** The database's own words for a failure, which drizzle hides behind the statement; never empty. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return messageOf(cause) || codeOf(cause) || "no answer";
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
