import { saysNothing } from "./zh-cn-courtesy.ts";
import { clausesOf } from "./zh-cn-pieces.ts";

/** What staff say of an issue that they will speak of later. In plain text. */

const SAID_LATER =
  /^(?:#?\d{1,6}号?\s*)?(?:那|这个|这件)?\s*(?:我们?)?(?:先|就|还是|得|要){0,2}(?:(?:晚点|回头|稍后|待会|等会|一会|明[天早]|后天|改天|[上下]午|过[两几]天|下次|下周|等[^,，。]{1,10}?)(?:我们?|他们?|局里|上会|碰头|研究)?(?:[^,，。]{0,3}再)?(?:说|看|定|议|回(?:复|你)?|答复|告诉你?|确认|商量|考虑|研究)|再(?:说|看看?|定|议|等等|想想|商量|考虑|研究)|等等|等一?下|不急|别急|放一?放|看情况|(?:我|我们)?(?:先)?(?:问|看|了解|商量|研究|考虑|请示)(?:一?下|问|看)?(?:再|后再|之后再)(?:说|定|回|看|报|答复))(?:一?下|复|看|吧|了|哈|啊|呢)*$/u;

/** 回头再说: that something comes later, and no more than that. 北段明天补 and 方案上会了 tell of the work. */
export function saysOnlyLater(plain: string): boolean {
  const clauses = clausesOf(plain);
  const isLater = (clause: string) => SAID_LATER.test(clause);
  return clauses.some(isLater) && clauses.every((clause) => isLater(clause) || saysNothing(clause));
}
