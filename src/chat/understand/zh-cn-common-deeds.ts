import { plainOf } from "../../domain/plain.ts";
import { figuresIn, NUMERAL } from "../../domain/zh-cn-numerals.ts";
import { ASKS_STANDING } from "./zh-cn-asks.ts";
import type { ReadDate } from "./zh-cn-dates.ts";

/** What is done with a common problem in free words, however it is called: by its title, or because it was just spoken of. */

/** What a person says of one, around the words that call it. */
export interface Said {
  /** ⟪路坑⟫, G3, or nothing. */
  readonly which: string;
  readonly plain: string;
  /** What stands before the words that call it. */
  readonly ahead: string;
  readonly behind: string;
  /** The part behind, as it was written. */
  readonly told: string;
  /** All that stands behind the word 共性 itself. */
  readonly after: string;
  /** The day that is named, as it was written. */
  readonly day: string;
  /** The same, where it stands in what is behind; null: elsewhere, or none. */
  readonly date: ReadDate | null;
  /** Whether the person sets the deadline. */
  readonly sets: boolean;
}

/** Where a person speaks of one: which was spoken of last, and the day that he names. */
export interface Beside {
  readonly spokenOf?: number | undefined;
  readonly date: ReadDate | null;
  readonly sets: boolean;
}

/** The parts of a text around what calls one, which stands at these places; `called`: the words by which it is called. */
export function saidAround(
  text: string,
  [from, to]: readonly [from: number, to: number],
  called: string,
  { spokenOf, date, sets }: Beside,
): Said {
  const plain = plainOf(text);
  const last = spokenOf === undefined ? "" : `G${spokenOf}`;
  return {
    which: called === "" ? last : `⟪${called}⟫`,
    plain,
    ahead: plain.slice(0, from),
    behind: plain.slice(to),
    told: text.slice(to).replace(/^[\s,，:：的]+/u, ""),
    after: text.slice(to),
    day: date === null ? "" : text.slice(date.start, date.end),
    date: date === null || date.start < to ? null : { ...date, start: date.start - to, end: date.end - to },
    sets,
  };
}

type Parts = readonly string[];
/** The part of the command and what follows it; null: it is not said. */
type Deed = (said: Said) => Parts | null;

const THINGS = "楼|栋|线|车间|门|厂|路|机|院|变|库|桥";
const LISTED = "\\s*[\\s,、和与跟及也都立合归并建列做打整加放纳算是移拿剔去退不]";
const COUNTED = "\\s*[一二两三四五六七八九十几]+(?:件|个|家|条|起)";
/** 12号, 3、5, 把十二也…: the issues that it is said of. */
const NUMBERS = new RegExp(
  `(?<![\\d.g])#?(?:\\d{1,6}(?=\\s?号(?!${THINGS})|件(?!事)|${LISTED}|${COUNTED}|$)|${NUMERAL}(?=号(?!${THINGS}))|(?<=^|[把将、]\\s?|[去拿删]掉\\s?|[移加]上?[入出]?\\s?)(?!一[并起些])${NUMERAL}(?=${LISTED}|$))`,
  "gu",
);

export function issuesIn(plain: string): readonly number[] {
  return [...plain.matchAll(NUMBERS)].flatMap(([one]) => figuresIn(one));
}

/** Said of several issues: they are to be one. */
const MAKES =
  /(?:合并|合|归并|归类|归纳|归|并|成立|建立|设立|立|列|新建|新增|建|做|当|打包|整合|汇总|作|算|搞|弄|设|开)(?:成|为|作|到一起|在一起|一起)?了?(?:同?一)?(?:个|条|项|类)?新?的?$/u;
const ARE = /(?:是|属于|算是)(?:同?一)?(?:个|类)?$/u;
const DENIED = /(?:不|别|莫|勿|没有?)(?:要|用|必|能|想|该)?[^,，。]{0,3}$/u;
const CALLED =
  /(?:叫(?:做|作)?|标题(?:是|为|叫)?|名称(?:是|为)?|名字(?:叫|是)?|题目(?:是|为)?|^[\s]*[:：])[\s:：]*[「“"]?([^「」“”",，。:：\s]{2,60})/u;

