import { createHash } from "node:crypto";
import type { HttpAnswer } from "../answer.ts";
import type { HttpClient } from "../http-client.ts";
import type { Attachment, Delivery } from "../platform.ts";

/** Pictures and files in a group by its webhook (91770): a picture within the message, a file uploaded before it. */

export type Prepared =
  | { readonly kind: "message"; readonly message: Readonly<Record<string, unknown>> }
  /** Nothing was shown in the group. */
  | { readonly kind: "failed"; readonly delivery: Exclude<Delivery, { state: "sent" }> };

/** The body of the message that shows it. */
export async function attachmentMessage(
  http: HttpClient,
  webhook: string,
  attachment: Attachment,
  read: (answer: HttpAnswer) => Delivery,
): Promise<Prepared> {
  const { kind, bytes } = attachment;
  if (kind === "picture") {
    const md5 = createHash("md5").update(bytes).digest("hex");
    return prepared({ msgtype: "image", image: { base64: bytes.toString("base64"), md5 } });
  }
  const key = new URL(webhook).searchParams.get("key") ?? "";
  const url = new URL("upload_media", webhook);
  url.search = "";
  const answer = await http.postForm({ url: url.href, query: { key, type: "file" }, field: "media", file: attachment });
  const media = mediaIdOf(answer, read(answer));
  return "state" in media ? failed(media) : prepared({ msgtype: "file", file: { media_id: media.mediaId } });
}

/** The id of what was uploaded, or why there is none. Nothing was shown yet, so an unknown end means another try. */
export function mediaIdOf(
  answer: HttpAnswer,
  delivery: Delivery,
): { readonly mediaId: string } | Exclude<Delivery, { state: "sent" }> {
  if (delivery.state === "sent") {
    const mediaId = answer.kind === "answer" ? answer.body["media_id"] : undefined;
    if (typeof mediaId === "string" && mediaId !== "") return { mediaId };
    return { state: "later", reason: "the upload's answer has no media_id" };
  }
  const reason = `upload: ${delivery.reason}`;
  return delivery.state === "unknown" ? { state: "later", reason } : { ...delivery, reason };
}

function prepared(message: Readonly<Record<string, unknown>>): Prepared {
  return { kind: "message", message };
}

function failed(delivery: Exclude<Delivery, { state: "sent" }>): Prepared {
  return { kind: "failed", delivery };
}
