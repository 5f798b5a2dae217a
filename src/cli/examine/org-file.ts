import type { Environment } from "../../config.ts";
import type { Org } from "../../domain/park/org.ts";
import { missingCodes } from "../../org/apply.ts";
import { readOrgText, readSampleText } from "../../org/choose.ts";
import type { OrgError } from "../../org/document.ts";
import { loadOrg } from "../../org/load.ts";
import { messageOf } from "../../shared/errors.ts";
import type { CodesInUse } from "../../store/org-use.ts";
import { about, counted, type Finding, few } from "./finding.ts";

const { ok, note, fail } = about("org file");

/** What the database tells of the org file; each null when it could not be asked. */
export interface Stored {
  /** `text` is null when no file was applied. */
  readonly applied: { readonly text: string | null } | null;
  readonly used: CodesInUse | null;
}

export interface CheckedOrg {
  readonly findings: readonly Finding[];
  /** The org in force; null when it has mistakes or is not known. */
  readonly org: Org | null;
  readonly isSample: boolean;
}

/** The org file that a start would put in force: ORG_FILE, else the one applied last, else the sample park. */
export async function checkOrgFile(path: string | undefined, names: Environment, stored: Stored): Promise<CheckedOrg> {
  if (path !== undefined) {
    try {
      return judge(path, await readOrgText(path), names, stored.used);
    } catch (error) {
      return { findings: [fail(`${messageOf(error)} Correct ORG_FILE.`)], org: null, isSample: false };
    }
  }
  if (stored.applied === null) {
    const text = "ORG_FILE is not set, and which file was applied is not known: the database could not be asked";
    return { findings: [note(text)], org: null, isSample: false };
  }
  const { text } = stored.applied;
  if (text !== null) return judge("the org file applied last", text, names, null);
  const sample = judge("the sample park", await readSampleText(), names, null);
  const advice = note("the sample park is in force, which is for trying: describe your own park and set ORG_FILE");
  return { ...sample, findings: [...sample.findings, advice], isSample: true };
}

function judge(name: string, text: string, env: Environment, used: CodesInUse | null): CheckedOrg {
  const refuse = (errors: readonly OrgError[]): CheckedOrg => ({
    findings: errors.map(({ line, path, message }) => fail(`${name}, line ${line}, ${path}: ${message}`)),
    org: null,
    isSample: false,
  });
  const loaded = loadOrg(text, env);
  if ("errors" in loaded) return refuse(loaded.errors);
  const missing = used === null ? [] : missingCodes(used, loaded.org);
  if (missing.length > 0) return refuse(missing);
  const { org } = loaded;
  const { departments, enterprises, people, chats } = org;
  const counts = [
    counted(departments.length, "department"),
    counted(enterprises.length, "enterprise"),
    counted(people.length, "person", "people"),
    counted(chats.length, "chat"),
  ];
  const fine = ok(`${name} is fine: ${org.park.name}, ${counts.join(", ")}`);
  return { findings: [fine, ...groupWarnings(loaded.warnings).map(note)], org, isSample: false };
}

const MOST_WARNINGS = 10;

/** The warnings of an org file (`line 7, people[3]: …`), those with one sentence in one line, and ten at most. */
export function groupWarnings(warnings: readonly string[]): readonly string[] {
  const groups = new Map<string, { readonly first: string; readonly lines: string[] }>();
  for (const warning of warnings) {
    const [, line = "", sentence = warning] = /^line (\d+), \S+: (.*)$/su.exec(warning) ?? [];
    const group = groups.get(sentence) ?? { first: warning, lines: [] };
    group.lines.push(line);
    groups.set(sentence, group);
  }
  const told = [...groups].map(([sentence, { first, lines }]) =>
    lines.length === 1 ? first : `${lines.length} times, each ${sentence} (lines ${few(lines)})`,
  );
  if (told.length <= MOST_WARNINGS) return told;
  return [...told.slice(0, MOST_WARNINGS), `${told.length - MOST_WARNINGS} more: npm run org -- check FILE tells all`];
}
