import type { Audience } from "../domain/audience.ts";
import type { Actor } from "../domain/issue.ts";
import type { AttachmentRef, Target } from "../domain/notice.ts";
import type { Chat, PlatformName } from "../domain/org.ts";
import type { Source, Work } from "../issues/work.ts";
import type { Card } from "../messages/card.ts";
import { say } from "../messages/card.ts";
import type { Contact } from "../store/contacts.ts";

/** One message to be answered: who says it, where, what it quotes, and what the answer may show. */
export interface Conversation {
  readonly work: Work;
  readonly actor: Actor;
  readonly source: Source;
  readonly audience: Audience;
  /** The chat as the org file knows it; null in a direct chat. */
  readonly chat: Chat | null;
  readonly text: string;
  readonly pictures: number;
  readonly sender: { readonly platform: PlatformName; readonly userId: string; readonly name: string };
  readonly contact: Contact | null;
  /** The one issue that the quoted message is about. */
  readonly quoted: number | null;
  /** The address of a picture or document, for a place that nothing can be sent to. */
  readonly linkTo: (what: AttachmentRef) => string;
}

/** What is answered. `card: null` is silence. */
export interface Reply {
  readonly card: Card | null;
  readonly issueId: number | null;
  /** What goes to other places beside the answer here, each made for the eyes of its place. */
  readonly aside?: readonly Aside[];
}

/** What goes to the person alone, or to the group where something was said before. */
export interface Aside {
  readonly card: Card;
  readonly issueId: number;
  readonly to: Exclude<Target, { kind: "reply" }>;
}

export const SILENCE: Reply = { card: null, issueId: null };

export function sentence(text: string, issueId: number | null = null): Reply {
  return { card: say(text), issueId };
}

export function reply(card: Card, issueId: number | null = null): Reply {
  return { card, issueId };
}

/** The roles of those who run the park's side. */
export const STAFF: ReadonlySet<string> = new Set(["officer", "head", "coordinator", "leader", "admin"]);

/** The longest text that is accepted, in characters. */
export const MAX_TEXT = 2000;

/** What may stand around it: the command's word, a number, a company, wishes. */
const AROUND = 500;

/** Whether a whole message is longer than any text may be: then nothing looks into it. */
export function isTooLong(characters: number): boolean {
  return characters > MAX_TEXT + AROUND;
}

export function tooLong(characters: number): string {
  return `内容有 ${characters} 字，最多 ${MAX_TEXT} 字，请写短一些或分成几件。`;
}
