/** How the text of a new issue is put right while it is shown. In plain text. */

const MARKS = "[\\s,，。.!！:：~～]*";
const HOW_IT_IS = new RegExp(
  `^(?:哦|噢|嗯|啊|唉|哎)?${MARKS}(?:事情|情况)?是(?:这样子?|这么回事|这么个情况)的?[啊呢哈]?${MARKS}(?=\\S{3})`,
  "u",
);
const WHAT_HE_MEANS = new RegExp(
  `^(?:(?:哦|噢|嗯|啊|唉|哎)?${MARKS})?(?:(?:不是?|不对|错了|搞错了|弄错了)(?:的|了|啊|哈)?${MARKS}){1,3}我们?(?:说|讲|指|报|要报|想说)的?(?:意思)?(?:就|其实)?是${MARKS}(?=\\S{4})`,
  "u",
);

/** Where what is told begins behind 是这样的; null: it is not said. */
export function tellsHowItIs(plain: string): number | null {
  return HOW_IT_IS.exec(plain)?.[0].length ?? null;
}

/** Where what is meant begins behind 不是不是 我说的是; null: it is not said. */
export function meantInstead(plain: string): number | null {
  return WHAT_HE_MEANS.exec(plain)?.[0].length ?? null;
}

/** 我们: stands for something, and is no word that could be replaced. */
export function isPointer(plain: string): boolean {
  return /^[我你他她它咱]们?(?:的|厂|公司|家)?$/u.test(plain);
}

/** 补充, 另一件事, 这个: of the whole that is shown, and no piece of its text. */
export function namesAnother(plain: string): boolean {
  return /^(?:[这那新另第同别\d]|补充|诉求|一(?:[个件码回]|样))/u.test(plain);
}