const PUTS_INTO = /(?:加|放|并|归|纳|列|算|收|挂|合|移|挪)(?:入|进到?|到|在|至)/u;
const PUTS_IN_ALL = new RegExp(`^.*${PUTS_INTO.source}`, "u");
const ADDS = /(?:加上?|加入|添上?|算上|纳入|带上|放进)\s*$/u;
/** 3号跟停电的共性问题是一回事，加进去 */
const GOES_IN = /[加放并归纳算列移挪拉][进入上]|[加放并归纳算列]到(?:去|来|里)?|算在内|一回事|同一[个件]|同类/u;
const TAKES_OUT = /[移拿撤剔去踢挪退删](?:出|掉|走|除)(?:来|去)?|删了?|不[要算](?:了|吧)?[\s。.!]*$/u;

const VOIDS = /撤[销消掉了]|删(?:[掉除了吧它。]|$)|取消|作废|不要了|[建立弄搞]错|误建|去掉|清掉/u;
const RESUMES = /恢复|重开|重新(?:办|启|开)|继续办/u;
const ENDS = /办结|结案|销号|了结|关闭/u;
/** 怎么又办结了，恢复 */
const TAKES_UP = /(?:恢复|重开|重新(?:办|启|开)|继续办)(?:一下|它|这个|办理|吧|了)*[\s。!！]*$/u;
const NOT_YET = /(?:没|未|别|不)(?:有|能|要|可以)?(?:办结|结案|销号|了结|关闭)/u;

/** 给这两家回个话, 给大家统一回一下 */
const ANSWERS =
  /给(?:这|那)?(?:[一二两三四五六七八九十几\d]+)(?:家|个企业|个公司)[^,，。:：]{0,4}(?:回|答|说)|(?:统一|一起|一并|一块|大家|各家|各企业|所有|全部|集体|统统|他们|企业)[^,，。]{0,6}(?:回|答|反馈|告知)|(?:回|答复|回复|反馈|告知)(?:一下|给)?(?:大家|各家|各企业|所有|全部|他们|企业)|答复(?!期限|时限|时间)/u;
const ANSWERED = /(?:答复|回复|回|答)(?:了|过)?(?:没|吗)|没(?:有)?(?:答|回)/u;
const ANSWER_TEXT =
  /(?:答复|回复|回|告知|告诉|反馈)(?:一下|下|个话|个信|话|给)?(?:大家|各家|各企业|他们|企业们?)?(?:说|[:,\s]){1,3}(.{4,})$/su;

const LEADS = /(?:由|让|请|交给|归|换成?|改成)([^,，。由让请谁哪?]{2,20}?)(?:来)?(?:牵头|主办|负责|抓总)/u;
const LEAD_IS = /牵头(?:单位)?(?:是|定为?|为|给|改[为成]|[:\s]){1,3}([^,，。]{2,20})/u;
const UNIT_LEADS = /^(?:就|那就|还是)?([^,，。谁哪?\d]{2,14}?)(?:来)?牵头(?:吧|啊|了|哈)?[\s。.!]*$/u;
const FIELDS: readonly (readonly [string, RegExp])[] = [
  ["改名", /(?:改名|更名|改叫|重命名|(?:标题|名字|名称)改)(?:为|成|叫|作|[:\s]){0,3}(.{1,60})$/u],
  ["措施", /措施(?:就?是|定?为|定了|已定|[:,，\s]){1,3}(.{2,})$/su],
  [
    "时限",
    /(?:时限|期限|截止|限期|完成时间|办结时间)(?:日期)?(?:是|为|定[在到为]?|改[到为成]?|到|[:\s]){0,3}(.{2,})$/su,
  ],
  ["进展", /进展(?:就?是|为|[:,，\s]){1,3}(.{2,})$/su],
];
const TELLS = /已|正在|开始|完成|完工|进场|到货|好了|到位|启动|施工|解决|招标|采购|动工|开工/u;

/** 催一下他们, 督办一下，三天内解决; 企业催了几次 is none. */
const URGES =
  /(?<!别|不|不用|不要|先不|(?:企业|客户|对方|厂里|老板|人家)[^,，。]{0,4})(?:催(?!款|缴|收)|督办|盯(?:紧|一下|住))(?![^,，。]{0,3}(?:过|了)(?:没|吗|几|好|多))/u;
/** So it is only where nothing else is told. */
const PRESSES = /抓紧|尽快|加快|赶紧|拖(?:着|了|太|得)|太慢/u;

