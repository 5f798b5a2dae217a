import { asFigures, NUMERAL } from "../../domain/zh-cn-numerals.ts";

/** 67并到61里, 三并到五: into which one. In plain text. */
const INTO = new RegExp(`(?:并|合|归)(?:入|到|进|在)(?:了)?\\s*#?(\\d{1,6}(?!\\d)|${NUMERAL})`, "u");

export function intoSaid(plain: string): number | null {
  const match = INTO.exec(plain);
  return match === null ? null : Number(asFigures(match[1] ?? ""));
}
