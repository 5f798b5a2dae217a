import { asFigures, NUMERAL } from "../../domain/zh-cn-numerals.ts";

/** 67并到61里, 三并到五: into which one. In plain text. */
const INTO = new RegExp(`(?:并|合|归)(?:入|到|进|在)(?:了)?\\s*#?(\\d{1,6}(?!\\d)|${NUMERAL})`, "u");

/** 16跟3是一回事, 3并16, 和3重复: the number of an issue beside what says that they are one. */
const BESIDE =
  /(?:(?:跟|和|与|同|像|并(?:到|入|进)?|合(?:到|入|进)|归(?:到|入))\s*(?:那个|这个)?\s*#?(\d{1,6})(?!\d|\s*(?:个|家|台|天|次|楼|栋))|#?(\d{1,6})(?!\d)\s*号?(?:是|也是|就是)?(?:同一(?:个|件|回)|一回事|一件事|重复))/gu;

export function numbersBeside(plain: string): readonly number[] {
  return [...plain.matchAll(BESIDE)].map(([, behind, before]) => Number(behind ?? before));
}

/** 并到3, 并进3号: into which one, and nothing of which. */
export function intoAlone(plain: string): number | null {
  const [, figure] =
    /^[\s,，]*(?:就|那|都|给|把它|它|这个|那个|这件|直接)*(?:合?并|合|归)(?:到|入|进|给|在)?了?\s*#?(\d{1,6})\s*号?(?:里面?|去|上|那个|那件|就行|吧|了)*[\s。.!！]*$/u.exec(
      plain,
    ) ?? [];
  return figure === undefined ? null : Number(figure);
}

export function intoSaid(plain: string): number | null {
  const match = INTO.exec(plain);
  return match === null ? null : Number(asFigures(match[1] ?? ""));
}
