import type { Common } from "../domain/common/common.ts";
import { commonWords } from "../domain/common/zh-cn-words.ts";
import { type Issue, isVoid } from "../domain/issue/issue.ts";
import { lineAbout } from "./issue-card.ts";
import type { Reader } from "./reader.ts";
import * as words from "./zh-cn/common.ts";
import { HIDDEN_COMPANY, shortState } from "./zh-cn/terms.ts";

/** Common problems (共性问题) and their issues in words, for one reader: what he may not see is not handed in here. */

/** Those of the issues that count: what was taken back or merged is no concern any more. */
export function countable(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ state }) => !isVoid(state));
}

/** How many companies and issues. Whose a confidential one is, must not be known by counting either. */
export function reachOf(issues: readonly Issue[]) {
  const open = issues.filter(({ confidential }) => !confidential);
  const companies = new Set(open.flatMap(({ enterprise, joined }) => [enterprise, ...joined]));
  return { companies: companies.size, issues: issues.length, confidential: issues.length - open.length };
}

/** Of how many of these issues the company has an answer, and how many it said are solved. */
export function doneOf(issues: readonly Issue[]) {
  const isAnswered = ({ state }: Issue) => state === "answered" || state === "closed";
  return {
    answered: issues.filter(isAnswered).length,
    solved: issues.filter(({ outcome, state }) => state === "closed" && outcome === "solved").length,
  };
}

/** Past its deadline, and not done. */
export function isLate({ state, due }: Pick<Common, "state" | "due">, now: Date): boolean {
  return state === "open" && due !== null && due < now;
}

/** What was written about it may name a company that confided one of its issues. */
export function readingOf(members: readonly Issue[], reader: Reader): (written: string) => string {
  const secret = members.filter(({ confidential }) => confidential);
  const open = { confidential: false, enterprise: "", reporter: { name: "" } };
  return (written) => [open, ...secret].reduce((text, subject) => reader.text(text, subject), written);
}

/** What a line of a list tells of one. `members`: those of its issues that may be seen; `title`: as it may be read here. */
export function lineOf(
  common: Common,
  members: readonly Issue[],
  { title, reader }: { readonly title: string; readonly reader: Reader },
): words.Line {
  const { id, lead, due, state } = common;
  return {
    id,
    title,
    lead: lead === null ? null : reader.department(lead),
    reach: words.reachText(reachOf(countable(members))),
    due: due === null ? null : reader.day(due),
    isLate: isLate(common, reader.now),
    isDone: state === "done",
  };
}

/** How the company of an issue is called where several stand beside each other: who looks at one alone is noted. */
export function companyIn(issue: Issue, reader: Reader): string | null {
  return issue.confidential ? HIDDEN_COMPANY : reader.companyOf(issue);
}

/** What an issue is called there. */
export function titleIn(issue: Issue, reader: Reader): string {
  return issue.confidential ? reader.as({ kind: "supervision" }).title(issue) : reader.title(issue);
}

/** #12 中塑科技：三车间停电（供电公司，办理中） */
export function memberLine(issue: Issue, reader: Reader): string {
  const view = { ...reader.issue(issue), company: companyIn(issue, reader), title: titleIn(issue, reader) };
  return lineAbout(view, [view.department, shortState(issue)]);
}

/** What is proposed, with why, for who reads it here. */
export interface Evidence {
  readonly place: number;
  readonly common: number | null;
  readonly title: string;
  readonly reach: string;
  readonly words: readonly string[];
  readonly units: readonly string[];
  readonly since: Date | null;
  /** The newest first. */
  readonly issues: readonly Issue[];
}

/** `issues`: those of the proposal that may be seen here. `joins`: what the common problem is called to which they belong. */
export function evidenceOf(
  { place, common }: Pick<Evidence, "place" | "common">,
  issues: readonly Issue[],
  { reader, joins }: { readonly reader: Reader; readonly joins: string | null },
): Evidence {
  const counted = countable(issues);
  // What was confided is quoted nowhere, not even by a word.
  const open = counted.filter(({ confidential }) => !confidential);
  const shared = commonWords(open.map((issue) => reader.text(issue.text, issue)));
  const units = new Set(counted.flatMap(({ department }) => department ?? []));
  const since = counted.map(({ submittedAt }) => submittedAt).toSorted((one, other) => one.getTime() - other.getTime());
  return {
    place,
    common,
    title: joins === null ? titleOf(shared, open, reader) : words.joiningTitle(joins),
    reach: words.reachText(reachOf(counted)),
    words: shared,
    units: [...units].map((code) => reader.department(code)),
    since: since[0] ?? null,
    issues: counted.toReversed(),
  };
}

function titleOf(shared: readonly string[], issues: readonly Issue[], reader: Reader): string {
  const [first] = issues;
  if (shared.length > 0) return shared.slice(0, 2).join("、");
  return first === undefined ? words.COMMON : words.likeThis(titleIn(first, reader));
}

/** A proposal takes so many lines at most. */
const MOST_LINES = 6;

/** One as an entry of a list: what it is, why, and its issues. */
export function evidenceEntry(
  { place, title, reach, units, since, issues, ...found }: Evidence,
  reader: Reader,
): readonly string[] {
  const about = [
    ...(found.words.length === 0 ? [] : [words.evidenceText("words", found.words.join("、"))]),
    ...(since === null ? [] : [words.evidenceText("since", reader.day(since))]),
    ...(units.length === 0 ? [] : [words.evidenceText("units", units.join("、"))]),
  ].join("；");
  const left = issues.length - MOST_LINES;
  return [
    words.proposalHead(place, title, reach),
    ...(about === "" ? [] : [about]),
    ...issues.slice(0, MOST_LINES).map((issue) => memberLine(issue, reader)),
    ...(left > 0 ? [words.moreIssues(left)] : []),
  ];
}
