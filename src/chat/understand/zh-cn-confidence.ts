import { plainOf } from "../../domain/plain.ts";
import { anyOf } from "./any-of.ts";

/** How somebody wishes that a matter is kept in confidence, or that nobody learns who told it; in whichever words. */

/** As it stands before what is raised. */
export const CONFIDENTIAL = "保密";

/** What parts the clauses of a text; brackets, dashes and pictures, too. */
const CLAUSE = /[^\s,，。:：;；!！?？()（）【】「」『』[\]［］<>《》#＃"“”'‘’\-—–/|*~…、\p{Extended_Pictographic}]+/gu;
/** Behind these 保密 is one of a list, an explanation, or a word that is spoken of. */
const NO_WISH_BEHIND = /[:：、"“‘'《<]/u;
const PARTICLES = /(?:谢谢|[哦啊呀吧哈呢哟])$/u;
/** 保密, 这事保密, 以下内容绝对保密, 跟你说个保密的. */
const BARE =
  /^(?:#?\d{1,6}号?|(?:(?:[这那下][一]?(?:个|件|条|面)?|以下|接下来|我们?(?:要|想)?(?:说|讲|反映|提|报)的?)(?:个|件|条)?(?:说|讲)?(?:的)?(?:事情?|诉求|问题|情况|内容|话)?(?:是|属于|得|全程|绝对|严格)?)|(?:我们?)?(?:跟|和|给|向)?(?:你们?|您|领导)?(?:说|讲|反映|报|提|投诉)(?:一)?(?:个|件|条|点)(?:要|得)?)?保密(?:诉求|处理|办理|件|一下|的)?(?:事情?|情况|诉求)?$/u;
/** What stands with a wish in its clause, and tells of nothing: a yes, what joins it on, who wishes, what of, and that it is wished. */
const BESIDE_KEPT = anyOf(
  "提交|提|交|报|发|好的?|行|嗯|对了?|确认",
  "另外|不过|但是?|还有|然后|而且|并且|同时|顺便|最后|还是|就是|就|再|也|都|先",
  "[我俺咱你]们?|您|本人|我司|公司|厂里?|企业|单位|领导|这边",
  "[这那][个件条里]?|此|本|以上|上面|内容|诉求|信息|事情?|件|条|的|把|将|是|属于",
  "想要?|希望|要求?|请|求|麻烦|拜托|帮忙?|能够?|可以|需要?|得|应该?|申请|记得|千万|一定|务必|尽量|尽可能|最好|全程|严格|绝对|注意",
  "走|按|当|作为?|做|给|替|为|[写注标说]明|备注|标注?|加上?",
).source;
const TELLS_OUT = "(?:讲|说|公布|公开|宣传|透露|传|发|提|声张)";
const KEPT = `保(?:个|一?下|住|一?点|好)?密|(?:别|不要|不想|勿|莫)对外面?${TELLS_OUT}?`;
/** 不对外公布 is a wish where it is asked for; else it tells how somebody does it. */
const NOT_TOLD_OUT = `不对外面?${TELLS_OUT}`;
const AMONG_US = "(?:内部|私下里?|私底下|悄悄|低调|秘密)地?(?:掌握|处理|知道|知晓|办理?|跟进)";
const ASKED_OF_YOU = "(?:请|希望|麻烦|拜托|千万|务必|记得)";
const SOFTENED = "(?:最好|为好|更好|比较好|就(?:行|好|可以|够)|即可|吧|一?下|哈)";
/** 那就内部掌握就好: no company stands before it, of which it would tell. */
const NOBODY_BEFORE =
  "(?:提交|提|报|好的?|行|嗯|对了?|确认|另外|不过|但是?|还有|然后|而且|并且|同时|顺便|最后|还是|那?就是|那?就|再|也|先|可以|这[个件]?|此|本|事情?|把|[你您]们?)";
const BEHIND_KEPT =
  "(?:处理|办理?|的?(?:诉求|方式|形式|渠道|件)|一?下|的|最好|为好|更好|比较好|就(?:行|好|可以|够)|即可|哈|啊|哦|呀|吧|哟|呢|嘛|谢谢|保密)";
/** 另外保密, 我们想保密, 希望不对外公布, 悄悄处理就行: a clause that wishes it, and says nothing else; 公司内部处理 is what the company does itself. */
const WISH_ALONE = anyOf(
  `^(?:${BESIDE_KEPT}){0,8}(?:${KEPT})${BEHIND_KEPT}{0,4}$`,
  `^(?:${BESIDE_KEPT}){0,4}${ASKED_OF_YOU}(?:${BESIDE_KEPT}){0,4}(?<![我俺咱自][们己]?|公司|单位|企业|厂里?)(?:${AMONG_US}|${NOT_TOLD_OUT})${BEHIND_KEPT}{0,3}$`,
  `^${NOBODY_BEFORE}{0,4}(?:(?:最好|尽量|尽可能)(?:${AMONG_US}|${NOT_TOLD_OUT})|${AMONG_US}${SOFTENED}|低调处理)${BEHIND_KEPT}{0,3}$`,
);
/** 不对外公布, and nothing behind it. */
const LAST_WISH = new RegExp(
  `^(?:(?:以上|上面|此|本|这件)(?:内容|诉求|信息|事情?|件|条))?${NOT_TOLD_OUT}${BEHIND_KEPT}{0,2}$`,
  "u",
);
/** What is longer tells something. */
const LONGEST_WISH = 20;

function isWishAlone(clause: string, behind: string): boolean {
  if (clause.length > LONGEST_WISH) return false;
  return WISH_ALONE.test(clause) || (LAST_WISH.test(clause) && !/[\p{L}\d]/u.test(behind));
}

/** Within a clause. */
const some = (most: number) => `[^\\s,，。:：;；!！?？]{0,${most}}`;
const END = "(?=[哈啊哦呀吧哟呢嘛啦]?(?:[\\s,，。:：;；!！?？)）]|$))";

const NOT = "(?:别|不要|不想|不愿意?|不希望|不必|勿|莫|不许|不准|不得|不敢|能不能不|可不可以不|可以不|能不)";
const TELLS = "(?:说|讲|提|写|报|署|留|露|登|供|点|落|挂|透露|暴露|披露|公布|出现|显示|泄露)(?:出|到|明|上|漏|及)?";
const US = "(?:我|俺|咱|本人|厂里?|公司|企业|单位)";
const NAME = "(?:名字?|姓名|身份|名称|实名|厂名|公司名|企业名|单位名|落款)";
/** The things that confidence and namelessness are also words for. */
const SECRECY =
  "(?:保(?:个|一?下|住|一?点)?密(?!资质|资格|协议|室|员|局|柜|费|制度|培训|检查|法|认证|条款|工作|项目|资料|单位)|(?:匿(?:个)?名|不记名|无记名)(?!信|电话|用户|评|问卷|者|账号|调查))";

/** 别说是我讲的, 不要透露我们厂名字, 名字就不写了: nobody shall learn who it is. */
const UNNAMED: readonly string[] = [
  `${NOT}${some(6)}${TELLS}${some(4)}(?:我|俺|咱)们?(?:厂里?|公司|家|单位|这边|这里)?(?:说|讲|提|反映|投诉|举报|报|问|告|打听|咨询)?的?${END}`,
  `${NOT}${some(4)}(?:告诉|透露给|说给|泄露给|(?:跟|和|对|向)[^\\s,，。!！?？]{1,8}(?:说|讲|提)(?:起|到|过)?)[^\\s,，。!！?？]{0,8}?(?:是)(?:谁|哪个|哪家|我|俺|咱)们?${some(4)}(?:说|讲|提|反映|投诉|举报|报|问|告|写|打听|咨询)`,
  `${NOT}${some(6)}${TELLS}${some(4)}(?:${US}${some(4)})?${NAME}(?!额|单|次|片|录|牌)`,
  `${NOT}${some(6)}${TELLS}${some(3)}(?:谁|哪个|哪家)${some(3)}(?:说|讲|提|反映|投诉|举报|报|的)`,
  "不(?:署|留|记|具|露|写|报|提)(?:真|实|姓|(?:我们?|公司|厂里?|企业|单位)的?)?名(?!额|单|次|片|录|牌)",
  `(?:知道|晓得|发现|不能说|不好说)是(?:我|俺|咱|谁|哪家|哪个)们?${some(6)}(?:说|讲|提|反映|投诉|举报|问)|就说是(?:别人|人家|其他|另外)`,
  `(?:不让|别让|不要让?|不想让?|不愿意?|不敢)(?:我|俺|咱)们?${some(4)}(?:出面|露面|出名)|(?:我|俺|咱)们?${some(5)}(?:不想|不愿意?|不敢|不便|不方便)(?:出面|露面|暴露|得罪(?:人|他|谁)|出名|实名)|(?:不想|不要|别|不敢)暴露(?:我|自己|本人)`,
  "保守秘密|保护(?:好)?(?:我们?|举报人|反映人|投诉人|本人)(?:的)?(?:个人)?(?:隐私|身份|信息)|(?:帮|替)(?:我|俺|咱)们?[^,，。]{0,3}瞒|隐名|化名",
  `${NAME}${some(3)}(?:隐(?:去|藏|掉)|不(?:要)?(?:写|说|提|公开|透露|留)(?!错|反|漏|清)|打码|抹掉|去掉)|隐(?:去|瞒|藏|掉)${some(6)}(?:${NAME}|${US})`,
  `不(?:太|大|是很|怎么)?(?:方便|便|好)(?:意思)?(?:说|透露|讲|写|留|提)${some(4)}(?:${NAME}|是谁|哪家)`,
  `(?:别|不要|莫|勿)${some(3)}把(?:我|俺|咱)们?${some(2)}(?:卖|供|扯|牵|带|写|报|抖|暴露|说|点|捅)(?:了|出|进|上|名)`,
  "(?<!(?:有人|被|他们|对方|邻居|谁|员工)[^,，。]{0,3}|不用|不必|无需|不需要?|不想|不能|非|别|成|为)(?:匿(?:个)?名|不记名|无记名)(?:反映|投诉|举报|提|说|讲|处理|的|吧|$|(?=[\\s,，。:：;；!！?？]))",
];

/** Where others read it, too. */
const HERE_ALONE = "(?:群里?|这里|这儿|大家面前|公开场合)";
const HERE = "(?:群里?|这里?|这儿|这边|此处?|大家(?:的面|面前)?|公开|当众|当面|明着?)";
/** 有个敏感的事, 这事比较敏感 */
const SENSITIVE = "敏感的?(?:事|话|问题|情况|话题)|(?:事情?|话|问题|情况)[^,，。]{0,3}(?:比较|有点|很|挺|太|蛮)敏感";

/** 别让周总知道, 怕他们晓得是我, 只跟你们说: somebody shall not learn of it. */
const UNTOLD: readonly string[] = [
  `保(?:个|一下|一?点|住)密`,
  `(?:别|不要|不想|不便|不能|勿|莫|不愿意?|不希望)${some(6)}(?:公开(?!招|透明|信息|征)|外传|声张|说出去|讲出去|曝光|传出去|[让给被叫](?:${some(8)}(?:知道|晓得|发现)|[^,，。车机货狗]{1,8}(?:看到|看见|听到)))`,
  `(?:别|不要|莫|勿)${some(4)}(?:声张|走漏|捅(?:出去|到)|往外(?:说|讲)|透露|(?:告诉|通知)(?:(?!我)|我们?(?:老板|领导|经理|主管|厂长|公司|厂里|同事|\\p{Script=Han}总))|(?:跟|和|向|对|给)(?!我)[^,，。\\s]{1,10}(?:说|讲|提)(?!没|不|要|了)|传到)`,
  `怕[^\\s,，。:：;；!！?？不]{1,8}(?:知道|晓得)(?:了|是(?:我|谁)|$)|(?:怕|担心|避免|以免|免得|防止)${some(8)}(?:报复|穿小鞋|秋后算账|找(?:我|俺|咱)们?的?麻烦|记恨)`,
  "(?:希望|请|要求|麻烦|可以|能)不(?:要)?公开(?!招|透明|征|竞)|不(?:宜|便)公开(?!招|透明|征|竞)|(?:别|不要|莫)(?:在|到)群里[^,，。]{0,4}(?:说|讲|提|公开)",
  `(?:只|仅)(?:想|能|愿意?)?(?:跟|和|对|给|向)(?:营商办|你们|您|领导|园区)${some(4)}(?:说|讲|反映|看)|[你您]们?(?:几个|自己|那边)?(?:心里)?(?:知道|晓得)就(?:行|好|可以|够)`,
  `(?:^|[\\s,，。:：;；!！?？]|我们?|咱们?|俺们?|想|要|能|以|请|帮忙?|希望|得|需|求|事|件|给|个|就)${SECRECY}(?:地)?(?:再|来|去)?(?:提|说|讲|反映|报|投诉|举报|登记|问|聊|谈|咨询)`,
  `(?:怕|担心|不想|不敢|不愿)${some(3)}得罪(?!客|甲方|买家)`,
  SENSITIVE,
  `单独(?:跟|和|给|向|找)(?:[你您]|领导|营商办)`,
  `(?:想|要)?(?:私下|私底下|背地里|悄悄|偷偷)(?:里)?(?:跟|和|给|向)?${some(4)}(?:说|讲|反映|问|聊)(?:个|件|一?下|点)?`,
  `不(?:太|大|是很|怎么)?(?:方便|好|便|想|适合|合适)${some(4)}(?:在|当着?)?${HERE}(?:里|中|面|上)?(?:讲|说|提|发|公开|聊|谈)`,
  `${HERE_ALONE}${some(3)}(?:不(?:太|大|是很|怎么)?(?:方便|好|便|适合|合适)|没法)(?:讲|说|提|发|公开|聊|谈)`,
  `不能${some(2)}(?:在|当着?)?${HERE}(?:里|中|面|上)?(?:讲|说|提|发|公开|聊|谈)`,
];

/** 能匿名不, 可以不写名字吗: whoever asks it wishes it. */
const ASKED: readonly string[] = [
  `(?:能|可以|可不可以|会不会|可否|有没有办法|怎么|如何)${some(6)}(?:${SECRECY}|不公开|(?:私下|单独)(?:里)?(?:跟|和|给|向|说|讲|反映|聊|联系)|(?:别|不)(?:让|给|被)${some(8)}(?:知道|晓得|看到|看见))${some(8)}(?:[吗么不嘛呢?？]|$)`,
  `${SECRECY}(?:的话)?(?:可以|行|能行|成|好)(?:吗|不|么|嘛|吧)`,
];

const OTHERWISE = anyOf(...UNNAMED, ...UNTOLD, ...ASKED);
const EVERY_WISH = new RegExp(OTHERWISE.source, "gu");

/** 能保密吗, 不太方便在群里说: how it can be said is asked, and nothing is said yet. */
const ASKS_WHERE_TO_SAY = anyOf(
  "不(?:太|大|是很|怎么)?(?:方便|好|便|想|适合|合适)[^,，。]{0,4}(?:在)?(?:群里?|这里|大家面前)",
  `不(?:太|大|是很|怎么)?(?:方便|好|便|想|适合|合适|能)[^,，。]{0,4}(?:在|当着?)?${HERE}(?:里|中|面|上)?(?:讲|说|提|发|公开|聊|谈)`,
  ...ASKED,
  "(?:保密|匿名|敏感|机密)的?(?:事情?|诉求|话|内容|问题|东西)?[^,，。]{0,4}(?:群里?|这里|这儿|公开|当众)[^,，。]{0,6}(?:行不行|行吗|行么|可不可以|可以|能不能|能吗|合不?合适|方便|好不好|好吗|不好吧|[吗么不嘛?？])",
  "(?:会|能)不会?[^,，。]{0,6}(?:泄露|传出去|被[^,，。]{0,6}知道)",
);

/** Whether somebody asks how something can be said in confidence. */
export function asksWhereToSay(text: string): boolean {
  return ASKS_WHERE_TO_SAY.test(plainOf(text.slice(0, LOOKED_AT)));
}

/** What stands beside a wish for confidence and tells nothing of a matter. */
const BESIDE_THE_WISH =
  /关于[^,，。]{1,8}的(?:事情?|问题)?|(?:别|让|叫)(?:他们?|她们?|人家|别人)|是(?:谁|我|咱)们?|[那这][个件条]|上面|前面|刚刚|的|事情?|诉求|反映|投诉|提|报|我们?|公司|老板|咱们?|想|要|有|个|件|点|一下|但是?|可|千万|请|麻烦|务必|一定|啊|呀|哦|吧|呢|吗|了|能|不|可以|说|讲|就是|之前|上次|刚才|你们?|您|帮|人|把|哈|[改换转变设弄搞做标当](?:成|为|作)?|#?\d+号?/gu;

/** 我那个保密的事不要让供电公司知道: of its clauses each is a wish for confidence, or says nothing. */
export function wishesConfidenceOnly(text: string): boolean {
  if (!asksForConfidence(text) && !asksWhereToSay(text) && !changesToConfidential(plainOf(text))) return false;
  const clauses = plainOf(text.slice(0, LOOKED_AT)).split(/[\s,，。;；:!！?？]+/u);
  return clauses.every((one, index) => {
    if (isWishAlone(one, clauses.slice(index + 1).join(""))) return true;
    const left = one
      .replace(ASKS_WHERE_TO_SAY, "")
      .replace(EVERY_WISH, "")
      .replace(/保密|匿名/gu, "");
    const isWish = left !== one;
    return [...left.replace(BESIDE_THE_WISH, "")].length <= (isWish ? LEFT_OF_A_WISH : 1);
  });
}

/** 不要跟他们讲是我们 calls nothing off: what is left when each wish for confidence is taken out. */
export function withoutWishes(plain: string): string {
  return plain.replace(EVERY_WISH, " ");
}

const LEFT_OF_A_WISH = 2;
const ENDS_IN_IT = /保密(?:处理|办理|一下|(?:我们?|本人|我司|公司)?的?(?:身份|信息|姓名))?$/u;
const WISHED = /[请望求需须要帮替为给予]|务必|一定|绝对|全程|注意/u;
const NOT_MEANT = /[不无勿没]|别|是否|项目|监控|内部|协议|资料|条款|规定|制度/u;
const LOOKED_AT = 200;

/** A wish stands before what is told, or behind it. */
function looksAt(text: string): string {
  return text.length <= 2 * LOOKED_AT ? text : `${text.slice(0, LOOKED_AT)}\n${text.slice(-LOOKED_AT)}`;
}

/** A wish is short; what is longer tells something. */
const LONGEST = 14;

/**
 * Whether a text asks for confidence: 【保密】, #保密, 这事要帮我们保密, 别写我名字; not 保密协议, 不用保密, 安全、保密、消防. What others
 * have read cannot be taken back, so every clause that does so counts.
 */
export function asksForConfidence(text: string): boolean {
  if (OTHERWISE.test(plainOf(looksAt(text)))) return true;
  const read = text.normalize("NFKC").replaceAll("\uFE0F", "").replaceAll("請", "请").replace(/保 密/gu, "保密");
  for (const match of read.matchAll(CLAUSE)) {
    const clause = match[0].length > 2 * LONGEST ? match[0] : match[0].replace(PARTICLES, "").replace(PARTICLES, "");
    const before = match.index === 0 ? "" : (read.at(match.index - 1) ?? "");
    const after = read.at(match.index + match[0].length) ?? "";
    const isAlone = BARE.test(clause) || isWishAlone(match[0], read.slice(match.index + match[0].length));
    if (isAlone && !NO_WISH_BEHIND.test(before) && after !== "、") return true;
    if (clause.length > LONGEST || !ENDS_IN_IT.test(clause)) continue;
    if (WISHED.test(clause) && !NOT_MEANT.test(clause)) return true;
  }
  return false;
}

/** 不用保密: who says so after all. */
const WANTS_NONE = /(?:不用|不必|无需|不需要?|不要|别)[^,，。]{0,3}(?:保密|匿名)/u;

/** Whether a text says that no confidence is needed. */
export function wantsNoConfidence(text: string): boolean {
  return WANTS_NONE.test(plainOf(text.slice(0, LOOKED_AT)));
}

/** 44改成保密的, 改为匿名, 刚才那个保密: of what is there already. */
const CHANGES_TO_IT =
  /(?:(?:刚才?|刚刚|上面|前面|之前)[^,，。]{0,8}?|上一?)(?:个|件|条|的|诉求|事情?)(?:[要得请也都]|麻烦|帮我?们?|给我?们?|能不能|可以|需要|全部?){0,3}保(?:个|一?下)?密(?!资质|协议|室|投票|问卷|柜|员|局)|(?:改|换|转|变|设|弄|搞|标|列|调整?)(?:一?下|个)?(?:成|为|作|到)?[^,，。]{0,4}(?:保密|匿名|不公开)(?!资质|协议|室|投票|问卷)/u;
/** 我不是让你匿名了吗, 说好保密的: it was wished before. */
const WISHED_BEFORE =
  /(?:不是|明明|说好|说过|答应|都说|早说|怎么没|怎么不|为(?:什么|啥|何)(?:没|不)|咋(?:没|不))[^,，。]{0,8}(?:保密|匿名|不公开|不写名|别写名)/u;

/** Whether something that is there is to become confidential. */
export function changesToConfidential(plain: string): boolean {
  return CHANGES_TO_IT.test(plain);
}

/** Whether somebody finds that what he wished was not heard, and says little more. */
export function findsItWasNot(plain: string): boolean {
  return WISHED_BEFORE.test(plain) && [...plain].length <= LONGEST_COMPLAINT;
}

const LONGEST_COMPLAINT = 24;
const SHORTEST_TOLD = 6;

/** 那会我也去不了啊; 那天我没空: it goes back to what was said. */
export const GOES_BACK = /^(?:好的?|嗯|可是|但是?|不过|[\s,，])*那(?:会|天|时候?|样|个时间|我|[,，])/u;
/** 那伙人, 他们又: who was told of before. */
export const NAMES_THEM_AGAIN =
  /(?<!的)(?:那|这|还是那?|上次那?|同一)(?:伙|帮|群|几个|些|批|拨|个)(?:人|家伙|混混|村民|男的|女的|老板|领导|流氓|地痞|干部|东西)|(?:他|她)们?(?:今天|昨天|昨晚|刚才|现在|还|也)*又|同一个?人|变本加厉|报复|又来(?:威胁|恐吓|要钱|收钱|逼|骚扰|堵|闹)/u;
/** 又来了, 还在逼我们: it may be anything that happens again. */
export const HAPPENS_AGAIN =
  /(?:又|还在?|再次)(?:来|上门|找上门|打电话|发微信|威胁|恐吓|堵|闹|要钱|收钱|逼|骚扰|砸|打)|更过分|越来越(?:过分|嚣张)/u;

/** 派给谁了 不会让村里知道吧: what has become of it, and who learns of it. */
const ASKS_OF_CONFIDED =
  /(?:派|转|交|发)给(?:了)?(?:谁|哪)|谁(?:在|来)?(?:办|管|处理|负责)|(?:不会|会不会|不能|没|有没有|别)(?:让|给|被|告诉|泄露|传)[^,，。]{0,10}(?:知道|晓得|看到|看见|听到|出去|吧|了)|(?:别人|人家|他们|村里|老板)(?:会不会|不会|能不能|看得|看不)[^,，。]{0,6}(?:知道|晓得|看到|见)/u;

/** Whether it is merely asked of what was told in confidence. */
export function asksOfConfided(plain: string): boolean {
  // 供应商给采购回扣，别让老板晓得: a matter is told beside the wish.
  const left = withoutWishes(plain);
  const isTold = left !== plain && left.replace(/[^\p{L}]/gu, "").length >= SHORTEST_TOLD;
  return ASKS_OF_CONFIDED.test(plain) && !isTold && [...plain].length <= LONGEST_COMPLAINT;
}

/** 我要投诉王建国, 举报建管局的谢东: who is accused, where nothing is told of him; null: something else is said. */
export function accusedIn(plain: string): string | null {
  const match =
    /^(?:[\s,，]|你好|您好|我们?|本人|我司|公司|想|要|得|来|实名|匿名)*(?:投诉|举报|检举|控告|告|反映)(?:一?下|个)?(?<whom>\p{Script=Han}{2,14}?)(?:这个人|那个人|的人|局长|主任|科长|经理|同志|他们|那帮人)?(?:可以吗|行不行|行吗)?[了吧啊呀\s。.!！?？…]*$/u.exec(
      plain,
    );
  return match?.groups?.whom?.replace(/[的那个叫]/gu, "") ?? null;
}

/** 补充一下, 上次那个事: it goes on about an issue that is there. */
export const SAYS_MORE_OF_IT =
  /补充|追加|上次|上回|之前[^,，。]{0,6}(?:提|报|说|反映)|刚才|刚刚|(?:提|报|反映)(?:过|了)?的那?|[这那][个件]?(?:诉求|单子)/u;
