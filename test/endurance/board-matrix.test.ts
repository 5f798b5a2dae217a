import { eq } from "drizzle-orm";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { accountOf } from "../../src/board/speaking.ts";
import { commonPartiesOf, DEEDS, deedsFor } from "../../src/domain/common/common.ts";
import { type Actor, isOfficial, STATES, type State } from "../../src/domain/issue/issue.ts";
import { ACTIONS, isDoable, moveOf, movesFor, partiesOf } from "../../src/domain/issue/lifecycle.ts";
import { involvedIn } from "../../src/domain/park/park.ts";
import { commandOf } from "../../src/messages/zh-cn/commands.ts";
import { listCommons, membersOf, readCommon } from "../../src/store/common.ts";
import { looksOf } from "../../src/store/disclosures.ts";
import { assistsOfIssues, insertAssist, readIssue, readIssues } from "../../src/store/issues.ts";
import { issues } from "../../src/store/schema.ts";
import type { Park } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";
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
  ["杨帆", "head of the unit that tracks it"],
  ["龙飞", "head of a unit that helps"],
  ["黄志华", "head of another unit"],
  ["李敏", "the coordinator"],
  ["赵长河", "the leader"],
  ["孙磊", "the admin"],
] as const;

/** In short who differ most in what they may. */
const { states, movers, readers } = told<
  Record<"movers" | "readers", readonly string[]> & { readonly states: readonly State[] }
>({
  short: {
    states: ["dispatched"],
    movers: ["周长友", "唐志强", "王建国", "李敏"],
    readers: ["吴晓燕", "唐志强", "王建国", "杨帆", "龙飞", "李敏", "赵长河"],
  },
  full: { states: STATES, movers: PEOPLE.map(([name]) => name), readers: PEOPLE.map(([name]) => name) },
});

/** Whatever any move may need. */
const FIELDS = {
  text: "说明",
  reason: "原因",
  opinion: "",
  department: "water",
  date: "2026-11-20",
  rating: "4",
  into: "2",
};

async function helpersOf({ app: { db } }: Park, id: number): Promise<readonly string[]> {
  return (await assistsOfIssues(db, [id])).map((one) => one.department);
}

const PHONE = "13912345678";

/** Two issues of one company, one confidential, which the power company leads and the police help with. */
async function openWithIssues(): Promise<Park> {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  const { db } = park.app;
  await park.say("周长友", "qiye", `诉求 三车间昨晚停电两次，电话 ${PHONE}`);
  await park.say("周长友", "direct", `保密诉求 供电公司收费不合理，停电也不管，电话 ${PHONE}`);
  await db.update(issues).set({ department: "power", dispatchedAt: new Date("2026-11-16T01:00:00Z") });
  const asked = { askedAt: new Date("2026-11-16T01:00:00Z"), due: new Date("2026-11-19T01:00:00Z"), doneAt: null };
  for (const id of [1, 2]) await insertAssist(db, id, { department: "police", ...asked });
  return park;
}

/** What of an issue's fields stands in a text: how its company is called, whom to call, and by which number. */
function fieldsIn(text: string) {
  return {
    company: text.includes("湖南中塑科技有限公司") ? "name" : text.includes("某企业") ? "hidden" : "none",
    person: text.includes("周长友 668011"),
    phone: text.includes(PHONE),
  };
}

/** The same where contact data is masked until somebody asks for it. */
function masked(fields: ReturnType<typeof fieldsIn>) {
  return { ...fields, person: false, phone: false };
}

describe("what the board shows, for each person, issue and field", () => {
  it("is what a chat shows, in the list, on the page and in the export: contact data when it is asked for", async () => {
    const park = await openWithIssues();
    const { db } = park.app;
    for (const [name, who] of PEOPLE.filter(([one]) => readers.includes(one))) {
      const visitor = await Visitor.as(park, name);
      const list = await visitor.follow("/issues");
      const form = hiddenValue(list.html, "form");
      const rowsOf = async (fields?: { readonly form: string }) =>
        (await readXlsx((await visitor.download("/issues.xlsx", fields)).bytes)).sheets[0]?.rows.slice(3) ?? [];
      const [plain, whole] = [await rowsOf(), await rowsOf({ form })];
      for (const id of [1, 2]) {
        const what = `${name}, ${who}, #${id}`;
        const chat = await park.say(name, "direct", `进度 ${id}`);
        const page = await visitor.open(`/issues/${id}`);
        const looks = async () => (await looksOf(db, id, { before: null, limit: 100 })).map((one) => one.kind);
        const before = (await looks()).filter((kind) => kind === "contacts").length;
        const asked = await visitor.post(`/issues/${id}/contacts`, { form });
        const noted = (await looks()).filter((kind) => kind === "contacts").length - before;
        const isHere = !chat.includes("这里没有这个编号的诉求");
        expect(page.status, what).toBe(isHere ? 200 : 404);
        expect(list.html.includes(`href="/issues/${id}"`), what).toBe(isHere);
        const rows = [plain, whole].map((all) => all.find((row) => row[1] === id));
        expect(
          rows.map((row) => row !== undefined),
          what,
        ).toEqual([isHere, isHere]);
        if (!isHere) {
          expect([asked.status, noted], what).toEqual([404, 0]);
          continue;
        }
        const own = fieldsIn(chat);
        const isCompanys = name === "周长友" || name === "吴晓燕";
        // In a chat the text of an issue stands in its title, which is short.
        const phone = isCompanys || own.person;
        const on = (text: string) => ({ ...fieldsIn(text), company: own.company });
        expect(fieldsIn(page.text).company, what).toBe(own.company);
        expect(on(page.text), what).toEqual(isCompanys ? { ...own, phone } : masked(own));
        const [first, second] = rows.map((row) => JSON.stringify(row));
        expect(on(first ?? ""), what).toEqual(isCompanys ? { ...own, phone } : masked(own));
        expect(on(second ?? ""), what).toEqual({ ...own, phone });
        if (!isCompanys) expect(fieldsIn(second ?? "").company, what).toBe(own.company);
        expect(asked.status, what).toBe(!isCompanys && own.person ? 200 : 403);
        expect(noted, what).toBe(asked.status === 200 ? 1 : 0);
        if (asked.status === 200) expect(on(asked.text), what).toEqual({ ...own, phone });
      }
    }
  });
});

