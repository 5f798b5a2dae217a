import { byErrcode, codeOf, deliveryOf } from "../answer.ts";
import { type Identified, isCode, NO_CODE, type SignIn, unidentified } from "../sign-in.ts";
import type { WecomApp, WecomAppClient } from "./app-client.ts";
import { sortAppCode } from "./app-client.ts";

/** 40029 a wrong code or one that was used, 42003 one that is over, 41008 none (90313). */
const CODE_REFUSED = new Set(["40029", "42003", "41008"]);
/** 50001 the address that people come back to is not on the app's list of trusted ones. */
const UNTRUSTED = "50001";

/** Signing in with WeCom by the self-built app: pages 91022 and 96441, in any other browser 98152. */
export function wecomSignIn(app: WecomApp, client: WecomAppClient): SignIn {
  return {
    isClient: (userAgent) => /wxwork/i.test(userAgent),
    address: ({ state, back, inClient }) => (inClient ? inClientAt(app, back, state) : scannedAt(app, back, state)),
    identify: (code) => identify(client, code),
  };
}

/** The client looks at the order of the parameters, and for the fragment behind them. */
function inClientAt({ corpId, agentId }: WecomApp, back: string, state: string): string {
  const asked = new URLSearchParams([
    ["appid", corpId],
    ["redirect_uri", back],
    ["response_type", "code"],
    ["scope", "snsapi_base"],
    ["state", state],
    ["agentid", agentId],
  ]);
  return `https://open.weixin.qq.com/connect/oauth2/authorize?${asked}#wechat_redirect`;
}

function scannedAt({ corpId, agentId }: WecomApp, back: string, state: string): string {
  const asked = new URLSearchParams([
    ["login_type", "CorpApp"],
    ["appid", corpId],
    ["agentid", agentId],
    ["redirect_uri", back],
    ["state", state],
  ]);
  return `https://login.work.weixin.qq.com/wwlogin/sso/login?${asked}`;
}

async function identify(client: WecomAppClient, code: string): Promise<Identified> {
  if (!isCode(code)) return NO_CODE;
  const tried = await client.askWhose(code);
  if ("state" in tried) return unidentified(tried);
  const answer = byErrcode(tried);
  const refused = answer.kind === "answer" ? (codeOf(answer.body) ?? "") : "";
  if (CODE_REFUSED.has(refused)) return { failed: "code", reason: `errcode ${refused}` };
  if (refused === UNTRUSTED) return { failed: "setting", reason: `errcode ${UNTRUSTED}` };
  const delivery = deliveryOf(answer, sortAppCode);
  if (delivery.state !== "sent") return unidentified(delivery);
  // Somebody who is no member has an openid in the place of it.
  const userId = answer.kind === "answer" ? (answer.body["userid"] ?? answer.body["UserId"]) : undefined;
  if (typeof userId === "string" && userId !== "") return { userId };
  return { failed: "outsider", reason: "no member of the company" };
}
