import { narrow } from "../../domain/plain.ts";
import { NUMERAL } from "../../domain/zh-cn-numerals.ts";

/** A common problem that is spoken of by its own number, G3, without the word 共性 in front: as the command says it. */

/** G207国道, G3栋: a road, or a place in the park. */
export const OF_A_PLACE = "(?!\\d|\\s*号?(?:国道|高速|省道|线|网|信号|栋|楼|座|区|仓|库|厂|地块|路|口))";
const AT_START = new RegExp(`^[把将请]?g\\s*#?\\d{1,6}${OF_A_PLACE}`, "iu");
const STEPS = "措施|进展|时限|期限|牵头|催办|督办|答复|办结|恢复|改名|加入|移出|撤销|撤消|删除|取消|作废";
/** 撤销 G3, 措施 G3 …: the word stands first. */
const WORD_FIRST = new RegExp(`^(?:${STEPS})\\s*g\\s*#?\\d{1,6}(?!\\d)`, "iu");
/** 共性G2, 共性二号 */
const GLUED = new RegExp(
  `^(共性(?:问题)?)(?=建议(?:$|[\\s。.!])|(?:${STEPS})\\s*#?g?\\s*#?\\d|g\\d|#?\\d{1,6}号?(?!\\d)|${NUMERAL}(?:号|$|[\\s,，:：。]))`,
  "iu",
);
/** 把4号、5号也放进G1, 6号并到共性1 */
const INTO = new RegExp(
  `^([把将请]?[号、，,和跟与及\\s#\\d]{1,60})(?:也|都|一起|一并)?\\s*[加放并归纳列算收挂][到进入至在为回]?\\s*(?:g|共性问题|共性)\\s*#?(\\d{1,6})${OF_A_PLACE}号?(?:里面?|中|去|来|吧|[。!！])?吧?[。!！]?$`,
  "iu",
);

