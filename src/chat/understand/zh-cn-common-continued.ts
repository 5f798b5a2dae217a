import { plainOf } from "../../domain/plain.ts";
import { NUMERAL } from "../../domain/zh-cn-numerals.ts";
import { ASKS_STANDING } from "./zh-cn-asks.ts";
import { answeredBut } from "./zh-cn-common-answered.ts";
import { ASKS_OF_IT, calledBy, deedSaid } from "./zh-cn-common-deeds.ts";
import { addedOfCalled, madeOfCalled } from "./zh-cn-common-members.ts";
import { type Beside, issuesIn, saidAround } from "./zh-cn-common-said.ts";

/** What is said right after something of a common problem: it is about that one, though the word 共性 is not in it. */

const WORDS = "措施|进展|时限|期限|限期|(?:统一|一并|一起)?答复|牵头(?:单位)?|办结(?=了|吧|$|[\\s:,])|改名|更名";
/** 进展：…, 措施就是…, 措施先写上：…, 答复 …: the command's own word stands first. */
const WORD = new RegExp(
  `^(?:最新|新的|它的|他们的)?(${WORDS})(?:[^,，。:\\s\\d]{1,4}(?=:))?(?:了|吧)?(?:(?:就?是|改?为|改成|定在)[\\s:,]*|(?:到|[给]?他们)?(?:[\\s:,]+|$))`,
  "u",
);
/** Behind it an issue's number says that it is about that one. */
const OF_AN_ISSUE = /^#?\d{1,6}(?:号|\s|$)/u;

const SEVERAL = "[那这]?(?:几|[两二三四五六七八九十]|\\d{1,2})(?:家|个企业|个公司)";
/** 水压的一并答复…, 停电那个还没完…, 公交那三家都回…: another one, called by words. */
const CALLED_FIRST = new RegExp(
  `^(?:(?:等等|等一?下|不对|哎呀?|糟了|啊)[\\s,，]{1,3})?(?:(?:刚刚?才?|之前)(?:的?那[个条]|给|的)?)?(?:把|将|跟|那)?([^,，。:：\\s\\d]{2,8}?)(?:[这那]个?(?:事情?|问题|情况)|的事情?|那个|这个|[那这]边|的?${SEVERAL}(?:企业|公司)?|的(?=[\\s,，]*(?:给|跟|向|答|回|说一|讲一|告诉|通知|统一|一并|一起|可以|措施|进展|时限|期限|牵头|办结|答复|标题|名字|改名|把|将|换成|加[上入]|去掉|再?催|督办|请|由|改由|还是))|(?=(?:可以|能|该|要|先|就|也|已经)*(?:办结|结案|结了|结掉|收了|收掉|撤[销掉了]|不[立建]了|不要了|重开|恢复办)))`,
  "u",
);
/** 把6号也放进停电那个里面, 加到停电里 */
const CALLED_LAST =
  /(?<=[加放并归纳移挪][到进入回])([^,。\d这]{2,8}?)(?:的?那(?:个|边|一个)|的|(?=(?:里面?|中)))(?=(?:里面?|中|去|来){0,2}(?:吧|啊|了|哈)?[\s。.!]*$)/u;
/** Nobody calls one so: 这三家, 他们, 现在可以…. */
const CALLS_NONE =
  /^(?:[这那它他她我你咱]|大家|各|本|所有|全部|现在|目前|今天|明天|昨天|已经|先|再|又|都|也|还|就|别|不|没|未|可以|好|行|嗯|请|麻烦|刚刚?才?|才|上[面次回]|前面|之前|原来|后面|下面|最后|最新|后来|第|新来|怎么|为什么|应该|差不多|统一|一起|一并|给|跟|等|帮|企业|公司|是|对|[一二三四五六七八九十两几]|[家个件])+$/u;

/** 王局, 李主任, 蒋总: somebody. */
export function isCalledByRank(called: string): boolean {
  return /^\p{Script=Han}{1,2}(?:总|局长?|主任|科长?|所长|书记|经理|厂长|队长|处长?|老板)$/u.test(called);
}

/** What one is called by in a sentence of its own, and where; null: by nothing. */
function calledIn(plain: string): RegExpExecArray | null {
  const called = CALLED_FIRST.exec(plain) ?? CALLED_LAST.exec(plain);
  return called === null || CALLS_NONE.test(called[1] ?? "") ? null : called;
}

