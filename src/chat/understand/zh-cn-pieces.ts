/** What stands between the pieces of a message, and how pieces are put together again. */

/** Punctuation before a text. */
const BEFORE = /^[\s,，。、:：;；.!！的啊呀]+/u;
const BEHIND = /[,，;；。\s!！]+$/u;

/** Without the punctuation and particles that parted it from what stood before. */
export function withoutLead(text: string): string {
  return text.replace(BEFORE, "").trim();
}

export function withoutEnd(text: string): string {
  return text.replace(BEHIND, "");
}

/** Clauses that begin with a number each: 36同意，37驳回. */
export function numberedClauses(text: string): readonly string[] {
  return text.split(/(?<=[,，;；。\n])\s*(?=#?\d{1,6}号?\s*\p{Script=Han})/u).map(withoutEnd);
}

/** The words of a text, by spaces and punctuation. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,，、:：]+/u);
}

/** Nothing but what joins numbers. */
export function joinsNumbers(text: string): boolean {
  return /^[\s、,和与跟及]*$/u.test(text);
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

/** A question by its last character, or by a word that asks. */
export function asksSomething(plain: string): boolean {
  return /[?？吗么呢]\s*$|哪(?:个|里|些|儿|天)|什么|怎么|为啥|几号/u.test(plain);
}

/** How many, which, what: of figures and lists. */
export function asksForFigures(plain: string): boolean {
  return /率|多少|哪些|几(?:件|个)|什么|[?？吗]$/u.test(plain);
}

/** 表现如何: how somebody does. */
export function asksHowSomebodyDoes(plain: string): boolean {
  return /表现|怎么?样|如何|情况/u.test(plain);
}

/** 收到，马上落实: that it was heard. */
export function acknowledges(plain: string): boolean {
  return /收到|^好(?:的|嘞)?[,，\s]*(?:马上|立即)/u.test(plain);
}
