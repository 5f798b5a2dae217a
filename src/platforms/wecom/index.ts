import { type OperatorWords, said } from "../../messages/operator-words.ts";
import { createLogger, type Logger } from "../../shared/logger.ts";
import type { RawRequest, Received } from "../inbound.ts";
import type { Examined, Platform } from "../platform.ts";
import { examineBase } from "../reachable.ts";
import { receiveForApp } from "./app-callback.ts";
import type { WecomApp } from "./app-client.ts";
import { examineApp } from "./app-examine.ts";
import { receiveForBot } from "./bot-callback.ts";
import { fetchWecomMedia } from "./media.ts";
import { refused } from "./open-callback.ts";
import { wecomSignIn } from "./sign-in.ts";
import { examineSocket } from "./socket-examine.ts";
import { createWays, type Ways, type WaysOptions } from "./ways.ts";

/** The two values of a callback's page in the console. */
interface CallbackKeys {
  readonly token: string;
  readonly encodingAesKey: string;
}

export interface WecomOptions extends Omit<WaysOptions, "logger" | "app"> {
  /** The 智能机器人's callback. */
  readonly bot?: CallbackKeys;
  /** Without its callback the app hears nothing. */
  readonly app?: WecomApp & { readonly callback?: CallbackKeys };
  /** Hears of what goes wrong on the long connection. */
  readonly logger?: Logger | undefined;
}

export function createWecom(options: WecomOptions): Platform {
  const { bot, app, socket, logger = createLogger("silent") } = options;
  const ways = createWays({ ...options, logger });
  const { choose, connection, direct } = ways;
  return {
    name: "wecom",
    receive: (request, door) => (door === "app" ? receiveApp(options, request) : receiveBot(options, request)),
    render(asked, card, replaces) {
      const { way, address } = choose(asked);
      return way.render(card, address, replaces);
    },
    send(asked, part) {
      const { way, address } = choose(asked);
      return way.send(address, part);
    },
    carries: (asked, kind) => choose(asked).way.carries(kind),
    budget(asked) {
      const { way, address } = choose(asked);
      return way.budget(address);
    },
    robot(asked) {
      const { way, address } = choose(asked);
      return way.robot(address);
    },
    fetchMedia: (source, within) => fetchWecomMedia(options, ways.direct, source, within),
    doors: [
      ...(bot === undefined ? [] : (["bot"] as const)),
      ...(app?.callback === undefined ? [] : (["app"] as const)),
    ],
    ...(connection !== null && { connection }),
    ...(app !== undefined && direct !== null && { signIn: wecomSignIn(app, direct) }),
    // The app reaches its whole visible range, the bot those who have written to it before (101463).
    reaches: (_userId, spoke) => app !== undefined || (socket !== undefined && spoke),
    posts: ({ webhook }) => webhook !== undefined || connection !== null,
    examine: ({ webhooks }) => examine(options, ways, webhooks),
  };
}

async function examine(
  { bot, app, socket, apiBase, http }: WecomOptions,
  { direct }: Ways,
  webhooks: boolean,
): Promise<readonly Examined[]> {
  // A bot by callback answers in the response: only webhooks, the connection and the app need a way out.
  const purpose = (words: OperatorWords) => words.nothingPosted();
  const base = { base: apiBase, variable: "WECOM_API_BASE", purpose };
  return [
    ...(bot === undefined ? [] : [form("WECOM_BOT_TOKEN", "WECOM_BOT_ENCODING_AES_KEY")]),
    ...(socket === undefined ? [] : [await examineSocket(socket.url)]),
    ...(app?.callback === undefined ? [] : [form("WECOM_APP_TOKEN", "WECOM_APP_ENCODING_AES_KEY")]),
    ...(app === undefined || direct === null ? [] : await examineApp(direct, app)),
    ...(webhooks ? [await examineBase(http, base)] : []),
  ];
}

function form(token: string, key: string): Examined {
  return { right: true, ...said((words) => words.wecomForm(token, key)) };
}

function receiveApp({ app, botName, clock }: WecomOptions, request: RawRequest): Received {
  if (app?.callback === undefined) return refused(401, "no app is configured");
  return receiveForApp({ corpId: app.corpId, callback: app.callback, botName, clock }, request);
}

function receiveBot({ bot, ...options }: WecomOptions, request: RawRequest): Received {
  if (bot === undefined) return refused(401, "no bot is configured");
  return receiveForBot({ ...options, bot }, request);
}
