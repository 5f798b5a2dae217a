import { WORDS } from "../../domain/words.ts";

/** How much a text speaks of the matter that a title names. */

/** Two characters that are in too many titles and texts to name a matter. */
const COMMON = new Set(
  "我们 你们 他们 公司 厂里 厂区 车间 一下 这个 那个 那件 问题 事情 情况 诉求 处理 解决 什么 时候 怎么 怎样 么样 现在 已经 还是 还没 没有 不是 可以 能不 不能 是不 有没 门口 员工 企业 园区 单位 部门 昨天 昨晚 今天 明天 上午 下午 晚上 两次 三次 几天 天了 好几 一直 希望 建议 请问 谢谢 麻烦 申请 办理 了没 好了 坏了 修好 到了 我司 本公 的事 的那 个事 是什 进度 消息 结果 何时 哪里 需要 二号 一号 三号 四号 五号 老是 不了 安排 联系 电话 领导 们厂 们公 们车 厂门 大家 给我 给你 这事 那事 有人 我的 你的 们的 跟我 让我 别人 群里 不要 出来 起来 上次 之前 夜里 半夜 夜间 白天 凌晨 中午 早上 最近 经常 总是 每天 天天 隔壁 旁边 附近 影响 严重 不见 太大 太多 不对 不用 不行 不去 不来 不会 还不 也不 都不 刚才 刚刚 答复 回复 礼拜 星期".split(
    " ",
  ),
);
/** Who speaks, where and how, and what is said of any work (自己想办法, 尽快落实): whoever shares these speaks of no matter. */
const OF_ANY_WORK =
  /(?:有没|没|有|无|冇)有?人(?:[管理修来问]|处理)?|自己|办法|方法|关系|没关|东西|地方|时间|有点|有些|一些|一点|一样|然后|因为|所以|但是|如果|或者|以及|只能|只有|而且|应该|可能|反映|跟进|到位|核实|落实|牵头|负责|配合|协调|尽快|尽早|马上|立即|抓紧|完成|争取|保证|确保|计划|准备|打算|重视|高度|全部|所有|左右|大概|最后|第一|其他|另外|还有|以来|以后|以前|至今|多次|几次|每次|两天|开始|目前|今年|明年|本月|下月|本周|下周|前后|期间|之后/gu;
/** A pair with one of these is grammar, or runs from one word into the next: 这边, 我们, 想在. */
const GRAMMAR = /[的了在是我们你您他她它咱俺这那哪什么怎吗呢吧啊呀嘛哦也很又把想]/u;

/** 件都, 几个, 个礼: what counts, or says that all are meant, and no matter; 个税 and 首都 are. */
const COUNTS_OR_JOINS =
  /[一二两三四五六七八九十几半每整多][个件条回次]|个(?![人体税])|(?<![首成])都(?!市)|(?<![补供])给(?!水|排)/u;

/** What is said of a matter in other words: coming back says what was gone. */
const KIN: readonly (readonly [RegExp, RegExp])[] = [
  [/来电|有电|通电|供电/u, /停电|断电|跳闸|没电/u],
  [/来水|有水|通水|供水/u, /停水|断水|水压|没水/u],
  [/(?:有|来)网|网(?:络)?(?:好|通|恢复)/u, /断网|宽带|网速|网络/u],
  [/来气|通气|供气/u, /停气|断气|燃气/u],
  [/灯亮|亮了/u, /路灯|红绿灯|照明/u],
  [/没电|冇得?电|停电|断电/u, /停电|断电|跳闸/u],
  [/不漏/u, /漏/u],
  [/不堵|疏通|通畅/u, /堵|拥堵|积水/u],
  [/不吵|安静/u, /噪|吵|施工/u],
];

