import { expect, inject, it } from "vitest";
import { judge } from "../support/chaos/judge.ts";
import { reportOf } from "../support/chaos/report.ts";
import { run } from "../support/chaos/run.ts";

const given = (name: string) => Number(process.env[name] ?? Number.NaN);
const minutes = given("CHAOS_MINUTES") || inject("chaosMinutes");
const seed = given("CHAOS_SEED") || Math.floor(Math.random() * 1_000_000) + 1;
const tell = (line: string) => void process.stdout.write(`${line}\n`);

/** For the start, the time in which everything is finished, and slow machines. */
const AROUND_MS = 600_000;

it(
  `three processes under load and faults for ${minutes} minutes lose, double and disorder nothing (CHAOS_SEED=${seed})`,
  async () => {
    tell(`CHAOS_SEED=${seed} CHAOS_MINUTES=${minutes}`);
    const lived = await run(seed, minutes, tell);
    const verdict = judge(lived.records);
    for (const line of reportOf(lived, verdict)) tell(line);
    expect(verdict.faults).toEqual({});
    expect(lived.drainedAfter).not.toBeNull();
    expect(new Set(lived.exits)).toEqual(new Set([0]));
  },
  minutes * 60_000 + AROUND_MS,
);
