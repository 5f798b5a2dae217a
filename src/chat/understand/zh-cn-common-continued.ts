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
  /^(?:最新|新的)?(措施|进展|时限|期限|限期|(?:统一|一并|一起)?答复|牵头(?:单位)?|办结(?=了|吧|$|[\s:,])|改名|更名)(?:了|吧)?(?:就?是|为|改为|改成|到|定在|[给]?他们)?(?:[\s:,]+|$)(?!#?\d{1,6}(?:号|\s|$))/u;
const ADDS = new RegExp(
  `^(?:那?再|也|还)?(?:把|将)?(?:加上|加入|加|添上|算上|带上|纳入|放进)\\s*(${NUMBERS})(?:也|都)?(?:进去|进来)?${END}`,
  "u",
);
const TAKES_IN = new RegExp(
  `^(?:再|还)?(?:把|将)?\\s*(${NUMBERS})\\s*(?:也|都|一起|一并){0,2}(?:加|放|算|并|纳|归)(?:上|入|进来|进去|进|里面?|在内)${END}`,
  "u",
);
const TAKES_OUT = new RegExp(
  `^(?:再)?(?:把|将)?\\s*(${NUMBERS})\\s*(?:去掉|拿掉|拿出来|移出去?|移除|剔除|撤出来?|不算)${END}`,
  "u",
);
const LEAVES_OUT = new RegExp(`^(?:去掉|拿掉|移出|移除|剔除|除去)\\s*(${NUMBERS})${END}`, "u");
const VOIDS = new RegExp(
  `^(?:把)?(?:它|这个|这条)?(?:撤销|删除|删掉|删|取消|作废|撤掉)(?:掉|它|这个|这条)?${END}`,
  "u",
);
const LEADS = new RegExp(`^(?:就|那就|请|还是)?(?:由|改由|让|交给)(.{2,20}?)(?:来)?(?:牵头|主办|负责)${END}`, "u");
const UNIT_LEADS = new RegExp(`^(.{2,14}?)(?:来)?牵头${END}`, "u");

/** What stands around a day that is a deadline, and says no more. */
const BEFORE_A_DAY =
  /^(?:那就|就|要|请|务必|必须|争取|力争|定在|定到|放到|改到|改成|限在?|截止到?|截至|时限|期限|限期|完成时间|办结时间|时间|最迟|最晚|是|为|到|在|[\s:,]){0,5}$/u;
const BEHIND_A_DAY =
  /^(?:之前|以前|前|内|之内|以内)?(?:要|必须|务必|得|就|能|全部|都){0,3}(?:完成|办完|办结|办好|搞定|弄好|解决|做完|做好|到位|落实)?(?:吧|啊|哈|了)?[\s。.!]*$/u;

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
  if (date !== null && isDayAlone(narrow(text), date)) return `共性 ${sets ? "时限" : "措施"} G${id} ${text}`;
  const unit = (LEADS.exec(plain) ?? UNIT_LEADS.exec(plain))?.[1];
  if (unit !== undefined && !/[谁哪?\d]/u.test(unit)) return `共性 牵头 G${id} ${unit}`;
  return [...plain].length <= SHORT && ASKS_STANDING.test(plain) && !/[#\d]/u.test(plain) ? `共性 G${id}` : null;
}

const SHORT = 10;

export function isDayAlone(plain: string, { start, end }: ReadDate): boolean {
  return BEFORE_A_DAY.test(plain.slice(0, start)) && BEHIND_A_DAY.test(plain.slice(end));
}
