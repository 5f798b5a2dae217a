import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Acknowledgement } from "../../src/chat/receive.ts";
import type { RawRequest, Received } from "../../src/platforms/inbound.ts";
import type { Platform } from "../../src/platforms/platform.ts";
import { ChaxuError } from "../../src/shared/errors.ts";
import type { Logger } from "../../src/shared/logger.ts";
import type { Receive } from "../../src/web/callbacks.ts";
import { type Check, createHealth } from "../../src/web/health.ts";
import { createMetrics, type MetricsSnapshot } from "../../src/web/metrics.ts";
import { createServer, type Listening, listen, type ServerDeps } from "../../src/web/server.ts";

const SNAPSHOT: MetricsSnapshot = {
  outboxWaiting: { wecom: 2 },
  outboxDead: 1,
  quotas: [{ quota: "dingtalk:api", used: 4_012, limit: 5_000 }],
  outboxOldestSeconds: 7.5,
  issuesOpen: { submitted: 3 },
  sweepAgeSeconds: 4,
  issuesUnchecked: 2,
  uncheckedOldestSeconds: 900,
  calendarYears: 2,
  roads: [
    {
      platform: "wecom" as const,
      open: true,
      aliveSeconds: 2,
      heardSeconds: { group: 30, direct: null },
      deaf: ["group" as const],
    },
  ],
};

/** A platform that does with each request what the test says, and remembers the requests. */
class StubPlatform implements Platform {
  readonly requests: RawRequest[] = [];
  readonly doors = ["bot", "robot"] as const;
  reaches = () => false;
  posts = () => false;

  constructor(
    readonly name: Platform["name"],
    readonly decide: (request: RawRequest) => Received = () => MESSAGE,
  ) {}

  receive(request: RawRequest): Received {
    this.requests.push(request);
    return this.decide(request);
  }

  render = () => [];
  send = async () => ({ state: "sent" as const });
  carries = () => false;
  budget = () => ({ key: "stub", perMinute: 18 });
  robot = () => "stub";
  examine = async () => [];
}

const MESSAGE: Received = {
  kind: "message",
  message: {
    platform: "wecom",
    messageId: "m1",
    chat: { kind: "direct" },
    sender: { id: "u1" },
    text: "诉求 停电",
    pictures: 0,
  },
};

interface Line {
  readonly level: string;
  readonly facts: object;
}

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close(0)));
});

interface Running {
  readonly at: string;
  readonly server: Listening;
  readonly lines: Line[];
  readonly wecom: StubPlatform;
  readonly dingtalk: StubPlatform;
}

interface Wanted {
  readonly answerMs?: number;
  readonly decide?: (request: RawRequest) => Received;
  readonly receive?: Receive;
  readonly platforms?: readonly ("wecom" | "dingtalk")[];
  readonly checks?: Record<string, Check>;
  readonly collect?: () => Promise<MetricsSnapshot>;
  readonly park?: string;
  readonly extra?: ServerDeps["extra"];
}

