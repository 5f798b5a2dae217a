import { randomBytes } from "node:crypto";
import { filesIn, isPicture, type SentFiles } from "./sent-files.ts";
import { cardIn } from "./wecom-card-shape.ts";
import { type Saying, type SimCard, type SimMessage, wordsOf } from "./world.ts";

/** The ids that a message and the refreshes of its reply have in common (100719). */
export function idsOf(saying: Saying): object {
  const where = isDirect(saying) ? { chattype: "single" } : { chattype: "group", chatid: saying.chatId };
  return { aibotid: "aib-sandbox", ...where, from: { userid: saying.userId } };
}

export function isDirect(saying: Saying): boolean {
  return saying.chatId.startsWith("direct:");
}

/** The plaintext of a message callback. `text` has the mention inside, as the platform leaves it. */
export function callbackOf(
  saying: Saying,
  msgid: string,
  text: string,
  { quoted, sent = [] }: { readonly quoted?: SimMessage | undefined; readonly sent?: readonly SentItem[] } = {},
): object {
  return {
    msgid,
    ...idsOf(saying),
    response_url: `http://127.0.0.1/cgi-bin/aibot/response?response_code=${msgid}`,
    ...contentOf(text, sent, isDirect(saying)),
    // A quote carries the text, and neither the sender nor an id.
    ...(quoted ? { quote: { msgtype: "text", text: { content: wordsOf(quoted) } } } : {}),
  };
}

/** A picture or file where it can be fetched; over the long connection with a key of its own (101463). */
export interface SentItem {
  readonly msgtype: "image" | "file";
  readonly media: { readonly url: string; readonly aeskey?: string };
}

/**
 * Keeps what is sent, encrypted: by the key of the callback, or over the long connection each by one of its own, which
 * stands beside its address (100719, 101463).
 */
export function sentItems(saying: Saying, store: SentFiles, encodingAesKey?: string): readonly SentItem[] {
  return filesIn(saying).map((file) => {
    const key = encodingAesKey === undefined ? randomBytes(32) : Buffer.from(`${encodingAesKey}=`, "base64");
    const url = store.addressOf(store.keep(file, { key }));
    const media = encodingAesKey === undefined ? { url, aeskey: key.toString("base64") } : { url };
    return { msgtype: isPicture(file) ? "image" : "file", media };
  });
}

function contentOf(text: string, sent: readonly SentItem[], direct: boolean): object {
  const [only] = sent;
  if (only === undefined) return { msgtype: "text", text: { content: text } };
  const items = sent.map(({ msgtype, media }) => ({ msgtype, [msgtype]: media }));
  if (direct && text === "" && sent.length === 1) return { ...items[0] };
  const words = text === "" ? [] : [{ msgtype: "text", text: { content: text } }];
  return { msgtype: "mixed", mixed: { msg_item: [...words, ...items] } };
}

export interface Stream {
  readonly id: string;
  readonly finish: boolean;
  readonly content: string;
  /** A card with buttons that is shown with it. */
  readonly card?: SimCard;
}

const MAX_STREAM_BYTES = 20_480;

/** The stream of a reply, with the card beside it; a message may be answered with nothing else in words (101031). */
export function streamIn(reply: Record<string, unknown> | null): Stream | null {
  if (reply === null) return null;
  const withCard = reply["msgtype"] === "stream_with_template_card";
  if (!withCard && reply["msgtype"] !== "stream")
    throw new Error(`a message cannot be answered with ${String(reply["msgtype"])}`);
  const stream = reply["stream"];
  if (typeof stream !== "object" || stream === null || !("id" in stream) || typeof stream.id !== "string") {
    throw new Error("the reply's stream has no id");
  }
  const content = "content" in stream && typeof stream.content === "string" ? stream.content : "";
  if (Buffer.byteLength(content) > MAX_STREAM_BYTES) throw new Error("the reply is longer than 20480 bytes");
  const finish = "finish" in stream && stream.finish === true;
  return { id: stream.id, finish, content, ...(withCard && { card: cardIn(reply["template_card"]) }) };
}

/** What a webhook answers; its HTTP status is 200 also when it refuses. */
export interface WebhookAnswer {
  readonly errcode: number;
  readonly errmsg: string;
  /** Of an upload. */
  readonly type?: string;
  readonly media_id?: string;
  readonly created_at?: string;
}
