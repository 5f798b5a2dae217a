import { GROUPS, type Values } from "./config-names.ts";
import { ROADS_WITHOUT_SANDBOX, SECRET_SHORT } from "./messages/english/settings.ts";
import type { Said } from "./messages/operator-words.ts";
import {
  CARDS_UNSIGNED,
  CARDS_WITHOUT_BOT,
  CARDS_WITHOUT_TEMPLATE,
  NOTHING_RECEIVED,
  ROADS_WITHOUT_SANDBOX_ZH,
  SCHEMA_WITHOUT_DATABASE,
  SECRET_SHORT_ZH,
} from "./messages/zh-cn/settings.ts";

/** What is to be said of settings that are no mistake. */

/** In characters: a shorter one could be found by trying. */
const LONG_SECRET = 16;

/** What works, and is not what somebody has meant. */
export function warnings(values: Values): Said[] {
  const found: Said[] = [];
  if (values.SESSION_SECRET !== undefined && values.SESSION_SECRET.length < LONG_SECRET) {
    found.push({ text: SECRET_SHORT, zh: SECRET_SHORT_ZH });
  }
  if (!sandboxIsOn(values) && !platformIsConfigured(values)) {
    const text = "SANDBOX is off and no platform is configured: nothing can be received.";
    found.push({ text, zh: NOTHING_RECEIVED });
  }
  if (values.SANDBOX_ROADS !== undefined && (!sandboxIsOn(values) || platformIsConfigured(values))) {
    found.push({ text: ROADS_WITHOUT_SANDBOX, zh: ROADS_WITHOUT_SANDBOX_ZH });
  }
  return [...found, ...withoutEffect(values)];
}

/** Settings of buttons that need another one. */
function withoutEffect(values: Values): Said[] {
  const { DINGTALK_CARD_TEMPLATE_ID: template, DINGTALK_CARD_SECRET: secret, DINGTALK_MODE: mode } = values;
  const found: Said[] = [];
  if (values.DATABASE_SCHEMA !== undefined && values.DATABASE_URL === undefined) {
    const text =
      "DATABASE_SCHEMA has no effect without DATABASE_URL: the embedded database has one place for everything.";
    found.push({ text, zh: SCHEMA_WITHOUT_DATABASE });
  }
  if (template !== undefined && secret === undefined && mode !== "stream") {
    const text =
      "DINGTALK_CARD_TEMPLATE_ID has no effect without DINGTALK_CARD_SECRET, which tells presses from forged ones.";
    found.push({ text, zh: CARDS_UNSIGNED });
  }
  if (template === undefined && secret !== undefined) {
    const text =
      "DINGTALK_CARD_SECRET is set without DINGTALK_CARD_TEMPLATE_ID: no cards are sent that could be pressed.";
    found.push({ text, zh: CARDS_WITHOUT_TEMPLATE });
  }
  const hasBot = values.WECOM_BOT_TOKEN !== undefined || values.WECOM_BOT_ID !== undefined;
  if (values.WECOM_BOT_CARDS === "on" && !hasBot && !sandboxIsOn(values)) {
    const text = "WECOM_BOT_CARDS has no effect without WECOM_BOT_ID or WECOM_BOT_TOKEN: it is for the bot's answers.";
    found.push({ text, zh: CARDS_WITHOUT_BOT });
  }
  return found;
}

/** Half a pair counts: it is an error of its own, and must not turn the sandbox on. */
export function platformIsConfigured(values: Values): boolean {
  const platforms = GROUPS.filter(({ platform }) => platform !== false);
  return platforms.some(({ names: group }) => group.some(([name]) => values[name] !== undefined));
}

/** Whether chat programs are simulated beside, or in place of, real ones. */
export function sandboxIsOn(values: Values): boolean {
  return values.SANDBOX === undefined ? !platformIsConfigured(values) : values.SANDBOX === "on";
}
