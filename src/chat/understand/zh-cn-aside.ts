import { anyOf } from "./any-of.ts";
import { asksSomething } from "./zh-cn-asks.ts";

/** Talk among people, of which nothing is asked of the bot. In plain text. */

/** A name before a title, and no 职工, 电工 or 找何师傅. */
const NAMED =
  "(?!(?:[员职民女普焊电技施停开复手人化用招务钳车木漆杂零军加分竣动返重]|临时|外来)工|[找叫问请让喊有]|联系|老板|经理|老师|大[哥姐])(?:[老小阿])?\\p{Script=Han}{1,2}";

/** Who is spoken to is another one: a mention, a name with a title before a comma. */
const TO_SOMEBODY = anyOf(
  "^\\s*[@＠]\\S",
  "^(?:老|小|阿)\\p{Script=Han}[\\s,，:：、]|^(?:小|老|阿)(?![区学时孩板厂路旧化是半吃伙型微企鼠虎鹰人乡外房楼员客])\\p{Script=Han}(?:帮|你|来|去|到|把|给|记得|有空|快)",
  `^${NAMED}(?:总|工|哥|姐|师傅|老板|妹|叔)(?:[\\s,，:：、]|您)`,
  `^${NAMED}(?:总|工|哥|姐|师傅|老板|妹|叔|经理|主管|厂长|队长|会计|老师)你(?:家|们|那|这|厂|公司|单位|是|有|在|知道|看|说|觉|今|明|昨|什么|几|怎|啥|要|去|来)`,
  "^\\p{Script=Han}{1,2}(?:经理|主任|局长|科长|主管|书记|老师|队长|厂长|秘书|会计)(?:[\\s,，:：、]|您|你(?:看|来|帮|说|觉|知|在|把))",
);

export function isToOthers(plain: string): boolean {
  return TO_SOMEBODY.test(plain);
}

/** 李主任您好，…: whose office it is. */
export function isToAnOfficial(plain: string): boolean {
  return /^\p{Script=Han}{1,2}(?:主任|局长|科长|书记)(?:[您你]好)?[\s,，:：、!！]/u.test(plain);
}

/** People's own affairs, that no office has to do with. */
const PRIVATE = anyOf(
  "聚餐|吃(?:了|过)(?:没|吗)|剁椒|喝酒|奶茶|接龙|红包|打球|打牌|生日|恭喜|电影|哈哈|呵呵|(?:中|高)考|昨晚(?:的)?(?:球|比赛)",
  "你去不去|去不去|来不来|你跟他|我跟(?:它|他|你)说|(?:停车场|门口|楼下)(?:见|等)|拼(?:车|单)|顺路",
  "加(?:个|我)?(?:微信|好友)|收到(?:请)?回复|转发|群公告|报(?:个)?数|签到|辛苦各位|麻烦各位|祝(?:大家|各位)",
);
/** What is told or asked of everybody in the group. */
const TO_ALL = anyOf(
  "^(?:各位|老板|同志|兄弟|家人)(?:们|老板)[,，\\s](?!.*[?？吗])|请各位|(?:各位|各厂|各企业|各单位|各部门)(?:联络员|企业|同事|同志|老师|领导|老板)?[^,，。]{0,4}(?:请|把|务必|注意|记得|知悉|于)|大家(?:注意|记得|请|把|别)",
  "通知[:：]|知悉|周知|查收|准时(?:参加|到)|参会|报名表|(?:会议?|检查|培训|活动|时间)[^,，。]{0,6}(?:改到|推到|提前|推迟|取消)",
);
/** Small things among people, which an issue may be about as well. */
const SMALL = anyOf(
  "吃饭|开会|会议室|培训|快递|外卖|周末|天气|带(?:一|个|把|我)|借(?:一|两|个|我)",
  "(?:几点|什么时候)(?:到|来|走|开始|集合|出发|下班)|下班了|发(?:我|一?份|一下|个|给我|你|群里)|(?:转|拍)(?:我|给我)",
  "谁有|有谁|谁家有|(?:那|这)(?:张|份|个)(?:表|文件|通知|图|名单)|孩子(?:考|中考|高考)",
);
/** What no chat among people is about. */
const HARD = anyOf(
  "坏|堵|断(?:电|水|网|路)|停(?:电|水|产|工|气)|漏|塌|臭|积水|抢道|没(?:人)?修|跳闸|被困|丢(?:了)?(?:东西|货)|占(?:道|用)|不(?:给)?送|送不(?:进|到)|走[^,，。]{0,4}(?:公里|里路)|受不了|绷不住",
);
/** Said to the park, or about what is its own to do. */
const TO_THE_OFFICE = anyOf(
  "(?:税务|工商|市监|质监|城管|消防|环保|执法|街道|公安|派出所|窗口|人社|财政|医保|审批|海关|供电|水务)[^,，。]{0,10}(?:每次|都要|老要|总要|索要?|要(?:钱|求|吃|礼)|收(?:钱|礼|费)|吃拿|卡|推|说)|(?:补贴|补助|奖补|退税|社保|办证|许可)[^,，。]{0,10}(?:到账|没到|发放|什么时候|找谁|怎么)",
  "(?:塞|索要?|勒索|讨要?|暗示)[^,，。]{0,8}(?:红包|好处|回扣|礼金|烟酒)|(?:要|让|叫|逼|暗示)(?:我们?|咱们?|企业|厂里?|公司|司机|工人)[^,，。]{0,6}(?:红包|请客|吃饭|喝酒|送礼|回扣|好处)",
  "管委会|园区(?:能|帮|给|什么|有没有|领导)|政府|部门|反映|投诉|诉求(?!发)|举报|同志[,，]|请问|咨询",
  "(?:能|能不能|可以|可不可以)[^,，。]{1,14}(?:吗|不|么|啵|嘛)?[?？。]*$|希望|建议|不够|太(?:少|多|小|满|慢|远|贵)|满得|塞不|进不|没地方",
);

/** 明天的招聘会…，大家别迟到: told to everybody, whatever it is about. What is asked is asked of whoever knows it. */
export function isToAll(plain: string): boolean {
  return (
    TO_ALL.test(plain) &&
    !asksSomething(plain) &&
    !HARD.test(plain) &&
    !TO_THE_OFFICE.test(plain.replace(/管委会|政府|部门/gu, ""))
  );
}

/** Said to somebody by name, told to everybody, or people's own affair: of this alone nobody expects that the bot says a word. */
export function isNotForTheBot(plain: string): boolean {
  if (isToOthers(plain) || isToAll(plain)) return true;
  return PRIVATE.test(plain) && !HARD.test(plain) && !TO_THE_OFFICE.test(plain);
}

export function isAmongPeople(plain: string): boolean {
  if (HARD.test(plain)) return false;
  return (
    (TO_ALL.test(plain) && !asksSomething(plain)) ||
    (PRIVATE.test(plain) || SMALL.test(plain) ? !TO_THE_OFFICE.test(plain) : false)
  );
}
