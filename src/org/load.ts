import type { Org } from "../domain/park/org.ts";
import { type OrgDocument, type OrgError, type Path, pathText, readDocument } from "./document.ts";
import type { Draft, Report } from "./draft.ts";
import { explain, plainPath, valueAt } from "./explain.ts";
import { orgSchema } from "./schema.ts";
import { checkOrg } from "./validate.ts";
import { checkLadder } from "./validate-policy.ts";
import { configuredHosts } from "./webhook.ts";

export type LoadedOrg = { readonly org: Org; readonly warnings: string[] } | { readonly errors: OrgError[] };

/**
 * Reads an org file (YAML 1.2). `${NAME}` in any text is replaced from `env`. Gives the org and what is doubtful, or
 * every error at once in the order of the lines. Never throws; no error or warning repeats a value of the environment.
 */
export function loadOrg(text: string, env: Readonly<Record<string, string | undefined>>): LoadedOrg {
  const document = readDocument(text, env);
  if (!("data" in document)) return { errors: [...document.errors] };
  const shape = orgSchema.safeParse(document.data);
  const errors = [...document.errors];
  const warnings: OrgError[] = [];
  const add = (list: OrgError[], path: Path, message: string) => {
    if (document.unset.some((unset) => startsWith(path, unset))) return;
    list.push({ path: pathText(path), line: document.lineOf(path), message });
  };
  if (!shape.success) {
    for (const { path, message } of explain(shape.error.issues, orgSchema, document)) add(errors, path, message);
  }
  const report: Report = {
    error: (path, message) => add(errors, path, message),
    warn: (path, message) => add(warnings, path, message),
    inFile: (path) => !document.isFromEnvironment(path),
  };
  checkOrg(shape.success ? shape.data : draftOf(document, shape.error.issues), report, configuredHosts(env));
  // The steps are counted in the park's hours: only a park that is right has them.
  if (shape.success && errors.length === 0) checkLadder(shape.data, report);
  const byLine = (one: OrgError, other: OrgError) => one.line - other.line;
  if (!shape.success || errors.length > 0) return { errors: errors.toSorted(byLine) };
  return {
    org: shape.data,
    warnings: warnings.toSorted(byLine).map(({ path, line, message }) => `line ${line}, ${path}: ${message}`),
  };
}

/**
 * The data without what has the wrong shape, so that the rest can be checked in the same run.
 * The cast holds because zod named every place that is not of the type, and each of them is taken out here.
 */
function draftOf(document: OrgDocument, issues: readonly { code: string; path: readonly PropertyKey[] }[]): Draft {
  const data: unknown = structuredClone(document.data);
  const wrong = issues
    .filter(({ code }) => code === "invalid_type" || code === "invalid_value" || code === "invalid_union")
    .map(({ path }) => plainPath(path));
  for (const path of [...wrong, ...document.unset]) {
    const parent = valueAt(data, path.slice(0, -1));
    const last = path.at(-1);
    if (last !== undefined && typeof parent === "object" && parent !== null) Reflect.set(parent, last, undefined);
  }
  return data as Draft;
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((part, index) => path[index] === part);
}
