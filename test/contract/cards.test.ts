import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Card, say } from "../../src/messages/card.ts";
import { createDingtalk } from "../../src/platforms/dingtalk/index.ts";
import { createHttpClient } from "../../src/platforms/http-client.ts";
import type { Received } from "../../src/platforms/inbound.ts";
import type { Address, Part, Platform } from "../../src/platforms/platform.ts";
import { createWecom } from "../../src/platforms/wecom/index.ts";
import { DingtalkServer } from "../../src/sandbox/dingtalk-server.ts";
import { WecomServer } from "../../src/sandbox/wecom-server.ts";
import { type SimCard, World } from "../../src/sandbox/world.ts";
import { createLogger } from "../../src/shared/logger.ts";

/** Cards with buttons on the HTTP roads of both platforms, against the simulated ones. */

const clock = { now: () => new Date("2026-08-01T10:00:00+08:00") };
const KEYS = {
  token: "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo",
  encodingAesKey: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt",
};
const APP = { clientId: "ding1", clientSecret: "s1", robotCode: "ding1" };
const SECRET = "card-secret";
const CALLBACK = "https://chaxu.example/callbacks/dingtalk/card";
const GROUP = "wrSAMPLEgroup0001AbCd";
const CARD: Card = {
  blocks: [
    { kind: "title", text: "新诉求 #12" },
    { kind: "actions", steps: [{ command: "sign", id: 12 }], versions: { 12: 3 } },
  ],
};
const DONE: Card = {
  blocks: [
    { kind: "title", text: "已签收 #12" },
    { kind: "actions", steps: [{ command: "status", id: 12 }] },
  ],
};

let world: World;
let bot: Server;
let base: string;
let received: Received[];
/** What the bot does with a callback. */
let answer: (received: Received) => string;
let platform: Platform;

