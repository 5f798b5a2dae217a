import { OPEN_STATES } from "../../domain/issue/issue.ts";
import { anyOf } from "./any-of.ts";
import type { Meaning } from "./meaning.ts";
import { TELLS_A_CONTACT } from "./zh-cn-continues.ts";
import { MENDS_OWN } from "./zh-cn-own-mended.ts";
import { RESTORES, RESTORES_ALONE } from "./zh-cn-restoring.ts";
import {
  ACCEPTS,
  denies,
  KEEPS_IT,
  NOT_ACCEPTED,
  needsNothing,
  saysDone,
  saysItStopped,
  saysNotYet,
} from "./zh-cn-results.ts";
import { asksAndNoMore, BESIDE_URGING, isUrging, PUTS_UP_WITH_IT, urgesAndNoMore } from "./zh-cn-urging.ts";

/** What a company's people may mean by free words about an issue that is there. In plain text; the first that fits. */

/** 等我问下老板再回复: an answer that comes later. */
export const POSTPONES = anyOf(
  "(?:等|先|我)(?:我|会|一下|下|回)?.{0,4}(?:问|商量|核实|看|确认|了解|讨论|汇报|统计|研究|请示)(?:一?下|问|看)?.{0,8}(?:再|后|之后|报|发|告)",
  "(?:晚点|回头|稍后|待会|等会|一会|明天|改天|下午|过(?:两|几)天|下次|等[^,，。]{0,6}(?:雨|天晴|老板|领导))[^,，。]{0,6}(?:再)?(?:回复|说|看|答复|定|回你|告诉|确认|评|补|报|弄|试)",
  "^(?:先等等|等等|先放放|我(?:先)?(?:再)?(?:了解|看|想|考虑|研究|问|核实|商量)(?:一?下|看|想)?)[。…!\\s]*$|(?:先等等|等等|别急)[,，\\s]*我",
  "没(?:有)?(?:顾得上|顾上|腾出(?:手|空))",
  "没(?:有)?(?:来得及|空|时间)?(?:去)?(?:看|核实|试|验|测|问)(?:过|呢|$)|上会|再(?:定|议|研究|商量|考虑|看看|想想)|研究(?:一下)?再|(?:考虑|研究)(?:一下|考虑|研究)",
);

/** Whether a text says that an answer comes later, and no more than that. */
export function merelyPostpones(plain: string): boolean {
  return POSTPONES.test(plain) && [...plain].length <= LONGEST_PUT_OFF;
}

const LONGEST_PUT_OFF = 22;

/** What tells that an old matter is spoken of, not a new one. */
export const OF_OLD = anyOf(
  "那个|那件|那条|那事|之前|以前|上次|上回|上周|上个?月|前(?:几天|天|阵子|段时间)|昨天(?:说|提|报|讲)|刚才|刚刚",
  "[提报说讲反映](?:过|了)?的(?:那|事|问题|诉求|情况)|诉求|我们?(?:提|报|反映|说)(?:的|过)|[提报说讲反映](?:上去|过来)的",
  "这(?:个|件)(?:事|诉求|问题)|(?:的|那)(?:件)?事(?:情|儿)?|(?:那|这)件|\\d+号",
);

/** 如果月底真到账了就算解决: not yet. */
const ON_CONDITION = /(?:如果|要是|假如|等)[^。]{0,20}(?:就|才)(?:算|是)/u;

const open = OPEN_STATES;

