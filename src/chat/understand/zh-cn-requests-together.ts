import type { RequestKind } from "../../domain/issue/issue.ts";
import { numeralOf } from "../../domain/zh-cn-numerals.ts";

/** How the requests that wait are spoken of together, without a number: 退的那两个, 刚退的几个, 延期的都. In plain text. */

const KIND_OF: readonly (readonly [RequestKind, RegExp])[] = [
  ["return", /退/u],
  ["extend", /延/u],
  ["hold", /挂/u],
];

const REQUEST =
  "(?:退单?|退回来?|延期?|延长|挂账?|待(?:我|您|你)?批复?|待审批?|(?:等|要|该)着?(?:我|您|你)?批复?|报(?:上|过)?来|申请)(?:退单?|延期?|挂账?|的|申请|上来|过来|回来){0,3}";
const COUNT = "(?<count>[两二三四五六七八九十]|\\d{1,2}|几)(?:个|件|条|单|份|张|笔)|(?<pair>俩)|(?:那|这)些";
const ALL = "都|全都?|全部|统统|一起|一并|一律";
const TOGETHER = [
  // 退的那两个, 延期的几个, 待批的那些
  `${REQUEST}(?:那|这)?(?:${COUNT})`,
  // 那两个退单都, 几个延期的
  `(?:那|这)?(?:${COUNT})(?:要|想|申请)?${REQUEST}`,
  // 退单都同意, 待批的都
  `${REQUEST}(?:那些)?(?:我|就|也|给他们)?(?:${ALL})`,
  // 所有的退单
  `(?:所有|全部)的?${REQUEST}`,
].map((words) => new RegExp(words, "u"));

/** One of them, or but one, is another matter; 退税, 退役 and 延误 are no requests. */
const IS_OTHER =
  /(?<!哪)(?:其中)?[一1](?:个|件|条)|除了?|以外|之外|退(?:休|税|款|役|伍|钱|货)|延(?:误|迟)|挂(?:牌|号|靠)/u;

export interface Together {
  readonly start: number;
  readonly end: number;
  /** How many; null: all that there are. */
  readonly count: number | null;
  /** Of which kind; null: it is not said. */
  readonly kinds: readonly RequestKind[] | null;
}

/** What is said of several requests together; null: nothing of the kind. */
export function togetherRequested(plain: string): Together | null {
  if (plain.length > LONGEST || IS_OTHER.test(plain)) return null;
  const found = TOGETHER.map((words) => words.exec(plain)).find((one) => one !== null);
  if (found == null) return null;
  const { count, pair } = found.groups ?? {};
  const kinds = KIND_OF.flatMap(([kind, words]) => (words.test(found[0]) ? [kind] : []));
  return {
    start: found.index,
    end: found.index + found[0].length,
    count: pair === undefined ? countOf(count) : 2,
    kinds: kinds.length === 0 ? null : kinds,
  };
}

/** Nobody says more of them. */
const LONGEST = 60;

function countOf(said: string | undefined): number | null {
  if (said === undefined || said === "几") return null;
  return /\d/u.test(said) ? Number(said) : numeralOf(said);
}

const GIVES =
  /(?:派|转|交|分|归|给|让|由)(?:给|到|由)?(?!他|她|它|我|你|您|企业|公司|大家|下面|领导|谁|哪|办|去|来|过|出|了)\p{Script=Han}{2,8}?(?:来|去)?(?:办|管|处理|负责|接|看)?(?:吧|了|啊)?(?=$|[\s,。;!])/u;

/** 让城投办: given to somebody, whatever he is called. */
export function givesToSomebody(plain: string): boolean {
  return GIVES.test(plain);
}
