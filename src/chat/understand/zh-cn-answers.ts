/** Short answers to what the bot asked. In plain text. */

const MARKS = "[\\s,，。.!！~、;；啊呀吧呢哦嘛的了哈]*";

/** 是, 好的, 对，提吧: yes, and what may be said behind it. */
export const YES = new RegExp(
  `^${MARKS}(?:是(?!不是|否|什么|谁|哪)|对(?!不起|方|面)|好(?!像|多|几|久)|可以|行(?!不)|嗯|恩|要(?!不|是)|确认|确定|没错|正确|没问题|就这样|就这么|提交|提(?=吧|上去|$|[,，。!])|登记|发(?=吧|出去|给|$)|办(?=吧|$)|同意|批准|准|赶紧|麻烦(?:了|你)?|可|ok|okay|yes|y|1|按这个|照(?:这|此)|来吧|成|中|要得|妥|嗯嗯|全部?都?(?:是|要|对)|👌|👍)+`,
  "u",
);
/** What may follow a yes and say nothing more. */
export const MERE_YES =
  /^(?:[\s,，。.!！~、;；啊呀吧呢哦嘛的了哈呗咯]|提(?:交|上去)?|登记|发(?:出去|给(?:他|企业))?|办|就(?:这样|这么)(?:办|定)?|吧|可以|好|行|是|对|嗯|确认|没错|没问题|同意|批准|谢谢|感谢|辛苦|麻烦(?:了|你)?|你|您|给(?:他|我)|帮我|签|撤|评|这(?:样|个)|一下|尽快|快点|赶紧|👌|👍|🙏)*$/u;

/** 不用了, 先别撤, 算了: no, and what may be said behind it. */
export const NO = new RegExp(
  `^${MARKS}(?:(?:先|还是|那|暂时|千万|都|我)*(?:不(?!过|好意思|仅|但)|别|甭|莫)(?:用|要|是|对|必|需要|急|行|可以|同意|提|撤|发|办|签|评|登记|给|搞|弄)*|算了|取消|否|no|n|等(?:等|一下|会|我)|先(?:等|放|缓|不|别|停|搁)|错了|搞错|弄错|点错|看错|打住|停|再说|再想想|再看看|没(?:有)?(?:要|想)|罢了|免了|拉倒)+`,
  "u",
);

/** 提，标紧急: what else is wished for it. */
export const WISHED_WITH =
  /^(?:请|帮我|给我|要|并)?(?:标(?:为|成|上|记)?|算|按|设(?:为|成)?|加(?:个|上)?|改(?:成|为)?|弄成)?(紧急|保密|复杂|加急|特急|急件|急)(?:的|件|吧|处理|办|一点|些)*[\s。!,，]*$/u;

/** 紧急 for all that is urgent. */
export function taughtWish(wish: string): string {
  return wish.includes("急") ? "紧急" : wish;
}

/** 改成：…: the text anew. */
export const INSTEAD =
  /^(?:不(?:对|是)?[,，]?)?(?:改(?:成|为|一下|下)?|换成|应该?(?:是|写)|写成?|内容(?:改|换|是))[\s:：,，]*(?=\S{4})/u;

/** 都, 两个都: all of them. */
export const ALL =
  /^(?:这|那|他们|上面)?[\s]*(?:全部|全都?|都(?!不)|所有|一起|[两二三四五六几\d]+(?:个|件|条)?都|一并|统统|每(?:个|件))/u;

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
