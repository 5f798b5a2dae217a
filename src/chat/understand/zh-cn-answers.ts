import { plainOf } from "../../domain/plain.ts";
import { anyOf } from "./any-of.ts";
import { startsInThanks } from "./zh-cn-courtesy.ts";
import { isThanks } from "./zh-cn-parse.ts";
import { withoutLead } from "./zh-cn-pieces.ts";

/** Short answers to what the bot asked. In plain text. */

const MARKS = "[\\s,，。.!！…~、;；啊呀吧呢哦嘛的了哈]*";

/** A single character is a yes where the word ends with it, or another yes follows: 中 is one, 中午 and 10 are none. */
const ENDS = "(?=$|[^\\p{Script=Han}a-z\\d]|[吧呀啊呢哦嘛的了哈呗咯啦噻嘞哒对行成中妥准可恩嗯好是提报发办])(?![.:]\\d)";

/** 是, 好的, 对，提吧: yes, and what may be said behind it. */
export const YES = new RegExp(
  `^${MARKS}(?:那(?=就(?:这|那|是这))|那就?(?=交|报|提|发|递|送|办|登记|录))?(?:要得|当然|必须的|那必须|肯定(?=要|提|报|的|[,，。!！]|$)|管(?=[,，。!！\\s啊呀]|$)|是(?!不是|否|什么|谁|哪)|对头|对(?!不起|方|面|了\\s*[,，]?\\s*[^\\s,，。!！]{3})|好(?!像|多|几|久)|可以|行(?!不|政|业)|嗯|要(?!不|是)|确认|确定|没错|正确|没问题|就(?:提|报|交|发)(?:这|那)(?:个|件|条)|就(?:是)?(?:这|那)(?:个|件|条)(?:事|了)?(?=$|[\\s,，。!！吧啊提报交])|(?:[报提交]|登记|反映)(?:个|一?下)(?=[吧啊呗哈]?[\\s。!！]*$)|就(?:是)?[它他](?=$|[,，。!！\\s吧啊])|就是(?=[吧啊呀的呢]?[\\s。!！]*$)|算(?=[吧的]?[\\s。!！]*$)|就这样|就这么|提交|上报|录入|报(?=吧|上去|给|$|[,，。!])|提(?=吧|上去|$|[,，。!])|登记|(?:递|呈)(?:交|报)?(?=上去|吧|$)|交(?=上去|吧|给|$)|送(?=上去)|反映(?=上去|吧)|发(?=吧|出去|给|$)|办(?=吧|$)|同意|批准|赶紧|麻烦(?:了|你)?|(?:[两三几\\d]件?个?|全部?)?都(?:报|提|要|发|登记)|就?按这个|就?照(?:这|此)|来吧|全部?(?:是|要|对)|全部?都(?:是|对)|👌|👍|(?:ok|okay|yes|y|1|准|可|成|中|恩|妥)${ENDS})+`,
  "u",
);
/** What is said behind a yes that is said several times: 我们也受影响了 of 对的对的，我们也受影响了. */
export function behindYes(text: string): string {
  let left = withoutLead(text.replace(PARTICLES, ""));
  for (let count = 0; count < MOST_TIMES; count++) {
    const again = YES.exec(plainOf(left));
    if (again === null || again[0].length === left.length) return again === null ? left : "";
    const rest = left.slice(again[0].length);
    // 好像, 可以用: a yes ends where a mark or a particle stands behind it.
    if (!PARTICLES.test(rest)) return left;
    left = withoutLead(rest.replace(PARTICLES, ""));
  }
  return left;
}

const MOST_TIMES = 4;

