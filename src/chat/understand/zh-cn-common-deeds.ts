import { plainOf } from "../../domain/plain.ts";
import { ASKS_STANDING } from "./zh-cn-asks.ts";
import { answered, answeredBut, answeredThese, answeredTo, isForSomebody } from "./zh-cn-common-answered.ts";
import { made, moved, movedCalled, PUTS_IN_ALL, takenOutCalled } from "./zh-cn-common-members.ts";
import { takesBack } from "./zh-cn-common-mended.ts";
import { type Deed, issuesIn, type Said, saidUndenied, toldBehind, wordsOf } from "./zh-cn-common-said.ts";
import { withoutDenial } from "./zh-cn-denied-day.ts";

/** What is done with a common problem in free words, however it is called: by its title, or because it was just spoken of. */

const VOIDS = /撤[销消掉了]|删(?:[掉除了吧它。]|$)|取消|作废|不要了|不[建立设]了|[建立]错|误建|去掉|清掉/u;
/** 把罗建平删了: something else is to go. */
const OF_ANOTHER_THING =
  /[把将](?!它|[这那此]|g\s*#?\d|[^,，。]{0,12}共性)([^,，。]{1,16}?)(?:给|都|全|也|先)*(?:撤|删|取消|作废|去掉|清掉)/u;
const RESUMES = /恢复(?!供|通|正常|生产|用|运)|重开|重新(?:办|启|开|打开)|再打开|(?:继续|接着|接到)办/u;
/** 收掉吧, 可以结了: at the end, and nothing stands there that was fetched or paid. */
const ENDS =
  /办结|结案|销号|了结|关闭|(?<=^|[,，。;；\s]|可以|能|该|就|它|[这那]个|先)(?:结|收|关)(?:掉|了|尾|口)(?:了|吧|啊|哈)?(?=[\s。.!]*$)/u;
/** 办得差不多了，可以办结: no question, though it begins like one. */
const ENDS_THEN = /(?:^|[,，。;；\s]|可以|能|就|该|请)(?:办结|结案|销号|了结|关闭)(?:了|吧|它)?[\s。.!]*$/u;
/** 怎么又办结了，恢复 */
const TAKES_UP =
  /(?:恢复(?!供|通|正常|生产|用|运)|重开|重新(?:办|启|开|打开)|再打开|(?:继续|接着)办)(?:一下|它|这个|办理|吧|了)*[\s。!！]*$/u;
const NOT_YET = /(?:没|未|别|不)(?:有|能|要|可以)?(?:办结|结案|销号|了结|关闭)/u;

const LEADS =
  /(?:由|让|请|叫|交给|归|换成?|改成)([^,，。由让请叫谁哪?]{2,20}?)(?:来)?(?:牵头|主办|主导|负责|抓总|(?<=来)(?:搞|办|弄|管|抓)(?=[,，。\s吧啊了]|$))/u;
const LEAD_IS = /牵头(?:单位)?(?:是|定为?|为|给|[改换][为成]|[:\s]){1,3}([^,，。]{2,20})/u;
const UNIT_LEADS =
  /^\s*(?:就|那就|还是|是|应该是)?([^,，。谁哪?\d\s]{2,14}?)(?:来)?牵头(?:吧|啊|了|哈)?(?:[\s。.!]*$|[\s,，]+)/u;
/** 供电公司不牵头, 别让供电公司牵头 */
const LEADS_NOT = /(?:不(?!如|妨|然)|别|莫|勿|甭)[^,，。]*(?:牵头|主办|负责|抓总)|牵不/u;
/** 建管局配合: beside who leads. */
const SAYS_HELP = /配合|协助|协办|协同|参与|支持/u;
const CLAUSE_END = /[,，。;；]|(?<=牵头|配合|协助|协办|负责)\s+/u;
const FIELDS: readonly (readonly [string, RegExp])[] = [
  [
    "改名",
    /(?:改(?:个|一?下)?名字?|更名|改叫|重命名|(?:标题|名字|名称)[改换]|(?:标题|名字|名称)[^,，。;；]{0,8}[,，\s]+(?:那|就|还是|要不|请|帮我|给我){0,3}(?:改(?=[成为叫])|换(?=[成为])|叫))(?:为|成|叫|作|[:,，\s]){0,3}(.{1,60})$/u,
  ],
  ["措施", /措施(?:[^,，。:\s\d]{1,4}(?=:))?(?:就?是|定?为|定了|已定|[:,，\s]){1,3}(.{2,})$/su],
  [
    "措施",
    /^\s*(?:我们|我局|本局|局里|我司|本公司|单位)?(?:这边|这里)?(?:准备|打算|计划|拟|考虑|决定|方案|办法|做法|思路)(?!好|就绪|完毕)(?:是|定了|已定|就是|这样|这么|如下|[:,，\s]){0,4}(?:办|做|处理|解决|安排)?[:,，\s]*(.{2,})$/su,
  ],
  [
    "时限",
    /(?:时限|期限|截止|限期|完成时间|办结时间)(?:日期)?(?:是|为|定[在到为]?|改[到为成]?|到|[:\s]){0,3}(.{2,})$/su,
  ],
  ["进展", /进展(?:[^,，。:\s\d]{1,4}(?=:))?(?:就?是|为|[:,，\s]){1,3}(.{2,})$/su],
];
const TELLS = /已|正在|开始|完成|完工|进场|到货|好了|到位|启动|施工|解决|招标|采购|动工|开工/u;

/** 催一下他们, 督办一下，三天内解决; 企业催了几次 is none. */
const URGES =
  /(?<!别|不|不用|不要|先不|(?:企业|客户|对方|厂里|老板|人家)[^,，。]{0,4})(?:催(?!款|缴|收)|督(?:办|促|一?[下督])|盯(?:紧|一[下盯]|住))(?![,，。]{0,3}(?:过|了)(?:没|吗|几|好|多))/u;
/** At the end of what is asked. */
const URGED_THEN =
  /(?:^|[,，。;；?？!！\s])(?:请|麻烦|再|那|就|去|帮我|给我|赶紧|要|该|得|你们?|单位)*(?:催(?:办|一?催|一?下|促)|督(?:办|促|一?[下督])|盯(?:紧|一下|住))(?:一下)?[^?？吗呢]{0,20}$/u;
/** So it is only where nothing else is told. */
const PRESSES = /抓紧|尽快|加快|赶紧|拖(?:着|了|太|得)|太慢/u;

/** All of them are asked for. */
const LISTS = /哪些|哪一?个|几个|多少|清单|列表|列出|[都还]有/u;
/** 里都有谁家, 涉及谁 */
const WHOSE =
  "谁家|(?:有|是|涉及|包括|包含)(?:了|的|都)?(?:有)?谁(?:们|呢|啊|[\\s。.!！?？]*$)|谁[家们]?(?:提|报|反映)的";
const SAYS_WHOSE = new RegExp(WHOSE, "u");
const ASKS = new RegExp(
  `${WHOSE}|哪些|哪几?家|谁[没还在未]|没有?(?:动静|消息|下文|结果)|(?<![和跟与给这那好])几[个家件]|多少|清单|列表|有没有|看看|看一下|查一?下|查看|列出|情况(?:$|[,，。?])|如何|[?？]\\s*$|[吗呢么]\\s*$`,
  "u",
);

/** 怎么就结了: a reproach asks, and orders nothing. */
const ASKS_WHY = /(?:怎么|为什么|为啥|咋)(?!样|办(?:理|的)?(?:定了|好了)|处理)/u;

/** Of one that was just spoken of: 哪几家还没确认, 怎么还没动静. */
export const ASKS_OF_IT = new RegExp(`${WHOSE}|哪几?家|谁[没还在未]|没有?(?:动静|消息|下文|结果)`, "u");

/** What stands around a day that is a deadline, and says no more. */
const BEFORE_A_DAY =
  /^(?:那就|就|再|可以|同意|[能可]不[能可]以?|能否|可否|能|要|请|务必|必须|争取|力争|定在|定到|放到|改到|改成|改回到?|宽限?(?:到|至)?|放宽(?:到|至)?|顺延(?:到|至)?|往后|推后?(?:到|至)?|多给|提前(?:到|至)?|这个|它|延期?(?:到|至)?|推迟(?:到|至)?|[给让限容]?(?:他们|我们?|咱们?|[我本]局)|各家|的|限在?|截止到?|截至|时限|期限|限期|完成时间|办结时间|时间|最迟|最晚|是|为|到|在|[\s:,]){0,6}$/u;
/** A day that is to be another one: only who sets it may say so. */
const MOVES_THE_DAY = /宽|延|推|往后|提前|改到|时限|期限/u;
const BEHIND_A_DAY =
  /^(?:之前|以前|前|内|之内|以内|时间)?(?:要|必须|务必|得|就|能|全部|都){0,3}(?:完成|办结|搞定|解决|到位|落实|\p{Script=Han}{1,3}[好完通]|(?:拿|报|交|出|给|提|形成|见|有)(?:出|来|上来|个|一个|到)?(?:办法|方案|结果|计划|意见|措施|说法|对策|成效|效果))?(?:来)?(?:吧|啊|哈|了|吗|行不行|行吗|可以吗|好不好)?[\s。.!?？]*$/u;
/** 时间不够，推到20号 */
const SAYS_WHY_FIRST =
  /^[^,，。;；\d]{0,6}(?:时间|来不及|不够|太紧|太赶|下雨|材料|天气|人手|赶不)[^,，。;；\d]{0,8}[,，]\s*(?=[^,，。]{0,6}(?:宽|延|推|往后|改))/u;
/** 放宽三天，下雨没法铺: behind it why. */
const BEHIND_A_DAY_SAYS_WHY = /^[,，。;；]\D+$/u;

/** In free words it is asked before it is done where more hangs on it than was said. */
function freely(which: string): string {
  return which === "" || which.startsWith("⟪") ? which : `⟪${which}⟫`;
}

/** G2还得开着，12号还没好 */
const keptOpen: Deed = ({ behind, which }) => (which !== "" && STAYS_OPEN.test(behind) ? ["恢复", which] : null);

const STAYS_OPEN = /(?:^|[,，。;；])[\s就]*(?:还|得|要|先|继续|应该?|需要?){1,3}开着(?!门|窗|灯|机|泵|车|会)/u;

const asked: Deed = ({ plain, behind, which, isNumbered, date }) => {
  if (ENDS_THEN.test(plain) && saidUndenied(ENDS, plain)) return null;
  // 怎么还没修好？催一下: what is asked is why it is urged.
  if (URGED_THEN.test(plain) && URGES.test(plain)) return null;
  // 能不能宽限三天: asked for, and no question how it stands.
  if (date !== null && MOVES_THE_DAY.test(behind.slice(0, date.start))) return null;
  const isOfOne =
    isNumbered || which.startsWith("⟪") || (which !== "" && (ASKS_STANDING.test(plain) || SAYS_WHOSE.test(plain)));
  if (LISTS.test(plain) && !isOfOne) return [""];
  if (ASKS_WHY.test(plain) && which !== "") return saidUndenied(TAKES_UP, plain) ? null : ["", which];
  return ASKS_STANDING.test(plain) || ASKS.test(plain) ? ["", which] : null;
};

/** 水压的答复发早了，撤回: it has gone, which is said. */
const takenBack: Deed = ({ ahead, behind, which }) => (takesBack(`${ahead}${behind}`) ? ["撤回答复", which] : null);

const voided: Deed = ({ plain, which }) =>
  saidUndenied(VOIDS, plain) && !OF_ANOTHER_THING.test(plain) ? ["撤销", which] : null;

const urged: Deed = ({ plain, told, which }) => {
  if (!URGES.test(plain)) return null;
  const text = clausesWithout(WHO_HAS_IT, clausesWithout(URGES, told));
  return text === "" ? ["催办", which] : ["催办", freely(which), text];
};

/** 谁在管，催一催: who is urged is said with it. */
const WHO_HAS_IT = /谁(?:在|来|家)?(?:管|负责|牵头|办|弄|跟)|哪(?:个|家)(?:单位|部门|局)/u;

/** G1我批个意见：请交通局拿出方案 */
const opined: Deed = ({ told, which, orders }) => {
  const text = orders ? toldBehind(OPINES, told) : undefined;
  return text === undefined || which === "" ? null : ["催办", freely(which), text];
};

const OPINES =
  /^(?:我|就|先|再)*(?:来)?(?:批|写|提|讲|说)(?:个|一个|条|一条|几句|一句|一?下)?(?:意见|批示|话|要求|指示)?[:,，]\s*(.{3,})$/su;

const pressed: Deed = ({ plain, told, which }) => (PRESSES.test(plain) ? ["催办", freely(which), told] : null);

/** 让交通局牵头，建管局配合，下周二前拿出办法 */
const led: Deed = ({ plain, behind, which, day }) => {
  const unit = leadIn(plain, LEADS) ?? leadIn(plain, LEAD_IS) ?? leadIn(behind, UNIT_LEADS);
  if (unit === null) return null;
  const helping = plain.split(CLAUSE_END).filter((one) => SAYS_HELP.test(one) && !LEADS.test(one));
  return [
    "牵头",
    which,
    [unit, day].filter((part) => part !== "").join(" "),
    ...helping.map((one) => `，${one.trim()}`),
  ];
};

/** The clause counts in which nobody is denied to lead. */
function leadIn(plain: string, words: RegExp): string | null {
  for (const clause of plain.split(CLAUSE_END)) {
    const unit = words.exec(clause)?.[1];
    if (unit !== undefined && !LEADS_NOT.test(clause)) return unit;
  }
  return null;
}

/** 措施刚才说的没记上吧: it is asked for once more. */
const unrecorded: Deed = ({ plain, which }) => {
  const name = UNRECORDED.exec(plain)?.[1];
  return name === undefined || which === "" ? null : [name, which];
};

const UNRECORDED =
  /(措施|进展|时限|牵头)[^,，。:：]{0,10}?(?:没有?|忘了?|漏了?|未)(?:给|帮)?(?:我|你)?(?:记|写|填|存|录|登)(?:上|进去?|下来?|到|录|载|了|$)/u;

const filledIn: Deed = ({ told, which }) => {
  for (const [name, words] of FIELDS) {
    const text = toldBehind(words, told);
    if (text !== undefined) return [name, which, text];
  }
  return null;
};

/** G5改成水压: another title, or another unit that leads. */
const renamed: Deed = ({ told, which, date, isNumbered }) => {
  const [, name] = isNumbered && date === null ? (BECOMES.exec(plainOf(told)) ?? []) : [];
  if (name === undefined) return null;
  return [/(?:局|公司|中心|委|队|所)$/u.test(name) ? "牵头" : "改名", which, name];
};

const BECOMES =
  /^(?:就|还是)?(?:改[成为叫]|叫)(?:做|作)?[\s:「“"]*(?!紧急|保密|公开|[已未]?办|[已未]?完)([^\d,，。:「」“”"]{2,20}?)[」”"]?(?:吧|了|好了)?[\s。.!]*$/u;

const dated: Deed = ({ behind, told, date, sets, orders, which }) => {
  if (date === null) return null;
  const before = withoutDenial(behind.slice(0, date.start)).replace(SAYS_WHY_FIRST, "");
  if (!BEFORE_A_DAY.test(before)) return null;
  const isMoved = MOVES_THE_DAY.test(before);
  const after = behind.slice(date.end);
  if (!BEHIND_A_DAY.test(after) && !(isMoved && BEHIND_A_DAY_SAYS_WHY.test(after))) return null;
  if (orders) return ["催办", freely(which), told];
  return [sets || MOVES_THE_DAY.test(behind) ? "时限" : "措施", which, told];
};

const endedOrResumed: Deed = ({ plain, told, which }) => {
  if (saidUndenied(TAKES_UP, plain)) return ["恢复", which];
  if (saidUndenied(ENDS, plain) && !NOT_YET.test(plain)) {
    const closing = clausesWithout(ENDS, told);
    return ["办结", freely(which), SAYS_NO_MORE.test(plainOf(closing)) ? "" : closing];
  }
  return saidUndenied(RESUMES, plain) ? ["恢复", which] : null;
};

/** 好了，收掉吧 */
const SAYS_NO_MORE = /^(?:好|行|嗯|那|可以|都?办?好)了?$/u;

/** 先给换好的两家回：…, 给老板们带句话：…: to be sent, to whomever it is; what was not understood of it is no text. */
const IS_TO_BE_SENT =
  /^[^:：]{0,24}?(?:(?:先|只|分开|单独|统一|给|跟|向)[^,，。:：]{0,8}(?:答复?|回复?)(?![来家去收填头升落暖款购顾馈])|(?:给|跟|向)[^,，。:：]{1,8}(?:说|讲|带)(?:一声|一下|[句个]话))/u;

const toldOf: Deed = ({ told, which, orders }) =>
  !IS_TO_BE_SENT.test(plainOf(told)) && !orders && told.length >= SHORTEST && TELLS.test(plainOf(told))
    ? ["进展", which, told]
    : null;

/** 洗车台12月10号装好: what is to be done, and when. */
const planned: Deed = ({ told, which, date, orders, isNumbered }) =>
  date !== null &&
  (isNumbered || which.startsWith("⟪")) &&
  [...told].length >= SHORTEST &&
  !isForSomebody(told) &&
  !IS_TO_BE_SENT.test(plainOf(told))
    ? [orders ? "催办" : "措施", orders ? freely(which) : which, told]
    : null;

const SHORTEST = 3;

/** What is said beside its name, and was not understood, is not lost without a word. */
const shown: Deed = ({ which, plain, told, isNumbered }) => {
  if (isNumbered || which === "" || FORBIDS.test(plain) || [...plain].length > LONGEST) return null;
  return ["", which, [...told].length >= SHORTEST && which.startsWith("⟪") ? told : ""];
};

/** 不要把停水的并成一个共性问题 asks for none. */
const FORBIDS = /^(?:先|请|千万|可)?(?:不要|不用|别(?![的处家])|莫|勿)/u;
const LONGEST = 30;

/** The first that is said counts. */
const OF_ITS_ISSUES: readonly Deed[] = [made, moved];
const OF_ITSELF: readonly Deed[] = [
  opined,
  takenBack,
  movedCalled,
  takenOutCalled,
  unrecorded,
  keptOpen,
  answeredBut,
  answeredThese,
  answeredTo,
  answered,
  asked,
  urged,
  voided,
  led,
  filledIn,
  renamed,
  dated,
  endedOrResumed,
  toldOf,
  planned,
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
  const kept = told.split(/(?<=[,，。;；?？!！]|(?<!\d)[:：])/u).filter((one) => !words.test(plainOf(one)));
  return kept.join("").replace(/^\s+|[,，。;；\s]+$/gu, "");
}

/** The words that call one, in what stands before it. */
export function calledBy(ahead: string): string {
  return wordsOf(ahead.replace(PUTS_IN_ALL, "").replace(LEADS, ""));
}
