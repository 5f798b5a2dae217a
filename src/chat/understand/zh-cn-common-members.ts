import { plainOf } from "../../domain/plain.ts";
import { figuresIn } from "../../domain/zh-cn-numerals.ts";
import { type Deed, issuesIn, NUMBERS, saidUndenied, wordsOf } from "./zh-cn-common-said.ts";

/** Which issues are put together as a common problem, added to one or taken out of it, in free words. */

/** Said of several issues: they are to be one. */
const MAKES =
  /(?:合并|合|归并|归类|归纳|归|并|成立|建立|设立|立|列|新建|新增|建|做|当|打包|整合|汇总|作|算|搞|弄|设|开)(?:成|为|作|到一起|在一起|一起)?了?(?:同?一)?(?:个|条|项|类)?新?的?$/u;
const ARE = /(?:是|属于|算是)(?:同?一)?(?:个|类)?$/u;
const DENIED = /(?:不(?:要|用|必)|(?<!特)别(?![的处家])|莫|勿|甭)[^,，。]{0,12}$|(?:不|没有?)$/u;
const CALLED =
  /(?:叫(?:做|作)?|标题(?:是|为|叫)?|名称(?:是|为)?|名字(?:叫|是)?|题目(?:是|为)?|^[\s]*[:：])[\s:：]*[「“"]?([^「」“”",，。:：\s]{2,60})/u;

/** 7 8 9 搞个共性 主管道水压低: nothing else is said behind the word. */
const BARE_TITLE =
  /^[\s:：]+((?!都|全|是|就是|.*(?:牵头|负责|配合|尽快|抓紧|督办|催|谁|吗|可以|行|好吗|一回事|[之以]?前$|内$|吧$|了$))\p{Script=Han}{4,16})[\s。.!！]*$/u;

const PUTS_INTO = /(?:加|放|并|归|纳|列|算|收|挂|合|移|挪)(?:入|进到?|到|在|至|回)/u;
export const PUTS_IN_ALL = new RegExp(`^.*${PUTS_INTO.source}`, "u");
const ADDS = /(?:加上?|加入|添上?|算上|纳入|带上|放进)\s*$/u;
/** 3号跟停电的共性问题是一回事，加进去 */
const GOES_IN =
  /[加放并归纳算列移挪拉拿][进入上]|[加放挪移归]回(?:去|来|里)|[加放并归纳算列](?:到(?:去|来|里)?|里面?)|算在(?:内|里)|一码事|一回事|同一[个件]|同类|属于(?:这个|这件|它)/u;
const TAKES_OUT =
  /[移拿撤剔去踢挪退删抽摘拉分划弄清剥](?:出|掉|走|除)(?:来|去)?|排除|删了?|(?:(?<![要是能行好])不|(?<!特)别|莫)[要算放加并](?:了|吧|啊)?[\s。.!]*$/u;

/** 把 12、15 立成一个共性问题; 停电的几家合成一个共性问题: the issues are looked for. */
export const made: Deed = ({ ahead, after }) => {
  const numbers = issuesIn(ahead);
  const isBehind = MADE_BEHIND.test(plainOf(after));
  const verb = MAKES.exec(ahead) ?? (numbers.length > 1 ? ARE.exec(ahead) : null) ?? oneOf(ahead, isBehind);
  if (verb === null || DENIED.test(ahead.slice(0, verb.index))) return null;
  const title = CALLED.exec(after)?.[1]?.trim() ?? BARE_TITLE.exec(after)?.[1] ?? "";
  const all = [...new Set([...numbers, ...issuesIn(plainOf(after))])];
  const named = title === "" ? "" : `「${title}」`;
  const left = laterIn(after);
  const words = wordsOf(ahead.slice(0, verb.index).replace(MAKES_ONE_OF, ""));
  const isBeside = all.length === 1 && words !== "" && WITH_ANOTHER.test(ahead);
  const what = isBeside ? `⟪${words}⟫ ${named}` : named || `⟪${words}⟫`;
  if (all.length > 0) return ["新建", what.trim(), ...all.map((one) => `#${one}`), ...left];
  if (words === "") return named === "" ? null : ["新建", named, ...left];
  return ["新建", `⟪${words}⟫`, named, ...left];
};

/** Behind what a new one is made of: who leads it, and by when, which can be said of it once it is there. */
const LED_BEHIND = /[\s,，]((?:由|让|请)?[^\s,，。「」]{2,12}(?:牵头|主办|负责).{0,40})$/su;
const FOR_LATER = "另：";

/** As it stands behind what a new one is made of. */
export function laterIn(said: string): readonly string[] {
  const later = LED_BEHIND.exec(said)?.[1]?.trim();
  return later === undefined ? [] : [`${FOR_LATER}${later}`];
}

