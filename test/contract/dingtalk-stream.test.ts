import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConnectionState, OpenConnection } from "../../src/platforms/connection.ts";
import { createDingtalk } from "../../src/platforms/dingtalk/index.ts";
import type { StreamTimes } from "../../src/platforms/dingtalk/stream.ts";
import { createHttpClient } from "../../src/platforms/http-client.ts";
import type { InboundMessage } from "../../src/platforms/inbound.ts";
import type { Platform } from "../../src/platforms/platform.ts";
import { DingtalkServer } from "../../src/sandbox/dingtalk-server.ts";
import { World } from "../../src/sandbox/world.ts";
import type { Logger } from "../../src/shared/logger.ts";

const CREDENTIALS = { clientId: "dingclient", clientSecret: "this is a secret", robotCode: "dingrobot" };
const GROUP = "cidPower==";
const SAYING = { chatId: GROUP, userId: "0254571", text: "签收 12" };
/** Short enough for a test; everything else as it is. */
const QUICK: Partial<StreamTimes> = { firstPauseMs: 5, longestPauseMs: 20, steadyMs: 0, drainMs: 300 };

const clock = { ms: 0, now: () => new Date(clock.ms) };
let world: World;
let server: DingtalkServer;
let base: string;
let lines: { facts: object; sentence: string }[];
const open: OpenConnection[] = [];

beforeEach(async () => {
  clock.ms = Date.parse("2026-11-23T08:30:00+08:00");
  world = new World(clock.now);
  world.people.push({ platform: "dingtalk", userId: "0254571", name: "王建国", about: "供电公司 负责人" });
  world.chats.push(
    { platform: "dingtalk", id: GROUP, name: "供电公司群", kind: "group", members: ["0254571"] },
    { platform: "dingtalk", id: "direct:0254571", name: "王建国", kind: "direct", members: ["0254571"] },
  );
  const stream = { redeliverMs: 60, farewellMs: 300 };
  const callbackUrl = () => "http://127.0.0.1:9/never";
  server = new DingtalkServer({ world, clock, ...CREDENTIALS, botName: "茶叙", callbackUrl, stream });
  base = await server.listen();
  lines = [];
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  await server.close();
});

const logger: Logger = {
  debug: (facts, sentence) => void lines.push({ facts, sentence }),
  info: (facts, sentence) => void lines.push({ facts, sentence }),
  warn: (facts, sentence) => void lines.push({ facts, sentence }),
  error: (facts, sentence) => void lines.push({ facts, sentence }),
};

function platformFor(
  changes: { times?: Partial<StreamTimes>; clientSecret?: string; apiBase?: string } = {},
): Platform {
  const { times = QUICK, clientSecret = CREDENTIALS.clientSecret, apiBase = base } = changes;
  return createDingtalk({
    botName: "茶叙",
    app: { ...CREDENTIALS, clientSecret },
    mode: "stream",
    apiBase,
    oapiBase: base,
    clock,
    times,
    logger,
    http: createHttpClient({ timeoutMs: 1_000, logger, clock }),
  });
}

interface Ear {
  readonly states: ConnectionState[];
  readonly messages: InboundMessage[];
  readonly connection: OpenConnection;
}

/** Opens a connection. `keep` stands for the storing of a message. */
function listen(platform = platformFor(), keep: () => Promise<void> = async () => {}): Ear {
  const states: ConnectionState[] = [];
  const messages: InboundMessage[] = [];
  const connection = platform.connection?.open({
    receive: async ({ message }) => {
      messages.push(message);
      await keep();
      return { worked: Promise.resolve() };
    },
    changed: (state) => void states.push(state),
  });
  if (connection === undefined) throw new Error("the platform has no connection");
  open.push(connection);
  return { states, messages, connection };
}

async function until(what: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(what()).toBe(true), { timeout: 3_000, interval: 5 });
}

const isOpen = () => until(() => server.stream.connected === 1);

