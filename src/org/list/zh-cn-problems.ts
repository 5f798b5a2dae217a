import type { Kind, Problem, Word } from "./columns.ts";

/** What is wrong with a list, for those who fill it in. */

const FORMS: Readonly<Record<Kind, string>> = {
  name: "太长，或含有看不见的字符：最多 100 字",
  names: "其中有一项太长，或含有看不见的字符：每项最多 100 字，用顿号隔开",
  choice: "不认识",
  unit: "不认识",
  id: "太长：最多 200 个字符",
  phone: "不是电话号码：写 5 到 18 位数字，中间可以有空格或“-”",
  code: "不能作代码：只能用小写字母 a-z、数字和“-”",
  days: "不是天数：写大于 0、不超过 365 的数字",
  hours: "不是时间段：例如 08:30-12:00、14:30-17:30",
  time: "不是时间：写“每周五 17:00”“每天 08:30”“工作日 08:30”，或五段 cron",
  text: "太长，或含有看不见的字符：最多 200 字",
};

/** What the check of the whole org file finds wrong with a field; of the others it speaks for itself. */
const CHECKED: ReadonlyMap<string, string> = new Map([
  ["name", "这个名称或简称机构文件里已有别的一条在用"],
  ["aliases", "其中有一个简称已有别的一条在用"],
  ["code", "这个代码已有别的一条在用"],
  ["trackedBy", "对口部门只用于市级单位，并且要是园区自己的部门"],
  ["workingHours", "时间段要按先后写，不能重叠"],
  ["wecom", "这个企业微信账号已有别人在用"],
  ["dingtalk", "这个钉钉 userId 已有别人在用"],
  ["chatId", "这个群编号已有别的群在用"],
  ["webhook", "不是这个平台给出的 webhook 地址：从群机器人的设置里整条复制"],
  ["secret", "加签密钥只用于填了 webhook 的钉钉群"],
  ["kind", "这种汇报不能发到这个群：企业群周报发企业群，部门日报发部门群，督办周报发督办群"],
  ["cron", "不是能用的发送时间"],
]);

/** `${NAME}` in a cell, which the environment does not have. */
function notSet(message: string): string | null {
  const [, name] = /environment variable (\w+), which is not set/u.exec(message) ?? [];
  return name === undefined ? null : `环境变量 ${name} 还没有设置：请先写进 .env`;
}

const quoted = (text: string) => `“${text}”`;
const listed = (words: readonly Word[]) => words.map((one) => one.zh).join("、");
const likely = (name: string | undefined) => (name === undefined ? "" : `，是不是${quoted(name)}？`);

/** A sentence of the check of the org file, which speaks English, in Chinese. */
export type OfCheck = (english: string) => string;

/** One sentence that says what to do. */
export function sentence(problem: Problem, ofCheck: OfCheck): string {
  switch (problem.kind) {
    case "no-sheet":
      return `没有认识的工作表；可以有：${listed(problem.expected)}`;
    case "unknown-sheet":
      return `不认识这个工作表，没有导入；认识的是：${listed(problem.known)}`;
    case "no-headings":
      return `没有找到表头；表头可以有：${listed(problem.expected)}`;
    case "no-column":
      return `缺少列${problem.missing.map((one) => quoted(one.zh)).join("")}；表头可以有：${listed(problem.expected)}`;
    case "column-twice":
      return `列${quoted(problem.said)}与前面的一列是同一项，只能留一列`;
    case "unknown-column":
      return `不认识列${quoted(problem.said)}，没有导入${likely(problem.likely) || `；认识的是：${listed(problem.known)}`}`;
    case "missing":
      return `缺少${problem.column.zh}`;
    case "unknown-choice":
      return `${problem.column.zh}${quoted(problem.said)}不认识，可填：${listed(problem.choices)}`;
    case "unknown-name":
      return `在${quoted(problem.sheet.zh)}表和机构文件里都没有${quoted(problem.said)}${likely(problem.likely)}`;
    case "unit-needed":
      return `缺少${problem.column.zh}：要写${quoted(problem.sheet.zh)}表里的名称`;
    case "number-id":
      return "账号成了数字，前面的 0 和后面的几位可能已经丢失：把单元格格式设为“文本”后重新填写";
    case "not-text":
      return "是日期、小数或是非值：把单元格格式设为“文本”后重新填写";
    case "no-value":
      return "是错误值或没有算出结果的公式：请直接写值";
    case "merged-row":
      return "合并的单元格当作小标题，这一行没有导入";
    case "leading-zero":
      return "电话成了数字，区号前面的 0 可能已经丢失：请核对，必要时把单元格格式设为“文本”";
    case "unit-not-needed":
      return "这个角色不属于哪个单位，这一格没有导入";
    case "no-chat-id":
      return "缺少群编号，这个群没有导入：把机器人拉进群并 @ 它，它会回复群编号";
    case "no-chat":
      return "这个群没有导入，它的汇报也没有导入";
    case "form":
      return `${quoted(problem.said)}${FORMS[problem.of]}`;
    case "twice":
      return `${quoted(problem.said)}与 ${problem.cell} 相同${problem.isPerson ? "：姓名不能重复，请加以区分，例如“王伟（供电）”" : "，只能留一行"}`;
    case "check":
      return notSet(problem.message) ?? CHECKED.get(problem.field) ?? ofCheck(problem.message);
  }
}

export const COUNTED = (count: number) => `名单有 ${count} 处要改，没有写任何文件：`;
