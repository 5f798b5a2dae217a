import { normaliseName } from "../domain/park/directory.ts";
import { PLATFORMS, type PlatformName, type Role } from "../domain/park/org.ts";
import type { Path } from "./document.ts";
import { checkReference, codesOf, type Draft, type Report } from "./draft.ts";
import { spanOf } from "./schema.ts";
import { checkDigests, checkThemeDay } from "./validate-schedule.ts";
import { webhookProblem } from "./webhook.ts";
import { VERIFY } from "./zh-cn-commands.ts";

/** Warnings of what the doctor, who knows the roads, looks at itself. */
export const WITHOUT_ACCOUNT = `has neither wecom nor dingtalk: known in chat once they have said who they are and the coordinator has confirmed it (${VERIFY})`;
export const WITHOUT_WEBHOOK =
  "is a WeCom group without a webhook: nobody can be alerted by name there, and without a long connection nothing is posted";

/** What one field of the org file says about another. `hosts` are further hosts that webhooks may have, for each platform. */
export function checkOrg(org: Draft, report: Report, hosts: Readonly<Record<PlatformName, readonly string[]>>): void {
  checkPark(org, report);
  for (const list of ["departments", "categories", "enterprises", "chats"] as const) {
    checkUnique(fieldsOf(org[list], "code", [list]), (text) => text, report);
  }
  for (const list of ["departments", "categories", "enterprises"] as const) {
    checkUnique(namesOf(org[list], [list]), normaliseName, report);
  }
  checkUnique(fieldsOf(org.people, "name", ["people"]), normaliseName, report);
  checkDepartments(org, report);
  checkCategories(org, report);
  checkPeople(org, report);
  checkChats(org, report, hosts);
  checkDigests(org, report);
  checkThemeDay(org, report);
  for (const code of Object.keys(org.policy?.categories ?? {})) {
    checkReference(code, { what: "category", known: codesOf(org.categories) }, ["policy", "categories", code], report);
  }
}

interface Found {
  readonly text: string;
  readonly path: Path;
  /** The entry it belongs to: an entry may repeat itself. */
  readonly owner: unknown;
}

function checkPark({ park, holidays }: Draft, report: Report): void {
  let earlier: { end: number } | undefined;
  for (const [index, text] of (park?.workingHours ?? []).entries()) {
    const span = text === undefined ? undefined : spanOf(text);
    if (span === undefined) continue;
    if (earlier !== undefined && span.start < earlier.end) {
      report.error(
        ["park", "workingHours", index],
        "begins before the span above it ends: write the spans in order and apart",
      );
    }
    earlier = span;
  }
  const off = new Set(holidays?.off);
  for (const [index, date] of (holidays?.on ?? []).entries()) {
    if (date !== undefined && off.has(date)) {
      report.error(["holidays", "on", index], `${date} is also in holidays.off: keep it in one of the two`);
    }
  }
}

function checkDepartments({ departments = [] }: Draft, report: Report): void {
  const codes = codesOf(departments);
  for (const [index, one] of departments.entries()) {
    if (one === undefined) continue;
    const path = ["departments", index];
    if (one.trackedBy === undefined) {
      if (one.level === "city")
        report.warn(path, "is a city unit without trackedBy: no park department follows its issues");
      continue;
    }
    if (one.level !== "city") {
      report.error([...path, "trackedBy"], "is only for a city unit: write `level: city`, or take trackedBy away");
      continue;
    }
    if (!checkReference(one.trackedBy, { what: "department", known: codes }, [...path, "trackedBy"], report)) continue;
    if (departments.find((other) => other?.code === one.trackedBy)?.level === "city") {
      report.error(
        [...path, "trackedBy"],
        `names "${one.trackedBy}", which is a city unit itself: name a department of the park`,
      );
    }
  }
}

function checkCategories({ categories = [], departments }: Draft, report: Report): void {
  const units = { what: "department", known: codesOf(departments) };
  const owners = new Map<string, number>();
  for (const [index, one] of categories.entries()) {
    if (one === undefined) continue;
    const path = ["categories", index];
    checkReference(one.department, units, [...path, "department"], report);
    for (const [place, keyword] of (one.keywords ?? []).entries()) {
      if (keyword === undefined) continue;
      const owner = owners.get(normaliseName(keyword));
      if (owner === undefined) owners.set(normaliseName(keyword), index);
      else if (owner !== index) {
        const { name, code } = categories[owner] ?? {};
        report.warn(
          [...path, "keywords", place],
          `"${keyword}" is also a keyword of "${name ?? code ?? `categories[${owner}]`}": by this word alone nothing is routed`,
        );
      }
    }
  }
}

