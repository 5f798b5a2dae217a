import { narrow, plainOf } from "../../domain/plain.ts";
import { figuresIn, NUMERAL } from "../../domain/zh-cn-numerals.ts";
import { ASKS_STANDING } from "./zh-cn-asks.ts";
import type { ReadDate } from "./zh-cn-dates.ts";

/** What is said in few words right after something of a common problem: it is about that one, and names no other. */

const NUMBER = `#?(?:\\d{1,6}|${NUMERAL})(?:\\s?[号件])?`;
const NUMBERS = `${NUMBER}(?:[\\s,、和与跟及]{1,3}${NUMBER}){0,20}`;
const END = "(?:吧|啊|了|哈)?[\\s。.!]*$";

/** 进展：…, 措施就是…, 答复 …; behind them an issue's number says that it is about that one. */
const WORD =
  /^(?:最新|新的|它的|他们的)?(措施|进展|时限|期限|限期|(?:统一|一并|一起)?答复|牵头(?:单位)?|办结(?=了|吧|$|[\s:,])|改名|更名)(?:了|吧)?(?:(?:就?是|改?为|改成|定在)[\s:,]*|(?:到|[给]?他们)?(?:[\s:,]+|$))(?!#?\d{1,6}(?:号|\s|$))/u;
const ADDS = new RegExp(
  `^(?:那?再|也|还)?(?:把|将)?(?:加上|加入|加|添上|算上|带上|纳入|放进)\\s*(${NUMBERS})(?:也|都)?(?:进去|进来)?${END}`,
  "u",
);
const TAKES_IN = new RegExp(
  `^(?:再|还)?(?:把|将)?\\s*(${NUMBERS})\\s*(?:也|都|一起|一并){0,2}(?:加|放|算|并|纳|归)(?:上|入|进来|进去|进|里面?|在内)${END}`,
  "u",
);
const TAKES_OUT = new RegExp(
  `^(?:不对|错了|弄错了)?[\\s,]*(?:再)?(?:把|将)?\\s*(${NUMBERS})\\s*(?:都|也|还是|先)?(?:从[^,。\\d]{1,12}?)?(?:(?:[移拿撤剔去踢挪退]|删)(?:出|掉|走|除)(?:来|去)?|不算|不要)${END}`,
  "u",
);
/** 把6号也放进停电那个里面: into another one, called by words. */
const TAKES_IN_THERE = new RegExp(
  `^(?:再|还)?(?:把|将)?\\s*(${NUMBERS})\\s*(?:也|都|一起|一并){0,2}(?:[加放算并纳归移挪])(?:到|进|入)([^,。\\d这]{2,8}?)(?:的?那(?:个|边|一个)|的)(?:里面?|中|去|来){0,2}${END}`,
  "u",
);
const LEAVES_OUT = new RegExp(`^(?:去掉|拿掉|移出|移除|剔除|除去)\\s*(${NUMBERS})${END}`, "u");
const VOIDS = new RegExp(
  `^(?:把)?(?:它|这个|这条)?(?:撤销|删除|删掉|删|取消|作废|撤掉)(?:掉|它|这个|这条)?${END}`,
  "u",
);
const LEADS = new RegExp(
  `^(?:就|那就|请|还是)?(?:由|改由|让|交给|换成|改成|换)(.{2,20}?)(?:来)?(?:牵头|主办|负责)${END}`,
  "u",
);
const UNIT_LEADS = new RegExp(`^(.{2,14}?)(?:来)?牵头${END}`, "u");

/** What stands around a day that is a deadline, and says no more. */
const BEFORE_A_DAY =
  /^(?:那就|就|再|要|请|务必|必须|争取|力争|定在|定到|放到|改到|改成|宽限(?:到|至)?|延期?(?:到|至)?|推迟(?:到|至)?|[给让限]?他们|各家|限在?|截止到?|截至|时限|期限|限期|完成时间|办结时间|时间|最迟|最晚|是|为|到|在|[\s:,]){0,6}$/u;
/** A day that is to be another one: only who sets it may say so. */
const MOVES_THE_DAY = /宽限|延|推迟|改到|时限|期限/u;
const BEHIND_A_DAY =
  /^(?:之前|以前|前|内|之内|以内)?(?:要|必须|务必|得|就|能|全部|都){0,3}(?:完成|办结|搞定|解决|到位|落实|\p{Script=Han}{1,3}[好完通])?(?:吧|啊|哈|了)?[\s。.!]*$/u;

/** Longer than this only what begins with its word is about it. */
const FEW = 30;

/** As the command says it; null: it is about something else. `date`: the day that stands in it; `sets`: whether the person sets the deadline. */
export function commonContinued(
  text: string,
  id: number,
  { date, sets }: { readonly date: ReadDate | null; readonly sets: boolean },
): string | null {
  const plain = plainOf(text);
  const word = WORD.exec(plain);
  if (word !== null) {
    const said = (word[1] ?? "").replace(/^(?:统一|一并|一起)/u, "");
    return `共性 ${said} G${id} ${text.slice(word[0].length).trim()}`.trim();
  }
  return [...plain].length > FEW ? null : (aboutItsIssues(plain, id) ?? ofItself(text, plain, id, { date, sets }));
}

function aboutItsIssues(plain: string, id: number): string | null {
  const [, moved, there] = TAKES_IN_THERE.exec(plain) ?? [];
  if (moved !== undefined) return `共性 加入 ⟪${there}⟫ ${numbersIn(moved)}`;
  const added = (ADDS.exec(plain) ?? TAKES_IN.exec(plain))?.[1];
  if (added !== undefined) return `共性 加入 G${id} ${numbersIn(added)}`;
  const out = (TAKES_OUT.exec(plain) ?? LEAVES_OUT.exec(plain))?.[1];
  return out === undefined ? null : `共性 移出 G${id} ${numbersIn(out)}`;
}

function numbersIn(said: string): string {
  return figuresIn(said).join(" ");
}

function ofItself(
  text: string,
  plain: string,
  id: number,
  { date, sets }: { readonly date: ReadDate | null; readonly sets: boolean },
): string | null {
  if (VOIDS.test(plain)) return `共性 撤销 G${id}`;
  if (date !== null && isDayAlone(narrow(text), date))
    return `共性 ${sets || MOVES_THE_DAY.test(plain) ? "时限" : "措施"} G${id} ${text}`;
  const unit = (LEADS.exec(plain) ?? UNIT_LEADS.exec(plain))?.[1];
  if (unit !== undefined && !/[谁哪?\d]/u.test(unit)) return `共性 牵头 G${id} ${unit}`;
  return [...plain].length <= SHORT && ASKS_STANDING.test(plain) && !/[#\d]/u.test(plain) ? `共性 G${id}` : null;
}

const SHORT = 10;

export function isDayAlone(plain: string, { start, end }: ReadDate): boolean {
  return BEFORE_A_DAY.test(plain.slice(0, start)) && BEHIND_A_DAY.test(plain.slice(end));
}

/** 水压的一并答复…, 停电那个可以办结了: called by words before what is said of it. */
const CALLED_FIRST =
  /^([^,，。:：\s\d]{2,8}?)(?:的事情?|那个|这个|的)(?=[\s,，]*(?:给|统一|一并|一起|可以|措施|进展|时限|期限|牵头|办结|答复|标题|名字|改名|请|由))/u;

/** The same with the word by which free words are read. */
export function withMention(text: string): string {
  return CALLED_FIRST.test(text) ? text.replace(CALLED_FIRST, "$1的共性问题") : `这个共性问题，${text}`;
}

/** What can be read so of a text that does not say 共性; of the rest it cannot be known that it is of one. */
const OF_IT = /^共性 (?:措施|时限|答复|改名|移出|加入|撤销|恢复|办结|进展|牵头) /u;
const LONGEST_SAID = 40;

/** Whether words without 共性 surely say this of the one that was spoken of. */
export function isOfIt(meant: string, text: string): boolean {
  if (!OF_IT.test(`${meant} `)) return false;
  if (/^共性 进展/u.test(meant)) return text.includes("进展");
  if (/^共性 (?:措施|答复|改名)/u.test(meant)) return true;
  if (/^共性 牵头/u.test(meant)) return [...text].length <= LONGEST_SAID && /牵头|主办/u.test(text);
  return [...text].length <= LONGEST_SAID;
}