/** All of them are asked for. */
const LISTS = /哪些|哪一?个|几个|多少|清单|列表|列出|[都还]有/u;
const ASKS =
  /哪些|几[个家件]|多少|清单|列表|有没有|看看|看一下|查一?下|查看|列出|情况(?:$|[,，。?])|如何|[?？]\s*$|[吗呢么]\s*$/u;

/** What stands around a day that is a deadline, and says no more. */
const BEFORE_A_DAY =
  /^(?:那就|就|再|要|请|务必|必须|争取|力争|定在|定到|放到|改到|改成|宽限(?:到|至)?|延期?(?:到|至)?|推迟(?:到|至)?|[给让限]?他们|各家|限在?|截止到?|截至|时限|期限|限期|完成时间|办结时间|时间|最迟|最晚|是|为|到|在|[\s:,]){0,6}$/u;
/** A day that is to be another one: only who sets it may say so. */
const MOVES_THE_DAY = /宽限|延|推迟|改到|时限|期限/u;
const BEHIND_A_DAY =
  /^(?:之前|以前|前|内|之内|以内)?(?:要|必须|务必|得|就|能|全部|都){0,3}(?:完成|办结|搞定|解决|到位|落实|\p{Script=Han}{1,3}[好完通])?(?:吧|啊|哈|了)?[\s。.!]*$/u;

/** 把 12、15 立成一个共性问题; 停电的几家合成一个共性问题: the issues are looked for. */
const made: Deed = ({ ahead, after }) => {
  const numbers = issuesIn(ahead);
  const verb = MAKES.exec(ahead) ?? (numbers.length > 1 ? ARE.exec(ahead) : null);
  if (verb === null || DENIED.test(ahead.slice(0, verb.index))) return null;
  const title = CALLED.exec(after)?.[1]?.trim() ?? "";
  const all = [...new Set([...numbers, ...issuesIn(plainOf(after))])];
  const named = title === "" ? "" : `「${title}」`;
  if (all.length > 0) return ["新建", named === "" ? "⟪⟫" : named, ...all.map((one) => `#${one}`)];
  const words = wordsOf(ahead.slice(0, verb.index));
  if (words === "") return named === "" ? null : ["新建", named];
  return ["新建", `⟪${words}⟫`, named];
};

/** 15号加到停电那个共性问题; 停电那个共性问题去掉12号. */
const moved: Deed = ({ ahead, behind, plain, which }) => {
  const list = [...issuesIn(ahead), ...issuesIn(behind)].map(String);
  if (list.length === 0) return null;
  if (TAKES_OUT.test(plain)) return ["移出", which, ...list];
  const adds = PUTS_INTO.test(ahead) || GOES_IN.test(plain) || ADDS.test(behind.slice(0, behind.search(NUMBERS)));
  return adds ? ["加入", which, ...list] : null;
};

/** 已经处理好了，给大家一起回一下: the text that is there, which is shown before it goes out. */
const answered: Deed = ({ ahead, behind, told, plain, which }) => {
  const isSaid = ANSWERS.test(behind) || /答复[^,，。]{0,20}$/u.test(ahead);
  if (!isSaid || ANSWERED.test(plain)) return null;
  const clauses = told.split(/[,，。;；]/u).filter((one) => !ANSWERS.test(plainOf(one)));
  const text = (toldBehind(ANSWER_TEXT, told) ?? clauses.join("，")).trim();
  return text === "" && ASKS_STANDING.test(plain) ? null : ["答复", which, text];
};

const asked: Deed = ({ plain, which }) => {
  const isOfOne = which.startsWith("⟪") || (which !== "" && ASKS_STANDING.test(plain));
  if (LISTS.test(plain) && !isOfOne) return [""];
  return ASKS_STANDING.test(plain) || ASKS.test(plain) ? ["", which] : null;
};

const voided: Deed = ({ plain, which }) => (VOIDS.test(plain) ? ["撤销", which] : null);

const urged: Deed = ({ plain, told, which }) =>
  URGES.test(plain) ? ["催办", which, clausesWithout(URGES, told)] : null;

const pressed: Deed = ({ plain, told, which }) => (PRESSES.test(plain) ? ["催办", which, told] : null);

