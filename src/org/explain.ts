import { z } from "zod";
import type { OrgDocument, Path } from "./document.ts";
import { hint, likeliest } from "./suggest.ts";

export interface Finding {
  readonly path: Path;
  readonly message: string;
}

/** Says what zod found in the words of the org file. A missing field that was only misspelt is not said twice. */
export function explain(
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  document: OrgDocument,
): readonly Finding[] {
  const unknown = issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [];
    const path = plainPath(issue.path);
    const fields = fieldsAt(schema, path);
    return issue.keys.map((key) => ({ parent: path, key, likely: likeliest(key, fields), fields }));
  });
  const misspelt = (path: Path) =>
    unknown.some(({ parent, likely }) => same(parent, path.slice(0, -1)) && likely === path.at(-1));
  return [
    ...unknown.map(({ parent, key, fields }) => ({
      path: [...parent, key],
      message: `unknown field${hint(key, fields, "known fields")}`,
    })),
    ...issues.flatMap((issue) => {
      if (issue.code === "unrecognized_keys") return [];
      const path = plainPath(issue.path);
      const value = valueAt(document.data, path);
      if (value === undefined && misspelt(path)) return [];
      return [{ path, message: sentence(issue, value, path, document) }];
    }),
  ];
}

export function plainPath(path: readonly PropertyKey[]): Path {
  return path.map((part) => (typeof part === "number" ? part : String(part)));
}

export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
    data,
  );
}

function same(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  array: "a list, like [a, b]",
  object: "a mapping, like { name: … }",
  record: "a mapping, like { name: … }",
};

function sentence(issue: z.core.$ZodIssue, value: unknown, path: Path, document: OrgDocument): string {
  if (issue.code === "invalid_value") {
    const options = issue.values.map(String);
    if (value === undefined) return `is missing: write one of ${options.join(", ")}`;
    const shown = typeof value === "string" && !document.isFromEnvironment(path) ? `"${value}" ` : "";
    const likely = typeof value === "string" ? likeliest(value, options) : undefined;
    return `${shown}must be one of ${options.join(", ")}${likely === undefined ? "" : `; did you mean "${likely}"?`}`;
  }
  if (issue.code === "invalid_type") {
    const wanted = KINDS[issue.expected] ?? issue.expected;
    if (value === undefined) return `is missing: it must be ${wanted}`;
    const source = document.sourceOf(path);
    if (issue.expected === "string" && source !== undefined) {
      return `must be text: put it in quotes, "${source}" (without them leading zeros and long numbers are lost)`;
    }
    return `must be ${wanted}`;
  }
  if (issue.code === "invalid_union") {
    return "must be a number with m, h or d, like 4h or 1d, or one for each urgency, like { urgent: 1h, normal: 4h }";
  }
  return issue.message;
}

/** The names of the fields that the schema knows at this path. */
function fieldsAt(schema: z.ZodType, path: Path): readonly string[] {
  let place: unknown = bare(schema);
  for (const part of path) {
    if (place instanceof z.ZodObject) place = bare(Reflect.get(place.shape, part));
    else if (place instanceof z.ZodArray) place = bare(place.element);
    else if (place instanceof z.ZodRecord) place = bare(place.valueType);
    else return [];
  }
  return place instanceof z.ZodObject ? Object.keys(place.shape) : [];
}

function bare(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) {
    return bare(schema.unwrap());
  }
  return schema;
}
