import { resolve } from "node:path";
import { type Config, readConfig } from "../config.ts";
import type { Org } from "../domain/park/org.ts";
import type { Misused, ParkCounts } from "../messages/english/tools.ts";
import { inLanguage } from "../messages/operator-words.ts";
import { applyOrg, heldAgainst } from "../org/apply.ts";
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
  const misused = misusedIn(told.words, words?.plain ?? null);
  if (words !== null && misused === null) return run(told, words);
  if (misused !== null) told.complain(told.sentences.misused(misused));
  told.complain(told.sentences.orgUsage);
  return 2;
}

/** What stands behind each verb: at least, at most so many words, and what is missing there in its turn. */
const VERBS: Readonly<
  Record<string, { readonly least: number; readonly most: number; readonly needs: readonly string[] }>
> = {
  check: { least: 1, most: 1, needs: ["FILE"] },
  apply: { least: 1, most: 1, needs: ["FILE"] },
  template: { least: 1, most: 1, needs: ["FILE"] },
  import: { least: 1, most: 1, needs: ["FILE"] },
  recognise: { least: 0, most: 2, needs: [] },
  ids: { least: 0, most: 0, needs: [] },
  "export-company": { least: 2, most: 2, needs: ["CODE", "DIR"] },
  forget: { least: 1, most: 2, needs: ["NAME"] },
};
/** With what verbs each option goes. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  "--into": ["import", "ids"],
  "--force": ["template"],
  "--take-file": ["apply"],
  "--yes": ["forget"],
};

/** What is wrong with the words; null: nothing. `plain`: those that are no option. */
function misusedIn(words: readonly string[], plain: readonly string[] | null): Misused | null {
  const option = words.find((one) => one.startsWith("--") && !Object.hasOwn(OPTIONS, one));
  if (option !== undefined) return { misused: "unknown", word: option, among: Object.keys(OPTIONS) };
  if (plain === null) return { misused: "without-value", option: "--into" };
  const [word, ...more] = plain;
  if (word === undefined) return { misused: "nothing", among: Object.keys(VERBS) };
  const verb = Object.hasOwn(VERBS, word) ? VERBS[word] : undefined;
  if (verb === undefined) return { misused: "unknown", word, among: Object.keys(VERBS) };
  if (more.length < verb.least) return { misused: "needs", what: word, needs: verb.needs[more.length] ?? "FILE" };
  const extra = more[verb.most];
  if (extra !== undefined) return { misused: "too-many", word: extra };
  const foreign = Object.keys(OPTIONS).find((one) => words.includes(one) && OPTIONS[one]?.includes(word) !== true);
  return foreign === undefined ? null : { misused: "not-with", option: foreign, verb: word };
}

async function run(terminal: ToldTerminal, { plain, into, force, takesFile, yes }: Words): Promise<number> {
  const [verb, first = "", second] = plain;
  switch (verb) {
    case "forget":
      return (await import("./org/forget.ts")).forgetPerson(terminal, first, { phone: second, yes });
    case "export-company":
      return (await import("./org/export-company.ts")).exportCompany(terminal, first, second ?? "");
    case "ids":
      return (await accounts()).recognisedIds(terminal, into);
    case "recognise":
      return (await accounts()).recogniseAccount(terminal, plain[1], second);
    case "template":
      return template(terminal, first, force);
    case "import":
      return importFile(terminal, first, into);
    case "apply":
      return apply(terminal, first, await readOrgText(first), takesFile);
    default:
      return check(terminal, first, await readOrgText(first));
  }
}

/** Only when it is needed: it brings the whole program with it. */
function accounts() {
  return import("./org/accounts.ts");
}

async function check(terminal: ToldTerminal, path: string, text: string): Promise<number> {
  const loaded = loadOrg(text, orgNames(terminal.env));
  if ("errors" in loaded) return refuse(terminal, path, loaded.errors);
  const held = heldAgainst(await inUse(terminal), loaded);
  if ("errors" in held) return refuse(terminal, path, held.errors);
  warn(terminal, held.warnings);
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
