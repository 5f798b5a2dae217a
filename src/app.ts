import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { answer, apologise } from "./commands/answer.ts";
import type { Config, Environment } from "./config.ts";
import { Courier } from "./delivery/courier.ts";
import { startOfWeek } from "./domain/moments.ts";
import { createHealth } from "./http/health.ts";
import { createMetrics } from "./http/metrics.ts";
import { createServer, listen } from "./http/server.ts";
import { type DispatchParts, dispatch } from "./inbound/dispatch.ts";
import { receive } from "./inbound/receive.ts";
import { tellOfDeadLetter } from "./issues/dead-letter.ts";
import { chooseOrg, readOrgText } from "./org/choose.ts";
import { orgEnv } from "./org/env.ts";
import { ParkHolder } from "./org/park-holder.ts";
import { createDingtalk } from "./platforms/dingtalk/index.ts";
import { createHttpClient } from "./platforms/http-client.ts";
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
import { type SweepParts, sweep } from "./schedule/sweep.ts";
import { startTicker } from "./schedule/ticker.ts";
import { Vitals } from "./schedule/vitals.ts";
import { OffsetClock } from "./shared/clock.ts";
import type { Logger } from "./shared/logger.ts";
import { type Database, openDatabase } from "./store/client.ts";
import { takeForgotten } from "./store/inbound.ts";
import { ledgerIsEmpty } from "./store/slots.ts";

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

export const MIGRATIONS = fileURLToPath(new URL("../drizzle", import.meta.url));
const TAKE_OVER_MS = 60_000;

export async function startApp(config: Config, env: Environment, logger: Logger): Promise<App> {
  const database = await openDatabase({ ...config, migrationsFolder: MIGRATIONS });
  try {
    return await compose(config, env, logger, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function compose(config: Config, env: Environment, logger: Logger, database: Database): Promise<App> {
  const { db } = database;
  const clock = new OffsetClock();
  if (config.sandbox) await readOffset(db, clock);

  const configured = config.wecom.bot !== undefined || config.dingtalk.app !== undefined;
  let botUrl = "";
  const botNames = { wecom: config.wecom.botName, dingtalk: config.dingtalk.botName };
  const sandbox = config.sandbox && !configured ? new Sandbox({ clock, botNames, botUrl: () => botUrl }) : null;
  const simulated = sandbox === null ? null : { bases: await sandbox.listen(), keys: sandbox.keys };
  const platforms = createPlatforms(config, clock, logger, simulated);
  const reaches = (name: string) => platforms.some((one) => one.name === name && one.reachesPeople);

  const orgNames = orgEnv(env, {
    wecom: simulated?.bases.wecom ?? config.wecom.apiBase,
    dingtalk: simulated?.bases.dingtalk ?? config.dingtalk.oapiBase,
    secret: simulated?.keys.dingtalk.clientSecret,
  });
  const orgText = config.orgFile === undefined ? null : await readOrgText(config.orgFile);
  const chosen = await chooseOrg(db, orgText, config.orgFile, orgNames);
  const holder = new ParkHolder(chosen.org, reaches);
  holder.started(chosen.storedText);
  if (sandbox !== null) {
    sandbox.fill(simulatedPeople(chosen.org), simulatedChats(chosen.org));
    await keepJournal(sandbox.world, config.dataDir);
  }

  const owner = randomUUID();
  const park = () => holder.view;
  const vitals = new Vitals({ db, clock, park });
  const metrics = createMetrics(() => vitals.snapshot(), logger);
  const courier = new Courier({
    db,
    clock,
    park,
    platforms,
    logger,
    owner,
    onDelivery: (name, result) => metrics.delivery(name === "wecom" ? "wecom" : "dingtalk", result),
    onDead: (notice, place, reason) => tellOfDeadLetter(work(db), notice, place, reason),
  });
  const drain = () => courier.drain();
  const background = (job: Promise<unknown>) => {
    job.catch((error: unknown) =>
      logger.error({ error: String(error) }, "Sending stopped; it goes on with the next tick"),
    );
  };
  const work = (db: Database["db"]) => ({ db, now: clock.now(), park: park() });
  const inbound: DispatchParts = {
    db,
    clock,
    logger,
    answer: (tx, row) => answer(work(tx), row),
    apologise: (tx, row) => apologise(work(tx), row),
    onDone: () => background(drain()),
    running: new Set(),
  };
  const takeUp = async () => {
    const now = clock.now();
    const forgotten = await takeForgotten(db, now, new Date(now.getTime() + TAKE_OVER_MS), 100);
    for (const row of forgotten) await dispatch(inbound, row);
  };
  const sweeping: SweepParts = { db, clock, park, takeUp, drain };
  const clockControl = new ClockControl(sweeping, clock);
  const runSweep = async () => {
    if (config.sandbox) await readOffset(db, clock);
    await holder.follow(db, orgNames, logger);
    await sweep(sweeping);
    vitals.swept();
  };

  const health = createHealth(vitals.checks, logger);
  const pages = config.sandbox
    ? [
        clockRoutes({ now: () => clock.now(), moveTo: (target) => clockControl.moveTo(target) }),
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
    metrics,
    health,
    logger,
    extra: pages,
    https: config.publicUrl.startsWith("https:"),
  });
  const listening = await listen(server, config.host, config.port);
  botUrl = `http://${config.host === "0.0.0.0" || config.host === "::" ? "127.0.0.1" : hostPart(config.host)}:${listening.port}`;
  await runSweep();
  const tickers = [
    startTicker("* * * * *", runSweep, "sweep", logger),
    startTicker(
      "* * * * * *",
      async () => {
        if (config.sandbox) await readOffset(db, clock);
        await drain();
      },
      "courier",
      logger,
    ),
    startTicker("*/5 * * * * *", takeUp, "take-up", logger),
  ];
  return {
    url: botUrl,
    port: listening.port,
    parkName: chosen.org.park.name,
    database: database.kind,
    platforms: sandbox === null ? platforms.map((one) => one.name) : [],
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
      await Promise.all(tickers.map((one) => one.stop()));
      await Promise.all(inbound.running);
      await courier.stop();
      await sandbox?.close();
      await database.close();
    },
  };
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
  const http = createHttpClient({ logger });
  const { wecom, dingtalk } = config;
  if (simulated !== null) {
    const { bases, keys } = simulated;
    return [
      createWecom({ botName: wecom.botName, bot: keys.wecom, apiBase: bases.wecom, clock, http }),
      createDingtalk({
        botName: dingtalk.botName,
        app: keys.dingtalk,
        apiBase: bases.dingtalk,
        oapiBase: bases.dingtalk,
        clock,
        http,
      }),
    ];
  }
  return [
    ...(wecom.bot === undefined ? [] : [createWecom({ ...wecom, clock, http })]),
    ...(dingtalk.app === undefined ? [] : [createDingtalk({ ...dingtalk, clock, http })]),
  ];
}
