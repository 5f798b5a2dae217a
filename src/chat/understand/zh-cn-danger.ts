import { plainOf } from "../../domain/plain.ts";
import { withoutLongRuns } from "./runs.ts";
import { isPartOfTheEnd, saysItIsOver } from "./zh-cn-all-clear.ts";
import { ACROSS_CLAUSES, CRIES, DANGERS, IN_THE_AIR, INJURIES, UNWELL } from "./zh-cn-danger-words.ts";

/** Danger to life, from the words of a text: what is burning, leaking or coming down now, and people who are hurt by it. */

const SIMPLER = /著/gu;

const DANGER = anyOf(DANGERS);
const ACROSS = anyOf(ACROSS_CLAUSES);
const HURT = anyOf(INJURIES);
const AFTERMATH = /工伤|认定|赔偿|理赔|赔付|鉴定|仲裁|补助|报销|纠纷|立案|报案|监控|派出所(?:已|没|不|来过|说)/u;
/** And this is no more than asked about. */
const ASKS_AFTERWARDS = /(?:工伤|赔|保险|报销)[^。]{0,8}(?:怎么|如何|流程|多久|多少|标准|材料|找谁)/u;
/** Ill by itself, and danger beside one of the others. */
const ILL = anyOf(UNWELL);
const BESIDE_ILL = [anyOf(IN_THE_AIR), anyOf(CRIES)];

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(words.map((one) => `(?:${one})`).join("|"), "gu");
}

/** Before the word in its clause: it is to be kept from happening, feared, denied, long past, or is none of people. 怕是漏了 is a guess. */
const NOT_NOW =
  /(?:防|防止|预防|避免|以免|以防|免得|杜绝|谨防|严禁|(?<!恐)怕(?!是(?!要|会))|担心|害怕|容易|万一|假如|如果|要是|迟早|早晚|总有一天|(?<!有)没有?|幸好没|未|并非|不会|(?<!是)不是)(?:再?(?:发生|引起|引发|造成|出现|有|什么))?[^，。]{0,2}$/u;
/** 急得要着火, 着火了一样: said of a mood. */
const MOOD_BEFORE = /(?:[气急忙恨愁羡乐笑馋辣]得|眉毛|屁股|心里|肚子里|后院)[^，。]{0,4}$/u;
const MOOD_BEHIND = /^(?:了)?(?:一样|似的|一般|般)/u;
const LONG_AGO =
  /去年|前年|上个?月|上周|上个?(?:星期|礼拜)|上次|上回|以前|之前|前(?:几|两|阵|段)|当时|当年|那次|那年|曾经?|往年|年前|(?:19|20)\d\d年|历史/u;
const AND_NOW = /现在|刚才|刚刚|正在|又[^，。]{0,2}[着起冒漏炸塌烧晕]/u;
/** What is rehearsed is not there, unless it went wrong. */
const REHEARSED = /演练|演习|彩排|剧本|预演|拉练/u;
const IN_EARNEST = /真的?[^，。]{0,2}[着起冒漏炸塌烧晕伤]|意外|出事/u;
const OF_DATA =
  /(?:信息|数据|隐私|机密|商业|技术|资料|密码|名单|图纸|配方|电脑|系统|服务器|手机|软件|网站|主机|价格|信心|资金)[^，。]{0,6}$/u;

/** Right behind the word: it is the name of a thing, a paper, or a lesson. */
const NAMES_A_THING =
  /^体?(?:的)?(?:(?:怎么|如何|时|后)?(?:逃生|自救|疏散|应对|处置))?(?:的)?(?:事故)?(?:应急|急救)?(?:演练|演习|培训|讲座|课|宣传|教育|知识|预案|方案|证(?!人|实|明)|员|师|手册|器材|隐患|风险|监测|报警|自动报警|探测|检测|检查|试验|测试|保护|防护|开关|断路器|保险|险|许可|标准|规范|验收|等级|物品|品|危险场所|环境|评估|案例|点|统计|责任险)/u;

/** Whether a text tells of danger to life, now: whoever raises it is told whom to call, and the coordinator hears of it at once. */
export function isDanger(text: string): boolean {
  const sentences = sentencesOf(text);
  return isTold(sentences) && !tellsItIsOver(text);
}

