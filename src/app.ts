import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { inOrder } from "./chat/command.ts";
import { helpCommand } from "./chat/help.ts";
import { receive, TAKE_OVER_MS } from "./chat/receive.ts";
import { answer, apologise } from "./chat/reply.ts";
import { type DispatchParts, dispatch } from "./chat/work-off.ts";
import type { Config, Environment } from "./config.ts";
import { startOfWeek } from "./domain/moments.ts";
import type { Chat } from "./domain/org.ts";
import { delivery } from "./features/delivery/feature.ts";
import { digests } from "./features/digests/feature.ts";
import type { Feature } from "./features/feature.ts";
import { issues } from "./features/issues/feature.ts";
import { people } from "./features/people/feature.ts";
import { reminders } from "./features/reminders/feature.ts";
import { reports } from "./features/reports/feature.ts";
import { createFiles } from "./features/reports/files.ts";
import { themeDay } from "./features/theme-day/feature.ts";
import { auditChecks, forgetBar, tellOfBar } from "./issues/alarms.ts";
import { afterArrival, tellOfDeadLetter } from "./issues/dead-letter.ts";
import { GONE } from "./messages/zh-cn/places.ts";
import { assertOrg, chooseOrg, readOrgText } from "./org/choose.ts";
import { orgEnv } from "./org/env.ts";
import { ParkHolder } from "./org/park-holder.ts";
import { rememberNames } from "./org/remember-names.ts";
import { Courier } from "./outbox/courier.ts";
import { kindsByName } from "./outbox/notice-kind.ts";
import { checkAddress } from "./platforms/address.ts";
import { createDingtalk } from "./platforms/dingtalk/index.ts";
import { createHttpClient, type HttpClient } from "./platforms/http-client.ts";
import { insideOnly } from "./platforms/inside-only.ts";
import type { Platform } from "./platforms/platform.ts";
import { createWecom } from "./platforms/wecom/index.ts";
import { clockRoutes } from "./sandbox/clock-routes.ts";
import { keepJournal } from "./sandbox/journal.ts";
import { sandboxPage } from "./sandbox/page.ts";
import { simulatedChats, simulatedPeople } from "./sandbox/population.ts";
import { Sandbox } from "./sandbox/sandbox.ts";
import { runTour } from "./sandbox/tour.ts";
import { World } from "./sandbox/world.ts";
import { ClockControl, readOffset } from "./schedule/clock-control.ts";
import { forgetting, inboundWork, outboxWork } from "./schedule/clock-works.ts";
import { type SweepParts, sweep } from "./schedule/sweep.ts";
import { startTickers } from "./schedule/ticker.ts";
import { Vitals } from "./schedule/vitals.ts";
import { type Clock, OffsetClock } from "./shared/clock.ts";
import { describe } from "./shared/errors.ts";
import type { Logger } from "./shared/logger.ts";
import { type Database, openDatabase } from "./store/client.ts";
import { takeForgotten, takeUpAll } from "./store/inbound.ts";
import { releaseAllNotices } from "./store/notices.ts";
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
  readonly parkName: string;
  readonly database: Database["kind"];
  readonly platforms: readonly string[];
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
export const FEATURES: readonly Feature[] = [reminders, digests, themeDay, delivery, issues, people, reports];

