import { isSimulated } from "../../app.ts";
import type { Config } from "../../config.ts";
import type { Org, PlatformName } from "../../domain/park/org.ts";
import { PLATFORMS } from "../../domain/park/org.ts";
import { CALLBACK_PAGES } from "../../messages/zh-cn/operator.ts";
import { checkAddress, isLoopbackHost } from "../../platforms/address.ts";
import { type Platform, receives } from "../../platforms/platform.ts";
import type { Clock } from "../../shared/clock.ts";
import { CALLBACKS } from "../../web/callbacks.ts";
import { about, counted, type Finding } from "./finding.ts";

/** What switches a platform on. */
const NAMES: Readonly<Record<PlatformName, string>> = {
  wecom: "WECOM_BOT_TOKEN and WECOM_BOT_ENCODING_AES_KEY",
  dingtalk: "DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET",
};

/** Beyond it signatures and tokens come near to being refused; the platforms allow an hour. */
const MOST_SKEW_MS = 5 * 60_000;

/** Asks each platform that is used. Posts nothing. Null org: there are no groups, or they are not known. */
export async function checkPlatforms(
  config: Config,
  org: Org | null,
  platforms: readonly Platform[],
): Promise<readonly Finding[]> {
  const called = platforms.filter(({ doors }) => doors.length > 0).map((one) => one.name);
  if (isSimulated(config)) {
    return PLATFORMS.map((name) => about(name).ok("off: the sandbox simulates it, and nothing leaves this machine"));
  }
  const address = checkPublicUrl(config, called);
  const found = await Promise.all(platforms.map((one) => checkPlatform(one, config, org, address === null)));
  return [...(address === null ? [] : [address]), ...found.flat()];
}

async function checkPlatform(
  platform: Platform,
  { publicUrl }: Config,
  org: Org | null,
  isReachable: boolean,
): Promise<readonly Finding[]> {
  const { ok, note, fail } = about(platform.name);
  const groups = (org?.chats ?? []).filter((one) => one.platform === platform.name && one.webhook !== undefined);
  const webhooks = groups.length > 0;
  const examined = await platform.examine({ webhooks });
  const path = CALLBACKS.find((one) => one.platform === platform.name)?.path ?? "";
  const missing = `${NAMES[platform.name]} are not set, so nothing is received`;
  return [
    ...(receives(platform) ? [] : [webhooks ? note(missing) : ok(`off: ${missing}`)]),
    ...examined.map(({ right, text }) => (right ? ok(text) : fail(text))),
    ...(platform.doors.length > 0 && isReachable
      ? [ok(`the address to enter in ${CALLBACK_PAGES[platform.name]}: ${publicUrl}${path}`)]
      : []),
    ...(webhooks
      ? [ok(`${counted(groups.length, "group webhook has", "group webhooks have")} the right form; nothing was posted`)]
      : []),
  ];
}

/** A failure when the platforms cannot reach the callbacks. A simulated platform on this machine can. */
function checkPublicUrl({ publicUrl, wecom, dingtalk }: Config, called: readonly PlatformName[]): Finding | null {
  const bases: Readonly<Record<PlatformName, string>> = { wecom: wecom.apiBase, dingtalk: dingtalk.apiBase };
  const isLocal = called.every((name) => isLoopbackHost(new URL(bases[name]).hostname));
  const problem = checkAddress(publicUrl, isLocal);
  if (called.length === 0 || problem === null) return null;
  return about("address").fail(
    `PUBLIC_URL, ${publicUrl}: ${problem} The platforms call it from the internet: set it to a public https address, for example https://chaxu.example.gov.cn`,
  );
}

/** Compares this machine's clock with the times that platforms told, as they come. */
export function createClockCheck(clock: Clock) {
  const skews = new Map<string, number>();
  return {
    onDate: (host: string, date: Date) => void skews.set(host, clock.now().getTime() - date.getTime()),
    findings: (): readonly Finding[] => [...skews].map(([host, skew]) => judgeSkew(host, skew)),
  };
}

function judgeSkew(host: string, skew: number): Finding {
  const { ok, fail } = about("clock");
  // The header tells whole seconds, and the answer took its time.
  if (Math.abs(skew) <= MOST_SKEW_MS) return ok(`this machine's clock agrees with that of ${host}`);
  const minutes = counted(Math.round(Math.abs(skew) / 60_000), "minute");
  return fail(
    `this machine's clock is ${minutes} ${skew > 0 ? "ahead of" : "behind"} that of ${host}: switch time synchronisation on (timedatectl set-ntp true, or chrony)`,
  );
}
