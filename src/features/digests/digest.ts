import { type Issue, numberOf, type SupervisionNumber } from "../../domain/issue/issue.ts";
import type { AttachmentRef } from "../../domain/notice/notice.ts";
import type { DigestName, DigestSpec } from "../../domain/park/org.ts";
import type { Context } from "../../issues/context.ts";
import type { NextStep } from "../../messages/actions.ts";
import { type Block, type Card, say } from "../../messages/card.ts";
import { issueLine, supervisedLine } from "../../messages/issue-card.ts";
import type { IssueView, Reader } from "../../messages/reader.ts";
import { pageAt, section } from "../../messages/sections.ts";
import { byUnit } from "../../messages/stuck.ts";
import { POSTED_LATE } from "../../messages/zh-cn/digests.ts";
import { countedHead, noPage } from "../../messages/zh-cn/lists.ts";
import { NO_UNIT } from "../../messages/zh-cn/stuck.ts";
import { openSupervisions } from "../../store/supervisions.ts";

/** What the digests share: how one kind is made, its lists of issues, and the frame of its card. */

/** What every digest keeps while it waits; its kind adds numbers of issues and counts. */
export interface DigestFacts {
  readonly kind: DigestName;
  /** The moment it tells of, and what it is late against. */
  readonly to: string;
  /** Posted after its time, because the service was down. */
  readonly late: boolean;
  /** The park's own first and last line. */
  readonly title?: string | undefined;
  readonly note?: string | undefined;
}

/** A 督办 or 批示 that is not answered yet: its issue, and its number; as that was kept before, in words. */
export interface OpenSupervision {
  readonly issueId: number;
  readonly number: SupervisionNumber | string;
}

/** A digest that waits. */
export interface DigestBody {
  readonly kind: "digest";
  readonly facts: DigestFacts;
}

/** One kind of digest, whole; `Own` is what it keeps beside what all of them keep. */
export interface DigestKind<Own = object> {
  /** The pictures and documents that are posted with it. */
  attachments?(facts: DigestFacts & Own): readonly AttachmentRef[];
  /** What it says at a moment. Null: its chat has no one whom it is for. */
  facts(ctx: Context, spec: Pick<DigestSpec, "chat">, to: Date): Promise<Own | null>;
  /** Whether there is nothing to say but that there is nothing. Without it, there always is something. */
  isEmpty?(own: Own): boolean;
  /** The issues that it speaks of, list by list. */
  ids(own: Own): readonly (readonly number[])[];
  /** What is over by the time it goes is left out of the lists of what is to be done. */
  card(facts: DigestFacts & Own, scene: DigestScene): Card;
}

/** Who is shown a digest now. */
export interface DigestScene {
  /** Those that it speaks of, as they are now. */
  readonly issues: readonly Issue[];
  readonly reader: Reader;
  /** Of its lists, from 1, where somebody asks for it; what is posted is the first one. */
  readonly page: number;
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** The seven days before a moment. */
export function weekBefore(to: Date): { readonly from: Date; readonly to: Date } {
  return { from: new Date(to.getTime() - WEEK_MS), to };
}

export function idsOf(issues: readonly { readonly id: number }[]): readonly number[] {
  return issues.map((issue) => issue.id);
}

/** The issues that these lines are about. */
export function issuesOf(lines: readonly { readonly issueId: number }[]): readonly number[] {
  return lines.map((line) => line.issueId);
}

/** What these departments (null: all) have not answered of 督办 and 批示. */
export async function supervisedBy(
  db: Context["db"],
  departments: readonly string[] | null,
): Promise<readonly OpenSupervision[]> {
  const open = await openSupervisions(db, departments);
  return open.map((one) => ({ issueId: one.issueId, number: numberOf(one) }));
}

/** Of a list in a group nobody wants to scroll through more. */
const LONGEST = 30;

/** The lists of a digest: of the issues that its reader may be told of, each a line as this reader may see it. */
export class DigestLists {
  readonly #shown: ReadonlyMap<number, Issue>;
  readonly #reader: Reader;
  readonly #cut: { readonly page: number; readonly size: number; readonly rest: (next: number) => string };

