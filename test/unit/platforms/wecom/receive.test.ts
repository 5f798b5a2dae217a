import { readFileSync } from "node:fs";
import { encrypt, getSignature } from "@wecom/crypto";
import { describe, expect, it } from "vitest";
import { say } from "../../../../src/messages/card.ts";
import type { PassiveReply, RawRequest, Received } from "../../../../src/platforms/inbound.ts";
import { createWecom } from "../../../../src/platforms/wecom/index.ts";
import { openReply, type SealedCallback, sealCallback, sealEcho } from "../../../../src/sandbox/wecom-crypto.ts";

const keys = {
  token: "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo",
  encodingAesKey: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt",
};
const now = new Date("2026-08-01T10:00:00+08:00");
const timestamp = now.getTime() / 1000;
const options = {
  botName: "茶叙",
  apiBase: "https://qyapi.weixin.qq.com",
  clock: { now: () => now },
  http: {
    postJson: () => Promise.reject(new Error("nothing is sent here")),
    postForm: () => Promise.reject(new Error("nothing is sent here")),
    getJson: () => Promise.reject(new Error("nothing is sent here")),
  },
};
const wecom = createWecom({ ...options, bot: keys });

const text = readFileSync(new URL("../../../fixtures/wecom/text-group.json", import.meta.url), "utf8");
const refresh = readFileSync(new URL("../../../fixtures/wecom/stream-refresh.json", import.meta.url), "utf8");

function request(sealed: SealedCallback, changes: Partial<RawRequest> = {}): RawRequest {
  return { method: "POST", query: sealed.query, headers: {}, body: Buffer.from(sealed.body), ...changes };
}
const callback = (plain: string, at: { timestamp?: number; nonce?: string } = {}) =>
  request(sealCallback(keys, plain, { timestamp, nonce: "n1", ...at }));
const refused = (status: number) => ({ kind: "refused", status });

function passiveOf(received: Received): PassiveReply {
  if (!("passive" in received) || !received.passive) throw new Error("no passive reply");
  return received.passive;
}

describe("the address check", () => {
  const echo = sealEcho(keys, "1616140317555161061", { timestamp, nonce: "n1" });
  const get = (query: Record<string, string>) => wecom.receive(request({ query, body: "" }, { method: "GET" }), "bot");

  it("is answered with exactly the decrypted text", () => {
    expect(get(echo.query)).toEqual({ kind: "handshake", body: "1616140317555161061" });
  });

  it("survives a plus sign that became a space", () => {
    for (let tries = 0; ; tries++) {
      const { query } = sealEcho(keys, `text ${tries}`, { timestamp, nonce: "n1" });
      if (!query["echostr"]?.includes("+")) continue;
      const spaced = { ...query, echostr: query["echostr"].replaceAll("+", " ") };
      expect(get(spaced)).toEqual({ kind: "handshake", body: `text ${tries}` });
      return;
    }
  });

  it("is refused with 401 when anything of it is missing, wrong or meant for another", () => {
    const { echostr, ...without } = echo.query;
    expect(get(without)).toMatchObject(refused(401));
    expect(get({ ...echo.query, msg_signature: "0".repeat(40) })).toMatchObject(refused(401));
    const foreign = encrypt(keys.encodingAesKey, "x", "wx5823bf96d3bd56c7");
    const msg_signature = getSignature(keys.token, timestamp, "n1", foreign);
    expect(get({ ...echo.query, echostr: foreign, msg_signature })).toMatchObject(refused(401));
  });
});