/** 把5拿出去, 22和23都移出来: an issue belongs to one at most, so that none need be named. */
const OUT_OF_IT =
  /^(?:请|先|那|就)*(?:把|将)?([号、，,和跟与及\s#\d]{1,60})(?:都|也|先|一起|从里面?|从共性(?:问题)?(?:里面?|中)?)*(?:移|拿|剔|摘)出(?:来|去)?(?:吧|了|啊)?[\s。.!！]*$/u;

/** Null: none is spoken of so. */
export function commonSaid(text: string): string | null {
  const plain = narrow(text);
  if (AT_START.test(plain)) return `共性 ${text.replace(/^[把将请]/u, "")}`;
  if (WORD_FIRST.test(plain)) return `共性 ${text}`;
  const [glued] = GLUED.exec(plain) ?? [];
  if (glued !== undefined) return `共性 ${text.slice(glued.length)}`;
  const [, said = "", common = ""] = INTO.exec(plain) ?? [];
  const numbers = said.match(/\d{1,6}/gu) ?? [];
  if (numbers.length > 0) return `共性 加入 G${common} ${numbers.join(" ")}`;
  const taken = OUT_OF_IT.exec(plain)?.[1]?.match(/\d{1,6}/gu) ?? [];
  return taken.length === 0 ? null : `共性 移出 ${taken.join(" ")}`;
}

const BY_STEP = new RegExp(`^[把将请]?g\\s*#?(\\d{1,6})号?[\\s,，:：]*(${STEPS}|完成)[\\s,，:：]*`, "iu");

/** The same where a word of the command's own says what is done: G3 撤销, 时限 G3 12月9日. */
export function commonStrictly(text: string): string | null {
  const plain = narrow(text);
  const [all = "", id, step] = BY_STEP.exec(plain) ?? [];
  if (id !== undefined) return `共性 ${step} G${id} ${text.slice(all.length)}`.trim();
  return WORD_FIRST.test(plain) ? commonSaid(text) : null;
}

/** Whether what stands behind it is kept as it is written. */
export function carriesAText(said: string): boolean {
  return /^共性 (?:措施|进展|答复|告知企业|改名) /u.test(said);
}

/** A company asks what its issue belongs to, of which it hears in 进度, or how that stands: 共性问题是什么, G1到哪步了. */
const ASKS_WHAT_IT_IS =
  /共性(?:问题)?(?:研究)?(?:是|指|什么|啥|怎么|咋|到哪|有|呢|的?(?:进展|进度|情况|结果))|(?:什么|啥)(?:是|叫)共性|纳入共性[^,，。]{0,6}(?:什么|啥|吗)/u;
const ASKS_OF_A_NUMBER = new RegExp(
  `^(?:那|请问)?g\\s*#?\\d{1,6}${OF_A_PLACE}(?:号|那个|的)?(?:怎么?样|咋样|怎么办|到哪|什么|啥|进展|进度|情况|办|是|呢|[?]|$)`,
  "u",
);
const LONGEST_ASKED = 20;

export function companyAsksOfCommons(plain: string): boolean {
  return [...plain].length <= LONGEST_ASKED && (ASKS_WHAT_IT_IS.test(plain) || ASKS_OF_A_NUMBER.test(plain));
}

/** Whether the word is in it. */
export function saysCommon(text: string): boolean {
  return narrow(text).includes("共性");
}

const ONE = `g\\s*#?(\\d{1,6})${OF_A_PLACE}(?:号|那个|这个)?`;
/** G2并到G1里去 */
const INTO_ANOTHER = new RegExp(
  `^(?:请|就)?(?:把|将)?(?:共性(?:问题)?)?\\s*${ONE}(?:也|都|整个|全部|的都?|里面?的(?:诉求|几家)?)?\\s*(?:合?并|归|加|放|挪|移|合)[到入进在]?去?\\s*(?:共性(?:问题)?)?\\s*${ONE}`,
  "u",
);
const IS_ONE = "(?:其实|应该|都|就|\\s)*是?(?:同?一(?:码|回|个|件)(?:事情?|问题)?|重复)的?";
/** G3和G4合成一个; G3跟G1是一码事，合一起 */
const AS_ONE = new RegExp(
  `^(?:请|就)?(?:把|将)?(?:共性(?:问题)?)?\\s*${ONE}\\s*[和跟与及、同,，]\\s*${ONE}(?:${IS_ONE}(?:[了吧啊,，。!！\\s]{0,3}$|[,，\\s]+[^,，。不别]{0,4}(?:合|并))|[^,，。不别]{0,8}(?:合|并|归到?一))`,
  "u",
);

/** Two that are to be one, as the command says it. Null: nothing of the kind is said. */
export function commonsMerged(plain: string): string | null {
  const into = INTO_ANOTHER.exec(plain);
  if (into !== null) return `共性 合并 G${into[1]} G${into[2]}`;
  const both = AS_ONE.exec(plain)?.slice(1, 3).map(Number);
  return both === undefined ? null : `共性 合并 G${Math.max(...both)} G${Math.min(...both)}`;
}

const BY_WORDS = "([^,，。:：\\d\\s这那]{2,8}?)";
const THAT_ONE = "(?:[那这](?:个|边|几家)|的)(?:共性(?:问题)?)?";
/** 信号那个并到水压里; 停电那个和信号那个合并 */
const BOTH_BY_WORDS = [
  new RegExp(
    `^(?:请|就)?(?:把|将)?${BY_WORDS}${THAT_ONE}(?:也|都|就|整个|直接){0,2}(?:合?并|归|合)[到入进]去?${BY_WORDS}(?:${THAT_ONE})?(?:里面?|中)?(?:去|来)?[吧了啊\\s。!！]*$`,
    "u",
  ),
  new RegExp(
    `^(?:请|就)?(?:把|将)?${BY_WORDS}${THAT_ONE}[和跟与同]${BY_WORDS}${THAT_ONE}(?:其实|都|就)?(?:是?(?:一回事|一码事)[\\s,，]{0,2})?(?:合并|[合并][成为]一?个|合在?一起|并在?一起|合了|并了)[吧了啊\\s。!！]*$`,
    "u",
  ),
];

/** The same where both are called by words: whether common problems are called so the ledger knows. */
export function mergedByWords(plain: string): string | null {
  const [, one, other] = BOTH_BY_WORDS.map((words) => words.exec(plain)).find((found) => found !== null) ?? [];
  return one === undefined || other === undefined ? null : `共性 合并 ⟪${one}⟫ ⟪${other}⟫`;
}
