import { resolve } from "node:path";
import { type Config, readConfig } from "../config.ts";
import type { Org } from "../domain/park/org.ts";
import type { Misused, ParkCounts } from "../messages/english/tools.ts";
import { inLanguage } from "../messages/operator-words.ts";
import { applyOrg, dutyWarnings, missingCodes } from "../org/apply.ts";
import { readOrgText } from "../org/choose.ts";
import type { OrgError } from "../org/document.ts";
import { loadOrg } from "../org/load.ts";
import type { Clock } from "../shared/clock.ts";
import type { Db } from "../store/client.ts";
import type { CodesInUse } from "../store/org-use.ts";
import { checkDatabase } from "./examine/database.ts";
import { warningSaid } from "./examine/org-file.ts";
import { importFile, template } from "./org/list.ts";
import { complainOf } from "./org/mistakes.ts";
import { readWords, type Words } from "./org/words.ts";
import { orgNames, runIfStarted, type Terminal, type ToldTerminal, toldIn, withDatabase } from "./terminal.ts";

/** `npm run org -- …`: an org file checked and put in force, and the park as an Excel list. */

export async function org(terminal: Terminal): Promise<number> {
  const told = toldIn(terminal, (words) => words.orgUsage);
  if (typeof told === "number") return told;
  const words = readWords(told.words);
  const work = words === null ? null : workOf(told, words);
  if (work !== null) return work;
  const misused = misusedIn(told.words, words?.plain ?? null);
  if (misused !== null) told.complain(told.sentences.misused(misused));
  told.complain(told.sentences.orgUsage);
  return 2;
}

const VERBS = ["check", "apply", "template", "import", "recognise", "ids", "export-company", "forget"];
const OPTIONS = ["--into", "--force", "--take-file", "--yes"];
/** What stands first behind a verb. */
const FIRST: Readonly<Record<string, string>> = { "export-company": "CODE", forget: "NAME" };

/** What is wrong with the words, as far as one of them is; `plain`: those that are no option. */
function misusedIn(words: readonly string[], plain: readonly string[] | null): Misused | null {
  const option = words.find((one) => one.startsWith("--") && !OPTIONS.includes(one));
  if (option !== undefined) return { misused: "unknown", word: option, among: OPTIONS };
  if (plain === null) return { misused: "without-value", option: "--into" };
  const [verb, path, second, third] = plain;
  if (verb === undefined) return { misused: "nothing", among: VERBS };
  if (!VERBS.includes(verb)) return { misused: "unknown", word: verb, among: VERBS };
  if (path === undefined && verb !== "ids") return { misused: "needs", what: verb, needs: FIRST[verb] ?? "FILE" };
  if (verb === "export-company" && second === undefined) return { misused: "needs", what: verb, needs: "DIR" };
  const extra = verb in FIRST ? third : second;
  if (extra !== undefined) return { misused: "too-many", word: extra };
  const given = OPTIONS.find((one) => words.includes(one));
  return given === undefined ? null : { misused: "not-with", option: given, verb };
}

/** Null: these words are no command. */
function workOf(terminal: ToldTerminal, { plain, into, force, takesFile, yes }: Words): Promise<number> | null {
  const [word, path, ...more] = plain;
  if (takesFile && word !== "apply") return null;
  if (word === "forget" && path !== undefined && more.length < 2 && !force && into === undefined)
    return import("./org/forget.ts").then((one) => one.forgetPerson(terminal, path, { phone: more[0], yes }));
  if (yes) return null;
  if (
    word === "export-company" &&
    path !== undefined &&
    more[0] !== undefined &&
    more.length === 1 &&
    !force &&
    into === undefined
  )
    return import("./org/export-company.ts").then((one) => one.exportCompany(terminal, path, more[0] ?? ""));
  if (word === "ids" && path === undefined && !force)
    return accounts().then((one) => one.recognisedIds(terminal, into));
  if (word === "recognise" && more.length < 2 && !force && into === undefined)
    return accounts().then((one) => one.recogniseAccount(terminal, path, more[0]));
  if (path === undefined || more.length > 0) return null;
  if (word === "template" && into === undefined) return template(terminal, path, force);
  if (force) return null;
  if (word === "import") return importFile(terminal, path, into);
  if (into !== undefined || (word !== "check" && word !== "apply")) return null;
  return readOrgText(path).then((text) =>
    word === "check" ? check(terminal, path, text) : apply(terminal, path, text, takesFile),
  );
}

