const THANKS = [
  /(?:非常|十分|万分|太)?(?:感谢|多谢|谢谢|谢)(?:您|你|你们|大家|各位|领导|\p{Script=Han}{0,2}(?:主任|局长|科长|经理|老师|书记))?(?:了|啦)?/u,
  /收到(?:了|啦)?|好(?:的|滴|嘞|吧|呀|了)?|行|可以|明白(?:了)?|知道(?:了)?|了解(?:了)?|嗯|哦|不客气|不用谢/u,
  /(?:您|你|大家|各位)?辛苦(?:了|啦|您|你|大家|各位)*/u,
  /ok(?:ay)?|thankyou|thanks?|thx|gotit/u,
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f}|\[[^\][]{1,4}\]/u,
];
const ONE_THANKS = new RegExp(THANKS.map((one) => one.source).join("|"), "iuy");
/** Longer than this it says more than thanks. */
const LONGEST_THANKS = 40;

/** 谢谢 and the like, also several in a row, with or without a space: 收到，谢谢！ 好的辛苦了 👍👍 */
export function isThanks(text: string): boolean {
  const words = text.replace(/[\s,.;!?~～，。；！？、]+/gu, "");
  if (words === "" || words.length > LONGEST_THANKS || /[?？]/u.test(text)) return false;
  return endsOf(words).has(words.length);
}

/** Up to where a text can be read as thanks after thanks. Each place is looked at once, so that no text takes long. */
function endsOf(words: string): ReadonlySet<number> {
  const ends = new Set([0]);
  for (const start of ends) {
    for (let end = words.length; end > start; end--) {
      ONE_THANKS.lastIndex = start;
      const match = ONE_THANKS.exec(words.slice(0, end));
      if (match !== null) ends.add(start + match[0].length);
    }
  }
  return ends;
}