describe("a message callback", () => {
  it("becomes a message with the nonce of its address", () => {
    expect(wecom.receive(callback(text), "bot")).toMatchObject({
      kind: "message",
      message: { text: "诉求 三车间昨晚停电两次", nonce: "n1", sender: { id: "zhouchangyou" } },
    });
  });

  it("is refused with 401 without signature, timestamp or nonce", () => {
    const good = callback(text);
    for (const name of ["msg_signature", "timestamp", "nonce"]) {
      expect(wecom.receive({ ...good, query: { ...good.query, [name]: "" } }, "bot"), name).toMatchObject(refused(401));
    }
    expect(wecom.receive({ ...good, query: {} }, "bot")).toMatchObject(refused(401));
  });

  it("is refused with 401 when it is not encrypted, so not signed", () => {
    for (const body of [text, "", "[]", "null", "{", '{"encrypt":5}', '{"encrypt":""}', "<xml/>"]) {
      expect(wecom.receive({ ...callback(text), body: Buffer.from(body) }, "bot"), body).toMatchObject(refused(401));
    }
  });

  it("is refused with 401 when signature, content, timestamp or nonce were changed", () => {
    const good = callback(text);
    const other = callback(text);
    expect(wecom.receive({ ...good, body: other.body }, "bot")).toMatchObject(refused(401));
    for (const [name, value] of Object.entries({ nonce: "n2", timestamp: `${timestamp + 1}`, msg_signature: "签名" })) {
      expect(wecom.receive({ ...good, query: { ...good.query, [name]: value } }, "bot"), name).toMatchObject(
        refused(401),
      );
    }
  });

  it("is accepted within one hour of the clock, and refused with 401 beyond it in both directions", () => {
    for (const seconds of [-3600, 3600]) {
      expect(wecom.receive(callback(text, { timestamp: timestamp + seconds }), "bot")).toMatchObject({
        kind: "message",
      });
    }
    for (const seconds of [-3601, 3601, -timestamp, 1e9]) {
      expect(wecom.receive(callback(text, { timestamp: timestamp + seconds }), "bot")).toMatchObject(refused(401));
    }
    expect(wecom.receive(callback(text, { timestamp: timestamp * 1000 }), "bot")).toMatchObject(refused(401));
    expect(wecom.receive(callback(text, { timestamp: timestamp + 0.5 }), "bot")).toMatchObject(refused(401));
  });

  it("is refused with 400 when it is verified but cannot be decrypted or parsed", () => {
    const other = { ...keys, encodingAesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C" };
    const sealed = sealCallback(other, text, { timestamp, nonce: "n1" });
    expect(wecom.receive(request(sealed), "bot")).toMatchObject(refused(400));
    for (const plain of ["", "<xml/>", "{", "[]", "{}"]) {
      expect(wecom.receive(callback(plain), "bot"), plain).toMatchObject(refused(400));
    }
  });

  it("is refused with 401 when it is meant for another receiveid", () => {
    const encrypted = encrypt(keys.encodingAesKey, text, "wx5823bf96d3bd56c7");
    const query = {
      msg_signature: getSignature(keys.token, timestamp, "n1", encrypted),
      timestamp: `${timestamp}`,
      nonce: "n1",
    };
    const sealed = { query, body: JSON.stringify({ encrypt: encrypted }) };
    expect(wecom.receive(request(sealed), "bot")).toMatchObject(refused(401));
  });

  it("is refused when no bot is configured", () => {
    expect(createWecom(options).receive(callback(text), "bot")).toMatchObject(refused(401));
  });

  it("gives no content away in the reason of a refusal", () => {
    const received = wecom.receive(callback('{"三车间":"停电"}'), "bot");
    expect(JSON.stringify(received)).not.toMatch(/停电|车间/);
  });
});

describe("the reply in the response", () => {
  const streamOf = (body: string, nonce: string) => openReply(keys, body, nonce)?.["stream"];

  it("is a finished stream under the callback's nonce", () => {
    const passive = passiveOf(wecom.receive(callback(text), "bot"));
    expect(openReply(keys, passive.encode(say("已登记"), true), "n1")).toEqual({
      msgtype: "stream",
      stream: { id: passive.streamId, finish: true, content: "已登记" },
    });
  });

  it("says that the text will follow, or is empty when there is nothing to say", () => {
    const passive = passiveOf(wecom.receive(callback(text), "bot"));
    expect(streamOf(passive.encode(null, false), "n1")).toMatchObject({ finish: false, content: "正在办理…" });
    expect(passive.encode(null, true)).toBe("");
  });

  it("has the same stream id for every repeat of a message, and another one for another message", () => {
    const idOf = (plain: string, nonce: string) => passiveOf(wecom.receive(callback(plain, { nonce }), "bot")).streamId;
    expect(idOf(text, "n1")).toBe(idOf(text, "n2"));
    expect(idOf(text.replace("CAIQ", "CAIR"), "n1")).not.toBe(idOf(text, "n1"));
  });

  it("continues the stream that a refresh asks for", () => {
    const received = wecom.receive(callback(refresh, { nonce: "n7" }), "bot");
    expect(received).toMatchObject({ kind: "refresh", streamId: "STREAMSAMPLE0001" });
    expect(streamOf(passiveOf(received).encode(say("好了"), true), "n7")).toEqual({
      id: "STREAMSAMPLE0001",
      finish: true,
      content: "好了",
    });
  });
});
