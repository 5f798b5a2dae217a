import { anyOf } from "./any-of.ts";
import { clausesOf } from "./zh-cn-pieces.ts";

/** How a company says that two issues are one, or that it has what another has, without the command. In plain text. */

const END = "[的啊呀吧了哈]{0,2}[\\s。.!！~～]*$";
const EARLIER =
  "(?:我们?)?(?:前面|上面|之前|刚才|原来|上次|早上|昨天)(?:提|报|发|说)?的?(?:那|这)?(?:一)?(?:个|件|条)?|(?:那|这)(?:一)?(?:个|件|条)";
const NUMBER = "#?\\s*(?<number>\\d{1,6})\\s*号?(?:那(?:个|件|条))?";
const IT =
  "(?:请|帮我?|给我|那|就|还是|可以|把|将|它|这(?:个|件|条)|我看|我们?的?|干脆|直接|索性|不如|要不|能不能|都|\\s)*";
/** 跟九嶷那个: another company's, which no number names. */
const WITH = "(?:跟|和|与|同)\\s*";
const NAMED = "[^\\d,，。;；\\s]{1,12}?";
const THEIRS = "(?:那(?:个|件|条|边)?|的|[她他]们|家|厂|公司)(?:的?(?:那(?:个|件|条)?|诉求|单子?))?\\s*";
const JUST = "(?:算了|得了|就行|就好|行了)?";
/** 我的意思是: what only says that it is said. */
const SAYS = "(?:我们?的?(?:意思)?(?:就?是)(?:说)?|我们?说的?是?)?[\\s,，:：]*";

const FIRST = "(?:#?\\s*(?<first>\\d{1,6})\\s*号?(?:那(?:个|件|条))?\\s*)";
const SINGLE = "(?:同一|一)(?:件|个|码|回)";
const MATTER = "(?:事情?|诉求|问题)";

/** 合并吧, 并到前面那个里面去, 并到31里, 把33并到31 */
const PUTS = new RegExp(
  `^${IT}${FIRST}?(?:合并(?:一下|了|掉)?|并(?:了|掉|一下)|(?:合并|合|并|归|放|加|挪|移|转|写|算)(?:到|进|入|在|成)(?:一起|一块儿?|一(?:个|件|条)|(?:${NUMBER}|${EARLIER})?的?(?:诉求|单子?|事情?)?(?:里面|里|中|一起)?))去?${JUST}${END}`,
  "u",
);
/** 跟九嶷那个合到一起算了, 11号跟恒达的算一起 */
const PUTS_WITH_THEIRS = new RegExp(
  `^${IT}${FIRST}?${IT}${WITH}(?:${NAMED}(?:${THEIRS})?|${NUMBER}的?\\s*)(?:一起|一块儿?)?(?:合并(?:一下|了|掉)?|(?:合并|合|并|归|放|算|弄|搞)(?:到|进|入|在|成|作)?(?:一起|一块儿?|一(?:个|件|条)))(?:办|处理|算)?去?${JUST}${END}`,
  "u",
);
const SAYING = `^${SAYS}(?:其实|应该|这(?:个|件|条)?(?:事情?|诉求)?|它|\\s)*`;
const SAME_AS = [
  // 这个跟31是一回事, 33、31是一个事, 和前面那个重复了
  new RegExp(
    `${SAYING}(?:${FIRST}?(?:跟|和|与|同)|${FIRST.replace("<first>", "<other>")}[\\s、])\\s*(?:${NUMBER}|${EARLIER})的?(?:诉求|事情?)?(?:其实|应该|\\s)*(?:(?:就?是|算是|算|都是)(?:${SINGLE}${MATTER}?|重复的?)|${SINGLE}${MATTER}|重复)${END}`,
    "u",
  ),
  // 跟彭丽她们那个是一回事
  new RegExp(
    `${SAYING}${FIRST}?${WITH}${NAMED}${THEIRS}(?:其实|应该|\\s)*(?:就?是|算是|算|都是)${SINGLE}${MATTER}?${END}`,
    "u",
  ),
  // 33其实就是31, 这个就是31那个事
  new RegExp(
    `^${SAYS}(?:这(?:个|件|条)?(?:事情?|诉求)?|它|${FIRST})(?:其实|应该|\\s)*就是\\s*${NUMBER}的?${MATTER}?${END}`,
    "u",
  ),
];

/** Nothing but that they are put together. */
function putsIn(plain: string): RegExpExecArray | null {
  return PUTS.exec(plain) ?? PUTS_WITH_THEIRS.exec(plain);
}

function sameIn(plain: string): RegExpExecArray | null {
  return SAME_AS.map((words) => words.exec(plain)).find((one) => one !== null) ?? null;
}

