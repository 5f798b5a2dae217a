import { anyOf } from "./any-of.ts";
import { SAYS_IT_GOES_ON } from "./zh-cn-continues.ts";
import { POINTS_BACK } from "./zh-cn-talk.ts";

/** How somebody goes back to what he said last, or to an issue by a word of it. In plain text. */

const JUST_NOW = "(?:刚刚?才?|方才|适才|才)";
const SAID = "(?:说|讲|举?报(?!警|废|修)|提(?!货|车|前)|发(?![现生大火烧货电])|写|反映|投诉|交(?![货警通接]))";
const SAYING = `(?:我们?)?(?:又|也|还|忘|漏|没|少)?(?:了)?${SAID}`;

/** 刚才那个, 上面那条, 上一条, 前面说的: what was said last, and no other. */
const POINTS_TO_LAST: readonly string[] = [
  `${JUST_NOW}(?:的|${SAYING}(?:过|了)?的?)?(?:那|这)(?:个|件|条|句|事|一)`,
  `${JUST_NOW}${SAYING}`,
  `(?:上面|上头|前面|上边)(?:${SAYING}(?:过|了)?的|的?(?:那|这)(?:个|件|条|句)(?=$|[\\s,，。]|[补撤催改说再还要别先不是有]))`,
  "(?:上|前|最后)一(?:个|件|条)(?=$|[\\s,，。]|[补撤催改说再还要别先不是有诉的])",
];
/** 说错了, 名字错了, 不是供货商 是客户. */
const PUTS_RIGHT: readonly string[] = [
  "(?:说|讲|写|打|弄|搞|报|发|填)[错漏反](?!车|货|路|药|料)",
  "(?:名字?|姓|数|数字|金额|时间|地方|日期|人)(?:说|写)?错了",
  "^(?:哦|噢|啊|不对|更正|纠正|[\\s,，])*不是[^,，。\\s]{1,8}[\\s,，]*(?:而|应该?)?是",
];
/** 再补一点, 追加一条, 还要说明一下. */
const ADDS =
  "(?:再|还|要|想|另)[^,，。]{0,3}(?:补(?![贴助习])|追加|添一|说明|交代)|补充(?!协议|医疗|保险|能量|水)|追加(?!投资|订单)|补(?:一|几)?[点句条个下]";

/** Whether somebody goes on with, puts right or calls back what he said last. */
export const GOES_BACK_TO_LAST = anyOf(...POINTS_TO_LAST, ...PUTS_RIGHT, ADDS, SAYS_IT_GOES_ON.source);

/** 路上坑那个补充一下: more of an issue that is there. */
export const ADDS_TO_ONE = anyOf(ADDS);

/** 跳闸那个的事, of which nothing was made. */
export const POINTS_TO_ONE = anyOf(ADDS, POINTS_BACK.source);

/** 没用，刚刚又停了两台: what was done about it is told to be of no use, and nothing says of which. */
export const SAYS_NO_USE =
  /^(?:根本|完全|一点|还是|[都也就]){0,4}(?:没(?:有)?(?:什么|啥)?(?:用|效果|作用|改善|变化)|白(?:搭|弄|修|搞|跑|说)|不管用|老样子)/u;
