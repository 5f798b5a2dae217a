import { describe, expect, it } from "vitest";
import type { Input } from "../../../../src/domain/issue/decision.ts";
import { isRefusal } from "../../../../src/domain/issue/decision.ts";
import { type Issue, OPEN_STATES, STATES } from "../../../../src/domain/issue/issue.ts";
import { ACTIONS, type Action } from "../../../../src/domain/issue/lifecycle.ts";
import { placesFor } from "../../../../src/domain/notice/hearers.ts";
import type { MoveFacts } from "../../../../src/domain/notice/notice.ts";
import type { Place } from "../../../../src/domain/notice/places.ts";
import type { Park } from "../../../../src/domain/park/park.ts";
import { EMPTY_ROSTER } from "../../../../src/domain/park/roster.ts";
import { moveCard, moveNotice } from "../../../../src/features/issues/move-notice.ts";
import { Reader } from "../../../../src/messages/reader.ts";
import { renderText } from "../../../../src/messages/render-text.ts";
import { withoutContent } from "../../../../src/messages/without-content.ts";
import {
  attempt,
  CLOCK_ACTOR,
  COMPANY,
  COORDINATOR,
  issue,
  LEAD,
  LEADER,
  ORG,
  on,
  PARK,
  parkOf,
  request,
} from "../../../support/domain.ts";

const NOW = on("11-17 10:00");
const FOR_THEM = { name: "李敏", platform: "wecom", userId: "limin", verified: true } as const;
const INPUTS: readonly Input[] = [
  { text: "已处理", department: "works", date: on("11-20 17:30"), rating: 5 },
  { text: "已处理", department: "works", date: on("11-26 17:30"), rating: 5 },
  { text: "已处理", department: "works" },
];

/** Every move of the table that tells the company, each once, whoever makes it and from whichever state. */
function toldOf(about: Partial<Issue>): readonly Exclude<Action, "submit">[] {
  return ACTIONS.filter((action): action is Exclude<Action, "submit"> => {
    if (action === "submit") return false;
    return STATES.some((state) =>
      [COMPANY, COORDINATOR, LEAD, LEADER, CLOCK_ACTOR].some((actor) =>
        INPUTS.some((input) =>
          (["return", "extend", "hold"] as const).some((kind) => {
            const requests = [request({ kind, until: on("11-25 17:30"), department: "works" })];
            const handled = { ...about, state, closedAt: NOW, pausedAt: null, leftMinutes: 600, suggestions: [] };
            return [[], requests].some((beside) => {
              const effect = attempt(action, issue(handled), actor, NOW, input, { requests: beside });
              return !isRefusal(effect) && effect.tell.some(({ to }) => to === "company");
            });
          }),
        ),
      ),
    );
  });
}

const MOVES = toldOf({ publicIn: null, reporter: FOR_THEM });

/** What each place of the company reads of a move; the names of who is alerted in front. */
function heard(park: Park, about: Issue, action: Action): readonly { place: Place; text: string }[] {
  const facts: MoveFacts = { action, actor: "王建国", unit: "供电公司", state: about.state, text: "已处理" };
  return placesFor(park, about, { to: "company" }, EMPTY_ROSTER).map((place) => {
    const { audience } = place;
    const actor = park.directory.person(audience.kind === "company" ? audience.person : "");
    const eyes =
      audience.kind === "company"
        ? { kind: "company" as const, actor: { ...COMPANY, name: actor?.name ?? "" } }
        : audience;
    const reader = new Reader(eyes, { park, now: NOW });
    return { place, text: renderText(withoutContent(about, reader) ?? moveCard(facts, about, reader)) };
  });
}

describe("a company for which the coordinator has raised an issue", () => {
  const about = issue({ publicIn: null, reporter: FOR_THEM });

  it("is told by many moves, of every kind", () => {
    expect(MOVES).toEqual(
      expect.arrayContaining(["sign", "dispatch", "reject", "answer", "progress", "ask", "approve", "resume", "lapse"]),
    );
    expect(moveNotice.name).toBe("move");
    expect(OPEN_STATES).toContain("answered");
  });

  it.each(MOVES)("hears of «%s» itself where a way leads to its people", (action) => {
    const all = heard(PARK, about, action);
    expect(all.map(({ place }) => place.target)).toMatchObject([{ name: "周长友" }, { name: "吴晓燕" }]);
    for (const { place, text } of all) {
      expect(place.instead).toBeUndefined();
      expect(text).toContain("#12 三车间昨晚停电两次");
    }
  });

  it.each(MOVES)("is alerted of «%s» in its group without a word of what, where none does", (action) => {
    const all = heard(parkOf({}, ["dingtalk"]), about, action);
    expect(all.map(({ place }) => place)).toMatchObject([
      { target: { kind: "chat", code: "qiye" }, audience: { kind: "enterprise" }, mention: ["周长友", "吴晓燕"] },
    ]);
    expect(all[0]?.text).toBe("您有一件诉求有新进展，请私聊我发「我的」");
  });

  it.each(MOVES)("is passed «%s» by the coordinator when nobody of it can be reached at all", (action) => {
    const park = parkOf({ people: ORG.people.filter((one) => one.role !== "liaison") });
    const all = heard(park, about, action);
    expect(all.map(({ place }) => place)).toMatchObject([
      { target: { name: "李敏" }, audience: { kind: "coordinator" }, instead: { kind: "company-people" } },
    ]);
  });

  it.each(MOVES)("of a confidential one hears nothing of «%s»: the coordinator stands for it", (action) => {
    for (const park of [PARK, parkOf({}, ["dingtalk"])]) {
      const all = heard(park, { ...about, confidential: true }, action);
      expect(all.map(({ place }) => place.target)).toMatchObject([{ name: "李敏" }]);
    }
  });

  it.each(MOVES)("reads of «%s» in the group where it is public, and besides where its people are", (action) => {
    const here = heard(parkOf({}, ["dingtalk"]), { ...about, publicIn: "qiye" }, action);
    expect(here.map(({ place }) => place.mention)).toEqual([["周长友", "吴晓燕"]]);
    expect(here[0]?.text).toContain("#12");
    // Its people are on the other platform: there directly.
    const people = ORG.people.map(({ wecom, ...one }) => {
      return one.role === "liaison" && wecom !== undefined ? { ...one, dingtalk: wecom } : { ...one, wecom };
    });
    const both = heard(parkOf({ people }), { ...about, publicIn: "qiye" }, action);
    expect(both.map(({ place }) => place.target)).toMatchObject([
      { code: "qiye" },
      { platform: "dingtalk", name: "周长友" },
      { platform: "dingtalk", name: "吴晓燕" },
    ]);
  });
});
