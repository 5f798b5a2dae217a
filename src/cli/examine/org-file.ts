import type { Environment } from "../../config.ts";
import type { Org } from "../../domain/park/org.ts";
import type { Recognition } from "../../domain/park/recognition.ts";
import { type OperatorWords, type Said, said } from "../../messages/operator-words.ts";
import { orgSentence } from "../../messages/zh-cn/org-sentences.ts";
import { keepsBoards, missingCodes, type StoredOrg } from "../../org/apply.ts";
import { readOrgText, readSampleText } from "../../org/choose.ts";
import type { OrgError } from "../../org/document.ts";
import { loadOrg } from "../../org/load.ts";
import { WITHOUT_ACCOUNT, WITHOUT_WEBHOOK } from "../../org/validate.ts";
import { messageOf } from "../../shared/errors.ts";
import type { CodesInUse } from "../../store/org-use.ts";
import { about, type Finding, few } from "./finding.ts";

const { ok, note, fail } = about("org file");

/** What the database tells of the org file; each null when it could not be asked. */
export interface Stored {
  readonly applied: StoredOrg | null;
  readonly used: CodesInUse | null;
  /** Accounts that the coordinator has recognised. */
  readonly recognised?: readonly Recognition[];
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
      const given = await readOrgText(path);
      const { applied } = stored;
      const kept = applied !== null && keepsBoards(given, applied, names) ? applied.text : null;
      if (kept === null) return judge(() => path, given, names, stored.used);
      const inForce = judge((words) => words.orgApplied(), kept, names, null);
      return { ...inForce, findings: [...inForce.findings, note((words) => words.orgBelowBoard(path))] };
    } catch (error) {
      return { findings: [fail((words) => words.orgUnreadable(messageOf(error)))], org: null, isSample: false };
    }
  }
  if (stored.applied === null) {
    return { findings: [note((words) => words.orgUnknown())], org: null, isSample: false };
  }
  const { text } = stored.applied;
  if (text !== null) return judge((words) => words.orgApplied(), text, names, null);
  const sample = judge((words) => words.orgSample(), await readSampleText(), names, null);
  const advice = note((words) => words.orgSampleAdvice());
  return { ...sample, findings: [...sample.findings, advice], isSample: true };
}

type Name = (words: OperatorWords) => string;

function judge(name: Name, text: string, env: Environment, used: CodesInUse | null): CheckedOrg {
  const refuse = (errors: readonly OrgError[]): CheckedOrg => ({
    findings: errors.map((error) => fail((words) => words.orgError(name(words), error))),
    org: null,
    isSample: false,
  });
  const loaded = loadOrg(text, env);
  if ("errors" in loaded) return refuse(loaded.errors);
  const missing = used === null ? [] : missingCodes(used, loaded.org);
  if (missing.length > 0) return refuse(missing);
  const { org } = loaded;
  const { departments, enterprises, people, chats } = org;
  const counts = {
    departments: departments.length,
    enterprises: enterprises.length,
    people: people.length,
    chats: chats.length,
  };
  const fine = ok((words) => words.orgFine(name(words), org.park.name, counts));
  // The step `reach` tells the others with what can be done.
  const warnings = loaded.warnings.filter((one) => !one.endsWith(WITHOUT_ACCOUNT) && !one.endsWith(WITHOUT_WEBHOOK));
  return { findings: [fine, ...groupWarnings(warnings).map(note)], org, isSample: false };
}

const MOST_WARNINGS = 10;

/** Those with one sentence: the first as it is told alone, and the lines of all. */
interface Warnings {
  readonly first: Said;
  readonly lines: string[];
}

const WARNING = /^line (\d+), (\S+): (.*)$/su;

/** A warning of an org file as it is told alone. */
export function warningSaid(warning: string): Said {
  const [, line, path = "", message = ""] = WARNING.exec(warning) ?? [];
  return line === undefined
    ? { text: warning, zh: orgSentence(warning) }
    : said((words) => words.orgWarning({ line, path, message }));
}

/** The warnings of an org file (`line 7, people[3]: …`), those with one sentence in one line, and ten at most. */
export function groupWarnings(warnings: readonly string[]): readonly Said[] {
  const groups = new Map<string, Warnings>();
  for (const warning of warnings) {
    const [, line = "", , sentence = warning] = WARNING.exec(warning) ?? [];
    const group: Warnings = groups.get(sentence) ?? { first: warningSaid(warning), lines: [] };
    group.lines.push(line);
    groups.set(sentence, group);
  }
  const told = [...groups].map(([sentence, { first, lines }]) =>
    lines.length === 1 ? first : said((words) => words.orgWarnings(sentence, lines.length, few(words, lines))),
  );
  if (told.length <= MOST_WARNINGS) return told;
  const more = told.length - MOST_WARNINGS;
  return [...told.slice(0, MOST_WARNINGS), said((words) => words.orgMoreWarnings(more))];
}
