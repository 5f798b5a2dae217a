import { readFile } from "node:fs/promises";
import { z } from "zod";
import { understand } from "../chat/understand/understand.ts";
import type { Park } from "../domain/park/park.ts";
import { ChaxuError } from "../shared/errors.ts";
import { type Judgement, judge } from "./talk/compare.ts";
import { type Line, lineSchema, type WantedStep } from "./talk/line.ts";
import { outcomeOf } from "./talk/outcome-of.ts";
import { readSamplePark } from "./talk/sample-park.ts";
import { situationOf } from "./talk/situation-of.ts";
import { SPOKEN } from "./talk/spoken.ts";
import { timesOf } from "./talk/times-of.ts";
import { runIfStarted, type Terminal } from "./terminal.ts";

/** `npm run bench:talk -- FILE.jsonl`: how well messages are understood. */

const USAGE = `How to use it:
  npm run bench:talk -- FILE.jsonl              understands each message of the file, and lists what was not right
  npm run bench:talk -- FILE.jsonl --explain    with the reason of each
  npm run bench:talk -- FILE.jsonl --json       prints the counts as JSON in its last line
  npm run bench:talk -- FILE.jsonl --time       times each message, repeated until it has 2,000 characters, instead`;

interface Judged extends Judgement {
  readonly line: Line;
  readonly outcome: readonly WantedStep[];
  readonly why: readonly string[];
}

export async function benchTalk({ words, say, complain }: Terminal): Promise<number> {
  const [file, ...more] = words.filter((word) => !word.startsWith("--"));
  if (file === undefined || more.length > 0) {
    complain(USAGE);
    return 2;
  }
  const lines = await readLines(file);
  const park = await readSamplePark();
  if (words.includes("--time")) {
    timesOf(lines, park).forEach(say);
    return 0;
  }
  const judged = lines.map((line) => judgeLine(line, park));
  for (const one of judged.filter(({ verdict, harmful }) => verdict !== "right" || harmful)) {
    say(described(one, words.includes("--explain")));
  }
  report(judged, say, words.includes("--json"));
  return 0;
}

function judgeLine(line: Line, park: Park): Judged {
  const situation = situationOf(line, park, SPOKEN);
  const understood = understand(line.text, situation);
  const outcome = outcomeOf(understood, situation);
  return { line, outcome, why: understood.why, ...judge(outcome, line, park) };
}

async function readLines(file: string): Promise<readonly Line[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new ChaxuError("bench", `The file ${file} cannot be read.`, { cause: error });
  });
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const read = lineSchema.safeParse(jsonOf(line));
    if (!read.success) throw new ChaxuError("bench", `Line ${index + 1} of ${file}: ${z.prettifyError(read.error)}`);
    return [read.data];
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function described({ line, outcome, why, verdict, harmful }: Judged, explains: boolean): string {
  const quoted = line.quote === undefined ? "" : "(quoted) ";
  const reason = explains ? `\n    why: ${why.join(", ")}` : "";
  return `${line.id} ${line.who} ${verdict}${harmful ? ", HARMFUL" : ""}: ${quoted}${line.text.replaceAll("\n", "⏎")}
    got: ${JSON.stringify(outcome)}
    want: ${line.want.map((one) => JSON.stringify(one)).join(" or ")}${reason}`;
}

function report(judged: readonly Judged[], say: Terminal["say"], json: boolean): void {
  const counts = countsOf(judged);
  const share = (part: number) => `${part} (${((100 * part) / Math.max(1, counts.total)).toFixed(1)} %)`;
  say(
    `${counts.total} messages: right ${share(counts.right)}, asked ${share(counts.asked)}, wrong ${share(counts.wrong)}, harmful ${share(counts.harmful)}`,
  );
  const roles = [...new Set(judged.map(({ line }) => line.who))];
  const byRole = Object.fromEntries(
    roles.map((role) => [role, countsOf(judged.filter(({ line }) => line.who === role))]),
  );
  for (const [role, { total, right, asked, wrong, harmful }] of Object.entries(byRole)) {
    say(`  ${role}: ${right} of ${total} right, ${asked} asked, ${wrong} wrong, ${harmful} harmful`);
  }
  if (json) say(JSON.stringify({ ...counts, byRole }));
}

function countsOf(judged: readonly Judged[]) {
  const count = (verdict: Judged["verdict"]) => judged.filter((one) => one.verdict === verdict).length;
  return {
    total: judged.length,
    right: count("right"),
    asked: count("asked"),
    wrong: count("wrong"),
    harmful: judged.filter((one) => one.harmful).length,
  };
}

await runIfStarted(import.meta.url, benchTalk);
