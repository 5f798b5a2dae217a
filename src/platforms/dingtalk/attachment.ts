import type { HttpAnswer } from "../answer.ts";
import type { Attachment, Delivery } from "../platform.ts";
import { textOf } from "./fields.ts";

/** What `msgKey` and `msgParam` say of one message (robot-message-type). */
export interface RobotMessage {
  readonly msgKey: "sampleMarkdown" | "sampleImageMsg" | "sampleFile";
  readonly msgParam: Readonly<Record<string, string>>;
}

/** An uploaded picture or file as a message. The media id keeps its leading `@`. */
export function mediaMessage(attachment: Attachment, mediaId: string): RobotMessage {
  if (attachment.kind === "picture") return { msgKey: "sampleImageMsg", msgParam: { photoURL: mediaId } };
  const fileType = attachment.name.slice(attachment.name.lastIndexOf(".") + 1);
  return { msgKey: "sampleFile", msgParam: { mediaId, fileName: attachment.name, fileType } };
}

/** The media id of an upload's answer (media/upload), or what its failure means. Nothing was shown in the chat. */
export function mediaIdOf(
  answer: HttpAnswer,
  delivery: Delivery,
): { readonly mediaId: string } | Exclude<Delivery, { state: "sent" }> {
  if (delivery.state === "sent") {
    const mediaId = answer.kind === "answer" ? textOf(answer.body["media_id"]) : "";
    return mediaId === "" ? { state: "later", reason: "the upload's answer has no media_id" } : { mediaId };
  }
  const reason = `upload: ${delivery.reason}`;
  return delivery.state === "unknown" ? { state: "later", reason } : { ...delivery, reason };
}
