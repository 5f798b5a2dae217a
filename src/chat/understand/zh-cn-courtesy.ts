import { plainOf } from "../../domain/plain.ts";
import { anyOf, leftBeside } from "./any-of.ts";
import { isThanks } from "./zh-cn-parse.ts";
import { clausesWithEnds } from "./zh-cn-pieces.ts";
import { saysDone, saysItStopped, saysNotYet } from "./zh-cn-results.ts";

/** Greetings, thanks and praise: what asks for nothing. In plain text. */

/** 你好, 在吗, 早上好, 你是谁: one piece of a greeting. */
const GREETS = new RegExp(
  `^(?:${
    anyOf(
      "(?:小茶|茶叙|机器人|同志|小助手|助手|管理员)+",
      "(?:你|您|大家|各位|领导|老师|亲|小茶|茶叙|机器人)+(?:好|早)|好啊",
      "(?:hi|hello|hey|嗨|哈喽|哈啰|哈罗|喂+|你好|您好)(?:在吗|在不在|在不|在么|有人吗)?|打扰(?:一下|了)?|请问|忙吗",
      "(?:小茶|茶叙|机器人)?(?:还)?在(?:吗|不在|不|么|线吗|没)?|有人(?:在|值班)?(?:吗|么|没|不)?",
      "(?:早上|上午|中午|下午|晚上|早)(?:好|安)?(?:呀|啊|哦)?(?:小茶|小助手|机器人)?|新年好|节日快乐|周末愉快",
      "(?:你|您|这)(?:是|到底是)(?:谁|什么|哪个|机器人|人工|真人|啥)(?:机器人|人|东西|群)?",
      "(?:自我)?介绍(?:一下)?(?:自己|你自己)?|认识一下|你叫什么(?:名字)?",
    ).source
  })[啊呀呢吗嘛吧了的哦哈啦]{0,3}$`,
  "u",
);

/** Nothing but greetings. */
export function isGreeting(plain: string): boolean {
  if (plain.length > LONGEST) return false;
  const pieces = piecesIn(plain);
  return pieces.length > 0 && pieces.length <= MOST_PIECES && pieces.every((one) => GREETS.test(one));
}

const MOST_PIECES = 6;
/** What is longer says more. */
const LONGEST = 40;

/** What stands between punctuation, spaces and pictures. */
function piecesIn(plain: string): readonly string[] {
  return plain
    .split(/(?:[\s,，。.!！?？;；、~…:：]|\p{Extended_Pictographic}|\u{fe0f}|\p{Emoji_Modifier})+/u)
    .filter((one) => one !== "");
}

/** 好，按这个办: agreement that asks for nothing. */
export const AGREES =
  /^(?:好的?|行|可以|嗯|同意|没问题)[\s,，。!！]*(?:按|就|照)?(?:这|此|你们?|上)?(?:个|样|么)?(?:的)?(?:意见|方案)?(?:办|来|定|做|吧)?[\s。!！]*$/u;

/** 同意吧, 那就批了: something is decided, and not said what. */
export const DECIDES_SOMETHING =
  /^(?:那|就|好|行|都|可以|我)*(?:同意|批准?|准)(?:了|吧|的|啊|给他们?|一下)*[\s。!！]*$/u;
/** 就这样, 按这个办: it is to be as it was shown. */
export const LEAVES_IT_SO =
  /^(?:那|好|行|嗯)*(?:就|先|就先)(?:这样|这么|按这个|照这个)(?:办|吧|定|做|着|来)*[\s。!！]*$/u;
/** 认可吧, 解决了: by which move an answer would be confirmed; null: by none. */
export function confirmed(plain: string): "accept" | "solved" | null {
  const word = /^(?:我们?|都|已经?)*(认可|接受|解决)(?:了|吧|的|啊)*[\s。!！]*$/u.exec(plain)?.[1];
  return word === undefined ? null : word === "解决" ? "solved" : "accept";
}

/** 好了, and nothing else. */
export const SAYS_IT_IS_WELL =
  /^(?:(?:我们?|你们?)?(?:这边|这里|厂里?|公司)|都|已经?|现在|真的|又)*好了(?:啊|呀|哈|吧|哦)*[\s,，。.!！~]*(?:(?:谢谢?|多谢|感谢|辛苦)[^,，。]{0,6})?[\s。.!！~]*$/u;

const COURTEOUS =
  /^(?:(?:非常|十分|万分|太|真的?|实在|再次|先|多)*(?:感谢|感激|多谢|谢谢?|谢)|(?:您|你|大家|各位|领导|同志们?|弟兄们?)*(?:都)?辛苦|给(?:您|你|你们|大家)添麻烦|麻烦(?:了|各位|大家|领导|你们|您)|(?:那)?(?:就)?(?:拜托|有劳|费心)|收到|已?阅|收悉|已?知悉|好(?:的|嘞|滴|呢|哒)?|晓得|要得|明白|知道|了解|ok|嗯+|哦+|行|没事|不客气|客气|早点休息|注意(?:安全|身体)|给(?:你们|您|力)点赞|点赞|(?:大家|各位)?(?:早点|好好)?休息|周末愉快|新年快乐|节日快乐|(?:您|你们?|领导)(?:太|真)?(?:好|给力|客气|费心)|祝|(?:那)?(?:我们?)?(?:就)?等(?:着|候)(?:呢|了|哈)?$|(?:那)?(?:我们?)?(?:就)?等(?:着|候)?(?:你们|您|你|领导)?(?:的)?(?:好)?(?:消息|通知|回复|答复|回音|信)|万事如意|(?:新年|春节|元旦|中秋|国庆|节日)?(?:快乐|顺利|吉祥|安康)|(?:先)?(?:这样|就这样))/u;
