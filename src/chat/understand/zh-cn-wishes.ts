import type { Urgency } from "../../domain/park/org.ts";
import { narrow } from "../../domain/plain.ts";
import { type Beside, type CommandWords, type Parsed, parse } from "./parse.ts";
import { asksForConfidence } from "./zh-cn-confidence.ts";

/** What is wished inside a text: a category, an urgency, confidence. */
export interface Wishes {
  /** Without the wishes that stand before it; nothing else is taken out of what was written. */
  readonly text: string;
  readonly urgency: Urgency;
  readonly confidential: boolean;
  readonly category: string | undefined;
}

type Wish = Partial<Omit<Wishes, "text">>;

/** As words of their own. Those that are taught are no part of the text where they stand before it. */
const TAUGHT: ReadonlyMap<string, Wish> = new Map(
  Object.entries<Wish>({
    紧急: { urgency: "urgent" },
    urgent: { urgency: "urgent" },
    复杂: { urgency: "complex" },
    complex: { urgency: "complex" },
    保密: { confidential: true },
    confidential: { confidential: true },
  }),
);
const URGENT =
  /^(?:非常|特别|十分|很|超级?|真的?|标)*(?:急{1,6}|(?:特急){1,3}|加急|火急|十万火急|万分火急|紧急|急件|紧急件|紧急诉求|紧急情况|在线等急)(?:了|的|啊|件)?$/u;
/** Nobody has more. */
const MOST_WISHES = 6;
const SEPARATORS = /^[\s,，。、:：;；!！]+/u;
const TOKEN = /[^\s,，。、:：;；!！]+/gu;
/** Behind these, or between them, a word is one of a list. */
const LISTS = /[、和与及]/u;

/** Reads the wishes of a text: #类别 that exists, and 紧急, 特急, 复杂, 保密 as words of their own, not in a list or a negation. */
export function readWishes(text: string, isCategory: (name: string) => boolean): Wishes {
  let wishes: Wishes = { text: "", urgency: "normal", confidential: false, category: undefined };
  let rest = text.trim();
  for (let count = 0; count < MOST_WISHES; count++) {
    const token = /^[^\s,，。、:：;；!！]+/u.exec(rest)?.[0] ?? "";
    const behind = rest.slice(token.length);
    const wish = token === "" || LISTS.test(behind.slice(0, 1)) ? undefined : wishOf(token, isCategory);
    // A second category is a word of the text.
    if (wish === undefined || (wish.category !== undefined && wishes.category !== undefined)) break;
    wishes = { ...wishes, ...wish };
    rest = behind.replace(SEPARATORS, "");
  }
  for (const wish of wishesIn(rest, isCategory)) wishes = { ...wishes, ...notYet(wishes, wish) };
  return { ...wishes, confidential: wishes.confidential || asksForConfidence(text), text: rest };
}

function wishOf(token: string, isCategory: (name: string) => boolean): Wish | undefined {
  const plain = narrow(token).toLowerCase();
  if (plain.startsWith("#") && isCategory(plain.slice(1))) return { category: plain.slice(1) };
  return TAUGHT.get(plain);
}

/** What a wish adds to those that were said before. */
function notYet({ urgency, confidential, category }: Wishes, wish: Wish): Wish {
  return {
    ...(urgency === "normal" && wish.urgency !== undefined && { urgency: wish.urgency }),
    ...(!confidential && wish.confidential !== undefined && { confidential: wish.confidential }),
    ...(category === undefined && wish.category !== undefined && { category: wish.category }),
  };
}

/** The wishes that stand inside a text, as words between its separators. 复杂 inside tells of the matter; at the end it is a wish. */
function wishesIn(text: string, isCategory: (name: string) => boolean): readonly Wish[] {
  const tokens = [...text.matchAll(TOKEN)];
  return tokens.flatMap((match, index) => {
    const [token] = match;
    const end = match.index + token.length;
    const before = text.slice(Math.max(0, match.index - LONGEST_NOT), match.index);
    if (LISTS.test(before.at(-1) ?? "") || LISTS.test(text.charAt(end)) || /[:：]$/u.test(before)) return [];
    if (/\b(?:not|no|never|isn't)\s+$/iu.test(before)) return [];
    if (token.length <= LONGEST_WISH && URGENT.test(narrow(token))) return [{ urgency: "urgent" as const }];
    const wish = wishOf(token, isCategory);
    const isTold = wish?.urgency === "complex" && index < tokens.length - 1;
    return wish === undefined || isTold ? [] : [wish];
  });
}

const LONGEST_NOT = 8;
const LONGEST_WISH = 12;

/** 保密 诉求 …, 【紧急】#用电 诉求 …: wishes, and what stands behind them. */
const WISHES_FIRST =
  /^((?:(?:[【（(「［[#＃]?(?:保密|紧急|复杂)[】）)」］\]]?[\s,，:：]*)|(?:[#＃](?!(?:保密|紧急|复杂)+[\s,，:：])[^\s,，:：#＃]+[\s,，:：]+))+)([\s\S]+)$/u;

/** Reads a command as `parse` does; before the word of one that raises an issue may stand wishes, which go with its text. */
export function parseWithWishes<Command extends CommandWords>(
  text: string,
  commands: readonly Command[],
  beside: Beside,
): Parsed<Command> {
  const direct = parse(text, commands, beside);
  if (direct.kind !== "unknown") return direct;
  const match = WISHES_FIRST.exec(direct.text);
  if (match === null) return direct;
  const inner = parse(match[2] ?? "", commands);
  const files = inner.kind === "command" && (inner.spec.name === "submit" || inner.spec.name === "for");
  if (!files) return direct;
  const wishes = wishesBefore(match[1] ?? "");
  // Behind 代 the company comes first.
  const parts = inner.spec.name === "for" ? [inner.rest, ...wishes] : [...wishes, inner.rest];
  return { ...inner, rest: parts.join(" ") };
}

/** 【保密】#用电: each word without what stands around it. */
function wishesBefore(words: string): readonly string[] {
  return (words.match(/[#＃]?(?:保密|紧急|复杂)|[#＃][^\s,，:：]+/gu) ?? []).map((one) =>
    one.replace(/^[#＃](?=保密|紧急|复杂)/u, ""),
  );
}
