import type { Block, Card } from "./card.ts";
import { type IssueWords, issueLine } from "./issue-card.ts";
import { countsLine, nextStep } from "./zh-cn.ts";

/** The weekly progress: raised, moved, solved, what is next and when, and the four counts. */
export interface DigestWords {
  readonly from: string;
  readonly to: string;
  readonly late: boolean;
  readonly total: Parameters<typeof countsLine>[0];
  readonly week: Parameters<typeof countsLine>[0];
  readonly raised: readonly IssueWords[];
  readonly moved: readonly IssueWords[];
  readonly solved: readonly IssueWords[];
  readonly next: readonly IssueWords[];
}

export function digestCard(digest: DigestWords): Card {
  const late: Block[] = digest.late ? [{ kind: "text", text: "（服务曾中断，本期补发）" }] : [];
  const sections = [
    ...section("本周提出", digest.raised, issueLine),
    ...section("本周有进展", digest.moved, issueLine),
    ...section("本周解决", digest.solved, issueLine),
    ...section("下一步", digest.next, nextLine),
  ];
  if (sections.length === 0) {
    const line = `诉求周报：本周没有新的诉求和进展。累计：${countsLine(digest.total)}`;
    return { blocks: [{ kind: "text", text: line }, ...late] };
  }
  return {
    blocks: [
      { kind: "title", text: `诉求办理周报　${digest.from} 至 ${digest.to}` },
      ...late,
      {
        kind: "fields",
        fields: [
          { label: "累计", value: countsLine(digest.total) },
          { label: "本周", value: countsLine(digest.week) },
        ],
      },
      ...sections,
      { kind: "hint", text: "有问题随时说：诉求 …　查询：进度 编号" },
    ],
  };
}

function section(head: string, issues: readonly IssueWords[], line: (issue: IssueWords) => string): Block[] {
  if (issues.length === 0) return [];
  return [
    { kind: "text", text: `${head}（${issues.length}）` },
    { kind: "list", items: issues.map(line) },
  ];
}

/** #12 三车间昨晚停电两次：责任单位办理并答复，期限 11-30 17:30 */
function nextLine(issue: IssueWords): string {
  const due = issue.dueShort === null ? "" : `，期限 ${issue.dueShort}`;
  return `#${issue.id} ${issue.title}：${nextStep(issue.state)}${due}`;
}
