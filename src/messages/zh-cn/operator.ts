/** What the operator reads in Chinese: the bot's name, and what the platforms call the pages of their consoles. */

/** Where no other one is configured. */
export const BOT_NAME = "茶叙";

export const WECOM_BOT = "智能机器人";

/** Where the long connection is chosen, and its id and secret are shown. */
export const WECOM_SOCKET_PAGE = `管理后台 → ${WECOM_BOT} → API 模式 → 使用长连接`;

export const DINGTALK_CREDENTIALS = "凭证与基础信息";
export const DINGTALK_CREDENTIALS_PAGE = `开放平台 → 应用 → ${DINGTALK_CREDENTIALS}`;
export const DINGTALK_STREAM_MODE = "Stream 模式";
export const DINGTALK_ROBOT_MODE_PAGE = "开放平台 → 应用 → 机器人 → 消息接收模式";
export const DINGTALK_VERSIONS_PAGE = "开放平台 → 应用 → 版本管理与发布";

/** The self-built app: its id, secret, visible range and callback. */
export const WECOM_APP_PAGE = "管理后台 → 应用管理 → 自建应用";
/** The list of addresses that may call for the app. */
export const WECOM_TRUSTED_IP = "企业可信IP";
