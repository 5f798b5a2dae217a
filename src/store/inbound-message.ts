import type { PlatformName } from "../domain/park/org.ts";

/** Of a text, in characters: the longest list that is taken in. Any other text is refused from 2,000 on. */
export const LONGEST_KEPT = 20_000;

/** A message as it is kept between its arrival and its answer: what answering needs, nothing more. */
export interface StoredMessage {
  readonly platform: PlatformName;
  readonly messageId: string;
  /** Null in a direct chat. */
  readonly groupId: string | null;
  readonly senderId: string;
  readonly senderName: string | null;
  readonly text: string;
  /** How many characters were written, where not all of them are kept. */
  readonly written?: number;
  readonly pictures: number;
  /** The pictures and files that can be fetched for a while. */
  readonly media?: readonly StoredMedia[];
  /** A kind of content that has no text. */
  readonly unreadable: string | null;
  readonly quotes: boolean;
  readonly quoteText: string | null;
  /** The platform's key of the quoted message, where it tells one. */
  readonly quoteKey: string | null;
  /** A button was pressed; what it says is the text. */
  readonly press?: StoredPress;
  readonly replyUrl: string | null;
  readonly replyUntil: string | null;
}

/** A picture or file of a message; `source` is what its platform gives the bytes for. */
export interface StoredMedia {
  readonly kind: "picture" | "file";
  readonly name: string | null;
  readonly source: Readonly<Record<string, string>>;
}

export interface StoredPress {
  /** The platform's id of the card. */
  readonly cardId: string;
  /** What has to be so still for it to count; null when the button is none of this version's. */
  readonly on: PressedOn | null;
  /** The card is changed in the answer to the press itself, while the platform waits. */
  readonly inAnswer?: true;
}

export type PressedOn =
  /** The issue, and its version on the card; null of what changes no issue. */
  | { readonly kind: "step"; readonly issueId: number | null; readonly version: number | null }
  /** Which question it answers. */
  | { readonly kind: "answer"; readonly question: string };
