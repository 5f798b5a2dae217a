import { describe, expect, it } from "vitest";
import type { Audience } from "../../../../src/domain/issue/audience.ts";
import { companyShown, mayShow, seesInternal, seesPhones } from "../../../../src/domain/issue/audience.ts";
import { COMPANY, GUEST, issue, person } from "../../../support/domain.ts";

const GROUP: Audience = { kind: "enterprise", chat: "qiye" };
const OTHER_GROUP: Audience = { kind: "enterprise", chat: "other" };
const POWER: Audience = { kind: "department", department: "power" };
const ECONOMY: Audience = { kind: "department", department: "economy" };
const WORKS: Audience = { kind: "department", department: "works" };
const COORDINATOR: Audience = { kind: "coordinator" };
const SUPERVISION: Audience = { kind: "supervision" };
const company = (name: string): Audience => ({ kind: "company", actor: person(name) });

const ALONE = { trackedBy: undefined, helpers: [] };
const SECRET = issue({ confidential: true, publicIn: null });

describe("an issue may be spoken of", () => {
  it("in the enterprise group where it was raised, and in no other", () => {
    expect(mayShow(issue(), GROUP, ALONE)).toBe(true);
    expect(mayShow(issue(), OTHER_GROUP, ALONE)).toBe(false);
    expect(mayShow(issue({ publicIn: null }), GROUP, ALONE)).toBe(false);
  });

  it("before its own company, and not before another", () => {
    expect(mayShow(issue(), company("周长友"), ALONE)).toBe(true);
    expect(mayShow(issue(), company("吴晓燕"), ALONE)).toBe(true);
    expect(mayShow(issue(), company("陈立新"), ALONE)).toBe(false);
    expect(mayShow(issue(), { kind: "company", actor: GUEST }, ALONE)).toBe(false);
  });

  it("before the departments that stand by it", () => {
    const involved = { trackedBy: "economy", helpers: ["works"] };
    for (const audience of [POWER, ECONOMY, WORKS]) expect(mayShow(issue(), audience, involved)).toBe(true);
    for (const audience of [ECONOMY, WORKS]) expect(mayShow(issue(), audience, ALONE)).toBe(false);
  });

  it("when confidential, in no enterprise group at all, whatever its row says", () => {
    expect(mayShow(issue({ confidential: true, publicIn: "qiye" }), GROUP, ALONE)).toBe(false);
    expect(mayShow(SECRET, company("周长友"), ALONE)).toBe(true);
    expect(mayShow(SECRET, company("吴晓燕"), ALONE)).toBe(false);
    for (const audience of [POWER, COORDINATOR, SUPERVISION]) expect(mayShow(SECRET, audience, ALONE)).toBe(true);
  });
});

describe("an audience", () => {
  it.each([
    ["an enterprise group", GROUP, { internal: false, phones: [false, false], open: "none", secret: "none" }],
    [
      "the company",
      { kind: "company", actor: COMPANY },
      { internal: false, phones: [true, true], open: "name", secret: "name" },
    ],
    ["a department", POWER, { internal: true, phones: [true, false], open: "name", secret: "hidden" }],
    ["the coordinator", COORDINATOR, { internal: true, phones: [true, true], open: "name", secret: "name" }],
    ["the supervision group", SUPERVISION, { internal: true, phones: [false, false], open: "name", secret: "hidden" }],
  ] as const)("that is %s sees what lifecycle.md gives it", (_name, audience, sees) => {
    expect({
      internal: seesInternal(audience),
      phones: [seesPhones(issue(), audience), seesPhones(SECRET, audience)],
      open: companyShown(issue(), audience),
      secret: companyShown(SECRET, audience),
    }).toEqual(sees);
  });
});