/** 一样的，并了吧: what stands beside such a clause and says no more. */
const MERELY_THE_SAME =
  /^(?:其实|应该|情况|这(?:个|两个|两件)|它们|[都就是对嗯])*(?:一样|差不多|重复|同?一(?:件|个|码|回)事?)?的?[了吧啊呀]{0,2}$|^(?:就|也)?不(?:用|要|必)(?:再)?(?:单独|另外|重复)?(?:办|提|报|派|处理)?了?$/u;

/** What is put together with what; `number`: it is named, and `first` too. Null: nothing is. */
export function togetherSaid(plain: string): { readonly number: number | null; readonly first?: number } | null {
  const whole = putsIn(plain) ?? sameIn(plain);
  const clauses = whole === null ? clausesOf(plain).map((one) => one.trim()) : [];
  const said = whole ?? clauses.map((one) => sameIn(one) ?? putsIn(one)).find((one) => one !== null) ?? null;
  const isAll = clauses.every((one) => putsIn(one) !== null || sameIn(one) !== null || MERELY_THE_SAME.test(one));
  if (said === null || !isAll) return null;
  const { number, first = said.groups?.other } = said.groups ?? {};
  const named = number ?? first;
  if (named === undefined) return { number: null };
  return { number: Number(named), ...(number !== undefined && first !== undefined && { first: Number(first) }) };
}

const ONE_OF_THEM = "#?\\s*\\d{1,6}\\s*号?(?:那(?:个|件|条))?";
/** 2号并到45里去, 48、23都合并到2, 2合并45: numbers, and into which one. */
const LISTED_INTO = new RegExp(
  `^${IT}(?<list>${ONE_OF_THEM}(?:\\s*(?:[、,，和与跟及]|还有)\\s*${ONE_OF_THEM}){0,9})\\s*(?:都|全|一起|也)?(?:(?:合并|合|并|归|放|加|挪|移|转|算)(?:到|进|入|在)|合并|并)\\s*${NUMBER}的?(?:诉求|单子?|事情?)?(?:里面|里|中)?(?:一起|一块)?去?(?:办|处理|算)?${JUST}${END}`,
  "u",
);
const KEPT = "#?\\s*(\\d{1,6})\\s*号?(?:那(?:个|件|条))?(?:里面?)?";
/** 合一起，以45为准; 合并，放到45: which one stays. */
const STAYS = new RegExp(
  `[\\s,，]*(?:以\\s*${KEPT}为(?:准|主)|(?:就|只)?保?留(?:着|下)?\\s*${KEPT}(?:就行|就好)?|[,，]\\s*(?:都|就)?(?:放|并|合|归|加)(?:到|进|入|在)\\s*${KEPT}去?)${END}`,
  "u",
);

/** Which ones go into which; null: no direction is said. */
export function listedInto(plain: string): { readonly from: readonly number[]; readonly into: number } | null {
  const stays = STAYS.exec(plain);
  const [, ...kept] = stays ?? [];
  const both = stays === null ? null : togetherSaid(plain.slice(0, stays.index));
  if (both?.number != null && both.first !== undefined)
    return { from: [both.first, both.number], into: Number(kept.find((one) => one !== undefined)) };
  const { list, number } = LISTED_INTO.exec(clausesOf(plain)[0] ?? "")?.groups ?? LISTED_INTO.exec(plain)?.groups ?? {};
  if (list === undefined || number === undefined) return null;
  return { from: (list.match(/\d+/gu) ?? []).map(Number), into: Number(number) };
}

/** 英文那个并到23里, 把停电那件合并进7号去吧: what goes into which is called by its words. */
const CALLED_INTO = new RegExp(
  `^${IT}(?<words>(?!${IT}(?:合|并|归|放|加|挪|移|转|写|算))[^\\d#,，。;；!！?？\\s]{1,12}?)(?:那(?:个|件|条)|的)?(?:诉求|单子?|事情?)?(?:合并|合|并|归|放|加|挪|移)(?:到|进|入|在)\\s*${NUMBER}的?(?:诉求|单子?|事情?)?(?:里面|里|中|一起)?去?${JUST}${END}`,
  "u",
);

/** Which one, by its words, goes into which; null: nothing of the kind is said. */
export function calledInto(plain: string): { readonly words: string; readonly into: number } | null {
  const { words, number } = CALLED_INTO.exec(plain)?.groups ?? {};
  return words === undefined || number === undefined ? null : { words, into: Number(number) };
}

