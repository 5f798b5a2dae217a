import type { Block, Card } from "./card.ts";
import { type CoordinatorWords, coordinatorCard, type DepartmentWords, departmentCard } from "./daily-card.ts";
import { issueLine } from "./issue-card.ts";
import type { IssueView } from "./reader.ts";
import { type Cut, firstOf, framed, late, noPage, pageOf, section } from "./sections.ts";
import { type SupervisionWords, supervisionCard } from "./supervision-card.ts";
import { countsLine, nextStep } from "./zh-cn/terms.ts";

/** The weekly progress of a group: raised, moved, solved, what is next and when, and the four counts. */
export interface WeeklyWords {
  readonly kind: "enterprise-weekly";
  readonly from: string;
  readonly day: string;
  readonly late: boolean;
  readonly title: string | null;
  readonly note: string | null;
  readonly total: Parameters<typeof countsLine>[0];
  readonly week: Parameters<typeof countsLine>[0];
  readonly raised: readonly IssueView[];
  readonly moved: readonly IssueView[];
  readonly solved: readonly IssueView[];
  readonly next: readonly IssueView[];
}

export type DigestWords = WeeklyWords | DepartmentWords | SupervisionWords | CoordinatorWords;

/** Of a list in a group nobody wants to scroll through more. */
const DIGEST_LIST = 30;

/** `page`: of the lists, where somebody asks for it; what is posted is the first one. */
export function digestCard(digest: DigestWords, page = 1): Card {
  switch (digest.kind) {
    case "enterprise-weekly":
      return weeklyCard(digest, page);
    case "department-daily":
      return departmentCard(digest, firstOf(DIGEST_LIST, "请发：待办"));
    case "supervision-weekly":
      return supervisionCard(digest, pageOf("简报", page, DIGEST_LIST));
    case "coordinator-daily":
      return coordinatorCard(digest, firstOf(DIGEST_LIST, "请发：待办"));
  }
}

function weeklyCard(digest: WeeklyWords, page: number): Card {
  // Only the park's offices page through it: who is in the group looks for the own ones, or by a word.
  const cut: Cut = { page, size: DIGEST_LIST, rest: () => "本企业的请发「我的」，其他的请发「搜索 字词」" };
  const sections: Block[] = [
    ...section("近7天提出", digest.raised, issueLine, cut),
    ...section("近7天有进展", digest.moved, issueLine, cut),
    ...section("近7天解决", digest.solved, issueLine, cut),
    ...section("下一步", digest.next, nextLine, cut),
  ];
  if (sections.length === 0 && page > 1) return { blocks: [{ kind: "text", text: noPage(page) }] };
  if (sections.length === 0) {
    const line = `${digest.title ?? "诉求周报"}：近7天没有新的诉求和进展。累计：${countsLine(digest.total)}`;
    return { blocks: [{ kind: "text", text: line }, ...late(digest)] };
  }
  const counts: Block = {
    kind: "fields",
    fields: [
      { label: "累计", value: countsLine(digest.total) },
      { label: "近7天", value: countsLine(digest.week) },
    ],
  };
  return framed(
    digest,
    `${digest.title ?? "诉求办理周报"}　${digest.from} 至 ${digest.day}`,
    [counts, ...sections],
    "有问题随时说：诉求 …　查询：进度 编号",
  );
}

/** #12 三车间昨晚停电两次：责任单位办理并答复，期限 11-30 17:30 */
function nextLine(issue: IssueView): string {
  const due = issue.dueShort === null ? "" : `，期限 ${issue.dueShort}`;
  return `#${issue.id} ${issue.title}：${nextStep(issue.state)}${due}`;
}
