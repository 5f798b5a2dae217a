import { withoutEnd, withoutLead } from "./zh-cn-pieces.ts";

/** How people ask for issues by their words, without the command. In plain text. */

const ASKS = "(?:请|麻烦|帮我?|给我|我(?:们)?(?:想|要)|\\s)*";
const EARLIER =
  "(?:(?:我们?|咱们?|本?公司|厂里)?(?:之前|以前|上次|上周|昨天|前几天|早先|原来)?(?:提|报|发|反映|反馈|说|写|登记)(?:过|了)?的?(?:那(?:个|件|条))?|(?:我们?|咱们?)?(?:之前|以前|原来)的?|关于|有关)?";
const ISSUES = "(?:诉求|问题|单子?|件|事情?|记录|那(?:个|件|条))";

/** 搜 漏雨, 搜索一下路灯的诉求: whatever follows. */
const SEARCHES = new RegExp(
  `^${ASKS}(?:搜(?![救身集刮捕])索?|检索|查找)(?:一?下|一搜)?[\\s,，:：]*${EARLIER}(?<words>[^,，。;；?？]{1,20})$`,
  "u",
);
/** 找一下渣土车的诉求, 找找我之前提的漏雨: it says itself that it is issues that are looked for. */
const FINDS = new RegExp(
  `^${ASKS}(?:找|翻|查|看)(?:[找翻查看]|一?下)?(?:看|出)?[\\s,，:：]*(?:(?:我们?|咱们?)?(?:之前|以前|上次|上周|昨天|前几天|原来)(?:提|报|发|反映|反馈|说|写|登记)(?:过|了)?的|(?:关于|有关))(?<words>[^,，。;；?？]{1,20})$|^${ASKS}(?:找|翻)(?:[找翻]|一?下)?(?:看|出)?[\\s,，:：]*(?<words2>[^,，。;；?？]{1,16}?)(?:相关|有关)?的?(?:诉求|单子|记录)$`,
  "u",
);
/** 有没有关于垃圾的, 有没有提过停电的 */
const ASKS_WHETHER = new RegExp(
  `^${ASKS}(?:有没有|有无|有)(?:别?人|企业|哪家|谁|什么)?(?:(?:之前|以前)?(?:提|报|反映|反馈|说)(?:到|过)+(?:关于|有关)?|关于|有关|涉及)(?<words>[^,，。;；?？]{1,16}?)(?:有关|相关)?(?:的(?:${ISSUES})?)?(?:吗|没有?|呢)?[\\s?？。]*$`,
  "u",
);
const BEHIND = new RegExp(
  `(?:(?:相关|有关)?的(?:${ISSUES})?|那(?:个|件|条)(?:事|诉求)?|(?:相关|有关)?诉求)?[吧呢啊吗\\s。.!！?？]*$`,
  "u",
);

/** 稳岗补贴的政策: what is asked for is no issue. */
const OF_NO_ISSUE = /的(?:政策|文件|规定|办法|通知|活动|材料|标准|资料|流程|电话|人)/u;

/** The words by which issues are looked for; null: none are. */
export function searchedFor(plain: string): string | null {
  for (const words of [SEARCHES, FINDS, ASKS_WHETHER]) {
    const groups = words.exec(plain.trim())?.groups;
    const said = groups?.words ?? groups?.words2;
    if (said === undefined) continue;
    const bare = withoutEnd(withoutLead(said.replace(BEHIND, "")));
    if (/[\p{L}\p{N}]/u.test(bare) && !OF_NO_ISSUE.test(bare)) return bare;
  }
  return null;
}

const LOOKS = "(?:查|看|找|搜|翻|了解)(?:[查看找翻]|一?下)?";

/** 查一下恒达的事, 恒达的诉求看一下: what a company has raised is looked at. `before` and `behind` its name. */
export function looksAtAll(before: string, behind: string): boolean {
  const all = "(?:公司|厂)?(?:的)?(?:所有|全部)?(?:的)?(?:诉求|事情?|情况|单子|问题)?";
  return (
    (new RegExp(`^${ASKS}${LOOKS}\\s*$`, "u").test(before) && new RegExp(`^${all}[吧\\s。.!！]*$`, "u").test(behind)) ||
    (before.trim() === "" && new RegExp(`^${all}${LOOKS}[吧\\s。.!！]*$`, "u").test(behind))
  );
}