/** 确定吗, 可不可以, ok?: not said yet, but asked back. */
export const ASKS_BACK = /[?？]|吗[\s。!！]*$|(\p{Script=Han})不\1|什么|怎么|哪/u;
/** 好的，但先不提: what turns behind a yes. */
export const TURNS = /^(?:但是?|不过|那|就|还是)[\s,，]*/u;
/** 1, 算, and nothing else: it may be a mark, or half a no. */
export const HARDLY_A_YES = /^[\s,，。.!！]*[1算][\s,，。.!！~]*$/u;
/** 我考虑一下, 等明天, 但我要问老板, 就是太慢: behind a yes it puts it off, or limits it. */
export const LIMITS = anyOf(
  "先(?:放|等|缓|不|别|看|停|搁|问|去)|(?:放|缓)一?[放缓]|等(?!于)|考虑|想(?:想|一想|一?下)|商量|请示|汇报|问(?:问|一?下|过)|回头|晚点|改天|过(?:几|两)天|再(?:说|看|议|定|核|查)",
  "但|不过|可是|只是|就是(?:太|有|还|没|慢|不)|虽然|除非|如果|要是|假如|前提|条件是|部分|一半|还(?:没|未|差|剩|有|要|得)",
);
/** 算了，不退了: given up, whatever is said with it. */
export const GIVES_UP = new RegExp(
  `^${MARKS}(?:算(?:了|啦|咯|哒|嘞)|罢了|拉倒|不用了|取消(?=吧|$|[\\s,，。!！])|我?不(?:弄|搞|办|退|提|报|撤|发)了)`,
  "u",
);
/** What may follow a yes and say nothing more. */
export const MERE_YES =
  /^(?:[\s,，。.!！…~、;；啊呀吧呢哦嘛的了哈呗咯啦噻嘞哒滴撒😂😄👏]|往?上去?|提交?|登记|录(?:入)?|发(?:出去)?|给(?:他们?|我们?|[你您]们?|企业|园区|领导|部门)|办|报|递|呈|送|反映|挂|交|转|看着办|就(?:这样|这么|这个|它)定?|就是|[它他]|算(?![了啦咯哒嘞])|加|进去|补充?|记下?|(?:这|那)(?:个|样|件|条)事?|意思|可以|好|行|是|对|嗯|确认|没错|没问题|同意|批准|谢谢|感谢|辛苦|麻烦|你们?|您|帮(?:我们?|忙)?|就行|就(?=按|报|交|提|发)|按(?:这|此)(?:个|样)?|签|撤|评|一下|尽快|快点|赶紧|👌|👍|🙏)*$/u;

/** 是, to what a yes does not answer: it is asked once more. */
export function isMereYes(plain: string): boolean {
  const yes = YES.exec(plain);
  return yes !== null && MERE_YES.test(plain.slice(yes[0].length));
}

/** 嗯 问一下, 好 就酱: words to the yes, and no part of what is said with it. */
const ADDS_NOTHING =
  /^(?:(?:帮我?|给我|你们?|去|来|先|再|就)*(?:问|看|查|催)(?:一?[下声问看查催])|\p{Script=Han}{1,2})(?:吧|呢|啊|呗|哈|先|了)*[\s。.!！]*$/u;

/** Whether what is said behind a yes tells something that belongs to the text. */
export function tellsMore(plain: string): boolean {
  return !ADDS_NOTHING.test(plain);
}

/** 不用了, 先别撤, 算了: no, and what may be said behind it. */
export const NO = new RegExp(
  `^${MARKS}(?:(?:对了|哦|噢|唉|哎呀?|呃)${MARKS})?(?:(?:先|还是|那|暂时|千万|都|我)*(?:不(?!过|好意思|仅|但|是(?:说)?(?:没|不)|是(?:说过?|让|叫|已经?|告诉|讲|要求|都)[^,，。]{0,12}[吗嘛么?？])|别|甭|莫)(?:用|要|是|对|必|需要|急|行|可以|同意|提|撤|发|办|签|评|登记|给|搞|弄)*|算(?:了|啦|咯|哒|嘞)|取消|否|no|n|等(?:等|一下|会|我)|先(?:等|放|缓|不|别|停|搁)|错了|搞错|弄错|点错|看错|打住|停(?=$|[\\s,，。!！]|下|一)|[是对好行]才怪|慢(?:点|着|些|$|[,，])|(?:我|还)?还没(?:看|想|定|核|确|问|弄|搞)|再说|再(?:等|想|看|考虑|议|缓)(?:等|想|看)?|没(?:有)?(?:要|想)|罢了|免了|拉倒|(?:还是|先|就)?(?:留着|留下|保留)(?=[吧了啊呢，,。！!\\s]|$))+`,
  "u",
);

