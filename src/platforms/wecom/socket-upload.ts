import { createHash } from "node:crypto";
import { type Attachment, type Delivery, gaveUp } from "../platform.ts";
import { readSocketAnswer } from "./socket-codes.ts";
import type { SocketRoad } from "./socket-road.ts";

/** Pictures and files over the long connection: uploaded in pieces, then shown by their media id (101463). */

type Ask = SocketRoad["ask"];

/** Of a piece, before base64. */
const CHUNK_BYTES = 512 * 1024;
/** Of the official SDK's constants; pieces of a hundred would allow more. */
const MOST_BYTES: Readonly<Record<Attachment["kind"], number>> = {
  picture: 10 * 1024 * 1024,
  file: 20 * 1024 * 1024,
};
/** For all of it: longer than a claim of the message lasts, somebody else would begin it again. In milliseconds. */
const UPLOAD_MS = 60_000;
const WECOM_TYPES: Readonly<Record<Attachment["kind"], "image" | "file">> = { picture: "image", file: "file" };

export type Uploaded =
  /** The body of the message that shows it. */
  | { readonly kind: "message"; readonly message: object }
  /** Nothing was shown. */
  | { readonly kind: "failed"; readonly delivery: Exclude<Delivery, { state: "sent" }> };

/** A step's answer: the field that was asked for, or why there is none. */
type Step = { readonly value: string } | { readonly failed: Exclude<Delivery, { state: "sent" }> };

/** Uploads it, and gives the body of the message that shows it. */
export async function uploaded(ask: Ask, { kind, name, bytes }: Attachment): Promise<Uploaded> {
  const began = performance.now();
  if (bytes.length > MOST_BYTES[kind]) return failed(gaveUp("too-large"));
  const type = WECOM_TYPES[kind];
  const chunks = Math.ceil(bytes.length / CHUNK_BYTES);
  const md5 = createHash("md5").update(bytes).digest("hex");
  const start = { type, filename: name, total_size: bytes.length, total_chunks: chunks, md5 };
  const session = await step(ask, "aibot_upload_media_init", start, "upload_id");
  if ("failed" in session) return failed(session.failed);
  for (let index = 0; index < chunks; index++) {
    if (performance.now() - began > UPLOAD_MS) return failed({ state: "later", reason: "upload: it took too long" });
    const piece = bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    const body = { upload_id: session.value, chunk_index: index, base64_data: piece.toString("base64") };
    const sent = await step(ask, "aibot_upload_media_chunk", body, null);
    if ("failed" in sent) return failed(sent.failed);
  }
  const finished = await step(ask, "aibot_upload_media_finish", { upload_id: session.value }, "media_id");
  if ("failed" in finished) return failed(finished.failed);
  return { kind: "message", message: { msgtype: type, [type]: { media_id: finished.value } } };
}

async function step(ask: Ask, command: Parameters<Ask>[0], body: object, field: string | null): Promise<Step> {
  const answer = await ask(command, body);
  const delivery = readSocketAnswer(answer);
  if (delivery.state !== "sent") {
    const reason = `upload: ${delivery.reason}`;
    // Nothing is shown yet, so nothing can come twice.
    return { failed: delivery.state === "unknown" ? { state: "later", reason } : { ...delivery, reason } };
  }
  if (field === null) return { value: "" };
  const value = answer.kind === "answer" ? answer.body[field] : undefined;
  if (typeof value === "string" && value !== "") return { value };
  return { failed: { state: "later", reason: `upload: the answer has no ${field}` } };
}

function failed(delivery: Exclude<Delivery, { state: "sent" }>): Uploaded {
  return { kind: "failed", delivery };
}