export const COMPANY_MEANINGS: readonly Meaning[] = [
  {
    command: "resume",
    words: anyOf(RESTORES.source, "又|还(?:没|在|是)|没(?:好|解决|修|办)"),
    states: ["withdrawn"],
    by: "offer",
    sure: new RegExp(`^(?!.*[?？吗])(?:.*)(?:${RESTORES.source})`, "su"),
    asked: true,
    issue: "told",
    rest: "nothing",
  },
  {
    command: "resume",
    words: RESTORES_ALONE,
    states: ["withdrawn"],
    by: "offer",
    asked: true,
    issue: "guess",
    rest: "nothing",
  },
  {
    command: "supplement",
    words:
      /^(?:再|我|顺便|#?\d+号?\s*)?(?:想|要|给)?(?:补充|再加|加|补)(?:一下|下|点|一点|说明|几句|两点|一?条|一?句|个)[\s:,，。]*/u,
    unless: /补(?:贴|助|办)|加(?:班|装|个车|开)/u,
    states: open,
    by: "do",
    issue: "guess",
    rest: "behind",
    needs: { what: "text", has: /\p{Script=Han}{2,}|\d/u },
  },
  {
    command: "supplement",
    words: anyOf(
      "(?:联系)?(?:电话|手机)(?:号码)?(?:改|换|是|更)|(?:改|换)(?:了)?(?:个|新)*(?:电话|手机号?|号码)|联系人(?:改|换|是)|地址(?:改|换|是|写错)",
      "(?:写|说|讲|打|填|报|标)(?:错|漏|反|少)(?:了)?[^。]*(?:应该?是|是|改成|改为|在)|(?:应该?是|更正一下|更正[:：]|纠正)",
      "(?:其实|应该?|本来|实际(?:上)?|准确)(?:是|在|叫|有)?[^,，。]{1,16}[\\s,，。]+(?:我们?|刚才|前面|之前|上面)?(?:写|说|讲|打|填|报|标|弄|搞|记)(?:错|反|漏)",
      "不是[^,，。]{1,10}[\\s,，]*是[^,，。]{1,10}[\\s,，。]+(?:我们?|刚才|前面|之前|上面)?(?:写|说|讲|打|填|报|标|弄|搞|记)(?:错|反|漏)",
      MENDS_OWN.source,
    ),
    unless: /派错|点错|评价|打分|[?？]/u,
    states: open,
    by: "offer",
    sure: /电话|手机|联系人|写错|更正/u,
    issue: "guess",
    rest: "text",
  },
  // 电话13812345678，找老何: who is to be called about it.
  {
    command: "supplement",
    words: TELLS_A_CONTACT,
    unless: /[?？]|吗[\s。!！]*$/u,
    states: open,
    by: "offer",
    issue: "guess",
    rest: "text",
  },
  // After an answer a yes or no is what is waited for.
  {
    command: "accept",
    words: ACCEPTS,
    unless: anyOf(NOT_ACCEPTED.source, ON_CONDITION.source),
    states: ["answered"],
    by: "offer",
    issue: "guess",
    rest: "mark",
  },
  {
    command: "unsolved",
    words:
      /^(?:没有?|冇|否|不|还没(?:有)?|no|没得|不是|没呢|不行|不对|不可以|不认可|没解决|未解决|2)[\s啊呀呢吧的,，。!！]*$/u,
    states: ["answered"],
    by: "offer",
    issue: "told",
    rest: "nothing",
    needs: { what: "reason", has: /\S{4}/u },
  },
  {
    command: "solved",
    words:
      /^(?:是的?|可以|好的?|行|对|ok|嗯+|1|yes|有|没错|确认|同意|解决|👌|👍)[\s啊呀呢吧的了滴嘞哒,，。!！👌👍🙏💪🌹🎉]*$/u,
    states: ["answered"],
    by: "offer",
    issue: "told",
    rest: "mark",
  },
  {
    command: "unsolved",
    words: saysNotYet,
    unless:
      /(?:没有?|冇)(?:什么|得|啥|别的|其他的?|任何)?(?:问题|毛病|事)(?:了|啦|哒)?$|不错|没再|不用了|不(?:是|能说|算|敢说)(?:说)?(?:没|不)/u,
    states: ["answered"],
    by: "offer",
    // 4没有解决 昨天夜里又停: the number and the word itself.
    sure: /^[\s#]*\d{1,6}\s*号?(?:那个|这个|那件|这件|的?(?:问题|事情?|诉求))?[\s,，:：]*(?:还是?|仍然?|并|根本|压根|依然|依旧){0,2}(?:没有?|未|冇)(?:完全|彻底|真正|得到)?解决(?!方案|办法)(?!.*[?？吗])/u,
    asked: true,
    issue: "guess",
    rest: "text",
  },
  {
    command: "solved",
    words: saysDone,
    unless: anyOf(ON_CONDITION.source, "再等等|什么时候|下班|收工|散会|睡觉|吃饭|别(?:刷|吵|催|闹|说)"),
    states: ["answered"],
    by: "offer",
    issue: "guess",
    rest: "mark",
  },
  // 感谢，水清了: thanks, and something that has come.
  {
    command: "solved",
    words: /^(?:多谢|谢谢?|感谢|辛苦)[^,，。]{0,8}[,，!！\s].{2,14}了|^.{2,14}了[,，!！\s]*(?:多谢|谢谢?|感谢|辛苦)/u,
    unless: anyOf(POSTPONES.source, "收到|知道|明白|麻烦了|辛苦了$|费心|还|不|没|又"),
    states: ["answered"],
    by: "offer",
    issue: "guess",
    rest: "mark",
  },
  // To an answer, whatever denies or confirms that all is well.
  {
    command: "solved",
    words: saysItStopped,
    unless: POSTPONES,
    states: ["answered"],
    by: "offer",
    issue: "told",
    rest: "mark",
  },
  {
    command: "unsolved",
    words: denies,
    unless: POSTPONES,
    states: ["answered"],
    by: "offer",
    issue: "told",
    rest: "text",
  },
  // What is over.
  {
    command: "reopen",
    words: anyOf(
      "重开|重新(?:办|处理|修|弄)|其实(?:还?没|未)|(?:点|按|确认)(?:错|成)|手滑",
      "(?:又|再次)[^,，。]{0,8}(?:了|坏|停|漏|堵|断|跳|积|卡|掉|满|来|出现|犯)|还是(?:没|不|老)|(?:根本|还|压根)没(?:有)?(?:解决|好|修)|反弹|复发|没(?:管|撑)(?:几|一|两)天",
    ),
    states: ["closed"],
    by: "offer",
    asked: true,
    issue: "told",
    rest: "text",
    needs: { what: "reason", has: "content" },
  },
  {
    command: "withdraw",
    words: needsNothing,
    unless: KEEPS_IT,
    states: open,
    by: "offer",
    issue: "guess",
    rest: "nothing",
  },
  {
    command: "rate",
    words: /[1-5一二两三四五]个?(?:分|星|颗星)|满意|好评|差评|给个?(?:好|差|五|满)|满分/u,
    states: ["closed"],
    by: "offer",
    sure: /[1-5一二两三四五]个?(?:分|星|颗星)/u,
    issue: "told",
    rest: "stars",
  },
  {
    command: "urge",
    words: /^[^,，。]{0,8}催/u,
    unless:
      /催(?:我们?|着我|人|款|缴|收|费|债|熟|货|单|订|交|发)|(?:别|不用|不要|先不)催|(?:客户|客人|买家|甲方|老外|总部|银行|房东|业主)[^,，。]{0,6}催/u,
    states: open,
    by: "do",
    asked: true,
    issue: "guess",
    rest: "nothing",
  },
  // 3号啥情况，别拖了，催一下: in a clause of its own, whatever is asked before it.
  {
    command: "urge",
    words: /(?:^|[,，。;；!！?？\s])[^,，。;；!！?？]{0,8}催(?:一?下|一?催|促|办)/u,
    unless: /催(?:我们?|着我|人|款|缴|收|费|债|熟)|(?:别|不用|不要|先不)(?:再)?催/u,
    states: open,
    by: "do",
    asked: true,
    issue: "told",
    rest: "nothing",
  },
  {
    command: "due",
    words:
      /最(?:晚|迟)(?:哪天|几号|什么时候)|(?:答复|办理|回复)(?:的)?(?:期限|时限|截止)|(?:期限|截止)(?:到|是)?(?:哪|什么|几)|(?:期限|时限|截止|到期)[^,，。]{0,6}(?:怎么|如何|咋|为(?:什么|啥|何)|凭什么)|(?:怎么|如何|咋)[^,，。]{0,4}(?:算|定|来)[^,，。]{0,4}(?:期限|时限|截止|到期)/u,
    by: "do",
    issue: "told",
    rest: "nothing",
  },
  // 要是明天还没水我就撤了: said to make it go faster.
  {
    command: "urge",
    words: /(?:要是|如果|再不|要不然?)[^。]{0,20}就[^,，。]{0,4}(?:撤|投诉|举报|上访|曝光|找(?:媒体|市长|领导))/u,
    states: open,
    by: "offer",
    issue: "guess",
    rest: "nothing",
  },
  {
    command: "why",
    words:
      /凭什么[^,，。]{0,4}(?:派|给|分|转)|为(?:什么|啥)[^,，。]{0,4}(?:派(?!人|车|师傅|工|员)|给(?!我|咱|个|大家)|分|转)/u,
    by: "do",
    issue: "guess",
    rest: "nothing",
  },
  {
    command: "status",
    words: asksAndNoMore,
    unless: /(?:等|拖|耽误)不(?:起|得)|等不及/u,
    by: "do",
    issue: "told",
    rest: "nothing",
  },
  {
    command: "urge",
    words: urgesAndNoMore,
    unless: PUTS_UP_WITH_IT,
    states: open,
    by: "offer",
    asked: true,
    issue: "told",
    rest: "nothing",
  },
  // Nothing but that: whichever issue it is said of.
  {
    command: "urge",
    words: isUrging,
    only: BESIDE_URGING,
    states: open,
    by: "offer",
    asked: true,
    issue: "guess",
    rest: "nothing",
  },
];
