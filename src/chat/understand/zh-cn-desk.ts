import { anyOf } from "./any-of.ts";

/** What those in the offices ask of the desk itself: who is in the org, holidays, hours, what did not arrive, what is due. In plain text. */

const END = "(?:吗|啊|呢|吧|了|的)?[\\s。.!！?？]*$";
const WHO = "(?:人(?!大|工)|人员|用户|账号|联络[人员]|经办(?:人|员)?|负责人|同事|部门|单位|企业|公司|群)";

/** 管理, 怎么加个人, 新来个经办人小张: it is kept on the board's pages. */
export const KEPT_ON_BOARD = anyOf(
  `^(?:进|打开|去|看)?(?:系统|后台)?管理(?:页面?|后台)?(?:在哪里?|怎么进)?${END}`,
  `(?:新增|增加|添加|加|录入|登记|删除?|去掉)(?:一?个|几个|一?下|新|上)?(?:的)?${WHO}${END}`,
  "新来了?(?:个|一个|的|位)[^,，。]{0,4}(?:经办|联络|同事|科员|干部|科长|主任)",
  "(?:人员|经办人|联络员)(?:变动|变更|调整|名单(?:要)?改)",
);
/** 换电话了, 调走了: said of somebody who is named. */
export const HAS_CHANGED =
  /(?:换|改|变更?)了?(?:个)?(?:新)?(?:电话|手机号?|号码|账号|岗位?|单位)|(?:调走|调离|离职|退休|辞职|借调|换岗)/u;

export const ASKS_FOR_HOLIDAYS =
  /(?:元旦|春节|过年|清明|五一|劳动节|端午|中秋|国庆|节假日|节日)[^,，。]{0,6}(?:放|休|怎么|安排|几天|几号|什么时候)|放几天假|(?:哪天|什么时候|几号)放假|调休(?:怎么|哪天|几号|安排)/u;
export const ASKS_FOR_HOURS =
  /(?:工作|上班|办公)时间(?:是|从)?(?:几点|什么|怎么|多少)|(?:上午|下午|早上)?几点(?:上|下)班/u;

/** 谁的消息没送到 */
export const ASKS_WHAT_DID_NOT_ARRIVE =
  /(?:消息|通知|提醒)[^,，。]{0,6}(?:没|未)(?:有)?(?:送达|送到|收到|发出|发到|发成)|(?:没|未)(?:有)?(?:送达|送到|发出去?)的?(?:消息|通知|有)/u;

/** 今天要到期的有哪些 */
export const ASKS_WHAT_IS_DUE = /(?:今天|今日|明天|后天|[本这下]周|近期|最近|这几天|马上|快)[^,，。]{0,4}到期(?!日)/u;
/** 谁还没反馈督办 */
export const ASKS_WHO_OWES_FEEDBACK =
  /(?:没|未)(?:有)?(?:反馈|回复|报)[^,，。]{0,6}(?:督办|批示)|(?:督办|批示)[^,，。]{0,8}(?:没|未)(?:有)?(?:反馈|回复|报)/u;

export const ASKS_WHICH_COMPANY_MOST =
  /哪(?:个|一?家|几家|些)?(?:企业|公司|厂)[^,，。]{0,10}(?:最多|最少|更多)|(?:提|报|反映)得?最多的(?:是)?(?:哪|企业|公司)/u;
/** 上个月比这个月多还是少 */
export const COMPARES_MONTHS =
  /(?:上|这|本)个?(?:月|周|星期|季度)[^,，。]{0,3}(?:比|和|跟|与)(?:上|这|本)个?(?:月|周|星期|季度)/u;
/** 批错了, 撤了吧，批错了 */
export const DECIDED_WRONGLY = /(?:批|准|同意|驳回|督办)(?:错|早|反)了/u;

export const ASKS_FOR_A_PHONE =
  /(?:电话|手机号?|号码|联系方式)(?:号)?(?:是|呢)?(?:多少|几|什么|好多|给我|发我|有吗|[\s?？]*$)/u;

/** 第一个怎么回事: a place, and how it stands. */
export const ASKS_OF_A_PLACE =
  /^(?:那|看|查|问|说|一下)*第[一二三四五六七八九十\d]{1,3}(?:个|件|条|项)(?:呢|是|怎么|咋|什么|啥|情况|进展|谁)[^,，。]{0,8}$/u;

/** Behind 统计: the picture of the trend. Behind 待办: all. */
export const PICTURE = "图";
export const ALL = "全部";
