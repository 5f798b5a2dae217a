/** What stands behind 主题日 to register a list that was shown. */
export const CAPTURE_CONFIRMED = "确认";

/** 3天, as 延期 is written. */
export function daysSaid(days: unknown): string {
  return `${String(days)}天`;
}

/** 5G、信号 as words. */
export function asWords(text: string): string {
  return text.replace(/[、,，]+/gu, " ");
}
