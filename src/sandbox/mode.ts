import type { Router } from "express";
import type { HttpClient } from "../platforms/http-client.ts";
import type { Clock } from "../shared/clock.ts";
import { type ClockRoutesOptions, clockRoutes } from "./clock-routes.ts";
import { keepJournal } from "./journal.ts";
import { type SandboxPageOptions, sandboxPage } from "./page.ts";
import { type Population, simulatedChats, simulatedPeople } from "./population.ts";
import { type Roads, Sandbox, type SandboxKeys } from "./sandbox.ts";
import { runTour, type TourParts } from "./tour.ts";
import { World } from "./world.ts";

/** What of the configuration decides, and what a simulation puts others in the place of. */
export interface ModeConfig {
  readonly sandbox: boolean;
  /** How the bot hears the simulated chat programs. */
  readonly sandboxRoads: Roads;
  readonly dataDir: string;
  /** Where people reach the program. */
  readonly publicUrl: string;
  readonly wecom: {
    readonly botName: string;
    readonly bot?: SandboxKeys["wecom"];
    readonly replyCards: boolean;
    readonly socket?: { readonly botId: string; readonly secret: string; readonly url: string };
    readonly app?: {
      readonly corpId: string;
      readonly agentId: string;
      readonly secret: string;
      readonly callback?: SandboxKeys["wecom"];
    };
    readonly apiBase: string;
  };
  readonly dingtalk: {
    readonly botName: string;
    readonly app?: SandboxKeys["dingtalk"];
    readonly mode: "callback" | "stream";
    readonly cardSecret?: string;
    readonly cards?: { readonly templateId: string; readonly callbackUrl: string };
    readonly apiBase: string;
    readonly oapiBase: string;
  };
}

type Pages = ClockRoutesOptions & Pick<SandboxPageOptions, "parkName" | "timeZone" | "suggest">;

/** Of the simulated DingTalk, which shows every card alike. */
const CARD_TEMPLATE = "sandbox.schema";

/**
 * What the sandbox changes: nothing; the clock alone, where a platform is configured as well; or the platforms too. Here
 * alone it is asked which, so that the program around it is the same in each.
 */
export interface Mode extends Pick<ModeConfig, "wecom" | "dingtalk"> {
  readonly clockMoves: boolean;
  /** The simulated chat programs. */
  readonly sandbox: Sandbox | null;
  /** What signs the group robots of the sample park. */
  readonly robotSecret?: string;
  /** Keeps what goes to a platform with it. */
  http(client: HttpClient, base: string): HttpClient;
  /** Brings the park's people and groups in, and what they said before. */
  fill(park: Population): Promise<void>;
  /** People and groups that came later. */
  meet(park: Population): void;
  pages(pages: Pages): readonly Router[];
  /** Tells where the program listens, before anybody can say something. Returns the address that a browser goes to. */
  listening(url: string): string;
  /** For the operator: from where messages come. */
  sources(receiving: readonly string[]): string;
  /** Plays a week of an issue's life when the ledger is new. */
  tour(parts: Omit<TourParts, "sandbox"> & { readonly isNew: () => Promise<boolean> }): Promise<void>;
  close(): Promise<void>;
}

type Asked = Pick<ModeConfig, "sandbox" | "wecom" | "dingtalk">;

/** Which it is: no sandbox, its clock alone, or its platforms too. */
export function modeOf({ sandbox, wecom, dingtalk }: Asked): "off" | "clock" | "simulated" {
  if (!sandbox) return "off";
  const real = [wecom.bot, wecom.socket, wecom.app, dingtalk.app];
  return real.every((one) => one === undefined) ? "simulated" : "clock";
}

/** Starts what the mode needs. */
export async function startMode(config: ModeConfig, clock: Clock): Promise<Mode> {
  const { wecom, dingtalk } = config;
  const off: Mode = {
    wecom,
    dingtalk,
    clockMoves: false,
    sandbox: null,
    http: (client) => client,
    fill: async () => {},
    meet: () => {},
    pages: () => [],
    listening: () => config.publicUrl,
    sources: (receiving) => receiving.join(", "),
    tour: async () => {},
    close: async () => {},
  };
  const mode = modeOf(config);
  if (mode === "off") return off;
  if (mode === "simulated") return simulate(config, clock);
  const world = new World(() => clock.now());
  return {
    ...off,
    clockMoves: true,
    pages: (pages) => pagesOf(config, { ...pages, world, say: async () => {} }),
    listening: pageOf,
  };
}

