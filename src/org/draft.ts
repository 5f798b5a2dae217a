import type { Org } from "../domain/park/org.ts";
import type { Path } from "./document.ts";
import { hint } from "./suggest.ts";

/** A part of the org file whose shape was refused is undefined; the rest is looked at all the same. */
export type Draft = Loose<Org>;

type Loose<T> = T extends readonly (infer E)[]
  ? readonly (Loose<E> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
    : T;

export interface Report {
  error(path: Path, message: string): void;
  warn(path: Path, message: string): void;
  /** Whether a value stands in the file itself rather than in the environment. */
  inFile(path: Path): boolean;
}

export function codesOf(
  list: readonly ({ readonly code?: string | undefined } | undefined)[] | undefined,
): readonly string[] {
  return (list ?? []).flatMap((one) => (one?.code === undefined ? [] : [one.code]));
}

/** Whether the code of a `what` exists; false without a word when there is none to look at. */
export function checkReference(
  code: string | undefined,
  { what, known }: { readonly what: string; readonly known: readonly string[] },
  path: Path,
  report: Report,
): boolean {
  if (code === undefined) return false;
  if (known.includes(code)) return true;
  const shown = report.inFile(path) ? ` "${code}"` : "";
  report.error(path, `names a ${what}${shown} that is not in the file${hint(code, known, "known codes")}`);
  return false;
}
