import { CONSOLES } from "../zh-cn/consoles.ts";
import { DINGTALK_CREDENTIALS_PAGE } from "../zh-cn/operator.ts";

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

  wecomForm: () => "the token and the EncodingAESKey have the right form",
  nothingPosted: () => "nothing is posted to the groups",
  nobodyAnswered: () => "nobody in a group gets an answer",
  baseAnswers: (host: string) => `${host} answers`,
  baseSilent: (reason: string, { purpose, variable }: { readonly purpose: string; readonly variable: string }) =>
    `${reason}: without this address ${purpose}. Let this machine reach it (firewall, proxy, name server), or correct ${variable}.`,
  dingtalkToken: () => "an access token came: DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET are right",
  dingtalkPairWrong: (reason: string) => `${reason}. Compare ${DINGTALK_PAIR}.`,
  dingtalkUnreached: (reason: string) =>
    `${reason}. Let this machine reach DINGTALK_API_BASE (firewall, proxy, name server); then compare ${DINGTALK_PAIR}.`,
};

const DINGTALK_PAIR = `DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET with ${DINGTALK_CREDENTIALS_PAGE}`;

export type RoadWords = typeof ROADS_EN;