async function start(wanted: Wanted = {}): Promise<Running> {
  const lines: Line[] = [];
  const write = (level: string) => (facts: object) => lines.push({ level, facts });
  const logger: Logger = { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
  const wecom = new StubPlatform("wecom", wanted.decide);
  const dingtalk = new StubPlatform("dingtalk", wanted.decide);
  const names = wanted.platforms ?? ["wecom", "dingtalk"];
  const app = createServer({
    platforms: [wecom, dingtalk].filter((platform) => names.includes(platform.name)),
    receive: wanted.receive ?? (async () => ({ status: 200, body: "" })),
    health: createHealth(wanted.checks ?? {}, logger, 100),
    metrics: createMetrics(wanted.park, wanted.collect ?? (async () => SNAPSHOT), logger),
    extra: wanted.extra ?? [],
    ...(wanted.answerMs === undefined ? {} : { answerMs: wanted.answerMs }),
    https: false,
    logger,
  });
  const server = await listen(app, "127.0.0.1", 0);
  open.push(server);
  return { at: `http://127.0.0.1:${server.port}`, server, lines, wecom, dingtalk };
}

const WECOM = "/callbacks/wecom/bot";
const DINGTALK = "/callbacks/dingtalk/robot";
const post = (url: string, body: string | Buffer<ArrayBuffer> = "{}") => fetch(url, { method: "POST", body });
const refusing = (status: 400 | 401) => (): Received => ({ kind: "refused", status, reason: "signature" });

describe("callbacks", () => {
  it("hands the bytes, the query and the headers to the platform as they came", async () => {
    const { at, wecom } = await start();
    const body = Buffer.from([0, 255, 13, 10, 0xe4]);
    await fetch(`${at}${WECOM}?echostr=a%2Bb+c%3D&empty=&name&x=%E8%8C%B6`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Sign": "s" },
      body,
    });
    expect(wecom.requests[0]).toMatchObject({
      method: "POST",
      query: { echostr: "a+b+c=", empty: "", name: "", x: "茶" },
      headers: { "x-sign": "s" },
    });
    expect(wecom.requests[0]?.body.equals(body)).toBe(true);
  });

  it("answers the address check with exactly the body, whatever the request's conditions", async () => {
    const echo = "1616140317555161061";
    const { at } = await start({ decide: () => ({ kind: "handshake", body: echo }) });
    const answer = await fetch(`${at}${WECOM}?echostr=x`, { headers: { "If-None-Match": "*" } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(answer.headers.get("etag")).toBeNull();
    expect(Buffer.from(await answer.arrayBuffer()).toString("latin1")).toBe(echo);
  });

  it.each([401, 400] as const)("answers a refused request with %i and one log line without content", async (status) => {
    const { at, lines } = await start({ decide: refusing(status) });
    const answer = await post(`${at}${DINGTALK}`, "保密内容");
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain("signature");
    expect(lines).toEqual([{ level: "warn", facts: { platform: "dingtalk", status, reason: "signature" } }]);
    const metrics = await (await fetch(`${at}/metrics`)).text();
    expect(metrics).toContain('chaxu_inbound_total{platform="dingtalk",result="refused"} 1\n');
  });

  it("answers what is verified and needs nothing with an empty 200", async () => {
    const { at } = await start({ decide: () => ({ kind: "ignored", reason: "enter_chat" }) });
    const answer = await post(`${at}${WECOM}`);
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });

  it.each<[Acknowledgement, number, string, string | null]>([
    [{ status: 200, body: "" }, 200, "", null],
    [{ status: 200, body: '{"encrypt":"茶"}' }, 200, '{"encrypt":"茶"}', "application/json; charset=utf-8"],
    [{ status: 401, reason: "nonce" }, 401, '{"error":"not verified"}', "application/json; charset=utf-8"],
    [{ status: 400, reason: "ids" }, 400, '{"error":"not understood"}', "application/json; charset=utf-8"],
  ])("passes the answer %j on", async (given, status, body, type) => {
    const { at } = await start({ receive: async () => given });
    const answer = await post(`${at}${WECOM}`);
    expect([answer.status, await answer.text(), answer.headers.get("content-type")]).toEqual([status, body, type]);
  });

  it("answers 500 when the message could not be stored, so that the platform repeats it, and logs no content", async () => {
    const failing = async () => {
      throw new Error("Failed query: insert … params: 保密内容\n    at 保密内容 (x:1:1)");
    };
    const { at, lines } = await start({ receive: failing });
    const answer = await post(`${at}${WECOM}`);
    expect([answer.status, await answer.text()]).toEqual([500, '{"error":"internal error"}']);
    expect(lines.map((line) => line.level)).toEqual(["error"]);
    expect(JSON.stringify(lines)).toContain("http.test.ts");
    expect(JSON.stringify(lines)).not.toContain("保密内容");
  });

  it("answers 503 when storing takes too long, so that the platform repeats it, and is alive meanwhile", async () => {
    const { at, lines } = await start({ receive: () => new Promise(() => {}), answerMs: 200 });
    const answer = post(`${at}${WECOM}`);
    expect((await fetch(`${at}/healthz`)).status).toBe(200);
    expect([(await answer).status, await (await answer).text()]).toEqual([503, '{"error":"try again"}']);
    expect(lines.map((line) => line.level)).toEqual(["error"]);
  });

  it("answers 500 when the platform code itself fails", async () => {
    const { at } = await start({
      decide: () => {
        throw new TypeError("a bug");
      },
    });
    expect((await post(`${at}${WECOM}`)).status).toBe(500);
  });

  it("takes a body of exactly 1 MB and refuses one byte more, told or chunked", async () => {
    const { at, wecom, lines } = await start();
    expect((await post(`${at}${WECOM}`, Buffer.alloc(1_048_576))).status).toBe(200);
    expect((await post(`${at}${WECOM}`, Buffer.alloc(1_048_577))).status).toBe(413);
    expect(await chunked(`${at}${WECOM}`, 1_048_577)).toBe(413);
    expect(wecom.requests.map((request) => request.body.length)).toEqual([1_048_576]);
    expect(lines).toHaveLength(2);
  });

  it("refuses a compressed body instead of unpacking it", async () => {
    const { at, wecom } = await start();
    const answer = await fetch(`${at}${WECOM}`, { method: "POST", body: "x", headers: { "Content-Encoding": "gzip" } });
    expect(answer.status).toBe(415);
    expect(wecom.requests).toEqual([]);
  });

  it.each(["a=1&a=2", "a=%E8%8", "%=1"])("refuses the query %s with 401", async (query) => {
    const { at, wecom } = await start();
    expect(await raw(at, `GET ${WECOM}?${query} HTTP/1.1`)).toContain("HTTP/1.1 401 ");
    expect(wecom.requests).toEqual([]);
  });

  it("answers 404 for a platform that is not configured, and leaves the other alone", async () => {
    const { at, lines } = await start({ platforms: ["dingtalk"] });
    expect((await post(`${at}${WECOM}`)).status).toBe(404);
    expect((await fetch(`${at}${WECOM}`)).status).toBe(404);
    expect((await post(`${at}${DINGTALK}`)).status).toBe(200);
    expect(lines).toHaveLength(2);
  });

  it.each(["PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"])("answers %s with 405", async (method) => {
    const { at, wecom } = await start();
    const answer = await fetch(`${at}${WECOM}`, { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, POST"]);
    expect(wecom.requests).toEqual([]);
  });

  it("answers GET on the DingTalk address with 405", async () => {
    const { at } = await start();
    expect((await fetch(`${at}${DINGTALK}`)).status).toBe(405);
  });

  it("works on many requests at the same time", async () => {
    let waiting = 0;
    let release = () => {};
    const all = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { at } = await start({
      receive: async () => {
        if (++waiting === 50) release();
        await all;
        return { status: 200, body: "" };
      },
    });
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(`${at}${WECOM}`)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  });
});

describe("health", () => {
  it("says that the process answers", async () => {
    const { at } = await start({ checks: { database: async () => ({ ok: false }) } });
    const answer = await fetch(`${at}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: "ok", checks: {} }]);
  });

  it("is ready when every check is", async () => {
    const { at } = await start({ checks: { database: async () => ({ ok: true }) } });
    const answer = await fetch(`${at}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: "ok", checks: { database: { ok: true } } }]);
  });

  it("is not ready when a check says no, throws or never ends, and tells no detail of what was thrown", async () => {
    const { at } = await start({
      checks: {
        fine: async () => ({ ok: true }),
        behind: async () => ({ ok: false, reason: "The last sweep is 90 s ago." }),
        broken: async () => Promise.reject(new Error("postgres://u:password@h")),
        stuck: () => new Promise(() => {}),
      },
    });
    const answer = await fetch(`${at}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      status: "unavailable",
      checks: {
        fine: { ok: true },
        behind: { ok: false, reason: "The last sweep is 90 s ago." },
        broken: { ok: false, reason: "The check failed: see the log." },
        stuck: { ok: false, reason: "No answer within 0.1 s." },
      },
    });
  });
});

describe("metrics", () => {
  it("tells the counters and the figures of this moment", async () => {
    const { at } = await start();
    await post(`${at}${WECOM}`);
    const answer = await fetch(`${at}/metrics`);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = (await answer.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(lines.sort()).toEqual([
      "chaxu_calendar_years 2",
      'chaxu_heard_seconds{platform="wecom",chat="group"} 30',
      'chaxu_inbound_total{platform="wecom",result="message"} 1',
      'chaxu_issues_open{state="submitted"} 3',
      "chaxu_issues_unchecked 2",
      "chaxu_outbox_dead 1",
      "chaxu_outbox_oldest_seconds 7.5",
      'chaxu_outbox_waiting{platform="dingtalk"} 0',
      'chaxu_outbox_waiting{platform="wecom"} 2',
      'chaxu_quota_limit{counter="dingtalk:api"} 5000',
      'chaxu_quota_used{counter="dingtalk:api"} 4012',
      'chaxu_road_alive_seconds{platform="wecom"} 2',
      'chaxu_road_deaf{platform="wecom",what="connection"} 0',
      'chaxu_road_deaf{platform="wecom",what="direct"} 0',
      'chaxu_road_deaf{platform="wecom",what="group"} 1',
      'chaxu_road_open{platform="wecom"} 1',
      "chaxu_sweep_age_seconds 4",
      "chaxu_unchecked_oldest_seconds 900",
    ]);
  });

  it("names the park on every line where several parks share a database", async () => {
    const { at } = await start({ park: "park_7" });
    await post(`${at}${WECOM}`);
    const lines = (await (await fetch(`${at}/metrics`)).text()).split("\n").filter((line) => /^chaxu_/.test(line));
    expect(lines).toHaveLength(18);
    expect(lines.filter((line) => !line.includes('park="park_7"'))).toEqual([]);
  });

  it("leaves the figures out rather than telling old ones when they cannot be read", async () => {
    let broken = false;
    const collect = async () => (broken ? Promise.reject(new Error("database is away")) : SNAPSHOT);
    const { at, lines } = await start({ collect });
    await post(`${at}${WECOM}`);
    expect(await (await fetch(`${at}/metrics`)).text()).toContain("chaxu_outbox_dead 1\n");
    broken = true;
    const text = await (await fetch(`${at}/metrics`)).text();
    expect(text).toContain("chaxu_inbound_total{");
    expect(text).not.toMatch(/^chaxu_(outbox|issues|sweep|calendar)/m);
    expect(lines.map((line) => line.level)).toEqual(["warn"]);
  });

  it("tells whole figures in scrapes that overlap", async () => {
    let calls = 0;
    const collect = async () => {
      await new Promise((resolve) => setTimeout(resolve, (calls++ % 5) * 4));
      return SNAPSHOT;
    };
    const { at } = await start({ collect });
    const texts = await Promise.all(Array.from({ length: 10 }, async () => (await fetch(`${at}/metrics`)).text()));
    for (const text of texts) expect(text).toContain('chaxu_issues_open{state="submitted"} 3\n');
  });
});

describe("everything else", () => {
  it("answers an unknown address with 404 as JSON, and tells nothing about the program", async () => {
    const { at } = await start();
    const answer = await fetch(`${at}/nowhere`);
    expect([answer.status, await answer.json()]).toEqual([404, { error: "not found" }]);
    expect(answer.headers.get("x-powered-by")).toBeNull();
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
  });

  it("answers a malformed address with 400", async () => {
    const { at } = await start();
    expect(await raw(at, "GET /%E0%A4%A HTTP/1.1")).toContain("HTTP/1.1 400 ");
  });

  it("turns what a page throws into a 500 without its text", async () => {
    const page: NonNullable<ServerDeps["extra"]>[number] = (await import("express")).Router();
    page.get("/page/:token", () => {
      throw new ChaxuError("PAGE_BROKEN", "The page is broken.");
    });
    const { at, lines } = await start({ extra: [page] });
    const answer = await fetch(`${at}/page/one-time-token`);
    expect([answer.status, await answer.text()]).toEqual([500, '{"error":"internal error"}']);
    expect(lines).toEqual([
      { level: "error", facts: { method: "GET", code: "PAGE_BROKEN", message: "The page is broken." } },
    ]);
  });
});

describe("closing", () => {
  it("lets a running request end, takes nothing new in, and then closes", async () => {
    let finish = () => {};
    let begun = () => {};
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { at, server } = await start({
      receive: async () => {
        begun();
        await gate;
        return { status: 200, body: '"done"' };
      },
    });
    const first = post(`${at}${WECOM}`);
    await running;
    let closed = false;
    const closing = server.close().then(() => {
      closed = true;
    });
    await expect(post(`${at}${WECOM}`)).rejects.toThrow();
    expect(closed).toBe(false);
    finish();
    expect(await (await first).text()).toBe('"done"');
    await closing;
    await server.close();
  });

  it("does not wait for connections that are kept open and idle", async () => {
    const { at, server } = await start();
    const socket = connect(server.port, "127.0.0.1");
    socket.write(`GET /healthz HTTP/1.1\r\nHost: ${at}\r\nConnection: keep-alive\r\n\r\n`);
    await new Promise((resolve) => socket.once("data", resolve));
    const ended = new Promise((resolve) => socket.once("close", resolve));
    await server.close();
    await ended;
  });

  it("does not keep a connection whose last request has ended, though the caller would", async () => {
    const { at, server } = await start({
      receive: async () => {
        void server.close();
        await new Promise((resolve) => setTimeout(resolve, 50));
        return { status: 200, body: "" };
      },
    });
    const socket = connect(server.port, "127.0.0.1");
    socket.resume();
    socket.write(`POST ${WECOM} HTTP/1.1\r\nHost: ${at}\r\nContent-Length: 2\r\n\r\n{}`);
    const ended = new Promise((resolve) => socket.once("close", () => resolve("ended")));
    const late = new Promise((resolve) => setTimeout(() => resolve("kept"), 2000));
    expect(await Promise.race([ended, late])).toBe("ended");
    await server.close();
  });

  it("cuts off a request that does not end in time", async () => {
    let begun = () => {};
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const { at, server } = await start({
      receive: () => {
        begun();
        return new Promise(() => {});
      },
    });
    const stuck = post(`${at}${WECOM}`).catch(() => "cut off");
    await running;
    await server.close(50);
    expect(await stuck).toBe("cut off");
  });
});

describe("listening", () => {
  it("says which name to change when the port is taken", async () => {
    const { server } = await start();
    const second = listen(() => {}, "127.0.0.1", server.port);
    await expect(second).rejects.toThrow(
      `Port ${server.port} on 127.0.0.1 is in use: stop the program that has it, or set PORT to another number (0 takes any free one).`,
    );
  });

  it("says which name to change when the address is not one of this machine", async () => {
    await expect(listen(() => {}, "203.0.113.7", 0)).rejects.toThrow("set HOST to one of its own");
  });
});

/** Sends this request line as it stands, and resolves with the whole answer. */
function raw(at: string, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(at).port), "127.0.0.1");
    const parts: Buffer[] = [];
    socket.on("data", (part) => parts.push(part));
    socket.on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
    socket.on("error", reject);
    socket.end(`${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });
}

/** Sends a body without telling its length before, and resolves with the status. */
function chunked(url: string, length: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: "POST" }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on("error", reject);
    for (let sent = 0; sent < length; sent += 65_536) request.write(Buffer.alloc(Math.min(65_536, length - sent)));
    request.end();
  });
}
