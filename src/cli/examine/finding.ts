/** One line of the doctor's report: a `fail` must be mended, a `note` is worth knowing. */
export interface Finding {
  readonly verdict: "ok" | "note" | "fail";
  /** What was looked at, in a word or two. */
  readonly step: string;
  /** One line, without secrets. Of a failure it names the line, the variable or the console page to mend. */
  readonly text: string;
}

/** The findings of one step. */
export function about(step: string) {
  const finding =
    (verdict: Finding["verdict"]) =>
    (text: string): Finding => ({ verdict, step, text });
  return { ok: finding("ok"), note: finding("note"), fail: finding("fail") };
}

/** Beyond so many names a list is only counted. */
const MOST_NAMES = 10;

/** `A, B and 12 more`. */
export function few(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length <= MOST_NAMES ? shown : `${shown} and ${names.length - MOST_NAMES} more`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
