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

/** The numbers under each heading. */
function listsOf(text: string): Readonly<Record<string, readonly number[]>> {
  const lists: Record<string, number[]> = {};
  let last: number[] = [];
  for (const line of text.split("\n")) {
    const head = /^(.+)（\d+）$/u.exec(line)?.[1];
    const id = /^• (?:🟡 |🔴 )?#(\d+)/u.exec(line)?.[1];
    if (id !== undefined) last.push(Number(id));
    else if (head !== undefined) {
      last = [];
      lists[head] = last;
    }
  }
  return lists;
}

describe("a weekly digest", () => {
  it("speaks of each issue once, in the order of its lists", () => {
    expect(ownDigests.ids(FACTS)).toEqual([1, 2, 3, 4]);
    expect(listsOf(card({ kind: "coordinator" })).下一步).toEqual([3, 2]);
  });

  it("has in an enterprise group what is public there, nothing confidential and no company", () => {
    const seen = card({ kind: "enterprise", chat: "qiye" });
    expect(listsOf(seen)).toEqual({ 近7天提出: [1], 近7天解决: [1] });
    expect(seen).not.toContain("中塑");
    expect(seen.split("\n")[0]).toBe("诉求办理周报　11月13日 周五 至 11月20日 周五");
    expect(seen).not.toContain("补发");
  });

  it("has in a department's group its own issues alone", () => {
    expect(listsOf(card({ kind: "department", department: "works" })).近7天提出).toEqual([3]);
    expect(listsOf(card({ kind: "department", department: "economy" })).近7天提出).toEqual([1, 2]);
  });

  it("with nothing to say is one line with the counts", () => {
    const line = "诉求周报：近7天没有新的诉求和进展。累计：收集 95　有措施 92　已解决 82　未解决 13";
    const scene = { issues: [], reader: GROUP, page: 1 };
    expect(renderText(enterpriseWeekly.card(EMPTY.weekly, scene))).toBe(line);
    const late = enterpriseWeekly.card({ ...EMPTY.weekly, late: true }, scene);
    expect(renderText(late)).toBe(`${line}\n（服务曾中断，本期补发）`);
  });

  it("has a section for what there is, what is next with its date, and what can be said", () => {
    const about = issue({ id: 12 });
    const facts = { ...EMPTY.weekly, ...FRIDAY, late: true, raised: [12], next: [12] };
    const shown = enterpriseWeekly.card(facts, { issues: [about], reader: GROUP, page: 1 });
    expect(renderText(shown).split("\n")).toEqual([
      "诉求办理周报　11月13日 周五 至 11月20日 周五",
      "（服务曾中断，本期补发）",
      "累计：收集 95　有措施 92　已解决 82　未解决 13",
      "近7天：收集 95　有措施 92　已解决 82　未解决 13",
      "近7天提出（1）",
      `• ${issueLine(GROUP.issue(about))}`,
      "下一步（1）",
      "• #12 三车间昨晚停电两次：等责任单位签收，期限 11月23日 周一 09:00",
      "有问题随时说：诉求 …　查进度：进度 编号",
    ]);
  });

  it("begins and ends with the park's own lines, where it has them", () => {
    const shown = card({ kind: "coordinator" }, { title: "诉求进展", note: "下周三主题日" });
    expect(shown.split("\n")[0]).toBe("诉求进展　11月13日 周五 至 11月20日 周五");
    expect(shown.split("\n").at(-1)).toBe("下周三主题日");
  });
});
