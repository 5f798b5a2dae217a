import type { Work } from "../issues/work.ts";
import { momentText } from "../messages/zh-cn/dates.ts";

/** A moment as people in the park read it: 11月30日（周一）17:30. */
export function moment({ now, park }: Work, at: Date): string {
  return momentText(at, park.org.park.timeZone, now);
}
