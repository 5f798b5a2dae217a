import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createRawServer } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { codeOf, createHttpClient, deliveryOf, type HttpAnswer } from "../../../src/platforms/http-client.ts";
import type { Logger } from "../../../src/shared/logger.ts";

const lines: string[] = [];
const log = (facts: object, sentence: string) => void lines.push(`${JSON.stringify(facts)} ${sentence}`);
const logger: Logger = { debug: log, info: log, warn: log, error: log };
const client = createHttpClient({ timeoutMs: 300, logger });

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
    const listener = createHttpClient({ timeoutMs: 300, logger, onDate });
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

describe("codeOf", () => {
  it("reads errcode and code, as a number or a text", () => {
    expect(codeOf({ errcode: 0 })).toBe("0");
    expect(codeOf({ errcode: "0" })).toBe("0");
    expect(codeOf({ errcode: 45009, code: "x" })).toBe("45009");
    expect(codeOf({ code: "Forbidden.AccessDenied" })).toBe("Forbidden.AccessDenied");
    expect(codeOf({ errcode: -1 })).toBe("-1");
  });

  it("is undefined without one", () => {
    for (const body of [{}, { errcode: null }, { code: "" }, { errcode: {} }]) expect(codeOf(body)).toBeUndefined();
  });
});

describe("deliveryOf", () => {
  const answer = (status: number, body: Record<string, unknown>, retryAfterMs?: number): HttpAnswer => ({
    kind: "answer",
    status,
    body,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
  const sort = (code: string) => (code === "45009" ? "later" : "gave-up");
  const state = (status: number, body: Record<string, unknown>) => deliveryOf(answer(status, body), sort).state;

  it("trusts the platform's code and not HTTP 200", () => {
    expect(state(200, { errcode: 0 })).toBe("sent");
    expect(state(200, { errcode: 45009 })).toBe("later");
    expect(state(200, { errcode: 93000 })).toBe("gave-up");
    expect(state(403, { code: "45009" })).toBe("later");
  });

  it("tries later after 429 and every 5xx, honouring Retry-After, whatever the body says", () => {
    for (const status of [429, 500, 502, 503, 504]) expect(state(status, { errcode: 93000 })).toBe("later");
    expect(deliveryOf(answer(429, {}, 5000), sort)).toMatchObject({ state: "later", afterMs: 5000 });
  });

  it("gives up after another 4xx without a code", () => {
    for (const status of [400, 401, 403, 404, 413]) expect(state(status, {})).toBe("gave-up");
  });

  it("tries later when something else than the platform answered", () => {
    expect(state(200, {})).toBe("later");
    expect(state(302, {})).toBe("later");
  });

  it("takes an answer without a code but with content as sent, and reads its key", () => {
    const delivery = deliveryOf(answer(200, { processQueryKey: "k1" }), sort, (body) =>
      String(body["processQueryKey"]),
    );
    expect(delivery).toEqual({ state: "sent", key: "k1" });
  });

  it("tells unsent and unknown apart", () => {
    expect(deliveryOf({ kind: "unsent", reason: "r" }, sort)).toEqual({ state: "later", reason: "r" });
    expect(deliveryOf({ kind: "unknown", reason: "r" }, sort)).toEqual({ state: "unknown", reason: "r" });
  });

  it("shortens what the platform said and takes out addresses and whatever could be a key", () => {
    const errmsg = `invalid webhook url, key=abc token: def, hint: [1655091234567890], see https://x.example/q?e=93000 693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa ${"很长".repeat(200)}`;
    const delivery = deliveryOf(answer(200, { errcode: 93000, errmsg }), sort);
    const reason = delivery.state === "gave-up" ? delivery.reason : "";
    expect(reason).toContain("errcode 93000 invalid webhook url");
    expect(reason).not.toMatch(/abc|def|1655091234567890|x\.example|693a91f6/);
    expect(reason.length).toBeLessThan(160);
  });
});
