import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { inOrder } from "./chat/command.ts";
import type { Command } from "./chat/conversation.ts";
import { helpCommand } from "./chat/help.ts";
import type { Asker } from "./chat/nothing-said.ts";
import { keep, receive } from "./chat/receive.ts";
import { suggestions } from "./chat/suggest.ts";
import type { Config, Environment } from "./config.ts";
import { connectAll } from "./connect.ts";
import { Keeper } from "./connections/keeper.ts";
import { common } from "./features/common/feature.ts";
import { contacts } from "./features/contacts/feature.ts";
import { delivery } from "./features/delivery/feature.ts";
import { digests } from "./features/digests/feature.ts";
import type { Feature } from "./features/feature.ts";
import { files as messageFiles } from "./features/files/feature.ts";
import { issues } from "./features/issues/feature.ts";
import { people } from "./features/people/feature.ts";
import { reminders } from "./features/reminders/feature.ts";
import { reports } from "./features/reports/feature.ts";
import { roads } from "./features/roads/feature.ts";
import { routing } from "./features/routing/feature.ts";
import { themeDay } from "./features/theme-day/feature.ts";
import type { AuditKey } from "./issues/audit-key.ts";
import { type Given, type Opened, openGround, openKey } from "./opened.ts";
import { assertOrg, readOrgText } from "./org/choose.ts";
import { orgEnv } from "./org/env.ts";
import type { ParkHolder } from "./org/park-holder.ts";
import { createBoard, createClockwork, createTalk, type Talk } from "./parts.ts";
import { receives } from "./platforms/platform.ts";
import { modeOf } from "./sandbox/mode.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { type ClockControl, readOffset } from "./schedule/clock-control.ts";
import { lastWeek } from "./schedule/last-week.ts";
import { startTickers } from "./schedule/ticker.ts";
import { Vitals } from "./schedule/vitals.ts";
import { OffsetClock } from "./shared/clock.ts";
import type { Logger } from "./shared/logger.ts";
import { stopAll } from "./stop.ts";
import { type Calls, openCalls } from "./store/calls.ts";
import { type Database, type Db, openDatabase } from "./store/client.ts";
import { assertOrigin } from "./store/origin.ts";
import { keepSearchIndex } from "./store/search-index.ts";
import { ledgerIsEmpty } from "./store/slots.ts";
import { fileRoutes } from "./web/files.ts";
import { createHealth } from "./web/health.ts";
import { createMetrics, type Metrics } from "./web/metrics.ts";
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
  common,
  delivery,
  issues,
  people,
  reports,
  roads,
  contacts,
  messageFiles,
  routing,
];

/** Every command of these, and help, in the order in which they are told. */
export function commandsOf(features: readonly Feature[]) {
  return inOrder([...features.flatMap((one) => one.commands), helpCommand]);
}

