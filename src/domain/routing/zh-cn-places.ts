import { isSaidOfAnything } from "../common/zh-cn-words.ts";

/** Where something is, is not what it is about: 宿舍里没水, 学校门口堵车, 住宿舍不敢回去, 配电房后面有蚊子. */

/** What people live, work, learn or wait in. */
const A_PLACE =
  /(?:宿舍|公寓|公租房|厂房|车间|学校|幼儿园|小学|初中|医院|食堂|银行|公交站|站台|候车亭|停车场|路灯|工地)$/u;
/** In it, or a part of it. */
const IN_IT =
  /^[大小]?[楼院区]?(?:里面?|内|楼下|楼上|底下|里头|外头|拐角|墙外|外面?|上面|那边|这边|下面)|^楼?[一二三四五六七八九十两\d]+(?:楼|层|栋|号|期|单元)/u;
/** Not even in it, or beside a part of it: whatever stands there. 变压器旁边, 水表箱旁边 */
const BESIDE_IT =
  /^(?:[箱柜井杆间房盖塔池沟带站]|[大小]?[楼院区])?(?:的)?(?:门口|门前|旁边?|边上|附近|隔壁|对面|周边|周围|背后|后头|后面|前面|前头)/u;
const OWNERS =
  "(?:我们?|咱们?|俺们?|他们?|她们?|你们|自己|本|员工|工人|职工|女工|集体|厂里?|公司|厂区|园区|隔壁|附近|新|老|旧)";
/** 住我们宿舍, 在宿舍, 躲在食堂, 吵得我们宿舍, 油烟飘进公租房; not 想住公租房. */
const STAYS_IN_IT = new RegExp(
  `(?:(?<![想要能请以申])[住睡待呆躲留藏守回来去到从往离在]|[吵闹熏震影呛]得|(?<![风雨雪][^,，。;；]{0,6})[飘吹传窜钻散照射飞扑](?:得|过)?(?=[进到入满])|(?:吵|影响)(?:到|了|着)?)(?:在|到|回|进|入|满|了|着)?(?:(?:${OWNERS}){1,3}的?)?$`,
  "u",
);
/** 宿舍有个女工, 宿舍的员工, 宿舍睡不着: who is there, and how they fare. */
const ITS_PEOPLE =
  /^[楼区院]?(?:的|里)?(?:(?:有|住着?)(?:好?几|[一两二三四五六七八九十\d]+)?(?:个|名|位|对)?)?(?:我们?|的)?(?:女工|男工|工人|员工|职工|同事|女孩|姑娘|老人|孩子|人(?!满|数|太|多|少|均|口|住|不够))|^[楼区院]?(?:的?人)?(?:都|也|晚上|夜里|半夜|整晚|一晚上?|根本|天天){0,2}(?:睡不|没法睡|休息不|没法休息|不敢)/u;
/** 食堂打起来了: what people do there. */
const DONE_THERE = /^[楼区院]?(?:又|都|好像|突然|刚才|现在|正在){0,2}(?:打起来|打架|闹事|出人命|有人(?!满))/u;

/** 厂房租金, 厂房租约: what is paid for it, and for how long. */
const LET_OUT = /(?:厂房|车间|仓库)$/u;
const LET = /^(?:的)?(?:租[金约期赁]|[转续退]租|承租|出租|过户|产权|抵押)/u;
/** Where people live and work: whatever else is told there, decides before it. */
const LIVED_IN = /(?:宿舍|公寓|厂房|车间|食堂|仓库|工地)$/u;

/** Whether a word names a place where people live and work, which tells little of what is the matter. */
export function isLivedIn(word: string): boolean {
  return LIVED_IN.test(word);
}

/** 兴业路, 围墙, 二号门, 东头: where it was. */
const SOMEWHERE = /[路街巷弄门墙楼栋幢区处口场厂店房间道桥站边旁园村镇县市院坪棚层号侧头角地库线点面]$|^[东西南北]/u;
/** Who was there, when, and how bad it was: many matters have that. */
const OF_MANY_MATTERS =
  /^(?:[一二两三四五六七八九十几好很太真多又每全整半\d]|老板|师傅|司机|孩子|小孩|大人|保安|门卫|同事|客人|邻居)|[点天夜晚早年月日周期时次回趟人们家]$|味道|声音|动静|厉害|危险|麻烦|难受|睡不|受不|害怕|不敢|严重|着急|希望|需要|帮忙|看看|怎么|什么|可以|能不能|地方|东西|事情|堵住|停着|挡住|过不/u;

/** Whether a word, by itself, tells what is the matter: 挂车, 流浪狗; not where, when, who and how bad. */
export function tellsByItself(word: string): boolean {
  return !SOMEWHERE.test(word) && !OF_MANY_MATTERS.test(word) && !isSaidOfAnything(word);
}

/** In it something is the matter; or it is told only beside what, or for whom. */
export type Where = "inside" | "beside";

/** Whether a word says only where something is, wherever it stands in a text; null: it may be what it is about. */
export function onlyWhere(text: string, word: string): Where | null {
  const found = placesOf(text, word).map((at) => whereIs(text.slice(0, at), word, text.slice(at + word.length)));
  if (found.length === 0 || found.includes(null)) return null;
  return found.includes("inside") ? "inside" : "beside";
}

function whereIs(before: string, word: string, behind: string): Where | null {
  if (BESIDE_IT.test(behind)) return "beside";
  if (!A_PLACE.test(word)) return null;
  if (IN_IT.test(behind) || (LET_OUT.test(word) && LET.test(behind))) return "inside";
  return [ITS_PEOPLE, DONE_THERE].some((one) => one.test(behind)) || STAYS_IN_IT.test(before) ? "beside" : null;
}

function placesOf(text: string, word: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}
