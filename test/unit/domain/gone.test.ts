import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ownDigests } from "../../../src/features/digests/kinds.ts";
import { Reader } from "../../../src/messages/reader.ts";
import { placeName } from "../../../src/messages/zh-cn/places.ts";
import { EMPTY } from "../../support/digests.ts";
import {
  attempt,
  COMPANY,
  COORDINATOR,
  inProgress,
  issue,
  LEADER,
  made,
  moved,
  on,
  parkOf,
  request,
  undispatched,
} from "../../support/domain.ts";

const NOW = on("11-25 09:00");
/** Codes that the org file no longer has. */
const GONE = { department: "gone-unit", category: "gone-kind", enterprise: "gone-firm", publicIn: "gone-chat" };
const CLOSED = inProgress({
  state: "closed",
  outcome: "explained",
  department: "gone-unit",
  answeredAt: on("11-18 09:00"),
  closedAt: on("11-19 09:00"),
  pausedAt: on("11-18 09:00"),
  leftMinutes: 1170,
});

describe("what the org file no longer has", () => {
  const park = parkOf();
  const about = issue({ id: 1, ...GONE, due: on("11-23 09:00") });
  const supervised = [{ issueId: 1, number: { kind: "supervise", year: 2026, number: 1 } }] as const;
  const DIGESTS = [
    { ...EMPTY.weekly, raised: [1], moved: [1], next: [1] },
    { ...EMPTY.department, department: "gone-unit", unsigned: [1], overdue: [1], supervised },
    { ...EMPTY.leaders, overdue: [1], supervised, categories: [{ category: "gone-kind", issues: 3, companies: 2 }] },
    { ...EMPTY.coordinator, unsigned: [1], requests: [{ issueId: 1, kind: "extend" }], supervised },
  ] as const;

  it("has words in an issue and in every digest, and its code stands nowhere", () => {
    const audience = { kind: "coordinator" } as const;
    const reader = new Reader(audience, { park, now: NOW });
    const view = reader.issue(about);
    expect(view).toMatchObject({ department: "已撤销的单位", category: "已取消的类别", company: "已退出的企业" });
    const digests = DIGESTS.map((facts) => ownDigests.card(facts, { issues: [about], reader, page: 1 }));
    for (const facts of DIGESTS) expect(ownDigests.ids(facts)).toEqual([1]);
    for (const digest of digests) expect(JSON.stringify(digest)).toContain("#1 ");
    const shown = [view, ...digests];
    expect(JSON.stringify(shown)).not.toContain("gone-");
    expect(placeName({ kind: "chat", code: "gone-chat" }, park, audience)).toBe("已停用的群");
  });

  it("is never named by its code anywhere in the program", () => {
    const src = fileURLToPath(new URL("../../../src", import.meta.url));
    const paths = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
      (path) => path.endsWith(".ts") && !path.startsWith("sandbox"),
    );
    const fallbacks = paths.filter((path) =>
      /\?\.name\s*\?\?(?!\s*(?:null|""|gone\.))/u.test(readFileSync(join(src, path), "utf8")),
    );
    expect(fallbacks).toEqual([]);
  });
});

describe("an issue whose unit is dissolved", () => {
  it("goes back to the coordinator when it is reopened, and starts anew with the next unit", () => {
    const effect = made("reopen", CLOSED, COMPANY, NOW, { text: "又停了" });
    expect(effect.tell).toEqual([{ to: "coordinator" }, { to: "company" }]);
    const reopened = moved(CLOSED, effect);
    expect(reopened).toMatchObject({
      state: "submitted",
      department: null,
      handler: null,
      due: null,
      pausedAt: null,
      leftMinutes: null,
      answeredAt: null,
      outcome: null,
      reopenedAt: NOW,
      level: 1,
      dispatchDue: on("11-25 15:30"),
    });
    const again = moved(reopened, made("dispatch", reopened, COORDINATOR, NOW, { department: "works" }));
    expect(again).toMatchObject({ state: "dispatched", department: "works", firstDue: CLOSED.firstDue });
    expect(again.due?.getTime()).toBeGreaterThan(NOW.getTime());
  });

  it("is not dispatched to one that is gone, and neither is help asked of it", () => {
    for (const action of ["dispatch", "assist"] as const) {
      expect(attempt(action, undispatched(), COORDINATOR, NOW, { department: "gone-unit" })).toEqual({
        refused: "unit-gone",
      });
    }
  });

  it("is not given to a proposed unit that is gone, by nobody's 同意, unless another one is named", () => {
    const about = issue({ dispatchedAt: on("11-25 08:30") });
    const asked = request({ kind: "return", department: "gone-unit" });
    const decided = [1, 2].map((id) => request({ id, kind: "return", state: "refused" }));
    for (const [actor, requests] of [
      [COORDINATOR, [asked]],
      [LEADER, [...decided.slice(0, 1), { ...asked, id: 9 }]],
    ] as const) {
      expect(attempt("approve", about, actor, NOW, {}, { requests })).toEqual({ refused: "unit-gone" });
      expect(attempt("approve", about, actor, NOW, { department: "works" }, { requests })).toMatchObject({
        settle: { state: "approved" },
      });
    }
  });
});
