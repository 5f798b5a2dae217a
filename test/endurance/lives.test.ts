import { expect, it } from "vitest";
import { liveThrough } from "../support/lives.ts";
import { expectNobodyForgotten, expectPromisesKept, Witness } from "../support/promises.ts";
import { openPark } from "../support/story.ts";
import { told } from "../support/told.ts";

/** In short over the week of National Day, in full over a year. `sent` and `steps`: that there was something to keep. */
const { issues, seed, from, to, sent, steps } = told({
  short: { issues: 2, seed: 20261116, from: "2026-09-25", to: "2026-10-09", sent: 1, steps: 1 },
  full: { issues: 500, seed: 2026, from: "2026-01-05", to: "2026-12-31", sent: 1000, steps: 1000 },
});

it(`from ${from} to ${to}, over ${issues} random lives nothing is forgotten, repeated, out of order, at night, or in the wrong place`, async () => {
  const park = await openPark(`${from}T08:00:00+08:00`);
  const span = { issues, seed, from: new Date(`${from}T09:00:00+08:00`), to: new Date(`${to}T17:30:00+08:00`) };
  const witness = new Witness();
  await liveThrough(park, span, async () => {
    await expectNobodyForgotten(park);
    await witness.look(park);
  });
  const kept = await expectPromisesKept(park, witness);
  expect(kept.sent).toBeGreaterThan(sent);
  expect(kept.steps).toBeGreaterThan(steps);
});
