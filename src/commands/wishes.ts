import type { Urgency } from "../domain/org.ts";
import { asksForConfidence } from "./confidence.ts";
import { narrow } from "./parse.ts";

/** What is wished inside a text: a category, an urgency, confidence. */
export interface Wishes {
  readonly text: string;
  readonly urgency: Urgency;
  readonly confidential: boolean;
  readonly category: string | undefined;
}

const WORDS: ReadonlyMap<string, Partial<Wishes>> = new Map(
  Object.entries<Partial<Wishes>>({
    紧急: { urgency: "urgent" },
    urgent: { urgency: "urgent" },
    复杂: { urgency: "complex" },
    complex: { urgency: "complex" },
    保密: { confidential: true },
    confidential: { confidential: true },
  }),
);

/** Takes the wishes out of a text: #类别 that exists, and 紧急, 复杂, 保密 as words of their own. */
export function readWishes(text: string, isCategory: (name: string) => boolean): Wishes {
  let wishes: Wishes = { text: "", urgency: "normal", confidential: false, category: undefined };
  const kept = text.replace(
    // Neither a list (安全、保密、消防) nor what a colon explains holds a wish.
    /(^|[\s,，。;；!！])([#＃]?[^\s,，。、:：;；!！#＃]+)(?=$|[\s,，。:：;；!！#＃])/gu,
    (whole, before: string, word: string) => {
      const plain = narrow(word).toLowerCase();
      if (plain.startsWith("#") && wishes.category === undefined && isCategory(plain.slice(1))) {
        wishes = { ...wishes, category: plain.slice(1) };
        return before;
      }
      const wish = WORDS.get(plain);
      if (wish === undefined) return whole;
      wishes = { ...wishes, ...wish };
      return before;
    },
  );
  const trimmed = kept
    .replace(/[ \t]{2,}/gu, " ")
    .replace(/^[\s,，。、:：;；!！]+/u, "")
    .trim();
  return { ...wishes, confidential: wishes.confidential || asksForConfidence(text), text: trimmed };
}
