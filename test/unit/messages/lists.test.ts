import { describe, expect, it } from "vitest";
import type { Card } from "../../../src/messages/card.ts";
import { type DigestWords, digestCard } from "../../../src/messages/digest-card.ts";
import type { IssueView } from "../../../src/messages/reader.ts";
import { renderText } from "../../../src/messages/render-text.ts";
import { agendaCard, dutyListCard, ownIssuesCard, recapCard } from "../../../src/messages/theme-day-card.ts";

const MANY = 123;

function issue(id: number): IssueView {
  return {
    id,
    title: `${id} 号厂房漏水`,
    text: "漏水",
    state: "dispatched",
    outcome: null,
    urgency: "normal",
    confidential: false,
    company: null,
    unverified: false,
    category: null,
    department: "建设管理局",
    handler: null,
    due: null,
    dueShort: null,
    light: null,
    measure: null,
    promise: null,
    promised: null,
    publicAnswer: null,
    reason: null,
    pictures: 0,
  };
}

const ISSUES = Array.from({ length: MANY }, (_, index) => issue(index + 1));
const MARKED = ISSUES.map((one) => ({ issue: one, mark: "督办〔2026〕1号" }));
const REASONED = ISSUES.map((one) => ({ issue: one, reason: "已超期" }));
const COUNTS = { collected: 1, measured: 1, solved: 1, open: 0 };
const QUIET = { collected: 0, measured: 0, solved: 0, open: 0 };
const BASE = { day: "11月20日（周五）", late: false, title: null, note: null };
const SESSION = { number: 1, theme: "用工", when: "11月30日（周一）20:00", place: null };

const weekly = { ...BASE, kind: "enterprise-weekly" as const, from: "11月13日（周五）", total: COUNTS, week: COUNTS };
const NO_WEEK = { raised: [], moved: [], solved: [], next: [] };
const daily = { ...BASE, kind: "department-daily" as const, department: "建设管理局" };
const NO_DAY = { unsigned: [], overdue: [], dueToday: [], awaiting: [], helping: [], supervised: [] };
const office = { ...BASE, kind: "coordinator-daily" as const, overdue: 0, dead: 0 };
const NO_OFFICE = { undispatched: [], unsigned: [], requests: [], supervised: [] };
const leaders = { ...weekly, kind: "supervision-weekly" as const, before: COUNTS, rates: [] };
const NO_LEADERS = { overdue: [], holds: [], supervised: [], categories: [] };
const CATEGORIES = ISSUES.map(({ id }) => ({ name: `类别${id}`, issues: 3, companies: 2 }));

/** Every list of a card, with the heading of its count and how the rest is asked for. */
const LISTS: readonly (readonly [name: string, card: (page: number) => Card, rest: string])[] = [
  ...(["raised", "moved", "solved", "next"] as const).map(
    (list) => [`weekly ${list}`, of({ ...weekly, ...NO_WEEK, [list]: ISSUES }), "我的"] as const,
  ),
  ...(["unsigned", "overdue", "dueToday", "awaiting", "helping"] as const).map(
    (list) => [`department ${list}`, of({ ...daily, ...NO_DAY, [list]: ISSUES }), "待办"] as const,
  ),
  ["department supervised", of({ ...daily, ...NO_DAY, supervised: MARKED }), "待办"],
  ...(["undispatched", "unsigned"] as const).map(
    (list) => [`coordinator ${list}`, of({ ...office, ...NO_OFFICE, [list]: ISSUES }), "待办"] as const,
  ),
  ...(["requests", "supervised"] as const).map(
    (list) => [`coordinator ${list}`, of({ ...office, ...NO_OFFICE, [list]: MARKED }), "待办"] as const,
  ),
  [
    "leaders' red list of a unit",
    of({ ...leaders, ...NO_LEADERS, overdue: [{ department: "建设管理局", issues: ISSUES }] }),
    "简报",
  ],
  ["leaders' holds", of({ ...leaders, ...NO_LEADERS, holds: ISSUES }), "简报"],
  ["leaders' supervised", of({ ...leaders, ...NO_LEADERS, supervised: MARKED }), "简报"],
  ["leaders' categories", of({ ...leaders, ...NO_LEADERS, categories: CATEGORIES }), "简报"],
  ["duty list", (page) => dutyListCard(SESSION, ISSUES, page), "主题日 清单"],
  ["agenda", (page) => agendaCard(REASONED, page), "主题日 议程"],
  ["recap's duties", () => recapCard(SESSION, "", { duties: ISSUES, agenda: [] }), "主题日 清单"],
  ["recap's agenda", () => recapCard(SESSION, "", { duties: [], agenda: REASONED }), "主题日 议程"],
  ["company's own", () => ownIssuesCard(SESSION, ISSUES, null), "我的"],
];

function of(digest: DigestWords): (page: number) => Card {
  return (page) => digestCard(digest, page);
}

function linesOf(card: Card): readonly string[] {
  return renderText(card)
    .split("\n")
    .filter((line) => line.startsWith("•"));
}

describe("a list that is longer than what is shown of it", () => {
  it.each(LISTS)("has the true count, what is left and how to see it: %s", (_, card, rest) => {
    const text = renderText(card(1));
    const shown = linesOf(card(1)).length;
    expect(shown).toBeLessThan(MANY);
    expect(text).toMatch(new RegExp(`（${MANY}(?: 件)?）`, "u"));
    expect(text).toContain(`还有 ${MANY - shown} 件，`);
    expect(text.split(`还有 ${MANY - shown} 件，`)[1]).toContain(rest);
  });

  it.each(LISTS.filter(([, , rest]) => /简报|主题日/u.test(rest) && rest !== "我的"))(
    "is seen whole, each line once, page by page: %s",
    (name, card) => {
      if (name.startsWith("recap")) return;
      const pages = [1, 2, 3, 4, 5].map(card);
      const lines = pages.flatMap(linesOf);
      expect(lines).toHaveLength(MANY);
      expect(new Set(lines).size).toBe(MANY);
      expect(renderText(card(2))).toMatch(new RegExp(`（${MANY}，第 \\d+ 至 \\d+ 件）`, "u"));
      expect(renderText(card(5))).not.toContain("还有");
    },
  );

  it.each(
    LISTS.filter(
      ([name, , rest]) => name.startsWith("weekly") || (/简报|主题日/u.test(rest) && !name.startsWith("recap")),
    ),
  )("says of a page that it does not reach only that it is not there: %s", (_, card) => {
    expect(renderText(card(9))).toMatch(/^没有第 9 页(?:，一共 123 件)?。$/u);
  });

  it("that is empty has a first page and no second", () => {
    for (const empty of [
      of({ ...leaders, ...NO_LEADERS }),
      of({ ...leaders, ...NO_LEADERS, total: QUIET, week: QUIET, before: QUIET }),
      of({ ...weekly, ...NO_WEEK }),
    ]) {
      expect(renderText(empty(1))).toContain("累计：");
      expect(renderText(empty(2))).toBe("没有第 2 页。");
    }
  });

  it("says nothing of a rest where there is none", () => {
    const few = renderText(digestCard({ ...weekly, ...NO_WEEK, raised: ISSUES.slice(0, 30) }));
    expect(few).toContain("近7天提出（30）");
    expect(few).not.toContain("还有");
  });
});
