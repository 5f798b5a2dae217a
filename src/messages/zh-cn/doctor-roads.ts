import type { RoadWords } from "../english/doctor-roads.ts";
import { CONSOLES } from "./consoles.ts";
import { DINGTALK_CREDENTIALS_PAGE, WECOM_BOT } from "./operator.ts";

/** What the doctor says of the roads of each platform, in Chinese. */

const DINGTALK_PAIR = `请对照「${DINGTALK_CREDENTIALS_PAGE}」检查 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET`;

export const ROADS_ZH: RoadWords = {
  off: (names) => `未启用：没有设置 ${names}，收不到消息`,
  hooksAlone: (names) => `没有设置 ${names}，收不到消息：只用群的 webhook 发消息`,
  or: () => " 或 ",
  pair: (one, other) => `${one} 和 ${other}`,

  wecomSocket: () => "机器人用长连接（WECOM_BOT_ID）：不需要公网地址，可以主动往群里发，也可以发给和它说过话的人",
  wecomCallback: () =>
    "机器人用回调（WECOM_BOT_TOKEN）：企业微信要能访问 PUBLIC_URL；机器人只能回复，不能主动发消息。长连接可以，而且不需要公网地址：npm run connect -- wecom",
  wecomNoBot: () =>
    `没有配置${WECOM_BOT}，企业微信群里没有人能和茶叙说话：运行 npm run connect -- wecom 创建，或到「${CONSOLES.wecomBot}」`,
  wecomApp: () => "自建应用已配置，也能接收消息：在应用可见范围内的人都能收到私信，也能直接回复",
  wecomAppDeaf: () =>
    `自建应用只能发私信、收不到消息，因为没有设置 WECOM_APP_TOKEN 和 WECOM_APP_ENCODING_AES_KEY：请到「${CONSOLES.wecomAppCallback}」`,
  wecomNoApp: () =>
    `没有配置自建应用（WECOM_CORP_ID、WECOM_AGENT_ID、WECOM_APP_SECRET），只有和长连接机器人说过话的人才收得到私信。要让所有人收到，请到「${CONSOLES.wecomApp}」`,
  dingtalkStream: () => "机器人用 Stream 连接（DINGTALK_MODE=stream）：不需要公网地址",
  dingtalkCallback: () =>
    "机器人用回调（DINGTALK_MODE=callback）：钉钉要能访问 PUBLIC_URL。没有公网地址时：npm run connect -- dingtalk",
  dingtalkNoApp: () =>
    `没有配置钉钉应用，钉钉里没有人能和茶叙说话：运行 npm run connect -- dingtalk，或到「${CONSOLES.dingtalkApps}」`,
  dingtalkCards: () => "带按钮的卡片已配置（DINGTALK_CARD_TEMPLATE_ID）",
  dingtalkCardsUnsigned: () =>
    "卡片已配置，但 DINGTALK_MODE=callback 时按钮没有签名：请把 DINGTALK_CARD_SECRET 设成一段自己编的长随机文字，或改用 DINGTALK_MODE=stream",
  dingtalkNoCards: () =>
    `没有配置带按钮的卡片（DINGTALK_CARD_TEMPLATE_ID），消息里用文字代替按钮。模板在「${CONSOLES.dingtalkCards}」制作`,

  wecomForm: () => "Token 和 EncodingAESKey 的格式都对",
  nothingPosted: () => "发不了群消息",
  nobodyAnswered: () => "群里没有人能得到回复",
  baseAnswers: (host) => `${host} 有响应`,
  baseSilent: (reason, { purpose, variable }) =>
    `${reason}：访问不到这个地址，${purpose}。请让本机能访问它（防火墙、代理、DNS），或改正 .env 里的 ${variable}。`,
  dingtalkToken: () => "拿到了访问令牌：DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET 正确",
  dingtalkPairWrong: (reason) => `${reason}。${DINGTALK_PAIR}。`,
  dingtalkUnreached: (reason) =>
    `${reason}。请让本机能访问 DINGTALK_API_BASE（防火墙、代理、DNS）；还不行，${DINGTALK_PAIR}。`,
};
