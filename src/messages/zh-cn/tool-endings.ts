/** Why a tool came to its end, in Chinese, where there is a Chinese sentence for it. */

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^The org file (.+) cannot be read \(([^()]*)\)\.$/su, "机构文件 $1 读不了"],
  [/^The list (.+) cannot be read \(([^()]*)\)\.$/su, "名单 $1 读不了"],
  [/^(.+) cannot be written \(([^()]*)\)\.$/su, "$1 写不进去"],
  [/^(.+) cannot be read \(([^()]*)\): make it a readable file, or remove it\.$/su, "$1 读不了"],
];

/** Of a database, by the error's own code. */
export const databaseFaults: ReadonlyMap<string, string> = new Map([
  [
    "database-unreachable",
    "数据库连不上：请看 PostgreSQL 是否在运行，.env 里 DATABASE_URL 的地址、用户、密码和库名是否正确",
  ],
  ["database-damaged", "内嵌数据库打不开：请用备份恢复，或把该文件夹移走重新开始"],
  ["database-in-use", "内嵌数据库正由另一个茶叙使用：请先停掉那一个"],
  ["data-dir", "DATA_DIR 指的文件夹不能用：请换成当前用户可以写的文件夹"],
]);

const FAULTS: ReadonlyMap<string, string> = new Map([
  ...databaseFaults,
  [
    "audit-key",
    "AUDIT_KEY_FILE 指的文件不能用：要一把没有密码的 Ed25519 私钥（PEM），可用 npm run audit -- key 文件夹 生成",
  ],
]);

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "没有这个文件或文件夹"],
  ["EISDIR", "这是文件夹，不是文件"],
  ["ENOTDIR", "路径里有一段不是文件夹"],
  ["EACCES", "当前用户没有权限"],
  ["EPERM", "当前用户没有权限"],
  ["EROFS", "磁盘只能读"],
  ["ENOSPC", "磁盘满了"],
  ["EBUSY", "文件正被别的程序使用"],
]);

/** `code` is the error's own; a message that is not known here stays as it is. */
export function endingSentence(code: string, message: string): string {
  for (const [pattern, chinese] of ENDINGS) {
    const [, , reason = ""] = pattern.exec(message) ?? [];
    if (reason !== "") return `${message.replace(pattern, chinese)}：${reasonText(reason)}。`;
  }
  const fault = FAULTS.get(code);
  return fault === undefined ? message : `${fault}。程序的说明：${message}`;
}

/** By the code of Node. */
export function reasonText(reason: string): string {
  const known = REASONS.get(reason);
  if (known !== undefined) return `${known}（${reason}）`;
  return reason === "unknown reason" ? "原因不明" : reason;
}
