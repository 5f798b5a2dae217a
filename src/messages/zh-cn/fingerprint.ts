import { fullDateTime, monthText } from "./reports.ts";

/** What people read of a month's fingerprint of the record. */

export const FINGERPRINT = "记录指纹";
export const NO_FINGERPRINT = "本月没有留下记录指纹。";
export const NOT_OVER_YET = "本月还没有结束，记录指纹在月末之后生成。";

/** A fingerprint as it is told of. */
export interface Shown {
  readonly month: string;
  /** When it was made (ISO). */
  readonly at: string;
  readonly block: number;
  readonly events: number;
  readonly hash: string;
  readonly key: string;
}

/** 2026年10月的办理记录：到第 12 块，共 345 条（2026年11月1日 周日 00:00 生成）。 */
export function upTo({ month, at, block, events }: Shown, timeZone: string): string {
  const when = fullDateTime(new Date(at), timeZone);
  return `${monthText(month)}的办理记录：到第 ${block} 块，共 ${events} 条（${when} 生成）。`;
}

/** The digest in groups of four, for who compares it by eye. */
export function digestText({ hash }: Shown): string {
  return `摘要 ${(hash.match(/.{1,4}/gu) ?? []).join(" ")}`;
}

export function keyText({ key }: Shown): string {
  return `签名密钥 ${(key.match(/.{1,4}/gu) ?? []).join(" ")}`;
}

export const HOW_TO_VERIFY =
  "以后数据库中任何一条记录被改动、删除、插入，或者整个数据库被换掉，用下面这一行都能查出来：npm run audit -- verify --fingerprint";

/** Of the file that holds one. */
export function fingerprintFile(shown: Shown, text: string, timeZone: string): string {
  return `${FINGERPRINT}\n${upTo(shown, timeZone)}\n${digestText(shown)}\n${keyText(shown)}\n\n${HOW_TO_VERIFY}\n\n${text}\n`;
}