/** 路坑那两个也弄一个: another matter than what was spoken of is named, whether or not it was understood. */
export function namesAnother(plain: string): boolean {
  return calledIn(plain) !== null;
}

type Spoken = Pick<Beside, "date" | "sets" | "orders" | "isCompany"> & {
  /** Whether somebody, or a company, is called so: 王建国那个 is what he has to do with, and no common problem. */
  readonly isSomebody?: (called: string) => boolean;
  /** Whether it is looked up if one is called so: who is urged in many words is shown first. */
  readonly isAsked?: boolean;
};

/** As the command says it; null: it is about something else. `id`: the one that was spoken of. `isCommand`: the text is one of an issue's. */
export function commonContinued(
  text: string,
  id: number,
  { isCommand = false, isSomebody, ...beside }: Spoken & { readonly isCommand?: boolean },
): string | null {
  const plain = plainOf(text);
  const [word, name = ""] = WORD.exec(plain) ?? [];
  if (word !== undefined) {
    if (OF_AN_ISSUE.test(plain.slice(word.length))) return null;
    return `共性 ${name.replace(/^(?:统一|一并|一起)/u, "")} G${id} ${text.slice(word.length).trim()}`.trim();
  }
  const others = answeredBut(saidAround(text, [0, 0], "", { ...beside, spokenOf: id }));
  if (others !== null) return `共性 ${others.join(" ")}`;
  if (isCommand) return null;
  const made = beside.sets ? madeOfCalled(plain) : null;
  if (made !== null) return made;
  const added = beside.sets ? addedOfCalled(plain) : null;
  if (added !== null) return `共性 加入 G${id} ⟪${added}⟫`;
  const called = calledIn(plain);
  if (called !== null && isSomebody?.(called[1] ?? "") === true) {
    const moved = deedSaid(saidAround(text, [0, 0], "", { ...beside, spokenOf: id }));
    return moved !== null && /^共性 (?:移出|牵头) /u.test(moved) ? moved : null;
  }
  const [from, to] = called === null ? [0, 0] : [called.index, called.index + called[0].length];
  const meant = deedSaid(saidAround(text, [from, to], calledBy(called?.[1] ?? ""), { ...beside, spokenOf: id }));
  return meant !== null && isOfIt(meant, plain, plain.slice(to)) ? meant : null;
}

/** The same where none was spoken of before: only one that is called by words. */
export function commonCalled(text: string, { isSomebody, isAsked = false, ...beside }: Spoken): string | null {
  const plain = plainOf(text);
  const called = calledIn(plain);
  const words = calledBy(called?.[1] ?? "");
  if (called === null || words === "" || isSomebody?.(words) === true) return null;
  const around = [called.index, called.index + called[0].length] as const;
  const meant = deedSaid(saidAround(text, around, words, beside));
  if (isAsked && meant !== null && /^共性 催办 \S+ \S/u.test(meant) && issuesIn(plain).length === 0) return meant;
  return meant !== null && isOfIt(meant, plain, plain.slice(around[1])) ? meant : null;
}

/** Whether nothing but a common problem is spoken of so: what belongs to it, an answer to several, and who leads it where no issue is called so. */
export function isSurelyOfCommon(meant: string, plain: string, isIssue: boolean): boolean {
  return (
    (isIssue ? /^共性 (?:加入|移出) /u : /^共性 (?:牵头|加入|移出) /u).test(meant) || isAnswerToSeveral(meant, plain)
  );
}

/** 停电几家统一回个话，… */
export function isAnswerToSeveral(meant: string, plain: string): boolean {
  return /^共性 (?:答复|告知企业) /u.test(meant) && new RegExp(SEVERAL, "u").test(plain);
}

/** What may be told of it, though nothing says that it is of that one. */
export function commonTold(text: string, id: number, beside: Spoken): string | null {
  const plain = plainOf(text);
  if (issuesIn(plain).length > 0) return null;
  const meant = deedSaid(saidAround(text, [0, 0], "", { ...beside, spokenOf: id }));
  if (meant !== null && meant !== `共性 G${id}`)
    return /^共性 (?:进展|措施|催办) /u.test(meant) ? meant.replace(/[⟪⟫]/gu, "") : null;
  const isTold =
    TELLS_SOMETHING.test(plain) &&
    !REMOVES.test(plain) &&
    !ASKS_STANDING.test(plain) &&
    [...plain].length >= SHORTEST_TOLD;
  return isTold && beside.orders !== true ? `共性 进展 G${id} ${text.trim()}` : null;
}

