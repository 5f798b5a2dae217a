import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { say } from "../../src/messages/card.ts";
import { createDingtalk } from "../../src/platforms/dingtalk/index.ts";
import { createHttpClient } from "../../src/platforms/http-client.ts";
import type { InboundMessage, Received } from "../../src/platforms/inbound.ts";
import { type Address, type Delivery, MOST_REQUESTS, type Part, type Platform } from "../../src/platforms/platform.ts";
import { type DingtalkFailure, DingtalkServer } from "../../src/sandbox/dingtalk-server.ts";
import { World } from "../../src/sandbox/world.ts";
import { WRITTEN } from "../support/mentions.ts";

const CREDENTIALS = { clientId: "dingclient", clientSecret: "this is a secret", robotCode: "dingrobot" };
const BOT = "茶叙";
const GROUP = "cidPower==";
const MINUTE = 60_000;

/** The bot's side of the callback: what each request was taken for, answered as the program answers it. */
class Bot {
  readonly received: Received[] = [];
  platform: Platform | undefined;
  readonly #server: Server;
  address = "";

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        );
        const method = request.method === "GET" ? "GET" : "POST";
        const result = this.platform?.receive({ method, query: {}, headers, body: Buffer.concat(chunks) }, "robot");
        if (result !== undefined) this.received.push(result);
        response.statusCode = result?.kind === "refused" ? result.status : 200;
        response.end();
      });
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    this.address = `http://127.0.0.1:${address.port}/callbacks/dingtalk/robot`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  last(): InboundMessage {
    const result = this.received.at(-1);
    if (result?.kind !== "message") throw new Error(`the last callback was taken for: ${JSON.stringify(result)}`);
    return result.message;
  }
}

const clock = { ms: 0, now: () => new Date(clock.ms) };
let world: World;
let bot: Bot;
let server: DingtalkServer;
let base: string;
let platform: Platform;

beforeEach(async () => {
  clock.ms = Date.parse("2026-11-23T08:30:00+08:00");
  world = new World(clock.now);
  world.people.push(
    { platform: "dingtalk", userId: "0254571", name: "王建国", about: "供电公司 负责人" },
    { platform: "dingtalk", userId: "0254", name: "李工", about: "供电公司" },
  );
  world.chats.push(
    { platform: "dingtalk", id: GROUP, name: "供电公司群", kind: "group", members: ["0254571", "0254"] },
    { platform: "dingtalk", id: "direct:0254571", name: "王建国", kind: "direct", members: ["0254571"] },
    {
      platform: "dingtalk",
      id: "cidHook==",
      name: "机器人群",
      kind: "group",
      members: ["0254571"],
      webhookKey: "hook",
      webhookSecret: "SECabc",
    },
    { platform: "dingtalk", id: "cidOpen==", name: "无签名群", kind: "group", members: [], webhookKey: "open" },
  );
  bot = new Bot();
  await bot.listen();
  server = new DingtalkServer({ world, clock, ...CREDENTIALS, botName: BOT, callbackUrl: () => bot.address });
  base = await server.listen();
  platform = platformFor({});
  bot.platform = platform;
});

afterEach(async () => {
  await server.close();
  await bot.close();
});

function platformFor(changes: { apiBase?: string; oapiBase?: string; clientSecret?: string }): Platform {
  return createDingtalk({
    botName: BOT,
    app: { ...CREDENTIALS, clientSecret: changes.clientSecret ?? CREDENTIALS.clientSecret },
    apiBase: changes.apiBase ?? base,
    oapiBase: changes.oapiBase ?? base,
    clock,
    http: createHttpClient({ timeoutMs: 300, logger: pino({ level: "silent" }), clock }),
  });
}

const group: Address = { kind: "group", chatId: GROUP };
const person: Address = { kind: "person", userId: "0254571" };
const hook = (): Address => ({
  kind: "group",
  chatId: "cidHook==",
  webhook: server.webhookUrl("hook"),
  secret: "SECabc",
});

function part(text: string, mentions: string[] = []): Part {
  return { title: "标题", text, mentions };
}

type Fallback = Extract<Address, { kind: "group" | "person" }> | null;

function reply(chatId: string, fallback: Fallback = null, tried = 0) {
  return { kind: "reply" as const, ...server.sessionFor(chatId), tried, fallback };
}

