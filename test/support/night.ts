import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import { loadOrg } from "../../src/org/load.ts";
import { DingtalkServer } from "../../src/sandbox/dingtalk-server.ts";
import { simulatedChats, simulatedPeople } from "../../src/sandbox/population.ts";
import { WecomServer } from "../../src/sandbox/wecom-server.ts";
import { WecomSocketServer } from "../../src/sandbox/wecom-socket-server.ts";
import { type PlatformSaying, type SimPlatform, World } from "../../src/sandbox/world.ts";
import { readOffset } from "../../src/schedule/clock-control.ts";
import { OffsetClock } from "../../src/shared/clock.ts";
import type { Db } from "../../src/store/client.ts";
import { ROOT } from "./build.ts";
import { Program } from "./program.ts";

const BOT = { botId: "aibSAMPLE0001", secret: "hA7wZrT3yUpLmN9bVcXa5SdFgHjKqW2eRtYuIo8PaSd" };
const APP = {
  clientId: "dingsample",
  clientSecret: "kQ7wZrT3yUpLmN9bVcXa5SdFgHjKqW2eRtYuIo8P",
  robotCode: "dingsample",
};
const HASTY = join(ROOT, "test/support/hasty.js");

/** What somebody said, and what the platform's side knows of it. Moments are by the program's clock. */
export interface Said {
  readonly id: string;
  readonly platform: SimPlatform;
  readonly inGroup: boolean;
  /** Raises an issue, or adds to one. */
  readonly raises: boolean;
  readonly from: Date;
  /** When the platform's side had no more to do with it. */
  readonly to: Date;
  /** WeCom: pushed over a connection that was open; DingTalk: acknowledged. */
  readonly accepted: boolean;
}

/** `at`: by the program's clock, in milliseconds. */
interface Shown {
  readonly text: string;
  readonly at: number;
}

/** Both platforms, outside of two processes that are connected to them. */
export class Night {
  readonly clock = new OffsetClock();
  readonly world = new World(() => this.clock.now());
  readonly webhooks: WecomServer;
  readonly socket: WecomSocketServer;
  readonly dingtalk: DingtalkServer;
  readonly said: Said[] = [];
  /** When a process was ended or stopped: what it was sending then it may send again, or another one. */
  readonly ends: number[] = [];
  /** How often the processes did not learn what became of a message: that one goes again. */
  readonly unknown = { wecom: 0, dingtalk: 0 };
  readonly programs: Program[] = [];
  readonly #shown = new Map<string, Map<string, Shown>>();
  #env: Record<string, string> = {};
  #counted = 0;

  /** `redeliverMs`: after so long DingTalk pushes again what nobody acknowledged. */
  constructor(redeliverMs: number) {
    const shared = { world: this.world, clock: this.clock, botName: "茶叙" };
    const nowhere = { callbackUrl: () => "http://127.0.0.1:9/never" };
    this.webhooks = new WecomServer({ ...shared, ...nowhere, token: "t", encodingAesKey: "k".repeat(43) });
    this.socket = new WecomSocketServer({ ...shared, ...BOT, replyWithin: 0, closeDisplacedAfter: 60_000 });
    const stream = { redeliverMs, farewellMs: 300 };
    this.dingtalk = new DingtalkServer({ ...shared, ...nowhere, ...APP, stream });
    this.world.onMessage(({ id, platform, chatId, from, text, at }) => {
      if (from !== null) return;
      const chat = `${platform} ${chatId}`;
      const shown = this.#shown.get(chat) ?? new Map<string, Shown>();
      this.#shown.set(chat, shown);
      // A bubble that changes is one message.
      shown.set(id, { text, at: at.getTime() });
    });
  }

