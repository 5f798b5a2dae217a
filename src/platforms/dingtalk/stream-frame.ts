import { fieldsOf, readJson, textOf } from "./fields.ts";

/** What people say to the robot. */
export const ROBOT_TOPIC = "/v1.0/im/bot/messages/get";
/** What is pressed on cards. */
export const CARD_TOPIC = "/v1.0/card/instances/callback";

/** One thing that DingTalk pushes. `data` is JSON as text. */
export interface Frame {
  readonly type: string;
  readonly topic: string;
  /** Named by the answer; the frame that announces the end has none. */
  readonly messageId: string;
  readonly data: string;
}

/**
 * Reads a frame; null when it is no JSON object with headers.
 * Source: open-dingtalk/developerpedia docs/learn/stream/protocol.md, whose samples also write `header`.
 */
export function readFrame(text: string): Frame | null {
  const frame = readJson(text);
  const headers = fieldsOf(frame?.["headers"]) ?? fieldsOf(frame?.["header"]);
  if (frame === null || headers === null) return null;
  const data = fieldsOf(frame["data"]);
  return {
    type: textOf(frame["type"]),
    topic: textOf(headers["topic"]),
    messageId: textOf(headers["messageId"]),
    data: data === null ? textOf(frame["data"]) : JSON.stringify(data),
  };
}

/** What the other side may be told of a frame. */
export const OUTCOMES = {
  200: "OK",
  400: "the data is not understood",
  404: "this topic is not handled",
} as const;

/** The answer to a frame, as it goes over the wire. */
export function answerTo({ messageId }: Frame, code: keyof typeof OUTCOMES, data: object | string): string {
  return JSON.stringify({
    code,
    headers: { contentType: "application/json", messageId },
    message: OUTCOMES[code],
    data: typeof data === "string" ? data : JSON.stringify(data),
  });
}
