import { z } from "zod";
import type { InboundChat, InboundMedia, InboundMessage, InboundQuote } from "../inbound.ts";
import { withoutMentions } from "../mention.ts";
import { isPress, parsePress } from "./press.ts";

/** What a decrypted callback says. The shapes are those of page 100719; anything beside them is left alone. */
export type Parsed =
  | { readonly kind: "message"; readonly message: InboundMessage }
  /** `responseUrl`: where something can be said about it once. */
  | {
      readonly kind: "press";
      readonly message: InboundMessage & Required<Pick<InboundMessage, "press">>;
      readonly responseUrl: string | null;
    }
  | { readonly kind: "refresh"; readonly streamId: string }
  | { readonly kind: "ignored"; readonly reason: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Ids are opaque strings; one that came as a number is written as it stood. */
const id = z.union([z.string(), z.number().transform(String)]);
const text = z.object({ content: z.string() }).optional().catch(undefined);
const media = z
  .object({
    url: z.string().min(1),
    aeskey: z.string().min(1).optional().catch(undefined),
    filename: z.string().optional().catch(undefined),
  })
  .optional()
  .catch(undefined);
/** Of a list, what is of the wanted kind: one bad element loses none of the others. */
function eachOf<T>(element: z.ZodType<T>) {
  return z.array(z.unknown()).transform((all) =>
    all.flatMap((one) => {
      const read = element.safeParse(one);
      return read.success ? [read.data] : [];
    }),
  );
}
const item = z.looseObject({ msgtype: z.string(), text, markdown: text, image: media, file: media });
const content = z.looseObject({
  msgtype: z.string(),
  text,
  markdown: text,
  voice: text,
  image: media,
  file: media,
  mixed: z
    .object({ msg_item: eachOf(item) })
    .optional()
    .catch(undefined),
});
const callback = content.extend({
  msgid: id.optional().catch(undefined),
  chatid: id.optional().catch(undefined),
  chattype: z.string().optional().catch(undefined),
  from: z.object({ userid: id }).optional().catch(undefined),
  quote: content.optional().catch(undefined),
  stream: z
    .object({ id: z.string().min(1) })
    .optional()
    .catch(undefined),
  event: z.object({ eventtype: z.string() }).optional().catch(undefined),
  response_url: z.string().optional().catch(undefined),
});
type Callback = z.infer<typeof callback>;
type Content = z.infer<typeof content>;

/** What a callback is read with. `nonce` is the one of its address; what comes over a connection has none. */
interface Reading {
  readonly botName: string;
  readonly nonce?: string;
}

/** Parses the decrypted text of a bot callback. `nonce` is the one of its address. */
export function parseCallback(plain: string, nonce: string, botName: string): Parsed {
  const json = readJson(plain);
  if (json === undefined) return { kind: "unreadable", reason: "the decrypted callback is not JSON" };
  return parseBody(json, { botName, nonce });
}

/** Parses what a callback says, whichever way it came. */
export function parseBody(body: unknown, reading: Reading): Parsed {
  const read = callback.safeParse(body);
  if (!read.success) return { kind: "unreadable", reason: "the callback has no msgtype" };
  const { msgtype, stream, event } = read.data;
  if (msgtype === "stream") {
    return stream
      ? { kind: "refresh", streamId: stream.id }
      : { kind: "ignored", reason: "a refresh without stream id" };
  }
  if (msgtype === "event" && isPress(event?.eventtype)) return pressIn(body, read.data, reading.nonce);
  if (msgtype === "event") return { kind: "ignored", reason: `event ${shown(event?.eventtype)}` };
  return parseMessage(read.data, reading);
}

/** A press on a card, by whoever the platform says it was, where he could see it. */
function pressIn(json: unknown, data: Callback, nonce: string | undefined): Parsed {
  const press = parsePress(json);
  const { msgid, from } = data;
  const chat = chatOf(data);
  if (press === null) return { kind: "ignored", reason: "a press without key or task id" };
  if (!from || from.userid === "" || !msgid || !chat)
    return { kind: "ignored", reason: "a press without person, msgid or chat" };
  const { key, cardId } = press;
  const message = {
    platform: "wecom" as const,
    messageId: msgid,
    ...(nonce !== undefined && { nonce }),
    chat,
    sender: { id: from.userid },
    text: "",
    pictures: 0,
    press: { key, cardId },
  };
  return { kind: "press", message, responseUrl: data.response_url ?? null };
}

function parseMessage(data: Callback, { botName, nonce }: Reading): Parsed {
  const ignored = (reason: string): Parsed => ({ kind: "ignored", reason });
  const { msgid, from, msgtype } = data;
  if (!from || from.userid === "" || from.userid === "sys") return ignored("a message from no person");
  if (!msgid) return ignored("a message without msgid");
  const chat = chatOf(data);
  if (!chat) return ignored("a message from no known kind of chat");
  const said = contentOf(data);
  return {
    kind: "message",
    message: {
      platform: "wecom",
      messageId: msgid,
      ...(nonce === undefined ? {} : { nonce }),
      chat,
      sender: { id: from.userid },
      // A group's message only comes when the bot was mentioned (100719), under whatever name.
      text: withoutMentions(said.text ?? "", { names: [botName], mentioned: chat.kind === "group" }),
      pictures: said.pictures,
      ...(said.media !== undefined && said.media.length > 0 && { media: said.media }),
      ...(said.text === undefined && said.pictures === 0 ? { unreadable: shown(msgtype) } : {}),
      ...(data.quote ? { quote: quoteOf(data.quote) } : {}),
    },
  };
}

/** `chattype` decides: a chatid may stand in a single chat as well. */
function chatOf({ chattype, chatid }: Callback): InboundChat | null {
  if (chattype === "single" || (chattype === undefined && !chatid)) return { kind: "direct" };
  if (chattype !== undefined && chattype !== "group") return null;
  return chatid ? { kind: "group", id: chatid } : null;
}

interface Said {
  /** Undefined where this kind of content has none. */
  readonly text?: string | undefined;
  readonly pictures: number;
  readonly media?: readonly InboundMedia[];
}

function contentOf(data: Content): Said {
  switch (data.msgtype) {
    case "text":
      return { text: data.text?.content ?? "", pictures: 0 };
    case "markdown":
      return { text: data.markdown?.content ?? "", pictures: 0 };
    case "voice":
      // The platform sends a transcript; there is no sound. An empty one says nothing that can be answered.
      return { text: data.voice?.content.trim() ? data.voice.content : undefined, pictures: 0 };
    case "image":
      return { text: "", pictures: 1, media: mediaIn(data) };
    case "file": {
      const media = mediaIn(data);
      return media.length === 0 ? { pictures: 0 } : { text: "", pictures: 0, media };
    }
    case "mixed": {
      const items = data.mixed?.msg_item ?? [];
      const texts = items.flatMap(({ msgtype, text, markdown }) => {
        const said = msgtype === "text" ? text : msgtype === "markdown" ? markdown : undefined;
        return said === undefined ? [] : [said.content];
      });
      const pictures = items.filter(({ msgtype }) => msgtype === "image").length;
      return { text: texts.join("\n"), pictures, media: items.flatMap(mediaIn) };
    }
    default:
      return { pictures: 0 };
  }
}

/** The picture or file of a message, or of one item of it. The address lives for five minutes (100719). */
function mediaIn({ msgtype, image, file }: z.infer<typeof item>): readonly InboundMedia[] {
  const one = msgtype === "image" ? image : msgtype === "file" ? file : undefined;
  if (one === undefined) return [];
  const { url, aeskey: key, filename: name } = one;
  const kind = msgtype === "image" ? "picture" : "file";
  return [{ kind, ...(name && { name }), source: { by: "url", url, ...(key !== undefined && { key }) } }];
}

/** A quote tells neither who nor which message; one without text is still a quote. */
function quoteOf(quote: Content): InboundQuote {
  const own = quote[quote.msgtype];
  const plain = text.parse(own)?.content;
  const said = contentOf(quote).text || plain;
  return said ? { text: said } : {};
}

/** Only short plain words go into a reason: anything else may be content. */
export function shown(word: string | undefined): string {
  return word !== undefined && /^[\w.-]{1,40}$/.test(word) ? word : "of an unknown kind";
}

/**
 * JSON whose whole numbers beyond 2^53 become strings, so that a numeric msgid keeps its digits. Raw
 * control characters inside texts, which some clients let through, count as spaces.
 */
export function readJson(plain: string): unknown {
  for (const candidate of [plain, plain.replace(/\p{Cc}/gu, " ")]) {
    // Only what is JSON is searched for numbers: on quotation marks without an end that would take quadratic time.
    if (parsed(candidate) !== undefined) return parsed(withWholeNumbers(candidate));
  }
  return undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function withWholeNumbers(json: string): string {
  if (!/\d{16}/.test(json)) return json;
  return json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );
}
