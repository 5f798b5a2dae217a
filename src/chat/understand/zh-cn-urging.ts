import { plainOf } from "../../domain/plain.ts";
import { anyOf } from "./any-of.ts";
import type { Reading } from "./reading.ts";
import { isOwn } from "./sight.ts";
import { ASKS_HOW_IT_STANDS, toldBehindQuestion } from "./zh-cn-asks.ts";
import { tellsOfTrouble } from "./zh-cn-talk.ts";

/** How a company presses for what it has raised, or asks how it stands. In plain text. */

/** 快点, 催一下, 等了几天了: that it goes on. */
export const URGING = anyOf(
  "催|盯(?:一?下|紧|着)|跟(?:进)?一下|抓紧|尽快|快[点些一]|赶[快紧]|加快|拖|猴年马月|没完没了",
  "你们?(?:到底|究竟|还)*管不管|(?:电话|人影|消息)(?:都|也)没(?:有)?",
  "怎么(?:还|到现在|就)(?:没|不)|(?:还|一直|到现在|至今|都|也)(?:没|冇)(?:有)?(?:人|动|回|来|消息|结果|说法|处理|安排)",
  "(?:半|几|[一二两三四五六七八九十\\d]+)(?:个)?(?:多)?(?:天|周|月|星期|礼拜|年)了|等(?:了|着)?.{0,6}(?:天|周|月|星期|礼拜|好久)了?|没(?:有)?(?:动静|下文|人理|人管|消息|音讯)|石沉大海",
  "(?:急|着急)(?:死|等|用|得)|等(?:不起|不及|到什么)|什么时候是个头|拖不得|耽误不起|(?:必须|务必)[^,，。]{0,4}(?:答复|回复|解决|修|办|给|来|到)",
);
/** 催下欧阳雪他们, 电信那边也盯一下: somebody is urged. */
export const URGES = /催|盯(?:一?下|紧|着)/u;
/** 请供电公司…, 让交通局…: somebody is told to do something. */
export const CALLS_UPON = /^(?:请|让|叫|要求|责成|安排|通知)/u;

/** How it stands is asked; behind a complaint in the form of a question (没人管吗，灯忽明忽暗的) may stand how it is, which is told. */
export function asksAndNoMore(plain: string): boolean {
  return ASKS_HOW_IT_STANDS.test(plain) && !tellsOfTrouble(toldBehindQuestion(plain));
}

export function urgesAndNoMore(plain: string, reading: Reading): boolean {
  return isUrging(plain) && !tellsOfTrouble(toldBehindQuestion(plain)) && !tellsOfDebt(plain, reading);
}

/** Whether it presses: 拖地 and 银行催款 do not. */
export function isUrging(plain: string): boolean {
  return URGING.test(plain.replace(NO_URGING, " "));
}

/** What only has a word of urging in it: 拖欠, 拖车, 拖拉机, 催债, 银行天天催贷款. */
const NO_URGING =
  /拖(?:欠|车|把|地|拉机|鞋|板|轮|挂|船|链|油|布|线|运|行|网)|催(?:债|款|货|缴|收|费|人|熟|订|单|交|发|租|账|奶|泪|化)|(?:客户|客人|买家|甲方|老外|总部|银行|房东|业主|供应商|债主)[^,，。;；!！?？催]{0,6}催/gu;
const MONEY = "(?:工资|工钱|薪水?|货款|尾款|工程款|押金|保证金|定金)";
/** Somebody's wages or money that somebody else owes: 老板拖欠工钱, 货款压着不结, 工资三个月没发, 卷钱跑了. */
const IS_OWED = anyOf(
  "拖欠|欠薪|(?:讨|要)薪|(?:卷|带)(?:着|了)?[^,，。;；!！?？\\s]{0,4}(?:钱|款)[^,，。;；!！?？\\s]{0,2}跑|没(?:有)?拿到(?:工资|工钱|钱|货款)",
  `(?<!电|水|气|话|网)欠(?:着|了)?[^,，。;；!！?？\\s]{0,8}(?:${MONEY}|钱|款)`,
  `(?:拖|压|扣|卡)(?:着|了|住|下)[^,，。;；!！?？\\s]{0,8}${MONEY}`,
  `${MONEY}[^,，。;；!！?？\\s]{0,8}(?:拖|压|扣|没|不)(?:着|了|住)?(?:不|没)?(?:发|给|付|结|退|还)`,
  `(?:不|没)(?:发|给|付|结|退|还)[^,，。;；!！?？\\s]{0,4}${MONEY}`,
);

/** Whether it tells of what somebody owes, and no own issue is about that: a matter, and no pressing for one. */
export function tellsOfDebt(plain: string, { situation: { issues } }: Reading): boolean {
  return IS_OWED.test(plain) && !issues.some((one) => isOwn(one) && IS_OWED.test(plainOf(one.title)));
}

/** 先别催了: it is to be left. */
export const PUTS_UP_WITH_IT = /先别|别(?:催|急|吵|刷|闹|说)了|不(?:用|要)催|没说|能不能不/u;

/** 催一下园区食堂发票的事: a matter is named at length. */
export const URGES_A_MATTER =
  /催(?:一?下|一?催|促|办)?(?:我们?|咱们?)?(?!那|这|上次|之前|刚才|昨天|前面)[^,，。\s那这上之]{4,14}的(?:事|问题)(?:情|儿)?[\s。!！吧啊]*$/u;

/** 算了不催, 4不用催了, 取消催办: what was passed on already. */
export const TAKES_BACK_AN_URGE =
  /^(?:那|算了|好(?:的|吧|了)?|先|就|还是|暂时|哎|嗯|行|[\s,，。])*(?:#?\d{1,6}号?(?:那(?:个|件))?[\s,，]*)?(?:先|就|暂时|也|都)*(?:(?:不|别|甭|莫)(?:用|要|必|想|需要)?(?:再)?(?:去)?(?:帮我们?)?催(?:办|促)?|(?:取消|撤(?:回|销|掉)?|收回)(?:刚才的?)?催(?:办|促)?|催(?:办|促)?(?:的)?(?:取消|撤(?:回|销|掉)?|收回))(?:\s*#?\d{1,6}号?)?(?:了|啦|吧|它|他们|这个|那个|一下|啊|算了|[\s,，。.!！~])*$/u;

/** 今天再催一遍: what was urged is urged once more. */
export const SAYS_AGAIN = /[再又]|继续|接着/u;

/** What else is said with it, and says nothing of its own. */
export const BESIDE_URGING = anyOf(
  URGING.source,
  "能不能|能否|可不可以|可以|行不行|好不好|麻烦|拜托|帮忙|帮(?:我|我们)?|请|再|给|你们?|您|领导|各位|我们?|这边|那边|这个|那个|这事|事情?|诉求|问题|老板|真的?|实在|搞(?:一)?下|办|处理|解决|(?:一)?下|点|些",
  "[一二两三四五六七八九十几半\\d]+(?:多)?(?:个)?(?:天|周|月|星期|礼拜|年|次|遍|回)|好(?:久|几|多)|快(?:过年)?|联系|回复|答复|都|还|已经|要|有|没|人|理|管|动|了|啊|呀|吧|呢|吗|哦|嘛|的|得|到|现在|一直|能|不|行|是|一?个?电话|一?个?人影|到底|究竟",
);

/** 催一下企业确认没有: the company, and no unit. */
export const URGES_THE_COMPANY =
  /催(?:一?[下催]|一遍)?(?:问|看)?(?:一?下)?(?:(?:那|这)?(?:[两几三]|\d)?(?:家|个)?(?:企业|公司(?!局)|厂|客户|对方))/u;
