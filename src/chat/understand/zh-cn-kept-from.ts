/** How a company says from whom an issue that is there shall be kept. In plain text. */

const NOT = "(?:别|不要|不想|不能|不希望|不愿意?|不得|莫|勿|甭)";
const BEFORE = "(?:再|把(?:这|那)?(?:个|件|事|它)?|这(?:个|件)?(?:事)?|又|去)?";
const REACHES = "(?:派(?:单)?给?|转(?:办)?给?|交(?:办)?给?|发给|让|给|被|叫|告诉|通知|经过|透露给|找|惊动)";

/** 别让…, 不要派给…: what stands behind it names who shall not have it. */
const WISH = new RegExp(
  `${NOT}${BEFORE}${REACHES}到?(?<whom>[^,，。;；!！?？]{1,24})|(?:瞒着|避开|绕开|跳过)(?<past>[^,，。;；!！?？]{2,24})|(?:请|让|要求?|希望)(?<aside>[^,，。;；!！?？]{2,14}?)回避`,
  "u",
);

/** 别让供电公司晓得是我们说的: only who it was shall not be known, which is what confidence is. */
const ONLY_WHO = /(?:知道|晓得|发现|看出|听出)[^,，。]{0,2}是(?:我|俺|咱|谁|哪)/u;

/** Where the wish begins, and who is named by it; null: there is none. */
export function wishIn(plain: string): { readonly start: number; readonly whom: string } | null {
  const match = WISH.exec(plain);
  const { whom, past, aside } = match?.groups ?? {};
  const named = whom ?? past ?? aside;
  return match === null || named === undefined || ONLY_WHO.test(named) ? null : { start: match.index, whom: named };
}

/** Behind the name of a unit: its people, and what they shall not do. 别给公安局打电话 keeps nothing from it. */
export const SHALL_NOT =
  /^(?:局|公司|分局)?(?:的)?(?:人(?:员)?|同志|领导|那边|这边|那里|他们|那帮人|窗口|任何人)?(?:那边|这边)?(?:来|去)?(?:知道|晓得|发现|看(?:到|见)|听(?:到|说)|经手|插手|参与|管|办(?!公|理大厅)|查|处理|$|[\s,，。])/u;

/** 那个姓龙的民警: somebody who works for whichever unit. */
export const SOMEBODY_THERE =
  /民警|警察|[局科所队处主站]长|主任|科员|办事员|干部|姓\p{Script=Han}|(?:领导|他|她)(?:的)?亲戚|(?:里|那边|局里|村里)(?:那个)?(?:认识|熟)的?/u;

/** In front of the wish nothing is told but which issue is meant, and perhaps how much it is wished. */
const LONGEST_BEFORE = 12;
const TELLS_BEFORE = /[,，。;；!！?？].*[,，。;；!！?？]|了(?=[,，。\s])/u;

export function isAllThatIsSaid(before: string): boolean {
  return [...before].length <= LONGEST_BEFORE && !TELLS_BEFORE.test(before);
}
