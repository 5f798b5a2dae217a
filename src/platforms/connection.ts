import type { Received } from "./inbound.ts";

/** A connection that is kept to a chat platform in place of an address. */

/**
 * A connection that the program opens and keeps, so that a park needs no address that the internet can call. What comes
 * over it is worked on like a callback.
 */
export interface Connection {
  /**
   * The platform bears one of them only and closes the one before: one process of all holds it, by a lease, and only that
   * one sends what goes over this platform.
   */
  readonly exclusive: boolean;
  /** Opens it and keeps it open, again and again with growing pauses, until it is closed. Returns at once; never throws. */
  open(hooks: ConnectionHooks): OpenConnection;
}

export interface ConnectionHooks {
  /** Keeps what came. Resolves when it is kept: only then may it be acknowledged. Rejects when it could not be. */
  receive(received: Extract<Received, { kind: "message" }>): Promise<Kept>;
  /** Hears of each change, in order. */
  changed(state: ConnectionState): void;
}

/** What was kept is worked on by itself. */
export interface Kept {
  /** Resolves when that is done; never rejects. */
  readonly worked: Promise<unknown>;
  /** Of a press on a card: how its card is changed, as `update` encodes it. */
  readonly answer?: string;
}

export interface OpenConnection {
  /** The last proof that the other side lives: a frame, a pong. Null before the first. */
  aliveAt(): Date | null;
  /** Closes the socket and opens a new one, and says so by its changes: for a connection that lives and hears nothing. */
  renew(): void;
  /** Closes it for good, also when it is asked for while it is being opened. Resolves when no socket is left, and what came is kept or given up. */
  close(): Promise<void>;
}

/** Every reason is fit for a log and holds no secret. */
export type ConnectionState =
  /** The platform has accepted it: what is said now arrives. */
  | { readonly kind: "open" }
  /** It broke, or could not be made; it is tried again by itself. */
  | { readonly kind: "lost"; readonly reason: string }
  /** The platform refuses these credentials: somebody has to mend them. It is tried again seldom. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Somebody else connected with the same credentials. It is not fought over. */
  | { readonly kind: "displaced"; readonly reason: string };
