import { type MonthFigures, REPORT_COUNTS } from "../features/reports/month.ts";
import { textOf } from "../issues/fingerprint.ts";
import { NAMES } from "../messages/zh-cn/board.ts";
import * as print from "../messages/zh-cn/fingerprint.ts";
import * as words from "../messages/zh-cn/month-report.ts";
import { asOf, REPORT_PAGE, RUNNING, reportOf } from "../messages/zh-cn/report-page.ts";
import { monthText } from "../messages/zh-cn/reports.ts";
import { COUNT_WORDS, RATE_WORDS, rateText } from "../messages/zh-cn/terms.ts";
import { type Frame, Page } from "./shell.tsx";
import { Head } from "./table.tsx";

interface ReportPageProps {
  readonly frame: Frame;
  /** As 2026-10, the present one first. */
  readonly months: readonly string[];
  readonly month: string;
  readonly report: MonthFigures;
  readonly hasKey: boolean;
}

/** A month's main figures, and its report to take away. */
export function ReportPage({ frame, months, month, report, hasKey }: ReportPageProps) {
  return (
    <Page title={reportOf(report.month)} frame={frame}>
      <Months months={months} chosen={month} />
      <p class="downloads">
        <Download href={`/reports/${month}.docx`} name={REPORT_PAGE.word} />
        <Download href={`/reports/${month}.pdf`} name={REPORT_PAGE.pdf} />
        <Download href="/reports/duties.docx" name={REPORT_PAGE.duties} />
      </p>
      <p class="hint">{asOf(report.until)}</p>
      <p>{words.countsProse(report.month, report.isOver ? null : report.until, report.counts)}</p>
      <div class="columns">
        <section>
          <h2>{REPORT_PAGE.figures}</h2>
          <Counts report={report} />
        </section>
        <section>
          <h2>{REPORT_PAGE.rates}</h2>
          <Rates report={report} />
        </section>
      </div>
      <section>
        <h2>{REPORT_PAGE.departments}</h2>
        <Units report={report} />
      </section>
      <section>
        <h2>{print.FINGERPRINT}</h2>
        <FingerprintView month={month} report={report} hasKey={hasKey} />
      </section>
    </Page>
  );
}

/** The newest first, which still runs. */
function Months({ months, chosen }: { readonly months: readonly string[]; readonly chosen: string }) {
  return (
    <form method="get" action="/reports" class="filters">
      <label>
        <span>{REPORT_PAGE.choose}</span>
        <select name="month">
          {months.map((one, index) => (
            <option key={one} value={one} selected={one === chosen}>
              {`${monthText(one)}${index === 0 ? RUNNING : ""}`}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{REPORT_PAGE.show}</button>
    </form>
  );
}

function Download({ href, name }: { readonly href: string; readonly name: string }) {
  return (
    <a href={href} download>
      {name}
    </a>
  );
}

const HEADS = words.TABLE_HEADS;

function Counts({ report: { counts } }: Pick<ReportPageProps, "report">) {
  return (
    <table class="figures">
      <Head of={[HEADS.figure, HEADS.thisMonth, HEADS.lastMonth, HEADS.change]} />
      <tbody>
        {REPORT_COUNTS.map((name) => (
          <tr key={name}>
            <th scope="row">{words.REPORT_COUNT_WORDS[name]}</th>
            <td>{counts[name].now}</td>
            <td>{counts[name].before}</td>
            <td>{words.changeText(counts[name].now - counts[name].before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rates({ report: { rates } }: Pick<ReportPageProps, "report">) {
  return (
    <table class="figures">
      <Head of={[HEADS.figure, HEADS.thisMonth, HEADS.lastMonth]} />
      <tbody>
        {rates.map(({ now, before }) => (
          <tr key={now.name}>
            <th scope="row">{RATE_WORDS[now.name]}</th>
            <td>{rateText(now.part, now.whole)}</td>
            <td>{rateText(before.part, before.whole)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Units({ report: { departments } }: Pick<ReportPageProps, "report">) {
  if (departments.length === 0) return <p>{words.NO_ISSUES}</p>;
  const heads = [HEADS.department, COUNT_WORDS.collected, NAMES.signed, NAMES.onTime, NAMES.satisfied, HEADS.overdue];
  return (
    <table class="figures">
      <Head of={heads} />
      <tbody>
        {departments.map(({ name, collected, sign, onTime, satisfied, overdue }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{collected}</td>
            {[sign, onTime, satisfied].map((of, index) => (
              <td key={heads[index]}>{of === null ? words.NO_RATE : rateText(of.part, of.whole)}</td>
            ))}
            <td class={overdue > 0 ? "red" : undefined}>{overdue}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FingerprintView({ month, report, hasKey }: Pick<ReportPageProps, "month" | "report" | "hasKey">) {
  const { fingerprint, isOver } = report;
  if (fingerprint === null) return <p>{isOver ? print.NO_FINGERPRINT : print.NOT_OVER_YET}</p>;
  return (
    <>
      <p>{print.upTo(fingerprint, report.timeZone)}</p>
      <p>{print.digestText(fingerprint)}</p>
      <p>{print.keyText(fingerprint)}</p>
      <p class="downloads">
        <Download href={`/reports/${month}.txt`} name={REPORT_PAGE.fingerprint} />
        {hasKey ? <Download href="/reports/audit-key.pem" name={REPORT_PAGE.key} /> : null}
      </p>
      <p class="hint">{print.HOW_TO_VERIFY}</p>
      <p class="hint long">{textOf(fingerprint)}</p>
    </>
  );
}
