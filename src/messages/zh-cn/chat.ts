/** What is said where no command is answered: to what is not understood, and to whom nothing is known of. */

export function tooLong(characters: number, most: number): string {
  return `内容有 ${characters} 字，最多 ${most} 字，请写短一些或分成几件。`;
}

export function listTooLong(characters: number, most: number): string {
  return `清单有 ${characters} 字，一次最多 ${most} 字，请分几次发。`;
}

export const BROKEN = "处理时出了故障，这句话没有生效，请稍后再发一次。";
export const UNREADABLE = "这种消息我看不懂，请发文字，例如：诉求 三车间昨晚停电两次";
export const QUOTED_UNCLEAR = "看不出引用的是哪一件，请写编号，例如：进度 12";
export const PICTURE_ALONE = "收到图片，请连同文字一起发，例如：诉求 三车间漏水（附图）";
export const NOTHING_SAID = "请写上要说的话，例如：诉求 三车间昨晚停电两次；全部命令请发「帮助」。";

export function sayNumber(usage: string): string {
  return `请写明编号，例如：${usage}；不记得编号请发「我的」或「待办」。`;
}

export function sayMessageNumber(usage: string): string {
  return `请写明消息的编号，例如：${usage}；编号请发「投递」查看。`;
}

/** Behind the five lines that are said most. */
export const MORE_HELP = "全部说法请发「帮助 全部」。";

export const HELP_TITLE = "可以这样说";

export function howToSay(inGroup: boolean): string {
  return `${inGroup ? "在群里 @我 再说" : "直接发给我"}；引用我的一条消息时可以不写编号。`;
}

export function notYet(word: string): string {
  return `本版本还没有「${word}」，全部命令请发「帮助」。`;
}

/** `mayRaise`: may have meant an issue. */
export function notUnderstood(usages: readonly string[], mayRaise: boolean): string {
  const lead = mayRaise ? "没看懂这句话，要提诉求请以「诉求」开头" : "没看懂这句话";
  return `${lead}；您是不是想说${usages.map((usage) => `「${usage}」`).join("、")}？`;
}

export function unknownGroup(id: string | null): string {
  return `这个群还没有登记，群编号是 ${id}，请管理员加到机构文件后再用。`;
}

export function unknownPerson(account: string): string {
  return `还不认识您，您的账号是 ${account}，请管理员加到机构文件后再用。`;
}

export const NOBODY_SAID_IT = "平台没有告诉我您是谁，请联系管理员检查机器人的可见范围。";

/** In front of the answer to what tells of danger to life. */
export const CALL_FOR_HELP = "如有人员危险，请立即拨打 119、110 或 120。";
