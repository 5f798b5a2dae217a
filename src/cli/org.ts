import { resolve } from "node:path";
import { readConfig } from "../config.ts";
import type { Org } from "../domain/park/org.ts";
import { counted } from "../messages/english/doctor.ts";
import { applyOrg, dutyWarnings, missingCodes } from "../org/apply.ts";
import { describeOrgErrors, readOrgText } from "../org/choose.ts";
import type { OrgError } from "../org/document.ts";
import { loadOrg } from "../org/load.ts";
import type { CodesInUse } from "../store/org-use.ts";
import { checkDatabase } from "./examine/database.ts";
import { importFile, template } from "./org/list.ts";
import { readWords, type Words } from "./org/words.ts";
import { orgNames, runIfStarted, type Terminal, withDatabase } from "./terminal.ts";

/** `npm run org -- …`: an org file checked and put in force, and the park as an Excel list. */

const USAGE = `How to use it:
  npm run org -- check FILE    looks for every mistake in an org file, and for what open issues still use; changes nothing
  npm run org -- apply FILE    puts an org file in force; a running Chaxu on the same PostgreSQL follows within a minute
  npm run org -- template FILE.xlsx                  writes an empty Excel list to fill in (--force: over one that is there)
  npm run org -- import FILE.xlsx [--into org.yaml]  makes an org file of the list, or puts the list into one that is there
  npm run org -- recognise [NAME [ACCOUNT]]          who says to be whom in chat; with a name, takes them for that person
  npm run org -- ids [--into org.yaml]               the accounts that were recognised; writes them into an org file`;

export async function org(terminal: Terminal): Promise<number> {
  const words = readWords(terminal.words);
  const work = words === null ? null : workOf(terminal, words);
  if (work !== null) return work;
  terminal.complain(USAGE);
  return 2;
}

/** Null: these words are no command. */
function workOf(terminal: Terminal, { plain, into, force }: Words): Promise<number> | null {
  const [word, path, ...more] = plain;
  if (word === "ids" && path === undefined && !force)
    return accounts().then((one) => one.recognisedIds(terminal, into));
  if (word === "recognise" && more.length < 2 && !force && into === undefined)
    return accounts().then((one) => one.recogniseAccount(terminal, path, more[0]));
  if (path === undefined || more.length > 0) return null;
  if (word === "template" && into === undefined) return template(terminal, path, force);
  if (force) return null;
  if (word === "import") return importFile(terminal, path, into);
  if (into !== undefined || (word !== "check" && word !== "apply")) return null;
  return readOrgText(path).then((text) => (word === "check" ? check : apply)(terminal, path, text));
}

/** Only when it is needed: it brings the whole program with it. */
function accounts() {
  return import("./org/accounts.ts");
}

async function check(terminal: Terminal, path: string, text: string): Promise<number> {
  const loaded = loadOrg(text, orgNames(terminal.env));
  if ("errors" in loaded) return refuse(terminal, path, loaded.errors);
  const used = await inUse(terminal);
  const missing = used === null ? [] : missingCodes(used, loaded.org);
  if (missing.length > 0) return refuse(terminal, path, missing);
  warn(terminal, used === null ? loaded.warnings : [...loaded.warnings, ...dutyWarnings(used, loaded.org)]);
  terminal.say(`${path} is fine: ${summary(loaded.org)}`);
  return 0;
}

/** What the ledger still uses. Null: there is none yet, or it cannot be asked, which is said. */
async function inUse(terminal: Terminal): Promise<CodesInUse | null> {
  const read = readConfig(terminal.env);
  if ("errors" in read) return null;
  const { stored } = await checkDatabase(read.config, terminal.env);
  if (stored.applied === null) {
    terminal.say(
      "Note: the database cannot be asked now, so what open issues still use was not looked up; apply does it.",
    );
  }
  return stored.used;
}

function apply(terminal: Terminal, path: string, text: string): Promise<number> {
  return withDatabase(terminal, async (db, config) => {
    const applied = await applyOrg(db, text, orgNames(terminal.env));
    if ("errors" in applied) return refuse(terminal, path, applied.errors);
    warn(terminal, applied.warnings);
    if (applied.changes.length === 0) {
      terminal.say(`${path} is in force; nothing changed.`);
    } else {
      terminal.say(`${path} is in force now:`);
      for (const change of applied.changes) terminal.say(`  ${change}`);
    }
    if (config.orgFile !== undefined && resolve(config.orgFile) !== resolve(path)) {
      terminal.say(`Note: ORG_FILE is ${config.orgFile}, and the next start puts that file in force again.`);
    }
    return 0;
  });
}

function refuse(terminal: Terminal, path: string, errors: readonly OrgError[]): number {
  terminal.complain(`${path} has ${counted(errors.length, "error")}:`);
  terminal.complain(describeOrgErrors(errors));
  return 1;
}

function warn(terminal: Terminal, warnings: readonly string[]): void {
  for (const warning of warnings) terminal.say(`Note: ${warning}`);
}

function summary({ park, departments, categories, enterprises, people, chats, digests }: Org): string {
  const counts = [
    counted(departments.length, "department"),
    counted(categories.length, "category", "categories"),
    counted(enterprises.length, "enterprise"),
    counted(people.length, "person", "people"),
    counted(chats.length, "chat"),
    counted(digests.length, "digest"),
  ];
  return `${park.name}, ${counts.join(", ")}.`;
}

await runIfStarted(import.meta.url, org);
