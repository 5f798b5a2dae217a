import { describe, expect, it } from "vitest";
import type { Issue } from "../../../../src/domain/issue/issue.ts";
import { placesOfReminder } from "../../../../src/domain/notice/reminder-places.ts";
import type { Org, Reminded } from "../../../../src/domain/park/org.ts";
import { createRoster, EMPTY_ROSTER, type Roster } from "../../../../src/domain/park/roster.ts";
import { missedText } from "../../../../src/messages/zh-cn/places.ts";
import { inProgress, issue, ORG, on, PARK, parkOf } from "../../../support/domain.ts";

/** Where a reminder goes: person:王建国, or chat:gongdian with ＠ whom to alert and → in whose place. */
function places(
  to: Reminded,
  options: {
    about?: Issue;
    roster?: Roster;
    unreachable?: readonly string[];
    org?: Partial<Org>;
    department?: string;
    reaches?: readonly string[];
  } = {},
): string[] {
  const {
    about = inProgress(),
    roster = EMPTY_ROSTER,
    unreachable = [],
    org = {},
    department = "power",
    reaches,
  } = options;
  const people = (org.people ?? ORG.people).map((one) => {
    if (!unreachable.includes(one.name)) return one;
    const { wecom: _, dingtalk: __, ...rest } = one;
    return rest;
  });
  const park = parkOf({ ...org, people }, reaches);
  return placesOfReminder(park, roster, { issue: about, to, about: department }).map(
    ({ target, audience, mention, instead }) => {
      const place =
        target.kind === "chat" ? `chat:${target.code}` : target.kind === "person" ? `person:${target.name}` : "reply";
      const seen = audience.kind === "department" ? `department ${audience.department}` : audience.kind;
      return `${place} (${seen})${mention.map((name) => ` ＠${name}`).join("")}${instead === undefined ? "" : ` →${missedText(instead, PARK.directory)}`}`;
    },
  );
}

describe("a reminder reaches", () => {
  it("the handler directly, and nobody else", () => {
    expect(places("handler")).toEqual(["person:王建国 (department power)"]);
  });

  it("of what came by the form the coordinator for the company, who is on its page or nowhere", () => {
    const reporter = { name: "王建国", platform: "form", userId: "13800001111", verified: false } as const;
    expect(places("company", { about: { ...inProgress(), reporter } })).toEqual([
      "person:李敏 (coordinator) →企业联络员",
    ]);
  });

  it("before signing who is on duty, else the head", () => {
    const roster = createRoster(
      [{ department: "power", person: "刘洋", since: on("11-16 09:00"), until: null }],
      [],
      [],
    );
    expect(places("handler", { about: issue() })).toEqual(["person:王建国 (department power)"]);
    expect(places("handler", { about: issue(), roster })).toEqual(["person:刘洋 (department power)"]);
    // Who has signed keeps it, whoever is on duty.
    expect(places("handler", { roster })).toEqual(["person:王建国 (department power)"]);
  });

  it("who stands in for somebody who is away", () => {
    const roster = createRoster(
      [],
      [{ person: "王建国", substitute: "刘洋", since: on("11-16 09:00"), until: on("11-20 17:30") }],
      [],
    );
    expect(places("handler", { roster })).toEqual(["person:刘洋 (department power)"]);
  });

  it("in the department's group by a mention, whom no road reaches directly", () => {
    expect(places("handler", { unreachable: ["王建国"] })).toEqual(["chat:gongdian (department power) ＠王建国"]);
  });

  it("the heads of the city unit and of the department that tracks it", () => {
    expect(places("head")).toEqual(["person:王建国 (department power)", "person:杨帆 (department economy)"]);
  });

  it("the coordinator, to pass it on, when the department has neither people nor a group", () => {
    const org = { chats: ORG.chats.filter((one) => one.department !== "power"), people: ORG.people };
    const unreachable = ORG.people.filter((one) => one.department === "power").map((one) => one.name);
    expect(places("handler", { org, unreachable })).toEqual([expect.stringContaining("→王建国")]);
  });

  it("the company directly; in its group only when no road leads to the person and the issue is public there", () => {
    expect(places("company")).toEqual(["person:周长友 (company)"]);
    const reaches = ["dingtalk"];
    expect(places("company", { reaches })).toEqual(["chat:qiye (enterprise) ＠周长友"]);
    const confidential = inProgress({ confidential: true, publicIn: null });
    expect(places("company", { reaches, about: confidential })).toEqual(["person:李敏 (coordinator) →企业联络员"]);
  });

  it("never an enterprise group with what is for government eyes", () => {
    for (const to of ["handler", "head", "helper", "coordinator", "supervision", "leader"] as const) {
      for (const unreachable of [[], ORG.people.map((one) => one.name)]) {
        for (const line of places(to, { unreachable })) expect(line).not.toMatch(/enterprise|qiye/u);
      }
    }
  });
});
