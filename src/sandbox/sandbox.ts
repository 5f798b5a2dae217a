import { randomBytes } from "node:crypto";
import type { Clock } from "../shared/clock.ts";
import { ChaxuError } from "../shared/errors.ts";
import { DingtalkServer } from "./dingtalk-server.ts";
import { WecomAppServer } from "./wecom-app-server.ts";
import type { WecomAppKeys } from "./wecom-app-xml.ts";
import { WecomServer } from "./wecom-server.ts";
import { WecomSocketServer } from "./wecom-socket-server.ts";
import {
  type PlatformPressing,
  type PlatformSaying,
  type SimChat,
  type SimPerson,
  type SimPlatform,
  World,
} from "./world.ts";

/** The two simulated chat programs with a park's people and groups in them. */

/** How the bot hears them: by connections that it opens (WeCom's 长连接, DingTalk's Stream), or at its own address. */
export type Roads = "connection" | "callback";

export interface SandboxOptions {
  readonly clock: Clock;
  readonly botNames: { readonly wecom: string; readonly dingtalk: string };
  /** The program's own address, asked at each delivery. */
  readonly botUrl: () => string;
  /** By callback unless told. */
  readonly roads?: Roads;
  /** So long something that is said waits for the bot to connect, in milliseconds. */
  readonly connectsWithin?: number;
}

/** Made anew at each start: nobody outside this process can speak as the simulated platforms. */
export interface SandboxKeys {
  readonly wecom: { readonly token: string; readonly encodingAesKey: string };
  readonly wecomSocket: { readonly botId: string; readonly secret: string };
  readonly wecomApp: WecomAppKeys;
  readonly dingtalk: { readonly clientId: string; readonly clientSecret: string; readonly robotCode: string };
}

const CONNECTS_WITHIN_MS = 8_000;
/** How often it is looked for whether the bot has connected. */
const LOOK_MS = 20;

export class Sandbox {
  readonly world: World;
  readonly roads: Roads;
  readonly keys: SandboxKeys;
  readonly wecom: WecomServer;
  /** The long connection of the same bot. */
  readonly wecomSocket: WecomSocketServer;
  /** A self-built app of the simulated WeCom, at the same address. */
  readonly wecomApp: WecomAppServer;
  readonly dingtalk: DingtalkServer;
  readonly #connectsWithin: number;
  #closed = false;

  constructor(options: SandboxOptions) {
    const { clock, botNames, botUrl, roads = "callback", connectsWithin = CONNECTS_WITHIN_MS } = options;
    this.#connectsWithin = connectsWithin;
    this.world = new World(() => clock.now());
    this.roads = roads;
    this.keys = newKeys();
    const shared = { world: this.world, clock };
    const wecomApp = new WecomAppServer({
      ...shared,
      keys: this.keys.wecomApp,
      callbackUrl: () => `${botUrl()}/callbacks/wecom/app`,
    });
    this.wecomApp = wecomApp;
    this.wecom = new WecomServer({
      ...shared,
      ...this.keys.wecom,
      botName: botNames.wecom,
      callbackUrl: () => `${botUrl()}/callbacks/wecom/bot`,
      beside: (app) => wecomApp.mount(app),
    });
    this.wecomSocket = new WecomSocketServer({ ...shared, ...this.keys.wecomSocket, botName: botNames.wecom });
    this.dingtalk = new DingtalkServer({
      ...shared,
      ...this.keys.dingtalk,
      botName: botNames.dingtalk,
      callbackUrl: () => `${botUrl()}/callbacks/dingtalk/robot`,
    });
  }

  /** Starts the servers on free loopback ports. `socket`: where the long connection is made. */
  async listen(): Promise<{ wecom: string; socket: string; dingtalk: string }> {
    const [wecom, socket] = [await this.wecom.listen(), await this.wecomSocket.listen()];
    return { wecom, socket, dingtalk: await this.dingtalk.listen() };
  }

  fill(people: readonly SimPerson[], chats: readonly SimChat[]): void {
    this.world.people.push(...people);
    this.world.chats.push(...chats);
  }

  /** Takes in who is new, and who is in which group now; what is gone stays, with what was said there. */
  meet(people: readonly SimPerson[], chats: readonly SimChat[]): void {
    const { world } = this;
    for (const one of people) {
      const at = world.people.findIndex(({ platform, userId }) => platform === one.platform && userId === one.userId);
      world.people.splice(at < 0 ? world.people.length : at, at < 0 ? 0 : 1, one);
    }
    for (const one of chats) {
      const at = world.chats.findIndex(({ platform, id }) => platform === one.platform && id === one.id);
      world.chats.splice(at < 0 ? world.chats.length : at, at < 0 ? 0 : 1, one);
    }
  }

  /** What was shown in an earlier life is known: who has spoken to the bot can be written to over the connection. */
  remember(): void {
    const { messages } = this.wecomSocket;
    for (const { platform, chatId, from, app } of this.world.messages) {
      if (platform === "wecom" && from !== null && app === undefined) messages.spoken(chatId);
    }
  }

  /**
   * Sends what a person says through the platform's protocol; resolves when the bot has it, and over WeCom's connection has
   * answered or a second is over. Throws a ChaxuError when the bot does not connect in time: then nothing was said.
   */
  async say({ platform, ...saying }: PlatformSaying): Promise<void> {
    await this.connected(platform);
    if (platform === "dingtalk") await (this.#connects ? this.dingtalk.stream.say(saying) : this.dingtalk.say(saying));
    else await (this.#connects ? this.wecomSocket.say(saying) : this.wecom.say(saying));
  }

  /** Sends what a person presses through the platform's protocol; resolves and throws as `say`. */
  async press({ platform, ...pressing }: PlatformPressing): Promise<void> {
    const isOfApp = this.world.withCard(platform, pressing.card.id)?.app === true;
    if (isOfApp) {
      await this.wecomApp.press(pressing);
      return;
    }
    await this.connected(platform);
    if (platform === "dingtalk") await this.dingtalk.press(pressing);
    else await (this.#connects ? this.wecomSocket.press(pressing) : this.wecom.press(pressing));
  }

  /** Waits a few seconds until the bot has connected, where it does. Throws a ChaxuError when it has not. */
  async connected(platform: SimPlatform): Promise<void> {
    if (!this.#connects) return;
    const isThere = () => (platform === "wecom" ? this.wecomSocket.isSubscribed : this.dingtalk.stream.hearing > 0);
    for (const began = performance.now(); !isThere(); ) {
      const late = performance.now() - began > this.#connectsWithin;
      if (late || this.#closed) throw new ChaxuError("not-connected", "机器人还没有连上，请稍后再试。");
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.wecomApp.close();
    await Promise.all([this.wecom.close(), this.wecomSocket.close(), this.dingtalk.close()]);
  }

  get #connects(): boolean {
    return this.roads === "connection";
  }
}

function newKeys(): SandboxKeys {
  const callback = () => ({ token: letters(24), encodingAesKey: letters(43) });
  return {
    wecom: callback(),
    wecomSocket: { botId: "aib-sandbox", secret: letters(43) },
    wecomApp: { corpId: "ww-sandbox", agentId: "1000002", secret: letters(43), callback: callback() },
    dingtalk: { clientId: "sandbox-app", clientSecret: letters(40), robotCode: "sandbox-app" },
  };
}

/** Random letters and digits, as the platforms' consoles make them. */
function letters(length: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join("");
}