/** Only when it is needed: it brings the whole program with it. */
function accounts() {
  return import("./org/accounts.ts");
}

async function check(terminal: ToldTerminal, path: string, text: string): Promise<number> {
  const loaded = loadOrg(text, orgNames(terminal.env));
  if ("errors" in loaded) return refuse(terminal, path, loaded.errors);
  const used = await inUse(terminal);
  const missing = used === null ? [] : missingCodes(used, loaded.org);
  if (missing.length > 0) return refuse(terminal, path, missing);
  warn(terminal, used === null ? loaded.warnings : [...loaded.warnings, ...dutyWarnings(used, loaded.org)]);
  terminal.say(terminal.sentences.orgSummary(path, loaded.org.park.name, countsOf(loaded.org)));
  return 0;
}

/** What the ledger still uses. Null: there is none yet, or it cannot be asked, which is said. */
async function inUse(terminal: ToldTerminal): Promise<CodesInUse | null> {
  const read = readConfig(terminal.env);
  if ("errors" in read) return null;
  const { stored } = await checkDatabase(read.config);
  if (stored.applied === null) {
    terminal.say(terminal.sentences.orgNote(terminal.sentences.databaseNotAsked()));
  }
  return stored.used;
}

function apply(terminal: ToldTerminal, path: string, text: string, takesFile: boolean): Promise<number> {
  const { say, sentences } = terminal;
  return withDatabase(terminal, async (db, config) => {
    const at = (await clockOf(config, db)).now();
    const doing = { by: null, place: "command", at } as const;
    const applied = await applyOrg(db, { text, env: orgNames(terminal.env), doing, takesFile });
    if ("errors" in applied) return refuse(terminal, path, applied.errors);
    if ("undone" in applied) return keepBoards(terminal, path, applied.undone);
    warn(terminal, applied.warnings);
    if (applied.changes.length === 0) {
      say(sentences.orgUnchanged(path));
    } else {
      say(sentences.orgInForce(path));
      for (const change of applied.changes) say(sentences.orgChange(change));
    }
    if (config.orgFile !== undefined && resolve(config.orgFile) !== resolve(path)) {
      say(sentences.orgNote(sentences.otherOrgFile(config.orgFile)));
    }
    return 0;
  });
}

/** Only when it is needed: it brings the whole program with it. */
async function clockOf(config: Config, db: Db): Promise<Clock> {
  const { openClock } = await import("../app.ts");
  return openClock(config, db);
}

/** The file would undo what was changed on the board: nothing was done. */
function keepBoards({ complain, sentences }: ToldTerminal, path: string, undone: readonly string[]): number {
  complain(sentences.orgUndoesBoard(path, undone.length));
  for (const change of undone) complain(sentences.orgChange(change));
  complain(sentences.orgTakeFile(path));
  return 1;
}

function refuse(terminal: ToldTerminal, path: string, errors: readonly OrgError[]): number {
  const { complain, sentences } = terminal;
  complain(sentences.orgHasErrors(path, errors.length));
  complainOf(terminal, errors);
  return 1;
}

function warn({ say, language, sentences }: ToldTerminal, warnings: readonly string[]): void {
  for (const one of warnings) say(sentences.orgNote(inLanguage(warningSaid(one), language)));
}

function countsOf({ departments, categories, enterprises, people, chats, digests }: Org): ParkCounts {
  return {
    departments: departments.length,
    categories: categories.length,
    enterprises: enterprises.length,
    people: people.length,
    chats: chats.length,
    digests: digests.length,
  };
}

await runIfStarted(import.meta.url, org);