/** 这么快就派了，给力 */
const PRAISES = anyOf(
  "给力|点赞|太好了|太棒|真棒|真快|(?:这|好|挺|很|真)(?:么)?快|效率|厉害|牛(?!奶|肉)|赞|不错|暖心|放心|有心|靠谱|贴心|真好|开心|高兴|终于(?:有|等)|惊喜|好人|辛苦|感谢|谢谢|多谢|👍|💪|🌹|❤",
);
const NO_PRAISE = anyOf(
  "但|不过|可是|还(?!行|不错|可以)|没(?!想到|话说)|[?？]|怎么|什么|几|能不能|吗|又|坏|停|问题|尽快|诉求|补充|电话|不(?!错|客气|愧)|请|希望|麻烦|建议|\\d",
);

/** Praise, and nothing that is asked or told. */
export function isPraise(plain: string): boolean {
  return [...plain].length <= 20 && PRAISES.test(plain) && !NO_PRAISE.test(plain);
}

/** What stands beside courtesy and says nothing of its own. */
const BESIDE_COURTESY = anyOf(
  "感谢|感激|多谢|谢谢?|谢|辛苦|添麻烦|麻烦|拜托|有劳|费心|收到|已?阅|收悉|已?知悉|好|晓得|要得|明白|知道|了解|ok|嗯+|哦+|行|没事|不?客气|休息|注意|安全|身体|点赞|祝|快乐|愉快|顺利|如意|吉祥|安康|给力|这样|等(?:着|候)?|消息|通知|答复|回音|信",
  "非常|十分|万分|太|真的?|实在|再次|先|多|早点|好好|的|了|啦|哈|呀|啊|呢|嘞|滴|哒|哦|都|也|就|那|很|一直|对|支持|帮助|关心|工作|及时|处理|回复",
  "您|你们?|大家|各位|领导|同志们?|弟兄们?|师傅们?|工作人员|同事们?|我们?|主任|局长|科长|经理|老师|书记|园区|政府|部门|新年|春节|元旦|中秋|国庆|节日|周末|万事",
);
const SAYS_MORE =
  /但|不过|可是|还(?:没|是|有|不)|没(?!事|问题)|[?？]|怎么|什么|几|能不能|已经?(?:来|修|好|解决|通)|吗|又|坏|修|停|问题|尽快(?!$)|诉求|补充|电话/u;

/** 收到，感谢各位领导: each of its pieces is courtesy and says nothing more. */
export function isCourtesy(plain: string): boolean {
  if (plain.length > LONGEST) return false;
  const pieces = piecesIn(plain);
  return (
    pieces.length > 0 &&
    !SAYS_MORE.test(plain) &&
    pieces.every((one) => COURTEOUS.test(one) && leftBeside(one, BESIDE_COURTESY) <= 1)
  );
}

/** 😤😤😤: no thanks. */
export const IS_VEXED = /^\s*[😤😡😠🤬😒🙄😑💢😩😫😓😔😞😮💨]/u;

/** Thanks, courtesy or praise, and nothing else. */
export function saysNothing(plain: string): boolean {
  return isThanks(plain) || isCourtesy(plain) || isPraise(plain);
}

/** 谢谢，宿舍那边也有两盏不亮: without the clauses that are mere courtesy. */
export function withoutCourtesy(text: string): string {
  const clauses = clausesWithEnds(text);
  const left = clauses.filter((one) => !saysNothing(plainOf(one).replace(/[\s,，;；。!！]+$/u, "")));
  return left.length === clauses.length ? text : left.join("").trim();
}

/** 没问题了，感谢，电来了: thanks, and at most that all is well. */
export function isThankful(plain: string): boolean {
  if (
    plain.length > LONGEST ||
    !/谢|感激|辛苦|点赞|给力/u.test(plain) ||
    /但|不过|可是|[?？]|吗|希望|建议|还(?:没|有|是|不)/u.test(plain)
  )
    return false;
  const pieces = piecesIn(plain);
  const isDone = saysDone(plain) && !saysNotYet(plain) && pieces.length <= MOST_PIECES;
  if (
    isDone &&
    pieces.some((one) => isThanks(one) || isCourtesy(one)) &&
    !NO_PRAISE.test(plain.replace(/没问题|没事/gu, ""))
  )
    return true;
  return pieces.every((one) => saysNothing(one) || ((saysDone(one) || saysItStopped(one)) && !saysNotYet(one)));
}

/** 谢谢领导关心，我们一定配合 */
export function startsInThanks(plain: string): boolean {
  return /^(?:非常|十分|真的?|太|实在)*(?:谢谢|感谢|多谢)/u.test(plain);
}

/** 演练很顺利，谢谢各位领导到场指导: its last clause is thanks. */
export function endsInThanks(plain: string): boolean {
  return /(?:谢谢|感谢|多谢)[^,，。]{0,14}[。!！]*$/u.test(plain);
}
