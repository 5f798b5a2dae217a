import { beforeAll, describe, expect, it } from "vitest";
import { type Issue, isOpen, isRunning, OPEN_STATES, type State } from "../../src/domain/issue/issue.ts";
import { isPromisePast } from "../../src/domain/issue/promise.ts";
import { supervisedDuties } from "../../src/features/ledger/duty-list.ts";
import type { Paper } from "../../src/papers/paper.ts";
import { boardCounts } from "../../src/store/board-counts.ts";
import type { Asked, Filter } from "../../src/store/board-list.ts";
import { boardPage, lastEvents, ORDERS, type Order, type Place, placeIn } from "../../src/store/board-pages.ts";
import { appendEvent } from "../../src/store/events.ts";
import { insertIssue, readIssues, updateIssue } from "../../src/store/issues.ts";
import { promisesPast } from "../../src/store/promises.ts";
import { insertThemeDay } from "../../src/store/theme-days.ts";
import { PARK } from "../support/domain.ts";
import { newEvent, newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

const NOW = new Date("2026-11-25T01:00:00Z");
const HOUR_MS = 3_600_000;
const STATES: readonly State[] = [...OPEN_STATES, "closed", "closed", "withdrawn"];
const COMPANIES = ["a-1", "b", "c"];
const UNITS = ["power", "water", null];
const ALL: Asked = { now: NOW, hidesCompanies: false };

/** With ties in everything: due dates of the same moment, and none. */
function line(n: number, themeDay: number): Partial<Omit<Issue, "id">> {
  return {
    state: STATES[n % STATES.length] ?? "closed",
    enterprise: COMPANIES[(n * 5) % 3] ?? "a-1",
    department: UNITS[(n * 7) % 3] ?? null,
    category: n % 4 === 0 ? null : n % 2 === 0 ? "power" : "water",
    urgency: n % 5 === 0 ? "urgent" : "normal",
    confidential: n % 6 === 0,
    due: n % 7 === 0 ? null : new Date(NOW.getTime() + ((n % 8) - 4) * HOUR_MS),
    session: n % 9 === 0 ? themeDay : null,
  };
}

const said = ({ blocks }: Paper) => blocks.flatMap((one) => (one.kind === "note" ? one.text : [])).join();
const numbersIn = ({ blocks }: Paper) =>
  blocks.flatMap((one) => (one.kind === "table" ? one.rows.map(([, number = ""]) => number.replace("#", "")) : []));

describe("the board's list", () => {
  const database = useStore("postgresql");
  let ids: number[];
  let all: readonly Issue[];

  beforeAll(async () => {
    const plan = { theme: "用工", at: NOW, place: null, chat: null, slot: null, createdBy: "李敏", createdAt: NOW };
    const themeDay = await insertThemeDay(database.db, plan);
    ids = [];
    for (let n = 0; n < 60; n++) {
      const { id } = await insertIssue(database.db, newIssue(line(n, themeDay?.id ?? 0)));
      ids.push(id);
    }
    // What was done last is in no order of the numbers.
    for (const id of ids.toSorted((a, b) => ((a * 17) % 61) - ((b * 17) % 61)))
      await appendEvent(database.db, newEvent(id, 1));
    all = await readIssues(database.db, ids);
  });

  /** Each page begins where the one before ended. */
  async function turned(order: Order, asked: Asked, between: () => Promise<void> = async () => {}) {
    const { db } = database;
    const found: number[] = [];
    let after: Place | null = null;
    for (let page = 0; page < 40; page++) {
      const groups = groupsOf(order, (await boardCounts(db, { kind: "all" }, asked)).counts, after);
      const read: readonly Issue[] = await boardPage(db, { kind: "all" }, asked, { order, after, limit: 7, groups });
      found.push(...read.map(({ id }) => id));
      const last: Issue | undefined = read.at(-1);
      if (last === undefined) break;
      after = placeIn(order, last, { changes: await lastEvents(db, [last.id]), ...asked });
      if (page === 2) await between();
    }
    return found;
  }

  function groupsOf(order: Order, counts: Readonly<Record<Filter, ReadonlyMap<string, number>>>, after: Place | null) {
    if (order !== "company" && order !== "department") return [];
    const codes = [...counts[order].keys()].toSorted((a, b) => Number(a === "") - Number(b === "") || (a < b ? -1 : 1));
    return codes
      .filter((code) => after === null || codes.indexOf(code) >= codes.indexOf(after.stretch))
      .map((code) => ({ code, count: counts[order].get(code) ?? 0 }));
  }

  /** The order in plain words: what is written here is what people are told of it. */
  function expected(order: Order, issues: readonly Issue[], hides: boolean, seqs: ReadonlyMap<number, number>) {
    const newest = (a: Issue, b: Issue) => b.id - a.id;
    const dueIn = (holds: (one: Issue) => boolean) => {
      const dated = issues.filter((one) => holds(one) && one.due !== null);
      const first = dated.toSorted((a, b) => Number(a.due) - Number(b.due) || a.id - b.id);
      return [...first, ...issues.filter((one) => !dated.includes(one)).toSorted(newest)];
    };
    const by = (name: (one: Issue) => string) =>
      issues.toSorted((a, b) => {
        const [one, other] = [name(a), name(b)];
        return Number(one === "") - Number(other === "") || (one < other ? -1 : one > other ? 1 : newest(a, b));
      });
    const orders: Readonly<Record<Order, () => readonly Issue[]>> = {
      newest: () => issues.toSorted(newest),
      due: () => dueIn(isOpen),
      overdue: () => dueIn(isRunning),
      company: () => by((one) => (hides && one.confidential ? "" : one.enterprise)),
      department: () => by((one) => one.department ?? ""),
      changed: () => issues.toSorted((a, b) => (seqs.get(b.id) ?? 0) - (seqs.get(a.id) ?? 0)),
    };
    return orders[order]().map(({ id }) => id);
  }

  it.each(ORDERS)("turns its pages by %s: each issue once, in order, whatever is asked for", async (order) => {
    const seqs = await lastEvents(database.db, ids);
    const asked: readonly (readonly [Asked, (one: Issue) => boolean])[] = [
      [ALL, () => true],
      [{ ...ALL, hidesCompanies: true }, () => true],
      [
        { ...ALL, states: OPEN_STATES, departments: ["power", "water"] },
        (one) => isOpen(one) && one.department !== null,
      ],
      [{ ...ALL, enterprises: ["b"], hidesCompanies: true }, (one) => one.enterprise === "b" && !one.confidential],
      [{ ...ALL, held: true }, ({ state }) => state === "on_hold"],
    ];
    for (const [one, holds] of asked) {
      const right = expected(order, all.filter(holds), one.hidesCompanies, seqs);
      expect(right.length).toBeGreaterThan(0);
      expect(await turned(order, one), JSON.stringify(one)).toEqual(right);
    }
  });

  it("counts beside each value what there would be with it", async () => {
    const asked: Asked = { ...ALL, states: ["dispatched", "in_progress"], urgencies: ["normal"], overdue: true };
    const { counts, total } = await boardCounts(database.db, { kind: "all" }, asked);
    const late = (one: Issue) => isRunning(one) && one.due !== null && one.due <= NOW;
    const count = (holds: (one: Issue) => boolean) => all.filter(holds).length;
    const normal = (one: Issue) => one.urgency === "normal";
    expect(total).toBe(count((one) => late(one) && normal(one)));
    expect(total).toBeGreaterThan(0);
    expect(counts.urgency.get("urgent")).toBe(count((one) => late(one) && !normal(one)));
    expect(counts.overdue.get("false") ?? 0).toBe(count((one) => isRunning(one) && normal(one) && !late(one)));
    expect(counts.department.get("water") ?? 0).toBe(
      count((one) => late(one) && normal(one) && one.department === "water"),
    );
    const free = await boardCounts(database.db, { kind: "all" }, { ...ALL, hidesCompanies: true });
    expect(free.total).toBe(60);
    expect(free.counts.company.get("b")).toBe(count((one) => one.enterprise === "b" && !one.confidential));
    expect(free.counts.held.get("true")).toBe(count(({ state }) => state === "on_hold"));
    expect([...free.counts.themeDay].filter(([day]) => day !== "").map(([, number]) => number)).toEqual([
      count(({ session }) => session !== null),
    ]);
  });

  it("is a list of duties for the supervision group, with what is due first where it is cut, and says so", async () => {
    const ctx = { db: database.db, now: NOW, park: PARK };
    const open = all.filter(isOpen);
    const due = open.flatMap(({ id, due }) => (due === null ? [] : [{ id, at: due.getTime() }]));
    const soonest = due.toSorted((a, b) => a.at - b.at || a.id - b.id).map(({ id }) => String(id));
    const cut = await supervisedDuties(ctx, 10);
    expect(said(cut)).toMatch(new RegExp(`，共 ${open.length} 件，列期限最早的 10 件$`, "u"));
    expect(numbersIn(cut)).toEqual(soonest.slice(0, 10));
    const whole = await supervisedDuties(ctx, open.length);
    expect(said(whole)).toMatch(new RegExp(`，共 ${open.length} 件$`, "u"));
    expect(numbersIn(whole)).toEqual(open.map(({ id }) => String(id)).toReversed());
  });

  it("loses none and shows none twice of those that stay, while others move", async () => {
    const { db } = database;
    const moved = new Set([ids[3], ids[20], ids[41]]);
    const found = await turned("due", ALL, async () => {
      for (const issue of all.filter(({ id }) => moved.has(id))) await updateIssue(db, issue, { due: NOW });
    });
    const stayed = found.filter((id) => !moved.has(id));
    expect(new Set(stayed).size).toBe(stayed.length);
    expect(stayed.toSorted((a, b) => a - b)).toEqual(ids.filter((id) => !moved.has(id)));
  });
});

describe("what is past the day that a unit promised", () => {
  const database = useStore("postgresql");

  it("is in the database what it is of each issue: also at the moment, and of an earlier unit or a reopened issue", async () => {
    const [none, now] = [null, NOW];
    const [before, since] = [new Date(NOW.getTime() - 2 * HOUR_MS), new Date(NOW.getTime() - HOUR_MS)];
    for (const state of ["in_progress", "answered"] as const)
      for (const measureDue of [none, before, now, new Date(NOW.getTime() + 1)])
        for (const dispatchedAt of [none, before, since])
          for (const reopenedAt of [none, since])
            for (const measureAt of [none, before, since]) {
              const promise = { measureDue, measureAt, dispatchedAt, reopenedAt };
              await insertIssue(database.db, newIssue({ state, department: "power", ...promise }));
            }
    const all = await readIssues(
      database.db,
      Array.from({ length: 200 }, (_, place) => place + 1),
    );
    const past = all.filter((one) => isPromisePast(one, NOW)).map(({ id }) => id);
    expect(past.length).toBeGreaterThan(5);
    expect((await promisesPast(database.db, NOW, null)).toSorted((a, b) => a - b)).toEqual(past);
    expect(await promisesPast(database.db, NOW, ["water"])).toEqual([]);
  });
});
