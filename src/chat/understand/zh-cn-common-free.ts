import { plainOf } from "../../domain/plain.ts";
import { figuresIn, NUMERAL, numeralOf } from "../../domain/zh-cn-numerals.ts";
import { ASKS_STANDING } from "./zh-cn-asks.ts";
import { isDayAlone } from "./zh-cn-common-continued.ts";
import type { ReadDate } from "./zh-cn-dates.ts";

/** A common problem that is spoken of in free words, called by words of its title: 路坑那个共性问题进展：已进场. */

const MENTION =
  /(?:[这那](?:一?个|几个|类|种|项|件)?的?)?共性(?:的)?(?:问题|诉求|难题|事项)?(?:[这那](?:一?个|件|项))?/u;

/** Said of several issues: they are to be one. */
const MAKES =
  /(?:合并|合|归并|归类|归纳|归|并|成立|建立|设立|立|列|新建|新增|建|做|当|打包|整合|汇总|作|算|搞|弄|设|开)(?:成|为|作|到一起|在一起|一起)?了?(?:同?一)?(?:个|条|项|类)?新?的?$/u;
const ARE = /(?:是|属于|算是)(?:同?一)?(?:个|类)?$/u;
const DENIED = /(?:不|别|莫|勿|没有?)(?:要|用|必|能|想|该)?[^,，。]{0,3}$/u;
const CALLED =
  /(?:叫(?:做|作)?|标题(?:是|为|叫)?|名称(?:是|为)?|名字(?:叫|是)?|题目(?:是|为)?|^[\s]*[:：])[\s:：]*[「“"]?([^「」“”",，。:：\s]{2,60})/u;

const THINGS = "楼|栋|线|车间|门|厂|路|机|院|变|库|桥";
const NUMBER = new RegExp(
  `(?<![\\d.g])#?(?:\\d{1,6}(?=号(?!${THINGS})|件(?!事)|\\s*(?:[\\s,、和与跟及也都立合归并建列做打整加放纳算是移拿剔去退]|\\s*[一二两三四五六七八九十几]+(?:件|个|家|条|起)|$))|${NUMERAL}(?=号(?!${THINGS})))`,
  "gu",
);

const PUTS_INTO = /(?:加|放|并|归|纳|列|算|收|挂|合)(?:入|进到?|到|在|至)/u;
const ADDS = /(?:加上?|加入|添上?|算上|纳入|带上)\s*$/u;
/** 3号跟停电的共性问题是一回事，加进去 */
const GOES_IN = /[加放并归纳算列][进入上到](?:去|来|里)?|一回事|同一[个件]|同类/u;
const TAKES_OUT = /移出|移除|拿出|剔除|去掉|拿掉|退出|撤出|踢出|删(?:掉|除|了)?/u;
const VOIDS = /撤[销消掉了]|删(?:掉|除|了)|取消|作废|不要了|[建立弄搞]错|误建|去掉|清掉/u;
const RESUMES = /恢复|重开|重新(?:办|启|开)|继续办/u;
const ENDS = /办结|结案|销号|了结|关闭/u;
/** 怎么又办结了，恢复 */
const TAKES_UP = /(?:恢复|重开|重新(?:办|启|开)|继续办)(?:一下|它|这个|办理|吧|了)*[\s。!！]*$/u;
const NOT_YET = /(?:没|未|别|不)(?:有|能|要|可以)?(?:办结|结案|销号|了结|关闭)/u;

const ANSWERS_ALL =
  /(?:统一|一起|一并|一块|大家|各家|各企业|所有|全部|集体|统统|他们|企业)[^,，。]{0,6}(?:回|答|反馈|告知)|(?:回|答复|回复|反馈|告知)(?:一下|给)?(?:大家|各家|各企业|所有|全部|他们|企业)|答复(?!期限|时限|时间)/u;
