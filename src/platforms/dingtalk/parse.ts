import { type InboundMedia, type InboundMessage, WITHHELD } from "../inbound.ts";
import { withoutMentions } from "../mention.ts";
import { type Fields, fieldsOf, numberOf, objectsOf, readJson, textOf } from "./fields.ts";
import { senderId } from "./identity.ts";
import { readQuote } from "./quote.ts";

export type Parsed =
  | { readonly kind: "message"; readonly message: InboundMessage }
  | { readonly kind: "ignored"; readonly reason: string }
  | { readonly kind: "malformed"; readonly reason: string };

export interface ParseContext {
  readonly botName: string;
  readonly now: Date;
  /** A reply address is only taken over when it is on one of these origins: the signature does not cover the body. */
  readonly trustedOrigins: readonly string[];
}

/** The organisation's monthly allowance is used up: messages arrive without their content. */
const QUOTA_CODE = "20001";
/** Only of a name in Latin letters it can be told that it holds spaces. */
const MENTION_ALONE = /^\s*[@＠]\S+(?: [!-~]+){0,3}\s*$/;
/** The shortest life of a reply address ever seen, for a callback that does not tell it. */
const SHORTEST_SESSION_MS = 20 * 60_000;
/** It lives for 90 minutes; what is told beyond a day is no time in milliseconds. */
const LONGEST_SESSION_MS = 24 * 3_600_000;

/**
 * Reads the body of a robot callback whose signature was checked. Fields that are absent, empty or of another
 * type than documented are common, so one bad field never loses the message.
 * Source: open.dingtalk.com/document/development/robot-message-type.
 */
export function parseMessage(body: Buffer, context: ParseContext): Parsed {
  const payload = readJson(body.toString("utf8"));
  if (payload === null) return { kind: "malformed", reason: "the body is not a JSON object" };

  const errorCode = textOf(payload["errorCode"]);
  const messageId = textOf(payload["msgId"]);
  const empty = errorCode !== "" && payload["text"] === undefined && payload["content"] === undefined;
  // Who wrote hears that nothing came; where it does not say who, nobody can.
  if (empty && (errorCode !== QUOTA_CODE || messageId === "")) {
    const quota = errorCode === QUOTA_CODE ? " (the organisation's monthly quota of messages is used up)" : "";
    return { kind: "ignored", reason: `DingTalk sent error ${errorCode.slice(0, 20)} in place of a message${quota}` };
  }
  if (messageId === "") return { kind: "malformed", reason: "the message has no msgId" };
  const chat = readChat(payload);
  if (chat === null)
    return { kind: "malformed", reason: "the message has no known conversationType and conversationId" };

  const name = textOf(payload["senderNick"]).trim();
  const said = empty ? unreadable(WITHHELD) : readContent(payload);
  // A group's message only comes when the bot was mentioned (robot-message-type), under whatever name.
  const mentioned = chat.kind === "group" && payload["isInAtList"] !== false;
  const quote = readQuote(payload);
  const replyTo = readReplyAddress(payload, context);
  return {
    kind: "message",
    message: {
      platform: "dingtalk",
      messageId,
      chat,
      sender: { id: senderId(payload), ...(name === "" ? {} : { name }) },
      text: withoutMentions(said.text.trim(), { names: [context.botName], mentioned }),
      pictures: said.pictures,
      ...(said.media !== undefined && said.media.length > 0 && { media: said.media }),
      ...(said.unreadable === undefined ? {} : { unreadable: said.unreadable }),
      ...(quote === undefined ? {} : { quote }),
      ...(replyTo === undefined ? {} : { replyTo }),
    },
  };
}

function readChat(payload: Fields): InboundMessage["chat"] | null {
  const type = textOf(payload["conversationType"]);
  if (type === "1") return { kind: "direct" };
  const id = textOf(payload["conversationId"]);
  if (type !== "2" || id === "") return null;
  const title = textOf(payload["conversationTitle"]).trim();
  return { kind: "group", id, ...(title === "" ? {} : { title }) };
}

