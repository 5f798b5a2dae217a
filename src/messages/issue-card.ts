import type { NextStep } from "./actions.ts";
import type { Block, Card, Field } from "./card.ts";
import type { IssueView } from "./reader.ts";
import { nextStep, shortState, stateText, URGENCY_WORDS } from "./zh-cn/terms.ts";

const LIGHTS: Readonly<Record<string, string>> = { yellow: "🟡", red: "🔴" };

/** 🔴 in front of a line, where lights are seen. */
export function lightMark({ light }: Pick<IssueView, "light">): string {
  return light === null ? "" : `${LIGHTS[light] ?? ""} `;
}

/** 紧急、保密 … in front of a title. */
function marks(issue: IssueView): string {
  const words = [
    ...(issue.urgency === "normal" ? [] : [URGENCY_WORDS[issue.urgency] ?? ""]),
    ...(issue.confidential ? ["保密"] : []),
  ];
  return words.length === 0 ? "" : `［${words.join("·")}］`;
}

/** #12 ［紧急］三车间昨晚停电两次 */
export function issueTitle(issue: IssueView): string {
  return `#${issue.id} ${marks(issue)}${issue.title}`;
}

function present(fields: readonly { label: string; value: string | null }[]): Field[] {
  return fields.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
}

function companyLine(issue: IssueView): string | null {
  return issue.company === null ? null : `${issue.company}${issue.unverified ? "（联络人未核实）" : ""}`;
}

/** The answer to a new issue: number, title, who has it, due date, how to follow it. */
export function receiptCard(issue: IssueView, more: readonly Block[] = []): Card {
  const unit = issue.department ?? "由营商办派单";
  return {
    blocks: [
      { kind: "title", text: `已收到 ${issueTitle(issue)}` },
      {
        kind: "fields",
        fields: present([
          { label: "责任单位", value: unit },
          { label: "分派依据", value: issue.department === null ? null : issue.reason },
          { label: "答复期限", value: issue.due ?? "派单后起算" },
          { label: "附图", value: issue.pictures === 0 ? null : `${issue.pictures} 张（未保存，请在办理时出示）` },
        ]),
      },
      ...more,
      {
        kind: "actions",
        steps: [
          { command: "status", id: issue.id, label: "see-progress" },
          { command: "supplement", id: issue.id, blank: "text", label: "add-facts" },
        ],
      },
    ],
  };
}

/** State, who has it, due date, last public answer. */
export function progressCard(issue: IssueView, internal: readonly Field[] = []): Card {
  return {
    blocks: [
      { kind: "title", text: issueTitle(issue) },
      {
        kind: "fields",
        fields: [
          ...present([
            { label: "企业", value: companyLine(issue) },
            { label: "状态", value: `${stateText(issue.state, issue.outcome)}，${nextStep(issue.state)}` },
            { label: "责任单位", value: unitLine(issue) },
            { label: "答复期限", value: issue.due === null ? null : `${lightMark(issue)}${issue.due}` },
            { label: "措施", value: measureLine(issue) },
          ]),
          ...internal,
        ],
      },
      ...(issue.publicAnswer === null ? [] : [{ kind: "said" as const, by: "最近答复", text: issue.publicAnswer }]),
    ],
  };
}

/** 还要加线（承诺 12月1日 17:30 前）: the text alone may be of a later day than the promise. */
function measureLine({ measure, promise }: IssueView): string | null {
  return measure === null || promise === null ? measure : `${measure}（承诺 ${promise} 前）`;
}

/** 供电公司 王建国 */
export function unitLine(issue: Pick<IssueView, "department" | "handler">): string | null {
  if (issue.department === null) return null;
  return issue.handler === null ? issue.department : `${issue.department} ${issue.handler}`;
}

/** One line of a list. */
export function issueLine(issue: IssueView): string {
  const company = issue.company === null ? "" : `${issue.company}：`;
  const over = issue.state === "closed" || issue.dueShort === null;
  const due = over ? "" : `，期限 ${issue.dueShort}`;
  const unit = issue.department === null ? "" : `，${issue.department}`;
  return `${lightMark(issue)}#${issue.id} ${marks(issue)}${company}${issue.title}（${shortState(issue.state, issue.outcome)}${unit}${due}）`;
}

/** The whole issue, for those who have to handle it, under its title. */
export function dossierCard(
  title: string,
  issue: IssueView,
  more: { readonly fields: readonly Field[]; readonly next: readonly NextStep[] },
): Card {
  return {
    blocks: [
      { kind: "title", text: title },
      {
        kind: "fields",
        fields: [
          ...present([
            { label: "企业", value: companyLine(issue) },
            { label: "责任单位", value: unitLine(issue) },
            { label: "分派依据", value: issue.reason },
            { label: "答复期限", value: issue.due },
          ]),
          ...more.fields,
        ],
      },
      { kind: "said", by: "诉求内容", text: issue.text },
      { kind: "actions", steps: more.next },
    ],
  };
}
