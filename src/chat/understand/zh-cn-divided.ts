/** 不对 这是两个事，跳闸一个 路一个: what was shown as one is several. In plain text. */

const MARKS = "[\\s,，。.!！?？…~～、:：;；]";
const MANY = "(?:两|二|2|俩|三|3|四|4|几)";
const OF_THESE = "(?:个|件|码|回|桩|档|条|项|样)(?:事情?儿?|问题|诉求|单子?)?";

/** That they are several. */
const SEVERAL = `(?:(?:分|拆)(?:开|成|作|为)?)?${MANY}${OF_THESE}(?:来的)?`;
const APART = `(?:分|拆)开(?:来|${MARKS})*`;
const NOT_ONE =
  "(?:(?:别|不(?:是|能|要|该|应该|在|算)?)(?:把|给|它们|他们|我们?|的)*(?:合|并|混|搅|搞|写|放|弄|算|搁|凑)?(?:在|到|成|为)?(?:一起|一块儿?|(?:同?一)(?:回|码|件|个|桩|条)(?:事情?儿?)?)(?:的|了)?)";
const SAYS_SO = new RegExp(`${SEVERAL}|${APART}|${NOT_ONE}`, "u");
const COUNTS = new RegExp(SEVERAL, "u");

const SAYS_IT = new RegExp(`${NOT_ONE}|${SEVERAL}|${APART}|[搞弄看听写]?成(?:了)?[一1]?(?:个|件|条)`, "gu");

/** What may stand beside it and tells nothing. */
const BESIDE = new RegExp(
  `不(?:对|是)|错了?|[搞弄看听]|我(?:说|讲|报)的|怎么|才|对|这|那|其实|本来|明明|应该?|分别|各自|各|都|也|就|要|得|请|帮|麻烦|给|我们?|你们?|是|算|报|提交?|写|记|登记|办|来|啊|呀|吧|呢|哦|哈|嘛|哎|唉|诶|的|了|个|${MARKS}`,
  "gu",
);

/** 跳闸一个, 漏雨归漏雨: what each of them is called. */
const EACH_ONE =
  /(?<name>[\p{Script=Han}a-z\d]{1,6}?)(?:的|那边|那个)?(?:单独|另外|[算是归报提])?(?:[一1](?:个|件|码|回|桩|条|项|单)(?:事情?)?|(?:归|是|算)\k<name>)/gu;

export interface Several {
  /** How many they are; null: it is not said. */
  readonly count: number | null;
  /** What each is called, where it is. */
  readonly names: readonly string[];
}

/** That what was shown is several, and no more; null: it does not say so. `known`: whether a name is one of what was shown. */
export function severalSaid(plain: string, known: (name: string) => boolean): Several | null {
  if ([...plain].length > LONGEST || !SAYS_SO.test(plain)) return null;
  const left = plain.replace(SAYS_IT, " ");
  const names = [...left.matchAll(EACH_ONE)].map(({ groups }) => groups?.name ?? "");
  if (left.replace(EACH_ONE, " ").replace(BESIDE, " ").trim() !== "" || !names.every(known)) return null;
  const count = COUNTS.exec(plain) === null ? null : (MANY_SAID.get(/[两二2俩三3四4]/u.exec(plain)?.[0] ?? "") ?? null);
  return { count, names: [...new Set(names)] };
}

const LONGEST = 40;
const MANY_SAID: ReadonlyMap<string, number> = new Map([
  ["两", 2],
  ["二", 2],
  ["2", 2],
  ["俩", 2],
  ["三", 3],
  ["3", 3],
  ["四", 4],
  ["4", 4],
]);

/** 车间漏雨，还有叉车没地方充电: where a text may be parted, each with what ends it. */
export function mayBeParted(text: string): readonly string[] {
  return text.split(/(?<=[,，。;；!！?？\s])(?=[^,，。;；!！?？\s])|(?=还有|另外|此外|以及)/u);
}

/** 还有…: it says that it is one more. */
export const IS_ONE_MORE = /^[\s,，。]*(?:还有|另外|此外|再有|再就是|以及|其次)/u;

/** 还有就是…: without what only joins it to the others. */
export const JOINS_ON =
  /^[\s,，。]*(?:还有|另外|此外|再有|而且|并且|以及|其次|同时)(?:就是)?[\s,，:：]*(?!没有|[\d一两二三四五六七八九十几])/u;
