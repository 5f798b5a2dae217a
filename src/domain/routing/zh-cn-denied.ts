/** What somebody says it is not, or takes back while he writes, speaks for no department: 不是电的事，是路; 停电，不对，停水了. */

/** It is this, behind what it is not. 不是停电就是跳闸 denies neither. */
const BUT = "(?:[,，、;；。.\\s]+(?:而|应该|其实|主要|就|实际上?)*是|而是|应该是|(?<=的(?:事情?|问题|毛病|原因))是)";
/** 不是水的问题，是电: one thing in a clause. 是不是停电, 要不是停电 and 不是第一次 deny nothing. */
const NOT_THIS = new RegExp(
  `(?<![是要可])(?:并?不是|并非|不属于)(?!第|头|一|今天|昨天|偶|不|没|说|只|光|单|仅)[^,，。.;；!！?？\\n]{1,20}?(?=${BUT})`,
  "gu",
);
/** 跟停电没关系, 和用水无关 */
const NOT_ABOUT = /(?:跟|和|与|同)[^,，。.;；!！?？\n]{1,16}?(?:没(?:有|得|啥|什么)?关系|无关|不相干)/gu;
/** 是路，不是电: behind what it is. */
const AND_NOT =
  /(?<=(?<!不)是[^,，。.;；!！?？\n]{1,20})[,，、;；\s]+(?:并?不是|而?非)(?!第|头|一|不|没|说|只|光|单|仅)[^,，。.;；!！?？\n]{1,16}/gu;
const SORRY = "(?:不好意思|抱歉|哦|噢|啊|哎呀?|诶|刚才|上面|前面|我)*";
const SLIPPED = "(?:[说写打讲发][错反]了?(?:字|词)?|口误|笔误)";
/** ，说错了，是停水; ，哦不对，停水; 停电说错了是停水: what stands before it was a slip. 合同写错了，需要改 is none. */
const SLIP = new RegExp(
  `^[\\s\\S]*?(?:[,，。;；!！\\s]${SORRY}(?:${SLIPPED}|不对)(?=[,，。;；:：!！\\s应是])|[说打讲]错了?(?=[,，\\s]*(?:应该)?是))[,，。;；:：!！\\s]*(?:应该|其实)?(?:是|改成|改为)?(?=[^,，。;；:：!！\\s])`,
  "u",
);

/** A text without what it denies itself; the whole of it where nothing else would be left. */
export function withoutDenied(text: string): string {
  const behind = text.replace(SLIP, "");
  const meant = [AND_NOT, NOT_THIS, NOT_ABOUT].reduce((left, denied) => left.replace(denied, " "), behind);
  return /\p{L}/u.test(meant) ? meant : text;
}
