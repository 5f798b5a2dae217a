import type { Conversation } from "../chat/conversation.ts";
import type { Figures } from "../domain/issue/figures.ts";
import { OPEN_STATES } from "../domain/issue/issue.ts";
import { PERIODS, type PeriodName, spanOf } from "../domain/park/instants.ts";
import { unitsTold } from "../features/reports/asked.ts";
import { type Line, linesOf } from "../features/reports/units.ts";
import { NAMES, verdict } from "../messages/zh-cn/board.ts";
import { PERIOD_WORDS } from "../messages/zh-cn/dates.ts";
import { COUNT_WORDS, RATE_WORDS, rateText } from "../messages/zh-cn/terms.ts";
import { figuresOf } from "../store/figures.ts";
import { CardView } from "./card.tsx";
import { countsFor } from "./list.ts";
import { type Frame, Page } from "./shell.tsx";
import { runCommand } from "./speaking.ts";
import { Head } from "./table.tsx";

/** A period of the page's address; null: there is no such one. */
export function periodAsked(value: unknown): PeriodName | null {
  if (value === undefined) return "always";
  return PERIODS.find((one) => one === value) ?? null;
}

interface OverviewProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly period: PeriodName;
}

/** How things stand, in a line and in figures, for those who work in or for the offices. */
export async function overviewPage({ frame, conversation, period }: OverviewProps) {
  const { ctx } = conversation;
  const span = spanOf(period, ctx.now, ctx.park.org.park.timeZone);
  const units = unitsTold(conversation);
  const figures = await figuresOf(ctx.db, span, ctx.now, units);
  const { lines } = await linesOf(conversation, period, units);
  const counts = await countsFor(conversation, {});
  const late = await countsFor(conversation, { overdue: "1" });
  const open = OPEN_STATES.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const overdue = [...late.values()].reduce((sum, count) => sum + count, 0);
  const stuck = await runCommand(conversation, "overdue");
  return (
    <Page title={NAMES.overview} frame={frame}>
      <p class={overdue === 0 ? "verdict" : "verdict red"}>
        {verdict({ open, overdue, undispatched: counts.get("submitted") ?? 0 })}
      </p>
      <Periods chosen={period} />
      <CountsRow counts={figures.counts} />
      <div class="columns">
        <section>
          <h2>{NAMES.units}</h2>
          <Units lines={lines} conversation={conversation} />
        </section>
        <section>
          <h2>{NAMES.rates}</h2>
          <Rates rates={figures.rates} />
        </section>
      </div>
      <section>
        <h2>{NAMES.stuck}</h2>
        {stuck === null ? null : <CardView card={stuck} />}
      </section>
      <section>
        <h2>{NAMES.trend}</h2>
        <img class="trend" src="/trend.png" alt={NAMES.trend} width="760" loading="lazy" />
      </section>
    </Page>
  );
}

function CountsRow({ counts }: Pick<Figures, "counts">) {
  return (
    <section aria-label={NAMES.counts} class="counts">
      {Object.entries(COUNT_WORDS).map(([name, word]) => (
        <div key={name}>
          <b>{counts[name as keyof typeof COUNT_WORDS]}</b>
          <span>{word}</span>
        </div>
      ))}
    </section>
  );
}

/** Each with what it is counted of. */
function Rates({ rates }: Pick<Figures, "rates">) {
  return (
    <table class="figures">
      <tbody>
        {rates.map(({ name, part, whole }) => (
          <tr key={name}>
            <th scope="row">{RATE_WORDS[name]}</th>
            <td>{rateText(part, whole)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Periods({ chosen }: { readonly chosen: PeriodName }) {
  return (
    <nav class="groups" aria-label={NAMES.period}>
      {PERIODS.map((one) => (
        <a key={one} href={`/?period=${one}`} aria-current={one === chosen ? "true" : undefined}>
          {PERIOD_WORDS[one]}
        </a>
      ))}
    </nav>
  );
}

/** The most overdue first. Each rate with its parts, and the volume beside it. */
function Units({ lines, conversation }: { readonly lines: readonly Line[]; readonly conversation: Conversation }) {
  const { reader } = conversation;
  const heads = [NAMES.department, NAMES.volume, NAMES.signed, NAMES.onTime, NAMES.satisfied, NAMES.late];
  return (
    <table class="figures">
      <Head of={heads} />
      <tbody>
        {lines.map(({ department, led, sign, onTime, satisfied, overdue }) => (
          <tr key={department}>
            <th scope="row">
              <a href={`/issues?state=open&department=${encodeURIComponent(department)}`}>
                {reader.department(department)}
              </a>
            </th>
            <td>{led}</td>
            <td>{rateText(sign.part, sign.whole)}</td>
            <td>{rateText(onTime.part, onTime.whole)}</td>
            <td>{rateText(satisfied.part, satisfied.whole)}</td>
            <td class={overdue > 0 ? "red" : undefined}>{overdue}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
