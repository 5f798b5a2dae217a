/** The frames of the long connection, as the platform reads and writes them (101463). */

export type Fields = Readonly<Record<string, unknown>>;

/** A frame of the bot. */
export interface BotFrame {
  readonly cmd: string;
  readonly reqId: string;
  readonly body: Fields;
}

export interface SocketAnswer {
  readonly errcode: number;
  readonly errmsg: string;
  readonly body?: object;
}

export const OK: SocketAnswer = { errcode: 0, errmsg: "ok" };

export function refusal(errcode: number, errmsg: string): SocketAnswer {
  return { errcode, errmsg };
}

/** Null for what is no frame. */
export function botFrame(text: string): BotFrame | null {
  const frame = fields(parsed(text));
  const { cmd } = frame;
  const { req_id: reqId } = fields(frame["headers"]);
  if (typeof cmd !== "string" || typeof reqId !== "string" || reqId === "") return null;
  return { cmd, reqId, body: fields(frame["body"]) };
}

export function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
