/** Why a message was given up, where that is the program's own finding: the code that is stored and logged, and what people read. */
const OWN_REASONS = {
  "person-gone": "机构文件里已没有这个人，或已不在该单位、该企业",
  "chat-gone": "机构文件里已没有这个群",
  "wecom-not-configured": "没有配置企业微信",
  "dingtalk-not-configured": "没有配置钉钉",
  "cannot-make": "这台服务器生成不了图片或文档，请看程序日志",
  "program-fault": "程序出错，请看程序日志",
  "not-recorded": "没有记下",
  "reply-over": "回复期已过，又没有别的办法发到那里",
  "no-webhook": "机构文件里没有这个群的 webhook",
  "webhook-unusable": "群的 webhook 地址不能用：要以 https:// 开头，不能是内网地址，请在机构文件里改正",
  "no-road-to-person": "企业微信没有配置应用，不能发私信",
  "not-a-member": "对方不是本组织的成员，不能发私信",
  "user-unknown": "钉钉没有这个用户，或机器人对他不可见",
  "app-missing": "没有配置钉钉应用（DINGTALK_CLIENT_ID、DINGTALK_CLIENT_SECRET）",
} as const;

export type OwnReason = keyof typeof OWN_REASONS;

/** A stored reason for people. What the platform said itself, and what an earlier version stored, stays as it is. */
export function reasonText(reason: string): string {
  return isOwn(reason) ? OWN_REASONS[reason] : reason;
}

function isOwn(reason: string): reason is OwnReason {
  return Object.hasOwn(OWN_REASONS, reason);
}