function fixture(name: string): object {
  return JSON.parse(readFileSync(new URL(`../fixtures/dingtalk/${name}.json`, import.meta.url), "utf8"));
}

function spaceless(text: string): string {
  return text.replace(/\s+/gu, "");
}

function shownIn(chatId: string): string[] {
  return world.messages.filter((one) => one.chatId === chatId && one.from === null).map((one) => one.text);
}

function calls(endpoint: string): number {
  return server.requests.filter((one) => one.endpoint === endpoint).length;
}

async function sendMany(address: Address, times: number): Promise<Delivery[]> {
  const results: Delivery[] = [];
  for (let count = 0; count < times; count++) results.push(await platform.send(address, part(`第 ${count}`)));
  return results;
}

describe("receiving from DingTalk", () => {
  it("understands what a person says in a group and where to reply", async () => {
    expect(await server.say({ chatId: GROUP, userId: "0254571", text: "签收 12" })).toEqual({ status: 200 });
    const message = bot.last();
    expect(message).toMatchObject({
      chat: { kind: "group", id: GROUP, title: "供电公司群" },
      sender: { id: "0254571", name: "王建国" },
      text: "签收 12",
      pictures: 0,
      replyTo: { expiresAt: new Date(clock.ms + 90 * MINUTE) },
    });
    expect(world.messages[0]).toMatchObject({ from: "0254571", text: "@茶叙 签收 12" });
    expect(new URL(message.replyTo?.url ?? "").origin).toBe(base);
  });

  it("understands a direct message, pictures, and mentions of others", async () => {
    await server.say({ chatId: "direct:0254571", userId: "0254571", text: "待办" });
    expect(bot.last()).toMatchObject({ chat: { kind: "direct" }, text: "待办" });
    await server.say({ chatId: GROUP, userId: "0254571", text: "进展 12 已换", pictures: 2 });
    expect(bot.last()).toMatchObject({ text: "进展 12 已换", pictures: 2 });
    await server.say({ chatId: "direct:0254571", userId: "0254571", text: "", pictures: 1 });
    expect(bot.last()).toMatchObject({ text: "", pictures: 1 });
    await server.say({ chatId: GROUP, userId: "0254571", text: "备注 12 请@李工看一下" });
    expect(bot.last().text).toBe("备注 12 请看一下");
  });

  it("hears a command among mentions, whoever else is mentioned and however it is written", async () => {
    const [plain, rich] = [fixture("text-group"), fixture("rich-text")];
    for (const [written, understood] of WRITTEN) {
      const pieces = written.split(/(?=[@＠])/u).map((text) => ({ text }));
      for (const payload of [
        { ...plain, text: { content: ` ${written}` } },
        { ...plain, msgtype: "markdown", text: undefined, content: { title: "x", text: written } },
        { ...rich, content: { richText: [{ text: written }] } },
      ]) {
        await server.deliver(payload);
        expect([written, bot.last().text]).toEqual([written, understood]);
      }
      await server.deliver({ ...rich, content: { richText: pieces } });
      // Where pieces meet, spaces are set; an address that was taken apart is none any more.
      if (!written.includes("ops@")) expect(spaceless(bot.last().text)).toBe(spaceless(understood));
    }
  });

  it("takes each mention of a rich text for a piece of its own, as the platform sends it", async () => {
    const richText = [{ text: "@王五" }, { text: "@茶叙" }, { text: "诉求 三车间停水" }];
    await server.deliver({ ...fixture("rich-text"), content: { richText } });
    expect(bot.last().text).toBe("诉求 三车间停水");
  });

  it("trusts a staff id of its own organisation, and no time that is none", async () => {
    const payload = fixture("text-group");
    await server.deliver({ ...payload, sessionWebhook: `${base}/robot/sendBySession?session=x` });
    expect(bot.last()).toMatchObject({ sender: { id: "0254571" } });
    for (const told of [0, Math.round(clock.ms / 1000) + 5400]) {
      await server.deliver({
        ...payload,
        sessionWebhook: `${base}/robot/sendBySession?session=x`,
        sessionWebhookExpiredTime: told,
      });
      expect(bot.last().replyTo?.expiresAt).toEqual(new Date(clock.ms + 20 * MINUTE));
    }
    await server.deliver({ ...payload, senderCorpId: "dinganothercorp" });
    expect(bot.last().sender.id).toBe("union:FixtureUnionIdiEiE");
  });

  it("hears nothing of a group message that does not mention the bot", async () => {
    expect(await server.say({ chatId: GROUP, userId: "0254571", text: "早", mention: false })).toEqual({ status: 0 });
    expect(bot.received).toEqual([]);
  });

  it("tells by a quotation which of its messages is meant: by key when sent by the API, else by its text", async () => {
    const sent = await platform.send(group, part("#12 三车间停电"));
    await server.say({ chatId: GROUP, userId: "0254571", text: "签收", quotes: world.messages.at(-1)?.id ?? "" });
    expect(sent).toEqual({ state: "sent", key: bot.last().quote?.key });
    expect(bot.last().quote?.text).toBeUndefined();

    await platform.send(reply(GROUP), part("#13 已收到"));
    await server.say({ chatId: GROUP, userId: "0254571", text: "签收", quotes: world.messages.at(-1)?.id ?? "" });
    expect(bot.last().quote).toEqual({ text: "#13 已收到" });
  });

  it("gives a repeated message the same id", async () => {
    for (let count = 0; count < 2; count++)
      await server.say({ chatId: GROUP, userId: "0254571", text: "待办", messageId: "msg1==" });
    expect(bot.received).toHaveLength(2);
    expect(bot.received.map((one) => (one.kind === "message" ? one.message.messageId : one.kind))).toEqual([
      "msg1==",
      "msg1==",
    ]);
  });

  it("refuses what is not signed, signed wrongly, or more than an hour off", async () => {
    const payload = { msgtype: "text", msgId: "m", conversationType: "1", text: { content: "待办" } };
    expect(await server.deliver(payload)).toEqual({ status: 200 });
    expect(await server.deliver(payload, { timestamp: clock.ms - 60 * MINUTE })).toEqual({ status: 200 });
    expect(await server.deliver(payload, { timestamp: clock.ms - 60 * MINUTE - 1 })).toEqual({ status: 401 });
    expect(await server.deliver(payload, { timestamp: clock.ms + 60 * MINUTE + 1 })).toEqual({ status: 401 });
    expect(await server.deliver(payload, { timestamp: null })).toEqual({ status: 401 });
    expect(await server.deliver(payload, { sign: "AAAA" })).toEqual({ status: 401 });
    expect(await server.deliver("[]", {})).toEqual({ status: 400 });
    expect(await server.deliver("[]", { sign: "AAAA" })).toEqual({ status: 401 });
  });

  it("refuses everything when no app is configured, and a GET", async () => {
    const bare = createDingtalk({
      botName: BOT,
      apiBase: base,
      oapiBase: base,
      clock,
      http: createHttpClient({ logger: pino({ level: "silent" }), clock }),
    });
    expect(bare.reaches("0254571", true)).toBe(false);
    expect(platform.reaches("0254571", true)).toBe(true);
    expect(platform.reaches("union:abc", true)).toBe(false);
    expect([bare.posts({}), bare.posts({ webhook: "https://example.com" }), platform.posts({})]).toEqual([
      false,
      true,
      true,
    ]);
    const request = { query: {}, headers: {}, body: Buffer.alloc(0) };
    expect(bare.receive({ method: "POST", ...request }, "robot")).toMatchObject({ kind: "refused", status: 401 });
    expect(platform.receive({ method: "GET", ...request }, "robot")).toMatchObject({ kind: "refused", status: 401 });
  });

  it("takes over no reply address outside the configured bases", async () => {
    bot.platform = platformFor({ apiBase: "https://api.dingtalk.com", oapiBase: "https://oapi.dingtalk.com" });
    await server.say({ chatId: GROUP, userId: "0254571", text: "待办" });
    expect(bot.last().replyTo).toBeUndefined();
  });
});

