import type { Audience } from "../domain/audience.ts";
import type { Issue } from "../domain/issue.ts";
import type { KnownBody, MoveFacts } from "../domain/notice.ts";
import type { Block, Card, Field } from "../messages/card.ts";
import { dossierCard, issueTitle } from "../messages/issue-card.ts";
import type { IssueView, Reader } from "../messages/reader.ts";
import { missedText } from "../messages/zh-cn/places.ts";
import { numberText, SUPERVISION_WORDS } from "../messages/zh-cn/supervision.ts";
import { REQUEST_WORDS, suggestionsText } from "../messages/zh-cn/terms.ts";
import { readIssue } from "../store/issues.ts";
import { noticeKind } from "./notice-kind.ts";

interface Scene {
  readonly issue: IssueView;
  readonly facts: MoveFacts;
  readonly internal: boolean;
  /** A transfer: told to the unit that had it, or to the one that tracked that unit. */
  readonly lostIt: boolean;
  /** 供电公司 王建国, or how the company is called here. */
  readonly who: string;
  readonly text: string | null;
  readonly department: string | null;
  readonly due: string | null;
  readonly date: string | null;
  readonly suggestions: string | null;
}

type Fresh = { readonly facts: MoveFacts; readonly issue: Issue };

export const moveNotice = noticeKind<Extract<KnownBody, { kind: "move" }>, Fresh>("move", {
  lookAgain: async ({ facts }, { db, issueId }) => {
    const issue = issueId === null ? null : await readIssue(db, issueId);
    return issue === null ? null : { facts, issue };
  },
  card: ({ facts, issue }, reader) => moveCard(facts, issue, reader),
});

/** The announcement of a move for one audience: what was recorded, in its words. */
export function moveCard(facts: MoveFacts, issue: Issue, reader: Reader): Card {
  const moment = (iso: string | undefined) => (iso === undefined ? null : reader.dateTime(new Date(iso)));
  const view = reader.issue(issue);
  const scene: Scene = {
    issue: view,
    facts,
    internal: reader.seesInternal,
    lostIt: lostBy(facts, reader),
    who: actorName(facts, reader.audience, view.company),
    text: facts.text === undefined || facts.text === "" ? null : reader.text(facts.text, issue),
    department: facts.department === undefined ? null : reader.department(facts.department),
    due: moment(facts.due),
    date: moment(facts.date),
    suggestions: suggestionsText(issue.suggestions.map((code) => reader.department(code))),
  };
  const card = cardOf(scene);
  const relay: Block[] =
    facts.instead === undefined
      ? []
      : [
          {
            kind: "text",
            text: `没有办法直接通知${missedText(facts.instead, reader.park.directory)}，请转告并在机构文件中补上群或账号。`,
          },
        ];
  return { blocks: [...card.blocks, ...relay] };
}

function lostBy(facts: MoveFacts, { audience, park: { directory } }: Reader): boolean {
  if (audience.kind !== "department" || facts.previous === undefined) return false;
  const now = [facts.department, directory.department(facts.department ?? "")?.trackedBy];
  const before = [facts.previous, directory.department(facts.previous)?.trackedBy];
  return before.includes(audience.department) && !now.includes(audience.department);
}

/** Officials by unit and name; company people by company alone, as far as it may be named. */
function actorName(facts: MoveFacts, audience: Audience, company: string | null): string {
  if (facts.byCompany === true) return audience.kind === "company" ? facts.actor : (company ?? "企业");
  if (facts.unit === undefined) return facts.actor;
  return audience.kind === "enterprise" ? facts.unit : `${facts.unit} ${facts.actor}`;
}

function simple(title: string, scene: Scene, fields: readonly Field[], hint: string | null): Card {
  return {
    blocks: [
      { kind: "title", text: title },
      ...(fields.length === 0 ? [] : [{ kind: "fields" as const, fields }]),
      ...(scene.text === null ? [] : [{ kind: "said" as const, text: scene.text }]),
      ...(hint === null ? [] : [{ kind: "hint" as const, text: hint }]),
    ],
  };
}

function field(label: string, value: string | null): Field[] {
  return value === null ? [] : [{ label, value }];
}

