import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Card, say } from "../../src/messages/card.ts";
import { createHttpClient } from "../../src/platforms/http-client.ts";
import type { Received } from "../../src/platforms/inbound.ts";
import type { Address, Part, Platform } from "../../src/platforms/platform.ts";
import { createWecom } from "../../src/platforms/wecom/index.ts";
import { sealCallback } from "../../src/sandbox/wecom-crypto.ts";
import { WecomServer } from "../../src/sandbox/wecom-server.ts";
import { World } from "../../src/sandbox/world.ts";
import { createLogger } from "../../src/shared/logger.ts";
import { WRITTEN } from "../support/mentions.ts";

const keys = {
  token: "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo",
  encodingAesKey: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt",
};
const GROUP = "wrSAMPLEgroup0001AbCd";

let time = new Date("2026-08-01T10:00:00+08:00");
const clock = { now: () => time };
let world: World;
let sim: WecomServer;
let wecom: Platform;
let base: string;
let bot: Server;
let callbackUrl = "";
/** What the bot does with a callback: the HTTP status and the body of its answer. */
let answer: (received: Received) => { status: number; body: string };
let received: Received[];

beforeEach(async () => {
  time = new Date("2026-08-01T10:00:00+08:00");
  received = [];
  world = new World(clock.now);
  world.people.push({ platform: "wecom", userId: "wangjianguo", name: "王建国", about: "供电公司" });
  world.chats.push({
    platform: "wecom",
    id: GROUP,
    name: "园区企业群",
    kind: "group",
    members: ["zhouchangyou", "wangjianguo"],
    webhookKey: "k1",
  });
  sim = new WecomServer({ world, clock, ...keys, botName: "茶叙", callbackUrl: () => callbackUrl });
  base = await sim.listen();
  const http = createHttpClient({ timeoutMs: 200, logger: createLogger("silent"), clock });
  wecom = createWecom({ botName: "茶叙", bot: keys, apiBase: base, clock, http });
  answer = (got) => {
    if (got.kind === "refused") return { status: got.status, body: "" };
    if (got.kind === "handshake") return { status: 200, body: got.body };
    if (got.kind === "message")
      return { status: 200, body: got.passive?.encode(say(`听到：${got.message.text}`), true) ?? "" };
    return { status: 200, body: "" };
  };
  bot = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "", "http://bot");
      const got = wecom.receive(
        {
          method: request.method === "GET" ? "GET" : "POST",
          query: Object.fromEntries(url.searchParams),
          headers: {},
          body: Buffer.concat(chunks),
        },
        "bot",
      );
      received.push(got);
      const { status, body } = answer(got);
      if (status === 0) request.socket.destroy();
      else response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve));
  callbackUrl = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/callbacks/wecom/bot`;
});

afterEach(async () => {
  await sim.close();
  bot.closeAllConnections();
  await new Promise<void>((resolve) => bot.close(() => resolve()));
});

const group = (webhook = `${base}/cgi-bin/webhook/send?key=k1`): Address => ({
  kind: "group",
  chatId: GROUP,
  webhook,
});
const part = (text: string): Part => ({ title: "", text, mentions: [] });
const fixture = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../fixtures/wecom/${name}.json`, import.meta.url), "utf8"));
const texts = () => received.map((one) => (one.kind === "message" ? one.message.text : one.kind));
const shown = () => world.messages.map((message) => message.text);