describe("sending to DingTalk", () => {
  it("posts to a group by the API, with the key of the message", async () => {
    const result = await platform.send(group, part("### 您好"));
    expect(result).toEqual({ state: "sent", key: world.messages[0]?.key });
    expect(world.messages).toMatchObject([
      { chatId: GROUP, from: null, format: "markdown", text: "### 您好", mentions: [] },
    ]);
    expect(server.requests.at(-1)?.body).toEqual({
      robotCode: "dingrobot",
      openConversationId: GROUP,
      msgKey: "sampleMarkdown",
      msgParam: JSON.stringify({ title: "标题", text: "### 您好" }),
    });
  });

  it("posts to a person, and gives up when DingTalk does not know the id or it is none", async () => {
    expect(await platform.send(person, part("您好"))).toMatchObject({ state: "sent" });
    expect(shownIn("direct:0254571")).toEqual(["您好"]);
    expect(await platform.send({ kind: "person", userId: "nobody" }, part("您好"))).toMatchObject({ state: "gave-up" });
    const before = server.requests.length;
    for (const userId of ["union:abc", "outside:abc", ""]) {
      expect(await platform.send({ kind: "person", userId }, part("您好"))).toMatchObject({ state: "gave-up" });
    }
    expect(server.requests).toHaveLength(before);
  });

  it("waits when DingTalk holds a person's messages back", async () => {
    server.failNext("person", { body: { processQueryKey: "k", flowControlledStaffIdList: ["0254571"] } });
    expect(await platform.send(person, part("您好"))).toMatchObject({ state: "later", afterMs: MINUTE });
  });

  it("signs for a group's custom robot, and alerts by it", async () => {
    expect(await platform.send(hook(), part("@0254571 请签收", ["0254571"]))).toEqual({ state: "sent" });
    expect(world.messages).toMatchObject([{ chatId: "cidHook==", text: "@王建国 请签收", mentions: ["0254571"] }]);
    expect(await platform.send({ ...hook(), secret: "SECwrong" } as Address, part("x"))).toMatchObject({
      state: "barred",
      bar: "setting",
    });
    const unsigned: Address = { kind: "group", chatId: "cidOpen==", webhook: server.webhookUrl("open") };
    expect(await platform.send(unsigned, part("x"))).toEqual({ state: "sent" });
    expect(server.requests.at(-1)?.query).toEqual({ access_token: "open" });
  });

  it("replies by the reply address, with a mention", async () => {
    const blocks = {
      blocks: [...say("收到").blocks, { kind: "mention" as const, people: [{ userId: "0254", name: "李工" }] }],
    };
    const address = reply(GROUP);
    for (const one of platform.render(address, blocks))
      expect(await platform.send(address, one)).toEqual({ state: "sent" });
    expect(world.messages).toMatchObject([{ chatId: GROUP, text: "收到\n\n@李工", mentions: ["0254"] }]);
  });

  it("names people instead of alerting them where it cannot", async () => {
    const blocks = { blocks: [{ kind: "mention" as const, people: [{ userId: "0254", name: "李工" }] }] };
    const ended = { ...reply(GROUP, { kind: "group", chatId: GROUP }), expiresAt: new Date(clock.ms) };
    for (const address of [group, person, ended]) {
      expect(platform.render(address, blocks)).toMatchObject([{ text: "＠李工", mentions: [] }]);
    }
    expect(platform.render(hook(), blocks)).toMatchObject([{ text: "@0254", mentions: ["0254"] }]);
  });

  it("asks for the token once and again before it ends", async () => {
    await Promise.all([
      platform.send(group, part("1")),
      platform.send(person, part("2")),
      platform.send(group, part("3")),
    ]);
    expect(calls("token")).toBe(1);
    clock.ms += 116 * MINUTE;
    await platform.send(group, part("4"));
    expect(calls("token")).toBe(2);
    expect(shownIn(GROUP)).toHaveLength(3);
  });

  it.each([
    { status: 400, body: { code: "InvalidAuthentication", message: "不合法的access_token" } },
    { body: { errcode: 40014, errmsg: "不合法的access_token" } },
    { body: { errcode: 42001, errmsg: "access_token超时" } },
  ])("gets another token and tries once more after %j", async (failure) => {
    server.failNext("group", failure);
    expect(await platform.send(group, part("您好"))).toMatchObject({ state: "sent" });
    expect([calls("token"), calls("group")]).toEqual([2, 2]);
  });

  it("gets another token when the old one was withdrawn, and does not try a third time", async () => {
    await platform.send(group, part("1"));
    server.expireToken();
    expect(await platform.send(group, part("2"))).toMatchObject({ state: "sent" });
    server.failNext("group", { status: 401, body: { code: "InvalidAuthentication", message: "no" } }, 5);
    const before = calls("group");
    expect(await platform.send(group, part("3"))).toMatchObject({ state: "later" });
    expect(calls("group")).toBe(before + 2);
  });

  it("sends nothing without a token, and says whether waiting helps", async () => {
    const wrong = platformFor({ clientSecret: "wrong" });
    const result = await wrong.send(group, part("您好"));
    expect(result).toMatchObject({
      state: "barred",
      bar: "setting",
      reason: expect.stringContaining("invalidClientIdOrSecret"),
    });
    const pages = [403, 404, 407, 502].map((status) => ({ status, body: "<html>" }));
    for (const failure of ["hang", "cut", { status: 500 }, { body: "<html>" }, ...pages] satisfies DingtalkFailure[]) {
      server.failNext("token", failure);
      expect(await platformFor({}).send(group, part("您好"))).toMatchObject({ state: "later" });
    }
    expect(calls("group")).toBe(0);
  });
});

