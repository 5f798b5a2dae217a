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
export function callbackOf(saying: Saying, msgid: string, text: string, quoted: SimMessage | undefined): object {
  return {
    msgid,
    ...idsOf(saying),
    response_url: `http://127.0.0.1/cgi-bin/aibot/response?response_code=${msgid}`,
    ...contentOf(text, saying.pictures ?? 0, isDirect(saying)),
    // A quote carries the text, and neither the sender nor an id.
    ...(quoted ? { quote: { msgtype: "text", text: { content: wordsOf(quoted) } } } : {}),
  };
}

function contentOf(text: string, pictures: number, direct: boolean): object {
  if (pictures === 0) return { msgtype: "text", text: { content: text } };
  const images = Array.from({ length: pictures }, (_, index) => ({ url: `http://127.0.0.1/picture/${index + 1}` }));
  const only = images[0];
  if (direct && text === "" && images.length === 1 && only) return { msgtype: "image", image: only };
  const words = text === "" ? [] : [{ msgtype: "text", text: { content: text } }];
  return {
    msgtype: "mixed",
    mixed: { msg_item: [...words, ...images.map((image) => ({ msgtype: "image", image }))] },
  };
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
