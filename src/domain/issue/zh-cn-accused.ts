/** How a text speaks against a unit or its people, or asks that a unit shall not hear of it. */

/** What is said of people's conduct, and not of what their unit delivers. */
export const MISCONDUCT =
  /举报|投诉[^,，。]{0,8}(?:人员|同志|工作人员|师傅|窗口|领导|干部)|吃拿卡要|索贿|受贿|行贿|贿赂|回扣|好处费?|红包|[收拿塞要](?:了|过|走)(?:我们?)?(?:[一二两三四五几\d]+)?(?:条|包|瓶|箱)?(?:烟|酒|礼)|亲戚|小舅子|关系户|勾结|串通|包庇|撑腰|垄断|指定(?:的)?(?:施工|采购|供应)|乱收费|刁难|卡(?:我们|着|要)|打击报复|穿小鞋|推诿|不作为|乱作为|以权|态度(?:恶劣|很?差|极差|蛮横)|矛盾|过节/u;
/** What somebody wants for himself or his own, in the words that people have for it. */
export const WANTS_FAVOURS =
  /送礼|意思意思|请(?:他|她|吃饭|客|喝酒)|不(?:请(?:客|吃饭|喝酒)?|送礼?|喝酒)(?:就|不)|喝酒(?:才|就)|收(?:了|过)[^,，。]{0,8}的?钱|塞(?:了|过)?钱|(?:弟弟?|哥哥?|妹妹?|姐姐?|儿子|女婿|老婆|老公|外甥|侄子?|舅舅|叔叔|表[哥弟])(?:[^,，。]{0,3}(?:公司|厂|店|队|包|开)|[^,，。]{0,8}收)/u;
/** Said of somebody with his name, it is said of him. */
export const ILL_TREATMENT = /敲诈|勒索|威胁|欺负|骂|打人|报复|不管|敷衍|忽悠/u;
/** In front of a unit that is asked to look into it, and behind it. */
export const IS_ASKED = /(?:请|希望|麻烦|求|让|找|向|由|建议|恳请|盼|望)[^,，。]{0,2}$/u;
export const TO_ACT = /^(?:的同志|同志)?(?:来|去)?(?:帮|尽快|查|处理|核实|协调|介入|管管|解决|看看)/u;

/** In front of a person's name: whoever is complained about. */
export const AGAINST_SOMEBODY = /(?:投诉|举报|反映|状告|告)[^,，。]{0,12}$/u;

/** 别让经发局的人知道: the names of those who shall not hear of it stand in it. */
export const NOT_TO_KNOW =
  /(?:别|不要|不能|不想|不希望|莫|勿|不得|避免|不愿)[^,，。;；!！?？]{0,4}(?:让|给|被|叫|派给?|转给?|交给?|告诉|通知|找)[^,，。;；!！?？]{1,16}|[^,，。;；!！?？]{2,12}(?:要|得|应该?|需要?|请)?回避/gu;
