import { WECOM_APP_PAGE, WECOM_TRUSTED_IP } from "../../messages/zh-cn/operator.ts";
import type { Delivery, Examined } from "../platform.ts";
import type { WecomApp, WecomAppClient } from "./app-client.ts";

/** Asks for an access token as the first message would, then for the app itself. Sends nothing. */
export async function examineApp(client: WecomAppClient, app: WecomApp): Promise<readonly Examined[]> {
  const fetched = await client.fetchToken();
  if (fetched.kind === "failed") {
    const pair = `WECOM_CORP_ID and WECOM_APP_SECRET with ${WECOM_APP_PAGE}`;
    return [wrong(fetched.delivery, app, pair)];
  }
  const token = { right: true, text: "an access token came: WECOM_CORP_ID and WECOM_APP_SECRET are right" };
  const found = await client.askForApp();
  if (found.state === "sent") return [token, { right: true, text: "the app answers to WECOM_AGENT_ID" }];
  return [token, wrong(found, app, `WECOM_AGENT_ID with ${WECOM_APP_PAGE}`)];
}

function wrong(delivery: Exclude<Delivery, { state: "sent" }>, { secret }: WecomApp, pair: string): Examined {
  return { right: false, text: `${delivery.reason.replaceAll(secret, "***")}. ${adviceOf(delivery, pair)}` };
}

function adviceOf(delivery: Exclude<Delivery, { state: "sent" }>, pair: string): string {
  if (delivery.state === "barred" && delivery.bar === "allow-list") {
    return `Enter this machine's public address under ${WECOM_APP_PAGE} → ${WECOM_TRUSTED_IP}.`;
  }
  return delivery.state === "later" || delivery.state === "unknown"
    ? `Let this machine reach WECOM_API_BASE (firewall, proxy, name server); then compare ${pair}.`
    : `Compare ${pair}.`;
}
