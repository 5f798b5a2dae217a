import { type Config, type Environment, readConfig } from "../config.ts";
import { PLATFORMS, type PlatformName } from "../domain/park/org.ts";
import { inLanguage } from "../messages/operator-words.ts";
import { createHttpClient } from "../platforms/http-client.ts";
import { systemClock } from "../shared/clock.ts";
import { createLogger } from "../shared/logger.ts";
import { connectDingtalk } from "./connect/dingtalk.ts";
import { type EnvChange, readEnvText } from "./connect/env-file.ts";
import { type Keyboard, openKeyboard } from "./connect/keyboard.ts";
import { connectWecom } from "./connect/wecom.ts";
import { Stopped, type Wizard, write } from "./connect/wizard.ts";
import { runIfStarted, type Terminal, toldIn } from "./terminal.ts";

/** `npm run connect -- wecom` and `npm run connect -- dingtalk`. */

const TIMEOUT_MS = 10_000;
/** As the platform's own program asks (WecomTeam/wecom-cli, src/auth/qrcode.rs). */
const SCAN = { everyMs: 3_000, forMs: 5 * 60_000 };

export interface ConnectOptions {
  readonly keyboard: Keyboard;
  /** Where `.env` is, and the org file. */
  readonly folder?: string;
  readonly scan?: Wizard["scan"];
}

interface Plan {
  readonly platform: PlatformName;
  readonly byHand: boolean;
}

/** Step by step to a working bot; ends with the doctor, and with its code. 1 when it was stopped, and nothing is changed then. */
export async function connect(terminal: Terminal, options: ConnectOptions): Promise<number> {
  const told = toldIn(terminal, (words) => words.connectUsage);
  if (typeof told === "number") return told;
  const { env, say, complain, language, sentences: words } = told;
  const plan = planOf(told.words);
  if (plan === null) {
    const unknown = unknownPlatform(told.words);
    if (unknown !== undefined) complain(words.connectUnknown(unknown));
    complain(words.connectUsage);
    return 2;
  }
  const read = readConfig(needed(env));
  if ("said" in read) {
    for (const one of read.said) complain(inLanguage(one, language));
    return 1;
  }
  const { folder = ".", keyboard, scan = SCAN } = options;
  const http = createHttpClient({ timeoutMs: TIMEOUT_MS, logger: createLogger("silent"), clock: systemClock });
  const wizard: Wizard = { env, say, words, language, folder, keyboard, scan, http, clock: systemClock };
  try {
    // Before anything is asked: a file that cannot be read could not be written either.
    readEnvText(`${folder}/.env`);
    const change = await planned(wizard, plan, read.config);
    if (!write(wizard, change)) return 1;
    say(words.nextSteps);
    for (const step of plan.platform === "wecom" ? words.wecomNext : words.dingtalkNext) say(`  - ${step}`);
    return await examine(terminal, wizard, change);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    complain(words.stopped);
    return 1;
  }
}

/** Every question is asked, and nothing written. */
function planned(wizard: Wizard, { platform, byHand }: Plan, config: Config): Promise<EnvChange> {
  const { words, say } = wizard;
  say(words.connectIntro(platform === "wecom" ? words.wecomName : words.dingtalkName));
  return platform === "wecom" ? connectWecom(wizard, config, byHand) : connectDingtalk(wizard, config);
}

/** With what is in `.env` now. */
async function examine(terminal: Terminal, wizard: Wizard, { set, drop }: EnvChange): Promise<number> {
  const { env, words, say, language, keyboard } = wizard;
  keyboard.close();
  say(words.doctorNow);
  const { doctor } = await import("./doctor.ts");
  const kept = Object.entries(env).filter(([name]) => !drop.includes(name));
  const now = { ...Object.fromEntries(kept), ...set };
  return doctor({ ...terminal, words: ["--lang", language], env: now });
}

function planOf(words: readonly string[]): Plan | null {
  const byHand = words.includes("--by-hand");
  const [platform, ...more] = words.filter((word) => word !== "--by-hand");
  if (more.length > 0) return null;
  if (platform === "wecom") return { platform, byHand };
  return platform === "dingtalk" && !byHand ? { platform, byHand } : null;
}

/** What was named in the place of a platform and is none. */
function unknownPlatform(words: readonly string[]): string | undefined {
  const named = words.find((word) => !word.startsWith("-"));
  return PLATFORMS.some((one) => one === named) ? undefined : named;
}

/** What the steps need of the environment: the rest of it may be half right as yet. */
const NEEDED = [
  "WECOM_BOT_NAME",
  "WECOM_CONNECT_BASE",
  "DINGTALK_BOT_NAME",
  "DINGTALK_API_BASE",
  "DINGTALK_OAPI_BASE",
] as const;

function needed(env: Environment): Environment {
  return Object.fromEntries(NEEDED.map((name) => [name, env[name]]));
}

await runIfStarted(import.meta.url, (terminal) => {
  const keyboard = openKeyboard(process.stdin, process.stdout);
  return connect(terminal, { keyboard }).finally(() => keyboard.close());
});
