/** A word that is said, and the opposite of it meant: 不签, 莫派, 签收个锤子. In plain text. */

/** Right before the word. 要不签收吧 and 能不能签 deny nothing. */
const DENIED =
  /(?:(?<![要是能行好对可得])不|莫|(?<![分特个])别|甭|勿|懒得|没(?:有)?|未|冇)(?:要|想|能|会|用|肯|准|敢|打算|是)?$/u;
/** So far is looked for it. */
const NEAR = 5;
/** Whoever says so says no to all of it. */
const MOCKED = /(?<=\p{Script=Han}{2})个(?:锤子|啥|么子|鬼|屁|毛线?|铲铲|卵|寂寞)/u;

/** 公安说不是他们的: a unit is named, and it is not to have it. */
export function isDisowned(plain: string): boolean {
  return /不是(?:他|她|它|我|人家)(?:们)?的|不(?:归|属|该)(?:他|她|我|它)?(?:们)?管?|(?:他|她)们(?:说)?不(?:管|接|收|干|认)/u.test(
    plain,
  );
}

/** 五星好评个鬼 */
export function isMocked(plain: string): boolean {
  return MOCKED.test(plain);
}

const everywhere = new WeakMap<RegExp, RegExp>();

/** Whether one of the words is said and not denied. */
export function saidOutright(words: RegExp, plain: string): boolean {
  if (!words.test(plain)) return false;
  if (isMocked(plain)) return false;
  return [...plain.matchAll(globally(words))].some(
    ({ index }) => !DENIED.test(plain.slice(Math.max(0, index - NEAR), index)),
  );
}

function globally(words: RegExp): RegExp {
  const before = everywhere.get(words);
  if (before !== undefined) return before;
  const made = new RegExp(words.source, "gu");
  everywhere.set(words, made);
  return made;
}
