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
const TELLS_BEFORE =
  /[,，。;；!！?？].*[,，。;；!！?？]|了(?=[,，。\s])|有人|[收要拿送][^,，。的]{0,3}(?:费|钱|礼|烟|酒|红包|好处)|偷|打人|骂|请客|刁难|敲诈|勒索|垄断/u;

export function isAllThatIsSaid(before: string): boolean {
  return [...before].length <= LONGEST_BEFORE && !TELLS_BEFORE.test(before);
}

/** Stands for each character of a unit's name, or of somebody's who works there. */
export const A_UNIT = "\ue000";
/** Whoever gives issues out says whom one shall be kept from, too. */
const UNITS = "(?<!\\ue000)\\ue000+(?:(?:局|公司|分局)?[、和与跟及]\\ue000+)*(?:局|公司|分局)?";
const THEM =
  "(?:那边|这边|那头|那里|里面?|那帮人|的?(?:任何)?人(?:员)?|的?同志|的?领导|局长|主任|他们?|她们?|自己|内部|单位|方面|[\\s])*";
const MUCH =
  "(?:也|都|就|先|暂时|千万|绝对|一定|万万|可|最好|目前|这次|坚决|记得|注意|你们?|咱们?|我们?|大家|请|务必|给我|要|得|应[该当]?|需|必须)*";
const NO = "(?:(?<![分特个])别|不要|不能|不可以?|不得|不许|不准|不想(?:让)?|不希望|不宜|不便|莫|勿|甭|避免)";
const LETS = "(?:再|先|给|让|叫|被|使|把?这[个件]?事|把它|提前|过早|任何|半点|一点|一丝)*";
const THEY = "(?:他们?|她们?|人家|那边|这边|那帮人|的人)*";
const KNOWS =
  "(?:先|提前|也|都|去|来)*(?:知道|知晓|知情|晓得|得知|获知|获悉|插手|经手|掺和|沾手|沾边|(?:看到|看见|瞧见|听到|听见|听说|发现|发觉|察觉)(?=[\\s,，。;；!！了吧啊]|$|这[个件]))(?![^,，。]{0,2}是(?:谁|哪|企业))";
const TELLS =
  "(?:去|再|先|往外|对外|乱)*(?:说|讲|提|提起|告诉|告知|声张|透露|走漏|泄露|漏|外传|通气|打招呼|吱声)(?:这?个?件?事|消息|风声|口风|出去|漏嘴|半个?字|一声)*(?:了|啊|吧|哈|哦)*(?=[\\s,，。;；!！…]|$)";
/** 先不告诉, 暂不知会: not yet, or not at all. */
const NOT_YET = "(?:先|暂时?)不";
const CLOSES = "(?=[\\s,，。;；!！了吧啊哈]|$)";
const KEEPS_QUIET = "(?:瞒着?|保密|回避|避嫌|防着|避着|绕开|避开)";

