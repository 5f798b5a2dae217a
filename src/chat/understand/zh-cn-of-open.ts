import { anyOf } from "./any-of.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { saysDone, saysItStopped, saysNotYet } from "./zh-cn-results.ts";

/** Few words of a company about an issue that it does not name. In plain text. */

/** 可以, 行吧 就这样, 没问题了: agreed, and not merely heard. */
export const AGREES_TO_IT =
  /^(?:那|就|嗯|哦|好(?:的|吧)?|行(?:吧|了)?|都|现在|[\s,，。!！~])*(?:可以|行|就这样|就这么(?:着|办|样)|没(?:有)?(?:什么)?问题|要得|同意|中)(?:了|吧|啊|的|呀|哈|[\s,，。!！~])*$/u;

/** 路灯的事提交了没, 红包那个报上去了没有: whether it is filed. */
export const ASKS_WHETHER_FILED =
  /(?:提交|上报|登记|录入|报(?:上去|送)|提(?:上去)?|(?<=刚才|刚刚|那个|的|的事)\s*报)(?:成功|好|完)?了?(?:没有?|吗|没得|冇)[\s?？。啊呀呢]*$/u;

/** 我搞错了 */
export const SAYS_IT_WAS_A_SLIP = /(?:搞|弄|看|记|按|点|听)错了/u;

/** 重新报 税务的事: that something will be raised anew, and not yet what. */
export const RAISES_ANEW =
  /^(?:那|就|我们?|要|想|还是|[\s,，])*(?:重新|再|重)(?:报|提|登记)(?:一?[个下件条])?[\s,，:：]*(?:[^,，。\s]{0,6}的)?(?:事情?|那个|问题)?[吧了\s。!！]*$/u;

/** 补是补了，糊弄人: of what somebody has done about it. */
export const SCORNS_WHAT_WAS_DONE =
  /糊弄|敷衍|忽悠|走过场|应付|打发|等于没|跟没[修弄做]|白[修弄跑忙搞]|治标|反弹|(\p{Script=Han}{1,2})是\1了/u;

/** 全园区现在有多少诉求没解决 */
export const ASKS_FOR_FIGURES =
  /(?:园区|区里|全区|大家|(?:所有|全部|各)企业|各家)[^,，。]{0,10}(?:多少|几)(?:件|个|条|起)?[^,，。]{0,6}(?:诉求|问题|单子?|投诉)|(?:园区|区里|全区)[^,，。]{0,8}(?:诉求|问题)[^,，。]{0,8}(?:多少|几件|几个|解决率|办结率)/u;

/** 好了，谢谢 may be no more than a thank you. */
export const BARE_WELL = /^(?:都|已经)?(?:好|行|可以|ok|知道)了?/u;

const LET_IT = "(?:可以|能|就|那就|给我?|帮我?|请|麻烦|直接|它|算){1,3}[^,，。\\d]{0,3}";
/** 可以结了, 结案吧, 帮我关掉: that an issue is to be closed. 关门了 and 结束了 are none. */
export const CLOSES_IT = anyOf(
  `${LET_IT}(?:结|关|销|办结)(?:了|掉|单|案|号)?(?:它|吧|了|啦|哈|啊|一下|[\\s。.!！~～])*(?=$|[,，。;；!！\\s])`,
  "(?:^|[,，。;；!！\\s])(?:(?:那|这)(?:件|个|条|单)|#?\\d{1,6}号?)?(?:结案|结单|销单|关单|办结|结掉|关掉|结了)(?:吧|了|啦|哈|啊|它)*(?=$|[,，。;；!！\\s])",
);

/** 3好了谢谢: thanks, alone or behind something; what they are for is said before them. */
const THANKS = /(?:(?:非常|十分|真的?|太|实在){0,3}(?:谢谢|感谢|多谢|感激|辛苦|谢)|点赞|给力)[^,，。]{0,14}$/u;
const GLAD =
  "(?<!不)(?:放心|安心|踏实|省心|舒服|满意)|(?:挺|真|很|蛮|都|还)(?:好|不错)|不错|(?:再|再也|后来|之后|也|就)没(?:有)?(?:再)?(?:来|出现|发生|见|看到|停|断|漏|堵|响|跳|坏|积)";
const IS_GLAD = new RegExp(GLAD, "u");
/** Of whatever else is gone it is not known whether they are glad. */
const TROUBLE =
  "(?:狗|猫|(?<!班|公交|校|专|通勤|快递|货运)车(?!位)|摊|贩|垃圾|土|蚊|虫|鼠|蛇|蜂|味|声|噪|烟|灰|水坑|障碍|石|他们|那[伙帮些]人?|[堵漏响吵断跳停积臭乱闹])";
/** 没车了, 狗没了: of what troubled them, as long as somebody is glad of it. */
const GONE = anyOf(
  GLAD,
  `没(?:有)?\\p{Script=Han}{0,2}${TROUBLE}\\p{Script=Han}{0,2}了`,
  `${TROUBLE}[^,，。]{0,4}(?<!不|没|未)(?:没|走|撤|搬)了`,
);
/** 没电了, 水没了: what they need is gone; 又, 但, 麻烦: it is not well. */
const NOT_WELL = anyOf(
  "没(?:有)?(?:水|电|网|气|信号|热水|暖气|灯|光|路|人|货|钱|车位)|(?:水|电|网|气|信号|暖气|灯|路)[^,，。]{0,3}没(?:了|来)",
  "麻烦|请(?!客)|帮|看看|来人|派人|赶紧|尽快|怎么|但|不过|可是|就是|只是|又|还(?!行|可以|好|不错|挺|要谢|是要?谢)|希望|建议|要求",
  "不(?:太|是很|怎么)?(?:放心|安心|踏实|省心|舒服|满意|好)|不(?:亮|走|通|行|动|转|灵|能|够|管|理|出(?!问题|毛病|故障|事)|制)",
  "(?:师傅|工人|人员|维修|保[安洁]|环卫|你们|领导|部门|局|快递|班车|公交)[^,，。]{0,6}(?:没|不(?!错|辞|容易|愧|负)|走|撤)",
);
/** 坏了, 堵着: it fails, where no no stands before it: 不堵了, 再没停过. */
const FAILS = /(?<!(?:不|没|未|无|别)[^,，。]{0,5})(?:坏|停|堵|漏|断|跳|塌|裂|臭|吵|淹)/u;

/** Whether it is glad of what is over, or says no more than that it is well: 3好了，谢谢; 再没来过，放心了. */
export function saysWellOfClosed(plain: string): boolean {
  if (NOT_WELL.test(plain) || saysNotYet(plain) || asksSomething(plain)) return false;
  const isWell = (clause: string) => saysDone(clause) || saysItStopped(clause);
  const clauses = plain.split(/[\s,，。;；!！~～]+/u).filter((one) => /\p{Script=Han}/u.test(one));
  const told = clauses
    .map((one) => one.replace(THANKS, (words) => (FAILS.test(words) ? words : "")))
    .filter((one) => /\p{Script=Han}/u.test(one));
  const isGlad = told.join() !== clauses.join();
  return (
    told.every((one) => isWell(one) || (GONE.test(one) && !FAILS.test(one))) &&
    (isGlad || told.some((one) => isWell(one) || IS_GLAD.test(one)))
  );
}
