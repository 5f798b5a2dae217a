import type { ComponentChildren } from "preact";
import { leastCasesOf } from "../domain/routing/limits.ts";
import type { Reader } from "../messages/reader.ts";
import { monthText } from "../messages/zh-cn/reports.ts";
import * as words from "../messages/zh-cn/routing-page.ts";
import { rateText } from "../messages/zh-cn/terms.ts";
import type { KeptLesson } from "../store/decisions.ts";
import type { RoutingMonth } from "../store/routing-figures.ts";
import { Alert } from "./admin/parts.tsx";
import { FormKey, type Frame, Page } from "./shell.tsx";
import { Head } from "./table.tsx";

const { ROUTING } = words;

export interface RoutingPageProps {
  readonly frame: Frame;
  readonly reader: Reader;
  /** The newest first, with its name as 2026-10. */
  readonly months: readonly (RoutingMonth & { readonly month: string })[];
  readonly chosen: string;
  readonly lessons: readonly KeptLesson[];
  readonly alerts?: readonly string[];
  /** What was written into the form. */
  readonly messages?: string;
  /** What was tried. */
  readonly children?: ComponentChildren;
}

/** How well issues are dispatched, and what would be done with others. */
export function RoutingPage(props: RoutingPageProps) {
  const { frame, alerts = [], children } = props;
  return (
    <Page title={ROUTING.title} frame={frame}>
      <p>{ROUTING.lead}</p>
      <Alert sentences={alerts} />
      {children}
      <div class="columns">
        <MessagesForm {...props} />
        <MonthForm {...props} />
      </div>
      <section>
        <h2>{ROUTING.months}</h2>
        <Months {...props} />
        <p class="hint">{ROUTING.monthsHint}</p>
      </section>
      <section>
        <h2>{ROUTING.lessons}</h2>
        <Lessons {...props} />
      </section>
    </Page>
  );
}

function MonthForm({ months, chosen }: RoutingPageProps) {
  // Of a month without issues there is nothing to try.
  const tryable = months.filter(({ raised }) => raised > 0);
  if (tryable.length === 0) return null;
  return (
    <section>
      <h2>{ROUTING.ofMonth}</h2>
      <form method="get" action="/routing" class="filters">
        <label>
          <span>{ROUTING.choose}</span>
          <select name="month">
            {tryable.map(({ month, raised }) => (
              <option key={month} value={month} selected={month === chosen}>
                {`${monthText(month)}（${raised}）`}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{ROUTING.run}</button>
      </form>
    </section>
  );
}

function MessagesForm({ frame, messages = "" }: RoutingPageProps) {
  return (
    <section>
      <h2>{ROUTING.ofMessages}</h2>
      <form method="post" action="/routing" enctype="multipart/form-data" class="moves admin-form">
        <FormKey frame={frame} />
        <p class="hint" id="messages-hint">
          {ROUTING.messagesHint}
        </p>
        <label>
          <span>{ROUTING.messages}</span>
          <textarea name="messages" rows={5} aria-describedby="messages-hint">
            {messages}
          </textarea>
        </label>
        <label>
          <span>{ROUTING.file}</span>
          <input type="file" name="file" accept=".txt,.jsonl,.json" />
        </label>
        <button type="submit">{ROUTING.run}</button>
      </form>
    </section>
  );
}

function Months({ months }: RoutingPageProps) {
  if (months.length === 0) return <p>{ROUTING.nothingRaised}</p>;
  const [, all, byItself, still, rightly] = words.MONTH_HEADS;
  return (
    <table class="issues">
      <Head of={words.MONTH_HEADS} />
      <tbody>
        {months.map(({ month, raised, automatic, stood, right }) => (
          <tr key={month}>
            <th scope="row">{monthText(month)}</th>
            <td data-head={all}>{raised}</td>
            <td data-head={byItself}>{rateText(automatic, raised)}</td>
            <td data-head={still}>{rateText(stood, automatic)}</td>
            <td data-head={rightly}>{rateText(right.part, right.whole)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lessons({ lessons, reader }: RoutingPageProps) {
  if (lessons.length === 0) return <p>{ROUTING.nothingLearned}</p>;
  const few = fewCases(reader);
  const [, when, from, wanted, byItself, rightly, besides] = words.LESSON_HEADS;
  return (
    <>
      <table class="issues">
        <Head of={words.LESSON_HEADS} />
        <tbody>
          {lessons.map(({ version, learnedAt, decisions, precision, sureFrom, held, sure, right, ...more }) => (
            <tr key={version}>
              <th scope="row">{words.versionText(version)}</th>
              <td data-head={when}>{reader.dateTime(learnedAt)}</td>
              <td data-head={from}>{decisions}</td>
              <td data-head={wanted}>{`${Number((100 * precision).toFixed(1))}%`}</td>
              <td data-head={byItself}>{rateText(sure, held)}</td>
              <td data-head={rightly}>{rateText(right, sure)}</td>
              <td data-head={besides}>{words.lessonNote({ ...more, isSure: sureFrom !== null })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{ROUTING.lessonsHint}</p>
      {few.length === 0 ? null : <p>{words.tooFew(leastCasesOf(reader.park.directory), few)}</p>}
    </>
  );
}

/** The units of which too little is known for what was learned to dispatch to them. */
function fewCases({ park: { directory, experience } }: Reader): readonly string[] {
  const least = leastCasesOf(directory);
  return directory.org.departments.flatMap(({ code, name }) => {
    const cases = experience.casesOf(code, directory);
    return cases < least ? [words.withCases(name, cases)] : [];
  });
}
