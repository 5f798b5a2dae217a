import { WebSocket } from "ws";
import { said } from "../../messages/operator-words.ts";
import type { Examined } from "../platform.ts";
import { failureOf } from "./socket.ts";
import { SOCKET_TIMES } from "./socket-times.ts";

/**
 * Whether the address answers as a WebSocket does. It does not subscribe: that would displace the running bot (101463).
 */
export async function examineSocket(url: string): Promise<Examined> {
  const { host } = new URL(url);
  const failure = await handshake(url);
  return failure === null
    ? { right: true, ...said((words) => words.socketAnswers(host)) }
    : { right: false, ...said((words) => words.socketSilent(`${host}: ${failure}`)) };
}

/** Null when it succeeded, else why not. */
function handshake(url: string): Promise<string | null> {
  return new Promise((resolve) => {
    const ws = new WebSocket(url, { handshakeTimeout: SOCKET_TIMES.handshake, perMessageDeflate: false });
    let found: string | null = "no connection";
    ws.on("open", () => {
      found = null;
      ws.terminate();
    });
    ws.on("error", (error) => {
      found = found === null ? null : failureOf(error);
    });
    ws.on("close", () => resolve(found));
  });
}