const led: Deed = ({ plain, behind, which, day }) => {
  const unit = (LEADS.exec(plain) ?? LEAD_IS.exec(plain) ?? UNIT_LEADS.exec(behind))?.[1];
  return unit === undefined ? null : ["牵头", which, unit, day];
};

const filledIn: Deed = ({ told, which }) => {
  for (const [name, words] of FIELDS) {
    const text = toldBehind(words, told);
    if (text !== undefined) return [name, which, text];
  }
  return null;
};

const dated: Deed = ({ behind, told, date, sets, which }) => {
  if (date === null || !BEFORE_A_DAY.test(behind.slice(0, date.start))) return null;
  if (!BEHIND_A_DAY.test(behind.slice(date.end))) return null;
  return [sets || MOVES_THE_DAY.test(behind) ? "时限" : "措施", which, told];
};

const endedOrResumed: Deed = ({ plain, told, which }) => {
  if (TAKES_UP.test(plain)) return ["恢复", which];
  if (ENDS.test(plain) && !NOT_YET.test(plain)) return ["办结", which, clausesWithout(ENDS, told)];
  return RESUMES.test(plain) ? ["恢复", which] : null;
};

const toldOf: Deed = ({ told, which }) =>
  told.length >= SHORTEST && TELLS.test(plainOf(told)) ? ["进展", which, told] : null;

const SHORTEST = 3;

const shown: Deed = ({ which, plain }) => (which !== "" && [...plain].length <= LONGEST ? ["", which] : null);

const LONGEST = 30;

/** The first that is said counts. */
const OF_ITS_ISSUES: readonly Deed[] = [made, moved];
const OF_ITSELF: readonly Deed[] = [
  answered,
  asked,
  urged,
  voided,
  led,
  filledIn,
  dated,
  endedOrResumed,
  toldOf,
  pressed,
  shown,
];

/** What is done with it, as the command says it; null: nothing. */
export function deedSaid(said: Said): string | null {
  // 12号是共性问题，请尽快: what names an issue, and puts it nowhere, is about that.
  for (const deed of issuesIn(said.ahead).length > 0 ? OF_ITS_ISSUES : [...OF_ITS_ISSUES, ...OF_ITSELF]) {
    const parts = deed(said);
    if (parts !== null) return `共性 ${parts.filter((part) => part !== "").join(" ")}`;
  }
  return null;
}

/** 三家都装好了，可以办结了: what is said beside it. */
function clausesWithout(words: RegExp, told: string): string {
  const kept = told.split(/(?<=[,，。;；]|(?<!\d)[:：])/u).filter((one) => !words.test(plainOf(one)));
  return kept.join("").replace(/^\s+|[,，。;；\s]+$/gu, "");
}

/** What such words are followed by, as it was written. */
function toldBehind(words: RegExp, told: string): string | undefined {
  const [, said] = words.exec(plainOf(told)) ?? [];
  return said === undefined ? undefined : told.slice(told.length - said.length);
}

/** What stands around the words by which one is called. */
const BEFORE_WORDS =
  /^(?:请|麻烦|帮忙?|我们?|咱们?|本|单位|部门|给|想|要|能不能|可以|把|将|对|跟|和|与|关于|有关|针对|就|[那这](?:些|几[个家件])?|些|有|哪些|哪几?一?[个家]|多少|现在|目前|一共|所有|全部|园区|什么|查看|看看|看一?下|查一?下|问一?下|列出|撤[销消掉]|删[除掉]|取消|作废|答复|办结|恢复|重开|改名|进展|措施|新建|移出|加入|到|的|都|[\s:])+/u;
const BEHIND_WORDS =
  /(?:的|是|属于|[那这](?:一?个|几[家件个]|类|些|件|项)?|几[家件个]|诉求|企业|问题|单子|都|也|一起|一并|所有|全部|里面?|[\s:])+$/u;

/** The words that call one, in what stands before it. */
export function calledBy(ahead: string): string {
  return wordsOf(ahead.replace(PUTS_IN_ALL, "").replace(LEADS, ""));
}

/** The words alone that say which one. */
export function wordsOf(said: string): string {
  const clause = said.split(/[,，。;；]/u).at(-1) ?? "";
  const bare = clause.replace(NUMBERS, " ").replace(/号/gu, "").replace(BEFORE_WORDS, "").replace(BEHIND_WORDS, "");
  return [...bare.trim()].length < 2 ? "" : bare.trim();
}
