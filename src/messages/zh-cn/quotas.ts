/** What is said of the platforms' quotas of a month. */

/** What DingTalk counts for the whole organisation, every app and robot of it included. */
const NAMES = {
  "dingtalk:api": "钉钉接口调用",
  "dingtalk:webhook-stream": "钉钉消息收发（群 webhook、回调和 Stream）",
} as const;
type QuotaName = keyof typeof NAMES;

export function quotaName(quota: QuotaName): string {
  return NAMES[quota];
}

/** 2026年11月 */
export function monthText(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return `${year}年${Number(number)}月`;
}

/** 已用 4012 / 5000 次（80%），还剩 988 次 */
export function quotaUse({ used, limit, percent }: { used: number; limit: number; percent: number }): string {
  return `已用 ${used} / ${limit} 次（${percent}%），还剩 ${Math.max(0, limit - used)} 次`;
}

/** 钉钉接口调用：本月额度已用 80% */
export function quotaTitle(quota: QuotaName, percent: number): string {
  return `${NAMES[quota]}：本月额度已用${percent >= 100 ? "完" : ` ${percent}%`}`;
}

const COUNTED = "这里按钉钉标准版计数，只数本程序用掉的；同一组织的其他应用也占这份额度。";

/** What a used-up quota does, and what to do against it. */
const WHEN_OVER = {
  "dingtalk:api": "用完后发到群和个人的消息会被钉钉拒绝，等额度恢复后自动发出。",
  "dingtalk:webhook-stream": "用完后钉钉不再把消息内容传过来，群 webhook 也发不出去。",
} as const;
const TODO = {
  "dingtalk:api": "可请钉钉管理员开通专业版或加量包。",
  "dingtalk:webhook-stream": "可请钉钉管理员开通专业版或加量包，或在机构文件里少配几个群 webhook，改由机器人发群消息。",
} as const;

export function quotaTodo(quota: QuotaName, percent: number): string {
  const saved = percent >= 100 ? "" : "从现在起，同一个群里一起等着发的通知合并成一条发出。";
  return `${WHEN_OVER[quota]}${saved}${TODO[quota]}${COUNTED}`;
}
