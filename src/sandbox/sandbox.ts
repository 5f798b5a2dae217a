import { randomBytes } from "node:crypto";
import type { Clock } from "../shared/clock.ts";
import { DingtalkServer } from "./dingtalk-server.ts";
import { WecomAppServer } from "./wecom-app-server.ts";
import type { WecomAppKeys } from "./wecom-app-xml.ts";
import { WecomServer } from "./wecom-server.ts";
import { type PlatformPressing, type PlatformSaying, type SimChat, type SimPerson, World } from "./world.ts";

/** The two simulated chat programs with a park's people and groups in them. */

export interface SandboxOptions {
  readonly clock: Clock;
  readonly botNames: { readonly wecom: string; readonly dingtalk: string };
  /** The program's own address, asked at each delivery. */
  readonly botUrl: () => string;
}

/** Made anew at each start: nobody outside this process can speak as the simulated platforms. */
export interface SandboxKeys {
  readonly wecom: { readonly token: string; readonly encodingAesKey: string };
  readonly wecomApp: WecomAppKeys;
  readonly dingtalk: { readonly clientId: string; readonly clientSecret: string; readonly robotCode: string };
}

export class Sandbox {
  readonly world: World;
  readonly keys: SandboxKeys;
  readonly wecom: WecomServer;
  /** A self-built app of the simulated WeCom, at the same address. */
  readonly wecomApp: WecomAppServer;
  readonly dingtalk: DingtalkServer;

  constructor(options: SandboxOptions) {
    const { clock, botNames, botUrl } = options;
    this.world = new World(() => clock.now());
    const callback = () => ({ token: letters(24), encodingAesKey: letters(43) });
    this.keys = {
      wecom: callback(),
      wecomApp: { corpId: "ww-sandbox", agentId: "1000002", secret: letters(43), callback: callback() },
      dingtalk: { clientId: "sandbox-app", clientSecret: letters(40), robotCode: "sandbox-app" },
    };
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
    this.dingtalk = new DingtalkServer({
      ...shared,
      ...this.keys.dingtalk,
      botName: botNames.dingtalk,
      callbackUrl: () => `${botUrl()}/callbacks/dingtalk/robot`,
    });
  }

  /** Starts both servers on free loopback ports. */
  async listen(): Promise<{ wecom: string; dingtalk: string }> {
    return { wecom: await this.wecom.listen(), dingtalk: await this.dingtalk.listen() };
  }

  fill(people: readonly SimPerson[], chats: readonly SimChat[]): void {
    this.world.people.push(...people);
    this.world.chats.push(...chats);
  }

  /** Sends what a person says through the platform's protocol; resolves when the bot has it. */
  async say({ platform, ...saying }: PlatformSaying): Promise<void> {
    if (platform === "wecom") await this.wecom.say(saying);
    else await this.dingtalk.say(saying);
  }

  /** Sends what a person presses through the platform's protocol; resolves when the bot has it. */
  async press({ platform, ...pressing }: PlatformPressing): Promise<void> {
    if (platform === "wecom") await this.wecom.press(pressing);
    else await this.dingtalk.press(pressing);
  }

  async close(): Promise<void> {
    this.wecomApp.close();
    await Promise.all([this.wecom.close(), this.dingtalk.close()]);
  }
}

/** Random letters and digits, as the platforms' consoles make them. */
function letters(length: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join("");
}
