import type { LedgerToolWords } from "../english/ledger.ts";
import { IN_LANGUAGE, spaced } from "./tools.ts";

/** What the tool `ledger` says, and how far long work is, in Chinese. */

const SAVE_AS = "请用 Excel 或 WPS 打开，另存为 .xlsx";
const quoted = (text: string) => `“${text}”`;
const asked = (likely: readonly string[]) => `是不是${likely.map(quoted).join("或")}？`;
const meant = (likely: readonly string[]) =>
  likely.length === 0 ? "：请先加进机构文件，或改成那里的名称。" : `，${asked(likely)}`;
const frequent = (names: readonly { readonly name: string; readonly count: number }[]) =>
  names.map(({ name, count }) => `${quoted(name)}（${count} 行）`).join("、");

export const LEDGER_ZH: LedgerToolWords = {
  ledgerUsage: `用法：
  npm run ledger -- export 文件.xlsx [--force]     导出整个台账：问题清单、责任清单、事件、统计（--force：覆盖已有的文件）
  npm run ledger -- import 文件.xlsx [--dry-run]   把清单导入台账；加 --dry-run 只说明每一行会怎样，什么都不写
                             （--unlisted keep：机构文件里没有的企业也按名单外企业导入，不写就退回）
${IN_LANGUAGE}`,

  progress: ({ what, done, total, left }) => {
    const share = total === 0 ? 100 : Math.floor((100 * done) / total);
    return `${what} ${share}%，${done}/${total}${left === null ? "" : `，约剩 ${left} 秒`}`;
  },
  exporting: () => "导出",
  importing: () => "导入",
  verifying: () => "核验",

  ledgerNoExcelName: (path) => `${path}：台账是 Excel 文件，文件名要以 .xlsx 结尾`,
  ledgerFileThere: (path) => `${spaced(path)}已经有了，没有动它：请换一个文件名，或者加 --force 覆盖`,
  ledgerExported: (path, { problems, duties, events }) =>
    `已写入 ${path}：诉求 ${problems} 件，其中未办结 ${duties} 件，记录 ${events} 条，以及统计。`,
  ledgerHoldsAll: () =>
    "里面是营商办能看到的全部内容，包括保密诉求的企业和联系电话：请像数据库一样保管。这次查看已留记录。",

  ledgerUnread: (path, code) => `${spaced(path)}读不了（${code}）。`,
  ledgerFile: {
    "too-large": (path, { megabytes }) => `${spaced(path)}超过 ${megabytes} MB：请分成几个文件，例如按年份`,
    inflated: (path) => `${spaced(path)}解压后太大，不像清单：请把内容复制到一个新文件里`,
    "too-many-rows": (path, { rows, sheet }) =>
      `${spaced(path)}的“${sheet}”表超过 ${rows} 行：请分成几个文件，只有格式的空行也要删`,
    "old-excel": (path) => `${spaced(path)}其实是旧的 Excel 或 WPS 格式：${SAVE_AS}`,
    password: (path) => `${spaced(path)}有密码：请取消密码后再保存`,
    "no-excel": (path) => `${spaced(path)}其实不是 .xlsx 文件：${SAVE_AS}`,
    damaged: (path) => `${spaced(path)}已损坏，或者不是 Excel 写的：${SAVE_AS}`,
  },
  ledgerNoRows: (path, needed) =>
    `${spaced(path)}里没有可以导入的清单：前 20 行内要有表头，至少写明${needed.map(quoted).join("和")}。`,
  sheetNotes: {
    "no-list": (sheet) => `工作表“${sheet}”不是清单，没有导入。`,
    "no-columns": (sheet, missing) => `工作表“${sheet}”没有导入：缺少列“${missing}”。`,
    "column-left": (sheet, cell, said) => `工作表“${sheet}”${cell}：不认识列“${said}”，这一列没有导入。`,
    "column-twice": (sheet, cell, said) =>
      `工作表“${sheet}”${cell}：“${said}”与前面一列是同一项，以前面的为准，前面空着的取这一列。`,
    "more-columns": (sheet, count) => `工作表“${sheet}”还有 ${count} 列不认识，没有导入。`,
    "hidden-rows": (sheet, count) => `工作表“${sheet}”有 ${count} 个隐藏的行，也一并读取；不要的请删除。`,
    "hidden-sheet": (sheet) => `工作表“${sheet}”是隐藏的，没有导入：清单在里面的，请先取消隐藏。`,
  },

  rowAt: (sheet, line) => (sheet === null ? `第 ${line} 行` : `“${sheet}”第 ${line} 行`),
  rowFates: {
    new: (row, state, id, notes) =>
      `${row}：新${id === null ? "" : `，#${id}`}，${state}${notes.map((note) => `；${note}`).join("")}`,
    there: (row, id) => `${row}：已有，#${id}`,
    twice: (row, first) => `${row}：与${first}相同，只导入一次`,
    refused: (row, cell, why) => `${row} ${cell}：退回，${why}`,
  },
  rowProblems: {
    "no-value": () => "是错误值或没有算出结果的公式：请直接写值",
    carried: () => "隐藏列被改动过：请从新导出的文件里取，或清空这一格",
    "unit-needed": () => "这个状态要写责任单位",
    missing: (field) => `缺少${field}`,
    "too-long": (most) => `超过 ${most} 字：请缩短`,
    "unknown-company": (said, likely) =>
      `机构文件里没有企业${quoted(said)}${meant(likely)}已不在园区的，加 --unlisted keep 按名单外企业导入`,
    "unknown-department": (said, likely) =>
      `机构文件里没有单位${quoted(said)}${meant(likely)}已撤并的，把这个名称写进接手单位的别名（aliases）`,
    several: (said, likely) => `${quoted(said)}可能是${likely.map(quoted).join("或")}：请写全名`,
    "unknown-word": (field, said, choices) => `${field}${quoted(said)}不认识，可填：${choices.join("、")}`,
    "no-date": (said) => `${quoted(said)}不是日期：请写成 2025-03-04`,
    "no-year": (said) => `${quoted(said)}没有年份，表里也没有：请写成 2025-03-04`,
    ahead: (said) => `${quoted(said)}还没有到`,
    before: (said) => `${quoted(said)}早于提出时间`,
    target: (number) => `并入的 #${number} 不在这份清单里`,
  },
  rowNotes: {
    category: (said) => `类别${quoted(said)}不认识，留空`,
    "other-units": (said) => `${quoted(said)}取第一个为责任单位，其余没有导入`,
    unlisted: (said, likely) =>
      `机构文件里没有企业${quoted(said)}，按名单外企业导入${likely.length === 0 ? "" : `，${asked(likely)}`}`,
    "to-be-dispatched": () => "没有责任单位，列入待派单",
    "by-the-rest": () => "导出后改动过，时限重新起算",
  },

  unknownNames: {
    company: (names) => `机构文件里没有的企业：${frequent(names)}。`,
    department: (names) => `机构文件里没有的单位：${frequent(names)}。`,
  },
  importFound: (sums) => `将导入 ${sums.new} 行，已有 ${sums.there} 行，退回 ${sums.refused} 行。没有写任何东西。`,
  importDone: (sums) => `已导入 ${sums.new} 行，已有 ${sums.there} 行，退回 ${sums.refused} 行。没有给任何人发消息。`,
  importStopped: (done, left) =>
    `已停止：导入了 ${done} 行，每一行都是完整的，还有 ${left} 行。再导入同一个文件，就接着写其余的。`,
  importReturned: (path, count) => `退回的 ${count} 行和原因在 ${path}：改好后导入那个文件。`,
};
