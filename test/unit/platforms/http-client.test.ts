import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createRawServer } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { deliveryOf, type HttpAnswer } from "../../../src/platforms/answer.ts";
import { createHttpClient } from "../../../src/platforms/http-client.ts";
import { systemClock } from "../../../src/shared/clock.ts";
import type { Logger } from "../../../src/shared/logger.ts";

const lines: string[] = [];
const log = (facts: object, sentence: string) => void lines.push(`${JSON.stringify(facts)} ${sentence}`);
const logger: Logger = { debug: log, info: log, warn: log, error: log };
const client = createHttpClient({ timeoutMs: 300, logger, clock: systemClock });

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  lines.length = 0;
  for (const close of closers.splice(0)) await close();
});

async function listening(server: Server | ReturnType<typeof createRawServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function serve(handle: (request: IncomingMessage, response: ServerResponse, body: string) => void): Promise<string> {
  return listening(
    createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => handle(request, response, Buffer.concat(chunks).toString("utf8")));
    }),
  );
}

const post = (url: string) => client.postJson({ url, json: { text: "三车间停电" } });

describe("the HTTP client", () => {
  it("posts JSON as UTF-8 and keeps the query of the address beside the added one", async () => {
    let seen = "";
    const base = await serve((request, response, body) => {
      seen = `${request.method} ${request.url} ${request.headers["content-type"]} ${request.headers["x-key"]} ${body}`;
      response.end('{"errcode":0}');
    });
    const answer = await client.postJson({
      url: `${base}/send?key=a`,
      query: { sign: "x+/=" },
      headers: { "x-key": "k" },
      json: { a: "中" },
    });
    expect(answer).toEqual({ kind: "answer", status: 200, body: { errcode: 0 } });
    expect(seen).toBe('POST /send?key=a&sign=x%2B%2F%3D application/json; charset=utf-8 k {"a":"中"}');
  });

  it("tells the time of each answer that has one", async () => {
    const told: [string, string][] = [];
    const onDate = (host: string, date: Date) => void told.push([host, date.toISOString()]);
    const listener = createHttpClient({ timeoutMs: 300, logger, onDate, clock: systemClock });
    const base = await serve((request, response) => {
      response.sendDate = false;
      if (request.url !== "/none")
        response.setHeader("date", request.url === "/bad" ? "soon" : "Mon, 16 Nov 2026 01:00:00 GMT");
      response.end("{}");
    });
    for (const path of ["/good", "/none", "/bad"]) await listener.getJson({ url: base + path });
    expect(told).toEqual([[new URL(base).host, "2026-11-16T01:00:00.000Z"]]);
  });

  it("posts a file as a form with its name in UTF-8 and the length of the whole", async () => {
    let seen: Record<string, unknown> = {};
    const bytes = Buffer.from("三车间\r\n--停电");
    const base = await serve((request, response, body) => {
      const { "content-length": length, "content-type": type } = request.headers;
      seen = { url: request.url, isWhole: Number(length) === Buffer.byteLength(body), type, body };
      response.end('{"errcode":0,"media_id":"m"}');
    });
    const file = { name: "诉求办理月报-2026-10.docx", mime: "application/zip", bytes };
    const answer = await client.postForm({ url: `${base}/upload`, query: { key: "k" }, field: "media", file });
    expect(answer).toEqual({ kind: "answer", status: 200, body: { errcode: 0, media_id: "m" } });
    expect(seen).toEqual({
      url: "/upload?key=k",
      isWhole: true,
      type: expect.stringMatching(/^multipart\/form-data; ?boundary=/),
      body: expect.stringMatching(
        /name="media"; filename="诉求办理月报-2026-10\.docx"\r\n[\s\S]*\r\n\r\n三车间\r\n--停电\r\n/u,
      ),
    });
  });

  it("gets without a body", async () => {
    const base = await serve((request, response) => response.end(JSON.stringify({ method: request.method })));
    expect(await client.getJson({ url: base })).toMatchObject({ body: { method: "GET" } });
  });

  it("calls a refused connection unsent", async () => {
    const base = await serve(() => {});
    for (const close of closers.splice(0)) await close();
    expect(await post(base)).toMatchObject({ kind: "unsent" });
  });

  it("calls a name that does not exist unsent", async () => {
    expect(await post("https://nobody.invalid/")).toMatchObject({ kind: "unsent" });
  });

  it("calls a failed TLS handshake unsent", async () => {
    const base = await listening(createRawServer((socket) => socket.destroy()));
    expect(await post(base.replace("http:", "https:"))).toMatchObject({ kind: "unsent" });
  });

  it("calls a handshake that never ends unsent", async () => {
    const base = await listening(
      createRawServer((socket) => {
        socket.on("error", () => {});
        socket.on("data", () => {});
      }),
    );
    expect(await post(base.replace("http:", "https:"))).toMatchObject({ kind: "unsent" });
  });

  it("calls a missing answer unknown, because the request may have arrived", async () => {
    const base = await serve(() => {});
    const answer = await post(base);
    expect(answer).toMatchObject({ kind: "unknown" });
    expect(answer).toHaveProperty("reason", expect.stringContaining("0.3 s"));
  });

  it("limits the whole exchange, not the pauses in it", async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(" "), 50);
      response.on("close", () => clearInterval(timer));
    });
    expect(await post(base)).toMatchObject({ kind: "unknown" });
  });

  it("calls a connection cut after the request unknown", async () => {
    const base = await serve((request) => request.socket.destroy());
    expect(await post(base)).toMatchObject({ kind: "unknown" });
  });

  it("tells a proxy that cannot be reached from one that breaks off", async () => {
    const proxy = await listening(createRawServer((socket) => socket.destroy()));
    vi.stubEnv("https_proxy", proxy);
    vi.stubEnv("no_proxy", "");
    expect(await post("https://nobody.invalid/")).toMatchObject({ kind: "unknown" });
    for (const close of closers.splice(0)) await close();
    expect(await post("https://nobody.invalid/")).toMatchObject({ kind: "unsent" });
  });

  it.each([403, 407])(
    "takes a proxy's refusal of the tunnel (%i) as an answer that is not the platform's",
    async (status) => {
      const refusing = createRawServer((socket) => {
        socket.on("error", () => {});
        socket.once("data", () => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`));
      });
      vi.stubEnv("https_proxy", await listening(refusing));
      vi.stubEnv("no_proxy", "");
      const answer = await post("https://nobody.invalid/");
      expect(deliveryOf(answer, () => "gave-up")).toMatchObject({
        state: "later",
        reason: expect.stringContaining(`HTTP ${status}`),
      });
    },
  );

  it("does not use a proxy for the own machine", async () => {
    const base = await serve((_request, response) => response.end('{"errcode":0}'));
    vi.stubEnv("http_proxy", "http://127.0.0.1:1");
    vi.stubEnv("no_proxy", "");
    expect(await post(base)).toMatchObject({ kind: "answer", status: 200 });
  });

  it("does not follow a redirect", async () => {
    let asked = 0;
    const base = await serve((_request, response) => {
      asked++;
      response.writeHead(307, { location: "/again" }).end();
    });
    expect(await post(base)).toMatchObject({ kind: "answer", status: 307 });
    expect(asked).toBe(1);
  });

  it("gives up an answer over 1 MB", async () => {
    const base = await serve((_request, response) => response.end(`{"a":"${"x".repeat(1_100_000)}"}`));
    expect(await post(base)).toMatchObject({ kind: "unknown" });
  });

  it("takes an answer that is no JSON object as an empty body", async () => {
    for (const text of ["<html>login</html>", "[1]", "null", ""]) {
      const base = await serve((_request, response) => response.end(text));
      expect(await post(base)).toEqual({ kind: "answer", status: 200, body: {} });
    }
  });

  it("reads Retry-After in seconds and as a date measured against the answer's own", async () => {
    const values: [string, number | undefined][] = [
      ["7", 7000],
      ["Sat, 01 Aug 2026 08:00:30 GMT", 30_000],
      ["soon", undefined],
      ["-5", undefined],
      ["999999999", 86_400_000],
    ];
    for (const [value, expected] of values) {
      const base = await serve((_request, response) =>
        response.writeHead(429, { "retry-after": value, date: "Sat, 01 Aug 2026 08:00:00 GMT" }).end(),
      );
      const answer = await post(base);
      expect(answer.kind === "answer" ? answer.retryAfterMs : "none").toBe(expected);
    }
  });

  it("logs no telephone number that an answer holds in place of a code", async () => {
    const base = await serve((_request, response) =>
      response.end('{"code":"找周工13512345678","errmsg":"13512345678"}'),
    );
    await post(base);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain("13512345678");
  });

  it("puts neither address, key, header nor text into log lines and reasons", async () => {
    const secret = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
    const hang = await serve(() => {});
    const fine = await serve((_request, response) => response.end('{"errcode":0}'));
    const answers: HttpAnswer[] = [];
    for (const base of [hang, fine, "https://nobody.invalid"]) {
      const request = { url: `${base}/send?key=${secret}`, headers: { authorization: secret }, json: { secret } };
      answers.push(await client.postJson(request));
    }
    expect(lines).toHaveLength(3);
    expect(`${lines.join()}${JSON.stringify(answers)}`).not.toMatch(/693a91f6|\/send|key=/);
  });
});

describe("a host that keeps timing out", () => {
  const clock = { ms: 0, now: () => new Date(clock.ms) };

  it("is left alone for half a minute, then asked once; other hosts are asked meanwhile, and an answer ends it", async () => {
    let asked = 0;
    let hangs = true;
    const base = await serve((_request, response) => {
      asked += 1;
      if (!hangs) response.end('{"errcode":0}');
    });
    const other = await serve((_request, response) => response.end('{"errcode":0}'));
    const patient = createHttpClient({ timeoutMs: 50, logger, clock });
    const ask = (url: string) => patient.postJson({ url, json: {} });
    for (let count = 0; count < 5; count++) expect(await ask(base)).toMatchObject({ kind: "unknown" });
    expect(await ask(base)).toMatchObject({ kind: "unsent", retryAfterMs: 30_000 });
    expect(asked).toBe(5);
    expect(await ask(other)).toMatchObject({ kind: "answer" });
    clock.ms += 30_000;
    expect((await Promise.all([ask(base), ask(base)])).map((one) => one.kind).sort()).toEqual(["unknown", "unsent"]);
    expect(asked).toBe(6);
    hangs = false;
    clock.ms += 30_000;
    expect(await ask(base)).toMatchObject({ kind: "answer" });
    expect(await ask(base)).toMatchObject({ kind: "answer" });
  });

  it("is one that never answers in between", async () => {
    let asked = 0;
    const base = await serve((_request, response) => {
      asked += 1;
      if (asked % 5 === 0) response.end('{"errcode":0}');
    });
    const patient = createHttpClient({ timeoutMs: 50, logger, clock });
    for (let count = 0; count < 12; count++) await patient.postJson({ url: base, json: {} });
    expect(asked).toBe(12);
  });

  it("is asked again when the clock was set back", async () => {
    const base = await serve(() => {});
    const patient = createHttpClient({ timeoutMs: 30, logger, clock });
    for (let count = 0; count < 5; count++) await patient.postJson({ url: base, json: {} });
    clock.ms -= 86_400_000;
    expect(await patient.postJson({ url: base, json: {} })).toMatchObject({ kind: "unknown" });
  });
});
