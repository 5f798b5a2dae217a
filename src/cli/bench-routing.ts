import type { Example } from "../domain/routing/model.ts";
import { type Alike, measureLikeness } from "./routing/likeness.ts";
import { type Measured, measure, shuffled } from "./routing/measure.ts";
import { withoutNear } from "./routing/near.ts";
import { readDuties, readMessages, readSimilar } from "./routing/read.ts";
import { runIfStarted, type Terminal } from "./terminal.ts";

/** `npm run bench:routing`: how well messages are routed, and how well alike ones are found. */

const USAGE = `How to use it:
  npm run bench:routing -- --train A.jsonl --test B.jsonl    learns from the one, and asks the other
  npm run bench:routing -- --split A.jsonl                   four fifths and one fifth of one file, five times, without near repeats
      --duties TREE.csv      what each unit is for: in the first column the unit, in the others its duties
      --similar C.jsonl      how alike messages about one matter are, beside messages that only sound like it
      --json                 prints the figures as JSON in the last line`;

const OPTIONS = ["train", "test", "split", "duties", "similar"] as const;
type Options = Partial<Record<(typeof OPTIONS)[number], string>>;

export async function benchRouting({ words, say, complain }: Terminal): Promise<number> {
  const options = optionsIn(words.filter((word) => word !== "--json"));
  if (options === null) {
    complain(USAGE);
    return 2;
  }
  const { measured, background } = await measureAll(options);
  told(measured).forEach(say);
  const alike = options.similar === undefined ? null : measureLikeness(await readSimilar(options.similar), background);
  if (alike !== null) toldAlike(alike).forEach(say);
  if (words.includes("--json")) say(JSON.stringify({ ...measured, ...(alike !== null && { similar: alike }) }));
  return 0;
}

/** Null: they are none. */
function optionsIn(words: readonly string[]): Options | null {
  const options: Options = {};
  for (let at = 0; at < words.length; at += 2) {
    const name = OPTIONS.find((one) => words[at] === `--${one}`);
    const value = words[at + 1];
    if (name === undefined || value === undefined || value.startsWith("--") || options[name] !== undefined) return null;
    options[name] = value;
  }
  const { train, test, split } = options;
  const isPair = train !== undefined && test !== undefined && split === undefined;
  return isPair || (split !== undefined && train === undefined && test === undefined) ? options : null;
}

const SEEDS = [1, 2, 3, 4, 5];
const TRAINED = 0.8;

async function measureAll({ train = "", test = "", split, duties }: Options) {
  if (split === undefined) {
    const background = await readMessages(train);
    const table = await readDuties(duties, unitsOf(background));
    return { measured: measure(background, await readMessages(test), table), background };
  }
  const all = await readMessages(split);
  const table = await readDuties(duties, unitsOf(all));
  const each = SEEDS.map((seed) => {
    const mixed = shuffled(all, seed);
    const cut = Math.floor(mixed.length * TRAINED);
    const own = mixed.slice(0, cut);
    return measure(own, withoutNear(mixed.slice(cut), own), table);
  });
  return { measured: meanOf(each), background: all };
}

/** Those that examples know; a message of another one is always wrong. */
function unitsOf(examples: readonly Example[]): readonly string[] {
  return [...new Set(examples.map(({ unit }) => unit))].toSorted();
}

function meanOf(each: readonly Measured[]): Measured {
  const mean = (of: (one: Measured) => number) => each.reduce((sum, one) => sum + of(one), 0) / each.length;
  return {
    accuracy: mean((one) => one.accuracy),
    macroF1: mean((one) => one.macroF1),
    top2: mean((one) => one.top2),
    coverageAt96: mean((one) => one.coverageAt96),
    automatic: {
      coverage: mean((one) => one.automatic?.coverage ?? 0),
      precision: mean((one) => one.automatic?.precision ?? 1),
    },
    coldStart: Object.fromEntries(
      Object.keys(each[0]?.coldStart ?? {}).map((count) => [count, mean((one) => one.coldStart[count] ?? 0)]),
    ),
    msPerMessage: mean((one) => one.msPerMessage),
    trainMs: mean((one) => one.trainMs),
    bytes: mean((one) => one.bytes),
  };
}

function told(measured: Measured): readonly string[] {
  const { automatic } = measured;
  return [
    `accuracy ${share(measured.accuracy)}, macro-F1 ${share(measured.macroF1)}, top 2 ${share(measured.top2)}`,
    `coverage at 96 % precision ${share(measured.coverageAt96)}`,
    automatic === null
      ? "by itself: nothing, because too little is known"
      : `by itself: ${share(automatic.coverage)} of the messages, of which ${share(automatic.precision)} are right`,
    `by examples a unit: ${Object.entries(measured.coldStart)
      .map(([count, accuracy]) => `${count}: ${share(accuracy)}`)
      .join(", ")}`,
    `${measured.msPerMessage.toFixed(2)} ms a message, ${Math.round(measured.trainMs)} ms to learn, ${Math.round(measured.bytes)} bytes`,
  ];
}

function toldAlike({ auc, groups, precisionOfGroups }: Alike): readonly string[] {
  const right = precisionOfGroups === null ? "" : `, ${share(precisionOfGroups)} of their pairs belong together`;
  return [`likeness: AUC ${auc.toFixed(4)}; ${groups} groups proposed${right}`];
}

function share(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

await runIfStarted(import.meta.url, benchRouting);
