import type { Config } from "../../config.ts";
import type { PlatformName } from "../../domain/park/org.ts";
import type { OperatorWords } from "../../messages/operator-words.ts";
import { about, type Finding } from "./finding.ts";

/** Each road of a platform: whether it is configured, and what that means. */
const ROADS: Readonly<Record<PlatformName, (config: Config) => readonly Finding[]>> = {
  wecom: ({ wecom }) => [botOf(wecom), appOf(wecom)],
  dingtalk: ({ dingtalk }) =>
    dingtalk.app === undefined
      ? [about("dingtalk").note((words) => words.dingtalkNoApp())]
      : [robotOf(dingtalk), cardsOf(dingtalk)],
};

/** What would switch on that a platform is heard. */
const NAMES: Readonly<Record<PlatformName, (words: OperatorWords) => string>> = {
  wecom: (words) =>
    [words.pair("WECOM_BOT_ID", "WECOM_BOT_SECRET"), words.pair("WECOM_BOT_TOKEN", "WECOM_BOT_ENCODING_AES_KEY")].join(
      words.or(),
    ),
  dingtalk: (words) => words.pair("DINGTALK_CLIENT_ID", "DINGTALK_CLIENT_SECRET"),
};

/** One line where nothing of the platform is used, else one for each road. `webhooks`: whether some group is posted to by webhook. */
export function checkRoads(name: PlatformName, config: Config, webhooks: boolean): readonly Finding[] {
  const { ok, note } = about(name);
  if (isUsed(name, config)) return ROADS[name](config);
  if (webhooks) return [note((words) => words.hooksAlone(NAMES[name](words)))];
  return [ok((words) => words.off(NAMES[name](words)))];
}

function isUsed(name: PlatformName, { wecom, dingtalk }: Config): boolean {
  const roads = { wecom: [wecom.bot, wecom.socket, wecom.app], dingtalk: [dingtalk.app] };
  return roads[name].some((one) => one !== undefined);
}

function botOf({ bot, socket }: Config["wecom"]): Finding {
  const { ok, note } = about("wecom");
  if (socket !== undefined) return ok((words) => words.wecomSocket());
  return bot === undefined ? note((words) => words.wecomNoBot()) : ok((words) => words.wecomCallback());
}

function appOf({ app }: Config["wecom"]): Finding {
  const { ok, note } = about("wecom");
  if (app === undefined) return ok((words) => words.wecomNoApp());
  return app.callback === undefined ? note((words) => words.wecomAppDeaf()) : ok((words) => words.wecomApp());
}

function robotOf({ mode }: Config["dingtalk"]): Finding {
  const { ok } = about("dingtalk");
  return mode === "stream" ? ok((words) => words.dingtalkStream()) : ok((words) => words.dingtalkCallback());
}

function cardsOf({ cards, cardSecret, mode }: Config["dingtalk"]): Finding {
  const { ok, note } = about("dingtalk");
  if (cards === undefined) return ok((words) => words.dingtalkNoCards());
  const isSigned = mode === "stream" || cardSecret !== undefined;
  return isSigned ? ok((words) => words.dingtalkCards()) : note((words) => words.dingtalkCardsUnsigned());
}
