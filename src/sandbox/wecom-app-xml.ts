import { encrypt, getSignature } from "@wecom/crypto";
import type { SimFile } from "./media.ts";
import { isPicture } from "./sent-files.ts";
import { freshId, type SealedCallback, type WecomKeys } from "./wecom-crypto.ts";
import type { Pressing, Saying } from "./world.ts";

/** What a self-built app and WeCom share. */
export interface WecomAppKeys {
  readonly corpId: string;
  readonly agentId: string;
  readonly secret: string;
  /** The two values of its callback. */
  readonly callback: WecomKeys;
}

/** The XML of elements, each with a text as CDATA or with elements of its own; a list is repeated elements. */
export function xmlOf(fields: Readonly<Record<string, unknown>>): string {
  return `<xml>${elementsOf(fields)}</xml>`;
}

function elementsOf(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => `<${name}>${insideOf(one)}</${name}>`),
    )
    .join("\n");
}

function insideOf(value: unknown): string {
  if (typeof value === "object" && value !== null) return elementsOf({ ...value });
  if (typeof value === "number") return String(value);
  return `<![CDATA[${String(value).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** `at` in seconds; `sent`: in place of words. */
interface MessageParts {
  readonly at: number;
  readonly sent: { readonly file: SimFile; readonly mediaId: string } | null;
}

function contentOf({ file, mediaId: MediaId }: NonNullable<MessageParts["sent"]>) {
  if (!isPicture(file)) return { MsgType: "file", Title: file.name, MediaId };
  return { MsgType: "image", PicUrl: "http://127.0.0.1/picture/1", MediaId };
}

/** A message callback before it is encrypted (90239). */
export function messageXml(keys: WecomAppKeys, saying: Saying, { at, sent }: MessageParts): string {
  const id = saying.messageId ?? `${at}${freshId().replace(/\D/g, "").padEnd(9, "0").slice(0, 9)}`;
  return xmlOf({
    ToUserName: keys.corpId,
    FromUserName: saying.userId,
    CreateTime: at,
    ...(sent === null ? { MsgType: "text", Content: saying.text } : contentOf(sent)),
    MsgId: id,
    AgentID: keys.agentId,
  });
}

/** The event of a press on a card before it is encrypted (90240). `responseCode` changes the card; `at` in seconds. */
export function pressXml(
  keys: WecomAppKeys,
  { userId, card, key }: Pressing,
  { responseCode, at }: { readonly responseCode: string; readonly at: number },
): string {
  return xmlOf({
    ToUserName: keys.corpId,
    FromUserName: userId,
    CreateTime: at,
    MsgType: "event",
    Event: "template_card_event",
    EventKey: key,
    TaskId: card.id,
    CardType: "button_interaction",
    ResponseCode: responseCode,
    AgentID: keys.agentId,
  });
}

/** Encrypts and signs a callback (90238): meant for the company, and wrapped in XML. */
export function sealAppCallback(
  { corpId, agentId, callback }: WecomAppKeys,
  plain: string,
  at: { readonly timestamp: number; readonly nonce: string },
): SealedCallback {
  const encrypted = encrypt(callback.encodingAesKey, plain, corpId);
  return {
    query: queryOf(callback, encrypted, at),
    body: xmlOf({ ToUserName: corpId, AgentID: agentId, Encrypt: encrypted }),
  };
}

/** The address check of the console. */
export function sealAppEcho(
  { corpId, callback }: WecomAppKeys,
  text: string,
  at: { readonly timestamp: number; readonly nonce: string },
): SealedCallback {
  const encrypted = encrypt(callback.encodingAesKey, text, corpId);
  return { query: { ...queryOf(callback, encrypted, at), echostr: encrypted }, body: "" };
}

function queryOf({ token }: WecomKeys, encrypted: string, at: { readonly timestamp: number; readonly nonce: string }) {
  const signature = getSignature(token, at.timestamp, at.nonce, encrypted);
  return { msg_signature: signature, timestamp: String(at.timestamp), nonce: at.nonce };
}