const MIGRATIONS = fileURLToPath(new URL("../drizzle", import.meta.url));

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
  const database = await openDatabase({ ...config, migrationsFolder: MIGRATIONS, prepare: keepSearchIndex });
  try {
    return await compose({ config, env, logger, features, connect }, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Each step takes what the ones before have made; what comes later is asked for only when somebody has come. */
async function compose(given: Given, database: Database): Promise<App> {
  const { config, logger, features } = given;
  const { db } = database;
  await assertOrigin(db, isSimulated(config) ? "simulation" : "park", config);
  const opened = await openGround(given, database, await openClock(config, db));
  const { ground, mode, platforms } = opened;
  const heard = platforms.filter(receives).map((one) => one.name);
  const vitals = new Vitals({ ...ground, heard });
  const metrics = createMetrics(config.databaseSchema, () => vitals.snapshot(), logger);
  const commands = commandsOf(features);
  const owner = randomUUID();
  let reached = config.publicUrl;
  let calls: Calls | null = null;
  const talk = await createTalk(ground, {
    ...opened,
    config,
    features,
    commands,
    owner,
    metrics,
    boardAt: () => reached,
    sendsOn: (name) => rounds.keeper.sendsOn(name),
    isMoving: () => rounds.control.moving,
    callOthers: () => calls?.call(),
  });
  const auditKey = await openKey(config, logger);
  const rounds = createRounds(given, opened, { talk, owner, metrics, auditKey });
  const { server, live } = await createDoors(given, opened, { talk, rounds, commands, vitals, metrics, auditKey });
  const listening = await listen(server, config.host, config.port);
  if (!config.hasPublicUrl) reached = listening.url;
  const address = mode.listening(listening.url);
  const tickers = await startTickers(rounds.jobs, { logger, beat: (worker) => vitals.beat(worker) });
  const isShared = platforms.some(({ connection }) => connection?.exclusive);
  calls = isShared ? openCalls(config, { ...ground, owner, onCall: () => talk.hint(false) }) : null;
  const { running } = talk.inbound;
  const close = () => stopAll({ ...opened, ...talk, ...rounds, live, listening, tickers, calls, database, running });
  return { ...shownOf(opened, database, rounds), url: listening.url, port: listening.port, address, close };
}

type Rounds = ReturnType<typeof createRounds>;

/** What is known of a start to whoever started it. */
function shownOf(
  { ground, mode, holder, platforms }: Opened,
  { kind, db }: Database,
  { control, moveTo }: Rounds,
): Omit<App, "url" | "port" | "address" | "close"> {
  return {
    parkName: holder.park.org.park.name,
    database: kind,
    platforms: mode.sources(platforms.filter(receives).map((one) => one.name)),
    orgWarnings: holder.warnings,
    holder,
    db,
    clock: ground.clock,
    sandbox: mode.sandbox,
    clockControl: control,
    tour: (say) =>
      mode.tour({ ...lastWeek(ground), isNew: () => ledgerIsEmpty(db), moveTo, send: () => control.send(), say }),
  };
}

interface RoundsParts {
  readonly talk: Talk;
  readonly owner: string;
  readonly metrics: Metrics;
  readonly auditKey: AuditKey | null;
}

/** What goes round by the clock: connections that are kept, and everything whose time comes. */
function createRounds({ config, features }: Given, opened: Opened, { talk, owner, metrics, auditKey }: RoundsParts) {
  const { ground, mode, platforms, holder } = opened;
  const { inbound } = talk;
  const keeper = new Keeper({
    ...ground,
    owner,
    platforms,
    keep: (received) => keep(inbound, received),
    onReceived: metrics.inbound,
    onOpen: () => inbound.onDone(true),
    watches: !isSimulated(config),
  });
  const { control, jobs } = createClockwork(ground, {
    features,
    fingerprints: auditKey?.own ?? null,
    moves: mode.clockMoves,
    talk,
    holder,
    tend: () => keeper.round(),
  });
  const moveTo: ClockControl["moveTo"] = (target) => control.moveTo(target);
  return { keeper, control, jobs, moveTo };
}

interface DoorsParts extends Omit<RoundsParts, "owner"> {
  readonly rounds: Rounds;
  readonly commands: readonly Command[];
  readonly vitals: Vitals;
}

/** What answers at an address: the platforms' callbacks, the board, files, and the sandbox's own page. */
async function createDoors({ config, logger }: Given, opened: Opened, parts: DoorsParts) {
  const { ground, mode, platforms, holder } = opened;
  const { talk, rounds, commands, vitals, metrics, auditKey } = parts;
  const { name: parkName, timeZone } = holder.park.org.park;
  const present = () => rounds.control.present();
  const suggest = (asker: Asker) => suggestions(ground.ctx(ground.db), asker, commands);
  const { routes, live } = await createBoard(ground, {
    config,
    isSimulated: isSimulated(config),
    present,
    platforms,
    talk,
    holder,
    auditKey: auditKey?.open ?? null,
  });
  const server = createServer({
    platforms,
    receive: (received) => receive(talk.inbound, received),
    beforeCallback: present,
    metrics,
    health: createHealth(vitals.checks, logger),
    logger,
    extra: [
      fileRoutes(async (token) => talk.files.open(token, await present())),
      routes,
      ...mode.pages({ now: present, moveTo: rounds.moveTo, parkName, timeZone, suggest }),
    ],
    https: config.publicUrl.startsWith("https:"),
    proxies: config.proxies,
  });
  return { server, live };
}

/** The program's clock: the machine's, or where the sandbox's was moved to. */
export async function openClock(config: Config, db: Db): Promise<OffsetClock> {
  const clock = new OffsetClock();
  if (modeOf(config) !== "off") await readOffset(db, clock);
  return clock;
}

/** Whether chat programs are simulated, and nothing leaves this machine. */
export const isSimulated = (config: Config): boolean => modeOf(config) === "simulated";
