import { connectAll, isSimulated } from "../app.ts";
import { type Config, type Environment, readConfig } from "../config.ts";
import type { Chat } from "../domain/park/org.ts";
import { createPark } from "../domain/park/park.ts";
import { GONE } from "../messages/zh-cn/places.ts";
import { createHttpClient } from "../platforms/http-client.ts";
import { reachedBy } from "../platforms/platform.ts";
import { type Clock, systemClock } from "../shared/clock.ts";
import { createLogger } from "../shared/logger.ts";
import { checkCalendar } from "./examine/calendar.ts";
import { checkDatabase } from "./examine/database.ts";
import { about, counted, type Finding } from "./examine/finding.ts";
import { checkOrgFile } from "./examine/org-file.ts";
import { checkPlatforms, createClockCheck } from "./examine/platforms.ts";
import { checkReach } from "./examine/reach.ts";
import { orgNames, runIfStarted, type Terminal } from "./terminal.ts";

/** `npm run doctor`. */

const USAGE = `How to use it:
  npm run doctor    checks environment, org file, database, platforms and calendar; changes and posts nothing`;

const TIMEOUT_MS = 5_000;
const LABELS: Readonly<Record<Finding["verdict"], string>> = { ok: "ok  ", note: "note", fail: "FAIL" };

export async function doctor(terminal: Terminal, clock: Clock = systemClock): Promise<number> {
  if (terminal.words.length > 0) {
    terminal.complain(USAGE);
    return 2;
  }
  const findings = await examine(terminal, clock);
  const width = Math.max(...findings.map((one) => one.step.length));
  for (const { verdict, step, text } of findings) {
    terminal.say(`${LABELS[verdict]}  ${step.padEnd(width)}  ${text.replace(/\s*\n\s*/g, " ")}`);
  }
  const failures = findings.filter((one) => one.verdict === "fail").length;
  const notes = findings.filter((one) => one.verdict === "note").length;
  const asWell = notes === 0 ? "" : `, ${counted(notes, "note")}`;
  terminal.say(
    failures === 0
      ? `Nothing keeps Chaxu from working${asWell}.`
      : `${counted(failures, "failure")}${asWell}: mend what is marked FAIL, and run it again.`,
  );
  return failures === 0 ? 0 : 1;
}

async function examine({ env }: Terminal, clock: Clock): Promise<readonly Finding[]> {
  const { ok, note, fail } = about("environment");
  const read = readConfig(env);
  if ("errors" in read) return [...read.errors.map(fail), ...(await examineOrgFile(env, clock))];
  const { config } = read;
  const others = await examineAll(config, env, clock);
  return [ok("every setting has the right form"), ...config.warnings.map(note), ...others];
}

/** With mistakes in the environment the org file and the calendar can be looked at all the same. */
async function examineOrgFile(env: Environment, clock: Clock): Promise<readonly Finding[]> {
  const path = env["ORG_FILE"]?.trim() || undefined;
  const { org, findings } = await checkOrgFile(path, orgNames(env), { applied: null, used: null });
  const park = org === null ? null : createPark(org, () => false, new Map(), GONE);
  return [
    ...findings,
    about("database").note("not looked at until the environment is right"),
    about("platforms").note("not looked at until the environment is right"),
    ...checkCalendar(park, clock.now()),
  ];
}

async function examineAll(config: Config, env: Environment, clock: Clock): Promise<readonly Finding[]> {
  const database = await checkDatabase(config, env);
  const { org, isSample, findings: orgFile } = await checkOrgFile(config.orgFile, orgNames(env), database.stored);
  // The people and groups of the sample park are invented: whether they can be reached says nothing.
  const own = isSample ? null : org;
  const clockCheck = createClockCheck(clock);
  const { onDate } = clockCheck;
  const http = createHttpClient({ timeoutMs: TIMEOUT_MS, logger: createLogger("silent"), onDate, clock });
  const asked = await checkPlatforms(config, own, connectAll(config, clock, http));

  const reaching = connectAll(asInSandbox(config), clock, http);
  const park = org && createPark(org, (name, id) => reachedBy(reaching)(name, id, true), new Map(), GONE);
  const canPost = (chat: Chat) => reaching.some((one) => one.name === chat.platform && one.posts(chat));
  return [
    ...orgFile,
    ...(park === null || own === null ? [] : checkReach(park, canPost)),
    ...database.findings,
    ...asked,
    ...clockCheck.findings(),
    ...checkCalendar(park, clock.now()),
  ];
}

/** The simulated platforms reach whom the real ones would. */
function asInSandbox(config: Config): Config {
  const { dingtalk } = config;
  if (!isSimulated(config)) return config;
  const app = { clientId: "sandbox", clientSecret: "sandbox", robotCode: "sandbox" };
  return { ...config, dingtalk: { ...dingtalk, app } };
}

await runIfStarted(import.meta.url, doctor);
