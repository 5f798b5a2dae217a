import type { Org } from "../../domain/park/org.ts";
import {
  DIGEST_OF,
  formSentence,
  KIND_NAMES,
  ROLE_NEEDS,
  stillUsed,
  THEME_DAY,
  TRACKED_UNITS,
  type UsedBy,
} from "../../messages/zh-cn/admin.ts";
import type { OrgError } from "../../org/document.ts";
import type { Reference } from "../../org/used.ts";
import { digestName } from "./entries.ts";
import { choicesFor, KINDS, labelOf } from "./kinds.ts";

/** What the check of the org says, with the names that a form and its page have for things. */

const PLACE = /\b([a-zA-Z]+)\[(\d+)\]/gu;
const NEEDS = /^is a person of the role ([a-z]+), which needs `([a-z]+):`/;

/** 人员「王建国」钉钉 userId：…; `nameAt`: how the entry at a place of its list is called after the change. */
export function errorSentence(
  { path, message }: Pick<OrgError, "path" | "message">,
  nameAt: (section: string, at: number) => string,
): string {
  const [, section = "", at = "", rest = ""] = /^([a-zA-Z]+)(?:\[(\d+)\])?(.*)$/u.exec(path) ?? [];
  const kind = KINDS.find((one) => one.section === section);
  const needs = NEEDS.exec(message);
  const said =
    needs === null || kind === undefined
      ? formSentence(message).replace(PLACE, (_all, list: string, index: string) =>
          named(list, nameAt(list, Number(index))),
        )
      : ROLE_NEEDS(choicesFor("role").find(({ code }) => code === needs[1])?.text ?? "", labelOf(kind, needs[2] ?? ""));
  if (kind === undefined || at === "") return path === "" || kind !== undefined ? said : `${path}：${said}`;
  const [field = ""] = rest.slice(1).split(/[.[]/u);
  const label = field === "" ? "" : labelOf(kind, field);
  return `${named(section, nameAt(section, Number(at)))}${label}：${said}`;
}

const WARNING = /^line \d+, (\S+): (.*)$/su;

/** What is doubtful of an org that came into force and was not before: with the names that people have for things. */
export function warningsAnew(
  before: readonly string[],
  after: readonly string[],
  written: Readonly<Record<string, unknown>>,
  org: Org,
): readonly string[] {
  // The lines are others as soon as one is added.
  const bare = (warning: string) => warning.replace(/^line \d+, /u, "");
  const known = new Set(before.map(bare));
  const nameAt = namesAfter(written, org);
  return after
    .filter((one) => !known.has(bare(one)))
    .map((one) => {
      const [, path = "", message = one] = WARNING.exec(one) ?? [];
      return errorSentence({ path, message }, nameAt);
    });
}

function named(section: string, name: string): string {
  const kind = KINDS.find((one) => one.section === section);
  return `${kind === undefined ? section : KIND_NAMES[kind.name]}${name === "" ? "" : `「${name}」`}`;
}

/** What keeps an entry where it is. */
export function usedSentence(name: string, references: readonly Reference[]): string {
  const groups = new Map<string, string[]>();
  for (const one of references) groups.set(labelFor(one), [...(groups.get(labelFor(one)) ?? []), one.name]);
  const uses = [...groups].map(
    ([label, names]): UsedBy => ({ label, names: names.every((one) => one === "") ? DIGEST_OF(names.length) : names }),
  );
  return stillUsed(name, uses);
}

function labelFor({ section, field }: Reference): string {
  if (field === "trackedBy") return TRACKED_UNITS;
  if (section === "themeDay") return THEME_DAY;
  const kind = KINDS.find((one) => one.section === section);
  return kind === undefined ? section : KIND_NAMES[kind.name];
}

/** How an entry of an org that was not taken is called: by its name, else by the one that it had; one without any is not named. */
export function namesAfter(
  written: Readonly<Record<string, unknown>>,
  before: Org,
): (section: string, at: number) => string {
  return (section, at) => {
    const list: unknown = written[section];
    const entry: unknown = Array.isArray(list) ? list[at] : undefined;
    const fields: Readonly<Record<string, unknown>> =
      typeof entry === "object" && entry !== null ? Object.fromEntries(Object.entries(entry)) : {};
    const name = fields["name"];
    if (typeof name === "string" && name.trim() !== "") return name;
    if (section === "digests") return digestCalled(fields, before);
    const kind = KINDS.find((one) => one.section === section);
    const had: readonly object[] = kind === undefined ? [] : before[kind.section];
    const same = had.find((one) => "code" in one && one.code === fields["code"]);
    return same !== undefined && "name" in same ? String(same.name) : "";
  };
}

function digestCalled({ kind, chat }: Readonly<Record<string, unknown>>, before: Org): string {
  if (typeof kind !== "string") return "";
  return digestName(before, typeof chat === "string" ? `${kind} in chat ${chat}` : `${kind} to the coordinators`);
}

/** Of what open issues still use, the name in place of the code. */
export function nameOfCode(sentence: string, path: string, org: Org): string {
  const kind = KINDS.find(({ section }) => section === path);
  if (kind === undefined) return sentence;
  const list: readonly object[] = org[kind.section];
  return sentence.replace(/「([a-z0-9-]+)」/u, (all, code: string) => {
    const found = list.find((one) => "code" in one && one.code === code);
    const name = found !== undefined && "name" in found ? String(found.name) : undefined;
    return name === undefined ? all : `「${name}」`;
  });
}
