import type { Comparison } from "../../domain/routing/compare.ts";
import { counted } from "./doctor.ts";
import { IN_LANGUAGE } from "./tools.ts";

/** What the tool `route` says, in English. The type of it is what the Chinese form has to say. */

/** What routing would do with a message, in words. */
interface ToldProposal {
  /** Line 12, or #12 with its title. */
  readonly row: string;
  /** Each with why; the only one where it goes there by itself. */
  readonly choices: readonly string[];
  readonly isSure: boolean;
  /** Null: not known. */
  readonly decided: string | null;
  readonly hit: "first" | "among" | "wrong" | null;
}

type ToldComparison = Omit<Comparison, "mistakes">;

const HITS = { first: "right", among: "among those suggested", wrong: "WRONG" };

export const ROUTE_EN = {
  routeUsage: `How to use it:
  npm run route -- FILE.jsonl [--json]              what routing would do with messages, one to a line: {"text": …}, perhaps with title, category,
                                                    company, and unit (or label): who it went to. A file of plain text has one message a line.
  npm run route -- --month 2026-10 [--json]         the same with the issues that were raised in a month (last: last month), and what was decided
                                                    --json prints a line of JSON for each, and the figures in the last one
Nothing is filed or changed. ${IN_LANGUAGE}`,
  routing: () => "routing",
  routeLine: (line: number) => `line ${line}`,
  routeLineProblem: {
    "no-json": () => 'is no JSON object, and is left out: write {"text": "…"}',
    "no-text": () => "has no text, and is left out: write the message as text",
    "no-words": (field: string) => `has something else than a text as ${field}, and is left out: write it in quotes`,
  },
  routed: ({ row, choices, isSure, decided, hit }: ToldProposal) => {
    const what = isSure
      ? `by itself to ${choices.join("")}`
      : choices.length === 0
        ? "to the coordinator, with no suggestion"
        : `to the coordinator, who is suggested ${choices.join("; ")}`;
    return `${row}: ${what}${decided === null ? "" : `. Decided: ${decided}${hit === null ? "" : `, ${HITS[hit]}`}`}`;
  },
  routeFigures: (of: ToldComparison) => [
    `${counted(of.messages, "message")}; to a unit by themselves would go ${share(of.automatic, of.messages)}.`,
    ...(of.decided === 0
      ? ["Of none is it known what was decided: nothing can be compared."]
      : [
          `Compared with what was decided for ${of.decided}: by itself right ${share(of.automaticRight, of.automaticDecided)}; right first ${share(of.first, of.decided)}; right among three ${share(of.among, of.decided)}.`,
        ]),
  ],
  routeMistakes: () => "Where it was decided otherwise, the most frequent first:",
  routeMistake: (decided: string, proposed: string | null, count: number, automatic: number) =>
    `  ${count} × ${decided}, proposed ${proposed ?? "nobody"}${automatic === 0 ? "" : ` (${automatic} by itself)`}`,
  routeLeftOut: (count: number, first: string) => `${counted(count, "line")} left out, the first: ${first}`,
  routeUnknown: (units: readonly string[], count: number) =>
    `${counted(count, "message")} not compared, because the org file has no such unit: ${units.join(", ")}.`,
  routeKnows: (version: number, leastCases: number) =>
    version === 0
      ? "Nothing was learned yet: the duty table and like issues decide alone."
      : `With what was learned as version ${version}, for units with at least ${leastCases} decisions.`,
  routeWasLearned: () =>
    "These decisions were partly learned from, which flatters it: npm run bench:routing and the page /routing of the board say what it does with what it has not seen.",
  routeNoMonth: (word: string) => `${word} is no month that has begun: write it as 2026-10, or last.`,
  routeOnPage: () => "While the program runs on the embedded database, the page /routing of its board does the same.",
  routeEmpty: (name: string) => `${name} holds no message.`,
  routeUnread: (name: string, code: string) => `${name} cannot be read (${code}).`,
  routeTooLarge: (name: string, megabytes: number) => `${name} is larger than ${megabytes} MB: divide it.`,
  routeNoText: (name: string) => `${name} is no text in UTF-8: save it as UTF-8.`,
};
export type RouteWords = typeof ROUTE_EN;

function share(part: number, whole: number): string {
  return whole === 0 ? "0 of 0" : `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
}
