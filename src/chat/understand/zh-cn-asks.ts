import { anyOf } from "./any-of.ts";

/** What makes a sentence a question, and how people ask how an issue stands. In plain text. */

const ASKING = anyOf(
  "[?？](?![a-z\\d=&%])",
  "(?:吗|么(?!子)|呢|(?<!\\p{Script=Han}{0,9}什)么)[\\s啊呀哦哈~。!！…]*$",
  "(?<=[^还都也就底直来是\\s,，。、])(?:没(?:有)?|冇)[\\s啊呀哦呢~。!！…]*$|(?:了|好|有|过|到|能|会|行|是|要)不[\\s啊呀哦呢~。!！…]*$",
  "(?:行|好|对|要|能|可以|(?<!还|就|都|老|总)是|成)不(?:行|好|对|要|能|可以|是|成)|准不准|批不批|退不退|延不延|同不同意",
  "哪(?!怕)|谁(?!都)|(?:什么|甚么|啥)(?!都|也)|么子(?!鬼)|怎么|怎样|咋|为何|为啥|如何|何时|(?<![延缓晚宽限多迟推长好前过这那]|[推延往]后)几(?:号|时|点|天|个|件|次|步)(?:[^,，。]{0,4}$|[?？])|多久|多少|多长时间|第几",
  "是不是|有没有|能不能|会不会|要不要|可不可以|行不行|是否|能否|可否",
);
/** Said like a question, and meant as a request: 能不能多给三天. */
const REQUESTING = anyOf(
  "(?:能不能|能否|可否|可不可以|可以|能|行不行|好不好|麻烦|(?<!申|报)请|帮)[^?？]{0,40}[吗不么?？]?[\\s啊呀吧。!！]*$",
  "(?:行不行?|行吗|可以不|可以吗|要得不|好不好|中不中)[\\s啊呀。!！?？]*$",
);
/** Asked for effect: nobody wants an answer. */
const COMPLAINING = anyOf(
  "怎么(?:又|还|老|能|就|都|可以|会|叫|算|搞)",
  "凭(?:什么|啥)",
  "(?:说|讲|报|反映|催|打|找|跑)(?:过|了)?(?:多少|好几|几)(?:次|遍|回)(?:了|电话)?",
  "什么(?:时候是个头|玩意|态度|效率|东西)",
  "不是(?:说|讲|答应|承诺|约)",
  "(\\p{Script=Han})什么\\1",
  "哪(?:里|有|个)(?:好|解决|修|办|有|能|会|是)",
);

/** Whether something is asked; what is asked for effect counts, too. */
export function asksSomething(plain: string): boolean {
  return ASKING.test(plain);
}

/** 能不能多给三天: a request in the form of a question. */
export function requests(plain: string): boolean {
  return (
    REQUESTING.test(plain) &&
    !/哪|谁|什么|怎么|咋|(?<![延缓晚宽限多迟推长这那前好近]|[推延往]后)几|多久|多少|如何|何时/u.test(plain)
  );
}

/** 怎么又延了: no answer is wanted. */
export function complains(plain: string): boolean {
  return COMPLAINING.test(plain);
}

/** 不是说上午来人吗，我等到现在: a question first, and what is told behind it. A number alone (…，3号) is no clause. */
export function tellsBehindQuestion(plain: string): boolean {
  const clauses = toldApart(plain);
  const last = clauses.at(-1) ?? "";
  return clauses.length > 1 && [...last].length >= SUBSTANCE && !ASKING.test(last);
}

/** 没人管吗，灯忽明忽暗的，3号: what is told behind the last thing that is asked, in one text; empty where that is nothing. */
export function toldBehindQuestion(plain: string): string {
  const clauses = toldApart(plain);
  const asked = clauses.findLastIndex((one) => ASKING.test(one));
  return asked < 0 ? "" : clauses.slice(asked + 1).join(",");
}

function toldApart(plain: string): readonly string[] {
  return plain
    .split(/[,，。!！?？;；\s]+/u)
    .filter(
      (one) => one !== "" && !/^(?:就是|是|在说)?#?[\d一二三四五六七八九十]+号?(?:的|那个|这个|那件|这件)?$/u.test(one),
    );
}

/** So many characters tell something. */
const SUBSTANCE = 6;