describe("a reply address that no longer works", () => {
  it("is not used in its last minute; the chat is", async () => {
    const address = reply(GROUP, { kind: "group", chatId: GROUP });
    clock.ms += 89 * MINUTE;
    expect(await platform.send(address, part("您好"))).toMatchObject({ state: "sent" });
    expect([calls("session"), calls("group")]).toEqual([0, 1]);
  });

  it("is used until then", async () => {
    const address = reply(GROUP, { kind: "group", chatId: GROUP });
    clock.ms += 89 * MINUTE - 1;
    expect(await platform.send(address, part("您好"))).toEqual({ state: "sent" });
    expect([calls("session"), calls("group")]).toEqual([1, 0]);
  });

  it.each([300001, 300005])("by DingTalk's word (%i) makes way for the chat or the person", async (errcode) => {
    server.failNext("session", { body: { errcode, errmsg: "session 不存在" } }, 2);
    expect(
      await platform.send(reply(GROUP, { kind: "group", chatId: GROUP }), part("@0254 收到 @02547", ["0254"])),
    ).toMatchObject({ state: "sent" });
    expect(shownIn(GROUP)).toEqual(["收到 @02547"]);
    expect(
      await platform.send(reply("direct:0254571", { kind: "person", userId: "0254571" }), part("收到")),
    ).toMatchObject({ state: "sent" });
    expect(shownIn("direct:0254571")).toEqual(["收到"]);
  });

  it("makes way for a webhook with its mention", async () => {
    const fallback = hook() as Extract<Address, { kind: "group" }>;
    const address = reply("cidHook==", fallback);
    server.expireSessions();
    expect(await platform.send(address, part("@0254571 收到", ["0254571"]))).toMatchObject({ state: "sent" });
    expect(world.messages).toMatchObject([{ mentions: ["0254571"] }]);
  });

  it("tells the robot that the message hung on instead, and takes no more requests than its time is reckoned for", async () => {
    const fallback = { kind: "group" as const, chatId: GROUP };
    server.failNext("session", { body: { errcode: 300001, errmsg: "x" } });
    server.failNext("group", { body: { errcode: 40014, errmsg: "x" } });
    const result = await platform.send(reply(GROUP, fallback), part("您好"));
    expect(result).toMatchObject({ state: "sent", robot: platform.robot(fallback) });
    expect(platform.robot(reply(GROUP, fallback))).not.toBe(platform.robot(fallback));
    const asked = server.requests.map((one) => one.endpoint);
    expect(asked).toEqual(["session", "token", "group", "token", "group"]);
    expect(asked).toHaveLength(MOST_REQUESTS);
    server.failNext("group", { body: { errcode: 90020, errmsg: "x" } });
    const ended = { ...reply(GROUP, fallback), expiresAt: new Date(0) };
    expect(await platform.send(ended, part("您好"))).toMatchObject({
      state: "barred",
      robot: platform.robot(fallback),
    });
  });

  it("without another road is given up", async () => {
    const address = reply(GROUP);
    server.expireSessions();
    expect(await platform.send(address, part("您好"))).toMatchObject({ state: "gave-up" });
  });

  const refusals: [string, DingtalkFailure][] = [
    ["a broken server", { status: 500, body: { code: "system_error" } }],
    ["busy", { body: { errcode: 130101, errmsg: "send too fast" } }],
    ["stopped", { body: { errcode: 400102, errmsg: "x" } }],
    ["no such token", { body: { errcode: 400101, errmsg: "x" } }],
    ["the robot's settings", { body: { errcode: 310000, errmsg: "x" } }],
    ["a page", { status: 403, body: "<html>" }],
    ["no answer", "hang"],
    ["a cut connection", "cut"],
  ];

  it.each(refusals)(
    "for whatever reason (%s) makes way for the second road at the second try",
    async (_what, failure) => {
      const fallback = { kind: "group" as const, chatId: GROUP };
      server.failNext("session", failure, 9);
      const first = await platform.send(reply(GROUP, fallback), part("您好"));
      expect(["later", "unknown"]).toContain(first.state);
      expect(first).not.toHaveProperty("afterMs");
      expect(await platform.send(reply(GROUP, fallback, 1), part("您好"))).toMatchObject({ state: "sent" });
      expect([calls("session"), calls("group")]).toEqual([1, 1]);
      expect(platform.budget(reply(GROUP, fallback, 1))).toEqual(platform.budget(fallback));
    },
  );

  it("is tried again when the second road refuses, and both must refuse before the reply ends", async () => {
    const fallback = { kind: "group" as const, chatId: GROUP };
    const gone = { status: 400, body: { code: "invalid.openConversationId", message: "x" } };
    server.failNext("session", { body: { errcode: 400102, errmsg: "x" } });
    server.failNext("group", gone);
    const states = [];
    for (const tried of [0, 1, 2])
      states.push((await platform.send(reply(GROUP, fallback, tried), part("您好"))).state);
    expect(states).toEqual(["later", "later", "sent"]);
    server.failNext("group", gone);
    expect(await platform.send(reply(GROUP, fallback, 3), part("您好"))).toMatchObject({ state: "gave-up" });
  });

  it("is tried past its time by who has no other road, as somebody outside of the organisation", async () => {
    const outside = { kind: "person" as const, userId: "outside:abc" };
    for (const fallback of [outside, null]) {
      const address = { ...reply("direct:0254571", fallback, 1), expiresAt: new Date(0) };
      expect(await platform.send(address, part("您好"))).toEqual({ state: "sent" });
    }
    expect([calls("session"), calls("person")]).toEqual([2, 0]);
  });

  it("that is busy waits where there is no second road", async () => {
    server.failNext("session", { body: { errcode: 130101, errmsg: "send too fast" } });
    expect(await platform.send(reply(GROUP), part("您好"))).toMatchObject({ state: "later", afterMs: 10 * MINUTE });
  });

  it("on a foreign origin is never posted to", async () => {
    const elsewhere = new DingtalkServer({
      world,
      clock,
      ...CREDENTIALS,
      botName: BOT,
      callbackUrl: () => bot.address,
    });
    await elsewhere.listen();
    try {
      const { url, expiresAt } = elsewhere.sessionFor(GROUP);
      const result = await platform.send(
        { kind: "reply", url, expiresAt, tried: 0, fallback: { kind: "group", chatId: GROUP } },
        part("您好"),
      );
      expect(result).toMatchObject({ state: "sent" });
      expect(elsewhere.requests).toEqual([]);
      expect(calls("group")).toBe(1);
    } finally {
      await elsewhere.close();
    }
  });
});

