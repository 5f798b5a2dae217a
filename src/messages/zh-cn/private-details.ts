import { WORDS } from "../../domain/words.ts";
import { NUMERALS } from "../../domain/zh-cn-numerals.ts";
import { GIVEN, SURNAME } from "./names.ts";

/** What in an answer is of the people and the dealings of one company, and nothing to another: told by how it is said, as no list holds everybody. */

const TITLE =
  "(?:副?(?:总经理|总监|经理|厂长|主任|组长|队长|班长|站长|科长|局长|处长|所长|院长|部长|书记|校长|行长|主席|主管)|会计|师傅|先生|女士|小姐|老板|老师|医生|律师|警官|法官|工程师|阿姨|大姐|大哥|大爷|大叔|大妈|嫂子?)";
/** Of these a name is told only by the word behind it. */
const SHORT_TITLE = "[总工哥姐叔姨嫂董]";
/** Surnames that are words of a sentence more often: 向主任汇报, 全厂长期. */
const NO_WORD = "(?![向时班全连充支管容单包东花])";
const TITLED = new RegExp(
  `${NO_WORD}(?<surname>${SURNAME})(?:(?<long>${GIVEN}{0,2}?${TITLE})|(?<short>${SHORT_TITLE}))`,
  "gu",
);
/** 高工 is a rank, 施工 a work. */
const RANKS_AND_WORKS = new Set("高工 施工 童工 车工 管工 农工 沙工 石工 水工 员工".split(" "));

/** 老赵, 小张. */
const CALLED = new RegExp(`[老小阿](?<surname>(?![路段管房石水花柴车时金广国方项步利满古])${SURNAME})`, "gu");
/** What the dictionary knows as one word, and is nobody. */
const NOBODY = new Set(
  "小时 小于 小计 小康 小米 小费 小雷 小满 小龙 小牛 小包 小石 小宁 小寒 小乔 老师 老龙 老毛 老牛 老白 老板".split(" "),
);

/** 由周建军负责, 找何晓明领. */
const BROUGHT_IN = new RegExp(
  `(?<before>[由找叫派请跟给]|联系|对接)(?<surname>${NO_WORD}${SURNAME})${GIVEN}{1,2}(?=负责|领|办|联系|对接|处理|跟进|陪|签|来|去|说|即可|$|[^\\p{Script=Han}])`,
  "gu",
);

/** Who belongs to somebody, how somebody is, and what becomes of him; 其他 and 他处 are nobody. */
const OF_SOMEBODY =
  /(?<!其)他(?![人处方项市省])|她|老婆|老公|丈夫|妻子|儿子|女儿|父亲|母亲|父母|爸|妈妈|他妈|媳妇|爱人|岳[父母]|公公|婆婆|弟弟|妹妹|哥哥|姐姐|前[夫妻]|孙子|孙女|[姓叫]\p{Script=Han}的|精神科|妇科|住院|看病|看过医生|病历|病假|(?<!体检)(?:去|送)(?:了|过|到)?医院|手术|抑郁|确诊|怀孕|流产|癌|乙肝|艾滋|梅毒|尿毒症|骨折|吸毒|戒毒|酗酒|离婚|坐牢|判刑|拘留|欠债|赌博|出轨|有限(?:责任)?公司/u;

/** Whether a clause is about somebody, or another company. */
export function isOfSomebody(clause: string): boolean {
  if (OF_SOMEBODY.test(clause)) return true;
  const starts = startsIn(clause);
  const isTitled = [...clause.matchAll(TITLED)].some((match) => isNameWithTitle(match, starts));
  return (
    isTitled || [...clause.matchAll(CALLED)].some((match) => isCalled(match, starts)) || isBroughtIn(clause, starts)
  );
}

/** The places where words begin, with the end: 程 of 工程师傅 begins none. */
function startsIn(text: string): ReadonlySet<number> {
  return new Set([...Array.from(WORDS.segment(text), ({ index }) => index), text.length]);
}

function isNameWithTitle(match: RegExpExecArray, starts: ReadonlySet<number>): boolean {
  const { surname = "", short } = match.groups ?? {};
  if (!starts.has(match.index)) return false;
  const isApart = starts.has(match.index + surname.length);
  if (short === undefined) return isApart;
  const endsWord = starts.has(match.index + match[0].length);
  return endsWord && !RANKS_AND_WORKS.has(match[0]);
}

function isCalled(match: RegExpExecArray, starts: ReadonlySet<number>): boolean {
  const isWords = starts.has(match.index) && starts.has(match.index + match[0].length);
  return isWords && !NOBODY.has(match[0]);
}

function isBroughtIn(clause: string, starts: ReadonlySet<number>): boolean {
  return [...clause.matchAll(BROUGHT_IN)].some(({ index, groups = {} }) => {
    const from = index + (groups["before"] ?? "").length;
    return starts.has(from) && starts.has(from + (groups["surname"] ?? "").length);
  });
}

const ROOM =
  "(?<!\\d)\\d{3,4}(?:室|房间?(?!屋|产)|号?办公室|号房|门牌)|(?<=[到去在来至找][^\\d，。]{0,4})(?<![\\d.])\\d{3,4}(?=找|领|办|拿|取|交|签|$|[，。,;；])";
const FIGURES = `(?:\\d[\\d,]*(?:\\.\\d+)?|[半几一二两三四五六七八九十百][${NUMERALS}]*|千(?=万元))`;
const NO_MONEY = "伏|瓦|帕|米|克|升|斤|吨|人|户|家|台|套|个|辆|件|份|平|立|亩|时|分|次|条|转|条|年|里|安|吉";
const MONEY = [
  `${FIGURES}(?:多|余|来)?(?:[万亿](?!${NO_MONEY})[${NUMERALS}\\d]{0,4}(?:[元块](?!板))?|[千百]?元|块钱?(?![板儿地砖]))`,
  `(?<=[款费钱资金额价偿补付赔罚欠交退缴共计约花])[一二两三四五六七八九]?[十百千][${NUMERALS}]*(?![${NO_MONEY}日号天月点%％万亿元块])`,
].join("|");
const OWN = new RegExp(`${ROOM}|${MONEY}`, "gu");

/** Rooms to which somebody was asked, and what was paid: it is another's case. */
export function ownFiguresIn(text: string): readonly string[] {
  return [...new Set(text.match(OWN) ?? [])];
}
