import type { Block, Card } from "./card.ts";
import { type MarkedWords, markedLine } from "./daily-card.ts";
import { issueLine } from "./issue-card.ts";
import type { IssueView } from "./reader.ts";
import { type Cut, type Frame, framed, late, noPage, section } from "./sections.ts";
import { countsLine, RATE_WORDS, rateText } from "./zh-cn/terms.ts";

type Counts = Parameters<typeof countsLine>[0];

/** A leader's Monday: the four counts, the rates, what is late and with whom, what is put off, and what many share. */
export interface SupervisionWords extends Frame {
  readonly kind: "supervision-weekly";
  readonly from: string;
  readonly day: string;
  readonly title: string | null;
  readonly total: Counts;
  readonly week: Counts;
  readonly before: Counts;
  readonly rates: readonly { readonly name: string; readonly part: number; readonly whole: number }[];
  readonly overdue: readonly { readonly department: string; readonly issues: readonly IssueView[] }[];
  readonly holds: readonly IssueView[];
  readonly supervised: readonly MarkedWords[];
  readonly categories: readonly { readonly name: string; readonly issues: number; readonly companies: number }[];
}

export function supervisionCard(digest: SupervisionWords, cut: Cut): Card {
  const { total, week, before } = digest;
  const sections: Block[] = [
    ...digest.overdue.flatMap((unit) => section(`红灯·${unit.department}`, unit.issues, issueLine, cut)),
    ...section("督办未反馈", digest.supervised, markedLine, cut),
    ...section("挂账", digest.holds, issueLine, cut),
    ...section("近7天共性类别", digest.categories, categoryLine, cut),
  ];
  if (sections.length === 0 && cut.page > 1) return { blocks: [{ kind: "text", text: noPage(cut.page) }] };
  const quiet = week.collected + week.measured + week.solved + before.collected + before.solved === 0;
  if (quiet && sections.length === 0) {
    const line = `${digest.title ?? "督办周报"}：近7天没有新的诉求，没有超期、挂账和未反馈的督办。累计：${countsLine(total)}`;
    return { blocks: [{ kind: "text", text: line }, ...late(digest)] };
  }
  const figures: Block = {
    kind: "fields",
    fields: [
      { label: "累计", value: countsLine(total) },
      { label: "近7天", value: comparedLine(week, before) },
      ...digest.rates.map((rate) => ({
        label: RATE_WORDS[rate.name] ?? rate.name,
        value: rateText(rate.part, rate.whole),
      })),
    ],
  };
  const title = `${digest.title ?? "督办周报"}　${digest.from} 至 ${digest.day}`;
  return framed(digest, title, [figures, ...sections], "看一件：进度 编号　督办：督办 编号 …　趋势图：统计 图");
}

function categoryLine({ name, issues, companies }: SupervisionWords["categories"][number]): string {
  return `${name} ${issues} 件，涉及 ${companies} 家企业`;
}

/** 收集 5（比前7天 +2）　有措施 4（−1）… */
function comparedLine(week: Counts, before: Counts): string {
  const change = (now: number, then: number) => {
    const by = now - then;
    return by === 0 ? "持平" : `${by > 0 ? "+" : "−"}${Math.abs(by)}`;
  };
  return [
    `收集 ${week.collected}（比前7天 ${change(week.collected, before.collected)}）`,
    `有措施 ${week.measured}（${change(week.measured, before.measured)}）`,
    `已解决 ${week.solved}（${change(week.solved, before.solved)}）`,
  ].join("　");
}
