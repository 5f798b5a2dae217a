import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The host that makes WeCom bots by one scan, as the platform's own program knows it (WecomTeam/wecom-cli, src/auth/qrcode.rs). */

export const SCANNED = { botid: "aibMadeByOneScanABCDEFGHIJK", secret: "s3cretMadeByOneScan0123456789" };

type Reply = { readonly status?: number; readonly body: unknown };

export class ScanServer {
  /** Path and query of each request. */
  readonly requests: URL[] = [];
  /** How often it is asked before somebody has scanned. */
  asksBefore = 2;
  generate: Reply | null = null;
  result: Reply | null = null;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(): Promise<ScanServer> {
    const server = new ScanServer();
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where the telephone is led. */
  get authUrl(): string {
    return `${this.url}/ai/qc/c?s=code-1`;
  }

  asked(path: string): number {
    return this.requests.filter((one) => one.pathname === path).length;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "/", this.url);
    this.requests.push(url);
    const { status = 200, body } = this.#reply(url);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  }

  #reply({ pathname, searchParams }: URL): Reply {
    if (pathname === "/ai/qc/generate") {
      return this.generate ?? { body: { data: { scode: "code-1", auth_url: this.authUrl } } };
    }
    if (pathname !== "/ai/qc/query_result" || searchParams.get("scode") !== "code-1") return { status: 404, body: {} };
    if (this.result !== null) return this.result;
    const isDone = this.asked("/ai/qc/query_result") > this.asksBefore;
    return { body: { data: isDone ? { status: "success", bot_info: SCANNED } : { status: "wait", bot_info: null } } };
  }
}
