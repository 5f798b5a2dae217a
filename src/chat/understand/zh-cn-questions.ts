/** Questions that are about no single issue, in free words. In plain text; the first that fits. */

export interface Asking {
  readonly command: string;
  readonly words: RegExp;
  readonly unless?: RegExp;
  /** What stands behind the word: a period that was named. */
  readonly period?: true;
}

const HOW_MUCH =
  "(?:多少|几|哪些|哪几|有没有|有(?:哪|什么|几)|清单|名单|列表|列(?:一下|出来)|情况|看(?:一?下|看)|$|[?。的])";

/** Asked by the coordinator and the leaders. */
export const OFFICE_QUESTIONS: readonly Asking[] = [
  { command: "board", words: /看板|大屏|网页(?:版|地址)?/u },
  {
    command: "units",
    words:
      /(?:各|每(?:个)?|哪(?:个|家|些)|所有|几个)(?:部门|单位|局)|(?:谁|哪个|哪家)(?:最|更|比较|办得)(?:慢|快|好|差|拖|积极|多|不行)|(?:部门|单位|局|公司)(?:.{0,6})(?:表现|办得|排名|排行|排队|对比|比较|考核|通报|排个|完成率|及时率|表现)|谁(?:在|最)?拖(?:后腿|着|得)|(?:最慢|最快|垫底|拖后腿)/u,
    period: true,
  },
  {
    command: "unsigned",
    words: new RegExp(
      `(?:没|未|没有|还没|尚未)(?:有)?(?:人)?(?:签收|签|接单)(?:的)?(?:.{0,6}${HOW_MUCH})?|(?:待签收|未签收)`,
      "u",
    ),
  },
  {
    command: "overdue",
    words:
      /超(?:期|时|限)|逾期|过期|到期(?:没|未)(?:办|答)|(?:红灯|亮红)|(?:哪些|什么|谁|卡)(?:.{0,4})(?:卡|拖)(?:着|住|了|在)|卡在(?:哪|谁)|(?:拖|超)(?:了)?(?:最)?久/u,
  },
  {
    command: "todo",
    words:
      /待(?:办|派单|派|批|批复|处理|审批)|(?:今天|现在|手上|手头|还|目前)?(?:有)?(?:哪些|什么|几件|多少)(?:.{0,4})(?:要(?:办|派|批|处理|我)|等(?:着)?(?:我|派|批)|没(?:派|批)|该)|没(?:有)?派(?:的|单|出去|$)|(?:要|等)我(?:批|定|办|处理)/u,
  },
  {
    command: "brief",
    words:
      /周报|简报|通报一下|汇报(?:一下)?|(?:最近|近(?:期|来|日)|这(?:周|个?星期|个?礼拜|阵子|段时间|几天)|本周|上周|这(?:个)?月|本月|今天|目前|现在|总体|整体|园区)(?:的)?(?:诉求|工作|办理|整体|总体|办件)*(?:怎么?样|咋样|情况|如何|什么情况|啥情况|进展|有什么(?:情况|问题)|办得)|^(?:怎么样|情况(?:怎么样|如何)?|近况|有(?:什么|啥)(?:情况|要注意))[?。了啊呀]*$/u,
  },
  {
    command: "stats",
    words:
      /(?:多少|几)(?:件|个|条)|(?:解决|满意|响应|签收|办结|及时|按期|重开|完成)(?:及时)?率|统计|数据|总(?:共|数)|一共|占比|平均(?:多久|几天|用时|时长)|(?:最多|最少|哪(?:类|种|方面)|什么(?:问题|类型))(?:.{0,6})(?:多|集中|突出|是)|反映最多|数量|数字|满意度|多不多|(?:报|给)我(?:一下|看看)?数/u,
    period: true,
  },
];

/** Asked by officials, about what is their own. */
export const OFFICIAL_QUESTIONS: readonly Asking[] = [
  {
    command: "stats",
    words: /(?:解决|满意|响应|签收|办结|及时|按期|重开|完成)(?:及时)?率|统计|排名|考核/u,
    period: true,
  },
  { command: "unsigned", words: /(?:没|未|没有|还没)(?:有)?(?:签收|签)(?:的)?(?:有)?(?:多少|几|哪些|哪几|吗|$)/u },
  { command: "overdue", words: /超(?:期|时|限)|逾期|(?:快|要)(?:到期|超)/u },
  {
    command: "todo",
    words:
      /(?:今天|现在|手上|手头|我们?|还|目前|本单位)?(?:还)?(?:有|剩)?(?:哪些|什么|几件|多少|啥|几个)(?:.{0,6})(?:要(?:办|处理|签|干|做)|没(?:办|签|处理|答复|完)|事|活|任务|待办|在办|该办|件)|待办|(?:我|我们)的(?:任务|件|诉求|活)|要(?:办|做)(?:什么|啥|的)|在办的|任务清单/u,
  },
];

/** A period that is named: 上月, 本周. */
export const PERIOD: readonly { readonly words: RegExp; readonly word: string }[] = [
  { words: /上(?:个)?月/u, word: "上月" },
  { words: /(?:本|这(?:个)?|当)月/u, word: "本月" },
  { words: /上(?:个)?(?:周|星期|礼拜)/u, word: "上周" },
  { words: /(?:本|这(?:个)?)(?:周|星期|礼拜)/u, word: "本周" },
];
