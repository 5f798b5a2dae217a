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

/** 罗总那个, 彭丽说的, 陈总招不到人那个: right behind the name of whoever has raised it. */
export const POINTS_AT_THEIRS = /^[^,，。;；!！?？\s]{0,10}?(?:那(?:个|件|条|边|里|家|事)|(?:[报提说]|反映)的|的)/u;
/** 跟潇湘一样, 跟何静家的是一个事: right before and right behind the name of whoever has the same. */
export const IS_LIKE = /(?:跟|和|与|同)\s*$/u;
export const IS_THE_SAME =
  /^(?:有限|公司|厂里?|企业|家|[他她]们|那[边里家]|的|说的|报的|\s){0,4}(?:情况|问题)?(?:都?是)?(?:一样|同样|差不多|类似|(?:同?一|同)(?:个|件|回|码|样))/u;
/** 我们中塑那个: the own company, before its name. */
export const IS_OURSELVES = /(?:[我俺咱]们?|是|代表)(?:的|公司)?\s*$/u;
/** 我们也被吵死了, 一样的: the speaker has the same. */
export const LIKE_THEIRS =
  /[我俺咱]们?[^,，。;；!！?？]{0,6}?也(?!参加|来|去|要[来去]|想[来去]|支持你|知道|听)|(?<!不)一样|同样|同感|\+1|(?<!不)(?:是|算)(?:同?一|同)(?:个|件|回|码)/u;

/** 是湘晶的, 应该算湘晶的: before the name, and behind it. */
export const IS_OF = /(?<!不|是不|要)(?:是|算|归|属于)\s*$/u;
export const IS_NOT_OF = /不(?:是|算|归|属于)\s*$/u;
export const IS_THEIRS = /^(?:公司|厂|电子|科技|[他她]们|那边|那?家)?的(?:[\s,，。.!！吧啊呀]|诉求|事|单|$)/u;
/** Said of one that was taken for another's. */
export const IS_OF_ANOTHER = /其实|实际|搞错|弄错|登记?错|挂错|写错|算错|搞混/u;
