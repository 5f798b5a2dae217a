/**
 * The issues that a quoted text of the bot's names: #12 before a space or the end, as the bot writes it. People write
 * #2号变压器, too, which is none.
 */
export function quotedNumbers(text: string): readonly number[] {
  const found = [...text.matchAll(/(?<![\p{L}\d])[#＃](\d{1,9})(?=$|[\s，。、；：)）])/gu)];
  return [...new Set(found.map((match) => Number(match[1])))];
}
