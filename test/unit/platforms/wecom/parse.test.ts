import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCallback } from "../../../../src/platforms/wecom/parse.ts";

const folder = new URL("../../../fixtures/wecom/", import.meta.url);
const fixture = (name: string) => readFileSync(new URL(`${name}.json`, folder), "utf8");
const parse = (plain: string | object) =>
  parseCallback(typeof plain === "string" ? plain : JSON.stringify(plain), "n1", "茶叙");

const group = { kind: "group", id: "wrSAMPLEgroup0001AbCd" };
const direct = { kind: "direct" };
const message = (fields: object) => ({
  kind: "message",
  message: {
    platform: "wecom",
    messageId: "CAIQ16HMjQYY/NGagIOAgAMgq4KM0AI=",
    nonce: "n1",
    chat: direct,
    sender: { id: "zhouchangyou" },
    text: "",
    pictures: 0,
    ...fields,
  },
});
const ignored = (reason: string) => ({ kind: "ignored", reason });

/** What can be fetched of a message, by its address. */
const at = (kind: "picture" | "file", ...names: string[]) => ({
  media: names.map((name) => ({
    kind,
    source: { by: "url", url: `https://ww-aibot-img.example.com/${name}?sign=SAMPLE` },
  })),
});

const expected: Record<string, object> = {
  "text-group": message({ chat: group, text: "诉求 三车间昨晚停电两次" }),
  "text-single": message({ text: "待办" }),
  "text-single-with-chatid": message({ text: "待办" }),
  "text-quote-text": message({ chat: group, text: "签收", quote: { text: "#12 三车间昨晚停电两次" } }),
  "text-quote-mixed": message({ chat: group, text: "这件", quote: { text: "#12 停电" } }),
  "text-quote-image": message({ chat: group, text: "看看", quote: {} }),
  "text-quote-voice": message({ text: "补充 12 见语音", quote: { text: "昨晚又停了" } }),
  "text-quote-file": message({ text: "看看", quote: {} }),
  "text-quote-video": message({ text: "看看", quote: {} }),
  "mixed-group": message({ chat: group, text: "诉求 门口积水\n见图", pictures: 2, ...at("picture", "m1", "m2") }),
  "mixed-with-file-item": message({ chat: group, text: "诉求 门口积水", ...at("file", "m3") }),
  "image-single": message({ pictures: 1, ...at("picture", "i1") }),
  "voice-single": message({ text: "诉求 门口积水" }),
  "voice-single-empty": message({ unreadable: "voice" }),
  "file-single": message(at("file", "f1")),
  "video-single": message({ unreadable: "video" }),
  "location-single": message({ unreadable: "location" }),
  "stream-refresh": { kind: "refresh", streamId: "STREAMSAMPLE0001" },
  "event-enter-chat": ignored("event enter_chat"),
  "event-template-card": {
    kind: "press",
    message: {
      platform: "wecom",
      messageId: "CAIQ16HMjQYY/NGagIOAgAMgq4KM0AI=",
      nonce: "n1",
      chat: group,
      sender: { id: "zhouchangyou" },
      text: "",
      pictures: 0,
      press: { key: "button_replace_text", cardId: "fBmjTL7ErRCQSNA6GZKMlcFiWX1shOvg" },
    },
    responseUrl: "https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=SAMPLECODE",
  },
  "event-feedback": ignored("event feedback_event"),
  "no-from": ignored("a message from no person"),
  "from-sys": ignored("a message from no person"),
  "group-without-chatid": ignored("a message from no known kind of chat"),
  "no-msgid": ignored("a message without msgid"),
};

