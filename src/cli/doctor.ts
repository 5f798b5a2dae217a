import { isSimulated } from "../app.ts";
import { type Config, type Environment, readConfig } from "../config.ts";
import { connectAll } from "../connect.ts";
import type { Chat } from "../domain/park/org.ts";
import { createPark } from "../domain/park/park.ts";
import { withRecognised } from "../domain/park/recognition.ts";
import { inLanguage, type Language, wordsIn } from "../messages/operator-words.ts";
import { GONE } from "../messages/zh-cn/places.ts";
import { createHttpClient } from "../platforms/http-client.ts";
import { reachedBy } from "../platforms/platform.ts";
import { type Clock, systemClock } from "../shared/clock.ts";
import { createLogger } from "../shared/logger.ts";
import { checkAlerts } from "./examine/alerts.ts";
import { checkAuditKey } from "./examine/audit-key.ts";
import { checkCalendar } from "./examine/calendar.ts";
import { checkDatabase } from "./examine/database.ts";
import { checkFiles } from "./examine/files.ts";
import { about, type Finding } from "./examine/finding.ts";
import { checkOrgFile } from "./examine/org-file.ts";
import { checkPlatforms, createClockCheck } from "./examine/platforms.ts";
import { checkReach } from "./examine/reach.ts";
import { padded, widthOf } from "./language.ts";
import { orgNames, runIfStarted, type Terminal, toldIn } from "./terminal.ts";

/** `npm run doctor`. */

const TIMEOUT_MS = 5_000;

export async function doctor(terminal: Terminal, clock: Clock = systemClock): Promise<number> {
  const told = toldIn(terminal, (words) => words.usage);
  if (typeof told === "number") return told;
  const [word] = told.words;
  if (word !== undefined) {
    told.complain(told.sentences.misused({ misused: "unknown", word, among: ["--lang", "--help"] }));
    told.complain(told.sentences.usage);
    return 2;
  }
  const findings = await examine(told, clock);
  report(findings, told.language, told.say);
  return findings.some((one) => one.verdict === "fail") ? 1 : 0;
}

/** A line for each finding, in columns, and what it comes to. */
function report(findings: readonly Finding[], language: Language, say: Terminal["say"]): void {
  const words = wordsIn(language);
  const { labels, steps } = words;
  const labelWidth = Math.max(...Object.values(labels).map(widthOf));
  const width = Math.max(...findings.map(({ step }) => widthOf(steps[step])));
  for (const finding of findings) {
    const label = padded(labels[finding.verdict], labelWidth);
    const step = padded(steps[finding.step], width);
    say(`${label}  ${step}  ${inLanguage(finding, language).replace(/\s*\n\s*/g, " ")}`);
  }
  const count = (verdict: Finding["verdict"]) => findings.filter((one) => one.verdict === verdict).length;
  say(words.verdict(count("fail"), count("note")));
}

async function examine({ env }: Terminal, clock: Clock): Promise<readonly Finding[]> {
  const { ok, note, fail } = about("environment");
  const read = readConfig(env);
  if ("errors" in read) return [...read.said.map(fail), ...(await examineOrgFile(env, clock))];
  const { config } = read;
  const others = await examineAll(config, env, clock);
  const key = await checkAuditKey(config);
  return [ok((words) => words.environmentRight()), ...config.warnings.map(note), ...key, ...others];
}

/** With mistakes in the environment the org file and the calendar can be looked at all the same. */
async function examineOrgFile(env: Environment, clock: Clock): Promise<readonly Finding[]> {
  const path = env["ORG_FILE"]?.trim() || undefined;
  const { org, findings } = await checkOrgFile(path, orgNames(env), { applied: null, used: null });
  const park = org === null ? null : createPark(org, () => false, new Map(), GONE);
  return [
    ...findings,
    about("database").note((words) => words.notLookedAt()),
    about("platforms").note((words) => words.notLookedAt()),
    ...checkCalendar(park, clock.now()),
  ];
}

async function examineAll(config: Config, env: Environment, clock: Clock): Promise<readonly Finding[]> {
  const database = await checkDatabase(config);
  const { org, isSample, findings: orgFile } = await checkOrgFile(config.orgFile, orgNames(env), database.stored);
  // The people and groups of the sample park are invented: whether they can be reached says nothing.
  const own = isSample ? null : org;
  const clockCheck = createClockCheck(clock);
  const { onDate } = clockCheck;
  const http = createHttpClient({ timeoutMs: TIMEOUT_MS, logger: createLogger("silent"), onDate, clock });
  const asked = await checkPlatforms(config, own, connectAll(config, clock, http));

  const reaching = connectAll(asInSandbox(config), clock, http);
  const park =
    org &&
    createPark(
      withRecognised(org, database.stored.recognised ?? []),
      (name, id) => reachedBy(reaching)(name, id, true),
      new Map(),
      GONE,
    );
  const canPost = (chat: Chat) => reaching.some((one) => one.name === chat.platform && one.posts(chat));
  return [
    ...orgFile,
    ...(park === null || own === null ? [] : [...checkReach(park, canPost), ...checkAlerts(park)]),
    ...database.findings,
    ...(await checkFiles(config)),
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