async function simulate(config: ModeConfig, clock: Clock): Promise<Mode> {
  let botUrl = "";
  const botNames = namesOf(config);
  const { sandboxRoads: roads } = config;
  const sandbox = new Sandbox({ clock, botNames, botUrl: () => botUrl, roads });
  const { world, keys } = sandbox;
  const bases = await sandbox.listen();
  let written = async () => {};
  return {
    ...platformsOf(config, keys, bases),
    robotSecret: keys.dingtalk.clientSecret,
    clockMoves: true,
    sandbox,
    http: insideOnly,
    async fill(park) {
      sandbox.fill(simulatedPeople(park), simulatedChats(park));
      written = await keepJournal(world, config.dataDir);
      sandbox.remember();
    },
    meet: (park) => sandbox.meet(simulatedPeople(park), simulatedChats(park)),
    pages: (pages) => {
      const say: SandboxPageOptions["say"] = (message) => sandbox.say(message);
      return pagesOf(config, { ...pages, world, roads, say, press: (pressing) => sandbox.press(pressing) });
    },
    listening(url) {
      botUrl = url;
      return pageOf(url);
    },
    sources: () => `WeCom and DingTalk, simulated, by ${roads === "connection" ? "long connections" : "callbacks"}`,
    tour: async ({ isNew, ...parts }) => {
      if (await isNew()) await runTour({ ...parts, sandbox });
    },
    async close() {
      await sandbox.close();
      await written();
    },
  };
}

/** The simulated platforms in the place of real ones. By connections there are cards with buttons, and the app writes to people. */
function platformsOf(
  { wecom, dingtalk, sandboxRoads, publicUrl }: ModeConfig,
  keys: SandboxKeys,
  bases: { readonly wecom: string; readonly socket: string; readonly dingtalk: string },
): Pick<ModeConfig, "wecom" | "dingtalk"> {
  const robot = { ...dingtalk, app: keys.dingtalk, apiBase: bases.dingtalk, oapiBase: bases.dingtalk };
  if (sandboxRoads === "callback") {
    return { wecom: { ...wecom, bot: keys.wecom, apiBase: bases.wecom }, dingtalk: robot };
  }
  const cards = { templateId: CARD_TEMPLATE, callbackUrl: `${publicUrl}/callbacks/dingtalk/card` };
  return {
    wecom: {
      ...wecom,
      socket: { ...keys.wecomSocket, url: bases.socket },
      app: keys.wecomApp,
      apiBase: bases.wecom,
    },
    dingtalk: { ...robot, mode: "stream", cards },
  };
}

/** Asks the simulated platform whatever the address says: an org file with real webhooks must not reach real groups from the sandbox. */
function insideOnly(http: HttpClient, base: string): HttpClient {
  const moved = (url: string) => {
    const { pathname, search } = new URL(url);
    return new URL(pathname + search, base).href;
  };
  return {
    postJson: (request) => http.postJson({ ...request, url: moved(request.url) }),
    postForm: (request) => http.postForm({ ...request, url: moved(request.url) }),
    getJson: (request) => http.getJson({ ...request, url: moved(request.url) }),
  };
}

function pagesOf(
  config: ModeConfig,
  { now, moveTo, ...page }: Pages & Pick<SandboxPageOptions, "world" | "roads" | "say" | "press">,
) {
  const shown = { ...page, botNames: namesOf(config), now: page.world.now };
  return [clockRoutes({ now, moveTo }), sandboxPage(shown)];
}

function pageOf(url: string): string {
  return `${url}/sandbox`;
}

function namesOf({ wecom, dingtalk }: ModeConfig) {
  return { wecom: wecom.botName, dingtalk: dingtalk.botName };
}
