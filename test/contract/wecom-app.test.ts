import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Block, type Card, say } from "../../src/messages/card.ts";
import { createHttpClient } from "../../src/platforms/http-client.ts";
import type { Received } from "../../src/platforms/inbound.ts";
import type { Address, Attachment, Part, Platform } from "../../src/platforms/platform.ts";
import { createWecom } from "../../src/platforms/wecom/index.ts";
import { WecomAppServer } from "../../src/sandbox/wecom-app-server.ts";
import { WecomServer } from "../../src/sandbox/wecom-server.ts";
import { World } from "../../src/sandbox/world.ts";
import { createLogger } from "../../src/shared/logger.ts";

const callback = {
  token: "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo",
  encodingAesKey: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt",
};
const keys = {
  corpId: "wwSample0123456789",
  agentId: "1000002",
  secret: "the-secret-of-the-app-of-43-letters",
  callback,
};
/** A PNG of one pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let time = new Date("2026-08-01T10:00:00+08:00");
const clock = { now: () => time };
let world: World;
let sim: WecomServer;
let app: WecomAppServer;
let wecom: Platform;
let base: string;
let bot: Server;
let callbackUrl = "";
/** The status that the bot answers with, once for each; 200 from then on. */
let statuses: number[];
let received: Received[];

beforeEach(async () => {
  time = new Date("2026-08-01T10:00:00+08:00");
  [received, statuses] = [[], []];
  world = new World(clock.now);
  for (const [userId, name] of [
    ["ZhouChangyou", "周长友"],
    ["0254571", "王建国"],
  ] as const) {
    world.people.push({ platform: "wecom", userId, name, about: "" });
  }
  app = new WecomAppServer({ world, clock, keys, callbackUrl: () => callbackUrl });
  const beside = (server: Parameters<WecomAppServer["mount"]>[0]) => app.mount(server);
  sim = new WecomServer({ world, clock, ...callback, botName: "茶叙", callbackUrl: () => "", beside });
  base = await sim.listen();
  const http = createHttpClient({ timeoutMs: 400, logger: createLogger("silent"), clock });
  wecom = createWecom({ botName: "茶叙", app: keys, apiBase: base, clock, http });
  bot = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const query = Object.fromEntries(new URL(request.url ?? "", "http://bot").searchParams);
      const method = request.method === "GET" ? "GET" : "POST";
      const got = wecom.receive({ method, query, headers: {}, body: Buffer.concat(chunks) }, "app");
      received.push(got);
      const status = statuses.shift() ?? (got.kind === "refused" ? got.status : 200);
      if (status === 0) request.socket.destroy();
      else response.writeHead(status).end(got.kind === "handshake" ? got.body : "");
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve));
  callbackUrl = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/callbacks/wecom/app`;
});

afterEach(async () => {
  app.close();
  await sim.close();
  bot.closeAllConnections();
  await new Promise<void>((resolve) => bot.close(() => resolve()));
});

const person = (userId = "ZhouChangyou"): Address => ({ kind: "person", userId });
const part = (text: string): Part => ({ title: "", text, mentions: [] });
const shown = () => world.messages.map((message) => message.text);
const asked = (endpoint: string) => app.requests.filter((one) => one.endpoint === endpoint);
const attachment = (kind: Attachment["kind"], name: string, mime: string): Part => ({
  ...part("趋势图"),
  attachment: { kind, name, mime, bytes: PIXEL, caption: "趋势图" },
});

describe("a message to one person", () => {
  it("is shown in the direct chat, with one token for all", async () => {
    for (const one of wecom.render(person(), say("请确认 #12"))) {
      expect(await wecom.send(person(), one)).toMatchObject({ state: "sent", key: expect.any(String) });
    }
    expect(await wecom.send(person(), part("再一条"))).toMatchObject({ state: "sent" });
    expect(world.messages).toMatchObject([
      { chatId: "direct:ZhouChangyou", from: null, format: "markdown", text: "请确认 #12", at: time },
      { text: "再一条" },
    ]);
    expect(asked("token")).toHaveLength(1);
    expect(asked("send")[0]?.body).toMatchObject({ touser: "ZhouChangyou", agentid: 1000002, msgtype: "markdown" });
  });

  it("is split below 2,048 bytes and numbered, and nothing of it is cut off", async () => {
    const parts = wecom.render(person(), say("很长的一行文字。\n".repeat(300)));
    for (const one of parts) expect(await wecom.send(person(), one)).toMatchObject({ state: "sent" });
    expect(parts.length).toBeGreaterThan(3);
    expect(shown()).toEqual(parts.map((one) => one.text));
    expect(shown()[0]).toMatch(/^\(1\/\d\)\n/);
    expect(
      shown()
        .join("")
        .match(/很长的一行文字/gu),
    ).toHaveLength(300);
  });

  it("of a reply goes there too, on the budget of that person, by the app", async () => {
    const fallback = { kind: "person", userId: "ZhouChangyou" } as const;
    const reply: Address = { kind: "reply", url: "", expiresAt: time, tried: 0, fallback };
    expect(await wecom.send(reply, part("答复"))).toMatchObject({ state: "sent" });
    expect(wecom.budget(reply)).toEqual(wecom.budget(person()));
    expect([wecom.robot(reply), wecom.robot(person())]).toEqual(["wecom:app", "wecom:app"]);
  });

  it("keeps below what the platform allows to each person, which it would drop in silence", async () => {
    expect(wecom.budget(person())).toMatchObject({ perMinute: 28, perHour: 950 });
    expect(wecom.budget(person()).key).not.toBe(wecom.budget(person("0254571")).key);
    for (let count = 0; count < 31; count++) await wecom.send(person(), part(`${count}`));
    expect([world.messages.length, app.api.dropped]).toEqual([30, 1]);
  });

  it.each([
    ["a picture", "picture", "趋势.png", "image/png", "[图片]"],
    ["a document", "file", "月报.docx", "application/octet-stream", "[文件] 月报.docx"],
  ] as const)("may be %s", async (_what, kind, name, mime, text) => {
    expect(wecom.carries(person(), kind)).toBe(true);
    expect(await wecom.send(person(), attachment(kind, name, mime))).toMatchObject({ state: "sent" });
    expect(shown()).toEqual([text]);
  });

  it("is not tried with an id that stands for several, or for everybody", async () => {
    for (const userId of ["@all", "@ALL", "ZhouChangyou|0254571", "a b", ""]) {
      expect(await wecom.send(person(userId), part("x"))).toEqual({ state: "gave-up", reason: "outside-app" });
    }
    expect(app.requests).toEqual([]);
  });
});

describe("a person whom the app does not reach", () => {
  it("is one outside of its visible range, whatever the case in which the platform says so", async () => {
    app.api.visible = ["0254571"];
    expect(await wecom.send(person(), part("x"))).toEqual({ state: "gave-up", reason: "outside-app" });
    expect(await wecom.send(person("0254571"), part("x"))).toMatchObject({ state: "sent" });
    expect(await wecom.send(person("nobody"), part("x"))).toEqual({ state: "gave-up", reason: "outside-app" });
  });

  it.each([
    ["named beside errcode 0", { errcode: 0, invaliduser: "zhangsan|zhouchangyou" }, "outside-app"],
    ["unknown", { errcode: 60111, errmsg: "userid not found" }, "outside-app"],
    ["the only one, and invalid", { errcode: 81013 }, "outside-app"],
    ["without a licence", { errcode: 0, unlicenseduser: "zhouchangyou" }, "unlicensed"],
  ])("is one who is %s", async (_what, failure, reason) => {
    app.failNext("send", failure);
    expect(await wecom.send(person(), part("x"))).toEqual({ state: "gave-up", reason });
  });

  it("is not written to in words either, when a card did not reach him", async () => {
    app.api.visible = ["0254571"];
    const step = { kind: "actions", steps: [{ command: "status", id: 12 }] } as const;
    const [card] = wecom.render(person(), { blocks: [{ kind: "title", text: "请确认 #12" }, step] });
    if (card?.card === undefined) throw new Error("it has no buttons");
    expect(await wecom.send(person(), card)).toEqual({ state: "gave-up", reason: "outside-app" });
    expect(asked("send")).toHaveLength(1);
  });

  it("is not one of whom another name in the list is a part", async () => {
    app.failNext("send", { errcode: 0, ...{ invaliduser: "zhouchangyou2|xzhouchangyou" } });
    expect(await wecom.send(person(), part("x"))).toMatchObject({ state: "sent" });
  });
});

describe("the answer of the platform", () => {
  it.each([
    ["busy", { errcode: -1 }, "later"],
    ["too often", { errcode: 45009 }, "later"],
    ["too many at once", { errcode: 45033 }, "later"],
    ["a code that nobody knows", { errcode: 47999 }, "unsure"],
    ["not permitted", { errcode: 48002 }, "barred"],
    ["another company", { errcode: 40013 }, "barred"],
    ["another secret", { errcode: 40091 }, "barred"],
    ["another app", { errcode: 40056 }, "barred"],
    ["a text that is refused", { errcode: 40058 }, "gave-up"],
    ["hanging", "hang", "unknown"],
    ["cut after it was shown", "cut-after", "unknown"],
  ] as const)("%s is known, and the token is kept", async (_what, failure, state) => {
    app.failNext("send", failure);
    expect(await wecom.send(person(), part("x"))).toMatchObject({ state });
    expect(await wecom.send(person(), part("again"))).toMatchObject({ state: "sent" });
    expect(asked("token")).toHaveLength(1);
  });

  it("that this machine's address is not trusted bars the app, which waits until that is mended", async () => {
    app.failNext("send", { errcode: 60020, errmsg: "not allow to access from your ip" });
    expect(await wecom.send(person(), part("x"))).toMatchObject({ state: "barred", bar: "allow-list", code: "60020" });
  });

  it.each([40001, 40014, 41001, 42001])("%i gets one new token and one more try", async (errcode) => {
    expect(await wecom.send(person(), part("first"))).toMatchObject({ state: "sent" });
    app.failNext("send", { errcode });
    expect(await wecom.send(person(), part("second"))).toMatchObject({ state: "sent" });
    expect([asked("token").length, asked("send").length]).toEqual([2, 3]);
    app.failNext("send", { errcode }, 2);
    expect(await wecom.send(person(), part("third"))).toMatchObject({ state: errcode === 40001 ? "barred" : "later" });
    expect(asked("send")).toHaveLength(5);
  });

  it("of a token that ended early is met in an upload, too", async () => {
    expect(await wecom.send(person(), part("first"))).toMatchObject({ state: "sent" });
    app.api.expireToken();
    expect(await wecom.send(person(), attachment("picture", "a.png", "image/png"))).toMatchObject({ state: "sent" });
    expect(asked("upload")).toHaveLength(2);
  });

  it("without a token is no message, and never holds the secret", async () => {
    app.failNext("token", { errcode: 40001, errmsg: `invalid secret ${keys.secret}` });
    const refusedToken = await wecom.send(person(), part("x"));
    expect(refusedToken).toMatchObject({ state: "barred", bar: "setting" });
    time = new Date(time.getTime() + 6_000);
    app.failNext("token", "hang");
    const hanging = await wecom.send(person(), part("x"));
    expect(hanging).toMatchObject({ state: "later" });
    expect(JSON.stringify([refusedToken, hanging])).not.toContain(keys.secret);
    expect(asked("send")).toEqual([]);
  });
});

describe("roads of a WeCom with an app", () => {
  it("reach everybody directly, and no group without a webhook", () => {
    expect([wecom.reaches("ZhouChangyou", false), wecom.posts({})]).toEqual([true, false]);
    expect(wecom.carries({ kind: "group", chatId: "g" }, "picture")).toBe(false);
  });
});

describe("the callback of the app", () => {
  it("passes the console's address check", async () => {
    expect(await app.checkAddress()).toEqual({ status: 200, accepted: true });
  });

  it("hears what somebody writes, with an empty answer", async () => {
    const saying = { chatId: "direct:0254571", userId: "0254571", text: "待办" };
    expect(await app.say({ ...saying, messageId: "7301234567890123456" })).toEqual({ status: 200, body: "" });
    expect(received).toMatchObject([
      {
        message: {
          messageId: "7301234567890123456",
          chat: { kind: "direct" },
          sender: { id: "0254571" },
          text: "待办",
        },
      },
    ]);
    expect(world.messages).toMatchObject([{ chatId: "direct:0254571", from: "0254571", text: "待办" }]);
  });

  it("gets the same message again until it is answered with 200, three times in all", async () => {
    statuses = [500, 0, 503];
    await app.say({ chatId: "direct:0254571", userId: "0254571", text: "待办" });
    const ids = received.map((one) => (one.kind === "message" ? one.message.messageId : ""));
    expect([ids.length, new Set(ids).size]).toEqual([3, 1]);
  });

  it("hears a picture", async () => {
    await app.say({ chatId: "direct:0254571", userId: "0254571", text: "", pictures: 1 });
    expect(received).toMatchObject([{ message: { text: "", pictures: 1 } }]);
  });
});

describe("an app without a callback", () => {
  it("brings no buttons, because no press would be heard: the words stand there", () => {
    const address = { kind: "person", userId: "0254571" } as const;
    const steps: Block = { kind: "actions", steps: [{ command: "sign", id: 12 }], versions: { 12: 3 } };
    const card: Card = { blocks: [{ kind: "title", text: "新诉求 #12" }, steps] };
    expect(wecom.render(address, card)).toMatchObject([{ card: expect.anything() }]);
    const { callback: _none, ...deaf } = keys;
    const http = createHttpClient({ timeoutMs: 400, logger: createLogger("silent"), clock });
    const parts = createWecom({ botName: "茶叙", app: deaf, apiBase: base, clock, http }).render(address, card);
    expect(parts).toEqual([expect.not.objectContaining({ card: expect.anything() })]);
    expect(parts[0]?.text).toContain("签收 12");
  });
});

describe("the doctor's look at the app", () => {
  const examined = () => wecom.examine({ webhooks: false });
  const look = async () => (await examined()).map(({ right, text }) => `${right} ${text}`);

  it("finds it right, and posts nothing", async () => {
    expect(await look()).toEqual([
      expect.stringMatching(/^true WECOM_APP_TOKEN and WECOM_APP_ENCODING_AES_KEY have the right form$/),
      "true an access token came: WECOM_CORP_ID and WECOM_APP_SECRET are right",
      "true the app answers to WECOM_AGENT_ID",
    ]);
    expect(app.requests.map((one) => one.endpoint)).not.toContain("send");
  });

  it.each([
    ["token", { errcode: 40013 }, /^false .*40013.*Compare WECOM_CORP_ID and WECOM_APP_SECRET with .*自建应用/],
    ["token", "hang", /^false .*Let this machine reach WECOM_API_BASE/],
    ["agent", { errcode: 60020 }, /^false .*60020.*企业可信IP/],
    ["agent", { errcode: 40056 }, /^false .*40056.*Compare WECOM_AGENT_ID/],
  ] as const)("names what to mend when the %s is answered with %j", async (endpoint, failure, sentence) => {
    app.failNext(endpoint, failure);
    expect((await look()).at(-1)).toMatch(sentence);
    app.failNext(endpoint, failure);
    expect((await examined()).at(-1)?.zh).toMatch(/。请(?:对照「管理后台|让本机能访问|在「管理后台).*。$/);
  });
});
