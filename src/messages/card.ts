import type { NextStep } from "./actions.ts";
import type { Saying } from "./saying.ts";

/**
 * What can be said, without knowing where. Every string in a card but the address of a link is plain text: renderers
 * escape all of it, and formatting comes from the kind of block alone. So a text that a person wrote can never become
 * a mention, a link or a heading.
 */
export type Block =
  /** The one line that matters, shown strong. `onPage`, here and below: what stands on a page in its place. */
  | { readonly kind: "title"; readonly text: string; readonly onPage?: string }
  /** A paragraph of the bot's. May hold line breaks. */
  | { readonly kind: "text"; readonly text: string; readonly onPage?: string }
  /** What a person wrote, shown as a quotation. */
  | { readonly kind: "said"; readonly by?: string | undefined; readonly text: string }
  /** Label and value, a line each. */
  | { readonly kind: "fields"; readonly fields: readonly Field[] }
  /** Entries with a bullet each. */
  | { readonly kind: "list"; readonly items: readonly Entry[] }
  /** People to be alerted, by platform user id; shown by name where the platform cannot alert. */
  | { readonly kind: "mention"; readonly people: readonly Mention[] }
  /**
   * What can be done next; `explained`: with what each does. `versions`: of the issues that the steps move, by number, as
   * they stood when the card was made; without them no step that moves an issue becomes a button.
   */
  | {
      readonly kind: "actions";
      readonly steps: readonly NextStep[];
      readonly explained?: true;
      readonly versions?: Readonly<Record<string, number>>;
    }
  /** What can be said in return to a question, word for word. `question`: which one; without it they become no buttons. */
  | { readonly kind: "choices"; readonly words: readonly string[]; readonly question?: string }
  /** What explains, shown small. */
  | { readonly kind: "hint"; readonly text: string; readonly onPage?: string }
  /**
   * An address that the program made itself, to be opened; never one that a person wrote. With `picture` what is there
   * is shown in its place, where the platform does so.
   */
  | { readonly kind: "link"; readonly text: string; readonly url: string; readonly picture?: true }
  | { readonly kind: "divider" };

/** A line, or a line and what stands below it on short ones of their own. */
export type Entry = string | readonly string[];

export interface Field {
  readonly label: string;
  readonly value: string;
}

export interface Mention {
  readonly userId: string;
  readonly name: string;
}

/** In front of what stands below a list's line. */
export const INDENT = "\u3000";

export interface Card {
  readonly blocks: readonly Block[];
}

/** Whether a value that was kept as JSON is a card: this program alone writes them. */
export function isCard(value: unknown): value is Card {
  return typeof value === "object" && value !== null && "blocks" in value && Array.isArray(value.blocks);
}

/** The blocks that are one sentence. */
type Sentence = "title" | "text" | "hint";

/** A block of one sentence, which may read otherwise on a page. */
export function saying<Kind extends Sentence>(kind: Kind, said: Saying) {
  return typeof said === "string" ? { kind, text: said } : { kind, ...said };
}

/** A paragraph of one sentence. */
export function paragraph(said: Saying): Extract<Block, { readonly kind: "text" }> {
  return saying("text", said);
}

/** A card of one paragraph. */
export function say(said: Saying): Card {
  return { blocks: [paragraph(said)] };
}

/** A card as pages show it: without the words that would be said next, for which they have forms. */
export function onPages({ blocks }: Card): Card {
  return {
    blocks: blocks.flatMap((block): readonly Block[] => {
      if (block.kind === "actions" || block.kind === "choices") return [];
      if (!("onPage" in block) || block.onPage === undefined) return [block];
      return [{ kind: block.kind, text: block.onPage }];
    }),
  };
}
