import { numeralOf } from "../../domain/zh-cn-numerals.ts";

/** What stands between the pieces of a message, and how pieces are put together again. */

/** Punctuation before a text. */
const BEFORE = /^[\s,，。、:：;；.!！…的啊呀]+/u;
/** From where the run begins: it is not read again from each of its places. */
const BEHIND = /(?<![,，;；。\s!！])[,，;；。\s!！]+$/u;

/** Without the punctuation and particles that parted it from what stood before. */
export function withoutLead(text: string): string {
  return text.replace(BEFORE, "").trim();
}

export function withoutEnd(text: string): string {
  return text.replace(BEHIND, "");
}

/** Clauses that begin with a number each: 36同意，37驳回; 33给通信 34给社会事务. */
export function numberedClauses(text: string): readonly string[] {
  return text
    .split(
      /(?<=[,，;；。\n]|\p{Script=Han}\s)\s*(?=(?:#?\d{1,6}号?[\s、和与跟及]{1,2}){0,9}(?:#?\d{1,6}号?|[一二三四五六七八九十]{1,3}号)\s*\p{Script=Han})/u,
    )
    .map(withoutEnd);
}

/** 唉不对，是5号不用了: what is said before the first number, and tells nothing of it. */
export function withoutStart(text: string): string {
  return text.replace(
    /^(?:[\s,，、。!！:：]|唉|哎呀?|哦|噢|啊|嗯|呃|不对|不是|算了|不好意思|抱歉|对不起|(?:说|搞|弄|看|写|打|发|点)(?:错|反)了|反了|手滑|等等|我(?:是)?(?:说|的意思是)|应该是|其实|那个?|就?是(?=[#\d一二三四五六七八九十]))+(?=#?[\d一二三四五六七八九十])/u,
    "",
  );
}

/** 那边处理吧: behind the name of who shall have it that says no more than the name. */
const HANDS_OVER =
  /^(?:局|公司)?(?:他们|她们|那边|那头|那里|这边|的人|的?同志|局长|主任|经理|科长|所长|队长)*(?:来|去|先)*(?:处理|办理|办|管|负责|牵头|主办|为主|跟进|接|落实|解决|看看|看|弄|搞|牵个头|(?:改|转|派|发|交|送|移)(?=过|下|出|回|一下))?(?:一?下|[过下出回][去来])?(?:的)?(?:事情?|活|职责|范围|业务)?(?:即可|就行|就好)?(?:吧|了|啊|哈|呢|嘛)?(?=[\s,，。;；!！]|$)/u;

/** Behind a unit's name: what is said of the matter, without who shall have it. */
export function withoutFiller(text: string): string {
  return withoutLead(text.replace(HANDS_OVER, ""));
}

/** 延期的两个都准了: of all that can be meant. */
export const SAYS_ALL =
  /(?:[两二三四五六七八九几]|\d+)(?:个|件|条)[^,，。]{0,3}(?:都|一起|一并|全)|^都|全部|一并|统统|全(?=给|派|转|归)|都(?=签|接|收[到下了]|催|批|准|同意|撤|退|派|转|给|归|交给|解决|修好|办好|弄好|搞好|好了)/u;

/** 两个都: how many are meant by all of them; null: it is not said. */
export function countSaid(plain: string): number | null {
  const count = /([两二三四五六七八九]|\d{1,2})(?:个|件|条)[^,，。]{0,3}(?:都|一起|一并|全)/u.exec(plain)?.[1];
  if (count === undefined) return null;
  return /\d/u.test(count) ? Number(count) : (numeralOf(count === "两" ? "二" : count) ?? null);
}

/** 除了15都撤, 除了排水沟，…: what is left out; null: nothing is. */
export function partLeftOut(plain: string): { readonly start: number; readonly end: number } | null {
  const said =
    /(?<![^,，。;；!！\s])除(?:了|开|去)?(?!此|非|夕|尘|草)[^,，。]{1,16}?(?=之?外|以外|[,，]|其[他余它]|别的|剩下|[都全])/u.exec(
      plain,
    );
  return said === null ? null : { start: said.index, end: said.index + said[0].length };
}

/** Clauses that may be a command with a number each: 签收31，联系31 已加微信. Put together again they are the text. */
export function commandClauses(text: string): readonly string[] {
  return text.split(/(?<=[,，;；。])(?=\s*\p{Script=Han}{2,4}\s*[#＃]?\s*[\d０-９]{1,6})/u);
}

/** 另外31那边什么情况: what else is asked behind a command. */
export function asideIn(text: string): string | null {
  const match = /^[\s,，。]*(?:另外|还有|顺便|对了|再)(?:再)?(?:问|看|查)?(?:一?下|问)?[\s,，]*/u.exec(text);
  return match === null || match[0].length === text.length ? null : text.slice(match[0].length);
}

/** What a text tells one after the other: on lines of their own, behind 另外 and 还有, or counted. */
export function mattersIn(text: string): readonly string[] {
  return text
    .split(
      /\n+|(?<=[,，。;；!！])\s*(?:另外|还有|此外|再(?:有|就是)|其次|第[二三四](?:个|点|件)?)[\s,，:：、]*|(?:^|(?<=[\s,，。;；:：]))[1-5][、.．)）]\s*/u,
    )
    .map((one) => withoutEnd(withoutLead(one)))
    .filter((one) => [...one].length >= 4);
}

/** 2号延期，下不为例 behind 批准: without the number and the request that were meant. */
export function withoutRequest(text: string): string {
  return withoutParticleAlone(
    text.replace(/^准?[\s#＃]*[\d０-９]{1,6}\s*号?|^号/u, "").replace(/^的?(?:延期|退单|挂账)?(?:申请)?/u, ""),
  );
}

/** 同意吧: a particle alone is no reason. */
function withoutParticleAlone(text: string): string {
  return withoutLead(withoutLead(text).replace(/^[吧啊呀哈嘛呗了哦]+(?=$|[\s,，。!！])/u, ""));
}

/** A space between words parts them as a comma does. */
export function withCommas(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s(?=\p{Script=Han})/gu, "，");
}

/** What stands between commas and stops. */
export function clausesOf(text: string): readonly string[] {
  return text.split(/[,，;；。!！\n]+/u).filter((one) => one.trim() !== "");
}

/** A question ends its clause as a stop does. */
export function withStops(text: string): string {
  return text.replace(/[?？]/gu, "。");
}

/** The same, each with what ends it: put together again they are the text. */
export function clausesWithEnds(text: string): readonly string[] {
  return text.split(/(?<=[,，;；。!！\n])(?![,，;；。!！\n])/u).filter((one) => one.trim() !== "");
}

/** 夜里大货车按喇叭的？: what stands behind words, up to the end of their clause and without a particle. */
export function whatBehind(text: string, { index, 0: words }: RegExpExecArray): string {
  const [clause = ""] = clausesOf(withoutLead(text.slice(index + words.length)).replace(/[?？]/gu, ","));
  return clause.replace(/(?:的|没有?|吗|过)+$/u, "").trim();
}

/** 给住建 */
export function givenTo(unit: string): string {
  return `给${unit}`;
}

/** The words of a text, by spaces and punctuation. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,，、:：]+/u);
}

/** 94 和 82 都不要了 as 94和82都不要了, where it begins with issues of these numbers: the spaces part nothing. */
export function withListsJoined(text: string, isKnown: (number: number) => boolean): string {
  const [list = ""] = LIST_AT_START.exec(text) ?? [];
  const numbers = list.match(/\d+/gu) ?? [];
  if (numbers.length < 2 || !numbers.every((one) => isKnown(Number(one)))) return text;
  const joined = list
    .replace(/还有/gu, "和")
    .replace(/(?<=\d)\s+(?=号)|(?<=[\d号、和与跟及])\s+(?=[号、和与跟及#\d]|$)/gu, "");
  return `${joined}${text.slice(list.length)}`;
}

const LIST_AT_START =
  /^(?:把|将|那|就|先|请|帮我)*\s*#?\d{1,6}(?:\s?号)?(?:\s*(?:[、和与跟及]|还有)\s*#?\d{1,6}(?!\d)(?:\s?号)?)+\s*(?=\p{Script=Han})/u;

/** Nothing but what joins numbers. */
export function joinsNumbers(text: string): boolean {
  return /^[\s、,和与跟及]*$/u.test(text);
}

/** Nothing but what joins numbers, or leads from one to the last: 11到14. */
export function joinsOrLeads(text: string): boolean {
  return joinsNumbers(text.replace(/[到至~#]/u, ""));
}

/** Whether a number of an issue may stand at the very beginning. */
export function beginsWithFigure(plain: string): boolean {
  return /^[\s、,和与跟及#]*[\d一二三四五六七八九十]/u.test(plain);
}

/** Numbers and what joins them: 10, #10, 2和7, 第15号. */
export function isNumbersOnly(plain: string): boolean {
  return /^[\s#\d号第、,，和与跟及。?？!！呢吧]+$/u.test(plain);
}

/** 全部签收 without what the sentence ends with. */
export function withoutParticles(text: string): string {
  return text.replace(/[了吧啊呀。!！\s]+$/u, "");
}

/** Between numbers and a command's word that is said of all of them: 9 20 33 都签收. */
export function withoutAll(text: string): string {
  return withoutLead(text).replace(/^(?:都|一起|一并|全部|帮我|给我|我们?)+/u, "");
}

/** 中塑科技 诉求 …: raised for a company, as the command is written. */
export function raisedFor(company: string, issue: string): string {
  return `${company} 诉求 ${issue}`;
}

/** 3天 由李四代 */
export function standsIn(rest: string, person: string): string {
  return `${rest} 由${person}代`;
}

/** …（后天前）: a day as what is promised. */
export function asPromise(text: string, day: string): string {
  return `${text}（${day}前）`;
}

/** 都弄好了，灯全亮: two clauses as one text. */
export function joinedClauses(one: string, other: string): string {
  return `${withoutEnd(one)}，${other}`;
}

/** How many, which, what: of figures and lists. */
export function asksForFigures(plain: string): boolean {
  return /率|多少|哪些|几(?:件|个)|什么|[?？吗]$/u.test(plain);
}

/** 表现如何: how somebody does. */
export function asksHowSomebodyDoes(plain: string): boolean {
  return /表现|怎么?样|咋样|如何|情况(?!下)/u.test(plain);
}

/** More than that says more. */
const LONGEST_RECEIPT = 14;

/** 收到，马上落实: that it was heard. */
export function acknowledges(plain: string): boolean {
  return (
    [...plain].length <= LONGEST_RECEIPT && /收到(?!\p{Script=Han}{2})|^好(?:的|嘞)?[,，\s]*(?:马上|立即)/u.test(plain)
  );
}

/** 下午去看, 明早派人: when somebody will see to it. */
export const PLANS_A_VISIT =
  /(?:今[天晚]|[上中下]午|晚上|明[天早]|后天|下?周[一二三四五六日天]|\d点|等下|待会).{0,6}(?:去|来|到|派|看|查|修|换|处理|上门|安排)/u;

/** 我是想问积水那个: points at an issue, and says no more. */
export const POINTS_ONLY = /(?:那|这)(?:个|件|条|事)(?:的)?(?:事|诉求|问题)?(?:情|儿)?[\s。…呢啊吧]*$/u;

/** 漏水那件, 冷库的: points at an issue by its words. */
export const POINTS_AT_ONE =
  /那(?:个|件|条|事)|这(?:个|件|条)|(?:的|那)(?:件)?事(?:情|儿)?[\s。…?？呢啊]*$|的[\s。…?？呢]*$/u;

/** 都签: a command's word as people shorten it. */
export function asCommand(text: string): string {
  return /^签(?:掉|完|收掉)?$/u.test(text.trim()) ? "签收" : text;
}

/** 刚才那个, 最新那条: the one that came last. */
export const MEANS_LATEST = /刚才|刚刚|刚(?:提|发|报|说)|最新|最后(?:那|一)|上一?(?:条|个|件)(?!月|周)/u;

/** 保密的那件: those that were raised in confidence. */
export const NAMES_THE_CONFIDED =
  /保密的?(?:那|这)?(?:一|几|两)?(?:个|件|条|单|诉求)|保密的(?=[给派转交都也]|[\s,，]|$)/u;

/** 魏强那个退单我看看: one is to be shown. */
export const LOOKS_AT_ONE =
  /(?:那|这)(?:个|件|条)?[^,，。]{0,8}(?:给|让)?我?(?:看看|看一下|看下|瞧瞧|瞅瞅|查一下|查下)[吧啊呢\s。]*$/u;

/** A word of what is refused, handed on, put off, promised, asked for or done: then more may be meant than is told. */
export const MAY_BE_A_MOVE =
  /了[。!！\s]*$|[好完通妥毕]|已|该|归|关(?:我|本)|企业|[请让叫转退延挂签催撤销算]|不(?:用|要|办|是|属|能)?|没(?!人接|电话|地址)|未|别|又|[明后]天|下?周|\d[月日号天]|单位|局|公司|部门|怎么|什么|哪|[?？吗呢]/u;
