import { startApp } from "./app.ts";
import { loadEnv, readConfig } from "./config.ts";
import { ChaxuError, messageOf } from "./shared/errors.ts";
import { createLogger } from "./shared/logger.ts";

/** Reads the configuration, builds the app, listens, stops on signals. */

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const env = loadEnv();
  const read = readConfig(env);
  if ("errors" in read) {
    say("Chaxu does not start, because its configuration is not right:");
    for (const error of read.errors) say(`  ${error}`);
    process.exitCode = 1;
    return;
  }
  const { config } = read;
  const logger = createLogger(config.logLevel);
  const app = await startApp(config, env, logger);

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, "Stopping: nothing new is taken in, what runs is finished");
    await app.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));

  for (const warning of [...config.warnings, ...app.orgWarnings]) say(`Note: ${warning}`);
  say(`茶叙 Chaxu for ${app.parkName}`);
  say(`  database   ${app.database === "embedded" ? `embedded, in ${config.dataDir}/db` : "PostgreSQL"}`);
  say(`  platforms  ${app.platforms.length === 0 ? "none configured" : app.platforms.join(", ")}`);
  say(`  sandbox    ${config.sandbox ? "on" : "off"}`);
  await app.tour(say);
  say(`Ready: ${config.sandbox ? `${app.url}/sandbox` : config.publicUrl}`);
}

main().catch((error: unknown) => {
  process.stderr.write(`Chaxu does not start: ${messageOf(error)}\n`);
  if (!(error instanceof ChaxuError) && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  process.exit(1);
});
