import type { ComponentChildren } from "preact";
import { reasonText } from "../domain/issue/routing.ts";
import { type Comparison, hitOf, type Proposal } from "../domain/routing/compare.ts";
import { type DryRun, type Tried, type TriedIssue, type Unread, unknownUnits } from "../features/routing/dry-run.ts";
import type { LineProblem } from "../features/routing/lines.ts";
import type { Reader } from "../messages/reader.ts";
import * as words from "../messages/zh-cn/routing-page.ts";
import { rateText } from "../messages/zh-cn/terms.ts";
import { Head } from "./table.tsx";

/** What came of trying routing out: how many, what otherwise than decided, and each. */

const { ROUTING } = words;
/** So many rows are shown, and all counted. */
const MOST_ROWS = 500;
const MOST_MISTAKES = 30;
const MOST_NAMED = 10;
/** So much of a message is shown. */
const LONGEST = 120;

/** A month's issues, as this reader may see them. */
export function MonthRun({
  reader,
  each,
  comparison,
  isCut,
}: {
  readonly reader: Reader;
  readonly each: readonly TriedIssue[];
  readonly comparison: Comparison;
  readonly isCut: boolean;
}) {
  if (each.length === 0) return <p class="said">{ROUTING.noIssues}</p>;
  return (
    <section data-keep>
      <Figures reader={reader} comparison={comparison} />
      {reader.park.experience.version > 0 ? <p class="hint">{words.WAS_LEARNED}</p> : null}
      {isCut ? <p class="hint">{words.newestOf(each.length)}</p> : null}
      <Rows count={each.length}>
        {each.slice(0, MOST_ROWS).map(({ issue, proposal, decided }) => (
          <Row
            key={issue.id}
            {...{ reader, proposal, decided }}
            head={<a href={`/issues/${issue.id}`}>{`#${issue.id}`}</a>}
            text={reader.title(issue)}
            clean={(text) => reader.text(text, issue)}
          />
        ))}
      </Rows>
    </section>
  );
}

/** What was pasted or uploaded, as it was. */
export function MessagesRun({ reader, run }: { readonly reader: Reader; readonly run: DryRun<Tried | Unread> }) {
  const { each, comparison } = run;
  const unread = each.flatMap((one) => ("problem" in one ? [one] : []));
  const tried = each.flatMap((one) => ("problem" in one ? [] : [one]));
  return (
    <section data-keep>
      <Figures reader={reader} comparison={comparison} />
      <NotCompared each={each} />
      {unread.length === 0 ? null : <NotRead unread={unread} />}
      <Rows count={tried.length}>
        {tried.slice(0, MOST_ROWS).map(({ line, message, proposal, decided }) => (
          <Row
            key={line}
            {...{ reader, proposal, decided }}
            head={words.lineText(line)}
            text={[message.company, message.text.slice(0, LONGEST)].filter(Boolean).join("：")}
            written={message.unit}
          />
        ))}
      </Rows>
    </section>
  );
}

function Figures({ reader, comparison }: { readonly reader: Reader; readonly comparison: Comparison }) {
  const { messages, automatic, decided, automaticDecided, automaticRight, first, among, mistakes } = comparison;
  return (
    <div class="said">
      <p>{words.summary({ messages: String(messages), automatic: rateText(automatic, messages) })}</p>
      <p>
        {decided === 0
          ? words.NOTHING_COMPARED
          : words.compared({
              decided,
              automaticRight: rateText(automaticRight, automaticDecided),
              first: rateText(first, decided),
              among: rateText(among, decided),
            })}
      </p>
      {mistakes.length === 0 ? null : <Mistakes reader={reader} mistakes={mistakes} />}
    </div>
  );
}

function Mistakes({ reader, mistakes }: { readonly reader: Reader } & Pick<Comparison, "mistakes">) {
  const [, would, times, byItself] = words.MISTAKE_HEADS;
  return (
    <>
      <h2>{ROUTING.mistakes}</h2>
      <table class="figures lines cards">
        <Head of={words.MISTAKE_HEADS} />
        <tbody>
          {mistakes.slice(0, MOST_MISTAKES).map(({ decided, proposed, count, automatic }) => (
            <tr key={`${decided} ${proposed}`}>
              <th scope="row">{reader.department(decided)}</th>
              <td data-head={would}>{proposed === null ? ROUTING.none : reader.department(proposed)}</td>
              <td data-head={times}>{count}</td>
              <td data-head={byItself} class={automatic > 0 ? "red" : undefined}>
                {automatic}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function NotCompared({ each }: { readonly each: readonly (Tried | Unread)[] }) {
  const unknown = unknownUnits(each);
  const count = unknown.reduce((sum, [, of]) => sum + of, 0);
  const named = unknown.slice(0, MOST_NAMED).map(([name]) => name.slice(0, LONGEST));
  return count === 0 ? null : <p>{words.unknownUnitsText(named, count)}</p>;
}

function NotRead({ unread }: { readonly unread: readonly Unread[] }) {
  return (
    <>
      <h2>{`${ROUTING.unreadTitle}（${unread.length}）`}</h2>
      <ul>
        {unread.slice(0, MOST_MISTAKES).map(({ line, problem }) => (
          <li key={line}>{`${words.lineText(line)}：${problemText(problem)}`}</li>
        ))}
      </ul>
    </>
  );
}

function problemText(problem: LineProblem): string {
  return problem.kind === "no-words"
    ? words.LINE_PROBLEMS[problem.kind](problem.field.slice(0, LONGEST))
    : words.LINE_PROBLEMS[problem.kind]();
}

function Rows({ count, children }: { readonly count: number; readonly children: ComponentChildren }) {
  if (count === 0) return null;
  return (
    <>
      {count > MOST_ROWS ? <p class="hint">{words.onlyShown(MOST_ROWS, count)}</p> : null}
      <table class="issues tried">
        <Head of={words.TRIED_HEADS} />
        <tbody>{children}</tbody>
      </table>
    </>
  );
}

interface RowProps {
  readonly reader: Reader;
  readonly head: ComponentChildren;
  readonly text: string;
  readonly proposal: Proposal;
  readonly decided: string | null;
  /** Of a unit that there is not: as it is written. */
  readonly written?: string | undefined;
  /** As the words of its text may be read. */
  readonly clean?: (text: string) => string;
}

function Row({ reader, head, text, proposal, decided, written, clean = (one) => one }: RowProps) {
  const { isSure, choices } = proposal;
  const hit = decided === null ? null : hitOf(proposal, decided);
  const name = decided === null ? written?.slice(0, LONGEST) : reader.department(decided);
  const [, said, would, why, became] = words.TRIED_HEADS;
  return (
    <tr class={hit === "wrong" ? "red" : undefined}>
      <th scope="row">{head}</th>
      <td data-head={said}>{text}</td>
      <td data-head={would}>
        {isSure ? <strong>{ROUTING.automatic}</strong> : ROUTING.suggested}
        <ol>
          {choices.map(({ department }) => (
            <li key={department.code}>{department.name}</li>
          ))}
        </ol>
      </td>
      <td data-head={why}>
        <ol>
          {choices.map(({ department, reason }) => (
            <li key={department.code}>{clean(reasonText(reason))}</li>
          ))}
        </ol>
      </td>
      <td data-head={became}>
        {name}
        {hit === null ? null : <small>{words.HITS[hit]}</small>}
      </td>
    </tr>
  );
}