/** 今天先把树砍了, 第一期补完了: it is offered, and no more. */
const TELLS_SOMETHING =
  /[^\s好行对是](?<!知道|明白|收到|晓得|清楚|算|懂)了[\s。.!！]*$|^(?:今天|昨天|上午|下午|刚才|刚刚|现场)[^,，。]{0,8}把/u;
/** 把罗建平删了: an order, and not what was done. */
const REMOVES = /删|撤|取消|作废/u;
const SHORTEST_TOLD = 5;

const LONGEST_SAID = 40;
const LONGEST_ASKED = 10;

/** Whether words without 共性 surely say this of the one that was spoken of; of the rest it cannot be known. */
function isOfIt(meant: string, plain: string, behind: string): boolean {
  const [, deed = ""] = /^共性 (\p{Script=Han}+)/u.exec(meant) ?? [];
  const length = [...plain].length;
  if (deed === "")
    return length <= LONGEST_ASKED && (ASKS_STANDING.test(plain) || ASKS_OF_IT.test(plain)) && !/[#\d]/u.test(plain);
  if (TEXTS.has(deed)) return !BEGINS_WITH_ISSUE.test(plain);
  if (deed === "进展") return plain.includes("进展") && !BEGINS_WITH_ISSUE.test(plain);
  if (length > LONGEST_SAID || deed === "新建") return false;
  if (deed === "移出" && meant.endsWith("⟫")) return true;
  if (deed === "加入" || deed === "移出") {
    const isMerged = IS_MERGED.test(plain) && (deed === "加入" || issuesIn(plain).length > 1);
    return !isMerged && clausesOfIssues(plain) === 1;
  }
  if (deed === "催办") return URGED.test(behind) && !OF_ANOTHER.test(behind);
  if (deed === "牵头") return /牵头|主办|主导/u.test(plain) || BY_ANOTHER.test(plain);
  return deed === "时限" || issuesIn(plain).length === 0;
}

/** What is said with these may be anything. */
const TEXTS: ReadonlySet<string> = new Set(["措施", "答复", "告知企业", "改名"]);

/** 三号那个可以答复了 */
const BEGINS_WITH_ISSUE = new RegExp(`^[\\s,]*#?(?:\\d{1,6}|${NUMERAL})号(?!.{0,3}前)`, "u");
/** 再催一下他们，周五前给结果: who is urged is nobody else; what merely presses may be of an issue. */
const URGED =
  /^(?:请|麻烦|再|那|就|去|帮我|给我|该|要|也|得|[\s,])*(?:催(?:办|一?催|一?下|促)?|督办(?:一下)?|盯(?:紧|一下)(?:一?点|些)?)(?:吧|呗|啊|\s)?(?:他们|它|这个|牵头单位|[^,，。:\d的那件]{2,8}(?:局|公司|中心|办|所|委|大队))?(?:吧|呗|咯|啊|哈)?[\s。.!]*(?:$|[,:])/u;
const OF_ANOTHER = /[^,，]件|的事|#\d|[,:]\s*\d{1,6}(?![\d月日天年.-])/u;
/** 就由供电公司负责, 让建管局来搞，月中前: and nothing beside it but a day. */
const BY_ANOTHER =
  /^(?:就|那就|请|还是)?(?:由|改由|让|交给|换成|改成|换)[^,，。]{2,20}(?:负责|来(?:搞|办|弄|管|抓))(?:吧|啊|了|哈)?(?:[\s,，]+[^,，。]{1,10}[前内底末])?[\s。.!]*$/u;

/** 33跟3一回事，并了 is said of the issues; 3号跟它一回事，加进去 is not. */
const IS_MERGED = /(?:一回事|同一[个件])(?!.*[加放纳剔移拿撤去踢])/u;

/** 5号撤掉，四号留着: each is said something else of. */
function clausesOfIssues(plain: string): number {
  return plain.split(/[,，。;；]/u).filter((one) => issuesIn(one).length > 0 && /\p{Script=Han}{2}/u.test(one)).length;
}
