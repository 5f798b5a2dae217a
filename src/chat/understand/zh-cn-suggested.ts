import { placeNumber } from "./zh-cn-numbers.ts";

const PLACE = "(?:建议|方案|选项)?(?:第)?\\s*([1-5一二两三四五])\\s*(?:个|号建议)?";
const ENDS = "(?:吧|了|就行|即可|好了)?[\\s。.!！]*$";
/** 6号派1, 把6号派给第二个, 6 派单 1. In plain text. */
const TAKEN = new RegExp(
  `^[\\s,，]*(?:请|麻烦|帮我)?(?:把|将)?\\s*#?(\\d{1,6})\\s*号?\\s*(?:这件|那件|诉求)?(?:就|都|直接|还是)?\\s*(?:派单|派给|派到|派|分给|交给|转给|选)(?:给|到)?\\s*${PLACE}${ENDS}`,
  "u",
);
/** 派6号给1, 派6 1 */
const GIVEN = new RegExp(
  `^[\\s,，]*(?:派单?|分派?)\\s*#?(\\d{1,6})\\s*号?(?:\\s*(?:给|到)\\s*|\\s+)${PLACE}${ENDS}`,
  "u",
);

/** The issue, and the place among its suggestions. */
export function suggestionTaken(plain: string): { readonly number: number; readonly place: number } | null {
  const [, number, place] = TAKEN.exec(plain) ?? GIVEN.exec(plain) ?? [];
  return number === undefined || place === undefined ? null : { number: Number(number), place: placeNumber(place) };
}

const ALL =
  "(?:剩下|其余|其他|其它|所有|全部?|那些?|这些?|这几[件个]|余下|没有?派|未派|待派|还没派|单子?|诉求|出去|的|都|先|请|麻烦|帮我|把|将|就)";
const DONE = "(?:派|分|转|走|办|处理|发|定|来|下去|出去|单|掉|了|吧|即可|一?下){0,5}";
/** 都按建议派, 照系统推荐的派吧, 采纳推荐: behind numbers, or of all. */
const BY_SUGGESTION = new RegExp(
  `^(?:${ALL}{1,8}[\\s,，]{0,3})?[\\s,，#、\\d号和与跟及到至]*(?:${ALL}{1,8}[\\s,，]{0,3})?(?:按照?|依照?|照着?|遵照|根据|用|采纳|采用|跟着)(?:系统|机器人|小助手|助手|你们?|您|它|茶叙|上面|刚才|第一个?|给|的){0,4}(?:建议|推荐|方案)(?:的|单位|部门|给|去|都|全|一起|统统){0,4}[\\s,，]{0,2}${DONE}[\\s。.!！]*$`,
  "u",
);
/** 把剩下没派的都派了, 没派的全派出去 */
const THE_REST =
  /^(?:请|麻烦|帮我|你|把|将|就|那){0,4}(?=[^派]{0,8}(?:剩下|其余|没|未|待|所有|全部))(?:剩下|其余|余下|其他|所有|全部|那些|这些|的|还|诉求|单子){0,5}(?:(?:没|未|待)有?(?:分派|派|分)(?:出去|单)?的?)?(?:那些|那几个|几个|几件|诉求|单子|的){0,3}(?:也|都|全部?|一起|统统|一并){1,3}(?:给我)?(?:分派|派|分)(?:了|掉|出去|下去|单|一?下|吧){0,4}[\s。.!！]*$/u;

export function bySuggestion(plain: string): boolean {
  return BY_SUGGESTION.test(plain);
}

export function dispatchesTheRest(plain: string): boolean {
  return THE_REST.test(plain);
}