function readReplyAddress(payload: Fields, context: ParseContext): InboundMessage["replyTo"] {
  const url = textOf(payload["sessionWebhook"]).trim();
  if (!URL.canParse(url) || !context.trustedOrigins.includes(new URL(url).origin)) return undefined;
  const told = numberOf(payload["sessionWebhookExpiredTime"]);
  const aheadMs = (told ?? Number.NaN) - context.now.getTime();
  // Zero, seconds in place of milliseconds, and what was over on arrival are no times: then it is not told.
  const lifeMs = aheadMs > 0 && aheadMs <= LONGEST_SESSION_MS ? aheadMs : SHORTEST_SESSION_MS;
  return { url, expiresAt: new Date(context.now.getTime() + lifeMs) };
}

interface Said {
  readonly text: string;
  readonly pictures: number;
  readonly media?: readonly InboundMedia[];
  readonly unreadable?: string;
}

function readContent(payload: Fields): Said {
  const kind = textOf(payload["msgtype"]);
  const content = contentOf(payload["content"]);
  const rich = objectsOf(content.fields["richText"]);
  if (rich.length > 0) return readRichText(rich);
  switch (kind) {
    case "":
    case "text":
    case "richText":
    case "markdown": {
      const own = fieldsOf(payload["text"]) ?? fieldsOf(payload["markdown"]);
      const text = textOf(own?.["content"]) || textOf(own?.["text"]) || textOf(payload["text"]) || content.text;
      return { text, pictures: 0 };
    }
    case "picture":
      return { text: "", pictures: 1, media: mediaIn("picture", content.fields) };
    case "file": {
      const media = mediaIn("file", content.fields);
      return media.length === 0 ? unreadable("file") : { text: "", pictures: 0, media };
    }
    case "audio": {
      const recognition = textOf(content.fields["recognition"]).trim();
      return recognition === "" ? unreadable("voice") : { text: recognition, pictures: 0 };
    }
    case "unknownMsgType":
      return unreadable("unknown");
    default:
      return unreadable(/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(kind) ? kind : "unknown");
  }
}

/** By its code, with which the robot asks for an address of the bytes. The other one is met beside it, and often gives nothing. */
function mediaIn(kind: InboundMedia["kind"], fields: Fields): readonly InboundMedia[] {
  const codes = [textOf(fields["downloadCode"]), textOf(fields["pictureDownloadCode"])].filter((one) => one !== "");
  const [code, second] = codes;
  if (code === undefined) return [];
  const name = textOf(fields["fileName"]).trim();
  const source = { by: "code" as const, code, ...(second !== undefined && { second }) };
  return [{ kind, ...(name !== "" && { name }), source }];
}

function unreadable(kind: string): Said {
  return { text: "", pictures: 0, unreadable: kind };
}

/** `content` is an object, the same as a JSON string, or (one documented sample) the text itself. */
function contentOf(value: unknown): { fields: Fields; text: string } {
  const object = fieldsOf(value);
  if (object !== null) return { fields: object, text: textOf(object["content"]) || textOf(object["text"]) };
  const string = textOf(value);
  const inside = string.trimStart().startsWith("{") ? readJson(string) : null;
  if (inside !== null) return contentOf(inside);
  return { fields: {}, text: string };
}

/**
 * Mentions stay in here, mostly as items of their own («@王五», «@Zhang San»), which spaces set apart. Pictures part the
 * text, as they do on the screen. From a plain text the platform has removed all mentions but those typed by hand.
 */
function readRichText(items: readonly Fields[]): Said {
  let pictures = 0;
  const media: InboundMedia[] = [];
  // Joined at the end: looking into a text that still grows takes quadratic time.
  const said: string[] = [];
  let afterMention = false;
  for (const item of items) {
    const last = said.at(-1) ?? "\n";
    const piece = textOf(item["text"]) || textOf(item["content"]);
    if (piece === "") {
      if (item["type"] !== "picture" && textOf(item["downloadCode"]) === "") continue;
      pictures += 1;
      media.push(...mediaIn("picture", item));
      if (!last.endsWith("\n")) said.push("\n");
      continue;
    }
    const mention = MENTION_ALONE.test(piece);
    const apart = (mention || afterMention) && !/\s/.test(last.slice(-1) + piece.slice(0, 1));
    said.push(apart ? ` ${piece}` : piece);
    afterMention = mention;
  }
  return { text: said.join(""), pictures, media };
}
