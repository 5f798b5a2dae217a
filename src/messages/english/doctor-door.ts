import { CONSOLES } from "../zh-cn/consoles.ts";

/** What the doctor says of signing in at the board, in English. */

export const DOOR_EN = {
  signInWecom: (host: string) =>
    `people sign in at the board with WeCom, once ${host} stands under ${CONSOLES.wecomTrustedDomain} and under ${CONSOLES.wecomSignIn}`,
  signInDingtalk: (address: string) =>
    `people sign in at the board with DingTalk, once ${address} stands under ${CONSOLES.dingtalkRedirect}`,
  signInWithoutAddress: (host: string) =>
    `nobody comes back from signing in at the board, because PUBLIC_URL is not set and ${host} is this machine's own: set it to the address that people's browsers reach. Links by chat lead there, too`,
  formWithoutAddress: () =>
    "REPORT_FORM is on and PUBLIC_URL is not set, so the printed QR code would lead to this machine's own address: set it to the one that people's phones reach",
  proxyUnknown: () =>
    "PUBLIC_URL begins with https, so a proxy stands before Chaxu, and TRUST_PROXY is not set: all visitors seem to come from the proxy's address, and failed sign-ins of one count for all. Set TRUST_PROXY to the number of proxies, mostly 1",
};

export type DoorWords = typeof DOOR_EN;
