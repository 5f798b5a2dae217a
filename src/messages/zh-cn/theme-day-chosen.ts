import { echo } from "../escape.ts";

/** What is said where a date chooses a theme day, and none, or several, are on it; and to who comes already. */

/** Of a day on which none is planned: those that are. */
export function noneThatDay(day: string, others: readonly string[]): string {
  return `${echo(day)}没有安排主题日，现有：${others.join("、")}。`;
}

export function noneToCancel(day: string, others: readonly string[]): string {
  return `没有可以取消的主题日：${noneThatDay(day, others)}`;
}

export function severalThatDay(times: readonly string[]): string {
  return `这一天有几期主题日：${times.join("、")}。请在日期后写明几点。`;
}

/** On what is told before it, to who has signed up. */
export const COMES = "贵企业已报名。";