/** How it stands, asked so that nothing else can be meant. */
export const ASKS_STANDING = anyOf(
  "(?:处理|办理|审批)(?:的)?(?:结果|情况|进度|进展)|结果(?:是|怎|如何|呢|出来)|进度|进展(?:如何|怎|情况|呢|到|了?吗|没)|状态",
  "(?:到|走到|卡在|办到|进行到|处理到|推进到)(?:了)?(?:哪|什么(?:程度|阶段|环节|地步|步骤))",
  "(?:怎么?|咋)样(?:了|啦|呢|$|[?？])|咋个(?:样|说)|(?:啥|什么)(?:情况|动静)",
  "有(?:没有?|什么|啥)(?:什么|啥|个)?(?:新)?(?:消息|结果|回复|回音|进展|动静|下文|着落|眉目|说法|答复|信)|有(?:个)?(?:新)?(?:消息|结果|回复|回音|进展|动静|下文|着落|眉目|说法|答复|信)(?:了)?(?:没|吗|么|不(?!少)|[?])",
  "有(?:消息|结果|回复|回音|进展|动静|下文|着落|眉目|答复)没",
  "谁(?:在|来|给)?(?:办|负责|处理|管(?!管|一管|一下)|跟|经手|接|抓|盯|牵头|弄|搞)",
  "(?:派|转|交|分|归|报|给)(?:给|到)?(?:了)?(?:哪|谁)",
  "(?:是|归|由)(?:哪|那)?(?:个)?(?:单位|部门|局|科室|人)(?:在|负责|办|管|接|牵头|啊|呀|$|[?？])",
  "哪(?:个|家)(?:单位|部门|局|科室|人)(?:在|来|负责|办|管|接|牵头)",
  "(?:办|处理|弄|搞|解决|修|批|审|落实|推进|安排|跟进)(?:得|的)?(?:怎|咋|如何|到哪|差不多|好(?:了)?(?:没|吗))",
  "(?:签收|受理|回复|答复|回|处理|派单|派|安排|解决|修好|修|办好|办|弄好|弄|落实|定|批|审|好|搞定|通过|采纳|收到|转|补|申请|报|交|送)(?:下来|下去|上去|出去|过去|完|过)?了?(?:没有|吗|没|么|冇)(?=[?。!啊呀呢,\\s]|$)",
  "有(?:没有)?(?:哪个|单位|部门)?人?(?:来|给|跟|和|在)?(?:我们?|咱们?)?(?:联系|打电话|回电话|上门|对接)(?:过|了)?(?:我们?|咱们?)?(?:了|过)?(?:吗|没有?|么|[?？])",
  "^(?:那个?|这个?|上次的?|[\\s#]*\\d+\\s*号?(?:那个|那件)?|[^,，。能]{1,8}(?:那(?:个|件)|的事情?))?[\\s,，]*(?:已经|现在|今天|到底|有没有)*(?:(?:来|去|到|派)过?人|人(?:来|去|到)|有人(?:来|去|到)(?:现场|厂里)?)(?:了|过)?(?:没有?|吗|么|冇)[\\s啊呀呢?？。]*$",
  "有没有人?(?:在)?(?:管|来|处理|看|跟|办|理|接|问|签|落实|安排)|有人(?:在)?(?:管|来|处理|看|跟|办|理|接|问|签|落实)(?:进|着)?(?:了|过)?(?:吗|没)|没人管(?:了)?吗",
  "(?:大概|一般|最快|最多)?(?:还)?(?:要|得)?(?:多久|多少天|几天|几个工作日)[^,，。]{0,4}(?:有|给|回|答复|出)(?:个|我们?)?(?:准信|消息|结果|答复|回复|说法|话|音)?(?:[?？。啊呀\\s]*$)",
  "后来(?:怎么|咋|呢)|怎么说(?:了|的)?[?？。]*$",
  "在谁(?:那|手)|谁的?手(?:里|上)|卡在(?:了)?(?:谁|哪|什么|[^,，。]{0,6}(?:审|批(?!发)|流程|环节|手续|公示|签字|盖章|局|委|部门|科室|窗口|步|阶段|领导))",
  "情况(?:呢|如何|怎样)|^(?:(?:帮|替|给)(?:我|\\p{Script=Han}{2,3}?)|麻烦|请|我要?)?(?:查|看|问)(?:一?下|询|看|查|哈)?(?=\\s*[\\d#])",
);

/** 我是问班车的事: after which matter somebody asks. */
export const ASKS_AFTER =
  /^[\s,，]*我?(?:们)?(?:是|就是|只是)?(?:想|要|来)?问(?:的是|一?下)?[^,，。]{1,10}(?:的|那)(?:个|件)?事(?:情|儿)?[。\s]*$/u;
/** 17号是什么, #17是哪家的: which issue a number is of. */
export const ASKS_WHAT_IT_IS =
  /^[\s#]*\d+\s*号?(?:诉求)?(?:是|说|讲)?(?:的)?(?:个)?(?:什么|啥|哪|谁|么子|怎么回事|是不是)/u;

/** 下水沟的药打了没, 表换过吗: whether something is done by now. */
export const ASKS_WHETHER_DONE =
  /^(?!.*(?:能|可以|可否|希望|请)).*(?:[了过完]|[好到通来齐上下])(?:没(?:有)?|冇|吗|么)[\s啊呀哦呢~。!！?？]*$/u;

/** 招聘会定在几号啊: when or where something will be that is spoken of. */
export const ASKS_WHEN =
  /(?:定|改|安排|放|办|开|约)?(?:在|到|了)?(?:哪一?天|几号|几点|哪里?|什么(?:时候|地方)|啥时候|何时)(?:办|开|举行|开始|来|弄|搞|装|换)?[了啊呀呢的\s?？。]*$/u;

/** How it stands, or when it will be done, or why it is not: said of what is new as well. */
export const ASKS_HOW_IT_STANDS = new RegExp(
  `${ASKS_STANDING.source}|${
    anyOf(
      "(?:情况|进展|进度)(?:发|给|报)(?:给)?我(?:看看|看一?下|看|一下)",
      "怎么回事|为什么(?:还|没|不)|是不是(?:没人|忘|漏)|(?:拖|等|办|搞|花|要)(?:了)?多久",
      "(?:什么|啥|么子)时候(?:能|可以|会|才)?(?:好|办|解决|修|处理|弄|搞|通|来|回|答复|有结果|有个|完|给)",
      "还要(?:多久|等(?![^,，。?？]{0,8}(?:件|料|货|备|批|复|通知|天晴|人|材|款|章|审))|几天)|多久(?:能|才|可以)|几时能|何时能",
    ).source
  }`,
  "u",
);
