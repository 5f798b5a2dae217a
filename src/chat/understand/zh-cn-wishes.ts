import type { Urgency } from "../../domain/org.ts";
import { type CommandWords, narrow, type Parsed, parse } from "./parse.ts";
import { asksForConfidence } from "./zh-cn-confidence.ts";

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

/** 保密 诉求 …, 【紧急】#用电 诉求 …: wishes, and what stands behind them. */
const WISHES_FIRST =
  /^((?:(?:[【（(「［[#＃]?(?:保密|紧急|复杂)[】）)」］\]]?[\s,，:：]*)|(?:[#＃][^\s]+[\s,，:：]+))+)([\s\S]+)$/u;

/** Reads a command as `parse` does; before the word of one that raises an issue may stand wishes, which become its text's last words. */
export function parseWithWishes<Command extends CommandWords>(
  text: string,
  commands: readonly Command[],
  quotes: boolean,
): Parsed<Command> {
  const direct = parse(text, commands, quotes);
  if (direct.kind !== "unknown") return direct;
  const match = WISHES_FIRST.exec(direct.text);
  if (match === null) return direct;
  const inner = parse(match[2] ?? "", commands);
  const files = inner.kind === "command" && (inner.spec.name === "submit" || inner.spec.name === "for");
  return files ? { ...inner, rest: [inner.rest, ...wishesIn(match[1] ?? "")].join(" ") } : direct;
}

/** 【保密】#用电: each word without what stands around it. */
function wishesIn(words: string): readonly string[] {
  return (words.match(/[#＃]?(?:保密|紧急|复杂)|[#＃][^\s,，:：]+/gu) ?? []).map((one) =>
    one.replace(/^[#＃](?=保密|紧急|复杂)/u, ""),
  );
}
