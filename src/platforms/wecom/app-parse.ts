import type { InboundMedia, InboundMessage } from "../inbound.ts";
import { withoutMentions } from "../mention.ts";
import { shown } from "./parse.ts";
import { fieldsOf, readXml, textOf, type XmlFields } from "./xml.ts";

/** What a decrypted callback of the app says (90239, 90240). */
export type AppParsed =
  | { readonly kind: "message"; readonly message: InboundMessage }
  /** `name` in lower case; `id` is the key against repeats, because events have none of their own (90238). */
  | { readonly kind: "event"; readonly name: string; readonly id: string; readonly fields: XmlFields }
  | { readonly kind: "ignored"; readonly reason: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Parses the decrypted XML. `nonce` is the one of the callback's address. */
export function parseAppCallback(plain: string, nonce: string, botName: string): AppParsed {
  const read = readXml(plain);
  if (read.kind !== "xml") return { kind: "unreadable", reason: `the decrypted XML is ${read.kind}` };
  const { fields } = read;
  const kind = textOf(fields, "MsgType")?.trim().toLowerCase();
  if (kind === undefined || kind === "") return { kind: "unreadable", reason: "the decrypted XML has no MsgType" };
  const from = textOf(fields, "FromUserName") ?? "";
  if (kind === "event") {
    const name = (textOf(fields, "Event") ?? "").trim().toLowerCase();
    return { kind: "event", name: shown(name), id: `${from} ${textOf(fields, "CreateTime") ?? ""}`, fields };
  }
  if (from === "" || from === "sys") return { kind: "ignored", reason: "a message from no person" };
  const messageId = textOf(fields, "MsgId") ?? "";
  if (messageId === "") return { kind: "ignored", reason: "a message without MsgId" };
  const said = contentOf(kind, fields);
  return {
    kind: "message",
    message: {
      platform: "wecom",
      messageId,
      nonce,
      // The app never hears what is said in groups (90235).
      chat: { kind: "direct" },
      sender: { id: from },
      text: withoutMentions(said.text ?? "", { names: [botName], mentioned: false }),
      pictures: said.pictures,
      ...(said.media !== undefined && { media: [said.media] }),
      ...(said.text === undefined ? { unreadable: shown(kind) } : {}),
    },
  };
}

interface Said {
  /** Undefined where this kind has none. A voice has its words only where the company has switched that on. */
  readonly text: string | undefined;
  readonly pictures: number;
  readonly media?: InboundMedia;
}

function contentOf(kind: string, fields: XmlFields): Said {
  switch (kind) {
    case "text":
      return { text: textOf(fields, "Content") ?? "", pictures: 0 };
    case "voice":
      return { text: textOf(fields, "Recognition")?.trim() || undefined, pictures: 0 };
    case "image":
      return { text: "", pictures: 1, ...mediaOf("picture", fields) };
    case "file": {
      const found = mediaOf("file", fields);
      return { text: found.media === undefined ? undefined : "", pictures: 0, ...found };
    }
    default:
      return { text: undefined, pictures: 0 };
  }
}

/** By its media id, which media/get takes for three days (90254). */
function mediaOf(kind: InboundMedia["kind"], fields: XmlFields): { readonly media?: InboundMedia } {
  const id = textOf(fields, "MediaId")?.trim();
  if (!id) return {};
  const name = (textOf(fields, "FileName") ?? textOf(fields, "Title"))?.trim();
  return { media: { kind, ...(name && { name }), source: { by: "media-id", id } } };
}

/** What is encrypted in the outer XML (90238). `unsafe`: nothing of it was read. */
export function encryptedIn(body: Buffer): string | undefined | "unsafe" {
  const read = readXml(body.toString("utf8"));
  if (read.kind === "unsafe") return "unsafe";
  return read.kind === "xml" ? textOf(fieldsOf(read.fields), "Encrypt") : undefined;
}
