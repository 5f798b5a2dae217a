import type { SupervisionNumber } from "../domain/issue/issue.ts";
import type { Light } from "../domain/issue/ladder.ts";
import type { NextStep } from "./actions.ts";
import type { Block, Card, Field } from "./card.ts";
import { paragraph } from "./card.ts";
import type { IssueView } from "./reader.ts";
import * as words from "./zh-cn/issues.ts";
import { joinedText, numberText, shortState } from "./zh-cn/terms.ts";

const LIGHTS: Readonly<Record<Light, string>> = { yellow: "🟡", red: "🔴" };

/** 🔴 in front of a line, where lights are seen. */
export function lightMark({ light }: Pick<IssueView, "light">): string {
  return light === null ? "" : `${LIGHTS[light]} `;
}

/** #12 ［紧急］三车间昨晚停电两次 */
export function issueTitle(issue: IssueView): string {
  return `#${issue.id} ${words.marks(issue)}${issue.title}`;
}

/** #12 ［紧急］中塑科技：三车间停电: for who has the issues of many companies before him. */
export function titleWithCompany(issue: IssueView): string {
  const company = issue.company === null ? "" : `${issue.company}：`;
  return `#${issue.id} ${words.marks(issue)}${company}${issue.title}`;
}

/** What is told of an issue under labels, in the catalogue's order; what has no value is left out. */
export function fieldsOf(values: Partial<Readonly<Record<keyof typeof words.LABELS, string | null>>>): Field[] {
  const given = new Map(Object.entries(values));
  return Object.entries(words.LABELS).flatMap(([name, label]) => {
    const value = given.get(name) ?? "";
    return value === "" ? [] : [{ label, value }];
  });
}

/** The answer to a new issue: number, title, who has it, due date, how to follow it. */
export function receiptCard(issue: IssueView, unlistedYears: readonly number[] = []): Card {
  const { id, department, pictures } = issue;
  const unlisted: Block[] =
    unlistedYears.length === 0 ? [] : [{ kind: "text", text: words.countedWithoutHolidays(unlistedYears) }];
  return {
    blocks: [
      { kind: "title", text: words.receivedTitle(issueTitle(issue)) },
      {
        kind: "fields",
        fields: fieldsOf({
          department: department ?? words.COORDINATOR_DISPATCHES,
          reason: department === null ? null : issue.reason,
          due: issue.due ?? words.DUE_FROM_DISPATCH,
          pictures: pictures === 0 ? null : words.picturesText(pictures),
        }),
      },
      ...unlisted,
      {
        kind: "actions",
        steps: [
          { command: "status", id, label: "see-progress" },
          { command: "supplement", id, blank: "text", label: "add-facts" },
        ],
      },
    ],
  };
}

/** State, who has it, due date, last public answer. */
export function progressCard(issue: IssueView, more: readonly Field[] = []): Card {
  const fields = fieldsOf({
    company: companyLine(issue),
    contact: issue.contact,
    state: words.stateAndNext(issue),
    department: unitLine(issue),
    due: issue.due === null ? null : `${lightMark(issue)}${issue.due}`,
    measure: measureLine(issue),
    joined: joinedText(issue.joined),
  });
  return {
    blocks: [
      { kind: "title", text: issueTitle(issue) },
      { kind: "fields", fields: [...fields, ...more] },
      ...throughBotBlocks(issue),
      ...(issue.publicAnswer === null
        ? []
        : [{ kind: "said" as const, by: words.LAST_ANSWER, text: issue.publicAnswer }]),
    ],
  };
}

function throughBotBlocks({ id, throughBot }: IssueView): readonly Block[] {
  return throughBot ? [paragraph(words.throughBot(id))] : [];
}

function companyLine({ company, unverified }: IssueView): string | null {
  return company === null || !unverified ? company : words.unverifiedCompany(company);
}

/** 还要加线（承诺 12月1日 周二 17:30 前）: the text alone may be of a later day than the promise. */
function measureLine({ measure, promise, promisePast }: IssueView): string | null {
  return measure === null || promise === null ? measure : words.promisedMeasure(measure, promise, promisePast);
}

/** 供电公司 王建国 */
export function unitLine(issue: Pick<IssueView, "department" | "handler">): string | null {
  if (issue.department === null) return null;
  return issue.handler === null ? issue.department : `${issue.department} ${issue.handler}`;
}

/** One line of a list. */
export function issueLine(issue: IssueView): string {
  const { department, due, state } = issue;
  const until = state === "closed" || due === null ? null : words.dueOfLine(due);
  return lineAbout(issue, [shortState(issue), department, until]);
}

/** One line of a list that tells this of an issue: 🔴 #12 ［紧急］中塑科技：三车间停电（办理中，超期 2 个工作日） */
export function lineAbout(issue: IssueView, about: readonly (string | null)[]): string {
  const told = about.filter((part) => part !== null).join("，");
  return `${lightMark(issue)}${titleWithCompany(issue)}（${told}）`;
}

/** 督办〔2026〕1号：#12 三车间昨晚停电两次（办理中） */
export function supervisedLine(number: SupervisionNumber | string, issue: IssueView): string {
  return `${numberText(number)}：${issueLine(issue)}`;
}

/** The whole issue, for those who have to handle it, under its title. */
export function dossierCard(
  title: string,
  issue: IssueView,
  more: { readonly fields: readonly Field[]; readonly next: readonly NextStep[] },
): Card {
  const fields = fieldsOf({
    company: companyLine(issue),
    contact: issue.contact,
    department: unitLine(issue),
    reason: issue.reason,
    due: issue.due,
    joined: joinedText(issue.joined),
  });
  return {
    blocks: [
      { kind: "title", text: title },
      { kind: "fields", fields: [...fields, ...more.fields] },
      { kind: "said", by: words.ISSUE_TEXT, text: issue.text },
      ...throughBotBlocks(issue),
      ...(more.next.length === 0 ? [] : [{ kind: "actions" as const, steps: more.next }]),
    ],
  };
}
