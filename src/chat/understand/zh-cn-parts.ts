/** What parts a message that tells of several issues. In plain text. */

/** Behind what the first part ends with, and what joins the next to it: 。另外11号, ，3号. */
export const BEGINS_A_PART =
  /([,，。;；:：!！?？\n]\s*|(?<=\p{Script=Han})\s+)((?:另外|还有|此外|不过|但是?|可是|只是|就是|顺便|同时|至于|剩下的?|再(?:有|就是|一个)|对了|然后|最后|以及|而|那|其次|(?:把|将)|诉求|编号|[、,，:：\s])*)$/u;
export const ENDS_A_SENTENCE = /[。;；!！?？\n]/u;

/** 8号上门: a number behind which an appointment is told may be a day of the month. */
export const MAY_BE_A_DAY =
  /^\s*\d{1,2}\s*号\s*(?:就|再|才|会|能|可以|左右|一早|前后|去|来|到|上门|进场|施工|安装|开工|动工|到货|完工|完成|交付|发货|验收|踏勘|勘察|开始|供货|送达|开会|见面|检修)/u;

/** Said of several issues together: what is told of one is told of the other. */
export const IS_OF_SEVERAL =
  /重复|合并|并(?:到|入|案)|一回事|同一(?:件|个|回)|(?:跟|和|与)\s*#?\d+号?[^,，。]{0,3}一样/u;

/** Between the numbers of a list. */
export const LISTS_ON = /^[\s,，、]+$/u;

/** 20也是; 20、21也一样 */
export const IS_THE_SAME_OF =
  /^[\s#\d号、,，和与跟及]+(?:那个|这个)?(?:也是|也(?:是)?(?:一样|如此|这样|同样)|一样|同样|同上|照此)(?:处理|办|安排)?[的了吧哈啊。!！\s]*$/u;

/** 33好了|34还没好, 33没弄好|34修好了: right before the second number, behind the last character of what is told of the first. */
export const GLUED =
  /[好完通妥掉了到亮来](?=(?:但是?|不过|可是?|而|还有)?#?(?<number>\d{1,6})号?(?:那?[个家件边])?(?:还|没|未|不[行通]|仍|暂时没|也没|就差|只差|差[一个点]|(?:已经?|都|也|就|全|刚)?(?:修|换|装|弄|搞|办|处理|做|接|补|清)?(?:好|完|通|妥|掉)了))/gu;
