import type { DoorWords } from "../english/doctor-door.ts";
import { CONSOLES } from "./consoles.ts";

/** What the doctor says of signing in at the board, in Chinese. */

export const DOOR_ZH: DoorWords = {
  signInWecom: (host) =>
    `可以用企业微信登录看板：请在「${CONSOLES.wecomTrustedDomain}」和「${CONSOLES.wecomSignIn}」都填上 ${host}`,
  signInDingtalk: (address) => `可以用钉钉登录看板：请在「${CONSOLES.dingtalkRedirect}」填上 ${address}`,
  signInWithoutAddress: (host) =>
    `没有设置 PUBLIC_URL，而 ${host} 是本机地址，登录看板的人回不来：请填大家的浏览器打得开的地址。聊天里发的链接也指向那里`,
  formWithoutAddress: () =>
    "REPORT_FORM 是 on，但没有设置 PUBLIC_URL，打印出来的二维码会指向本机地址：请填大家的手机打得开的地址",
  proxyUnknown: () =>
    "PUBLIC_URL 以 https 开头，说明前面有代理，但没有设置 TRUST_PROXY：所有访客看起来都来自代理的地址，一个人登录失败会算到大家头上。请把 TRUST_PROXY 设为代理的层数，一般是 1",
};
