import { type OperatorWords, said } from "../../messages/operator-words.ts";
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
  // A host that did not answer for the token does not answer for this either.
  const asks = app !== undefined && mode === "stream" && !token.some((one) => one.unreached);
  const stream = asks ? [examineStream(await askForTicket({ app, apiBase, http }), apiBase)] : [];
  const way = {
    base: oapiBase,
    variable: "DINGTALK_OAPI_BASE",
    purpose: app === undefined ? NOTHING_POSTED : NOBODY_ANSWERED,
  };
  return [...token, ...stream, await examineBase(http, way)];
}

/** A ticket that nobody uses ends by itself: nothing is connected, so that a running program keeps what it hears. */
function examineStream(ticket: Ticket, apiBase: string): Examined {
  const { hostname, port } = new URL(apiBase);
  const hosts = [`${hostname}:${port || 443}`, `${SOCKET_HOST}:443`];
  switch (ticket.kind) {
    case "ticket":
      return { right: true, ...said((words) => words.streamGranted(hosts)) };
    case "refused":
      return { right: false, ...said((words) => words.streamRefused(ticket.reason)) };
    case "busy":
      return { right: false, ...said((words) => words.streamBusy(ticket.reason)) };
    case "failed":
      return { right: false, ...said((words) => words.streamFailed(ticket.reason, hosts)) };
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
