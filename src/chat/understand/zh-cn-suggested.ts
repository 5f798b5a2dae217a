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
