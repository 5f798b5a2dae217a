import { numeralOf } from "../../domain/zh-cn-numerals.ts";

/** Which of several issues stay as they are, and that the others are given away. In plain text; \ue000 stands for a unit. */

const SOON = "(?:先|就|都|也|暂时?|还是|你们?|[\\s]){0,4}";
/** 19不动, 恒达的别动, 凌云那件除外, 53保持原样 */
const STAYS = new RegExp(
  `^(.{1,40}?)${SOON}(?:(?:不|别|莫|甭)(?:用|要|必)?(?:再)?(?:动(?!产)|变|改|转|派|给|算|管|包括|包含|含|在内)(?:进去|在内|它|他们?)?|除外|例外|留[着下]|保[留持](?:不[动变]|原样|现状)?|照旧|原样|等等|等一?下|放放|放一?放|缓缓|缓一?下)(?:了|吧|啊|哈|呢|的|就行|就好|[\\s])*$`,
  "u",
);
/** 72、73、74里面72不动: the one that stays stands behind. */
const INSIDE = /^.{0,40}(?:里面|里头|当中|之中|其中|里边|(?<!这)里)(?:的)?/u;
const BEFORE_IT = /^(?:但是?|不过|其中|只有|就是|就|另外|把|还有|那个?|[\s])+/u;
/** 除了40都给…, 除了凌云的， */
const BUT =
  /除(?:了|开|去|掉|(?=[#\d]))(?:了)?([^,，。;；]{1,20}?)(?:以外|之外|外(?!面|边|卖|地)|(?=其[他余它]|别的|剩下|余下|都|全|一律|统统|[,，。;；]|$))/u;

/** 电梯不动: what a thing does may be told. */
const MAY_BE_TOLD = /(?<![的先个件条])不动(?:了|吧|啊|哈|呢|的|\s)*$/u;

/** What stays where it is. */
export interface Stays {
  readonly called: string;
  /** The clause without it. */
  readonly left: string;
  /** Whether it is surely an order. */
  readonly isOrder: boolean;
}

/** One clause: what of it stays where it is. Null: nothing stays. */
export function stayingIn(clause: string): Stays | null {
  const ahead = STAYS.exec(clause)?.[1];
  if (ahead !== undefined) {
    const from = INSIDE.exec(ahead)?.[0].length ?? 0;
    const called = ahead.slice(from).replace(BEFORE_IT, "");
    return called === "" ? null : { called, left: ahead.slice(0, from), isOrder: !MAY_BE_TOLD.test(clause) };
  }
  const but = BUT.exec(clause);
  if (but?.[1] === undefined) return null;
  const left = clause.slice(0, but.index) + clause.slice(but.index + but[0].length);
  return { called: but[1], left, isOrder: true };
}

const THE_OTHERS =
  "(?:其[他余它]|别的|剩下|余下|另外(?=的|那?[两二三四五六七八九几\\d]))(?:的|那|这)*(?:([两二三四五六七八九几]|\\d{1,2})[个件条起])?(?:诉求|单子|的)?";
const ALL = "(?:全部|全都|全|都|一律|统统|一起|一并|一块儿?)";
/** How an issue is given to somebody. */
export const GIVES =
  "(?:(?:改|转)(?:派|交|给)?(?:给|到)?|派(?:给|到)?|给(?:到)?|交(?:给|由)?|归|让|由|划(?:给|到)?|分给)";
const GIVEN = new RegExp(
  `(?:${THE_OTHERS})?((?:还是|先|再|请|麻烦|就|直接|统一|可以|照旧|${ALL}){0,4}${GIVES}[^,，。;；\\ue000]{0,4}\\ue000)`,
  "u",
);
const SAYS_OTHERS = new RegExp(THE_OTHERS, "u");
const SAYS_ALL = new RegExp(ALL, "u");

/** What is said of those that do not stay. */
export interface OthersSaid {
  /** What all of them are about, or their numbers; empty: it is not said. */
  readonly topic: string;
  /** From where it is said what shall become of them. */
  readonly start: number;
  /** 其他的, and not merely 都. */
  readonly isOfOthers: boolean;
  readonly isOfAll: boolean;
  /** 另外两件; null: how many is not said. */
  readonly count: number | null;
  /** They have a unit, which is to be another one. */
  readonly isChanged: boolean;
}

/** Null: nothing is given away. */
export function othersIn(marked: string): OthersSaid | null {
  const given = GIVEN.exec(marked);
  if (given === null) return null;
  const [whole, many, order = ""] = given;
  return {
    topic: topicOf(marked.slice(0, given.index)),
    start: given.index + whole.length - order.length,
    isOfOthers: SAYS_OTHERS.test(marked),
    isOfAll: SAYS_ALL.test(marked),
    count: many === undefined ? null : /^\d/u.test(many) ? Number(many) : numeralOf(many),
    isChanged: /^[^\ue000]{0,8}[改转]/u.test(order),
  };
}

const POINTS =
  /(?:(?:那|这)?(?:[两二三四五六七八九十几]|\d{1,2})[个件条起家单](?:诉求|问题|事情?|单子)?|(?:那|这)(?:些|个|件|条)|的(?:事情?|问题|诉求)?|(?:里面|里头|当中|之中|其中|里边|里)|[\s,，。;；])+$/u;
const LEADS = /^(?:把|将|就|那|还有|另外|对了|[\s,，。;；])+/u;

function topicOf(ahead: string): string {
  const others = ahead.replace(new RegExp(THE_OTHERS, "u"), "");
  return others.replace(POINTS, "").replace(LEADS, "").trim();
}

/** 待派单的, 待办里: all that wait. */
export const ALL_THAT_WAIT =
  /^(?:所有|全部|手上|手头|现在|目前|今天|昨天|的)*(?:待派单?|待分派|待办|没派|未派|还没派|没有派|等派单?|新来|新收|新增)(?:出去|单|的|件|诉求|单子)*$/u;
