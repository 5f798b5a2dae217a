import { connect, createServer, type Server, type Socket } from "node:net";

/** How a road fails. Those that answer by themselves, and `truncate`, are for HTTP alone. */
export const ROAD_FAULTS = ["refuse", "stall", "reset", "half-open", "500", "page", "truncate"] as const;
export type RoadFault = (typeof ROAD_FAULTS)[number];

const PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>网络认证</h1>请先登录</body></html>";
const ANSWERS: Readonly<Partial<Record<RoadFault, string>>> = {
  "500": answer("500 Internal Server Error", "upstream failed"),
  page: answer("200 OK", PAGE),
};
/** Enough for a status line and most of the headers, and not for a body. */
const TRUNCATED_BYTES = 90;
const RETRY_MS = 50;

interface Pair {
  readonly here: Socket;
  readonly there: Socket;
  /** Nothing passes over it any more, and neither side hears so. */
  dead: boolean;
}

/** A stretch of network before a server, by which every byte goes, and which fails when it is told to. */
export class Road {
  readonly name: string;
  /** Asked at each connection, so that it may lead to another server each time. */
  readonly #target: () => string;
  readonly #pairs = new Set<Pair>();
  #server: Server | null = null;
  #fault: RoadFault | null = null;
  #port = 0;

  private constructor(name: string, target: () => string) {
    this.name = name;
    this.#target = target;
  }

  static async open(name: string, target: () => string): Promise<Road> {
    const road = new Road(name, target);
    await road.#listen();
    return road;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async begin(fault: RoadFault): Promise<void> {
    this.#fault = fault;
    if (fault === "refuse" || fault === "reset") this.#cutAll();
    if (fault === "refuse") await this.#deafen();
    for (const pair of this.#pairs) {
      if (fault === "half-open") pair.dead = true;
      if (fault === "stall") pause(pair);
    }
  }

  async end(): Promise<void> {
    this.#fault = null;
    // What fell dead stays so, as on a real network: only a new connection is a good one.
    for (const pair of this.#pairs) if (!pair.dead) resume(pair);
    if (this.#server === null) await this.#listen();
  }

  async close(): Promise<void> {
    this.#cutAll();
    await this.#deafen();
  }

  #cutAll(): void {
    for (const { here, there } of this.#pairs) {
      here.resetAndDestroy();
      there.destroy();
    }
  }

  async #listen(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        this.#server = await listening(this.#port, (here) => this.#take(here));
        break;
      } catch (error) {
        // Somebody may have taken the port for an outgoing connection meanwhile.
        if (tries >= 200) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error(`the road ${this.name} has no port`);
    this.#port = address.port;
  }

  async #deafen(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    this.#cutAll();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  #take(here: Socket): void {
    const { port, hostname } = new URL(this.#target());
    const there = connect(Number(port), hostname);
    const pair: Pair = { here, there, dead: this.#fault === "half-open" };
    this.#pairs.add(pair);
    here.on("data", (bytes) => this.#onward(pair, bytes));
    there.on("data", (bytes) => this.#back(pair, bytes));
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      // Who is not there refuses: so does the road to him.
      from.on("error", () => to.destroy());
      from.on("close", () => {
        if (from === here) this.#pairs.delete(pair);
        if (!pair.dead || from === here) to.end();
      });
    }
    if (this.#fault === "stall") pause(pair);
  }

  #onward(pair: Pair, bytes: Buffer): void {
    const own = this.#fault === null ? undefined : ANSWERS[this.#fault];
    if (pair.dead) return;
    if (own === undefined) pair.there.write(bytes);
    else {
      pair.here.end(own);
      pair.there.destroy();
    }
  }

  /** What was asked has been done by now: whoever gets no answer, or half of one, cannot know that. */
  #back(pair: Pair, bytes: Buffer): void {
    if (pair.dead) return;
    if (this.#fault === "reset") {
      pair.here.resetAndDestroy();
      pair.there.destroy();
    } else if (this.#fault === "truncate") {
      pair.here.end(bytes.subarray(0, TRUNCATED_BYTES));
      pair.there.destroy();
    } else pair.here.write(bytes);
  }
}

function listening(port: number, take: (here: Socket) => void): Promise<Server> {
  const server = createServer(take);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function pause({ here, there }: Pair): void {
  here.pause();
  there.pause();
}

function resume({ here, there }: Pair): void {
  here.resume();
  there.resume();
}

function answer(status: string, body: string): string {
  const length = Buffer.byteLength(body);
  return `HTTP/1.1 ${status}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${body}`;
}