/** What one matter is called by different people: 修路 and 坑洼, 小孩上学 and 入学. */
const TOPICS: readonly RegExp[] = [
  /路(?!灯|由)|坑|塌陷/u,
  /路灯|灯(?:坏|不亮|杆)|照明(?!科技)|[盏个]灯|没灯|灯/u,
  /电(?!话|梯|脑|信|影|视|子|瓶|器)|跳闸|变压器/u,
  /水(?!泥|库|果)|管网|水管/u,
  /下水道|排水|积水|污水|雨污|内涝|返水|排污管/u,
  /网(?!线厂)|宽带|光纤|信号|5g|wifi|基站/u,
  /公交|班车|末班|站台|通勤/u,
  /入学|学位|上学|入园|读书|幼儿园|小孩|孩子|学校|转学/u,
  /垃圾|清运|环卫|保洁/u,
  /噪|吵|打桩|扰民|飙车/u,
  /偷|盗|失窃|被剪|贼|丢(?:了|失)(?!面子|人|脸|垃圾|烟头)/u,
  /贷|融资|银行|贴息|资金周转/u,
  /招聘|招工|招(?:不[到满]|[几点些两三\d]{0,2}个?)人|招(?:不到|不满|[几些两三\d]{1,3}[个名])|难招|招(?:人|工)难|普工|技工|用工|缺人|缺工|缺口/u,
  /工资|工钱|(?:欠|讨|薪)(?:薪|酬|水|资)/u,
  /社保|医保|工伤|补缴/u,
  /环评|排污许可|危废|废气/u,
  /施工许可|图审/u,
  /执照|工商|变更登记/u,
  /电梯|货梯|升降/u,
  /漏(?:水|雨|得|了)|渗漏|屋面|屋顶/u,
  /补贴|奖补|补助|奖励|贴补/u,
  /停车|车位/u,
  /快递|外卖/u,
  /货车|大车|渣土车/u,
  /公寓|宿舍|租房/u,
  /燃气|天然气|煤气/u,
  /保安|门岗|道闸/u,
  /合同|租赁|租金/u,
];

/** What is the same to whoever has it, however it is said. */
const SAME: readonly RegExp[] = [
  /停电|断电|(?:没|冇)[得有]?电(?![梯话脑动池工费表缆子])|电(?:也|都|又|还|就){0,2}(?:没[得有了来]|冇|停了|断了)|跳闸/u,
  /停水|断水|(?:没|冇)[得有]?水(?![泥表票费泵压])|水(?:也|都|又|还|就){0,2}(?:没[得有了来]|冇|停了|断了)|不出水/u,
  /停气|断气|(?:没|冇)[得有]?气(?![味体象候氛球温])|气(?:也|都|又|还|就){0,2}(?:没[得有了来]|冇|停了|断了)/u,
  /断网|(?:没|冇)[得有]?网(?![费点])|网络?(?:也|都|又|还|就){0,2}(?:没[得有了]|断|不通)/u,
  /噪音|噪声|太吵|吵得/u,
  /堵车|拥堵|堵死|堵得/u,
  /积水|内涝|被淹/u,
  /漏水|漏雨|渗漏|渗水/u,
  /坑洼|路坑|大坑|塌陷|坑坑/u,
];

/** Whether a text says these words: as they stand, in their parts, or in other words for the same. Both in plain text. */
export function saysTheSame(text: string, words: string): boolean {
  if (words !== "" && text.includes(words)) return true;
  const parts = partsOf(words);
  if (parts.length > 1 && parts.every((one) => text.includes(one))) return true;
  return SAME.some((one) => one.test(words) && one.test(text));
}

/** 路塌 for 路面塌了: finds the characters of a few words in their order, each near the one before. All in plain text. */
export function saysLoosely(words: string): (text: string) => boolean {
  const characters = words.match(/\p{Script=Han}/gu) ?? [];
  if (characters.length < 2 || characters.length > MOST_LOOSE || words !== characters.join("")) return () => false;
  const near = new RegExp(characters.join("[^,，。;；!！?？]{0,2}"), "u");
  return (text) => near.test(text);
}

const MOST_LOOSE = 6;

/** 渣土车、扬尘: by the engine's dictionary. */
function partsOf(words: string): readonly string[] {
  return Array.from(WORDS.segment(words), ({ segment }) => segment).filter((one) => /^\p{Script=Han}{2,}$/u.test(one));
}

