import { figuresIn, NUMERAL, NUMERALS, numeralOf } from "../../domain/zh-cn-numerals.ts";
import { NUMBERS_IN_CHARACTERS } from "./zh-cn-parse.ts";

/** Issue numbers in a text, told by what stands beside them from figures that count or name something else. */

export interface Reference {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Behind a figure with 号, or a bare one: then it names a thing of the factory's, a building, a line of a timetable. */
const THING =
  "楼|栋|幢|线|车间|变压器|变电|主变|机|炉|门|厂|仓|库|生产|产线|泵|井|路(?!灯)|桥|宿舍|电梯|站|馆|厅|地块|配电|柜|锅炉|院|台|公路|大道|街|岗|窗|柱|杆|塔|罐|池|车(?!还没|没|不)|设备|开关|回路|电缆|管|阀|风|会议室|食堂|办公|工地|标段|模具|注塑|流水|地铁|公交|通知|文件|令";
/** Of these the ones that are numbered themselves, also behind a space: 1号 楼. Behind one of the others a space parts: 2号 路已修好. */
const PLACE = "楼|栋|幢|线(?!路)|车间|门|厂|仓|库|产线|宿舍|站|馆|地块|公路|大道|街|公交|通知|文件|令";
/** Behind a figure: a measure word, a unit, or the rest of a date. */
const MEASURE =
  "个|台|条|次|天|日|月|年|周|星期|吨|分(?![别给派])|星|点|米|元|万|千|百|亿|块|盏|家|层|度|倍|人|名|位(?!置)|小时|钟|秒|公里|平方|平米|亩|套|辆|车(?!还没|没|不)|箱|件|批(?![了示准复]|下来)|份|张|把|根|段|处(?!理)|户|间|组|班|趟|岁|折|寸|升|伏|安|瓦|℃|%|‰|\\+|kva|kv|kw|km|mm|cm|m2|mpa|mbps|m\\b|g\\b|t\\b|v\\b|w\\b|a\\b|多|余|左右|方(?![案面便法向式])|株|棵|袋|桶|瓶|捆|卷|匹|筐|吊|捧";
/** 号 behind which stands a time: then it is a day of the month. */
const DAY =
  "(?:之|以)?前|上午|下午|晚上|早上|中午|凌晨|开会|当天|截止|(?:我们?|咱们?|厂里|公司)?(?:出差|发工资|发薪|放假|休息|有空|回来|返|要交货|交货|出货|回(?=$|[,，。!！]))|我们?(?:要)?去(?!现场|看|修|处|办|查|厂)|[到至](?=\\d|下|周|月)";
/** 35人社, 7公路局: names of units that begin like one of these words. */
const A_UNIT =
  "人社|人力|人防|人才|人民|人武|管委|车管|机关|分局|分公司|家居|房管|组织部|公路(?:局|中心|公司|养护)|公交(?:公司|集团|局)|电缆公司|路政|路桥公司|通信|通管";
/** What may count an issue itself: 12号诉求, 3号这件, 7号单. */
const NOT_THING = new RegExp(`^\\s*(?!${A_UNIT})(?:${THING})`, "u");
const IS_PLACE = new RegExp(`^\\s*(?:${PLACE})`, "u");
const IS_MEASURE = new RegExp(`^\\s*(?!${A_UNIT})(?:${MEASURE})`, "u");
const IS_DAY = new RegExp(`^\\s*(?:${DAY})`, "u");

/** 另外3号电缆修好了: another issue is spoken of. */
const IS_ANOTHER = /(?:^|[,，。;；\n\s])(?:另外|此外|至于)\s*$/u;
/** 16好了，不过23没说清楚: what turns to another issue. */
const TURNS_TO =
  /(?:^|[,，。;；\n])\s*(?:不过|但是?|可是?|只是|就是|而|然后|还有|以及|那|再就是|至于|另外|剩下的?)\s*$/u;
/** 只给到10号; 准了，到10号: a day. */
const IS_UP_TO = /(?:给|延|宽限?|批|放|推|缓|拖|挂|准|最多|只能|[,，。;；])(?:到|至)\s*$/u;
/** 让他抓紧2和3: a list that ends the text. */
const LISTS_TO_THE_END = /^号?(?:\s*[、和与跟及]\s*#?\d{1,6}号?){1,20}[\s。!?.]*$/u;

/** 把11号到14号: nobody does that with days. */
const IS_TAKEN = /[把将]\s*$/u;

/** 三、五号和7: what may stand between a number in characters and what is done with it. */
const LIST_GOES_ON = `(?:号?[、和跟与及]\\s?#?(?:\\d{1,6}|${NUMERAL})){0,9}号?(?:也|都|一起){0,2}\\s?`;
const IS_DEALT_WITH =
  "(?:给|转(?:给|派|办|交|到)|派(?:给|单)|交[给由]|移交|归(?!还)|合并|并[到入]|合[到在成]|(?:是|说的是)?(?:一回事|同一[个件]|重复)|签收|办结|答复|撤(?:回|了)|催|督办)";
/** 把三、五都给…, 三并到七: without 号 a number in characters is one only beside what is done with an issue; else it counts, or is a part of a word (一并, 催一催, 三家). */
const HAN_NUMBER = `(?<![第万唯${NUMERALS}])(?!一[并起些直定般下共]|(?<=[催问看查撤批签派改转])一)${NUMERAL}(?=号|${LIST_GOES_ON}${IS_DEALT_WITH}|(?<=并[到入]${NUMERAL})(?:里|去|[。!]|$))`;

/** A figure, with what marks it as an issue's number: # before it, 号 behind it, or nothing. */
const FIGURE = new RegExp(
  `(?:(#\\s*)|(?<![\\d.:/a-z\\-月%]))(?:(\\d{1,6})(?![\\d:/a-z%]|\\.\\d|,\\d{3})|(${HAN_NUMBER}))(?:\\s*(号))?`,
  "gu",
);

/** Every figure that may be an issue's number, in digits or in Chinese: 12, 四号, 同感四. */
export function numbersWritten(text: string): readonly number[] {
  const behindWord = [2, 3, 4].flatMap((length) =>
    figuresIn(NUMBERS_IN_CHARACTERS.exec(text.slice(length))?.[1] ?? ""),
  );
  const figures = [...text.matchAll(WRITTEN)].map(([, digits, han]) =>
    digits === undefined ? (numeralOf(han ?? "") ?? 0) : Number(digits),
  );
  return [...new Set([...figures, ...behindWord])];
}

const WRITTEN = new RegExp(`(?<!\\d)(\\d{1,6})(?!\\d)|(${HAN_NUMBER})`, "gu");

/**
 * The references in a plain text. `isKnown`: whether an issue of this number is in sight; without # only such a one is
 * meant. Of bare figures those count that stand at the beginning of a clause, at the end or beside a reference.
 */
export function referencesIn(plain: string, isKnown: (number: number) => boolean): readonly Reference[] {
  const found: Reference[] = [];
  // 19和28不是我的: beside one that is not in sight as well.
  const named: Reference[] = [];
  for (const match of plain.matchAll(FIGURE)) {
    const [whole, hash, digits, han, mark] = match;
    const number = digits === undefined ? (numeralOf(han ?? "") ?? 0) : Number(digits);
    const [start, end] = [match.index, match.index + whole.length];
    if (!isReference(plain, { start, end, hash: hash !== undefined, mark: mark !== undefined }, named)) continue;
    named.push({ number, start, end });
    if (hash === undefined && !isKnown(number)) continue;
    const last = found.at(-1);
    if (last !== undefined && RANGES.test(plain.slice(last.end, start))) {
      for (let between = last.number + 1; between < Math.min(number, last.number + LONGEST_RANGE); between++) {
        if (isKnown(between)) found.push({ number: between, start, end: start });
      }
    }
    found.push({ number, start, end });
  }
  return found;
}

/** The figures of a plain text that count and name nothing else, wherever they stand: each may be an issue's number. */
export function figuresUncounted(plain: string): readonly Reference[] {
  return [...plain.matchAll(FIGURE)].flatMap((match) => {
    const [whole, hash, digits, han, mark] = match;
    const [start, end] = [match.index, match.index + whole.length];
    const behind = plain.slice(end, end + NEAR);
    const isOther = IS_MEASURE.test(behind) || NOT_THING.test(behind) || (mark !== undefined && IS_DAY.test(behind));
    if (isOther || hash !== undefined || plain.at(start - 1) === "第" || !ENDS_OR_GOES_ON.test(behind)) return [];
    return [{ number: digits === undefined ? (numeralOf(han ?? "") ?? 0) : Number(digits), start, end }];
  });
}

/** 顺便问下15那个招聘会: wherever it stands. */
const IS_POINTED_AT = /^\s*(?:那|这)(?:个|件|条)/u;
/** 周长友家1和25是一回事: before another number with which it is one, whatever stands before it. */
const IS_ONE_WITH =
  /^\s?[、和跟与及]\s?#?\d{1,6}(?!\d)\s?号?(?:其实|都|应该|好像|说的|就|也){0,3}(?:是?(?:同?一(?:个|件|回|码)|重复)|合并|合在|并)/u;
/** Between two numbers: 11到18. */
const RANGES = /^\s*(?:到|至|~)\s*#?$/u;
/** More at once nobody means. */
const LONGEST_RANGE = 50;

/** So far is looked for what stands beside a figure. */
const NEAR = 16;
/** No list is longer. */
const FARTHER = 60;
/** \ue000 stands for a unit. */
const ENDS_OR_GOES_ON = /^(?:$|[\s、,;:。.!?\ue000]|\p{Script=Han})/u;

interface Figure {
  readonly start: number;
  readonly end: number;
  readonly hash: boolean;
  readonly mark: boolean;
}

function isReference(plain: string, { start, end, hash, mark }: Figure, before: readonly Reference[]): boolean {
  const behind = plain.slice(end, end + NEAR);
  const ahead = plain.slice(Math.max(0, start - NEAR), start);
  // 第15号 is one, 第2个 and 第3条 are none.
  if (!mark && plain.at(start - 1) === "第") return false;
  const isParted = (/^\s/u.test(behind) && /(?:^|[,，。;；\n])\s*$/u.test(ahead)) || IS_ANOTHER.test(ahead);
  if (IS_UP_TO.test(ahead)) return false;
  if (mark) return !(isParted ? IS_PLACE : NOT_THING).test(behind) && (!IS_DAY.test(behind) || IS_TAKEN.test(ahead));
  if (IS_MEASURE.test(behind) || NOT_THING.test(behind)) return false;
  if (hash || IS_POINTED_AT.test(behind)) return true;
  if (IS_ONE_WITH.test(behind)) return ENDS_OR_GOES_ON.test(behind);
  const last = before.at(-1);
  const isBeside =
    last !== undefined &&
    start - last.end < NEAR &&
    /^[\s、,;和与跟及还有到至~#]*$/u.test(plain.slice(last.end, start));
  if (
    isBeside ||
    TURNS_TO.test(ahead) ||
    /(?:^|[,，。;；、\n]|诉求|编号|并[到入进]|[把催问看查撤批签派改转退将说指]|[问看查催说](?:一?下|问|看))\s*$/u.test(
      ahead,
    )
  )
    return ENDS_OR_GOES_ON.test(behind);
  return /^[\s。!?.]*$/u.test(behind) || LISTS_TO_THE_END.test(plain.slice(end, end + FARTHER));
}

/** A place in a list: 2, 二, 两. */
export function placeNumber(place: string): number {
  if (/\d/u.test(place)) return Number(place);
  return numeralOf(place) ?? 0;
}

/** Whether what stands behind a figure makes it a count or a thing: 2台, 1号楼, 3.5万, 12月3日. */
export function countsSomething(behind: string): boolean {
  return IS_MEASURE.test(behind) || NOT_THING.test(behind.replace(/^\s*号?/u, ""));
}

/** 答复2：50盏路灯已换: behind a time of day stands none of these. */
export function countsThings(behind: string): boolean {
  return IS_MEASURE.test(behind) && !/^\s*(?:[分点时钟秒以之]|左右|多|余)/u.test(behind);
}

const WORDS_FOR_PLACES: readonly (readonly [RegExp, (count: number) => number])[] = [
  [/(?:前|上)(?:面|边)?(?:那|的)?(?:一)?(?:个|件|条)|头一?(?:个|件|条)/u, () => 1],
  [
    /(?:后|下)(?:面|边)?(?:那|的)?(?:一)?(?:个|件|条)|最后(?:那|一)?(?:一)?(?:个|件|条)|末(?:尾)?(?:那|一)?(?:个|件|条)/u,
    (count) => count,
  ],
  [/(?:中间|当中)(?:那|的)?(?:一)?(?:个|件|条)/u, (count) => (count % 2 === 1 ? (count + 1) / 2 : 0)],
];

/** 第二个, 第一和第三件, 中间那件: places in a list of so many. */
export function placesSaid(plain: string, count: number): readonly number[] {
  const several = /(前|后)(?:面|边|头)?(?:的|那|这)?([两二三四五])(?:个|件|条)/u.exec(plain);
  if (several !== null) {
    const many = Math.min(count, placeNumber(several[2] ?? ""));
    return Array.from({ length: many }, (_, index) => (several[1] === "前" ? index + 1 : count - many + index + 1));
  }
  const [first] = plain.matchAll(/(?:第[一二三四五六\d](?:个|件|条)?[、,和与跟及]?)+(?:个|件|条)?/gu);
  if (first === undefined || !/个|件|条/u.test(first[0])) {
    const word = WORDS_FOR_PLACES.find(([words]) => words.test(plain));
    return word === undefined ? [] : [word[1](count)];
  }
  return [...first[0].matchAll(/第([一二三四五六\d])/gu)].map(([, digit = ""]) =>
    /\d/u.test(digit) ? Number(digit) : (numeralOf(digit) ?? 0),
  );
}

/** 51怎么样了, 51那个到哪了: right behind a bare number. */
const ASKED_OF =
  /^\s*(?:那|这)?(?:个|件|条)?的?(?:现在|目前|到底|最近|还)?(?:怎么?样|咋样|什么情况|啥情况|情况|进度|进展|到哪|走到|办|处理|谁|派|归|有(?:没有)?(?:人|消息|结果|回复|进展|动静)|为(?:什么|啥)|怎么(?:还|办|没)|是(?:个)?(?:什么|啥|哪|谁))/u;

/** 第二个催一下: the place in a list with which a text begins. */
export function placeAtStart(plain: string): number | null {
  const place =
    /^(?:那|就|请|把|看看?)?第([一二三四五六七八九十]|\d{1,2})(?:个|件|条)(?=$|[\s,，。?？!！]|[是的呢吧撤催现怎到什有谁办处好还没已不也补再先就详看进情恢啥咋合])/u.exec(
      plain,
    )?.[1];
  return place === undefined ? null : placeNumber(place);
}

/** The number of an issue that is not in sight, named so that nothing else can be meant: 77号办到哪了, #77. */
export function unknownNumberIn(plain: string): number | null {
  for (const match of plain.matchAll(FIGURE)) {
    const [whole, hash, digits, , mark] = match;
    const behind = plain.slice(match.index + whole.length);
    const isMarked = hash !== undefined || (mark !== undefined && !NOT_THING.test(behind) && !IS_DAY.test(behind));
    const isFirst = /^[\s,，诉求问]*$/u.test(plain.slice(0, match.index));
    const isAskedOf = hash === undefined && ASKED_OF.test(behind);
    if (digits !== undefined && (isMarked || isAskedOf) && isFirst) return Number(digits);
  }
  return null;
}

/** 12345678901234567890号: one figure, longer than a number can be, and nothing else. */
export function isOneLongFigure(plain: string): boolean {
  return /^\s*#?\s*\d{10,}\s*号?[\s。.!?]*$/u.test(plain);
}

/** 3号变压器明天换: a number with 号 at the very beginning, whatever it may be the number of; null: none. */
export function numberAtStart(plain: string): number | null {
  const digits = /^[\s#]*(\d{1,6})\s*号/u.exec(plain)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The numbers of a list with which a text begins: 1、2和99号 */
export function numbersAtStart(plain: string): readonly number[] {
  const [list = ""] = /^[\s#]*\d{1,6}号?(?:[\s、,和与跟及#]+\d{1,6}号?)*/u.exec(plain) ?? [];
  return [...list.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
}

/** 19和28不是我的: whether a text begins with a list, of which one alone may be in sight; and no 5号和3天前. */
export function beginsWithList(plain: string): boolean {
  return /^[\s#]*\d{1,6}号?\s*[、和与跟及]\s*#?\d{1,6}(?:号|不|都|也|这|那|退|[\s,，])/u.test(plain);
}

/** 17都退: without these numbers at its beginning. */
export function withoutNumbers(text: string, numbers: readonly number[]): string {
  const [list = ""] = /^[\s#、,，和与跟及\d号]{1,60}/u.exec(text) ?? [];
  const isListOfThese = [...list.matchAll(/\d+/gu)].every(([digits]) => numbers.includes(Number(digits)));
  return isListOfThese ? text.slice(list.length) : text;
}
