import type { Times, Verdict } from "./judge.ts";
import type { Run } from "./run.ts";

/** What a run prints at its end: two tables, as docs/performance.md has them, and what is wrong. */

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);

export function reportOf(run: Run, verdict: Verdict): readonly string[] {
  const { sent, acknowledged, kept, repeated, lost, late } = verdict;
  return [
    "",
    "| sent | acknowledged | kept | repeated | lost | late |",
    "| --- | --- | --- | --- | --- | --- |",
    `| ${[sent, acknowledged, kept, repeated, lost, late.length].join(" | ")} |`,
    "",
    "|  | without a fault | while faults go on |",
    "| --- | --- | --- |",
    timesRow("receipt", verdict.receipts),
    timesRow("word to the unit", verdict.words),
    "",
    "| fault | times | seconds |",
    "| --- | --- | --- |",
    ...faultRows(run),
    "",
    `brought again by the platforms though acknowledged: ${run.repeated}; overtaken: ${run.overtaken}; asked back: ${verdict.asked}`,
    `most in a minute to one robot: ${verdict.mostInMinute}; over the limit while a clock was wrong: ${verdict.excused}`,
    `nothing waited any more after ${run.drainedAfter ?? "never"} minutes of the programs' time`,
    ...run.notes.map((note) => `note: ${note}`),
    ...late.slice(0, 20).map((one) => `late: ${one}`),
    ...Object.entries(verdict.faults).flatMap(([kind, lines]) => lines.map((line) => `FAULT, ${kind}: ${line}`)),
  ];
}

function timesRow(name: string, { calm, troubled }: { readonly calm: Times; readonly troubled: Times }): string {
  return `| ${name}, p50 (p99) of how many | ${timesOf(calm)} | ${timesOf(troubled)} |`;
}

function timesOf(times: Times): string {
  if (times.length === 0) return "none";
  const part = (share: number) => seconds(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return `${part(0.5)} (${part(0.99)}) s of ${times.length}`;
}

function faultRows({ records }: Run): readonly string[] {
  const rows = new Map<string, { times: number; milliseconds: number }>();
  for (const { name, from, to } of records.troubles) {
    const row = rows.get(name) ?? { times: 0, milliseconds: 0 };
    rows.set(name, { times: row.times + 1, milliseconds: row.milliseconds + to - from });
  }
  return [...rows].sort().map(([name, row]) => `| ${name} | ${row.times} | ${seconds(row.milliseconds)} |`);
}