  /** `orgFile`: the text, where `${WECOM}` is the base of WeCom's webhooks. */
  async open(orgFile: string, database: { readonly dataDir: string; readonly databaseUrl?: string }): Promise<void> {
    const [wecom, socket, dingtalk] = [
      await this.webhooks.listen(),
      await this.socket.listen(),
      await this.dingtalk.listen(),
    ];
    const path = join(database.dataDir, "org.yaml");
    await writeFile(path, orgFile);
    this.#env = {
      SANDBOX: "on",
      LOG_LEVEL: "info",
      ORG_FILE: path,
      DATA_DIR: database.dataDir,
      DATABASE_URL: database.databaseUrl ?? "",
      WECOM: wecom,
      WECOM_API_BASE: wecom,
      WECOM_WS_URL: socket,
      WECOM_BOT_ID: BOT.botId,
      WECOM_BOT_SECRET: BOT.secret,
      DINGTALK_MODE: "stream",
      DINGTALK_API_BASE: dingtalk,
      DINGTALK_OAPI_BASE: dingtalk,
      DINGTALK_CLIENT_ID: APP.clientId,
      DINGTALK_CLIENT_SECRET: APP.clientSecret,
    };
    const loaded = loadOrg(orgFile, this.#env);
    if ("errors" in loaded) throw new Error(loaded.errors.map((one) => `line ${one.line}: ${one.message}`).join("\n"));
    this.world.people.push(...simulatedPeople(loaded.org));
    this.world.chats.push(...simulatedChats(loaded.org));
  }

  async close(): Promise<void> {
    await Promise.all(this.programs.map((one) => one.kill()));
    await Promise.all([this.webhooks.close(), this.socket.close(), this.dingtalk.close()]);
  }

  async start(): Promise<Program> {
    const program = await Program.start(this.#env, HASTY);
    this.programs.push(program);
    return program;
  }

  get running(): readonly Program[] {
    return this.programs.filter(({ ended }) => ended === null);
  }

  /** The process that last said of WeCom's connection that it is open. */
  holder(): Program | undefined {
    return this.running.find(({ output }) => {
      const lines = output.split("\n").filter((line) => line.includes('"wecom"') && line.includes("The connection is"));
      return lines.at(-1)?.includes("The connection is open") === true;
    });
  }

  /** Takes over where the program's clock stands, to the millisecond. */
  async follow(db: Db): Promise<void> {
    await readOffset(db, this.clock);
  }

  /** Somebody says something, once, and never again. */
  async say({ platform, ...saying }: PlatformSaying, raises: boolean): Promise<void> {
    this.#counted += 1;
    const id = `night-${this.#counted}`;
    const from = this.clock.now();
    const told = { ...saying, messageId: id };
    const { status } = platform === "wecom" ? await this.socket.say(told) : await this.dingtalk.stream.say(told);
    const inGroup = !saying.chatId.startsWith("direct:");
    this.said.push({ id, platform, inGroup, raises, from, to: this.clock.now(), accepted: status === 200 });
  }

  /** Ends a process, or stops it for a while. */
  async strike(program: Program, signal: Parameters<Program["signal"]>[0]): Promise<void> {
    for (const platform of ["wecom", "dingtalk"] as const) {
      if (signal === "SIGCONT" || signal === "SIGSTOP") break;
      const unknown = new RegExp(`^chaxu_delivery_total\\{platform="${platform}",result="unknown"\\} (\\d+)`, "gm");
      const count = await program.figure(unknown);
      this.unknown[platform] += count;
    }
    this.ends.push(this.clock.now().getTime());
    program.signal(signal);
  }

  /** What the bot said in a chat. */
  shown(platform: SimPlatform, chatId: string): readonly Shown[] {
    return [...(this.#shown.get(`${platform} ${chatId}`)?.values() ?? [])];
  }

  /** Somebody else connects with the credentials of WeCom's bot. Resolves with how he leaves. */
  async intrude(): Promise<() => void> {
    const address = this.#env["WECOM_WS_URL"] ?? "";
    const other = new WebSocket(address);
    await once(other, "open");
    const body = { bot_id: BOT.botId, secret: BOT.secret };
    other.send(JSON.stringify({ cmd: "aibot_subscribe", headers: { req_id: "intruder" }, body }));
    await once(other, "message");
    return () => other.terminate();
  }

  /** Waits until each process says of itself at /readyz that it is ready, or that it is not. */
  ready(status: 200 | 503, forMs: number): Promise<void> {
    const ask = async ({ url }: Program) => (await fetch(`${url}/readyz`)).status;
    const all = async () => (await Promise.all(this.running.map(ask))).every((one) => one === status);
    return eventually(`/readyz says ${status}`, all, forMs);
  }
}

/** Waits for what happens in other processes. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>, forMs = 20_000): Promise<void> {
  for (const began = performance.now(); !(await holds()); await sleep(50)) {
    if (performance.now() - began > forMs) throw new Error(`within ${forMs / 1000} s it did not happen: ${what}`);
  }
}
