/** What a message was understood as: nothing is done here, and nothing is worded. */

/** A command as if it had been written out: 签收 12, 退单 12 原因. Free words become one of these. */
export interface Doing {
  /** The command's name: a move of the lifecycle, or a question. */
  readonly command: string;
  /** Which of the command's words was said, or the one that is taught. */
  readonly word: string;
  readonly number: number | null;
  /** What stands behind the word and the number, as it was written. */
  readonly rest: string;
  /** The code of a unit that was named otherwise than the org file writes it. */
  readonly unit?: string;
  /** It was said again after what speaks against it was shown. */
  readonly sure?: true;
  /** It was said soon after the issue, or found by its words, and without a word that it belongs to it. */
  readonly soon?: true;
  /** What was said, where it may be a matter of its own, and is no part of what would be done. */
  readonly matter?: string;
  /** The issues that were shown with it, where it is about several. */
  readonly shown?: readonly number[];
  /** How many pictures came with it, when it was first said. */
  readonly pictures?: number;
  /** What came with it then, by the ids under which it is fetched. */
  readonly files?: readonly string[];
}

/** The one thing that is missing from a command. */
export const MISSING = ["text", "reason", "date", "unit", "company", "number", "person", "stars"] as const;
export type Missing = (typeof MISSING)[number];

/** What is told in return, where nothing is done: how something stands, or how what was wished for is said. */
export type Told =
  | "order-stands"
  | "dispatch-stands"
  | "helper-stands"
  | "request-stands"
  | "no-request"
  | "unit-is-found"
  | "record-stands"
  | "kept-on-board"
  | "words-of-units"
  | "holidays"
  | "phone-of-staff"
  | "say-in-private"
  | "what-confidence-is"
  | "confidence-stands"
  | "confidence-from-outside"
  | "raised-elsewhere"
  | "said-elsewhere"
  | "common-or-issue"
  | "which-common"
  | "what-instead"
  | "what-a-common-problem-is"
  | "which-two"
  | "well-and-closed"
  | "join-stands"
  | "urge-stands"
  | "not-pressed"
  | "not-filed"
  | "nothing-to-file"
  | "no-figures"
  | "lead-of-what"
  | "others-confirm"
  | "not-split"
  | "company-stands"
  | "none-of-that"
  | "not-in-text"
  | "nothing-to-edit"
  | "not-as-many";

/** One step of the reply, in the order in which it was said. */
export type Step =
  /** It is done: as a command's own words, or as words that mean it clearly and can be undone. */
  | { readonly kind: "do"; readonly doing: Doing }
  /** It is shown, and done after one word. */
  | { readonly kind: "offer"; readonly doing: Doing }
  /** Several issues may be meant. */
  | { readonly kind: "which"; readonly doing: Doing; readonly among: readonly number[] }
  /** One thing is asked for, and the rest is kept. */
  | { readonly kind: "need"; readonly doing: Doing; readonly what: Missing }
  /** It cannot be done by this person or now: whoever carries it out says why, and what can be done instead. */
  | { readonly kind: "decline"; readonly doing: Doing }
  /** Call 119, 110 or 120 first. */
  | { readonly kind: "danger" }
  | { readonly kind: "greet" }
  /** Something is said in return, and nothing is done. */
  | {
      readonly kind: "tell";
      readonly told: Told;
      /** The words for which nothing was found, or not as many. */
      readonly about?: string;
    }
  /** The danger is over that was to be filed: it is filed by its word alone. */
  | { readonly kind: "over"; readonly shown: Doing }
  | { readonly kind: "silence" }
  | { readonly kind: "unknown" };

/** What to do, and why: a word for each decision, never of the text. */
export interface Understood {
  readonly steps: readonly Step[];
  readonly why: readonly string[];
  /** Whether what was asked before stays open: thanks and courtesy do not answer it. */
  readonly keepsQuestion?: boolean;
  /** It answers what was asked, with a yes, a no or what was missing. */
  readonly answers?: boolean;
}

/** What can be done by a word of its own, which needs no number while it is open: 合并, 参考 2. */
export interface Way {
  /** The command whose words these are, and the number that may stand behind them. */
  readonly said: string;
  readonly number: number;
  readonly doing: Doing;
}

/** What the bot asked one person in one chat, and has no answer to yet. */
export type Question =
  | Firm
  /** Nothing waits for it: who says nothing to it has said enough, and what he says next is understood as ever. */
  | {
      readonly ask: "ways";
      readonly ways: readonly Way[];
      /** The common problem that was spoken of last: what is said next in few words is about it. */
      readonly common?: number;
      /** What was done about it last, as its command says it, a line each: 不是，下周三 puts that right. */
      readonly did?: string;
    };

/** What waits for an answer. */
export type Firm =
  /** Whether this shall be done; several are done together. `ways`: what can be done instead. */
  | {
      readonly ask: "offer";
      readonly doings: readonly Doing[];
      readonly ways?: readonly Way[];
      /** Something else was said and answered since: 好的 and its like may be to that. */
      readonly beside?: true;
    }
  | { readonly ask: "which"; readonly doing: Doing; readonly among: readonly number[] }
  /** `options`: what was listed with numbers, a unit's or company's name each. */
  | { readonly ask: "need"; readonly doing: Doing; readonly what: Missing; readonly options?: readonly string[] };

/** What a message is to what was asked. */
export type Answer =
  | { readonly kind: "answered"; readonly steps: readonly Step[] }
  /** A no: with what it goes on, when it says more. `isTold`: it is no plain no, so that it is said what is not done. */
  | { readonly kind: "refused"; readonly rest: string; readonly isTold?: true }
  /** Thanks and the like: it is still waited for. */
  | { readonly kind: "waits" }
  /** It is about something else. */
  | { readonly kind: "other" };

/**
 * Pictures and files that came without a word: the bot has asked to what they belong. What is said next has them; a yes adds them to the
 * issue that was named then.
 */
export interface Loose {
  readonly ask: "pictures";
  readonly pictures: number;
  readonly files: readonly string[];
  readonly issue?: number;
}