function cardOf(scene: Scene): Card {
  const { issue, facts, who, due, date, department, internal } = scene;
  const id = issue.id;
  const title = issueTitle(issue);
  const company = field("企业", internal ? issue.company : null);
  switch (facts.action) {
    case "submit":
      return facts.department === undefined
        ? dossierCard(
            "待派单",
            issue,
            `${scene.suggestions === null ? "" : `派单 ${id} 1　`}派单 ${id} 单位名　不受理 ${id} 原因`,
            field("建议", scene.suggestions),
          )
        : dossierCard("新诉求", issue, `签收 ${id}　退单 ${id} 原因`);
    case "dispatch":
      if (!internal) {
        return simple(
          `${title} 已交 ${department ?? "责任单位"}`,
          { ...scene, text: null },
          field("答复期限", due),
          `进度 ${id}`,
        );
      }
      if (scene.lostIt) {
        return simple(`${title} 已转派给${department ?? "别的单位"}`, scene, field("决定人", who), null);
      }
      return dossierCard("派单", issue, `签收 ${id}　退单 ${id} 原因`, field("说明", scene.text));
    case "assist":
      return dossierCard(`请 ${department ?? ""} 协办`, issue, `备注 ${id} 协办意见`, [
        ...field("协办期限", due),
        ...field("说明", scene.text),
      ]);
    case "reject":
      return simple(`${title} 不予受理`, scene, [], null);
    case "sign":
      return simple(`${title} 已签收`, scene, [...field("经办", who), ...field("答复期限", issue.due)], `进度 ${id}`);
    case "progress":
      return simple(`${title} 有进展`, scene, [...field("经办", who), ...field("下次反馈", date)], null);
    case "ask":
      return simple(`${title} 请补充情况`, scene, field("经办", who), `补充 ${id} …`);
    case "answer":
      return simple(
        `${title} 已答复，请确认`,
        scene,
        field("经办", who),
        `已解决 ${id}　认可 ${id}　未解决 ${id} 原因`,
      );
    case "supplement":
      return simple(`${title} 企业有补充`, scene, company, `进度 ${id}`);
    case "solved":
      return simple(`${title} 企业确认已解决`, scene, company, null);
    case "accept":
      return simple(`${title} 企业认可解释，已办结`, scene, company, null);
    case "unsolved":
      return simple(
        `${title} 企业反馈未解决，请继续办理`,
        scene,
        [...company, ...field("新的期限", due)],
        `措施 ${id} …　答复 ${id} …`,
      );
    case "rate":
      return simple(`${title} 企业评价 ${facts.rating ?? ""} 分`, scene, company, null);
    case "reopen":
      return facts.state === "submitted"
        ? simple(
            `${title} 已重开`,
            scene,
            [...company, ...field("责任单位", "原来的单位已撤销，由营商办重新派单")],
            scene.internal ? `派单 ${id} 单位名` : `进度 ${id}`,
          )
        : simple(`${title} 已重开`, scene, [...company, ...field("答复期限", due)], `进度 ${id}`);
    case "withdraw":
      return simple(`${title} 企业已撤回`, scene, company, null);
    case "resume":
      return simple(`${title} 挂账结束，恢复办理`, scene, field("答复期限", due), `进度 ${id}`);
    case "urge":
      return simple(
        `${title} 催办`,
        scene,
        [...field("催办人", who), ...field("答复期限", issue.due)],
        `进展 ${id} …　答复 ${id} …`,
      );
    case "supervise":
      return simple(
        `${numberText(facts.number ?? SUPERVISION_WORDS.supervise)} ${title}`,
        scene,
        [...company, ...field("签发", who), ...field("答复期限", issue.due)],
        `反馈 ${id} …`,
      );
    case "feedback":
      return simple(
        `${numberText(facts.number ?? SUPERVISION_WORDS.supervise)} 反馈 ${title}`,
        scene,
        field("反馈人", who),
        `进度 ${id}`,
      );
    case "lapse":
      return simple(
        internal ? `${title} 超时未确认，已自动办结` : `${title} 到期没有收到确认，已自动办结`,
        scene,
        company,
        internal ? null : `没有解决：重开 ${id} 原因（30 天内）　打分：评价 ${id} 5`,
      );
    case "return":
    case "extend":
    case "hold":
      return simple(
        `${title} 申请${REQUEST_WORDS[facts.action]}`,
        scene,
        [
          ...field("申请人", who),
          ...field("建议单位", department),
          ...field(facts.action === "hold" ? "复核日期" : "新的期限", date),
        ],
        `同意 ${id}　驳回 ${id} 原因`,
      );
    case "approve":
      return approved(scene, title);
    case "refuse":
      return simple(
        `${title} ${facts.request === undefined ? "" : REQUEST_WORDS[facts.request]}申请被驳回`,
        scene,
        field("决定人", who),
        null,
      );
    case "note":
      return simple(`${title} 协办意见`, scene, field("协办", who), null);
    case "contact":
    case "measure":
      return simple(title, scene, field("经办", who), null);
  }
}

function approved(scene: Scene, title: string): Card {
  const { facts, due, date, internal, department } = scene;
  const by = internal ? field("决定人", scene.who) : [];
  switch (facts.request) {
    case "extend":
      return simple(`${title} 期限延至 ${due ?? ""}`, scene, by, null);
    case "hold":
      return simple(`${title} 暂时挂账`, scene, [...by, ...field("复核日期", date)], null);
    default:
      if (facts.state !== "dispatched") return simple(`${title} 退单已同意`, scene, by, null);
      if (!internal)
        return simple(
          `${title} 已交 ${department ?? "责任单位"}`,
          { ...scene, text: null },
          field("答复期限", due),
          null,
        );
      return simple(
        `${title} 园区领导裁定由${department ?? ""}办理`,
        scene,
        [...by, ...field("答复期限", due)],
        `签收 ${scene.issue.id}`,
      );
  }
}