/** The same of a common problem: a deed is done where its table lets this person do it, and by nobody else. */
async function changeCommonProblems(park: Park): Promise<void> {
  const { db } = park.app;
  await db.update(issues).set({ state: "submitted", handler: null });
  await park.say("陈立新", "qiye", "诉求 厂区停电");
  await park.say("李敏", "direct", "共性 新建 停电频繁 1 3");
  await park.say("李敏", "direct", "共性 牵头 自来水公司");
  const everybody = told({ short: ["李敏", "王建国", "周长友"], full: ["李敏", ...movers] });
  for (const [turn, name] of everybody.entries()) {
    // What is so already is not done again.
    const unit = (await readCommon(db, 1))?.lead === "water" ? "供电公司" : "自来水公司";
    const fields = { title: `停电${turn}`, numbers: "2", unit, date: `2026-12-${10 + turn}`, text: `说明${turn}` };
    const visitor = await Visitor.as(park, name);
    const form = hiddenValue((await visitor.follow("/issues")).html, "form");
    const person = park.app.holder.park.directory.person(name);
    const actor = { kind: "person", name, role: null, ...person } as const;
    let page: Visited | undefined;
    for (const deed of [...DEEDS, "find", "dismiss", "没有"] as const) {
      const before = await readCommon(db, 1);
      if (before === null) throw new Error("the common problem is gone");
      page ??= await visitor.open("/common/1");
      await visitor.post("/common/1", { ...fields, form, sub: deed, version: String(before.version), sure: "1" });
      const isDone = (await readCommon(db, 1))?.version !== before.version;
      const what = `${name} ${deed} ${before.state}`;
      const may: readonly string[] = deedsFor(actor, before, park.app.holder.park);
      const sees = await seesCommon(park, actor);
      expect(page.status, what).toBe(sees ? 200 : 404);
      if (sees) {
        const offered = movesOn(page.html.replaceAll('name="sub"', 'name="action"'));
        expect(offered.includes(deed), what).toBe(may.includes(deed));
      }
      // Issues that nobody has signed for are answered by their unit alone, and only as they were shown.
      expect(isDone, what).toBe(may.includes(deed) && deed !== "answer");
      if (isDone) page = undefined;
    }
    await park.say("李敏", "direct", "共性 恢复 G1");
  }
  expect(await listCommons(db, "all")).toHaveLength(1);
}

/** The office and those above it see each; a unit the one that it leads or has an issue of; a company none. */
async function seesCommon(park: Park, actor: Actor): Promise<boolean> {
  if (actor.role === "liaison") return false;
  if (!isOfficial(actor)) return true;
  const { db, holder } = park.app;
  const common = await readCommon(db, 1);
  // What was called off is no unit's any more.
  if (common?.state === "void") return false;
  if (common !== null && commonPartiesOf(actor, common, holder.park).length > 0) return true;
  const members = await readIssues(
    db,
    (await membersOf(db, [1])).map(({ issueId }) => issueId),
  );
  for (const one of members) {
    const involved = involvedIn(holder.park, one, await helpersOf(park, one.id));
    if (partiesOf(actor, one, involved).length > 0) return true;
  }
  return false;
}

describe("the board's forms, for each person, issue, state and move", () => {
  it("change what the table lets, and nothing else", async () => {
    const park = await openWithIssues();
    const { db } = park.app;
    const tried = { done: 0, refused: 0, hidden: 0 };
    for (const name of movers) {
      const visitor = await Visitor.as(park, name);
      const person = park.app.holder.park.directory.person(name);
      if (person === undefined) throw new Error(`${name} stands in the sample park`);
      const form = hiddenValue((await visitor.follow("/issues")).html, "form");
      for (const id of [1, 2]) {
        for (const state of states) {
          let page: Visited | undefined;
          for (const action of ACTIONS.filter(isDoable)) {
            const handler = state === "submitted" || state === "dispatched" ? null : "王建国";
            await db.update(issues).set({ state, handler, department: "power" }).where(eq(issues.id, id));
            const before = await readIssue(db, id);
            if (before === null) throw new Error(`#${id} is gone`);
            const actor = { kind: "person", ...person, ...accountOf(person) } as const;
            const parties = partiesOf(
              actor,
              before,
              involvedIn(park.app.holder.park, before, await helpersOf(park, id)),
            );
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
    await changeCommonProblems(park);
    // It tried something of each kind.
    expect(tried.done).toBeGreaterThan(states.length * movers.length);
    expect(tried.refused).toBeGreaterThan(states.length * movers.length * 9);
    expect(tried.hidden).toBeGreaterThan(states.length * movers.length * 9);
  });
});
