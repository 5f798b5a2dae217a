import { few } from "./finding.ts";

const MOST = 10;

/** The warnings of an org file (`line 7, people[3]: …`), those with one sentence in one line, and ten at most. */
export function groupWarnings(warnings: readonly string[]): readonly string[] {
  const groups = new Map<string, { readonly first: string; readonly lines: string[] }>();
  for (const warning of warnings) {
    const [, line = "", sentence = warning] = /^line (\d+), \S+: (.*)$/su.exec(warning) ?? [];
    const group = groups.get(sentence) ?? { first: warning, lines: [] };
    group.lines.push(line);
    groups.set(sentence, group);
  }
  const told = [...groups].map(([sentence, { first, lines }]) =>
    lines.length === 1 ? first : `${lines.length} times, each ${sentence} (lines ${few(lines)})`,
  );
  if (told.length <= MOST) return told;
  return [...told.slice(0, MOST), `${told.length - MOST} more: npm run org -- check FILE tells all`];
}
