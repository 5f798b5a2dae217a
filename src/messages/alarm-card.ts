import { type Card, say } from "./card.ts";

/** What the coordinator should know of the program itself. */
export type AlarmWords =
  | { readonly kind: "unchecked"; readonly count: number; readonly since: string | null }
  | { readonly kind: "calendar-year"; readonly year: number }
  | {
      readonly kind: "barred";
      readonly platform: "wecom" | "dingtalk";
      readonly bar: "allow-list" | "quota" | "setting";
      readonly place: string;
      readonly reason: string;
    };

const PLATFORM = { wecom: "企业微信", dingtalk: "钉钉" } as const;
const BAR = {
  "allow-list": { what: "服务器的 IP 不在机器人的白名单里", todo: "请管理员把服务器的出口 IP 加进白名单。" },
  quota: { what: "机器人的调用额度用完了", todo: "请管理员增加额度，或等额度恢复。" },
  setting: { what: "机器人的设置不对", todo: "请管理员检查机器人的权限、密钥、安全设置和启用状态。" },
} as const;

export function alarmCard(alarm: AlarmWords): Card {
  switch (alarm.kind) {
    case "unchecked": {
      const since = alarm.since === null ? "" : `，最早从 ${alarm.since} 起`;
      return say(`有 ${alarm.count} 件未办结的诉求没有按时检查${since}，提醒可能会晚到，请告诉管理员查看程序日志。`);
    }
    case "barred": {
      const { what, todo } = BAR[alarm.bar];
      return {
        blocks: [
          { kind: "title", text: `${PLATFORM[alarm.platform]}的消息发不出去：${what}` },
          {
            kind: "fields",
            fields: [
              { label: "例如", value: alarm.place },
              { label: "原因", value: alarm.reason },
            ],
          },
          { kind: "text", text: `${todo}这些消息都在等，改好后自动发出，不用重发。` },
          { kind: "hint", text: "查看等待的消息：投递" },
        ],
      };
    }
    case "calendar-year":
      return say(
        `${alarm.year} 年的放假安排还没有录入，期限先按周一至周五计算。公布后请管理员更新程序，或在机构文件的 holidays 中补上。`,
      );
  }
}
