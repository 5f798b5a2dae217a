/** Numbers in Chinese characters, as people say them of issues: 十二, 二十, 一百零三, 一二三. */

const DIGITS = "零一二三四五六七八九";
const WEIGHTS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** What such a number is written with. */
export const NUMERALS = "零〇一二两三四五六七八九十百千";
/** One of them, as long as any issue's is. */
export const NUMERAL = `[${NUMERALS}]{1,7}`;

/** Null: it is no number. */
export function numeralOf(text: string): number | null {
  const digits = text.replace(/〇/gu, "零").replace(/两/gu, "二");
  if (digits === "" || /[^零一二三四五六七八九十百千]/u.test(digits)) return null;
  const isSpelt = !/[十百千]/u.test(digits);
  // 十二三 is about twelve.
  if (!isSpelt && /[一二三四五六七八九]{2}/u.test(digits)) return null;
  const number = isSpelt ? Number([...digits].map((one) => DIGITS.indexOf(one)).join("")) : weighed(digits);
  return number > 0 ? number : null;
}

/** Every number of a text, in figures or in characters. */
export function figuresIn(text: string): readonly number[] {
  return [...text.matchAll(WRITTEN)].flatMap(([one]) => (/^\d/u.test(one) ? Number(one) : (numeralOf(one) ?? [])));
}

/** The same text with figures in place of characters. */
export function asFigures(text: string): string {
  return text.replace(WRITTEN, (one) => String(/^\d/u.test(one) ? one : (numeralOf(one) ?? one)));
}

/** 3楼 as 三楼, which is compared with what others wrote by its characters. */
export function withNumerals(text: string): string {
  return text.replace(/(?<!\d)[1-9](?!\d)/gu, (one) => DIGITS[Number(one)] ?? one);
}

const WRITTEN = new RegExp(`\\d+|${NUMERAL}`, "gu");

/** 一百二十三; of a weight that nothing stands before there is one: 十二. */
function weighed(digits: string): number {
  let sum = 0;
  let unit = 0;
  for (const one of digits) {
    const weight = WEIGHTS[one];
    if (weight === undefined) unit = DIGITS.indexOf(one);
    else {
      sum += (unit === 0 ? 1 : unit) * weight;
      unit = 0;
    }
  }
  return sum + unit;
}