describe("sending to a group", () => {
  it("shows a card with its mentions", async () => {
    const card: Card = {
      blocks: [
        { kind: "title", text: "#12 停电" },
        { kind: "mention", people: [{ userId: "wangjianguo", name: "王建国" }] },
      ],
    };
    for (const one of wecom.render(group(), card)) expect(await wecom.send(group(), one)).toEqual({ state: "sent" });
    expect(world.messages).toMatchObject([
      {
        chatId: GROUP,
        from: null,
        format: "markdown",
        text: "### #12 停电\n\n<@wangjianguo>",
        mentions: ["wangjianguo"],
        at: time,
      },
    ]);
  });

  it("keeps within the platform's length whatever the card holds", async () => {
    const long = say("很长的一行。\n".repeat(3000));
    for (const one of wecom.render(group(), long)) expect(await wecom.send(group(), one)).toEqual({ state: "sent" });
    expect(world.messages.length).toBeGreaterThan(5);
  });

  it.each([
    ["an unknown key", () => wecom.send(group(`${base}/cgi-bin/webhook/send?key=other`), part("x")), "93000"],
    ["a text that is too long", () => wecom.send(group(), part("长".repeat(1366))), "40058"],
    ["an empty text", () => wecom.send(group(), part("")), "44004"],
  ])("gives up after %s, which the platform refuses for good", async (_what, send, code) => {
    expect(await send()).toMatchObject({ state: "gave-up", reason: expect.stringContaining(code) });
    expect(shown()).toEqual([]);
  });

  it("tries later when the platform says that it is too much, and a minute later it works", async () => {
    for (let count = 0; count < 20; count++) expect(await wecom.send(group(), part("x"))).toEqual({ state: "sent" });
    expect(await wecom.send(group(), part("x"))).toMatchObject({ state: "later" });
    time = new Date(time.getTime() + 60_000);
    expect(await wecom.send(group(), part("x"))).toEqual({ state: "sent" });
  });

  it.each([
    ["busy", { errcode: -1 }, "later"],
    ["too frequent", { errcode: 45009 }, "later"],
    ["a code that nobody knows", { errcode: 47999 }, "unsure"],
    ["a failure of its own", { errcode: 500100, errmsg: "系统异常，请稍后再试" }, "later"],
    ["a wrapped «busy»", { errcode: 88, errmsg: "error[subcode=-1,submsg=x]" }, "later"],
    [
      "an address that is not on the allow-list",
      { errcode: 60020, errmsg: "not allow to access from your ip" },
      "barred",
    ],
    ["a used up day", { errcode: 45011 }, "barred"],
    ["not permitted", { errcode: 48002 }, "barred"],
    ["a refused picture", { errcode: 40123 }, "gave-up"],
    ["HTTP 500", { status: 500 }, "later"],
    ["HTTP 504 with a page", { status: 504, body: "<html>" }, "later"],
    ["HTTP 403 with a page", { status: 403, body: "<html>403 Forbidden</html>" }, "later"],
    ["HTTP 404", { status: 404 }, "later"],
    ["HTTP 407 without a body", { status: 407, body: "" }, "later"],
    ["a page instead of an answer", { status: 200, body: "<html>login</html>" }, "later"],
    ["JSON that is not WeCom's", { status: 200, body: '{"ok":true}' }, "later"],
    ["another program's «code 0»", { status: 200, body: '{"code":0,"message":"please log in"}' }, "later"],
    ["another program's «code 200»", { status: 200, body: '{"code":200,"message":"ok"}' }, "later"],
    ["another program's refusal", { status: 403, body: '{"code":"Forbidden"}' }, "later"],
    ["another program's word in errcode", { status: 200, body: '{"errcode":"Forbidden"}' }, "later"],
    ["a page's 413", { status: 413, body: '{"code":1}' }, "gave-up"],
    ["a hanging connection", "hang", "unknown"],
    ["a connection cut before", "cut", "unknown"],
    ["a connection cut after it was shown", "cut-after", "unknown"],
  ] as const)("knows what %s means", async (_what, failure, state) => {
    sim.failNext(failure);
    expect(await wecom.send(group(), part("x"))).toMatchObject({ state });
    expect(shown()).toEqual(failure === "cut-after" ? ["x"] : []);
    expect(await wecom.send(group(), part("again"))).toEqual({ state: "sent" });
    expect(sim.requests.map((request) => request.key)).toEqual(["k1", "k1"]);
  });

  it("waits as long as the platform asks", async () => {
    sim.failNext({ status: 429, headers: { "retry-after": "30" } });
    expect(await wecom.send(group(), part("x"))).toMatchObject({ state: "later", afterMs: 30_000 });
  });

  it("tries later when nobody listens", async () => {
    await sim.close();
    expect(await wecom.send(group(), part("x"))).toMatchObject({ state: "later" });
  });

  it("never tells the key in a reason", async () => {
    const secret = group(`${base}/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4`);
    sim.failNext("hang");
    const answers = [await wecom.send(secret, part("x")), await wecom.send(secret, part("x"))];
    expect(JSON.stringify(answers)).not.toContain("693a91f6");
    expect(wecom.budget(secret).key).not.toContain("693a91f6");
  });

  it("does not send to an address that is not public, own machine or not", async () => {
    const real = createWecom({
      botName: "茶叙",
      apiBase: "https://qyapi.weixin.qq.com",
      clock,
      http: createHttpClient({ logger: createLogger("silent"), clock }),
    });
    expect(await real.send(group(), part("x"))).toMatchObject({ state: "gave-up" });
    expect(await wecom.send(group("https://169.254.169.254/send?key=k1"), part("x"))).toMatchObject({
      state: "gave-up",
    });
    expect(sim.requests).toEqual([]);
  });
});

