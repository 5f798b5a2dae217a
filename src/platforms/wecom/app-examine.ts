import type { AppPair } from "../../messages/english/doctor-roads.ts";
import { said } from "../../messages/operator-words.ts";
import type { Delivery, Examined } from "../platform.ts";
import type { WecomApp, WecomAppClient } from "./app-client.ts";

/** Asks for an access token as the first message would, then for the app itself. Sends nothing. */
export async function examineApp(client: WecomAppClient, app: WecomApp): Promise<readonly Examined[]> {
  const fetched = await client.fetchToken();
  if (fetched.kind === "failed") return [wrong(fetched.delivery, app, "secret")];
  const token = { right: true, ...said((words) => words.appToken()) };
  const found = await client.askForApp();
  if (found.state === "sent") return [token, { right: true, ...said((words) => words.appAnswers()) }];
  return [token, wrong(found, app, "agent")];
}

function wrong(delivery: Exclude<Delivery, { state: "sent" }>, { secret }: WecomApp, pair: AppPair): Examined {
  const reason = delivery.reason.replaceAll(secret, "***");
  if (delivery.state === "barred" && delivery.bar === "allow-list") {
    return { right: false, ...said((words) => words.appNotAllowed(reason)) };
  }
  const unreached = delivery.state === "later" || delivery.state === "unknown";
  return {
    right: false,
    unreached,
    ...said((words) => (unreached ? words.appUnreached(reason, pair) : words.appWrong(reason, pair))),
  };
}
