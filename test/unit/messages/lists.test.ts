import { describe, expect, it } from "vitest";
import type { DigestFacts } from "../../../src/features/digests/digest.ts";
import { ownDigests } from "../../../src/features/digests/kinds.ts";
import { agendaCard, dutyListCard } from "../../../src/features/theme-day/lists.ts";
import { ownCard, recapCard } from "../../../src/features/theme-day/notice.ts";
import type { Card } from "../../../src/messages/card.ts";
import { Reader } from "../../../src/messages/reader.ts";
import { renderText } from "../../../src/messages/render-text.ts";
import type { ThemeDay } from "../../../src/store/theme-days.ts";
import { EMPTY, NO_COUNTS } from "../../support/digests.ts";
import { issue as issueOf, on, PARK } from "../../support/domain.ts";

const MANY = 123;

const IDS = Array.from({ length: MANY }, (_, index) => index + 1);
const RAISED = IDS.map((id) => issueOf({ id, level: 1 }));
const READER = new Reader({ kind: "coordinator" }, { park: PARK, now: on("11-20 17:00") });
const THEME_DAY: ThemeDay = {
  id: 1,
  state: "running",
  number: 1,
  theme: "用工",
  at: on("11-30 20:00"),
  place: null,
  chat: null,
  slot: null,
  createdBy: "李敏",
  createdAt: on("11-18 09:00"),
  startedAt: null,
  endedAt: null,
};
const SUPERVISED = IDS.map((issueId) => ({ issueId, number: { kind: "supervise", year: 2026, number: 1 } }));
const REQUESTS = IDS.map((issueId) => ({ issueId, kind: "extend" }));
const CATEGORIES = IDS.map((id) => ({ category: `gone-${id}`, issues: id, companies: 2 }));
/** By which state an issue still belongs into a list. */
const STATES = { awaiting: "waiting", holds: "on_hold", undispatched: "submitted" } as const;

/** A digest with this list, to an office that sees all of it. */
function digest(facts: DigestFacts, list: string, of: readonly unknown[] = IDS): (page: number) => Card {
  const state = Object.entries(STATES).find(([name]) => name === list)?.[1] ?? "dispatched";
  const issues = IDS.map((id) => issueOf({ id, state, department: "works", due: on("11-19 09:00") }));
  return (page) => ownDigests.card({ ...facts, [list]: of }, { issues, reader: READER, page });
}

function recap(lists: { readonly duties: number[]; readonly agenda: number[] }): () => Card {
  const facts = { what: "recap", session: 1, own: NO_COUNTS, total: NO_COUNTS, held: 1, lists } as const;
  return () => recapCard(facts, THEME_DAY, RAISED, READER);
}

/** Every list of a card, with the heading of its count and how the rest is asked for. */
const LISTS: readonly (readonly [name: string, card: (page: number) => Card, rest: string])[] = [
  ...(["raised", "moved", "solved", "next"] as const).map(
    (list) => [`weekly ${list}`, digest(EMPTY.weekly, list), "我的"] as const,
  ),
  ...(["unsigned", "overdue", "dueToday", "awaiting", "helping"] as const).map(
    (list) => [`department ${list}`, digest(EMPTY.department, list), "待办"] as const,
  ),
  ["department supervised", digest(EMPTY.department, "supervised", SUPERVISED), "待办"],
  ...(["undispatched", "unsigned"] as const).map(
    (list) => [`coordinator ${list}`, digest(EMPTY.coordinator, list), "待办"] as const,
  ),
  ["coordinator requests", digest(EMPTY.coordinator, "requests", REQUESTS), "待办"],
  ["coordinator supervised", digest(EMPTY.coordinator, "supervised", SUPERVISED), "待办"],
  ["leaders' red list of a unit", digest(EMPTY.leaders, "overdue"), "简报"],
  ["leaders' holds", digest(EMPTY.leaders, "holds"), "简报"],
  ["leaders' supervised", digest(EMPTY.leaders, "supervised", SUPERVISED), "简报"],
  ["leaders' categories", digest(EMPTY.leaders, "categories", CATEGORIES), "简报"],
  ["duty list", (page) => dutyListCard(THEME_DAY, RAISED, page, READER), "主题日 清单"],
  ["agenda", (page) => agendaCard(RAISED, page, READER), "主题日 议程"],
  ["recap's duties", recap({ duties: IDS, agenda: [] }), "主题日 清单"],
  ["recap's agenda", recap({ duties: [], agenda: IDS }), "主题日 议程"],
  ["company's own", () => ownCard({ what: "own", session: 1, issues: IDS }, THEME_DAY, RAISED, READER), "我的"],
];

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
    const still = { total: NO_COUNTS, week: NO_COUNTS, before: NO_COUNTS };
    for (const empty of [
      digest(EMPTY.leaders, "holds", []),
      digest({ ...EMPTY.leaders, ...still }, "holds", []),
      digest(EMPTY.weekly, "raised", []),
    ]) {
      expect(renderText(empty(1))).toContain("累计");
      expect(renderText(empty(2))).toBe("没有第 2 页。");
    }
  });

  it("says nothing of a rest where there is none", () => {
    const few = renderText(digest(EMPTY.weekly, "raised", IDS.slice(0, 30))(1));
    expect(few).toContain("诉求进展（30）");
    expect(few).not.toContain("还有");
  });
});