describe("roads that do not exist", () => {
  it("are given up with a reason", async () => {
    const nowhere: Address[] = [
      { kind: "group", chatId: GROUP },
      { kind: "person", userId: "wangjianguo" },
      { kind: "reply", url: "https://example.com", expiresAt: time, tried: 0, fallback: null },
    ];
    for (const address of nowhere) expect(await wecom.send(address, part("x"))).toMatchObject({ state: "gave-up" });
    expect(wecom.reaches("zhangsan", true)).toBe(false);
    expect([wecom.posts({}), wecom.posts({ webhook: "https://example.com" })]).toEqual([false, true]);
  });

  it("a reply goes to its fallback, on the fallback's budget", async () => {
    const fallback = group() as Extract<Address, { kind: "group" }>;
    const reply: Address = { kind: "reply", url: "", expiresAt: time, tried: 0, fallback };
    expect(await wecom.send(reply, part("x"))).toEqual({ state: "sent" });
    expect(wecom.budget(reply)).toEqual(wecom.budget(fallback));
  });
});

describe("the budget", () => {
  it("is one for each webhook, below the platform's 20 a minute", () => {
    expect(wecom.budget(group()).perMinute).toBe(18);
    expect(wecom.budget(group())).toEqual(wecom.budget({ ...group(), chatId: "another" } as Address));
    expect(wecom.budget(group())).not.toEqual(wecom.budget(group(`${base}/cgi-bin/webhook/send?key=k2`)));
  });
});

