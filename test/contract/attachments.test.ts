import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDingtalk } from "../../src/platforms/dingtalk/index.ts";
import { createHttpClient } from "../../src/platforms/http-client.ts";
import {
  type Address,
  type Attachment,
  MOST_REQUESTS_WITH_ATTACHMENT,
  type Part,
  type Platform,
} from "../../src/platforms/platform.ts";
import { createWecom } from "../../src/platforms/wecom/index.ts";
import { type DingtalkFailure, DingtalkServer } from "../../src/sandbox/dingtalk-server.ts";
import { type WebhookFailure, WecomServer } from "../../src/sandbox/wecom-server.ts";
import { World } from "../../src/sandbox/world.ts";
import type { Logger } from "../../src/shared/logger.ts";

/** Pictures and files on both platforms, against doubles with the real rules. */

const APP = { clientId: "dingclient", clientSecret: "this is a secret", robotCode: "dingrobot" };
const DAY_MS = 24 * 3_600_000;
/** As little as a picture needs for its type to be known. */
const PNG = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(2000, 7)]);
const PICTURE: Attachment = { kind: "picture", name: "趋势.png", mime: "image/png", bytes: PNG, caption: "趋势图" };
const FILE: Attachment = {
  kind: "file",
  name: "诉求办理月报-2026-10.docx",
  mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  bytes: Buffer.from("PK a document"),
  caption: "月报",
};

const clock = { ms: 0, now: () => new Date(clock.ms) };
let logged: string;
let world: World;

beforeEach(() => {
  clock.ms = Date.parse("2026-11-23T08:30:00+08:00");
  logged = "";
  world = new World(clock.now);
});

function http() {
  const write = (facts: object, text: string) => {
    logged += `${JSON.stringify(facts)} ${text}\n`;
  };
  const logger: Logger = { debug: write, info: write, warn: write, error: write };
  return createHttpClient({ timeoutMs: 300, logger, clock });
}

function part(attachment: Attachment): Part {
  return { title: attachment.caption, text: attachment.caption, mentions: [], attachment };
}

/** What was shown last: its kind and bytes. */
function shown() {
  const last = world.messages.at(-1);
  const file = world.media.get(last?.media?.id ?? "");
  return { chatId: last?.chatId, format: last?.format, name: file?.name, bytes: file?.bytes };
}

