import { anyOf, leftBeside } from "./any-of.ts";
import { isThanks } from "./zh-cn-parse.ts";
import { saysDone, saysItStopped, saysNotYet } from "./zh-cn-results.ts";

/** How one of several that were listed is chosen in words, and nothing else is said. In plain text. */

/** What may stand beside a choice and says nothing of its own. */
const BESIDE =
  "就是?|应该是?|是|选|指|说|要|我|帮|麻烦|请|先|那就|那|这|一?下|(?:个|件|条|项|份)|事情?|诉求|问题|单子?|编号|(?<!信)号|第|吧|啊|呀|呢|哦|咯|嘛|哈|了|的|嗯|哦|对|好|谢谢|多谢|里面?|边|头|也";
/** The moves that are asked about, said once more. */
const MOVES =
  "催办?|签收?|批(?:准|示)?|同意|驳回|撤(?:回|销)?|督办|派单?|退单?|补充|答复|进展|备注|评价|重开|合并|办|看|报";
const PLACES = "最后|最新|刚才|刚刚|前|后|上|下|头|末|中间|当中|[一二两三四五六七八九十几]|\\d+|紧急|加急|急|面";
const ALL = "全部|全都?|都|所有|一起|一并|统统|每";

const BESIDE_A_CHOICE = anyOf(MOVES, BESIDE);
const BESIDE_A_PLACE = anyOf(PLACES, ALL, MOVES, BESIDE);

/** 路灯那个不用催: what is said of it is no choice. */
export function declinesIt(plain: string): boolean {
  return /(?:不|别|甭|莫|勿)(?:用|要|必|是|再|急着?)*(?:催|签|批|撤|退|办|派|管|督|发|报|记)/u.test(plain);
}

/** 第二个吧, 都签: beside the place or the number hardly anything is said. */
export function isPlaceAlone(plain: string): boolean {
  return [...plain].length <= LONGEST && leftBeside(plain, BESIDE_A_PLACE) <= SLIP;
}

/** 别的提, 其他都交: beside the one that is left out. */
export const RAISES_THE_OTHERS =
  /(?:(?<=^|[\s,，。;；])(?:别的|其[他它余]的?|剩下的?|余下的?|另外(?:的|[两二三四几]个))(?:[都就全也]|可以|照|[两二三四几]个|那|请|帮我们?|先)*(?:提交?|交|报|登记|发)(?:上?去)?[吧啊呀哈]?(?:[\s,，。;；]+(?=\S)|[\s。.!！]*$))/u;

/** 只提第二个, 第一个不要: the places without what is said of them. */
export function ofRaised(plain: string): {
  readonly places: string;
  readonly isOnly: boolean;
  readonly isLeftOut: boolean;
} {
  const places = plain.replace(
    /(?:只|仅|光)|(?:不|别|先别)(?:用|要|必|需要?)?|算(?:了|掉)|去掉|删(?:掉|了)?|提(?:交)?|交/gu,
    "",
  );
  return {
    places,
    isOnly: /只|仅|光|^就/u.test(plain),
    isLeftOut: /不|别|算(?:了|掉)|去掉|删/u.test(plain),
  };
}

/** 36，路灯那个: a number, and no more with it than names the matter of these titles. 2号转给刘洋办 is an order of its own. */
export function isNumberAndLittle(plain: string, titles: string): boolean {
  if (leftBeside(plain, BESIDE_A_PLACE) > LITTLE) return false;
  const left = plain.replace(new RegExp(BESIDE_A_PLACE.source, "gu"), "").match(/[\p{Script=Han}a-z]/gu) ?? [];
  return besideTitle(left.join(""), titles) <= SLIPS;
}

/** What a choice names: 停电 of 就停电那件吧. Null where more is said than which. */
export function namedByChoice(plain: string): string | null {
  if ([...plain].length > LONGEST || isThanks(plain)) return null;
  if (!POINTS.test(plain) && (saysDone(plain) || saysNotYet(plain) || saysItStopped(plain))) return null;
  const left = plain.replace(new RegExp(BESIDE_A_CHOICE.source, "gu"), "").replace(/[\p{P}\p{Z}]/gu, "");
  return left === "" ? null : left;
}

/** How much of it no word of the title is. */
export function besideTitle(said: string, title: string): number {
  return [...said].filter((one) => !title.includes(one)).length;
}

/** 停电那个, 停电的事: it points at one of them. */
const POINTS = /(?:那|这)(?:个|件|条|项|事)|的(?:事|问题|诉求)?(?:情|儿)?[\s啊呢吧。!！]*$/u;
const LONGEST = 16;
const SLIP = 1;
const SLIPS = 2;
const LITTLE = 4;
