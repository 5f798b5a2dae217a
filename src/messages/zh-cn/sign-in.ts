import type { PlatformName } from "../../domain/park/org.ts";
import { PLATFORM_NAMES } from "./terms.ts";

/** What signing in says: by WeCom and DingTalk, and of tries that came to nothing. */

export const signInBy = (platform: PlatformName) => `用${PLATFORM_NAMES[platform]}登录`;
export const SCAN_OR_TAP = "在手机客户端里点开就能登录；在电脑浏览器里用手机扫码。";
export const BY_LINK = "也可以在企业微信或钉钉里给茶叙单独发「看板」，点开它回复的链接。";

/** Why somebody was not signed in, and what to do instead. */
export const NOT_SIGNED_IN = {
  closed: () => "这里没有开通这种登录方式。请给茶叙单独发「看板」，点开它回复的链接。",
  state: () => "这次登录已经过期，或者不是在这个浏览器里发起的。请重新登录。",
  denied: (name: string) => `您没有同意用${name}登录，没有做任何改动。请重新登录。`,
  code: (name: string) => `${name}给的登录码无效，或者已经用过。请重新登录。`,
  outsider: (name: string) => `您的${name}账号不是本组织的成员，不能登录。请找营商办。`,
  unlisted: (name: string) => `您的${name}账号不在名单里，请找营商办登记。`,
  unreached: (name: string) => `${name}暂时没有应答，没有登录。请稍后再试，或者给茶叙单独发「看板」。`,
  setting: (name: string) => `${name}登录还没有配置好，请告诉管理员；您可以先给茶叙单独发「看板」。`,
} as const satisfies Readonly<Record<string, (name: string) => string>>;

export type NotSignedIn = keyof typeof NOT_SIGNED_IN;

/** By what was tried. */
export const TOO_MANY = {
  "sign-in": (minutes: number) => `登录失败的次数太多，请 ${minutes} 分钟后再试。`,
  follow: (minutes: number) => `打不开的链接试得太多，请 ${minutes} 分钟后再试。`,
} as const;