const BEFORE_A_DEED = /^(?:嗯|好|行|对|可以|确定|那|就|请|帮我?|给我|都|直接|马上|赶紧|快|先)+/u;
const BEHIND_A_DEED =
  /(?:[掉了吧上下好去出进啊呀哈嘛的它\s,，。.!！~…]|(?:给|过)?(?:他|你|我)们?|企业|这个|那个|这件|那件|一下|可以|行|算了(?=吧))+$/u;

/** 撤, 撤掉吧, 那就签了: the deed that was asked about is said, or begun to be, and nothing else. `words`: how it is called. */
export function saysTheDeed(plain: string, words: readonly string[]): boolean {
  const behind = plain.replace(BEHIND_A_DEED, "");
  const said = behind.replace(BEFORE_A_DEED, "") || behind;
  return said !== "" && words.some((word) => word.startsWith(said));
}

/** 没事了, 阀门关了就好了: what was to be raised is over. */
const IS_OVER =
  /(?:^|[,，。;；!！\s])(?:现在|又|已经?|都|自己|刚)*(?:没(?:事|问题)|好|修好|恢复|正常|解决|通|来[水电网气]|有[水电网气]|不[漏停跳堵](?:水|电|闸)?)了(?:吧|啊|哈|呢)?[\s。.!！~…]*$|(?:^|[,，。;；\s])没(?:事|问题)了(?=[,，。!！\s])|虚惊|(?:看|搞|弄|说)错了|误会/u;
const LONGEST_OVER = 24;

/** Whether it is said of what is offered to be raised, that it need not be. A yes (好了) is none. */
export function isOver(plain: string): boolean {
  return (
    [...plain].length <= LONGEST_OVER &&
    IS_OVER.test(plain) &&
    !isYesAlone(plain) &&
    !/但|不过|可是|还[没有是]|又[漏停跳堵坏]/u.test(plain)
  );
}

/** 不用了; 等等，先别: a no, said once or twice, and nothing else. */
export function isNoAlone(plain: string): boolean {
  const said = plain.replace(/[\s,，。.!！…~]+/gu, "");
  return said !== "" && NO.exec(said)?.[0].length === said.length;
}

/** 同意他们延期, 2号的延期准了: what is decided of a request. */
export const DECIDES =
  /^(?:好的?|行|可以|嗯)?[\s,，]*(?:同意|批准|准予|驳回|不同意|不批)|(?:延期|退单|挂账)[^,，。]{0,6}(?:同意|批准|准了|可以|批了|驳回|不行|不批)/u;

/** 不是 是质监的事吧 报: its last word files it after all. */
export function endsInFiling(plain: string): boolean {
  return /[\s,，。](?:那就?|就|还是|先|帮我)?(?:报|提|提交|登记|上报)(?:上去|吧|了吧|一下)?[\s。!！]*$/u.test(plain);
}

/** 反正死马当活马医, 随便: said beside a yes, and no part of the matter. */
const COMMENT = /^(?:反正|随便|无所谓|大不了|死马|试试|看看(?:吧|再说)|管他|总比|也好)/u;
const PARTICLES = /^[啊呀吧呢哦嘛的了哈\s,，。.!！…]+/u;

/** What stands behind a yes, said once more or not, is no part of what is agreed to: 提吧提吧，反正死马当活马医. */
export function isComment(plain: string): boolean {
  return COMMENT.test(plain.replace(PARTICLES, "").replace(YES, "").replace(PARTICLES, ""));
}

/** 报吧报吧，反正也没别的办法: a yes, and nothing that could be raised. */
export function isYesAlone(plain: string): boolean {
  const yes = YES.exec(plain);
  if (yes === null) return false;
  const rest = plain.slice(yes[0].length);
  return MERE_YES.test(rest) || isComment(rest);
}

/** 提交, 是, 对: what can be said to an offer alone. 好的 and thanks are said to whatever was told last. */
const FIRM = /是(?!的?[\s,，]*(?:谢|感谢))|对|提|报|交|登记|录|确[认定]|要(?!得)/u;

/** 好的谢谢, 收到: a yes, if it is one, to whatever was told last. */
export function isVagueYes(plain: string): boolean {
  const yes = YES.exec(plain);
  return (yes === null ? isThanks(plain) : isYesAlone(plain)) && !FIRM.test(plain);
}

