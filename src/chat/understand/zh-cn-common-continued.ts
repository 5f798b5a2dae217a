import { plainOf } from "../../domain/plain.ts";
import { NUMERAL } from "../../domain/zh-cn-numerals.ts";
import { ASKS_STANDING } from "./zh-cn-asks.ts";
import { ASKS_OF_IT, calledBy, deedSaid } from "./zh-cn-common-deeds.ts";
import { type Beside, issuesIn, saidAround } from "./zh-cn-common-said.ts";

/** What is said right after something of a common problem: it is about that one, though the word 共性 is not in it. */

const WORDS = "措施|进展|时限|期限|限期|(?:统一|一并|一起)?答复|牵头(?:单位)?|办结(?=了|吧|$|[\\s:,])|改名|更名";
/** 进展：…, 措施就是…, 答复 …: the command's own word stands first. */
const WORD = new RegExp(
  `^(?:最新|新的|它的|他们的)?(${WORDS})(?:了|吧)?(?:(?:就?是|改?为|改成|定在)[\\s:,]*|(?:到|[给]?他们)?(?:[\\s:,]+|$))`,
  "u",
);
/** Behind it an issue's number says that it is about that one. */
const OF_AN_ISSUE = /^#?\d{1,6}(?:号|\s|$)/u;

/** 水压的一并答复…, 停电那个可以办结了: another one, called by words. */
const CALLED_FIRST =
  /^([^,，。:：\s\d]{2,8}?)(?:的事情?|那个|这个|的)(?=[\s,，]*(?:给|统一|一并|一起|可以|措施|进展|时限|期限|牵头|办结|答复|标题|名字|改名|把|将|换成|加[上入]|去掉|再?催|督办|请|由|改由))/u;
/** 把6号也放进停电那个里面 */
const CALLED_LAST =
  /(?<=[加放并归纳移挪][到进入])([^,。\d这]{2,8}?)(?:的?那(?:个|边|一个)|的)(?=(?:里面?|中|去|来){0,2}(?:吧|啊|了|哈)?[\s。.!]*$)/u;

/** As the command says it; null: it is about something else. `isCommand`: the text is one of an issue's. */
export function commonContinued(
  text: string,
  id: number,
  { date, sets, isCommand = false }: Pick<Beside, "date" | "sets"> & { readonly isCommand?: boolean },
): string | null {
  const plain = plainOf(text);
  const [word, name = ""] = WORD.exec(plain) ?? [];
  if (word !== undefined) {
    if (OF_AN_ISSUE.test(plain.slice(word.length))) return null;
    return `共性 ${name.replace(/^(?:统一|一并|一起)/u, "")} G${id} ${text.slice(word.length).trim()}`.trim();
  }
  if (isCommand) return null;
  const called = CALLED_FIRST.exec(plain) ?? CALLED_LAST.exec(plain);
  const [from, to] = called === null ? [0, 0] : [called.index, called.index + called[0].length];
  const meant = deedSaid(saidAround(text, [from, to], calledBy(called?.[1] ?? ""), { date, sets, spokenOf: id }));
  return meant !== null && isOfIt(meant, plain, plain.slice(to)) ? meant : null;
}

/** What may be told of it, though nothing says that it is of that one. */
export function commonTold(text: string, id: number, { date, sets }: Pick<Beside, "date" | "sets">): string | null {
  if (issuesIn(plainOf(text)).length > 0) return null;
  const meant = deedSaid(saidAround(text, [0, 0], "", { date, sets, spokenOf: id }));
  return meant !== null && /^共性 (?:进展|措施|催办) /u.test(meant) ? meant : null;
}

const LONGEST_SAID = 40;
const LONGEST_ASKED = 10;

/** Whether words without 共性 surely say this of the one that was spoken of; of the rest it cannot be known. */
function isOfIt(meant: string, plain: string, behind: string): boolean {
  const [, deed = ""] = /^共性 (\p{Script=Han}+)/u.exec(meant) ?? [];
  const length = [...plain].length;
  if (deed === "")
    return length <= LONGEST_ASKED && (ASKS_STANDING.test(plain) || ASKS_OF_IT.test(plain)) && !/[#\d]/u.test(plain);
  if (deed === "措施" || deed === "答复" || deed === "改名") return !BEGINS_WITH_ISSUE.test(plain);
  if (deed === "进展") return plain.includes("进展") && !BEGINS_WITH_ISSUE.test(plain);
  if (length > LONGEST_SAID || deed === "新建") return false;
  if (deed === "加入" || deed === "移出") {
    const isMerged = IS_MERGED.test(plain) && (deed === "加入" || issuesIn(plain).length > 1);
    return !isMerged && clausesOfIssues(plain) === 1;
  }
  if (deed === "催办") return URGED.test(behind) && !OF_ANOTHER.test(behind);
  if (deed === "牵头") return /牵头|主办|主导/u.test(plain) || BY_ANOTHER.test(plain);
  return deed === "时限" || issuesIn(plain).length === 0;
}

/** 三号那个可以答复了 */
const BEGINS_WITH_ISSUE = new RegExp(`^[\\s,]*#?(?:\\d{1,6}|${NUMERAL})号(?!.{0,3}前)`, "u");
/** 再催一下他们，周五前给结果: who is urged is nobody else; what merely presses may be of an issue. */
const URGED =
  /^(?:请|麻烦|再|那|就|去|帮我|给我|该|要|也|得|[\s,])*(?:催(?:办|一?催|一?下|促)?|督办(?:一下)?|盯(?:紧|一下)(?:一?点|些)?)(?:吧|呗|啊|\s)?(?:他们|它|这个|牵头单位|[^,，。:\d的那件]{2,8}(?:局|公司|中心|办|所|委|大队))?(?:吧|呗|咯|啊|哈)?[\s。.!]*(?:$|[,:])/u;
const OF_ANOTHER = /[^,，]件|的事|#\d|[,:]\s*\d{1,6}(?![\d月日天年.-])/u;
/** 就由供电公司负责: and nothing beside it. */
const BY_ANOTHER = /^(?:就|那就|请|还是)?(?:由|改由|让|交给|换成|改成|换)[^,，。]{2,20}负责(?:吧|啊|了|哈)?[\s。.!]*$/u;

/** 33跟3一回事，并了 is said of the issues; 3号跟它一回事，加进去 is not. */
const IS_MERGED = /(?:一回事|同一[个件])(?!.*[加放纳剔移拿撤去踢])/u;

/** 5号撤掉，四号留着: each is said something else of. */
function clausesOfIssues(plain: string): number {
  return plain.split(/[,，。;；]/u).filter((one) => issuesIn(one).length > 0 && /\p{Script=Han}{2}/u.test(one)).length;
}
