import { whatBehind, withoutEnd, withoutLead } from "./zh-cn-pieces.ts";

/** How people ask for issues by their words, without the command. In plain text. */

const ASKS = "(?:请|麻烦|帮我?|给我|我(?:们)?(?:想|要)|\\s)*";
const EARLIER =
  "(?:(?:我们?|咱们?|本?公司|厂里)?(?:之前|以前|上次|上周|昨天|前几天|早先|原来)?(?:提|报|发|反映|反馈|说|写|登记)(?:过|了)?的?(?:那(?:个|件|条))?|(?:我们?|咱们?)?(?:之前|以前|原来)的?|(?:关于|有关|(?:跟|和|与)(?=[^,，。]{1,16}(?:相关|有关))))?";
const ISSUES = "(?:诉求|问题|单子?|件|事情?|记录|那(?:个|件|条))";

/** 搜 漏雨, 搜索一下路灯的诉求: whatever follows. */
const SEARCHES = new RegExp(
  `^${ASKS}(?:搜(?![救身集刮捕])索?|检索|查找)(?:一?下|一搜)?[\\s,，:：]*${EARLIER}(?<words>[^,，。;；?？]{1,20})$`,
  "u",
);
/** 找一下渣土车的诉求, 找找我之前提的漏雨: it says itself that it is issues that are looked for. */
const FINDS = new RegExp(
  `^${ASKS}(?:找|翻|查|看)(?:[找翻查看]|一?下)?(?:看|出)?(?![到着见])[\\s,，:：]*(?:(?:我们?|咱们?)?(?:之前|以前|上次|上周|昨天|前几天|原来)(?:提|报|发|反映|反馈|说|写|登记)(?:过|了)?的|(?:关于|有关|(?:跟|和|与)(?=[^,，。]{1,16}(?:相关|有关))))(?<words>[^,，。;；?？]{1,20})$|^${ASKS}(?:找|翻)(?:[找翻]|一?下)?(?:看|出)?(?![到着见])[\\s,，:：]*(?<words2>[^,，。;；?？]{1,16}?)(?:相关|有关)?的?(?:诉求|单子|记录)$`,
  "u",
);
/** 查一下跟公交有关的 */
const LOOKS_FOR_WHAT_IS_OF = new RegExp(
  `^${ASKS}(?:找|翻|查|看|搜)(?:[找翻查看]|一?下)?(?:看|出)?[\\s,，:：]*(?:跟|和|与|同)(?<words>[^,，。;；?？]{1,12}?)(?:有关|相关)(?:系)?的?(?:${ISSUES})?(?:有哪些)?[\\s。.!！吧]*$`,
  "u",
);
/** 找一下技改: a short name of what is looked for, and nobody and nothing that is found elsewhere. */
const LOOKS_UP = new RegExp(
  `^${ASKS}(?:找|翻)(?:[找翻]|一?下)[\\s,，:：]*(?!.*(?:[工们]$|[人来修帮]|师傅|领导|老板|主任|律师|专家|公司|单位|部门|厂家|房|车|地方|渠道|银行|原因|办法|钱|谁|哪|什么))(?<words3>[\\p{L}\\p{N}]{2,6})[\\s。.!！]*$`,
  "u",
);
const THEN =
  "(?:(?:上|这|本)个?月|[上这本]周|上个?星期|前几天|前天|昨天|今天|早上|去年|今年|年初|前阵子|前段时间|\\d{1,2}月份?|之前|以前|上次|最早)(?:提|报|反映|说|来)?(?:过|了)?的?";