describe("DingTalk's Stream mode", () => {
  it("has a connection that each process may have, in place of an address", () => {
    const platform = platformFor();
    expect(platform.doors).toEqual([]);
    expect(platform.connection?.exclusive).toBe(false);
    expect([platform.reaches("0254571", false), platform.posts({})]).toEqual([true, true]);
  });

  it("asks for a ticket with its subscriptions, and is open", async () => {
    const { states, connection } = listen();
    expect(connection.aliveAt()).toBeNull();
    await until(() => states.length > 0);
    expect(states).toEqual([{ kind: "open" }]);
    expect(server.stream.opens).toEqual([
      {
        clientId: "dingclient",
        subscriptions: ["CALLBACK /v1.0/im/bot/messages/get", "CALLBACK /v1.0/card/instances/callback"],
        ua: "chaxu-nodejs/1.0",
        status: 200,
      },
    ]);
    expect(connection.aliveAt()).toEqual(clock.now());
  });

  it("understands what is said as it does by callback, and acknowledges it", async () => {
    const { messages } = listen();
    await isOpen();
    expect(await server.stream.say(SAYING)).toEqual({ status: 200 });
    expect(messages).toMatchObject([
      {
        platform: "dingtalk",
        chat: { kind: "group", id: GROUP, title: "供电公司群" },
        sender: { id: "0254571", name: "王建国" },
        text: "签收 12",
        replyTo: { expiresAt: new Date(clock.ms + 90 * 60_000) },
      },
    ]);
    expect(server.stream.answers).toMatchObject([{ code: 200, message: "OK", data: { response: null } }]);
    expect(await server.stream.say({ ...SAYING, chatId: "direct:0254571", text: "待办" })).toEqual({ status: 200 });
    expect(messages[1]).toMatchObject({ chat: { kind: "direct" }, text: "待办" });
    expect(world.messages).toHaveLength(2);
  });

  it("takes over no reply address outside the configured bases", async () => {
    const { messages } = listen();
    await isOpen();
    const payload = JSON.parse(readFileSync(new URL("../fixtures/dingtalk/text-group.json", import.meta.url), "utf8"));
    await server.stream.deliver({ ...payload, sessionWebhook: "https://oapi.dingtalk.com.evil.example/robot" });
    expect(messages[0]?.replyTo).toBeUndefined();
  });

  it("acknowledges nothing before it is kept, so that it comes again", async () => {
    let kept = false;
    const { messages } = listen(platformFor(), async () => {
      expect(server.stream.answers).toEqual([]);
      if (messages.length < 3) throw new Error("the database is away");
      kept = true;
    });
    await isOpen();
    expect(await server.stream.say(SAYING)).toEqual({ status: 200 });
    expect(kept).toBe(true);
    expect(messages).toHaveLength(3);
    expect(new Set(messages.map((one) => one.messageId)).size).toBe(1);
    expect(lines.filter((one) => one.sentence.includes("could not be kept"))).toHaveLength(2);
  });

  it("answers each kind of frame as it is due, and goes on after what is none", async () => {
    const { messages } = listen();
    await isOpen();
    const { stream } = server;
    expect(await stream.push("SYSTEM", "ping", { opaque: "x1" })).toMatchObject({ code: 200, data: { opaque: "x1" } });
    expect(await stream.push("EVENT", "*", {})).toMatchObject({ code: 200, data: { status: "SUCCESS" } });
    expect(await stream.press({ outTrackId: "c1" })).toMatchObject({ code: 200, data: { response: {} } });
    expect(await stream.push("CALLBACK", "/v1.0/graph/api/invoke", {})).toMatchObject({ code: 404 });
    expect(await stream.push("SYSTEM", "REGISTERED", {})).toBeNull();
    for (const text of ["no JSON", "[]", "{}", '{"type":"CALLBACK"}', '{"headers":{}}', Buffer.from([0, 255])]) {
      stream.garbage(text);
    }
    expect(await stream.deliver("[]")).toBe(400);
    expect(await stream.deliver({ msgId: "m", conversationType: "1", text: { content: "x".repeat(1_100_000) } })).toBe(
      400,
    );
    expect(await stream.deliver({ errorCode: "20001", errorMessage: "quota" })).toBe(200);
    expect(await stream.say(SAYING)).toEqual({ status: 200 });
    expect(messages).toHaveLength(1);
    expect(lines.filter((one) => one.sentence.includes("no JSON"))).toHaveLength(5);
  });

  it("loses nothing when DingTalk ends a connection: the next is open before, and both are read", async () => {
    const { states, messages } = listen();
    await isOpen();
    server.stream.disconnect();
    await until(() => server.stream.connected === 2);
    const headers = { topic: "/v1.0/im/bot/messages/get", messageId: "f1" };
    const data = JSON.stringify({ msgId: "m1", conversationType: "1", text: { content: "待办" } });
    server.stream.garbage(JSON.stringify({ type: "CALLBACK", headers, data }));
    await until(() => messages.length === 2);
    await isOpen();
    expect(await server.stream.say(SAYING)).toEqual({ status: 200 });
    expect(messages).toHaveLength(3);
    // Nobody may have been there for the moment between.
    expect(states.map(({ kind }) => kind)).toEqual(["open", "lost", "open"]);
  });

  it("ends a replaced connection by itself when DingTalk does not", async () => {
    await server.close();
    const stream = { farewellMs: 60_000 };
    server = new DingtalkServer({ world, clock, ...CREDENTIALS, botName: "茶叙", callbackUrl: () => "", stream });
    base = await server.listen();
    listen(platformFor({ times: { ...QUICK, drainMs: 40 } }));
    await isOpen();
    server.stream.disconnect();
    await until(() => server.stream.opens.length === 2);
    await isOpen();
  });

  it("makes no storm of a gateway that ends each connection at once", async () => {
    const { states } = listen(
      platformFor({ times: { steadyMs: 60_000, firstPauseMs: 60_000, longestPauseMs: 60_000 } }),
    );
    await isOpen();
    server.stream.disconnect();
    await until(() => states.length === 2);
    expect(states[1]).toMatchObject({ kind: "lost", reason: expect.stringContaining("as soon as it was open") });
    expect(server.stream.opens).toHaveLength(1);
  });
});

