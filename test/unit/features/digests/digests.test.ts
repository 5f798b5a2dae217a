import { describe, expect, it } from "vitest";
import type { Audience } from "../../../../src/domain/issue/audience.ts";
import type { DigestFacts } from "../../../../src/features/digests/digest.ts";
import { enterpriseWeekly } from "../../../../src/features/digests/enterprise-weekly.ts";
import { ownDigests } from "../../../../src/features/digests/kinds.ts";
import { issueLine } from "../../../../src/messages/issue-card.ts";
import { Reader } from "../../../../src/messages/reader.ts";
import { renderText } from "../../../../src/messages/render-text.ts";
import { EMPTY, FRIDAY } from "../../../support/digests.ts";
import { issue, on, PARK } from "../../../support/domain.ts";

const FACTS = { ...EMPTY.weekly, raised: [1, 2, 3], moved: [2], solved: [1], next: [3, 2, 4] };
const ISSUES = [
  issue({ id: 1 }),
  issue({ id: 2, confidential: true, publicIn: "qiye" }),
  issue({ id: 3, publicIn: "other", department: "works" }),
];

const readerFor = (audience: Audience) => new Reader(audience, { park: PARK, now: on("11-20 17:00") });
const GROUP = readerFor({ kind: "enterprise", chat: "qiye" });

const card = (audience: Audience, own: Pick<DigestFacts, "title" | "note"> = {}) =>
  renderText(enterpriseWeekly.card({ ...FACTS, ...own }, { issues: ISSUES, reader: readerFor(audience), page: 1 }));

/** The lines of the list. */
const listOf = (text: string) => text.split("\n").filter((line) => line.startsWith("• "));

describe("a weekly digest", () => {
  it("speaks of each issue once: what is over, what moved, what is new, what is still to be done", () => {
    expect(ownDigests.ids(FACTS)).toEqual([1, 2, 3, 4]);
    expect(listOf(card({ kind: "coordinator" }))).toEqual([
      expect.stringMatching(/^• 【新提出·已办结】🟡 #1 /u),
      expect.stringMatching(/^• 【新提出·有进展】🟡 #2 /u),
      expect.stringMatching(/^• 【新提出】🟡 #3 /u),
    ]);
    expect(card({ kind: "coordinator" })).toContain("新提出 3 件，有进展 1 件，已办结 1 件");
  });

  it("has in an enterprise group what is public there, nothing confidential and no company", () => {
    const seen = card({ kind: "enterprise", chat: "qiye" });
    expect(listOf(seen)).toHaveLength(1);
    expect(seen).toContain("本群近7天新提出 1 件，已办结 1 件。");
    expect(seen).not.toContain("中塑");
    expect(seen.split("\n")[0]).toBe("诉求办理周报　11月13日 周五 至 11月20日 周五");
    expect(seen).not.toContain("补发");
  });

  it("has in a department's group its own issues alone", () => {
    const numbers = (department: string) =>
      listOf(card({ kind: "department", department })).map((line) => /#(\d+)/u.exec(line)?.[1]);
    expect(numbers("works")).toEqual(["3"]);
    expect(numbers("economy")).toEqual(["1", "2"]);
  });

  it("with nothing to say is one line with the counts", () => {
    const line = "诉求周报：近7天没有新的诉求和进展。累计：收集 95　有措施 92　已解决 82　未解决 13";
    const scene = { issues: [], reader: GROUP, page: 1 };
    expect(renderText(enterpriseWeekly.card(EMPTY.weekly, scene))).toBe(line);
    const late = enterpriseWeekly.card({ ...EMPTY.weekly, late: true }, scene);
    expect(renderText(late)).toBe(`${line}\n（服务曾中断，本期补发）`);
  });

  it("has a line for each issue with its state and date, the figures behind them, and what can be said", () => {
    const about = issue({ id: 12 });
    const facts = { ...EMPTY.weekly, ...FRIDAY, late: true, raised: [12], next: [12] };
    const shown = enterpriseWeekly.card(facts, { issues: [about], reader: GROUP, page: 1 });
    expect(renderText(shown).split("\n")).toEqual([
      "诉求办理周报　11月13日 周五 至 11月20日 周五",
      "（服务曾中断，本期补发）",
      "本群近7天新提出 1 件。",
      "诉求进展（1）",
      `• 【新提出】${issueLine(GROUP.issue(about))}`,
      "全园区近7天",
      "收集 95　有措施 92",
      "已解决 82　未解决 13",
      "全园区累计",
      "收集 95　有措施 92",
      "已解决 82　未解决 13",
      "有问题随时说：诉求 …　查进度：进度 编号",
    ]);
  });

  it("begins and ends with the park's own lines, where it has them", () => {
    const shown = card({ kind: "coordinator" }, { title: "诉求进展", note: "下周三主题日" });
    expect(shown.split("\n")[0]).toBe("诉求进展　11月13日 周五 至 11月20日 周五");
    expect(shown.split("\n").at(-1)).toBe("下周三主题日");
  });
});
