import type { Actor } from "../domain/issue/issue.ts";
import type { AttachmentRef, Target } from "../domain/notice/notice.ts";
import type { Chat } from "../domain/park/org.ts";
import type { Context, Source } from "../issues/context.ts";
import type { Sender } from "../issues/guest.ts";
import { type Block, type Card, say } from "../messages/card.ts";
import type { Reader } from "../messages/reader.ts";
import type { Saying } from "../messages/saying.ts";
import { CALL_FOR_HELP, tooLong } from "../messages/zh-cn/chat.ts";
import type { Taught } from "../messages/zh-cn/commands.ts";
import type { Circle } from "./understand/circle.ts";
import type { Loose, Question } from "./understand/outcome.ts";
import type { CommandWords } from "./understand/parse.ts";
import type { Situation } from "./understand/situation.ts";

/** One message to be replied to: who says it, where, what it quotes, and what the reply may show. */
export interface Conversation {
  readonly ctx: Context;
  readonly actor: Actor;
  readonly source: Source;
  /** Who reads the reply: whatever it shows is made by this one. */
  readonly reader: Reader;
  /** The chat as the org file knows it; null in a direct chat. */
  readonly chat: Chat | null;
  readonly text: string;
  readonly pictures: number;
  /** The group of companies (its code) where what is raised is public: this one, or where it was said before. */
  readonly publicIn: string | null;
  readonly sender: Sender;
  /** What decides the meaning of what was said; commands that show what waits for the person read it too. */
  readonly situation: Situation;
  /** Everything that can be said. */
  readonly commands: readonly Command[];
  /** The address of a picture or document, for a place that nothing can be sent to. */
  readonly linkTo: (what: AttachmentRef) => string;
  /** Where the board is, without a slash at its end. */
  readonly boardAt: () => string;
  /** Whether anything but a reply can be sent to this chat. */
  readonly posts: (chat: Chat) => boolean;
  /** Hears that an account was recognised, or is none any more: the park in force has to learn it. */
  readonly onRecognised?: () => void;
}

/** Who says something, and who reads what comes of it: all that a move needs to know of a conversation. */
export type Speaking = Pick<Conversation, "ctx" | "actor" | "reader" | "source">;

/** What was said behind a command's word, and which of its words it was. */
export interface Said {
  readonly word: string;
  /** The issue's number (or the message's); 0 where none was needed and none was said. */
  readonly id: number;
  readonly number: number | null;
  readonly rest: string;
  /** The code of a unit that was named otherwise than the org file writes it. */
  readonly unit?: string | undefined;
  /** The unit stands in a field of its own: what is said beside it is a note, and no day in it a limit. */
  readonly noted?: boolean | undefined;
  /** It was said again after what speaks against it was shown. */
  readonly sure?: boolean | undefined;
  /** The issues that were shown then, where it is about several. */
  readonly shown?: readonly number[] | undefined;
}

/** One command, whole: by what it is called, who is taught it, and what it does. */
export interface Command extends CommandWords, Pick<Taught, "usage" | "does"> {
  readonly who: readonly Circle[];
  /** Whether what begins so may be longer than any text: a pasted list. */
  takesLong?(rest: string): boolean;
  run(conversation: Conversation, said: Said): Reply | Promise<Reply>;
  /** What is said when it is to be shown first, and cannot be done as it stands: nobody is asked for a yes to that. Null: it can. */
  refuses?(conversation: Conversation, said: Said): Promise<Reply | null>;
  /** What cannot wait for a yes, when it is only shown first. */
  offered?(heard: Heard, said: Said): Promise<void>;
}

/** Who says what cannot wait, and where. `stranger`: nothing can come of it, with the id of the group where the org file does not know that. */
export interface Heard extends Pick<Conversation, "ctx" | "sender" | "publicIn" | "source"> {
  readonly stranger?: { readonly group: string | null } | undefined;
}

/** What is said in return. `card: null` is silence. */
export interface Reply {
  readonly card: Card | null;
  readonly issueId: number | null;
  /** What goes to other places beside the reply here, each made for the eyes of its place. */
  readonly aside?: readonly Aside[];
  /** What is asked with it, and stays open until it is answered. */
  readonly asks?: Question;
}

/** What a message comes to: the reply, and the question that is open after it. */
export interface Outcome {
  readonly reply: Reply;
  /** `kept`: the one that was open before, as it was. */
  readonly question: Question | Loose | null | "kept";
  /** Why it was understood so, without a word of it. */
  readonly why: readonly string[];
}

/** What goes to the person alone, or to the group where something was said before. */
export interface Aside {
  readonly card: Card;
  readonly issueId: number | null;
  readonly to: Exclude<Target, { kind: "reply" }>;
}

export const SILENCE: Reply = { card: null, issueId: null };

export function sentence(saying: Saying, issueId: number | null = null): Reply {
  return { card: say(saying), issueId };
}

export function withCard(card: Card, issueId: number | null = null): Reply {
  return { card, issueId };
}

/** The longest text that is accepted, in characters. */
export const MAX_TEXT = 2000;

/** What may stand around it: the command's word, a number, a company, wishes. */
const AROUND = 500;

/** Whether a whole message is longer than any text may be: then nothing looks into it. */
export function isTooLong(characters: number): boolean {
  return characters > MAX_TEXT + AROUND;
}

/** What is said to a text that is longer than any may be; null to others. */
export function tooLongProblem(text: string): string | null {
  const characters = [...text].length;
  return characters > MAX_TEXT ? tooLong(characters, MAX_TEXT) : null;
}

/** The same reply, behind whom to call when people are in danger. */
export function callingForHelp(reply: Reply): Reply {
  const first: Block = { kind: "text", text: CALL_FOR_HELP };
  return { ...reply, card: { blocks: [first, ...(reply.card?.blocks ?? [])] } };
}
