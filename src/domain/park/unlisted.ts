/**
 * A company that the org file does not list, as it calls itself in the form: its name stands in the place of a code. No code
 * begins so.
 */
const MARK = "?";

export function unlistedCode(name: string): string {
  return `${MARK}${name}`;
}

/** What it calls itself; undefined for a code of the org file. */
export function unlistedName(code: string): string | undefined {
  return code.startsWith(MARK) ? code.slice(MARK.length) : undefined;
}
