import { startApp } from "../../dist/app.js";
import { readConfig } from "../../dist/config.js";
import { createLogger } from "../../dist/shared/logger.js";

/**
 * The whole program, whose connections alone wait shorter before they are made again: a thousand cuts would take a day with
 * the pauses of a real one. Leases, rounds and everything else are as they are.
 */
const WECOM = { firstPause: 50, longestPause: 300, ping: 5_000 };
const DINGTALK = { firstPauseMs: 50, longestPauseMs: 300, pingMs: 5_000, silentMs: 15_000, drainMs: 2_000 };

const read = readConfig(process.env);
if ("errors" in read) throw new Error(read.errors.join("\n"));
const { config } = read;
const { wecom, dingtalk, logLevel } = config;
const hasty = {
  ...config,
  wecom: { ...wecom, socket: { ...wecom.socket, times: WECOM } },
  dingtalk: { ...dingtalk, times: DINGTALK },
};
const app = await startApp(hasty, process.env, createLogger(logLevel));
process.on("SIGTERM", () => void app.close().then(() => process.exit(0)));
process.stdout.write(`Ready: ${app.address}\n`);
