import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseMessage } from "../../../../src/platforms/dingtalk/parse.ts";
import type { InboundMessage } from "../../../../src/platforms/inbound.ts";
import { WITHHELD } from "../../../../src/platforms/inbound.ts";

const FIXTURES = new URL("../../../fixtures/dingtalk/", import.meta.url);
const NOW = new Date("2025-11-24T16:00:00Z");
const context = {
  botName: "茶叙",
  now: NOW,
  trustedOrigins: ["https://oapi.dingtalk.com", "https://api.dingtalk.com"],
};

function fixture(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), "utf8")) as Record<string, unknown>;
}

function parse(payload: unknown) {
  return parseMessage(Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload)), context);
}

function message(name: string, changes: object = {}): InboundMessage {
  const parsed = parse({ ...fixture(name), ...changes });
  if (parsed.kind !== "message") throw new Error(`${name} is no message: ${parsed.reason}`);
  return parsed.message;
}

describe("a DingTalk robot message", () => {
  it("tells its id, group, sender and reply address", () => {
    expect(message("text-group")).toEqual({
      platform: "dingtalk",
      messageId: "msgFIXTUREtextgroup==",
      chat: { kind: "group", id: "cidFixtureGroup==", title: "供电公司群" },
      sender: { id: "0254571", name: "王建国" },
      text: "待办",
      pictures: 0,
      replyTo: {
        url: "https://oapi.dingtalk.com/robot/sendBySession?session=f1f1f1f1",
        expiresAt: new Date(1764005400200),
      },
    });
  });

  it("comes from a direct chat when the conversation type is 1", () => {
    expect(message("text-direct")).toMatchObject({ chat: { kind: "direct" }, text: "帮助" });
  });

  it.each([
    ["text-mention-alone", ""],
    ["text-mentions-removed", "给 发个消息"],
    ["text-in-content-string", "诉求 三车间停电"],
    ["text-in-content-json", "诉求 三车间停电"],
    ["text-numbers-as-strings", "进度"],
    ["text-new-fields", "统计"],
    ["rich-text-formats", "诉求 停电 T3 两次"],
    ["rich-text-json-string", "待办"],
    ["audio", "三车间昨晚停电两次"],
  ])("of the shape %s has the text «%s»", (name, text) => {
    expect(message(name)).toMatchObject({ text, pictures: 0 });
    expect(message(name).unreadable).toBeUndefined();
  });

  it("as rich text keeps the mentions of others, drops the bot's own and counts the pictures", () => {
    expect(message("rich-text")).toMatchObject({ text: "诉求 变压器异响 @李工 看一下\n\n昨晚拍的", pictures: 2 });
  });

  it("keeps a mention of somebody whose name only begins with the bot's", () => {
    const content = { richText: [{ text: "@茶叙" }, { text: "@茶叙小助手" }, { text: " 停电了" }] };
    expect(message("rich-text", { content }).text).toBe("@茶叙小助手 停电了");
  });

  it("loses a mention of the bot that is glued to a command", () => {
    expect(message("text-group", { text: { content: "@茶叙/待办" } }).text).toBe("/待办");
  });

  it("with one picture alone has no text and is readable", () => {
    expect(message("picture")).toMatchObject({ text: "", pictures: 1 });
    expect(message("picture").unreadable).toBeUndefined();
    const source = { by: "code", code: "dl1", second: "pd1" };
    expect(message("picture").media).toEqual([{ kind: "picture", source }]);
  });

  it("with a file has its name and the code that fetches it, and without a code cannot be read", () => {
    const media = [{ kind: "file", name: "清单.xlsx", source: { by: "code", code: "dl1" } }];
    expect(message("file")).toMatchObject({ text: "", pictures: 0, media });
    expect(message("file").unreadable).toBeUndefined();
    expect(message("file", { content: { fileName: "清单.xlsx" } })).toMatchObject({ unreadable: "file" });
  });

  it.each([
    ["audio-not-recognised", "voice"],
    ["video", "video"],
    ["unknown-kind", "unknown"],
    ["interactive-card", "interactiveCard"],
  ])("of the shape %s cannot be read: %s", (name, unreadable) => {
    expect(message(name)).toMatchObject({ text: "", pictures: 0, unreadable });
  });

  it("without its content, because the month's allowance is used up, is a message that says so", () => {
    expect(message("quota-used-up")).toMatchObject({ text: "", pictures: 0, unreadable: WITHHELD });
    const nobodys = { ...fixture("quota-used-up"), msgId: undefined };
    expect(parse(nobodys)).toEqual({ kind: "ignored", reason: expect.stringContaining("quota") });
    expect(parse({ ...fixture("quota-used-up"), errorCode: 20002 })).toEqual({
      kind: "ignored",
      reason: expect.stringContaining("20002"),
    });
  });

  it.each([
    [{ text: undefined, content: { title: "诉求", text: "@茶叙 诉求 **三车间**停水" } }],
    [{ text: undefined, content: JSON.stringify({ title: "诉求", text: "诉求 **三车间**停水" }) }],
    [{ text: undefined, markdown: { title: "诉求", text: "诉求 **三车间**停水" } }],
  ])("of the kind markdown is read as text: %j", (changes) => {
    const read = message("text-group", { msgtype: "markdown", ...changes });
    expect(read).toMatchObject({ text: "诉求 **三车间**停水" });
    expect(read.unreadable).toBeUndefined();
  });

  it("takes a staff id of another organisation for nobody's here, and one without an organisation as it came", () => {
    const sender = (changes: object) => message("text-group", changes).sender.id;
    const foreign = { senderCorpId: "dingother", senderUnionId: undefined };
    expect(sender(foreign)).toMatch(/^outside:dingother/);
    expect(sender({ ...foreign, senderUnionId: "u1" })).toBe("union:u1");
    expect(sender({ ...foreign, senderId: "" })).toBe("outside:dingother0254571");
    expect(sender({ senderCorpId: undefined })).toBe("0254571");
    expect(sender({ chatbotCorpId: "" })).toBe("0254571");
  });

  it("knows people from outside by other ids, marked so that no API is asked about them", () => {
    expect(message("text-union-member").sender.id).toBe("union:FixtureUnionIdiEiE");
    expect(message("text-outside-member").sender.id).toBe("outside:dingfixturecorp$:LWCP_v1:$Zml4dHVyZS1zZW5kZXI=");
    expect(message("text-custom-robot").sender.id).toBe("outside:$:LWCP_v1:$Zml4dHVyZS1zZW5kZXI=");
    expect(message("text-group", { senderStaffId: "", senderUnionId: "", senderId: "" }).sender.id).toBe("");
  });

  it.each([
    "https://evil.example/robot/sendBySession?session=1",
    "https://oapi.dingtalk.com.evil.example/x",
    "https://oapi.dingtalk.com@evil.example/x",
    "https://oapi.dingtalk.com:8443/x",
    "http://oapi.dingtalk.com/robot/sendBySession?session=1",
    "http://127.0.0.1/x",
    "not an address",
    "",
  ])("does not take over the reply address «%s»", (sessionWebhook) => {
    expect(message("text-group", { sessionWebhook }).replyTo).toBeUndefined();
  });

  it("without an end of its reply address counts on twenty minutes", () => {
    const past = NOW.getTime() - 1;
    for (const told of [undefined, "soon", 9e15, 0, "0", -1, Math.round(NOW.getTime() / 1000) + 5400, past]) {
      const { replyTo } = message("text-group", { sessionWebhookExpiredTime: told });
      expect(replyTo?.expiresAt).toEqual(new Date(NOW.getTime() + 20 * 60_000));
    }
  });
});