/** 别给社会局知道; 社会局那边不要让他们晓得; 社会局先别说; 对社会局保密; 瞒着社会局. */
const OFFICE_WISHES = [
  new RegExp(`${NO}${LETS}${UNITS}${THEM}${KNOWS}`, "u"),
  new RegExp(
    `${NO}(?:再|先|去|提前)*(?:告诉|告知|知会|惊动|透露给?|说给|讲给|泄露给|透给|(?:跟|和|同|与|对|向|给)(?=[^,，。]{1,12}(?:说|讲|提|透露|通气|打招呼)))${UNITS}${THEM}(?:先|去|再)*(?:说|讲|提起?|透露|知道|通气|打招呼)?(?:这?个?件?事|消息)?`,
    "u",
  ),
  new RegExp(`(?:对|向)${UNITS}${THEM}${MUCH}(?:保密|隐瞒|封锁|瞒着?)(?:消息)?`, "u"),
  new RegExp(`(?:瞒着?|避着|背着|防着)${MUCH}${UNITS}${THEM}(?=[\\s,，。;；!！]|$|[做办查来去])[做办查来去]*`, "u"),
  new RegExp(`${UNITS}${THEM}${MUCH}${NO}${LETS}${THEY}${KNOWS}`, "u"),
  new RegExp(`${UNITS}${THEM}${MUCH}${NO}${TELLS}`, "u"),
  new RegExp(`${UNITS}${THEM}${MUCH}(?<!不)${KEEPS_QUIET}(?:一?[下点些]|[住紧着了吧啊])*(?=[\\s,，。;；!！]|$)`, "u"),
  new RegExp(`${NOT_YET}(?:告诉|告知|知会|惊动)${UNITS}${THEM}${CLOSES}`, "u"),
  new RegExp(`${NOT_YET}(?:让|给)${UNITS}${THEM}(?:知道|晓得|知情)${CLOSES}`, "u"),
  new RegExp(`${UNITS}${THEM}${MUCH}(?:${NOT_YET}|不)(?:让|给)(?:知道|晓得|知情)${CLOSES}`, "u"),
  new RegExp(`${UNITS}${THEM}${MUCH}${NOT_YET}(?:知会|告诉|告知|说|讲)${CLOSES}`, "u"),
  new RegExp(
    `${UNITS}${THEM}(?:要是|如果)?问(?:起来?|到)?(?:的话)?[,，]?(?:就|都)?(?:说|讲)(?:不知道|不清楚|没有)`,
    "u",
  ),
];
/** 何静不想让他们知道: whoever has the issue that is named in the same message. */
export const WISH_OF_THEM = new RegExp(
  `^[\\s,，]*(?:#?\\d{1,6}号?(?:那个|这个|的)?)?[^,，。;；!！\\d]{0,8}?(?:${NO}|怕|不愿意?)${LETS}(?:他们|她们|人家|那边|对方|那个?单位)${THEM}${KNOWS}`,
  "u",
);
/** What may say so: most messages are looked at no further. */
export const MAY_KEEP_FROM = /[别不莫勿甭瞒怕]|避|保密|[背防]着/u;
/** 10给公安别让…: whoever is given it is the one that shall not know nothing of the unit itself. */
const IS_HANDED = /(?:派|转|交|分|给|由|让|请)(?:给|到|由)?\s*$/u;

/** Where a coordinator's wish stands in a clause, whose units are marked; null: there is none. */
export function officeWishIn(marked: string): { readonly start: number; readonly end: number } | null {
  for (const words of OFFICE_WISHES) {
    const match = words.exec(marked);
    if (match === null) continue;
    if (match[0].startsWith("\ue000") && IS_HANDED.test(marked.slice(0, match.index))) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** 社会局那边，: a unit is named before what it shall not know. */
export const MERELY_NAMES = new RegExp(
  `^[\\s,，]*(?:但是?|不过|还有|另外|注意|特别是|尤其是|至于|就是|记得|[\\s])*${UNITS}${THEM}[\\s,，]*$`,
  "u",
);

/** 但是一定: leads in to a wish, and tells nothing. */
export function withoutWishLead(text: string): string {
  const from = Math.max(0, text.length - LONGEST_LEAD);
  return (
    text.slice(0, from) +
    text
      .slice(from)
      .replace(
        /(?:[\s,，的]|但是?|不过|另外|还有|同时|并且?|可|就|记得|注意|切记|一定|千万|务必|绝对|万万|暂时|先|也|都|这个?|那个?|件?事情?|此事|消息|情况|要|得|应该?|请)+$/u,
        "",
      )
  );
}
const LONGEST_LEAD = 40;

/** What stands before a wish and behind it, as one. */
export function joinedAround(before: string, behind: string): string {
  const left = behind.replace(/^(?:[\s了吧啊哈哦呢的着]|一下|这?个?件?事情?|消息|情况)+(?=[\s,，。;；!！]|$)/u, "");
  return before === "" || left === "" || /^[\s,，。;；!！]/u.test(left) ? `${before}${left}` : `${before}，${left}`;
}

/** 10号那个: nothing but which issue is meant. */
export function tellsNothing(plain: string): boolean {
  return /^(?:[\s\d#,，、。;；!！和与跟及号]|这个?|那个?|件|的|事情?|诉求|都)*$/u.test(plain);
}
