import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { inOrder } from "./chat/command.ts";
import { helpCommand } from "./chat/help.ts";
import type { Asker } from "./chat/nothing-said.ts";
import { keep, receive } from "./chat/receive.ts";
import { suggestions } from "./chat/suggest.ts";
import type { Config, Environment } from "./config.ts";
import { connectAll } from "./connect.ts";
import { Keeper } from "./connections/keeper.ts";
import { contacts } from "./features/contacts/feature.ts";
import { delivery } from "./features/delivery/feature.ts";
import { digests } from "./features/digests/feature.ts";
import type { Feature } from "./features/feature.ts";
import { files as messageFiles } from "./features/files/feature.ts";
import { issues } from "./features/issues/feature.ts";
import { supervisedDuties } from "./features/ledger/duty-list.ts";
import { people } from "./features/people/feature.ts";
import { reminders } from "./features/reminders/feature.ts";
import { reports } from "./features/reports/feature.ts";
import { createFiles } from "./features/reports/files.ts";
import { roads } from "./features/roads/feature.ts";
import { themeDay } from "./features/theme-day/feature.ts";
import { openKey, openMode, openPark } from "./opened.ts";
import { assertOrg, readOrgText } from "./org/choose.ts";
import { orgEnv } from "./org/env.ts";
import type { ParkHolder } from "./org/park-holder.ts";
import type { CourierDeps } from "./outbox/courier.ts";
import { UsageBook } from "./outbox/usage-book.ts";
import {
  afterwards,
  commonOf,
  createBoard,
  createChat,
  createClockwork,
  createCourier,
  createFetcher,
  type Ground,
} from "./parts.ts";
import { checkAddress } from "./platforms/address.ts";
import { createHttpClient } from "./platforms/http-client.ts";
import { receives } from "./platforms/platform.ts";
import { modeOf } from "./sandbox/mode.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { type ClockControl, readOffset } from "./schedule/clock-control.ts";
import { lastWeek } from "./schedule/last-week.ts";
import { Sealer } from "./schedule/sealer.ts";
import { startTickers } from "./schedule/ticker.ts";
import { Vitals } from "./schedule/vitals.ts";
import { OffsetClock } from "./shared/clock.ts";
import type { Logger } from "./shared/logger.ts";
import { stopAll } from "./stop.ts";
import { type Calls, openCalls } from "./store/calls.ts";
import { type Database, type Db, openDatabase } from "./store/client.ts";
import { assertOrigin } from "./store/origin.ts";
import { ledgerIsEmpty } from "./store/slots.ts";
import { fileRoutes } from "./web/files.ts";
import { createHealth } from "./web/health.ts";
import { createMetrics } from "./web/metrics.ts";
import { createServer, listen } from "./web/server.ts";

/** The composition root: the one place that knows every part. */

export interface App {
  /** The address that it listens on, for this machine. */
  readonly url: string;
  readonly port: number;
  /** Where a browser goes. */
  readonly address: string;
  readonly parkName: string;
  readonly database: Database["kind"];
  /** What messages come from; empty where nothing is configured. */
  readonly platforms: string;
  readonly orgWarnings: readonly string[];
  readonly holder: ParkHolder;
  readonly db: Database["db"];
  readonly clock: OffsetClock;
  /** The simulated chat programs, when no platform is configured. */
  readonly sandbox: Sandbox | null;
  readonly clockControl: ClockControl;
  /** Plays a week of an issue's life when the sandbox is new. */
  tour(say: (line: string) => void): Promise<void>;
  /** Takes nothing new in, finishes what runs, gives back what it holds. */
  close(): Promise<void>;
}

/** What Chaxu can do, in the order in which a look at the clock does it. */
export const FEATURES: readonly Feature[] = [
  reminders,
  digests,
  themeDay,
  delivery,
  issues,
  people,
  reports,
  roads,
  contacts,
  messageFiles,
];

/** Every command of these, and help, in the order in which they are told. */
export function commandsOf(features: readonly Feature[]) {
  return inOrder([...features.flatMap((one) => one.commands), helpCommand]);
}

const MIGRATIONS = fileURLToPath(new URL("../drizzle", import.meta.url));

/** What a start is given. */
interface Given {
  readonly config: Config;
  readonly env: Environment;
  readonly logger: Logger;
  readonly features: readonly Feature[];
  readonly connect: typeof connectAll;
}