describe("a failure of DingTalk", () => {
  const HOUR = 60 * MINUTE;
  const cases: [string, DingtalkFailure, Partial<Delivery>][] = [
    [
      "send.too.fast",
      { status: 400, body: { code: "send.too.fast", message: "x" } },
      { state: "later", afterMs: MINUTE },
    ],
    ["send.byToken.tooFast", { status: 400, body: { code: "send.byToken.tooFast", message: "x" } }, { state: "later" }],
    [
      "the monthly quota",
      { status: 403, body: { code: "Forbidden.AccessDenied.ApiCountLimitForOrg", message: "x" } },
      { state: "barred", bar: "quota", afterMs: HOUR },
    ],
    ["90020", { body: { errcode: 90020, errmsg: "x" } }, { state: "barred", bar: "quota", afterMs: HOUR }],
    [
      "QPS",
      { status: 403, body: { code: "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", message: "x" } },
      { state: "later", afterMs: 2000 },
    ],
    ["90018", { body: { errcode: 90018, errmsg: "x" } }, { state: "later" }],
    ["system.error", { status: 500, body: { code: "system.error", message: "x" } }, { state: "later" }],
    ["HTTP 503", { status: 503 }, { state: "later" }],
    ["HTTP 429 with a pause", { status: 429, headers: { "retry-after": "7" } }, { state: "later", afterMs: 7000 }],
    [
      "the gateway's block",
      { body: { status: 1111, wait: 5, source: "x5", punish: "deny" } },
      { state: "later", afterMs: 5 * MINUTE },
    ],
    ["a page", { body: "<html>punish</html>" }, { state: "later" }],
    ["unknown.send.result", { status: 500, body: { code: "unknown.send.result", message: "x" } }, { state: "unknown" }],
    ["a hanging connection", "hang", { state: "unknown" }],
    ["a cut connection", "cut", { state: "unknown" }],
    ["a good status without a key", { body: { ok: true } }, { state: "unknown" }],
    ["group.disbanded", { status: 400, body: { code: "group.disbanded", message: "x" } }, { state: "gave-up" }],
    ["bot.stopped", { status: 400, body: { code: "bot.stopped", message: "x" } }, { state: "barred", bar: "setting" }],
    [
      "a page with 400",
      { status: 400, body: "<html>plain HTTP request sent to HTTPS port</html>" },
      { state: "later" },
    ],
    ["a page with 403", { status: 403, body: "<html>" }, { state: "later" }],
    ["404 with nothing", { status: 404, body: "" }, { state: "later" }],
    ["a gateway's JSON", { status: 404, body: { code: 404, message: "no route" } }, { state: "later" }],
    ["systemError", { status: 400, body: { code: "systemError", message: "x" } }, { state: "later" }],
    ["SYSTEM_ERROR", { status: 400, body: { code: "SYSTEM_ERROR", message: "x" } }, { state: "later" }],
    ["unknownError", { status: 400, body: { code: "unknownError", message: "x" } }, { state: "later" }],
    [
      "a code that nobody knows",
      { status: 400, body: { code: "odd.thing", message: "x", requestid: "r" } },
      { state: "unsure" },
    ],
    ["another program's refusal", { status: 403, body: { code: "Forbidden", message: "x" } }, { state: "later" }],
    ["another program's «code 0»", { body: { code: 0, message: "please log in" } }, { state: "later" }],
    ["another program's «code 200»", { body: { code: 200, message: "ok" } }, { state: "later" }],
    ["another program's number", { body: { code: 1, message: "no" } }, { state: "later" }],
    [
      "an address that is not on the list",
      { status: 403, body: { code: "Forbidden.AccessDenied.IpNotInWhiteList", message: "x" } },
      { state: "barred", bar: "allow-list" },
    ],
    [
      "invalidParameter",
      { status: 400, body: { code: "invalidParameter.msgParam.tooLong", message: "x" } },
      { state: "gave-up" },
    ],
    [
      "robotCode.auth",
      { status: 403, body: { code: "robotCode.auth", message: "x" } },
      { state: "barred", bar: "setting" },
    ],
    [
      "a missing permission",
      { status: 403, body: { code: "Forbidden.AccessDenied.AccessTokenPermissionDenied", message: "x" } },
      { state: "barred", bar: "setting" },
    ],
    [
      "contain.notAllowed.text",
      { status: 400, body: { code: "contain.notAllowed.text", message: "x" } },
      { state: "gave-up" },
    ],
  ];

  it.each(cases)("sending to a group: %s", async (_name, failure, expected) => {
    server.failNext("group", failure);
    expect(await platform.send(group, part("您好"))).toMatchObject(expected);
  });

  const webhookCases: [string, DingtalkFailure, Partial<Delivery>][] = [
    ["-1 busy", { body: { errcode: -1, errmsg: "系统繁忙" } }, { state: "later" }],
    ["410100", { body: { errcode: 410100, errmsg: "x" } }, { state: "later", afterMs: 10 * MINUTE }],
    ["130101 as a string", { body: { errcode: "130101", errmsg: "x" } }, { state: "later", afterMs: 10 * MINUTE }],
    ["310000 for the secret", { body: { errcode: 310000, errmsg: "sign not match" } }, { state: "barred" }],
    ["310000 for a keyword", { body: { errcode: 310000, errmsg: "keywords not in content" } }, { state: "gave-up" }],
    [
      "310000 for a keyword, in Chinese",
      { body: { errcode: 310000, errmsg: "description:关键词不匹配;solution:请联系群管理员查看此机器人的关键词" } },
      { state: "gave-up" },
    ],
    [
      "310000 for the address",
      { body: { errcode: 310000, errmsg: "ip 1.2.3.4 not in whitelist" } },
      { state: "barred", bar: "allow-list" },
    ],
    ["90030", { body: { errcode: 90030, errmsg: "x" } }, { state: "barred", bar: "quota" }],
    ["the block 5xxxxx", { body: { errcode: 500100, errmsg: "x" } }, { state: "later" }],
    ["«later» in words", { body: { errcode: 700123, errmsg: "系统异常，请稍后再试" } }, { state: "later" }],
    ["another number", { body: { errcode: 700123, errmsg: "x" } }, { state: "unsure" }],
    ["400013", { body: { errcode: 400013, errmsg: "x" } }, { state: "gave-up" }],
    ["430101", { body: { errcode: 430101, errmsg: "x" } }, { state: "gave-up" }],
    ["460101", { body: { errcode: 460101, errmsg: "x" } }, { state: "gave-up" }],
    ["no errcode", { body: { hello: 1 } }, { state: "later" }],
    ["another program's «code 0»", { body: { code: 0, message: "please log in" } }, { state: "later" }],
    ["another program's «code 200»", { body: { code: 200, message: "ok" } }, { state: "later" }],
    ["another program's refusal", { status: 403, body: { code: "Forbidden", message: "x" } }, { state: "later" }],
    ["nothing", { body: "" }, { state: "later" }],
    ["cut after the work", "cut-after", { state: "unknown" }],
  ];

  it.each(webhookCases)("sending by a webhook or reply address: %s", async (_name, failure, expected) => {
    server.failNext("webhook", failure);
    expect(await platform.send(hook(), part("您好"))).toMatchObject(expected);
    server.failNext("session", failure);
    expect(await platform.send(reply(GROUP), part("您好"))).toMatchObject(expected);
  });

  it("that is no connection at all is tried later", async () => {
    await server.close();
    expect(await platform.send(hook(), part("您好"))).toMatchObject({ state: "later" });
    expect(await platform.send(group, part("您好"))).toMatchObject({ state: "later" });
  });

  it("never shows a secret in its reason", async () => {
    server.failNext("webhook", { body: { errcode: 310000, errmsg: "sign not match" } });
    const results = [
      await platform.send(hook(), part("您好")),
      await platformFor({ clientSecret: "Xq7other" }).send(group, part("您好")),
    ];
    for (const result of results) expect(JSON.stringify(result)).not.toMatch(/SECabc|this is a secret|Xq7other|hook/);
  });

  it("of the webhook's own address is told without asking it", async () => {
    for (const webhook of [
      "http://192.168.1.9/robot/send?access_token=x",
      "no address",
      "https://10.0.0.1/robot/send",
    ]) {
      expect(await platform.send({ kind: "group", chatId: "c", webhook }, part("x"))).toMatchObject({
        state: "gave-up",
      });
    }
    const strict = platformFor({ oapiBase: "https://oapi.dingtalk.com" });
    expect(await strict.send(hook(), part("x"))).toMatchObject({ state: "gave-up" });
    expect(server.requests).toEqual([]);
  });
});

