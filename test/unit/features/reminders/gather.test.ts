import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ladderStep } from "../../../../src/domain/issue/ladder.ts";
import type { Place } from "../../../../src/domain/notice/places.ts";
import { gather, gatheredUntil, type Placed } from "../../../../src/features/reminders/gather.ts";
import { issue, ORG, on, PARK } from "../../../support/domain.ts";

const MINUTE_MS = 60_000;

function to(name: string): Place {
  const target = { kind: "person", platform: "wecom", userId: name, name } as const;
  return { target, audience: { kind: "coordinator" }, mention: [] };
}

function step(id: number, at: Date, people: readonly string[], urgent = false): Placed {
  const due = { entry: ladderStep("sign", ORG.policy), about: "power", deadline: at, at, to: ["head"] as const };
  return { issue: issue({ id, urgency: urgent ? "urgent" : "normal" }), due, places: people.map(to) };
}

const personOf = ({ places }: Placed) => JSON.stringify(places[0]?.target);
const ids = (steps: readonly Placed[]) => steps.map((one) => one.issue.id);

describe("what is due for a place", () => {
  const now = on("11-17 09:00");
  const seen = (due: readonly Placed[], ahead: readonly Placed[]) => gather({ park: PARK, now }, due, ahead);

  it("is told at once when nothing else comes there within half an hour", () => {
    const ahead = [step(2, on("11-17 09:31"), ["李敏"]), step(3, on("11-17 09:10"), ["王建国"])];
    expect(ids(seen([step(1, now, ["李敏"])], ahead).told)).toEqual([1]);
  });

  it("waits for the last of what does, by its own half hour", () => {
    const ahead = [step(2, on("11-17 09:10"), ["李敏"]), step(3, on("11-17 09:25"), ["李敏"])];
    const { told, held } = seen([step(1, now, ["李敏"])], ahead);
    expect(told).toEqual([]);
    expect(held).toEqual([{ issueId: 1, until: on("11-17 09:25") }]);
    expect(ids(seen([step(1, on("11-17 08:45"), ["李敏"])], [step(3, on("11-17 09:25"), ["李敏"])]).told)).toEqual([1]);
  });

  it("goes with the first that goes to the same place, and so does what shares a place with that", () => {
    const due = [
      step(1, on("11-17 08:31"), ["李敏"]),
      step(2, on("11-17 08:50"), ["李敏", "王建国"]),
      step(3, on("11-17 08:55"), ["王建国"]),
      step(4, on("11-17 08:55"), ["杨帆"]),
    ];
    const ahead = ["王建国", "杨帆"].map((name, index) => step(5 + index, on("11-17 09:10"), [name]));
    const { told, held } = seen(due, ahead);
    expect(ids(told)).toEqual([1, 2, 3]);
    expect(held).toEqual([{ issueId: 4, until: on("11-17 09:10") }]);
  });

  it("does not wait when it is urgent, or when the day ends before", () => {
    expect(ids(seen([step(1, now, ["李敏"], true)], [step(2, on("11-17 09:10"), ["李敏"])]).told)).toEqual([1]);
    expect(gatheredUntil(PARK.calendar, on("11-17 17:10"))).toEqual(on("11-17 17:29"));
    expect(gatheredUntil(PARK.calendar, on("11-17 11:50"))).toEqual(on("11-17 11:59"));
    expect(gatheredUntil(PARK.calendar, on("11-17 17:29"))).toEqual(on("11-17 17:29"));
  });

  it("is told in the end, each once, never more than half an hour late, and in one message for each place and half hour", () => {
    const moments = fc.array(
      fc.record({ minute: fc.integer({ min: 0, max: 100 }), person: fc.constantFrom("李敏", "王建国") }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(moments, (all) => {
        const start = on("11-17 09:00");
        const steps = all.map(({ minute, person }, index) =>
          step(index + 1, new Date(start.getTime() + minute * MINUTE_MS), [person]),
        );
        const waiting = new Set(steps);
        for (let minute = 0; minute <= 140; minute++) {
          const at = new Date(start.getTime() + minute * MINUTE_MS);
          const due = [...waiting].filter((one) => one.due.at <= at);
          const { told } = gather({ park: PARK, now: at }, due, [...waiting]);
          for (const one of told) {
            waiting.delete(one);
            expect(at.getTime() - one.due.at.getTime()).toBeLessThanOrEqual(30 * MINUTE_MS);
          }
          const places = new Set(told.map(personOf));
          // Nothing that is due stays behind when something goes to its place.
          expect(due.filter((one) => waiting.has(one) && places.has(personOf(one)))).toEqual([]);
          // Nor does anything come that could have gone with what comes within its half hour.
          for (const one of told) {
            const soon = [...waiting].filter((other) => personOf(other) === personOf(one) && other.due.at > at);
            const first = Math.min(...told.filter((t) => personOf(t) === personOf(one)).map((t) => +t.due.at));
            expect(soon.filter((other) => +other.due.at <= first + 30 * MINUTE_MS)).toEqual([]);
          }
        }
        expect(waiting.size).toBe(0);
      }),
    );
  });
});
