import { expect, it } from "vitest";
import { liveThrough } from "../support/lives.ts";
import { expectNobodyForgotten, expectPromisesKept } from "../support/promises.ts";
import { openPark } from "../support/story.ts";

it("over four weeks of 20 random lives nothing is forgotten, repeated, out of order, at night, or in the wrong place", async () => {
  const span = {
    issues: 20,
    seed: 20261116,
    from: new Date("2026-09-14T09:00:00+08:00"),
    to: new Date("2026-10-16T17:30:00+08:00"),
  };
  const park = await openPark("2026-09-14T08:00:00+08:00");
  await liveThrough(park, span, () => expectNobodyForgotten(park));
  const { sent, steps } = await expectPromisesKept(park);
  // The control: there was something to be kept.
  expect(sent).toBeGreaterThan(30);
  expect(steps).toBeGreaterThan(30);
});
