import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Duty } from "../../domain/routing/duties.ts";
import type { Example } from "../../domain/routing/model.ts";
import { ChaxuError } from "../../shared/errors.ts";

/** What the evaluation of routing and likeness reads. */

const messageSchema = z.object({ label: z.string().min(1), title: z.string().nullish(), text: z.string() });
const similarSchema = z.object({
  issue: z.string(),
  member: z.union([z.boolean(), z.number()]).transform(Boolean),
  title: z.string(),
  detail: z.string(),
});

/** A message beside a common problem. `member`: it is one of it. */
export type Similar = z.output<typeof similarSchema>;

/** Messages with their unit, one to a line as JSON: `label`, `text`, and a `title` that is put in front where the text has it not. */
export async function readMessages(file: string): Promise<readonly Example[]> {
  return (await readLines(file, messageSchema)).map(({ label, title, text }) => ({
    unit: label,
    text: title == null || text.startsWith(title) ? text : `${title}\n${text}`,
  }));
}

export function readSimilar(file: string): Promise<readonly Similar[]> {
  return readLines(file, similarSchema);
}

/** A tree of duties as CSV with a head: in the first column the unit, in the others what it is for. Only of these units. */
export async function readDuties(file: string | undefined, units: readonly string[]): Promise<readonly Duty[]> {
  const rows = file === undefined ? [] : (await textOf(file)).split(/\r?\n/).slice(1).map(cellsOf);
  return units.map((unit) => ({
    unit,
    phrases: [unit, ...rows.filter(([first]) => first === unit).flat()].filter((one) => one !== ""),
  }));
}

/** Cells may stand in quotation marks. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = ""]) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim(),
  );
}

async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<readonly T[]> {
  return (await textOf(file)).split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const read = schema.safeParse(jsonOf(line));
    if (!read.success) throw new ChaxuError("bench", `Line ${index + 1} of ${file}: ${z.prettifyError(read.error)}`);
    return [read.data];
  });
}

async function textOf(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new ChaxuError("bench", `The file ${file} cannot be read.`, { cause: error });
  });
  return text.replace(/^\uFEFF/, "");
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
