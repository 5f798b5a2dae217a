/** What stands behind a company's name where one of its issues is called. In plain text. */

/** 恒达鞋业他们厂里: belongs to the name. */
const OF_THE_NAME = "(?:有限|公司|集团|科技|厂里?|企业|[他她]们|那[边头里家]|家|[报提说反映]{1,2}的|的|\\s){0,4}";
/** What tells no matter: when it was said, that it is the last one, or what shall be done. */
const NO_MATTER =
  "的|[他她我]们|催|督|盯|抓|转|派|给|交|改|退|备|记|查|看|问|撤|办|签|那|这|哪|报|提|说|反|所|全|都|昨|今|前|刚|上|下|最|第|其|别|几|两|新|早|也|还|就|又|怎|什|有|是|现|进|处|答|回|吗|呢|啥|\\d";
const ENDS_IT =
  "(?:的?(?:那|这)(?:个|件|条|事|单|一)|的(?!话)|(?:事情?|问题|诉求)|[\\s,，:：]|(?=催|督办|盯|抓|转给?|派给?|给|备注|记一|合|并))";
const NAMES_A_MATTER = new RegExp(`^${OF_THE_NAME}(?!${NO_MATTER})[\\p{L}\\d]{2,10}?${ENDS_IT}`, "u");

/** 恒达讨薪的: words for the matter of one. `behind`: from the end of the name on. */
export function namesAMatterOfTheirs(behind: string): boolean {
  return NAMES_A_MATTER.test(behind);
}
