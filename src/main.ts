import { startApp } from "./app.ts";
import { greet } from "./cli/greeting.ts";
import { type Environment, loadEnv, readConfig } from "./config.ts";
import { keepMemorySmall } from "./memory.ts";
import { dateTimeText } from "./messages/zh-cn/dates.ts";
import { readOrgText } from "./org/choose.ts";
import { loadOrg } from "./org/load.ts";
import { within } from "./shared/clock.ts";
import { ChaxuError, describe, LateError, messageOf } from "./shared/errors.ts";
import { createLogger } from "./shared/logger.ts";

/** Reads the configuration, builds the app, listens, stops on signals. */

keepMemorySmall();

/** A database or a platform that hangs must not hold a stop up until the machine kills the program. */
const STOP_MS = 15_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The mistakes of the org file beside those of the environment, so that all are seen at once. */
async function orgErrors(env: Environment): Promise<string[]> {
  const path = env["ORG_FILE"];
  if (path === undefined || path === "") return [];
  try {
    const loaded = loadOrg(await readOrgText(path), env);
    return "errors" in loaded ? loaded.errors.map(({ line, message }) => `${path}, line ${line}: ${message}`) : [];
  } catch (error) {
    return [messageOf(error)];
  }
}

async function main(): Promise<void> {
  const env = loadEnv();
  const read = readConfig(env);
  if ("errors" in read) {
    const errors = [...read.errors, ...(await orgErrors(env))];
    throw new ChaxuError("configuration", `its configuration is not right:\n  ${errors.join("\n  ")}`);
  }
  const { config } = read;
  const logger = createLogger(config.logLevel);
  const app = await startApp(config, env, logger);

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, "Stopping: nothing new is taken in, what runs is finished");
    try {
      await within(STOP_MS, app.close());
      process.exit(0);
    } catch (error) {
      const why = error instanceof LateError ? { waited: error.message } : describe(error);
      logger.error(why, "The stop was not clean; nothing is lost, the next start takes it up");
      process.exit(1);
    }
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));

  for (const warning of [...config.warnings.map(({ text }) => text), ...app.orgWarnings]) say(`Note: ${warning}`);
  const clockStands = () => dateTimeText(app.clock.now(), app.holder.park.org.park.timeZone, app.clock.now());
  const { parkName, database, platforms, address, tour } = app;
  await greet({ ...config, parkName, database, platforms, address, tour, clockStands }, say);
}

main().catch((error: unknown) => {
  process.stderr.write(`Chaxu does not start: ${messageOf(error)}\n`);
  if (!(error instanceof ChaxuError) && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  process.exit(1);
});