describe("WeCom", () => {
  let sim: WecomServer;
  let wecom: Platform;
  let group: Extract<Address, { kind: "group" }>;

  beforeEach(async () => {
    const member = { platform: "wecom" as const, kind: "group" as const, members: [] };
    world.chats.push({ ...member, id: "wrA", name: "督办群", webhookKey: "secretkey1" });
    world.chats.push({ ...member, id: "wrB", name: "企业群", webhookKey: "secretkey2" });
    const keys = { token: "token", encodingAesKey: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt" };
    sim = new WecomServer({ world, clock, ...keys, botName: "茶叙", callbackUrl: () => "http://127.0.0.1:1" });
    const base = await sim.listen();
    wecom = createWecom({ botName: "茶叙", apiBase: base, clock, http: http() });
    group = { kind: "group", chatId: "wrA", webhook: `${base}/cgi-bin/webhook/send?key=secretkey1` };
  });
  afterEach(() => sim.close());

  it("shows a picture from within the message, with the MD5 of its bytes", async () => {
    expect(await wecom.send(group, part(PICTURE))).toEqual({ state: "sent" });
    expect(shown()).toMatchObject({ chatId: "wrA", format: "picture", bytes: PNG });
    const md5 = createHash("md5").update(PNG).digest("hex");
    expect(sim.requests).toMatchObject([
      { body: { msgtype: "image", image: { base64: PNG.toString("base64"), md5 } } },
    ]);
  });

  it("uploads a file to the webhook's own address, then shows it under its name", async () => {
    expect(await wecom.send(group, part(FILE))).toEqual({ state: "sent" });
    expect(shown()).toEqual({ chatId: "wrA", format: "file", name: FILE.name, bytes: FILE.bytes });
    expect(sim.requests.map((one) => one.body)).toEqual([
      { type: "file", name: FILE.name, size: FILE.bytes.length },
      { msgtype: "file", file: { media_id: expect.any(String) } },
    ]);
  });

  it("carries them in groups with a webhook, and nowhere else", () => {
    const { webhook: _, ...bare } = group;
    const reply = { kind: "reply" as const, url: "", expiresAt: clock.now(), tried: 0, fallback: group };
    for (const kind of ["picture", "file"] as const) {
      expect(wecom.carries(group, kind)).toBe(true);
      expect(wecom.carries(reply, kind)).toBe(true);
      for (const none of [bare, { kind: "person", userId: "x" }, { ...reply, fallback: null }] as const) {
        expect(wecom.carries(none, kind)).toBe(false);
      }
    }
  });

  it.each<[string, Attachment, string]>([
    ["no picture", { ...PICTURE, bytes: Buffer.from("GIF89a, not PNG") }, "40123"],
    ["more than 2 MB", { ...PICTURE, bytes: Buffer.concat([PNG, Buffer.alloc(2 * 1024 * 1024)]) }, "40009"],
    ["a file of five bytes", { ...FILE, bytes: Buffer.from("12345") }, "40006"],
  ])("gives up what it refuses: %s", async (_what, attachment, code) => {
    const result = await wecom.send(group, part(attachment));
    expect(result).toMatchObject({ state: "gave-up", reason: expect.stringContaining(code) });
    expect(world.messages).toEqual([]);
  });

  it.each<[string, WebhookFailure, string]>([
    ["busy", { errcode: -1 }, "later"],
    ["too fast", { errcode: 45009 }, "later"],
    ["a broken server", { status: 502 }, "later"],
    ["no answer", "hang", "later"],
    ["the robot was removed", { errcode: 93000 }, "gave-up"],
    ["an answer without errcode", { status: 200, body: "{}" }, "later"],
    ["success without a media id", { status: 200, body: '{"errcode":0}' }, "later"],
    ["another program's success", { status: 200, body: '{"code":0,"media_id":"m"}' }, "later"],
  ])("an upload that meets %s shows nothing, so it is never unknown", async (_what, failure, state) => {
    sim.failNext(failure);
    expect(await wecom.send(group, part(FILE))).toMatchObject({ state });
    expect(sim.requests).toHaveLength(1);
    expect(world.messages).toEqual([]);
  });

  it("does not know what became of a message without an answer", async () => {
    sim.failNext("cut-after");
    expect(await wecom.send(group, part(PICTURE))).toMatchObject({ state: "unknown" });
    expect(world.messages).toHaveLength(1);
  });

  it("posts nothing to an address that is not WeCom's", async () => {
    const inside = { ...group, webhook: "https://169.254.169.254/send?key=secretkey1" };
    expect(await wecom.send(inside, part(FILE))).toMatchObject({ state: "gave-up" });
    expect(sim.requests).toEqual([]);
  });

  it("keeps key and content out of log and reasons", async () => {
    sim.failNext({ errcode: 93000, errmsg: "invalid webhook url key=secretkey1" });
    const refused = await wecom.send(group, part(FILE));
    await wecom.send(group, part(PICTURE));
    expect(logged).not.toBe("");
    expect(logged + JSON.stringify(refused)).not.toMatch(/secretkey1|月报|document|iVBOR/u);
  });

  it("the double itself: a wrong MD5, another webhook's upload and one of three days ago are refused", async () => {
    const post = async (key: string, body: object) => {
      const url = `${group.webhook?.replace("secretkey1", key)}`;
      return (await (await fetch(url, { method: "POST", body: JSON.stringify(body) })).json()) as { errcode: number };
    };
    const image = { base64: PNG.toString("base64"), md5: "0".repeat(32) };
    expect(await post("secretkey1", { msgtype: "image", image })).toMatchObject({ errcode: 301019 });
    await wecom.send(group, part(FILE));
    const body = sim.requests.at(-1)?.body as object;
    expect(await post("secretkey1", body)).toMatchObject({ errcode: 0 });
    expect(await post("secretkey2", body)).toMatchObject({ errcode: 40007 });
    clock.ms += 3 * DAY_MS;
    expect(await post("secretkey1", body)).toMatchObject({ errcode: 40007 });
  });
});

describe("DingTalk", () => {
  const group: Address = { kind: "group", chatId: "cidA==" };
  const person: Address = { kind: "person", userId: "0254571" };
  let server: DingtalkServer;
  let dingtalk: Platform;
  let base: string;

  beforeEach(async () => {
    world.people.push({ platform: "dingtalk", userId: "0254571", name: "王建国", about: "" });
    const chat = { platform: "dingtalk" as const, kind: "group" as const, members: [] };
    world.chats.push({ ...chat, id: "cidA==", name: "供电公司群" });
    server = new DingtalkServer({ world, clock, ...APP, botName: "茶叙", callbackUrl: () => "http://127.0.0.1:1" });
    base = await server.listen();
    dingtalk = createDingtalk({ botName: "茶叙", app: APP, apiBase: base, oapiBase: base, clock, http: http() });
  });
  afterEach(() => server.close());

  const calls = () => server.requests.map((one) => one.endpoint);
  const message = () => {
    const body = server.requests.at(-1)?.body as { msgKey?: string; msgParam?: string };
    return [body.msgKey, JSON.parse(body.msgParam ?? "{}")];
  };

  it.each([group, person])("uploads a picture, then shows it by its media id: %j", async (address) => {
    const result = await dingtalk.send(address, part(PICTURE));
    expect(result).toEqual({ state: "sent", key: world.messages[0]?.key });
    expect(shown()).toMatchObject({ format: "picture", bytes: PNG });
    expect(message()).toEqual(["sampleImageMsg", { photoURL: expect.stringMatching(/^@/) }]);
    expect(server.requests[1]).toMatchObject({
      endpoint: "upload",
      query: { type: "image" },
      body: { size: PNG.length },
    });
  });

  it("uploads a file, then shows it with name and type", async () => {
    expect(await dingtalk.send(group, part(FILE))).toMatchObject({ state: "sent" });
    expect(shown()).toMatchObject({ chatId: "cidA==", format: "file", name: FILE.name, bytes: FILE.bytes });
    const mediaId = expect.stringMatching(/^@/);
    expect(message()).toEqual(["sampleFile", { mediaId, fileName: FILE.name, fileType: "docx" }]);
  });

  it("carries them by its APIs, not by webhooks and reply addresses, and not without an app", () => {
    const hook: Address = { kind: "group", chatId: "cidA==", webhook: server.webhookUrl("hook") };
    const reply: Address = { kind: "reply", url: "", expiresAt: clock.now(), tried: 0, fallback: null };
    const bare = createDingtalk({ botName: "茶叙", apiBase: base, oapiBase: base, clock, http: http() });
    for (const kind of ["picture", "file"] as const) {
      expect([group, person, hook, reply].map((one) => dingtalk.carries(one, kind))).toEqual([
        true,
        true,
        false,
        false,
      ]);
      expect([group, person].map((one) => bare.carries(one, kind))).toEqual([false, false]);
    }
  });

  it("gets another token when the upload's was refused, once", async () => {
    await dingtalk.send(group, part(PICTURE));
    server.expireToken();
    const before = calls().length;
    expect(await dingtalk.send(group, part(PICTURE))).toMatchObject({ state: "sent" });
    expect(calls().slice(before)).toEqual(["upload", "token", "upload", "group"]);
    server.failNext("upload", { body: { errcode: 40014, errmsg: "不合法的access_token" } }, 9);
    const again = calls().length;
    expect(await dingtalk.send(group, part(PICTURE))).toMatchObject({ state: "later" });
    expect(calls().slice(again)).toEqual(["upload", "token", "upload"]);
  });

  it("takes no more requests than its time is reckoned for", async () => {
    const refused = { body: { errcode: 40014, errmsg: "不合法的access_token" } };
    server.failNext("upload", refused);
    server.failNext("group", refused);
    expect(await dingtalk.send(group, part(FILE))).toMatchObject({ state: "sent" });
    expect(calls()).toEqual(["token", "upload", "token", "upload", "group", "token", "group"]);
    expect(calls()).toHaveLength(MOST_REQUESTS_WITH_ATTACHMENT);
  });

  it.each([
    { errcode: 88, errmsg: "ding talk error[subcode=40014,submsg=x]", sub_code: "40014" },
    { errcode: 88, errmsg: "ding talk error[subcode=40014,submsg=x]" },
  ])("gets another token when the refusal is wrapped: %j", async (body) => {
    server.failNext("upload", { body });
    expect(await dingtalk.send(group, part(PICTURE))).toMatchObject({ state: "sent" });
    expect(calls()).toEqual(["token", "upload", "token", "upload", "group"]);
  });

  it.each<[string, DingtalkFailure, string]>([
    ["busy", { body: { errcode: -1, errmsg: "系统繁忙" } }, "later"],
    ["too fast", { body: { errcode: 90018, errmsg: "qps" } }, "later"],
    ["a wrapping with nothing in it", { body: { errcode: 88, errmsg: "ding talk error" } }, "unsure"],
    ["a wrapped «too fast»", { body: { errcode: 88, sub_code: "90018", sub_msg: "qps" } }, "later"],
    ["a broken server", { status: 500 }, "later"],
    ["a gateway's page", { status: 200, body: "<html>" }, "later"],
    ["no answer", "hang", "later"],
    ["a cut after it", "cut-after", "later"],
    ["success without a media id", { body: { errcode: 0 } }, "later"],
    ["another program's success", { body: { code: 0, media_id: "m" } }, "later"],
  ])("an upload that meets %s shows nothing, so it is never unknown", async (_what, failure, state) => {
    server.failNext("upload", failure);
    const result = await dingtalk.send(group, part(PICTURE));
    expect(result).toMatchObject({ state, reason: expect.stringContaining("upload") });
    expect(calls()).toEqual(["token", "upload"]);
    expect(world.messages).toEqual([]);
  });

  it.each<[string, Attachment]>([
    ["what is no picture", { ...PICTURE, bytes: Buffer.from("%PDF") }],
    ["a file of a type that it does not know", { ...FILE, name: "a.exe" }],
  ])("gives up what it refuses: %s", async (_what, attachment) => {
    expect(await dingtalk.send(group, part(attachment))).toMatchObject({ state: "gave-up" });
    expect(world.messages).toEqual([]);
  });

  it("keeps token and content out of log and reasons", async () => {
    server.failNext("upload", { body: { errcode: 40006, errmsg: "不合法的文件大小" } });
    const refused = await dingtalk.send(group, part(FILE));
    await dingtalk.send(group, part(FILE));
    const token = server.requests.at(-1)?.token ?? "";
    expect(token).not.toBe("");
    expect(logged).toContain("a platform answered");
    expect(logged + JSON.stringify(refused)).not.toMatch(new RegExp(`${token}|月报|document`, "u"));
  });

  it("the double itself refuses a media id that it did not give out", async () => {
    await dingtalk.send(group, part(PICTURE));
    const { token, body } = server.requests.at(-1) ?? { token: "", body: {} };
    const msgParam = JSON.stringify({ photoURL: "@unknown" });
    const response = await fetch(`${base}/v1.0/robot/groupMessages/send`, {
      method: "POST",
      headers: { "x-acs-dingtalk-access-token": token },
      body: JSON.stringify({ ...(body as object), msgParam }),
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ code: "invalidParameter.msgParam.invalid" }),
    ]);
  });
});