/** 好的，信号好多了: begun by such a yes, or by thanks. */
export function beginsVaguely(plain: string): boolean {
  const yes = YES.exec(plain)?.[0] ?? "";
  return yes === "" ? startsInThanks(plain) : !FIRM.test(yes);
}

/** 等哈，接个电话: whoever says so comes back to it. */
/** 不是水压，是水表坏了 */
export const NOT_THIS_BUT_THAT =
  /^不是(?![这那我你他同补新另第]|\d)[^,，。;；]{1,12}[,，。;；\s]+(?:而|其实|应该)?是(?!这|那|新|另|第|\d)[^,，。;；]{2,}/u;

export const COMES_BACK =
  /^(?:等(?:哈|下|一下|等|一会儿?|会儿?)?|稍等|马上)(?:[,，\s]+(?:我)?(?:先|在|去|还)?(?:接|打|开|看|问|忙|找|吃|洗|送|上|取)[^,，。]{0,10})[。!…\s]*$/u;

/** 好像是好了: not sure of it. */
export const HEDGED = /好像|似乎|应该(?:是)?(?!给|由)|可能|大概|估计|也许|说不定|不确定|不晓得/u;

/** 打错群了: nothing of what was asked for. */
export const SENT_ASTRAY = /(?:发|打|弄|搞|走|贴)错(?:了)?(?:群|人|地方|对象|窗口)/u;

/** 下次再评, 没空评, 我再问问领导: the answer comes later, and is still waited for. */
export const PUTS_OFF =
  /^(?:我|那|就|先)?(?:下次|回头|改天|晚点|过后|等会儿?|一会儿?|明天|后面)再|没(?:空|时间|工夫)(?!调|间)|我?(?:再|先|去)(?:问问|问一?下|请示|商量)/u;

/** 不对，换成两天: what was shown is right but for a piece of it. */
export const MENDS = /^(?:不(?:对|是)?[\s,，]*)?(?:应该?|要)?(?:换|改)(?:成|为)\s*\S/u;

/** Whether it is a no with so little behind it that nothing else is said. */
export function isMereNo(plain: string): boolean {
  const no = NO.exec(plain);
  return no !== null && [...plain].length - no[0].length <= SHORT_NO;
}

const SHORT_NO = 3;

/** 算了, said of nothing that is named: it takes nothing back. */
export const DROPS_IT = /^(?:那|就|还是|先|都|还)*(?:算了|罢了|免了|拉倒|取消)(?:吧|啦|了|哈)?[\s,，。.!！…]*$/u;

/** 提，标紧急: what else is wished for it. */
export const WISHED_WITH =
  /^(?:请|帮我|给我|要|并)?(?:标(?:为|成|上|记)?|算|按|设(?:为|成)?|加(?:个|上)?|改(?:成|为)?|弄成)?(紧急|保密|复杂|加急|特急|急件|急)(?:的|件|吧|处理|办|一点|些)*[\s。!,，]*$/u;

/** 紧急 for all that is urgent. */
export function taughtWish(wish: string): string {
  return wish.includes("急") ? "紧急" : wish;
}

/** 我是说15…, 我指的是9号: another one than was shown. */
export const I_MEAN = /^(?:不(?:是|对)?[\s,，]*)?我(?:们)?(?:是)?(?:说|指|讲|问)(?:的)?(?:是)?(?![过了])/u;

/** 加一句，…: more of the text. */
export const ADDS = /^(?:再|还要?)?(?:加|补)(?:充)?(?:一?[句点下条个]|上|几[句点])?(?:一下)?[\s:：,，]+(?=\S{3})/u;

/** 先不发，改成…: a no before the text anew. */
export const NOT_SO = /^(?:先)?(?:不|别)[^,，。改换写]{0,4}[,，。\s]+(?=改|换|写成|应该)/u;
/** 作为答复发出去; 对，这样答复: the same text, for another command. */
export const AS_ANOTHER =
  /^(?:(?:对|嗯|是|好|行|可以)的?[\s,，。]*)?(?:就|请|帮我|直接|应该?){0,2}(?:作为|当作?|按|用作|改成?|这样|这么|(?:按|照)(?:这|此)(?:个|样)?|(?:给|跟|向)(?:他们?|企业|厂里)|先?(?:发|回|写|记)(?:个|一?条)?)?(答复|进展|备注|补充|措施)(?:来|去)?(?:发|记|提|告诉|写|给|吧|就行|就好|他们?|企业|出去|一下)?[^,，。]{0,4}[。!！\s]*$/u;