const NO_PERSON = "(?!.*(?:谁|人$|师傅|领导|老板|主任|律师|专家|电话|地方|渠道|办法|原因|材料|文件))";
/** 找一下上个月那个停电的, 翻翻前几天报的路灯那个: by when it was. */
const FINDS_OF_THEN = new RegExp(
  `^${ASKS}(?:找|翻|查|搜)(?:[找翻查搜]|一?下|出来?)?(?:看|出)?(?![到着见])[\\s,，:：]*${NO_PERSON}(?:${THEN}(?:那|这)?(?:几|些|个|件|条|一)*|(?:那|这)(?:几|些|个|件|条))的?(?<words>[\\p{L}\\p{N}]{2,12}?)(?:的(?:那(?:个|件|条|几个|些))?|那(?:个|件|条|几个|些)|诉求|单子?)(?:事情?|诉求|单子?)?(?:出来)?[吧呢啊\\s。.!！]*$`,
  "u",
);
/** 有没有关于垃圾的, 有没有提过停电的 */
const ASKS_WHETHER = new RegExp(
  `^${ASKS}(?:之前|以前|最近|原来)?(?:有没有|有无|有)(?:别?人|企业|哪家|谁|什么)?(?:(?:之前|以前)?(?:提|报|反映|反馈|说)(?:到|过)+(?:关于|有关)?|关于|有关|涉及)(?<words>[^,，。;；?？]{1,16}?)(?:有关|相关)?(?:的(?:${ISSUES})?)?(?:吗|没有?|呢)?[\\s?？。]*$`,
  "u",
);
/** 雨棚的事有人提过吗 */
const ASKS_OF_IT_WHETHER = new RegExp(
  `^${ASKS}(?![我俺咱这那它])(?<words>[^,，。;；?？]{2,12}?)(?:的?(?:事情?|问题|情况)|这(?:个|件)?事|那(?:个|件)?事)?(?:之前|以前|最近|原来){0,2}(?:(?:有没有|是不是有)(?:别?人|哪家|企业|公司|别家|谁)?(?:之前|以前)?(?:提|报|反映|反馈|登记)(?:到|过)(?:吗|没有?|呢|么)?|有(?:别?人|哪家|企业|公司|别家|谁)(?:之前|以前)?(?:提|报|反映|反馈|登记)(?:到|过)(?:吗|没有?|么))[\\s?？。]*$`,
  "u",
);
/** 停电的都有哪几家: which companies have it, and not of which something is due. */
const WHICH_COMPANIES = new RegExp(
  `^${ASKS}(?:园区里?)?(?<words>(?!.*(?:签收|超期|逾期|办结|办完|满意|到期|退单|延期|挂账|红灯|黄灯|评分|督办|报名|参加|主题日|同感|没|未))[\\p{L}\\p{N}]{2,8}?)的(?:企业|公司|厂)?(?:一共|总共|都)?(?:有|是)?(?:哪几家|几家|哪些(?:家|企业|公司|厂)|哪家|多少家)(?:企业|公司|厂)?(?:报|提)?过?[\\s?？。呢啊]*$`,
  "u",
);
/** 隔油池的有几件, 物业费的事有几家反映: how many there are of a matter. */
const HOW_MANY_OF = new RegExp(
  `^${ASKS}(?:园区里?|现在|目前|那|对了|[,，\\s])*(?<words>[^,，。;；?？\\d]{2,10}?)(?:的(?:事情?|问题|诉求)?|(?:这|那)(?:个|件)?(?:事情?|问题)?)(?:现在|目前|最近)?(?:一共|总共|到底|都)?有?(?:几|多少|哪几)(?:家|件|个|条|起)(?:企业|公司|厂|诉求|单子)?(?:在|都|也)?(?:反映|反馈|报|提|说|投诉)?(?:过|了|的)?[\\s?？。呢啊呀]*$`,
  "u",
);

/** What is asked so; null: nothing is. */
export function countedOf(plain: string): string | null {
  return HOW_MANY_OF.exec(plain.trim())?.groups?.words ?? null;
}

/** 之前路灯: when it was said finds nothing. */
const WHEN =
  /^(?:(?:我们?|咱们?|大家|企业)?(?:之前|以前|原来|上次|上周|上个月|前几天|早先|前面)(?:提|报|发|反映|反馈|说|写|登记)?(?:过|了)?的?)(?=[\p{L}\p{N}]{2})/u;
const BEHIND = new RegExp(
  `(?:(?:相关|有关)?的?(?=[吧呢啊吗\\s。.!！?？]*$)|(?:相关|有关)?的(?:${ISSUES})?|那(?:个|件|条)(?:事|诉求)?|(?:相关|有关)?诉求)?[吧呢啊吗\\s。.!！?？]*$`,
  "u",
);

/** 稳岗补贴的政策: what is asked for is no issue. */
const OF_NO_ISSUE = /的(?:政策|文件|规定|办法|通知|活动|材料|标准|资料|流程|电话|人)/u;

/** The words by which issues are looked for; null: none are. */
export function searchedFor(plain: string): string | null {
  for (const words of [
    SEARCHES,
    LOOKS_FOR_WHAT_IS_OF,
    FINDS,
    FINDS_OF_THEN,
    LOOKS_UP,
    ASKS_WHETHER,
    ASKS_OF_IT_WHETHER,
    WHICH_COMPANIES,
  ]) {
    const groups = words.exec(plain.trim())?.groups;
    const said = groups?.words ?? groups?.words2 ?? groups?.words3;
    if (said === undefined) continue;
    const bare = withoutEnd(withoutLead(said.replace(BEHIND, "").replace(WHEN, "")));
    if (/[\p{L}\p{N}]/u.test(bare) && !OF_NO_ISSUE.test(bare)) return bare;
  }
  return null;
}

/** 之前有没有别家也说过…: whether others have had it. */
const OTHERS_SAID =
  /(?:以前|之前|以往|有没有|别的|其他|哪)[^,，。]{0,6}(?:别家|哪家|谁|企业|公司|厂|人)[^,，。]{0,4}(?:反映|提|报|遇到|说|碰到)过/u;