/** 给这两家回个话 */
const ANSWERS_THESE = /给(?:这|那)?(?:[一二两三四五六七八九十几\d]+)(?:家|个企业|个公司)[^,，。:：]{0,4}(?:回|答|说)/u;
const ANSWERED = /(?:答复|回复|回|答)(?:了|过)?(?:没|吗)|没(?:有)?(?:答|回)/u;
const ANSWER_TEXT =
  /(?:答复|回复|回|告知|告诉|反馈)(?:一下|下|个话|个信|话|给)?(?:大家|各家|各企业|他们|企业们?)?(?:说|[:,\s]){1,3}(.{4,})$/su;

const LEADS = /(?:由|改由|让|请|交给|归)([^,，。由让请]{2,20}?)(?:来)?(?:牵头|主办|负责|抓总)/u;
const LEAD_IS = /牵头(?:单位)?(?:是|定为?|为|给|改[为成]|[:\s]){1,3}([^,，。]{2,20})/u;
const RENAMED = /(?:改名|更名|改叫|重命名|(?:标题|名字|名称)改)(?:为|成|叫|作|[:\s]){0,3}(.{1,60})$/u;
const FIELDS: readonly (readonly [string, RegExp])[] = [
  ["措施", /措施(?:就?是|定?为|定了|已定|[:,，\s]){1,3}(.{2,})$/su],
  [
    "时限",
    /(?:时限|期限|截止|限期|完成时间|办结时间)(?:日期)?(?:是|为|定[在到为]?|改[到为成]?|到|[:\s]){0,3}(.{2,})$/su,
  ],
  ["进展", /进展(?:就?是|为|[:,，\s]){1,3}(.{2,})$/su],
];
const TELLS = /已|正在|开始|完成|完工|进场|到货|好了|到位|启动|施工|解决|招标|采购|动工|开工/u;

/** All of them are asked for. */
const LISTS = /哪些|哪一?个|几个|多少|清单|列表|列出|[都还]有/u;
const ASKS =
  /哪些|几[个家件]|多少|清单|列表|有没有|看看|看一下|查一?下|查看|列出|情况(?:$|[,，。?])|如何|[?？]\s*$|[吗呢么]\s*$/u;

/** What stands around the words by which one is called. */
const BEFORE_WORDS =
  /^(?:请|麻烦|帮忙?|我们?|咱们?|本|单位|部门|给|想|要|能不能|可以|把|将|对|跟|和|与|关于|有关|针对|就|[那这](?:些|几[个家件])?|些|有|哪些|哪几?一?[个家]|多少|现在|目前|一共|所有|全部|园区|什么|查看|看看|看一?下|查一?下|问一?下|列出|撤[销消掉]|删[除掉]|取消|作废|答复|办结|恢复|重开|改名|进展|措施|新建|移出|加入|到|的|都|[\s:])+/u;
const BEHIND_WORDS =
  /(?:的|是|属于|[那这](?:一?个|几[家件个]|类|些|件|项)?|几[家件个]|诉求|企业|问题|单子|都|也|一起|一并|所有|全部|里面?|[\s:])+$/u;
/** 共性问题停电那个怎么样: called behind the word. */
const NAMED_BEHIND =
  /^(?:里面?|中|当中|的|[\s:]){0,4}(?!办|处理|有|都|现在|目前|是|情况|清单|列表|材料|统计|汇总|一共|还|要|能|可以|问题|我|你|大家|最)((?:(?!进展|措施|怎|咋|什么|啥|哪|牵头|时限|期限|答复|办结|由|已|正在|多少|几|撤|删|取消|作废|恢复|重开|改名|如何|到)[^\s,，。;；:?？]){2,20})/u;

/** Where a person speaks of one: which was spoken of last, and the day that he names. */
interface Beside {
  readonly spokenOf?: number | undefined;
  readonly date: ReadDate | null;
  /** Whether he sets the deadline. */
  readonly sets: boolean;
}

interface Spoken {
  readonly text: string;
  readonly plain: string;
  readonly ahead: string;
  readonly behind: string;
  /** The part of the text behind it, as it was written. */
  readonly told: string;
  /** All that stands behind the word. */
  readonly after: string;
  /** ⟪路坑⟫, G3, or nothing. */
  readonly which: string;
  readonly numbers: readonly number[];
}

