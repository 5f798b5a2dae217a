/** What the coordinator says of issues that looks like an order or a note, and is none. In plain text; \ue000 stands for a unit. */

/** 烧塑料那个是公安还是审批管啊: which of two it is, is asked; nothing is said behind it. */
const WHICH_OF_TWO =
  /\ue000(?:那边)?(?:来|去)?(?:管|负责|办|处理|接|的(?:事|活)?)?[\s,]*还是(?:说|该|归|由|给|派|转|交|让|是|要|应该|属于){0,3}\s*\ue000(?:那边|他们)?(?:来|去)?(?:管|负责|办|处理|接|的|事|活|职责|合适|比较|更|好|一点|些){0,4}(?:啊|呀|呢|哦|吧|吗|嘛)?[\s?？。.!！…]*$/u;

export function asksWhichOfTwo(marked: string): boolean {
  return WHICH_OF_TWO.test(marked);
}

/** 57和58换一下单位; 57跟58派反了: each shall have the unit of the other one. */
const SWAPS =
  /(?:单位|部门)?[^,，。\d]{0,4}(?:互换|对换|对调|调换|互调|掉个?个儿?|颠倒|(?:换|调)(?:个|一?下)?(?:单位|部门)|(?:单位|部门)[^,，。\d]{0,3}(?:换|调)(?:一?下|过来|回来)|(?:派|弄|搞|分|发|转|写)(?:反|颠倒)了?)/u;

export function swapsUnits(plain: string): boolean {
  return SWAPS.test(plain) && !/都换|各换|别|不(?:要|用|换|调)/u.test(plain);
}

/** 有没有跟2差不多的; 类似2的还有吗: the number is that of the issue. */
const ASKS_FOR_THE_LIKE = [
  /(?:有没有|有无|还有|有|找|查|搜|看)(?:找|查|看|一?下|没有|没|哪些|什么|几个|别的|其他|其它|个)*(?:跟|和|与|同|像)\s*#?(?<number>\d{1,6})\s*号?(?:那个|这个|那件|诉求)?(?:说)?(?:的|情况|内容|问题)?(?:差不多|相似|类似|一样|相近|同类|相同|一类|像)(?:的|诉求|问题|单子|件|事|情况)*(?:吗|没有?|呢|有哪些|啊|吧)?[\s?？。!！]*$/u,
  /(?:类似|相似|像|同类)于?\s*#?(?<number>\d{1,6})\s*号?(?:那个|这个|那件|这样|那样)?(?:的|诉求|问题|单子|件)*(?:还)?(?:有吗|有没有|有哪些|有几个|有多少|找一?下|查一?下|搜一?下|都?列[一出]?[下来]?)[\s?？。!！]*$/u,
  /^\s*(?:跟|和|与|同)\s*#?(?<number>\d{1,6})\s*号?(?:那个|这个)?(?:差不多|相似|类似|一样|同类)的?(?:诉求|问题|单子|件|事情?)?(?:还)?(?:有吗|有没有|有哪些|有几个|找一?下|查一?下|搜一?下)[\s?？。!！]*$/u,
  /^\s*#?(?<number>\d{1,6})\s*号?(?:那个|这个|那件)?(?:(?:之前|以前|还)?(?:有没有|有无|有)(?:什么|哪些|别的|其他|跟(?:它|这个))?(?:类似|相似|差不多|像它?|一样|同类)(?:的|诉求|问题|单子|件|情况)*|(?:跟|和|与)(?:之前|以前)?的?(?:哪(?:个|件|些)|谁|什么)(?:类似|相似|差不多|像|一样)|(?:之前|以前)(?:有没有|有)过(?:类似的?)?)(?:吗|没有?|呢|么)?[\s?？。]*$/u,
];

export function likenessAskedOf(plain: string): number | null {
  const found = ASKS_FOR_THE_LIKE.map((words) => words.exec(plain)?.groups?.number).find((one) => one !== undefined);
  return found === undefined ? null : Number(found);
}

/** 把路灯这个词改给供电公司: what chooses a unit, and no issue. */
const OF_A_WORD =
  /(?:(?:这|那)(?:个|几个|些|类|种)?|个)(?:关键)?(?:词|字眼?|规则)|关键词|词库|(?:职责|分工|对应|派单规则|派单词)(?:表|关系)?(?=[^,，。]{0,6}(?:改|加|调|换|归|给))/u;
const CHANGES_IT = /改|归|给|划|调|换|加|对应|配|算/u;

export function changesAWord(plain: string): boolean {
  return OF_A_WORD.test(plain) && CHANGES_IT.test(plain);
}

/** 不能让人知道是谁反映的, 注意保密: of who has told it; 别让企业知道 is of something else. */
const OF_WHO_TOLD_IT =
  /谁|反映人|举报人|投诉人|提出人|保密|报复|穿小鞋|匿名|身份|名字|姓名|哪(?:家|个)|(?:他|她|企业)们?(?:反映|提|说|报|举报|投诉)/u;

export function isOfWhoToldIt(plain: string): boolean {
  return OF_WHO_TOLD_IT.test(plain);
}
