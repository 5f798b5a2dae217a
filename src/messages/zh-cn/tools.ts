import type { ClaimedPhone, ToolWords } from "../english/tools.ts";
import { ROLE_WORDS } from "./claims.ts";
import { changeSentence } from "./org-changes.ts";
import { orgSentence } from "./org-sentences.ts";
import { PLATFORM_NAMES } from "./terms.ts";
import { endingSentence } from "./tool-endings.ts";

/** What every tool says, and `org`, in Chinese. */

export const IN_LANGUAGE = "加 --lang zh 或 --lang en 可以选择中文或英文；不写时用系统的语言。";

export const TOOLS_ZH: ToolWords = {
  misused: (one) => {
    switch (one.misused) {
      case "nothing":
        return `没有写要做什么，可以写：${one.among.join("、")}。`;
      case "unknown":
        return `没有 ${one.word} 这个写法，可以写：${one.among.join("、")}。`;
      case "too-many":
        return `多写了 ${one.word}。`;
      case "without-value":
        return `${one.option} 后面缺少它的值。`;
      case "twice":
        return `${one.option} 写了两次。`;
      case "not-with":
        return `${one.verb} 不能带 ${one.option}。`;
      case "needs":
        return `${one.what} 还需要 ${one.needs}，没有写。`;
      case "language":
        return "--lang 后面写 zh 或 en。";
    }
  },
  orgUsage: `用法：
  npm run org -- check 文件    检查机构文件的所有错误，以及未办结的诉求还在用的内容；什么都不改
  npm run org -- apply 文件    让机构文件生效；同一个 PostgreSQL 上运行中的茶叙一分钟内跟上
                               （--take-file：即使会撤掉看板上做的改动，也用文件）
  npm run org -- template 名单.xlsx                  生成一份空的 Excel 名单（--force：已有的名单重新开始）
  npm run org -- import 名单.xlsx [--into org.yaml]  用名单生成机构文件，或把名单放进已有的机构文件
  npm run org -- recognise [姓名 [账号]]             列出谁在聊天里自称是谁；写上姓名，就核实为这个人
  npm run org -- ids [--into org.yaml]               列出已核实的账号，或写进机构文件
  npm run org -- export-company 企业代码 文件夹      把一家企业留存的全部内容写进 文件夹/企业代码.json
  npm run org -- forget 姓名 [电话] --yes            把已离开的人从台账和记录里永久隐去
${IN_LANGUAGE}`,

  configurationWrong: () => "设置有误：",
  noDatabaseIn: (folder) =>
    `DATA_DIR：${folder} 里没有数据库。请把它改成里面有 db 的那个文件夹，或者设置 DATABASE_URL。`,
  noLedger: () => "数据库可以打开，但里面没有茶叙的台账。请看 DATABASE_URL 或 DATA_DIR 写得对不对。",
  endedBy: endingSentence,

  orgHasErrors: (name, count) => `${spaced(name)}有 ${count} 处错误：`,
  orgErrorLine: ({ line, path, message }) =>
    `  第 ${line} 行${path === "" ? "" : `，${path}`}：${orgSentence(message)}`,
  orgNote: (sentence) => `提示：${sentence}`,
  orgSummary: (name, park, { departments, categories, enterprises, people, chats, digests }) =>
    `${spaced(name)}没有错误：${park}，${departments} 个单位，${categories} 个诉求类别，${enterprises} 家企业，${people} 人，${chats} 个群，${digests} 个汇报。`,
  databaseNotAsked: () => "现在问不到数据库，没有查未办结的诉求还在用什么；apply 时会查。",
  orgUnchanged: (name) => `${spaced(name)}已生效，没有变化。`,
  orgInForce: (name) => `${spaced(name)}已生效：`,
  orgChange: (sentence) => `  ${changeSentence(sentence)}`,
  orgUndoesBoard: (name, count) =>
    count === 0
      ? `没有改动：${spaced(name)}是看板上做改动以前的那份文件，里面没有那些改动。`
      : `没有改动：${spaced(name)}会撤掉看板上做的这些改动：`,
  orgTakeFile: (name) =>
    `请从看板的「管理」页导出现在生效的文件，在那一份上修改；确实要撤掉看板上的改动，请运行：npm run org -- apply ${name} --take-file`,
  otherOrgFile: (path) => `ORG_FILE 写的是 ${path}，下次启动又会换成那个文件。`,
  appliedOrgFile: () => "上次生效的机构文件",

  listNoExcelName: (path) => `${path}：名单是 Excel 文件，文件名要以 .xlsx 结尾`,
  listIsThere: (path) => `${spaced(path)}已经有了，没有动它：请换一个文件名，或者加 --force 重新开始`,
  listWritten: (path) => `空名单已生成：${path}。填好以后运行：npm run org -- import ${path}`,
  listAimIsThere: (aim) => `${spaced(aim)}已经有了：加 --into ${aim} 把名单放进去，或者 --into 后面写别的文件名`,
  listAimHasErrors: (aim, count) => `${spaced(aim)}有 ${count} 处错误，改好以后才能放进名单：`,
  listHasAll: (aim) => `${spaced(aim)}里已经都有了，没有变化。`,
  listAimWritten: (aim) => `已写入 ${aim}：`,
  listNext: (aim) => `下一步：运行 npm run org -- apply ${aim}，或者在 .env 里设 ORG_FILE=${aim}`,
  listMore: (count) => `……还有 ${count} 条`,
  listFile: {
    "too-large": (path, { megabytes }) => `${spaced(path)}超过 ${megabytes} MB：人员和企业的名单没有这么大`,
    inflated: (path) => `${spaced(path)}解压后太大，不像人员和企业的名单：请把内容复制到一个新文件里`,
    "too-many-rows": (path, { rows, sheet }) =>
      `${spaced(path)}的“${sheet}”表超过 ${rows} 行：请删掉不是名单的行，只有格式的空行也要删`,
    "old-excel": (path) => `${spaced(path)}其实是旧的 Excel 或 WPS 格式：${SAVE_AS}`,
    password: (path) => `${spaced(path)}有密码：请取消密码后再保存`,
    "no-excel": (path) => `${spaced(path)}其实不是 .xlsx 文件：${SAVE_AS}`,
    damaged: (path) => `${spaced(path)}已损坏，或者不是 Excel 写的：${SAVE_AS}`,
  },

  nobodyClaims: (name) => `没有账号在等核实为${name}：请本人私聊机器人，发姓名和手机号。`,
  severalClaim: (count, name) => `有 ${count} 个账号自称是${name}，请写上账号：npm run org -- recognise ${name} 账号`,
  recognisedAs: ({ platform, account, name, role }) =>
    `${PLATFORM_NAMES[platform]}账号 ${account} 已核实为${name}（${ROLE_WORDS[role]}）；运行中的茶叙一分钟内跟上。`,
  nobodyWaits: () => "没有人在等核实。",
  waits: ({ platform, account, name, role }, phone) =>
    `${name}（${ROLE_WORDS[role]}）：${PLATFORM_NAMES[platform]}账号 ${account}，${PHONES[phone]}`,
  accountOf: (name, platform, account) => `${name}：${PLATFORM_NAMES[platform]}账号 ${account}`,
  nothingRecognised: () => "没有机构文件里还缺的已核实账号。",
  accountsWritten: (path, count) => `${spaced(path)}里增加了 ${count} 个账号：`,

  companyUnknown: (code) => `没有代码是 ${code} 的企业：生效的机构文件和台账里都没有。`,
  companyExported: (path, count) =>
    `${spaced(path)}里是 ${count} 件诉求的全部内容，包括姓名和电话：请只放在需要的人能看到的地方。`,
  forgetNeedsName: () => "请写完整的姓名，至少两个字；电话至少 5 位数字。",
  forgetStillThere: (name) =>
    `${name}还在机构文件里：请先把他从文件里删去，用 npm run org -- apply 文件 生效（或用新文件启动），再隐去。`,
  forgetWould: (name, accounts, issues) =>
    `还没有改动。将从 ${issues} 件诉求和相关内容里隐去${name}，连同 ${accounts} 个账号。这一步不能撤销，同名的人都会隐去：确定的话请加 --yes。`,
  forgotten: (name, issues) =>
    `已隐去${name}：${issues} 件诉求和相关内容。备份、导出过的文件和聊天记录里仍有这个姓名。`,
};

const SAVE_AS = "请用 Excel 或 WPS 打开，另存为 .xlsx";

const PHONES: Readonly<Record<ClaimedPhone, string>> = {
  none: "没有给手机号",
  right: "给的是名单上的手机号",
  other: "给的不是名单上的手机号",
};

/** A name of a file is parted from the Chinese words behind it. */
export function spaced(name: string): string {
  return /[!-~]$/.test(name) ? `${name} ` : name;
}