/** As the command says it, with ⟪words⟫ where the number stands; null: nothing of the kind is said. */
export function commonInWords(text: string, beside: Beside): string | null {
  const plain = plainOf(text);
  const mention = MENTION.exec(plain);
  if (mention === null) return null;
  const spoken = spokenIn(text, plain, mention, beside);
  const ofIssues = made(spoken) ?? moved(spoken);
  // 12号是共性问题，请尽快: what names an issue, and puts it nowhere, is about that.
  if (ofIssues === null && spoken.numbers.length > 0) return null;
  const said = ofIssues ?? answered(spoken) ?? asked(spoken) ?? changed(spoken, beside) ?? shown(spoken);
  return said === null ? null : `共性 ${said.filter((part) => part !== "").join(" ")}`;
}

function spokenIn(text: string, plain: string, mention: RegExpExecArray, { spokenOf }: Beside): Spoken {
  const ahead = plain.slice(0, mention.index);
  const from = mention.index + mention[0].length;
  const words = wordsOf(ahead.replace(PUTS_IN_ALL, "").replace(LEADS, ""));
  const named = words === "" ? NAMED_BEHIND.exec(plain.slice(from)) : null;
  const at = from + (named?.[0].length ?? 0);
  const called = words === "" ? wordsOf(named?.[1] ?? "") : words;
  const last = spokenOf === undefined ? "" : `G${spokenOf}`;
  return {
    text,
    plain,
    ahead,
    behind: plain.slice(at),
    told: text.slice(at).replace(/^[\s,，:：的]+/u, ""),
    after: text.slice(from),
    which: called === "" ? last : `⟪${called}⟫`,
    numbers: [...ahead.matchAll(NUMBER)].flatMap(([one]) => figuresIn(one)),
  };
}

const PUTS_IN_ALL = new RegExp(`^.*${PUTS_INTO.source}`, "u");

/** The words alone that say which one. */
function wordsOf(said: string): string {
  const clause = said.split(/[,，。;；]/u).at(-1) ?? "";
  const bare = clause
    .replace(NUMBER, " ")
    .replace(/号/gu, "")
    .replace(BEFORE_WORDS, "")
    .replace(BEHIND_WORDS, "")
    .trim();
  return [...bare].length < 2 ? "" : bare;
}

type Parts = readonly string[];

/** 把 12、15 立成一个共性问题; 停电的几家合成一个共性问题: the issues are looked for. */
function made({ ahead, after, numbers }: Spoken): Parts | null {
  const verb = MAKES.exec(ahead) ?? (numbers.length > 1 ? ARE.exec(ahead) : null);
  if (verb === null || DENIED.test(ahead.slice(0, verb.index))) return null;
  const title = CALLED.exec(after)?.[1]?.trim() ?? "";
  const others = figuresIn((plainOf(after).match(NUMBER) ?? []).join(" "));
  const all = [...new Set([...numbers, ...others])];
  const named = title === "" ? "" : `「${title}」`;
  if (all.length === 0) {
    const words = wordsOf(ahead.slice(0, verb.index));
    return words === "" && named === ""
      ? null
      : ["新建", words === "" ? named : `⟪${words}⟫`, words === "" ? "" : named];
  }
  return ["新建", named === "" ? "⟪⟫" : named, ...all.map((one) => `#${one}`)];
}

