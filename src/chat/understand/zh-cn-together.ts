/** How a company says that two issues are one, without the command. In plain text. */

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
const SAME = new RegExp(
  `^(?:其实|应该|这(?:个|件|条)?(?:事情?|诉求)?|它|\\s)*(?:跟|和|与|同)\\s*(?:${NUMBER}|${EARLIER})的?(?:诉求|事情?)?\\s*(?:就?是|算是|算|都是)(?:同一|一)(?:件|个|码|回)(?:事情?|诉求|问题)?${END}`,
  "u",
);

/** What is put together with what; `number`: it is named. Null: nothing is. */
export function togetherSaid(plain: string): { readonly number: number | null } | null {
  const said = PUTS.exec(plain) ?? SAME.exec(plain);
  if (said === null) return null;
  const number = said.groups?.number;
  return { number: number === undefined ? null : Number(number) };
}

/** 这个跟31是一回事: that they are the same is said, and not only wished. */
export function saysTheSame(plain: string): boolean {
  return SAME.test(plain);
}
