import { CONSOLES } from "../zh-cn/consoles.ts";
import {
  DINGTALK_CREDENTIALS_PAGE,
  DINGTALK_ROBOT_MODE_PAGE,
  DINGTALK_STREAM_MODE,
  DINGTALK_VERSIONS_PAGE,
  WECOM_APP_PAGE,
  WECOM_SOCKET_PAGE,
  WECOM_TRUSTED_IP,
} from "../zh-cn/operator.ts";
import { withCauses } from "./causes.ts";

/** What the doctor says of the roads of each platform, and what a platform finds of itself, in English. */

export const ROADS_EN = {
  off: (names: string) => `off: ${names} are not set, so nothing is received`,
  hooksAlone: (names: string) => `${names} are not set, so nothing is received: only the groups' webhooks are used`,
  or: () => " or ",
  pair: (one: string, other: string) => `${one} and ${other}`,

  wecomSocket: () =>
    "the bot is connected from here (WECOM_BOT_ID): no public address is needed, and it can write first to groups and to people who have written to it",
  wecomCallback: () =>
    "the bot hears by callback (WECOM_BOT_TOKEN): WeCom has to reach PUBLIC_URL, and the bot answers, but cannot write first. The long connection can, and needs no public address: npm run connect -- wecom",
  wecomNoBot: () =>
    `no bot is configured, so nobody can speak to Chaxu in WeCom's groups: npm run connect -- wecom makes one, or ${CONSOLES.wecomBot}`,
  wecomApp: () =>
    "the self-built app is configured with its callback: direct messages reach whoever is in its visible range, and can be answered",
  wecomAppDeaf: () =>
    `the self-built app sends direct messages and hears none, because WECOM_APP_TOKEN and WECOM_APP_ENCODING_AES_KEY are not set: ${CONSOLES.wecomAppCallback}`,
  wecomNoApp: () =>
    `no self-built app (WECOM_CORP_ID, WECOM_AGENT_ID, WECOM_APP_SECRET), so a direct message reaches only people who have written to a bot with a long connection. To reach all: ${CONSOLES.wecomApp}`,
  dingtalkStream: () => "the robot is connected from here (DINGTALK_MODE=stream): no public address is needed",
  dingtalkCallback: () =>
    "the robot hears by callback (DINGTALK_MODE=callback): DingTalk has to reach PUBLIC_URL. Without a public address: npm run connect -- dingtalk",
  dingtalkNoApp: () =>
    `no app is configured, so nobody can speak to Chaxu in DingTalk: npm run connect -- dingtalk, or ${CONSOLES.dingtalkApps}`,
  dingtalkCards: () => "cards with buttons are configured (DINGTALK_CARD_TEMPLATE_ID)",
  dingtalkCardsUnsigned: () =>
    "cards are configured, but with DINGTALK_MODE=callback nothing signs what is pressed: set DINGTALK_CARD_SECRET to a long random text of your own, or use DINGTALK_MODE=stream",
  dingtalkNoCards: () =>
    `no cards with buttons (DINGTALK_CARD_TEMPLATE_ID), so messages carry words in place of buttons. A template is made in ${CONSOLES.dingtalkCards}`,

  wecomForm: (token: string, key: string) => `${token} and ${key} have the right form`,
  nothingPosted: () => "nothing is posted to the groups",
  nobodyAnswered: () => "nobody in a group gets an answer",
  baseAnswers: (host: string) => `${host} answers`,
  baseSilent: (reason: string, { purpose, variable }: { readonly purpose: string; readonly variable: string }) =>
    `${withCauses(reason)}: without this address ${purpose}. ${reach("it")}, or correct ${variable}.`,

  socketAnswers: (host: string) =>
    `${host} answers a WebSocket handshake. Whether WECOM_BOT_ID and WECOM_BOT_SECRET are right shows at the start alone, because a test would displace the running bot`,
  socketSilent: (reason: string) =>
    `${withCauses(reason)}: without the long connection nothing is heard. ${reach("it")}, or correct WECOM_WS_URL; the bot must be set to ${WECOM_SOCKET_PAGE}.`,

  appToken: () => "an access token came: WECOM_CORP_ID and WECOM_APP_SECRET are right",
  appAnswers: () => "the app answers to WECOM_AGENT_ID",
  appNotAllowed: (reason: string) =>
    `${withCauses(reason)}. Enter this machine's public address under ${WECOM_APP_PAGE} → ${WECOM_TRUSTED_IP}.`,
  appUnreached: (reason: string, pair: AppPair) =>
    `${withCauses(reason)}. ${reach("WECOM_API_BASE")}; then compare ${APP_PAIRS[pair]}.`,
  appWrong: (reason: string, pair: AppPair) => `${withCauses(reason)}. Compare ${APP_PAIRS[pair]}.`,

  dingtalkToken: () => "an access token came: DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET are right",
  dingtalkPairWrong: (reason: string) => `${withCauses(reason)}. Compare ${DINGTALK_PAIR}.`,
  dingtalkUnreached: (reason: string) =>
    `${withCauses(reason)}. ${reach("DINGTALK_API_BASE")}; then compare ${DINGTALK_PAIR}.`,
  streamGranted: (hosts: readonly string[]) =>
    `Stream mode: a connection is granted (none was opened). The firewall has to let this machine out to ${hosts.join(" and ")}`,
  streamRefused: (reason: string) =>
    `Stream mode: ${withCauses(reason)}. Set the robot to ${DINGTALK_STREAM_MODE} (${DINGTALK_ROBOT_MODE_PAGE}), publish a version (${DINGTALK_VERSIONS_PAGE}), compare ${DINGTALK_PAIR}, and put this machine on the app's list of IP addresses if it has one.`,
  streamBusy: (reason: string) =>
    `Stream mode: ${withCauses(reason)}. The organisation has too many connections or calls at this moment: wait some minutes, and end other programs with the same DINGTALK_CLIENT_ID.`,
  streamFailed: (reason: string, hosts: readonly string[]) =>
    `Stream mode: ${withCauses(reason)}. Let this machine out to ${hosts.join(" and ")} (firewall, proxy, name server), or correct DINGTALK_API_BASE.`,
};

/** What the self-built app was refused for. */
export type AppPair = "secret" | "agent";

const APP_PAIRS: Readonly<Record<AppPair, string>> = {
  secret: `WECOM_CORP_ID and WECOM_APP_SECRET with ${CONSOLES.wecomCompany} and ${WECOM_APP_PAGE}`,
  agent: `WECOM_AGENT_ID with ${WECOM_APP_PAGE}`,
};

const DINGTALK_PAIR = `DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET with ${DINGTALK_CREDENTIALS_PAGE}`;

function reach(what: string): string {
  return `Let this machine reach ${what} (firewall, proxy, name server)`;
}

export type RoadWords = typeof ROADS_EN;
