/** 66是经发的 62是社会局的, 69给错了，是公安的: which issue, and whose it is, and no more. In plain text. */

const LEAD = "[\\s,，。;；、]*(?:把|将|另外|还有|那|然后|而|不对|哦|[\\s,，、])*";
const NUMBERS = "#?\\d{1,6}号?(?:[\\s、,，和与跟及]+#?\\d{1,6}号?){0,9}(?:那(?:个|件|条)|这(?:个|件|条))?";
const MATTER = "[^,，。;；\\d\\s]{2,14}?(?:的?(?:那|这)(?:个|件|条))(?:事情?)?";
const WRONG =
  "(?:(?:派|给|转|发|分|搞|弄|交)错(?:了|人了?|单位了?|部门了?)?(?:吧|啊|哈)?[\\s,，]*(?:应该?|其实|本来|要|得|该|还){0,2})";
const MANNER = "(?:也|都|就|才|应该?|其实|本来|还|一起|再|先|得|要|直接){0,3}";
const VERB = "(?:是|归|属于?|算|(?:改派?|换|转派?|派|分|交|划)(?:给|成|到|为|由|归)?|给)";

/** One of them, up to the name of the unit. */
const BEGINS = new RegExp(
  `^${LEAD}(?:(?<numbers>${NUMBERS})|(?<matter>${MATTER}))\\s*${MANNER}(?<wrong>${WRONG})?${MANNER}(?<verb>${VERB})\\s*`,
  "u",
);
/** Behind the name, where no more is said of it. */
const ENDS =
  /^(?:局|公司)?(?:他们|那边)?(?:来|去)?(?:管|负责|办|处理)?的?(?:事情?|活|职责)?(?:吧|了|啊|哈|呢|嘛)*(?=$|[\s,，。;；、!！]|#?\d)/u;
const IS_OVER =
  /^[\s,，。;；、!！]*(?:(?:改|换|调|弄|派|转)(?:一?下|过来|过去)(?:吧|了)?|谢谢|辛苦了?|麻烦了?)?[\s。!！]*$/u;

export interface Begun {
  readonly length: number;
  /** The numbers as they are written, or what the issue is about. */
  readonly numbers: string | null;
  readonly matter: string | null;
  /** That it went wrong is said. */
  readonly isWrong: boolean;
  /** 给, and not 是…的: it is given to that unit, and not merely said to be theirs. */
  readonly isGiven: boolean;
  /** 改, 转, 派错了: it goes on from the unit that has it. */
  readonly goesOn: boolean;
  /** 改公安, where others say 改派. */
  readonly isShort: boolean;
}

export function begunIn(plain: string): Begun | null {
  const match = BEGINS.exec(plain);
  if (match === null) return null;
  const { numbers, matter, wrong, verb = "" } = match.groups ?? {};
  return {
    length: match[0].length,
    numbers: numbers ?? null,
    matter: matter?.replace(/(?:的?(?:那|这)(?:个|件|条))(?:事情?)?$/u, "") ?? null,
    isWrong: wrong !== undefined,
    isGiven: !/^(?:是|归|属|算)/u.test(verb),
    goesOn: /[派转改换]/u.test(verb) || /[派转分给发交]错/u.test(wrong ?? ""),
    isShort: /^(?:改|换)(?!派)/u.test(verb),
  };
}

/** How long what ends it is; null: more is said of it. */
export function endOf(plain: string): number | null {
  return ENDS.exec(plain)?.[0].length ?? null;
}

export function saysNoMore(plain: string): boolean {
  return IS_OVER.test(plain);
}

/** 不是79，是85给公安: the one that is not meant. */
export function withoutOtherNumber(text: string): string {
  return text.replace(
    /^(?:哦|噢|啊|等等|等一?下|不对|错了|说错了|[\s,，]){0,4}不是\s*[#＃]?\d{1,6}\s*号?[\s,，]*(?:而)?是(?=\s*[#＃]?\d{1,6}\s*号?(?:那个|也|就|要|该|应该)?\s*(?:给|派|转|归|改|交|由))/u,
    "",
  );
}
