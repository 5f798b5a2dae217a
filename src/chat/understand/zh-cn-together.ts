import { anyOf } from "./any-of.ts";

/** How a company says that two issues are one, or that it has what another has, without the command. In plain text. */

const END = "[的啊呀吧了哈]{0,2}[\\s。.!！~～]*$";
const EARLIER =
  "(?:我们?)?(?:前面|上面|之前|刚才|原来|上次|早上|昨天)(?:提|报|发|说)?的?(?:那|这)?(?:一)?(?:个|件|条)?|(?:那|这)(?:一)?(?:个|件|条)";
const NUMBER = "#?\\s*(?<number>\\d{1,6})\\s*号?(?:那(?:个|件|条))?";
const IT = "(?:请|帮我?|给我|那|就|还是|可以|把|将|它|这(?:个|件|条)|\\s)*";

/** 合并吧, 并到前面那个里面去, 并到31里 */
const PUTS = new RegExp(
  `^${IT}(?:合并(?:一下)?|(?:合并|合|并|归|放)(?:到|进|入|在|成)(?:一起|一块儿?|一(?:个|件|条)|(?:${NUMBER}|${EARLIER})?的?(?:诉求|单子?|事情?)?(?:里面|里|中|一起)?))去?${END}`,
  "u",
);
/** 这个跟31是一回事, 和前面那个是同一件 */
const SAME_AS = new RegExp(
  `^(?:其实|应该|这(?:个|件|条)?(?:事情?|诉求)?|它|\\s)*(?:跟|和|与|同)\\s*(?:${NUMBER}|${EARLIER})的?(?:诉求|事情?)?\\s*(?:就?是|算是|算|都是)(?:同一|一)(?:件|个|码|回)(?:事情?|诉求|问题)?${END}`,
  "u",
);

/** What is put together with what; `number`: it is named. Null: nothing is. */
export function togetherSaid(plain: string): { readonly number: number | null } | null {
  const said = PUTS.exec(plain) ?? SAME_AS.exec(plain);
  if (said === null) return null;
  const number = said.groups?.number;
  return { number: number === undefined ? null : Number(number) };
}

/** 这个跟31是一回事: that they are the same is said, and not only wished. */
export function saysTheSame(plain: string): boolean {
  return SAME_AS.test(plain);
}

const WE = "(?:我们?|俺们?|咱们?|我司)(?:厂|公司|家|这边|这里|单位)?";
const COUNTS_US = `(?:加|算|带|记)(?:上|进)?${WE}一(?:个|家|份|票)`;
const SAME = `(?:\\+\\s*1|加一|附议|同求|同感|${COUNTS_US}|${WE}也(?:是|一样|有|这样)(?:的)?)`;
/** 58 +1, 支持58, 那就算我一个 */
const JOINS = [
  new RegExp(`^${IT}(?:支持|附议|顶)\\s*${NUMBER}${END}`, "u"),
  new RegExp(`^${IT}${NUMBER}\\s*[,，:：]?\\s*(?:${SAME}|支持)${END}`, "u"),
  new RegExp(`^${IT}${SAME}${END}`, "u"),
];

/** Of which issue a company says that it has the same; `number`: it is named. Null: it says no such thing. */
export function joinSaid(plain: string): { readonly number: number | null } | null {
  for (const words of JOINS) {
    const said = words.exec(plain.replaceAll("＋", "+"));
    const number = said?.groups?.number;
    if (said !== null) return { number: number === undefined ? null : Number(number) };
  }
  return null;
}

/** 撤销同感58, 同感58取消: what was noted so. */
export const TAKES_BACK_A_JOIN = anyOf(
  "(?:撤(?:销|回|掉)?|取消|收回|退出?|不要|删(?:除|掉)?|去掉)[^,，。]{0,4}同感",
  "同感[^,，。]{0,6}(?:撤|取消|收回|不要了|不算|退|删|去掉|点错|登记错)",
);
