import { isSimulated } from "../../app.ts";
import type { Config } from "../../config.ts";
import type { Org, PlatformName } from "../../domain/park/org.ts";
import { PLATFORMS } from "../../domain/park/org.ts";
import { CONSOLES } from "../../messages/zh-cn/consoles.ts";
import { addressProblem, isLoopbackHost } from "../../platforms/address.ts";
import { type Door, type Platform, receives } from "../../platforms/platform.ts";
import type { Clock } from "../../shared/clock.ts";
import { CALLBACKS } from "../../web/callbacks.ts";
import { checkForm, checkProxy, checkSignIn } from "./door.ts";
import { about, type Finding } from "./finding.ts";
import { checkRoads } from "./roads.ts";

/** Where the address of each door is entered. Presses on cards are registered by the program. */
const DOOR_PAGES: Readonly<Record<Exclude<Door, "card">, string>> = {
  bot: CONSOLES.wecomBotApi,
  app: CONSOLES.wecomAppCallback,
  robot: CONSOLES.dingtalkAddress,
};

/** Beyond it signatures and tokens come near to being refused; the platforms allow an hour. */
const MOST_SKEW_MS = 5 * 60_000;

/** Asks each platform that is used. Posts nothing. Null org: there are no groups, or they are not known. */
export async function checkPlatforms(
  config: Config,
  org: Org | null,
  platforms: readonly Platform[],
): Promise<readonly Finding[]> {
  if (isSimulated(config)) return PLATFORMS.map((name) => about(name).ok((words) => words.simulated(name)));
  const address = checkPublicUrl(config, platforms);
  const isReachable = address?.verdict !== "fail";
  const found = await Promise.all(platforms.map((one) => checkPlatform(one, config, org, isReachable)));
  return [...(address === null ? [] : [address]), ...checkProxy(config), ...checkForm(config), ...found.flat()];
}

async function checkPlatform(
  platform: Platform,
  config: Config,
  org: Org | null,
  isReachable: boolean,
): Promise<readonly Finding[]> {
  const { name } = platform;
  const { ok, fail } = about(name);
  const groups = (org?.chats ?? []).filter((one) => one.platform === name && one.webhook !== undefined);
  const webhooks = groups.length > 0;
  const examined = await platform.examine({ webhooks });
  return [
    ...checkRoads(name, config, webhooks),
    ...examined.map((one) => (one.right ? ok(one) : fail(one))),
    ...(isReachable ? doorsOf(platform, config.publicUrl) : []),
    ...checkSignIn(platform, config),
    ...(webhooks ? [ok((words) => words.webhooks(groups.length))] : []),
  ];
}

/** The addresses that the platform has to be told. */
function doorsOf({ name, doors }: Platform, publicUrl: string): readonly Finding[] {
  const { ok } = about(name);
  return CALLBACKS.filter((one) => one.platform === name && doors.includes(one.door)).map(({ door, path }) =>
    ok((words) =>
      door === "card" ? words.cardAddress(publicUrl + path) : words.callbackAddress(DOOR_PAGES[door], publicUrl + path),
    ),
  );
}

/**
 * A failure when a platform cannot reach its callbacks. A simulated platform on this machine can; and where every platform
 * is connected from here nothing has to, which is worth a note.
 */
function checkPublicUrl({ publicUrl, wecom, dingtalk }: Config, platforms: readonly Platform[]): Finding | null {
  const bases: Readonly<Record<PlatformName, string>> = { wecom: wecom.apiBase, dingtalk: dingtalk.apiBase };
  const receiving = platforms.filter(receives);
  const called = receiving.filter(({ doors }) => doors.length > 0);
  const isLocal = receiving.every(({ name }) => isLoopbackHost(new URL(bases[name]).hostname));
  const problem = addressProblem(publicUrl, isLocal);
  if (receiving.length === 0 || problem === null) return null;
  const { fail, note } = about("address");
  return called.length === 0
    ? note((words) => words.linksStayInside(publicUrl))
    : fail((words) => words.publicUrl(publicUrl, problem));
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
  if (Math.abs(skew) <= MOST_SKEW_MS) return ok((words) => words.clockRight(host));
  const minutes = Math.round(Math.abs(skew) / 60_000);
  return fail((words) => words.clockWrong(host, minutes, skew > 0));
}