  /** `rest`: how what is behind a page is seen. `helpers`: the departments that are told of what they help with. */
  constructor({ issues, reader, page }: DigestScene, rest: (next: number) => string, helpers: readonly string[] = []) {
    this.#shown = new Map(issues.flatMap((issue) => (reader.may(issue, helpers) ? [[issue.id, issue]] : [])));
    this.#reader = reader;
    this.#cut = { page, size: LONGEST, rest };
  }

  /** Of these issues those that may be told of, and of which this still holds. */
  of(ids: readonly number[], holds: (issue: Issue) => boolean = () => true): readonly Issue[] {
    return ids.flatMap((id) => {
      const issue = this.#shown.get(id);
      return issue !== undefined && holds(issue) ? [issue] : [];
    });
  }

  issues(head: string, issues: readonly Issue[], line: (issue: IssueView) => string = issueLine): Block[] {
    return section(head, issues, (issue) => line(this.#reader.issue(issue)), this.#cut);
  }

  /** Issues of which more is told than a view of them has. */
  lines(head: string, issues: readonly Issue[], line: (issue: Issue, reader: Reader) => string): Block[] {
    return section(head, issues, (issue) => line(issue, this.#reader), this.#cut);
  }

  /** What is known of issues, with each. */
  about<Known extends { readonly issueId: number }>(
    head: string,
    known: readonly Known[],
    line: (known: Known, issue: IssueView) => string,
  ): Block[] {
    const shown = known.flatMap((one) => this.of([one.issueId]).map((issue) => ({ one, issue })));
    return section(head, shown, ({ one, issue }) => line(one, this.#reader.issue(issue)), this.#cut);
  }

  supervised(head: string, open: readonly OpenSupervision[]): Block[] {
    return this.about(head, open, ({ number }, issue) => supervisedLine(number, issue));
  }

  /** Issues under their units, a page of all of them together; a later page says which one it is. */
  units(head: string, issues: readonly Issue[], line: (issue: Issue, reader: Reader) => string): Block[] {
    const all = byUnit(issues);
    const { shown, range, more } = pageAt(
      all.flatMap(([, own]) => own),
      this.#cut,
    );
    const lists = byUnit(shown).flatMap(([unit, own]): Block[] => {
      const count = all.find(([code]) => code === unit)?.[1].length ?? own.length;
      const name = unit === "" ? NO_UNIT : this.#reader.department(unit);
      const items = own.map((issue) => line(issue, this.#reader));
      return [
        { kind: "text", text: countedHead(name, count, "") },
        { kind: "list", items },
      ];
    });
    const title: Block[] = range === "" ? [] : [{ kind: "text", text: countedHead(head, issues.length, range) }];
    return [...title, ...lists, ...more];
  }

  /** A list of something else than issues. */
  others<One>(head: string, list: readonly One[], line: (one: One) => string): Block[] {
    return section(head, list, line, this.#cut);
  }
}

/** What the card of a digest is made of. */
interface DigestSheet {
  readonly head: string;
  /** How it stands, before the lists. */
  readonly lead?: readonly Block[];
  readonly lists: readonly Block[];
  /** The figures behind the lists, on the first page. */
  readonly figures?: readonly Block[];
  /** The whole digest where its lists are empty. Null: lead and figures are told even so. */
  readonly quiet: string | null;
  readonly steps: readonly NextStep[];
}

/** The card of a digest, with the mark of a late one and the park's own last line. */
export function framed({ late, note }: DigestFacts, page: number, sheet: DigestSheet): Card {
  const { head, lead = [], lists, figures = [], quiet, steps } = sheet;
  const mark: readonly Block[] = late ? [{ kind: "text", text: POSTED_LATE }] : [];
  if (lists.length === 0 && page > 1) return say(noPage(page));
  if (lists.length === 0 && quiet !== null) return { blocks: [{ kind: "text", text: quiet }, ...mark] };
  return {
    blocks: [
      { kind: "title", text: head },
      ...mark,
      ...lead,
      ...lists,
      ...(page === 1 ? figures : []),
      note === undefined ? { kind: "actions", steps } : { kind: "hint", text: note },
    ],
  };
}
