import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Absence, createRoster, type Duty } from "../../../../src/domain/park/roster.ts";
import { on } from "../../../support/domain.ts";

const duty = (department: string, person: string): Duty => ({
  department,
  person,
  since: on("11-16 09:00"),
  until: null,
});
const away = (person: string, substitute: string): Absence => ({
  person,
  substitute,
  since: on("11-16 09:00"),
  until: on("11-20 17:30"),
});

describe("the roster", () => {
  it("knows who is on duty: the one who was named last", () => {
    const roster = createRoster([duty("power", "王建国"), duty("power", "刘洋")], [], []);
    expect([roster.onDuty("power"), roster.onDuty("works")]).toEqual(["刘洋", null]);
  });

  it("follows from a substitute who is away to the next, and stays with the first when nobody is there", () => {
    const chain = createRoster([], [away("王建国", "刘洋"), away("刘洋", "杨帆")], []);
    expect([chain.standIn("王建国"), chain.standIn("刘洋"), chain.standIn("杨帆")]).toEqual(["杨帆", "杨帆", "杨帆"]);
    const circle = createRoster([], [away("王建国", "刘洋"), away("刘洋", "王建国")], []);
    expect(circle.standIn("王建国")).toBe("王建国");
  });

  it("always comes to an end, with somebody who is there unless nobody is", () => {
    const name = fc.constantFrom("a", "b", "c", "d", "e");
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name)), name, (pairs, person) => {
        const roster = createRoster(
          [],
          pairs.map(([who, substitute]) => away(who, substitute)),
          [],
        );
        const present = roster.standIn(person);
        expect(roster.absenceOf(present) === undefined || present === person).toBe(true);
      }),
    );
  });
});
