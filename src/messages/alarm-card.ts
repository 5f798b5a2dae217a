import { type Card, say } from "./card.ts";

/** What the coordinator should know of the program itself. */
export type AlarmWords =
  | { readonly kind: "unchecked"; readonly count: number; readonly since: string | null }
  | { readonly kind: "calendar-year"; readonly year: number };

export function alarmCard(alarm: AlarmWords): Card {
  switch (alarm.kind) {
    case "unchecked": {
      const since = alarm.since === null ? "" : `，最早从 ${alarm.since} 起`;
      return say(`有 ${alarm.count} 件未办结的诉求没有按时检查${since}，提醒可能会晚到，请告诉管理员查看程序日志。`);
    }
    case "calendar-year":
      return say(
        `${alarm.year} 年的放假安排还没有录入，期限先按周一至周五计算。公布后请管理员更新程序，或在机构文件的 holidays 中补上。`,
      );
  }
}
