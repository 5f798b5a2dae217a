/** What somebody says it is not, or takes back while he writes, speaks for no department: 不是电的事，是路; 停电，不对，停水了. */

/** It is this, behind what it is not, or this is wanted. 不是停电就是跳闸 denies neither. */
const BUT =
  "(?:[,，、;；。.\\s]+(?:我们?|我司|这次|这回|而|应该|其实|主要|就|只|实际上?)*(?:是|想|要(?!不)|希望|需要)|而是|应该是|(?<=的(?:事情?|问题|毛病|原因))是)";
const NOT = "(?:并?不是|并非|不属于)(?!第|头|一|今天|昨天|偶|不|没|说|只|光|单|仅)";
/** 不是水的问题，是电: one thing in a clause. 是不是停电, 要不是停电 and 不是第一次 deny nothing. */
const NOT_THIS = new RegExp(`(?<![是要可])${NOT}(?:(?!就)[^,，。.;；!！?？\\n]){1,20}?(?=${BUT})`, "gu");
const DENIES = `(?:${NOT}|没有?(?=[停断缺欠]))`;
/**
 * In a chain of denials, each of these: 停电, not 停电就跳闸. It ends where the next denial begins, so that 没停也没停也… parts in one way
 * only: in many, a long message takes seconds.
 */
const THING = `(?:(?![就是不]|[也又更]${DENIES})[^,，、。.;；!！?？吗\\s]){1,16}?`;
const NEITHER = `(?:[,，、;；。.\\s]+(?:这|那|更|而且|并且)?[也又更都还]?|[也又更])${DENIES}${THING}`;
/** 不是停电，也不是停水，是燃气: who denies twice in a row denies each, whatever follows, and whatever stands before it. */
const NONE_OF_THESE = new RegExp(
  `(?<![是要可])(?:既|这|那)?${DENIES}${THING}(?:${NEITHER}){1,5}(?=[,，、。.;；!！?？\\s]|而?是|就是|应该是|$)`,
  "gu",
);
const PROVED = "其实|实际上?|才(?:知道|发现|晓得|搞清)|发现|没想到|哪知|谁知|查(?:了|出|下来)|并?不是";
const behindIt = (proved: string) =>
  `[^,，。.;；!！?？\\n]{1,20}?(?=[,，;；。\\s]+(?:[^,，。;；\\n]{1,12}[,，])?[^,，。;；\\n]{0,6}?(?:${proved}))`;
/** 原来以为是停电，结果是跳闸: what it proved not to be. */
const NOT_AS_THOUGHT = new RegExp(
  `(?:误?以为|误认为|(?:原来|本来|起初|起先|最初|开始|之前|先前)(?:都|还|就)?(?:认为|觉得|怀疑|估计|判断))${behindIt(`${PROVED}|结果|后来|原来`)}`,
  "gu",
);
/** 物业说是停电，查下来是停水. 说是老化，后来没换 still tells what it is. */
const NOT_AS_TOLD = new RegExp(`(?:说|怀疑|估计)是${behindIt(PROVED)}`, "gu");
/** 先不说停电，说说路灯 */
const NOT_TOLD =
  /(?:先|今天|这次|我们?)?不(?:说|谈|提|讲|反映|问|是来问)(?!清|明|好|准|定)[^,，。.;；!！?？\n]{1,16}?(?=[,，;；]+(?:先|就|只|主要|单|今天|这次|我们?)*(?:说|谈|提|讲|反映|问))/gu;
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
  const meant = [NONE_OF_THESE, AND_NOT, NOT_THIS, NOT_AS_THOUGHT, NOT_AS_TOLD, NOT_TOLD, NOT_ABOUT].reduce(
    (left, denied) => left.replace(denied, " "),
    behind,
  );
  return /\p{L}/u.test(meant) ? meant : text;
}
