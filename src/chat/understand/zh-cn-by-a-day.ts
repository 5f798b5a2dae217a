/** What is said around a day by which something shall be done. */

/** Behind a day: what will be done by it. */
export const PROMISES =
  /^(?:[之以]?[前内]|.{0,6}(?:就|能|可以|可|会|全部|一定|保证)?(?:(?:修|换|补|装|铺|挖|拆|清|做|弄|搞|办|疏|接|调|画|填|刷|改|建|搬|批|发)(?:好|完|通|成|妥|掉|清|齐|到位)|完工|竣工|开工|通行|贯通|交付|投用|启用|开通|上线|兑现|拨付|发放|到账|完成|修好|换好|办好|弄好|做好|搞好|通(?:车|电|水)?$|到位|搞定|解决|结束|装好|恢复|办结|答复|补好|铺好|清完|拆完|给(?:企业)?(?:结果|答复)))/u;

/** 12月2日前答复企业: a day by which the issue itself shall be done, and not one before which something else happens. */
const BY_A_DAY =
  /[日号\d一二三四五六天周月底末内]\s*(?:下班|中午|上班)?[之以]?[前内](?!\s*(?:要(?!求|答复|办|给(?:企业|结果|说法))|需|得(?!答复|办)|给(?!企业|个?(?:说法|交代|答复|结果|准信)|我)|企业|客户|对方|他们|有(?!结果|说法|答复)|开(?!通)|来(?!人)|去|交货|出货|发货|投产|检查|验|年检|签约|搬|报税|完税|不(?!得)))/u;

export function namesALimit(text: string): boolean {
  return BY_A_DAY.test(text) || /^\P{Script=Han}*$/u.test(text) || /[日号天]\s*$/u.test(text);
}