const OTHERS =
  "(?:别家|(?:别的|其他|其它)(?:厂|公司|企业|家)|(?:隔壁|周边|旁边|附近)(?:厂|公司|企业)?(?=.{0,4}[也都]|有没有)|大家(?=.{0,4}[也都])|(?:园区)?(?=是不是(?:也|都)))(?:家|那边|里)?";
const IN_THE_PARK = "(?:整个)?(?:园区|这一?片|附近|周边)?(?:里|内)?";
const HOW_MANY = "(?:几|多少|哪几|哪些)(?:家|个)?(?:企业|公司|厂)?";
const ENDS_ASKING = "[\\s?？。啊呀呢]*$";
/** Who else has it, and nothing of the own company's: 别家是不是也停电啊, 就我们一家停电吗, 园区停电的有几家, 有几家停水的. */
const OTHERS_HAVE = [
  `^(?!.*我)[^,，。]{0,4}${OTHERS}(?:是不是|有没有|是否|会不会|[也都])*(?<words>[^,，。?？]{2,10}?)了?(?:吗|没有?|么|不|啊|呀|呢){0,2}[\\s?？。]*$`,
  `^(?:是不是)?(?:就|只有?|光)我们(?:一家|厂|公司|这)?(?:一家)?(?<words>[^,，。?？我]{2,10}?)了?(?:吗|么|[?？])${ENDS_ASKING}`,
  `^(?!.*我)${IN_THE_PARK}(?:反映|报|提)?(?<words>[^,，。?？]{2,8}?)的(?:企业|公司|厂)?(?:一共|总共|都)?(?:有?${HOW_MANY}|多不多|多吗)${ENDS_ASKING}`,
  `^(?!.*我)${IN_THE_PARK}(?:一共|总共)?有${HOW_MANY}(?<words>[^,，。?？]{2,8}?)的${ENDS_ASKING}`,
].map((one) => new RegExp(one, "u"));
/** No matter by itself. */
const SAYS_NO_MATTER = /^(?:有|是)?(?:这|那)(?:个|种|样|么)?(?:的)?(?:情况|问题|事情?)?$/u;

/** What is asked of other companies, as words to look for, none where no matter is said; null: nothing is. What may be read here decides what is found. */
export function askedOfOthers(text: string, plain: string): string | null {
  const before = OTHERS_SAID.exec(plain);
  if (before !== null) return whatBehind(text, before);
  const said = OTHERS_HAVE.map((words) => words.exec(plain)?.groups?.words).find((one) => one !== undefined);
  if (said === undefined || !ASKS_OF_OTHERS.test(plain)) return null;
  const words = said.replace(SAYS_IT, "");
  return SAYS_NO_MATTER.test(words) ? "" : words;
}

/** 说停电, 遇到停水: what is looked for stands behind. */
const SAYS_IT = /^(?:[也都在]|有人)*(?:说|讲|反映|提(?:到|过)|遇到|碰到)(?:过|起)?(?=..)/u;

/** 几台机器都停了 tells, and asks nothing. */
const ASKS_OF_OTHERS =
  /[?？]|(?:吗|(?<!什)么)[\s啊呀]*$|是不是|有没有|是否|的.*(?:几|多少|哪些)|有(?:几|多少|哪)|多不多/u;

const LOOKS = "(?:查|看|找|搜|翻|了解)(?:[查看找翻]|一?下)?";

/** 查一下恒达的事, 恒达的诉求看一下: what a company has raised is looked at. `before` and `behind` its name. */
export function looksAtAll(before: string, behind: string): boolean {
  const all = "(?:公司|厂)?(?:的)?(?:所有|全部)?(?:的)?(?:诉求|事情?|情况|单子|问题)?";
  return (
    (new RegExp(`^${ASKS}${LOOKS}\\s*$`, "u").test(before) && new RegExp(`^${all}[吧\\s。.!！]*$`, "u").test(behind)) ||
    (before.trim() === "" && new RegExp(`^${all}${LOOKS}[吧\\s。.!！]*$`, "u").test(behind))
  );
}

/** 供电的情况发我看看, 把交通局的列一下: around the name of a unit. */
export const LOOKS_AT_THEM =
  /^(?:把|请|帮我?|给我)?\p{Script=Han}{2,8}?(?:公司|局|中心)?(?:那[边里]|他们|手[上里])?的?(?:办理|工作|总体)?(?:情况|进度|进展|单子|诉求|件|事情)?(?:都)?(?:发|给|拿|列|调|报|汇总)?(?:一?下|个|给)?(?:我|出来)?(?:看看|看一?下|瞧瞧|列一?下|过一?下目|列出来)(?:吧|呗)?[\s。!！]*$/u;
