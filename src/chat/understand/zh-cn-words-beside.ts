/** Issues that are called by words beside the numbers of others, and what is done with all of them. In plain text; \ue000 stands for a unit. */
import { GIVES } from "./zh-cn-others-given.ts";

const NUMBER = "#?\\d{1,6}号?(?:那[个件条])?";
const POINTED = "(?:的?(?:那|这)(?:一)?(?:个|件|条)(?:事情?)?|的(?:事情?|问题)?)";
const WORDS = "[^,，。;；、\\d\\ue000]{2,16}?";
const ALL = "(?:也|就|还是|先|请|麻烦|直接|统一|全部|全都|都|全|一起|一并|统统|一块儿?)";
const GIVEN = `${ALL}{0,4}${GIVES}\\s?\\ue000`;
const LEAD = "(?:把|将|就|那就|还有|另外|然后|再|[\\s])*";

const LEADS = new RegExp(`^${LEAD}`, "u");
const GIVES_FIRST = new RegExp(GIVEN, "u");
const IS_OF_ALL = /(?:全部|全都|都|全|一起|一并|统统|一块儿?)[^\ue000]{0,6}\ue000/u;
const NEXT_ONE = /、|和|跟|与|及|还有|以及|再加上?|加上?/u;
const IS_NUMBER = new RegExp(`^${NUMBER}$`, "u");
const IS_WORDS = /^[^,，。;；\d\ue000]{1,16}$/u;
/** So many are listed at most. */
const MOST_LISTED = 10;
const ENDS_POINTED = new RegExp(`${POINTED}$`, "u");
const BEGINS_POINTED = /^(?:那|这)(?:一)?(?:个|件|条)?/u;

/** What is given away by one clause. */
export interface GivenTogether {
  readonly lead: string;
  readonly items: readonly string[];
  /** From where it is said who shall have them. */
  readonly end: number;
  readonly isOfAll: boolean;
}

/** Null: no words stand beside a number there. 81和蚊子 without a pointer is a list only where all of it is given. */
export function givenTogether(marked: string): GivenTogether | null {
  const end = marked.includes("\ue000") ? (GIVES_FIRST.exec(marked)?.index ?? -1) : -1;
  const [lead = ""] = LEADS.exec(marked) ?? [];
  const items = itemsIn(marked.slice(lead.length, Math.max(end, lead.length)));
  if (items === null || items.every(isNumber) || !items.some(isNumber)) return null;
  return { lead, items, end, isOfAll: IS_OF_ALL.test(marked.slice(end)) };
}

/** Parted by what joins them, and by no pattern: what joins may stand in the words as well, which a pattern reads in 2ⁿ ways. Null: it is no list. */
function itemsIn(list: string): readonly string[] | null {
  const items = list
    .split(NEXT_ONE)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const words = items.filter((one) => !isNumber(one));
  // 狗和蚊子; one character alone calls nothing.
  const isCalled = words.length === 0 || words.some((one) => one.length > 1);
  const isList = items.length > 0 && items.length <= MOST_LISTED && isCalled;
  return isList && words.every((one) => IS_WORDS.test(one)) ? items : null;
}

export function isNumber(item: string): boolean {
  return IS_NUMBER.test(item);
}

/** 那个后山的, 蚊子那件: it is pointed at, and no part of anything else. */
export function isPointed(item: string): boolean {
  return ENDS_POINTED.test(item) || BEGINS_POINTED.test(item);
}

/** What it is called by. */
export function calledBy(item: string): string {
  return item.replace(ENDS_POINTED, "").replace(BEGINS_POINTED, "").trim();
}

const ONE_MORE = new RegExp(
  `^(?:还有|另外|以及|再|然后|[\\s])*(${WORDS}${POINTED}|(?:那|这)(?:个|件)${WORDS})(?=${GIVEN})`,
  "u",
);
const BEGINS_ANEW = /^\s*(?:还有|另外|以及|再)/u;

/** ，还有出口那个门的派…: another one, given to a unit of its own. `isAnew`: it says so. */
export function oneMoreGiven(
  marked: string,
): { readonly item: string; readonly end: number; readonly isAnew: boolean } | null {
  const [whole = "", item] = ONE_MORE.exec(marked) ?? [];
  return item === undefined ? null : { item, end: whole.length, isAnew: BEGINS_ANEW.test(marked) };
}

const BEGINS_BEHIND = /^(?:还有|另外|以及|包括|再加上?|\s)*/u;
const ENDS_BEHIND = /((?:也|都|一样|同样|一起|一并){1,4}(?:给|派|是|算|归)?(?:他们|它们?|过去)?)?[吧了啊哈\s]{0,6}$/u;
const GIVES_THERE = new RegExp(`${GIVEN}[吧了啊哈\\s]*$`, "u");

/** ，6和7还有那个后山的, behind the clause that gives them away. Null: nothing is listed there. `isSure`: nothing else can be meant by it. */
export function listedBehind(plain: string): { readonly items: readonly string[]; readonly isSure: boolean } | null {
  const [begins = ""] = BEGINS_BEHIND.exec(plain) ?? [];
  const rest = plain.slice(begins.length);
  const ends = ENDS_BEHIND.exec(rest);
  const items = itemsIn(rest.slice(0, ends?.index));
  if (items === null) return null;
  const isListed = items.every((one) => isNumber(one) || isPointed(one));
  if (isListed && (ends?.[1] !== undefined || items.length > 1)) return { items, isSure: true };
  return begins.trim() === "" ? null : { items, isSure: false };
}

/** From where a clause says who shall have it; null: it gives nothing away, or tells more. */
export function givesFrom(marked: string): number | null {
  return GIVES_THERE.exec(marked)?.index ?? null;
}

export function listed(numbers: readonly number[]): string {
  return numbers.join("和");
}

/** What is given away together, with what says to whom. */
export function givenAll(items: readonly string[], gives: string): string {
  return `${items.join("、")}都${gives}`;
}
