import { shortened } from "./graphemes.ts";
import { calmed } from "./zh-cn-calm.ts";

/** The title of an issue: what its text says first, without what everybody says first. */

const TITLE_LENGTH = 30;

/** What leads up to an issue and says nothing of it; the longer before the shorter that it begins with. */
const FILLERS = [
  "(?:各位|尊敬的)?(?:领导|老师|同志)(?:们)?(?:你们?好|您好|好)?",
  "(?:你们?|您|大家)好[啊呀哇]?",
  "(?:早上|上午|中午|下午|晚上)好",
  "喂+|哎+|诶+|嗨+|那个|这个那个|就是说?(?=[\\s,，])|嗯+|呃+",
  "请问(?:一下)?|打扰(?:一下|了)?|麻烦(?:问一下|了)?(?=[\\s,，])",
  "(?:特|很|非常|十万火|万分)?急{1,3}(?:件|事)?(?=[\\s,，、!！:：。…]|$)",
  "(?:我们公司|我们|我公司|我司|我|本人|公司|企业)?(?:想|要|想要|需要)?(?:向(?:你们|您|贵局|领导))?(?:反映|反应|咨询|投诉|求助|请教|问|说|提)(?:一下子?|一个问题|个问题|一下问题|一个诉求|一件事情?|个事情?)(?:就是)?",
  // 反映几个事：, 有两件事：, and the first number of the list behind it.
  "(?:我们公司|我们|我公司|我司|我|公司|厂里|企业)?(?:今天|现在|这边|这里)?(?:想|要|还|再)?(?:反映|反应|提|说|报|有)?(?:以下|下面|这)?(?:几|[两二三四五]|[2-5])(?:个|件|条|点)(?:小)?(?:问题|事情?|情况|诉求|建议|意见|困难)(?:要|想)?(?:反映|反应|说|提)?(?:一下|如下)?\\s*[:：,，](?:\\s*1[、.．)）](?!\\d))?",
  "(?:我|我们|本人|我司|我公司)(?:想|要|想要)(?:反映|反应|咨询|投诉|求助|请教)",
  "一下(?=[\\s,，:：])",
  // Who shall not hear of it is no matter.
  "(?:这(?:个|件)?事(?:情)?)?(?:请|千万|先)?(?:莫|别|不要)(?:让|给|跟)?[^,，:：。]{0,6}(?:晓得|知道|外传|声张)(?:哈|啊|了)?",
  "(?:这(?:个|件)?事(?:情)?)?(?:只|仅)(?:跟|和|对|给|向)[^,，:：。]{1,6}(?:讲|说)",
  // What is wished stands as a mark before the title.
  "[【（(「［[](?:紧急|复杂|保密)[】）)」］\\]]|(?:紧急|复杂|保密)(?=[\\s,，!！:：]|$)",
  "[#＃](?!\\d)[^\\s#＃]{1,10}(?=\\s|$)",
  "(?:事情|情况|问题)是这样的?",
] as const;
const PAUSE = "[\\s,，.、:：!！~～。…]*";
const LEAD = new RegExp(`^${PAUSE}(?:${FILLERS.join("|")})${PAUSE}`, "u");
/** The same, behind what is raised. */
const WISHED_LAST = /(?:[\s,，]{1,3}(?:紧急|复杂|保密|[#＃](?!\d)[^\s,，#＃]{1,10}))+[\s,，!！]{0,3}$/u;
/** No greeting is so long that more than these few stand before an issue. */
const MOST_FILLERS = 8;

/** Phones as they are written, and masked (138****5678), with the word that leads up to one. */
const PHONE =
  /[\s,，(（]{0,4}(?:或者?|和|、)?(?:请|可|麻烦|有事)?(?:联系人?|联络|拨打|致电|打|找)?(?:我|他|她)?(?:(?:联系|咨询)?(?:电话|手机|方式)(?:号码?)?|[Tt][Ee][Ll])?(?:是|为)?[\s:：]{0,3}(?:(?<![0-9.])(?:\+?86[\s-]?)?1[3-9][0-9*＊](?:[\s-]?[0-9*＊]){8}(?![0-9])|(?<![0-9.-])0[1-9][0-9]{1,2}[\s-]?[0-9*＊]{7,8}(?![0-9]))[)）]?/gu;
/** Flags and hands are of several parts; ™ and figures that can be pictures are text. */
const PICTURES =
  /(?:\p{Emoji_Presentation}|(?!\p{Emoji_Presentation})\p{Extended_Pictographic}\uFE0F|\u200D|\uFE0F)+/gu;

/** A clause under so many characters says too little to stand alone, unless it tells what happened: 停水了. */
const LEAST = 4;
/** So short a first clause that says nothing is left out (在吗, 李主任); 停电 before 生产线全停 is what it is about. */
const SAYS_NOTHING =
  /^(?:在[吗么嘛不没]?|有人[吗么在]?|[喂唉哎诶啊哦噢嗯呃哈嗨呀]+|那个?|这个?|对了?|是的?|好的?|行|请问|麻烦了?|打扰了?|然后|另外|还有|再有|其实|谢谢|辛苦了?|救命|求助|紧急|急|\p{Script=Han}{1,2}(?:主任|局长|科长|处长|书记|经理|老师|总|工|姐|哥)|小茶|茶叙|各位|大家|领导|老师|同志|机器人|老板|亲|hi|hey)$/iu;

/** What a text says first, as one line of at most 30 characters. The text itself stays as it is. */
export function titleOf(text: string): string {
  const head = headOf(text);
  const bare = head
    .replace(PHONE, " ")
    .replace(PICTURES, "")
    .replace(/ +(?=[,，。；;!！]|$)/gmu, "");
  const sentences = bare
    .split(/[\n。！？!?；;]/u)
    .map((one) => withoutLead(one.trim()))
    .filter((one) => lengthOf(one) > 0);
  const line = longEnough(sentences) ?? firstLine(head) ?? calmed(head.replace(/\s/gu, ""));
  return shortened(line, TITLE_LENGTH);
}

/** A title is found near the beginning, or nowhere. */
const LOOKED_AT = 600;
/** The longest text that there is: what nobody sees may stand before the beginning. */
const LONGEST = 2_500;

function headOf(text: string): string {
  // Never half of a character.
  return calmed(text.slice(0, LONGEST))
    .trimStart()
    .slice(0, LOOKED_AT)
    .replace(/[\uD800-\uDBFF]$/u, "");
}

function withoutLead(sentence: string): string {
  let rest = sentence;
  for (let taken = 0; taken < MOST_FILLERS; taken++) {
    const shorter = rest.replace(LEAD, "");
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest
    .replace(WISHED_LAST, "")
    .replace(/[\s,，、:：]+$/u, "")
    .replace(/\s{2,}/gu, " ");
}

/** The first sentence of some length, without a first clause that says nothing; behind a short one that says what it is about. */
function longEnough(sentences: readonly string[]): string | undefined {
  const first = sentences.find(saysEnough) ?? sentences[0];
  if (first === undefined) return undefined;
  const before = sentences.slice(0, sentences.indexOf(first)).find(tellsSomething);
  if (before !== undefined) return `${before}，${first}`;
  const clause = /^([^,，:：\s]+)[,，:：\s]+(.+)$/u.exec(first);
  if (clause === null) return first;
  const [, head = "", rest = ""] = clause;
  return !tellsSomething(head) && lengthOf(rest) >= LEAST ? rest : first;
}

function tellsSomething(clause: string): boolean {
  return saysEnough(clause) || (lengthOf(clause) > 1 && !SAYS_NOTHING.test(clause.replace(/[^\p{L}\p{N}]/gu, "")));
}

function saysEnough(clause: string): boolean {
  return lengthOf(clause) >= LEAST || (lengthOf(clause) > 2 && clause.endsWith("了"));
}

function lengthOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function firstLine(text: string): string | undefined {
  return text
    .split(/[\n。！？!?；;]/u)
    .map((one) => one.trim())
    .find((one) => one !== "");
}
