import { type Cause, withCauses } from "../english/causes.ts";

/** Why a host was not reached, in Chinese. */
const CAUSES: Readonly<Record<Cause, string>> = {
  ENOTFOUND: "找不到这个主机名",
  EAI_AGAIN: "域名服务器没有响应",
  ECONNREFUSED: "对方拒绝连接",
  ECONNRESET: "连接被切断",
  EHOSTUNREACH: "网络不通",
  ENETUNREACH: "网络不通",
  ETIMEDOUT: "没有响应",
  CERT_HAS_EXPIRED: "对方的证书已过期，或本机时间不对",
  DEPTH_ZERO_SELF_SIGNED_CERT: "对方的证书不可信，可能是防火墙在解密检查",
  SELF_SIGNED_CERT_IN_CHAIN: "对方的证书不可信，可能是防火墙在解密检查",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "对方的证书不可信，可能是防火墙在解密检查",
  ERR_TLS_CERT_ALTNAME_INVALID: "对方的证书是另一台主机的",
};

/** The program's own words in a reason. What a platform said stays as it is. */
const OWN: readonly (readonly [RegExp, string])[] = [
  [/^no access token: the answer holds no access_token$/, "没有拿到访问令牌：回答里没有 access_token"],
  [/^no access token: /, "没有拿到访问令牌："],
  [/^the answer holds no usable address of a connection$/, "回答里没有可用的连接地址"],
  [/^too many calls from this IP address$/, "从这个 IP 地址来的调用太多"],
  [/no answer within ([\d.]+) s$/, "$1 秒内没有响应"],
  [/left alone after several time-outs$/, "多次没有响应，暂时不再访问"],
  [/Opening handshake has timed out$/, "长时间没有响应"],
  [/Unexpected server response: (\d+)$/, "对方回答 HTTP $1，不是长连接的回答"],
  [/(?:the connection failed|no connection)$/, "连接失败"],
  [/: a redirect, not followed$/, "：对方要求转到别的地址"],
  [/: the answer is not the platform's$/, "：不是平台的回答，可能被代理或网关拦住"],
];

/** A reason of the program in Chinese: `nowhere.example.cn：找不到这个主机名（ENOTFOUND）`. */
export function reasonText(reason: string): string {
  const own = OWN.reduce((text, [english, chinese]) => text.replace(english, chinese), reason);
  return withCauses(own, CAUSES)
    .replace(/ \(([A-Z_]+)\)/g, "（$1）")
    .replace(/(\S): (?=\p{Script=Han})/gu, "$1：");
}
