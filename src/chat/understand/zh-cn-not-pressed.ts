import { anyOf } from "./any-of.ts";

/** How somebody says that nobody is to be pressed, or not yet: 先不急着催, 缓两天再催. In plain text. */

/** Of the issue, and not of what others press a company for: 别催款了, 客户不催了. */
const PRESS = "(?:催(?!款|缴|收款|费|债|熟|货|订单|交货|发货|我|着我)|督办|督促)";
/** 催一下建管局: beside it somebody is pressed after all. */
export const PRESSES = new RegExp(PRESS, "u");

/** 但是都三天了 */
export const TURNS_IT = /(?:^|[,，。;；!！\s])(?:但|可(?!以|能)|不过|就是)/u;

const DENIED = "(?:(?<![得能可要会敢该是用催])不|(?<![分特个级类区])别|甭|莫|勿|无需|没必要|没有必要)";
const BETWEEN =
  "(?:用|要|必|想|需要?|须|着?急|忙|着|去|再|这么|那么|老|总|一直|天天|先|来|给?我们?|帮我?们?|你们?|他们?|对|向)";
/** 不催你们就不动: then it is pressed. */
const OR_ELSE = "(?![^,，。]{0,6}(?:不(?:行|办|动|来|管|会|成)|没(?:人|有人)|催))";

const PUT_OFF = anyOf(
  `${DENIED}${BETWEEN}{0,4}${PRESS}${OR_ELSE}`,
  `(?:缓|(?<!别|不)等(?!着|不)|过(?:了(?=年|节|这))?|晚点|迟点|回头|改天|改日|下(?:周|个?月|次|回)|明[天早]|后天|月底|年后|节后|到时候?|(?:有)?(?:需要|必要)(?:的?时候?)?)[^,，。了现]{0,8}再(?:去|来|帮我?们?|请?你们)?${PRESS}`,
  `(?:暂缓|缓[一缓]{0,2}|暂停|停止|先停一?停?)(?:着|下)?(?:去)?${PRESS}`,
  `${PRESS}(?:办|促|单)?(?:他们?|你们?|供电|的?事情?)?(?:先|可以|就|还是|再){0,2}(?:缓|放(?:一?放|一?下|着)|停(?:一?停|一?下|掉|$))`,
  `${PRESS}(?:办|促)?(?:的?事情?)?(?:就|先|也|倒)(?:不用|不必|不要|免)了?`,
);
/** Others press, or a question is asked of it: 客户都不催了, 怎么不催一下, 不催行吗. */
const OF_ANOTHER = /(?:客户|客人|买家|甲方|老外|总部|银行|房东|业主)[^,，。]{0,6}[催督]|怎么|为(?:什么|啥)|[?？]|吗$/u;
/** 9先不督办，等他们周五答复; a space ends a clause as a comma does. */
const CLAUSE = /[^,，;；。!！?？\n\s]+[?？]?/gu;

/** The text without the clauses that say so, which nothing else is made of; null: none does. */
export function withoutPuttingOff(plain: string): string | null {
  const left = plain.replace(CLAUSE, (clause) => (PUT_OFF.test(clause) && !OF_ANOTHER.test(clause) ? "" : clause));
  return left === plain ? null : left.replace(/^[\s,，;；。!！?？]+|[\s,，;；。!！?？]+$/gu, "");
}