/** 改成：…: the text anew. */
export const INSTEAD =
  /^(?:不(?:对|是)?[,，]?)?(?:改(?:成|为|一下|下)?|换成|应该?(?:是|写)|写成?|(?:那?就|直接)(?:这样|这么)?写(?:成|上|道)?|内容(?:改|换|是))[\s:：,，]*(?=\S{4})/u;

/** 是三楼那台: the 是 tells what it is, and 是的, 是啊 say yes. */
export function isGluedToYes(yes: string, behind: string): boolean {
  return /是$/u.test(yes) && /^(?![的啊呀吧呢哦嘛了哈滴])\p{Script=Han}/u.test(behind);
}

/** 就写：…, asked for a text: what is said before it. */
export const WRITES = /^(?:那?就|直接)?(?:这样|这么)?写(?:成|上|道)?\s*[:：,，]\s*(?=\S{3})/u;

/** 两个都不是, 一个都不用 */
export const NONE_OF_THEM =
  /都(?:不(?:是|对|用|要|行|\p{Script=Han}了?[\s。!！]*$)|别|没(?:有)?(?:一个)?[\s。!！]*$)|(?:没|不是)(?:有)?(?:其中)?(?:任何)?一个/u;

/** 都, 两个都: all of them. */
export const ALL =
  /^(?:这|那|他们|上面)?[\s]*(?:(?:[两二三四五六几]|\d+)(?:个|件|条)(?:都|一起|一并|全)|全部|全都?|都(?!不)|所有|一起|[两二三四五六几\d]+(?:个|件|条)?都|一并|统统|每(?:个|件))/u;

export const URGENT_ONE = /急|紧急/u;
export const FIRST_ONE = /第一|前(?:面|一)|上面(?:那|的)|头一/u;
export const LAST_ONE = /最后|最新|后(?:面|一)|下面(?:那|的)|刚才|刚刚|第二(?:个|件)?$/u;

/** 第2个, 2, 选2: a place in a list. */
export const PLACE = /^[\s选就第]*(\d{1,2}|[一二两三四五六])(?:个|件|条|项|吧|号)?[\s。!,~吧啊呢的]*$/u;
/** 第一个吧，12月4号前: a place, and what is said with it. */
export const PLACE_AND_MORE = /^[\s选就第]*(\d{1,2}|[一二两三四五六])(?:个|件|条|项)?(?:吧|个)?[,，\s]+(?=\S{2})/u;

/** 我是光源照明的: a name without what stands around it. */
export const AROUND_A_NAME =
  /^(?:我们?(?:公司)?(?:是|叫)|是|这里是|这边是|本公司是?|叫)\s*|(?:公司)?(?:的|这边|这里)?[\s。,，!]*$/gu;

/** No name, and no answer. */
export const NO_ANSWER = /不(?:告诉|说|知道|清楚|想|晓得|填)|为什么|凭什么|干(?:嘛|什么)|保密|匿名|随便/u;

/** 就派经发吧, 嗯就给他们 */
export const JUST_SO = /^(?:那|嗯|对的?|好的?|行|可以|是的?|没错|[\s,，])*就(?!不|别|是说)/u;

/** 不对，这个是教育局管的吧; 不是，应该归公安: what is said behind the no. */
export const SAYS_WHOSE_IT_IS =
  /^不(?:是|对)[了吧啊呀\s,，。!！]*(?<said>(?:(?:这个?|那个?|这事|应该?|得|要|还是|其实|它)*(?:归|该|属于|该找|找|该由)[^,，。]{2,10}?(?:管|负责|才对|处理|办|的|局|公司|中心|所|办事?处?)?|(?:这个?|那个?|这事|应该?|它)+是[^,，。]{2,8}?(?:的|管的?|负责的?))(?:事情?|吧|啊|呀|才对)*)[\s。.!！]*$/u;