describe("receiving", () => {
  it("passes the console's address check", async () => {
    expect(await sim.checkAddress()).toEqual({ status: 200, accepted: true });
  });

  it("hears a group message with its mention taken off, and its reply is shown", async () => {
    const said = await sim.say({ chatId: GROUP, userId: "zhouchangyou", text: "诉求 停电" });
    expect(said).toEqual({ status: 200, reply: "听到：诉求 停电" });
    expect(world.messages).toMatchObject([
      { from: "zhouchangyou", text: "@茶叙 诉求 停电" },
      { from: null, format: "markdown", text: "听到：诉求 停电" },
    ]);
    expect(received).toMatchObject([
      { message: { chat: { kind: "group", id: GROUP }, sender: { id: "zhouchangyou" } } },
    ]);
  });

  it("hears a direct message without a mention", async () => {
    const said = await sim.say({ chatId: "direct:zhouchangyou", userId: "zhouchangyou", text: "待办" });
    expect(said.reply).toBe("听到：待办");
    expect(received).toMatchObject([{ message: { chat: { kind: "direct" } } }]);
  });

  it("hears quotes and pictures", async () => {
    await sim.say({ chatId: GROUP, userId: "zhouchangyou", text: "诉求 停电", messageId: "m1" });
    await sim.say({ chatId: GROUP, userId: "wangjianguo", text: "签收", quotes: "wecom-m1", pictures: 2 });
    await sim.say({ chatId: "direct:wangjianguo", userId: "wangjianguo", text: "", pictures: 1 });
    expect(received.slice(1)).toMatchObject([
      { message: { text: "签收", pictures: 2, quote: { text: "@茶叙 诉求 停电" } } },
      { message: { text: "", pictures: 1 } },
    ]);
  });

  it("does not hear a group message without a mention", async () => {
    expect(await sim.say({ chatId: GROUP, userId: "zhouchangyou", text: "早", mention: false })).toEqual({
      status: 0,
      reply: null,
    });
    expect(received).toEqual([]);
    expect(shown()).toEqual(["早"]);
  });

  it("shows an unfinished reply, and asks for it again until it is finished", async () => {
    answer = (got) => {
      if (got.kind === "message") return { status: 200, body: got.passive?.encode(null, false) ?? "" };
      if (got.kind !== "refresh") return { status: 500, body: "" };
      const finished = received.length > 2;
      return { status: 200, body: got.passive.encode(finished ? say("办好了") : null, finished) };
    };
    const states: string[] = [];
    world.onMessage((message) => void states.push(message.text));
    const said = await sim.say({ chatId: GROUP, userId: "zhouchangyou", text: "统计" });
    expect(said.reply).toBe("办好了");
    expect(states).toEqual(["@茶叙 统计", "正在办理…", "办好了"]);
    expect(world.messages).toHaveLength(2);
    expect(received.map((one) => one.kind)).toEqual(["message", "refresh", "refresh"]);
  });

  it("gets the same message again when it did not answer, three times in all", async () => {
    answer = () => ({ status: 0, body: "" });
    expect(await sim.say({ chatId: GROUP, userId: "zhouchangyou", text: "待办" })).toEqual({ status: 0, reply: null });
    const ids = received.map((one) => (one.kind === "message" ? one.message.messageId : ""));
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  it("hears a command among mentions, whoever else is mentioned and however it is written", async () => {
    const payload = fixture("text-group");
    for (const [content] of WRITTEN) await sim.deliver({ ...payload, text: { content } });
    expect(texts()).toEqual(WRITTEN.map(([, understood]) => understood));
  });

  it("loses of a mixture and of a quotation no more than the element that is not of its kind", async () => {
    const payload = fixture("mixed-group");
    const said = { msgtype: "text", text: { content: "@张三 @茶叙 诉求 门口积水" } };
    const bad = [null, 7, { msgtype: 7 }, { msgtype: "text", text: 5 }];
    const mixed = { msg_item: [...bad, said, { msgtype: "image", image: {} }, ...bad] };
    await sim.deliver({ ...payload, mixed, quote: { msgtype: "mixed", mixed } });
    expect(received).toMatchObject([
      { message: { text: "诉求 门口积水", pictures: 1, quote: { text: "@张三 @茶叙 诉求 门口积水" } } },
    ]);
  });

  it("refuses what another than the platform sends", async () => {
    const payload = {
      msgid: "m1",
      chattype: "single",
      from: { userid: "u" },
      msgtype: "text",
      text: { content: "待办" },
    };
    expect(await sim.deliver(payload)).toMatchObject({ status: 200, reply: { msgtype: "stream" } });
    expect(await sim.deliver(payload, { token: "another" })).toEqual({ status: 401, reply: null });
    expect(await sim.deliver(payload, { timestamp: time.getTime() / 1000 - 3601 })).toEqual({
      status: 401,
      reply: null,
    });
    expect(await sim.deliver("no JSON")).toEqual({ status: 400, reply: null });
    const sealed = sealCallback(keys, JSON.stringify(payload), { nonce: "n", timestamp: time.getTime() / 1000 });
    expect((await sim.post({ ...sealed, body: JSON.stringify(payload) })).status).toBe(401);
  });

  it("the simulated platform itself refuses a reply under a wrong nonce or without a stream", async () => {
    const other = wecom.receive({ method: "POST", headers: {}, ...sealedText("n-old") }, "bot");
    const stale = other.kind === "message" ? (other.passive?.encode(say("x"), true) ?? "") : "";
    answer = () => ({ status: 200, body: stale });
    await expect(sim.say({ chatId: GROUP, userId: "u", text: "x" })).rejects.toThrow("nonce");
    answer = () => ({ status: 200, body: "plain" });
    await expect(sim.say({ chatId: GROUP, userId: "u", text: "x" })).rejects.toThrow();
  });
});

function sealedText(nonce: string) {
  const payload = { msgid: "m9", chattype: "single", from: { userid: "u" }, msgtype: "text", text: { content: "x" } };
  const sealed = sealCallback(keys, JSON.stringify(payload), { nonce, timestamp: time.getTime() / 1000 });
  return { query: sealed.query, body: Buffer.from(sealed.body) };
}
