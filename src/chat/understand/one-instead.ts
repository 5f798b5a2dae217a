import { isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { thingsIn } from "./alike.ts";
import { isVerbatim } from "./put-right.ts";
import type { Situation } from "./situation.ts";
import { ENDS_IN_SLIP, ONE_INSTEAD } from "./zh-cn-put-right.ts";

/** 5和6给社会局，6错了，是7: the text with the one in the place of the other. */
export function withOneInstead(text: string, situation: Situation): string {
  const found = isStaff(situation.who) ? ONE_INSTEAD.exec(plainOf(text)) : null;
  if (found === null || isVerbatim(text, situation)) return text;
  const [, old = "", anew = ""] = found;
  const before = text.slice(0, found.index).replace(ENDS_IN_SLIP, "");
  const same = thingsIn(before, situation).find(({ kind, key }) => kind === "number" && key === old);
  return same === undefined ? text : before.slice(0, same.start) + anew + before.slice(same.end);
}
