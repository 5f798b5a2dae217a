import type { Config } from "../../config.ts";
import type { EnvChange } from "./env-file.ts";
import { type Scanned, scanForBot } from "./scan.ts";
import { agree, askFor, askName, askOrgFile, mayReplace, Stopped, setOutside, type Wizard } from "./wizard.ts";

const CALLBACK = ["WECOM_BOT_TOKEN", "WECOM_BOT_ENCODING_AES_KEY"] as const;
const LONG_CONNECTION = ["WECOM_BOT_ID", "WECOM_BOT_SECRET"] as const;

interface Bot {
  readonly botId: string;
  readonly secret: string;
}

/** To a bot with a long connection: by one scan, else by hand. What has to be decided is asked before a bot is made. */
export async function connectWecom(
  wizard: Wizard,
  config: Pick<Config, "connectBase" | "wecom">,
  byHand: boolean,
): Promise<EnvChange> {
  const { env, words, say } = wizard;
  const drop = CALLBACK.filter((name) => env[name] !== undefined);
  const fixed = setOutside(wizard, [...drop, ...LONG_CONNECTION]);
  if (fixed.length > 0) {
    say(words.setOutside(fixed.join(", ")));
    throw new Stopped();
  }
  if (drop.length > 0 && !(await agree(wizard, words.callbackInTheWay(drop.join(", ")), true))) throw new Stopped();
  await mayReplace(wizard, LONG_CONNECTION);
  const bot = (byHand ? null : await byScan(wizard, config.connectBase)) ?? (await askForBot(wizard));
  const set = {
    WECOM_BOT_ID: bot.botId,
    WECOM_BOT_SECRET: bot.secret,
    ...(await askName(wizard, "WECOM_BOT_NAME", config.wecom.botName)),
    ...(await askOrgFile(wizard)),
  };
  return { set, drop };
}

/** Null where it has to be done by hand, which is said with its reason. */
async function byScan(wizard: Wizard, base: string): Promise<Bot | null> {
  const { words, say, http, keyboard, scan } = wizard;
  const show = async (url: string) => {
    say(words.scanStep);
    say(await pictureOf(url));
    say(words.scanAddress(url));
    say(words.scanWaits(Math.max(1, Math.round(scan.forMs / 60_000))));
  };
  const { interrupted: signal } = keyboard;
  const scanned = await scanForBot({ http, base, show, signal, ...scan }).catch((error: unknown) => {
    if (signal.aborted) throw new Stopped();
    throw error;
  });
  if (scanned.kind === "bot") {
    say(words.scanDone);
    return scanned;
  }
  say(whyNot(wizard, scanned));
  return null;
}

function whyNot({ words }: Wizard, scanned: Exclude<Scanned, { kind: "bot" }>): string {
  const { scanFailed } = words;
  switch (scanned.kind) {
    case "unreached":
      return scanFailed.unreached(scanned.reason);
    case "refused":
      return scanFailed.refused(scanned.reason);
    case "unknown":
      return scanFailed.unknown();
    case "late":
      return scanFailed.late();
  }
}

/** The QR code in the characters of a terminal. */
async function pictureOf(url: string): Promise<string> {
  const { toString: draw } = await import("qrcode");
  return draw(url, { type: "terminal", small: true });
}

async function askForBot(wizard: Wizard): Promise<Bot> {
  const { words, say } = wizard;
  say(words.byHand);
  words.wecomSteps.forEach((step, index) => {
    say(`  ${index + 1}. ${step}`);
  });
  return {
    botId: await askFor(wizard, "WECOM_BOT_ID", words.askBotId),
    secret: await askFor(wizard, "WECOM_BOT_SECRET", words.askBotSecret, true),
  };
}