describe("a quotation in a DingTalk message", () => {
  it.each([
    ["quote-text", "#12 三车间停电"],
    ["quote-text-content", "#12 三车间停电"],
    ["quote-markdown", "### #12 三车间停电"],
    ["quote-rich-text", "@茶叙 #12 变压器[赞]"],
    ["quote-rich-text-plain", "#12 变压器"],
    ["quote-chat-record", "群聊的聊天记录\n王建国: #12 已联系"],
    ["quote-card-content", "#12 三车间停电\n查看"],
    ["quote-card-variables", "#12 三车间停电"],
    ["quote-in-rich-text", "#12 三车间停电"],
    ["quote-older", "#12 三车间停电"],
  ])("of the shape %s tells its text", (name, text) => {
    expect(message(name).quote).toEqual({ text });
    expect(message(name).text).toBe("签收");
  });

  it.each(["quote-picture", "quote-file"])("of the shape %s is known to be there without a text", (name) => {
    expect(message(name).quote).toEqual({});
  });

  it("of the bot's own message tells the key that it was sent with", () => {
    expect(message("quote-card-ids").quote).toEqual({ key: "pqkFIXTURE12=" });
  });

  it("that is encrypted has no text and keeps its key", () => {
    expect(message("quote-encrypted").quote).toEqual({ key: "pqkFIXTURE12=" });
  });

  it("is absent when nothing was quoted", () => {
    expect(message("text-group").quote).toBeUndefined();
  });

  it("nested beyond reason does not break anything", () => {
    const depth = 20_000;
    const tree = `${'{"elementType":"RICHTEXT","children":['.repeat(depth)}7${"]}".repeat(depth)}`;
    const whole = JSON.stringify({ ...fixture("quote-card-content"), text: "TEXT" });
    const parsed = parse(
      whole.replace(
        '"TEXT"',
        `{"content":"签收","isReplyMsg":true,"repliedMsg":{"content":{"cardContent":[${tree}]}}}`,
      ),
    );
    expect(parsed).toMatchObject({ kind: "message", message: { text: "签收", quote: {} } });
  });
});

describe("a DingTalk callback that is no message", () => {
  it.each(["", "null", "[]", "7", '"text"', "{", "\u0000"])("with the body «%s» is malformed", (body) => {
    expect(parse(body).kind).toBe("malformed");
  });

  it.each([{ msgId: "" }, { msgId: undefined }, { conversationType: "3" }, { conversationId: "" }])(
    "with %j is malformed",
    (changes) => {
      expect(parse({ ...fixture("text-group"), ...changes }).kind).toBe("malformed");
    },
  );

  it("with any field of any other type never throws", () => {
    const odd = [null, 7, "x", "", [], {}, true, [[]], { content: { content: {} } }, [null, { text: [] }]];
    for (const file of readdirSync(FIXTURES)) {
      const payload = fixture(file.replace(/\.json$/, ""));
      for (const name of Object.keys(payload)) {
        for (const value of odd) expect(() => parse({ ...payload, [name]: value })).not.toThrow();
      }
    }
  });
});