describe("DingTalk's budgets", () => {
  it("stay below what the custom robot allows", async () => {
    const { perMinute } = platform.budget(hook());
    expect(perMinute).toBe(18);
    expect((await sendMany(hook(), 20)).every((one) => one.state === "sent")).toBe(true);
    expect(await platform.send(hook(), part("太多"))).toMatchObject({ state: "later", afterMs: 10 * MINUTE });
    clock.ms += 9 * MINUTE;
    expect(await platform.send(hook(), part("还早"))).toMatchObject({ state: "later" });
    clock.ms += MINUTE;
    expect(await platform.send(hook(), part("可以了"))).toEqual({ state: "sent" });
  });

  it("are one for each webhook, chat, person and replying conversation, and hold no secret", () => {
    const fallback = { kind: "group" as const, chatId: GROUP };
    const keys = [
      hook(),
      group,
      person,
      reply(GROUP, fallback),
      reply(GROUP, { ...fallback, chatId: "cidHook==" }),
      reply(GROUP),
    ].map((one) => platform.budget(one).key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.join(" ")).not.toMatch(/webhook:hook|session=|access_token|SECabc/);
    expect(platform.budget(reply(GROUP, fallback)).key).toBe(platform.budget(reply(GROUP, fallback)).key);
    const ended = { ...reply(GROUP, fallback), expiresAt: new Date(clock.ms) };
    expect(platform.budget(ended)).toEqual(platform.budget(group));
  });
});
