import { createHash, createHmac } from "node:crypto";
import type { SimFile } from "./media.ts";
import { isPicture } from "./sent-files.ts";
import { type SimMessage, type SimPerson, wordsOf } from "./world.ts";

export interface SentCode {
  readonly file: SimFile;
  readonly code: string;
}

/** What the callback of one robot message is made from. */
export interface CallbackFacts {
  readonly msgId: string;
  readonly at: Date;
  readonly botName: string;
  readonly robotCode: string;
  readonly userId: string;
  /** Undefined for somebody whom the sandbox does not know: no name. */
  readonly person: SimPerson | undefined;
  /** Null for a direct chat. */
  readonly group: { readonly id: string; readonly title: string } | null;
  /** Members by whose name the text mentions them. */
  readonly mentioned: readonly SimPerson[];
  readonly text: string;
  /** What was sent with it, each with the code that fetches it. */
  readonly sent: readonly SentCode[];
  readonly quoted: SimMessage | undefined;
  readonly session: { readonly url: string; readonly expiresAt: Date };
}

const CORP_ID = "dingsandbox0000000000000000000000";

/** Base64 of HMAC-SHA256 over the timestamp, a line break and the secret (receive-message). */
export function sign(timestamp: string, secret: string): string {
  return createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");
}

/** The body of a robot callback with every documented field (robot-message-type). */
export function callbackBody(facts: CallbackFacts): object {
  const { group, quoted } = facts;
  const bot = { dingtalkId: opaqueId(`robot ${facts.robotCode}`) };
  const others = facts.mentioned.map((one) => ({ dingtalkId: opaqueId(one.userId), staffId: one.userId }));
  return {
    msgId: facts.msgId,
    createAt: facts.at.getTime(),
    conversationType: group === null ? "1" : "2",
    conversationId: group?.id ?? `cid${digest(`direct ${facts.userId}`)}==`,
    ...(group === null ? {} : { conversationTitle: group.title, isInAtList: true, atUsers: [bot, ...others] }),
    senderId: opaqueId(facts.userId),
    senderNick: facts.person?.name ?? facts.userId,
    senderStaffId: facts.userId,
    senderUnionId: digest(`union ${facts.userId}`),
    senderCorpId: CORP_ID,
    senderPlatform: "Mac",
    chatbotCorpId: CORP_ID,
    chatbotUserId: bot.dingtalkId,
    isAdmin: false,
    robotCode: facts.robotCode,
    sessionWebhook: facts.session.url,
    sessionWebhookExpiredTime: facts.session.expiresAt.getTime(),
    ...contentOf(facts),
    ...(quoted === undefined ? {} : { originalMsgId: quoted.id }),
    ...(quoted?.key === undefined ? {} : { originalProcessQueryKey: quoted.key }),
  };
}

/** In a text every mention is gone and leaves its space; in a richText each is an item of its own. */
function contentOf(facts: CallbackFacts): object {
  const { text, sent, quoted, group } = facts;
  const quote = quoted === undefined ? {} : { isReplyMsg: true, repliedMsg: repliedMsg(quoted) };
  const [only] = sent;
  if (only === undefined) {
    const bare = facts.mentioned.reduce((rest, one) => rest.replaceAll(`@${one.name}`, ""), text);
    return { msgtype: "text", text: { content: group === null ? bare : ` ${bare}`, ...quote } };
  }
  if (group === null && text === "" && sent.length === 1) {
    const isFile = !isPicture(only.file);
    return {
      msgtype: isFile ? "file" : "picture",
      content: { ...(isFile ? fileIn(only) : pictureIn(only)), ...quote },
    };
  }
  const mention = group === null ? [] : [{ text: `@${facts.botName}` }];
  const words = text === "" ? [] : [{ text: group === null ? text : ` ${text}` }];
  const items = sent.map((one) => ({ type: "picture", ...pictureIn(one) }));
  return { msgtype: "richText", content: { richText: [...mention, ...words, ...items], ...quote } };
}

/** A message that the bot sent by the robot API comes back as a card without its text; others with it. */
function repliedMsg(quoted: SimMessage): object {
  const ids = {
    msgId: quoted.id,
    senderId: opaqueId(quoted.from ?? "the robot"),
    createdAt: quoted.at.getTime(),
  };
  if (quoted.key !== undefined) return { ...ids, msgType: "interactiveCard", content: {} };
  return { ...ids, msgType: "text", content: { text: wordsOf(quoted) } };
}

/** The second code is documented nowhere, and gives nothing (openclaw-china#69). */
function pictureIn({ code }: SentCode): object {
  return { downloadCode: code, pictureDownloadCode: digest(`picture ${code}`) };
}

function fileIn({ file, code }: SentCode): object {
  return { downloadCode: code, fileName: file.name, spaceId: "1", fileId: "1", fileSize: file.bytes.length };
}

function opaqueId(seed: string): string {
  return `$:LWCP_v1:$${digest(seed)}`;
}

function digest(seed: string): string {
  return createHash("sha256").update(seed).digest("base64url").slice(0, 24);
}
