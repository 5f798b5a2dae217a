import { distance } from "fastest-levenshtein";
import { anyOf, leftBeside } from "./any-of.ts";

/** What tells a command's own words from a sentence that only begins like one. In plain text. */

/** Directly behind 诉求: then an issue that is there is spoken of, or how to raise one. */
export const ABOUT_AN_ISSUE =
  /^(?:[上过]去(?:$|[吧了,，。!！])|(?:先|想|要|我们?|能不能|可以|把|请|麻烦|全|都|再|不想|这(?:条|个|件)){0,4}(?:撤|销(?!售|路|量|往)|取消|删|作废|催(?!收|缴|款|债|熟))|(?:不用|不要|不必|无需)(?:再)?(?:办|管|处理|提|跟|了)|不(?:提|办|要)了|#?\d+(?:号|件|条)?\s*(?:派|给|归|销|撤|催|谁|在)|(?:问题|情况)?(?:是)?(?:在|发|找|跟|向)[^,，。]{0,6}(?:群|私聊|你|您|谁|哪)|的|提(?:了|过|上去|交了|完)|一般|最[长多久]|多久|进度|进展|编号|单号|撤|已|在哪|#?\d+(?:号|件|条)?\s*(?:到|的|现在|怎|进|谁|什么|有|办|处|还|是|$)|总|一共|共|多少|几|状态|什么|啥|何时|谁|办|处理|有(?:没|消息|结果|人|回|进|哪)|里|呢|解决|是(?!否)|号|了|过|列表|清单|情况|反馈|那|这|怎么(?!办|解决)|如何|到|回复|签|受理|派|内容|被|没(?:人|有(?:人|回|动))|一直没|还没|[^,，。]{0,8}(?:了吗|了没|了没有|吗)[?？]?$)/u;

/** 诉求一下, 反映个问题: said for politeness, before the matter. */
export const FILLER =
  /^(?:(?:一?下[\s,，]*)?(?:一?[个件条])?(?:小|新)?(?:问题|情况|事情?|诉求)(?=$|[\s:,，：。])[\s:,，：。]*|一下(?:下)?(?!子)[\s:,，：。]*|(?:下|(?:这么|这样)?(?:一)?(?:个|件|条)(?:小|新)?(?:问题|情况|事(?:情)?|诉求)|如下|几个?(?:问题|点)|情况|问题)(?=$|[\s:,，：。])[\s:,，：。]*)/u;

/** 反映情况：三车间停电: behind 反映, and what is the matter follows. */
export const TELLS_THE_MATTER = /^一?下?(?:问题|情况|事情?)[:：]\s*\S{3}/u;

/** 我要反映一个问题，…: who speaks, and that something is raised. */
export const RAISES =
  /^(?:(?:你|您|大家|各位|领导|老师)好?[\s,，。!！]*|请问[\s,，]*|麻烦[\s,，]*)*(?:我们?|我司|我们?公司|本公司|这边|这里|今天|现在|代表公司)*(?:这边|这里|公司|厂)?(?:想|要|来|需|得|再|在此|特|还)+(?:跟|向|给|找|和)?(?:园区|领导|你们|您|政府|管委会|大家|贵局)?(?:再)?(?:提(?:交|出|报)?(?:个|一个|一件|一条|一下|下)?(?:新)?(?:诉求|问题|建议|意见|需求)|反映(?:个|一个|一件|一下|下|几个)?(?:问题|情况|事情?)?|投诉(?:个|一下|一个)?|(?:上)?报(?:个|一下|一个|一件)?(?:问题|诉求|修|事)|求助(?:一下)?|咨询(?:一下|个|一个)?(?:问题|事)?|说(?:个|一个|一下|件)(?:事|问题|情况))[\s:,，：。!！]*|^(?:提|报|发)(?:个|一个|一条|一下)(?:新)?(?:诉求|问题)(?:$|[\s:,，：。!！]+)|^(?:我们?)?(?:这里|这边)?有(?:个|一个|件|一件|几个)?(?:新)?(?:诉求|问题|事情?|意见|建议)(?:想|要)(?:跟你们?|向你们?)?(?:报|说|反映|提|咨询|讲|问)(?:一下|下)?[\s:,，：。!！]*|^(?:我们?|这边)?有(?:件|个|点|一件)?(?:小)?事[^,，。]{0,2}(?:想|要|得)(?:麻烦|请|求|找)[^,，。]{0,10}(?:协调|帮忙|帮|解决|处理)?(?:一下)?[。!！\s]*$/u;

/** 求个事, 麻烦问个事: that something will be said, and not yet what. */
export function opensOnly(plain: string): boolean {
  return OPENS.test(plain) && leftBeside(plain, OPENING) === 0;
}

const OPENS =
  /(?:^|[^没还])有(?:一?[个件点桩条])?(?:小|急)?事|(?:[求问说讲找帮托报]|麻烦|反映|咨询|打听|请教|汇报)[^,，。没不]{0,4}(?:事|忙|问题|情况)|(?:问题|情况)[^,，。没不]{0,3}(?:反映|[说讲问]|汇报|请教)|(?:请教|打听|求助)一?[下声]/u;
const OPENING = anyOf(
  "你好|您好|在吗|领导|老师|主任|同志|不好意思|打扰|请问|麻烦|拜托|请教|咨询|打听|求助|反映|汇报|报告|园区|管委会|政府|你们?|您|我们?|这边|这里|厂里|公司|单位",
  "[有求问说讲找帮托请想要跟和向给报来得]|一?[下点些声]|[一两几]?[个件条桩]|小|大|急|事情?|忙|问题|情况|[了啊呀哈呢吧嘛的]",
);

/** A word with letters and figures right behind it, and nothing else: 签收abc. */
export const UNPARTED = /^\p{Script=Han}{2,4}(?=[a-z][a-z\d]*\s*$)/u;

interface Word {
  readonly name: string;
  readonly words: readonly string[];
  readonly english: string;
}

/** Names and things that look like a command's word and are none. */
const NO_SLIP = new Set([
  "联系",
  "反应",
  "签到",
  "请教",
  "请问",
  "进去",
  "进来",
  "同时",
  "同样",
  "统一",
  "批评",
  "批准",
  "批复",
  "批了",
  "退货",
  "退款",
  "退税",
  "备案",
  "备件",
  "备货",
  "期间",
  "措手",
  "进口",
  "进度",
]);

/** 签受 2 for 签收 2: a word of which one character is another's; only where a number or nothing follows. */
export function mendedWord(
  plain: string,
  commands: readonly Word[],
  may: (name: string, number: number) => boolean,
): { readonly word: string; readonly said: string; readonly name: string } | null {
  const match = /^(\p{Script=Han}{2,3}|[a-z]{5,12})(?=[\s#]*(\d{1,6})号?(?:$|[\s,，。:：]))/u.exec(plain);
  const said = match?.[1];
  if (said === undefined || NO_SLIP.has(said)) return null;
  const near = commands.flatMap(({ name, words, english }) => {
    const similar = [...words, english].filter((word) => isSlipOf(word, said));
    return similar.length > 0 && may(name, Number(match?.[2])) ? similar.map((word) => ({ word, said, name })) : [];
  });
  // assing has the letters of assign, and is only near to assist.
  const same = near.filter(({ word }) => hasLettersOf(word, said));
  const [first] = same.length > 0 ? same : near;
  if (same.length > 0) return first ?? null;
  return first !== undefined && near.every((one) => one.name === first.name) ? first : null;
}

function hasLettersOf(word: string, said: string): boolean {
  return [...word].toSorted().join("") === [...said].toSorted().join("");
}

/** One Chinese character is another, or a letter is missing, wrong, too many or in another's place. */
function isSlipOf(word: string, said: string): boolean {
  if (/^[a-z]/u.test(said)) return word.length >= LONG_ENOUGH && distance(word, said) <= TWO_LETTERS;
  return word.length === said.length && distance(word, said) === 1;
}

const LONG_ENOUGH = 5;
const TWO_LETTERS = 2;
