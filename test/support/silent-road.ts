import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a server that can fall silent: connections stay open and are taken, and nothing passes any more. */
export class SilentRoad {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #silent = false;

  private constructor(target: URL) {
    this.#server = createServer((here) => {
      const there = connect(Number(target.port), target.hostname);
      for (const [from, to] of [
        [here, there],
        [there, here],
      ] as const) {
        this.#sockets.add(from);
        from.on("data", (bytes) => to.write(bytes));
        from.on("error", () => to.destroy());
        from.on("close", () => {
          this.#sockets.delete(from);
          to.end();
        });
        if (this.#silent) from.pause();
      }
    });
  }

  /** Resolves with the way, and the address of the server by that way. */
  static async to(address: string): Promise<{ way: SilentRoad; url: string }> {
    const url = new URL(address);
    const way = new SilentRoad(new URL(address));
    await new Promise<void>((resolve) => way.#server.listen(0, "127.0.0.1", resolve));
    const own = way.#server.address();
    url.hostname = "127.0.0.1";
    // The tests' server is also reached by a file, which would go round this way.
    url.searchParams.delete("host");
    url.port = String(typeof own === "object" && own !== null ? own.port : 0);
    return { way, url: url.href };
  }

  hang(): void {
    this.#silent = true;
    for (const socket of this.#sockets) socket.pause();
  }

  goOn(): void {
    this.#silent = false;
    for (const socket of this.#sockets) socket.resume();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
