import { echo } from "../../messages/escape.ts";
import type { ReadDate } from "./zh-cn-dates.ts";

/** What to say to words that are no date to go by; null for those that are. */
export function dateProblem(read: ReadDate | null | undefined): string | null {
  switch (read?.kind) {
    case "impossible":
      return `没有${echo(read.words)}这一天，请核对日期。`;
    case "past":
      return read.instead === null
        ? `${echo(read.words)}已过，请写以后的日期。`
        : `今年的${echo(read.words)}已过，请写以后的日期；如指明年，请连同年份写：${read.instead}。`;
    case "far":
      return `${echo(read.words)}在半年以后，请连同年份写明日期：${read.instead}。`;
    case "long":
      return `${echo(read.words)}超过半年，请少写几天，或连同年份写明日期，最晚 ${read.last}。`;
    case "beyond":
      return `${echo(read.words)}太远，最晚可写 ${read.last}。`;
    default:
      return null;
  }
}
