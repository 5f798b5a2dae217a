import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Config, type Environment, loadEnv, readConfig } from "../config.ts";
import { keepMemorySmall } from "../memory.ts";
import { inLanguage, type Language, type OperatorWords, wordsIn } from "../messages/operator-words.ts";
import { orgEnv } from "../org/env.ts";
import { ChaxuError } from "../shared/errors.ts";
import { type Db, openDatabase } from "../store/client.ts";
import { databaseFacts, lookInto } from "../store/inspect.ts";
import { keepSearchIndex } from "../store/search-index.ts";
import { type Interrupt, interruptBySignals } from "./interrupt.ts";
import { askedLanguage, systemLanguage } from "./language.ts";

/** What the command-line tools share: how one is started, and how it gets at the database. */

/** What a command needs of the world; it answers with its exit code. */
export interface Terminal {
  /** What stands after the command's name. */
  readonly words: readonly string[];
  readonly env: Environment;
  /** To standard output. */
  readonly say: (line: string) => void;
  /** To standard error. */
  readonly complain: (line: string) => void;
  /** Where standard error is a terminal: a line of it may be drawn anew. */
  readonly screen?: { readonly write: (text: string) => void };
  /** For work that may be stopped between two of its steps. Without it nobody stops it. */
  readonly interrupt?: () => Interrupt;
}
export type Command = (terminal: Terminal) => Promise<number>;

/** A terminal of which is known in what language it is read; its words are without those about the language. */
export interface ToldTerminal extends Terminal {
  readonly language: Language;
  readonly sentences: OperatorWords;
}

const HELP: readonly string[] = ["--help", "-h"];

/** Takes the language off the words. An exit code: how the command is used was asked for, or the language is none, and it is said. */
export function toldIn(terminal: Terminal, usage: (words: OperatorWords) => string): ToldTerminal | number {
  const { say, complain, env } = terminal;
  const asked = askedLanguage(terminal.words, env);
  const language = asked?.language ?? systemLanguage(env);
  const sentences = wordsIn(language);
  if (asked === null) {
    complain(sentences.misused({ misused: "language" }));
    complain(usage(sentences));
    return 2;
  }
  if (!asked.rest.some((word) => HELP.includes(word))) return { ...terminal, words: asked.rest, language, sentences };
  say(usage(sentences));
  return 0;
}

/** The folder of the migrations. */
export const MIGRATIONS = fileURLToPath(new URL("../../drizzle", import.meta.url));

/** Runs the command when its file is the one that was started, and not when a test imports it. */
export async function runIfStarted(url: string, command: Command): Promise<void> {
  const [, started, ...words] = process.argv;
  if (started === undefined || realpathSync(started) !== fileURLToPath(url)) return;
  keepMemorySmall();
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const complain = (line: string) => void process.stderr.write(`${line}\n`);
  // Whoever reads may have seen enough (… | head); the work goes on to its end.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  // Until the environment is read, as the machine's own settings say.
  let env: Environment = {};
  try {
    env = loadEnv();
    const screen = process.stderr.isTTY ? { write: (text: string) => void process.stderr.write(text) } : undefined;
    process.exitCode = await command({
      words,
      env,
      say,
      complain,
      interrupt: interruptBySignals,
      ...(screen === undefined ? {} : { screen }),
    });
  } catch (error) {
    if (!(error instanceof ChaxuError)) throw error;
    const language = askedLanguage(words, env)?.language ?? systemLanguage(env);
    complain(wordsIn(language).endedBy(error.code, error.message));
    process.exitCode = 1;
  }
}

/** What an org file may name. A mistake elsewhere in the configuration does not keep anybody from checking a file. */
export function orgNames(env: Environment): Environment {
  const read = readConfig(env);
  const config = "config" in read ? read.config : undefined;
  return orgEnv(env, {
    wecom: config?.wecom.apiBase ?? "https://qyapi.weixin.qq.com",
    dingtalk: config?.dingtalk.oapiBase ?? "https://oapi.dingtalk.com",
  });
}

/** The configuration; null when it is wrong, which is said. */
function configOf({ env, complain, language, sentences }: ToldTerminal): Config | null {
  const read = readConfig(env);
  if ("config" in read) return read.config;
  complain(sentences.configurationWrong());
  for (const one of read.said) complain(`  ${inLanguage(one, language)}`);
  return null;
}

/** A command may ask for what takes minutes, as of every event that there is. */
const STALL_MS = 600_000;

/** Opens the database that the configuration names, and closes it after the work. A wrong configuration is exit code 1. */
export async function withDatabase(
  terminal: ToldTerminal,
  work: (db: Db, config: Config) => Promise<number>,
): Promise<number> {
  const config = configOf(terminal);
  return config === null ? 1 : opened(config, work);
}

async function opened(config: Config, work: (db: Db, config: Config) => Promise<number>): Promise<number> {
  const database = await openDatabase({
    ...config,
    migrationsFolder: MIGRATIONS,
    prepare: keepSearchIndex,
    stallMs: STALL_MS,
  });
  try {
    return await work(database.db, config);
  } finally {
    await database.close();
  }
}

/** The same with a ledger that is there already: a name that is typed wrong makes no new one. */
export async function withLedger(
  terminal: ToldTerminal,
  work: (db: Db, config: Config) => Promise<number>,
): Promise<number> {
  const config = configOf(terminal);
  if (config === null) return 1;
  const lack = await lackOf(config);
  if (lack === null) return opened(config, work);
  const { sentences, complain } = terminal;
  complain(lack === "database" ? sentences.noDatabaseIn(config.dataDir) : sentences.noLedger());
  return 1;
}

/** The same for what only looks: where there is no ledger yet, none is made, and the work gets null in its place. */
export async function withLedgerOrNone(
  terminal: ToldTerminal,
  work: (db: Db | null, config: Config) => Promise<number>,
): Promise<number> {
  const config = configOf(terminal);
  if (config === null) return 1;
  return (await lackOf(config)) === null ? opened(config, work) : work(null, config);
}

/** What is not there yet; null: there is a ledger, or another process has it. */
async function lackOf(config: Config): Promise<"database" | "ledger" | null> {
  const look = await lookInto(config, (db) => databaseFacts(db, { ...config, migrationsFolder: MIGRATIONS }));
  if (look.kind === "absent") return "database";
  return look.kind === "opened" && look.result.applied === 0 ? "ledger" : null;
}
