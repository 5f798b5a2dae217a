import { describe, expect, it } from "vitest";
import type { RawRequest, Received } from "../../../../src/platforms/inbound.ts";
import { parseAppCallback } from "../../../../src/platforms/wecom/app-parse.ts";
import { createWecom } from "../../../../src/platforms/wecom/index.ts";
import { readXml } from "../../../../src/platforms/wecom/xml.ts";
import { sealAppCallback, sealAppEcho, xmlOf } from "../../../../src/sandbox/wecom-app-xml.ts";
import type { SealedCallback } from "../../../../src/sandbox/wecom-crypto.ts";

const keys = {
  corpId: "wwSample0123456789",
  agentId: "1000002",
  secret: "the-secret-of-the-app",
  callback: {
    token: "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo",
    encodingAesKey: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt",
  },
};
const now = new Date("2026-08-01T10:00:00+08:00");
const timestamp = now.getTime() / 1000;
const at = { timestamp, nonce: "n1" };
const nothing = () => Promise.reject(new Error("nothing is sent here"));
const wecom = createWecom({
  botName: "茶叙",
  app: keys,
  apiBase: "https://qyapi.weixin.qq.com",
  clock: { now: () => now },
  http: { postJson: nothing, postForm: nothing, getJson: nothing },
});

/** Text messages have these; 64 bits of MsgId do not fit into a number. */
const TEXT = {
  ToUserName: keys.corpId,
  FromUserName: "0254571",
  CreateTime: 1_785_549_600,
  MsgType: "text",
  Content: "进度 12",
  MsgId: "7301234567890123456",
  AgentID: "1000002",
};

function request(sealed: SealedCallback, changes: Partial<RawRequest> = {}): RawRequest {
  return { method: "POST", query: sealed.query, headers: {}, body: Buffer.from(sealed.body), ...changes };
}
const receive = (asked: RawRequest): Received => wecom.receive(asked, "app");
const deliver = (plain: string, when = at) => receive(request(sealAppCallback(keys, plain, when)));
const heard = (fields: Readonly<Record<string, unknown>>) => deliver(xmlOf({ ...TEXT, ...fields }));
const refused = (status: number) => ({ kind: "refused", status });

describe("the address check of the app", () => {
  const echo = sealAppEcho(keys, "1616140317555161061", at);
  const get = (query: Record<string, string>) => receive(request({ query, body: "" }, { method: "GET" }));

  it("is answered with exactly the decrypted text", () => {
    expect(get(echo.query)).toEqual({ kind: "handshake", body: "1616140317555161061" });
  });

  it("is refused with 401 when something is missing, wrong, late, or meant for another company", () => {
    const { msg_signature: _, ...unsigned } = echo.query;
    expect(get(unsigned)).toMatchObject(refused(401));
    expect(get({ ...echo.query, msg_signature: "0".repeat(40) })).toMatchObject(refused(401));
    expect(get(sealAppEcho(keys, "x", { ...at, timestamp: timestamp - 3601 }).query)).toMatchObject(refused(401));
    expect(get(sealAppEcho({ ...keys, corpId: "wwAnother" }, "x", at).query)).toMatchObject(refused(401));
    expect(get(sealAppEcho({ ...keys, corpId: "" }, "x", at).query)).toMatchObject(refused(401));
  });
});

describe("a message to the app", () => {
  it("is a direct message, with every id as it was written", () => {
    expect(deliver(xmlOf(TEXT))).toEqual({
      kind: "message",
      message: {
        platform: "wecom",
        messageId: "7301234567890123456",
        nonce: "n1",
        chat: { kind: "direct" },
        sender: { id: "0254571" },
        text: "进度 12",
        pictures: 0,
      },
    });
  });

  it("is read whatever white space stands around its elements", () => {
    const spaced = `\uFEFF \n${xmlOf(TEXT).replaceAll("\n", "\n  ").replace("</MsgId>", "</MsgId >")}\n`;
    expect(deliver(spaced)).toMatchObject({ message: { messageId: "7301234567890123456", text: "进度 12" } });
    const sealed = sealAppCallback(keys, xmlOf(TEXT), at);
    expect(receive(request({ ...sealed, body: `\n ${sealed.body} \n` }))).toMatchObject({ kind: "message" });
  });

  it("keeps what somebody writes that only looks like markup", () => {
    const said = "诉求 <!DOCTYPE x> &lt;b&gt; ]]> 停电";
    expect(heard({ Content: said })).toMatchObject({ message: { text: said } });
  });

  it.each([
    ["a picture", { MsgType: "image", PicUrl: "http://127.0.0.1/p", Content: "" }, { text: "", pictures: 1 }],
    ["a voice with its words", { MsgType: "voice", Recognition: "诉求 停电" }, { text: "诉求 停电", pictures: 0 }],
    ["a voice without words", { MsgType: "voice", Content: "" }, { text: "", unreadable: "voice" }],
    ["a place", { MsgType: "location", Label: "长沙" }, { unreadable: "location" }],
    ["a document without an id", { MsgType: "file" }, { unreadable: "file" }],
    [
      "a document",
      { MsgType: "file", MediaId: "m1", Title: "清单.xlsx", Content: "" },
      { text: "", media: [{ kind: "file", name: "清单.xlsx", source: { by: "media-id", id: "m1" } }] },
    ],
    ["an upper-case kind", { MsgType: "TEXT" }, { text: "进度 12" }],
    ["a kind of strange letters", { MsgType: "新的" }, { unreadable: "of an unknown kind" }],
  ])("of %s is what it is", (_what, fields, message) => {
    expect(heard(fields)).toMatchObject({ kind: "message", message });
  });

  it("of no person, or without an id, is ignored", () => {
    expect(heard({ FromUserName: "sys" })).toMatchObject({ kind: "ignored" });
    expect(heard({ FromUserName: "" })).toMatchObject({ kind: "ignored" });
    expect(heard({ MsgId: "" })).toMatchObject({ kind: "ignored" });
  });
});

