import type { Urgency } from "../../domain/park/org.ts";
import { type CommandWords, narrow, type Parsed, parse } from "./parse.ts";

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

/** Whether a text asks for confidence. What others have read cannot be taken back, so every clause that does so counts. */

/** What parts the clauses of a text; brackets, dashes and pictures, too. */
const CLAUSE = /[^\s,，。:：;；!！?？()（）【】「」『』[\]［］<>《》#＃"“”'‘’\-—–/|*~…、\p{Extended_Pictographic}]+/gu;
/** Behind these 保密 is one of a list, an explanation, or a word that is spoken of. */
const NO_WISH_BEHIND = /[:：、"“‘'《<]/u;
const PARTICLES = /(?:谢谢|[哦啊呀吧哈呢哟])$/u;
const BARE = /^保密(?:诉求|处理|办理|件|一下)?$/u;
const ENDS_IN_IT = /保密(?:处理|办理|一下|(?:我们?|本人|我司|公司)?的?(?:身份|信息|姓名))?$/u;
const WISHED = /[请望求需须要帮替为给予]|务必|一定|绝对|全程|注意/u;
const NOT_MEANT = /[不无勿]|别|是否|项目|监控|内部|协议|资料|条款|规定|制度/u;
/** A wish is short; what is longer tells something. */
const LONGEST = 14;

/** 【保密】, #保密, 请保密, 这事要帮我们保密; not 保密协议, 不用保密, 安全、保密、消防. */
function asksForConfidence(text: string): boolean {
  const read = text.normalize("NFKC").replaceAll("\uFE0F", "").replaceAll("請", "请").replace(/保 密/gu, "保密");
  for (const match of read.matchAll(CLAUSE)) {
    const clause = match[0].length > 2 * LONGEST ? match[0] : match[0].replace(PARTICLES, "").replace(PARTICLES, "");
    const before = match.index === 0 ? "" : (read.at(match.index - 1) ?? "");
    const after = read.at(match.index + match[0].length) ?? "";
    if (BARE.test(clause) && !NO_WISH_BEHIND.test(before) && after !== "、") return true;
    if (clause.length > LONGEST || !ENDS_IN_IT.test(clause)) continue;
    if (WISHED.test(clause) && !NOT_MEANT.test(clause)) return true;
  }
  return false;
}
