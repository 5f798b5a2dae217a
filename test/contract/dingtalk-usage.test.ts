import { createHmac } from "node:crypto";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDingtalk } from "../../src/platforms/dingtalk/index.ts";
import { createHttpClient } from "../../src/platforms/http-client.ts";
import type { RawRequest } from "../../src/platforms/inbound.ts";
import type { Address, Platform, Quota } from "../../src/platforms/platform.ts";
import { DingtalkServer } from "../../src/sandbox/dingtalk-server.ts";
import { World } from "../../src/sandbox/world.ts";
import { systemClock } from "../../src/shared/clock.ts";

const CREDENTIALS = { clientId: "dingclient", clientSecret: "this is a secret", robotCode: "dingrobot" };
const API = "dingtalk:api";
const STREAM = "dingtalk:webhook-stream";
const PART = { title: "标题", text: "您好", mentions: [] };
const clock = systemClock;

let server: DingtalkServer;
let platform: Platform;
let uses: Quota[];
let quotaOf: (address: Address) => Quota | undefined;

beforeEach(async () => {
  const world = new World(clock.now);
  world.people.push({ platform: "dingtalk", userId: "0254571", name: "王建国", about: "供电公司 负责人" });
  world.chats.push(
    { platform: "dingtalk", id: "cid1==", name: "供电公司群", kind: "group", members: ["0254571"], webhookKey: "hook" },
    { platform: "dingtalk", id: "direct:0254571", name: "王建国", kind: "direct", members: ["0254571"] },
  );
  server = new DingtalkServer({ world, clock, ...CREDENTIALS, botName: "茶叙", callbackUrl: () => "" });
  const base = await server.listen();
  uses = [];
  const http = createHttpClient({ timeoutMs: 300, logger: pino({ level: "silent" }), clock });
  const bases = { apiBase: base, oapiBase: base };
  const onUse = (quota: Quota) => void uses.push(quota);
  platform = createDingtalk({ botName: "茶叙", app: CREDENTIALS, ...bases, clock, http, onUse });
  quotaOf = (address) => platform.budget(address).quota;
});
afterEach(() => server.close());

const group: Address = { kind: "group", chatId: "cid1==" };
const person: Address = { kind: "person", userId: "0254571" };
const hook = (): Address => ({ kind: "group", chatId: "cid1==", webhook: server.webhookUrl("hook") });
const reply = (): Address => ({ kind: "reply", ...server.sessionFor("cid1=="), tried: 0, fallback: group });

describe("what DingTalk counts by the month", () => {
  it("is each call of the API but the token's, an upload and what is tried again with another token too", async () => {
    await platform.send(group, PART);
    await platform.send(person, PART);
    expect(uses).toEqual([API, API]);
    const file = { kind: "file", name: "月报.docx", mime: "x/y", bytes: Buffer.from("x"), caption: "月报" } as const;
    await platform.send(person, { ...PART, attachment: file });
    expect(uses).toEqual([API, API, API, API]);
    server.expireToken();
    await platform.send(group, PART);
    expect(uses).toHaveLength(6);
  });

  it("is each post to a webhook and to a reply address", async () => {
    await platform.send(hook(), PART);
    await platform.send(reply(), PART);
    expect(uses).toEqual([STREAM, STREAM]);
  });

  it("is each message that comes in, and not what is not signed", () => {
    const request = signedRequest();
    expect(platform.receive(request, "robot").kind).toBe("message");
    expect(platform.receive({ ...request, headers: {} }, "robot").kind).toBe("refused");
    expect(uses).toEqual([STREAM]);
  });

  it("is not what never left, nor what was refused for its pace", async () => {
    const code = "Forbidden.AccessDenied.QpsLimitForApi";
    server.failNext("group", { status: 403, body: { code, message: "slow down", requestid: "r" } });
    await platform.send(group, PART);
    expect(uses).toEqual([]);
    server.failNext("group", "cut-after");
    await platform.send(group, PART);
    expect(uses).toEqual([API]);
    await server.close();
    await platform.send(group, PART);
    expect(uses).toEqual([API]);
  });

  it("is named of each address, so that what runs short can be saved", async () => {
    expect([group, person, hook(), reply()].map(quotaOf)).toEqual([API, API, STREAM, STREAM]);
    expect(quotaOf({ kind: "reply", url: "", expiresAt: new Date(0), tried: 0, fallback: person })).toBe(API);
  });
});

/** A signed callback, as the platform would send it. */
function signedRequest(): RawRequest {
  const timestamp = String(clock.now().getTime());
  const { clientSecret } = CREDENTIALS;
  const sign = createHmac("sha256", clientSecret).update(`${timestamp}\n${clientSecret}`).digest("base64");
  const body = { msgId: "m1", conversationType: "1", senderStaffId: "0254571", text: { content: "待办" } };
  return { method: "POST", query: {}, headers: { timestamp, sign }, body: Buffer.from(JSON.stringify(body)) };
}
