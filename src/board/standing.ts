import type { Conversation } from "../chat/conversation.ts";
import { type PeriodName, spanOf } from "../domain/park/instants.ts";
import { unitsTold } from "../features/reports/asked.ts";
import { linesOf } from "../features/reports/units.ts";
import { verdict } from "../messages/zh-cn/board.ts";
import { longestLate } from "../messages/zh-cn/board-overview.ts";
import { NO_UNIT } from "../messages/zh-cn/stuck.ts";
import { figuresOf } from "../store/figures.ts";
import { countOpen } from "./list.ts";
import { lateText, type Red, redList } from "./red-list.tsx";

/** How things stand, as the overview and the wall tell it. */
export async function standingOf(conversation: Conversation, period: PeriodName) {
  const { ctx } = conversation;
  const units = unitsTold(conversation);
  const figures = await figuresOf(ctx.db, spanOf(period, ctx.now, ctx.park.org.park.timeZone), ctx.now, units);
  const { lines } = await linesOf(conversation, period, units);
  const red = await redList(conversation, units);
  const counts = await countOpen(conversation);
  const parts = [
    verdict({ ...counts, late: red }),
    red.longest === null ? null : longestText(conversation, red.longest),
  ];
  return {
    figures,
    lines,
    red: red.list,
    overdue: counts.overdue,
    line: parts.filter((part) => part !== null).join("；"),
  };
}

function longestText(conversation: Conversation, one: Red): string {
  const { id, department } = one.issue;
  const unit = department === null ? NO_UNIT : conversation.reader.department(department);
  return longestLate(id, unit, lateText(one, conversation));
}
