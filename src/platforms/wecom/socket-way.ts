import type { Clock } from "../../shared/clock.ts";
import type { Logger } from "../../shared/logger.ts";
import type { Connection } from "../connection.ts";
import type { SocketKeys } from "./socket.ts";
import { SocketInbox } from "./socket-inbox.ts";
import { SocketReplies } from "./socket-replies.ts";
import { SocketRoad } from "./socket-road.ts";
import { SocketSender } from "./socket-send.ts";
import { SOCKET_TIMES, type SocketTimes } from "./socket-times.ts";

export interface SocketWayOptions extends SocketKeys {
  readonly botName: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Shorter ones for a test. */
  readonly times?: Partial<SocketTimes>;
}

/** The long connection with what is sent over it, put together. */
export function createSocketWay({ times: wished, ...options }: SocketWayOptions): {
  readonly connection: Connection;
  readonly sender: SocketSender;
} {
  const { clock } = options;
  const times = { ...SOCKET_TIMES, ...wished };
  const replies = new SocketReplies({
    times,
    clock,
    respond: (reqId, body) => road.ask("aibot_respond_msg", body, reqId),
  });
  const change = (reqId: string, card: unknown) => {
    const body = { response_type: "update_template_card", template_card: card };
    // Too late, it is not changed; what happened was recorded, and the card says so when it is pressed again.
    void road.ask("aibot_respond_update_msg", body, reqId);
  };
  const inbox = new SocketInbox({ ...options, times, replies, change });
  const road = new SocketRoad(
    { ...options, times },
    {
      hear: (frame, receive) => inbox.hear(frame, receive),
      lost: () => replies.rest(),
      rest: () => inbox.rest(),
    },
  );
  return { connection: road, sender: new SocketSender({ road, replies, clock }) };
}