/** What may be said of a matter, and what that is called in a title. */
const SUBJECTS: readonly (readonly [RegExp, RegExp])[] = [
  ...KIN,
  ...TOPICS.map((topic): readonly [RegExp, RegExp] => [topic, topic]),
];

/** What a title names. */
export interface Matter {
  readonly pairs: ReadonlySet<string>;
  readonly subjects: readonly number[];
}

/** Of a plain title. */
export function matterOf(title: string): Matter {
  return { pairs: pairsOf(title), subjects: subjectsIn(title, 1) };
}

/** How much a plain text speaks of a matter: 0, when nothing is shared; else the more, the more of its characters stand there. */
export function speaksOf(text: string): (matter: Matter) => number {
  let subjects: readonly number[] | undefined;
  return (matter) => {
    let shared = 0;
    for (const pair of matter.pairs) if (text.includes(pair)) shared += 2;
    if (shared > 0) return shared;
    subjects ??= subjectsIn(text, 0);
    return subjects.some((one) => matter.subjects.includes(one)) ? 1 : 0;
  };
}

/** 南门: where something is, which says nothing of what it is. */
const PLACES =
  /[东南西北中大侧后前][门区侧]|食堂|宿舍|会议室|车间|仓库|路口|[东南西北][边面头]|[一二三四五六七八九十\d]+(?:号|期|区|栋|楼)/gu;

/** A plain text with blanks for such places: what is told of a place is not told of each issue there. */
export function withoutPlaces(plain: string): string {
  return plain.replace(PLACES, (place) => " ".repeat(place.length));
}

/** Whether it names something that many speak of: 垃圾, 班车. */
export function namesSubject(plain: string): boolean {
  return TOPICS.some((topic) => topic.test(plain));
}

/** By their places in the table. */
function subjectsIn(plain: string, side: 0 | 1): readonly number[] {
  return SUBJECTS.flatMap((words, index) => (words[side].test(plain) ? [index] : []));
}

function pairsOf(whole: string): ReadonlySet<string> {
  // Between two such words stands no pair: 快安 of 尽快安排.
  const title = whole.replace(OF_ANY_WORK, " ");
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= title.length; at++) {
    const pair = title.slice(at, at + 2);
    if (/^(?:\p{Script=Han}{2}|[a-z0-9]{2})$/u.test(pair) && !isFiller(pair)) pairs.add(pair);
  }
  return pairs;
}

function isFiller(pair: string): boolean {
  return GRAMMAR.test(pair) || COUNTS_OR_JOINS.test(pair) || COMMON.has(pair);
}

/** How many characters two texts share that are more than grammar. */
export function lettersShared(one: string, other: string): number {
  const letters = new Set(one.match(/\p{Script=Han}/gu)?.filter((letter) => !GRAMMAR.test(letter)));
  return [...letters].filter((letter) => other.includes(letter)).length;
}

/** The share of what the text with less content tells that the other one tells as well; 0, when that is a single word. */
export function contentShared(one: string, other: string): number {
  const [less = new Set<string>(), more = new Set<string>()] = [pairsOf(one), pairsOf(other)].sort(
    (first, second) => first.size - second.size,
  );
  const shared = [...less].filter((pair) => more.has(pair)).length;
  return shared < 2 ? 0 : shared / less.size;
}

/** 北门电子屏的，周四换: a matter that stands ahead and is parted from what is told of it. */
const AHEAD =
  /^(?:那个?|就是|关于|[\s,，])*(?!刚|上|前|后|最|第|其|剩|别|今|昨|明|保密|企业|公司|他|她|它|我|你|这|那|哪|好|是|对|行)([^,，。;；:：\d\s]{2,10}?)(?:(?:的|那(?:个|件|条|边|块)|的?(?:事情?|问题))[\s,，:：]+(?=\S)|(?<=[^今明后昨前当每这那]{3})(?=(?:下?周[一二三四五六日天末]|[今明后]天|下午|今晚|\d{1,2}[号日月]|已经?)))/u;

export function matterAhead(plain: string): string | null {
  return AHEAD.exec(plain)?.[1] ?? null;
}