describe("parseCallback", () => {
  it("has an expectation for every recorded shape", () => {
    const names = readdirSync(folder).map((file) => file.replace(".json", ""));
    expect(names.sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.keys(expected))("understands %s", (name) => {
    expect(parse(fixture(name))).toEqual(expected[name]);
  });

  it("keeps every digit of ids that come as numbers", () => {
    const plain =
      '{"msgid": 7130394039483948123, "chattype":"single", "from":{"userid": 254571}, "msgtype":"text", "text":{"content":"编号 7130394039483948123, \\"x\\": 7130394039483948123"}}';
    expect(parse(plain)).toMatchObject({
      message: {
        messageId: "7130394039483948123",
        sender: { id: "254571" },
        text: '编号 7130394039483948123, "x": 7130394039483948123',
      },
    });
  });

  it("keeps ids as they are written", () => {
    const said = parse(fixture("text-group").replaceAll("zhouchangyou", "0254571").replace("AbCd", "aBcD"));
    expect(said).toMatchObject({ message: { sender: { id: "0254571" }, chat: { id: "wrSAMPLEgroup0001aBcD" } } });
  });

  it("reads a text with raw line breaks inside, as some clients let them through", () => {
    expect(parse(fixture("text-single").replace("待办", "待\n办"))).toMatchObject({ message: { text: "待 办" } });
  });

  it("takes a chat without chattype by its chatid", () => {
    const base = JSON.parse(fixture("text-group"));
    expect(parse({ ...base, chattype: undefined })).toMatchObject({ message: { chat: group } });
    expect(parse({ ...base, chattype: undefined, chatid: undefined })).toMatchObject({ message: { chat: direct } });
    expect(parse({ ...base, chattype: "channel" })).toMatchObject({ kind: "ignored" });
  });

  it("keeps what is good of a list with bad elements", () => {
    const base = { ...JSON.parse(fixture("mixed-group")), quote: undefined };
    const bad = [null, 7, "x", [], {}, { msgtype: 7 }, { msgtype: "text", text: null }, { msgtype: "text" }];
    const good = { msgtype: "text", text: { content: "@茶叙 诉求 井盖坏了" } };
    for (const one of bad) {
      const items = [one, good, one, { msgtype: "image", image: { url: "https://x.example/1" } }, one];
      const read = parse({ ...base, msgtype: "mixed", mixed: { msg_item: items } });
      expect([one, read]).toMatchObject([one, { message: { text: "诉求 井盖坏了", pictures: 1 } }]);
      const quote = {
        msgtype: "mixed",
        mixed: { msg_item: [one, { msgtype: "text", text: { content: "#12 停电" } }] },
      };
      expect(parse({ ...base, quote })).toMatchObject({ message: { quote: { text: "#12 停电" } } });
    }
  });

  it("reads markdown as text, alone and among others", () => {
    const base = { ...JSON.parse(fixture("text-group")), text: undefined };
    const markdown = { content: "@茶叙 诉求 **三车间**停水" };
    const whole = { message: { text: "诉求 **三车间**停水" } };
    expect(parse({ ...base, msgtype: "markdown", markdown })).toMatchObject(whole);
    expect(
      parse({ ...base, msgtype: "mixed", mixed: { msg_item: [{ msgtype: "markdown", markdown }] } }),
    ).toMatchObject(whole);
  });

  it("keeps the digits of a number beyond 2^53, also in a text with control characters", () => {
    const plain = fixture("text-single").replace(/"msgid": *"[^"]*"/, '"msgid": 9007199254740993123');
    expect(parse(plain)).toMatchObject({ message: { messageId: "9007199254740993123" } });
    expect(parse(plain.replace("待办", "待\u0001办"))).toMatchObject({ message: { messageId: "9007199254740993123" } });
  });

  it("takes a message whose parts are missing or odd as one without text", () => {
    const base = JSON.parse(fixture("text-single"));
    for (const text of [undefined, null, {}, { content: 5 }, []]) {
      expect(parse({ ...base, text })).toMatchObject({ kind: "message", message: { text: "" } });
    }
    for (const mixed of [undefined, {}, { msg_item: "x" }, { msg_item: [null] }, { msg_item: [{}] }]) {
      expect(parse({ ...base, msgtype: "mixed", mixed })).toMatchObject({ kind: "message", message: { text: "" } });
    }
    expect(parse({ ...base, quote: "x" })).not.toHaveProperty("message.quote");
  });

  it("calls unreadable what is no JSON object with a msgtype", () => {
    for (const plain of [
      "",
      "<xml></xml>",
      "[]",
      "null",
      "5",
      "{}",
      '{"msgtype":5}',
      '{"msgid":01,"msgtype":"text"}',
    ]) {
      expect(parse(plain)).toMatchObject({ kind: "unreadable" });
    }
  });

  it("puts no content into a reason", () => {
    const odd = { ...JSON.parse(fixture("event-enter-chat")), event: { eventtype: "三车间停电 13800000000" } };
    expect(parse(odd)).toEqual(ignored("event of an unknown kind"));
  });

  it("never throws, whatever JSON comes", () => {
    const kinds = fc.constantFrom("text", "mixed", "image", "voice", "stream", "event", "file", "?");
    const odd = fc.jsonValue();
    const payload = fc.record(
      {
        msgtype: kinds,
        msgid: odd,
        from: odd,
        chattype: odd,
        chatid: odd,
        text: odd,
        mixed: odd,
        quote: odd,
        stream: odd,
      },
      { requiredKeys: ["msgtype"] },
    );
    const answers = (value: string | object) => "kind" in parse(value);
    fc.assert(fc.property(payload, answers));
    fc.assert(fc.property(fc.string(), answers));
  });
});