/** 15号加到停电那个共性问题; 停电那个共性问题去掉12号. */
function moved({ ahead, behind, plain, which, numbers }: Spoken): Parts | null {
  const others = figuresIn((behind.match(NUMBER) ?? []).join(" "));
  const all = [...numbers, ...others];
  if (all.length === 0) return null;
  const list = all.map((one) => String(one));
  if (TAKES_OUT.test(plain)) return ["移出", which, ...list];
  const adds = PUTS_INTO.test(ahead) || GOES_IN.test(plain) || ADDS.test(behind.slice(0, behind.search(/#?\d/u)));
  return adds ? ["加入", which, ...list] : null;
}

/** 已经处理好了，给大家一起回一下: the text that is there, which is shown before it goes out. */
function answered({ behind, told, plain, which }: Spoken): Parts | null {
  const said =
    ANSWERS_ALL.exec(behind) ??
    ANSWERS_THESE.exec(behind) ??
    (/答复[^,，。]{0,20}$/u.test(plain.slice(0, plain.indexOf("共性"))) ? [behind] : null);
  if (said === null || ANSWERED.test(plain)) return null;
  const text =
    toldBehind(ANSWER_TEXT, told) ??
    told
      .split(/[,，。;；]/u)
      .filter((one) => !ANSWERS_ALL.test(plainOf(one)) && !ANSWERS_THESE.test(plainOf(one)))
      .join("，");
  return ["答复", which, text.trim()];
}

function asked({ plain, which }: Spoken): Parts | null {
  if (LISTS.test(plain) && !which.startsWith("⟪")) return [""];
  return ASKS_STANDING.test(plain) || ASKS.test(plain) ? [which] : null;
}

function changed({ text: whole, plain, behind, told, which }: Spoken, { date, sets }: Beside): Parts | null {
  if (VOIDS.test(plain)) return ["撤销", which];
  const unit = (LEADS.exec(plain) ?? LEAD_IS.exec(plain))?.[1];
  if (unit !== undefined) return ["牵头", which, unit, date === null ? "" : whole.slice(date.start, date.end)];
  const title = toldBehind(RENAMED, told);
  if (title !== undefined) return ["改名", which, title];
  for (const [name, words] of FIELDS) {
    const text = toldBehind(words, told);
    if (text !== undefined) return [name, which, text];
  }
  const day =
    date === null
      ? null
      : { ...date, start: date.start - (plain.length - behind.length), end: date.end - (plain.length - behind.length) };
  if (day !== null && day.start >= 0 && isDayAlone(behind, day)) return [sets ? "时限" : "措施", which, told];
  if (TAKES_UP.test(plain)) return ["恢复", which];
  if (ENDS.test(plain) && !NOT_YET.test(plain)) return ["办结", which, clausesWithout(ENDS, told)];
  if (RESUMES.test(plain)) return ["恢复", which];
  return told.length >= SHORTEST && TELLS.test(plainOf(told)) ? ["进展", which, told] : null;
}

/** 三家都装好了，可以办结了: what is said beside it. */
function clausesWithout(words: RegExp, told: string): string {
  const kept = told.split(/(?<=[,，。;；])/u).filter((one) => !words.test(plainOf(one)));
  return kept
    .join("")
    .replace(/[,，。;；\s]+$/u, "")
    .trim();
}

/** What such words are followed by, as it was written. */
function toldBehind(words: RegExp, told: string): string | undefined {
  const [, said] = words.exec(plainOf(told)) ?? [];
  return said === undefined ? undefined : told.slice(told.length - said.length);
}

const SHORTEST = 3;

function shown({ which, plain }: Spoken): Parts | null {
  return which !== "" && [...plain].length <= LONGEST ? [which] : null;
}

const LONGEST = 30;

/** The answer to the question which one is meant; null: it is none. */
export function commonNamed(plain: string): { readonly number: number } | { readonly words: string } | null {
  const bare = plain.replace(/^(?:是|就是)?(?:共性(?:问题)?)?\s*g?\s*#?/u, "").trim();
  const digits = /^(\d{1,6})(?:号|那个|的)?[\s。.!吧]*$/u.exec(bare)?.[1];
  const number = digits === undefined ? numeralOf(bare.replace(/号?[。.!吧\s]*$/u, "")) : Number(digits);
  if (number !== null) return { number };
  const words = wordsOf(bare);
  return /\d/u.test(bare) || words === "" || [...bare].length > LONGEST_NAMED ? null : { words };
}

const LONGEST_NAMED = 10;

/** 进展 已约谈, with the words by which it was called then. */
export function calledIn(rest: string, words: string): string {
  const [sub = ""] = rest.split(" ", 1);
  return `${sub} ⟪${words}⟫${rest.slice(sub.length)}`;
}
