import { WebSocket } from "ws";
import { WECOM_SOCKET_PAGE } from "../../messages/zh-cn/operator.ts";
import type { Examined } from "../platform.ts";
import { failureOf } from "./socket.ts";
import { SOCKET_TIMES } from "./socket-times.ts";

/**
 * Whether the address answers as a WebSocket does. It does not subscribe: that would displace the running bot (101463).
 */
export async function examineSocket(url: string): Promise<Examined> {
  const { host } = new URL(url);
  const failure = await handshake(url);
  if (failure === null) {
    return {
      right: true,
      text: `${host} answers a WebSocket handshake. WECOM_BOT_ID and WECOM_BOT_SECRET are proved at the start alone, because a test would displace the running bot`,
    };
  }
  return {
    right: false,
    text: `${host}: ${failure}: without the long connection nothing is heard. Let this machine reach it (firewall, proxy, name server), or correct WECOM_WS_URL; the bot must be set to ${WECOM_SOCKET_PAGE}.`,
  };
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
