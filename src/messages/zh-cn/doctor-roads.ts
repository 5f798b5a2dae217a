import type { AppPair, RoadWords } from "../english/doctor-roads.ts";
import { reasonText } from "./causes.ts";
import { CONSOLES } from "./consoles.ts";
import {
  DINGTALK_CREDENTIALS_PAGE,
  DINGTALK_ROBOT_MODE_PAGE,
  DINGTALK_STREAM_MODE,
  DINGTALK_VERSIONS_PAGE,
  WECOM_APP_PAGE,
  WECOM_BOT,
  WECOM_SOCKET_PAGE,
  WECOM_TRUSTED_IP,
} from "./operator.ts";

/** What the doctor says of the roads of each platform, in Chinese. */

const DINGTALK_PAIR = `请对照「${DINGTALK_CREDENTIALS_PAGE}」检查 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET`;

const APP_PAIRS: Readonly<Record<AppPair, string>> = {
  secret: `请对照「${CONSOLES.wecomCompany}」检查 WECOM_CORP_ID，对照「${WECOM_APP_PAGE}」检查 WECOM_APP_SECRET`,
  agent: `请对照「${WECOM_APP_PAGE}」检查 WECOM_AGENT_ID`,
};

const NETWORK = "防火墙、代理、DNS";

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

  wecomForm: (token, key) => `${token} 和 ${key} 的格式都对`,
  nothingPosted: () => "发不了群消息",
  nobodyAnswered: () => "群里没有人能得到回复",
  baseAnswers: (host) => `${host} 有响应`,
  baseSilent: (reason, { purpose, variable }) =>
    `${reasonText(reason)}。访问不到这个地址，${purpose}。请让本机能访问它（${NETWORK}），或改正 .env 里的 ${variable}。`,

  socketAnswers: (host) =>
    `${host} 可以建立长连接。WECOM_BOT_ID 和 WECOM_BOT_SECRET 对不对，启动时才知道：在这里试连会挤掉正在运行的机器人`,
  socketSilent: (reason) =>
    `${reasonText(reason)}。长连接建不起来，就收不到任何消息：请让本机能访问它（${NETWORK}），或改正 .env 里的 WECOM_WS_URL；机器人要设成「${WECOM_SOCKET_PAGE}」。`,

  appToken: () => "拿到了访问令牌：WECOM_CORP_ID 和 WECOM_APP_SECRET 正确",
  appAnswers: () => "WECOM_AGENT_ID 指的应用有响应",
  appNotAllowed: (reason) =>
    `${reasonText(reason)}。请在「${WECOM_APP_PAGE} → ${WECOM_TRUSTED_IP}」填写本机的公网出口地址。`,
  appUnreached: (reason, pair) =>
    `${reasonText(reason)}。请让本机能访问 WECOM_API_BASE（${NETWORK}）；还不行，${APP_PAIRS[pair]}。`,
  appWrong: (reason, pair) => `${reasonText(reason)}。${APP_PAIRS[pair]}。`,

  dingtalkToken: () => "拿到了访问令牌：DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET 正确",
  dingtalkPairWrong: (reason) => `${reasonText(reason)}。${DINGTALK_PAIR}。`,
  dingtalkUnreached: (reason) =>
    `${reasonText(reason)}。请让本机能访问 DINGTALK_API_BASE（${NETWORK}）；还不行，${DINGTALK_PAIR}。`,
  streamGranted: (hosts) => `Stream 模式：钉钉同意建立连接（这里没有真的连）。防火墙要放行 ${hosts.join(" 和 ")}`,
  streamRefused: (reason) =>
    `Stream 模式：${reasonText(reason)}。请把机器人设成 ${DINGTALK_STREAM_MODE}（${DINGTALK_ROBOT_MODE_PAGE}），发布一个版本（${DINGTALK_VERSIONS_PAGE}）；${DINGTALK_PAIR}；应用设了 IP 白名单的，把本机的公网出口地址加进去。`,
  streamBusy: (reason) =>
    `Stream 模式：${reasonText(reason)}。这个组织现在的连接或调用太多：请等几分钟，并停掉用同一个 DINGTALK_CLIENT_ID 的其他程序。`,
  streamFailed: (reason, hosts) =>
    `Stream 模式：${reasonText(reason)}。请让本机能访问 ${hosts.join(" 和 ")}（${NETWORK}），或改正 .env 里的 DINGTALK_API_BASE。`,
};