describe("an event of the app", () => {
  it("is ignored, and its name counts without case", () => {
    for (const Event of ["LOCATION", "Click", "template_card_event", "change_contact"]) {
      expect(heard({ MsgType: "event", Event })).toEqual({ kind: "ignored", reason: `event ${Event.toLowerCase()}` });
    }
  });

  it("is known again by who caused it and when, because it has no id", () => {
    const plain = xmlOf({ ...TEXT, MsgType: "event", Event: "Template_Card_Event", TaskId: "t1", ResponseCode: "r1" });
    expect(parseAppCallback(plain, "n1", "茶叙")).toMatchObject({
      kind: "event",
      name: "template_card_event",
      id: "0254571 1785549600",
      fields: { TaskId: "t1", ResponseCode: "r1" },
    });
  });
});

describe("what another than the platform sends", () => {
  it("is refused with 401 when it is not signed, late, or meant for another company", () => {
    const sealed = sealAppCallback(keys, xmlOf(TEXT), at);
    expect(receive(request(sealed, { query: {} }))).toMatchObject(refused(401));
    const wrong = { ...sealed.query, msg_signature: "0".repeat(40) };
    expect(receive(request(sealed, { query: wrong }))).toMatchObject(refused(401));
    expect(receive(request({ ...sealed, body: xmlOf(TEXT) }))).toMatchObject(refused(401));
    expect(receive(request({ ...sealed, body: '{"encrypt":"x"}' }))).toMatchObject(refused(401));
    expect(receive(request({ ...sealed, body: "" }))).toMatchObject(refused(401));
    expect(deliver(xmlOf(TEXT), { ...at, timestamp: timestamp - 3601 })).toMatchObject(refused(401));
    expect(receive(request(sealAppCallback({ ...keys, corpId: "wwAnother" }, xmlOf(TEXT), at)))).toMatchObject(
      refused(401),
    );
  });

  it("is refused with 400 when it is signed and no message", () => {
    expect(deliver("no XML")).toMatchObject(refused(400));
    expect(deliver("<xml></xml>")).toMatchObject(refused(400));
    expect(deliver("<xml><MsgType>text</xml>")).toMatchObject(refused(400));
    expect(deliver(xmlOf({ Content: "x" }))).toMatchObject(refused(400));
    const other = { ...keys, callback: { ...keys.callback, encodingAesKey: "a".repeat(43) } };
    expect(receive(request(sealAppCallback(other, xmlOf(TEXT), at)))).toMatchObject(refused(400));
  });

  it("without an app configured is refused", () => {
    const bare = createWecom({
      ...{ botName: "茶叙", apiBase: "https://qyapi.weixin.qq.com" },
      clock: { now: () => now },
      http: { postJson: nothing, postForm: nothing, getJson: nothing },
    });
    expect(bare.receive(request(sealAppCallback(keys, xmlOf(TEXT), at)), "app")).toMatchObject(refused(401));
    expect(bare.doors).toEqual([]);
    expect(wecom.doors).toEqual(["app"]);
  });
});

describe("an XML bomb", () => {
  const entities = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
  const laughs = `<!DOCTYPE x [<!ENTITY l0 "ha">${entities.join("")}]><xml><MsgType>&l9;</MsgType></xml>`;
  const BOMBS: readonly (readonly [string, string])[] = [
    ["of entities", laughs],
    ["of a foreign file", '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><MsgType>&f;</MsgType></xml>'],
    ["of depth", `<xml>${"<a>".repeat(100_000)}`],
    ["of width", `<xml>${"<a></a>".repeat(20_000)}</xml>`],
    ["of length", `<xml><MsgType>${"a".repeat(900_000)}</MsgType></xml>`],
  ];

  it.each(BOMBS)("%s is refused with 400 at once, inside and outside", (_what, bomb) => {
    const began = performance.now();
    expect(deliver(bomb)).toMatchObject(refused(400));
    const signed = sealAppCallback(keys, xmlOf(TEXT), at);
    expect(receive(request({ ...signed, body: bomb }))).toMatchObject(refused(400));
    expect(performance.now() - began).toBeLessThan(500);
  });

  it("that no parameter signs is not even read", () => {
    expect(receive(request({ query: {}, body: laughs }))).toMatchObject(refused(401));
  });

  it("leaves entities as they are written", () => {
    expect(readXml("<xml><A>&lt;&#65;&x;</A></xml>")).toEqual({ kind: "xml", fields: { A: "&lt;&#65;&x;" } });
  });

  it("changes no object that is not its own", () => {
    const read = readXml("<xml><__proto__><admin>1</admin></__proto__><constructor>1</constructor><A>1</A></xml>");
    expect(read.kind === "xml" ? Object.keys(read.fields) : []).not.toContain("admin");
    expect("admin" in {}).toBe(false);
  });
});
