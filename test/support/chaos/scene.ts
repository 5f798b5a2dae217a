import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadOrg } from "../../../src/org/load.ts";
import { DingtalkServer } from "../../../src/sandbox/dingtalk-server.ts";
import { simulatedChats, simulatedPeople } from "../../../src/sandbox/population.ts";
import { WecomServer } from "../../../src/sandbox/wecom-server.ts";
import { WecomSocketServer } from "../../../src/sandbox/wecom-socket-server.ts";
import { World } from "../../../src/sandbox/world.ts";
import { OffsetClock } from "../../../src/shared/clock.ts";
import { build } from "../build.ts";
import { OwnPostgres } from "../own-postgres.ts";
import { CHAOS_ORG } from "./park.ts";
import { Replica } from "./replica.ts";
import { Road } from "./road.ts";
import { SmallDisk } from "./small-disk.ts";
import { Transcript } from "./transcript.ts";

/** Which way each platform is heard: one by its callbacks, the other by a connection that the program opens; and the other way round. */
export const ACTS = ["wecom calls, dingtalk streams", "wecom connects, dingtalk calls"] as const;
export type Act = (typeof ACTS)[number];

const BEGINS = new Date("2025-11-17T09:00:00+08:00");
/** After midnight in China. */
const OPENS_MINUTES = 8 * 60 + 28;
const REPLICAS = 3;
const SOCKET = { botId: "aibSAMPLE0001", secret: "hA7wZrT3yUpLmN9bVcXa5SdFgHjKqW2eRtYuIo8PaSd" };
const CALLBACK = { token: "chaosToken0001", encodingAesKey: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt" };
const APP = {
  clientId: "dingsample",
  clientSecret: "kQ7wZrT3yUpLmN9bVcXa5SdFgHjKqW2eRtYuIo8P",
  robotCode: "dingsample",
};
/** DingTalk's own minute is longer than most faults here. */
const REDELIVER_MS = 15_000;
/** So long somebody who writes over WeCom's connection looks for the answer that says that it came. */
const ANSWERED_MS = 4_000;
const NOBODY = "http://127.0.0.1:9";

type Roads = Readonly<Record<"callbacks" | "wecom" | "socket" | "dingtalk" | "database", Road>>;

/** Three processes of the program on one PostgreSQL, both platforms, and a road that can fail before each. */
export class Scene {
  /** The true time; the programs' clocks may stand elsewhere. */
  readonly clock = new OffsetClock();
  readonly world = new World(() => this.clock.now());
  readonly transcript = new Transcript(this.world);
  readonly replicas: readonly Replica[];
  readonly postgres: OwnPostgres;
  /** Null: this machine does not let the test mount one. */
  readonly disk: SmallDisk | null;
  readonly roads: Roads;
  readonly wecom: WecomServer;
  readonly socket: WecomSocketServer;
  readonly dingtalk: DingtalkServer;
  act: Act = ACTS[0];
  readonly #folder: string;
  readonly #bases: { wecom: string; socket: string; dingtalk: string } = { wecom: "", socket: "", dingtalk: "" };
  readonly #offsets: { readonly since: number; readonly offset: number }[] = [];
  #turn = 0;

  private constructor(folder: string, postgres: OwnPostgres, disk: SmallDisk | null, roads: (scene: Scene) => Roads) {
    this.#folder = folder;
    this.postgres = postgres;
    this.disk = disk;
    this.roads = roads(this);
    this.clock.offset = BEGINS.getTime() - Date.now();
    this.#offsets.push({ since: Date.now(), offset: this.clock.offset });
    this.replicas = Array.from({ length: REPLICAS }, (_, index) => new Replica(index + 1, folder));
    const shared = { world: this.world, clock: this.clock, botName: "茶叙" };
    const front = this.roads.callbacks.url;
    this.wecom = new WecomServer({ ...shared, ...CALLBACK, callbackUrl: () => `${front}/callbacks/wecom/bot` });
    this.socket = new WecomSocketServer({ ...shared, ...SOCKET, replyWithin: ANSWERED_MS });
    this.dingtalk = new DingtalkServer({
      ...shared,
      ...APP,
      callbackUrl: () => `${front}/callbacks/dingtalk/robot`,
      stream: { redeliverMs: REDELIVER_MS },
      address: this.roads.dingtalk.url,
    });
  }

  static async open(closers: (() => Promise<unknown>)[]): Promise<Scene> {
    await build();
    const folder = await mkdtemp(join(tmpdir(), "chaxu-chaos-"));
    closers.push(() => rm(folder, { recursive: true, force: true }));
    const disk = await SmallDisk.mount();
    if (disk !== null) closers.push(() => disk.unmount());
    const flags = ["max_wal_size=64MB", "max_connections=150"];
    const postgres = await OwnPostgres.start(disk === null ? { flags } : { flags, within: disk.folder });
    closers.push(() => postgres.remove());
    let scene: Scene | null = null;
    const opened: Partial<Record<keyof Roads, Road>> = {};
    for (const name of ["callbacks", "wecom", "socket", "dingtalk", "database"] as const) {
      const road = await Road.open(name, () => scene?.targetOf(name) ?? NOBODY);
      opened[name] = road;
      closers.push(() => road.close());
    }
    const all = opened as Roads;
    scene = new Scene(folder, postgres, disk, () => all);
    const made = scene;
    closers.push(
      () => Promise.all([made.wecom.close(), made.socket.close(), made.dingtalk.close()]),
      () => Promise.all(made.replicas.map((one) => one.kill())),
    );
    await made.#listen();
    return made;
  }

  /** Where a road leads to now. Callbacks go to the processes in turn, as behind a load balancer. */
  targetOf(name: keyof Roads): string {
    if (name === "database") return this.postgres.url;
    if (name !== "callbacks") return this.#bases[name];
    const ready = this.replicas.filter(({ url }) => url !== "");
    return ready[this.#turn++ % ready.length]?.url ?? NOBODY;
  }

  /** Starts every process for this act. */
  async play(act: Act): Promise<void> {
    this.act = act;
    const settings = this.#settings(act);
    for (const one of this.replicas) await one.setAhead(this.clock.offset);
    // The first one migrates.
    for (const one of this.replicas) await one.keep(settings);
  }

  /** Moves what is true to everybody: the platforms', and with it the programs' wall clock. */
  async advance(milliseconds: number): Promise<void> {
    this.clock.offset += Math.round(milliseconds);
    this.#offsets.push({ since: Date.now(), offset: this.clock.offset });
    await Promise.all(this.replicas.map((one) => one.setAhead(this.clock.offset)));
  }

  /** When it was by the machine's clock, what happened at this moment of the true time. */
  realAt(at: Date): number {
    const real = ({ offset }: { readonly offset: number }) => at.getTime() - offset;
    const then = this.#offsets.findLast((one) => real(one) >= one.since);
    return real(then ?? { offset: this.clock.offset });
  }

  /** How long the machine sleeps when it sleeps about so long: in the evening until the next morning, just before work begins. */
  sleepOf(milliseconds: number): number {
    const wakes = new Date(this.clock.now().getTime() + milliseconds);
    const minutes = (wakes.getTime() / 60_000 + 8 * 60) % (24 * 60);
    return minutes < 17 * 60 ? milliseconds : milliseconds + (24 * 60 + OPENS_MINUTES - minutes) * 60_000;
  }

  async #listen(): Promise<void> {
    this.#bases.wecom = await this.wecom.listen();
    this.#bases.socket = (await this.socket.listen()).replace(/^ws/, "http");
    this.#bases.dingtalk = await this.dingtalk.listen();
    await mkdir(this.#folder, { recursive: true });
    await writeFile(join(this.#folder, "org.yaml"), CHAOS_ORG);
    const loaded = loadOrg(CHAOS_ORG, this.#settings(this.act));
    if ("errors" in loaded) throw new Error(loaded.errors.map((one) => `line ${one.line}: ${one.message}`).join("\n"));
    this.world.people.push(...simulatedPeople(loaded.org));
    this.world.chats.push(...simulatedChats(loaded.org));
  }

  #settings(act: Act): Record<string, string> {
    const { wecom, socket, dingtalk, database } = this.roads;
    const url = new URL(this.postgres.url);
    url.port = String(database.port);
    const calls = { WECOM_BOT_TOKEN: CALLBACK.token, WECOM_BOT_ENCODING_AES_KEY: CALLBACK.encodingAesKey };
    const ws = socket.url.replace(/^http/, "ws");
    const connects = { WECOM_BOT_ID: SOCKET.botId, WECOM_BOT_SECRET: SOCKET.secret, WECOM_WS_URL: ws };
    const isFirst = act === ACTS[0];
    return {
      SANDBOX: "off",
      LOG_LEVEL: "warn",
      ORG_FILE: join(this.#folder, "org.yaml"),
      DATABASE_URL: url.href,
      WECOM: wecom.url,
      DINGTALK: dingtalk.url,
      WECOM_API_BASE: wecom.url,
      DINGTALK_API_BASE: dingtalk.url,
      DINGTALK_OAPI_BASE: dingtalk.url,
      DINGTALK_CLIENT_ID: APP.clientId,
      DINGTALK_CLIENT_SECRET: APP.clientSecret,
      DINGTALK_MODE: isFirst ? "stream" : "callback",
      ...(isFirst ? calls : connects),
    };
  }
}
