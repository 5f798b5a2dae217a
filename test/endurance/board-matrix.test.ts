import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accountOf } from "../../src/board/speaking.ts";
import { STATES, type State } from "../../src/domain/issue/issue.ts";
import { ACTIONS, isDoable, moveOf, movesFor, partiesOf } from "../../src/domain/issue/lifecycle.ts";
import { involvedIn } from "../../src/domain/park/park.ts";
import { commandOf } from "../../src/messages/zh-cn/commands.ts";
import { readIssue } from "../../src/store/issues.ts";
import { issues } from "../../src/store/schema.ts";
import { openPark } from "../support/story.ts";
import { told } from "../support/told.ts";
import { hiddenValue, movesOn, type Visited, Visitor } from "../support/visitor.ts";

/**
 * Everybody tries every move of the table on every issue by a form of his own making. An issue changes where the table lets this person
 * make this move in its state, and by nothing else; one that a person may not see answers as one that is not there.
 */
const PEOPLE = [
  ["周长友", "whose company raised both"],
  ["吴晓燕", "his colleague"],
  ["唐志强", "of another company"],
  ["王建国", "head of the unit that has them"],
  ["刘洋", "an officer of it"],
  ["黄志华", "head of another unit"],
  ["李敏", "the coordinator"],
  ["赵长河", "the leader"],
  ["孙磊", "the admin"],
] as const;

const { states } = told<{ readonly states: readonly State[] }>({
  short: { states: ["dispatched"] },
  full: { states: STATES },
});

/** Whatever any move may need. */
const FIELDS = {
  text: "说明",
  reason: "原因",
  opinion: "",
  department: "police",
  date: "2026-11-20",
  rating: "4",
  into: "2",
};

describe("the board's forms, for each person, issue, state and move", () => {
  it("change what the table lets, and nothing else", async () => {
    const park = await openPark("2026-11-16T09:00:00+08:00");
    const { db } = park.app;
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    await park.say("周长友", "direct", "保密诉求 供电公司收费不合理，停电也不管");
    await db.update(issues).set({ department: "power", dispatchedAt: new Date("2026-11-16T01:00:00Z") });
    const tried = { done: 0, refused: 0, hidden: 0 };
    for (const [name] of PEOPLE) {
      const visitor = await Visitor.as(park, name);
      const person = park.app.holder.park.directory.person(name);
      if (person === undefined) throw new Error(`${name} stands in the sample park`);
      const form = hiddenValue((await visitor.follow("/issues")).html, "form");
      for (const id of [1, 2]) {
        for (const state of states) {
          let page: Visited | undefined;
          for (const action of ACTIONS.filter(isDoable)) {
            const handler = state === "submitted" || state === "dispatched" ? null : "王建国";
            await db.update(issues).set({ state, handler }).where(eq(issues.id, id));
            const before = await readIssue(db, id);
            if (before === null) throw new Error(`#${id} is gone`);
            const actor = { kind: "person", ...person, ...accountOf(person) } as const;
            const parties = partiesOf(actor, before, involvedIn(park.app.holder.park, before, []));
            page ??= await visitor.open(`/issues/${id}`);
            await visitor.post(`/issues/${id}`, { ...FIELDS, form, action, version: String(before.version) });
            const after = await readIssue(db, id);
            const what = `${name} ${action} #${id} ${state}`;
            const changed = after?.version !== before.version;
            if (page.status === 404) {
              tried.hidden += 1;
              expect(changed, what).toBe(false);
              continue;
            }
            // Two moves have one word; an answer to what nobody signed for signs for it first.
            const alike = ACTIONS.filter(isDoable).filter((one) => commandOf(one) === commandOf(action));
            const may = alike.flatMap((one) => [one, moveOf(one).first ?? one]);
            if (changed)
              expect(movesFor(parties, state), what).toEqual(expect.arrayContaining([expect.toBeOneOf(may)]));
            const offered = movesOn(page.html);
            if (!alike.some((one) => offered.includes(one))) expect(changed, what).toBe(false);
            tried[changed ? "done" : "refused"] += 1;
            // What was asked for or pressed stands beside it now.
            if (changed) page = undefined;
          }
        }
      }
    }
    // It tried something of each kind.
    expect(tried.done).toBeGreaterThan(states.length * 10);
    expect(tried.refused).toBeGreaterThan(states.length * 100);
    expect(tried.hidden).toBeGreaterThan(states.length * 100);
  });
});