beforeEach(async () => {
  world = new World(clock.now);
  received = [];
  answer = () => "";
  bot = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "", "http://bot");
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const asked = {
        method: "POST",
        query: Object.fromEntries(url.searchParams),
        headers,
        body: Buffer.concat(chunks),
      } as const;
      const got = platform.receive(
        asked,
        url.pathname.endsWith("/card") ? "card" : url.pathname.includes("wecom") ? "bot" : "robot",
      );
      received.push(got);
      response.writeHead(got.kind === "refused" ? got.status : 200).end(answer(got));
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(bot.address() as AddressInfo).port}`;
});
afterEach(() => {
  bot.close();
  bot.closeAllConnections();
});

const http = () => createHttpClient({ timeoutMs: 500, logger: createLogger("silent"), clock });
const pressOf = (got: Received | undefined) => {
  if (got?.kind !== "message" || got.update === undefined) throw new Error("no press came");
  return { message: got.message, update: got.update };
};

describe("WeCom's bot by callback", () => {
  let sim: WecomServer;
  let api: string;

  beforeEach(async () => {
    world.chats.push({
      platform: "wecom",
      id: GROUP,
      name: "企业群",
      kind: "group",
      members: ["zhou"],
      webhookKey: "k1",
    });
    sim = new WecomServer({ world, clock, ...KEYS, botName: "茶叙", callbackUrl: () => `${base}/wecom` });
    api = await sim.listen();
    platform = createWecom({ botName: "茶叙", bot: KEYS, replyCards: true, apiBase: api, clock, http: http() });
    answer = (got) => {
      if (got.kind !== "message") return "";
      if (got.update !== undefined) return got.update.encode(DONE);
      return got.passive?.encode(CARD, true) ?? "";
    };
  });
  afterEach(() => sim.close());

  const asked = async (): Promise<SimCard> => {
    await sim.say({ chatId: GROUP, userId: "zhou", text: "进度" });
    const card = world.messages.at(-1)?.card;
    if (card === undefined) throw new Error("no card is shown");
    return card;
  };

  it("brings the buttons with the words of a reply, and without the setting the words alone", async () => {
    const card = await asked();
    expect(world.messages.at(-1)?.text).toBe("### 新诉求 #12\n\n签收 12");
    expect(card).toMatchObject({ title: "#12 下一步", buttons: [{ label: "签收" }] });
    platform = createWecom({ botName: "茶叙", bot: KEYS, apiBase: api, clock, http: http() });
    await sim.say({ chatId: GROUP, userId: "zhou", text: "进度" });
    expect(world.messages.at(-1)).not.toHaveProperty("card");
  });

  it("hears who pressed what, where, and changes the card in the answer", async () => {
    const card = await asked();
    await sim.press({ chatId: GROUP, userId: "zhou", card, key: card.buttons[0]?.key ?? "", messageId: "e1" });
    expect(pressOf(received.at(-1)).message).toMatchObject({
      messageId: "e1",
      chat: { kind: "group", id: GROUP },
      sender: { id: "zhou" },
      text: "",
      press: { key: card.buttons[0]?.key, cardId: card.id },
    });
    expect(world.withCard("wecom", card.id)?.card).toMatchObject({ title: "已签收 #12", buttons: [{ label: "进度" }] });
  });

  it("leaves the card as it is when there is nothing to change", async () => {
    const card = await asked();
    answer = (got) => pressOf(got).update.nothing;
    expect(await sim.press({ chatId: GROUP, userId: "zhou", card, key: "k" })).toEqual({ status: 200 });
    expect(world.withCard("wecom", card.id)?.card).toEqual(card);
  });

  it("says one thing about a press at its own address, and what comes after it the other way", async () => {
    const card = await asked();
    await sim.press({ chatId: "direct:zhou", userId: "zhou", card, key: "k" });
    const { replyTo } = pressOf(received.at(-1)).message;
    const fallback = { kind: "group", chatId: GROUP, webhook: `${api}/cgi-bin/webhook/send?key=k1` } as const;
    const reply = {
      kind: "reply",
      url: replyTo?.url ?? "",
      expiresAt: replyTo?.expiresAt ?? clock.now(),
      tried: 0,
      fallback,
    } as const;
    const [part, ...more] = platform.render(reply, CARD);
    if (part === undefined) throw new Error("nothing is said");
    expect(more).toEqual([]);
    expect(await platform.send(reply, part)).toEqual({ state: "sent" });
    expect(world.messages.at(-1)).toMatchObject({
      chatId: "direct:zhou",
      to: "zhou",
      text: "### 新诉求 #12\n\n签收 12",
    });
    expect(await platform.send(reply, part)).toMatchObject({ state: "later" });
    expect(await platform.send({ ...reply, tried: 1 }, part)).toEqual({ state: "sent" });
    expect(world.messages.at(-1)?.chatId).toBe(GROUP);
    const elsewhere = { ...reply, url: `${base}/cgi-bin/aibot/response?response_code=x` };
    const before = received.length;
    await platform.send(elsewhere, part);
    expect(received.length).toBe(before);
  });
});

describe("DingTalk's cards", () => {
  const CHAT = "cidGROUP==";
  let sim: DingtalkServer;
  let api: string;
  const group: Address = { kind: "group", chatId: CHAT };

  beforeEach(async () => {
    world.people.push({ platform: "dingtalk", userId: "0254571", name: "王建国", about: "供电公司" });
    world.chats.push({ platform: "dingtalk", id: CHAT, name: "供电公司群", kind: "group", members: ["0254571"] });
    sim = new DingtalkServer({ world, clock, ...APP, botName: "茶叙", callbackUrl: () => `${base}/robot` });
    api = await sim.listen();
    platform = dingtalk({ cardSecret: SECRET });
  });
  afterEach(() => sim.close());

  const dingtalk = (wanted: Partial<Parameters<typeof createDingtalk>[0]> = {}) =>
    createDingtalk({
      app: APP,
      botName: "茶叙",
      cards: { templateId: "t.schema", callbackUrl: CALLBACK },
      ...wanted,
      apiBase: api,
      oapiBase: api,
      clock,
      http: http(),
    });
  const sendAll = async (address: Address, parts: readonly Part[]) => {
    const results = [];
    for (const part of parts) results.push(await platform.send(address, part));
    return results;
  };
  const endpoints = () => sim.requests.map(({ endpoint }) => endpoint).filter((one) => one !== "token");

  it("are made and delivered, with the address of their presses told once", async () => {
    const [first] = await sendAll(group, platform.render(group, CARD));
    expect(first).toMatchObject({ state: "sent", key: expect.any(String) });
    await sendAll({ kind: "person", userId: "0254571" }, platform.render({ kind: "person", userId: "0254571" }, CARD));
    expect(endpoints()).toEqual(["card-register", "card", "card"]);
    expect(sim.requests.find(({ endpoint }) => endpoint === "card-register")?.body).toEqual({
      callbackRouteKey: "chaxu-ding1",
      callbackUrl: CALLBACK,
      apiSecret: SECRET,
      forceUpdate: true,
    });
    expect(world.messages.map(({ chatId, card }) => [chatId, card?.buttons.map(({ label }) => label)])).toEqual([
      [CHAT, ["签收"]],
      ["direct:0254571", ["签收"]],
    ]);
  });

  it("go in words where the platform delivers none, and are not tried there again for a while", async () => {
    const failed = {
      success: true,
      result: { outTrackId: "x", deliverResults: [{ success: false, errorMsg: "spaceId is illegal" }] },
    };
    sim.failNext("card", { body: failed });
    expect(await sendAll(group, platform.render(group, CARD))).toMatchObject([{ state: "sent" }]);
    expect(endpoints()).toEqual(["card-register", "card", "group"]);
    expect(world.messages.at(-1)?.text).toContain("签收 12");
    expect(platform.render(group, CARD)).not.toContainEqual(expect.objectContaining({ card: expect.anything() }));
  });

  it("go in words without the permission", async () => {
    sim.failNext("card", {
      status: 403,
      body: { code: "Forbidden.AccessDenied.AccessTokenPermissionDenied", requestid: "r", message: "no" },
    });
    expect(await sendAll(group, platform.render(group, CARD))).toMatchObject([{ state: "sent" }]);
    expect(endpoints().at(-1)).toBe("group");
  });

  it("are changed by the API, and what a lost card would have said is said", async () => {
    await sendAll(group, platform.render(group, CARD));
    const id = world.messages.at(-1)?.card?.id ?? "";
    expect(await sendAll(group, platform.render(group, DONE, id))).toMatchObject([{ state: "sent" }]);
    expect(world.withCard("dingtalk", id)?.card?.buttons).toMatchObject([{ label: "进度" }]);
    await sendAll(group, platform.render(group, DONE, "gone"));
    expect(endpoints().slice(-2)).toEqual(["card-change", "group"]);
  });

  it("by stream name no address", async () => {
    platform = dingtalk({ mode: "stream" });
    await sendAll(group, platform.render(group, CARD));
    expect(endpoints()).toEqual(["card"]);
    expect(sim.requests.at(-1)?.body).toMatchObject({ callbackType: "STREAM" });
    expect(platform.doors).not.toContain("card");
  });

  it("are none where presses could not be told from forged ones", () => {
    platform = dingtalk();
    expect(platform.doors).toEqual(["robot"]);
    expect(platform.render(group, CARD)[0]).not.toHaveProperty("card");
  });

  it("that are pressed say who pressed what, where, and change with the answer", async () => {
    await sendAll(group, platform.render(group, CARD));
    const card = world.messages.at(-1)?.card;
    if (card === undefined) throw new Error("no card is shown");
    answer = (got) => pressOf(got).update.encode(DONE);
    expect(await sim.press({ chatId: CHAT, userId: "0254571", card, key: card.buttons[0]?.key ?? "" })).toEqual({
      status: 200,
    });
    expect(pressOf(received.at(-1)).message).toMatchObject({
      chat: { kind: "group", id: CHAT },
      sender: { id: "0254571" },
      press: { key: card.buttons[0]?.key, cardId: card.id },
    });
    expect(world.withCard("dingtalk", card.id)?.card?.buttons.map(({ label }) => label)).toEqual(["进度"]);
    answer = (got) => pressOf(got).update.nothing;
    await sim.press({ chatId: CHAT, userId: "0254571", card, key: card.buttons[0]?.key ?? "" });
    expect(world.withCard("dingtalk", card.id)?.card?.buttons.map(({ label }) => label)).toEqual(["进度"]);
  });

  it("hear nothing that is not signed, and nothing that is no press", () => {
    const timestamp = String(clock.now().getTime());
    const signature = createHmac("sha256", SECRET).update(timestamp).digest("base64");
    const signed = { "x-ddpaas-signature-timestamp": timestamp, "x-ddpaas-signature": signature };
    const receive = (headers: Readonly<Record<string, string>>, body: string) =>
      platform.receive({ method: "POST", query: {}, headers, body: Buffer.from(body) }, "card");
    expect(receive({ ...signed, "x-ddpaas-signature": "x" }, "{}")).toMatchObject({ kind: "refused", status: 401 });
    expect(receive({}, "{}")).toMatchObject({ kind: "refused", status: 401 });
    expect(receive(signed, "not json")).toMatchObject({ kind: "refused", status: 400 });
    expect(receive(signed, "{}")).toMatchObject({ kind: "ignored" });
    // What signs a robot's messages signs no press.
    expect(
      platform.receive({ method: "POST", query: {}, headers: signed, body: Buffer.from("{}") }, "robot"),
    ).toMatchObject({
      kind: "refused",
      status: 401,
    });
  });
});

it("a card of one sentence is no card", () => {
  const wecom = createWecom({
    botName: "茶叙",
    bot: KEYS,
    replyCards: true,
    apiBase: "http://127.0.0.1:1",
    clock,
    http: http(),
  });
  expect(wecom.render({ kind: "group", chatId: GROUP }, say("好"))).toEqual([{ title: "", text: "好", mentions: [] }]);
});
