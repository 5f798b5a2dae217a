/** What is said where no command is answered: to what is not understood, and to whom nothing is known of. */

export function tooLong(characters: number, most: number): string {
  return `内容有 ${characters} 字，最多 ${most} 字，请写短一些或分成几件。`;
}

export function listTooLong(characters: number, most: number): string {
  return `清单有 ${characters} 字，一次最多 ${most} 字，请分几次发。`;
}

export const BROKEN = "系统出现故障，这条消息没有办理，请稍后再发一次。";
export const UNREADABLE = "暂不支持这种消息，请发文字，例如：诉求 三车间昨晚停电两次";
export const WITHHELD_CONTENT =
  "平台没有把消息内容传过来：本单位本月的钉钉用量已用完。急事请直接打电话，其他事请稍后再发。";
export const QUOTED_UNCLEAR = "未能识别引用的是哪一件，请写编号，例如：进度 12";
export const PICTURE_ALONE = "已收到图片，请连同文字一起发，例如：诉求 三车间漏水（附图）";
export const NOTHING_SAID = "请写上要说的话，例如：诉求 三车间昨晚停电两次；全部命令请发「帮助」。";

export function sayMessageNumber(usage: string): string {
  return `请写明消息的编号，例如：${usage}；编号请发「投递」查看。`;
}

/** Behind the five lines that are said most. */
export const MORE_HELP = "全部说法请发「帮助 全部」。";

/** To the administrator. */
export const ADMIN_HELP = "人员、单位、企业、群和期限在「看板」的「管理」里改。";

export const HELP_TITLE = "可以这样说";

export function howToSay(inGroup: boolean): string {
  return `${inGroup ? "在群里 @我 再说" : "直接发给我"}；引用我的一条消息时可以不写编号。`;
}

export function notUnderstood(usages: readonly string[]): string {
  return `未能识别您的意思，可以这样发：${usages.map((usage) => `「${usage}」`).join("")}。`;
}

export function unknownGroup(id: string | null): string {
  return `本群尚未登记，群编号是 ${id}，请管理员加入机构文件后使用。`;
}

export const NOBODY_SAID_IT = "平台没有提供您的账号，请联系管理员检查机器人的可见范围。";

/** In front of the answer to what tells of danger to life. */
export const CALL_FOR_HELP = "如有人员危险，请立即拨打 119、110 或 120。";
/** Behind it, to somebody unknown, who cannot raise an issue. */
export const OFFICE_KNOWS = "险情已告知营商办。";

/** For which words it is said. */
export function toldOf(about: string, told: string): string {
  return `「${about}」：${told}`;
}