/** 灭了灭了, 没事了，关了阀门: no danger is told of, and its end is. */
export function tellsItIsOver(text: string): boolean {
  return isOver(sentencesOf(text.replace(ENDS_A_CLAUSE, "，")));
}

/** 人没事了 已经送医院了: a space behind what has come parts as a comma does. */
const ENDS_A_CLAUSE = /(?<=[了啦])[^\S\n]+(?=\S)/gu;

function sentencesOf(text: string): readonly string[] {
  const read = plainOf(text.slice(0, LOOKED_AT).normalize("NFKC").replace(/\n/gu, "。").replace(/\s+/gu, "")).replace(
    SIMPLER,
    "着",
  );
  return withoutLongRuns(read).split(SENTENCE_ENDS);
}

const SENTENCE_ENDS = /[.。;；!！?？]/u;

function isTold(all: readonly string[]): boolean {
  // Each once: what is said again and again tells no more.
  const sentences = [...new Set(all)].filter((one) => !ASKS_AFTERWARDS.test(one));
  if (SHORTEST.test(all.join("").replace(/\p{P}/gu, "")) || sentences.some(isToldIn)) return true;
  return all.join("").length > ONE_BREATH
    ? sentences.some((one) => isIll(clausesOf(one)))
    : isIll(sentences.flatMap((one) => clausesOf(one)));
}

/** What is told last says that it is over, and of nothing that is not. */
function isOver(sentences: readonly string[]): boolean {
  const last = sentences.findLast((one) => one !== "");
  if (last === undefined) return false;
  const clauses = clausesOf(last);
  return saysItIsOver(clauses) && !isTold([clauses.filter((one) => !isPartOfTheEnd(one)).join("，")]);
}

function isToldIn(sentence: string): boolean {
  const words = AFTERMATH.test(sentence) ? [DANGER] : [DANGER, HURT];
  return (
    clausesOf(sentence).some((clause) => words.some((one) => tellsOf(one, clause))) ||
    (!AFTERMATH.test(sentence) && tellsOf(ACROSS, sentence))
  );
}

/** 有人头晕，味道很大: neither of them alone. */
function isIll(clauses: readonly string[]): boolean {
  return (
    clauses.some((one) => tellsOf(ILL, one)) && BESIDE_ILL.some((words) => clauses.some((one) => tellsOf(words, one)))
  );
}

function clausesOf(sentence: string): readonly string[] {
  return [...new Set(sentence.split(/[,，、:：~～…]/u))];
}

/** One of these stands in each of the words: most clauses have none, and are not looked at further. */
const MAY_TELL =
  /[火烟燃农药酸碱架暴涝躲枯畏剂厕精醇油腰膝胸腿脖堵守追踹炸爆梯厢降漏泄冒喷溢泼溅洒破裂味毒雾电困关锁卡塌垮倒埋压砸滑洪泥漫涌冲灌涨淹掉摔跌坠滚跳轻杀溺落晕昏省克呼吸脏梗喘吐血指卷绞夹轧挤切剪锯割应醒识抽唇行瘫暑泻伤砍捅刀斧枪打凶命咬死撞碾救来拉气碍咳恶流站难舒刺氨化溶漆胶风库罐井池密烧跑出意心脑医翻]|1[12][09]/u;

function tellsOf(words: RegExp, clause: string): boolean {
  if (!MAY_TELL.test(clause)) return false;
  if (LONG_AGO.test(clause) && !AND_NOW.test(clause)) return false;
  if (REHEARSED.test(clause) && !IN_EARNEST.test(clause)) return false;
  for (const { 0: word, index } of clause.matchAll(words)) {
    const before = clause.slice(Math.max(0, index - LOOKED_BACK), index);
    const behind = clause.slice(index + word.length, index + word.length + LOOKED_BACK);
    const isOther = [NOT_NOW, OF_DATA, MOOD_BEFORE].some((one) => one.test(before));
    if (!isOther && !NAMES_A_THING.test(behind) && !MOOD_BEHIND.test(behind)) return true;
  }
  return false;
}

/** Nothing else was said. */
const SHORTEST = /^(?:救命|着?火)(?:[啊呀哪了]|救命|着?火|快来人?)*$/u;
/** In a longer text what stands in different sentences is not one event. */
const ONE_BREATH = 160;

/** Longer than any text that is taken. */
const LOOKED_AT = 4_000;

/** What stands further from a word says nothing of it. */
const LOOKED_BACK = 16;
