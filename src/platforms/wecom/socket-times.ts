const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What the long connection waits for, in milliseconds. The protocol's own are those of page 101463 and the official SDK. */
export interface SocketTimes {
  /** Between two pings; after two without an answer the connection counts as dead. */
  readonly ping: number;
  /** For the answer to a frame. */
  readonly answer: number;
  /** For the connection to be made. */
  readonly handshake: number;
  /** The first pause before a new connection, and the longest that it grows to. */
  readonly firstPause: number;
  readonly longestPause: number;
  /** The same after 45009, which subscribing too often brings. */
  readonly busyPause: number;
  readonly longestBusyPause: number;
  /** After wrong credentials; the last one repeats. */
  readonly refusedPauses: readonly number[];
  /** After somebody else took the connection over. */
  readonly displacedPause: number;
  /** A connection that lived for so long was a good one: the next pause is a short one again. */
  readonly steady: number;
  /** Until somebody who wrote is told that the answer follows. */
  readonly thinking: number;
  /** Until that is ended with a mark, when nothing was said in return. */
  readonly silent: number;
  /** Between the tries to keep what was heard; the last one repeats. */
  readonly keepPauses: readonly number[];
}

export const SOCKET_TIMES: SocketTimes = {
  ping: 30 * SECOND,
  answer: 5 * SECOND,
  handshake: 10 * SECOND,
  firstPause: SECOND,
  longestPause: MINUTE,
  busyPause: 30 * SECOND,
  longestBusyPause: 10 * MINUTE,
  refusedPauses: [5 * MINUTE, 15 * MINUTE, HOUR],
  displacedPause: HOUR,
  steady: MINUTE,
  thinking: 3_500,
  silent: 30 * SECOND,
  keepPauses: [SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND],
};