/** 我前面说的…就是…，跟…是同一个事: how it is said, of whatever matter. */
const SAYING_SO =
  /(?:我们?)?(?:前面|刚才|刚刚|上面|之前|上次|昨天)(?:说|讲|提|报|反映|发)(?:过|了)?的?|(?:其实|应该)?就是|(?:其实|都)?(?:是|算)?(?:同一|一)(?:个|件|码|回)(?:事情?|问题|诉求)?|[那这](?:个|件|条)(?:事情?|问题|诉求)?|(?:跟|和|与)(?=[^,，。]{1,12}(?:一样|一回|同一|是一))/gu;

/** The matter alone, by which a text is compared with others. */
export function withoutSayingSo(text: string): string {
  return text.replace(SAYING_SO, " ");
}

const GUESSING = /好像|似乎|貌似|是不是|会不会|可能|感觉|估计|大概|(?:我)?觉得|我看|应该|不会/gu;
const ASKS_IT = /(?:吧|吗|么|嘛|呢|不)?[\s]*[?？]+[\s。]*$|(?:吧|吗|么|嘛)[\s。.!！~～]*$/u;

/** 15跟6是一回事吧, 15和6好像是一回事: a guess, as what would be said of it if it were none; null: it is none. */
export function guessedTogether(plain: string): string | null {
  const said = plain.replace("是不是", "是").replace(GUESSING, "").replace(ASKS_IT, "");
  // 是一回事，合并吧 is a request, and no guess.
  const isAsked = ASKS_IT.test(plain) && (!/[合归]?并[^,，。]{0,6}吧/u.test(plain) || /[?？]/u.test(plain));
  const isGuess = isAsked || new RegExp(GUESSING.source, "u").test(plain);
  return isGuess && togetherSaid(said) !== null ? said : null;
}

/** 这个跟31是一回事: that they are the same is said, and not only wished. */
export function saysTheyAreOne(plain: string): boolean {
  return sameIn(plain) !== null;
}

/** 跟彭丽她们那个合到一起算了: which of theirs it is, was not said. */
export function namesTheirs(plain: string): boolean {
  return clausesOf(plain).some((one) => PUTS_WITH_THEIRS.test(one.trim()));
}

const WE = "(?:我们?|俺们?|咱们?|我司)(?:厂|公司|家|这边|这里|单位)?";
const COUNTS_US = `(?:加|算|带|记)(?:上|进)?${WE}一(?:个|家|份|票)`;
const SAME = `(?:\\+\\s*1|加一|附议|同求|同感|${COUNTS_US}|${WE}也(?:是|一样|有|这样|支持|赞成)(?:的)?)`;
const THEM = "(?:他们?|她们?|人家|(?:上面|前面|刚才)?的?[那这]一?(?:家|个厂|个公司)|(?:上面|前面|刚才)(?:的|那个?))";
/** 跟30一样的, 我们厂情况和30差不多 */
const LIKE_IT = new RegExp(
  `^${SAYS}(?:其实|应该|也|都)?(?:${WE}的?)?(?:这个?|情况|问题)?(?:也?是)?\\s*(?:跟|和|与|同)\\s*${NUMBER}(?:说)?的?(?:情况|问题|诉求|事情?)?(?:完全|基本|也|都|是)*(?:一样|相同|类似|差不多|(?:同样|一个)的?(?:情况|问题|毛病))${END}`,
  "u",
);
const ONE_NUMBER = "#?\\d{1,6}\\s*号?(?:那(?:个|件|条))?";
/** 和51、54一样, 我们跟51 53 54的都一样 */
const LIKE_SEVERAL = new RegExp(
  `^${SAYS}(?:${WE}的?)?(?:其实|应该|也|都)?(?:跟|和|与|同)\\s*(?<numbers>${ONE_NUMBER}(?:[\\s、,，和跟与及]+${ONE_NUMBER}){1,8})(?:说)?的?(?:情况|问题|诉求|事情?)?(?:完全|基本|也|都|是)*(?:一样|相同|类似|差不多|(?:同样|一个)的?(?:情况|问题|毛病))${END}`,
  "u",
);
/** 58 +1, 支持58, 那就算我一个 */
const JOINS = [
  LIKE_SEVERAL,
  new RegExp(`^${IT}(?:支持|附议|顶)\\s*${NUMBER}${END}`, "u"),
  new RegExp(`^${IT}${NUMBER}\\s*[,，:：]?\\s*(?:${SAME}|支持)${END}`, "u"),
  new RegExp(`^${IT}${SAME}${END}`, "u"),
  // 给30加我们一家
  new RegExp(`^${IT}(?:给|在)\\s*${NUMBER}(?:里面?|那里|上)?${COUNTS_US}${END}`, "u"),
  LIKE_IT,
  // 跟他们一起, 算到他们那件里
  new RegExp(`^${IT}(?:${WE}也?)?(?:跟|和|与|同)${THEM}(?:的)?一(?:起|块儿?)(?:报|算|提|办|反映|弄|处理)?${END}`, "u"),
  new RegExp(
    `^${IT}(?:把?${WE}(?:的|这个)?)?(?:也)?[算并加归合](?:到|进|在|入|给)${THEM}(?:那(?:个|件|里)?)?(?:的)?(?:里面?|里头|一起)?${END}`,
    "u",
  ),
];