/** What a new one is made of, and what is left to be said of it once it is there; empty: nothing. */
export function leftForLater(rest: string): { readonly before: string; readonly left: string } {
  const at = rest.indexOf(` ${FOR_LATER}`);
  return at < 0
    ? { before: rest, left: "" }
    : { before: rest.slice(0, at), left: rest.slice(at + 1 + FOR_LATER.length) };
}

/** 5号和新来的那个: one by its number, and what is called by words. */
const WITH_ANOTHER = /\d\s*(?:号|那家|那个)?\s*[和跟与及同加]|[和跟与及同]\s*#?\d/u;

/** 建一个水压的: the verb stands first, and the words behind it. */
function oneOf(ahead: string, isBehind: boolean): RegExpExecArray | null {
  return isBehind || MAKES_ONE_OF.test(ahead) ? /(?:的|类)?$/u.exec(ahead) : null;
}

/** 水压的共性建一个 */
const MADE_BEHIND =
  /^(?:也|就|要|先|给我|帮我)*(?:新建|成立|建|立|弄|搞|设)(?:一?个|一下|起来)(?:吧|了|啊)?[\s。.!！]*$/u;

/** 渣土车的几家也合成一个, 路坑那两个也弄一个, right behind another common problem: the issues are looked for. */
export function madeOfCalled(said: string): string | null {
  const plain = said.replace(HAS_SEVERAL, "$1的$2$3");
  const [, ahead = "", title = ""] = MADE_TOO.exec(plain) ?? [];
  const verb = MAKES.exec(ahead);
  if (verb === null || DENIED.test(ahead.slice(0, verb.index)) || issuesIn(ahead).length > 0) return null;
  const of = ahead.slice(0, verb.index).replace(/(?:也|都|同样|照样|再|就)+$/u, "");
  const words = OF_SEVERAL.test(of) ? wordsOf(of) : "";
  return words === "" ? null : `共性 新建 ⟪${words}⟫${title === "" ? "" : ` 「${title}」`}`;
}

/** 水压那个也算进来吧: issues that are called by words, for the one that was spoken of. Null: none are, or their numbers are said. */
export function addedOfCalled(plain: string): string | null {
  const [, ahead = ""] = ADDED_TOO.exec(plain) ?? [];
  const words = issuesIn(plain).length > 0 || DENIED.test(ahead) ? "" : wordsOf(ahead);
  return words === "" ? null : words;
}

const ADDED_TOO =
  /^(?:把|将|还有)?([^,，。\s\d]{2,10}?(?:那个|那家|那件|的|那[两几]个|那[两几]家))(?:也|都|一起|一并)*(?:算|加|放|并|归|纳)(?:上|入|进来?|到(?:里面?|一起)|进去)(?:来|去)?(?:吧|了|啊|哈)?[\s。.!！]*$/u;

/** 停电的也有两家，弄一个 */
const HAS_SEVERAL =
  /^([^,，。\s\d]{2,10}?)(?:的|这边|那边)?(?:也|还|又){0,2}有((?:好?几|[两二三四五六七八九十]|\d{1,2})家)(?:企业|公司)?[\s,，]{1,3}((?:也|就|再|给我|帮我)*(?:立|弄|建|搞|做|设|合成|并成)一?个)/u;
/** 水压的三家也立一个: of companies, so that nothing but a common problem is made of them. */
export function isMadeOfCompanies(plain: string): boolean {
  return /(?:几|[两二三四五六七八九十]|\d{1,2})家/u.test(plain) && /[立建弄搞做设合并][成立]?一?个/u.test(plain);
}

