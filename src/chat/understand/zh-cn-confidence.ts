/** Whether a text asks for confidence. What others have read cannot be taken back, so every clause that does so counts. */

/** What parts the clauses of a text; brackets, dashes and pictures, too. */
const CLAUSE = /[^\s,，。:：;；!！?？()（）【】「」『』[\]［］<>《》#＃"“”'‘’\-—–/|*~…、\p{Extended_Pictographic}]+/gu;
/** Behind these 保密 is one of a list, an explanation, or a word that is spoken of. */
const NO_WISH_BEHIND = /[:：、"“‘'《<]/u;
const PARTICLES = /(?:谢谢|[哦啊呀吧哈呢哟])$/u;
const BARE = /^保密(?:诉求|处理|办理|件|一下)?$/u;
const ENDS_IN_IT = /保密(?:处理|办理|一下|(?:我们?|本人|我司|公司)?的?(?:身份|信息|姓名))?$/u;
const WISHED = /[请望求需须要帮替为给予]|务必|一定|绝对|全程|注意/u;
const NOT_MEANT = /[不无勿]|别|是否|项目|监控|内部|协议|资料|条款|规定|制度/u;
/** A wish is short; what is longer tells something. */
const LONGEST = 14;

/** 【保密】, #保密, 请保密, 这事要帮我们保密; not 保密协议, 不用保密, 安全、保密、消防. */
export function asksForConfidence(text: string): boolean {
  const read = text.normalize("NFKC").replaceAll("\uFE0F", "").replaceAll("請", "请").replace(/保 密/gu, "保密");
  for (const match of read.matchAll(CLAUSE)) {
    const clause = match[0].length > 2 * LONGEST ? match[0] : match[0].replace(PARTICLES, "").replace(PARTICLES, "");
    const before = match.index === 0 ? "" : (read.at(match.index - 1) ?? "");
    const after = read.at(match.index + match[0].length) ?? "";
    if (BARE.test(clause) && !NO_WISH_BEHIND.test(before) && after !== "、") return true;
    if (clause.length > LONGEST || !ENDS_IN_IT.test(clause)) continue;
    if (WISHED.test(clause) && !NOT_MEANT.test(clause)) return true;
  }
  return false;
}