describe("a connection of Stream mode that breaks", () => {
  it("is made again after a cut, and says both", async () => {
    const { states, messages } = listen();
    await isOpen();
    server.stream.cut();
    await until(() => states.length === 3);
    expect(states).toEqual([{ kind: "open" }, { kind: "lost", reason: "it was closed (1006)" }, { kind: "open" }]);
    expect(await server.stream.say(SAYING)).toEqual({ status: 200 });
    expect(messages).toHaveLength(1);
  });

  it("is found dead when nothing is heard, and what went there comes again", async () => {
    const { states, messages } = listen(platformFor({ times: { ...QUICK, pingMs: 10, silentMs: 80 } }));
    await isOpen();
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(states).toEqual([{ kind: "open" }]);
    server.stream.halfOpen();
    expect(await server.stream.say(SAYING)).toEqual({ status: 200 });
    expect(states[1]).toEqual({ kind: "lost", reason: "nothing was heard for 0.08 s" });
    expect(messages).toHaveLength(1);
  });

  it("is renewed on demand without a state in between", async () => {
    const { states, connection } = listen();
    await isOpen();
    connection.renew();
    await until(() => server.stream.opens.length === 2);
    await isOpen();
    expect(await server.stream.say(SAYING)).toEqual({ status: 200 });
    expect(states).toEqual([{ kind: "open" }]);
  });

  it("goes on after a gateway that is away, answers nonsense, or refuses the socket", async () => {
    const { stream } = server;
    stream.refuseNext({ status: 500, body: "" });
    stream.refuseNext({ status: 200, body: "<html>login</html>" });
    stream.refuseNext({ status: 200, body: { endpoint: "", ticket: "t" } });
    stream.refuseNext({ status: 404, body: {} });
    stream.refusesSockets = true;
    const { states } = listen();
    await until(() =>
      states.some((one) => "reason" in one && one.reason === "the handshake was answered with HTTP 401"),
    );
    stream.refusesSockets = false;
    await until(() => states.at(-1)?.kind === "open");
    expect(states.filter((one) => one.kind === "refused")).toEqual([]);
  });

  it("asks somebody to mend refused credentials, and tries seldom", async () => {
    const { stream } = server;
    const times = { ...QUICK, refusedMs: [30, 60_000] };
    const { states, connection } = listen(platformFor({ times, clientSecret: "another secret" }));
    await until(() => stream.opens.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(stream.opens.map((one) => one.status)).toEqual([401, 401]);
    expect(states).toEqual([
      { kind: "refused", reason: "HTTP 401 errcode invalidClientIdOrSecret the secret is wrong" },
    ]);
    await connection.close();
    for (const status of [400, 401, 403]) {
      stream.refuseNext({ status, body: "" });
      const other = listen(platformFor({ times }));
      await until(() => other.states.length > 0);
      expect(other.states[0]?.kind).toBe("refused");
      await other.connection.close();
    }
  });

  it("leaves a gateway alone that has too many connections", async () => {
    const times = { ...QUICK, busyMs: 60_000 };
    const code = "Forbidden.AccessDenied.QpsLimitForApi";
    for (const refusal of [
      { status: 503, body: "" },
      { status: 403, body: { code, message: "slow down", requestid: "r" } },
    ]) {
      server.stream.refuseNext(refusal);
      const { states } = listen(platformFor({ times }));
      await until(() => states.length > 0);
      expect(states[0]?.kind).toBe("lost");
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.stream.opens).toHaveLength(2);
  });

  it("brings a ticket to the gateway whole, whatever characters it has", async () => {
    const asked: string[] = [];
    const gateway = createServer().on("upgrade", (request, socket) => {
      asked.push(new URL(request.url ?? "", base).searchParams.get("ticket") ?? "");
      socket.destroy();
    });
    await new Promise<void>((resolve) => gateway.listen(0, "127.0.0.1", resolve));
    const address = gateway.address();
    const port = typeof address === "object" ? address?.port : 0;
    server.stream.refuseNext({ status: 200, body: { endpoint: `ws://127.0.0.1:${port}/c?x=1`, ticket: "a+b/c= &d" } });
    const { states } = listen();
    await until(() => states.length > 0);
    gateway.close();
    expect(asked).toEqual(["a+b/c= &d"]);
  });

  it("trusts the ticket to wss and the public internet alone, unless the gateway is on this machine", async () => {
    const http = createHttpClient({ timeoutMs: 1_000, logger, clock });
    const told: string[] = [];
    for (const endpoint of ["ws://wss.example.com/connect", "wss://10.0.0.7/connect", "https://example.com", base]) {
      const answer = { kind: "answer" as const, status: 200, body: { endpoint, ticket: "t" } };
      const platform = createDingtalk({
        botName: "茶叙",
        app: CREDENTIALS,
        mode: "stream",
        apiBase: "https://api.dingtalk.com",
        oapiBase: "https://oapi.dingtalk.com",
        clock,
        times: { firstPauseMs: 60_000 },
        http: { ...http, postJson: async () => answer },
      });
      const { states } = listen(platform);
      await until(() => states.length > 0);
      told.push(...states.map((one) => ("reason" in one ? one.reason : one.kind)));
    }
    expect(new Set(told)).toEqual(new Set(["the answer holds no usable address of a connection"]));
    expect(server.stream.connected).toBe(0);
  });

  it("shows neither secret nor ticket in a state or a log line", async () => {
    const { stream } = server;
    stream.refuseNext({ status: 400, body: { code: "x", message: `bad ${CREDENTIALS.clientSecret}`, requestid: "r" } });
    stream.refusesSockets = true;
    const { states } = listen(platformFor({ times: { ...QUICK, refusedMs: [1] } }));
    await until(() => states.length === 2);
    stream.cut();
    const shown = JSON.stringify([states, lines]);
    expect(shown).not.toContain(CREDENTIALS.clientSecret);
    expect(shown).not.toMatch(/ticket=/);
  });

  it("leaves no socket and no timer behind, however often it was made, nor a try that was waiting", async () => {
    const before = process.getActiveResourcesInfo().filter((one) => one === "Timeout").length;
    const times = { ...QUICK, firstPauseMs: 0, longestPauseMs: 0 };
    const { connection } = listen(platformFor({ times }));
    for (let count = 1; count <= 40; count++) {
      await until(() => server.stream.connected === 1 && server.stream.opens.length === count);
      server.stream.cut();
    }
    await until(() => server.stream.opens.length === 41);
    await connection.close();
    const slow = platformFor({ times: { ...QUICK, firstPauseMs: 600_000, longestPauseMs: 600_000 } });
    const waiting = Array.from({ length: 5 }, () => listen(slow));
    await until(() => server.stream.connected === waiting.length);
    server.stream.cut();
    await until(() => waiting.every(({ states }) => states.length === 2));
    await Promise.all(waiting.map((one) => one.connection.close()));
    expect(server.stream.connected).toBe(0);
    expect(process.getActiveResourcesInfo().filter((one) => one === "Timeout").length).toBeLessThanOrEqual(before + 1);
  });
});

describe("the doctor about Stream mode", () => {
  const told = async (platform: Platform) => (await platform.examine({ webhooks: false }))[1];

  it("asks whether a connection would be granted, opens none, and names the hosts to let through", async () => {
    const found = await told(platformFor());
    expect(found).toMatchObject({ right: true, text: expect.stringContaining("wss-open-connection.dingtalk.com:443") });
    expect(server.stream.opens).toHaveLength(1);
    expect(server.stream.connected).toBe(0);
  });

  it("names what to mend in the console, or on the way there", async () => {
    server.stream.refuseNext({ status: 400, body: { code: "x", message: "not published", requestid: "r" } });
    const refused = await told(platformFor());
    expect(refused?.right).toBe(false);
    for (const words of ["not published", "Stream 模式", "版本管理与发布", "DINGTALK_CLIENT_SECRET", "IP"]) {
      expect(refused?.text).toContain(words);
      expect(refused?.zh).toContain(words);
    }
    server.stream.refuseNext({ status: 503, body: "" });
    expect(await told(platformFor())).toMatchObject({
      right: false,
      text: expect.stringContaining("wait some minutes"),
    });
    server.stream.refuseNext({ status: 200, body: "<html>" });
    expect(await told(platformFor())).toMatchObject({
      right: false,
      text: expect.stringContaining("firewall"),
      zh: expect.stringContaining("不是平台的回答"),
    });
  });

  it("does not ask again at a host that did not answer for the token", async () => {
    const found = await platformFor({ apiBase: "http://127.0.0.1:1" }).examine({ webhooks: false });
    expect(found).toMatchObject([{ right: false, unreached: true }, { right: true }]);
    expect(server.stream.opens).toEqual([]);
  });

  it("asks for nothing of it when messages come by callback", async () => {
    const platform = createDingtalk({
      botName: "茶叙",
      app: CREDENTIALS,
      apiBase: base,
      oapiBase: base,
      clock,
      http: createHttpClient({ logger, clock }),
    });
    expect(await platform.examine({ webhooks: false })).toHaveLength(2);
    expect(server.stream.opens).toEqual([]);
  });
});