/** Starts everything. Throws a ChaxuError that tells the operator what to do. */
export async function startApp(
  config: Config,
  env: Environment,
  logger: Logger,
  { features = FEATURES, connect = connectAll }: Partial<Pick<Given, "features" | "connect">> = {},
): Promise<App> {
  if (config.orgFile !== undefined) {
    const bases = { wecom: config.wecom.apiBase, dingtalk: config.dingtalk.oapiBase };
    assertOrg(config.orgFile, await readOrgText(config.orgFile), orgEnv(env, bases));
  }
  const database = await openDatabase({ ...config, migrationsFolder: MIGRATIONS });
  try {
    return await compose({ config, env, logger, features, connect }, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Each step takes what the ones before have made. */
async function compose(given: Given, database: Database): Promise<App> {
  const { config, logger, features, connect } = given;
  const { db } = database;
  await assertOrigin(db, isSimulated(config) ? "simulation" : "park", config);
  const clock = await openClock(config, db);
  const mode = await openMode(config, clock, database);
  const usage = new UsageBook({ db, clock, logger, park: () => holder.park });
  const platforms = connect({ ...mode, logger, onUse: usage.add }, clock, createHttpClient({ logger, clock }));
  const holder = await openPark(given, { db, mode, platforms, clock });
  const { park } = holder.park.org;
  const ground: Ground = {
    db,
    clock,
    logger,
    park: () => holder.park,
    roads: holder.roads,
    ctx: (tx) => ({ db: tx, now: clock.now(), park: holder.park }),
  };
  const vitals = new Vitals({ ...ground, heard: platforms.filter(receives).map((one) => one.name) });
  const metrics = createMetrics(config.databaseSchema, () => vitals.snapshot(), logger);
  const { publicUrl } = config;
  let reached = publicUrl;
  const reachable = checkAddress(publicUrl, false) === null;
  const files = await createFiles({ ...ground, publicUrl, reachable, duties: supervisedDuties });
  const owner = randomUUID();
  const sendsOn: CourierDeps["sendsOn"] = (name) => keeper.sendsOn(name);
  let calls: Calls | null = null;
  const callOthers = () => calls?.call();
  const parts = { owner, platforms, files, features, usage, sendsOn, onDelivery: metrics.delivery, callOthers };
  const courier = createCourier(ground, parts);
  const sealer = new Sealer(ground);
  const commands = commandsOf(features);
  // While the sandbox's clock moves, each moment's messages go in their turn.
  const hint = (isOwn: boolean) => courier.hint(() => !control.moving, isOwn);
  const onDone = afterwards(ground, { hint: () => hint(true), sealer, holder });
  const { fetcher, shelf } = createFetcher(ground, { config, platforms, onDone });
  const common = commonOf(ground, { files, commands, platforms, holder, boardAt: () => reached, fetcher });
  const inbound = createChat(ground, { common, onDone, fetcher });
  const keeper = new Keeper({
    ...ground,
    owner,
    platforms,
    keep: (received) => keep(inbound, received),
    onReceived: metrics.inbound,
    onOpen: () => inbound.onDone(true),
    watches: !isSimulated(config),
  });
  const suggest = (asker: Asker) => suggestions(ground.ctx(db), asker, commands);
  const auditKey = await openKey(config, logger);
  const { control, jobs } = createClockwork(ground, {
    features,
    fingerprints: auditKey?.own ?? null,
    moves: mode.clockMoves,
    inbound,
    fetcher,
    shelf,
    courier,
    sealer,
    holder,
    tend: () => keeper.round(),
  });
  const moveTo: ClockControl["moveTo"] = (target) => control.moveTo(target);
  const present = () => control.present();
  const board = await createBoard(ground, {
    config,
    isSimulated: isSimulated(config),
    present,
    platforms,
    common,
    onDone,
    files,
    shelf,
    auditKey: auditKey?.open ?? null,
    holder,
  });
  const server = createServer({
    platforms,
    receive: (received) => receive(inbound, received),
    beforeCallback: present,
    metrics,
    health: createHealth(vitals.checks, logger),
    logger,
    extra: [
      fileRoutes(async (token) => files.open(token, await present())),
      board.routes,
      ...mode.pages({ now: present, moveTo, parkName: park.name, timeZone: park.timeZone, suggest }),
    ],
    https: publicUrl.startsWith("https:"),
    proxies: config.proxies,
  });
  const listening = await listen(server, config.host, config.port);
  if (!config.hasPublicUrl) reached = listening.url;
  const address = mode.listening(listening.url);
  const tickers = await startTickers(jobs, { logger, beat: (worker) => vitals.beat(worker) });
  const isShared = platforms.some(({ connection }) => connection?.exclusive);
  calls = isShared ? openCalls(config, { ...ground, owner, onCall: () => hint(false) }) : null;
  return {
    url: listening.url,
    port: listening.port,
    address,
    parkName: park.name,
    database: database.kind,
    platforms: mode.sources(platforms.filter(receives).map((one) => one.name)),
    orgWarnings: holder.warnings,
    holder,
    db,
    clock,
    sandbox: mode.sandbox,
    clockControl: control,
    tour: (say) => mode.tour({ ...lastWeek(ground), isNew: () => ledgerIsEmpty(db), moveTo, say }),
    close: () =>
      stopAll({
        live: board.live,
        listening,
        keeper,
        courier,
        fetcher,
        sealer,
        tickers,
        calls,
        mode,
        database,
        running: inbound.running,
      }),
  };
}

/** The program's clock: the machine's, or where the sandbox's was moved to. */
export async function openClock(config: Config, db: Db): Promise<OffsetClock> {
  const clock = new OffsetClock();
  if (modeOf(config) !== "off") await readOffset(db, clock);
  return clock;
}

/** Whether chat programs are simulated, and nothing leaves this machine. */
export const isSimulated = (config: Config): boolean => modeOf(config) === "simulated";
