import type { Reading } from "./reading.ts";
import { NEAR, stemAt } from "./unit-spellings.ts";
import { NOT_OURS, RETURNED } from "./zh-cn-work.ts";

/** Whether an official gives an issue back, and not money or goods. In plain text. */

/** What is given back to somebody, and is no issue: 押金退给, 多收的部分退给, 已经退给. */
const NO_ISSUE_BEFORE = new RegExp(`(?:已经?|(?:${RETURNED}|部分|重复|多[收扣交缴算付]))[^,，。]{0,6}$`, "u");
const GOES_BACK = /退(?:回?给|到)?/gu;
const ENDS_BACK = /^(?:他们|那边|那里)?(?:吧|办|处理|算了)*[\s。!！]*(?:$|[,，。;；])/u;

/** 76卷帘门退给建设, 是红绿灯，退交通: an issue goes back for a unit of the park; 退给车主, 退设计院 and what is no issue do not. */
export function isNotOurs(plain: string, { units, situation }: Pick<Reading, "units" | "situation">): boolean {
  if (NOT_OURS.test(plain)) return true;
  return [...plain.matchAll(GOES_BACK)].some(({ index, 0: words }) => {
    const start = index + words.length;
    const unit = units.find((one) => one.start === start) ?? stemAt(plain, start, situation.park.org.departments);
    const isNoIssue = NO_ISSUE_BEFORE.test(plain.slice(Math.max(0, index - NEAR), index));
    return unit !== null && !isNoIssue && ENDS_BACK.test(plain.slice(unit.end));
  });
}
