import { z } from "zod";
import { readJson } from "./parse.ts";

/** The frames of the long connection, as page 101463 has them: JSON in text, not encrypted. */

export type Command =
  | "aibot_subscribe"
  | "ping"
  | "aibot_respond_msg"
  | "aibot_respond_update_msg"
  | "aibot_send_msg"
  | "aibot_upload_media_init"
  | "aibot_upload_media_chunk"
  | "aibot_upload_media_finish";

type Fields = Readonly<Record<string, unknown>>;

export type Frame =
  | { readonly kind: "message"; readonly reqId: string; readonly body: unknown }
  | { readonly kind: "event"; readonly reqId: string; readonly event: string; readonly body: unknown }
  /** The answer to a frame of ours: its body's fields, with `errcode` and `errmsg` among them. */
  | { readonly kind: "answer"; readonly reqId: string; readonly fields: Fields }
  /** The reason is fit for a log and holds no content. */
  | { readonly kind: "strange"; readonly reason: string };

const frame = z.looseObject({
  cmd: z.string().optional().catch(undefined),
  headers: z
    .looseObject({ req_id: z.union([z.string(), z.number().transform(String)]) })
    .optional()
    .catch(undefined),
  errcode: z
    .union([z.number(), z.string().regex(/^-?\d+$/)])
    .optional()
    .catch(undefined),
  errmsg: z.string().optional().catch(undefined),
  body: z.unknown().optional(),
});
const fields = z.record(z.string(), z.unknown()).catch({});
const event = z.looseObject({ event: z.looseObject({ eventtype: z.string() }) });

/** `aibot_callback` is what messages were called before: the official SDK still knows it. */
const MESSAGES: ReadonlySet<string | undefined> = new Set(["aibot_msg_callback", "aibot_callback"]);

/** What one frame is. Never throws. */
export function readFrame(text: string): Frame {
  const read = frame.safeParse(readJson(text));
  if (!read.success) return strange("a frame that is no JSON object");
  const { cmd, headers, errcode, errmsg, body } = read.data;
  const reqId = headers?.req_id ?? "";
  if (errcode !== undefined) {
    return { kind: "answer", reqId, fields: { ...fields.parse(body), errcode, errmsg: errmsg ?? "" } };
  }
  if (MESSAGES.has(cmd)) return { kind: "message", reqId, body };
  if (cmd === "aibot_event_callback") {
    const said = event.safeParse(body);
    return said.success
      ? { kind: "event", reqId, event: said.data.event.eventtype, body }
      : strange("an event without a name");
  }
  return strange(cmd === undefined ? "a frame without cmd and errcode" : "a frame with an unknown cmd");
}

function strange(reason: string): Frame {
  return { kind: "strange", reason };
}