/** 建一个水压的共性问题 */
const MAKES_ONE_OF = /^(?:请|帮我|给我|再|先|也|就)*(?:新建|成立|建立|设立|立|建|弄|搞|做|设)(?:一|多)?个/u;
const MADE_TOO =
  /^([^,，。]{4,24}?(?:一个|[到在]?一起|一类))(?:吧|了|啊|哈)?(?:[\s,，]{1,3}(?:就|标题|名字)?叫(?:做|作)?[\s「“"]?([^「」“”",，。\s]{2,30}?)[」”"]?(?:吧|好了)?)?[\s。.!！]*$/u;
const OF_SEVERAL =
  /[那这]?(?:几|[两二三四五六七八九十]|\d{1,2})[家件个](?:企业|公司)?[\s,]*$|[那这]些[\s,]*$|的[\s,]*$/u;

/** 15号加到停电那个共性问题; 停电那个共性问题去掉12号. Where each is said something else of, nothing is done. */
export const moved: Deed = ({ ahead, plain, which }) => {
  const list = [...issuesIn(ahead), ...issuesIn(plain.slice(ahead.length))].map(String);
  const parts = partsOfEach(plain).map(([from, to]) => ({
    part: plain.slice(from, to),
    ahead: plain.slice(from, Math.max(from, Math.min(to, ahead.length))),
  }));
  const [way, ...others] = new Set(parts.flatMap((one) => wayIn(one) ?? []));
  return list.length === 0 || way === undefined || others.length > 0 ? null : [way, which, ...list];
};

/** 潇湘那家已经好了，先移出来: one of its issues, called by words. */
export const takenOutCalled: Deed = ({ behind, told, which }) => {
  const taken = saidUndenied(OUT_OF_IT, behind) ? OUT_OF_IT.exec(behind) : null;
  const verb = taken ?? NOT_IN_IT.exec(behind);
  if (verb === null || issuesIn(behind).length > 0) return null;
  const words = told
    .slice(0, Math.max(0, told.length - (behind.length - verb.index)))
    .replace(/[\s,，。;；]+/gu, " ")
    .trim();
  return ["移出", which, words === "" ? "" : `⟪${words}⟫`];
};

/** 恒达的从G2里去掉; G2里面把恒达的去掉; 凌云那件也放进G1: what belongs to it is called by words, and it stays itself. */
export const movedCalled: Deed = ({ ahead, behind, which, isNumbered }) => {
  if (!isNumbered) return null;
  const from = TAKEN_FROM.exec(ahead)?.[1] ?? "";
  const out = from !== "" && GOES_OUT.test(behind) ? from : (TAKEN_BEHIND.exec(behind)?.[1] ?? "");
  const taken = out !== "" ? out : BEHIND_INTO.test(behind) ? (TAKEN_AHEAD.exec(ahead)?.[1] ?? "") : "";
  if (taken !== "") return calledOrNone("移出", which, taken);
  const put = BEHIND_INTO.test(behind) ? (PUT_AHEAD.exec(ahead)?.[1] ?? "") : (PUT_BEHIND.exec(behind)?.[1] ?? "");
  return IS_CALLED.test(put) && !OF_ITS_OWN.test(put) ? calledOrNone("加入", which, put) : null;
};

function calledOrNone(deed: string, which: string, called: string): readonly string[] | null {
  const isDenied = DENIED.test(called) || /(?:不(?:要|用|必)?|别|莫|甭)$/u.test(called);
  const words = issuesIn(called).length > 0 || isDenied ? "" : called.trim();
  return words === "" ? null : [deed, which, `⟪${words}⟫`];
}

const WHAT = "([^,，。;；:：]{1,20}?)";
const ALSO = "(?:也|都|就|先|一起|一并|给我|帮我|给){0,3}";
const OUT = "(?:[移拿挪剔踢撤摘划删去弄清拉](?:出|掉|走|除|开)(?:来|去)?|删了)";
const IN = "(?:[加放并归列纳算收挪](?:进去|进来|到里面?|里面?|进|入|上))";
const ENDED = "(?:吧|了|啊|哈|算了)*(?=$|[\\s,，。;；.!！])";
const INSIDE_IT = "(?:里面?|里头|里边|当中|之中|中)";
const TAKEN_FROM = new RegExp(`^(?:请|先|就|还有|那|把|将|[\\s])*${WHAT}${ALSO}从$`, "u");
const GOES_OUT = new RegExp(`^${INSIDE_IT}?${ALSO}${OUT}${ENDED}`, "u");
const TAKEN_BEHIND = new RegExp(
  `^(?:${INSIDE_IT}的?[\\s,，]*(?:把|将)?|[\\s,，]*(?:把|将))${WHAT}${ALSO}${OUT}${ENDED}`,
  "u",
);
const TAKEN_AHEAD = new RegExp(`^(?:请|先|就|那|把|将|[\\s])*${WHAT}${ALSO}[移拿剔踢摘撤挪]出(?:去|来)?$`, "u");
const PUT_AHEAD = new RegExp(`^(?:请|先|就|那|把|将|[\\s])*${WHAT}${ALSO}[加放并归列纳算收挪](?:到|进|入|在|至)$`, "u");
const PUT_BEHIND = new RegExp(`^(?:${INSIDE_IT}的?[\\s,，]*)?(?:把|将)?${WHAT}${ALSO}${IN}${ENDED}`, "u");
const BEHIND_INTO = new RegExp(`^(?:${INSIDE_IT}|去|来)*(?:吧|了|啊|哈)*[\\s。.!！]*$`, "u");
/** 凌云那件, 恒达的: and no measure of it. */
const IS_CALLED = /(?:[那这](?:一)?[件个家条]|[那这]?[两几三四][件个家条]|的|家)$/u;
const OF_ITS_OWN = /措施|进展|时限|期限|标题|名字|名称|配合|协办|牵头|答复/u;

/** At the end, where nothing else is told of it. */
const OUT_OF_IT =
  /(?:先|就|请|都|也|帮忙?|直接|从里面?){0,3}(?:[移拿挪剔踢撤摘]出|[剔移]除|[移踢剔拿]掉)(?:来|去|了)?(?:吧|了|啊|哈|算了)?[\s。.!！]*$/u;

/** 3楼那个不要算进来 */
const NOT_IN_IT =
  /(?:先|就|都|也){0,2}(?:不要|不用|不能|不该|别|莫|甭|(?<![要是能行好对可得])不)(?:再|给)?(?:算|放|加|列|纳|归|并|搁)(?:[进入上到在]|里面?){1,2}(?:来|去|内|里面?)?(?:吧|了|啊|哈)?[\s。.!！]*$/u;

/** Where it is spoken of each issue: its clause, with those behind it that name none. */
function partsOfEach(plain: string): readonly (readonly [from: number, to: number])[] {
  const starts = [0];
  for (const { index } of plain.matchAll(/(?<=[,，。;；])/gu)) {
    const [clause = ""] = plain.slice(index).split(/[,，。;；]/u);
    if (issuesIn(clause).length > 0 && issuesIn(plain.slice(starts.at(-1), index)).length > 0) starts.push(index);
  }
  return starts.map((from, place) => [from, starts[place + 1] ?? plain.length]);
}

/** 18号不是一回事，剔掉 and 13号别放进来 say that it does not belong there; 别剔掉 says nothing. */
function wayIn({ part, ahead }: { readonly part: string; readonly ahead: string }): "加入" | "移出" | null {
  if (saidUndenied(TAKES_OUT, part)) return "移出";
  const first = part.search(NUMBERS);
  const said = [
    [PUTS_INTO, ahead],
    [GOES_IN, part],
    [ADDS, part.slice(0, Math.max(0, first))],
  ] as const;
  if (said.some(([words, where]) => saidUndenied(words, where))) return "加入";
  return said.some(([words, where]) => words.test(where)) ? "移出" : null;
}

/** What is said of single issues beside the rest: 1号那个早就解决了不要, 19也是信号的，加上. */
export interface OfMembers {
  readonly except: readonly number[];
  readonly add: readonly number[];
  /** The clauses that name none. */
  readonly rest: readonly string[];
}

const ANY_NUMBER = /(?<![\d.第])#?\d{1,6}(?![\d.]|\s*[月日天年点时%万千百条元块米度]|\s*个(?!人))/gu;
const EXCEPTS_IT =
  /不|别|莫|除|剔|算了|免了|拉倒|先放|等等|等一?下|去掉|[拿删划]掉|[移拿挪]出|另[外一]|单独|已经?(?:好|解决|办|修)|早就?(?:好|解决|办|修)/u;
/** 除了9都可以 */
const TAKES_THE_OTHERS = /(?:都|其[他余]的?|别的)(?:都)?(?:可以|行|建|要|算|对)(?:吧|了)?\s*$/u;
const GOES_ON = /^\s*(?:另外|还有|但是?|不过|然后|再)+/u;
const ADDS_IT = /[加算带放并]上|[加放并归][进入]|也是|也算|也要|也加|还有|一起|一样|同样/u;

/** Null: no issue is named, or of one it cannot be known which is said. */
export function saidOfMembers(plain: string): OfMembers | null {
  const except = new Set<number>();
  const add = new Set<number>();
  const rest: string[] = [];
  for (const clause of plain.split(/[,，。;；]/u)) {
    const numbers = [...clause.matchAll(ANY_NUMBER)].flatMap(([one]) => figuresIn(one));
    if (numbers.length === 0 || TAKES_THE_OTHERS.test(clause))
      rest.push(clause.replace(ANY_NUMBER, "").replace(/除了?/gu, ""));
    const way: Set<number> | null = EXCEPTS_IT.test(clause.replace(GOES_ON, ""))
      ? except
      : ADDS_IT.test(clause)
        ? add
        : null;
    // 6是另外一段, of what was named before: why.
    const into = numbers.every((one) => except.has(one)) ? except : way;
    if (numbers.length > 0 && into === null) return null;
    for (const one of numbers) into?.add(one);
  }
  const isBoth = [...except].some((one) => add.has(one));
  return isBoth || except.size + add.size === 0 ? null : { except: [...except], add: [...add], rest };
}
