import type { Block, Card } from "./card.ts";
import { echo } from "./echo.ts";
import { lightMark } from "./issue-card.ts";
import type { IssueView } from "./reader.ts";
import { firstOf, listed, pageOf, section } from "./sections.ts";
import { noPage } from "./zh-cn/lists.ts";

/** What is said about a theme day (主题日). */

export interface ThemeDayWords {
  /** 第 16 期; null before it begins. */
  readonly number: number | null;
  readonly theme: string;
  /** 11月30日（周一）20:00 */
  readonly when: string;
  readonly place: string | null;
}

interface CountWords {
  readonly collected: number;
  readonly measured: number;
  readonly solved: number;
}

export interface AgendaWords {
  readonly issue: IssueView;
  readonly reason: string;
}

/** Of the lists of a meeting, which are read there together. */
const MEETING_LIST = 50;

/** 政企交流主题日：11月30日（周一）20:00，用工专场，地点 园区会议中心 */
export function themeDayLine({ number, theme, when, place }: ThemeDayWords): string {
  const name = number === null ? "政企交流主题日" : `政企交流主题日第 ${number} 期`;
  return `${name}：${when}，${theme}${place === null ? "" : `，地点 ${place}`}`;
}

const CALLS = {
  invited: { head: "邀请参加", hint: "报名：主题日 报名" },
  day: { head: "明天举行", hint: "报名：主题日 报名" },
  hour: { head: "一小时后开始", hint: "到时在群里说「诉求 …」，当场登记" },
  cancelled: { head: "已取消", hint: null },
  started: { head: "现在开始", hint: "在群里说「诉求 …」，记入本期" },
} as const;

export function themeDayCall(what: keyof typeof CALLS, session: ThemeDayWords, instead: string | null): Card {
  const { head, hint } = CALLS[what];
  return {
    blocks: [
      { kind: "title", text: `主题日${head}` },
      { kind: "text", text: `${themeDayLine(session)}。` },
      ...relay(instead),
      ...(hint === null ? [] : [{ kind: "hint" as const, text: hint }]),
    ],
  };
}

export function signUpCard(session: ThemeDayWords, enterprise: string, by: string): Card {
  return {
    blocks: [{ kind: "text", text: `${enterprise}（${by}）报名参加主题日：${session.when}，${echo(session.theme)}。` }],
  };
}

/** 本期收集 7 条，制定措施 6 条，解决 2 条。已开展 16 期，收集 95 条，制定措施 92 条，解决 82 条。 */
export function recapText(own: CountWords | null, total: CountWords, held: number): string {
  const words = ({ collected, measured, solved }: CountWords) =>
    `收集 ${collected} 条，制定措施 ${measured} 条，解决 ${solved} 条`;
  return `${own === null ? "" : `本期${words(own)}。`}已开展 ${held} 期，${words(total)}。`;
}

export function recapCard(
  session: ThemeDayWords,
  recap: string,
  lists: { readonly duties: readonly IssueView[]; readonly agenda: readonly AgendaWords[] } | null,
): Card {
  const blocks: Block[] =
    lists === null
      ? []
      : [
          ...(lists.duties.length === 0
            ? [{ kind: "text" as const, text: "本期没有登记诉求。" }]
            : dutyBlocks(lists.duties, 1)),
          ...agendaBlocks(lists.agenda, 1),
        ];
  return {
    blocks: [
      { kind: "title", text: `主题日${session.number === null ? "" : `第 ${session.number} 期`}　${session.theme}` },
      { kind: "text", text: recap },
      ...blocks,
    ],
  };
}

export function dutyListCard(session: ThemeDayWords, duties: readonly IssueView[], page: number): Card {
  const title: Block = { kind: "title", text: `责任清单　${session.when}　${session.theme}` };
  if (duties.length === 0) return { blocks: [title, { kind: "text", text: "还没有登记诉求。" }] };
  const blocks = dutyBlocks(duties, page);
  if (blocks.length === 0) return { blocks: [{ kind: "text", text: noPage(page, duties.length) }] };
  return { blocks: [title, ...blocks, { kind: "hint", text: "写明措施：措施 编号 … 11月30日前" }] };
}

export function agendaCard(agenda: readonly AgendaWords[], page: number): Card {
  if (agenda.length === 0)
    return { blocks: [{ kind: "text", text: "没有超期、挂账、升级和重开的诉求，下期议程为空。" }] };
  const blocks = agendaBlocks(agenda, page);
  if (blocks.length === 0) return { blocks: [{ kind: "text", text: noPage(page, agenda.length) }] };
  return {
    blocks: [{ kind: "title", text: "下期议程" }, ...blocks, { kind: "hint", text: "看一件：进度 编号" }],
  };
}

export function ownIssuesCard(session: ThemeDayWords, issues: readonly IssueView[], instead: string | null): Card {
  return {
    blocks: [
      { kind: "title", text: `您在主题日提出的诉求（${issues.length} 件）` },
      { kind: "text", text: `${themeDayLine(session)}。` },
      ...listed(issues, ownLine, firstOf(MEETING_LIST, "请发：我的")).blocks,
      ...relay(instead),
      { kind: "hint", text: "查进展：进度 编号" },
    ],
  };
}

function dutyBlocks(duties: readonly IssueView[], page: number): Block[] {
  return section("责任清单", duties, dutyLine, pageOf("主题日 清单", page, MEETING_LIST));
}

/** #12 中塑科技：三车间停电　措施 更换开关　责任单位 供电公司　责任人 王建国　期限 11-30 17:30 */
function dutyLine(issue: IssueView): string {
  const company = issue.company === null ? "" : `${issue.company}：`;
  const what = [
    `措施 ${issue.measure ?? "待定"}`,
    `责任单位 ${issue.department ?? "待派单"}`,
    `责任人 ${issue.handler ?? "待定"}`,
    `期限 ${issue.promised ?? "待定"}`,
  ];
  return `#${issue.id} ${company}${issue.title}　${what.join("　")}`;
}

function agendaBlocks(agenda: readonly AgendaWords[], page: number): Block[] {
  const line = ({ issue, reason }: AgendaWords) => {
    const company = issue.company === null ? "" : `${issue.company}：`;
    const unit = issue.department === null ? "" : `（${issue.department}）`;
    return `${lightMark(issue)}#${issue.id} ${company}${issue.title}${unit}：${reason}`;
  };
  return section("下期议程", agenda, line, pageOf("主题日 议程", page, MEETING_LIST));
}

function ownLine(issue: IssueView): string {
  const due = issue.dueShort === null ? "派单后起算" : issue.dueShort;
  return `#${issue.id} ${issue.title}　${issue.department ?? "由营商办派单"}　答复期限 ${due}`;
}

function relay(instead: string | null): Block[] {
  return instead === null ? [] : [{ kind: "text", text: `没有办法直接通知${instead}，请转告。` }];
}