const MIGRATIONS = fileURLToPath(new URL("../drizzle", import.meta.url));
/** Starts everything. Throws a ChaxuError that tells the operator what to do. */
export async function startApp(
  config: Config,
  env: Environment,
  logger: Logger,
  features: readonly Feature[] = FEATURES,
): Promise<App> {
  if (config.orgFile !== undefined)
    assertOrg(config.orgFile, await readOrgText(config.orgFile), orgNamesOf(config, env));
  const database = await openDatabase({ ...config, migrationsFolder: MIGRATIONS });
  try {
    return await compose(config, env, logger, { database, features });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function compose(
  config: Config,
  env: Environment,
  logger: Logger,
  { database, features }: { readonly database: Database; readonly features: readonly Feature[] },
): Promise<App> {
  const { db } = database;
  const clock = new OffsetClock();
  if (config.sandbox) await readOffset(db, clock);
  const configured = config.wecom.bot !== undefined || config.dingtalk.app !== undefined;
  let botUrl = "";
  const botNames = { wecom: config.wecom.botName, dingtalk: config.dingtalk.botName };
  const sandbox = config.sandbox && !configured ? new Sandbox({ clock, botNames, botUrl: () => botUrl }) : null;
  const simulated = sandbox === null ? null : { bases: await sandbox.listen(), keys: sandbox.keys };
  const platforms = createPlatforms(config, clock, logger, simulated);
  const reaches = (name: string, userId: string) => platforms.some((one) => one.name === name && one.reaches(userId));

  const orgNames =
    simulated === null
      ? orgNamesOf(config, env)
      : orgEnv(env, { ...simulated.bases, secret: simulated.keys.dingtalk.clientSecret });
  const orgText = config.orgFile === undefined ? null : await readOrgText(config.orgFile);
  const chosen = await chooseOrg(db, orgText, config.orgFile, orgNames);
  const holder = new ParkHolder(chosen.org, reaches, await rememberNames(db, chosen.org), GONE);
  holder.started(chosen.storedText);
  let journalKept = async () => {};
  if (sandbox !== null) {
    sandbox.fill(simulatedPeople(chosen.org), simulatedChats(chosen.org));
    journalKept = await keepJournal(sandbox.world, config.dataDir);
  }

  if (database.kind === "embedded") {
    // The guard proves that nobody else lives on this database: what an earlier life held is free.
    await releaseAllNotices(db);
    await takeUpAll(db, clock.now());
  }
  const owner = randomUUID();
  const commands = inOrder([...features.flatMap((one) => one.commands), helpCommand]);
  const park = () => holder.view;
  const vitals = new Vitals({ db, clock, park });
  const metrics = createMetrics(() => vitals.snapshot(), logger);
  const { publicUrl } = config;
  const files = await createFiles({ db, park, publicUrl, reachable: checkAddress(publicUrl, false) === null });
  const courier = new Courier({
    db,
    clock,
    park,
    platforms,
    files,
    logger,
    owner,
    kinds: kindsByName(features.flatMap((one) => one.notices)),
    onDelivery: metrics.delivery,
    reactions: {
      arrived: (tx, notice) => afterArrival(work(tx), notice),
      dead: (tx, notice, reason) => tellOfDeadLetter(work(tx), notice, reason),
      barred: (tx, notice, found) => tellOfBar(work(tx), notice, found),
      recovered: (tx, notice, robot) => forgetBar(work(tx), robot, notice.platform),
    },
  });
  const drain = () => courier.drain();
  const background = (job: Promise<unknown>) => {
    job.catch((error: unknown) => logger.error(describe(error), "Sending stopped; it goes on with the next tick"));
  };
  const work = (db: Database["db"]) => ({ db, now: clock.now(), park: park() });
  const posts = (chat: Chat) => platforms.some((one) => one.name === chat.platform && one.posts(chat));
  const inbound: DispatchParts = {
    db,
    clock,
    logger,
    answer: (tx, row) => answer(work(tx), row, { commands, linkTo: (what) => files.linkTo(what, clock.now()), posts }),
    apologise: (tx, row) => apologise(work(tx), row),
    onDone: () => background(drain()),
    running: new Set(),
  };
  const takeUp = async () => {
    const now = clock.now();
    const forgotten = await takeForgotten(db, now, new Date(now.getTime() + TAKE_OVER_MS), 100);
    for (const row of forgotten) await dispatch(inbound, row);
  };
  const works = [inboundWork(takeUp), ...features.flatMap((one) => one.clock), outboxWork, forgetting];
  const sweeping: SweepParts = { db, clock, park, logger, works };
  const clockControl = new ClockControl(sweeping, clock, drain);
  // One clock for all replicas: another one may have moved it a moment ago.
  const present = async () => {
    if (config.sandbox) await clockControl.refresh();
    return clock.now();
  };
  const runSweep = async () => {
    await present();
    await holder.follow(db, orgNames, logger);
    if (!clockControl.moving) await sweep(sweeping);
    // Not waited for: a platform that is slow holds up neither the start nor the next sweep.
    if (!clockControl.moving) await courier.look();
    vitals.beat("sweep");
  };

  const runAuditor = async () => {
    await present();
    await auditChecks(work(db));
    vitals.beat("auditor");
  };

  const health = createHealth(vitals.checks, logger);
  const pages = config.sandbox
    ? [
        clockRoutes({ now: present, moveTo: (target) => clockControl.moveTo(target) }),
        sandboxPage({
          world: sandbox?.world ?? new World(() => clock.now()),
          parkName: chosen.org.park.name,
          botNames,
          now: () => clock.now(),
          timeZone: chosen.org.park.timeZone,
          say: async (message) => sandbox?.say(message),
        }),
      ]
    : [];
  const server = createServer({
    platforms,
    receive: (received) => receive(inbound, received),
    beforeCallback: async () => {
      await present();
    },
    metrics,
    health,
    logger,
    extra: [fileRoutes(async (token) => files.open(token, await present())), ...pages],
    https: config.publicUrl.startsWith("https:"),
  });
  const listening = await listen(server, config.host, config.port);
  botUrl = `http://${config.host === "0.0.0.0" || config.host === "::" ? "127.0.0.1" : hostPart(config.host)}:${listening.port}`;
  await runSweep();
  const runCourier = async () => {
    await present();
    if (!clockControl.moving) await courier.look();
    vitals.beat("courier");
  };
  const runInbound = async () => {
    await takeUp();
    vitals.beat("inbound");
  };
  const jobs = { sweep: runSweep, auditor: runAuditor, courier: runCourier, inbound: runInbound };
  const tickers = startTickers(jobs, logger);
  return {
    url: botUrl,
    port: listening.port,
    parkName: chosen.org.park.name,
    database: database.kind,
    platforms: sandbox === null ? platforms.filter((one) => one.receives).map((one) => one.name) : [],
    orgWarnings: chosen.warnings,
    holder,
    db,
    clock,
    sandbox,
    clockControl,
    tour: async (say) => {
      if (sandbox === null || !(await ledgerIsEmpty(db))) return;
      const { calendar, org } = park();
      const present = clock.now();
      const thisWeek = startOfWeek(present, org.park.timeZone);
      await runTour({
        sandbox,
        park: org,
        monday: startOfWeek(new Date(thisWeek.getTime() - 1), org.park.timeZone),
        moveTo: (target) => clockControl.moveTo(target),
        end: (now) => calendar.nextOpening(new Date(Math.max(present.getTime(), now.getTime()))),
        say,
      });
    },
    close: async () => {
      await listening.close();
      await Promise.all(inbound.running);
      try {
        // Together: a sweep that runs on would have more sent meanwhile.
        await Promise.all([courier.stop(), tickers.stop().then(() => Promise.all(inbound.running))]);
      } finally {
        await sandbox?.close();
        await journalKept();
        await database.close();
      }
    },
  };
}

/** The names that an org file may use, the sample park's among them. */
function orgNamesOf({ wecom, dingtalk }: Config, env: Environment) {
  return orgEnv(env, { wecom: wecom.apiBase, dingtalk: dingtalk.oapiBase });
}

function hostPart(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function createPlatforms(
  config: Config,
  clock: OffsetClock,
  logger: Logger,
  simulated: { readonly bases: { wecom: string; dingtalk: string }; readonly keys: Sandbox["keys"] } | null,
): Platform[] {
  const http = createHttpClient({ logger, clock });
  if (simulated !== null) {
    const { bases, keys } = simulated;
    const { wecom, dingtalk } = config;
    return [
      createWecom({
        botName: wecom.botName,
        bot: keys.wecom,
        apiBase: bases.wecom,
        clock,
        http: insideOnly(http, bases.wecom),
      }),
      createDingtalk({
        botName: dingtalk.botName,
        app: keys.dingtalk,
        apiBase: bases.dingtalk,
        oapiBase: bases.dingtalk,
        clock,
        http: insideOnly(http, bases.dingtalk),
      }),
    ];
  }
  return configuredPlatforms(config, clock, http);
}

/** Without a bot a platform receives nothing, and still carries what goes to its group webhooks. */
export function configuredPlatforms({ wecom, dingtalk }: Config, clock: Clock, http: HttpClient): Platform[] {
  return [createWecom({ ...wecom, clock, http }), createDingtalk({ ...dingtalk, clock, http })];
}
