import { DINGTALK_CREDENTIALS_PAGE } from "../../messages/zh-cn/operator.ts";
import type { Examined } from "../platform.ts";
import { examineBase } from "../reachable.ts";
import type { ClientOptions, DingtalkApp, DingtalkClient } from "./client.ts";

/** Asks for an access token as the first message would, and for any answer of the address that replies go to. */
export async function examineDingtalk(
  client: DingtalkClient,
  { app, oapiBase, http }: ClientOptions,
  webhooks: boolean,
): Promise<readonly Examined[]> {
  const token = app === undefined ? [] : [await examineApp(client, app)];
  if (app === undefined && !webhooks) return token;
  const purpose = app === undefined ? "nothing is posted to the groups" : "nobody in a group gets an answer";
  return [...token, await examineBase(http, { base: oapiBase, variable: "DINGTALK_OAPI_BASE", purpose })];
}

async function examineApp(client: DingtalkClient, app: DingtalkApp): Promise<Examined> {
  const fetched = await client.fetchToken();
  if (fetched.kind === "token") {
    return { right: true, text: "an access token came: DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET are right" };
  }
  const { state, reason } = fetched.delivery;
  const pair = `DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET with ${DINGTALK_CREDENTIALS_PAGE}`;
  const advice =
    state === "barred" || state === "gave-up"
      ? `Compare ${pair}.`
      : `Let this machine reach DINGTALK_API_BASE (firewall, proxy, name server); then compare ${pair}.`;
  return { right: false, text: `${reason.replaceAll(app.clientSecret, "***")}. ${advice}` };
}
