import { expect, it } from "vitest";
import { liveThrough } from "../support/lives.ts";
import { expectNobodyForgotten, expectPromisesKept } from "../support/promises.ts";
import { openPark } from "../support/story.ts";

it("over a year of 500 random lives nothing is forgotten, repeated, out of order, at night, or in the wrong place", async () => {
  const span = {
    issues: 500,
    seed: 2026,
    from: new Date("2026-01-05T09:00:00+08:00"),
    to: new Date("2026-12-31T17:30:00+08:00"),
  };
  const park = await openPark("2026-01-05T08:00:00+08:00");
  await liveThrough(park, span, () => expectNobodyForgotten(park));
  const { sent, steps } = await expectPromisesKept(park);
  process.stdout.write(
    `${park.sandbox.world.messages.length} messages, ${sent} reminders in them, ${steps} steps that came due\n`,
  );
  expect(sent).toBeGreaterThan(1000);
});
