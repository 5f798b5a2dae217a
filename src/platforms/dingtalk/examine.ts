import { type OperatorWords, said } from "../../messages/operator-words.ts";
import {
  DINGTALK_CREDENTIALS_PAGE,
  DINGTALK_ROBOT_MODE_PAGE,
  DINGTALK_STREAM_MODE,
  DINGTALK_VERSIONS_PAGE,
} from "../../messages/zh-cn/operator.ts";
import type { Examined } from "../platform.ts";
import { examineBase } from "../reachable.ts";
import type { ClientOptions, DingtalkApp, DingtalkClient } from "./client.ts";
import { askForTicket, type Ticket } from "./stream-ticket.ts";

/** Where connections go; the gateway may name others of the same kind (docs/learn/stream/faq.md of developerpedia). */
const SOCKET_HOST = "wss-open-connection.dingtalk.com";

export interface ExamineOptions extends ClientOptions {
  readonly mode?: "callback" | "stream";
}

/** Asks for an access token as the first message would, for a ticket in Stream mode, and for any answer of the address that replies go to. */
export async function examineDingtalk(
  client: DingtalkClient,
  options: ExamineOptions,
  webhooks: boolean,
): Promise<readonly Examined[]> {
  const { app, apiBase, oapiBase, http, mode } = options;
  const token = app === undefined ? [] : [await examineApp(client, app)];
  if (app === undefined && !webhooks) return token;
  const stream =
    app === undefined || mode !== "stream" ? [] : [examineStream(await askForTicket({ app, apiBase, http }), apiBase)];
  const way = {
    base: oapiBase,
    variable: "DINGTALK_OAPI_BASE",
    purpose: app === undefined ? NOTHING_POSTED : NOBODY_ANSWERED,
  };
  return [...token, ...stream, await examineBase(http, way)];
}

/** A ticket that nobody uses ends by itself: nothing is connected, so that a running program keeps what it hears. */
function examineStream(ticket: Ticket, apiBase: string): Examined {
  const hosts = `${new URL(apiBase).host}:443 and ${SOCKET_HOST}:443`;
  switch (ticket.kind) {
    case "ticket":
      return {
        right: true,
        text: `Stream mode: a connection is granted (none was opened). The firewall has to let this machine out to ${hosts}`,
      };
    case "refused":
      return {
        right: false,
        text: `Stream mode: ${ticket.reason}. Set the robot to ${DINGTALK_STREAM_MODE} (${DINGTALK_ROBOT_MODE_PAGE}), publish a version (${DINGTALK_VERSIONS_PAGE}), compare DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET with ${DINGTALK_CREDENTIALS_PAGE}, and put this machine on the app's list of IP addresses if it has one.`,
      };
    case "busy":
      return {
        right: false,
        text: `Stream mode: ${ticket.reason}. The organisation has too many connections or calls at this moment: wait some minutes, and end other programs with the same DINGTALK_CLIENT_ID.`,
      };
    case "failed":
      return {
        right: false,
        text: `Stream mode: ${ticket.reason}. Let this machine out to ${hosts} (firewall, proxy, name server), or correct DINGTALK_API_BASE.`,
      };
  }
}

const NOTHING_POSTED = (words: OperatorWords) => words.nothingPosted();
const NOBODY_ANSWERED = (words: OperatorWords) => words.nobodyAnswered();

async function examineApp(client: DingtalkClient, app: DingtalkApp): Promise<Examined> {
  const fetched = await client.fetchToken();
  if (fetched.kind === "token") return { right: true, ...said((words) => words.dingtalkToken()) };
  const { state, reason } = fetched.delivery;
  const why = reason.replaceAll(app.clientSecret, "***");
  const refused = state === "barred" || state === "gave-up";
  return {
    right: false,
    unreached: !refused,
    ...said((words) => (refused ? words.dingtalkPairWrong(why) : words.dingtalkUnreached(why))),
  };
}
