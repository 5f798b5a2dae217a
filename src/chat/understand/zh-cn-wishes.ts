import type { Urgency } from "../../domain/park/org.ts";
import { narrow } from "../../domain/plain.ts";
import { anyOf } from "./any-of.ts";
import { type Beside, type CommandWords, type Parsed, parse } from "./parse.ts";

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

/** Whether a text asks for confidence. What others have read cannot be taken back, so every clause that does so counts. */

/** What parts the clauses of a text; brackets, dashes and pictures, too. */
const CLAUSE = /[^\s,，。:：;；!！?？()（）【】「」『』[\]［］<>《》#＃"“”'‘’\-—–/|*~…、\p{Extended_Pictographic}]+/gu;
/** Behind these 保密 is one of a list, an explanation, or a word that is spoken of. */
const NO_WISH_BEHIND = /[:：、"“‘'《<]/u;
const PARTICLES = /(?:谢谢|[哦啊呀吧哈呢哟])$/u;
const BARE = /^保密(?:诉求|处理|办理|件|一下)?$/u;
/** 帮我保个密, 别让人知道是我们说的: said in other words. */
const OTHERWISE = anyOf(
  "保(?:个|一下|一?点|住)密|匿(?:个)?名(?:反映|投诉|举报|提|说|讲|处理|$)",
  "(?:别|不要|不想|不便|不能|勿|莫|请勿|千万别)[^,，。]{0,6}(?:公开(?!招|透明|信息|征)|外传|声张|说出去|讲出去|曝光|传出去|[让给](?:[^,，。]{0,8}(?:知道|晓得)|[^,，。车机货狗]{1,8}(?:看到|看见|听到)))|(?:只|仅)(?:跟|和|对|给|向)(?:营商办|你们|您|领导|园区)[^,，。]{0,4}(?:说|讲|反映|看)|(?:莫|别|不要)(?:外传|声张|往外(?:说|讲))",
  "(?:想|要)?(?:私下|悄悄|偷偷)(?:里)?(?:跟|和|给|向)?[^,，。]{0,4}(?:说|讲|反映|问|聊)(?:个|件|一?下|点)?",
  "不(?:太|大|是很|怎么)?(?:方便|好|便|想|适合|合适)[^,，。]{0,4}(?:在)?(?:群里?|这里|大家面前)(?:里|中|面)?(?:讲|说|提|发|公开)",
);
/** 能保密吗, 不太方便在群里说: how it can be said is asked, and nothing is said yet. */
const ASKS_WHERE_TO_SAY =
  /不(?:太|大|是很|怎么)?(?:方便|好|便|想|适合|合适)[^,，。]{0,4}(?:在)?(?:群里?|这里|大家面前)|(?:能|可以|可不可以|能不能|会不会|有没有办法|怎么)[^,，。]{0,6}(?:保(?:个)?密|匿名|私下|单独|不公开|别让|不让)[^,，。]{0,8}(?:[吗么不嘛?？]|$)|(?:会|能)不会?[^,，。]{0,6}(?:泄露|传出去|被[^,，。]{0,6}知道)/u;

/** Whether somebody asks how something can be said in confidence. */
export function asksWhereToSay(text: string): boolean {
  return ASKS_WHERE_TO_SAY.test(text.slice(0, LOOKED_AT));
}

/** What stands beside a wish for confidence and tells nothing of a matter. */
const BESIDE_THE_WISH =
  /那个|这个|的|事情?|诉求|反映|投诉|提|报|我们?|公司|老板|咱们?|想|要|有|个|件|点|一下|但是?|可|千万|请|麻烦|务必|一定|啊|呀|哦|吧|呢|吗|了|能|不|可以|说|讲|就是|之前|上次|刚才|你们?|您|帮|人/gu;

/** 我那个保密的事不要让供电公司知道: of its clauses each is a wish for confidence, or says nothing. */
export function wishesConfidenceOnly(text: string): boolean {
  if (!asksForConfidence(text) && !asksWhereToSay(text)) return false;
  const clauses = text.slice(0, LOOKED_AT).split(/[\s,，。;；!！?？]+/u);
  return clauses.every((one) => {
    const isWish = asksForConfidence(one) || asksWhereToSay(one) || /保密|匿名/u.test(one);
    const left = one
      .replace(OTHERWISE, "")
      .replace(ASKS_WHERE_TO_SAY, "")
      .replace(/保密|匿名/gu, "");
    return [...left.replace(BESIDE_THE_WISH, "")].length <= (isWish ? LEFT_OF_A_WISH : 1);
  });
}

const LEFT_OF_A_WISH = 3;
const ENDS_IN_IT = /保密(?:处理|办理|一下|(?:我们?|本人|我司|公司)?的?(?:身份|信息|姓名))?$/u;
const WISHED = /[请望求需须要帮替为给予]|务必|一定|绝对|全程|注意/u;
const NOT_MEANT = /[不无勿]|别|是否|项目|监控|内部|协议|资料|条款|规定|制度/u;
const LOOKED_AT = 200;
/** A wish is short; what is longer tells something. */
const LONGEST = 14;

/** 【保密】, #保密, 请保密, 这事要帮我们保密; not 保密协议, 不用保密, 安全、保密、消防. */
function asksForConfidence(text: string): boolean {
  if (OTHERWISE.test(text.slice(0, LOOKED_AT))) return true;
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
