import type { ConnectionState, OpenConnection } from "../../src/platforms/connection.ts";
import { createHttpClient } from "../../src/platforms/http-client.ts";
import type { InboundMessage } from "../../src/platforms/inbound.ts";
import type { Address, Attachment, Part, Platform } from "../../src/platforms/platform.ts";
import { createWecom } from "../../src/platforms/wecom/index.ts";
import type { SocketTimes } from "../../src/platforms/wecom/socket-times.ts";
import { WecomSocketServer } from "../../src/sandbox/wecom-socket-server.ts";
import { World } from "../../src/sandbox/world.ts";
import { createLogger, type Logger } from "../../src/shared/logger.ts";

/** A bot on the long connection, with the platform's double on the other side and times that a test can wait for. */

export const GROUP = "wrSAMPLEgroup0001AbCd";
export const KEYS = { botId: "aibSAMPLE0001", secret: "sEcReT-of-the-bot-0123456789" };

const TIMES: SocketTimes = {
  ping: 5_000,
  answer: 2_000,
  handshake: 1_000,
  firstPause: 2,
  longestPause: 4,
  busyPause: 300,
  longestBusyPause: 1_000,
  refusedPauses: [300, 60_000],
  displacedPause: 300,
  steady: 1_000,
  thinking: 10_000,
  silent: 40,
  keepPauses: [10],
};

type Receive = (message: InboundMessage) => Promise<{ readonly worked: Promise<void> }>;

export class SocketBot {
  time = new Date("2026-08-03T10:00:00+08:00");
  readonly clock = { now: () => this.time };
  readonly world = new World(this.clock.now);
  readonly server = new WecomSocketServer({
    world: this.world,
    clock: this.clock,
    ...KEYS,
    botName: "茶叙",
    closeDisplacedAfter: 60_000,
    replyWithin: 0,
  });
  readonly heard: InboundMessage[] = [];
  readonly states: ConnectionState[] = [];
  readonly logged: string[] = [];
  /** What keeps a message and works on it. */
  receive: Receive = async () => ({ worked: Promise.resolve() });
  url = "";
  platform: Platform;
  connection: OpenConnection | undefined;

  constructor() {
    this.platform = this.create({});
    this.world.chats.push({
      platform: "wecom",
      id: GROUP,
      name: "园区企业群",
      kind: "group",
      members: ["zhouchangyou"],
      webhookKey: "k1",
    });
  }

  create(times: Partial<SocketTimes>, { secret = KEYS.secret, apiBase = "http://127.0.0.1:9" } = {}): Platform {
    const log = (facts: object, sentence: string) => void this.logged.push(`${sentence} ${JSON.stringify(facts)}`);
    const logger: Logger = { debug: log, info: log, warn: log, error: log };
    return createWecom({
      botName: "茶叙",
      socket: { ...KEYS, secret, url: this.url, times: { ...TIMES, ...times } },
      apiBase,
      clock: this.clock,
      http: createHttpClient({ timeoutMs: 300, logger: createLogger("silent"), clock: this.clock }),
      logger,
    });
  }

  /** Starts both sides and waits until the bot hears. */
  async start(times: Partial<SocketTimes> = {}, options: { secret?: string; apiBase?: string } = {}): Promise<void> {
    this.url = await this.server.listen();
    this.platform = this.create(times, options);
    this.open();
    if (options.secret === undefined) await this.opened(1);
  }

  open(): void {
    this.connection = this.platform.connection?.open({
      receive: async ({ message }) => {
        const result = await this.receive(message);
        this.heard.push(message);
        return result;
      },
      changed: (state) => void this.states.push(state),
    });
  }

  async stop(): Promise<void> {
    await this.connection?.close();
    await this.server.close();
  }

  get state(): ConnectionState["kind"] | undefined {
    return this.states.at(-1)?.kind;
  }

  /** Resolves when the connection has been open for so many times; the states in between may be short. */
  opened(times: number): Promise<void> {
    return until(() => this.states.filter((one) => one.kind === "open").length >= times);
  }

  /** Says it in the group and gives what the bot heard. */
  async hears(text: string, userId = "zhouchangyou", chatId = GROUP): Promise<InboundMessage> {
    const before = this.heard.length;
    await this.server.say({ chatId, userId, text });
    await until(() => this.heard.length > before);
    const message = this.heard.at(-1);
    if (message === undefined) throw new Error("nothing was heard");
    return message;
  }

  /** The frames of one command, by their bodies. */
  bodies(cmd: string): Readonly<Record<string, unknown>>[] {
    return this.server.frames.filter((one) => one.cmd === cmd).map((one) => one.body);
  }

  shown(): string[] {
    return this.world.messages.filter((one) => one.from === null).map((one) => one.text);
  }
}

export const part = (text: string, attachment?: Attachment): Part => ({
  title: "",
  text,
  mentions: [],
  ...(attachment === undefined ? {} : { attachment }),
});

export const group = (chatId = GROUP): Address => ({ kind: "group", chatId });

/** The address that a message is answered at, as the outbox makes it. */
export function replyTo(message: InboundMessage, tried = 0): Address {
  const { replyTo: reply, chat, sender } = message;
  const fallback = chat.kind === "group" ? { kind: "group" as const, chatId: chat.id } : direct(sender.id);
  if (reply === undefined) return fallback;
  return { kind: "reply", url: reply.url, expiresAt: reply.expiresAt, tried, fallback };
}

const direct = (userId: string) => ({ kind: "person", userId }) as const;

/** Waits for what happens on other connections. Fails after ten seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (const began = performance.now(); !holds(); await pause(2)) {
    if (performance.now() - began > 10_000) throw new Error("it did not happen within ten seconds");
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
