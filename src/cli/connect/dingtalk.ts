import type { Config } from "../../config.ts";
import { inLanguage } from "../../messages/operator-words.ts";
import type { EnvChange } from "./env-file.ts";
import { agree, askFor, askName, askOrgFile, mayReplace, Stopped, setOutside, type Wizard } from "./wizard.ts";

const PAIR = ["DINGTALK_CLIENT_ID", "DINGTALK_CLIENT_SECRET"] as const;

type Platforms = Pick<Config, "wecom" | "dingtalk">;

interface Pair {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** To a robot in Stream mode, by hand: the platform has no documented scan for it. */
export async function connectDingtalk(wizard: Wizard, config: Platforms): Promise<EnvChange> {
  const { words, say } = wizard;
  const fixed = setOutside(wizard, [...PAIR, "DINGTALK_MODE"]);
  if (fixed.length > 0) {
    say(words.setOutside(fixed.join(", ")));
    throw new Stopped();
  }
  const otherMode = (wizard.env["DINGTALK_MODE"] ?? "stream") === "stream" ? [] : ["DINGTALK_MODE"];
  await mayReplace(wizard, [...PAIR, ...otherMode]);
  words.dingtalkSteps.forEach((step, index) => {
    say(`  ${index + 1}. ${step}`);
  });
  const { clientId, clientSecret } = await askForPair(wizard, config);
  const set = {
    DINGTALK_CLIENT_ID: clientId,
    DINGTALK_CLIENT_SECRET: clientSecret,
    DINGTALK_MODE: "stream",
    ...(await askName(wizard, "DINGTALK_BOT_NAME", config.dingtalk.botName)),
    ...(await askOrgFile(wizard)),
  };
  // The code of another app's robot would be in the way.
  const drop = wizard.env["DINGTALK_ROBOT_CODE"] === undefined ? [] : ["DINGTALK_ROBOT_CODE"];
  return { set, drop };
}

/** Asks until DingTalk takes them; where it cannot be asked, whether to write them all the same. */
async function askForPair(wizard: Wizard, { wecom, dingtalk }: Platforms): Promise<Pair> {
  const { words, say, language, http, clock } = wizard;
  for (;;) {
    const clientId = await askFor(wizard, "DINGTALK_CLIENT_ID", words.askClientId);
    const clientSecret = await askFor(wizard, "DINGTALK_CLIENT_SECRET", words.askClientSecret, true);
    say(words.checking);
    const app = { clientId, clientSecret, robotCode: clientId };
    const { connectAll } = await import("../../connect.ts");
    const platforms = connectAll({ wecom, dingtalk: { ...dingtalk, app } }, clock, http);
    const [token] = (await platforms.find(({ name }) => name === "dingtalk")?.examine({ webhooks: false })) ?? [];
    if (token === undefined || token.right) return { clientId, clientSecret };
    say(words.notRight(inLanguage(token, language)));
    if (token.unreached === true && (await agree(wizard, words.writeAnyway, false))) return { clientId, clientSecret };
  }
}
