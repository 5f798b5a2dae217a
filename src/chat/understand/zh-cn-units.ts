/** How people shorten the names of units. In plain text. */

/** Ends like a unit: 建设局, 供电公司, 消防大队. */
export const LOOKS_LIKE_A_UNIT = /\p{Script=Han}{2,7}?(?:局|公司|中心|分局|所|(?<![协主督承])办|委|大队)/gu;

/** Behind these somebody is named who shall have it. */
export const CALLS_A_UNIT =
  /(?:转|派|交|推|报|分|找|问|归|由|是|属|请|让|叫|催|联系|通知|给|到|加派|还是|该)(?:给|到|由|于|单)?了?|(?:协办|协助|配合)(?:单位|部门)?[\s:]*/gu;

/** What stands before who shall have an issue: a word of giving, or nothing but its number where little more follows. */
export const HANDED_TO =
  /(?:派|转|改|交|分)(?:派|单)?(?:给|到|由)(?=\p{Script=Han})|给(?=\p{Script=Han}{2,4}(?:吧|去)?[\s,，。!！]*$)|^[#\d号\s,，、:：]*(?=\p{Script=Han}{2,6}[\s。吧!]*$)/gu;

/** 把5给王建国, 那件就给供电公司办吧: it is given to somebody, and he is not merely told something. */
export const GIVES_TO =
  /(?:^|[\s,，\d一二三四五六七八九十号个件单条的也都就还直接]|[收撤要拿退调]回来?)给(?!我|企业|对方|他们)[^,，。说讲发打回送看报提个了\d]{2,12}?(?:去|来)?(?:办|处理|负责|跟进|牵头|接手|管)?(?:吧|好了|算了|得了)?[\s。!！]*(?:$|[,，;；])/u;
/** 派龙飞, 转给龙飞: right before the name of who shall have it. */
export const GIVES_TO_SOMEBODY =
  /(?:(?<![加也])派|转|交|分)(?:单|派)?(?:给|到|由)?\s*$|(?:给|归|该|由|换成?|改成?)\s*$/u;
/** 请秦海波…, 是曾敏…: before a name, of which more must say that he shall have it. */
export const CALLS_SOMEBODY =
  /(?:请|让|叫|找|麻烦|辛苦|(?<!不)是|属于?|^(?:[改转]?派单?|把|将)?[#\d号、,，和与跟及\s]+)\s*$/u;
/** Behind such a name. */
export const SHALL_DO_IT =
  /^(?:同志|局长|主任|经理|科长|所长|队长)?(?:(?:他们|那边|那头|那里|局里|单位)?(?:来|去)?(?:看|办|处理|接|跟进|负责|牵头|配合|协办|协助|弄|管|解决|落实|安排|牵个头)|(?:他们|那边|那里)?的(?:事|活|职责|范围|管)|(?:他们|那边|那头)[\s,，。;；!！吧]*$|[\s吧。!！]*$)/u;

/** 请建国同志: who is called by the given name. */
export const CALLED_BY_NAME = /\p{Script=Han}{2,3}(?=同志|局长|主任|经理|科长|所长|队长|书记)/gu;

/** 何总, 老何: who of a company is called by the surname. */
export const CALLED_BY_SURNAME =
  /(\p{Script=Han})(?:总(?!是|得|会|要|算|共|体|[结数计部])|姐|哥|经理|厂长|老板|女士|先生)|[老小](\p{Script=Han})(?=那|家|他|她|先|不|别|也)/gu;

/** 晓燕那个, 立新报的, 玉兰姐: behind a given name. */
export const CALLED_BY_GIVEN_NAME = /^(?:那(?:个|件|条|边|里|家)|[报提说]的|[姐哥总]|[她他]们?(?:家|那|厂|报|提|说))/u;

/** 81 通信, 还有35人社, 31的话财政: a name alone, behind a number. */
export const NAME_ALONE =
  /^(?:另外|还有|然后|再|那|至于|剩下的?|把|将|而)?[#\d号\s,，、:：]+(?:(?:[那这](?:个|件|条)|的话|的|呢|就|也|都|则|还是|归|派|走)[\s,，:：]*){0,3}(?=\p{Script=Han}{2,8}[\s。吧!]*$)/u;

/** 住建配合, 电信那边催一下, 供电的情况怎么样: before these. */
export const HAS_A_ROLE =
  /(?<!\p{Script=Han})\p{Script=Han}{2,6}(?=(?:局)?(?:来|也|一起|那边)?(?:牵头|主办|为主|配合|协办|协助|参与|负责)|(?:局|公司)?(?:那边|手上|手里|名下)[^,，。]{0,4}(?:几|多少|压|有)|(?:局|公司)?那[边头]里?(?:也|再|都|先)?(?:催|盯|抓紧)|(?:的|办事)?(?:情况(?:如何|怎|咋|[说讲]|汇报)|(?:办|干|做)得(?:怎么?样|咋|如何)|表现(?:如何|怎|咋)))/gu;

/** 招工人社也配合: right behind who has a part, also where another word stands before the name. */
export const ROLE = /(?:局|公司)?(?:那边)?(?:来|也|都|一起)?(?:牵头|主办|为主|配合|协办|协助|参与)/gu;
/** Between two units of which the same is said. */
export const JOINS_BEHIND = /^(?:局|公司|分局)?\s*[、和与及跟]\s*/u;
export const JOINS_BEFORE = /\s*[、和与及跟]\s*$/u;

/** 给财政吧, 财政不用: behind a name of which only the beginning is said. */
export const ENDS_A_SHORT_NAME =
  /^(?:$|[\s,，。;；!！、]|[和与跟及就也都吧了别来去]|不|那[边头]|他们|一起|一并|共同|处理|办(?!公|事)|管(?!道|理|线)|牵头|配合|协办|协助|知道|参与|负责|的(?:事|[吧啊哈]?(?:[\s,，。;；!！]|$)))/u;

/** What people call a unit that has quite another name, and what such a unit is named. */
export const NICKNAMES: readonly (readonly [RegExp, RegExp])[] = [
  [/水司|水厂/u, /供水|自来水/u],
  [/电力(?:局|公司|部门)|国网|电网/u, /供电/u],
  [/交警|警察|警方|公安(?!分局|局)/u, /公安/u],
  [/通信(?:部门|那边)|移动公司|联通公司/u, /通信/u],
  [/人社(?:部门|那边)/u, /人社/u],
];

/** What sounds like a unit, and may be none of the park: 城管, 生态环境局. */
export const UNKNOWN_UNITS =
  "\\p{Script=Han}{2,9}?(?:局|委|办|中心|大队|支队|队|所|院|处|街道|乡|镇|办事处|公司|部门)|纪检?委?|纪检监察|环保|城管|消防|税务|法院|法庭|市监|工商|海关|信访|司法|应急|安监|质监|水利|林业|民政|妇联|工会";

/** 凌云大道: behind the beginning of a company's name, a road of that name. */
export const IS_A_ROAD = /^(?:[东南西北中])?(?:大道|路(?!灯)|街|大桥|桥|广场|立交|隧道)/u;
