import { resolve } from "node:path";
import type { Org } from "../domain/org.ts";
import { applyOrg } from "../org/apply.ts";
import { describeOrgErrors, readOrgText } from "../org/choose.ts";
import type { OrgError } from "../org/document.ts";
import { loadOrg } from "../org/load.ts";
import { counted } from "./checks/finding.ts";
import { orgNames, runIfStarted, type Terminal, withDatabase } from "./terminal.ts";

/** `npm run org -- check FILE` and `npm run org -- apply FILE`. */

const USAGE = `How to use it:
  npm run org -- check FILE    looks for every mistake in an org file; needs no database and changes nothing
  npm run org -- apply FILE    puts an org file in force; a running Chaxu on the same PostgreSQL follows within a minute`;

export async function org(terminal: Terminal): Promise<number> {
  const [word, path, ...more] = terminal.words;
  if ((word !== "check" && word !== "apply") || path === undefined || more.length > 0) {
    terminal.complain(USAGE);
    return 2;
  }
  const text = await readOrgText(path);
  return word === "check" ? check(terminal, path, text) : apply(terminal, path, text);
}

function check(terminal: Terminal, path: string, text: string): number {
  const loaded = loadOrg(text, orgNames(terminal.env));
  if ("errors" in loaded) return refuse(terminal, path, loaded.errors);
  warn(terminal, loaded.warnings);
  terminal.say(`${path} is fine: ${summary(loaded.org)}`);
  return 0;
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
