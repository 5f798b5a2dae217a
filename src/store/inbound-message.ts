import type { PlatformName } from "../domain/org.ts";

/** A message as it is kept between its arrival and its answer: what answering needs, nothing more. */
export interface StoredMessage {
  readonly platform: PlatformName;
  readonly messageId: string;
  /** Null in a direct chat. */
  readonly groupId: string | null;
  readonly senderId: string;
  readonly senderName: string | null;
  readonly text: string;
  readonly pictures: number;
  /** A kind of content that has no text. */
  readonly unreadable: string | null;
  readonly quotes: boolean;
  readonly quoteText: string | null;
  /** The platform's key of the quoted message, where it tells one. */
  readonly quoteKey: string | null;
  readonly replyUrl: string | null;
  readonly replyUntil: string | null;
}
