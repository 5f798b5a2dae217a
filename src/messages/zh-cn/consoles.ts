import { DINGTALK_CREDENTIALS, WECOM_BOT } from "./operator.ts";

/** Where something is set: the pages of the platforms' consoles and of their chat programs, in the words that stand there. */

export const CONSOLES = {
  wecomBot: `管理后台 → 安全与管理 → 管理工具 → ${WECOM_BOT}`,
  wecomBotApi: `管理后台 → ${WECOM_BOT} → API 模式`,
  wecomCreateBot: `${WECOM_BOT} → 创建机器人 → 手动创建 → API 模式创建`,
  wecomUseLongConnection: "使用长连接",
  wecomVisible: "可见范围",
  wecomAddToGroup: "群设置 → 添加机器人",
  wecomWebhook: "群设置 → 消息推送 → 添加",
  wecomApp: "管理后台 → 应用管理 → 自建应用",
  wecomAppCallback: "管理后台 → 应用管理 → 自建应用 → 接收消息 → 设置API接收",
  wecomTrustedDomain: "管理后台 → 应用管理 → 自建应用 → 网页授权及JS-SDK → 可信域名",
  wecomSignIn: "管理后台 → 应用管理 → 自建应用 → 企业微信授权登录 → Web网页 → 授权回调域",
  wecomCompany: "管理后台 → 我的企业 → 企业信息",
  dingtalkApps: "open-dev.dingtalk.com → 应用开发 → 企业内部应用",
  dingtalkCreateApp: "创建应用",
  dingtalkCredentials: `开放平台 → 应用 → ${DINGTALK_CREDENTIALS}`,
  dingtalkRobot: "应用 → 添加应用能力 → 机器人",
  dingtalkRobotMode: "消息接收模式",
  dingtalkStream: "Stream 模式",
  dingtalkAddress: "开放平台 → 机器人 → 消息接收地址",
  dingtalkRedirect: "开放平台 → 应用 → 安全设置 → 重定向URL（回调域名）",
  dingtalkPermissions: "应用 → 权限管理 → 企业内机器人发送消息权限 (qyapi_robot_sendmsg)",
  dingtalkPublish: "应用 → 版本管理与发布 → 创建新版本 → 可见范围 → 发布",
  dingtalkCards: "open-dev.dingtalk.com → 卡片平台",
  dingtalkAddToGroup: "群设置 → 机器人 → 添加机器人 → 企业机器人",
} as const;
