import { dateOf } from "../../domain/moments.ts";
import type { AttachmentRef } from "../../domain/notice.ts";
import { dayText } from "./dates.ts";

/** How a picture or document is called, in the chat and as a file. */

/** 诉求趋势图，截至 11月25日（周三） */
export function captionOf(what: AttachmentRef, timeZone: string, now: Date): string {
  switch (what.kind) {
    case "trend":
      return `诉求趋势图，截至 ${dayText(new Date(what.to), timeZone, now)}`;
    case "month-report":
      return `${monthText(what.month)}诉求办理月报`;
  }
}

export function fileNameOf(what: AttachmentRef, timeZone: string): string {
  switch (what.kind) {
    case "trend":
      return `诉求趋势-${dateOf(new Date(what.to), timeZone)}.png`;
    case "month-report":
      return `诉求办理月报-${what.month}.docx`;
  }
}

/** 2026年10月 */
export function monthText(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return `${year}年${Number(number)}月`;
}
