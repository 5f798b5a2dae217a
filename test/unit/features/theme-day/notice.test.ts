import { expect, it } from "vitest";
import { ownCard, themeDayNotice } from "../../../../src/features/theme-day/notice.ts";
import { Reader } from "../../../../src/messages/reader.ts";
import { renderText } from "../../../../src/messages/render-text.ts";
import type { ThemeDay } from "../../../../src/store/theme-days.ts";
import { issue, on, PARK } from "../../../support/domain.ts";

const THEME_DAY: ThemeDay = {
  id: 1,
  state: "ended",
  number: 16,
  theme: "用工专场",
  at: on("11-30 20:00"),
  place: "三楼",
  chat: null,
  slot: null,
  createdBy: "李敏",
  createdAt: on("11-18 09:00"),
  startedAt: on("11-30 20:00"),
  endedAt: on("11-30 22:00"),
};

it.each([{ company: "zhongsu" }, { instead: "湖南中塑科技有限公司" }])(
  "what a company raised is passed on by its code, and by the name that was kept before: %o",
  (missed) => {
    const reader = new Reader({ kind: "coordinator" }, { park: PARK, now: on("11-30 22:00") });
    const card = ownCard({ what: "own", session: 1, issues: [12], ...missed }, THEME_DAY, [issue()], reader);
    expect(renderText(card).split("\n")).toEqual([
      "您在主题日提出的诉求（1 件）",
      "政企交流主题日第 16 期：11月30日 周一 20:00，用工专场，地点 三楼。",
      "• #12 三车间昨晚停电两次",
      "　供电公司，答复期限 11月23日 周一 09:00",
      "无法直接通知湖南中塑科技有限公司，请转告。",
      "查进度：进度 编号",
    ]);
  },
);

it("what a company raised is told apart by issue, and passed on by its code; an invitation is whole, and passed on by whom it missed", () => {
  const own = themeDayNotice.of({ facts: { what: "own", session: 1, issues: [12, 13] } });
  expect(themeDayNotice.apart(own)?.map(({ issueId, body }) => [issueId, body])).toEqual([
    [12, { kind: "theme-day", facts: { what: "own", session: 1, issues: [12] } }],
    [13, { kind: "theme-day", facts: { what: "own", session: 1, issues: [13] } }],
  ]);
  const missed = { missed: { kind: "company", code: "zhongsu" }, company: "zhongsu" } as const;
  expect(themeDayNotice.passedOn(own, missed)).toMatchObject({ facts: { company: "zhongsu" } });
  const invited = themeDayNotice.of({ facts: { what: "invited", session: 1 } });
  expect(themeDayNotice.apart(invited)).toBeNull();
  expect(themeDayNotice.passedOn(invited, missed)).toMatchObject({ facts: { instead: missed.missed } });
});