/** 跟30一样: of one of its own it says that they are the same. */
export function saysItIsLike(plain: string): boolean {
  return LIKE_IT.test(plain);
}

export interface JoinSaid {
  /** Null: none is named. */
  readonly number: number | null;
  /** Those that are named besides. */
  readonly more: readonly number[];
}

/** Of which issues a company says that it has the same. Null: it says no such thing. */
export function joinSaid(plain: string): JoinSaid | null {
  const bare = plain.replace(POLITELY_BEFORE, "").replace(POLITELY_BEHIND, "");
  const clauses = clausesOf(bare).map((one) => one.trim());
  const telling = clauses.filter((one) => !MERELY_THE_SAME.test(one) && !WANTS_TO_HEAR.test(one));
  // 一样的，同感: what merely says the same may be all that is said, or stand before what says whose.
  const told = clauses.length < 2 || telling.length > 1 ? bare : (telling[0] ?? clauses[0] ?? bare);
  for (const words of JOINS) {
    const said = words.exec(told.replaceAll("＋", "+"));
    if (said === null) continue;
    const numbers = (said.groups?.numbers ?? said.groups?.number ?? "").match(/\d+/gu)?.map(Number) ?? [];
    const [number = null, ...more] = numbers;
    return { number, more };
  }
  return null;
}

/** 好的同感谢谢: what stands beside it out of politeness. */
const POLITELY_BEFORE = /^(?:嗯|好的?|对的?|是的?|哦|行|[\s,，])+(?=同感|附议|同求|\+|加一|我们也|[跟和与同给支])/u;
const POLITELY_BEHIND =
  /(?<=同感|附议|同求|\+1|加一|一样的?)[哈啊呀吧了]{0,2}[\s,，]*(?:谢谢|多谢|感谢|麻烦|辛苦)(?:了|啦|您|你们?|领导)?[\s。!！~]*$/u;
/** 哪天处理完告诉我一声, 有结果说一声, 别重复了 */
const WANTS_TO_HEAR =
  /^(?:[^,，。]{0,6}(?:处理|办|修|弄|搞|解决|有(?:结果|消息|进展)|好)[^,，。]{0,4})?(?:也|麻烦|请|记得|到时|帮忙)*(?:告诉|通知|说|跟|回|知会)(?:我们?|一声|一下)[^,，。]{0,6}$|^(?:就|别|不要?|免得|省得)(?:再)?(?:重复|多)(?:了|提了?|报了?|登记)?$/u;

/** 撤销同感58, 同感58取消: what was noted so. */
export const TAKES_BACK_A_JOIN = anyOf(
  "(?:撤(?:销|回|掉)?|取消|收回|退出?|不要|删(?:除|掉)?|去掉)[^,，。]{0,4}同感",
  "(?:别|不|甭|莫)(?:用|要|想|跟[^,，。]{1,6})?(?:再)?(?:登记)?同感(?:了|$)|(?:同感|加我们|算我们)[^,，。]{0,4}(?:搞|弄|登记|点|按|说)错|(?:别|不)(?:用|要|必)?(?:再)?(?:算|加|带)(?:上)?我们(?:家|一个|一份)?(?:了|吧|$)",
  "同感[^,，。]{0,6}(?:撤|取消|收回|不要了|不算|退|删|去掉|点错|登记错)",
);

/** 我们想单独提: apart from what was joined. */
export const RAISES_ALONE = /(?:单独|自己|另外|另)(?:再)?(?:提|报|登记|反映)/u;

/** 和小吴那个合一下, 恢复吧: the bot is told to do something with an issue, and nothing is told of one. */
export const ORDERS_A_DEED =
  /^(?:(?:请|麻烦|帮我?|给我|把|将|它|这个?|那个?|和|跟|与|同|就)[^,，。]{0,8}?)?(?:合(?:一?下|并|起来|到一[起块]|在一[起块])|并(?:到|进|在)[^,，。]{0,6}|恢复(?!供|生|通|营|正|了|原|不|没))(?:算了|就行|一?下|[吧了啊呀哈])*(?:[\s,，。;；].{0,16})?$/su;
