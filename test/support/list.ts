import { type CellValue, type MergeRange, writeXlsx } from "hucre";
import { type Imported, importList } from "../../src/org/list/import-list.ts";
import { loadOrg } from "../../src/org/load.ts";

/** A list as somebody filled it in: rows of cells by the name of their sheet. */
export type Filled = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

export async function excelOf(sheets: Filled, merges: Readonly<Record<string, MergeRange[]>> = {}): Promise<Buffer> {
  return Buffer.from(
    await writeXlsx({
      sheets: Object.entries(sheets).map(([name, rows]) => ({
        name,
        rows: rows.map((row) => [...row]),
        merges: merges[name] ?? [],
      })),
    }),
  );
}

/** Imports a list, into the text of an org file where one is given. */
export function imported(bytes: Buffer, into?: string, env: Record<string, string> = {}): Promise<Imported> {
  if (into === undefined) return importList(bytes, null, env);
  const loaded = loadOrg(into, env);
  if ("errors" in loaded) throw new Error(loaded.errors.map((one) => one.message).join("\n"));
  return importList(bytes, { text: into, org: loaded.org }, env);
}

/** What is wrong with a list, line by line, without the head. */
export async function mistakesIn(sheets: Filled, into?: string): Promise<readonly string[]> {
  const result = await imported(await excelOf(sheets), into);
  if (!("mistakes" in result)) throw new Error(`no mistakes, but ${JSON.stringify(result)}`);
  return result.mistakes.slice(1);
}

/** The org file of a list without mistakes, and what was said of it. */
export async function orgOf(sheets: Filled, into?: string, merges?: Readonly<Record<string, MergeRange[]>>) {
  const result = await imported(await excelOf(sheets, merges), into);
  if (!("text" in result)) throw new Error(JSON.stringify(result));
  return result;
}