const BELONGS_TO: Readonly<Record<Role, "enterprise" | "department" | null>> = {
  liaison: "enterprise",
  officer: "department",
  head: "department",
  coordinator: null,
  leader: null,
  admin: null,
};

function checkPeople({ people = [], departments, enterprises }: Draft, report: Report): void {
  const known = { enterprise: codesOf(enterprises), department: codesOf(departments) };
  for (const [index, one] of people.entries()) {
    if (one === undefined) continue;
    const path = ["people", index];
    for (const field of ["enterprise", "department"] as const) {
      const code = one[field];
      const needed = one.role !== undefined && BELONGS_TO[one.role] === field;
      if (code !== undefined) {
        checkReference(code, { what: field, known: known[field] }, [...path, field], report);
        if (one.role !== undefined && !needed) report.warn([...path, field], `has no effect for the role ${one.role}`);
      } else if (needed) {
        report.error(path, `is a person of the role ${one.role}, which needs \`${field}:\` with the code of one`);
      }
    }
    if (one.wecom === undefined && one.dingtalk === undefined) {
      report.warn(path, WITHOUT_ACCOUNT);
    }
  }
  for (const platform of PLATFORMS) checkUnique(fieldsOf(people, platform, ["people"]), (text) => text, report);
  if (!people.some((one) => one?.role === "coordinator")) {
    report.warn(["people"], "has no coordinator: nobody can dispatch what is not routed by itself");
  }
}

function checkChats(
  { chats = [], departments }: Draft,
  report: Report,
  hosts: Readonly<Record<PlatformName, readonly string[]>>,
): void {
  const units = { what: "department", known: codesOf(departments) };
  for (const [index, one] of chats.entries()) {
    if (one === undefined) continue;
    const path = ["chats", index];
    if (one.department !== undefined) {
      checkReference(one.department, units, [...path, "department"], report);
      if (one.audience !== undefined && one.audience !== "department") {
        report.warn([...path, "department"], `has no effect in a chat of the audience ${one.audience}`);
      }
    } else if (one.audience === "department") {
      report.error(path, "is a chat of the audience department, which needs `department:` with the code of one");
    }
    if (one.webhook !== undefined && one.platform !== undefined) {
      const problem = webhookProblem(one.webhook, one.platform, hosts[one.platform]);
      if (problem !== undefined) report.error([...path, "webhook"], problem);
    }
    if (one.webhook === undefined && one.platform === "wecom") {
      report.warn(path, WITHOUT_WEBHOOK);
    }
    if (one.secret !== undefined && (one.platform === "wecom" || one.webhook === undefined)) {
      report.error([...path, "secret"], "is only for a DingTalk group with a webhook: take it away");
    }
    for (const field of ["webhook", "secret"] as const) {
      if (one[field] !== undefined && report.inFile([...path, field])) {
        report.warn(
          [...path, field],
          "is a secret in the file itself: write `${NAME}` and set NAME in the environment",
        );
      }
    }
  }
  for (const platform of PLATFORMS) {
    const ids = fieldsOf(chats, "chatId", ["chats"]).filter(
      ({ path }) => chats[Number(path[1])]?.platform === platform,
    );
    checkUnique(ids, (text) => text, report);
  }
}

function fieldsOf<K extends string>(
  list: readonly ({ readonly [key in K]?: string | undefined } | undefined)[] | undefined,
  field: K,
  path: Path,
): readonly Found[] {
  return (list ?? []).flatMap((owner, index) => {
    const text = owner?.[field];
    return text === undefined ? [] : [{ text, path: [...path, index, field], owner }];
  });
}

type NamedDraft = {
  readonly name?: string | undefined;
  readonly aliases?: readonly (string | undefined)[] | undefined;
};

function namesOf(list: readonly (NamedDraft | undefined)[] | undefined, path: Path): readonly Found[] {
  return (list ?? []).flatMap((owner, index) => {
    const names = [
      { text: owner?.name, path: [...path, index, "name"] },
      ...(owner?.aliases ?? []).map((text, place) => ({ text, path: [...path, index, "aliases", place] })),
    ];
    return names.flatMap((one) => (one.text === undefined ? [] : [{ text: one.text, path: one.path, owner }]));
  });
}

function checkUnique(found: readonly Found[], keyOf: (text: string) => string, report: Report): void {
  const first = new Map<string, Found>();
  for (const one of found) {
    const earlier = first.get(keyOf(one.text));
    if (earlier === undefined) first.set(keyOf(one.text), one);
    else if (earlier.owner !== one.owner) {
      const shown = report.inFile(one.path) ? `"${one.text}"` : "the value";
      report.error(
        one.path,
        `${shown} is already used by ${String(earlier.path[0])}[${String(earlier.path[1])}]: each must be its own`,
      );
    }
  }
}
